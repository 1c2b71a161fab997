/* workspace-reader.h: a whole workspace from JSON Lines, record by record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_WORKSPACE_READER (tp_workspace_reader_get_type ())
G_DECLARE_FINAL_TYPE (TpWorkspaceReader, tp_workspace_reader, TP, WORKSPACE_READER, GObject)

TpWorkspaceReader *tp_workspace_reader_new            (GInputStream *stream, int schema);
gboolean           tp_workspace_reader_open           (TpWorkspaceReader *self,
                                                       GCancellable *cancellable, GError **error);
gboolean           tp_workspace_reader_next           (TpWorkspaceReader *self, TpRecord **record,
                                                       char **sha256, GBytes **blob,
                                                       GCancellable *cancellable, GError **error);
int                tp_workspace_reader_get_schema     (TpWorkspaceReader *self);
guint              tp_workspace_reader_get_line       (TpWorkspaceReader *self);
goffset            tp_workspace_reader_get_bytes_read (TpWorkspaceReader *self);

G_END_DECLS
