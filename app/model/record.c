/* record.c: one record of the campaign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  gint64 id;
  gboolean sealed;
  TpValue *values;
} TpRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TpRecord, tp_record, G_TYPE_OBJECT)

/* The fields of a kind are properties 2, 3, … of its type; 1 is the id. */
enum
{
  PROP_ID = 1,
  PROP_FIRST_FIELD,
};

#define PRIV(self) ((TpRecordPrivate *) tp_record_get_instance_private (self))

static const TpKindInfo *
info_of (TpRecord *self)
{
  return tp_kind_info (TP_RECORD_GET_CLASS (self)->kind);
}

static int
place_of (TpRecord *self, const char *field)
{
  int i = tp_kind_field_index (TP_RECORD_GET_CLASS (self)->kind, field);

  if (i < 0)
    g_critical ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), field);
  return i;
}

/* vfuncs of the kinds' types */

static void
tp_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpRecord *self = TP_RECORD (object);
  TpRecordPrivate *priv = PRIV (self);
  const TpField *field = &info_of (self)->fields[id - PROP_FIRST_FIELD];
  const TpValue *v = &priv->values[id - PROP_FIRST_FIELD];

  if (tp_field_is_text (field))
    g_value_set_string (value, v->text);
  else if (field->type == TP_FIELD_FLAG)
    g_value_set_boolean (value, v->number != 0);
  else
    g_value_set_int64 (value, v->number);
}

static void
tp_record_get_id_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, PRIV (TP_RECORD (object))->id);
}

static void
tp_record_finalize (GObject *object)
{
  TpRecord *self = TP_RECORD (object);
  TpRecordPrivate *priv = PRIV (self);
  guint n = info_of (self)->n_fields;

  for (guint i = 0; i < n; i++)
    g_clear_pointer (&priv->values[i].text, g_ref_string_release);
  g_free (priv->values);
  G_OBJECT_CLASS (tp_record_parent_class)->finalize (object);
}

static void
kind_class_init (gpointer klass, gpointer kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const TpKindInfo *info;

  TP_RECORD_CLASS (klass)->kind = (TpKind) GPOINTER_TO_INT (kind);
  info = tp_kind_info (TP_RECORD_CLASS (klass)->kind);
  object_class->get_property = tp_record_get_property;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      /* Not a static name: GObject makes "us-share" of "us_share", and finds both. */
      GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
      GParamSpec *pspec;

      if (tp_field_is_text (field))
        pspec = g_param_spec_string (field->name, NULL, NULL, NULL, flags);
      else if (field->type == TP_FIELD_FLAG)
        pspec = g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
      else
        pspec = g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, pspec);
    }
}

static void
kind_init (GTypeInstance *instance, gpointer klass)
{
  TpRecord *self = (TpRecord *) instance;

  PRIV (self)->values = g_new0 (TpValue, tp_kind_info (TP_RECORD_CLASS (klass)->kind)->n_fields);
}

static void
tp_record_class_init (TpRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tp_record_get_id_property;
  object_class->finalize = tp_record_finalize;
  g_object_class_install_property (
      object_class, PROP_ID,
      g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tp_record_init (TpRecord *self)
{
}

/* Public API */

/**
 * tp_record_type_of:
 * @kind: a kind
 *
 * Returns: the GType of its records, a final type below #TpRecord
 */
GType
tp_record_type_of (TpKind kind)
{
  static gsize types[TP_N_KINDS];

  g_return_val_if_fail (kind >= 0 && kind < TP_N_KINDS, G_TYPE_INVALID);
  if (g_once_init_enter (&types[kind]))
    {
      GTypeInfo info = {
        .class_size = sizeof (TpRecordClass),
        .class_init = (GClassInitFunc) (void (*) (void)) kind_class_init,
        .class_data = GINT_TO_POINTER (kind),
        .instance_size = sizeof (TpRecord),
        .instance_init = (GInstanceInitFunc) kind_init,
      };
      GType type = g_type_register_static (TP_TYPE_RECORD, tp_kind_info (kind)->type_name, &info,
                                           G_TYPE_FLAG_FINAL);

      g_once_init_leave (&types[kind], type);
    }
  return (GType) types[kind];
}

/**
 * tp_records_ensure_types:
 *
 * Registers the types of all kinds, so that templates can name them.
 */
void
tp_records_ensure_types (void)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    g_type_ensure (tp_record_type_of ((TpKind) kind));
}

/**
 * tp_record_new:
 * @kind: a kind
 *
 * Returns: (transfer full): an unsealed record with nothing stated and no id yet;
 *   the store gives it one when it is inserted
 */
TpRecord *
tp_record_new (TpKind kind)
{
  return g_object_new (tp_record_type_of (kind), NULL);
}

/**
 * tp_record_edit:
 * @self: a record
 *
 * Returns: (transfer full): an unsealed copy with the same id
 */
TpRecord *
tp_record_edit (TpRecord *self)
{
  TpRecord *copy = tp_record_new (tp_record_get_kind (self));
  guint n = info_of (self)->n_fields;

  PRIV (copy)->id = PRIV (self)->id;
  for (guint i = 0; i < n; i++)
    tp_record_set_value (copy, i, &PRIV (self)->values[i]);
  return copy;
}

/**
 * tp_record_seal:
 * @self: a record
 *
 * From here on the record never changes: it can be shared between threads and views.
 */
void
tp_record_seal (TpRecord *self)
{
  PRIV (self)->sealed = TRUE;
}

/**
 * tp_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
TpKind
tp_record_get_kind (TpRecord *self)
{
  g_return_val_if_fail (TP_IS_RECORD (self), TP_KIND_NONE);
  return TP_RECORD_GET_CLASS (self)->kind;
}

/**
 * tp_record_get_id:
 * @self: a record
 *
 * Returns: its id within the workspace, 0 before it was inserted
 */
gint64
tp_record_get_id (TpRecord *self)
{
  g_return_val_if_fail (TP_IS_RECORD (self), 0);
  return PRIV (self)->id;
}

/**
 * tp_record_set_id:
 * @self: an unsealed record
 * @id: the id of an existing record of its kind, or 0 for a new one
 */
void
tp_record_set_id (TpRecord *self, gint64 id)
{
  g_return_if_fail (TP_IS_RECORD (self) && !PRIV (self)->sealed);
  PRIV (self)->id = id;
}

/**
 * tp_record_value:
 * @self: a record
 * @index: a field's place
 *
 * Returns: (transfer none): the field's value
 */
const TpValue *
tp_record_value (TpRecord *self, guint index)
{
  return &PRIV (self)->values[index];
}

/**
 * tp_record_set_value:
 * @self: an unsealed record
 * @index: a field's place
 * @value: the value; its text is shared, not copied
 */
void
tp_record_set_value (TpRecord *self, guint index, const TpValue *value)
{
  TpValue *own = &PRIV (self)->values[index];
  char *text = value->text != NULL ? g_ref_string_acquire (value->text) : NULL;

  g_return_if_fail (!PRIV (self)->sealed);
  g_clear_pointer (&own->text, g_ref_string_release);
  *own = *value;
  own->text = text;
}

/**
 * tp_record_take_text:
 * @self: an unsealed record
 * @index: the place of a text field
 * @text: (nullable): the text, copied
 * @length: its length in bytes, or -1
 */
void
tp_record_take_text (TpRecord *self, guint index, const char *text, gssize length)
{
  TpValue *own = &PRIV (self)->values[index];

  g_return_if_fail (!PRIV (self)->sealed);
  g_clear_pointer (&own->text, g_ref_string_release);
  own->set = text != NULL && *text != '\0' && length != 0;
  if (own->set)
    own->text = length < 0 ? g_ref_string_new (text) : g_ref_string_new_len (text, length);
}

/**
 * tp_record_is_set:
 * @self: a record
 * @field: any of its fields
 *
 * Returns: whether the field is stated; what is not stated is never zero
 */
gboolean
tp_record_is_set (TpRecord *self, const char *field)
{
  int i = place_of (self, field);

  return i >= 0 && PRIV (self)->values[i].set;
}

/**
 * tp_record_get_text:
 * @self: a record
 * @field: a text field
 *
 * Returns: (nullable) (transfer none): the text, %NULL where it is not stated
 */
const char *
tp_record_get_text (TpRecord *self, const char *field)
{
  int i = place_of (self, field);

  return i >= 0 ? PRIV (self)->values[i].text : NULL;
}

/**
 * tp_record_get_number:
 * @self: a record
 * @field: a field of any type but text
 *
 * Returns: the number, 0 where it is not stated; where that makes a difference ask
 *   tp_record_is_set() first or use tp_record_get_number_or()
 */
gint64
tp_record_get_number (TpRecord *self, const char *field)
{
  return tp_record_get_number_or (self, field, 0);
}

/**
 * tp_record_get_number_or:
 * @self: a record
 * @field: a field of any type but text
 * @otherwise: the answer where it is not stated
 *
 * Returns: the number, in the unit of the field
 */
gint64
tp_record_get_number_or (TpRecord *self, const char *field, gint64 otherwise)
{
  int i = place_of (self, field);

  return i >= 0 && PRIV (self)->values[i].set ? PRIV (self)->values[i].number : otherwise;
}

/**
 * tp_record_get_day:
 * @self: a record
 * @field: a day field
 *
 * Returns: the day, %TP_DAY_NONE where it is not stated
 */
TpDay
tp_record_get_day (TpRecord *self, const char *field)
{
  return (TpDay) tp_record_get_number_or (self, field, TP_DAY_NONE);
}

/**
 * tp_record_has_word:
 * @self: a record
 * @field: a field of one or several words
 * @token: a token of its list
 *
 * Returns: whether the field holds that word
 */
gboolean
tp_record_has_word (TpRecord *self, const char *field, const char *token)
{
  const char *text = tp_record_get_text (self, field);
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, token);
}

/**
 * tp_record_set_text:
 * @self: an unsealed record
 * @field: a text field
 * @text: (nullable): the text; "" and %NULL both mean not stated
 */
void
tp_record_set_text (TpRecord *self, const char *field, const char *text)
{
  int i = place_of (self, field);

  if (i >= 0)
    tp_record_take_text (self, (guint) i, text, -1);
}

/**
 * tp_record_set_number:
 * @self: an unsealed record
 * @field: a field of any type but text
 * @number: the number, in the unit of the field
 */
void
tp_record_set_number (TpRecord *self, const char *field, gint64 number)
{
  int i = place_of (self, field);

  if (i >= 0)
    tp_record_set_value (self, (guint) i, &(TpValue){ TRUE, number, NULL });
}

/**
 * tp_record_set_day:
 * @self: an unsealed record
 * @field: a day field
 * @day: the day; %TP_DAY_NONE means not stated
 */
void
tp_record_set_day (TpRecord *self, const char *field, TpDay day)
{
  if (day == TP_DAY_NONE)
    tp_record_clear (self, field);
  else
    tp_record_set_number (self, field, day);
}

/**
 * tp_record_clear:
 * @self: an unsealed record
 * @field: any of its fields, which is not stated from here on
 */
void
tp_record_clear (TpRecord *self, const char *field)
{
  int i = place_of (self, field);

  if (i >= 0)
    tp_record_set_value (self, (guint) i, &(TpValue){ FALSE, 0, NULL });
}

/**
 * tp_value_equal:
 * @a: a value
 * @b: a value of the same field
 *
 * Returns: whether they are the same; not stated equals only not stated
 */
gboolean
tp_value_equal (const TpValue *a, const TpValue *b)
{
  return a->set == b->set && a->number == b->number && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * tp_record_equal:
 * @a: a record
 * @b: another of the same kind
 *
 * Returns: whether all their fields are the same (ids are not compared)
 */
gboolean
tp_record_equal (TpRecord *a, TpRecord *b)
{
  guint n = info_of (a)->n_fields;

  for (guint i = 0; i < n; i++)
    if (!tp_value_equal (&PRIV (a)->values[i], &PRIV (b)->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * tp_record_get_key:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): what people name the record by: its first
 *   business key that is set (an exporter's USCC before its short reference)
 */
const char *
tp_record_get_key (TpRecord *self)
{
  const TpKindInfo *info = info_of (self);
  const char *made = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TP_FIELD_KEY) != 0 && PRIV (self)->values[i].set)
      {
        if ((info->fields[i].flags & TP_FIELD_AUTO) == 0)
          return PRIV (self)->values[i].text;
        made = PRIV (self)->values[i].text;
      }
  return made;
}

/**
 * tp_language_is_chinese:
 *
 * Returns: whether the person reads Chinese: names in Chinese come first then
 */
gboolean
tp_language_is_chinese (void)
{
  const char *language = g_get_language_names ()[0];

  return g_str_has_prefix (language, "zh");
}

/**
 * tp_record_get_local:
 * @self: a record
 * @field: a field that has a twin in Chinese, such as "name" with "name_local"
 *
 * Returns: (nullable) (transfer none): the text in the reader's script, or the other
 *   where only that is known
 */
const char *
tp_record_get_local (TpRecord *self, const char *field)
{
  g_autofree char *twin = g_strconcat (field, "_local", NULL);
  const char *local = tp_kind_field_index (tp_record_get_kind (self), twin) >= 0
                          ? tp_record_get_text (self, twin)
                          : NULL;
  const char *text = tp_record_get_text (self, field);

  if (tp_language_is_chinese ())
    return local != NULL ? local : text;
  return text != NULL ? text : local;
}

/**
 * tp_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what to call the record in a list or a sentence: its
 *   name or title in the reader's script, else its key
 */
const char *
tp_record_get_title (TpRecord *self)
{
  static const char *const fields[] = { "name", "title" };
  const char *key;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (tp_kind_field_index (tp_record_get_kind (self), fields[i]) >= 0)
      {
        const char *text = tp_record_get_local (self, fields[i]);

        if (text != NULL)
          return text;
      }
  key = tp_record_get_key (self);
  return key != NULL ? key : "";
}

/**
 * tp_record_get_second_title:
 * @self: a record with a name in two scripts
 *
 * Returns: (nullable) (transfer none): the name in the script that
 *   tp_record_get_title() does not show, %NULL where there is only one
 */
const char *
tp_record_get_second_title (TpRecord *self)
{
  const char *title = tp_record_get_title (self);
  const char *name = tp_record_get_text (self, "name");
  const char *local = tp_record_get_text (self, "name_local");

  if (name == NULL || local == NULL)
    return NULL;
  return title == name ? local : name;
}
