/* period.c: how much of a commitment's period has passed on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "period.h"

#include "error.h"

#include <glib/gi18n-lib.h>

#define MAX_MONTH_WEIGHT 1000000

/**
 * tp_period_is_known:
 * @period: a period
 *
 * Returns: whether both its start and its end are stated
 */
gboolean
tp_period_is_known (const TpPeriod *period)
{
  return period->start != TP_DAY_NONE && period->end != TP_DAY_NONE;
}

static TpDay
first_of_next_month (TpDay day)
{
  int year, month;

  tp_day_get (day, &year, &month, NULL);
  /* The day after 31 December 9999 is no date, but bounds a span well enough. */
  if (year == 9999 && month == 12)
    return tp_day_new (9999, 12, 31) + 1;
  return month == 12 ? tp_day_new (year + 1, 1, 1) : tp_day_new (year, month + 1, 1);
}

/* The days from @from to @until, each as heavy as its month. A month's weight is at
 * most a million and there are fewer than four million days: far within 64 bits. */
static gint64
weighted_days (const gint32 *weights, TpDay from, TpDay until)
{
  gint64 sum = 0;

  while (from <= until)
    {
      TpDay next = first_of_next_month (from);
      int month;

      tp_day_get (from, NULL, &month, NULL);
      sum += (gint64) weights[month - 1] * (MIN (next, until + 1) - from);
      from = next;
    }
  return sum;
}

static gboolean
check_months (const TpPeriod *period, GError **error)
{
  for (int i = 0; i < 12; i++)
    if (period->month_weights[i] < 0 || period->month_weights[i] > MAX_MONTH_WEIGHT)
      {
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("The seasonal weight of month %d is %d: enter a number from 0 to %d"), i + 1,
                     period->month_weights[i], MAX_MONTH_WEIGHT);
        return FALSE;
      }
  if (tp_period_is_known (period)
      && weighted_days (period->month_weights, period->start, period->end) == 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The seasonal weights of all months in the period are 0: give at "
                              "least one of them a weight"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_steps (const TpPeriod *period, GError **error)
{
  gint64 total = 0;

  for (gsize i = 0; i < period->n_steps; i++)
    {
      const TpStep *step = &period->steps[i];

      if (step->due == TP_DAY_NONE
          || (period->start != TP_DAY_NONE && step->due < period->start)
          || (period->end != TP_DAY_NONE && step->due > period->end)
          || (i > 0 && step->due < step[-1].due))
        {
          g_autofree char *due = tp_day_to_iso (step->due);

          g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("Step %d is due on “%s”: enter the steps in order of their days, each "
                          "between the start and the end of the period"),
                       (int) i + 1, due);
          return FALSE;
        }
      if (step->weight < 0 || __builtin_add_overflow (total, step->weight, &total))
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("Step %d has a share of the target that is negative or too large: enter "
                          "what falls due with it"),
                       (int) i + 1);
          return FALSE;
        }
    }
  if (total == 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("Nothing falls due with any of the target periods and milestones: "
                              "enter what falls due with each"));
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_period_check:
 * @period: a period
 * @error: return location
 *
 * Returns: whether the period makes sense; sets %TP_ERROR_INVALID where the end lies
 *   before the start, a month's weight is out of range or all are 0, or steps are out
 *   of order, outside the period or carry nothing
 */
gboolean
tp_period_check (const TpPeriod *period, GError **error)
{
  if (tp_period_is_known (period) && period->end < period->start)
    {
      g_autofree char *start = tp_day_to_iso (period->start);
      g_autofree char *end = tp_day_to_iso (period->end);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The end, %s, lies before the start, %s: enter an end on or after the start"),
                   end, start);
      return FALSE;
    }
  if (period->n_steps > 0)
    return check_steps (period, error);
  if (period->month_weights != NULL)
    return check_months (period, error);
  return TRUE;
}

/**
 * tp_period_share:
 * @period: a period with start and end
 * @day: the as-of date
 * @share: (out): the share of the period that has passed at the end of @day, 0 to 1,
 *   with numerator and denominator in 64 bits
 * @error: return location
 *
 * 0 before the start; 1 from the end on; else (day − start + 1) / (end − start + 1).
 * With weights by month: the weighted days so far over all weighted days. With steps:
 * the weight of those due up to and including @day over the weight of all.
 *
 * Returns: whether there is a share; sets %TP_ERROR_INVALID as tp_period_check() does
 *   and where the start or the end is not stated
 */
gboolean
tp_period_share (const TpPeriod *period, TpDay day, TpRatio *share, GError **error)
{
  if (!tp_period_is_known (period))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The start or the end of the period is not stated: enter both to see "
                              "what is due by a day"));
      return FALSE;
    }
  if (!tp_period_check (period, error))
    return FALSE;

  if (day < period->start)
    *share = (TpRatio){ 0, 1 };
  else if (day >= period->end)
    *share = (TpRatio){ 1, 1 };
  else if (period->n_steps > 0)
    {
      *share = (TpRatio){ 0, 0 };
      for (gsize i = 0; i < period->n_steps; i++)
        {
          share->den += period->steps[i].weight;
          if (period->steps[i].due <= day)
            share->num += period->steps[i].weight;
        }
    }
  else if (period->month_weights != NULL)
    {
      share->num = weighted_days (period->month_weights, period->start, day);
      share->den = weighted_days (period->month_weights, period->start, period->end);
    }
  else
    {
      share->num = (TpWide) day - period->start + 1;
      share->den = (TpWide) period->end - period->start + 1;
    }
  return TRUE;
}
