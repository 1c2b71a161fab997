/* record-sheet.c: one record with all that hangs on it, and its history, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-info.h"
#include "exporter-sheet.h"
#include "record-sheet.h"
#include "record-text.h"
#include "row-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refers_to (const TpField *field, TpKind kind)
{
  return field->type == TP_FIELD_SUBJECT || (field->type == TP_FIELD_REF && field->ref == kind);
}

/* What @query gives, as text; "" and no error where nothing does. */
static char *
rows_of (TpReader *reader, TpQuery *query, TpRowsFormat format, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GArray) ids = tp_reader_select (reader, query, error);

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    return g_strdup ("");
  if (!tp_record_rows_write (reader, query, format, stream, NULL, error))
    return NULL;
  return g_strchomp (g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                                g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream))));
}

/* The records of a kind that refer to @record through @field. */
static TpQuery *
query_of_children (TpKind kind, const TpField *field, TpRecord *record)
{
  TpQuery *query = tp_query_new (kind);

  tp_query_where_number (query, field->name, TP_OP_EQUAL, tp_record_get_id (record));
  /* A subject's id alone can be that of a record of another kind. */
  if (field->type == TP_FIELD_SUBJECT)
    tp_query_where_text (query, "subject_kind", tp_kind_token (tp_record_get_kind (record)));
  return query;
}

/* A child's place in the output: its kind, with the field where that says more
 * ("ledger", but "ledger reverses" for the reversals of an entry). */
static char *
name_of_children (TpKind kind, const TpField *field, TpRecord *record)
{
  const char *token = tp_kind_token (tp_record_get_kind (record));

  if (field->type == TP_FIELD_SUBJECT || strcmp (field->name, token) == 0)
    return g_strdup (tp_kind_info (kind)->plural);
  return g_strdup_printf ("%s_%s", tp_kind_info (kind)->plural, field->name);
}

/* The records of one relation, as a section of their own. */
static gboolean
append_rows (TpReader *reader, TpQuery *query, const char *name, TpRowsFormat format, gboolean *first, GString *out,
             GError **error)
{
  g_autofree char *rows = rows_of (reader, query, format, error);

  if (rows == NULL)
    return FALSE;
  if (*rows == '\0')
    return TRUE;
  if (format == TP_ROWS_JSON)
    g_string_append_printf (out, "%s\"%s\": %s", *first ? "\n" : ",\n", name, rows);
  else
    g_string_append_printf (out, "\n%s\n%s\n", name, rows);
  *first = FALSE;
  return TRUE;
}

static gboolean
append_children (TpReader *reader, TpRecord *record, TpRowsFormat format, GString *out, GError **error)
{
  gboolean of_exporter = tp_record_get_kind (record) == TP_KIND_EXPORTER;
  gboolean first = TRUE;

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    for (guint i = 0; i < tp_kind_info ((TpKind) kind)->n_fields; i++)
      {
        const TpField *field = &tp_kind_info ((TpKind) kind)->fields[i];
        g_autoptr (TpQuery) query = NULL;
        g_autofree char *name = NULL;

        if (of_exporter && kind == TP_KIND_LISTING && i == 0)
          {
            query = tp_query_new (TP_KIND_LISTING);
            if (tp_exporter_sheet_widen (reader, record, query)
                && !append_rows (reader, query, tp_kind_info (TP_KIND_LISTING)->plural, format, &first, out, error))
              return FALSE;
            continue;
          }
        if (!refers_to (field, tp_record_get_kind (record)))
          continue;
        query = query_of_children ((TpKind) kind, field, record);
        name = name_of_children ((TpKind) kind, field, record);
        if (of_exporter && kind == TP_KIND_ENTRY)
          tp_exporter_sheet_widen (reader, record, query);
        /* Its checklist has them already, with what nobody asked for. */
        if (of_exporter && kind == TP_KIND_REQUIREMENT_STATUS && format != TP_ROWS_JSON)
          continue;
        if (!append_rows (reader, query, name, format, &first, out, error))
          return FALSE;
      }
  if (format == TP_ROWS_JSON && !first)
    g_string_append_c (out, '\n');
  return TRUE;
}

static char *
sheet_json (TpReader *reader, TpRecord *record, TpDay as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (tp_record_get_kind (record));
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  g_autofree char *rows = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  char *start, *end;

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TP_FIELD_KEY) != 0 && tp_record_is_set (record, info->fields[i].name))
      {
        tp_query_where_text (query, info->fields[i].name, tp_record_get_text (record, info->fields[i].name));
        break;
      }
  rows = rows_of (reader, query, TP_ROWS_JSON, error);
  if (rows == NULL)
    return NULL;
  /* An array of the one object: take the object. */
  start = strchr (rows, '{');
  end = strrchr (rows, '}');
  g_return_val_if_fail (start != NULL && end != NULL, NULL);
  end[1] = '\0';
  g_string_append_printf (out, "{\"kind\": \"%s\",\n\"record\": %s,\n",
                          tp_kind_token (tp_record_get_kind (record)), start);
  if (tp_record_get_kind (record) == TP_KIND_EXPORTER
      && !tp_exporter_sheet_append (reader, record, as_of, TP_ROWS_JSON, out, error))
    return NULL;
  g_string_append (out, "\"related\": {");
  if (!append_children (reader, record, TP_ROWS_JSON, out, error))
    return NULL;
  g_string_append (out, "}}\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * tp_record_sheet:
 * @reader: a reader
 * @record: a record
 * @as_of: the day of what is worked out: an exporter's stage, checklist and sales
 * @format: %TP_ROWS_TABLE for a person, %TP_ROWS_JSON for a program
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record's fields and every record that
 *   refers to it
 */
char *
tp_record_sheet (TpReader *reader, TpRecord *record, TpDay as_of, TpRowsFormat format, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = 0;

  if (format == TP_ROWS_JSON)
    return sheet_json (reader, record, as_of, error);
  g_string_append_printf (out, "%s: %s\n\n", tp_kind_title (tp_record_get_kind (record)),
                          tp_record_get_title (record));
  for (guint i = 0; i < info->n_fields; i++)
    width = MAX (width, tp_text_display_width (tp_field_title (&info->fields[i])));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *title = tp_field_title (&info->fields[i]);
      g_autofree char *value = tp_record_field_display (reader, record, &info->fields[i]);
      g_autofree char *key = tp_record_field_text (reader, record, &info->fields[i]);
      gboolean is_reference = info->fields[i].type == TP_FIELD_REF || info->fields[i].type == TP_FIELD_SUBJECT;

      g_string_append_printf (out, "%s%*s  %s", title,
                              (int) (width - tp_text_display_width (title)), "", value);
      if (is_reference && *key != '\0' && strcmp (key, value) != 0)
        g_string_append_printf (out, " (%s)", key);
      g_string_append_c (out, '\n');
    }
  if (tp_record_get_kind (record) == TP_KIND_EXPORTER
      && !tp_exporter_sheet_append (reader, record, as_of, TP_ROWS_TABLE, out, error))
    return NULL;
  if (!append_children (reader, record, TP_ROWS_TABLE, out, error))
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
op_title (TpChangeOp op)
{
  switch (op)
    {
    case TP_CHANGE_OP_INSERT:
      return C_ ("what a change did to a record", "added");
    case TP_CHANGE_OP_DELETE:
      return C_ ("what a change did to a record", "deleted");
    case TP_CHANGE_OP_UPDATE:
    case TP_CHANGE_OP_NONE:
    default:
      return C_ ("what a change did to a record", "changed");
    }
}

static void
append_field_change (TpReader *reader, TpKind kind, TpRecord *record, const TpFieldChange *change,
                     TpChangeOp op, GString *out)
{
  g_autofree char *before = tp_record_value_text (reader, kind, record, change->field, &change->before);
  g_autofree char *after = tp_record_value_text (reader, kind, record, change->field, &change->after);

  if (op == TP_CHANGE_OP_INSERT)
    g_string_append_printf (out, "    %s: %s\n", change->field->name, after);
  else
    g_string_append_printf (out, "    %s: %s → %s\n", change->field->name,
                            *before != '\0' ? before : "–", *after != '\0' ? after : "–");
}

/* Whose entry it is, where that is an exporter merged into this one. */
static void
append_merged (TpReader *reader, TpKind kind, TpRecord *record, TpChangeInfo *change, GString *out)
{
  gint64 id = tp_change_info_get_record (change);
  g_autoptr (TpRecord) merged = NULL;

  if (kind != TP_KIND_EXPORTER || record == NULL || id == 0 || id == tp_record_get_id (record))
    return;
  merged = tp_reader_get (reader, kind, id);
  if (merged == NULL)
    return;
  g_string_append (out, "    ");
  /* Translators: in a history: an exporter's name, its reference */
  g_string_append_printf (out, _ ("of “%s” (%s), which was merged into it"), tp_record_get_title (merged),
                          tp_record_get_text (merged, "reference"));
  g_string_append_c (out, '\n');
}

/**
 * tp_record_history_text:
 * @reader: a reader
 * @kind: the kind of the record
 * @record: (nullable): the record as it is now; %NULL where it is deleted
 * @changes: (element-type TpChangeInfo): its history, from tp_reader_history()
 *
 * Returns: (transfer full): each change with each field before and after, newest first
 */
char *
tp_record_history_text (TpReader *reader, TpKind kind, TpRecord *record, GPtrArray *changes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      TpChangeInfo *change = g_ptr_array_index (changes, i);
      g_autofree char *time = tp_time_to_iso (tp_change_info_get_time (change));
      GArray *fields = tp_change_info_get_fields (change);
      const char *verb = tp_change_info_get_undoes (change) != 0   ? "undo"
                         : tp_change_info_get_redoes (change) != 0 ? "redo"
                                                                   : tp_change_info_get_verb (change);

      g_string_append_printf (out, "%s  %s  %s  (%s)\n", time,
                              tp_change_info_get_author (change) != NULL ? tp_change_info_get_author (change) : "–",
                              op_title (tp_change_info_get_op (change)), verb);
      append_merged (reader, kind, record, change, out);
      for (guint n = 0; n < fields->len; n++)
        append_field_change (reader, kind, record, &g_array_index (fields, TpFieldChange, n),
                             tp_change_info_get_op (change), out);
    }
  return g_string_free (out, FALSE);
}
