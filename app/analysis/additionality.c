/* additionality.c: what a programme added to what was sold at home before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "additionality.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/**
 * tp_baseline_of_sales:
 * @sales: domestic sales by day
 * @enrolled: the day of enrolment
 * @days: how many days before it count, at least 1
 * @baseline: (out): the sales of those days
 * @error: return location
 *
 * Returns: whether the sum fits; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_baseline_of_sales (const TpDeliveries *sales, TpDay enrolled, int days,
                      TpSalesBaseline *baseline, GError **error)
{
  g_return_val_if_fail (days > 0, FALSE);
  *baseline = (TpSalesBaseline){ TP_NOT_STATED, days };
  baseline->amount.set = tp_wide_narrow (tp_deliveries_sum (sales, enrolled - days, enrolled - 1),
                                         &baseline->amount.value, error);
  return baseline->amount.set;
}

/**
 * tp_additionality_measure:
 * @sales: domestic sales by day
 * @baseline: what was sold before, with the span it was sold in
 * @enrolled: the day of enrolment; its own sales are delivered already
 * @as_of: the as-of date
 * @result: (out caller-allocates): sales in full and above the baseline
 * @error: return location
 *
 * Like is compared with like: a yearly baseline of 365 stands against 90 days of
 * sales as 90.
 *
 * Returns: whether the sums fit; sets %TP_ERROR_INVALID where they do not, or where a
 *   baseline has no span
 */
gboolean
tp_additionality_measure (const TpDeliveries *sales, const TpSalesBaseline *baseline,
                          TpDay enrolled, TpDay as_of, TpAdditionality *result, GError **error)
{
  TpWide span = MAX ((TpWide) as_of - enrolled + 1, 0);

  *result = (TpAdditionality){ .from = enrolled, .until = as_of };
  if (!tp_wide_narrow (tp_deliveries_sum (sales, enrolled, as_of), &result->delivered, error))
    return FALSE;
  if (!baseline->amount.set)
    return TRUE;
  if (baseline->days <= 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The baseline of domestic sales covers no days: enter the number of "
                              "days that it was sold in"));
      return FALSE;
    }
  result->baseline.set = tp_wide_narrow (
      tp_ratio_round_wide ((TpRatio){ baseline->amount.value * span, baseline->days }),
      &result->baseline.value, error);
  if (!result->baseline.set)
    return FALSE;
  result->above = TP_STATED (
      tp_wide_clamp (MAX ((TpWide) result->delivered - result->baseline.value, 0)));
  return TRUE;
}
