/* place-row.h: a view or a saved filter in the sidebar, with how much is behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_PLACE_ROW (tp_place_row_get_type ())
G_DECLARE_FINAL_TYPE (TpPlaceRow, tp_place_row, TP, PLACE_ROW, GtkListBoxRow)

GtkWidget  *tp_place_row_new       (const char *place, const char *title, const char *icon);
const char *tp_place_row_get_place (TpPlaceRow *self);
const char *tp_place_row_get_filter (TpPlaceRow *self);
gint64      tp_place_row_get_saved (TpPlaceRow *self);

G_END_DECLS
