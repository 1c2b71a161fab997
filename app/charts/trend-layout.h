/* trend-layout.h: what the parts of the trend chart share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame.h"
#include "trend-chart.h"

G_BEGIN_DECLS

typedef struct
{
  TpTrendData *data;
  TpFrame frame;
  gboolean bare;      /* no head: the page around it has one */
  gboolean aside;     /* end labels stand right of the plot */
  TpDay first, last;  /* of the axis */
  double low, high;   /* of the scale */
  double left, right, top, bottom;
  double em;
  GArray *texts; /* TpBox of the labels in the plot */
  gint64 divisor;
  char *unit;
} TpTrendLayout;

double   tp_trend_x            (const TpTrendLayout *l, TpDay day);
double   tp_trend_y            (const TpTrendLayout *l, double value);
double   tp_trend_forecast_y   (const TpTrendLayout *l, double share, int side);
char    *tp_trend_plain        (const TpTrendLayout *l, gint64 value);
gint64   tp_trend_level        (const TpTrendData *data, TpDay day);
gboolean tp_trend_has_prorated (const TpTrendData *data);

double   tp_trend_value_room   (TpTrendLayout *l);
void     tp_trend_draw_values  (TpTrendLayout *l);
void     tp_trend_draw_days    (TpTrendLayout *l);
void     tp_trend_draw_point_labels (TpTrendLayout *l, gint64 value);
void     tp_trend_draw_end_labels (TpTrendLayout *l);

G_END_DECLS
