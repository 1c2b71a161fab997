/* place-row.h: a view in the sidebar, with how much is behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_PLACE_ROW (tp_place_row_get_type ())
G_DECLARE_FINAL_TYPE (TpPlaceRow, tp_place_row, TP, PLACE_ROW, GtkListBoxRow)

GtkWidget  *tp_place_row_new       (const char *place, const char *title, const char *icon);
const char *tp_place_row_get_place (TpPlaceRow *self);

G_END_DECLS
