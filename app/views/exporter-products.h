/* exporter-products.h: an exporter's products on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_PRODUCTS (tp_exporter_products_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterProducts, tp_exporter_products, TP, EXPORTER_PRODUCTS, TpRecordPart)

G_END_DECLS
