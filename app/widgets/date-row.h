/* date-row.h: a field for a calendar day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "field-row.h"

G_BEGIN_DECLS

#define TP_TYPE_DATE_ROW (tp_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TpDateRow, tp_date_row, TP, DATE_ROW, TpFieldRow)

GtkWidget *tp_date_row_new     (void);
TpDay      tp_date_row_get_day (TpDateRow *self);
void       tp_date_row_set_day (TpDateRow *self, TpDay day);

G_END_DECLS
