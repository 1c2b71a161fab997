/* record-text.c: a record's fields as text, with references as business keys.
 *
 * People and files never see ids: a reference is written as the key of the record it
 * names, and read back from any of its keys or its exact name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "field-text.h"
#include "record-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The kind a reference points to; a subject's is in the field before it. */
static TpKind
target_kind (TpRecord *record, const TpField *field)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  int i;

  if (field->type == TP_FIELD_REF)
    return field->ref;
  if (field->type != TP_FIELD_SUBJECT)
    return TP_KIND_NONE;
  i = tp_kind_field_index (tp_record_get_kind (record), field->name);
  return i > 0 ? tp_kind_from_token (tp_record_get_text (record, info->fields[i - 1].name))
               : TP_KIND_NONE;
}

/* A reference whose record is gone keeps its number, so that a fault can be seen. */
static char *
key_of (TpReader *reader, TpKind kind, gint64 id)
{
  g_autoptr (TpRecord) target = kind != TP_KIND_NONE ? tp_reader_get (reader, kind, id) : NULL;
  const char *key = target != NULL ? tp_record_get_key (target) : NULL;

  return key != NULL ? g_strdup (key) : g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

/**
 * tp_record_field_text:
 * @reader: a reader
 * @record: a record
 * @field: a field of its kind
 *
 * The form of files and of the command line, the same in every language; see
 * tp_field_to_text().
 *
 * Returns: (transfer full): the text, "" where the value is not stated
 */
char *
tp_record_field_text (TpReader *reader, TpRecord *record, const TpField *field)
{
  TpKind kind = target_kind (record, field);

  if (field->type != TP_FIELD_REF && field->type != TP_FIELD_SUBJECT)
    return tp_field_to_text (field, record);
  if (!tp_record_is_set (record, field->name))
    return g_strdup ("");
  return key_of (reader, kind, tp_record_get_number (record, field->name));
}

/**
 * tp_record_field_display:
 * @reader: a reader
 * @record: a record
 * @field: a field of its kind
 *
 * Returns: (transfer full): the value for a person to read, in the current language;
 *   a reference is its record's name
 */
char *
tp_record_field_display (TpReader *reader, TpRecord *record, const TpField *field)
{
  TpKind kind = target_kind (record, field);
  g_autoptr (TpRecord) target = NULL;

  if (kind == TP_KIND_NONE || !tp_record_is_set (record, field->name))
    return tp_field_to_display (field, record);
  target = tp_reader_get (reader, kind, tp_record_get_number (record, field->name));
  if (target == NULL)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, tp_record_get_number (record, field->name));
  return g_strdup (tp_record_get_title (target));
}

/**
 * tp_record_value_text:
 * @reader: a reader
 * @kind: a kind
 * @context: (nullable): the record as it is now, for the currency of an amount
 * @field: a field of @kind
 * @value: a value it has, or had
 *
 * Returns: (transfer full): the value as tp_record_field_text() writes it
 */
char *
tp_record_value_text (TpReader *reader, TpKind kind, TpRecord *context, const TpField *field,
                      const TpValue *value)
{
  g_autoptr (TpRecord) record = context != NULL ? tp_record_edit (context) : tp_record_new (kind);

  tp_record_set_value (record, (guint) tp_kind_field_index (kind, field->name), value);
  return tp_record_field_text (reader, record, field);
}

/**
 * tp_record_field_from_text:
 * @reader: a reader
 * @record: an unsealed record
 * @field: a field of its kind
 * @text: what a person or a file gives; "" is "not stated"
 * @error: return location
 *
 * Sets the field from text: the reverse of tp_record_field_text().
 *
 * Returns: whether the text is a value of the field
 */
gboolean
tp_record_field_from_text (TpReader *reader, TpRecord *record, const TpField *field, const char *text,
                           GError **error)
{
  TpKind kind = target_kind (record, field);
  g_autofree char *key = NULL;
  g_autoptr (TpRecord) target = NULL;

  if (field->type != TP_FIELD_REF && field->type != TP_FIELD_SUBJECT)
    return tp_field_from_text (field, record, text, error);
  key = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*key == '\0')
    {
      tp_record_clear (record, field->name);
      return TRUE;
    }
  target = kind != TP_KIND_NONE ? tp_reader_find_key (reader, kind, key) : NULL;
  if (target == NULL)
    {
      /* Translators: a field's title, what was given, and the kind of record looked for */
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   _ ("%s: there is no “%s” among the records of kind “%s”; give its short name, code, "
                      "reference or exact title"),
                   tp_field_title (field), key,
                   kind != TP_KIND_NONE ? tp_kind_title (kind) : tp_field_title (field));
      return FALSE;
    }
  tp_record_set_number (record, field->name, tp_record_get_id (target));
  return TRUE;
}

/* "listed,selling": any of several words. */
static gboolean
where_words (TpReader *reader, TpQuery *query, const TpField *field, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (TpRecord) probe = tp_record_new (tp_query_get_kind (query));

      if (!tp_record_field_from_text (reader, probe, field, g_strstrip (words[i]), error))
        return FALSE;
      if (tp_record_is_set (probe, field->name))
        tp_query_where_text (query, field->name, tp_record_get_text (probe, field->name));
    }
  return TRUE;
}

/**
 * tp_query_where_given:
 * @reader: a reader
 * @query: a query
 * @field: the name of a field
 * @value: what it must hold, as a person writes it; several words of a list with
 *   commas between, "" for "not stated"
 * @error: return location
 *
 * Adds a condition from a command line.
 *
 * Returns: whether the condition could be understood
 */
gboolean
tp_query_where_given (TpReader *reader, TpQuery *query, const char *field, const char *value,
                      GError **error)
{
  TpKind kind = tp_query_get_kind (query);
  const TpField *known = tp_kind_field (kind, field);
  g_autoptr (TpRecord) probe = NULL;

  if (known == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to filter by"),
                   tp_kind_info (kind)->plural, field);
      return FALSE;
    }
  if (*value == '\0')
    {
      tp_query_where (query, known->name, TP_OP_NOT_SET);
      return TRUE;
    }
  if (known->type == TP_FIELD_TOKEN)
    return where_words (reader, query, known, value, error);
  probe = tp_record_new (kind);
  /* A subject's key says nothing without its kind. */
  if (known->type == TP_FIELD_SUBJECT)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The field “%s” cannot be filtered by: show the record itself to see what hangs on it"),
                   field);
      return FALSE;
    }
  if (!tp_record_field_from_text (reader, probe, known, value, error))
    return FALSE;
  if (tp_field_is_text (known))
    tp_query_where_text (query, known->name, tp_record_get_text (probe, known->name));
  else
    tp_query_where_number (query, known->name, TP_OP_EQUAL, tp_record_get_number (probe, known->name));
  return TRUE;
}
