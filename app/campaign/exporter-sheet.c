/* exporter-sheet.c: what an exporter's sheet says besides its records: the stage and
 * since when, the whole checklist, and what its sales come to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-sheet.h"

#include "json-writer.h"
#include "money.h"
#include "row-table.h"
#include "sales-summary.h"
#include "sums.h"

#include <glib/gi18n-lib.h>

/* A section of the one or the other form: columns with a name, a heading and a text. */
typedef struct
{
  const char *name;
  const char *heading;
  char *text; /* NULL: not stated */
  enum
  {
    CELL_TEXT,
    CELL_NUMBER,
    CELL_FLAG,
  } type;
} Cell;

typedef struct
{
  TpRowsFormat format;
  GOutputStream *stream;
  TpJsonWriter *json;
  TpRowTable *table;
  guint n_rows;
} Section;

static void
section_begin (Section *self, TpRowsFormat format)
{
  *self = (Section){ .format = format };
  if (format != TP_ROWS_JSON)
    return;
  self->stream = g_memory_output_stream_new_resizable ();
  self->json = tp_json_writer_new (self->stream);
}

/* Takes the texts. */
static gboolean
section_add (Section *self, Cell *cells, guint n_cells, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  self->n_rows++;
  if (self->format == TP_ROWS_JSON)
    tp_json_writer_begin_row (self->json);
  else if (self->table == NULL)
    {
      for (guint i = 0; i < n_cells; i++)
        g_ptr_array_add (texts, (gpointer) cells[i].heading);
      self->table = tp_row_table_new ((const char *const *) texts->pdata, n_cells);
      g_ptr_array_set_size (texts, 0);
    }
  for (guint i = 0; i < n_cells; i++)
    if (self->format != TP_ROWS_JSON)
      g_ptr_array_add (texts, cells[i].text != NULL ? cells[i].text : (char *) "");
    else if (cells[i].text == NULL)
      tp_json_writer_null (self->json, cells[i].name);
    else if (cells[i].type == CELL_FLAG)
      tp_json_writer_flag (self->json, cells[i].name, g_str_equal (cells[i].text, "yes"));
    else if (cells[i].type == CELL_NUMBER)
      tp_json_writer_decimal (self->json, cells[i].name, cells[i].text);
    else
      tp_json_writer_text (self->json, cells[i].name, cells[i].text);
  if (self->format != TP_ROWS_JSON)
    tp_row_table_add (self->table, (const char *const *) texts->pdata);
  for (guint i = 0; i < n_cells; i++)
    g_free (cells[i].text);
  return self->format != TP_ROWS_JSON || tp_json_writer_end_row (self->json, NULL, error);
}

/* As the one row's object where @single, else as an array. */
static gboolean
section_end (Section *self, const char *name, gboolean single, GString *out, GError **error)
{
  gboolean ok = TRUE;

  if (self->format != TP_ROWS_JSON)
    {
      if (self->table != NULL)
        {
          g_autofree char *text = tp_row_table_to_string (self->table, 40);

          g_string_append_printf (out, "\n%s\n%s", name, text);
          if (!g_str_has_suffix (text, "\n"))
            g_string_append_c (out, '\n');
        }
    }
  else if ((ok = tp_json_writer_finish (self->json, NULL, error)))
    {
      g_autofree char *rows
          = g_strchomp (g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (self->stream)),
                                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (self->stream))));
      char *start = single ? strchr (rows, '{') : rows;
      char *end = single ? strrchr (rows, '}') : NULL;

      if (end != NULL)
        end[1] = '\0';
      g_string_append_printf (out, "\"%s\": %s,\n", name, start != NULL ? start : "null");
    }
  g_clear_object (&self->json);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->table, tp_row_table_free);
  return ok;
}

static char *
day_text (TpDay day)
{
  return day != TP_DAY_NONE ? tp_day_to_iso (day) : NULL;
}

static const char *
heading (TpKind kind, const char *field)
{
  return tp_field_title (tp_kind_field (kind, field));
}

static gboolean
append_state (TpReader *reader, TpRecord *exporter, TpDay as_of, TpRowsFormat format, GString *out, GError **error)
{
  TpDay since = TP_DAY_NONE;
  TpStage stage = tp_reader_stage_on (reader, tp_record_get_id (exporter), as_of, &since);
  Cell cells[] = {
    { "as_of", C_ ("column", "As of"), day_text (as_of), CELL_TEXT },
    { "stage", heading (TP_KIND_EXPORTER, "stage"), stage < TP_N_STAGES ? g_strdup (tp_stage_token (stage)) : NULL,
      CELL_TEXT },
    { "since", C_ ("column", "Since"), day_text (since), CELL_TEXT },
    { "days", C_ ("column", "Days"), since != TP_DAY_NONE ? g_strdup_printf ("%d", as_of - since) : NULL, CELL_NUMBER },
  };
  Section section;

  section_begin (&section, format);
  return section_add (&section, cells, G_N_ELEMENTS (cells), error)
         && section_end (&section, "state", TRUE, out, error);
}

static TpRecord *
status_for (GPtrArray *statuses, gint64 requirement)
{
  for (guint i = 0; i < statuses->len; i++)
    if (tp_record_get_number (g_ptr_array_index (statuses, i), "requirement") == requirement)
      return g_ptr_array_index (statuses, i);
  return NULL;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static char *
text_of (TpRecord *record, const char *field)
{
  return record != NULL ? g_strdup (tp_record_get_text (record, field)) : NULL;
}

static char *
day_of (TpRecord *record, const char *field)
{
  return record != NULL && tp_record_is_set (record, field) ? day_text (tp_record_get_day (record, field)) : NULL;
}

/* Also what nobody has asked for yet; not what is asked no more and never was. */
static gboolean
append_checklist (TpReader *reader, TpRecord *exporter, TpDay as_of, TpRowsFormat format, GString *out, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT);
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (GPtrArray) statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter",
                                                       tp_record_get_id (exporter));
  g_autoptr (GArray) open = tp_reader_open_requirements (reader, tp_record_get_id (exporter), as_of, NULL);
  Section section;

  tp_query_set_sort (query, "position", FALSE);
  requirements = tp_reader_records (reader, query, error);
  if (requirements == NULL)
    return FALSE;
  section_begin (&section, format);
  for (guint i = 0; i < requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (requirements, i);
      TpRecord *status = status_for (statuses, tp_record_get_id (requirement));
      gboolean is_open = holds (open, tp_record_get_id (requirement));
      g_autoptr (TpRecord) attachment
          = status != NULL && tp_record_is_set (status, "attachment")
                ? tp_reader_get (reader, TP_KIND_ATTACHMENT, tp_record_get_number (status, "attachment"))
                : NULL;
      Cell cells[] = {
        { "requirement", heading (TP_KIND_REQUIREMENT_STATUS, "requirement"),
          g_strdup (tp_record_get_text (requirement, "key")), CELL_TEXT },
        { "stage", heading (TP_KIND_REQUIREMENT, "stage"), g_strdup (tp_record_get_text (requirement, "stage")),
          CELL_TEXT },
        { "status", heading (TP_KIND_REQUIREMENT_STATUS, "status"),
          status != NULL ? text_of (status, "status") : g_strdup (is_open ? "missing" : "not_applicable"), CELL_TEXT },
        { "open", C_ ("column", "Open"), g_strdup (is_open ? "yes" : "no"), CELL_FLAG },
        { "due", heading (TP_KIND_REQUIREMENT_STATUS, "due"), day_of (status, "due"), CELL_TEXT },
        { "document_number", heading (TP_KIND_REQUIREMENT_STATUS, "document_number"),
          text_of (status, "document_number"), CELL_TEXT },
        { "issuer", heading (TP_KIND_REQUIREMENT_STATUS, "issuer"), text_of (status, "issuer"), CELL_TEXT },
        { "expiry", heading (TP_KIND_REQUIREMENT_STATUS, "expiry"), day_of (status, "expiry"), CELL_TEXT },
        { "document", C_ ("column", "Document"), text_of (attachment, "name"), CELL_TEXT },
      };

      if (status == NULL && tp_record_get_number (requirement, "retired") == 1)
        {
          for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
            g_free (cells[k].text);
          continue;
        }
      if (!section_add (&section, cells, G_N_ELEMENTS (cells), error))
        return FALSE;
    }
  return section_end (&section, "checklist", FALSE, out, error);
}

static gboolean
append_sales (TpReader *reader, TpRecord *exporter, TpDay as_of, TpRowsFormat format, GString *out, GError **error)
{
  g_autofree TpSalesQuestion *question = tp_sales_question_new (tp_record_get_id (exporter), as_of, 1);
  g_autoptr (TpSalesSummary) sales = tp_sales_summary_read (reader, question, error);
  gboolean since;
  Section section;

  if (sales == NULL)
    return FALSE;
  section_begin (&section, format);
  if (sales->currency != NULL)
    {
      Cell cells[] = {
        { "sales", C_ ("column", "Sales"), g_strdup_printf ("%u", sales->n_sales), CELL_NUMBER },
        { "first", C_ ("column", "First"), day_text (sales->first_day), CELL_TEXT },
        { "total", C_ ("column", "Total"), tp_money_format_plain (sales->sum, sales->currency), CELL_NUMBER },
        { "enrolled", C_ ("column", "Enrolled"), day_text (sales->enrolled), CELL_TEXT },
        { "since_enrolment", C_ ("column", "Since enrolment"), NULL, CELL_NUMBER },
        { "baseline", C_ ("column", "Baseline"), NULL, CELL_NUMBER },
        { "above_baseline", C_ ("column", "Above the baseline"), NULL, CELL_NUMBER },
        { "currency", heading (TP_KIND_SALE, "currency"), g_strdup (sales->currency), CELL_TEXT },
      };

      since = sales->enrolled != TP_DAY_NONE;
      if (since)
        cells[4].text = tp_money_format_plain (sales->since, sales->currency);
      if (since && sales->has_baseline)
        {
          cells[5].text = tp_money_format_plain (sales->baseline, sales->currency);
          cells[6].text = tp_money_format_plain (sales->beyond, sales->currency);
        }
      if (!section_add (&section, cells, G_N_ELEMENTS (cells), error))
        return FALSE;
    }
  return section_end (&section, "domestic_sales", TRUE, out, error);
}

/**
 * tp_exporter_sheet_append:
 * @reader: a reader
 * @exporter: an exporter
 * @as_of: the day
 * @format: %TP_ROWS_TABLE or %TP_ROWS_JSON
 * @out: (inout): the sections "state", "checklist" and "domestic_sales" are appended; as
 *   JSON members, each with a comma behind it
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
tp_exporter_sheet_append (TpReader *reader, TpRecord *exporter, TpDay as_of, TpRowsFormat format, GString *out,
                          GError **error)
{
  return append_state (reader, exporter, as_of, format, out, error)
         && append_checklist (reader, exporter, as_of, format, out, error)
         && append_sales (reader, exporter, as_of, format, out, error);
}

/**
 * tp_exporter_sheet_widen:
 * @reader: a reader
 * @exporter: an exporter
 * @query: a query for the ledger entries that name it, or for listings
 *
 * Entries go on naming an exporter that was merged into another; listings hang on an
 * exporter by its products.
 *
 * Returns: whether anything is asked for
 */
gboolean
tp_exporter_sheet_widen (TpReader *reader, TpRecord *exporter, TpQuery *query)
{
  gboolean of_entries = tp_query_get_kind (query) == TP_KIND_ENTRY;
  g_autoptr (GPtrArray) others
      = tp_reader_children (reader, of_entries ? TP_KIND_EXPORTER : TP_KIND_PRODUCT,
                            of_entries ? "merged_into" : "exporter", tp_record_get_id (exporter));

  for (guint i = 0; i < others->len; i++)
    {
      tp_query_where_number (query, of_entries ? "exporter" : "product", TP_OP_EQUAL,
                             tp_record_get_id (g_ptr_array_index (others, i)));
      /* One that was merged may have had another merged into it before. */
      if (of_entries)
        tp_exporter_sheet_widen (reader, g_ptr_array_index (others, i), query);
    }
  return others->len > 0;
}
