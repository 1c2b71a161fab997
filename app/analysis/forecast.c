/* forecast.c: where the recent rate of delivery leads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forecast.h"

#include <math.h>

#define WINDOW_DAYS 90
#define LEAST_DELIVERY_DAYS 2
#define LEAST_WEEKS 4

/* The middle 80 % of a normal distribution lie within so many deviations. */
#define BAND_DEVIATIONS 1.28L

/* The window's days; 0 where there is none. */
static int
window_days (const TpTarget *target, const TpDeliveries *deliveries, TpDay as_of)
{
  TpDay first = target->period.start;

  if (first == TP_DAY_NONE)
    first = tp_deliveries_first (deliveries, target->decreasing, G_MININT32, as_of);
  if (first == TP_DAY_NONE || as_of < first)
    return 0;
  return (int) MIN ((gint64) WINDOW_DAYS, (gint64) as_of - first + 1);
}

static void
find_day_reached (const TpTarget *target, TpWide moved, TpForecast *forecast)
{
  TpWide left = (TpWide) target->target - forecast->delivered;
  TpWide days;

  if (target->decreasing)
    left = -left;
  if (!target->has_target)
    forecast->reached = TP_REACHED_UNKNOWN;
  else if (tp_target_fulfilled (target, forecast->delivered))
    forecast->reached = TP_REACHED_ALREADY;
  else if (moved <= 0)
    forecast->reached = TP_REACHED_NEVER;
  else
    {
      /* left / rate, rounded up. "More than" may have nothing left and yet not be
       * fulfilled: then the next day's delivery fulfils it. */
      days = MAX ((left * forecast->window + moved - 1) / moved, 1);
      if (days > (TpWide) tp_day_new (9999, 12, 31) - forecast->as_of)
        {
          forecast->reached = TP_REACHED_NEVER;
          return;
        }
      forecast->reached = TP_REACHED_ON_DAY;
      forecast->day = (TpDay) (forecast->as_of + days);
    }
}

/* The deviation of a sample: of the sums of the window's whole weeks, counted back
 * from the as-of date. Only the width of the band hangs on it, so that floating
 * point will do. */
static long double
week_deviation (const TpDeliveries *deliveries, const TpForecast *forecast)
{
  long double sums[WINDOW_DAYS / 7], mean = 0, squares = 0;

  for (int i = 0; i < forecast->weeks; i++)
    {
      TpDay last = forecast->as_of - 7 * i;

      sums[i] = (long double) tp_deliveries_sum (deliveries, last - 6, last);
      mean += sums[i] / forecast->weeks;
    }
  for (int i = 0; i < forecast->weeks; i++)
    squares += (sums[i] - mean) * (sums[i] - mean);
  return sqrtl (squares / (forecast->weeks - 1));
}

static void
project (const TpDeliveries *deliveries, TpDay end, TpForecast *forecast)
{
  TpWide days_left = MAX ((TpWide) end - forecast->as_of, 0);
  TpWide level = (TpWide) forecast->delivered * forecast->rate.den
                 + forecast->rate.num * days_left;
  TpWide at_end = tp_ratio_round_wide ((TpRatio){ level, forecast->rate.den });
  long double half;
  TpWide width;

  forecast->at_end = TP_STATED (tp_wide_clamp (at_end));
  if (forecast->weeks < LEAST_WEEKS)
    return;
  half = BAND_DEVIATIONS * week_deviation (deliveries, forecast)
         * sqrtl ((long double) days_left / 7);
  /* A cap that no figure comes near, so that the conversion is defined. */
  width = (TpWide) roundl (MIN (half, 0x1p120L));
  forecast->has_band = TRUE;
  forecast->low = tp_wide_clamp (at_end - width);
  forecast->high = tp_wide_clamp (at_end + width);
}

/**
 * tp_forecast_measure:
 * @target: the target; without a figure only the projection is made
 * @deliveries: what was delivered; days after @as_of do not count
 * @as_of: the as-of date
 * @forecast: (out caller-allocates): the forecast
 * @error: return location
 *
 * The window is the last min (90, as-of − start + 1) days up to the as-of date, from
 * the first delivery where no start is stated. Rate = delivered in the window / its
 * days; reached on as-of + ⌈(T − v) / rate⌉, never where the level does not move
 * towards the target; at the end v + rate × (end − as-of), and v itself from the end
 * on. The band is ± 1.28 × s × √(weeks left), s the sample deviation of the sums of
 * the window's whole weeks.
 *
 * Returns: whether the period makes sense; sets %TP_ERROR_INVALID as
 *   tp_period_check() does. Too little data is no error: see @enough_data.
 */
gboolean
tp_forecast_measure (const TpTarget *target, const TpDeliveries *deliveries, TpDay as_of,
                     TpForecast *forecast, GError **error)
{
  TpWide sum;

  *forecast = (TpForecast){
    .as_of = as_of,
    .from = TP_DAY_NONE,
    .delivered = tp_deliveries_level (deliveries, as_of),
    .rate = { 0, 1 },
    .day = TP_DAY_NONE,
  };
  if (!tp_period_check (&target->period, error))
    return FALSE;
  forecast->window = window_days (target, deliveries, as_of);
  if (forecast->window == 0)
    return TRUE;
  forecast->from = as_of - forecast->window + 1;
  forecast->weeks = forecast->window / 7;
  if (tp_deliveries_days (deliveries, target->decreasing, forecast->from, as_of)
      < LEAST_DELIVERY_DAYS)
    return TRUE;

  forecast->enough_data = TRUE;
  sum = tp_deliveries_sum (deliveries, forecast->from, as_of);
  forecast->rate = (TpRatio){ sum, forecast->window };
  find_day_reached (target, target->decreasing ? -sum : sum, forecast);
  if (target->period.end != TP_DAY_NONE)
    project (deliveries, target->period.end, forecast);
  return TRUE;
}
