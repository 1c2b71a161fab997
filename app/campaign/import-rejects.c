/* import-rejects.c: the rows that an import leaves out, kept and saved.
 *
 * All of them go to a file beside the workspace's memory, as they were, with line, column
 * and reason behind their own cells: mended, it is imported again like any other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How every SQLite file begins, and with it every workspace. */
static const char workspace_head[] = "SQLite format 3";

/* Refused rows */

static gboolean
spool_begin (TpImportWalk *walk, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  walk->spool_file = g_file_new_tmp ("tradepivot-XXXXXX.csv", &walk->spool, error);
  if (walk->spool_file == NULL)
    return FALSE;
  walk->spool_writer = tp_csv_writer_new (g_io_stream_get_output_stream (G_IO_STREAM (walk->spool)),
                                          TP_CSV_BOM | TP_CSV_CRLF);
  for (guint i = 0; i < walk->plan->n_own; i++)
    g_ptr_array_add (row, (gpointer) tp_import_plan_get_heading (walk->plan, i));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Line"));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Column"));
  g_ptr_array_add (row, (gpointer) C_ ("column of refused rows", "Reason"));
  return tp_csv_writer_row (walk->spool_writer, (const char *const *) row->pdata, row->len, NULL, error);
}

/**
 * tp_import_cell:
 * @walk: a walk at a row
 * @column: a column, or -1
 *
 * Returns: (transfer none): what stands there, "" where nothing does
 */
const char *
tp_import_cell (TpImportWalk *walk, int column)
{
  return column >= 0 && (guint) column < walk->cells->len ? g_ptr_array_index (walk->cells, column) : "";
}

/**
 * tp_import_first_surplus:
 * @walk: a walk at a row
 *
 * Returns: the first cell with something in it that no heading stands over; as many as
 *   the row has cells where there is none
 */
guint
tp_import_first_surplus (TpImportWalk *walk)
{
  guint i = walk->plan->columns->len;

  while (i < walk->cells->len && *(const char *) g_ptr_array_index (walk->cells, i) == '\0')
    i++;
  return i;
}

/* What a row is called before it is known what record it is. */
static const char *
name_in_row (TpImportWalk *walk)
{
  g_auto (GStrv) names = g_strsplit (walk->kind->names, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = tp_import_cell (walk, tp_import_column_of (walk->plan, names[i]));

      if (*name != '\0')
        return name;
    }
  return C_ ("refused row", "(no name)");
}

/**
 * tp_import_keep_row:
 * @walk: a walk at a row
 * @outcome: what becomes of the row
 * @record: (nullable): the record that it is about, where it is known
 * @reason: (nullable): why it is refused
 * @changes: (nullable): what it changes
 *
 * Keeps the row for those who look, where not enough of its sort are kept already.
 */
void
tp_import_keep_row (TpImportWalk *walk, TpRowOutcome outcome, TpRecord *record, const char *reason,
                    const char *changes)
{
  guint surplus = tp_import_first_surplus (walk);
  const char *column = walk->fault >= 0 ? tp_import_plan_get_heading (walk->plan, (guint) walk->fault) : "";
  const char *value = tp_import_cell (walk, surplus < walk->cells->len ? (int) surplus : walk->fault);
  const char *name = record != NULL && tp_kind_field_index (walk->kind->kind, "name") >= 0
                         ? tp_record_get_title (record)
                         : name_in_row (walk);

  if (outcome != TP_ROW_REFUSED)
    column = value = NULL;
  else if (*value == '\0')
    value = C_ ("refused row", "(empty)");
  g_ptr_array_add (walk->rows[outcome],
                   tp_import_row_new (outcome, walk->line, name, column, value, reason, changes));
}

/**
 * tp_import_reject_row:
 * @walk: a walk at a row
 * @reason: what is wrong with it
 * @error: return location
 *
 * Returns: whether the import goes on; otherwise it was to end at the first fault, or the
 *   row could not be kept
 */
gboolean
tp_import_reject_row (TpImportWalk *walk, const char *reason, GError **error)
{
  const char *column = walk->fault >= 0 ? tp_import_plan_get_heading (walk->plan, (guint) walk->fault) : "";
  g_autofree char *line = g_strdup_printf ("%u", walk->line);
  g_autoptr (GPtrArray) row = NULL;

  if (walk->plan->on_fault == TP_FAULT_FAIL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: line number, the column's heading, its value, what is wrong */
                   _ ("Line %u, column “%s”, “%s”: %s. Nothing was changed."), walk->line, column,
                   tp_import_cell (walk, walk->fault), reason);
      return FALSE;
    }
  walk->counts.rejected++;
  if (walk->rows[TP_ROW_REFUSED]->len < TP_REFUSED_SHOWN)
    tp_import_keep_row (walk, TP_ROW_REFUSED, NULL, reason, NULL);
  if (walk->spool_writer == NULL && !spool_begin (walk, error))
    return FALSE;
  row = g_ptr_array_new ();
  for (guint i = 0; i < walk->plan->n_own; i++)
    g_ptr_array_add (row, (gpointer) tp_import_cell (walk, (int) i));
  g_ptr_array_add (row, line);
  g_ptr_array_add (row, (gpointer) column);
  g_ptr_array_add (row, (gpointer) reason);
  for (guint i = walk->plan->columns->len; i < walk->cells->len; i++)
    g_ptr_array_add (row, (gpointer) tp_import_cell (walk, (int) i));
  return tp_csv_writer_row (walk->spool_writer, (const char *const *) row->pdata, row->len, NULL, error);
}

/* Saving them */

/* Neither the file they come from nor a workspace is ever put aside for them. */
static gboolean
check_place (TpImportPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) there = g_file_read (file, cancellable, NULL);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  char head[sizeof workspace_head] = { 0 };

  if (g_file_equal (file, plan->file))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” is the file that is being imported: choose another name"), name);
      return FALSE;
    }
  if (there != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (there), head, sizeof head, NULL, cancellable, NULL)
      && memcmp (head, workspace_head, sizeof head) == 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED, _ ("“%s” is a workspace: choose another name"), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_import_plan_save_refused_as:
 * @plan: a plan that was checked or applied, not at work
 * @file: where to; what is there is replaced once the new file is whole
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes what tp_import_plan_save_refused() does. Blocking, for a thread.
 *
 * Returns: whether it is there; otherwise what was there before is
 */
gboolean
tp_import_plan_save_refused_as (TpImportPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  gboolean new_file = !g_file_query_exists (file, cancellable);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!check_place (plan, file, cancellable, error))
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (tp_import_plan_save_refused (plan, G_OUTPUT_STREAM (stream), cancellable, error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  /* A close that is cancelled leaves the old file in its place. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
  if (new_file)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}
