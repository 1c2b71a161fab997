/* sale-dialog.h: a domestic sale of an exporter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_SALE_DIALOG (tp_sale_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpSaleDialog, tp_sale_dialog, TP, SALE_DIALOG, TpRecordForm)

AdwDialog *tp_sale_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *sale, TpDay as_of);

G_END_DECLS
