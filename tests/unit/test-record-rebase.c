/* test-record-rebase.c: two people change one record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "record-rebase.h"

#include <locale.h>
#include <string.h>

static TpRecord *
new_exporter (void)
{
  TpRecord *record = tp_record_new (TP_KIND_EXPORTER);

  tp_record_set_id (record, 7);
  tp_record_set_text (record, "name", "Ningbo Huajin");
  tp_record_set_text (record, "stage", "sourced");
  tp_record_set_text (record, "owner", "Li");
  tp_record_set_number (record, "annual_export", 1000);
  tp_record_set_text (record, "currency", "CNY");
  tp_record_seal (record);
  return record;
}

static void
test_others_stay (void)
{
  g_autoptr (TpRecord) base = new_exporter ();
  g_autoptr (TpRecord) edited = tp_record_edit (base);
  g_autoptr (TpRecord) stored = tp_record_edit (base);
  g_autoptr (TpRecord) result = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (edited, "owner", "Wang");
  tp_record_clear (edited, "annual_export");
  tp_record_set_text (stored, "stage", "contacted");
  tp_record_set_text (stored, "phone", "+86 574 8765 4321");
  result = tp_record_rebase (base, edited, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_record_get_id (result), ==, 7);
  g_assert_cmpstr (tp_record_get_text (result, "owner"), ==, "Wang");
  g_assert_false (tp_record_is_set (result, "annual_export"));
  g_assert_cmpstr (tp_record_get_text (result, "stage"), ==, "contacted");
  g_assert_cmpstr (tp_record_get_text (result, "phone"), ==, "+86 574 8765 4321");
  g_assert_cmpstr (tp_record_get_text (result, "name"), ==, "Ningbo Huajin");
}

static void
test_same_change (void)
{
  g_autoptr (TpRecord) base = new_exporter ();
  g_autoptr (TpRecord) edited = tp_record_edit (base);
  g_autoptr (TpRecord) stored = tp_record_edit (base);
  g_autoptr (TpRecord) result = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (edited, "owner", "Wang");
  tp_record_set_text (stored, "owner", "Wang");
  result = tp_record_rebase (base, edited, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tp_record_get_text (result, "owner"), ==, "Wang");
}

/* What is named in the refusal: @field was changed by the other to @value. */
static void
assert_conflict (TpRecord *base, TpRecord *edited, TpRecord *stored, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tp_record_rebase (base, edited, stored, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, tp_field_title (tp_kind_field (TP_KIND_EXPORTER, field))));
  g_assert_nonnull (strstr (error->message, value));
}

static void
test_conflict (void)
{
  g_autoptr (TpRecord) base = new_exporter ();
  g_autoptr (TpRecord) edited = tp_record_edit (base);
  g_autoptr (TpRecord) stored = tp_record_edit (base);

  tp_record_set_text (edited, "owner", "Wang");
  tp_record_set_text (stored, "owner", "Zhao");
  assert_conflict (base, edited, stored, "owner", "Zhao");
  tp_record_clear (stored, "owner");
  assert_conflict (base, edited, stored, "owner", "cleared");
}

/* 2,000 is meant in the currency that the form showed. */
static void
test_amount_and_currency (void)
{
  g_autoptr (TpRecord) base = new_exporter ();
  g_autoptr (TpRecord) amount = tp_record_edit (base);
  g_autoptr (TpRecord) currency = tp_record_edit (base);
  g_autoptr (TpRecord) baseline = tp_record_edit (base);
  g_autoptr (TpRecord) result = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_number (amount, "annual_export", 2000);
  tp_record_set_text (currency, "currency", "USD");
  assert_conflict (base, amount, currency, "currency", "USD");
  assert_conflict (base, currency, amount, "annual_export", "20");

  /* two amounts in one currency do not meet */
  tp_record_set_number (baseline, "domestic_baseline", 300);
  result = tp_record_rebase (base, baseline, amount, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_record_get_number (result, "domestic_baseline"), ==, 300);
  g_assert_cmpint (tp_record_get_number (result, "annual_export"), ==, 2000);
}

static void
test_day_and_precision (void)
{
  g_autoptr (TpRecord) base = tp_record_new (TP_KIND_COMMITMENT);
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (TpRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (base, "title", "Two hundred billion");
  tp_record_set_day (base, "announced", tp_day_new (2025, 4, 1));
  tp_record_set_text (base, "announced_precision", "month");
  edited = tp_record_edit (base);
  stored = tp_record_edit (base);
  tp_record_set_day (edited, "announced", tp_day_new (2025, 5, 1));
  tp_record_set_text (stored, "announced_precision", "day");
  g_assert_null (tp_record_rebase (base, edited, stored, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_CONFLICT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-rebase/others-stay", test_others_stay);
  g_test_add_func ("/record-rebase/same-change", test_same_change);
  g_test_add_func ("/record-rebase/conflict", test_conflict);
  g_test_add_func ("/record-rebase/amount-and-currency", test_amount_and_currency);
  g_test_add_func ("/record-rebase/day-and-precision", test_day_and_precision);
  return g_test_run ();
}
