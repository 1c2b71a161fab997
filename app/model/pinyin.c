/* pinyin.c: how Chinese names are read aloud.
 *
 * ICU's Han-Latin knows one reading a character. It is asked once for every character
 * of the main block, and the words of pinyin-words.inc overrule it: 厦门 is Xiamen,
 * 银行 is yinhang.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pinyin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* CJK Unified Ideographs, where names are written. Rarer blocks are found by their
 * characters only. */
#define FIRST 0x4E00
#define LAST 0x9FFF
#define N_CHARACTERS (LAST - FIRST + 1)
#define BATCH 1024
#define LONGEST_WORD 4

typedef struct
{
  guint length;
  gunichar characters[LONGEST_WORD];
  const char *syllables[LONGEST_WORD];
} Word;

typedef struct
{
  const char *readings[N_CHARACTERS];
  GSList *words[N_CHARACTERS]; /* of Word, by their first character, longest first */
} Tables;

static const struct
{
  const char *han;
  const char *pinyin;
} overlay[] = {
#include "pinyin-words.inc"
};

/* "shàng" → "shang", "lǜ" → "lv"; "" where ICU left the character as it was. */
static const char *
plain_syllable (const char *latin, gsize length)
{
  g_autofree char *apart = g_utf8_normalize (latin, (gssize) length, G_NORMALIZE_NFD);
  char plain[16];
  gsize n = 0;

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && n > 0 && plain[n - 1] == 'u')
        plain[n - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalpha (c) && n + 1 < sizeof plain)
        plain[n++] = g_ascii_tolower (c);
      else if (tp_is_han (c))
        return NULL;
    }
  plain[n] = '\0';
  return n > 0 ? g_intern_string (plain) : NULL;
}

/* One call for many characters, each on a line of its own. */
static void
read_batch (Tables *tables, UTransliterator *reader, guint from, guint to)
{
  g_autofree UChar *text = g_new (UChar, BATCH * 16);
  g_autofree char *utf8 = g_new (char, BATCH * 48);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0, limit;
  char *line = utf8;

  for (guint i = from; i < to; i++)
    {
      text[length++] = (UChar) (FIRST + i);
      text[length++] = '\n';
    }
  limit = length;
  utrans_transUChars (reader, text, &length, BATCH * 16, 0, &limit, &status);
  u_strToUTF8 (utf8, BATCH * 48, NULL, text, length, &status);
  if (U_FAILURE (status))
    {
      g_warning ("ICU reads no pinyin: %s", u_errorName (status));
      return;
    }
  for (guint i = from; i < to && *line != '\0'; i++)
    {
      gsize n = strcspn (line, "\n");

      tables->readings[i] = plain_syllable (line, n);
      line += n + (line[n] == '\n');
    }
}

static void
add_word (Tables *tables, const char *han, const char *pinyin)
{
  g_auto (GStrv) syllables = g_strsplit (pinyin, " ", -1);
  Word *word = g_new0 (Word, 1);
  GSList **list;
  GSList *at;

  for (const char *p = han; *p != '\0' && word->length < LONGEST_WORD; p = g_utf8_next_char (p))
    {
      word->characters[word->length] = g_utf8_get_char (p);
      word->syllables[word->length] = g_intern_string (syllables[word->length]);
      word->length++;
    }
  if (word->length == 1)
    tables->readings[word->characters[0] - FIRST] = word->syllables[0];

  list = &tables->words[word->characters[0] - FIRST];
  for (at = *list; at != NULL && ((Word *) at->data)->length >= word->length; at = at->next)
    ;
  *list = g_slist_insert_before (*list, at, word);
}

/* Built at the first name and kept: every search and every import needs it. */
static const Tables *
get_tables (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      Tables *tables = g_new0 (Tables, 1);
      UErrorCode status = U_ZERO_ERROR;
      UTransliterator *reader = utrans_openU (u"Han-Latin", -1, UTRANS_FORWARD, NULL, 0, NULL,
                                              &status);

      for (guint i = 0; U_SUCCESS (status) && i < N_CHARACTERS; i += BATCH)
        read_batch (tables, reader, i, MIN (i + BATCH, N_CHARACTERS));
      if (reader != NULL)
        utrans_close (reader);
      for (guint i = 0; i < G_N_ELEMENTS (overlay); i++)
        add_word (tables, overlay[i].han, overlay[i].pinyin);
      g_once_init_leave (&once, (gsize) tables);
    }
  return (const Tables *) once;
}

/**
 * tp_is_han:
 * @c: a character
 *
 * Returns: whether it is a Chinese character
 */
gboolean
tp_is_han (gunichar c)
{
  return (c >= FIRST && c <= LAST) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF)
         || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

/**
 * tp_pinyin_of:
 * @c: a Chinese character
 *
 * Returns: (nullable) (transfer none): its reading alone, without tone, "v" for ü
 */
const char *
tp_pinyin_of (gunichar c)
{
  return c >= FIRST && c <= LAST ? get_tables ()->readings[c - FIRST] : NULL;
}

static gboolean
fits (const Word *word, const gunichar *run, guint length)
{
  if (word->length > length)
    return FALSE;
  for (guint i = 1; i < word->length; i++)
    if (word->characters[i] != run[i])
      return FALSE;
  return TRUE;
}

/**
 * tp_pinyin_of_run:
 * @run: Chinese characters
 * @length: how many
 * @syllables: (out caller-allocates) (array length=length): the reading of each,
 *   without tone, "v" for ü, "" where none is known
 */
void
tp_pinyin_of_run (const gunichar *run, guint length, const char **syllables)
{
  const Tables *tables = get_tables ();

  for (guint i = 0; i < length;)
    {
      const char *alone = NULL;
      const Word *word = NULL;

      if (run[i] >= FIRST && run[i] <= LAST)
        {
          alone = tables->readings[run[i] - FIRST];
          for (GSList *at = tables->words[run[i] - FIRST]; at != NULL && word == NULL; at = at->next)
            if (fits (at->data, run + i, length - i))
              word = at->data;
        }
      if (word == NULL)
        {
          syllables[i++] = alone != NULL ? alone : "";
          continue;
        }
      for (guint n = 0; n < word->length; n++)
        syllables[i++] = word->syllables[n];
    }
}

/**
 * tp_pinyin_of_text:
 * @text: (nullable): a name
 *
 * Returns: (transfer full): its reading, for sorting and tests: "xia men ABC"; what is
 *   not Chinese stays
 */
char *
tp_pinyin_of_text (const char *text)
{
  g_autofree gunichar *characters = NULL;
  g_autofree const char **syllables = NULL;
  GString *out = g_string_new (NULL);
  glong n = 0;
  gboolean gap = FALSE;

  if (text == NULL)
    return g_string_free (out, FALSE);
  characters = g_utf8_to_ucs4_fast (text, -1, &n);
  syllables = g_new (const char *, (gsize) n + 1);
  for (glong i = 0; i < n;)
    {
      glong end = i;

      while (end < n && tp_is_han (characters[end]))
        end++;
      if (end == i)
        {
          if (gap && !g_unichar_isspace (characters[i]))
            g_string_append_c (out, ' ');
          g_string_append_unichar (out, characters[i++]);
          gap = FALSE;
          continue;
        }
      tp_pinyin_of_run (characters + i, (guint) (end - i), syllables);
      for (glong k = 0; k < end - i; k++)
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          g_string_append (out, syllables[k]);
        }
      gap = TRUE;
      i = end;
    }
  return g_string_free (out, FALSE);
}
