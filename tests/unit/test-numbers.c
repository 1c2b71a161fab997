/* test-numbers.c: one compact form a language, never mixed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "numbers.h"

#include <locale.h>

static void
read_in (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
}

static void
test_compact (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency, *english, *chinese;
  } cases[] = {
    { 30200000000000, "CNY", "CN¥302 bn", "3020亿元" },
    { 20000000000000, "CNY", "CN¥200 bn", "2000亿元" },
    { 8640000000000, "CNY", "CN¥86.4 bn", "864亿元" },
    { 10000000000000, "CNY", "CN¥100 bn", "1000亿元" },
    { 200000000000, "CNY", "CN¥2 bn", "20亿元" },
    { 62000000000, "CNY", "CN¥620 m", "6.2亿元" },
    { 9740000000, "CNY", "CN¥97.4 m", "9740万元" },
    { 4820000000, "CNY", "CN¥48.2 m", "4820万元" },
    { 190000000, "CNY", "CN¥1.9 m", "190万元" },
    { 123450000000, "CNY", "CN¥1.23 bn", "12.3亿元" },
    { 123500000000, "CNY", "CN¥1.24 bn", "12.4亿元" }, /* half away from zero */
    { -123500000000, "CNY", "-CN¥1.24 bn", "-12.4亿元" },
    { 99950000000, "CNY", "CN¥1 bn", "10亿元" },      /* 999.5 m rounds up a scale */
    { 99949999999, "CNY", "CN¥999 m", "9.99亿元" },
    { 999949999, "CNY", "CN¥10 m", "1000万元" },
    { 9999500000, "CNY", "CN¥100 m", "1亿元" },
    { 99999949, "CNY", "CN¥999,999", "100万元" },
    { 99999950, "CNY", "CN¥1 m", "100万元" },
    { 95000000, "CNY", "CN¥950,000", "95万元" },
    { 999949, "CNY", "CN¥9,999", "9999元" },
    { 999950, "CNY", "CN¥10,000", "1万元" },
    { 1250, "CNY", "CN¥12.50", "12.50元" },
    { 0, "CNY", "CN¥0", "0元" },
    { 1370000000000, "USD", "US$13.7 bn", "137亿美元" },
    { 150000000, "JPY", "JP¥150 m", "1.5亿日元" },
    { 500000000, "CHF", "CHF\u00a05 m", "500万瑞士法郎" },
    { G_MAXINT64, "CNY", "CN¥92,233,720 bn", "922337204亿元" },
    { G_MININT64, "CNY", "-CN¥92,233,720 bn", "-922337204亿元" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = NULL;
      g_autofree char *chinese = NULL;

      read_in ("en");
      english = tp_money_format_compact (cases[i].minor, cases[i].currency);
      g_assert_cmpstr (english, ==, cases[i].english);
      read_in ("zh_CN");
      chinese = tp_money_format_compact (cases[i].minor, cases[i].currency);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }
  read_in ("en");
}

static void
test_axis (void)
{
  static const struct
  {
    gint64 max;
    const char *currency, *language;
    gint64 divisor;
    const char *label;
  } cases[] = {
    { 20000000000000, "CNY", "en", 100000000000, "CN¥ bn" },
    { 20000000000000, "CNY", "zh_CN", 10000000000, "亿元" },
    { 62000000000, "CNY", "en", 100000000, "CN¥ m" },
    { 99900000, "CNY", "en", 100, "CN¥" },
    { 99900000, "CNY", "zh_CN", 1000000, "万元" },
    { 99900, "CNY", "zh_CN", 100, "元" },
    { 1370000000000, "USD", "zh_CN", 10000000000, "亿美元" },
    { 1370000000000, "USD", "en", 100000000000, "US$ bn" },
    { 0, "CNY", "en", 100, "CN¥" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;
      gint64 divisor;

      read_in (cases[i].language);
      tp_money_axis (cases[i].max, cases[i].currency, &divisor, &label);
      g_assert_cmpint (divisor, ==, cases[i].divisor);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
  read_in ("en");
}

static void
test_counts (void)
{
  static const struct
  {
    gint64 count;
    const char *exact, *english, *chinese;
  } cases[] = {
    { 0, "0", "0", "0" },
    { 9999, "9,999", "9,999", "9,999" },
    { 10000, "10,000", "10,000", "1万" },
    { 14200, "14,200", "14,200", "1.42万" },
    { 14250, "14,250", "14,250", "1.43万" },
    { 1000000, "1,000,000", "1,000,000", "100万" },
    { 99996000, "99,996,000", "99,996,000", "1亿" },
    { 123456789, "123,456,789", "123,456,789", "1.23亿" },
    { -14200, "-14,200", "-14,200", "-1.42万" },
  };
  gint64 divisor;
  const char *unit;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = tp_count_format (cases[i].count);
      g_autofree char *english = tp_count_format_compact (cases[i].count);
      g_autofree char *chinese = NULL;

      read_in ("zh_CN");
      chinese = tp_count_format_compact (cases[i].count);
      read_in ("en");
      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (chinese, ==, cases[i].chinese);
    }

  tp_count_axis (1000000, &divisor, &unit);
  g_assert_cmpint (divisor, ==, 1);
  g_assert_cmpstr (unit, ==, "");
  read_in ("zh_CN");
  tp_count_axis (1000000, &divisor, &unit);
  g_assert_cmpint (divisor, ==, 10000);
  g_assert_cmpstr (unit, ==, "万");
  tp_count_axis (9999, &divisor, &unit);
  g_assert_cmpint (divisor, ==, 1);
  read_in ("en");
}

static void
test_shares (void)
{
  static const struct
  {
    gint64 numerator, denominator;
    int decimals;
    const char *text;
  } cases[] = {
    { 59, 100, 0, "59%" },       { 1, 8, 1, "12.5%" },   { 1, 8, 0, "13%" },
    { -1, 8, 0, "-13%" },        { 1, 3, 2, "33.33%" },  { 2, 3, 0, "67%" },
    { 5, 1000, 0, "1%" },        { 4, 1000, 0, "0%" },   { 12, 1, 0, "1,200%" },
    { G_MAXINT64, G_MAXINT64, 1, "100.0%" },             { 1, 0, 0, "–" },
    { G_MAXINT64, 1, 0, "–" },
  };
  static const struct
  {
    gint64 basis_points;
    const char *text;
  } rates[] = {
    { 1250, "12.5%" }, { 12500, "125%" }, { 1234, "12.34%" }, { 0, "0%" }, { 5, "0.05%" },
    { -50, "-0.5%" },  { 10000, "100%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tp_percent_format (cases[i].numerator, cases[i].denominator,
                                                 cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *text = tp_basis_format (rates[i].basis_points);

      g_assert_cmpstr (text, ==, rates[i].text);
    }
}

int
main (int argc, char **argv)
{
  read_in ("en");
  setlocale (LC_ALL, "en_US.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/compact", test_compact);
  g_test_add_func ("/numbers/axis", test_axis);
  g_test_add_func ("/numbers/counts", test_counts);
  g_test_add_func ("/numbers/shares", test_shares);
  return g_test_run ();
}
