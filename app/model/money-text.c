/* money-text.c: amounts of money as text, typed, in files and exact for readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "half-width.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef __int128 Wide;
typedef unsigned __int128 UWide;

typedef enum
{
  NUMBER_GOOD,
  NUMBER_UNREADABLE,
  NUMBER_TOO_FINE, /* more decimals than there may be */
  NUMBER_TOO_LARGE,
} NumberFault;

/* Takes a unit such as 亿 off the end of @text and says how many zeros it means. */
static int
take_unit (char *text)
{
  static const struct
  {
    const char *unit;
    int zeros;
  } units[] = {
    { "万亿", 12 }, { "萬億", 12 }, { "亿", 8 }, { "億", 8 },   { "百万", 6 }, { "万", 4 },
    { "萬", 4 },    { "bn", 9 },    { "BN", 9 }, { "m", 6 },    { "M", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i].unit))
      {
        text[strlen (text) - strlen (units[i].unit)] = '\0';
        g_strchomp (text);
        return units[i].zeros;
      }
  return 0;
}

/* Drops thousands separators, commas or spaces, where each stands before exactly
 * three digits; "1,5" may mean one and a half to somebody and is not guessed at. */
static gboolean
drop_separators (char *text)
{
  char *out = text;
  int since = -1; /* digits since the last separator, -1 before the first */
  int before = 0;
  char separator = '\0';
  gboolean in_fraction = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ',' || *p == ' ' || *p == '\'')
        {
          if (in_fraction || (separator != '\0' && *p != separator)
              || (since < 0 ? before < 1 || before > 3 : since != 3))
            return FALSE;
          separator = *p;
          since = 0;
          continue;
        }
      if (*p == '.' && !in_fraction)
        {
          if (since >= 0 && since != 3)
            return FALSE;
          in_fraction = TRUE;
        }
      else if (!in_fraction && since >= 0)
        since++;
      else if (!in_fraction)
        before++;
      *out++ = *p;
    }
  *out = '\0';
  return in_fraction || since < 0 || since == 3;
}

static NumberFault
read_number (const char *p, int digits, int zeros, gboolean negative, gint64 *scaled,
             int *decimals)
{
  UWide value = 0;
  UWide limit = (UWide) G_MAXINT64 + (negative ? 1 : 0);
  int n_whole = 0, n_fraction = 0;
  gboolean in_fraction = FALSE, overflow = FALSE;

  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !in_fraction)
        {
          in_fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return NUMBER_UNREADABLE;
      if (in_fraction)
        n_fraction++;
      else
        n_whole++;
      if (value <= limit)
        value = value * 10 + (UWide) (*p - '0');
      else
        overflow = TRUE;
    }
  if (n_whole == 0 || (in_fraction && n_fraction == 0))
    return NUMBER_UNREADABLE;
  *decimals = n_fraction;
  if (n_fraction > digits + zeros)
    return NUMBER_TOO_FINE;
  for (int i = n_fraction; i < digits + zeros && value <= limit; i++)
    value *= 10;
  if (overflow || value > limit)
    return NUMBER_TOO_LARGE;
  *scaled = (gint64) (negative ? -(Wide) value : (Wide) value);
  return NUMBER_GOOD;
}

/* @text is half-width and without spaces at its ends; it is changed. */
static NumberFault
read_typed (char *text, int digits, gint64 *scaled, int *decimals)
{
  gboolean negative = FALSE;
  int zeros;

  if (g_str_has_prefix (text, "-") || g_str_has_prefix (text, "+"))
    {
      negative = *text == '-';
      memmove (text, text + 1, strlen (text));
    }
  else if (g_str_has_prefix (text, "−"))
    {
      negative = TRUE;
      memmove (text, text + strlen ("−"), strlen (text) - strlen ("−") + 1);
    }
  g_strstrip (text);
  zeros = take_unit (text);
  if (!drop_separators (text))
    return NUMBER_UNREADABLE;
  return read_number (text, digits, zeros, negative, scaled, decimals);
}

static gboolean
set_fault (NumberFault fault, const char *text, int decimals, int digits, GError **error)
{
  switch (fault)
    {
    case NUMBER_GOOD:
      return TRUE;
    case NUMBER_TOO_FINE:
      if (digits == 0)
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("“%s” has decimals where only whole numbers are kept: enter a whole number"),
                     text);
      else
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "“%s” has more decimals than are kept: enter at most %d digit "
                                  "after the point",
                                  "“%s” has more decimals than are kept: enter at most %d digits "
                                  "after the point",
                                  (gulong) digits),
                     text, digits);
      return FALSE;
    case NUMBER_TOO_LARGE:
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is larger than any amount that can be kept: check it for a digit "
                      "too many"),
                   text);
      return FALSE;
    case NUMBER_UNREADABLE:
    default:
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not a number: enter digits such as 1,234.5 or 2000亿"), text);
      return FALSE;
    }
}

/**
 * tp_decimal_parse:
 * @text: a number as people type it: 1,234.5, full-width １２３４, 2,000亿, 5万
 * @digits: how many decimals are kept
 * @scaled: (out): the number × 10^@digits
 * @error: return location
 *
 * Returns: whether @text is a number that can be kept exactly
 */
gboolean
tp_decimal_parse (const char *text, int digits, gint64 *scaled, GError **error)
{
  g_autofree char *plain = tp_half_width (text);
  int decimals = 0;

  return set_fault (read_typed (plain, digits, scaled, &decimals), text, decimals, digits, error);
}

/**
 * tp_decimal_format:
 * @scaled: a number × 10^@digits
 * @digits: how many decimals are kept
 *
 * Returns: (transfer full): the number for a file, '.' before the decimals, no
 *   grouping and every decimal written
 */
char *
tp_decimal_format (gint64 scaled, int digits)
{
  guint64 magnitude = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  guint64 unit = 1;

  for (int i = 0; i < digits; i++)
    unit *= 10;
  if (digits == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, scaled);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, scaled < 0 ? "-" : "",
                          magnitude / unit, digits, magnitude % unit);
}

/* Takes a currency's code, symbol or name off either end of an amount. What names
 * another currency stays and makes the amount unreadable. */
static void
take_currency (char *text, const char *currency)
{
  static const char *const forms[] = { "CN¥", "JP¥", "US$",    "HK$",  "人民币", "美元", "美金",
                                       "欧元", "港元", "港币", "英镑", "日元",   "RMB",  "¥",
                                       "￥",  "€",   "£",     "元" };
  const char *candidates[G_N_ELEMENTS (forms) + 2];
  guint n = 0;

  /* Nearly all amounts in files are bare, and files have a million. */
  if (strspn (text, "+-0123456789., ") == strlen (text))
    return;
  candidates[n++] = currency;
  if (g_str_equal (currency, "USD"))
    candidates[n++] = "$";
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *code = tp_currency_normalise (forms[i]);

      if (g_str_equal (code, currency)
          || (g_str_equal (currency, "JPY") && (g_str_equal (forms[i], "¥") || g_str_equal (forms[i], "￥"))))
        candidates[n++] = forms[i];
    }

  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (candidates[i]);
      gsize sign = strspn (text, "+-");
      gsize total = strlen (text);

      if (g_ascii_strncasecmp (text + sign, candidates[i], length) == 0)
        {
          memmove (text + sign, text + sign + length, total - sign - length + 1);
          g_strstrip (text);
          return;
        }
      if (total > length && g_ascii_strcasecmp (text + total - length, candidates[i]) == 0)
        {
          text[total - length] = '\0';
          g_strstrip (text);
          return;
        }
    }
}

/**
 * tp_money_parse:
 * @text: an amount in major units as people type it: 1,234.5, full-width １２３４,
 *   2,000亿, 5万, 1.2 bn, with or without the currency's sign
 * @currency: an ISO 4217 code
 * @minor: (out): the amount in minor units
 * @error: return location
 *
 * Returns: whether @text is an amount that @currency can express exactly
 */
gboolean
tp_money_parse (const char *text, const char *currency, gint64 *minor, GError **error)
{
  g_autofree char *plain = tp_half_width (text);
  int digits = tp_currency_digits (currency);
  int decimals = 0;

  take_currency (plain, currency);
  return set_fault (read_typed (plain, digits, minor, &decimals), text, decimals, digits, error);
}

/**
 * tp_money_parse_plain:
 * @text: an amount in major units as files have it: -1234.50
 * @currency: an ISO 4217 code
 * @minor: (out): the amount in minor units
 * @error: return location
 *
 * The strict form for files that programs write: a sign, digits, a point and no more
 * decimals than the currency has.
 *
 * Returns: whether @text is such an amount
 */
gboolean
tp_money_parse_plain (const char *text, const char *currency, gint64 *minor, GError **error)
{
  gboolean negative = text[0] == '-';
  int digits = tp_currency_digits (currency);
  int decimals = 0;

  return set_fault (read_number (text + negative, digits, 0, negative, minor, &decimals), text,
                    decimals, digits, error);
}

/**
 * tp_money_format_plain:
 * @minor: an amount in minor units
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the amount for a file, "620000000.00"
 */
char *
tp_money_format_plain (gint64 minor, const char *currency)
{
  return tp_decimal_format (minor, tp_currency_digits (currency));
}

/**
 * tp_money_format_exact:
 * @minor: an amount in minor units
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the whole amount for a reader, "CN¥620,000,000.00"; in
 *   Chinese "¥620,000,000.00"
 */
char *
tp_money_format_exact (gint64 minor, const char *currency)
{
  g_autofree char *symbol = tp_currency_symbol (currency);
  g_autofree char *number = tp_decimal_format_local (minor, tp_currency_digits (currency));
  gboolean negative = number[0] == '-';
  const char *gap = g_ascii_isalpha (symbol[strlen (symbol) - 1]) ? "\u00a0" : "";

  return g_strconcat (negative ? "-" : "", symbol, gap, number + negative, NULL);
}
