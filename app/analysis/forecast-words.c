/* forecast-words.c: how a forecast comes about, with the numbers put into the formula.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forecast.h"

#include <glib/gi18n-lib.h>

static char *
reached_sentence (const TpForecast *forecast)
{
  g_autofree char *day = tp_day_format (forecast->day, TP_PRECISION_DAY);

  switch (forecast->reached)
    {
    case TP_REACHED_ON_DAY:
      return g_strdup_printf (_ ("At this rate the target is reached on %s."), day);
    case TP_REACHED_NEVER:
      return g_strdup (_ ("At this rate the target is never reached."));
    case TP_REACHED_ALREADY:
      return g_strdup (_ ("The target is reached already."));
    case TP_REACHED_UNKNOWN:
    default:
      return NULL;
    }
}

static char *
end_sentence (const TpTarget *target, const TpForecast *forecast, TpFigureFormat format,
              gpointer data)
{
  g_autofree char *day = tp_day_format (target->period.end, TP_PRECISION_DAY);
  g_autofree char *at_end = NULL, *low = NULL, *high = NULL;

  if (!forecast->at_end.set)
    return NULL;
  at_end = format (forecast->at_end.value, data);
  if (forecast->as_of >= target->period.end)
    return g_strdup_printf (_ ("The period ended on %s; what is delivered now, %s, stands."), day,
                            at_end);
  if (!forecast->has_band)
    return g_strdup_printf (_ ("At the end, on %s: delivered + rate × days left = %s; with fewer "
                               "than four whole weeks there is no band around it."),
                            day, at_end);
  low = format (forecast->low, data);
  high = format (forecast->high, data);
  return g_strdup_printf (_ ("At the end, on %s: delivered + rate × days left = %s, with 80 %% "
                             "likelihood between %s and %s (± 1.28 × deviation of a week × square "
                             "root of the weeks left)."),
                          day, at_end, low, high);
}

/**
 * tp_forecast_explain:
 * @target: the target
 * @forecast: what tp_forecast_measure() made of it
 * @format: writes a figure in the target's unit
 * @data: for @format
 *
 * Returns: (transfer full): how the forecast comes about, in translated sentences
 */
char *
tp_forecast_explain (const TpTarget *target, const TpForecast *forecast, TpFigureFormat format,
                     gpointer data)
{
  g_autofree char *sum = NULL, *weekly = NULL, *reached = NULL, *at_end = NULL;
  GString *text;

  if (!forecast->enough_data)
    return g_strdup (_ ("Not enough data: a forecast needs two days with a delivery among the last "
                        "90 days of the period so far."));

  sum = format (tp_wide_clamp (forecast->rate.num), data);
  weekly = format (tp_ratio_round ((TpRatio){ forecast->rate.num * 7, forecast->rate.den }), data);
  reached = reached_sentence (forecast);
  at_end = end_sentence (target, forecast, format, data);
  text = g_string_new (NULL);
  g_string_printf (text,
                   g_dngettext (GETTEXT_PACKAGE,
                                "Delivered %s in the last %d day: a rate of %s a week.",
                                "Delivered %s in the last %d days: a rate of %s a week.",
                                (gulong) forecast->window),
                   sum, forecast->window, weekly);
  if (reached != NULL)
    g_string_append_printf (text, C_ ("before a further sentence", " %s"), reached);
  if (at_end != NULL)
    g_string_append_printf (text, C_ ("before a further sentence", " %s"), at_end);
  return g_string_free (text, FALSE);
}
