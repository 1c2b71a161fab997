/* import-preview.h: what would come of each row of a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-columns.h"

G_BEGIN_DECLS

#define TP_TYPE_IMPORT_PREVIEW (tp_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (TpImportPreview, tp_import_preview, TP, IMPORT_PREVIEW, GtkBox)

TpImportColumns *tp_import_preview_get_columns  (TpImportPreview *self);
void             tp_import_preview_checking     (TpImportPreview *self);
void             tp_import_preview_set_fraction (TpImportPreview *self, double fraction);
void             tp_import_preview_fail         (TpImportPreview *self, const char *message);
void             tp_import_preview_show         (TpImportPreview *self, TpImportPlan *plan);

G_END_DECLS
