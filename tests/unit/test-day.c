/* test-day.c: calendar days and instants.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "day.h"
#include "error.h"

#include <locale.h>

static void
test_calendar (void)
{
  static const struct
  {
    int y, m, d;
    gboolean real;
  } cases[] = {
    { 2024, 2, 29, TRUE },  { 2025, 2, 29, FALSE }, { 2000, 2, 29, TRUE },  { 1900, 2, 29, FALSE },
    { 2100, 2, 29, FALSE }, { 2024, 2, 30, FALSE }, { 2025, 4, 31, FALSE }, { 2025, 12, 31, TRUE },
    { 2025, 13, 1, FALSE }, { 2025, 0, 1, FALSE },  { 2025, 1, 0, FALSE },  { 0, 1, 1, FALSE },
    { 1, 1, 1, TRUE },      { 9999, 12, 31, TRUE }, { 10000, 1, 1, FALSE }, { -1, 1, 1, FALSE },
    { 2025, 1, 32, FALSE }, { 1970, 1, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TpDay day = tp_day_new (cases[i].y, cases[i].m, cases[i].d);
      int y, m, d;

      g_assert_cmpint (day != TP_DAY_NONE, ==, cases[i].real);
      if (!cases[i].real)
        continue;
      tp_day_get (day, &y, &m, &d);
      g_assert_cmpint (y, ==, cases[i].y);
      g_assert_cmpint (m, ==, cases[i].m);
      g_assert_cmpint (d, ==, cases[i].d);
    }
  g_assert_cmpint (tp_day_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (tp_day_new (1969, 12, 31), ==, -1);
  g_assert_cmpint (tp_day_new (2025, 5, 2), ==, 20210);
  g_assert_cmpint (tp_day_new (2024, 3, 1) - tp_day_new (2024, 2, 28), ==, 2);
  g_assert_cmpint (tp_day_new (2025, 3, 1) - tp_day_new (2025, 2, 28), ==, 1);
  g_assert_cmpint (tp_day_new (2026, 4, 30) - tp_day_new (2025, 5, 1) + 1, ==, 365);
}

static void
test_weekdays (void)
{
  g_assert_cmpint (tp_day_weekday (tp_day_new (1970, 1, 1)), ==, 4);
  g_assert_cmpint (tp_day_weekday (tp_day_new (1969, 12, 31)), ==, 3);
  g_assert_cmpint (tp_day_weekday (tp_day_new (2025, 5, 2)), ==, 5);
  g_assert_cmpint (tp_day_weekday (tp_day_new (2025, 5, 4)), ==, 7);
  g_assert_cmpint (tp_day_weekday (tp_day_new (1, 1, 1)), ==, 1);
  /* Wednesday, Sunday, Monday, and before 1970 */
  g_assert_cmpint (tp_day_next_monday (tp_day_new (2026, 3, 18)), ==, tp_day_new (2026, 3, 23));
  g_assert_cmpint (tp_day_next_monday (tp_day_new (2026, 3, 22)), ==, tp_day_new (2026, 3, 23));
  g_assert_cmpint (tp_day_next_monday (tp_day_new (2026, 3, 23)), ==, tp_day_new (2026, 3, 30));
  g_assert_cmpint (tp_day_next_monday (tp_day_new (1969, 12, 31)), ==, tp_day_new (1970, 1, 5));
}

static void
test_zones (void)
{
  g_autoptr (GTimeZone) beijing = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 early;

  g_assert_nonnull (beijing);
  /* 07:00 in Beijing is still yesterday in UTC. */
  g_assert_true (tp_time_parse_iso ("2025-05-01T23:00:00Z", &early));
  g_assert_cmpint (tp_day_of_time (early, beijing), ==, tp_day_new (2025, 5, 2));
  g_assert_cmpint (tp_day_of_time (early, utc), ==, tp_day_new (2025, 5, 1));
  g_assert_cmpint (tp_day_of_time (-1000, utc), ==, -1);
}

static void
test_iso (void)
{
  static const char *const bad[] = { "", "2025-5-2", "2025-02-29", "2025/05/02", "20250502", "2025-05-02 ", " 2025-05-02",
                                     "2025-05-0a", "２０２５-05-02", "0000-01-01", "2025-13-01" };
  g_autofree char *text = tp_day_to_iso (tp_day_new (2024, 2, 29));
  g_autofree char *none = tp_day_to_iso (TP_DAY_NONE);
  g_autofree char *first = tp_day_to_iso (tp_day_new (1, 1, 1));
  TpDay day;

  g_assert_cmpstr (text, ==, "2024-02-29");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (first, ==, "0001-01-01");
  g_assert_true (tp_day_parse_iso ("2024-02-29", &day));
  g_assert_cmpint (day, ==, tp_day_new (2024, 2, 29));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tp_day_parse_iso (bad[i], &day));
  g_assert_false (tp_day_parse_iso (NULL, &day));
}

static void
test_typed (void)
{
  static const char *const good[] = { "2025-3-1", "2025-03-01", "2025/3/1", "2025.3.1", "2025年3月1日", "20250301",
                                      "２０２５－３－１", "２０２５年３月１日", " 2025-3-1 ", "2025年03月01号", "2025 年 3 月 1 日" };
  static const char *const bad[] = { "", "yesterday", "2025-2-29", "2025-3", "25-3-1", "2025-3-1-1", "2025--1", "2025-003-1",
                                     "20250229", "2025030", "3/1/2025", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      TpDay day;

      g_test_message ("%s", good[i]);
      g_assert_true (tp_day_parse (good[i], &day, &error));
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, tp_day_new (2025, 3, 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TpDay day;

      g_assert_false (tp_day_parse (bad[i], &day, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
      g_assert_cmpint (day, ==, TP_DAY_NONE);
    }
}

static void
test_for_people (void)
{
  TpDay day = tp_day_new (2025, 5, 2);
  g_autofree char *whole = tp_day_format (day, TP_PRECISION_DAY);
  g_autofree char *month = tp_day_format (day, TP_PRECISION_MONTH);
  g_autofree char *year = tp_day_format (day, TP_PRECISION_YEAR);
  g_autofree char *brief = tp_day_format_short (tp_day_new (2025, 9, 12));
  g_autofree char *none = tp_day_format (TP_DAY_NONE, TP_PRECISION_DAY);

  g_assert_cmpstr (whole, ==, "2 May 2025");
  g_assert_cmpstr (month, ==, "May 2025");
  g_assert_cmpstr (year, ==, "2025");
  g_assert_cmpstr (brief, ==, "12 Sep 2025");
  g_assert_cmpstr (none, ==, "");
}

static void
test_instants (void)
{
  static const struct
  {
    gint64 ms;
    const char *text;
  } cases[] = {
    { 0, "1970-01-01T00:00:00.000Z" },
    { 1746174600123, "2025-05-02T08:30:00.123Z" },
    { -1, "1969-12-31T23:59:59.999Z" },
    { -1000, "1969-12-31T23:59:59.000Z" },
    { 1709164799999, "2024-02-28T23:59:59.999Z" },
  };
  gint64 ms;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tp_time_to_iso (cases[i].ms);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (tp_time_parse_iso (text, &ms));
      g_assert_cmpint (ms, ==, cases[i].ms);
    }
  g_assert_true (tp_time_parse_iso ("2025-05-02T08:30:00Z", &ms));
  g_assert_cmpint (ms, ==, 1746174600000);
  g_assert_false (tp_time_parse_iso ("2025-05-02", &ms));
  g_assert_false (tp_time_parse_iso ("soon", &ms));
  g_assert_false (tp_time_parse_iso (NULL, &ms));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/calendar", test_calendar);
  g_test_add_func ("/day/weekdays", test_weekdays);
  g_test_add_func ("/day/zones", test_zones);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/typed", test_typed);
  g_test_add_func ("/day/for-people", test_for_people);
  g_test_add_func ("/day/instants", test_instants);
  return g_test_run ();
}
