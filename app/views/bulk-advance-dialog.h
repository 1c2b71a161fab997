/* bulk-advance-dialog.h: many exporters moved on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk-dialog.h"

G_BEGIN_DECLS

#define TP_TYPE_BULK_ADVANCE_DIALOG (tp_bulk_advance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBulkAdvanceDialog, tp_bulk_advance_dialog, TP, BULK_ADVANCE_DIALOG, TpBulkDialog)

AdwDialog *tp_bulk_advance_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of);

G_END_DECLS
