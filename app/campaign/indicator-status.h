/* indicator-status.h: one number of a promise on a date.
 *
 * Values are counts, or minor units where the indicator has a currency.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forecast.h"
#include "record.h"
#include "store.h"
#include "trend-chart.h"

G_BEGIN_DECLS

#define TP_TYPE_INDICATOR_STATUS (tp_indicator_status_get_type ())
G_DECLARE_FINAL_TYPE (TpIndicatorStatus, tp_indicator_status, TP, INDICATOR_STATUS, GObject)

TpIndicatorStatus *tp_indicator_status_read (TpReader *reader, TpRecord *commitment,
                                             TpRecord *indicator, TpDay as_of, GError **error);

TpRecord           *tp_indicator_status_get_record     (TpIndicatorStatus *self);
const TpTarget     *tp_indicator_status_get_target     (TpIndicatorStatus *self);
const TpPaceResult *tp_indicator_status_get_pace       (TpIndicatorStatus *self);
const TpForecast   *tp_indicator_status_get_forecast   (TpIndicatorStatus *self);
const TpDeliveries *tp_indicator_status_get_deliveries (TpIndicatorStatus *self);
gboolean            tp_indicator_status_is_reported    (TpIndicatorStatus *self);
const char         *tp_indicator_status_get_currency   (TpIndicatorStatus *self); /* NULL: a count */
const char         *tp_indicator_status_get_unit       (TpIndicatorStatus *self); /* in the reader's language; "" */
const char         *tp_indicator_status_get_fault      (TpIndicatorStatus *self); /* why no pace can be told; NULL */

/* For TpBulletBar: share of the target, or -1. */
double              tp_indicator_status_get_fraction   (TpIndicatorStatus *self);
double              tp_indicator_status_get_tick       (TpIndicatorStatus *self);

/* Words for people; (transfer full). */
char               *tp_indicator_status_format         (TpIndicatorStatus *self, gint64 value); /* compact, with its unit */
char               *tp_indicator_status_format_exact   (TpIndicatorStatus *self, gint64 value);
char               *tp_indicator_status_format_weekly  (TpIndicatorStatus *self, TpRatio a_week); /* "CN¥4.39 bn a week" */
char               *tp_indicator_status_target_words   (TpIndicatorStatus *self); /* "at least 10,000 exporters" */
char               *tp_indicator_status_measure_words  (TpIndicatorStatus *self); /* "4,870 of 10,000 exporters" */
char               *tp_indicator_status_pace_sentence  (TpIndicatorStatus *self); /* the formula with its numbers */
char               *tp_indicator_status_forecast_sentence (TpIndicatorStatus *self);
char               *tp_indicator_status_gap_sentence   (TpIndicatorStatus *self); /* "CN¥14.4 bn below the pro-rated target" */

TpTrendData        *tp_indicator_status_trend          (TpIndicatorStatus *self, gboolean demonstration);

G_END_DECLS
