/* chart-view.h: a chart on screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TpChartBuilder:
 * @options: what to lay the chart out for
 * @user_data: data of the builder
 *
 * Lays out the chart; called again for each size and look. Must be quick (a few
 * milliseconds) and may let the scene grow.
 *
 * Returns: (transfer full) (nullable): the scene; %NULL: nothing to show yet
 */
typedef TpScene *(*TpChartBuilder) (const TpSceneOptions *options, gpointer user_data);

#define TP_TYPE_CHART_VIEW (tp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TpChartView, tp_chart_view, TP, CHART_VIEW, GtkWidget)

GtkWidget *tp_chart_view_new         (void);
void       tp_chart_view_set_builder (TpChartView *self, TpChartBuilder builder, gpointer user_data, GDestroyNotify destroy);
void       tp_chart_view_refresh     (TpChartView *self);
TpScene   *tp_chart_view_get_scene   (TpChartView *self);
void       tp_chart_view_set_in_card (TpChartView *self, gboolean in_card);
gboolean   tp_chart_view_get_in_card (TpChartView *self);

G_END_DECLS
