/* indicator-words.c: an indicator's figures in words, and as a trend to draw.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "indicator-status.h"

#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

static char *
with_unit (TpIndicatorStatus *self, char *number)
{
  const char *unit = tp_indicator_status_get_unit (self);
  char *text;

  if (*unit == '\0')
    return number;
  /* Translators: a count and what is counted: "10,000 exporters"; Chinese: %s%s */
  text = g_strdup_printf (C_ ("count with its unit", "%s %s"), number, unit);
  g_free (number);
  return text;
}

/**
 * tp_indicator_status_format:
 * @self: an indicator's status
 * @value: a figure in its unit
 *
 * Returns: (transfer full): "CN¥86.4 bn", "4,870 exporters", in Chinese "1.42万家"
 */
char *
tp_indicator_status_format (TpIndicatorStatus *self, gint64 value)
{
  const char *currency = tp_indicator_status_get_currency (self);

  if (currency != NULL)
    return tp_money_format_compact (value, currency);
  return with_unit (self, tp_count_format_compact (value));
}

/**
 * tp_indicator_status_format_exact:
 * @self: an indicator's status
 * @value: a figure in its unit
 *
 * Returns: (transfer full): money to its last minor unit, counts as they are
 */
char *
tp_indicator_status_format_exact (TpIndicatorStatus *self, gint64 value)
{
  const char *currency = tp_indicator_status_get_currency (self);

  return currency != NULL ? tp_money_format_exact (value, currency)
                          : with_unit (self, tp_count_format (value));
}

/**
 * tp_indicator_status_format_weekly:
 * @self: an indicator's status
 * @a_week: a rate a week, in its unit
 *
 * Returns: (transfer full): "CN¥4.39 bn a week", "1.4 exporters a week"
 */
char *
tp_indicator_status_format_weekly (TpIndicatorStatus *self, TpRatio a_week)
{
  const char *currency = tp_indicator_status_get_currency (self);
  gint64 tenths = tp_ratio_scaled (a_week, 10);
  g_autofree char *rate = NULL;

  if (currency != NULL)
    rate = tp_money_format_compact (tp_ratio_round (a_week), currency);
  else if (tenths % 10 == 0 || tenths >= 1000 || tenths <= -1000)
    rate = with_unit (self, tp_count_format (tp_ratio_round (a_week)));
  else
    rate = with_unit (self, tp_decimal_format_local (tenths, 1));
  /* Translators: a rate; Chinese: 每周%s */
  return g_strdup_printf (C_ ("rate", "%s a week"), rate);
}

/**
 * tp_indicator_status_target_words:
 * @self: an indicator's status
 *
 * Returns: (transfer full): the target with its qualifier: "at least 10,000 exporters"
 */
char *
tp_indicator_status_target_words (TpIndicatorStatus *self)
{
  const TpTarget *target = tp_indicator_status_get_target (self);
  g_autofree char *figure = NULL;

  if (!target->has_target)
    return g_strdup (C_ ("target", "no target stated"));
  figure = tp_indicator_status_format (self, target->target);
  switch (target->qualifier)
    {
    case TP_QUALIFIER_AT_LEAST:
      return g_strdup_printf (C_ ("target", "at least %s"), figure);
    case TP_QUALIFIER_MORE_THAN:
      return g_strdup_printf (C_ ("target", "more than %s"), figure);
    case TP_QUALIFIER_UP_TO:
      return g_strdup_printf (C_ ("target", "up to %s"), figure);
    case TP_QUALIFIER_ABOUT:
      return g_strdup_printf (C_ ("target", "about %s"), figure);
    case TP_QUALIFIER_EXACT:
    default:
      return g_steal_pointer (&figure);
    }
}

/**
 * tp_indicator_status_measure_words:
 * @self: an indicator's status
 *
 * Returns: (transfer full): "4,870 of 10,000 exporters"
 */
char *
tp_indicator_status_measure_words (TpIndicatorStatus *self)
{
  const TpTarget *target = tp_indicator_status_get_target (self);
  const char *currency = tp_indicator_status_get_currency (self);
  gint64 delivered = tp_indicator_status_get_pace (self)->delivered;
  g_autofree char *done = currency != NULL ? tp_money_format_compact (delivered, currency)
                                           : tp_count_format_compact (delivered);
  g_autofree char *of = NULL;

  if (!target->has_target)
    return tp_indicator_status_format (self, delivered);
  of = tp_indicator_status_format (self, target->target);
  /* Translators: what is delivered of a target: "4,870 of 10,000 exporters"; Chinese: %s / %s */
  return g_strdup_printf (C_ ("delivered of a target", "%s of %s"), done, of);
}

/* For sentences that name several figures: their unit is in the head above. */
static char *
format_figure (gint64 value, gpointer data)
{
  const char *currency = tp_indicator_status_get_currency (data);

  return currency != NULL ? tp_money_format_compact (value, currency) : tp_count_format (value);
}

/**
 * tp_indicator_status_pace_sentence:
 * @self: an indicator's status
 *
 * Returns: (transfer full): why the pace is what it is: the formula with its numbers
 */
char *
tp_indicator_status_pace_sentence (TpIndicatorStatus *self)
{
  const char *fault = tp_indicator_status_get_fault (self);

  if (fault != NULL)
    return g_strdup (fault);
  return tp_pace_explain (tp_indicator_status_get_target (self), tp_indicator_status_get_pace (self),
                          format_figure, self);
}

/**
 * tp_indicator_status_forecast_sentence:
 * @self: an indicator's status
 *
 * Returns: (transfer full): its forecast, in words
 */
char *
tp_indicator_status_forecast_sentence (TpIndicatorStatus *self)
{
  return tp_forecast_explain (tp_indicator_status_get_target (self),
                              tp_indicator_status_get_forecast (self), format_figure, self);
}

/**
 * tp_indicator_status_gap_sentence:
 * @self: an indicator's status
 *
 * Returns: (transfer full): how far the level lies from what is due, for a page's head:
 *   "CN¥14.4 bn below the pro-rated target"; where nothing is due, why not
 */
char *
tp_indicator_status_gap_sentence (TpIndicatorStatus *self)
{
  TpPaceResult pace = *tp_indicator_status_get_pace (self);
  g_autofree char *gap = NULL;
  gint64 above;

  if (tp_indicator_status_get_fault (self) != NULL)
    return g_strdup (tp_indicator_status_get_fault (self));
  if (pace.pace < TP_PACE_AHEAD || !pace.prorated.set)
    {
      /* Only the reason: the run rate has a place of its own on the page. */
      pace.has_run_rate = FALSE;
      return tp_pace_explain (tp_indicator_status_get_target (self), &pace, format_figure, self);
    }
  above = tp_wide_clamp ((TpWide) pace.delivered - pace.prorated.value);
  if (above == 0)
    return g_strdup (_ ("Exactly at the pro-rated target"));
  gap = tp_indicator_status_format (self, above > 0 ? above : -above);
  return g_strdup_printf (above > 0 ? _ ("%s above the pro-rated target")
                                    : _ ("%s below the pro-rated target"),
                          gap);
}

static TpTrendForecast
forecast_to_draw (const TpTarget *target, const TpPaceResult *pace, const TpForecast *forecast)
{
  if (pace->pace == TP_PACE_FULFILLED || pace->pace == TP_PACE_NOT_STARTED
      || target->period.end == TP_DAY_NONE || pace->as_of >= target->period.end)
    return TP_TREND_NO_FORECAST;
  return forecast->at_end.set ? TP_TREND_FORECAST : TP_TREND_NOT_ENOUGH_DATA;
}

/**
 * tp_indicator_status_trend:
 * @self: an indicator's status
 * @demonstration: whether the workspace holds invented records
 *
 * Returns: (transfer full): what its trend chart is drawn from, without a head: the
 *   page around the chart has one
 */
TpTrendData *
tp_indicator_status_trend (TpIndicatorStatus *self, gboolean demonstration)
{
  const TpTarget *target = tp_indicator_status_get_target (self);
  const TpPaceResult *pace = tp_indicator_status_get_pace (self);
  const TpForecast *forecast = tp_indicator_status_get_forecast (self);
  const TpDeliveries *deliveries = tp_indicator_status_get_deliveries (self);
  TpRecord *record = tp_indicator_status_get_record (self);
  TpTrendData *data = tp_trend_data_new (target->period.start, target->period.end, pace->as_of);
  TpWide level = deliveries->opening;

  data->kind = TP_KIND_INDICATOR;
  data->record_id = tp_record_get_id (record);
  data->currency = g_strdup (tp_indicator_status_get_currency (self));
  data->unit = g_strdup (tp_indicator_status_get_unit (self));
  data->demonstration = demonstration;
  data->baseline = target->baseline;
  data->has_target = target->has_target;
  data->target = target->target;
  data->has_prorated = pace->prorated.set;
  data->prorated = pace->prorated.value;
  data->forecast = forecast_to_draw (target, pace, forecast);
  data->projection = forecast->at_end.value;
  data->has_band = data->forecast == TP_TREND_FORECAST && forecast->has_band;
  data->band_low = forecast->low;
  data->band_high = forecast->high;
  tp_trend_data_set_words (data, NULL, NULL, tp_record_get_title (record), NULL);

  if (target->period.start != TP_DAY_NONE && target->period.start <= pace->as_of
      && (deliveries->n_items == 0 || deliveries->items[0].day > target->period.start))
    tp_trend_data_add_point (data, target->period.start, deliveries->opening);
  for (gsize i = 0; i < deliveries->n_items; i++)
    {
      level += deliveries->items[i].amount;
      tp_trend_data_add_point (data, deliveries->items[i].day, tp_wide_clamp (level));
    }
  return data;
}
