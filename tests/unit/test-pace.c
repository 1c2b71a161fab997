/* test-pace.c: the decision about pace, each boundary by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "pace.h"
#include "words.h"

#define NONE TP_DAY_NONE
#define DAY0 20000 /* a hundred days from here make the arithmetic plain */

/* A target of @target over @baseline from DAY0 on for a hundred days, and one
 * delivery of @amount on day @on (-1: none), seen on day @d; days count from 1. */
typedef struct
{
  gint64 baseline, target;
  TpQualifier qualifier;
  int on;
  gint64 amount;
  int d;
  TpPace pace;
} Row;

static TpTarget
hundred_days (gint64 baseline, gint64 target)
{
  return (TpTarget){
    .baseline = baseline,
    .has_target = TRUE,
    .target = target,
    .qualifier = TP_QUALIFIER_AT_LEAST,
    .period = { .start = DAY0, .end = DAY0 + 99 },
  };
}

static TpPaceResult
measure (const TpTarget *target, const TpDelivery *items, gsize n, TpDay day)
{
  TpDeliveries deliveries = { target->baseline, items, n };
  g_autoptr (GError) error = NULL;
  TpPaceResult result;

  g_assert_true (tp_pace_measure (target, &deliveries, day, &result, &error));
  g_assert_no_error (error);
  return result;
}

static void
test_decision (void)
{
  const Row rows[] = {
    /* Before the start, on it, on the end, after it. */
    { 0, 100, TP_QUALIFIER_AT_LEAST, -1, 0, 0, TP_PACE_NOT_STARTED },
    { 0, 100, TP_QUALIFIER_AT_LEAST, -1, 0, 1, TP_PACE_BEHIND },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 1, 1, 1, TP_PACE_ON_TRACK },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 1, 2, 1, TP_PACE_AHEAD },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 100, 99, 100, TP_PACE_ON_TRACK },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 100, 94, 100, TP_PACE_BEHIND },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 100, 99, 101, TP_PACE_OVERDUE },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 100, 100, 101, TP_PACE_FULFILLED },
    /* Delivered before the start, and fulfilled before it. */
    { 0, 100, TP_QUALIFIER_AT_LEAST, -5, 50, 0, TP_PACE_NOT_STARTED },
    { 0, 100, TP_QUALIFIER_AT_LEAST, -5, 100, 0, TP_PACE_FULFILLED },
    /* The thresholds: of 20,000 by day 50 10,000 are due. */
    { 0, 20000, TP_QUALIFIER_AT_LEAST, 50, 10500, 50, TP_PACE_AHEAD },
    { 0, 20000, TP_QUALIFIER_AT_LEAST, 50, 10499, 50, TP_PACE_ON_TRACK },
    { 0, 20000, TP_QUALIFIER_AT_LEAST, 50, 9500, 50, TP_PACE_ON_TRACK },
    { 0, 20000, TP_QUALIFIER_AT_LEAST, 50, 9499, 50, TP_PACE_BEHIND },
    /* The same over a baseline. */
    { 7000, 27000, TP_QUALIFIER_AT_LEAST, 50, 10500, 50, TP_PACE_AHEAD },
    { 7000, 27000, TP_QUALIFIER_AT_LEAST, 50, 10499, 50, TP_PACE_ON_TRACK },
    { 7000, 27000, TP_QUALIFIER_AT_LEAST, 50, 9500, 50, TP_PACE_ON_TRACK },
    { 7000, 27000, TP_QUALIFIER_AT_LEAST, 50, 9499, 50, TP_PACE_BEHIND },
    /* A pro-rated target that is no whole number decides unrounded: 10.5 of 21 are
     * due, and 10 of 10.5 are 0.952. */
    { 0, 21, TP_QUALIFIER_AT_LEAST, 50, 10, 50, TP_PACE_ON_TRACK },
    { 0, 21, TP_QUALIFIER_AT_LEAST, 50, 11, 50, TP_PACE_ON_TRACK },
    { 0, 21, TP_QUALIFIER_AT_LEAST, 50, 12, 50, TP_PACE_AHEAD },
    /* Stalled from the 28th day on: since the start, and since a delivery. */
    { 0, 100, TP_QUALIFIER_AT_LEAST, -1, 0, 28, TP_PACE_BEHIND },
    { 0, 100, TP_QUALIFIER_AT_LEAST, -1, 0, 29, TP_PACE_STALLED },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 10, 90, 37, TP_PACE_AHEAD },
    { 0, 100, TP_QUALIFIER_AT_LEAST, 10, 90, 38, TP_PACE_STALLED },
    { 0, 100, TP_QUALIFIER_AT_LEAST, -20, 90, 28, TP_PACE_AHEAD },
    { 0, 100, TP_QUALIFIER_AT_LEAST, -20, 90, 29, TP_PACE_STALLED },
    /* A delivery after the as-of date is not seen. */
    { 0, 100, TP_QUALIFIER_AT_LEAST, 30, 100, 29, TP_PACE_STALLED },
    /* Qualifiers. */
    { 0, 100, TP_QUALIFIER_MORE_THAN, 10, 100, 10, TP_PACE_AHEAD },
    { 0, 100, TP_QUALIFIER_MORE_THAN, 10, 101, 10, TP_PACE_FULFILLED },
    { 0, 100, TP_QUALIFIER_MORE_THAN, 10, 100, 101, TP_PACE_OVERDUE },
    { 0, 100, TP_QUALIFIER_EXACT, 10, 100, 10, TP_PACE_FULFILLED },
    { 0, 100, TP_QUALIFIER_UP_TO, 10, 100, 10, TP_PACE_FULFILLED },
    { 0, 100, TP_QUALIFIER_UP_TO, 10, 250, 10, TP_PACE_FULFILLED },
    { 0, 100, TP_QUALIFIER_ABOUT, 10, 99, 10, TP_PACE_AHEAD },
    /* T = b is fulfilled from the outset, "more than" or not. */
    { 50, 50, TP_QUALIFIER_AT_LEAST, -1, 0, 0, TP_PACE_FULFILLED },
    { 50, 50, TP_QUALIFIER_MORE_THAN, -1, 0, 50, TP_PACE_FULFILLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int mirror = 0; mirror < 2; mirror++)
      {
        int sign = mirror ? -1 : 1;
        TpTarget target = hundred_days (sign * rows[i].baseline, sign * rows[i].target);
        TpDelivery item = { DAY0 - 1 + rows[i].on, sign * rows[i].amount };
        TpPaceResult result;

        target.qualifier = rows[i].qualifier;
        target.decreasing = mirror;
        result = measure (&target, &item, rows[i].amount != 0, DAY0 - 1 + rows[i].d);
        if (result.pace != rows[i].pace)
          g_test_message ("row %d, mirrored %d", (int) i, mirror);
        g_assert_cmpstr (tp_pace_token (result.pace), ==, tp_pace_token (rows[i].pace));
      }
}

static void
test_unknown_days (void)
{
  TpTarget target = hundred_days (0, 100);
  TpDelivery items[] = { { DAY0, 5 }, { DAY0 + 1, -5 } };

  target.period.start = NONE;
  /* Nothing delivered, or all of it taken back. */
  g_assert_cmpint (measure (&target, items, 0, DAY0).pace, ==, TP_PACE_NOT_STARTED);
  g_assert_cmpint (measure (&target, items, 0, DAY0 + 500).pace, ==, TP_PACE_NOT_STARTED);
  g_assert_cmpint (measure (&target, items, 2, DAY0 + 1).pace, ==, TP_PACE_NOT_STARTED);
  g_assert_cmpint (measure (&target, items, 1, DAY0 - 1).pace, ==, TP_PACE_NOT_STARTED);
  /* No start but deliveries. */
  g_assert_cmpint (measure (&target, items, 1, DAY0).pace, ==, TP_PACE_NO_PERIOD);
  g_assert_cmpint (measure (&target, items, 1, DAY0 + 27).pace, ==, TP_PACE_NO_PERIOD);
  g_assert_cmpint (measure (&target, items, 1, DAY0 + 28).pace, ==, TP_PACE_STALLED);
  g_assert_cmpint (measure (&target, items, 1, DAY0 + 100).pace, ==, TP_PACE_OVERDUE);
  g_assert_true (measure (&target, items, 1, DAY0).has_run_rate);
  g_assert_false (measure (&target, items, 1, DAY0).prorated.set);

  target.period = (TpPeriod){ .start = DAY0, .end = NONE };
  g_assert_cmpint (measure (&target, items, 0, DAY0 - 1).pace, ==, TP_PACE_NOT_STARTED);
  g_assert_cmpint (measure (&target, items, 0, DAY0 + 27).pace, ==, TP_PACE_NO_PERIOD);
  g_assert_cmpint (measure (&target, items, 0, DAY0 + 28).pace, ==, TP_PACE_STALLED);
  g_assert_false (measure (&target, items, 1, DAY0).has_run_rate);

  target.has_target = FALSE;
  g_assert_cmpint (measure (&target, items, 1, DAY0).pace, ==, TP_PACE_NO_TARGET);
  g_assert_false (measure (&target, items, 1, DAY0).distance.set);
  g_assert_cmpint (measure (&target, items, 1, DAY0).delivered, ==, 5);
}

static void
test_figures (void)
{
  /* 1,000 exporters to begin with, 11,000 wanted; 3,000 came on day 41. */
  TpTarget target = hundred_days (1000, 11000);
  TpDelivery items[] = { { DAY0 + 40, 3000 } };
  TpPaceResult r = measure (&target, items, 1, DAY0 + 49);

  g_assert_cmpint (r.delivered, ==, 4000);
  g_assert_cmpint (r.distance.value, ==, 7000);
  g_assert_cmpint (r.prorated.value, ==, 6000);
  g_assert_cmpint (tp_ratio_compare (r.share, (TpRatio){ 1, 2 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare (r.rate, (TpRatio){ 3, 10 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare (r.ratio, (TpRatio){ 3, 5 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare (r.run_rate, (TpRatio){ 980, 1 }), ==, 0); /* 7000 × 7 / 50 */
  g_assert_cmpint (r.last_delivery, ==, DAY0 + 40);

  /* The day before the end, the end, the day after: "period over". */
  r = measure (&target, items, 1, DAY0 + 98);
  g_assert_cmpint (tp_ratio_compare (r.run_rate, (TpRatio){ 49000, 1 }), ==, 0);
  g_assert_false (measure (&target, items, 1, DAY0 + 99).has_run_rate);
  g_assert_false (measure (&target, items, 1, DAY0 + 100).has_run_rate);

  /* Over-delivery: nothing is required, and the distance says by how much. */
  items[0].amount = 12500;
  r = measure (&target, items, 1, DAY0 + 49);
  g_assert_cmpint (r.distance.value, ==, -2500);
  g_assert_cmpint (tp_ratio_compare (r.run_rate, (TpRatio){ 0, 1 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare (r.rate, (TpRatio){ 5, 4 }), ==, 0);

  /* A decreasing target that is half way on a half: 87.5 rounds away from zero. */
  target = hundred_days (100, 75);
  target.decreasing = TRUE;
  items[0].amount = -10;
  r = measure (&target, items, 1, DAY0 + 49);
  g_assert_cmpint (r.prorated.value, ==, 88);
  g_assert_cmpint (r.distance.value, ==, 15);
  g_assert_cmpint (tp_ratio_compare (r.ratio, (TpRatio){ 4, 5 }), ==, 0);
  g_assert_cmpint (tp_ratio_compare (r.rate, (TpRatio){ 2, 5 }), ==, 0);

  /* The deltas hold the baseline already: the level starts from nothing. */
  target = hundred_days (1000, 11000);
  {
    TpDelivery all[] = { { DAY0 - 300, 1000 }, { DAY0 + 40, 3000 } };
    TpDeliveries deliveries = { 0, all, 2 };

    g_assert_true (tp_pace_measure (&target, &deliveries, DAY0 + 49, &r, NULL));
    g_assert_cmpint (r.delivered, ==, 4000);
  }
}

static void
test_nothing_due (void)
{
  TpStep steps[] = { { DAY0 + 99, 1 } };
  TpTarget target = hundred_days (10, 110);
  TpDelivery items[] = { { DAY0, 1 } };

  target.period.steps = steps;
  target.period.n_steps = 1;
  g_assert_cmpint (measure (&target, items, 0, DAY0 + 1).pace, ==, TP_PACE_ON_TRACK);
  g_assert_cmpint (measure (&target, items, 1, DAY0 + 1).pace, ==, TP_PACE_AHEAD);
  g_assert_false (measure (&target, items, 1, DAY0 + 1).has_ratio);
  items[0].amount = -1;
  g_assert_cmpint (measure (&target, items, 1, DAY0 + 1).pace, ==, TP_PACE_ON_TRACK);
}

static void
test_extremes (void)
{
  TpTarget target = hundred_days (G_MININT64, G_MAXINT64);
  TpStep steps[] = { { DAY0 + 1, G_MAXINT64 - 1 }, { DAY0 + 99, 1 } };
  TpDelivery items[] = { { DAY0, G_MAXINT64 }, { DAY0 + 1, G_MAXINT64 }, { DAY0 + 2, G_MAXINT64 } };
  TpPaceResult r;

  r = measure (&target, items, 1, DAY0 + 49);
  g_assert_cmpint (r.delivered, ==, -1);
  g_assert_cmpint (r.distance.value, ==, G_MAXINT64);
  g_assert_cmpint (r.prorated.value, ==, -1); /* −0.5, away from zero */
  g_assert_cmpstr (tp_pace_token (measure (&target, items, 1, DAY0 + 20).pace), ==, "ahead");

  target.period.steps = steps;
  target.period.n_steps = 2;
  r = measure (&target, items, 2, DAY0 + 1);
  g_assert_cmpint (r.delivered, ==, G_MAXINT64 - 1);
  g_assert_cmpint (r.pace, ==, TP_PACE_ON_TRACK);
  r = measure (&target, items, 3, DAY0 + 2);
  g_assert_cmpint (r.delivered, ==, G_MAXINT64); /* clamped */
  g_assert_cmpint (r.pace, ==, TP_PACE_FULFILLED);

  target = hundred_days (G_MAXINT64, G_MININT64);
  target.decreasing = TRUE;
  items[0].amount = G_MININT64;
  r = measure (&target, items, 1, DAY0 + 20);
  g_assert_cmpint (r.delivered, ==, -1);
  g_assert_cmpint (r.pace, ==, TP_PACE_AHEAD);
}

static void
test_refused (void)
{
  TpTarget target = hundred_days (0, 100);
  TpDeliveries none = { 0, NULL, 0 };
  g_autoptr (GError) error = NULL;
  TpPaceResult r;

  target.period.end = DAY0 - 1;
  g_assert_false (tp_pace_measure (&target, &none, DAY0, &r, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);

  target = hundred_days (100, 50);
  g_assert_false (tp_target_check (&target, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  target.decreasing = TRUE;
  g_assert_true (tp_target_check (&target, NULL));
  target.target = 101;
  g_assert_false (tp_target_check (&target, NULL));

  /* Recorded all the same, such a target has been missed once the level fell. */
  target = hundred_days (100, 50);
  g_assert_cmpint (measure (&target, (TpDelivery[]){ { DAY0, -60 } }, 1, DAY0 + 1).pace, ==,
                   TP_PACE_BEHIND);
}

static void
test_tokens (void)
{
  const char *order[] = { "no_target", "fulfilled", "not_started", "overdue", "stalled",
                          "no_period", "ahead",     "on_track",    "behind" };

  g_assert_cmpuint (tp_word_count (tp_words_pace), ==, TP_N_PACES);
  for (int i = 0; i < TP_N_PACES; i++)
    g_assert_cmpstr (tp_pace_token ((TpPace) i), ==, order[i]);
  g_assert_cmpint (tp_qualifier_from_token ("more_than"), ==, TP_QUALIFIER_MORE_THAN);
  g_assert_cmpint (tp_qualifier_from_token ("about"), ==, TP_QUALIFIER_ABOUT);
  g_assert_cmpint (tp_qualifier_from_token (NULL), ==, TP_QUALIFIER_EXACT);
}

static char *
in_pieces (gint64 value, gpointer data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", value, (const char *) data);
}

static void
assert_says (const TpTarget *target, const TpDelivery *items, gsize n, TpDay day, const char *words)
{
  TpPaceResult result = measure (target, items, n, day);
  g_autofree char *text = tp_pace_explain (target, &result, in_pieces, (char *) "pcs");

  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in “%s”", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
test_explained (void)
{
  TpTarget target = hundred_days (1000, 11000);
  TpDelivery item = { DAY0 + 40, 3000 };

  assert_says (&target, &item, 1, DAY0 + 49, "1000 pcs + (11000 pcs − 1000 pcs) × 50");
  assert_says (&target, &item, 1, DAY0 + 49, "= 6000 pcs.");
  assert_says (&target, &item, 1, DAY0 + 49,
               "(4000 pcs − 1000 pcs) / (6000 pcs − 1000 pcs) = 60");
  assert_says (&target, &item, 1, DAY0 + 49, "7000 pcs still to come × 7 / 50 days left = 980 pcs");
  assert_says (&target, &item, 1, DAY0 - 1, "starts on 4 October 2024");
  assert_says (&target, &item, 1, DAY0 + 68, "28 days ago");
  assert_says (&target, &item, 0, DAY0 + 30, "since the start");
  assert_says (&target, &item, 1, DAY0 + 100, "7000 pcs short");
  item.amount = 10000;
  assert_says (&target, &item, 1, DAY0 + 49, "reaches the target, 11000 pcs");
  item.amount = 10001;
  target.qualifier = TP_QUALIFIER_MORE_THAN;
  assert_says (&target, &item, 1, DAY0 + 49, "more than the target");
  target.target = 1000;
  assert_says (&target, &item, 1, DAY0 + 49, "equals the baseline");
  target.has_target = FALSE;
  assert_says (&target, &item, 1, DAY0 + 49, "no target is stated");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/decision", test_decision);
  g_test_add_func ("/pace/unknown-days", test_unknown_days);
  g_test_add_func ("/pace/figures", test_figures);
  g_test_add_func ("/pace/nothing-due", test_nothing_due);
  g_test_add_func ("/pace/extremes", test_extremes);
  g_test_add_func ("/pace/refused", test_refused);
  g_test_add_func ("/pace/tokens", test_tokens);
  g_test_add_func ("/pace/explained", test_explained);
  return g_test_run ();
}
