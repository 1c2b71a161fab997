/* test-record.c: records as objects, and which may be kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "field-text.h"
#include "record.h"

#include <locale.h>
#include <string.h>

static TpRecord *
new_exporter (void)
{
  TpRecord *record = tp_record_new (TP_KIND_EXPORTER);

  tp_record_set_text (record, "name", "Ningbo Huajin");
  tp_record_set_text (record, "name_local", "宁波华锦");
  tp_record_set_text (record, "province", "33");
  tp_record_set_text (record, "stage", "sourced");
  tp_record_set_day (record, "sourced", tp_day_new (2025, 5, 2));
  return record;
}

static void
test_kinds (void)
{
  tp_records_ensure_types ();
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);
      g_autoptr (TpRecord) record = tp_record_new ((TpKind) kind);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpint (tp_record_get_kind (record), ==, kind);
      g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, info->type_name);
      g_assert_cmpint (tp_kind_from_token (info->token), ==, kind);
      g_assert_cmpint (tp_kind_from_plural (info->plural), ==, kind);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const TpField *field = &info->fields[i];

          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name));
          g_assert_false (tp_record_is_set (record, field->name));
          g_assert_cmpint (field->type == TP_FIELD_TOKEN || field->type == TP_FIELD_TOKENS, ==,
                           field->words != NULL);
          /* an amount's currency is a field of the same record */
          if (field->type == TP_FIELD_MINOR)
            g_assert_nonnull (tp_kind_field ((TpKind) kind, field->currency));
          /* records written out in order of kinds can be read back one by one */
          if (field->type == TP_FIELD_REF)
            g_assert_cmpint (field->ref, <=, kind);
        }
    }
  g_assert_cmpint (tp_kind_from_token ("nothing"), ==, TP_KIND_NONE);
  g_assert_cmpint (tp_kind_from_plural (NULL), ==, TP_KIND_NONE);
}

static void
test_values (void)
{
  g_autoptr (TpRecord) record = new_exporter ();
  g_autofree char *name = NULL;
  gint64 export = 0;

  g_assert_false (tp_record_is_set (record, "annual_export"));
  g_assert_cmpint (tp_record_get_number_or (record, "annual_export", -7), ==, -7);
  tp_record_set_number (record, "annual_export", 0);
  g_assert_true (tp_record_is_set (record, "annual_export"));
  g_assert_cmpint (tp_record_get_number_or (record, "annual_export", -7), ==, 0);
  tp_record_clear (record, "annual_export");
  g_assert_false (tp_record_is_set (record, "annual_export"));

  tp_record_set_text (record, "city", "");
  g_assert_false (tp_record_is_set (record, "city"));
  tp_record_set_day (record, "sourced", TP_DAY_NONE);
  g_assert_cmpint (tp_record_get_day (record, "sourced"), ==, TP_DAY_NONE);

  tp_record_set_number (record, "annual_export", 62000000000);
  g_object_get (record, "name", &name, "annual_export", &export, NULL);
  g_assert_cmpstr (name, ==, "Ningbo Huajin");
  g_assert_cmpint (export, ==, 62000000000);
}

static void
test_copies (void)
{
  g_autoptr (TpRecord) record = new_exporter ();
  g_autoptr (TpRecord) copy = NULL;

  tp_record_set_id (record, 42);
  tp_record_seal (record);
  copy = tp_record_edit (record);
  g_assert_cmpint (tp_record_get_id (copy), ==, 42);
  g_assert_true (tp_record_equal (record, copy));
  tp_record_set_text (copy, "city", "宁波");
  g_assert_false (tp_record_equal (record, copy));
  g_assert_false (tp_record_is_set (record, "city"));
}

static void
test_names (void)
{
  g_autoptr (TpRecord) record = new_exporter ();

  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (tp_record_get_title (record), ==, "Ningbo Huajin");
  g_assert_cmpstr (tp_record_get_second_title (record), ==, "宁波华锦");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpstr (tp_record_get_title (record), ==, "宁波华锦");
  g_assert_cmpstr (tp_record_get_second_title (record), ==, "Ningbo Huajin");
  g_setenv ("LANGUAGE", "en", TRUE);
  tp_record_clear (record, "name");
  g_assert_cmpstr (tp_record_get_title (record), ==, "宁波华锦");
  g_assert_null (tp_record_get_second_title (record));

  g_assert_null (tp_record_get_key (record));
  tp_record_set_text (record, "reference", "E-1042");
  g_assert_cmpstr (tp_record_get_key (record), ==, "E-1042");
  tp_record_set_text (record, "uscc", "91350100M000100Y43");
  g_assert_cmpstr (tp_record_get_key (record), ==, "91350100M000100Y43");
}

/* Each row spoils a good exporter in one field. */
static void
test_exporter_rules (void)
{
  static const struct
  {
    const char *field, *text;
    gint64 number;
    const char *says; /* NULL: still good */
  } cases[] = {
    { "city", "宁波", 0, NULL },
    { "name", NULL, 0, NULL },
    { "stage", NULL, 0, "Stage: required" },
    { "stage", "dreaming", 0, "Stage: “dreaming” is not known here: enter one of " },
    { "stage", "sourced selling", 0, "Stage: “sourced selling” is not known here" },
    { "sourced", NULL, 0, "Sourced on: required" },
    { "province", NULL, 0, "Province: without a USCC" },
    { "province", "99", 0, "Province: “99” is not a province" },
    { "province", "Zhejiang", 0, "Province: “Zhejiang” is kept as “33”" },
    { "uscc", "91350100M000100Y43", 0, NULL },
    { "uscc", "91350100M000100Y44", 0, "USCC: Check character should be 3, not 4" },
    { "uscc", "91350100m000100y43", 0, "USCC: “91350100m000100y43” is kept as" },
    { "stage", "qualified", 0, NULL },
    { "stage", "documents", 0, "USCC: needed from the stage Documents on" },
    { "stage", "selling", 0, "USCC: needed from the stage Documents on" },
    { "stage", "on_hold", 0, NULL },
    { "stage", "declined", 0, NULL },
    { "currency", "DEM", 0, "Currency: “DEM” is not a currency" },
    { "currency", "CNY", 0, NULL },
    { "hs_chapters", "85 94", 0, NULL },
    { "hs_chapters", "77", 0, "HS chapters: “77” does not list HS chapters" },
    { "us_share", NULL, 0, NULL },
    { "us_share", "#", 10000, NULL },
    { "us_share", "#", 10001, "US share: a share lies between 0 and 100%" },
    { "us_share", "#", -1, "US share: a share or rate cannot be negative" },
    { "annual_export", "#", -1, "Annual export value: the amount cannot be negative" },
    { "annual_export", "#", 0, NULL },
    { "archived", "#", 2, "Archived: enter yes or no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TpRecord) record = new_exporter ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %s %d", cases[i].field, cases[i].text, (int) cases[i].number);
      if (cases[i].text == NULL)
        tp_record_clear (record, cases[i].field);
      else if (strcmp (cases[i].text, "#") == 0)
        tp_record_set_number (record, cases[i].field, cases[i].number);
      else
        tp_record_set_text (record, cases[i].field, cases[i].text);

      g_assert_cmpint (tp_record_validate (record, &error), ==, cases[i].says == NULL);
      if (cases[i].says == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].says));
    }
}

static void
assert_refused (TpRecord *record, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tp_record_validate (record, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, says);
}

/* A length is counted in characters, not in bytes. */
static void
test_lengths (void)
{
  g_autoptr (TpRecord) exporter = new_exporter ();
  g_autoptr (TpRecord) note = tp_record_new (TP_KIND_SETTING);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "宁");
  tp_record_set_text (exporter, "name_local", text->str);
  g_assert_true (tp_record_validate (exporter, &error));
  g_assert_no_error (error);
  g_string_append (text, "波");
  tp_record_set_text (exporter, "name_local", text->str);
  assert_refused (exporter, "Chinese name: 501 characters are too many: shorten the text to 500 at most");
  tp_record_set_text (note, "key", "note");
  tp_record_set_text (note, "value", text->str);
  g_assert_true (tp_record_validate (note, &error));
  g_assert_no_error (error);
  while (text->len <= 3 * 50000)
    g_string_append (text, "宁波");
  tp_record_set_text (note, "value", text->str);
  g_assert_false (tp_record_validate (note, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "50000 at most"));
}

static void
test_other_rules (void)
{
  g_autoptr (TpRecord) enrolment = tp_record_new (TP_KIND_ENROLMENT);
  g_autoptr (TpRecord) nameless = new_exporter ();
  g_autoptr (TpRecord) programme = tp_record_new (TP_KIND_PROGRAMME);
  g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);
  g_autoptr (TpRecord) rate = tp_record_new (TP_KIND_RATE);
  g_autoptr (TpRecord) tariff = tp_record_new (TP_KIND_TARIFF);

  tp_record_clear (nameless, "name");
  tp_record_clear (nameless, "name_local");
  assert_refused (nameless, "Chinese name: an exporter needs a name: enter the Chinese or the English one");

  tp_record_set_text (programme, "key", "jd-direct");
  tp_record_set_text (programme, "title", "Direct buying");
  tp_record_set_day (programme, "start", tp_day_new (2025, 5, 2));
  tp_record_set_day (programme, "end", tp_day_new (2025, 5, 2));
  g_assert_true (tp_record_validate (programme, NULL));
  tp_record_set_day (programme, "end", tp_day_new (2025, 5, 1));
  assert_refused (programme, "End: the period ends before it begins (Start: 2 May 2025): enter a later date");

  tp_record_set_number (product, "exporter", 7);
  tp_record_set_text (product, "name", "Kettle");
  assert_refused (product, "Reference: a product needs a reference or a GTIN: enter one of them");
  tp_record_set_text (product, "gtin", "6901234567892");
  g_assert_true (tp_record_validate (product, NULL));
  tp_record_set_text (product, "hs_code", "8516");
  assert_refused (product, "HS code: 4 digits, an HS code has 6, or 8 or 10 with a national extension");

  tp_record_set_number (entry, "fund", 7);
  tp_record_set_text (entry, "type", "pledge");
  tp_record_set_day (entry, "date", tp_day_new (2025, 5, 2));
  tp_record_set_text (entry, "currency", "CNY");
  tp_record_set_number (entry, "posted", 1746174600123);
  assert_refused (entry, "Amount: required, but not stated: enter it");
  assert_refused (enrolment, "Exporter: choose one");
  tp_record_set_number (entry, "amount", -5);
  assert_refused (entry, "Amount: the amount cannot be negative: enter 0 or more");
  tp_record_set_number (entry, "reverses", 8);
  g_assert_true (tp_record_validate (entry, NULL));

  tp_record_set_day (rate, "date", tp_day_new (2025, 5, 2));
  tp_record_set_text (rate, "base", "CNY");
  tp_record_set_text (rate, "quote", "USD");
  tp_record_set_number (rate, "base_amount", 10000000000000);
  tp_record_set_number (rate, "quote_amount", 1370000000000);
  tp_record_set_text (rate, "basis", "stated");
  g_assert_true (tp_record_validate (rate, NULL));
  tp_record_set_number (rate, "quote_amount", 0);
  assert_refused (rate, "Quoted amount: a rate needs two amounts above zero: enter one");
  tp_record_set_number (rate, "quote_amount", 1);
  tp_record_set_text (rate, "quote", "CNY");
  assert_refused (rate, "Quoted currency: a rate joins two currencies: enter another one");

  /* 145 % was a tariff of that spring. */
  tp_record_set_text (tariff, "scheme", "general");
  tp_record_set_number (tariff, "rate", 14500);
  g_assert_true (tp_record_validate (tariff, NULL));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/kinds", test_kinds);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/copies", test_copies);
  g_test_add_func ("/record/names", test_names);
  g_test_add_func ("/record/exporter-rules", test_exporter_rules);
  g_test_add_func ("/record/other-rules", test_other_rules);
  g_test_add_func ("/record/lengths", test_lengths);
  return g_test_run ();
}
