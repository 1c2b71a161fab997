/* workspace-private.h: for those who open workspaces.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

TpWorkspace *tp_workspace_new (TpStore *store);

G_END_DECLS
