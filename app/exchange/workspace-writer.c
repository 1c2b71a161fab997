/* workspace-writer.c: a whole workspace as JSON Lines, the interchange format.
 *
 * The same records always give the same bytes, so that two versions of a workspace
 * can be compared line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-writer.h"

#include "error.h"
#include "json-text.h"
#include "workspace-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (256 * 1024)
/* Bytes that are encoded at a time: a multiple of 3, so that no padding falls between. */
#define BASE64_STEP (48 * 1024)

struct _TpWorkspaceWriter
{
  GObject parent_instance;
  GOutputStream *stream;
  GString *buffer;
  GPtrArray *names[TP_N_KINDS]; /* the fields' names, made when first needed */
  TpKind last_kind;
  gint64 last_id;
  char *last_blob;
};

G_DEFINE_FINAL_TYPE (TpWorkspaceWriter, tp_workspace_writer, G_TYPE_OBJECT)

static void
tp_workspace_writer_finalize (GObject *object)
{
  TpWorkspaceWriter *self = TP_WORKSPACE_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->buffer, TRUE);
  for (guint i = 0; i < TP_N_KINDS; i++)
    g_clear_pointer (&self->names[i], g_ptr_array_unref);
  g_free (self->last_blob);
  G_OBJECT_CLASS (tp_workspace_writer_parent_class)->finalize (object);
}

static void
tp_workspace_writer_class_init (TpWorkspaceWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_workspace_writer_finalize;
}

static void
tp_workspace_writer_init (TpWorkspaceWriter *self)
{
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  self->last_kind = TP_KIND_NONE;
}

static gboolean
flush (TpWorkspaceWriter *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

/* `,"name":` of each field. */
static const char *
member_of (TpWorkspaceWriter *self, TpKind kind, guint index)
{
  if (self->names[kind] == NULL)
    {
      self->names[kind] = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < tp_kind_info (kind)->n_fields; i++)
        g_ptr_array_add (self->names[kind],
                         g_strdup_printf (",\"%s\":", tp_workspace_member_name (kind, i)));
    }
  return g_ptr_array_index (self->names[kind], index);
}

static gboolean
append_value (TpWorkspaceWriter *self, const TpField *field, const TpValue *value)
{
  char text[TP_WORKSPACE_TIME_SIZE];

  switch (field->type)
    {
    case TP_FIELD_TEXT:
    case TP_FIELD_NOTE:
    case TP_FIELD_TOKEN:
    case TP_FIELD_TOKENS:
      return tp_json_append_string (self->buffer, value->text, g_ref_string_length (value->text));
    case TP_FIELD_DAY:
    case TP_FIELD_TIME:
      if (field->type == TP_FIELD_DAY ? !tp_workspace_day_to_text (value->number, text)
                                      : !tp_workspace_time_to_text (value->number, text))
        return FALSE;
      return tp_json_append_string (self->buffer, text, strlen (text));
    case TP_FIELD_FLAG:
      g_string_append (self->buffer, value->number != 0 ? "true" : "false");
      return TRUE;
    case TP_FIELD_INTEGER:
    case TP_FIELD_MINOR:
    case TP_FIELD_BASIS:
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
    default:
      tp_json_append_integer (self->buffer, value->number);
      return TRUE;
    }
}

/**
 * tp_workspace_writer_new:
 * @stream: where the file goes; it is not closed
 * @schema: the schema version of the workspace
 *
 * Returns: (transfer full): a writer
 */
TpWorkspaceWriter *
tp_workspace_writer_new (GOutputStream *stream, int schema)
{
  TpWorkspaceWriter *self = g_object_new (TP_TYPE_WORKSPACE_WRITER, NULL);

  self->stream = g_object_ref (stream);
  g_string_append_printf (self->buffer, "{\"format\":\"%s\",\"version\":%d,\"schema\":%d}\n",
                          TP_WORKSPACE_FORMAT, TP_WORKSPACE_VERSION, schema);
  return self;
}

/**
 * tp_workspace_writer_record:
 * @self: a writer
 * @record: the next record in the order of #TpKind and, within a kind, of the ids;
 *   not an import, of which the format has none
 * @error: return location
 *
 * Returns: whether the record is written, or will be with the next ones;
 *   %TP_ERROR_DAMAGED names a value that cannot be written so that it comes back
 */
gboolean
tp_workspace_writer_record (TpWorkspaceWriter *self, TpRecord *record, GError **error)
{
  const TpKindInfo *info;
  TpKind kind;
  gint64 id;

  g_return_val_if_fail (TP_IS_WORKSPACE_WRITER (self), FALSE);
  g_return_val_if_fail (TP_IS_RECORD (record), FALSE);
  kind = tp_record_get_kind (record);
  id = tp_record_get_id (record);
  g_return_val_if_fail (kind != TP_KIND_IMPORT && id > 0, FALSE);
  g_return_val_if_fail (kind > self->last_kind || (kind == self->last_kind && id > self->last_id),
                        FALSE);
  g_return_val_if_fail (self->last_blob == NULL || kind > TP_KIND_ATTACHMENT, FALSE);

  self->last_kind = kind;
  self->last_id = id;
  info = tp_kind_info (kind);
  g_string_append_printf (self->buffer, "{\"kind\":\"%s\",\"id\":", info->token);
  tp_json_append_integer (self->buffer, id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpValue *value = tp_record_value (record, i);

      if (!value->set)
        continue;
      g_string_append (self->buffer, member_of (self, kind, i));
      if (!append_value (self, &info->fields[i], value))
        {
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

          g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                       _ ("The field “%s” of the record “%s %s” holds a value that cannot be "
                          "written: correct the record first"),
                       info->fields[i].name, info->token, number);
          return FALSE;
        }
    }
  g_string_append (self->buffer, "}\n");
  return self->buffer->len < BUFFER_SIZE || flush (self, NULL, error);
}

/**
 * tp_workspace_writer_blob:
 * @self: a writer, after all attachments and before any later kind
 * @sha256: the SHA-256 of @data, 64 hexadecimal digits in lower case; blobs come in
 *   the order of these
 * @data: an attachment's bytes
 * @error: return location
 *
 * Returns: whether the blob is written, or will be with the next records
 */
gboolean
tp_workspace_writer_blob (TpWorkspaceWriter *self, const char *sha256, GBytes *data,
                          GError **error)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);
  int state = 0, save = 0;

  g_return_val_if_fail (TP_IS_WORKSPACE_WRITER (self), FALSE);
  g_return_val_if_fail (self->last_kind <= TP_KIND_ATTACHMENT, FALSE);
  g_return_val_if_fail (self->last_blob == NULL || strcmp (sha256, self->last_blob) > 0, FALSE);

  g_set_str (&self->last_blob, sha256);
  g_string_append_printf (self->buffer, "{\"kind\":\"%s\",\"sha256\":\"%s\",\"data\":\"",
                          TP_WORKSPACE_BLOB, sha256);
  for (gsize done = 0; done < size; done += BASE64_STEP)
    {
      gsize n = MIN (size - done, BASE64_STEP);
      gsize old = self->buffer->len;
      gsize made;

      g_string_set_size (self->buffer, old + (n / 3 + 1) * 4 + 4);
      made = g_base64_encode_step (bytes + done, n, FALSE, self->buffer->str + old, &state, &save);
      g_string_truncate (self->buffer, old + made);
      if (self->buffer->len >= BUFFER_SIZE && !flush (self, NULL, error))
        return FALSE;
    }
  {
    char rest[5];
    gsize made = g_base64_encode_close (FALSE, rest, &state, &save);

    g_string_append_len (self->buffer, rest, (gssize) made);
  }
  g_string_append (self->buffer, "\"}\n");
  return self->buffer->len < BUFFER_SIZE || flush (self, NULL, error);
}

/**
 * tp_workspace_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: whether everything is in the stream and the stream is flushed
 */
gboolean
tp_workspace_writer_finish (TpWorkspaceWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (TP_IS_WORKSPACE_WRITER (self), FALSE);
  return flush (self, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}
