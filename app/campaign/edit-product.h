/* edit-product.h: an exporter's products, added, changed and removed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean tp_edit_product_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_product_run (TpChange *change, gpointer input, GError **error);

char    *tp_product_warning    (TpRecord *product);

G_END_DECLS
