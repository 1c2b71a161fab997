/* exporter-money.c: an exporter's sales and payments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-money.h"

#include <glib/gi18n-lib.h>

struct _TpExporterMoney
{
  TpFactsPart parent_instance;
};

G_DEFINE_FINAL_TYPE (TpExporterMoney, tp_exporter_money, TP_TYPE_FACTS_PART)

static void
tp_exporter_money_class_init (TpExporterMoneyClass *klass)
{
  TP_FACTS_PART_CLASS (klass)->list = "money";
  TP_FACTS_PART_CLASS (klass)->empty = NC_ ("exporter page", "No sales or payments yet.");
}

static void
tp_exporter_money_init (TpExporterMoney *self)
{
}
