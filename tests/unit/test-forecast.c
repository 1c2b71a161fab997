/* test-forecast.c: the forecast and its band, by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "forecast.h"

#define NONE TP_DAY_NONE
#define DAY0 20000

static TpTarget
until (gint64 baseline, gint64 target, TpDay end)
{
  return (TpTarget){
    .baseline = baseline,
    .has_target = TRUE,
    .target = target,
    .qualifier = TP_QUALIFIER_AT_LEAST,
    .period = { .start = DAY0, .end = end },
  };
}

static TpForecast
measure (const TpTarget *target, const TpDelivery *items, gsize n, TpDay day)
{
  TpDeliveries deliveries = { target->baseline, items, n };
  g_autoptr (GError) error = NULL;
  TpForecast forecast;

  g_assert_true (tp_forecast_measure (target, &deliveries, day, &forecast, &error));
  g_assert_no_error (error);
  return forecast;
}

static void
test_not_enough (void)
{
  TpTarget target = until (0, 100, DAY0 + 99);
  TpDelivery items[] = { { DAY0 - 1, 4 }, { DAY0, 3 }, { DAY0, 2 }, { DAY0 + 2, -1 }, { DAY0 + 9, 7 } };
  TpForecast f;

  g_assert_false (measure (&target, items, 0, DAY0 + 50).enough_data);
  /* Before the start there is no window. */
  f = measure (&target, items, 5, DAY0 - 1);
  g_assert_false (f.enough_data);
  g_assert_cmpint (f.window, ==, 0);
  g_assert_cmpint (f.delivered, ==, 4);
  /* What was delivered before the start lies outside it, two deliveries on a day are
   * one delivery day, and a refund is none. */
  g_assert_false (measure (&target, items, 5, DAY0).enough_data);
  f = measure (&target, items, 5, DAY0 + 8);
  g_assert_false (f.enough_data);
  g_assert_cmpint (f.reached, ==, TP_REACHED_UNKNOWN);
  g_assert_false (f.at_end.set);
  f = measure (&target, items, 5, DAY0 + 9);
  g_assert_true (f.enough_data);
  g_assert_cmpint (f.window, ==, 10);
  g_assert_cmpint (tp_ratio_compare (f.rate, (TpRatio){ 11, 10 }), ==, 0);
  g_assert_cmpint (f.delivered, ==, 15);
}

static void
test_window (void)
{
  TpTarget target = until (0, 1000, DAY0 + 364);
  TpDelivery items[] = { { DAY0 + 9, 3 }, { DAY0 + 98, 87 } };
  TpForecast f;

  /* 90 days that still hold the first delivery, and 90 that do not. */
  f = measure (&target, items, 2, DAY0 + 98);
  g_assert_true (f.enough_data);
  g_assert_cmpint (f.window, ==, 90);
  g_assert_cmpint (f.from, ==, DAY0 + 9);
  g_assert_cmpint (tp_ratio_compare (f.rate, (TpRatio){ 1, 1 }), ==, 0);
  g_assert_false (measure (&target, items, 2, DAY0 + 99).enough_data);

  /* Day 89 has 89 days, day 90 and 91 have 90. */
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 88).window, ==, 89);
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 89).window, ==, 90);
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 90).window, ==, 90);

  /* Without a start it begins with the first delivery. */
  target.period.start = NONE;
  items[1].day = DAY0 + 18;
  f = measure (&target, items, 2, DAY0 + 18);
  g_assert_cmpint (f.window, ==, 10);
  g_assert_cmpint (f.from, ==, DAY0 + 9);
  g_assert_cmpint (tp_ratio_compare (f.rate, (TpRatio){ 9, 1 }), ==, 0);
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 8).window, ==, 0);
}

static void
test_reached (void)
{
  const struct
  {
    gint64 target;
    TpReached reached;
    int days; /* after the as-of date */
  } rows[] = {
    /* 4 in ten days: 0.4 a day. */
    { 4, TP_REACHED_ALREADY, 0 },
    { 5, TP_REACHED_ON_DAY, 3 },   /* 1 / 0.4 = 2.5 */
    { 6, TP_REACHED_ON_DAY, 5 },   /* 2 / 0.4 = 5 exactly */
    { 7, TP_REACHED_ON_DAY, 8 },
    { 1004, TP_REACHED_ON_DAY, 2500 },
    { G_MAXINT64, TP_REACHED_NEVER, 0 }, /* beyond the calendar */
  };
  TpDelivery items[] = { { DAY0, 1 }, { DAY0 + 9, 3 }, { DAY0 + 10, -4 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int mirror = 0; mirror < 2; mirror++)
      {
        int sign = mirror ? -1 : 1;
        TpTarget target = until (0, sign * rows[i].target, NONE);
        TpDelivery moved[] = { { DAY0, sign }, { DAY0 + 9, sign * 3 } };
        TpForecast f;

        target.decreasing = mirror;
        f = measure (&target, moved, 2, DAY0 + 9);
        g_assert_cmpint (f.reached, ==, rows[i].reached);
        if (rows[i].reached == TP_REACHED_ON_DAY)
          g_assert_cmpint (f.day, ==, DAY0 + 9 + rows[i].days);
        else
          g_assert_cmpint (f.day, ==, NONE);
        g_assert_false (f.at_end.set); /* the end is not stated */
      }

  /* Everything taken back: the rate is 0; then less than 0. */
  {
    TpTarget target = until (0, 100, DAY0 + 20);
    TpForecast f = measure (&target, items, 3, DAY0 + 10);

    g_assert_true (f.enough_data);
    g_assert_cmpint (f.reached, ==, TP_REACHED_NEVER);
    g_assert_cmpint (f.at_end.value, ==, 0);
    items[2].amount = -15;
    f = measure (&target, items, 3, DAY0 + 10);
    g_assert_cmpint (f.reached, ==, TP_REACHED_NEVER);
    g_assert_cmpint (f.at_end.value, ==, -21); /* −11 − 11/11 × 10 */
  }

  /* "More than" with exactly the target delivered: the next day's delivery does it. */
  {
    TpTarget target = until (0, 4, NONE);
    TpForecast f;

    target.qualifier = TP_QUALIFIER_MORE_THAN;
    f = measure (&target, items, 2, DAY0 + 9);
    g_assert_cmpint (f.reached, ==, TP_REACHED_ON_DAY);
    g_assert_cmpint (f.day, ==, DAY0 + 10);
    target.has_target = FALSE;
    g_assert_cmpint (measure (&target, items, 2, DAY0 + 9).reached, ==, TP_REACHED_UNKNOWN);
  }
}

static void
test_at_end (void)
{
  TpTarget target = until (50, 150, DAY0 + 99);
  TpDelivery items[] = { { DAY0, 3 }, { DAY0 + 9, 7 } };
  TpForecast f = measure (&target, items, 2, DAY0 + 9);

  /* 10 in ten days: 1 a day for the 90 that are left. */
  g_assert_cmpint (f.at_end.value, ==, 150);
  g_assert_cmpint (f.day, ==, DAY0 + 99);
  g_assert_false (f.has_band);
  /* 2.5 a day over one day left: 60 + 2.5 rounds away from zero. */
  target.period.end = DAY0 + 10;
  items[1].amount = 22;
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 9).at_end.value, ==, 78);
  /* On the end and after it the level itself. */
  target.period.end = DAY0 + 9;
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 9).at_end.value, ==, 75);
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 20).at_end.value, ==, 75);
}

static void
test_band (void)
{
  /* Weeks of 10, 0, 20 and 10: mean 10, squares 200, s = √(200 / 3) = 8.165. */
  TpDelivery items[] = { { DAY0, 4 }, { DAY0 + 6, 6 }, { DAY0 + 14, 20 }, { DAY0 + 21, 10 } };
  TpTarget target = until (0, 100, DAY0 + 27 + 28);
  TpForecast f = measure (&target, items, 4, DAY0 + 27);

  g_assert_cmpint (f.weeks, ==, 4);
  g_assert_cmpint (f.at_end.value, ==, 80);
  g_assert_true (f.has_band);
  g_assert_cmpint (f.low, ==, 59); /* 1.28 × 8.165 × √4 = 20.90 */
  g_assert_cmpint (f.high, ==, 101);

  /* Four days left are 4/7 of a week: √(4/7) × 10.451 = 7.90; 40 + 40/28 × 4 = 45.7. */
  target.period.end = DAY0 + 31;
  f = measure (&target, items, 4, DAY0 + 27);
  g_assert_cmpint (f.at_end.value, ==, 46);
  g_assert_cmpint (f.low, ==, 38);
  g_assert_cmpint (f.high, ==, 54);

  /* At the end nothing is open. */
  target.period.end = DAY0 + 27;
  f = measure (&target, items, 4, DAY0 + 27);
  g_assert_cmpint (f.low, ==, 40);
  g_assert_cmpint (f.high, ==, 40);

  /* 27 days have three whole weeks. */
  target.period.end = DAY0 + 55;
  f = measure (&target, items, 4, DAY0 + 26);
  g_assert_true (f.at_end.set);
  g_assert_cmpint (f.weeks, ==, 3);
  g_assert_false (f.has_band);

  /* 34 days: still four weeks, those that end with the as-of date: 6 (days 6 to 12),
   * 20, 10 and 0; mean 9, squares 212, s = 8.406; 22 days left. The rate is that of
   * all 34 days: 40 + 40/34 × 22 = 65.9; 1.28 × 8.406 × √(22/7) = 19.07. */
  f = measure (&target, items, 4, DAY0 + 33);
  g_assert_cmpint (f.weeks, ==, 4);
  g_assert_cmpint (f.at_end.value, ==, 66);
  g_assert_cmpint (f.low, ==, 47);
  g_assert_cmpint (f.high, ==, 85);
}

static void
test_extremes (void)
{
  TpTarget target = until (G_MININT64, G_MAXINT64, tp_day_new (9999, 12, 31));
  TpDelivery items[] = { { DAY0, G_MAXINT64 }, { DAY0 + 30, 1 } };
  TpForecast f = measure (&target, items, 2, DAY0 + 30);

  g_assert_cmpint (f.delivered, ==, 0);
  g_assert_cmpint (f.reached, ==, TP_REACHED_ON_DAY);
  g_assert_cmpint (f.day, ==, DAY0 + 61); /* G_MAXINT64 × 31 / 2^63 is just under 31 */
  g_assert_cmpint (f.at_end.value, ==, G_MAXINT64);
  g_assert_true (f.has_band);
  /* The projection lies so far out that its band does too. */
  g_assert_cmpint (f.high, ==, G_MAXINT64);
  g_assert_cmpint (f.low, ==, G_MAXINT64);

  /* One week of 2^63 - 1 among four: a band as wide as the range. */
  target.period.end = DAY0 + 27 + 2800;
  items[1] = (TpDelivery){ DAY0 + 27, 1 };
  f = measure (&target, items, 2, DAY0 + 27);
  g_assert_true (f.has_band);
  g_assert_cmpint (f.high, ==, G_MAXINT64);
  target.period.end = DAY0 + 28;
  f = measure (&target, items, 2, DAY0 + 27);
  g_assert_cmpint (f.low, <, f.at_end.value);
  g_assert_cmpint (f.high, >, f.at_end.value);

  target = until (G_MAXINT64, G_MININT64, DAY0 + 31);
  target.decreasing = TRUE;
  items[0].amount = G_MININT64;
  items[1].amount = -1;
  f = measure (&target, items, 2, DAY0 + 30);
  g_assert_cmpint (f.delivered, ==, -2);
  g_assert_cmpint (f.reached, ==, TP_REACHED_ON_DAY);
  /* −2 − (2^63 + 1) / 31, to the nearest whole. */
  g_assert_cmpint (f.at_end.value, ==, -2 - G_GINT64_CONSTANT (297528130221121800));
}

static char *
plain (gint64 value, gpointer data)
{
  return g_strdup_printf ("<%" G_GINT64_FORMAT ">", value);
}

static void
test_explained (void)
{
  TpDelivery items[] = { { DAY0, 4 }, { DAY0 + 6, 6 }, { DAY0 + 14, 20 }, { DAY0 + 21, 10 } };
  TpTarget target = until (0, 100, DAY0 + 27 + 28);
  TpForecast f = measure (&target, items, 4, DAY0 + 27);
  g_autofree char *text = tp_forecast_explain (&target, &f, plain, NULL);
  g_autofree char *none = NULL;

  g_assert_nonnull (strstr (text, "Delivered <40> in the last 28 days: a rate of <10> a week."));
  g_assert_nonnull (strstr (text, "reached on 12 December 2024")); /* 60 × 28 / 40 = 42 days on */
  g_assert_nonnull (strstr (text, "= <80>"));
  g_assert_nonnull (strstr (text, "between <59> and <101>"));
  f = measure (&target, items, 1, DAY0 + 27);
  none = tp_forecast_explain (&target, &f, plain, NULL);
  g_assert_true (g_str_has_prefix (none, "Not enough data"));
}

static void
test_refused (void)
{
  TpTarget target = until (0, 100, DAY0 - 1);
  TpDeliveries none = { 0, NULL, 0 };
  g_autoptr (GError) error = NULL;
  TpForecast f;

  g_assert_false (tp_forecast_measure (&target, &none, DAY0, &f, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/not-enough", test_not_enough);
  g_test_add_func ("/forecast/window", test_window);
  g_test_add_func ("/forecast/reached", test_reached);
  g_test_add_func ("/forecast/at-end", test_at_end);
  g_test_add_func ("/forecast/band", test_band);
  g_test_add_func ("/forecast/extremes", test_extremes);
  g_test_add_func ("/forecast/explained", test_explained);
  g_test_add_func ("/forecast/refused", test_refused);
  return g_test_run ();
}
