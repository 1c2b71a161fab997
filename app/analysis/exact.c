/* exact.c: exact arithmetic for the formulas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exact.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/* Division that rounds down, so that the rest is never negative. */
static TpWide
floor_div (TpWide num, TpWide den, TpWide *rest)
{
  TpWide quotient = num / den;

  *rest = num % den;
  if (*rest < 0)
    {
      *rest += den;
      quotient--;
    }
  return quotient;
}

/**
 * tp_ratio_compare:
 * @a: a fraction
 * @b: another
 *
 * Compares by continued fractions: whole parts first, then the rests turned upside
 * down. Multiplying crosswise could overflow 128 bits; this cannot.
 *
 * Returns: less than, equal to or greater than 0 as @a is less than, equal to or
 *   greater than @b
 */
int
tp_ratio_compare (TpRatio a, TpRatio b)
{
  int sign = 1;

  g_return_val_if_fail (a.den > 0 && b.den > 0, 0);
  for (;;)
    {
      TpWide rest_a, rest_b;
      TpWide whole_a = floor_div (a.num, a.den, &rest_a);
      TpWide whole_b = floor_div (b.num, b.den, &rest_b);

      if (whole_a != whole_b)
        return whole_a < whole_b ? -sign : sign;
      if (rest_a == 0 || rest_b == 0)
        return rest_a == rest_b ? 0 : (rest_a == 0 ? -sign : sign);
      a = (TpRatio){ a.den, rest_a };
      b = (TpRatio){ b.den, rest_b };
      sign = -sign;
    }
}

/**
 * tp_ratio_round_wide:
 * @ratio: a fraction
 *
 * Returns: the nearest whole number, halves away from zero
 */
TpWide
tp_ratio_round_wide (TpRatio ratio)
{
  TpWide whole, rest;

  g_return_val_if_fail (ratio.den > 0, 0);
  whole = ratio.num / ratio.den;
  rest = ratio.num % ratio.den;
  /* Twice the rest might not fit. */
  if (rest > 0 && rest >= ratio.den - rest)
    whole++;
  else if (rest < 0 && -rest >= ratio.den + rest)
    whole--;
  return whole;
}

/**
 * tp_ratio_round:
 * @ratio: a fraction
 *
 * Returns: the nearest whole number, halves away from zero, or the nearest end of
 *   the 64-bit range where it lies beyond
 */
gint64
tp_ratio_round (TpRatio ratio)
{
  return tp_wide_clamp (tp_ratio_round_wide (ratio));
}

/**
 * tp_ratio_scaled:
 * @ratio: a fraction
 * @scale: 10000 for basis points
 *
 * For readers, not for decisions: fractions too large to be multiplied in 128 bits
 * lose their last bits first.
 *
 * Returns: the fraction times @scale, rounded and clamped as tp_ratio_round() does
 */
gint64
tp_ratio_scaled (TpRatio ratio, gint64 scale)
{
  TpWide product;

  g_return_val_if_fail (ratio.den > 0, 0);
  while (__builtin_mul_overflow (ratio.num, (TpWide) scale, &product))
    {
      ratio.num /= 2;
      ratio.den /= 2;
      if (ratio.den == 0)
        return ratio.num < 0 ? G_MININT64 : G_MAXINT64;
    }
  return tp_ratio_round ((TpRatio){ product, ratio.den });
}

/**
 * tp_wide_clamp:
 * @value: a number
 *
 * Returns: @value, or the nearest end of the 64-bit range where it lies beyond
 */
gint64
tp_wide_clamp (TpWide value)
{
  return (gint64) CLAMP (value, (TpWide) G_MININT64, (TpWide) G_MAXINT64);
}

/**
 * tp_wide_narrow:
 * @value: a number
 * @narrow: (out): the same in 64 bits
 * @error: return location
 *
 * Returns: whether it fits; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_wide_narrow (TpWide value, gint64 *narrow, GError **error)
{
  *narrow = tp_wide_clamp (value);
  if (*narrow == value)
    return TRUE;
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("The result is too large to be held exactly: check the figures that "
                          "it is computed from"));
  return FALSE;
}
