/* trend-chart.h: an indicator over time: delivered, pro-rated, forecast and target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "scene.h"

G_BEGIN_DECLS

typedef enum
{
  TP_TREND_NO_FORECAST,     /* nothing is to be said: over, reached, or no end */
  TP_TREND_NOT_ENOUGH_DATA, /* the words stand at the line's end */
  TP_TREND_FORECAST,
} TpTrendForecast;

/* A level that holds from its day on. */
typedef struct
{
  TpDay day;
  gint64 value;
} TpTrendPoint;

/* Values are minor units where @currency is set, else counts. */
typedef struct
{
  TpKind kind;               /* what Enter on the line opens */
  gint64 record_id;
  char *title;               /* NULL: no head (the page around it has one) */
  char *subtitle;
  char *measure;             /* what is counted, in words: "Exporters"; beside the axis */
  char *unit;                /* of a count, "家"; Chinese figures stand with it */
  char *currency;            /* ISO 4217, or NULL */
  char *source;              /* NULL: no foot */
  gboolean demonstration;
  TpDay start;               /* TP_DAY_NONE: not known */
  TpDay end;
  TpDay as_of;
  gint64 baseline;
  gboolean has_target;
  gint64 target;
  GArray *points;            /* TpTrendPoint by day; includes the baseline's */
  GArray *prorated_points;   /* TpTrendPoint: joined by straight lines; empty: from baseline
                              * at the start to the target at the end */
  gboolean has_prorated;     /* at the as-of day */
  gint64 prorated;
  TpTrendForecast forecast;
  gint64 projection;         /* at the end */
  gboolean has_band;
  gint64 band_low;           /* 80 % interval at the end */
  gint64 band_high;
} TpTrendData;

TpTrendData *tp_trend_data_new  (TpDay start, TpDay end, TpDay as_of);
void         tp_trend_data_free (TpTrendData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpTrendData, tp_trend_data_free)

void         tp_trend_data_set_words (TpTrendData *self, const char *title, const char *subtitle, const char *measure, const char *source);
void         tp_trend_data_add_point (TpTrendData *self, TpDay day, gint64 value);
void         tp_trend_data_add_prorated (TpTrendData *self, TpDay day, gint64 value);

TpScene     *tp_trend_scene     (TpTrendData *data, const TpSceneOptions *options);

G_END_DECLS
