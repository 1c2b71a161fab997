/* sheet-column.h: a column of a spreadsheet, over the field it fills.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_SHEET_COLUMN (tp_sheet_column_get_type ())
G_DECLARE_FINAL_TYPE (TpSheetColumn, tp_sheet_column, TP, SHEET_COLUMN, GtkBox)

GtkWidget     *tp_sheet_column_new       (TpImportPlan *plan, guint column);
guint          tp_sheet_column_get_place (TpSheetColumn *self);
const TpField *tp_sheet_column_get_field (TpSheetColumn *self);
void           tp_sheet_column_show      (TpSheetColumn *self, const TpField *field);

G_END_DECLS
