/* forecast.h: where the recent rate of delivery leads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pace.h"

G_BEGIN_DECLS

typedef enum
{
  TP_REACHED_UNKNOWN, /* no target, or not enough data */
  TP_REACHED_ALREADY, /* the target is fulfilled on the as-of date */
  TP_REACHED_ON_DAY,
  TP_REACHED_NEVER,   /* not at this rate, or not before the year 10000 */
} TpReached;

typedef struct
{
  gboolean enough_data; /* FALSE: fewer than two delivery days, and no rate, day, end or band */
  TpDay as_of;
  TpDay from;           /* the window's first day, or TP_DAY_NONE; it ends on the as-of date */
  int window;           /* its days, 1 to 90; 0: no window */
  gint64 delivered;     /* the level v on the as-of date; always set */
  TpRatio rate;         /* a day, signed as the level moves */
  TpReached reached;
  TpDay day;            /* TP_REACHED_ON_DAY */
  TpKnown at_end;       /* projection at the end; not set where the end is not known */
  gboolean has_band;    /* 80 %: needs the projection and four whole weeks */
  gint64 low;
  gint64 high;
  int weeks;            /* whole weeks in the window */
} TpForecast;

gboolean tp_forecast_measure (const TpTarget *target, const TpDeliveries *deliveries,
                              TpDay as_of, TpForecast *forecast, GError **error);
char    *tp_forecast_explain (const TpTarget *target, const TpForecast *forecast,
                              TpFigureFormat format, gpointer data);

G_END_DECLS
