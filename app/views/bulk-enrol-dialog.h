/* bulk-enrol-dialog.h: many exporters enrolled in a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk-dialog.h"

G_BEGIN_DECLS

#define TP_TYPE_BULK_ENROL_DIALOG (tp_bulk_enrol_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBulkEnrolDialog, tp_bulk_enrol_dialog, TP, BULK_ENROL_DIALOG, TpBulkDialog)

AdwDialog *tp_bulk_enrol_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of);

G_END_DECLS
