/* requirement-dialog.h: one requirement of an exporter: status, days, document, steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUIREMENT_DIALOG (tp_requirement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpRequirementDialog, tp_requirement_dialog, TP, REQUIREMENT_DIALOG, AdwDialog)

AdwDialog *tp_requirement_dialog_new (TpWorkspace *workspace, gint64 exporter, gint64 requirement,
                                      const char *title, TpDay as_of);

G_END_DECLS
