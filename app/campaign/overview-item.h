/* overview-item.h: what the overview shows: tiles and lines, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Properties: title, value, of, pace, note, opens; fraction, middle, tick: those of a
 * TpTile, and hint, the sentence behind the pace. */
#define TP_TYPE_OVERVIEW_TILE (tp_overview_tile_get_type ())
G_DECLARE_FINAL_TYPE (TpOverviewTile, tp_overview_tile, TP, OVERVIEW_TILE, GObject)

/* Properties: icon, style (a style class of the icon), title, subtitle, note, opens (a
 * detailed action name). */
#define TP_TYPE_OVERVIEW_LINE (tp_overview_line_get_type ())
G_DECLARE_FINAL_TYPE (TpOverviewLine, tp_overview_line, TP, OVERVIEW_LINE, GObject)

TpOverviewLine *tp_overview_line_new (const char *icon, const char *style, const char *title,
                                      const char *subtitle, const char *note, const char *opens);

char *tp_opens_record (const char *kind, gint64 id);

void  tp_overview_update_list (GListStore *list, GListStore *fresh);

G_END_DECLS
