/* uscc.c: the unified social credit code (GB 32100-2015).
 *
 * Eighteen characters: registering body and kind of organisation (1–2), region by
 * GB/T 2260 (3–8), the organisation's own number (9–17), check character (18).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "half-width.h"
#include "province.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A character's value is its place here. I, O, S, V and Z are left out because they
 * are easily taken for 1, 0, 5, U and 2. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

#define BASE 31

static const int weights[TP_USCC_LENGTH - 1] = { 1,  3,  9,  27, 19, 26, 16, 17, 20,
                                                 29, 25, 13, 8,  24, 10, 30, 28 };

static int
value_of (char c)
{
  const char *place = c != '\0' ? strchr (alphabet, c) : NULL;

  return place != NULL ? (int) (place - alphabet) : -1;
}

/**
 * tp_uscc_normalise:
 * @text: (nullable): a code as people type or paste it
 *
 * Returns: (transfer full): the code in upper case, full-width characters as ASCII,
 *   without spaces and hyphens
 */
char *
tp_uscc_normalise (const char *text)
{
  char *plain = tp_half_width_compact (text);
  char *out = plain;

  for (const char *p = plain; *p != '\0'; p++)
    if (*p != '-')
      *out++ = g_ascii_toupper (*p);
  *out = '\0';
  return plain;
}

/**
 * tp_uscc_check_character:
 * @first17: the first 17 characters of a code, normalised; what follows is ignored
 *
 * GB 32100-2015, after ISO 7064's mod 31-3: (31 − Σ value × weight mod 31) mod 31.
 *
 * Returns: the 18th character, '\0' where one of the 17 is missing or never used
 */
char
tp_uscc_check_character (const char *first17)
{
  int sum = 0;

  for (int i = 0; i < TP_USCC_LENGTH - 1; i++)
    {
      int value = value_of (first17[i]);

      if (value < 0)
        return '\0';
      sum += value * weights[i];
    }
  return alphabet[(BASE - sum % BASE) % BASE];
}

/* What a person meant by a letter that is never used. */
static char
meant_by (char letter)
{
  switch (letter)
    {
    case 'I':
      return '1';
    case 'O':
      return '0';
    case 'S':
      return '5';
    case 'V':
      return 'U';
    case 'Z':
      return '2';
    default:
      return '\0';
    }
}

static gboolean
check_characters (const char *uscc, GError **error)
{
  int i = 1;

  for (const char *p = uscc; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      char letter[7] = { 0 };

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                               _ ("The code is not readable text: enter the 18 letters and digits"));
          return FALSE;
        }
      if (c < 0x80 && value_of ((char) c) >= 0)
        continue;
      g_unichar_to_utf8 (c, letter);
      if (c < 0x80 && meant_by ((char) c) != '\0')
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("Letter %s at character %d is never used: enter %c"), letter, i,
                     meant_by ((char) c));
      else
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("“%s” at character %d is never used: enter digits and letters only"),
                     letter, i);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_uscc_check:
 * @uscc: (nullable): a normalised code
 * @error: return location
 *
 * Returns: whether it is a valid code; sets %TP_ERROR_INVALID otherwise, saying what
 *   is wrong where and what to enter
 */
gboolean
tp_uscc_check (const char *uscc, GError **error)
{
  glong length = uscc != NULL ? g_utf8_strlen (uscc, -1) : 0;
  char expected;

  if (uscc != NULL && !check_characters (uscc, error))
    return FALSE;
  if (length != TP_USCC_LENGTH)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "%ld character, a USCC has 18",
                                "%ld characters, a USCC has 18", (gulong) length),
                   length);
      return FALSE;
    }
  expected = tp_uscc_check_character (uscc);
  if (uscc[TP_USCC_LENGTH - 1] != expected)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("Check character should be %c, not %c"), expected,
                   uscc[TP_USCC_LENGTH - 1]);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_uscc_region_province:
 * @uscc: (nullable): a normalised code
 *
 * Returns: (nullable) (transfer none): the province of its region, two digits of
 *   GB/T 2260; %NULL for the national registry (100000) and for what is no province
 */
const char *
tp_uscc_region_province (const char *uscc)
{
  char code[3] = { 0 };
  const TpProvince *province;

  if (uscc == NULL || strlen (uscc) < 8 || strncmp (uscc + 2, "100000", 6) == 0)
    return NULL;
  code[0] = uscc[2];
  code[1] = uscc[3];
  province = tp_province_of_code (code);
  return province != NULL ? province->code : NULL;
}

/**
 * tp_uscc_agrees:
 * @uscc: (nullable): a normalised code
 * @province: (nullable): the province given, two digits of GB/T 2260
 *
 * A disagreement is a reason to warn, not to refuse: companies move.
 *
 * Returns: %FALSE where both name a province and not the same one
 */
gboolean
tp_uscc_agrees (const char *uscc, const char *province)
{
  const char *region = tp_uscc_region_province (uscc);

  return region == NULL || province == NULL || strcmp (region, province) == 0;
}
