/* numbers.c: numbers for readers.
 *
 * ICU writes digits and names currencies; the scale, its unit and how they join are
 * ours, because ICU's compact forms ("CN¥302B") are not what either language's
 * readers of budgets use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "money.h"
#include "numbers.h"
#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#define MAX_DIGITS 4

/* en_001 rather than en: it tells "US$" from the dollars of others. */
static const char *
icu_locale (gboolean chinese)
{
  return chinese ? "zh_Hans" : "en_001";
}

/* A formatter is immutable and may be shared by threads; opening one is dear. */
static const UNumberFormatter *
formatter_for (gboolean chinese, int digits)
{
  static gsize formatters[2][MAX_DIGITS + 1];
  gsize *place = &formatters[chinese ? 1 : 0][digits];

  if (g_once_init_enter (place))
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar skeleton[32];
      UNumberFormatter *formatter;

      u_uastrcpy (skeleton, digits == 0 ? "precision-integer" : ".");
      for (int i = 0; i < digits; i++)
        u_strcat (skeleton, u"0");
      formatter = unumf_openForSkeletonAndLocale (skeleton, -1, icu_locale (chinese), &status);
      if (U_FAILURE (status))
        g_error ("ICU has no number format for %s: %s", icu_locale (chinese),
                 u_errorName (status));
      g_once_init_leave (place, (gsize) formatter);
    }
  return (const UNumberFormatter *) *place;
}

static char *
to_utf8 (const UChar *text, int length)
{
  UErrorCode status = U_ZERO_ERROR;
  char buffer[256];

  u_strToUTF8 (buffer, sizeof buffer, NULL, text, length, &status);
  return g_strdup (U_SUCCESS (status) ? buffer : "");
}

/**
 * tp_decimal_format_local:
 * @scaled: a number × 10^@digits
 * @digits: how many decimals are written, 0 to 4
 *
 * Returns: (transfer full): the number for a reader, grouped: "1,234.50"
 */
char *
tp_decimal_format_local (gint64 scaled, int digits)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *plain = tp_decimal_format (scaled, digits);
  UFormattedNumber *result = unumf_openResult (&status);
  UChar buffer[64];
  int length;

  g_return_val_if_fail (digits >= 0 && digits <= MAX_DIGITS, NULL);
  unumf_formatDecimal (formatter_for (tp_language_is_chinese (), digits), plain, -1, result,
                       &status);
  length = unumf_resultToString (result, buffer, G_N_ELEMENTS (buffer), &status);
  unumf_closeResult (result);
  return U_SUCCESS (status) ? to_utf8 (buffer, length) : g_steal_pointer (&plain);
}

static char *
currency_name (const char *currency, UCurrNameStyle style, gboolean chinese)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = { 0 };
  int length = 0;
  const UChar *name;

  if (currency == NULL || strlen (currency) != 3)
    return g_strdup (currency != NULL ? currency : "");
  u_charsToUChars (currency, code, 3);
  name = ucurr_getName (code, icu_locale (chinese), style, NULL, &length, &status);
  return U_SUCCESS (status) ? to_utf8 (name, length) : g_strdup (currency);
}

/**
 * tp_currency_symbol:
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the currency's sign in the reader's language: "CN¥" in
 *   English, "¥" in Chinese; the code where it has none
 */
char *
tp_currency_symbol (const char *currency)
{
  return currency_name (currency, UCURR_SYMBOL_NAME, tp_language_is_chinese ());
}

/* What a Chinese amount ends with: its own currency is just 元. */
static char *
chinese_unit (const char *currency)
{
  return g_strcmp0 (currency, "CNY") == 0 ? g_strdup ("元")
                                          : currency_name (currency, UCURR_LONG_NAME, TRUE);
}

typedef enum
{
  SCALE_ONE,
  SCALE_MIDDLE, /* a million, 万 */
  SCALE_LARGE,  /* a thousand million, 亿 */
} Scale;

static gint64
scale_of (Scale scale, gboolean chinese)
{
  static const gint64 english[] = { 1, 1000000, 1000000000 };
  static const gint64 hans[] = { 1, 10000, 100000000 };

  return chinese ? hans[scale] : english[scale];
}

static const char *
chinese_scale (Scale scale)
{
  static const char *const words[] = { "", "万", "亿" };

  return words[scale];
}

static gint64
power_of_ten (int n)
{
  gint64 power = 1;

  while (n-- > 0)
    power *= 10;
  return power;
}

/* To three significant figures, but never fewer than the whole units. */
static gint64
round_compact (gint64 value, gint64 unit, int *digits)
{
  gint64 whole = ABS (value / unit);
  gint64 rounded = 0;

  *digits = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
  tp_money_mul_div (value, power_of_ten (*digits), unit, &rounded, NULL);
  while (*digits > 0 && rounded % 10 == 0)
    {
      rounded /= 10;
      (*digits)--;
    }
  return rounded;
}

/* Picks the scale in which @value (of @unit smallest parts to one) is written, and
 * rounds it there. What rounds up to the next scale's unit is written in that. */
static Scale
compact (gint64 value, gint64 unit, gboolean chinese, gint64 *rounded, int *digits)
{
  Scale scale = SCALE_LARGE;

  while (scale > SCALE_ONE && ABS (value / unit) < scale_of (scale, chinese))
    scale--;
  if (scale == SCALE_ONE)
    {
      int minor_digits = 0;

      while (power_of_ten (minor_digits) < unit)
        minor_digits++;
      *digits = ABS (value / unit) >= 1000 || value % unit == 0 ? 0 : minor_digits;
      tp_money_mul_div (value, power_of_ten (*digits), unit, rounded, NULL);
    }
  else
    *rounded = round_compact (value, unit * scale_of (scale, chinese), digits);

  if (scale < SCALE_LARGE && *digits == 0
      && ABS (*rounded) >= scale_of (scale + 1, chinese) / scale_of (scale, chinese))
    {
      scale++;
      *rounded = round_compact (value, unit * scale_of (scale, chinese), digits);
    }
  return scale;
}

/**
 * tp_money_format_compact:
 * @minor: an amount in minor units
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the amount as a reader takes it in at a glance, rounded
 *   half away from zero to three figures: "CN¥302 bn", "CN¥48.2 m", "US$13.7 bn" and,
 *   below a million, "CN¥950,000"; in Chinese "3020亿元", "9740万元", "137亿美元"
 */
char *
tp_money_format_compact (gint64 minor, const char *currency)
{
  gboolean chinese = tp_language_is_chinese ();
  gint64 value = MAX (minor, -G_MAXINT64);
  gint64 rounded = 0;
  int digits = 0;
  Scale scale = compact (value, power_of_ten (tp_currency_digits (currency)), chinese, &rounded,
                         &digits);
  const char *sign = rounded < 0 ? "-" : "";
  g_autofree char *symbol = NULL;
  g_autofree char *number = NULL;

  if (chinese)
    {
      g_autofree char *unit = chinese_unit (currency);

      number = tp_decimal_format (rounded, digits);
      return g_strconcat (number, chinese_scale (scale), unit, NULL);
    }

  number = tp_decimal_format_local (ABS (rounded), digits);
  symbol = tp_currency_symbol (currency);
  if (g_ascii_isalpha (symbol[strlen (symbol) - 1]))
    {
      g_autofree char *spaced = g_strconcat (sign, symbol, "\u00a0", NULL);

      g_set_str (&symbol, spaced);
    }
  else if (*sign != '\0')
    {
      g_autofree char *signed_symbol = g_strconcat (sign, symbol, NULL);

      g_set_str (&symbol, signed_symbol);
    }
  switch (scale)
    {
    case SCALE_LARGE:
      /* Translators: thousand millions of a currency: its sign, the number */
      return g_strdup_printf (C_ ("amount", "%s%s bn"), symbol, number);
    case SCALE_MIDDLE:
      /* Translators: millions of a currency: its sign, the number */
      return g_strdup_printf (C_ ("amount", "%s%s m"), symbol, number);
    case SCALE_ONE:
    default:
      /* Translators: an amount below a million: the currency's sign, the number */
      return g_strdup_printf (C_ ("amount", "%s%s"), symbol, number);
    }
}

/**
 * tp_money_axis:
 * @max_minor: the largest amount on the axis, in minor units
 * @currency: an ISO 4217 code
 * @divisor: (out): the minor units that one unit of the axis stands for
 * @unit_label: (out) (transfer full): what to write once beside the axis: "CN¥ bn",
 *   "CN¥ m", "CN¥"; in Chinese "亿元", "万元", "元"
 */
void
tp_money_axis (gint64 max_minor, const char *currency, gint64 *divisor, char **unit_label)
{
  gboolean chinese = tp_language_is_chinese ();
  gint64 unit = power_of_ten (tp_currency_digits (currency));
  gint64 whole = ABS (MAX (max_minor, -G_MAXINT64) / unit);
  Scale scale = SCALE_LARGE;
  g_autofree char *symbol = NULL;

  while (scale > SCALE_ONE && whole < scale_of (scale, chinese))
    scale--;
  *divisor = unit * scale_of (scale, chinese);

  if (chinese)
    {
      g_autofree char *name = chinese_unit (currency);

      *unit_label = g_strconcat (chinese_scale (scale), name, NULL);
      return;
    }
  symbol = tp_currency_symbol (currency);
  if (scale == SCALE_LARGE)
    /* Translators: the unit of an axis, thousand millions: the currency's sign */
    *unit_label = g_strdup_printf (C_ ("unit of an axis", "%s bn"), symbol);
  else if (scale == SCALE_MIDDLE)
    /* Translators: the unit of an axis, millions: the currency's sign */
    *unit_label = g_strdup_printf (C_ ("unit of an axis", "%s m"), symbol);
  else
    *unit_label = g_steal_pointer (&symbol);
}

/**
 * tp_count_format:
 * @count: a number of things
 *
 * Returns: (transfer full): the exact number, grouped: "10,000"
 */
char *
tp_count_format (gint64 count)
{
  return tp_decimal_format_local (count, 0);
}

/**
 * tp_count_format_compact:
 * @count: a number of things
 *
 * Returns: (transfer full): the number as a reader takes it in at a glance: in
 *   Chinese "1.42万" from ten thousand on; in English, which has no such short form
 *   for counts, the exact "14,200"
 */
char *
tp_count_format_compact (gint64 count)
{
  g_autofree char *number = NULL;
  gint64 rounded = 0;
  int digits = 0;
  Scale scale;

  if (!tp_language_is_chinese () || ABS (MAX (count, -G_MAXINT64)) < 10000)
    return tp_count_format (count);
  scale = compact (MAX (count, -G_MAXINT64), 1, TRUE, &rounded, &digits);
  number = tp_decimal_format (rounded, digits);
  return g_strconcat (number, chinese_scale (scale), NULL);
}

/**
 * tp_count_axis:
 * @max: the largest count on the axis
 * @divisor: (out): how many things one unit of the axis stands for
 * @unit: (out) (transfer none): the scale's word, "万" or "亿" in Chinese, else ""
 */
void
tp_count_axis (gint64 max, gint64 *divisor, const char **unit)
{
  gboolean chinese = tp_language_is_chinese ();
  Scale scale = chinese ? SCALE_LARGE : SCALE_ONE;

  while (scale > SCALE_ONE && max < scale_of (scale, chinese))
    scale--;
  *divisor = scale_of (scale, chinese);
  *unit = chinese ? chinese_scale (scale) : "";
}

static char *
percent (gint64 scaled, int digits)
{
  g_autofree char *number = tp_decimal_format_local (scaled, digits);

  /* Translators: a share or rate: the number; no space in English or Chinese */
  return g_strdup_printf (C_ ("share", "%s%%"), number);
}

/**
 * tp_percent_format:
 * @numerator: the part
 * @denominator: the whole
 * @decimals: how many decimals are written, 0 to 4
 *
 * Returns: (transfer full): the share in per cent, rounded half away from zero:
 *   "59%"; "–" for a share of nothing
 */
char *
tp_percent_format (gint64 numerator, gint64 denominator, int decimals)
{
  gint64 scaled;

  if (!tp_money_mul_div (numerator, 100 * power_of_ten (decimals), denominator, &scaled, NULL))
    return g_strdup ("–");
  return percent (scaled, decimals);
}

/**
 * tp_basis_format:
 * @basis_points: a rate in hundredths of a per cent
 *
 * Returns: (transfer full): the rate in per cent with the decimals it needs: "12.5%"
 */
char *
tp_basis_format (gint64 basis_points)
{
  int digits = 2;

  while (digits > 0 && basis_points % 10 == 0)
    {
      basis_points /= 10;
      digits--;
    }
  return percent (basis_points, digits);
}
