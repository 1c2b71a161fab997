/* test-pivot-margin.c: what a product earns at home, by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "margin.h"

static void
test_margin (void)
{
  const struct
  {
    gint64 price, cost;
    TpChannelTerms terms; /* VAT, commission, relief, returns, fulfilment */
    gint64 margin;
  } rows[] = {
    /* 113.00 with 13 % VAT is 100.00; 5 % commission and 3 % returns leave 92.00. */
    { 11300, 5000, { 1300, 500, 0, 300, 800 }, 3400 },
    /* Relief of 3 points: 95.00. Of more than the commission: 97.00, no more. */
    { 11300, 5000, { 1300, 500, 300, 300, 800 }, 3700 },
    { 11300, 5000, { 1300, 500, 500, 300, 800 }, 3900 },
    { 11300, 5000, { 1300, 500, 900, 300, 800 }, 3900 },
    /* A loss. */
    { 5650, 5000, { 1300, 500, 0, 300, 800 }, -1200 },
    /* 99.90 / 1.13 × 0.9 = 79.566…. */
    { 9990, 0, { 1300, 1000, 0, 0, 0 }, 7957 },
    /* Halves go away from zero: 1 × 0.5. */
    { 1, 0, { 0, 5000, 0, 0, 0 }, 1 },
    { -1, 0, { 0, 5000, 0, 0, 0 }, -1 },
    /* Nothing is kept, and less than nothing. */
    { 10000, 1, { 0, 6000, 0, 4000, 0 }, -1 },
    { 10000, 0, { 0, 6000, 0, 5000, 0 }, -1000 },
    { G_MAXINT64, 0, { 0, 0, 0, 0, 0 }, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 margin;

      g_assert_true (tp_pivot_margin (rows[i].price, rows[i].cost, &rows[i].terms, &margin, NULL));
      g_assert_cmpint (margin, ==, rows[i].margin);
    }
}

static void
test_break_even (void)
{
  const TpChannelTerms plain = { 1300, 500, 0, 300, 800 };
  const TpChannelTerms nothing_kept = { 1300, 6000, 0, 4000, 0 };
  const TpChannelTerms relieved = { 1300, 6000, 1000, 4000, 0 };
  TpKnown price;
  gint64 margin;

  /* 58.00 × 1.13 / 0.92 = 71.239. */
  g_assert_true (tp_break_even_price (5000, &plain, &price, NULL));
  g_assert_true (price.set);
  g_assert_cmpint (price.value, ==, 7124);
  g_assert_true (tp_pivot_margin (7124, 5000, &plain, &margin, NULL));
  g_assert_cmpint (margin, ==, 0);

  /* Where commission and returns leave nothing no price will do. */
  g_assert_true (tp_break_even_price (5000, &nothing_kept, &price, NULL));
  g_assert_false (price.set);
  g_assert_true (tp_break_even_price (5000, &relieved, &price, NULL));
  g_assert_cmpint (price.value, ==, 56500);
  g_assert_false (tp_break_even_price (G_MAXINT64, &plain, &price, NULL));
  g_assert_false (price.set);

  /* Whatever the figures, the margin at that price is within a minor unit of zero. */
  for (int i = 0; i < 2000; i++)
    {
      TpChannelTerms terms = { g_test_rand_int_range (0, 2500), g_test_rand_int_range (0, 3000),
                               g_test_rand_int_range (0, 3000), g_test_rand_int_range (0, 3000),
                               g_test_rand_int_range (0, 100000) };
      gint64 cost = g_test_rand_int_range (0, G_MAXINT32);

      g_assert_true (tp_break_even_price (cost, &terms, &price, NULL));
      g_assert_true (tp_pivot_margin (price.value, cost, &terms, &margin, NULL));
      g_assert_cmpint (ABS (margin), <=, 1);
    }
}

static const TpPivotInput whole = {
  .fob = { TRUE, 6000 },        .freight = { TRUE, 500 },    .vat_rebate = { TRUE, 690 },
  .unit_cost = { TRUE, 5000 },  .domestic_price = { TRUE, 11300 },
  .old_tariff = { TRUE, 2000 }, .new_tariff = { TRUE, 12500 },
  .vat = { TRUE, 1300 },        .commission = { TRUE, 500 }, .relief = { TRUE, 300 },
  .returns = { TRUE, 300 },     .fulfilment = { TRUE, 800 },
};

static void
test_both (void)
{
  TpPivotResult r;
  g_autofree char *missing = tp_pivot_missing (&whole);

  g_assert_null (missing);
  g_assert_true (tp_pivot_measure (&whole, &r, NULL));
  g_assert_cmpint (r.landed_old.value, ==, 7700);
  g_assert_cmpint (r.landed_new.value, ==, 14000);
  g_assert_cmpint (r.fob_kept.value, ==, 3200);
  g_assert_cmpint (r.export_margin.value, ==, -1110);
  g_assert_cmpint (r.pivot_margin.value, ==, 3700);
  g_assert_cmpint (r.pivot_gap.value, ==, 4810);
  g_assert_cmpint (r.break_even.value, ==, 6899); /* 58.00 × 1.13 / 0.95 = 68.989 */
  g_assert_true (r.pivot_gap.set);
}

static void
test_not_stated (void)
{
  TpPivotInput input = whole;
  g_autofree char *missing = NULL;
  TpPivotResult r;

  /* No relief is relief of nothing. */
  input.relief = TP_NOT_STATED;
  g_assert_true (tp_pivot_measure (&input, &r, NULL));
  g_assert_cmpint (r.pivot_margin.value, ==, 3400);

  /* Freight is only in the landed costs. */
  input.freight = TP_NOT_STATED;
  g_assert_true (tp_pivot_measure (&input, &r, NULL));
  g_assert_false (r.landed_old.set);
  g_assert_false (r.landed_new.set);
  g_assert_true (r.pivot_gap.set);

  input.vat_rebate = TP_NOT_STATED;
  input.commission = TP_NOT_STATED;
  g_assert_true (tp_pivot_measure (&input, &r, NULL));
  g_assert_true (r.fob_kept.set);
  g_assert_false (r.export_margin.set);
  g_assert_false (r.pivot_margin.set);
  g_assert_false (r.break_even.set);
  g_assert_false (r.pivot_gap.set);
  missing = tp_pivot_missing (&input);
  g_assert_cmpstr (missing, ==,
                   "The pivot gap cannot be computed; not stated: VAT rebate, commission.");

  input = whole;
  input.domestic_price = TP_NOT_STATED;
  g_assert_true (tp_pivot_measure (&input, &r, NULL));
  g_assert_true (r.break_even.set);
  g_assert_false (r.pivot_margin.set);
  input = (TpPivotInput){ 0 };
  g_assert_true (tp_pivot_measure (&input, &r, NULL));
  g_assert_false (r.fob_kept.set || r.break_even.set);
}

static void
test_refused (void)
{
  const TpChannelTerms wrong[] = {
    { -1, 0, 0, 0, 0 },    { 10001, 0, 0, 0, 0 }, { 0, -1, 0, 0, 0 }, { 0, 10001, 0, 0, 0 },
    { 0, 0, -1, 0, 0 },    { 0, 0, 10001, 0, 0 }, { 0, 0, 0, -1, 0 }, { 0, 0, 0, 10001, 0 },
  };
  const TpChannelTerms dear = { 0, 0, 0, 0, G_MAXINT64 };
  TpPivotInput input = whole;
  TpPivotResult r;
  TpKnown price;
  gint64 margin;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_pivot_margin (1, 1, &wrong[i], &margin, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_false (tp_break_even_price (1, &wrong[i], &price, NULL));
    }
  g_assert_false (tp_pivot_margin (0, G_MAXINT64, &dear, &margin, NULL));
  input.new_tariff.value = -1;
  g_assert_false (tp_pivot_measure (&input, &r, NULL));
  input = whole;
  input.unit_cost.value = G_MININT64; /* the export margin leaves the range */
  g_assert_false (tp_pivot_measure (&input, &r, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pivot/margin", test_margin);
  g_test_add_func ("/pivot/break-even", test_break_even);
  g_test_add_func ("/pivot/both", test_both);
  g_test_add_func ("/pivot/not-stated", test_not_stated);
  g_test_add_func ("/pivot/refused", test_refused);
  return g_test_run ();
}
