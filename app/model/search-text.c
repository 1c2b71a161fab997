/* search-text.c: what a name is found by.
 *
 * The index is an FTS5 table without phrases, with the ascii tokenizer: a bag of words
 * between spaces. What kind of word each is, its first letter says:
 *
 *   宁, 宁波     a character, two in a row (Chinese characters have no letter before)
 *   p…           pinyin from a syllable to the end of the run: "pningbohuajin", "pbohuajin"
 *   i…           the initials from there: "inbhj", "ibhj"
 *   w…           a word in another script, folded
 *   a.           the letter that a run or a word begins with
 *   c…           three characters in a row of a code; a shorter code whole
 *
 * A query of two characters or more in a row is an AND of pairs, and long pinyin is cut
 * off in the index; so candidates are verified against the names themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pinyin.h"
#include "search-text.h"
#include "search-words.h"

#include <string.h>

/* How much of pinyin, initials and words the index holds. */
#define PINYIN_CAP 20
#define INITIALS_CAP 8
#define WORD_CAP 24
#define GRAM 3

static inline void
add_token (GString *tokens, char kind, const char *text, gsize length)
{
  g_string_append_c (tokens, kind);
  g_string_append_len (tokens, text, (gssize) length);
  g_string_append_c (tokens, ' ');
}

static void
add_readings (GString *tokens, const TpHanRun *run)
{
  for (guint i = 0; i < run->length; i++)
    {
      gsize from = run->starts[i];

      if (run->starts[i + 1] == from)
        continue;
      add_token (tokens, 'p', run->pinyin + from, MIN (run->pinyin_length - from, PINYIN_CAP));
      add_token (tokens, 'i', run->initials + i, MIN (run->length - i, INITIALS_CAP));
    }
}

static void
add_han (GString *tokens, const TpHanRun *run)
{
  TpHanRun other;

  for (guint i = 0; i < run->length; i++)
    {
      g_string_append_len (tokens, run->utf8 + run->bytes[i], run->bytes[i + 1] - run->bytes[i]);
      g_string_append_c (tokens, ' ');
      if (i + 2 <= run->length)
        {
          g_string_append_len (tokens, run->utf8 + run->bytes[i], run->bytes[i + 2] - run->bytes[i]);
          g_string_append_c (tokens, ' ');
        }
    }
  if (run->pinyin_length > 0)
    add_token (tokens, 'a', run->pinyin, 1);
  add_readings (tokens, run);
  if (tp_han_run_without_v (run, &other))
    add_readings (tokens, &other);
}

/**
 * tp_search_add_name:
 * @tokens: the words of a record's entry in the index, separated by spaces
 * @name: (nullable): a name in any script
 *
 * Adds what finds the name: its Chinese characters alone and in pairs, pinyin and
 * initials from every syllable on, and words of other scripts.
 */
void
tp_search_add_name (GString *tokens, const char *name)
{
  TpSegment segment;

  for (const char *p = name; p != NULL && tp_segment_next (&p, &segment);)
    if (segment.han)
      add_han (tokens, &segment.run);
    else
      {
        add_token (tokens, 'a', segment.word, tp_first_letter_length (segment.word));
        add_token (tokens, 'w', segment.word, tp_cut (segment.word, segment.word_length, WORD_CAP));
      }
}

/**
 * tp_search_add_code:
 * @tokens: the words of a record's entry in the index, separated by spaces
 * @code: (nullable): a USCC, GTIN, reference, short name or phone number
 *
 * Adds what finds the code by any three characters of it or more.
 */
void
tp_search_add_code (GString *tokens, const char *code)
{
  char plain[TP_CODE_MAX + 1];
  gsize length = code != NULL ? tp_plain_code (code, plain) : 0;

  if (length > 0 && length < GRAM)
    add_token (tokens, 'c', plain, length);
  for (gsize i = 0; i + GRAM <= length; i++)
    add_token (tokens, 'c', plain + i, GRAM);
}

/* Queries */

static void
quote (GString *query, const char *joint, char kind, const char *text, gsize length,
       gboolean prefix)
{
  g_string_append (query, joint);
  g_string_append_c (query, '"');
  if (kind != '\0')
    g_string_append_c (query, kind);
  g_string_append_len (query, text, (gssize) length);
  g_string_append (query, prefix ? "\" *" : "\"");
}

static void
query_han (GString *query, const TpHanRun *run)
{
  if (run->length == 1)
    quote (query, "", '\0', run->utf8, run->bytes[1], FALSE);
  for (guint i = 0; i + 2 <= run->length; i++)
    quote (query, i > 0 ? " AND " : "", '\0', run->utf8 + run->bytes[i],
           run->bytes[i + 2] - run->bytes[i], FALSE);
}

/* @sure: only what the index holds whole. */
static void
query_word (GString *query, const TpSegment *segment, gboolean sure)
{
  const char *word = segment->word;
  gsize length = segment->word_length;

  /* One letter as a prefix would walk through half the index. */
  if (length == tp_first_letter_length (word))
    {
      quote (query, "", 'a', word, length, FALSE);
      return;
    }
  g_string_append_c (query, '(');
  quote (query, "", 'w', word, tp_cut (word, length, WORD_CAP), TRUE);
  if (strspn (word, "abcdefghijklmnopqrstuvwxyz") == length)
    {
      if (!sure || length <= PINYIN_CAP)
        quote (query, " OR ", 'p', word, MIN (length, PINYIN_CAP), TRUE);
      if (!sure || length <= INITIALS_CAP)
        quote (query, " OR ", 'i', word, MIN (length, INITIALS_CAP), TRUE);
    }
  g_string_append_c (query, ')');
}

static void
query_code (GString *query, const char *code, gsize length)
{
  if (length < GRAM)
    quote (query, "", 'c', code, length, FALSE);
  for (gsize i = 0; i + GRAM <= length; i++)
    quote (query, i > 0 ? " AND " : "", 'c', code + i, GRAM, FALSE);
}

/* The parts of one typed word, ANDed. With @sure only those that the index holds whole,
 * a pair of characters or a word that is not too long; it is cleared where one is not. */
static gboolean
query_parts (GString *parts, const char *chunk, gboolean *sure)
{
  TpSegment segment;

  for (const char *p = chunk; tp_segment_next (&p, &segment);)
    {
      if (parts->len > 0)
        g_string_append (parts, " AND ");
      if (segment.han)
        query_han (parts, &segment.run);
      else
        query_word (parts, &segment, *sure);
      if (segment.han ? segment.run.length > 2 : segment.word_length > WORD_CAP)
        *sure = FALSE;
    }
  return parts->len > 0;
}

/* The parts of one typed word; or, where it may be one, a fragment of a code. */
static gboolean
query_chunk (GString *query, const char *chunk)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  char code[TP_CODE_MAX + 1];
  gsize code_length = tp_plain_code (chunk, code);
  gboolean sure = FALSE;

  if (!query_parts (parts, chunk, &sure))
    return FALSE;
  if (query->len > 0)
    g_string_append (query, " AND ");
  if (code_length > 0)
    {
      g_string_append_printf (query, "((%s) OR (", parts->str);
      query_code (query, code, code_length);
      g_string_append (query, "))");
    }
  else
    g_string_append_printf (query, "(%s)", parts->str);
  return TRUE;
}

/**
 * tp_search_query:
 * @typed: (nullable): what a person typed
 *
 * Words between spaces must all be found. A word in Latin letters may begin an English
 * word, or be pinyin or initials from any syllable on, or be a fragment of a code.
 *
 * Returns: (transfer full) (nullable): an expression for FTS5's MATCH, whose matches
 *   tp_search_verify() then checks; %NULL where nothing was typed to search for, or
 *   nothing that anything is found by: tp_search_is_blank() tells the two apart
 */
char *
tp_search_query (const char *typed)
{
  g_auto (GStrv) chunks = tp_search_chunks (typed);
  GString *query = g_string_new (NULL);

  for (guint i = 0; chunks[i] != NULL; i++)
    query_chunk (query, chunks[i]);
  if (query->len == 0)
    {
      g_string_free (query, TRUE);
      return NULL;
    }
  return g_string_free (query, FALSE);
}

/**
 * tp_search_is_blank:
 * @typed: (nullable): what a person typed
 *
 * Returns: whether nothing was typed, which finds all; signs alone, such as "%" or a
 *   picture, stand in no index and find nothing
 */
gboolean
tp_search_is_blank (const char *typed)
{
  g_auto (GStrv) chunks = tp_search_chunks (typed);

  return chunks[0] == NULL;
}

/**
 * tp_search_query_sure:
 * @typed: (nullable): what a person typed
 *
 * Most of what is typed is a pair of characters or a short word, which the index holds
 * as it is: then its matches need no look at the names themselves.
 *
 * Returns: (transfer full) (nullable): an expression for FTS5's MATCH, whose matches are
 *   all right, while tp_search_query() may find more that are; %NULL where there is none
 */
char *
tp_search_query_sure (const char *typed)
{
  g_auto (GStrv) chunks = tp_search_chunks (typed);
  GString *query = g_string_new (NULL);
  gboolean all = TRUE;

  for (guint i = 0; all && chunks[i] != NULL; i++)
    {
      g_autoptr (GString) parts = g_string_new (NULL);
      char code[TP_CODE_MAX + 1];
      gsize code_length = tp_plain_code (chunks[i], code);
      gboolean sure = TRUE, any = query_parts (parts, chunks[i], &sure);

      if (!any)
        continue;
      if (query->len > 0)
        g_string_append (query, " AND ");
      /* A code of three characters or fewer stands in the index as it is too. */
      if (code_length > GRAM)
        code_length = 0;
      all = sure || code_length > 0;
      g_string_append_c (query, '(');
      if (sure)
        g_string_append_printf (query, "(%s)", parts->str);
      if (sure && code_length > 0)
        g_string_append (query, " OR ");
      if (code_length > 0)
        {
          g_string_append_c (query, '(');
          query_code (query, code, code_length);
          g_string_append_c (query, ')');
        }
      g_string_append_c (query, ')');
    }
  if (!all || query->len == 0)
    {
      g_string_free (query, TRUE);
      return NULL;
    }
  return g_string_free (query, FALSE);
}

/* Verification */

static gboolean
reads_as (const TpHanRun *run, const char *word, gsize length)
{
  for (guint i = 0; i < run->length; i++)
    {
      if (run->starts[i + 1] == run->starts[i])
        continue;
      if (run->pinyin_length - run->starts[i] >= length
          && memcmp (run->pinyin + run->starts[i], word, length) == 0)
        return TRUE;
      if (run->length - i >= length && memcmp (run->initials + i, word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
word_in_name (const TpSegment *wanted, const char *name)
{
  gboolean one_letter = wanted->word_length == tp_first_letter_length (wanted->word);
  TpSegment segment;
  TpHanRun other;

  for (const char *p = name; tp_segment_next (&p, &segment);)
    {
      if (!segment.han)
        {
          if (g_str_has_prefix (segment.word, wanted->word))
            return TRUE;
        }
      else if (one_letter)
        {
          if (segment.run.pinyin_length > 0 && segment.run.pinyin[0] == wanted->word[0]
              && wanted->word_length == 1)
            return TRUE;
        }
      else if (reads_as (&segment.run, wanted->word, wanted->word_length)
               || (tp_han_run_without_v (&segment.run, &other)
                   && reads_as (&other, wanted->word, wanted->word_length)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
segment_found (const TpSegment *wanted, const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (wanted->han ? strstr (names[i], wanted->run.utf8) != NULL : word_in_name (wanted, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
code_found (const char *fragment, gsize length, const char *const *codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      char plain[TP_CODE_MAX + 1];

      if (tp_plain_code (codes[i], plain) > 0
          && (length < GRAM ? strcmp (plain, fragment) == 0 : strstr (plain, fragment) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
chunk_found (const char *chunk, const char *const *names, const char *const *codes)
{
  char code[TP_CODE_MAX + 1];
  gsize code_length = tp_plain_code (chunk, code);
  TpSegment segment;

  if (code_length > 0 && code_found (code, code_length, codes))
    return TRUE;
  for (const char *p = chunk; tp_segment_next (&p, &segment);)
    if (!segment_found (&segment, names))
      return FALSE;
  return TRUE;
}

/**
 * tp_search_verify:
 * @typed: (nullable): what a person typed
 * @names: (array zero-terminated=1) (nullable): a candidate's names
 * @codes: (array zero-terminated=1) (nullable): its codes
 *
 * Returns: whether the candidate really has all that was typed: Chinese characters in
 *   a row, words from their beginning, pinyin and initials from a syllable on, codes
 *   anywhere
 */
gboolean
tp_search_verify (const char *typed, const char *const *names, const char *const *codes)
{
  g_auto (GStrv) chunks = tp_search_chunks (typed);
  gboolean any = chunks[0] == NULL;

  for (guint i = 0; chunks[i] != NULL; i++)
    {
      const char *p = chunks[i];
      TpSegment segment;

      if (!chunk_found (chunks[i], names, codes))
        return FALSE;
      any = any || tp_segment_next (&p, &segment);
    }
  /* Signs alone are in no index. */
  return any;
}
