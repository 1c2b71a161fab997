/* import-exporters.c: checking a spreadsheet of exporters, and taking it over.
 *
 * Both walk the file in the same way and decide on each row by the same rules, so that
 * what a preview counted is what an import does. Only refused rows are kept, and those
 * in a file of their own but for the first thousand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-exporters.h"

#include "advance-exporter.h"
#include "error.h"
#include "exporter-match.h"
#include "import-plan.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows between two looks at the cancellable and two words on the progress. */
#define ROWS_A_STEP 500

/* One walk over the file. */
typedef struct
{
  TpImportPlan *plan;
  TpReader *reader;
  TpChange *change; /* NULL: only checking */
  TpDay day; /* of what the file does not date */
  char *currency;
  gboolean empty; /* the workspace has no exporters: no need to look for them */
  TpSeen *seen;
  TpSeen *names; /* of the exporters there were; NULL: not asked for yet */
  GPtrArray *cells;
  guint line;
  int fault; /* the column at fault, -1: none */
  TpImportCounts counts;
  GPtrArray *refused;
  GFile *spool_file;
  GFileIOStream *spool;
  TpCsvWriter *spool_writer;
} Walk;

typedef enum
{
  ROW_ADDED,
  ROW_UPDATED,
  ROW_SKIPPED,
  ROW_REFUSED, /* the error says why */
  ROW_STOP,    /* the error ends everything */
} Outcome;

static void
walk_clear (Walk *walk)
{
  g_free (walk->currency);
  g_clear_pointer (&walk->seen, tp_seen_free);
  g_clear_pointer (&walk->names, tp_seen_free);
  g_clear_pointer (&walk->refused, g_ptr_array_unref);
  g_clear_object (&walk->spool_writer);
  g_clear_object (&walk->spool);
  if (walk->spool_file != NULL)
    g_file_delete (walk->spool_file, NULL, NULL);
  g_clear_object (&walk->spool_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* Refused rows */

static gboolean
spool_begin (Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  walk->spool_file = g_file_new_tmp ("tradepivot-XXXXXX.csv", &walk->spool, error);
  if (walk->spool_file == NULL)
    return FALSE;
  walk->spool_writer = tp_csv_writer_new (g_io_stream_get_output_stream (G_IO_STREAM (walk->spool)),
                                          TP_CSV_BOM | TP_CSV_CRLF);
  for (guint i = 0; i < walk->plan->columns->len; i++)
    g_ptr_array_add (row, (gpointer) tp_import_plan_get_heading (walk->plan, i));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Line"));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Column"));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Reason"));
  return tp_csv_writer_row (walk->spool_writer, (const char *const *) row->pdata, row->len, NULL, error);
}

static const char *
cell_of (Walk *walk, int column)
{
  return column >= 0 && (guint) column < walk->cells->len ? g_ptr_array_index (walk->cells, column) : "";
}

static const char *
name_in_row (Walk *walk)
{
  const char *name = cell_of (walk, tp_import_column_of (walk->plan, "name_local"));

  return *name != '\0' ? name : cell_of (walk, tp_import_column_of (walk->plan, "name"));
}

/* The first cell with something in it that no heading stands over. */
static guint
first_surplus (Walk *walk)
{
  guint i = walk->plan->columns->len;

  while (i < walk->cells->len && *(const char *) g_ptr_array_index (walk->cells, i) == '\0')
    i++;
  return i;
}

/* Keeps a refused row, or ends the import where one is enough. */
static gboolean
refuse_row (Walk *walk, const char *reason, GError **error)
{
  const char *column = walk->fault >= 0 ? tp_import_plan_get_heading (walk->plan, (guint) walk->fault) : "";
  g_autofree char *line = g_strdup_printf ("%u", walk->line);
  g_autoptr (GPtrArray) row = NULL;

  if (walk->plan->on_fault == TP_FAULT_FAIL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: line number, the column's heading, its value, what is wrong */
                   _ ("Line %u, column “%s”, “%s”: %s. Nothing was changed."), walk->line, column,
                   cell_of (walk, walk->fault), reason);
      return FALSE;
    }
  walk->counts.rejected++;
  if (walk->refused->len < TP_REFUSED_SHOWN)
    {
      guint surplus = first_surplus (walk);
      const char *name = name_in_row (walk);
      const char *value = cell_of (walk, surplus < walk->cells->len ? (int) surplus : walk->fault);

      g_ptr_array_add (walk->refused,
                       tp_refused_row_new (walk->line,
                                           *name != '\0' ? name : C_ ("refused row", "(no name)"), column,
                                           *value != '\0' ? value : C_ ("refused row", "(empty)"), reason));
    }
  if (walk->spool_writer == NULL && !spool_begin (walk, error))
    return FALSE;
  row = g_ptr_array_new ();
  for (guint i = 0; i < walk->plan->columns->len; i++)
    g_ptr_array_add (row, (gpointer) cell_of (walk, (int) i));
  g_ptr_array_add (row, line);
  g_ptr_array_add (row, (gpointer) column);
  g_ptr_array_add (row, (gpointer) reason);
  for (guint i = walk->plan->columns->len; i < walk->cells->len; i++)
    g_ptr_array_add (row, (gpointer) cell_of (walk, (int) i));
  return tp_csv_writer_row (walk->spool_writer, (const char *const *) row->pdata, row->len, NULL, error);
}

static gboolean
has_surplus (Walk *walk, GError **error)
{
  guint n = walk->plan->columns->len, first = first_surplus (walk);

  if (first >= walk->cells->len)
    return FALSE;
  g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
               /* Translators: a cell's text */
               g_dngettext (GETTEXT_PACKAGE,
                            "“%s” stands beyond the %u column: put a value that holds the sign between "
                            "cells into quotation marks, or give the surplus cell a heading",
                            "“%s” stands beyond the %u columns: put a value that holds the sign between "
                            "cells into quotation marks, or give the surplus cell a heading",
                            n),
               (const char *) g_ptr_array_index (walk->cells, first), n);
  return TRUE;
}

/* The same exporter twice in the file */

static const char *
name_field (TpRecord *exporter)
{
  return tp_record_is_set (exporter, "name_local") ? "name_local" : "name";
}

static gboolean
is_again (Walk *walk, TpRecord *exporter, const char *name_key, GError **error)
{
  const char *uscc = tp_record_get_text (exporter, "uscc");
  const char *key = uscc != NULL ? uscc : name_key;
  gint64 line = key != NULL ? tp_seen_find (walk->seen, key) : 0;

  if (line == 0)
    return FALSE;
  walk->fault = tp_import_column_of (walk->plan, uscc != NULL ? "uscc" : name_field (exporter));
  g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
               uscc != NULL ? _ ("Same USCC as line %u of this file")
                            : _ ("Same name and province as line %u of this file, and no USCC"),
               (guint) line);
  return TRUE;
}

/* A row with a USCC is remembered by its name too: one without may follow it. */
static void
remember (Walk *walk, const char *uscc, const char *name_key)
{
  if (uscc != NULL)
    tp_seen_add (walk->seen, uscc, walk->line);
  if (name_key != NULL)
    tp_seen_add (walk->seen, name_key, walk->line);
}

/* Stage */

static gboolean
check_new_stage (Walk *walk, TpRecord *exporter, GError **error)
{
  int stage = tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage"));

  if (stage < TP_N_PIPELINE_STAGES || tp_record_is_set (exporter, "stage_reason"))
    return TRUE;
  walk->fault = tp_import_column_of (walk->plan, "stage");
  g_set_error_literal (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
                       _ ("On hold and declined need a reason: add a column “stage_reason”"));
  return FALSE;
}

/* Rows */

static Outcome
add_row (Walk *walk, TpRecord *exporter, GError **error)
{
  if (!tp_record_is_set (exporter, "stage"))
    tp_record_set_text (exporter, "stage", tp_stage_token (TP_STAGE_SOURCED));
  if (!tp_record_is_set (exporter, "sourced"))
    tp_record_set_day (exporter, "sourced", walk->day);
  if (!tp_import_row_check (walk->plan, exporter, &walk->fault, error)
      || !check_new_stage (walk, exporter, error))
    return ROW_REFUSED;
  if (walk->change != NULL && !tp_change_insert (walk->change, exporter, error))
    return ROW_STOP;
  walk->counts.later += tp_record_get_day (exporter, "sourced") > walk->day ? 1 : 0;
  return ROW_ADDED;
}

static gboolean
read_names (Walk *walk, GError **error)
{
  if (walk->names == NULL)
    walk->names = tp_import_names_read (walk->reader, walk->change, walk->plan->cancellable, error);
  return walk->names != NULL;
}

/* The exporter with what the row states laid over it; blank cells say nothing. */
static TpRecord *
lay_over (Walk *walk, TpRecord *stored, TpRecord *row)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  TpRecord *wanted = tp_record_edit (stored);

  for (guint i = 0; i < info->n_fields; i++)
    if (tp_record_value (row, i)->set)
      tp_record_set_value (wanted, i, tp_record_value (row, i));
  return wanted;
}

static Outcome
update_row (Walk *walk, TpRecord *stored, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) wanted = lay_over (walk, stored, row);
  const char *token = tp_record_get_text (wanted, "stage");
  gboolean moves = g_strcmp0 (token, tp_record_get_text (stored, "stage")) != 0;
  TpStage stage = (TpStage) tp_word_index (tp_words_stage, token);
  const char *reason = tp_record_get_text (row, "stage_reason");

  if (tp_record_equal (wanted, stored))
    return ROW_SKIPPED;
  if (!tp_import_row_check (walk->plan, wanted, &walk->fault, error))
    return ROW_REFUSED;
  if (moves)
    {
      g_autoptr (TpRecord) before = tp_record_edit (wanted);

      /* The rule of advancing, for the exporter with the codes this row brings. */
      tp_record_set_text (before, "stage", tp_record_get_text (stored, "stage"));
      if (!tp_exporter_check_advance (walk->reader, before, stage, reason, error))
        {
          walk->fault = tp_import_column_of (walk->plan, "stage");
          return ROW_REFUSED;
        }
      tp_record_set_text (wanted, "stage_reason", reason);
    }
  if (walk->change != NULL
      && (!tp_change_update (walk->change, wanted, error)
          || (moves && !tp_advance_record (walk->change, stored, stage, walk->day, reason, error))))
    return ROW_STOP;
  return ROW_UPDATED;
}

/* The exporter that a row is about, if it is there already. */
static gboolean
find_stored (Walk *walk, TpRecord *exporter, TpRecord **stored, GError **error)
{
  gint64 id;

  *stored = NULL;
  if (walk->empty)
    return TRUE;
  if (tp_record_is_set (exporter, "uscc"))
    {
      *stored = tp_reader_find (walk->reader, TP_KIND_EXPORTER, "uscc", tp_record_get_text (exporter, "uscc"));
      return TRUE;
    }
  walk->plan->nameless = TRUE;
  if (!read_names (walk, error))
    return FALSE;
  id = tp_import_names_find (walk->names, exporter);
  *stored = id != 0 ? tp_reader_get (walk->reader, TP_KIND_EXPORTER, id) : NULL;
  return TRUE;
}

/* What becomes of a row that the file has once. */
static Outcome
settle_row (Walk *walk, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) stored = NULL;

  if (!find_stored (walk, row, &stored, error))
    return ROW_STOP;
  if (stored == NULL)
    return add_row (walk, row, error);
  if (walk->plan->on_duplicate == TP_DUPLICATE_SKIP)
    return ROW_SKIPPED;
  if (walk->plan->on_duplicate == TP_DUPLICATE_UPDATE)
    return update_row (walk, stored, row, error);
  g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
               /* Translators: line number, an exporter's name */
               _ ("Line %u: “%s” is there already. Nothing was changed."), walk->line,
               tp_record_get_title (stored));
  return ROW_STOP;
}

static Outcome
take_row (Walk *walk, GError **error)
{
  g_autoptr (TpRecord) row = NULL;
  g_autofree char *name_key = NULL;
  const char *uscc, *region;
  Outcome outcome;

  if (has_surplus (walk, error))
    return ROW_REFUSED;
  row = tp_import_row_read (walk->plan, walk->cells, walk->currency, &walk->fault, error);
  if (row == NULL)
    return ROW_REFUSED;
  uscc = tp_record_get_text (row, "uscc");
  region = tp_uscc_region_province (uscc);
  if (!tp_record_is_set (row, "province") && region != NULL)
    tp_record_set_text (row, "province", region);
  name_key = tp_exporter_name_key (row, name_field (row));
  if (is_again (walk, row, name_key, error))
    return ROW_REFUSED;
  outcome = settle_row (walk, row, error);
  if (outcome <= ROW_SKIPPED)
    remember (walk, uscc, name_key);
  if (outcome <= ROW_UPDATED && !tp_uscc_agrees (uscc, tp_record_get_text (row, "province")))
    walk->counts.warned++;
  return outcome;
}

static gboolean
count_row (Walk *walk, GError **error)
{
  g_autoptr (GError) fault = NULL;

  walk->fault = -1;
  switch (take_row (walk, &fault))
    {
    case ROW_ADDED:
      walk->counts.added++;
      return TRUE;
    case ROW_UPDATED:
      walk->counts.updated++;
      return TRUE;
    case ROW_SKIPPED:
      walk->counts.skipped++;
      return TRUE;
    case ROW_REFUSED:
      return refuse_row (walk, fault->message, error);
    case ROW_STOP:
    default:
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
}

static gboolean
go_on (Walk *walk, GError **error)
{
  if (walk->change != NULL)
    return tp_change_check_cancelled (walk->change, error);
  return !g_cancellable_set_error_if_cancelled (walk->plan->cancellable, error);
}

static gboolean
walk_file (Walk *walk, char **sha256, GError **error)
{
  TpImportPlan *plan = walk->plan;
  g_autoptr (GFileInputStream) file = g_file_read (plan->file, plan->cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (TpCsvReader) csv = NULL;
  g_autoptr (GError) failed = NULL;
  goffset size;

  if (file == NULL)
    return FALSE;
  /* At once where they are known to be needed: no row of the file has changed any yet. */
  if (plan->nameless && !walk->empty && !read_names (walk, error))
    return FALSE;
  info = g_file_input_stream_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  size = info != NULL ? g_file_info_get_size (info) : 0;
  stream = walk->change != NULL ? tp_hashing_stream_new (G_INPUT_STREAM (file))
                                : g_object_ref (G_INPUT_STREAM (file));
  csv = tp_csv_reader_new (stream);
  tp_csv_reader_set_encoding (csv, plan->encoding);
  tp_csv_reader_set_delimiter (csv, plan->delimiter);
  tp_csv_reader_set_heading_score (csv, tp_import_score_headings, NULL, NULL);
  while (tp_csv_reader_next (csv, &walk->cells, &walk->line, NULL, &failed))
    {
      walk->counts.read++;
      if (!count_row (walk, error))
        return FALSE;
      if (walk->counts.read % ROWS_A_STEP != 0)
        continue;
      if (!go_on (walk, error))
        return FALSE;
      if (plan->progress != NULL)
        plan->progress (tp_csv_reader_get_bytes_read (csv), size, plan->progress_data);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (walk->spool_writer != NULL
      && (!tp_csv_writer_finish (walk->spool_writer, NULL, error)
          || !g_io_stream_close (G_IO_STREAM (walk->spool), NULL, error)))
    return FALSE;
  if (walk->change != NULL)
    *sha256 = tp_hashing_stream_get (stream);
  return go_on (walk, error);
}

static void
walk_start (Walk *walk, TpImportPlan *plan, TpReader *reader, TpDay today)
{
  walk->plan = plan;
  walk->day = plan->day != TP_DAY_NONE ? MIN (plan->day, today) : today;
  walk->reader = reader;
  walk->currency = tp_reader_setting (reader, "currency");
  if (walk->currency == NULL)
    walk->currency = g_strdup ("CNY");
  walk->empty = tp_reader_count (reader, TP_KIND_EXPORTER) == 0;
  walk->seen = tp_seen_new ();
  walk->refused = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < plan->columns->len; i++)
    g_clear_pointer (&g_array_index (plan->columns, TpImportColumn, i).known, g_hash_table_unref);
}

/* The plan takes over what the walk found. */
static void
walk_end (Walk *walk)
{
  TpImportPlan *plan = walk->plan;

  plan->counts = walk->counts;
  g_ptr_array_unref (plan->refused);
  plan->refused = g_steal_pointer (&walk->refused);
  if (plan->spool != NULL)
    g_file_delete (plan->spool, NULL, NULL);
  g_clear_object (&plan->spool);
  plan->spool = g_steal_pointer (&walk->spool_file);
}

static gboolean
write_log (TpChange *change, TpImportPlan *plan, const TpImportCounts *counts, const char *sha256,
           GError **error)
{
  g_autoptr (TpRecord) log = tp_record_new (TP_KIND_IMPORT);

  tp_record_set_text (log, "name", plan->name);
  tp_record_set_text (log, "sha256", sha256);
  tp_record_set_text (log, "records", tp_kind_info (TP_KIND_EXPORTER)->plural);
  tp_record_set_number (log, "time", tp_change_time (change));
  tp_record_set_number (log, "read", counts->read);
  tp_record_set_number (log, "added", counts->added);
  tp_record_set_number (log, "updated", counts->updated);
  tp_record_set_number (log, "skipped", counts->skipped);
  tp_record_set_number (log, "rejected", counts->rejected);
  tp_record_set_text (log, "outcome", counts->rejected > 0 ? "partly" : "done");
  return tp_change_insert (change, log, error);
}

/* Public API */

/**
 * tp_import_plan_check:
 * @reader: a reader
 * @plan: an open #TpImportPlan
 * @error: return location
 *
 * Checks the whole file against the rules and the workspace and changes nothing (a
 * #TpReadFunc). Counts and refused rows are in the plan after it.
 *
 * Returns: @plan itself, without a reference; %NULL where the file cannot be read to
 *   its end, the check was cancelled, or a fault or duplicate is to end it
 */
gpointer
tp_import_plan_check (TpReader *reader, gpointer plan, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_auto (Walk) walk = { 0 };
  char *sha256 = NULL;

  walk_start (&walk, plan, reader, tp_day_today (zone));
  if (!walk_file (&walk, &sha256, error))
    return NULL;
  walk_end (&walk);
  return plan;
}

/**
 * tp_import_plan_run:
 * @change: a change
 * @plan: an open #TpImportPlan, checked before or not
 * @error: return location
 *
 * Imports the file (a #TpChangeFunc): each row that the rules let pass is added, or laid
 * over the exporter with the same USCC; a record in the import log says what came of
 * it. Cells that are blank leave what is there.
 *
 * Returns: whether it was imported; otherwise nothing is changed
 */
gboolean
tp_import_plan_run (TpChange *change, gpointer plan, GError **error)
{
  TpImportPlan *self = plan;
  g_auto (Walk) walk = { 0 };
  g_autofree char *sha256 = NULL;

  walk_start (&walk, self, tp_change_reader (change), tp_change_today (change));
  walk.change = change;
  if (!walk_file (&walk, &sha256, error) || !write_log (change, self, &walk.counts, sha256, error))
    return FALSE;
  /* The journal is read in every language: it holds the file's name, no words. */
  tp_change_set_subject (change, self->name);
  walk_end (&walk);
  return TRUE;
}
