/* item-row.h: a record of a list on a record's page, with what can be done to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_ITEM_ROW (tp_item_row_get_type ())
G_DECLARE_FINAL_TYPE (TpItemRow, tp_item_row, TP, ITEM_ROW, GtkListBoxRow)

GtkWidget *tp_item_row_new       (TpFact *fact, const char *tag);
void       tp_item_row_set_menu  (TpItemRow *self, GMenuModel *menu);
void       tp_item_row_allow_opening (TpItemRow *self);
TpFact    *tp_item_row_get_fact  (TpItemRow *self);

void       tp_item_row_headings  (GtkListBox *list);

G_END_DECLS
