/* import-walk.c: checking a spreadsheet, and taking it over.
 *
 * Both walk the file in the same way and decide on each row by the same rules, so that
 * what a preview counted is what an import does. Of the rows only the first of each sort
 * are kept; all refused ones go to a file of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"
#include "find-duplicates.h"
#include "record-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows between two looks at the cancellable and two words on the progress. */
#define ROWS_A_STEP 500

typedef enum
{
  OUTCOME_ADDED = TP_ROW_ADDED,
  OUTCOME_UPDATED = TP_ROW_UPDATED,
  OUTCOME_SKIPPED = TP_ROW_SKIPPED,
  OUTCOME_REFUSED = TP_ROW_REFUSED, /* the error says why */
  OUTCOME_STOP,                     /* the error ends everything */
} Outcome;

static void
tp_import_walk_clear (TpImportWalk *walk)
{
  g_free (walk->currency);
  g_clear_pointer (&walk->seen, tp_seen_free);
  g_clear_pointer (&walk->names, tp_seen_free);
  g_clear_pointer (&walk->likely, tp_duplicate_index_free);
  g_clear_pointer (&walk->requirements, g_ptr_array_unref);
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    g_clear_pointer (&walk->rows[i], g_ptr_array_unref);
  g_clear_pointer (&walk->taken, g_array_unref);
  g_clear_object (&walk->spool_writer);
  g_clear_object (&walk->spool);
  if (walk->spool_file != NULL)
    g_file_delete (walk->spool_file, NULL, NULL);
  g_clear_object (&walk->spool_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TpImportWalk, tp_import_walk_clear)

static gboolean
has_surplus (TpImportWalk *walk, GError **error)
{
  guint n = walk->plan->columns->len, first = tp_import_first_surplus (walk);

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

/* The same record twice in the file */

static gboolean
is_again (TpImportWalk *walk, const TpImportKey *keys, guint n_keys, GError **error)
{
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 line = keys[i].again != NULL ? tp_seen_find (walk->seen, keys[i].key) : 0;

      if (line == 0)
        continue;
      walk->fault = tp_import_column_of (walk->plan, keys[i].field);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS, keys[i].again, (guint) line);
#pragma GCC diagnostic pop
      return TRUE;
    }
  return FALSE;
}

static void
remember_keys (TpImportWalk *walk, const TpImportKey *keys, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (!keys[i].only_looked_for)
      tp_seen_add (walk->seen, keys[i].key, walk->line);
}

/**
 * tp_import_line_of:
 * @walk: a walk
 * @id: a record
 *
 * Returns: the line of this file that was about it, 0: none yet
 */
guint
tp_import_line_of (TpImportWalk *walk, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, id);

  return (guint) tp_seen_find (walk->seen, key);
}

static void
remember_record (TpImportWalk *walk, TpRecord *record)
{
  g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, tp_record_get_id (record));

  if (tp_record_get_id (record) != 0)
    tp_seen_add (walk->seen, key, walk->line);
}

static void
keep_taken (TpImportWalk *walk, TpRecord *record)
{
  gint64 id = tp_record_get_id (record);

  if (walk->change != NULL && walk->taken->len <= TP_TAKEN_KEPT)
    g_array_append_val (walk->taken, id);
}

/* What a row changes, for people */

static void
append_value (GString *text, TpImportWalk *walk, TpRecord *record, const TpField *field)
{
  g_autofree char *value = tp_record_field_display (walk->reader, record, field);

  g_string_append (text, *value != '\0' ? value : C_ ("value", "not stated"));
}

/* Of a record that is there what differs; of a new one what the row states besides its
 * name, and what follows from that. */
static gboolean
is_told (TpRecord *stored, TpRecord *row, TpRecord *wanted, guint place)
{
  const TpField *field = &tp_kind_info (tp_record_get_kind (wanted))->fields[place];
  const TpValue *value = tp_record_value (wanted, place);

  if (stored != NULL)
    return !tp_value_equal (tp_record_value (stored, place), value);
  return value->set && (value->text == NULL || !g_str_equal (value->text, tp_record_get_title (wanted)))
         && !g_str_equal (field->name, "name") && !g_str_equal (field->name, "name_local")
         && !g_str_equal (field->name, "currency")
         && (tp_record_value (row, place)->set || tp_record_get_kind (row) != TP_KIND_EXPORTER);
}

static char *
changes_of (TpImportWalk *walk, TpRecord *stored, TpRecord *row, TpRecord *wanted)
{
  const TpKindInfo *info = tp_kind_info (walk->kind->kind);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];

      if (!is_told (stored, row, wanted, i))
        continue;
      if (text->len > 0)
        g_string_append (text, C_ ("between the changes of a row", "; "));
      /* Translators: a field's name, before its value */
      g_string_append_printf (text, C_ ("before a value", "%s: "), tp_field_title (field));
      if (stored != NULL)
        {
          append_value (text, walk, stored, field);
          g_string_append (text, C_ ("between a value before and after", " → "));
        }
      append_value (text, walk, wanted, field);
    }
  return g_string_free (text, FALSE);
}

static void
show_row (TpImportWalk *walk, TpRowOutcome outcome, TpRecord *stored, TpRecord *row, TpRecord *wanted)
{
  g_autofree char *likely = outcome == TP_ROW_ADDED ? tp_import_likely (walk, wanted) : NULL;
  g_autofree char *changes = NULL;

  if (walk->rows[outcome]->len >= TP_OTHERS_SHOWN)
    return;
  if (outcome != TP_ROW_SKIPPED)
    changes = changes_of (walk, stored, row, wanted);
  if (likely != NULL)
    {
      char *both = g_strjoin (C_ ("between the changes of a row", "; "), likely, changes, NULL);

      g_free (changes);
      changes = both;
    }
  walk->fault = -1;
  tp_import_keep_row (walk, outcome, wanted, NULL, changes);
}

/* Rows */

/* The record with what the row states laid over it; blank cells say nothing, and a
 * reference that the store made stays. */
static TpRecord *
lay_over (TpImportWalk *walk, TpRecord *stored, TpRecord *row)
{
  const TpKindInfo *info = tp_kind_info (walk->kind->kind);
  TpRecord *wanted = tp_record_edit (stored);

  for (guint i = 0; i < info->n_fields; i++)
    if (tp_record_value (row, i)->set && (info->prefix == NULL || (info->fields[i].flags & TP_FIELD_AUTO) == 0))
      tp_record_set_value (wanted, i, tp_record_value (row, i));
  return wanted;
}

static Outcome
add_row (TpImportWalk *walk, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) wanted = tp_record_edit (row);

  if (!walk->kind->settle (walk, row, NULL, wanted, error))
    return OUTCOME_REFUSED;
  show_row (walk, TP_ROW_ADDED, NULL, row, wanted);
  if (walk->kind->count != NULL)
    walk->kind->count (walk, wanted, TRUE);
  if (walk->change != NULL
      && (!tp_change_insert (walk->change, wanted, error)
          || (walk->kind->after != NULL && !walk->kind->after (walk, row, NULL, wanted, error))))
    return OUTCOME_STOP;
  remember_record (walk, wanted);
  keep_taken (walk, wanted);
  return OUTCOME_ADDED;
}

static Outcome
update_row (TpImportWalk *walk, TpRecord *stored, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) wanted = lay_over (walk, stored, row);

  if (!walk->kind->settle (walk, row, stored, wanted, error))
    return OUTCOME_REFUSED;
  if (tp_record_equal (wanted, stored))
    {
      show_row (walk, TP_ROW_SKIPPED, stored, row, wanted);
      return OUTCOME_SKIPPED;
    }
  show_row (walk, TP_ROW_UPDATED, stored, row, wanted);
  if (walk->kind->count != NULL)
    walk->kind->count (walk, wanted, FALSE);
  if (walk->change != NULL
      && (!tp_change_update (walk->change, wanted, error)
          || (walk->kind->after != NULL && !walk->kind->after (walk, row, stored, wanted, error))))
    return OUTCOME_STOP;
  keep_taken (walk, wanted);
  return OUTCOME_UPDATED;
}

/* Amounts that name no currency are in that of the record they are about. */
static gboolean
read_again (TpImportWalk *walk, TpRecord *stored, TpRecord **row, GError **error)
{
  const char *currency = walk->currency_assumed ? tp_record_get_text (stored, "currency") : NULL;
  TpRecord *again;

  if (currency == NULL || g_strcmp0 (currency, tp_record_get_text (*row, "currency")) == 0)
    return TRUE;
  again = tp_import_cells_read (walk, currency, error);
  if (again == NULL)
    return FALSE;
  g_object_unref (*row);
  *row = again;
  return walk->kind->complete (walk, again, error);
}

/* The record that a row is about takes it, or stays as it is. */
static Outcome
lay_row (TpImportWalk *walk, TpRecord *stored, TpRecord **row, GError **error)
{
  if (walk->plan->on_duplicate == TP_DUPLICATE_SKIP)
    {
      show_row (walk, TP_ROW_SKIPPED, stored, *row, stored);
      return OUTCOME_SKIPPED;
    }
  if (walk->plan->on_duplicate == TP_DUPLICATE_UPDATE)
    return read_again (walk, stored, row, error) ? update_row (walk, stored, *row, error) : OUTCOME_REFUSED;
  g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
               /* Translators: line number, a record's name */
               _ ("Line %u: “%s” is there already. Nothing was changed."), walk->line,
               tp_record_get_title (stored));
  return OUTCOME_STOP;
}

/* What becomes of a row that the file has once. Two rows may still be about one record,
 * each by another of its keys: the second does not win in silence. */
static Outcome
settle_row (TpImportWalk *walk, TpRecord **row, const char *key_field, GError **error)
{
  g_autoptr (TpRecord) stored = NULL;
  Outcome outcome;
  guint line;

  if (!walk->kind->find (walk, *row, &stored, error))
    return OUTCOME_REFUSED;
  if (stored == NULL)
    return add_row (walk, *row, error);
  line = tp_import_line_of (walk, tp_record_get_id (stored));
  if (line != 0)
    {
      walk->fault = tp_import_column_of (walk->plan, key_field);
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   /* Translators: a line of the file, a record's name */
                   _ ("Line %1$u of this file is about “%2$s” too: keep one of the two rows"), line,
                   tp_record_get_title (stored));
      return OUTCOME_REFUSED;
    }
  outcome = lay_row (walk, stored, row, error);
  if (outcome <= OUTCOME_SKIPPED)
    remember_record (walk, stored);
  return outcome;
}

/* A row that is not to be taken, and no fault either. */
static gboolean
is_passed_over (TpImportWalk *walk)
{
  g_autofree char *why = walk->kind->passes_over != NULL ? walk->kind->passes_over (walk) : NULL;

  if (why == NULL)
    return FALSE;
  walk->fault = -1;
  if (walk->rows[TP_ROW_SKIPPED]->len < TP_OTHERS_SHOWN)
    tp_import_keep_row (walk, TP_ROW_SKIPPED, NULL, why, why);
  return TRUE;
}

/* Where the encoding is a guess: the first row that rests on it is remembered, and one that
 * is no text in it is not taken. */
static gboolean
is_readable (TpImportWalk *walk, GError **error)
{
  for (guint i = 0; i < walk->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (walk->cells, i);

      if (g_str_is_ascii (cell))
        continue;
      if (walk->plan->doubt_line == 0)
        walk->plan->doubt_line = walk->line;
      if (!tp_import_is_odd (cell))
        continue;
      walk->fault = i < walk->plan->columns->len ? (int) i : -1;
      g_set_error (error, TP_ERROR, TP_ERROR_FORMAT,
                   /* Translators: a cell's text, an encoding */
                   _ ("“%s” is no readable text when it is read as %s: choose the encoding the file was saved in"),
                   cell, walk->plan->encoding);
      return FALSE;
    }
  return TRUE;
}

static Outcome
take_row (TpImportWalk *walk, GError **error)
{
  g_autoptr (TpRecord) row = NULL;
  TpImportKey keys[TP_IMPORT_KEYS] = { { NULL } };
  Outcome outcome = OUTCOME_REFUSED;
  guint n_keys;

  if (has_surplus (walk, error) || (walk->plan->doubtful && !is_readable (walk, error)))
    return OUTCOME_REFUSED;
  if (is_passed_over (walk))
    return OUTCOME_SKIPPED;
  row = tp_import_cells_read (walk, walk->currency, error);
  if (row == NULL || !walk->kind->complete (walk, row, error))
    return OUTCOME_REFUSED;
  n_keys = walk->kind->keys (walk, row, keys);
  if (!is_again (walk, keys, n_keys, error))
    outcome = settle_row (walk, &row, n_keys > 0 ? keys[0].field : "", error);
  if (outcome <= OUTCOME_SKIPPED)
    remember_keys (walk, keys, n_keys);
  for (guint i = 0; i < n_keys; i++)
    g_free (keys[i].key);
  return outcome;
}

static gboolean
count_row (TpImportWalk *walk, GError **error)
{
  g_autoptr (GError) fault = NULL;
  Outcome outcome;

  walk->fault = -1;
  outcome = take_row (walk, &fault);
  switch (outcome)
    {
    case OUTCOME_ADDED:
      walk->counts.added++;
      return TRUE;
    case OUTCOME_UPDATED:
      walk->counts.updated++;
      return TRUE;
    case OUTCOME_SKIPPED:
      walk->counts.skipped++;
      return TRUE;
    case OUTCOME_REFUSED:
      /* What is no fault of the row's, such as a file that cannot be read, ends it all. */
      if (fault->domain == TP_ERROR && fault->code != TP_ERROR_STORAGE)
        return tp_import_reject_row (walk, fault->message, error);
      break;
    case OUTCOME_STOP:
    default:
      break;
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
go_on (TpImportWalk *walk, GError **error)
{
  if (walk->change != NULL)
    return tp_change_check_cancelled (walk->change, error);
  return !g_cancellable_set_error_if_cancelled (walk->plan->cancellable, error);
}

/* The columns are those of the file that was looked at. */
static gboolean
is_as_seen (TpImportPlan *plan, const char *etag, GError **error)
{
  if (g_strcmp0 (etag, plan->etag) == 0)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
               _ ("“%s” was changed since it was looked at: look at its rows again. Nothing was imported."), plan->name);
  return FALSE;
}

static gboolean
walk_file (TpImportWalk *walk, char **sha256, GError **error)
{
  TpImportPlan *plan = walk->plan;
  g_autofree char *etag = NULL;
  g_autoptr (GFileInputStream) file = tp_import_read_file (plan, &etag, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (TpCsvReader) csv = NULL;
  g_autoptr (GError) failed = NULL;
  goffset size;

  if (file == NULL || !is_as_seen (plan, etag, error))
    return FALSE;
  /* At once where they are known to be needed: no row of the file has changed any yet. */
  if (plan->nameless && !walk->empty && !tp_import_read_names (walk, error))
    return FALSE;
  info = g_file_input_stream_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  size = info != NULL ? g_file_info_get_size (info) : 0;
  stream = walk->change != NULL ? tp_hashing_stream_new (G_INPUT_STREAM (file))
                                : g_object_ref (G_INPUT_STREAM (file));
  csv = tp_csv_reader_new (stream);
  tp_csv_reader_set_encoding (csv, plan->encoding);
  tp_csv_reader_set_delimiter (csv, plan->delimiter);
  tp_csv_reader_set_heading_score (csv, tp_import_score_headings, plan, NULL);
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
walk_start (TpImportWalk *walk, TpImportPlan *plan, TpReader *reader, TpDay today)
{
  walk->plan = plan;
  plan->doubt_line = 0;
  walk->kind = plan->kind;
  walk->day = plan->day != TP_DAY_NONE ? MIN (plan->day, today) : today;
  walk->today = today;
  walk->reader = reader;
  walk->currency = tp_reader_setting (reader, "currency");
  if (walk->currency == NULL)
    walk->currency = g_strdup ("CNY");
  walk->empty = tp_reader_count (reader, walk->kind->kind) == 0;
  walk->seen = tp_seen_new ();
  walk->taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    walk->rows[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < plan->columns->len; i++)
    g_clear_pointer (&g_array_index (plan->columns, TpImportColumn, i).known, g_hash_table_unref);
}

/* The plan takes over what the walk found. */
static void
walk_end (TpImportWalk *walk)
{
  TpImportPlan *plan = walk->plan;

  plan->counts = walk->counts;
  for (guint i = 0; i < TP_N_ROW_OUTCOMES; i++)
    {
      g_ptr_array_unref (plan->rows[i]);
      plan->rows[i] = g_steal_pointer (&walk->rows[i]);
    }
  g_clear_pointer (&plan->taken, g_array_unref);
  if (walk->change != NULL)
    plan->taken = g_steal_pointer (&walk->taken);
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
  tp_record_set_text (log, "records", tp_kind_info (plan->kind->kind)->plural);
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
  g_auto (TpImportWalk) walk = { 0 };
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
 * over the record with the same key; a record in the import log says what came of
 * it. Cells that are blank leave what is there.
 *
 * Returns: whether it was imported; otherwise nothing is changed
 */
gboolean
tp_import_plan_run (TpChange *change, gpointer plan, GError **error)
{
  TpImportPlan *self = plan;
  g_auto (TpImportWalk) walk = { 0 };
  g_autofree char *sha256 = NULL;

  walk_start (&walk, self, tp_change_reader (change), tp_change_today (change));
  walk.change = change;
  walk.counts.likely = self->counts.likely;
  if (!walk_file (&walk, &sha256, error) || !write_log (change, self, &walk.counts, sha256, error))
    return FALSE;
  /* The journal is read in every language: it holds the file's name, no words. */
  tp_change_set_subject (change, self->name);
  walk_end (&walk);
  return TRUE;
}
