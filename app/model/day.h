/* day.h: calendar days.
 *
 * A day is a plain number, so that it sorts, subtracts and fits a column: days
 * since 1970-01-01 in the proleptic Gregorian calendar (ISO 8601). What day an
 * instant falls on depends on the workspace's time zone; nothing here asks the
 * clock but tp_day_today().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 TpDay;

/* "Not known": never a real day. */
#define TP_DAY_NONE G_MININT32

/* How much of a date is known: "2025", "2025-02", "2025-05-02". */
typedef enum
{
  TP_PRECISION_DAY,
  TP_PRECISION_MONTH,
  TP_PRECISION_YEAR,
} TpPrecision;

TpDay     tp_day_new         (int year, int month, int day);
void      tp_day_get         (TpDay day, int *year, int *month, int *mday);
int       tp_day_weekday     (TpDay day);
TpDay     tp_day_next_monday (TpDay day);
TpDay     tp_day_today       (GTimeZone *zone);
TpDay     tp_day_of_time     (gint64 time_ms, GTimeZone *zone);

char     *tp_day_to_iso      (TpDay day);
gboolean  tp_day_parse_iso   (const char *text, TpDay *day);
gboolean  tp_day_parse       (const char *text, TpDay *day, GError **error);
char     *tp_day_format      (TpDay day, TpPrecision precision);
char     *tp_day_format_short (TpDay day);
char     *tp_day_format_near (TpDay day, TpDay today);

char     *tp_time_to_iso     (gint64 time_ms);
gboolean  tp_time_parse_iso  (const char *text, gint64 *time_ms);

G_END_DECLS
