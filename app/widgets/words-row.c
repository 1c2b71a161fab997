/* words-row.c: a field whose value is any of the words of a fixed list.
 *
 * Folded it says which are chosen; unfolded each word has a switch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words-row.h"

#include "field-name.h"

#include <glib/gi18n-lib.h>

struct _TpWordsRow
{
  AdwExpanderRow parent_instance;
  char *words_name;
  const TpField *field;
  GPtrArray *switches; /* of AdwSwitchRow, in the order of the words; the rows own them */
};

enum
{
  PROP_0,
  PROP_WORDS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpWordsRow, tp_words_row, ADW_TYPE_EXPANDER_ROW)

static void
show_chosen (TpWordsRow *self)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->switches, i)))
      g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? C_ ("between items of a list", ", ") : "",
                              tp_word_title (self->field->words, self->field->words[i].token));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 chosen->len > 0 ? chosen->str : C_ ("value", "Not stated"));
}

static void
fill (TpWordsRow *self)
{
  TpKind kind;

  self->field = self->words_name != NULL ? tp_field_by_name (self->words_name, &kind) : NULL;
  g_return_if_fail (self->field != NULL && self->field->words != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tp_field_title (self->field));
  for (const TpWord *word = self->field->words; word->token != NULL; word++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tp_word_title (self->field->words, word->token));
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (show_chosen), self);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->switches, row);
    }
  show_chosen (self);
}

static void
tp_words_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORDS)
    g_value_set_string (value, TP_WORDS_ROW (object)->words_name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_words_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORDS)
    TP_WORDS_ROW (object)->words_name = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_words_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (tp_words_row_parent_class)->constructed (object);
  fill (TP_WORDS_ROW (object));
}

static void
tp_words_row_finalize (GObject *object)
{
  TpWordsRow *self = TP_WORDS_ROW (object);

  g_ptr_array_unref (self->switches);
  g_free (self->words_name);
  G_OBJECT_CLASS (tp_words_row_parent_class)->finalize (object);
}

static void
tp_words_row_class_init (TpWordsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tp_words_row_get_property;
  object_class->set_property = tp_words_row_set_property;
  object_class->constructed = tp_words_row_constructed;
  object_class->finalize = tp_words_row_finalize;
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_words_row_init (TpWordsRow *self)
{
  self->switches = g_ptr_array_new ();
}

/**
 * tp_words_row_new:
 * @words: the field whose words are chosen from, "commitment.purposes"
 *
 * Returns: (transfer floating): a new row, with none of them chosen
 */
GtkWidget *
tp_words_row_new (const char *words)
{
  return g_object_new (TP_TYPE_WORDS_ROW, "words", words, NULL);
}

/**
 * tp_words_row_load:
 * @self: a row
 * @record: a record of the kind its `words` name
 */
void
tp_words_row_load (TpWordsRow *self, TpRecord *record)
{
  for (guint i = 0; i < self->switches->len; i++)
    adw_switch_row_set_active (g_ptr_array_index (self->switches, i),
                               tp_record_has_word (record, self->field->name, self->field->words[i].token));
}

/**
 * tp_words_row_store:
 * @self: a row
 * @record: an unsealed record of the kind its `words` name
 */
void
tp_words_row_store (TpWordsRow *self, TpRecord *record)
{
  g_autoptr (GString) tokens = g_string_new (NULL);

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->switches, i)))
      g_string_append_printf (tokens, "%s%s", tokens->len > 0 ? " " : "", self->field->words[i].token);
  if (tokens->len > 0)
    tp_record_set_text (record, self->field->name, tokens->str);
  else
    tp_record_clear (record, self->field->name);
}
