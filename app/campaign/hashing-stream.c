/* hashing-stream.c: the SHA-256 of a file, worked out while it is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-private.h"

#define TP_TYPE_HASHING_STREAM (tp_hashing_stream_get_type ())
G_DECLARE_FINAL_TYPE (TpHashingStream, tp_hashing_stream, TP, HASHING_STREAM, GFilterInputStream)

struct _TpHashingStream
{
  GFilterInputStream parent_instance;
  GChecksum *checksum;
};

G_DEFINE_FINAL_TYPE (TpHashingStream, tp_hashing_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
tp_hashing_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                        GError **error)
{
  TpHashingStream *self = TP_HASHING_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize length = g_input_stream_read (base, buffer, count, cancellable, error);

  if (length > 0)
    g_checksum_update (self->checksum, buffer, length);
  return length;
}

static void
tp_hashing_stream_finalize (GObject *object)
{
  g_checksum_free (TP_HASHING_STREAM (object)->checksum);
  G_OBJECT_CLASS (tp_hashing_stream_parent_class)->finalize (object);
}

static void
tp_hashing_stream_class_init (TpHashingStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_hashing_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = tp_hashing_stream_read;
}

static void
tp_hashing_stream_init (TpHashingStream *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

/**
 * tp_hashing_stream_new:
 * @base: where the bytes come from
 *
 * Returns: (transfer full): a stream of the same bytes
 */
GInputStream *
tp_hashing_stream_new (GInputStream *base)
{
  return g_object_new (TP_TYPE_HASHING_STREAM, "base-stream", base, NULL);
}

/**
 * tp_hashing_stream_get:
 * @stream: what tp_hashing_stream_new() gave
 *
 * Returns: (transfer full): the hash of the bytes read so far, lower-case hexadecimal
 */
char *
tp_hashing_stream_get (GInputStream *stream)
{
  g_autoptr (GChecksum) copy = g_checksum_copy (TP_HASHING_STREAM (stream)->checksum);

  return g_strdup (g_checksum_get_string (copy));
}
