/* import-columns.h: the columns of a spreadsheet, each over the field that it fills.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_IMPORT_COLUMNS (tp_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (TpImportColumns, tp_import_columns, TP, IMPORT_COLUMNS, GtkBox)

void        tp_import_columns_show          (TpImportColumns *self, TpImportPlan *plan);
void        tp_import_columns_apply         (TpImportColumns *self, TpImportPlan *plan);
void        tp_import_columns_set_narrow    (TpImportColumns *self, gboolean narrow);

/* What the rows are, and how the file was saved: NULL where that is guessed. */
TpKind      tp_import_columns_get_kind      (TpImportColumns *self);
const char *tp_import_columns_get_encoding  (TpImportColumns *self);
guint       tp_import_columns_get_selected_encoding (TpImportColumns *self);
void        tp_import_columns_select_encoding (TpImportColumns *self, guint place);
GListModel *tp_import_columns_get_encodings (TpImportColumns *self);

G_END_DECLS
