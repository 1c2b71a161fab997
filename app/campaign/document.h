/* document.h: a file read to be kept in the workspace.
 *
 * Properties, read-only: "name", "media-type", "size" (bytes), "size-text".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is kept, in bytes: 50 MB as file managers count them. */
#define TP_DOCUMENT_LIMIT G_GINT64_CONSTANT (50000000)

#define TP_TYPE_DOCUMENT (tp_document_get_type ())
G_DECLARE_FINAL_TYPE (TpDocument, tp_document, TP, DOCUMENT, GObject)

/* How much of a file has been read; on the main thread. */
typedef void (*TpDocumentProgress) (gint64 done, gint64 size, gpointer data);

void        tp_document_read        (GFile *file, TpDocumentProgress progress, gpointer progress_data,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
TpDocument *tp_document_read_finish (GAsyncResult *result, GError **error);
TpDocument *tp_document_read_sync   (GFile *file, GCancellable *cancellable, GError **error);

const char *tp_document_get_name    (TpDocument *self);
const char *tp_document_get_sha256  (TpDocument *self);
gint64      tp_document_get_size    (TpDocument *self);

gboolean    tp_document_keep        (TpChange *change, TpDocument *self, gint64 *attachment, GError **error);

G_END_DECLS
