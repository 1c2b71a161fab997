/* record-rows.c: records as tables, CSV and JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-info.h"
#include "csv-writer.h"
#include "edit-enrolment.h"
#include "field-text.h"
#include "json-writer.h"
#include "record-rows.h"
#include "record-text.h"
#include "row-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No cell of a terminal's table is wider. */
#define MAX_CELL 40

/* What a terminal's table shows of the kinds with many fields. */
static const struct
{
  TpKind kind;
  const char *fields;
} table_fields[] = {
  { TP_KIND_EXPORTER, "reference uscc name_local name province stage owner annual_export currency us_share" },
  { TP_KIND_PRODUCT, "reference gtin exporter name hs_code fob_price domestic_price currency" },
  { TP_KIND_COMMITMENT, "key title instruments capital currency effective end status" },
  { TP_KIND_INDICATOR, "key commitment name measure counted baseline target qualifier" },
  { TP_KIND_PROGRAMME, "key organisation channel title provinces hs_chapters capacity start end" },
  { TP_KIND_CHANNEL, "key organisation name kind commission returns" },
  { TP_KIND_ENTRY, "reference fund type date amount currency purpose organisation reverses overrun" },
  { TP_KIND_EVENT, "key kind date title" },
  { TP_KIND_EVIDENCE, "reference publisher title date" },
  { TP_KIND_ACTIVITY, "reference exporter kind date author text from_stage to_stage" },
  { TP_KIND_ORGANISATION, "key name name_local kind parent" },
};

static gboolean
is_in_table (TpKind kind, const TpField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (table_fields); i++)
    if (table_fields[i].kind == kind)
      {
        g_auto (GStrv) names = g_strsplit (table_fields[i].fields, " ", -1);

        return g_strv_contains ((const char *const *) names, field->name);
      }
  return field->type != TP_FIELD_NOTE;
}

/**
 * tp_rows_format_parse:
 * @name: (nullable): "table", "csv" or "json"
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
tp_rows_format_parse (const char *name, TpRowsFormat *format)
{
  static const char *const names[] = { "table", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *format = (TpRowsFormat) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_table (TpReader *reader, TpKind kind, GArray *ids, GOutputStream *stream,
             GCancellable *cancellable, GError **error)
{
  const TpKindInfo *info = tp_kind_info (kind);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (TpRowTable) table = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if (is_in_table (kind, &info->fields[i]))
      {
        g_ptr_array_add (fields, (gpointer) &info->fields[i]);
        g_ptr_array_add (titles, (gpointer) tp_field_title (&info->fields[i]));
      }
  table = tp_row_table_new ((const char *const *) titles->pdata, titles->len);
  for (guint n = 0; n < ids->len; n++)
    {
      g_autoptr (TpRecord) record = tp_reader_get (reader, kind, g_array_index (ids, gint64, n));
      g_auto (GStrv) cells = g_new0 (char *, fields->len + 1);

      if (record == NULL)
        continue;
      for (guint i = 0; i < fields->len; i++)
        {
          const TpField *field = g_ptr_array_index (fields, i);

          /* An amount that nobody stated is not an empty one. */
          cells[i] = field->type == TP_FIELD_MINOR && !tp_record_is_set (record, field->name)
                         ? g_strdup (C_ ("value", "Not stated"))
                         : tp_record_field_text (reader, record, field);
        }
      tp_row_table_add (table, (const char *const *) cells);
    }
  text = tp_row_table_to_string (table, MAX_CELL);
  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

/* What files say of a record besides its own fields, as an import reads it. */
typedef struct
{
  const char *name;
  char *(*text) (TpReader *reader, TpRecord *record);
} Added;

#define MAX_ADDED 2

static TpRecord *
exporter_of (TpReader *reader, TpRecord *record)
{
  g_autoptr (TpRecord) product = NULL;

  if (tp_record_get_kind (record) == TP_KIND_LISTING)
    product = tp_reader_get (reader, TP_KIND_PRODUCT, tp_record_get_number (record, "product"));
  else
    product = g_object_ref (record);
  return product != NULL && tp_record_is_set (product, "exporter")
             ? tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_number (product, "exporter"))
             : NULL;
}

/* Whose product a listing has. */
static char *
exporter_text (TpReader *reader, TpRecord *listing)
{
  g_autoptr (TpRecord) exporter = exporter_of (reader, listing);

  return g_strdup (exporter != NULL ? tp_record_get_key (exporter) : "");
}

/* References such as E-1001 are given anew by each workspace: the name tells whose the
 * record is. */
static char *
exporter_name_text (TpReader *reader, TpRecord *record)
{
  g_autoptr (TpRecord) exporter = exporter_of (reader, record);
  const char *name = NULL;

  if (exporter != NULL)
    name = tp_record_get_text (exporter, tp_record_is_set (exporter, "name_local") ? "name_local" : "name");
  return g_strdup (name != NULL ? name : "");
}

/* The day of an enrolment's status. */
static char *
status_day_text (TpReader *reader, TpRecord *enrolment)
{
  const char *day = tp_enrolment_day_field (tp_record_get_text (enrolment, "status"));

  return day != NULL ? tp_field_to_text (tp_kind_field (TP_KIND_ENROLMENT, day), enrolment) : g_strdup ("");
}

static guint
added_of (TpKind kind, Added *added)
{
  guint n = 0;

  if (kind == TP_KIND_ENROLMENT)
    added[n++] = (Added){ "date", status_day_text };
  if (kind == TP_KIND_LISTING)
    added[n++] = (Added){ "exporter", exporter_text };
  if (kind == TP_KIND_LISTING || tp_kind_field_index (kind, "exporter") >= 0)
    added[n++] = (Added){ "exporter_name", exporter_name_text };
  return n;
}

static gboolean
write_csv (TpReader *reader, TpKind kind, GArray *ids, TpCsvFlags flags, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
  const TpKindInfo *info = tp_kind_info (kind);
  Added added[MAX_ADDED];
  guint n_added = added_of (kind, added), n_cells = info->n_fields + n_added;
  g_autoptr (TpCsvWriter) writer = tp_csv_writer_new (stream, flags);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    g_ptr_array_add (names, (gpointer) info->fields[i].name);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (names, (gpointer) added[i].name);
  if (!tp_csv_writer_row (writer, (const char *const *) names->pdata, names->len, cancellable, error))
    return FALSE;
  for (guint n = 0; n < ids->len; n++)
    {
      g_autoptr (TpRecord) record = tp_reader_get (reader, kind, g_array_index (ids, gint64, n));
      g_auto (GStrv) cells = g_new0 (char *, n_cells + 1);

      if (record == NULL)
        continue;
      for (guint i = 0; i < info->n_fields; i++)
        cells[i] = tp_record_field_text (reader, record, &info->fields[i]);
      for (guint i = 0; i < n_added; i++)
        cells[info->n_fields + i] = added[i].text (reader, record);
      if (!tp_csv_writer_row (writer, (const char *const *) cells, n_cells, cancellable, error))
        return FALSE;
    }
  return tp_csv_writer_finish (writer, cancellable, error);
}

/* One member of an object: a number is a number, an amount a decimal in major units. */
static void
json_member (TpJsonWriter *writer, TpReader *reader, TpRecord *record, const TpField *field)
{
  g_autofree char *text = NULL;

  if (!tp_record_is_set (record, field->name))
    {
      tp_json_writer_null (writer, field->name);
      return;
    }
  switch (field->type)
    {
    case TP_FIELD_INTEGER:
      tp_json_writer_integer (writer, field->name, tp_record_get_number (record, field->name));
      break;
    case TP_FIELD_FLAG:
      tp_json_writer_flag (writer, field->name, tp_record_get_number (record, field->name) != 0);
      break;
    case TP_FIELD_MINOR:
    case TP_FIELD_BASIS:
      text = tp_record_field_text (reader, record, field);
      tp_json_writer_decimal (writer, field->name, text);
      break;
    case TP_FIELD_TEXT:
    case TP_FIELD_NOTE:
    case TP_FIELD_TOKEN:
    case TP_FIELD_TOKENS:
    case TP_FIELD_DAY:
    case TP_FIELD_TIME:
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
    default:
      text = tp_record_field_text (reader, record, field);
      tp_json_writer_text (writer, field->name, text);
    }
}

static gboolean
json_row (TpJsonWriter *writer, TpReader *reader, TpRecord *record, GCancellable *cancellable, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));
  Added added[MAX_ADDED];
  guint n_added = added_of (tp_record_get_kind (record), added);

  tp_json_writer_begin_row (writer);
  for (guint i = 0; i < info->n_fields; i++)
    json_member (writer, reader, record, &info->fields[i]);
  for (guint i = 0; i < n_added; i++)
    {
      g_autofree char *text = added[i].text (reader, record);

      tp_json_writer_text (writer, added[i].name, *text != '\0' ? text : NULL);
    }
  return tp_json_writer_end_row (writer, cancellable, error);
}

static gboolean
write_json (TpReader *reader, TpKind kind, GArray *ids, GOutputStream *stream, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (TpJsonWriter) writer = tp_json_writer_new (stream);

  for (guint n = 0; n < ids->len; n++)
    {
      g_autoptr (TpRecord) record = tp_reader_get (reader, kind, g_array_index (ids, gint64, n));

      if (record != NULL && !json_row (writer, reader, record, cancellable, error))
        return FALSE;
    }
  return tp_json_writer_finish (writer, cancellable, error);
}

/**
 * tp_record_rows_write:
 * @reader: a reader
 * @query: which records
 * @format: how
 * @stream: where to; not closed
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes the records that @query gives, references as business keys. CSV and JSON hold
 * every field and stream; a table is held in memory.
 *
 * Returns: whether all was written
 */
gboolean
tp_record_rows_write (TpReader *reader, TpQuery *query, TpRowsFormat format, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
  TpKind kind = tp_query_get_kind (query);
  g_autoptr (GArray) ids = tp_reader_select (reader, query, error);

  if (ids == NULL)
    return FALSE;
  switch (format)
    {
    case TP_ROWS_CSV:
      return write_csv (reader, kind, ids, TP_CSV_PLAIN, stream, cancellable, error);
    case TP_ROWS_SHEET:
      return write_csv (reader, kind, ids, TP_CSV_BOM, stream, cancellable, error);
    case TP_ROWS_JSON:
      return write_json (reader, kind, ids, stream, cancellable, error);
    case TP_ROWS_TABLE:
    default:
      return write_table (reader, kind, ids, stream, cancellable, error);
    }
}

static const char *const change_columns[] = { "time", "author", "verb", "subject", "records" };

/* The cells of a change, in the order of change_columns. */
static char **
change_cells (TpChangeInfo *change)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, tp_time_to_iso (tp_change_info_get_time (change)));
  g_strv_builder_add (cells, tp_change_info_get_author (change) != NULL ? tp_change_info_get_author (change) : "");
  g_strv_builder_add (cells, tp_change_info_get_undoes (change) != 0   ? "undo"
                             : tp_change_info_get_redoes (change) != 0 ? "redo"
                                                                       : tp_change_info_get_verb (change));
  g_strv_builder_add (cells, tp_change_info_get_subject (change) != NULL ? tp_change_info_get_subject (change) : "");
  g_strv_builder_take (cells, g_strdup_printf ("%" G_GINT64_FORMAT, tp_change_info_get_rows (change)));
  return g_strv_builder_end (cells);
}

/* A change as CSV or JSON; the stream is in memory and does not fail. */
static char *
changes_in_file_form (GPtrArray *changes, TpRowsFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TpJsonWriter) json = tp_json_writer_new (stream);
  g_autoptr (TpCsvWriter) csv = tp_csv_writer_new (stream, TP_CSV_PLAIN);

  if (format == TP_ROWS_CSV)
    tp_csv_writer_row (csv, change_columns, G_N_ELEMENTS (change_columns), NULL, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      TpChangeInfo *change = g_ptr_array_index (changes, i);
      g_auto (GStrv) cells = change_cells (change);

      if (format == TP_ROWS_CSV)
        {
          tp_csv_writer_row (csv, (const char *const *) cells, G_N_ELEMENTS (change_columns), NULL, NULL);
          continue;
        }
      tp_json_writer_begin_row (json);
      for (guint n = 0; n < G_N_ELEMENTS (change_columns) - 1; n++)
        tp_json_writer_text (json, change_columns[n], *cells[n] != '\0' ? cells[n] : NULL);
      tp_json_writer_integer (json, "records", tp_change_info_get_rows (change));
      tp_json_writer_end_row (json, NULL, NULL);
    }
  if (format == TP_ROWS_CSV)
    tp_csv_writer_finish (csv, NULL, NULL);
  else
    tp_json_writer_finish (json, NULL, NULL);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/**
 * tp_changes_text:
 * @changes: (element-type TpChangeInfo): changes of the journal
 * @format: how
 *
 * Returns: (transfer full): the changes, one a row: when, who, what, on what, and how
 *   many records it touched
 */
char *
tp_changes_text (GPtrArray *changes, TpRowsFormat format)
{
  const char *titles[] = { C_ ("column", "Time"), C_ ("column", "Author"), C_ ("column", "Change"),
                           C_ ("column", "Record"), C_ ("column", "Records") };
  g_autoptr (TpRowTable) table = NULL;

  if (format != TP_ROWS_TABLE)
    return changes_in_file_form (changes, format);
  table = tp_row_table_new (titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < changes->len; i++)
    {
      g_auto (GStrv) cells = change_cells (g_ptr_array_index (changes, i));

      tp_row_table_add (table, (const char *const *) cells);
    }
  return tp_row_table_to_string (table, MAX_CELL);
}
