/* document-copy.h: an attached document as a file, to look at or to keep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

char  *tp_document_file_name   (TpRecord *attachment);
void   tp_document_copy        (TpWorkspace *workspace, TpRecord *attachment, GFile *target,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *tp_document_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
