/* money.c: currencies, and sums, shares and conversions that are exact or refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "half-width.h"
#include "money.h"
#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

typedef __int128 Wide;
typedef unsigned __int128 UWide;

/* The currencies that are somebody's money now. ucurr_isAvailable() would be the call
 * for one code, but ICU 76 says no to GBP since the Isle of Man's pound has ended. */
static GHashTable *
currencies_in_use (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      UErrorCode status = U_ZERO_ERROR;
      UEnumeration *all = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
      const char *code;

      while (U_SUCCESS (status) && (code = uenum_next (all, NULL, &status)) != NULL)
        g_hash_table_add (codes, g_strdup (code));
      uenum_close (all);
      g_once_init_leave (&table, (gsize) codes);
    }
  return (GHashTable *) table;
}

static gboolean
currency_code (const char *currency, UChar code[4])
{
  if (currency == NULL || strlen (currency) != 3)
    return FALSE;
  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isupper (currency[i]))
        return FALSE;
      code[i] = (UChar) currency[i];
    }
  code[3] = 0;
  return TRUE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tp_currency_list:
 *
 * Returns: (transfer full): the codes of the currencies in use: those of this trade
 *   first, the others by the alphabet
 */
GStrv
tp_currency_list (void)
{
  static const char *const first[] = { "CNY", "USD", "EUR", "HKD", "JPY", "GBP", NULL };
  GHashTable *in_use = currencies_in_use ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GStrvBuilder *list = g_strv_builder_new ();
  GHashTableIter iter;
  GStrv codes;
  gpointer code;

  g_hash_table_iter_init (&iter, in_use);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!g_strv_contains (first, code))
      g_ptr_array_add (others, code);
  g_ptr_array_sort (others, compare_codes);
  for (guint i = 0; first[i] != NULL; i++)
    if (g_hash_table_contains (in_use, first[i]))
      g_strv_builder_add (list, first[i]);
  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (list, g_ptr_array_index (others, i));
  codes = g_strv_builder_end (list);
  g_strv_builder_unref (list);
  return codes;
}

/**
 * tp_currency_title:
 * @currency: the code of a currency in use
 *
 * Returns: (transfer full): the code and its name in the reader's language, as CLDR has
 *   it: "CNY · Chinese Yuan"
 */
char *
tp_currency_title (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];
  const UChar *name;
  int32_t length;
  g_autofree char *text = NULL;

  if (!currency_code (currency, code))
    return g_strdup (currency);
  name = ucurr_getName (code, tp_language_is_chinese () ? "zh_Hans_CN" : "en", UCURR_LONG_NAME, NULL, &length,
                        &status);
  if (U_SUCCESS (status))
    text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return text != NULL ? g_strjoin (" · ", currency, text, NULL) : g_strdup (currency);
}

/**
 * tp_currency_check:
 * @currency: (nullable): a currency's code
 * @error: return location
 *
 * Returns: whether it is an ISO 4217 code in use; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_currency_check (const char *currency, GError **error)
{
  if (currency != NULL && g_hash_table_contains (currencies_in_use (), currency))
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("“%s” is not a currency: enter three letters of ISO 4217, such as CNY or USD"),
               currency != NULL ? currency : "");
  return FALSE;
}

/**
 * tp_currency_normalise:
 * @text: (nullable): a currency as people write it: "cny", "RMB", "人民币", "美元"
 *
 * Returns: (transfer full): the ISO 4217 code where the form is usual, else the text
 *   in upper case without spaces, for tp_currency_check() to refuse
 */
char *
tp_currency_normalise (const char *text)
{
  static const struct
  {
    const char *form;
    const char *code;
  } forms[] = {
    { "RMB", "CNY" },    { "CN¥", "CNY" },  { "¥", "CNY" },    { "￥", "CNY" },
    { "人民币", "CNY" }, { "元", "CNY" },   { "US$", "USD" },  { "美元", "USD" },
    { "美金", "USD" },   { "€", "EUR" },    { "欧元", "EUR" }, { "HK$", "HKD" },
    { "港元", "HKD" },   { "港币", "HKD" }, { "£", "GBP" },    { "英镑", "GBP" },
    { "日元", "JPY" },   { "JP¥", "JPY" },
  };
  g_autofree char *plain = tp_half_width_compact (text);
  g_autofree char *upper = g_utf8_strup (plain, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].form, upper) == 0)
      return g_strdup (forms[i].code);
  return g_steal_pointer (&upper);
}

/**
 * tp_currency_digits:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: how many decimals its minor unit has: 2 for CNY, 0 for JPY, 3 for KWD; 2
 *   where the code is unknown. Source: CLDR through ICU.
 */
int
tp_currency_digits (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];
  int digits;

  if (!currency_code (currency, code))
    return 2;
  digits = ucurr_getDefaultFractionDigits (code, &status);
  return U_SUCCESS (status) ? CLAMP (digits, 0, 4) : 2;
}

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("The result is larger than any amount that can be kept: check the "
                          "figures for a digit too many"));
  return FALSE;
}

/**
 * tp_money_add:
 * @a: minor units
 * @b: minor units of the same currency
 * @sum: (out): @a + @b
 * @error: return location
 *
 * Returns: whether the sum fits 64 bits
 */
gboolean
tp_money_add (gint64 a, gint64 b, gint64 *sum, GError **error)
{
  gint64 result;

  if (__builtin_add_overflow (a, b, &result))
    return too_large (error);
  *sum = result;
  return TRUE;
}

/**
 * tp_money_sub:
 * @a: minor units
 * @b: minor units of the same currency
 * @difference: (out): @a − @b
 * @error: return location
 *
 * Returns: whether the difference fits 64 bits
 */
gboolean
tp_money_sub (gint64 a, gint64 b, gint64 *difference, GError **error)
{
  gint64 result;

  if (__builtin_sub_overflow (a, b, &result))
    return too_large (error);
  *difference = result;
  return TRUE;
}

/**
 * tp_money_mul_div:
 * @amount: an amount
 * @numerator: of the share or rate
 * @denominator: of the share or rate, not 0
 * @result: (out): @amount × @numerator / @denominator, rounded half away from zero
 * @error: return location
 *
 * The product is computed in 128 bits, so that only the result has to fit 64.
 *
 * Returns: whether the result fits; a zero @denominator is refused as invalid
 */
gboolean
tp_money_mul_div (gint64 amount, gint64 numerator, gint64 denominator, gint64 *result,
                  GError **error)
{
  Wide product = (Wide) amount * numerator;
  gboolean negative = (product < 0) != (denominator < 0);
  UWide divisor = denominator < 0 ? -(UWide) (Wide) denominator : (UWide) denominator;
  UWide magnitude = product < 0 ? -(UWide) product : (UWide) product;
  UWide quotient, limit;

  if (denominator == 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("A share of nothing has no value: enter an amount other than 0"));
      return FALSE;
    }
  quotient = magnitude / divisor;
  if (magnitude % divisor >= divisor - magnitude % divisor)
    quotient++;

  limit = (UWide) G_MAXINT64 + (negative ? 1 : 0);
  if (quotient > limit)
    return too_large (error);
  *result = (gint64) (negative ? -(Wide) quotient : (Wide) quotient);
  return TRUE;
}

/**
 * tp_money_convert:
 * @amount: an amount in minor units of the rate's base currency
 * @base_amount: the rate's amount in that currency
 * @quote_amount: what @base_amount is worth in the other, in its minor units
 * @converted: (out): @amount in the other currency
 * @error: return location
 *
 * A rate is two amounts (CNY 100 bn is USD 13.7 bn), so that it stays exact. The
 * result is rounded half away from zero to the minor unit. To convert back, exchange
 * the two amounts.
 *
 * Returns: whether the result fits 64 bits
 */
gboolean
tp_money_convert (gint64 amount, gint64 base_amount, gint64 quote_amount, gint64 *converted,
                  GError **error)
{
  return tp_money_mul_div (amount, quote_amount, base_amount, converted, error);
}
