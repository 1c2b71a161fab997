/* search-words.c: a name taken apart for searching.
 *
 * It runs a million times in an import, so it works in buffers on the stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "half-width.h"
#include "pinyin.h"
#include "search-words.h"

#include <string.h>

/* Nobody types more words than this to find one company. */
#define MAX_CHUNKS 16
#define MAX_TYPED 256

/* Apostrophes within words are not heard: xi'an, O’Neil. */
static inline gboolean
is_silent (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x200B || c == 0xFEFF
         || (c >= 0x300 && c <= 0x36F);
}

/* Half-width, lower case, without accent. */
static gunichar
fold (gunichar c)
{
  gunichar apart[8];

  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if (g_unichar_fully_decompose (c, FALSE, apart, G_N_ELEMENTS (apart)) > 0)
    c = apart[0];
  return g_unichar_tolower (c);
}

static void
read_run (TpHanRun *run, const gunichar *characters)
{
  const char *syllables[TP_RUN_MAX];
  gsize at = 0;

  tp_pinyin_of_run (characters, run->length, syllables);
  for (guint i = 0; i < run->length; i++)
    {
      gsize n = strlen (syllables[i]);

      run->starts[i] = (guint16) at;
      memcpy (run->pinyin + at, syllables[i], n);
      at += n;
      run->initials[i] = n > 0 ? syllables[i][0] : '0';
    }
  run->starts[run->length] = (guint16) at;
  run->pinyin[at] = '\0';
  run->pinyin_length = at;
  run->initials[run->length] = '\0';
}

/**
 * tp_segment_next:
 * @text: (inout): where to go on in a valid UTF-8 string
 * @segment: (out caller-allocates): the next run or word
 *
 * Returns: %FALSE at the end of the string
 */
gboolean
tp_segment_next (const char **text, TpSegment *segment)
{
  gunichar characters[TP_RUN_MAX];
  const char *p = *text;
  gunichar c = 0;

  segment->word_length = 0;
  segment->run.length = 0;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      c = g_utf8_get_char (p);
      if (tp_is_han (c) || g_unichar_isalnum (c))
        break;
    }
  if (*p == '\0')
    {
      *text = p;
      return FALSE;
    }

  segment->han = tp_is_han (c);
  if (segment->han)
    {
      TpHanRun *run = &segment->run;
      guint16 at = 0;

      while (*p != '\0' && run->length < TP_RUN_MAX && tp_is_han (c = g_utf8_get_char (p)))
        {
          gsize n = (gsize) (g_utf8_next_char (p) - p);

          characters[run->length] = c;
          run->bytes[run->length++] = at;
          memcpy (run->utf8 + at, p, n);
          at = (guint16) (at + n);
          p += n;
        }
      run->bytes[run->length] = at;
      run->utf8[at] = '\0';
      read_run (run, characters);
    }
  else
    {
      for (; *p != '\0'; p = g_utf8_next_char (p))
        {
          c = g_utf8_get_char (p);
          if (is_silent (c))
            continue;
          if (tp_is_han (c) || !g_unichar_isalnum (c))
            break;
          if (segment->word_length < TP_WORD_MAX)
            segment->word_length += (gsize) g_unichar_to_utf8 (fold (c),
                                                               segment->word + segment->word_length);
        }
      segment->word[segment->word_length] = '\0';
    }
  *text = p;
  return TRUE;
}

/**
 * tp_han_run_without_v:
 * @run: a run
 * @other: (out caller-allocates): the run with "u" for ü, as 绿色 is also typed
 *
 * Returns: %FALSE where the run has no ü; @other is not set then
 */
gboolean
tp_han_run_without_v (const TpHanRun *run, TpHanRun *other)
{
  if (memchr (run->pinyin, 'v', run->pinyin_length) == NULL)
    return FALSE;
  *other = *run;
  for (gsize i = 0; i < other->pinyin_length; i++)
    if (other->pinyin[i] == 'v')
      other->pinyin[i] = 'u';
  return TRUE;
}

/**
 * tp_first_letter_length:
 * @word: a word of at least one letter
 *
 * Returns: how many bytes its first letter has
 */
gsize
tp_first_letter_length (const char *word)
{
  return (gsize) (g_utf8_next_char (word) - word);
}

/**
 * tp_cut:
 * @word: a word
 * @length: its length in bytes
 * @cap: at most so many bytes
 *
 * Returns: the length of as many whole letters as fit
 */
gsize
tp_cut (const char *word, gsize length, gsize cap)
{
  if (length <= cap)
    return length;
  while (cap > 0 && ((guchar) word[cap] & 0xC0) == 0x80)
    cap--;
  return cap;
}

/**
 * tp_plain_code:
 * @text: a code, or what may be a fragment of one
 * @plain: (out caller-allocates): %TP_CODE_MAX + 1 bytes for its letters and digits,
 *   in lower case
 *
 * Returns: how many there are; 0 where @text has letters that no code has
 */
gsize
tp_plain_code (const char *text, char *plain)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        c = fold (c);
      if (c < 0x80 && g_ascii_isalnum (c))
        {
          if (n < TP_CODE_MAX)
            plain[n++] = g_ascii_tolower ((char) c);
        }
      else if (g_unichar_isalnum (c))
        {
          n = 0;
          break;
        }
    }
  plain[n] = '\0';
  return n;
}

/**
 * tp_search_chunks:
 * @typed: (nullable): what a person typed
 *
 * Returns: (transfer full): its words, in half-width letters
 */
char **
tp_search_chunks (const char *typed)
{
  g_autofree char *plain = tp_half_width (typed);
  g_autoptr (GStrvBuilder) chunks = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  plain[tp_cut (plain, strlen (plain), MAX_TYPED)] = '\0';
  parts = g_strsplit (plain, " ", -1);
  for (guint i = 0; parts[i] != NULL && n < MAX_CHUNKS; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (chunks, parts[i]);
        n++;
      }
  return g_strv_builder_end (chunks);
}
