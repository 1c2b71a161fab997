/* export-rows.c: the records of a list in a file for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-rows.h"

#include "output-file.h"

#include <string.h>

/* Spreadsheets take a file without it for one of the system's old encoding. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/**
 * tp_export_rows_new:
 * @workspace: a workspace
 * @query: which records, in what order
 * @format: CSV or JSON
 * @path: where to
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full): what to give tp_export_rows_read()
 */
TpExportRows *
tp_export_rows_new (TpWorkspace *workspace, TpQuery *query, TpRowsFormat format, const char *path,
                    GCancellable *cancellable)
{
  TpExportRows *self = g_new0 (TpExportRows, 1);

  self->query = tp_query_copy (query);
  self->format = format;
  self->path = g_strdup (path);
  self->kept = g_strdup (tp_workspace_get_path (workspace));
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

void
tp_export_rows_free (gpointer input)
{
  TpExportRows *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->query);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->kept);
  g_free (self);
}

/**
 * tp_export_rows_read:
 * @reader: a reader
 * @input: a #TpExportRows
 * @error: return location
 *
 * Writes the file (a #TpReadFunc). An old file stays as it was until the new one is
 * complete; the workspace itself is refused.
 *
 * Returns: (nullable): @input where it was written; the errors of tp_output_open()
 */
gpointer
tp_export_rows_read (TpReader *reader, gpointer input, GError **error)
{
  TpExportRows *self = input;
  const char *const kept[] = { self->kept, NULL };
  g_autoptr (GOutputStream) stream = tp_output_open (self->path, kept, error);
  gboolean good;

  if (stream == NULL)
    return NULL;
  good = (self->format != TP_ROWS_CSV
          || g_output_stream_write_all (stream, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK), NULL, NULL, error))
         && tp_record_rows_write (reader, self->query, self->format, stream, self->cancellable, error);
  return tp_output_close (stream, self->path, good, error) ? self : NULL;
}

/**
 * tp_export_rows_file_name:
 * @kind: what is exported
 * @format: CSV or JSON
 * @as_of: the day that is looked at
 *
 * Returns: (transfer full): a name for the file, with that day
 */
char *
tp_export_rows_file_name (TpKind kind, TpRowsFormat format, TpDay as_of)
{
  g_autofree char *date = tp_day_to_iso (as_of);

  return g_strdup_printf ("%s-%s.%s", tp_kind_info (kind)->plural, date, format == TP_ROWS_JSON ? "json" : "csv");
}
