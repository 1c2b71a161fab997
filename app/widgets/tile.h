/* tile.h: a figure of the overview as a card that opens what it counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_TILE (tp_tile_get_type ())
G_DECLARE_FINAL_TYPE (TpTile, tp_tile, TP, TILE, GtkFlowBoxChild)

GtkWidget *tp_tile_new  (void);
gboolean   tp_tile_open (TpTile *self);

G_END_DECLS
