/* workspace-writer.h: a whole workspace as JSON Lines, the interchange format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_WORKSPACE_WRITER (tp_workspace_writer_get_type ())
G_DECLARE_FINAL_TYPE (TpWorkspaceWriter, tp_workspace_writer, TP, WORKSPACE_WRITER, GObject)

TpWorkspaceWriter *tp_workspace_writer_new    (GOutputStream *stream, int schema);
gboolean           tp_workspace_writer_record (TpWorkspaceWriter *self, TpRecord *record,
                                               GError **error);
gboolean           tp_workspace_writer_blob   (TpWorkspaceWriter *self, const char *sha256,
                                               GBytes *data, GError **error);
gboolean           tp_workspace_writer_finish (TpWorkspaceWriter *self, GCancellable *cancellable,
                                               GError **error);

G_END_DECLS
