/* product-dialog.h: adding a product of an exporter, or changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_PRODUCT_DIALOG (tp_product_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpProductDialog, tp_product_dialog, TP, PRODUCT_DIALOG, TpRecordForm)

AdwDialog *tp_product_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *product,
                                  TpDay as_of);

G_END_DECLS
