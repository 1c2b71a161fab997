/* trend-data.c: what an indicator's trend is drawn from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-chart.h"

/**
 * tp_trend_data_new:
 * @start: first day of the period, or %TP_DAY_NONE
 * @end: its last day, or %TP_DAY_NONE
 * @as_of: the day the figures hold on
 *
 * Returns: (transfer full): data without points, target or forecast
 */
TpTrendData *
tp_trend_data_new (TpDay start, TpDay end, TpDay as_of)
{
  TpTrendData *self = g_new0 (TpTrendData, 1);

  self->kind = TP_KIND_NONE;
  self->start = start;
  self->end = end;
  self->as_of = as_of;
  self->points = g_array_new (FALSE, TRUE, sizeof (TpTrendPoint));
  self->prorated_points = g_array_new (FALSE, TRUE, sizeof (TpTrendPoint));
  return self;
}

/**
 * tp_trend_data_free:
 * @self: (transfer full): data
 */
void
tp_trend_data_free (TpTrendData *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->measure);
  g_free (self->unit);
  g_free (self->currency);
  g_free (self->source);
  g_array_unref (self->points);
  g_array_unref (self->prorated_points);
  g_free (self);
}

/**
 * tp_trend_data_set_words:
 * @self: data
 * @title: (nullable): the finding; %NULL: no head
 * @subtitle: (nullable): measure, unit and date
 * @measure: (nullable): what is counted: "Exporters"
 * @source: (nullable): "Source: …"; %NULL: no foot
 */
void
tp_trend_data_set_words (TpTrendData *self,
                         const char *title,
                         const char *subtitle,
                         const char *measure,
                         const char *source)
{
  g_set_str (&self->title, title);
  g_set_str (&self->subtitle, subtitle);
  g_set_str (&self->measure, measure);
  g_set_str (&self->source, source);
}

static void
add (GArray *points, TpDay day, gint64 value)
{
  TpTrendPoint point = { day, value };

  /* The last word on a day holds. */
  if (points->len > 0 && g_array_index (points, TpTrendPoint, points->len - 1).day == day)
    g_array_index (points, TpTrendPoint, points->len - 1).value = value;
  else
    g_array_append_val (points, point);
}

/**
 * tp_trend_data_add_point:
 * @self: data
 * @day: a day, not before the last one added
 * @value: the level at its end
 */
void
tp_trend_data_add_point (TpTrendData *self, TpDay day, gint64 value)
{
  add (self->points, day, value);
}

/**
 * tp_trend_data_add_prorated:
 * @self: data
 * @day: a day, not before the last one added
 * @value: the pro-rated target at its end
 *
 * For seasonal weights and target periods; without points the line is straight.
 */
void
tp_trend_data_add_prorated (TpTrendData *self, TpDay day, gint64 value)
{
  add (self->prorated_points, day, value);
}
