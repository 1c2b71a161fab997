/* delivery.c: what was delivered, day by day.
 *
 * A delivery day is one whose deltas together move the level towards the target: a
 * refund, a reversal or a delisting is a movement, but no delivery.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "delivery.h"

/**
 * tp_deliveries_sum:
 * @deliveries: daily deltas
 * @from: the first day that counts
 * @until: the last day that counts
 *
 * Returns: the sum of the deltas
 */
TpWide
tp_deliveries_sum (const TpDeliveries *deliveries, TpDay from, TpDay until)
{
  TpWide sum = 0;

  for (gsize i = 0; i < deliveries->n_items && deliveries->items[i].day <= until; i++)
    if (deliveries->items[i].day >= from)
      sum += deliveries->items[i].amount;
  return sum;
}

/**
 * tp_deliveries_level:
 * @deliveries: daily deltas
 * @day: the as-of date
 *
 * Returns: the level at the end of @day, or the nearest end of the 64-bit range where
 *   it lies beyond
 */
gint64
tp_deliveries_level (const TpDeliveries *deliveries, TpDay day)
{
  return tp_wide_clamp (deliveries->opening + tp_deliveries_sum (deliveries, G_MININT32, day));
}

/* Steps over the deltas of one day. */
static gboolean
next_day (const TpDeliveries *deliveries, gsize *i, gboolean decreasing, TpDay *day,
          gboolean *delivers)
{
  TpWide sum = 0;

  if (*i >= deliveries->n_items)
    return FALSE;
  *day = deliveries->items[*i].day;
  for (; *i < deliveries->n_items && deliveries->items[*i].day == *day; (*i)++)
    sum += deliveries->items[*i].amount;
  *delivers = decreasing ? sum < 0 : sum > 0;
  return TRUE;
}

/**
 * tp_deliveries_first:
 * @deliveries: daily deltas
 * @decreasing: whether the level is to fall
 * @from: the first day that counts
 * @until: the last day that counts
 *
 * Returns: the first delivery day, or %TP_DAY_NONE
 */
TpDay
tp_deliveries_first (const TpDeliveries *deliveries, gboolean decreasing, TpDay from, TpDay until)
{
  gsize i = 0;
  TpDay day;
  gboolean delivers;

  while (next_day (deliveries, &i, decreasing, &day, &delivers) && day <= until)
    if (delivers && day >= from)
      return day;
  return TP_DAY_NONE;
}

/**
 * tp_deliveries_last:
 * @deliveries: daily deltas
 * @decreasing: whether the level is to fall
 * @until: the last day that counts
 *
 * Returns: the last delivery day, or %TP_DAY_NONE
 */
TpDay
tp_deliveries_last (const TpDeliveries *deliveries, gboolean decreasing, TpDay until)
{
  TpDay last = TP_DAY_NONE, day;
  gsize i = 0;
  gboolean delivers;

  while (next_day (deliveries, &i, decreasing, &day, &delivers) && day <= until)
    if (delivers)
      last = day;
  return last;
}

/**
 * tp_deliveries_days:
 * @deliveries: daily deltas
 * @decreasing: whether the level is to fall
 * @from: the first day that counts
 * @until: the last day that counts
 *
 * Returns: how many delivery days there are
 */
guint
tp_deliveries_days (const TpDeliveries *deliveries, gboolean decreasing, TpDay from, TpDay until)
{
  guint n = 0;
  gsize i = 0;
  TpDay day;
  gboolean delivers;

  while (next_day (deliveries, &i, decreasing, &day, &delivers) && day <= until)
    if (delivers && day >= from)
      n++;
  return n;
}
