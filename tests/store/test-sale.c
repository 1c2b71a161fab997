/* test-sale.c: domestic sales and what they count for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goods.h"
#include "edit-enrolment.h"
#include "edit-product.h"
#include "edit-sale.h"

static TpRecord *
make_sale (Goods *self, TpDay day, gint64 amount)
{
  TpRecord *sale = tp_record_new (TP_KIND_SALE);

  tp_record_set_number (sale, "exporter", self->exporter);
  tp_record_set_day (sale, "date", day);
  tp_record_set_number (sale, "amount", amount);
  tp_record_set_text (sale, "currency", "CNY");
  return sale;
}

static void
test_first (Goods *self, gconstpointer data)
{
  gint64 indicator = goods_indicator (self, "first_sales");
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  g_autoptr (TpRecord) sale = make_sale (self, DAY (5, 20), 120000);
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (TpRecord) removed = NULL;
  g_autofree char *before = NULL;

  goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  before = fixture_dump (self->fixture.store);
  goods_kept (self, tp_edit_sale_run, sale, NULL);
  g_assert_cmpint (goods_count (self, indicator, DAY (5, 19)), ==, 0);
  g_assert_cmpint (goods_count (self, indicator, DAY (5, 20)), ==, 1);
  goods_check_undo (self, before);
  /* Another day: the first sale follows. */
  edited = tp_record_edit (sale);
  tp_record_set_day (edited, "date", DAY (4, 2));
  goods_kept (self, tp_edit_sale_run, edited, NULL);
  g_assert_cmpint (goods_count (self, indicator, DAY (4, 2)), ==, 1);
  g_free (before);
  before = fixture_dump (self->fixture.store);
  removed = tp_record_edit (edited);
  goods_kept (self, tp_remove_sale_run, removed, NULL);
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 0);
  goods_check_undo (self, before);
}

static void
test_refused (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) zero = make_sale (self, DAY (5, 20), 0);
  g_autoptr (TpRecord) future = make_sale (self, tp_day_new (2999, 1, 1), 100);
  g_autoptr (TpRecord) crossed = make_sale (self, DAY (5, 20), -100);
  g_autoptr (TpRecord) foreign = make_sale (self, DAY (5, 20), 100);
  g_autoptr (TpRecord) product = goods_product (self->other, "FZ-1");

  goods_refused (self, tp_edit_sale_run, zero, NULL, TP_ERROR_INVALID);
  goods_refused (self, tp_edit_sale_run, future, NULL, TP_ERROR_REFUSED);
  tp_record_set_number (crossed, "quantity", 2);
  goods_refused (self, tp_edit_sale_run, crossed, NULL, TP_ERROR_INVALID);
  /* Returned goods: both below zero */
  tp_record_set_number (crossed, "quantity", -2);
  goods_kept (self, tp_edit_sale_run, crossed, NULL);
  tp_record_set_number (foreign, "product", goods_kept (self, tp_edit_product_run, product, NULL));
  goods_refused (self, tp_edit_sale_run, foreign, NULL, TP_ERROR_REFUSED);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    int month, mday;
    gboolean is_month;
  } good[] = {
    { "2025-03-01", 3, 1, FALSE }, { "2025-3-1", 3, 1, FALSE },   { "2025年3月1日", 3, 1, FALSE },
    { "2025-02", 2, 28, TRUE },    { "2025年2月", 2, 28, TRUE },  { "２０２５－０２", 2, 28, TRUE },
    { " 2025/4 ", 4, 30, TRUE },   { "2025-05", 5, 15, TRUE },    { "2025-06", 6, 30, TRUE },
  };
  static const char *const bad[] = { "2025", "2025-13", "2025-0", "May", "2025-05-32", "2025-05x", "" };
  TpDay today = DAY (5, 15), day;
  gboolean is_month;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (tp_sale_date_parse (good[i].text, today, &day, &is_month, &error));
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, DAY (good[i].month, good[i].mday));
      g_assert_cmpint (is_month, ==, good[i].is_month);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_sale_date_parse (bad[i], today, &day, &is_month, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/sale/" name, Goods, NULL, goods_set_up, func, goods_tear_down)
  ADD ("first", test_first);
  ADD ("refused", test_refused);
  g_test_add_func ("/sale/dates", test_dates);
  return g_test_run ();
}
