/* document.c: a file read to be kept in the workspace.
 *
 * It is read once, off the main thread, and hashed on the way; a file that is too large
 * is not read at all, and one that grows while it is read no further than the limit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>

#define CHUNK (1 << 20)

struct _TpDocument
{
  GObject parent_instance;

  char *name;
  char *media_type;
  char *sha256;
  GBytes *bytes;
};

enum
{
  PROP_NAME = 1,
  PROP_MEDIA_TYPE,
  PROP_SIZE,
  PROP_SIZE_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpDocument, tp_document, G_TYPE_OBJECT)

static void
tp_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpDocument *self = TP_DOCUMENT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_MEDIA_TYPE:
      g_value_set_string (value, self->media_type);
      break;
    case PROP_SIZE:
      g_value_set_int64 (value, tp_document_get_size (self));
      break;
    case PROP_SIZE_TEXT:
      g_value_take_string (value, g_format_size ((guint64) tp_document_get_size (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_document_finalize (GObject *object)
{
  TpDocument *self = TP_DOCUMENT (object);

  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  G_OBJECT_CLASS (tp_document_parent_class)->finalize (object);
}

static void
tp_document_class_init (TpDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_document_get_property;
  object_class->finalize = tp_document_finalize;
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_MEDIA_TYPE] = g_param_spec_string ("media-type", NULL, NULL, NULL, flags);
  props[PROP_SIZE] = g_param_spec_int64 ("size", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_SIZE_TEXT] = g_param_spec_string ("size-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_document_init (TpDocument *self)
{
}

/* Reading */

typedef struct
{
  GFile *file;
  TpDocumentProgress progress;
  gpointer data;
} Reading;

/* One report on its way to the main thread. */
typedef struct
{
  GTask *task; /* keeps the caller's data for as long */
  gint64 done;
  gint64 size;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Reading *reading = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    reading->progress (report->done, report->size, reading->data);
  return G_SOURCE_REMOVE;
}

static void
report_progress (GTask *task, gint64 done, gint64 size)
{
  Reading *reading = task != NULL ? g_task_get_task_data (task) : NULL;
  Report *report;

  if (reading == NULL || reading->progress == NULL)
    return;
  report = g_new (Report, 1);
  report->task = g_object_ref (task);
  report->done = done;
  report->size = MAX (size, done);
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

static void
refuse_large (const char *name, gint64 size, GError **error)
{
  g_autofree char *has = g_format_size ((guint64) size);
  g_autofree char *limit = g_format_size (TP_DOCUMENT_LIMIT);

  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               /* Translators: a file's name, its size, the largest size */
               _ ("“%s” has %s; files of up to %s can be attached: make a smaller one, such as a scan with "
                  "less detail. Nothing was changed."),
               name, has, limit);
}

/* What GIO says, with what was tried and what to do. */
static void
explain (const char *name, GError *fault, GError **error)
{
  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (fault));
  else if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("The file “%s” is not there any more: it may have been moved or deleted. Choose it again. "
                    "Nothing was changed."),
                 name);
  else if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                 _ ("The file “%s” may not be read: ask its owner, or choose another. Nothing was changed."),
                 name);
  else
    g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                 /* Translators: a file's name, what the system says */
                 _ ("The file “%s” could not be read: %s. Nothing was changed."), name, fault->message);
}

/* Up to the limit and one chunk; NULL with @fault set. */
static GByteArray *
read_bytes (GInputStream *stream, gint64 size, GChecksum *checksum, GTask *task, GCancellable *cancellable,
            GError **fault)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) CLAMP (size, 0, TP_DOCUMENT_LIMIT) + CHUNK);
  gint64 told = 0;

  while (bytes->len <= TP_DOCUMENT_LIMIT)
    {
      guint before = bytes->len;
      gssize length;

      g_byte_array_set_size (bytes, before + CHUNK);
      length = g_input_stream_read (stream, bytes->data + before, CHUNK, cancellable, fault);
      if (length < 0)
        return NULL;
      g_byte_array_set_size (bytes, before + (guint) length);
      if (length == 0)
        break;
      g_checksum_update (checksum, bytes->data + before, length);
      if (bytes->len - told >= 4 * CHUNK)
        report_progress (task, told = bytes->len, size);
    }
  return g_steal_pointer (&bytes);
}

static TpDocument *
read_file (GFile *file, GTask *task, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (TpDocument) self = NULL;
  gint64 size;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                            "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &fault);
  if (info != NULL && g_file_info_get_display_name (info) != NULL)
    g_set_str (&name, g_file_info_get_display_name (info));
  if (info == NULL)
    {
      explain (name, fault, error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” is not a file, so it cannot be attached: choose a document or a scan. "
                      "Nothing was changed."),
                   name);
      return NULL;
    }
  size = g_file_info_get_size (info);
  if (size > TP_DOCUMENT_LIMIT)
    {
      refuse_large (name, size, error);
      return NULL;
    }
  stream = g_file_read (file, cancellable, &fault);
  if (stream != NULL)
    bytes = read_bytes (G_INPUT_STREAM (stream), size, checksum, task, cancellable, &fault);
  if (bytes == NULL)
    {
      explain (name, fault, error);
      return NULL;
    }
  if (bytes->len == 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” is empty: there is nothing to attach. Choose another file. Nothing was changed."),
                   name);
      return NULL;
    }
  if (bytes->len > TP_DOCUMENT_LIMIT)
    {
      refuse_large (name, bytes->len, error);
      return NULL;
    }
  self = g_object_new (TP_TYPE_DOCUMENT, NULL);
  self->name = g_steal_pointer (&name);
  if (g_file_info_get_content_type (info) != NULL)
    self->media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  self->sha256 = g_strdup (g_checksum_get_string (checksum));
  self->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return g_steal_pointer (&self);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->file);
  g_free (reading);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  TpDocument *document = read_file (reading->file, task, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Public API */

/**
 * tp_document_read:
 * @file: a file, also one that a portal or a drop hands over
 * @progress: (nullable): told how much has been read, on this thread
 * @progress_data: its data, which lives until @callback
 * @cancellable: (nullable): stops it
 * @callback: takes the result with tp_document_read_finish()
 * @user_data: its data
 *
 * Reads and hashes a file on another thread.
 */
void
tp_document_read (GFile *file, TpDocumentProgress progress, gpointer progress_data, GCancellable *cancellable,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->file = g_object_ref (file);
  reading->progress = progress;
  reading->data = progress_data;
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * tp_document_read_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the document. %TP_ERROR_REFUSED where it is too
 *   large, empty, no file, or not to be read; %TP_ERROR_NOT_FOUND where it vanished;
 *   %TP_ERROR_STORAGE where reading failed; %G_IO_ERROR_CANCELLED
 */
TpDocument *
tp_document_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tp_document_read_sync:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as tp_document_read_finish()
 */
TpDocument *
tp_document_read_sync (GFile *file, GCancellable *cancellable, GError **error)
{
  return read_file (file, NULL, cancellable, error);
}

/**
 * tp_document_get_name:
 * @self: a document that was read
 *
 * Returns: (transfer none): the file's name
 */
const char *
tp_document_get_name (TpDocument *self)
{
  return self->name;
}

/**
 * tp_document_get_sha256:
 * @self: a document that was read
 *
 * Returns: (transfer none): the SHA-256 of its bytes in lower-case hexadecimal, by which
 *   they are kept
 */
const char *
tp_document_get_sha256 (TpDocument *self)
{
  return self->sha256;
}

/**
 * tp_document_get_size:
 * @self: a document that was read
 *
 * Returns: how many bytes it has
 */
gint64
tp_document_get_size (TpDocument *self)
{
  return self->bytes != NULL ? (gint64) g_bytes_get_size (self->bytes) : 0;
}

/**
 * tp_document_keep:
 * @change: a change
 * @self: a document
 * @attachment: (out): the id of the attachment that holds it
 * @error: return location
 *
 * Keeps the bytes in the workspace, outside the journal. The same content is kept once,
 * under the name it first had.
 *
 * Returns: whether it is kept
 */
gboolean
tp_document_keep (TpChange *change, TpDocument *self, gint64 *attachment, GError **error)
{
  g_autoptr (TpRecord) known = tp_reader_find (tp_change_reader (change), TP_KIND_ATTACHMENT, "sha256", self->sha256);
  g_autoptr (TpRecord) record = NULL;

  /* Also where the record is there: its bytes may have been lost in a copy. */
  if (!tp_change_put_blob (change, self->sha256, self->bytes, error))
    return FALSE;
  if (known != NULL)
    {
      *attachment = tp_record_get_id (known);
      return TRUE;
    }
  record = tp_record_new (TP_KIND_ATTACHMENT);
  tp_record_set_text (record, "sha256", self->sha256);
  tp_record_set_text (record, "name", self->name);
  tp_record_set_text (record, "media_type", self->media_type);
  tp_record_set_number (record, "size", tp_document_get_size (self));
  if (!tp_record_validate (record, error) || !tp_change_insert (change, record, error))
    return FALSE;
  *attachment = tp_record_get_id (record);
  return TRUE;
}
