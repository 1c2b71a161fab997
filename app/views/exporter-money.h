/* exporter-money.h: an exporter's domestic sales and ledger entries on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_MONEY (tp_exporter_money_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterMoney, tp_exporter_money, TP, EXPORTER_MONEY, TpRecordPart)

G_END_DECLS
