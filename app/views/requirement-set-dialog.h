/* requirement-set-dialog.h: one checklist made or changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUIREMENT_SET_DIALOG (tp_requirement_set_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpRequirementSetDialog, tp_requirement_set_dialog, TP, REQUIREMENT_SET_DIALOG, AdwDialog)

AdwDialog *tp_requirement_set_dialog_new (TpWorkspace *workspace, gint64 set);

G_END_DECLS
