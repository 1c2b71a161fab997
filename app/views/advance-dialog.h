/* advance-dialog.h: moving an exporter to another stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_ADVANCE_DIALOG (tp_advance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpAdvanceDialog, tp_advance_dialog, TP, ADVANCE_DIALOG, AdwDialog)

AdwDialog *tp_advance_dialog_new    (TpWorkspace *workspace, gint64 exporter, TpDay as_of);
void       tp_advance_dialog_choose (TpAdvanceDialog *self, TpStage stage);

G_END_DECLS
