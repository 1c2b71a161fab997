/* bulk-request-dialog.h: papers asked for of many exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk-dialog.h"

G_BEGIN_DECLS

#define TP_TYPE_BULK_REQUEST_DIALOG (tp_bulk_request_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBulkRequestDialog, tp_bulk_request_dialog, TP, BULK_REQUEST_DIALOG, TpBulkDialog)

AdwDialog *tp_bulk_request_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of);

G_END_DECLS
