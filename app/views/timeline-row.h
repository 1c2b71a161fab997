/* timeline-row.h: a line of an exporter's timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_TIMELINE_ROW (tp_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (TpTimelineRow, tp_timeline_row, TP, TIMELINE_ROW, GtkListBoxRow)

GtkWidget      *tp_timeline_row_new      (TpTimelineItem *item, gboolean read_only);
TpTimelineItem *tp_timeline_row_get_item (TpTimelineRow *self);

G_END_DECLS
