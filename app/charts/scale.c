/* scale.c: ticks of an axis, and labels pushed apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scale.h"

#include "money.h"
#include "numbers.h"
#include "record.h"

#include <math.h>

/**
 * tp_ticks:
 * @max: the largest value on the axis
 * @about: how many steps are wanted
 *
 * Ticks from zero in steps of 1, 2, 2.5 or 5 × 10ⁿ, none beyond @max.
 *
 * Returns: (transfer full) (element-type double): the ticks; 0 alone for @max ≤ 0
 */
GArray *
tp_ticks (double max, guint about)
{
  static const double factors[] = { 1, 2, 2.5, 5, 10 };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double zero = 0, rough, power, step = 0;

  g_array_append_val (ticks, zero);
  if (!(max > 0) || about == 0)
    return ticks;
  rough = max / about;
  power = pow (10, floor (log10 (rough)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      step = factors[i] * power;
      if (step >= rough * 0.999)
        break;
    }
  for (guint i = 1; i * step <= max * (1 + 1e-9); i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }
  return ticks;
}

/**
 * tp_tick_label:
 * @tick: one of @ticks
 * @ticks: all of them
 *
 * Returns: (transfer full): the tick as a plain number in the current language, with as
 *   many decimals as the finest of them needs
 */
char *
tp_tick_label (double tick, const GArray *ticks)
{
  int digits = 0;
  double factor = 1;

  for (; digits < 4; digits++, factor *= 10)
    {
      gboolean whole = TRUE;

      for (guint i = 0; i < ticks->len; i++)
        {
          double v = g_array_index (ticks, double, i) * factor;

          whole = whole && fabs (v - round (v)) < 1e-6 * MAX (1, fabs (v));
        }
      if (whole)
        break;
    }
  if (tick == 0)
    return g_strdup ("0");
  /* Chinese groups by 万 and 亿, so the figures between them stay bare. */
  if (tp_language_is_chinese ())
    return tp_decimal_format (llround (tick * factor), digits);
  return tp_decimal_format_local (llround (tick * factor), digits);
}

/* A run of labels that touch: they sit around the mean of where they want to be. */
typedef struct
{
  double centre;
  guint first;
  guint n;
} Pool;

/**
 * tp_spread:
 * @places: where labels want to be, ascending; changed to where they may be
 * @n: how many
 * @gap: least distance between two
 * @low: the first place there is
 * @high: the last
 *
 * Pushes labels apart, in order and with the least movement (pooled neighbours).
 */
void
tp_spread (double *places, guint n, double gap, double low, double high)
{
  g_autofree Pool *pools = g_new (Pool, n + 1);
  guint n_pools = 0;

  for (guint i = 0; i < n; i++)
    {
      pools[n_pools++] = (Pool){ places[i], i, 1 };
      while (n_pools > 1)
        {
          Pool *a = &pools[n_pools - 2], *b = &pools[n_pools - 1];

          if (a->centre + gap * (a->n + b->n) / 2 <= b->centre)
            break;
          a->centre = (a->centre * a->n + b->centre * b->n) / (a->n + b->n);
          a->n += b->n;
          n_pools--;
        }
    }
  for (guint i = 0; i < n_pools; i++)
    {
      double half = gap * (pools[i].n - 1) / 2;
      double centre = MAX (MIN (pools[i].centre, high - half), low + half);

      for (guint j = 0; j < pools[i].n; j++)
        places[pools[i].first + j] = centre - half + gap * j;
    }
}
