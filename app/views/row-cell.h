/* row-cell.h: the part of a list's row that knows the row's item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_ROW_CELL (tp_row_cell_get_type ())
G_DECLARE_FINAL_TYPE (TpRowCell, tp_row_cell, TP, ROW_CELL, AdwBin)

gpointer tp_row_cell_item_at (GtkWidget *list, double x, double y);

G_END_DECLS
