/* exporter-money.h: an exporter's sales and payments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_MONEY (tp_exporter_money_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterMoney, tp_exporter_money, TP, EXPORTER_MONEY, TpFactsPart)

G_END_DECLS
