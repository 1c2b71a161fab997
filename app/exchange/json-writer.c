/* json-writer.c: rows as a JSON array of objects, written as they come.
 *
 * An object a line: people can read it, line tools can compare it, and the same
 * rows always give the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-writer.h"

#include "error.h"
#include "json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

struct _TpJsonWriter
{
  GObject parent_instance;
  GOutputStream *stream;
  GString *buffer;
  gboolean any_row;
  gboolean any_member;
  gboolean broken_text;
};

G_DEFINE_FINAL_TYPE (TpJsonWriter, tp_json_writer, G_TYPE_OBJECT)

static void
tp_json_writer_finalize (GObject *object)
{
  TpJsonWriter *self = TP_JSON_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->buffer, TRUE);
  G_OBJECT_CLASS (tp_json_writer_parent_class)->finalize (object);
}

static void
tp_json_writer_class_init (TpJsonWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_json_writer_finalize;
}

static void
tp_json_writer_init (TpJsonWriter *self)
{
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
}

static gboolean
flush (TpJsonWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static void
append_string (TpJsonWriter *self, const char *text)
{
  if (!tp_json_append_string (self->buffer, text, strlen (text)))
    self->broken_text = TRUE;
}

static void
append_name (TpJsonWriter *self, const char *name)
{
  if (self->any_member)
    g_string_append (self->buffer, ", ");
  self->any_member = TRUE;
  append_string (self, name);
  g_string_append (self->buffer, ": ");
}

/**
 * tp_json_writer_new:
 * @stream: where the array goes; it is not closed
 *
 * Returns: (transfer full): a writer
 */
TpJsonWriter *
tp_json_writer_new (GOutputStream *stream)
{
  TpJsonWriter *self = g_object_new (TP_TYPE_JSON_WRITER, NULL);

  self->stream = g_object_ref (stream);
  g_string_append_c (self->buffer, '[');
  return self;
}

/**
 * tp_json_writer_begin_row:
 * @self: a writer
 */
void
tp_json_writer_begin_row (TpJsonWriter *self)
{
  g_return_if_fail (TP_IS_JSON_WRITER (self));
  g_string_append (self->buffer, self->any_row ? ",\n  {" : "\n  {");
  self->any_row = TRUE;
  self->any_member = FALSE;
}

/**
 * tp_json_writer_text:
 * @self: a writer within a row
 * @name: the member's name
 * @text: (nullable): UTF-8; %NULL is written as null
 */
void
tp_json_writer_text (TpJsonWriter *self, const char *name, const char *text)
{
  if (text == NULL)
    {
      tp_json_writer_null (self, name);
      return;
    }
  append_name (self, name);
  append_string (self, text);
}

/**
 * tp_json_writer_integer:
 * @self: a writer, within a row
 * @name: the member
 * @value: its value, written in full
 */
void
tp_json_writer_integer (TpJsonWriter *self, const char *name, gint64 number)
{
  append_name (self, name);
  tp_json_append_integer (self->buffer, number);
}

/**
 * tp_json_writer_decimal:
 * @self: a writer within a row
 * @name: the member's name
 * @number: a number as JSON writes it, such as "-12.50": exact, since it never
 *   becomes a floating-point number
 */
void
tp_json_writer_decimal (TpJsonWriter *self, const char *name, const char *number)
{
  append_name (self, name);
  g_string_append (self->buffer, number);
}

/**
 * tp_json_writer_flag:
 * @self: a writer, within a row
 * @name: the member
 * @value: whether it is true
 */
void
tp_json_writer_flag (TpJsonWriter *self, const char *name, gboolean flag)
{
  append_name (self, name);
  g_string_append (self->buffer, flag ? "true" : "false");
}

/**
 * tp_json_writer_null:
 * @self: a writer, within a row
 * @name: a member that is not stated
 */
void
tp_json_writer_null (TpJsonWriter *self, const char *name)
{
  append_name (self, name);
  g_string_append (self->buffer, "null");
}

/**
 * tp_json_writer_end_row:
 * @self: a writer within a row
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether the row is written, or will be with the next ones
 */
gboolean
tp_json_writer_end_row (TpJsonWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TP_IS_JSON_WRITER (self), FALSE);
  g_string_append_c (self->buffer, '}');
  if (self->broken_text)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("A text among the rows is not valid UTF-8, so the rows cannot be written as "
                      "JSON: check the workspace"));
      return FALSE;
    }
  return self->buffer->len < BUFFER_SIZE || flush (self, cancellable, error);
}

/**
 * tp_json_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Closes the array; of no rows it is "[]".
 *
 * Returns: whether all of it is in the stream and the stream is flushed
 */
gboolean
tp_json_writer_finish (TpJsonWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TP_IS_JSON_WRITER (self), FALSE);
  g_string_append (self->buffer, self->any_row ? "\n]\n" : "]\n");
  return flush (self, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}
