/* test-money.c: amounts are exact, or refused in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "money.h"

#include <locale.h>

#define MOST G_MAXINT64
#define LEAST G_MININT64

static void
test_sums (void)
{
  static const struct
  {
    gint64 a, b;
    gboolean fits;
    gint64 sum;
  } cases[] = {
    { 1, 2, TRUE, 3 },          { -5, 3, TRUE, -2 },        { MOST, 0, TRUE, MOST },
    { MOST - 1, 1, TRUE, MOST },  { MOST, 1, FALSE, 0 },       { LEAST, 0, TRUE, LEAST },
    { LEAST, -1, FALSE, 0 },      { LEAST, MOST, TRUE, -1 },     { MOST, MOST, FALSE, 0 },
    { LEAST, LEAST, FALSE, 0 },     { LEAST + 1, -1, TRUE, LEAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 sum = 77;

      g_assert_cmpint (tp_money_add (cases[i].a, cases[i].b, &sum, &error), ==, cases[i].fits);
      g_assert_cmpint (sum, ==, cases[i].fits ? cases[i].sum : 77);
      if (!cases[i].fits)
        g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    }
}

static void
test_differences (void)
{
  gint64 d = 77;

  g_assert_true (tp_money_sub (5, 7, &d, NULL));
  g_assert_cmpint (d, ==, -2);
  g_assert_true (tp_money_sub (LEAST + 1, 1, &d, NULL));
  g_assert_cmpint (d, ==, LEAST);
  g_assert_false (tp_money_sub (LEAST, 1, &d, NULL));
  g_assert_false (tp_money_sub (0, LEAST, &d, NULL));
  g_assert_false (tp_money_sub (MOST, -1, &d, NULL));
}

static void
test_shares (void)
{
  static const struct
  {
    gint64 amount, num, den;
    gboolean fits;
    gint64 result;
  } cases[] = {
    { 10, 1, 4, TRUE, 3 },     /* 2.5 */
    { -10, 1, 4, TRUE, -3 },
    { 10, -1, 4, TRUE, -3 },
    { 10, 1, -4, TRUE, -3 },
    { -10, -1, 4, TRUE, 3 },
    { 14, 1, 4, TRUE, 4 },     /* 3.5 */
    { 9, 1, 4, TRUE, 2 },      /* 2.25 */
    { 11, 1, 4, TRUE, 3 },     /* 2.75 */
    { 1, 1, 3, TRUE, 0 },
    { 2, 1, 3, TRUE, 1 },
    { -2, 1, 3, TRUE, -1 },
    { 5, 1, 10, TRUE, 1 },
    { -5, 1, 10, TRUE, -1 },
    { 4, 1, 10, TRUE, 0 },
    { 0, 5, 7, TRUE, 0 },
    { MOST, MOST, MOST, TRUE, MOST },
    { LEAST, MOST, MOST, TRUE, LEAST },
    { MOST, 2, 2, TRUE, MOST },
    { LEAST, 1, 1, TRUE, LEAST },
    { LEAST, 1, -1, FALSE, 0 },
    { LEAST, LEAST, LEAST, TRUE, LEAST },
    { MOST, 2, 1, FALSE, 0 },
    { MOST, MOST, 1, FALSE, 0 },
    { LEAST, LEAST, 1, FALSE, 0 },
    { MOST, 1, LEAST, TRUE, -1 },  /* just short of one */
    { 1, MOST, 2, TRUE, MOST / 2 + 1 },
    { 1, 1, MOST, TRUE, 0 },
    { 1, 1, 0, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 result = 77;

      g_assert_cmpint (tp_money_mul_div (cases[i].amount, cases[i].num, cases[i].den, &result, &error),
                       ==, cases[i].fits);
      g_assert_cmpint (result, ==, cases[i].fits ? cases[i].result : 77);
      if (!cases[i].fits)
        g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    }
}

static void
test_conversion (void)
{
  /* CNY 100 bn = USD 13.7 bn */
  const gint64 base = 10000000000000, quote = 1370000000000;
  gint64 result;

  g_assert_true (tp_money_convert (base, base, quote, &result, NULL));
  g_assert_cmpint (result, ==, quote);
  g_assert_true (tp_money_convert (20000000000000, base, quote, &result, NULL));
  g_assert_cmpint (result, ==, 2740000000000);
  g_assert_true (tp_money_convert (quote, quote, base, &result, NULL));
  g_assert_cmpint (result, ==, base);
  /* 0.50 × 0.137 = 0.0685 */
  g_assert_true (tp_money_convert (50, base, quote, &result, NULL));
  g_assert_cmpint (result, ==, 7);
  g_assert_false (tp_money_convert (50, 0, quote, &result, NULL));
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text, *currency;
    gint64 minor;
  } good[] = {
    { "1,234.5", "CNY", 123450 },
    { "１２３４", "CNY", 123400 },
    { "１，２３４．５", "CNY", 123450 },
    { "2,000亿", "CNY", 20000000000000 },
    { "2000亿元", "CNY", 20000000000000 },
    { "5万", "CNY", 5000000 },
    { "1.5 万", "CNY", 1500000 },
    { "0.123456万", "CNY", 123456 },
    { "1万亿", "CNY", 100000000000000 },
    { "620 m", "CNY", 62000000000 },
    { "CN¥48.2 m", "CNY", 4820000000 },
    { "CN¥302 bn", "CNY", 30200000000000 },
    { "CN¥620,000,000.00", "CNY", 62000000000 },
    { "￥5", "CNY", 500 },
    { "5元", "CNY", 500 },
    { "cny 5", "CNY", 500 },
    { "5 CNY", "CNY", 500 },
    { "人民币5", "CNY", 500 },
    { "137亿美元", "USD", 1370000000000 },
    { "US$13.7 bn", "USD", 1370000000000 },
    { "$ 7.25", "USD", 725 },
    { "1 234 567", "CNY", 123456700 },
    { "  7  ", "CNY", 700 },
    { "0", "CNY", 0 },
    { "0.01", "CNY", 1 },
    { "-12.5", "CNY", -1250 },
    { "−12.5", "CNY", -1250 },
    { "-CN¥12.50", "CNY", -1250 },
    { "－３", "CNY", -300 },
    { "+3", "CNY", 300 },
    { "1500", "JPY", 1500 },
    { "¥1500", "JPY", 1500 },
    { "1.234", "KWD", 1234 },
    { "92233720368547758.07", "CNY", MOST },
    { "-92233720368547758.08", "CNY", LEAST },
  };
  static const struct
  {
    const char *text, *currency, *says;
  } bad[] = {
    { "", "CNY", "not a number" },
    { "abc", "CNY", "not a number" },
    { "1,5", "CNY", "not a number" },
    { "12,34,567", "CNY", "not a number" },
    { "1,2345", "CNY", "not a number" },
    { ",123", "CNY", "not a number" },
    { "1234,567", "CNY", "not a number" },
    { "1,234 567", "CNY", "not a number" },
    { "1.2.3", "CNY", "not a number" },
    { "1.", "CNY", "not a number" },
    { ".5", "CNY", "not a number" },
    { "5千克", "CNY", "not a number" },
    { "--5", "CNY", "not a number" },
    { "1e5", "CNY", "not a number" },
    { "US$5", "CNY", "not a number" },
    { "5元", "USD", "not a number" },
    { "1.234", "CNY", "at most 2 digits" },
    { "0.1234567万", "CNY", "at most 2 digits" },
    { "1.5", "JPY", "whole number" },
    { "92233720368547758.08", "CNY", "larger than any" },
    { "-92233720368547758.09", "CNY", "larger than any" },
    { "99999999999亿", "CNY", "larger than any" },
    { "999999999999999999999999999999999999999999999", "CNY", "larger than any" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("%s %s", good[i].text, good[i].currency);
      g_assert_true (tp_money_parse (good[i].text, good[i].currency, &minor, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, good[i].minor);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("%s %s", bad[i].text, bad[i].currency);
      g_assert_false (tp_money_parse (bad[i].text, bad[i].currency, &minor, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_nonnull (g_strstr_len (error->message, -1, bad[i].says));
      g_assert_cmpint (minor, ==, 77);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency, *text;
  } cases[] = {
    { 62000000000, "CNY", "620000000.00" }, { 5, "CNY", "0.05" },     { -5, "CNY", "-0.05" },
    { 1500, "JPY", "1500" },                { 1234, "KWD", "1.234" }, { 0, "USD", "0.00" },
    { MOST, "CNY", "92233720368547758.07" }, { LEAST, "CNY", "-92233720368547758.08" },
    { LEAST, "JPY", "-9223372036854775808" },
  };
  static const char *const refused[] = { "1,234", " 1", "1 ", "+1", "1.234", "5万", "１", "", "-", "1." };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tp_money_format_plain (cases[i].minor, cases[i].currency);
      gint64 back;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (tp_money_parse_plain (text, cases[i].currency, &back, NULL));
      g_assert_cmpint (back, ==, cases[i].minor);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gint64 minor;

      g_assert_false (tp_money_parse_plain (refused[i], "CNY", &minor, NULL));
    }
}

static void
test_exact (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency, *english, *chinese;
  } cases[] = {
    { 62000000000, "CNY", "CN¥620,000,000.00", "¥620,000,000.00" },
    { -1250, "CNY", "-CN¥12.50", "-¥12.50" },
    { 1370000000000, "USD", "US$13,700,000,000.00", "US$13,700,000,000.00" },
    { 1500, "JPY", "JP¥1,500", "JP¥1,500" },
    { 500, "CHF", "CHF\u00a05.00", "CHF\u00a05.00" },
    { LEAST, "CNY", "-CN¥92,233,720,368,547,758.08", "-¥92,233,720,368,547,758.08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = NULL;
      g_autofree char *chinese = NULL;

      g_setenv ("LANGUAGE", "en", TRUE);
      english = tp_money_format_exact (cases[i].minor, cases[i].currency);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      chinese = tp_money_format_exact (cases[i].minor, cases[i].currency);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }
  g_setenv ("LANGUAGE", "en", TRUE);
}

static void
test_currencies (void)
{
  static const char *const good[] = { "CNY", "USD", "EUR", "JPY", "HKD", "KWD", "GBP" };
  static const char *const bad[] = { NULL, "", "cny", "RMB", "DEM", "XQQ", "CNYX", "C1Y" };
  static const char *const forms[][2] = {
    { "cny", "CNY" },  { "RMB", "CNY" },  { "人民币", "CNY" }, { "元", "CNY" },
    { "ｕｓｄ", "USD" }, { "美元", "USD" }, { " eur ", "EUR" },  { "dem", "DEM" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tp_currency_check (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_currency_check (bad[i], &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *code = tp_currency_normalise (forms[i][0]);

      g_assert_cmpstr (code, ==, forms[i][1]);
    }
  g_assert_cmpint (tp_currency_digits ("CNY"), ==, 2);
  g_assert_cmpint (tp_currency_digits ("JPY"), ==, 0);
  g_assert_cmpint (tp_currency_digits ("KWD"), ==, 3);
  g_assert_cmpint (tp_currency_digits (NULL), ==, 2);
}

static void
test_currency_list (void)
{
  g_auto (GStrv) codes = tp_currency_list ();
  g_autofree char *yuan = tp_currency_title ("CNY");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (codes[0], ==, "CNY");
  g_assert_cmpuint (g_strv_length (codes), >, 100);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (g_hash_table_add (seen, codes[i]));
      g_assert_true (tp_currency_check (codes[i], NULL));
    }
  g_assert_cmpstr (yuan, ==, "CNY · Chinese Yuan");
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/differences", test_differences);
  g_test_add_func ("/money/shares", test_shares);
  g_test_add_func ("/money/conversion", test_conversion);
  g_test_add_func ("/money/typed", test_typed);
  g_test_add_func ("/money/plain", test_plain);
  g_test_add_func ("/money/exact", test_exact);
  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/currency-list", test_currency_list);
  return g_test_run ();
}
