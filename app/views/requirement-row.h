/* requirement-row.h: a requirement of an exporter as a row of its checklist.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUIREMENT_ROW (tp_requirement_row_get_type ())
G_DECLARE_FINAL_TYPE (TpRequirementRow, tp_requirement_row, TP, REQUIREMENT_ROW, GtkListBoxRow)

GtkWidget *tp_requirement_row_new      (TpFact *fact);
TpFact    *tp_requirement_row_get_fact (TpRequirementRow *self);
void       tp_requirement_row_lock     (TpRequirementRow *self);

G_END_DECLS
