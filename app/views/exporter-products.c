/* exporter-products.c: an exporter's products.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-products.h"

#include <glib/gi18n-lib.h>

struct _TpExporterProducts
{
  TpFactsPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TpExporterProducts, tp_exporter_products, TP_TYPE_FACTS_PART)

static void
tp_exporter_products_class_init (TpExporterProductsClass *klass)
{
  TP_FACTS_PART_CLASS (klass)->list = "products";
  TP_FACTS_PART_CLASS (klass)->empty = NC_ ("exporter page", "No products yet.");
}

static void
tp_exporter_products_init (TpExporterProducts *self)
{
}
