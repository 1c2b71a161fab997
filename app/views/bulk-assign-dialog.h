/* bulk-assign-dialog.h: many exporters given to somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk-dialog.h"

G_BEGIN_DECLS

#define TP_TYPE_BULK_ASSIGN_DIALOG (tp_bulk_assign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBulkAssignDialog, tp_bulk_assign_dialog, TP, BULK_ASSIGN_DIALOG, TpBulkDialog)

AdwDialog *tp_bulk_assign_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of);

G_END_DECLS
