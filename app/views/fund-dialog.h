/* fund-dialog.h: making a fund by hand, or changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_FUND_DIALOG (tp_fund_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpFundDialog, tp_fund_dialog, TP, FUND_DIALOG, AdwDialog)

AdwDialog *tp_fund_dialog_new (TpWorkspace *workspace, TpRecord *fund);

G_END_DECLS
