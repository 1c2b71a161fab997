/* indicator-edit-row.h: what a promise counts, in the dialog that changes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_INDICATOR_EDIT_ROW (tp_indicator_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (TpIndicatorEditRow, tp_indicator_edit_row, TP, INDICATOR_EDIT_ROW, AdwExpanderRow)

GtkWidget *tp_indicator_edit_row_new      (TpRecord *indicator, const char *currency);
gboolean   tp_indicator_edit_row_is_valid (TpIndicatorEditRow *self);
TpRecord  *tp_indicator_edit_row_store    (TpIndicatorEditRow *self, GError **error);
void       tp_indicator_edit_row_focus    (TpIndicatorEditRow *self);
TpRecord  *tp_indicator_edit_row_get      (TpIndicatorEditRow *self);

G_END_DECLS
