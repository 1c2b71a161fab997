/* test-exposure.c: revenue at risk, landed cost and the tariff schedule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "additionality.h"
#include "error.h"
#include "exposure.h"

static void
test_at_risk (void)
{
  const struct
  {
    gint64 value, share, at_risk;
  } rows[] = {
    { 1000000000, 6500, 650000000 }, { 1000000000, 0, 0 }, { 1000000000, 10000, 1000000000 },
    { 1, 5000, 1 }, /* half a cent, away from zero */
    { 1, 4999, 0 }, { 12345, 3333, 4115 }, /* 4114.5885 */
    { G_MAXINT64, 10000, G_MAXINT64 }, { G_MAXINT64, 5000, G_GINT64_CONSTANT (4611686018427387904) },
  };
  g_autoptr (GError) error = NULL;
  gint64 at_risk;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (tp_at_risk (rows[i].value, rows[i].share, &at_risk, NULL));
      g_assert_cmpint (at_risk, ==, rows[i].at_risk);
    }
  g_assert_false (tp_at_risk (1, 10001, &at_risk, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_false (tp_at_risk (1, -1, &at_risk, NULL));
}

static void
test_landed (void)
{
  g_autoptr (GError) error = NULL;
  gint64 result;

  /* FOB 10.00, freight 1.50: at 125 % 24.00. */
  g_assert_true (tp_landed_cost (1000, 150, 12500, &result, NULL));
  g_assert_cmpint (result, ==, 2400);
  g_assert_true (tp_landed_cost (1000, 150, 0, &result, NULL));
  g_assert_cmpint (result, ==, 1150);
  g_assert_true (tp_landed_cost (1, 0, 5000, &result, NULL));
  g_assert_cmpint (result, ==, 2); /* 1.5 */

  /* From 20 % to 125 %: 10.00 × 1.2 / 2.25 = 5.333…; from 2.5 %: 4.555… */
  g_assert_true (tp_fob_keeping (1000, 2000, 12500, &result, NULL));
  g_assert_cmpint (result, ==, 533);
  g_assert_true (tp_fob_keeping (1000, 250, 12500, &result, NULL));
  g_assert_cmpint (result, ==, 456);
  g_assert_true (tp_fob_keeping (1000, 12500, 12500, &result, NULL));
  g_assert_cmpint (result, ==, 1000);
  g_assert_true (tp_fob_keeping (G_MAXINT64, 0, 10000, &result, NULL));
  g_assert_cmpint (result, ==, G_GINT64_CONSTANT (4611686018427387904));

  g_assert_true (tp_export_margin (533, 60, 480, &result, NULL));
  g_assert_cmpint (result, ==, 113);
  g_assert_true (tp_export_margin (400, 0, 480, &result, NULL));
  g_assert_cmpint (result, ==, -80);

  g_assert_false (tp_landed_cost (1000, 150, -1, &result, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_false (tp_landed_cost (G_MAXINT64, 1, 0, &result, NULL));
  g_assert_false (tp_landed_cost (G_MAXINT64, 0, G_MAXINT64, &result, NULL));
  g_assert_false (tp_fob_keeping (G_MAXINT64, G_MAXINT64, 0, &result, NULL));
  g_assert_false (tp_fob_keeping (1000, 0, -1, &result, NULL));
  g_assert_false (tp_export_margin (G_MAXINT64, 1, 0, &result, NULL));
  g_assert_true (tp_export_margin (G_MAXINT64, 1, 1, &result, NULL));
}

static void
test_schedule (void)
{
  const TpDay may1 = tp_day_new (2025, 5, 1), may2 = tp_day_new (2025, 5, 2);
  const TpTariffLine lines[] = {
    { NULL, "general", TP_STATED (2000), TP_DAY_NONE, tp_day_new (2025, 4, 8) },
    { "", "general", TP_STATED (12500), tp_day_new (2025, 4, 9), TP_DAY_NONE },
    { NULL, "de_minimis", TP_STATED (0), TP_DAY_NONE, may1 },
    { "61", "general", TP_STATED (14150), tp_day_new (2025, 4, 9), TP_DAY_NONE },
    { "610910", "general", TP_NOT_STATED, TP_DAY_NONE, TP_DAY_NONE },
    { "61", "general", TP_STATED (15000), may2, TP_DAY_NONE },
  };
  const struct
  {
    const char *hs, *scheme;
    TpDay day;
    int index; /* -1: none holds */
  } rows[] = {
    { "850440", "general", tp_day_new (2025, 4, 8), 0 },
    { "850440", "general", tp_day_new (2025, 4, 9), 1 },
    { NULL, "general", may2, 1 },
    { "610910", "general", tp_day_new (2025, 4, 8), 0 },
    { "610910", "general", may1, 3 },
    { "610910", "general", may2, 5 },
    { "610910", "de_minimis", may1, 2 },
    { "610910", "de_minimis", may2, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize index = 99;
      gboolean found = tp_tariff_find (lines, G_N_ELEMENTS (lines), rows[i].hs, rows[i].scheme,
                                       rows[i].day, &index);

      g_assert_cmpint (found ? (int) index : -1, ==, rows[i].index);
    }
}

static void
test_additionality (void)
{
  const TpDay enrolled = tp_day_new (2025, 6, 1);
  TpDelivery items[] = { { enrolled - 366, 999 }, { enrolled - 365, 300 }, { enrolled - 1, 430 },
                         { enrolled, 50 },        { enrolled + 72, 150 },  { enrolled + 73, 9 } };
  TpDeliveries sales = { 0, items, G_N_ELEMENTS (items) };
  g_autoptr (GError) error = NULL;
  TpSalesBaseline baseline;
  TpAdditionality r;

  /* 730 in the year before: 146 for 73 days; 200 were sold. */
  g_assert_true (tp_baseline_of_sales (&sales, enrolled, 365, &baseline, NULL));
  g_assert_cmpint (baseline.amount.value, ==, 730);
  g_assert_true (tp_additionality_measure (&sales, &baseline, enrolled, enrolled + 72, &r, NULL));
  g_assert_cmpint (r.delivered, ==, 200);
  g_assert_cmpint (r.baseline.value, ==, 146);
  g_assert_cmpint (r.above.value, ==, 54);

  /* Less than before: nothing was added, and in full it is what it is. */
  g_assert_true (tp_additionality_measure (&sales, &baseline, enrolled, enrolled + 71, &r, NULL));
  g_assert_cmpint (r.delivered, ==, 50);
  g_assert_cmpint (r.baseline.value, ==, 144);
  g_assert_cmpint (r.above.value, ==, 0);
  g_assert_true (tp_additionality_measure (&sales, &baseline, enrolled, enrolled - 1, &r, NULL));
  g_assert_cmpint (r.delivered, ==, 0);
  g_assert_cmpint (r.above.value, ==, 0);

  /* Not stated is not zero; a stated zero is. */
  baseline.amount = TP_NOT_STATED;
  g_assert_true (tp_additionality_measure (&sales, &baseline, enrolled, enrolled + 72, &r, NULL));
  g_assert_cmpint (r.delivered, ==, 200);
  g_assert_false (r.above.set);
  baseline.amount = TP_STATED (0);
  g_assert_true (tp_additionality_measure (&sales, &baseline, enrolled, enrolled + 72, &r, NULL));
  g_assert_true (r.above.set);
  g_assert_cmpint (r.above.value, ==, 200);

  baseline.days = 0;
  g_assert_false (tp_additionality_measure (&sales, &baseline, enrolled, enrolled, &r, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  items[3].amount = G_MAXINT64;
  items[4].amount = 1;
  g_assert_false (tp_additionality_measure (&sales, &baseline, enrolled, enrolled + 72, &r, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exposure/at-risk", test_at_risk);
  g_test_add_func ("/exposure/landed", test_landed);
  g_test_add_func ("/exposure/schedule", test_schedule);
  g_test_add_func ("/exposure/additionality", test_additionality);
  return g_test_run ();
}
