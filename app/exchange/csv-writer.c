/* csv-writer.c: rows as CSV (RFC 4180).
 *
 * What was written reads back as it was: nothing is put before a value. A text that
 * begins with = + - @ is written between quotation marks but not changed, since an
 * apostrophe before it, as some programs write against formulas, would come back as
 * part of the name. Who opens the file in a spreadsheet imports such columns as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv-writer.h"

#include <string.h>

#define BUFFER_SIZE (64 * 1024)

struct _TpCsvWriter
{
  GObject parent_instance;
  GOutputStream *stream;
  TpCsvFlags flags;
  GString *buffer;
};

G_DEFINE_FINAL_TYPE (TpCsvWriter, tp_csv_writer, G_TYPE_OBJECT)

static void
tp_csv_writer_finalize (GObject *object)
{
  TpCsvWriter *self = TP_CSV_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->buffer, TRUE);
  G_OBJECT_CLASS (tp_csv_writer_parent_class)->finalize (object);
}

static void
tp_csv_writer_class_init (TpCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_csv_writer_finalize;
}

static void
tp_csv_writer_init (TpCsvWriter *self)
{
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
}

static gboolean
flush (TpCsvWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

/* Besides what RFC 4180 asks for: whatever a reader could take for a delimiter, a
 * byte order mark or a margin of spaces. */
static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  if (length == 0)
    return FALSE;
  if (strpbrk (cell, ",;\t\"\r\n") != NULL || strchr ("=+-@ ", cell[0]) != NULL
      || cell[length - 1] == ' ' || g_str_has_prefix (cell, "\xEF\xBB\xBF"))
    {
      /* A negative number is none of these, and without quotes stays a number. */
      return cell[0] != '-' || !g_ascii_isdigit (cell[1])
             || strspn (cell + 1, "0123456789.") != length - 1;
    }
  return FALSE;
}

/**
 * tp_csv_writer_new:
 * @stream: where the file goes; it is not closed
 * @flags: how the file looks
 *
 * Returns: (transfer full): a writer
 */
TpCsvWriter *
tp_csv_writer_new (GOutputStream *stream, TpCsvFlags flags)
{
  TpCsvWriter *self = g_object_new (TP_TYPE_CSV_WRITER, NULL);

  self->stream = g_object_ref (stream);
  self->flags = flags;
  if ((flags & TP_CSV_BOM) != 0)
    g_string_append (self->buffer, "\xEF\xBB\xBF");
  return self;
}

/**
 * tp_csv_writer_row:
 * @self: a writer
 * @cells: (array length=n_cells): UTF-8; %NULL is written as an empty cell
 * @n_cells: how many
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether the row is written, or will be with the next ones
 */
gboolean
tp_csv_writer_row (TpCsvWriter *self, const char *const *cells, guint n_cells,
                   GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TP_IS_CSV_WRITER (self), FALSE);

  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      if (i > 0)
        g_string_append_c (self->buffer, ',');
      if (!needs_quotes (cell))
        {
          g_string_append (self->buffer, cell);
          continue;
        }
      g_string_append_c (self->buffer, '"');
      for (const char *quote; (quote = strchr (cell, '"')) != NULL; cell = quote + 1)
        {
          g_string_append_len (self->buffer, cell, quote - cell);
          g_string_append (self->buffer, "\"\"");
        }
      g_string_append (self->buffer, cell);
      g_string_append_c (self->buffer, '"');
    }
  g_string_append (self->buffer, (self->flags & TP_CSV_CRLF) != 0 ? "\r\n" : "\n");
  return self->buffer->len < BUFFER_SIZE || flush (self, cancellable, error);
}

/**
 * tp_csv_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether all rows are in the stream and the stream is flushed
 */
gboolean
tp_csv_writer_finish (TpCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TP_IS_CSV_WRITER (self), FALSE);
  return flush (self, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}
