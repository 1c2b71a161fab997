/* fact-row.h: a fact about a record as a row of a boxed list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_FACT_ROW (tp_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (TpFactRow, tp_fact_row, TP, FACT_ROW, GtkListBoxRow)

GtkWidget *tp_fact_row_new            (TpFact *fact);
void       tp_fact_row_allow_status   (TpFactRow *self);
void       tp_fact_row_allow_opening  (TpFactRow *self);
TpFact    *tp_fact_row_get_fact       (TpFactRow *self);

G_END_DECLS
