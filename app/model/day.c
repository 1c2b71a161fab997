/* day.c: calendar days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "day.h"
#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* GDate counts from 0001-01-01 as 1; 1970-01-01 is its day 719163. */
#define EPOCH_JULIAN 719163

/**
 * tp_day_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the month's last
 *
 * Returns: the day, or %TP_DAY_NONE where the calendar has no such day
 */
TpDay
tp_day_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TP_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (TpDay) g_date_get_julian (&date) - EPOCH_JULIAN;
}

/**
 * tp_day_get:
 * @day: a real day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @mday: (out) (optional): its day of the month, 1 to 31
 */
void
tp_day_get (TpDay day, int *year, int *month, int *mday)
{
  GDate date;

  g_return_if_fail (day > -EPOCH_JULIAN);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + EPOCH_JULIAN));
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (mday != NULL)
    *mday = g_date_get_day (&date);
}

/**
 * tp_day_weekday:
 * @day: a real day
 *
 * Returns: 1 (Monday) to 7 (Sunday), as ISO 8601 counts
 */
int
tp_day_weekday (TpDay day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * tp_day_next_monday:
 * @day: a day
 *
 * Returns: the first Monday after it
 */
TpDay
tp_day_next_monday (TpDay day)
{
  return day + 8 - tp_day_weekday (day);
}

/**
 * tp_day_today:
 * @zone: the workspace's time zone
 *
 * Returns: the day it is now in @zone. 07:00 in Beijing is still yesterday in UTC.
 */
TpDay
tp_day_today (GTimeZone *zone)
{
  return tp_day_of_time (g_get_real_time () / 1000, zone);
}

/**
 * tp_day_of_time:
 * @time_ms: milliseconds since 1970-01-01T00:00Z
 * @zone: the workspace's time zone
 *
 * Returns: the day on which that instant falls in @zone
 */
TpDay
tp_day_of_time (gint64 time_ms, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL)
    return TP_DAY_NONE;
  return tp_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                     g_date_time_get_day_of_month (local));
}

/**
 * tp_day_to_iso:
 * @day: a real day
 *
 * Returns: (transfer full): "2025-05-02"
 */
char *
tp_day_to_iso (TpDay day)
{
  int y, m, d;

  if (day == TP_DAY_NONE)
    return g_strdup ("");
  tp_day_get (day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

static gboolean
digits (const char *s, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (s[i]))
        return FALSE;
      *value = *value * 10 + (s[i] - '0');
    }
  return TRUE;
}

/**
 * tp_day_parse_iso:
 * @text: a date as the files have it, "2025-05-02"
 * @day: (out): the day
 *
 * Returns: whether @text is exactly one calendar day in ISO 8601's extended form
 */
gboolean
tp_day_parse_iso (const char *text, TpDay *day)
{
  int y, m, d;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-'
      || !digits (text, 4, &y) || !digits (text + 5, 2, &m) || !digits (text + 8, 2, &d))
    return FALSE;
  *day = tp_day_new (y, m, d);
  return *day != TP_DAY_NONE;
}

/* Full-width digits and separators become ASCII; 年 and 月 become '-'; 日 and
 * spaces are dropped. */
static char *
plain_date (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xFF10 && c <= 0xFF19)
        g_string_append_c (out, (char) ('0' + (c - 0xFF10)));
      else if (c == 0x5E74 || c == 0x6708 || c == '/' || c == '.' || c == 0xFF0D || c == 0xFF0F
               || c == 0xFF0E || c == 0x2010 || c == 0x2011)
        g_string_append_c (out, '-');
      else if (c == 0x65E5 || c == 0x53F7 || g_unichar_isspace (c))
        continue;
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * tp_day_parse:
 * @text: a date as people type it: 2025-3-1, 2025/3/1, 2025年3月1日, 20250301,
 *   full-width digits
 * @day: (out): the day
 * @error: return location
 *
 * Returns: whether @text is one calendar day; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_day_parse (const char *text, TpDay *day, GError **error)
{
  g_autofree char *plain = g_utf8_validate (text, -1, NULL) ? plain_date (text) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (plain, "-", -1);
  int y = 0, m = 0, d = 0;

  if (strlen (plain) == 8 && digits (plain, 4, &y) && digits (plain + 4, 2, &m)
      && digits (plain + 6, 2, &d))
    *day = tp_day_new (y, m, d);
  else if (g_strv_length (parts) == 3 && strlen (parts[0]) == 4 && digits (parts[0], 4, &y)
           && strlen (parts[1]) >= 1 && strlen (parts[1]) <= 2
           && digits (parts[1], (int) strlen (parts[1]), &m) && strlen (parts[2]) >= 1
           && strlen (parts[2]) <= 2 && digits (parts[2], (int) strlen (parts[2]), &d))
    *day = tp_day_new (y, m, d);
  else
    *day = TP_DAY_NONE;

  if (*day != TP_DAY_NONE)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("“%s” is not a date: enter year, month and day, such as 2025-05-02"), text);
  return FALSE;
}

/**
 * tp_day_format:
 * @day: a day or %TP_DAY_NONE
 * @precision: how much of it is known
 *
 * Returns: (transfer full): the date as a reader of the current language writes
 *   it: "2 May 2025" or "2025年5月2日"; "" for no day
 */
char *
tp_day_format (TpDay day, TpPrecision precision)
{
  g_autoptr (GDateTime) time = NULL;
  int y, m, d;

  if (day == TP_DAY_NONE)
    return g_strdup ("");
  tp_day_get (day, &y, &m, &d);
  time = g_date_time_new_utc (y, m, d, 0, 0, 0);
  switch (precision)
    {
    case TP_PRECISION_YEAR:
      /* Translators: a year by itself, as strftime writes it; Chinese: %Y年 */
      return g_date_time_format (time, C_ ("date", "%Y"));
    case TP_PRECISION_MONTH:
      /* Translators: a month and year, as strftime writes them; Chinese: %Y年%-m月 */
      return g_date_time_format (time, C_ ("date", "%B %Y"));
    case TP_PRECISION_DAY:
    default:
      /* Translators: a whole date, as strftime writes it; Chinese: %Y年%-m月%-d日 */
      return g_date_time_format (time, C_ ("date", "%-d %B %Y"));
    }
}

/**
 * tp_day_format_short:
 * @day: a day or %TP_DAY_NONE
 *
 * Returns: (transfer full): the date for a column or a narrow place, "2 May 2025"
 *   with the month abbreviated; "" for no day
 */
char *
tp_day_format_short (TpDay day)
{
  g_autoptr (GDateTime) time = NULL;
  int y, m, d;

  if (day == TP_DAY_NONE)
    return g_strdup ("");
  tp_day_get (day, &y, &m, &d);
  time = g_date_time_new_utc (y, m, d, 0, 0, 0);
  /* Translators: a date with its month abbreviated, for columns; Chinese: %Y年%-m月%-d日 */
  return g_date_time_format (time, C_ ("date", "%-d %b %Y"));
}

/**
 * tp_time_to_iso:
 * @time_ms: milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full): "2025-05-02T08:30:00.123Z"
 */
char *
tp_time_to_iso (gint64 time_ms)
{
  gint64 seconds = time_ms >= 0 ? time_ms / 1000 : -((999 - time_ms) / 1000);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *base = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S") : NULL;

  if (base == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s.%03dZ", base, (int) (time_ms - seconds * 1000));
}

/**
 * tp_time_parse_iso:
 * @text: an instant in UTC as the files have it, with or without milliseconds
 * @time_ms: (out): milliseconds since 1970-01-01T00:00Z
 *
 * Returns: whether @text is such an instant
 */
gboolean
tp_time_parse_iso (const char *text, gint64 *time_ms)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (time == NULL)
    return FALSE;
  *time_ms = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
  return TRUE;
}

/**
 * tp_day_format_near:
 * @day: a day
 * @today: the day it is read on
 *
 * Returns: (transfer full): the date for narrow places: "6 Mar", with its year only
 *   where that is another than @today's
 */
char *
tp_day_format_near (TpDay day, TpDay today)
{
  int year, month, mday, this_year = 0;
  g_autoptr (GDateTime) time = NULL;

  if (day == TP_DAY_NONE)
    return g_strdup ("");
  tp_day_get (day, &year, &month, &mday);
  if (today != TP_DAY_NONE)
    tp_day_get (today, &this_year, NULL, NULL);
  time = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  if (year != this_year)
    /* Translators: a whole date where there is next to no room; Chinese: %Y-%m-%d
       xgettext:no-c-format */
    return g_date_time_format (time, C_ ("narrow date", "%-d %b %Y"));
  /* Translators: a date without its year, as strftime writes it; Chinese: %-m月%-d日
     xgettext:no-c-format */
  return g_date_time_format (time, C_ ("date", "%-d %b"));
}
