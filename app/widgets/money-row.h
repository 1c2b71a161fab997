/* money-row.h: a field for an amount of money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field-row.h"

G_BEGIN_DECLS

#define TP_TYPE_MONEY_ROW (tp_money_row_get_type ())
G_DECLARE_FINAL_TYPE (TpMoneyRow, tp_money_row, TP, MONEY_ROW, TpFieldRow)

GtkWidget *tp_money_row_new        (void);
gboolean   tp_money_row_get_amount (TpMoneyRow *self, gint64 *minor);
void       tp_money_row_set_amount (TpMoneyRow *self, gint64 minor);

G_END_DECLS
