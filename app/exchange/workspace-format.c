/* workspace-format.c: what the interchange format calls things.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-format.h"

#include "day.h"

#include <string.h>

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

/**
 * tp_workspace_member_name:
 * @kind: a kind
 * @index: a field's place
 *
 * Every line begins with the members "kind" and "id" of the record itself. A field
 * that is called so too (an organisation's kind) is written with the record's kind
 * before it, "organisation_kind", since names within a JSON object are to be unique
 * (RFC 8259, section 4) and most parsers keep only the last.
 *
 * Returns: (transfer none): the field's name in the file
 */
const char *
tp_workspace_member_name (TpKind kind, guint index)
{
  const char *name = tp_kind_info (kind)->fields[index].name;

  if (strcmp (name, "kind") == 0 || strcmp (name, "id") == 0)
    {
      g_autofree char *longer = g_strconcat (tp_kind_token (kind), "_", name, NULL);

      return g_intern_string (longer);
    }
  return name;
}

static void
put_digits (char *text, int n, int number)
{
  for (int i = n - 1; i >= 0; i--, number /= 10)
    text[i] = (char) ('0' + number % 10);
}

static gboolean
get_digits (const char *text, int n, int *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * tp_workspace_day_to_text:
 * @day: a day
 * @text: (out caller-allocates): room for "2025-05-02" and NUL
 *
 * Returns: whether the day is in the years 1 to 9999, which the format can hold
 */
gboolean
tp_workspace_day_to_text (gint64 day, char *text)
{
  int y, m, d;

  if (day < tp_day_new (1, 1, 1) || day > tp_day_new (9999, 12, 31))
    return FALSE;
  tp_day_get ((TpDay) day, &y, &m, &d);
  memcpy (text, "0000-00-00", 11);
  put_digits (text, 4, y);
  put_digits (text + 5, 2, m);
  put_digits (text + 8, 2, d);
  return TRUE;
}

/**
 * tp_workspace_time_to_text:
 * @time_ms: milliseconds since 1970-01-01T00:00Z
 * @text: (out caller-allocates): room for %TP_WORKSPACE_TIME_SIZE bytes
 *
 * Returns: whether the instant is in the years 1 to 9999, which the format can hold
 */
gboolean
tp_workspace_time_to_text (gint64 time_ms, char *text)
{
  gint64 day = time_ms / MS_PER_DAY - (time_ms % MS_PER_DAY < 0);
  int ms;

  if (!tp_workspace_day_to_text (day, text))
    return FALSE;
  ms = (int) (time_ms - day * MS_PER_DAY);
  memcpy (text + 10, "T00:00:00.000Z", 15);
  put_digits (text + 11, 2, ms / 3600000);
  put_digits (text + 14, 2, ms / 60000 % 60);
  put_digits (text + 17, 2, ms / 1000 % 60);
  put_digits (text + 20, 3, ms % 1000);
  return TRUE;
}

/**
 * tp_workspace_time_from_text:
 * @text: a text
 * @length: its length in bytes
 * @time_ms: (out): milliseconds since 1970-01-01T00:00Z
 *
 * Returns: whether @text is an instant exactly as the format writes it
 */
gboolean
tp_workspace_time_from_text (const char *text, gsize length, gint64 *time_ms)
{
  char date[11] = { 0 };
  int hour, minute, second, ms;
  TpDay day;

  if (length != TP_WORKSPACE_TIME_SIZE - 1)
    return FALSE;
  memcpy (date, text, 10);
  if (!tp_day_parse_iso (date, &day) || text[10] != 'T' || !get_digits (text + 11, 2, &hour)
      || text[13] != ':' || !get_digits (text + 14, 2, &minute) || text[16] != ':'
      || !get_digits (text + 17, 2, &second) || text[19] != '.' || !get_digits (text + 20, 3, &ms)
      || text[23] != 'Z' || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *time_ms = day * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * G_GINT64_CONSTANT (1000) + ms;
  return TRUE;
}
