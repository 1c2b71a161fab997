/* check-row.h: something to tick, or to go on to, in a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_CHECK_ROW (tp_check_row_get_type ())
G_DECLARE_FINAL_TYPE (TpCheckRow, tp_check_row, TP, CHECK_ROW, GtkListBoxRow)

GtkWidget   *tp_check_row_new      (gpointer item, gpointer checks);
TpCheckItem *tp_check_row_get_item (TpCheckRow *self);
void         tp_check_row_toggle   (TpCheckRow *self);

G_END_DECLS
