/* workspace-info.h: what a workspace holds and whether its file is sound.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-rows.h"
#include "workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 size; /* bytes of the file */
  gint64 counts[TP_N_KINDS];
  char *damage; /* what is wrong with the file; NULL: nothing */
} TpWorkspaceInfo;

TpWorkspaceInfo *tp_workspace_info_read (TpWorkspace *workspace, GError **error);
void             tp_workspace_info_free (TpWorkspaceInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpWorkspaceInfo, tp_workspace_info_free)
char            *tp_workspace_info_text (TpWorkspaceInfo *self, TpWorkspace *workspace, TpRowsFormat format);

G_END_DECLS
