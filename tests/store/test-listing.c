/* test-listing.c: products in channels, what they do to the enrolment and to counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goods.h"
#include "edit-enrolment.h"
#include "edit-listing.h"
#include "edit-product.h"

static gint64
enrol (Goods *self, const char *status)
{
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, status);

  return goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
}

static gint64
produce (Goods *self, gint64 exporter, const char *reference)
{
  g_autoptr (TpRecord) product = goods_product (exporter, reference);

  return goods_kept (self, tp_edit_product_run, product, NULL);
}

static void
test_first (Goods *self, gconstpointer data)
{
  gint64 exporters = goods_indicator (self, "exporters_reached");
  gint64 products = goods_indicator (self, "products_reached");
  gint64 enrolment = enrol (self, "accepted");
  gint64 product = produce (self, self->exporter, "NHK-1");
  gint64 second = produce (self, self->exporter, "NHK-2");
  g_autofree char *before = fixture_dump (self->fixture.store);
  g_autoptr (TpRecord) listing = goods_listing (product, self->channel, enrolment, DAY (4, 1));
  g_autoptr (TpRecord) earlier = goods_listing (second, self->channel, enrolment, DAY (3, 20));
  g_autoptr (TpRecord) gone = NULL;
  g_autoptr (TpRecord) also = NULL;
  g_autoptr (TpRecord) live = NULL;
  g_autoptr (TpRecord) accepted = NULL;

  goods_kept (self, tp_edit_listing_run, listing, NULL);
  live = goods_get (self, TP_KIND_ENROLMENT, enrolment);
  g_assert_cmpstr (tp_record_get_text (live, "status"), ==, "live");
  g_assert_cmpint (tp_record_get_day (live, "live"), ==, DAY (4, 1));
  g_assert_cmpint (goods_count (self, exporters, DAY (3, 31)), ==, 0);
  g_assert_cmpint (goods_count (self, exporters, DAY (4, 1)), ==, 1);
  goods_check_undo (self, before);
  g_assert_cmpint (goods_count (self, products, DAY (4, 1)), ==, 1);

  /* One that began before: live since then. */
  goods_kept (self, tp_edit_listing_run, earlier, NULL);
  g_clear_object (&live);
  live = goods_get (self, TP_KIND_ENROLMENT, enrolment);
  g_assert_cmpint (tp_record_get_day (live, "live"), ==, DAY (3, 20));
  g_assert_cmpint (goods_count (self, products, DAY (4, 1)), ==, 2);
  g_assert_cmpint (goods_count (self, exporters, DAY (3, 20)), ==, 1);

  /* With the last listing gone the enrolment is accepted again, and nothing is reached. */
  gone = tp_record_edit (earlier);
  goods_kept (self, tp_remove_listing_run, gone, NULL);
  g_clear_object (&live);
  live = goods_get (self, TP_KIND_ENROLMENT, enrolment);
  g_assert_cmpint (tp_record_get_day (live, "live"), ==, DAY (4, 1));
  also = tp_record_edit (listing);
  goods_kept (self, tp_remove_listing_run, also, NULL);
  accepted = goods_get (self, TP_KIND_ENROLMENT, enrolment);
  g_assert_cmpstr (tp_record_get_text (accepted, "status"), ==, "accepted");
  g_assert_false (tp_record_is_set (accepted, "live"));
  g_assert_cmpint (goods_count (self, exporters, DAY (12, 31)), ==, 0);
}

static void
test_delist (Goods *self, gconstpointer data)
{
  gint64 products = goods_indicator (self, "products_reached");
  gint64 enrolment = enrol (self, "accepted");
  gint64 product = produce (self, self->exporter, "NHK-1");
  g_autoptr (TpRecord) listing = goods_listing (product, self->channel, enrolment, DAY (4, 1));
  gint64 id = goods_kept (self, tp_edit_listing_run, listing, NULL);
  g_autoptr (TpRecord) kept = goods_get (self, TP_KIND_LISTING, id);
  g_autoptr (TpRecord) edited = tp_record_edit (kept);
  g_autoptr (TpRecord) after = NULL;
  g_autofree char *before = fixture_dump (self->fixture.store);

  g_assert_cmpstr (tp_record_get_text (kept, "status"), ==, "live");
  tp_record_set_day (edited, "until", DAY (5, 31));
  goods_kept (self, tp_edit_listing_run, edited, kept);
  after = goods_get (self, TP_KIND_LISTING, id);
  g_assert_cmpstr (tp_record_get_text (after, "status"), ==, "delisted");
  g_assert_true (tp_listing_is_live (after, DAY (5, 31)));
  g_assert_false (tp_listing_is_live (after, DAY (6, 1)));
  g_assert_false (tp_listing_is_live (after, DAY (3, 31)));
  /* Reached is reached. */
  g_assert_cmpint (goods_count (self, products, DAY (12, 31)), ==, 1);
  goods_check_undo (self, before);
}

static void
test_refused (Goods *self, gconstpointer data)
{
  gint64 enrolment = enrol (self, "applied");
  gint64 product = produce (self, self->exporter, "NHK-1");
  gint64 foreign = produce (self, self->other, "FZ-1");
  g_autoptr (TpRecord) listing = goods_listing (product, self->channel, enrolment, DAY (4, 1));
  g_autoptr (TpRecord) alien = goods_listing (foreign, self->channel, enrolment, DAY (4, 1));
  g_autoptr (TpRecord) overlap = goods_listing (product, self->channel, enrolment, DAY (4, 20));
  g_autoptr (TpRecord) address = goods_listing (product, self->channel, enrolment, DAY (6, 1));
  g_autoptr (TpRecord) stored = goods_get (self, TP_KIND_ENROLMENT, enrolment);
  g_autoptr (TpRecord) accepted = tp_record_edit (stored);

  goods_refused (self, tp_edit_listing_run, alien, NULL, TP_ERROR_REFUSED);
  /* The programme has not taken the exporter yet. */
  goods_refused (self, tp_edit_listing_run, listing, NULL, TP_ERROR_REFUSED);
  tp_record_set_text (accepted, "status", "accepted");
  tp_record_set_day (accepted, "accepted", DAY (4, 10));
  goods_kept (self, tp_edit_enrolment_run, accepted, stored);
  /* Before it did */
  goods_refused (self, tp_edit_listing_run, listing, NULL, TP_ERROR_REFUSED);
  tp_record_set_day (listing, "live_from", DAY (4, 15));
  tp_record_set_day (listing, "until", DAY (4, 30));
  goods_kept (self, tp_edit_listing_run, listing, NULL);
  goods_refused (self, tp_edit_listing_run, overlap, NULL, TP_ERROR_EXISTS);
  tp_record_set_text (address, "url", "my shop");
  goods_refused (self, tp_edit_listing_run, address, NULL, TP_ERROR_INVALID);
  /* Ends before it begins */
  tp_record_clear (address, "url");
  tp_record_set_day (address, "until", DAY (5, 1));
  goods_refused (self, tp_edit_listing_run, address, NULL, TP_ERROR_INVALID);
  /* From the day after the other's end on */
  tp_record_set_day (overlap, "live_from", DAY (5, 1));
  goods_kept (self, tp_edit_listing_run, overlap, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/listing/" name, Goods, NULL, goods_set_up, func, goods_tear_down)
  ADD ("first", test_first);
  ADD ("delist", test_delist);
  ADD ("refused", test_refused);
  return g_test_run ();
}
