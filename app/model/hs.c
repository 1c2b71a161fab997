/* hs.c: codes of the Harmonized System.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "half-width.h"
#include "hs-chapters.h"
#include "hs.h"
#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chapters 98 and 99 are left to each country; China's schedule uses 98 alone. */
#define LAST_NATIONAL_CHAPTER 98
#define RESERVED_CHAPTER 77

/**
 * tp_hs_normalise:
 * @text: (nullable): a code as people type it: "8516.60", "8516 60 50 00"
 *
 * Returns: (transfer full): the code without points, spaces and hyphens
 */
char *
tp_hs_normalise (const char *text)
{
  char *plain = tp_half_width_compact (text);
  char *out = plain;

  for (const char *p = plain; *p != '\0'; p++)
    if (*p != '.' && *p != '-')
      *out++ = *p;
  *out = '\0';
  return plain;
}

/**
 * tp_hs_chapter_of:
 * @code: (nullable): a code or the start of one
 *
 * Returns: its chapter, the first two digits, 1 to 97; 0 where it has none
 */
int
tp_hs_chapter_of (const char *code)
{
  int chapter;

  if (code == NULL || !g_ascii_isdigit (code[0]) || !g_ascii_isdigit (code[1]))
    return 0;
  chapter = (code[0] - '0') * 10 + (code[1] - '0');
  return chapter >= 1 && chapter <= TP_N_HS_CHAPTERS && chapter != RESERVED_CHAPTER ? chapter : 0;
}

/**
 * tp_hs_check:
 * @code: (nullable): a normalised code
 * @error: return location
 *
 * An HS code has 6 digits, and 8 or 10 with a national extension.
 *
 * Returns: whether it has that form and a chapter in use; sets %TP_ERROR_INVALID
 *   otherwise
 */
gboolean
tp_hs_check (const char *code, GError **error)
{
  gsize length = code != NULL ? strlen (code) : 0;
  int chapter;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (code[i]))
      {
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("“%s” is not an HS code: enter digits only"), code);
        return FALSE;
      }
  if (length != 6 && length != 8 && length != 10)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%d digit, an HS code has 6, or 8 or 10 with a national extension",
                                "%d digits, an HS code has 6, or 8 or 10 with a national extension",
                                length),
                   (int) length);
      return FALSE;
    }
  chapter = (code[0] - '0') * 10 + (code[1] - '0');
  if (chapter == 0 || chapter > LAST_NATIONAL_CHAPTER || chapter == RESERVED_CHAPTER)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The Harmonized System has no goods in chapter %02d: check the first two digits"),
                   chapter);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_hs_chapter_title:
 * @chapter: 1 to 97
 *
 * Returns: (transfer none): a short title in the reader's language; "" where there is
 *   no such chapter
 */
const char *
tp_hs_chapter_title (int chapter)
{
  const TpHsChapter *row;

  if (chapter < 1 || chapter > TP_N_HS_CHAPTERS || chapter == RESERVED_CHAPTER)
    return "";
  row = &tp_hs_chapters[chapter - 1];
  return tp_language_is_chinese () ? row->chinese : row->english;
}

/**
 * tp_hs_chapters_parse:
 * @text: (nullable): chapters as people list them: "85, 94", "85、94", "第85章"
 * @chapters: (out) (transfer full): two digits each, single spaces between, in the
 *   order given and each once: "85 94"
 * @error: return location
 *
 * Longer codes count for their chapter.
 *
 * Returns: whether every part names a chapter in use
 */
gboolean
tp_hs_chapters_parse (const char *text, char **chapters, GError **error)
{
  g_autofree char *plain = tp_half_width (text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0';)
    {
      gsize length = strspn (p, "0123456789");
      char pair[3] = { 0 };

      if (length == 0)
        {
          gunichar c = g_utf8_get_char (p);

          /* Words around the numbers (第, 章, "chapter") carry nothing; a sign that
           * could join two of them (61-64, 8516.60) does. */
          if (g_unichar_isalpha (c) || c == ' ' || c == ',' || c == ';' || c == '/' || c == 0x3001)
            {
              p = g_utf8_next_char (p);
              continue;
            }
        }
      else if (length <= 2)
        {
          pair[0] = length == 2 ? p[0] : '0';
          pair[1] = length == 2 ? p[1] : p[0];
        }
      else
        {
          pair[0] = p[0];
          pair[1] = p[1];
        }
      if (length == 0 || length == 3 || length > 10 || tp_hs_chapter_of (pair) == 0)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("“%s” does not list HS chapters: enter numbers from 01 to 97, such as 85 94"),
                       text);
          return FALSE;
        }
      if (strstr (out->str, pair) == NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", pair);
      p += length;
    }
  *chapters = g_string_free (g_steal_pointer (&out), FALSE);
  return TRUE;
}
