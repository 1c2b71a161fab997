/* overview.h: how the campaign stands, and what to do next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "overview-item.h"
#include "status.h"

G_BEGIN_DECLS

#define TP_TYPE_OVERVIEW (tp_overview_get_type ())
G_DECLARE_FINAL_TYPE (TpOverview, tp_overview, TP, OVERVIEW, GObject)

/* A TpReadFunc: @as_of is GINT_TO_POINTER of the day; returns a TpOverview. */
gpointer    tp_overview_read          (TpReader *reader, gpointer as_of, GError **error);

gboolean    tp_overview_depends_on    (guint64 kinds);

gboolean    tp_overview_is_empty      (TpOverview *self); /* neither commitments nor exporters */
GListStore *tp_overview_get_tiles     (TpOverview *self); /* TpOverviewTile */
GListStore *tp_overview_get_attention (TpOverview *self); /* TpOverviewLine, the most pressing first */
GListStore *tp_overview_get_activity  (TpOverview *self); /* TpOverviewLine, the latest first */
GListStore *tp_overview_get_due       (TpOverview *self); /* TpOverviewLine, the earliest first */
TpChart    *tp_overview_get_chart     (TpOverview *self);

G_END_DECLS
