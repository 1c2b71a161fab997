/* requirement-sets-dialog.h: the checklists there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUIREMENT_SETS_DIALOG (tp_requirement_sets_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpRequirementSetsDialog, tp_requirement_sets_dialog, TP, REQUIREMENT_SETS_DIALOG, AdwDialog)

AdwDialog *tp_requirement_sets_dialog_new (TpWorkspace *workspace);

G_END_DECLS
