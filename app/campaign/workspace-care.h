/* workspace-care.h: looking after a workspace's file: checks, repairs and copies.
 *
 * All of it blocks, but for the reader itself: for commands, not for the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

TpReader  *tp_workspace_reader       (TpWorkspace *self);
GPtrArray *tp_workspace_check_sync   (TpWorkspace *self, GError **error);
gboolean   tp_workspace_rebuild_sync (TpWorkspace *self, GError **error);
gboolean   tp_workspace_copy_sync    (TpWorkspace *self, const char *path, GError **error);

G_END_DECLS
