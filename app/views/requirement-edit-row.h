/* requirement-edit-row.h: a requirement in the dialog that changes its set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUIREMENT_EDIT_ROW (tp_requirement_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (TpRequirementEditRow, tp_requirement_edit_row, TP, REQUIREMENT_EDIT_ROW, AdwExpanderRow)

GtkWidget *tp_requirement_edit_row_new      (TpRecord *requirement);
gboolean   tp_requirement_edit_row_is_valid (TpRequirementEditRow *self);
TpRecord  *tp_requirement_edit_row_store    (TpRequirementEditRow *self, GError **error);
TpRecord  *tp_requirement_edit_row_get      (TpRequirementEditRow *self);
void       tp_requirement_edit_row_focus    (TpRequirementEditRow *self);

G_END_DECLS
