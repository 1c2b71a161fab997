/* test-period-share.c: the share of a period, by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "period.h"

static TpRatio
share_on (const TpPeriod *period, TpDay day)
{
  g_autoptr (GError) error = NULL;
  TpRatio share = { -1, 1 };

  g_assert_true (tp_period_share (period, day, &share, &error));
  g_assert_no_error (error);
  return share;
}

static void
assert_share (const TpPeriod *period, TpDay day, gint64 num, gint64 den)
{
  TpRatio share = share_on (period, day);

  g_assert_cmpint (tp_ratio_compare (share, (TpRatio){ num, den }), ==, 0);
}

static void
assert_refused (const TpPeriod *period)
{
  g_autoptr (GError) error = NULL;
  TpRatio share;

  g_assert_false (tp_period_share (period, tp_day_new (2025, 6, 1), &share, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

static void
test_days (void)
{
  const struct
  {
    TpDay start, end, day;
    gint64 num, den;
  } rows[] = {
    /* JD.com's year, 365 days: the day before, the first, 1 May to 31 August, the
     * last but one, the last, the day after. */
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2025, 4, 30), 0, 1 },
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2025, 5, 1), 1, 365 },
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2025, 8, 31), 123, 365 },
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2026, 4, 29), 364, 365 },
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2026, 4, 30), 1, 1 },
    { tp_day_new (2025, 5, 1), tp_day_new (2026, 4, 30), tp_day_new (2026, 5, 1), 1, 1 },
    /* A leap year has 366 days, and 29 February is its 60th. */
    { tp_day_new (2024, 1, 1), tp_day_new (2024, 12, 31), tp_day_new (2024, 2, 29), 60, 366 },
    { tp_day_new (2024, 1, 1), tp_day_new (2024, 12, 31), tp_day_new (2024, 12, 30), 365, 366 },
    { tp_day_new (2025, 1, 1), tp_day_new (2025, 12, 31), tp_day_new (2025, 3, 1), 60, 365 },
    /* A period of one day is over on it. */
    { tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 1), 0, 1 },
    { tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 2), 1, 1 },
    { tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 2), tp_day_new (2025, 5, 3), 1, 1 },
    /* Two days: the half on the first. */
    { tp_day_new (2025, 12, 31), tp_day_new (2026, 1, 1), tp_day_new (2025, 12, 31), 1, 2 },
    /* The longest period that the calendar has. */
    { tp_day_new (1, 1, 1), tp_day_new (9999, 12, 31), tp_day_new (1, 1, 1), 1, 3652059 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TpPeriod period = { .start = rows[i].start, .end = rows[i].end };

      assert_share (&period, rows[i].day, rows[i].num, rows[i].den);
    }
}

static void
test_months (void)
{
  /* November counts threefold, February nothing. */
  gint32 weights[12] = { 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1 };
  TpPeriod period = { .start = tp_day_new (2024, 10, 17), .end = tp_day_new (2025, 3, 2),
                      .month_weights = weights };
  /* 15 (October) + 90 (November) + 31 + 31 + 0 + 2 = 169. */
  assert_share (&period, tp_day_new (2024, 10, 16), 0, 1);
  assert_share (&period, tp_day_new (2024, 10, 17), 1, 169);
  assert_share (&period, tp_day_new (2024, 10, 31), 15, 169);
  assert_share (&period, tp_day_new (2024, 11, 1), 18, 169);
  assert_share (&period, tp_day_new (2024, 11, 30), 105, 169);
  assert_share (&period, tp_day_new (2025, 1, 31), 167, 169);
  assert_share (&period, tp_day_new (2025, 2, 28), 167, 169);
  assert_share (&period, tp_day_new (2025, 3, 1), 168, 169);
  assert_share (&period, tp_day_new (2025, 3, 2), 1, 1);

  /* The last month of the calendar has no next one. */
  period.start = tp_day_new (9999, 12, 1);
  period.end = tp_day_new (9999, 12, 31);
  assert_share (&period, tp_day_new (9999, 12, 10), 10, 31);

  /* Only February in the period: nothing could ever be due. */
  period.start = tp_day_new (2025, 2, 1);
  period.end = tp_day_new (2025, 2, 28);
  assert_refused (&period);
  weights[1] = -1;
  assert_refused (&period);
  weights[1] = 1000001;
  assert_refused (&period);
  weights[1] = 1000000;
  assert_share (&period, tp_day_new (2025, 2, 7), 1, 4);
}

static void
test_steps (void)
{
  TpStep steps[] = {
    { tp_day_new (2025, 6, 30), 1 },
    { tp_day_new (2025, 9, 30), 1 },
    { tp_day_new (2025, 12, 31), 2 },
  };
  TpPeriod period = { .start = tp_day_new (2025, 5, 1), .end = tp_day_new (2025, 12, 31),
                      .steps = steps, .n_steps = 3 };

  assert_share (&period, tp_day_new (2025, 4, 30), 0, 1);
  assert_share (&period, tp_day_new (2025, 5, 1), 0, 1);
  assert_share (&period, tp_day_new (2025, 6, 29), 0, 1);
  assert_share (&period, tp_day_new (2025, 6, 30), 1, 4);
  assert_share (&period, tp_day_new (2025, 9, 29), 1, 4);
  assert_share (&period, tp_day_new (2025, 9, 30), 1, 2);
  assert_share (&period, tp_day_new (2025, 12, 30), 1, 2);
  assert_share (&period, tp_day_new (2025, 12, 31), 1, 1);

  steps[0].weight = G_MAXINT64 - 3;
  assert_share (&period, tp_day_new (2025, 6, 30), G_MAXINT64 - 3, G_MAXINT64);
  steps[0].weight = G_MAXINT64 - 2;
  assert_refused (&period); /* the sum passes 64 bits */
  steps[0].weight = -1;
  assert_refused (&period);
  steps[0] = (TpStep){ tp_day_new (2025, 4, 30), 1 };
  assert_refused (&period); /* before the start */
  steps[0] = (TpStep){ tp_day_new (2025, 10, 1), 1 };
  assert_refused (&period); /* out of order */
  steps[0] = (TpStep){ tp_day_new (2025, 6, 30), 1 };
  steps[2].due = tp_day_new (2026, 1, 1);
  assert_refused (&period); /* after the end */
  period.n_steps = 1;
  steps[0].weight = 0;
  assert_refused (&period); /* nothing falls due */
}

static void
test_refused (void)
{
  TpPeriod period = { .start = tp_day_new (2025, 5, 2), .end = tp_day_new (2025, 5, 1) };
  g_autoptr (GError) error = NULL;

  g_assert_false (tp_period_check (&period, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2025-05-01"));
  g_assert_nonnull (strstr (error->message, "2025-05-02"));
  assert_refused (&period);

  /* One end unknown is no mistake, but has no share. */
  period.end = TP_DAY_NONE;
  g_assert_true (tp_period_check (&period, NULL));
  g_assert_false (tp_period_is_known (&period));
  assert_refused (&period);
  period = (TpPeriod){ .start = TP_DAY_NONE, .end = tp_day_new (2025, 5, 1) };
  g_assert_true (tp_period_check (&period, NULL));
  assert_refused (&period);
}

#define WIDE_MAX ((TpWide) (~(TpWideUnsigned) 0 >> 1))

static void
test_exact (void)
{
  const struct
  {
    gint64 num, den, rounded;
  } halves[] = {
    { 5, 2, 3 }, { -5, 2, -3 }, { 7, 3, 2 }, { -7, 3, -2 }, { 8, 3, 3 }, { -8, 3, -3 }, { 0, 9, 0 },
    { 1, 2, 1 }, { -1, 2, -1 }, { 49, 100, 0 },
  };
  gint64 narrow;

  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    g_assert_cmpint (tp_ratio_round ((TpRatio){ halves[i].num, halves[i].den }), ==,
                     halves[i].rounded);

  /* Neighbours that crosswise multiplication in 128 bits could not tell apart. */
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ WIDE_MAX, WIDE_MAX - 1 },
                                     (TpRatio){ WIDE_MAX - 1, WIDE_MAX - 2 }), <, 0);
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ -WIDE_MAX, WIDE_MAX - 1 },
                                     (TpRatio){ -(WIDE_MAX - 1), WIDE_MAX - 2 }), >, 0);
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ WIDE_MAX, WIDE_MAX }, (TpRatio){ 1, 1 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ 21, 20 }, (TpRatio){ 105, 100 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ -1, 3 }, (TpRatio){ 1, 3 }), <, 0);
  g_assert_cmpint (tp_ratio_compare ((TpRatio){ 1, 3 }, (TpRatio){ 2, 7 }), >, 0);

  g_assert_cmpint (tp_ratio_round ((TpRatio){ WIDE_MAX, 1 }), ==, G_MAXINT64);
  g_assert_cmpint (tp_ratio_scaled ((TpRatio){ WIDE_MAX, WIDE_MAX }, 10000), ==, 10000);
  g_assert_cmpint (tp_ratio_scaled ((TpRatio){ 1, 3 }, 10000), ==, 3333);
  g_assert_cmpint (tp_ratio_scaled ((TpRatio){ -WIDE_MAX, 1 }, 10000), ==, G_MININT64);
  g_assert_true (tp_wide_narrow ((TpWide) G_MAXINT64, &narrow, NULL));
  g_assert_cmpint (narrow, ==, G_MAXINT64);
  g_assert_false (tp_wide_narrow ((TpWide) G_MAXINT64 + 1, &narrow, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/months", test_months);
  g_test_add_func ("/period/steps", test_steps);
  g_test_add_func ("/period/refused", test_refused);
  g_test_add_func ("/period/exact", test_exact);
  return g_test_run ();
}
