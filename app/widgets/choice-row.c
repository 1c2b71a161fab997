/* choice-row.c: a field whose value is one word of a fixed list.
 *
 * The list is named by the field it belongs to, "entry.type": kinds.c says which
 * words that field takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "choice-row.h"

#include "field-name.h"

#include <string.h>

struct _TpChoiceRow
{
  AdwComboRow parent_instance;
  char *words_name;
  char *none_label;
  const TpField *field;
  const TpWord *words;
};

enum
{
  PROP_0,
  PROP_WORDS,
  PROP_NONE_LABEL,
  PROP_TOKEN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpChoiceRow, tp_choice_row, ADW_TYPE_COMBO_ROW)

static gboolean
has_none (TpChoiceRow *self)
{
  return self->none_label != NULL && *self->none_label != '\0';
}

/**
 * tp_choice_row_get_token:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the token of the chosen word, %NULL where
 *   none is chosen
 */
const char *
tp_choice_row_get_token (TpChoiceRow *self)
{
  guint place;

  g_return_val_if_fail (TP_IS_CHOICE_ROW (self), NULL);
  place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (self->words == NULL || place == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (has_none (self))
    {
      if (place == 0)
        return NULL;
      place--;
    }
  return place < tp_word_count (self->words) ? self->words[place].token : NULL;
}

/**
 * tp_choice_row_set_token:
 * @self: a row
 * @token: (nullable): a token of its list; %NULL for none
 */
void
tp_choice_row_set_token (TpChoiceRow *self, const char *token)
{
  int place;

  g_return_if_fail (TP_IS_CHOICE_ROW (self));
  if (self->words == NULL)
    return;
  place = tp_word_index (self->words, token);
  if (has_none (self))
    place++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                              place >= 0 ? (guint) place : GTK_INVALID_LIST_POSITION);
}

/**
 * tp_choice_row_load:
 * @self: a row with a list of words
 * @record: a record of the kind its `words` name
 *
 * Chooses what the record has in that field.
 */
void
tp_choice_row_load (TpChoiceRow *self, TpRecord *record)
{
  g_return_if_fail (TP_IS_CHOICE_ROW (self) && self->field != NULL);
  tp_choice_row_set_token (self, tp_record_get_text (record, self->field->name));
}

/**
 * tp_choice_row_store:
 * @self: a row with a list of words
 * @record: an unsealed record of the kind its `words` name
 *
 * Sets the record's field to the chosen word, or clears it where none is chosen.
 */
void
tp_choice_row_store (TpChoiceRow *self, TpRecord *record)
{
  const char *token;

  g_return_if_fail (TP_IS_CHOICE_ROW (self) && self->field != NULL);
  token = tp_choice_row_get_token (self);
  if (token != NULL)
    tp_record_set_text (record, self->field->name, token);
  else
    tp_record_clear (record, self->field->name);
}

/* Fills the list anew and keeps the choice. */
static void
fill (TpChoiceRow *self)
{
  g_autofree char *token = g_strdup (tp_choice_row_get_token (self));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (has_none (self))
    gtk_string_list_append (titles, self->none_label);
  for (const TpWord *word = self->words; word != NULL && word->token != NULL; word++)
    gtk_string_list_append (titles, tp_word_title (self->words, word->token));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
  if (token != NULL)
    tp_choice_row_set_token (self, token);
}

static void
set_words (TpChoiceRow *self, const char *name)
{
  const TpField *field;

  if (!g_set_str (&self->words_name, name))
    return;
  field = tp_field_by_name (name, NULL);
  self->words = field != NULL ? field->words : NULL;
  self->field = field;
  if (field != NULL && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tp_field_title (field));
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
}

static void
tp_choice_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpChoiceRow *self = TP_CHOICE_ROW (object);

  if (id == PROP_WORDS)
    g_value_set_string (value, self->words_name);
  else if (id == PROP_NONE_LABEL)
    g_value_set_string (value, self->none_label);
  else if (id == PROP_TOKEN)
    g_value_set_string (value, tp_choice_row_get_token (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_choice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpChoiceRow *self = TP_CHOICE_ROW (object);

  if (id == PROP_WORDS)
    set_words (self, g_value_get_string (value));
  else if (id == PROP_TOKEN)
    tp_choice_row_set_token (self, g_value_get_string (value));
  else if (id == PROP_NONE_LABEL)
    {
      g_autofree char *token = g_strdup (tp_choice_row_get_token (self));

      /* The places move by one, so the choice is read before and set after */
      if (!g_set_str (&self->none_label, g_value_get_string (value)))
        return;
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), GTK_INVALID_LIST_POSITION);
      fill (self);
      tp_choice_row_set_token (self, token);
      g_object_notify_by_pspec (object, pspec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_choice_row_notify (GObject *object, GParamSpec *pspec)
{
  if (strcmp (pspec->name, "selected") == 0)
    g_object_notify_by_pspec (object, props[PROP_TOKEN]);
  if (G_OBJECT_CLASS (tp_choice_row_parent_class)->notify != NULL)
    G_OBJECT_CLASS (tp_choice_row_parent_class)->notify (object, pspec);
}

static void
tp_choice_row_finalize (GObject *object)
{
  TpChoiceRow *self = TP_CHOICE_ROW (object);

  g_free (self->words_name);
  g_free (self->none_label);
  G_OBJECT_CLASS (tp_choice_row_parent_class)->finalize (object);
}

static void
tp_choice_row_class_init (TpChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_choice_row_get_property;
  object_class->set_property = tp_choice_row_set_property;
  object_class->notify = tp_choice_row_notify;
  object_class->finalize = tp_choice_row_finalize;

  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  props[PROP_NONE_LABEL] = g_param_spec_string ("none-label", NULL, NULL, NULL, flags);
  props[PROP_TOKEN] = g_param_spec_string ("token", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_choice_row_init (TpChoiceRow *self)
{
}

/**
 * tp_choice_row_new:
 * @words: (nullable): the field whose words are chosen from, "entry.type"
 *
 * Beside those of #AdwComboRow its properties are `words`, set first; `token`, the
 * chosen word; and `none-label`, a first line for "none" where the field may be
 * empty. A row without title takes the field's.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_choice_row_new (const char *words)
{
  return g_object_new (TP_TYPE_CHOICE_ROW, "words", words, NULL);
}
