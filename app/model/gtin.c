/* gtin.c: the product number under a bar code.
 *
 * Source of the check digit: GS1 General Specifications, mod 10 with weights 1 and 3.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "gtin.h"
#include "half-width.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH 13

/**
 * tp_gtin_normalise:
 * @text: (nullable): a number as people type or paste it
 *
 * Returns: (transfer full): the digits as ASCII, without spaces and hyphens
 */
char *
tp_gtin_normalise (const char *text)
{
  char *plain = tp_half_width_compact (text);
  char *out = plain;

  for (const char *p = plain; *p != '\0'; p++)
    if (*p != '-')
      *out++ = *p;
  *out = '\0';
  return plain;
}

/**
 * tp_gtin_check_digit:
 * @first12: twelve digits; what follows is ignored
 *
 * Returns: the 13th digit, '\0' where one of the twelve is not a digit
 */
char
tp_gtin_check_digit (const char *first12)
{
  int sum = 0;

  for (int i = 0; i < LENGTH - 1; i++)
    {
      if (!g_ascii_isdigit (first12[i]))
        return '\0';
      sum += (first12[i] - '0') * (i % 2 == 0 ? 1 : 3);
    }
  return (char) ('0' + (10 - sum % 10) % 10);
}

/**
 * tp_gtin_check:
 * @gtin: (nullable): a normalised number
 * @error: return location
 *
 * Returns: whether it is a valid GTIN-13; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_gtin_check (const char *gtin, GError **error)
{
  gsize length = gtin != NULL ? strlen (gtin) : 0;
  char expected;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (gtin[i]))
      {
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("“%s” is not a GTIN: enter the 13 digits under the bar code"), gtin);
        return FALSE;
      }
  if (length != LENGTH)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "%d digit, a GTIN has 13",
                                "%d digits, a GTIN has 13", length),
                   (int) length);
      return FALSE;
    }
  expected = tp_gtin_check_digit (gtin);
  if (gtin[LENGTH - 1] != expected)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("Check digit should be %c, not %c"),
                   expected, gtin[LENGTH - 1]);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_gtin_is_gs1_china:
 * @gtin: (nullable): a normalised number
 *
 * Returns: whether GS1 China gave out its prefix, 690 to 699
 */
gboolean
tp_gtin_is_gs1_china (const char *gtin)
{
  return gtin != NULL && gtin[0] == '6' && gtin[1] == '9' && g_ascii_isdigit (gtin[2]);
}
