/* test-enrolment.c: an exporter in a programme: days, order, the end, and undo; and the
 * benefits it received there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goods.h"
#include "edit-benefit.h"
#include "edit-enrolment.h"
#include "edit-listing.h"
#include "edit-product.h"
#include "eligibility.h"

static void
test_steps (Goods *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (self->fixture.store);
  g_autofree char *applied = NULL;
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "applied");
  gint64 id = goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (TpRecord) back = NULL;
  g_autoptr (TpRecord) kept = NULL;
  TpDay since;

  goods_check_undo (self, before);
  applied = fixture_dump (self->fixture.store);
  kept = goods_get (self, TP_KIND_ENROLMENT, id);
  edited = tp_record_edit (kept);
  tp_record_set_text (edited, "status", "accepted");
  tp_record_set_day (edited, "accepted", DAY (3, 20));
  goods_kept (self, tp_edit_enrolment_run, edited, kept);
  goods_check_undo (self, applied);

  g_clear_object (&kept);
  kept = goods_get (self, TP_KIND_ENROLMENT, id);
  g_assert_null (tp_enrolment_status_on (kept, DAY (2, 28), NULL));
  g_assert_cmpstr (tp_enrolment_status_on (kept, DAY (3, 19), &since), ==, "applied");
  g_assert_cmpint (since, ==, DAY (3, 1));
  g_assert_cmpstr (tp_enrolment_status_on (kept, DAY (3, 20), &since), ==, "accepted");
  g_assert_cmpint (since, ==, DAY (3, 20));

  /* Back to applied: it was not accepted. */
  back = tp_record_edit (kept);
  tp_record_set_text (back, "status", "applied");
  goods_kept (self, tp_edit_enrolment_run, back, kept);
  g_clear_object (&kept);
  kept = goods_get (self, TP_KIND_ENROLMENT, id);
  g_assert_false (tp_record_is_set (kept, "accepted"));
}

static void
test_order (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  g_autoptr (TpRecord) twin = goods_enrolment (self->exporter, self->programme, "applied");
  g_autoptr (TpRecord) late = goods_enrolment (self->exporter, self->programme, "applied");
  g_autoptr (TpRecord) ended = NULL;

  tp_record_set_day (enrolment, "accepted", DAY (2, 1));
  goods_refused (self, tp_edit_enrolment_run, enrolment, NULL, TP_ERROR_REFUSED);
  tp_record_set_day (late, "applied", tp_day_new (2999, 1, 1));
  goods_refused (self, tp_edit_enrolment_run, late, NULL, TP_ERROR_REFUSED);
  tp_record_set_day (enrolment, "accepted", DAY (3, 10));
  goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  goods_refused (self, tp_edit_enrolment_run, twin, NULL, TP_ERROR_EXISTS);
  /* After it withdrew it may apply again. */
  ended = tp_record_edit (enrolment);
  tp_record_set_text (ended, "status", "withdrawn");
  tp_record_set_day (ended, "ended", DAY (4, 1));
  goods_kept (self, tp_edit_enrolment_run, ended, NULL);
  tp_record_set_day (twin, "applied", DAY (4, 2));
  goods_kept (self, tp_edit_enrolment_run, twin, NULL);
}

/* Withdrawing ends the listings under it, in the same step; what was reached stays. */
static void
test_withdraw (Goods *self, gconstpointer data)
{
  gint64 indicator = goods_indicator (self, "exporters_reached");
  g_autoptr (TpRecord) enrolment = goods_enrolment (self->exporter, self->programme, "accepted");
  gint64 id = goods_kept (self, tp_edit_enrolment_run, enrolment, NULL);
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  gint64 product_id = goods_kept (self, tp_edit_product_run, product, NULL);
  g_autoptr (TpRecord) listing = goods_listing (product_id, self->channel, id, DAY (4, 1));
  gint64 listing_id = goods_kept (self, tp_edit_listing_run, listing, NULL);
  g_autoptr (TpRecord) live = goods_get (self, TP_KIND_ENROLMENT, id);
  g_autoptr (TpRecord) ended = tp_record_edit (live);
  g_autoptr (TpRecord) early = tp_record_edit (live);
  g_autoptr (TpRecord) delisted = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 1);
  tp_record_set_text (early, "status", "withdrawn");
  tp_record_set_day (early, "ended", DAY (3, 15));
  goods_refused (self, tp_edit_enrolment_run, early, NULL, TP_ERROR_REFUSED);
  goods_refused (self, tp_remove_enrolment_run, live, NULL, TP_ERROR_REFUSED);

  before = fixture_dump (self->fixture.store);
  tp_record_set_text (ended, "status", "withdrawn");
  tp_record_set_day (ended, "ended", DAY (6, 30));
  goods_kept (self, tp_edit_enrolment_run, ended, live);
  delisted = goods_get (self, TP_KIND_LISTING, listing_id);
  g_assert_cmpstr (tp_record_get_text (delisted, "status"), ==, "delisted");
  g_assert_cmpint (tp_record_get_day (delisted, "until"), ==, DAY (6, 30));
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 1);
  goods_check_undo (self, before);
}

static void
test_benefit (Goods *self, gconstpointer data)
{
  gint64 indicator = goods_indicator (self, "benefits_used");
  g_autofree char *before = fixture_dump (self->fixture.store);
  g_autoptr (TpRecord) benefit = tp_record_new (TP_KIND_BENEFIT);
  g_autoptr (TpRecord) valued = NULL;
  g_autoptr (TpRecord) removed = NULL;
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (TpRecord) foreign = goods_product (self->other, "FZ-1");
  gint64 foreign_id = goods_kept (self, tp_edit_product_run, foreign, NULL);
  gint64 id;

  goods_undo (self, FALSE);
  goods_undo (self, TRUE);
  tp_record_set_number (benefit, "exporter", self->exporter);
  tp_record_set_number (benefit, "programme", self->programme);
  tp_record_set_text (benefit, "kind", "livestream_slot");
  tp_record_set_text (benefit, "status", "used");
  tp_record_set_number (benefit, "quantity", 0);
  tp_record_set_day (benefit, "date", DAY (5, 1));
  goods_refused (self, tp_edit_benefit_run, benefit, NULL, TP_ERROR_INVALID);
  tp_record_set_number (benefit, "quantity", 3);
  tp_record_set_number (benefit, "product", foreign_id);
  goods_refused (self, tp_edit_benefit_run, benefit, NULL, TP_ERROR_REFUSED);
  tp_record_clear (benefit, "product");
  tp_record_set_day (benefit, "date", tp_day_new (2999, 1, 1));
  goods_refused (self, tp_edit_benefit_run, benefit, NULL, TP_ERROR_REFUSED);
  tp_record_set_day (benefit, "date", DAY (5, 1));
  g_free (before);
  before = fixture_dump (self->fixture.store);
  /* No value is stated, so no currency is kept. */
  tp_record_set_text (benefit, "currency", "CNY");
  id = goods_kept (self, tp_edit_benefit_run, benefit, NULL);
  kept = goods_get (self, TP_KIND_BENEFIT, id);
  g_assert_false (tp_record_is_set (kept, "value"));
  g_assert_false (tp_record_is_set (kept, "currency"));
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 3);
  goods_check_undo (self, before);
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 3);

  valued = tp_record_edit (kept);
  tp_record_set_number (valued, "value", 500000);
  goods_refused (self, tp_edit_benefit_run, valued, NULL, TP_ERROR_INVALID);
  tp_record_set_text (valued, "currency", "CNY");
  tp_record_set_text (valued, "status", "missed");
  goods_kept (self, tp_edit_benefit_run, valued, kept);
  g_assert_cmpint (goods_count (self, indicator, DAY (12, 31)), ==, 0);
  removed = tp_record_edit (valued);
  g_free (before);
  before = fixture_dump (self->fixture.store);
  goods_kept (self, tp_remove_benefit_run, removed, NULL);
  goods_check_undo (self, before);
}

/* Each rule of the programme, met or not, in words. */
static void
test_eligibility (Goods *self, gconstpointer data)
{
  g_autofree TpEligibilityQuestion *question = tp_eligibility_question_new (self->exporter, self->programme);
  g_autofree TpEligibilityQuestion *nobody = tp_eligibility_question_new (self->exporter, 12345);
  g_autoptr (TpRecord) programme = goods_edit (self, TP_KIND_PROGRAMME, self->programme);
  g_autoptr (TpRecord) product = goods_product (self->exporter, "NHK-1");
  g_autoptr (GListStore) any = NULL;
  g_autoptr (GListStore) rules = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const wanted[] = { "met", "met", "not_stated", "not_met" };

  any = tp_eligibility_read (goods_reader (self), question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (any)), ==, 1);
  /* The exporter is in Zhejiang, sourced, and states no US share; the chapter is its product's. */
  tp_record_set_text (product, "hs_code", "732393");
  goods_kept (self, tp_edit_product_run, product, NULL);
  tp_record_set_text (programme, "provinces", "33 44");
  tp_record_set_text (programme, "hs_chapters", "73");
  tp_record_set_number (programme, "us_share_min", 1000);
  tp_record_set_text (programme, "stage_min", "qualified");
  goods_update (self, programme);
  rules = tp_eligibility_read (goods_reader (self), question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rules)), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (TpFact) fact = g_list_model_get_item (G_LIST_MODEL (rules), i);

      g_assert_cmpstr (tp_fact_get_status (fact), ==, wanted[i]);
    }
  g_assert_null (tp_eligibility_read (goods_reader (self), nobody, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/enrolment/" name, Goods, NULL, goods_set_up, func, goods_tear_down)
  ADD ("steps", test_steps);
  ADD ("order", test_order);
  ADD ("withdraw", test_withdraw);
  ADD ("benefit", test_benefit);
  ADD ("eligibility", test_eligibility);
  return g_test_run ();
}
