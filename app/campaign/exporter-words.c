/* exporter-words.c: an exporter's figures and days in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-words.h"

#include "exposure.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

/**
 * tp_exporter_at_risk:
 * @exporter: an exporter
 * @minor: (out): annual export value × US share, in minor units of its currency
 *
 * Returns: whether both are stated
 */
gboolean
tp_exporter_at_risk (TpRecord *exporter, gint64 *minor)
{
  *minor = 0;
  return tp_record_is_set (exporter, "annual_export") && tp_record_is_set (exporter, "us_share")
         && tp_at_risk (tp_record_get_number (exporter, "annual_export"),
                        tp_record_get_number (exporter, "us_share"), minor, NULL);
}

/**
 * tp_at_risk_column_text:
 * @exporter: an exporter
 *
 * One scale for the whole column, so that rows compare at a glance: millions with one
 * decimal. In Chinese, where the scale is part of how a number is said, as everywhere.
 *
 * Returns: (transfer full): "CN¥48.2 m", "4820万元", "2.07亿元", or that it is not stated
 */
char *
tp_at_risk_column_text (TpRecord *exporter)
{
  const char *currency = tp_record_get_text (exporter, "currency");
  g_autofree char *symbol = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  gint64 minor, divisor, scaled, one = 1;

  if (!tp_exporter_at_risk (exporter, &minor) || currency == NULL)
    return g_strdup (C_ ("value at risk", "Not stated"));
  /* 万 and 亿 are read as parts of the number: written as everywhere else. */
  if (tp_language_is_chinese ())
    return tp_money_format_compact (minor, currency);
  for (int i = tp_currency_digits (currency); i > 0; i--)
    one *= 10;
  /* The axis of a few millions is in millions. */
  tp_money_axis (one * 10000000, currency, &divisor, &unit);
  if (!tp_money_mul_div (minor, 10, divisor, &scaled, NULL))
    return tp_money_format_compact (minor, currency);
  symbol = tp_currency_symbol (currency);
  number = tp_decimal_format_local (scaled, 1);
  /* Translators: millions of a currency in a column: its sign, the number */
  return g_strdup_printf (C_ ("amount in a column", "%s%s m"), symbol, number);
}

/**
 * tp_clock_text:
 * @time_ms: an instant
 * @zone: the workspace's time zone
 *
 * Returns: (transfer full): hours and minutes there
 */
char *
tp_clock_text (gint64 time_ms, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

/**
 * tp_day_text:
 * @day: a day
 * @today: the reader's day, never another one that figures are shown of: in one window
 *   "Today" would mean two days
 *
 * Returns: (transfer full): "Today", "Yesterday", "3 days ago", or the date
 */
char *
tp_day_text (TpDay day, TpDay today)
{
  int ago = today - day;

  if (ago == 0)
    return g_strdup (C_ ("a day", "Today"));
  if (ago == 1)
    return g_strdup (C_ ("a day", "Yesterday"));
  if (ago > 1 && ago < 7)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) ago), ago);
  return tp_day_format_short (day);
}

/**
 * tp_moment_text:
 * @day: the day it happened
 * @time_ms: an instant
 * @zone: the workspace's time zone
 *
 * Returns: (transfer full): as tp_day_text(), with the hour where it is today
 */
char *
tp_moment_text (TpDay day, gint64 time_ms, GTimeZone *zone)
{
  TpDay today = tp_day_today (zone);
  g_autofree char *clock = NULL;

  if (day != today)
    return tp_day_text (day, today);
  clock = tp_clock_text (time_ms, zone);
  /* Translators: a time of day */
  return g_strdup_printf (C_ ("a moment", "Today, %s"), clock);
}

/**
 * tp_due_text:
 * @due: a due day, or %TP_DAY_NONE
 * @as_of: the day it is looked at from
 *
 * Returns: (transfer full): "2 days overdue", "due today", "due in 6 days", the date
 *   where it is far away; "" without a due day
 */
char *
tp_due_text (TpDay due, TpDay as_of)
{
  g_autofree char *date = NULL;
  int left;

  if (due == TP_DAY_NONE)
    return g_strdup ("");
  left = due - as_of;
  if (left < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue",
                                         (gulong) -left),
                            -left);
  if (left == 0)
    return g_strdup (C_ ("a due day", "due today"));
  if (left <= 30)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "due in %d day", "due in %d days", (gulong) left),
                            left);
  date = tp_day_format_short (due);
  /* Translators: a date */
  return g_strdup_printf (C_ ("a due day", "due %s"), date);
}
