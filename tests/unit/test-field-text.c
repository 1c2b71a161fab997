/* test-field-text.c: fields as text in files and for people, and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "field-text.h"

#include <locale.h>

static const TpField *
field_of (TpRecord *record, const char *name)
{
  return tp_kind_field (tp_record_get_kind (record), name);
}

static void
test_taken (void)
{
  static const struct
  {
    TpKind kind;
    const char *field, *typed, *text, *display;
  } cases[] = {
    { TP_KIND_EXPORTER, "uscc", " 91350100m000 100y43", "91350100M000100Y43", "91350100M000100Y43" },
    { TP_KIND_EXPORTER, "province", "浙江省", "Zhejiang", "Zhejiang" },
    { TP_KIND_EXPORTER, "province", "cn-nm", "Inner Mongolia", "Inner Mongolia" },
    { TP_KIND_EXPORTER, "city", " 宁波\n市 ", "宁波 市", "宁波 市" },
    { TP_KIND_EXPORTER, "hs_chapters", "第85章、94", "85 94", "85, 94" },
    { TP_KIND_EXPORTER, "stage", "selling", "selling", "Selling" },
    { TP_KIND_EXPORTER, "stage", "On Hold", "on_hold", "On Hold" },
    { TP_KIND_EXPORTER, "stage", "ON-HOLD", "on_hold", "On Hold" },
    { TP_KIND_EXPORTER, "stage", "在售", "selling", "Selling" },
    { TP_KIND_EXPORTER, "stage", "收集资料", "documents", "Documents" },
    { TP_KIND_EXPORTER, "annual_export", "6.2亿", "620000000.00", "CN¥620,000,000.00" },
    { TP_KIND_EXPORTER, "annual_export", "1,234.5", "1234.50", "CN¥1,234.50" },
    { TP_KIND_EXPORTER, "annual_export", "１２３４", "1234.00", "CN¥1,234.00" },
    { TP_KIND_EXPORTER, "annual_export", "0", "0.00", "CN¥0.00" },
    { TP_KIND_EXPORTER, "currency", "人民币", "CNY", "CNY" },
    { TP_KIND_EXPORTER, "us_share", "12.5%", "12.5", "12.5%" },
    { TP_KIND_EXPORTER, "us_share", "45", "45", "45%" },
    { TP_KIND_EXPORTER, "us_share", "３３．３３％", "33.33", "33.33%" },
    { TP_KIND_EXPORTER, "sourced", "2025-3-1", "2025-03-01", "1 March 2025" },
    { TP_KIND_EXPORTER, "sourced", "2024年2月29日", "2024-02-29", "29 February 2024" },
    { TP_KIND_EXPORTER, "archived", "是", "yes", "Yes" },
    { TP_KIND_EXPORTER, "archived", "FALSE", "no", "No" },
    { TP_KIND_PRODUCT, "gtin", "690-1234567892", "6901234567892", "6901234567892" },
    { TP_KIND_PRODUCT, "hs_code", "8516.60", "851660", "851660" },
    { TP_KIND_PRODUCT, "exporter", "1042", "1042", "1042" },
    { TP_KIND_COMMITMENT, "instruments", "Visibility, 佣金减免", "visibility commission_relief",
      "Visibility, Commission relief" },
    { TP_KIND_COMMITMENT, "instruments", "visibility green_channel", "visibility green_channel",
      "Visibility, Green channel" },
    { TP_KIND_COMMITMENT, "purposes", "Costs and risks of makers", "cost_and_risk", "Costs and risks of makers" },
    { TP_KIND_COMMITMENT, "note", " a\nb ", "a\nb", "a\nb" },
    { TP_KIND_PROGRAMME, "provinces", "浙江、Inner Mongolia; 44", "Zhejiang; Inner Mongolia; Guangdong",
      "Zhejiang, Inner Mongolia, Guangdong" },
    { TP_KIND_PROGRAMME, "provinces", "33 44", "Zhejiang; Guangdong", "Zhejiang, Guangdong" },
    { TP_KIND_PROGRAMME, "capacity", "1万", "10000", "10,000" },
    { TP_KIND_ENTRY, "posted", "2025-05-02T08:30:00.123Z", "2025-05-02T08:30:00.123Z", "2 May 2025 08:30" },
    { TP_KIND_ENTRY, "type", "拨付", "disbursement", "Disbursement" },
    { TP_KIND_TARIFF, "hs_prefix", "85.16", "8516", "8516" },
    { TP_KIND_TARIFF, "rate", "145", "145", "145%" },
    { TP_KIND_EVENT, "date", "2025-04", "2025-04-01", "April 2025" },
    { TP_KIND_EVENT, "date", "2025", "2025-01-01", "2025" },
    { TP_KIND_EVENT, "date", "2025-04-09", "2025-04-09", "9 April 2025" },
    { TP_KIND_COMMITMENT, "announced", "2025-04", "2025-04-01", "April 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TpRecord) record = tp_record_new (cases[i].kind);
      g_autoptr (TpRecord) again = NULL;
      g_autoptr (GError) error = NULL;
      const TpField *field = field_of (record, cases[i].field);
      g_autofree char *text = NULL;
      g_autofree char *display = NULL;

      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      tp_field_from_text (field, record, cases[i].typed, &error);
      g_assert_no_error (error);
      text = tp_field_to_text (field, record);
      display = tp_field_to_display (field, record);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (display, ==, cases[i].display);

      /* what is written is read back as the same value */
      again = tp_record_edit (record);
      tp_record_clear (again, cases[i].field);
      g_assert_true (tp_field_from_text (field, again, text, NULL));
      g_assert_true (tp_record_equal (record, again));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    TpKind kind;
    const char *field, *typed, *says;
  } cases[] = {
    { TP_KIND_EXPORTER, "uscc", "91350100MO00100Y43", "Letter O at character 10 is never used: enter 0" },
    { TP_KIND_EXPORTER, "province", "Atlantis", "“Atlantis” is not a province" },
    { TP_KIND_EXPORTER, "stage", "dreaming", "“dreaming” is not known here: enter one of sourced" },
    { TP_KIND_EXPORTER, "annual_export", "a lot", "“a lot” is not a number" },
    { TP_KIND_EXPORTER, "annual_export", "1.234", "“1.234” has more decimals than are kept: enter at most 2" },
    { TP_KIND_EXPORTER, "us_share", "half", "“half” is not a number" },
    { TP_KIND_EXPORTER, "us_share", "1.234%", "“1.234” has more decimals" },
    { TP_KIND_EXPORTER, "sourced", "2025-2-29", "“2025-2-29” is not a date" },
    { TP_KIND_EXPORTER, "sourced", "2025-04", "“2025-04” is not a date" },
    { TP_KIND_EXPORTER, "archived", "perhaps", "“perhaps” is not an answer: enter yes or no" },
    { TP_KIND_EXPORTER, "currency", "gold", "“GOLD” is not a currency" },
    { TP_KIND_EXPORTER, "hs_chapters", "77", "“77” does not list HS chapters" },
    { TP_KIND_EXPORTER, "city", "\xff\xfe", "The text is not UTF-8" },
    { TP_KIND_PRODUCT, "gtin", "6901234567890", "Check digit should be 2, not 0" },
    { TP_KIND_PRODUCT, "hs_code", "8516", "4 digits" },
    { TP_KIND_PRODUCT, "exporter", "Huajin", "“Huajin” does not name a record" },
    { TP_KIND_PROGRAMME, "capacity", "1.5", "“1.5” has decimals where only whole numbers are kept" },
    { TP_KIND_PROGRAMME, "provinces", "浙江、火星", "“火星” is not a province" },
    { TP_KIND_COMMITMENT, "instruments", "visibility magic", "“visibility magic” is not known here" },
    { TP_KIND_TARIFF, "hs_prefix", "8", "“8” does not begin an HS code" },
    { TP_KIND_ENTRY, "posted", "noon", "“noon” is not a time" },
    { TP_KIND_EVENT, "date", "2025-13", "“2025-13” is not a date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TpRecord) record = tp_record_new (cases[i].kind);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", cases[i].field, cases[i].says);
      g_assert_false (tp_field_from_text (field_of (record, cases[i].field), record, cases[i].typed, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].says));
      g_assert_false (tp_record_is_set (record, cases[i].field));
    }
}

/* "Not stated" is neither zero nor a word. */
static void
test_not_stated (void)
{
  static const char *const blank[] = { NULL, "", "  ", "Not stated", "未说明", "\n" };

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);
      g_autoptr (TpRecord) record = tp_record_new ((TpKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *text = tp_field_to_text (&info->fields[i], record);
          g_autofree char *display = tp_field_to_display (&info->fields[i], record);

          g_assert_cmpstr (text, ==, "");
          g_assert_cmpstr (display, ==, "Not stated");
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autoptr (TpRecord) record = tp_record_new (TP_KIND_EXPORTER);

      tp_record_set_number (record, "annual_export", 5);
      g_assert_true (tp_field_from_text (field_of (record, "annual_export"), record, blank[i], NULL));
      g_assert_false (tp_record_is_set (record, "annual_export"));
    }
}

static void
test_currencies (void)
{
  g_autoptr (TpRecord) record = tp_record_new (TP_KIND_EXPORTER);
  const TpField *field = field_of (record, "annual_export");
  g_autofree char *text = NULL;
  g_autofree char *display = NULL;

  tp_record_set_text (record, "currency", "JPY");
  g_assert_false (tp_field_from_text (field, record, "1.5", NULL));
  g_assert_true (tp_field_from_text (field, record, "1,500", NULL));
  g_assert_cmpint (tp_record_get_number (record, "annual_export"), ==, 1500);
  text = tp_field_to_text (field, record);
  display = tp_field_to_display (field, record);
  g_assert_cmpstr (text, ==, "1500");
  g_assert_cmpstr (display, ==, "JP¥1,500");
}

static void
test_chinese (void)
{
  g_autoptr (TpRecord) record = tp_record_new (TP_KIND_EXPORTER);
  g_autofree char *province = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *file = NULL;

  tp_record_set_text (record, "province", "33");
  tp_record_set_number (record, "annual_export", 62000000000);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  province = tp_field_to_display (field_of (record, "province"), record);
  amount = tp_field_to_display (field_of (record, "annual_export"), record);
  file = tp_field_to_text (field_of (record, "province"), record);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (province, ==, "浙江");
  g_assert_cmpstr (amount, ==, "¥620,000,000.00");
  g_assert_cmpstr (file, ==, "Zhejiang");
}

/* A word of any list is known by its token and its title. */
static void
test_every_word (void)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        for (const TpWord *word = info->fields[i].words; word != NULL && word->token != NULL; word++)
          {
            const char *const forms[] = { word->token, word->title };

            for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
              {
                g_autoptr (TpRecord) record = tp_record_new ((TpKind) kind);

                g_assert_true (tp_field_from_text (&info->fields[i], record, forms[k], NULL));
                g_assert_cmpstr (tp_record_get_text (record, info->fields[i].name), ==, word->token);
              }
          }
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-text/taken", test_taken);
  g_test_add_func ("/field-text/refused", test_refused);
  g_test_add_func ("/field-text/not-stated", test_not_stated);
  g_test_add_func ("/field-text/currencies", test_currencies);
  g_test_add_func ("/field-text/chinese", test_chinese);
  g_test_add_func ("/field-text/every-word", test_every_word);
  return g_test_run ();
}
