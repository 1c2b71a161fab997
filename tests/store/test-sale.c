/* test-sale.c: domestic sales and what they count for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goods.h"
#include "edit-enrolment.h"
#include "edit-product.h"
#include "edit-sale.h"
#include "sales-summary.h"
#include "timeline.h"

#include <string.h>

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

static char *
told_of_sales (Goods *self)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (TpTimelineQuestion) question = tp_timeline_question_new (self->exporter, DAY (12, 31), utc, "Tester");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = tp_store_read_sync (self->fixture.store, tp_timeline_read, question, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      char *title;

      g_object_get (item, "title", &title, NULL);
      if (strstr (title, "sale") != NULL)
        return title;
      g_free (title);
    }
  return NULL;
}

/* What came back is no sale, wherever a first sale is told of. */
static void
test_return_first (Goods *self, gconstpointer data)
{
  gint64 indicator = goods_indicator (self, "first_sales");
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  g_autoptr (TpRecord) back = make_sale (self, DAY (4, 1), -5000);
  g_autoptr (TpRecord) sale = make_sale (self, DAY (5, 20), 120000);
  g_autofree TpSalesQuestion *question = tp_sales_question_new (self->exporter, DAY (12, 31), 10);
  g_autoptr (TpSalesSummary) summary = NULL;
  g_autofree char *none = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  goods_kept (self, tp_edit_sale_run, back, NULL);
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 0);
  none = told_of_sales (self);
  g_assert_null (none);
  goods_kept (self, tp_edit_sale_run, sale, NULL);
  g_assert_cmpint (goods_count (self, indicator, DAY (5, 19)), ==, 0);
  g_assert_cmpint (goods_count (self, indicator, DAY (5, 20)), ==, 1);
  first = told_of_sales (self);
  g_assert_nonnull (strstr (first, "1,200"));
  g_assert_null (strstr (first, "−"));
  summary = tp_sales_summary_read (goods_reader (self), question, NULL);
  g_assert_cmpint (summary->first_day, ==, DAY (5, 20));
  faults = tp_store_check_sync (self->fixture.store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
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

static TpSalesSummary *
read_summary (Goods *self, TpDay as_of, guint limit)
{
  g_autofree TpSalesQuestion *question = tp_sales_question_new (self->exporter, as_of, limit);
  g_autoptr (GError) error = NULL;
  TpSalesSummary *summary = tp_sales_summary_read (goods_reader (self), question, &error);

  g_assert_no_error (error);
  return summary;
}

/* Like is compared with like: 365 days before the enrolment against those since. */
static void
test_above (Goods *self, gconstpointer data)
{
  static const struct
  {
    int month, mday;
    gint64 amount;
  } sold[] = { { 1, 15, 36500 }, { 3, 15, 5000 }, { 4, 1, 9000 }, { 4, 8, -1000 }, { 5, 1, 7000 } };
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  g_autoptr (TpSalesSummary) none = read_summary (self, DAY (12, 31), 0);
  g_autoptr (TpSalesSummary) before = NULL;
  g_autoptr (TpSalesSummary) summary = NULL;
  g_autoptr (TpSalesSummary) profile = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (TpFact) latest = NULL;
  g_autofree char *heading = NULL;

  g_assert_null (none->first);
  g_assert_null (none->total);
  g_assert_null (none->currency);
  for (guint i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      g_autoptr (TpRecord) sale = make_sale (self, DAY (sold[i].month, sold[i].mday), sold[i].amount);

      goods_kept (self, tp_edit_sale_run, sale, NULL);
    }
  before = read_summary (self, DAY (4, 30), 0);
  g_assert_cmpint (before->enrolled, ==, TP_DAY_NONE);
  g_assert_false (before->has_baseline);
  g_assert_cmpint (before->n_sales, ==, 4);

  /* Accepted on 10 March: 52 days to 30 April. 36500 × 52 ÷ 365 = 5200. */
  goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  summary = read_summary (self, DAY (4, 30), 2);
  g_assert_cmpint (summary->first_day, ==, DAY (1, 15));
  g_assert_cmpint (summary->sum, ==, 49500);
  g_assert_cmpint (summary->since, ==, 13000);
  g_assert_true (summary->has_baseline);
  g_assert_cmpint (summary->baseline, ==, 5200);
  g_assert_cmpint (summary->beyond, ==, 7800);
  g_assert_nonnull (strstr (summary->arithmetic, "× 52 ÷ 365"));
  /* The list holds the latest two, below their month. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (summary->sales)), ==, 2);
  latest = g_list_model_get_item (G_LIST_MODEL (summary->sales), 0);
  g_object_get (latest, "heading", &heading, NULL);
  g_assert_nonnull (strstr (heading, "80.00"));

  /* What the profile states goes before what happens to be recorded. */
  exporter = goods_edit (self, TP_KIND_EXPORTER, self->exporter);
  tp_record_set_text (exporter, "currency", "CNY");
  tp_record_set_number (exporter, "domestic_baseline", 365000);
  goods_update (self, exporter);
  profile = read_summary (self, DAY (4, 30), 0);
  g_assert_cmpint (profile->baseline, ==, 52000);
  g_assert_cmpint (profile->beyond, ==, 0);
}

/* Nothing recorded before says nothing of what was sold before. */
static void
test_no_baseline (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  g_autoptr (TpRecord) sale = make_sale (self, DAY (5, 1), 100);
  g_autoptr (TpSalesSummary) summary = NULL;

  goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  goods_kept (self, tp_edit_sale_run, sale, NULL);
  summary = read_summary (self, DAY (6, 1), 0);
  g_assert_false (summary->has_baseline);
  g_assert_cmpint (summary->since, ==, 100);
  g_assert_cmpint (summary->beyond, ==, 0);
  g_assert_nonnull (summary->above);
}

static gint64
post (Goods *self, gint64 fund, gint64 exporter, TpDay day)
{
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);

  tp_record_set_number (entry, "fund", fund);
  tp_record_set_text (entry, "type", "disbursement");
  tp_record_set_day (entry, "date", day);
  tp_record_set_number (entry, "amount", 1000);
  tp_record_set_text (entry, "currency", "CNY");
  tp_record_set_number (entry, "exporter", exporter);
  tp_record_set_number (entry, "posted", 1);
  return fixture_insert (self->fixture.store, entry);
}

/* Entries go on naming whom they named: one merged into this one, and one into that. */
static void
test_entries (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) fund = tp_record_new (TP_KIND_FUND);
  g_autoptr (TpRecord) third = fixture_exporter ("杭州丝绸有限公司", NULL);
  g_autoptr (TpRecord) other = NULL;
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 fund_id, third_id, ids[3];

  tp_record_set_text (fund, "key", "fund");
  tp_record_set_text (fund, "title", "Fund");
  tp_record_set_text (fund, "currency", "CNY");
  fund_id = fixture_insert (self->fixture.store, fund);
  tp_record_set_number (third, "merged_into", self->other);
  third_id = fixture_insert (self->fixture.store, third);
  ids[0] = post (self, fund_id, self->exporter, DAY (5, 3));
  ids[1] = post (self, fund_id, self->other, DAY (5, 1));
  ids[2] = post (self, fund_id, third_id, DAY (5, 2));
  early = tp_exporter_entries (goods_reader (self), self->exporter, DAY (12, 31));
  g_assert_cmpuint (early->len, ==, 1);
  other = goods_edit (self, TP_KIND_EXPORTER, self->other);
  tp_record_set_number (other, "merged_into", self->exporter);
  goods_update (self, other);
  entries = tp_exporter_entries (goods_reader (self), self->exporter, DAY (12, 31));
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (tp_record_get_id (entries->pdata[0]), ==, ids[1]);
  g_assert_cmpint (tp_record_get_id (entries->pdata[1]), ==, ids[2]);
  g_assert_cmpint (tp_record_get_id (entries->pdata[2]), ==, ids[0]);
  g_ptr_array_unref (g_steal_pointer (&entries));
  entries = tp_exporter_entries (goods_reader (self), self->exporter, DAY (5, 2));
  g_assert_cmpuint (entries->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/sale/" name, Goods, NULL, goods_set_up, func, goods_tear_down)
  ADD ("first", test_first);
  ADD ("return-first", test_return_first);
  ADD ("refused", test_refused);
  ADD ("above", test_above);
  ADD ("no-baseline", test_no_baseline);
  ADD ("entries", test_entries);
  g_test_add_func ("/sale/dates", test_dates);
  return g_test_run ();
}
