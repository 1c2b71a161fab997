/* currency-row.h: a currency, chosen from those in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_CURRENCY_ROW (tp_currency_row_get_type ())
G_DECLARE_FINAL_TYPE (TpCurrencyRow, tp_currency_row, TP, CURRENCY_ROW, AdwComboRow)

const char *tp_currency_row_get_code (TpCurrencyRow *self);
void        tp_currency_row_set_code (TpCurrencyRow *self, const char *code);

G_END_DECLS
