/* fund-figures.c: what a fund's ledger adds up to on a day, and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fund-figures.h"

#include "error.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

static gint64 *
figure_of (TpFundFigures *figures, int type)
{
  switch (type)
    {
    case TP_ENTRY_PLEDGE:
      return &figures->pledged;
    case TP_ENTRY_ALLOCATION:
      return &figures->allocated;
    case TP_ENTRY_DISBURSEMENT:
      return &figures->disbursed;
    case TP_ENTRY_EXPENDITURE:
      return &figures->spent;
    default:
      return &figures->refunded;
    }
}

/**
 * tp_fund_figures_read:
 * @reader: a reader
 * @fund: a fund's id
 * @as_of: the day; what is dated up to the end of it counts
 * @figures: (out caller-allocates): the figures, in minor units of the fund's currency
 * @error: return location
 *
 * Returns: whether they fit 64 bits
 */
gboolean
tp_fund_figures_read (TpReader *reader, gint64 fund, TpDay as_of, TpFundFigures *figures,
                      GError **error)
{
  gint64 sums[TP_N_ENTRY_TYPES];

  tp_reader_fund_figures (reader, fund, NULL, as_of, sums);
  *figures = (TpFundFigures) { 0 };
  for (int type = 0; type < TP_N_ENTRY_TYPES; type++)
    *figure_of (figures, type) = sums[type];
  return tp_fund_figures_derive (figures, error);
}

/**
 * tp_fund_figures_post:
 * @figures: figures
 * @type: an entry type, in the order of tp_words_entry_type
 * @amount: what is posted; below zero for its reversal
 * @error: return location
 *
 * Returns: whether the sums fit 64 bits; @figures is left as it was where not
 */
gboolean
tp_fund_figures_post (TpFundFigures *figures, int type, gint64 amount, GError **error)
{
  TpFundFigures sum = *figures;
  gint64 *figure = figure_of (&sum, type);

  g_return_val_if_fail (type >= 0 && type < TP_N_ENTRY_TYPES, FALSE);
  if (!tp_money_add (*figure, amount, figure, error) || !tp_fund_figures_derive (&sum, error))
    return FALSE;
  *figures = sum;
  return TRUE;
}

/* How far the worst of the three balances lies below zero. */
static gint64
shortfall (const TpFundFigures *figures)
{
  return MIN (MIN (figures->available, figures->undelivered), MIN (figures->delivered, 0));
}

/* Whether one of the three balances is below zero and lower than before. */
static gboolean
is_strained (const TpFundFigures *before, const TpFundFigures *after)
{
  return (after->available < 0 && after->available < before->available)
         || (after->undelivered < 0 && after->undelivered < before->undelivered)
         || (after->delivered < 0 && after->delivered < before->delivered);
}

/* What came to one figure of a fund on one day. */
typedef struct
{
  TpDay day;
  int type;
  gint64 delta;
} Step;

static gint
by_day (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *two = b;

  return one->day < two->day ? -1 : one->day > two->day;
}

/* All that was posted to the fund after @date, by day: each series is read once, however
 * many days there are. */
static GArray *
steps_after (TpReader *reader, gint64 fund, TpDay date)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (int type = 0; type < TP_N_ENTRY_TYPES; type++)
    {
      g_autoptr (GArray) deltas = tp_reader_fund_days (reader, fund, type, G_MAXINT32);

      for (guint i = 0; i < deltas->len; i++)
        {
          const TpDayDelta *delta = &g_array_index (deltas, TpDayDelta, i);
          Step step = { delta->day, type, delta->delta };

          if (delta->day > date)
            g_array_append_val (steps, step);
        }
    }
  g_array_sort (steps, by_day);
  return steps;
}

/**
 * tp_fund_figures_worst:
 * @reader: a reader
 * @fund: a fund's id
 * @type: the type of an entry that is to be posted
 * @amount: its amount; below zero for a reversal
 * @date: its day
 * @worst: (out caller-allocates): the figures with it, on the day from @date on on
 *   which they are the worst
 * @strained: (out): whether it takes delivered past allocated, allocated past
 *   pledged, or delivered below zero, on any day from @date on
 * @error: return location
 *
 * An entry dated back changes every later day, so each of them is looked at.
 *
 * Returns: whether all sums fit 64 bits; %TP_ERROR_INVALID where not
 */
gboolean
tp_fund_figures_worst (TpReader *reader, gint64 fund, int type, gint64 amount, TpDay date,
                       TpFundFigures *worst, gboolean *strained, GError **error)
{
  g_autoptr (GArray) steps = steps_after (reader, fund, date);
  TpFundFigures before;
  guint i = 0;

  *strained = FALSE;
  if (!tp_fund_figures_read (reader, fund, date, &before, error))
    return FALSE;
  for (gboolean first = TRUE; first || i < steps->len; first = FALSE)
    {
      TpFundFigures after;
      gboolean strains;

      /* The first day is @date itself; on each later one all that came on it */
      if (!first)
        {
          TpDay day = g_array_index (steps, Step, i).day;

          for (; i < steps->len && g_array_index (steps, Step, i).day == day; i++)
            if (!tp_fund_figures_post (&before, g_array_index (steps, Step, i).type,
                                       g_array_index (steps, Step, i).delta, error))
              return FALSE;
        }
      after = before;
      if (!tp_fund_figures_post (&after, type, amount, error))
        return FALSE;
      strains = is_strained (&before, &after);
      if (first || (strains && !*strained)
          || (strains == *strained && shortfall (&after) < shortfall (worst)))
        *worst = after;
      *strained = *strained || strains;
    }
  return TRUE;
}

/* Words */

/**
 * tp_fund_figures_after:
 * @figures: a fund's figures with an entry
 * @type: the entry's type
 * @currency: the fund's
 *
 * Returns: (transfer full): what the entry does to the fund, a sentence without its
 *   full stop: "Delivered CN¥151.9 bn of CN¥172.9 bn allocated, CN¥21.0 bn undelivered"
 */
char *
tp_fund_figures_after (const TpFundFigures *figures, int type, const char *currency)
{
  g_autofree char *pledged = tp_money_format_compact (figures->pledged, currency);
  g_autofree char *allocated = tp_money_format_compact (figures->allocated, currency);
  g_autofree char *delivered = tp_money_format_compact (figures->delivered, currency);
  g_autofree char *available = tp_money_format_compact (figures->available, currency);
  g_autofree char *undelivered = tp_money_format_compact (figures->undelivered, currency);

  if (type == TP_ENTRY_PLEDGE)
    return g_strdup_printf (_ ("Pledged %s, of which %s is available"), pledged, available);
  if (type == TP_ENTRY_ALLOCATION)
    return g_strdup_printf (_ ("Allocated %s of %s pledged, %s available"), allocated, pledged, available);
  return g_strdup_printf (_ ("Delivered %s of %s allocated, %s undelivered"), delivered, allocated,
                          undelivered);
}

/**
 * tp_fund_figures_strain:
 * @figures: a fund's figures with an entry that overruns
 * @currency: the fund's
 * @format: how amounts are written: exactly in an error, which may be read long after,
 *   compact where one is still typing
 *
 * Returns: (transfer full) (nullable): what would be past what, and by how much; a whole
 *   sentence; %NULL where nothing is
 */
char *
tp_fund_figures_strain (const TpFundFigures *figures, const char *currency, TpMoneyFormat format)
{
  g_autofree char *allocated = format (figures->allocated, currency);

  if (figures->delivered < 0)
    {
      g_autofree char *delivered = format (figures->delivered, currency);

      return g_strdup_printf (_ ("Delivered would be %s, below zero."), delivered);
    }
  if (figures->undelivered < 0)
    {
      g_autofree char *delivered = format (figures->delivered, currency);
      g_autofree char *over = format (-figures->undelivered, currency);

      return g_strdup_printf (_ ("Delivered would be %s, which is %s more than the %s allocated."),
                              delivered, over, allocated);
    }
  if (figures->available < 0)
    {
      g_autofree char *pledged = format (figures->pledged, currency);
      g_autofree char *over = format (-figures->available, currency);

      return g_strdup_printf (_ ("Allocated would be %s, which is %s more than the %s pledged."),
                              allocated, over, pledged);
    }
  return NULL;
}

/**
 * tp_fund_figures_arithmetic:
 * @figures: a fund's figures
 * @currency: the fund's
 *
 * Returns: (transfer full): how delivered, available and undelivered come about, in
 *   exact amounts, a line each
 */
char *
tp_fund_figures_arithmetic (const TpFundFigures *figures, const char *currency)
{
  g_autofree char *pledged = tp_money_format_exact (figures->pledged, currency);
  g_autofree char *allocated = tp_money_format_exact (figures->allocated, currency);
  g_autofree char *disbursed = tp_money_format_exact (figures->disbursed, currency);
  g_autofree char *spent = tp_money_format_exact (figures->spent, currency);
  g_autofree char *refunded = tp_money_format_exact (figures->refunded, currency);
  g_autofree char *delivered = tp_money_format_exact (figures->delivered, currency);
  g_autofree char *available = tp_money_format_exact (figures->available, currency);
  g_autofree char *undelivered = tp_money_format_exact (figures->undelivered, currency);

  return g_strdup_printf (_ ("Delivered %s = disbursed %s + spent %s − refunded %s\n"
                             "Available %s = pledged %s − allocated %s\n"
                             "Undelivered %s = allocated %s − delivered %s"),
                          delivered, disbursed, spent, refunded, available, pledged, allocated,
                          undelivered, allocated, delivered);
}
