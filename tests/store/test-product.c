/* test-product.c: an exporter's products: what is kept, refused, removed and undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goods.h"
#include "edit-listing.h"
#include "edit-product.h"
#include "edit-sale.h"
#include "product-margins.h"

#include <string.h>

static void
test_add (Goods *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (self->fixture.store);
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  g_autoptr (TpRecord) kept = NULL;
  gint64 id;

  tp_record_set_text (product, "gtin", "6901234567892");
  tp_record_set_text (product, "hs_code", "732393");
  tp_record_set_number (product, "unit_cost", 1250);
  tp_record_set_text (product, "currency", "CNY");
  id = goods_kept (self, tp_edit_product_run, product, NULL);
  kept = goods_get (self, TP_KIND_PRODUCT, id);
  g_assert_cmpstr (tp_record_get_text (kept, "hs_code"), ==, "732393");
  g_assert_cmpint (tp_record_get_number (kept, "unit_cost"), ==, 1250);
  g_assert_false (tp_record_is_set (kept, "domestic_price"));
  goods_check_undo (self, before);
}

static void
test_refused (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) first = goods_product (self->exporter, "NHK-1");
  g_autoptr (TpRecord) bare = goods_product (self->exporter, NULL);
  g_autoptr (TpRecord) twin = goods_product (self->exporter, "NHK-2");
  g_autoptr (TpRecord) wrong = goods_product (self->exporter, "NHK-3");
  g_autoptr (TpRecord) priced = goods_product (self->exporter, "NHK-4");
  g_autoptr (TpRecord) moved = NULL;

  tp_record_set_text (bare, "name", "Pan");
  tp_record_set_text (first, "gtin", "6901234567892");
  goods_kept (self, tp_edit_product_run, first, NULL);
  /* Neither reference nor GTIN */
  goods_refused (self, tp_edit_product_run, bare, NULL, TP_ERROR_INVALID);
  tp_record_set_text (twin, "gtin", "6901234567892");
  goods_refused (self, tp_edit_product_run, twin, NULL, TP_ERROR_EXISTS);
  tp_record_set_text (wrong, "gtin", "6901234567893");
  goods_refused (self, tp_edit_product_run, wrong, NULL, TP_ERROR_INVALID);
  /* A price without a currency, where the exporter has none either */
  tp_record_set_number (priced, "domestic_price", 6990);
  goods_refused (self, tp_edit_product_run, priced, NULL, TP_ERROR_INVALID);
  moved = tp_record_edit (first);
  tp_record_set_number (moved, "exporter", self->other);
  goods_refused (self, tp_edit_product_run, moved, NULL, TP_ERROR_REFUSED);
}

static void
test_warning (void)
{
  g_autoptr (TpRecord) product = goods_product (1, "NHK-1");
  g_autofree char *none = NULL;
  g_autofree char *china = NULL;
  g_autofree char *elsewhere = NULL;

  none = tp_product_warning (product);
  g_assert_null (none);
  tp_record_set_text (product, "gtin", "6901234567892");
  china = tp_product_warning (product);
  g_assert_null (china);
  tp_record_set_text (product, "gtin", "4006381333931");
  elsewhere = tp_product_warning (product);
  g_assert_nonnull (elsewhere);
}

/* Another person changed another field meanwhile: both stay. */
static void
test_rebase (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  gint64 id = goods_kept (self, tp_edit_product_run, product, NULL);
  g_autoptr (TpRecord) base = goods_get (self, TP_KIND_PRODUCT, id);
  g_autoptr (TpRecord) mine = tp_record_edit (base);
  g_autoptr (TpRecord) theirs = tp_record_edit (base);
  g_autoptr (TpRecord) clash = tp_record_edit (base);
  g_autoptr (TpRecord) kept = NULL;

  tp_record_set_text (theirs, "hs_code", "761510");
  goods_kept (self, tp_edit_product_run, theirs, base);
  tp_record_set_text (mine, "name_local", "煎锅");
  goods_kept (self, tp_edit_product_run, mine, base);
  kept = goods_get (self, TP_KIND_PRODUCT, id);
  g_assert_cmpstr (tp_record_get_text (kept, "hs_code"), ==, "761510");
  g_assert_cmpstr (tp_record_get_text (kept, "name_local"), ==, "煎锅");
  tp_record_set_text (clash, "hs_code", "732393");
  goods_refused (self, tp_edit_product_run, clash, base, TP_ERROR_CONFLICT);
}

static void
test_remove (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  gint64 id = goods_kept (self, tp_edit_product_run, product, NULL);
  g_autoptr (TpRecord) kept = goods_get (self, TP_KIND_PRODUCT, id);
  g_autoptr (TpRecord) listing = goods_listing (id, self->channel, 0, DAY (4, 1));
  g_autoptr (TpRecord) sale = tp_record_new (TP_KIND_SALE);
  g_autoptr (TpRecord) again = NULL;
  g_autoptr (TpRecord) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (TpRecord) stored_listing = NULL;
  g_autoptr (TpRecord) stored_sale = NULL;

  goods_kept (self, tp_edit_listing_run, listing, NULL);
  tp_record_set_number (sale, "exporter", self->exporter);
  tp_record_set_number (sale, "product", id);
  tp_record_set_day (sale, "date", DAY (5, 1));
  tp_record_set_number (sale, "amount", 100);
  tp_record_set_text (sale, "currency", "CNY");
  goods_kept (self, tp_edit_sale_run, sale, NULL);

  again = tp_record_edit (kept);
  g_assert_cmpint (goods_run (self, tp_remove_product_run, again, NULL, &error), ==, 0);
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "1 listing, 1 sale"));

  stored_listing = tp_record_edit (listing);
  stored_sale = tp_record_edit (sale);
  goods_kept (self, tp_remove_listing_run, stored_listing, NULL);
  goods_kept (self, tp_remove_sale_run, stored_sale, NULL);
  before = fixture_dump (self->fixture.store);
  goods_kept (self, tp_remove_product_run, again, NULL);
  gone = goods_get (self, TP_KIND_PRODUCT, id);
  g_assert_null (gone);
  goods_check_undo (self, before);
}

static char *
margins (Goods *self, TpRecord *product, TpDay as_of)
{
  TpMarginsQuestion *question = tp_margins_question_new (product, as_of);
  g_autoptr (GError) error = NULL;
  char *text = tp_margins_read (goods_reader (self), question, &error);

  g_assert_no_error (error);
  tp_margins_question_free (question);
  return text;
}

static gboolean
set_defaults (TpChange *change, gpointer data, GError **error)
{
  return tp_change_set_setting (change, "vat", "1300", error) && tp_change_set_setting (change, "returns", "0", error)
         && tp_change_set_setting (change, "fulfilment", "1000", error);
}

static void
add_tariff (Goods *self, gint64 rate, TpDay from, TpDay until)
{
  g_autoptr (TpRecord) tariff = tp_record_new (TP_KIND_TARIFF);

  tp_record_set_text (tariff, "scheme", "general");
  tp_record_set_number (tariff, "rate", rate);
  if (from != TP_DAY_NONE)
    tp_record_set_day (tariff, "from", from);
  if (until != TP_DAY_NONE)
    tp_record_set_day (tariff, "until", until);
  fixture_insert (self->fixture.store, tariff);
}

/* FOB 100 under 25 % is 55.56 under 125 %; with a rebate of 10 and a cost of 60 that
 * leaves 5.56. At home 113 is 100 without VAT; less 10 % of the price and the cost: 28.70. */
static void
test_margins (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  g_autoptr (GError) error = NULL;
  g_autofree char *nothing = margins (self, product, DAY (6, 1));
  g_autofree char *home = NULL;
  g_autofree char *both = NULL;

  g_assert_nonnull (nothing);
  g_assert_true (tp_store_change_sync (self->fixture.store, "test", "Tester", set_defaults, NULL, NULL, &error));
  g_assert_no_error (error);
  add_tariff (self, 2500, TP_DAY_NONE, DAY (3, 31));
  add_tariff (self, 12500, DAY (4, 1), TP_DAY_NONE);
  tp_record_set_text (product, "currency", "CNY");
  tp_record_set_number (product, "unit_cost", 6000);
  tp_record_set_number (product, "domestic_price", 11300);
  home = margins (self, product, DAY (6, 1));
  g_assert_nonnull (strstr (home, "28.70"));
  tp_record_set_number (product, "fob_price", 10000);
  tp_record_set_number (product, "freight", 500);
  tp_record_set_number (product, "vat_rebate", 1000);
  both = margins (self, product, DAY (6, 1));
  g_assert_nonnull (strstr (both, "5.56"));
  g_assert_nonnull (strstr (both, "28.70"));
  g_assert_nonnull (strstr (both, "23.14"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/product/" name, Goods, NULL, goods_set_up, func, goods_tear_down)
  ADD ("add", test_add);
  ADD ("refused", test_refused);
  ADD ("rebase", test_rebase);
  ADD ("remove", test_remove);
  ADD ("margins", test_margins);
  g_test_add_func ("/product/warning", test_warning);
  return g_test_run ();
}
