/* normalise-name.c: what is left of a company's name or phone number when the ways of
 * writing it are taken away.
 *
 * People write the same company as "宁波华锦家居用品有限公司" and "宁波华锦家居用品有限
 * 责任公司", as "Huajin Homeware Co., Ltd." and "HUAJIN HOMEWARE COMPANY LIMITED". Two
 * equal results are a likely duplicate, never a proof: a group (集团) or a branch
 * (分公司) is a company of its own and stays one here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "normalise-name.h"

#include "half-width.h"

#include <string.h>

/* Shorter digits are an extension or a slip, not a number to call. */
#define LEAST_DIGITS 7

/* The legal form at the end of a name; the longest first. */
static const char *const han_forms[] = { "股份有限公司", "有限责任公司", "有限公司", "公司" };

static const char *const latin_forms[] = {
  "ltd", "limited", "co", "company", "coltd", "inc", "incorporated", "corp", "corporation", "llc",
};

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_latin_form (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (latin_forms); i++)
    if (strcmp (word, latin_forms[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "Imp. & Exp." is how many write "Import and Export". */
static const char *
whole_word (const char *word)
{
  if (strcmp (word, "imp") == 0)
    return "import";
  if (strcmp (word, "exp") == 0)
    return "export";
  return word;
}

/* A branch or a subsidiary is a company of its own. */
static gboolean
has_form (const char *word, const char *form)
{
  if (!g_str_has_suffix (word, form))
    return FALSE;
  return strcmp (form, "公司") != 0 || (!g_str_has_suffix (word, "分公司") && !g_str_has_suffix (word, "子公司"));
}

/* The words of a folded name: letters and digits in a row of one kind, Chinese
 * characters or not; brackets, points and spaces only part them. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *narrow = tp_half_width (name);
  g_autofree char *normal = g_utf8_normalize (narrow, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean han = FALSE;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean part = c != 0 && g_unichar_isalnum (c);

      if (word->len > 0 && (!part || is_han (c) != han))
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (c == 0)
        return words;
      if (!part)
        continue;
      han = is_han (c);
      g_string_append_unichar (word, c);
    }
}

/* Takes the legal form off the end; never all there is. */
static void
drop_form (GPtrArray *words)
{
  char *last;

  while (words->len > 1 && is_latin_form (g_ptr_array_index (words, words->len - 1)))
    g_ptr_array_set_size (words, (int) words->len - 1);
  if (words->len == 0)
    return;
  last = g_ptr_array_index (words, words->len - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (han_forms); i++)
    if (has_form (last, han_forms[i]))
      {
        last[strlen (last) - strlen (han_forms[i])] = '\0';
        if (*last == '\0' && words->len > 1)
          g_ptr_array_set_size (words, (int) words->len - 1);
        else if (*last == '\0')
          memcpy (last, han_forms[i], strlen (han_forms[i]) + 1);
        return;
      }
}

/* Public API */

/**
 * tp_normalise_name:
 * @name: (nullable): a company's name, in Chinese or English
 *
 * Returns: (transfer full): its letters and digits without width, case, spaces, brackets
 *   and signs, "and" and the legal form at its end (有限公司, 有限责任公司, 股份有限公司,
 *   Co., Ltd., Inc. …); "" for none
 */
char *
tp_normalise_name (const char *name)
{
  g_autoptr (GPtrArray) words = split_words (name);
  GString *plain = g_string_new (NULL);

  drop_form (words);
  for (guint i = 0; i < words->len; i++)
    if (strcmp (g_ptr_array_index (words, i), "and") != 0 || words->len == 1)
      g_string_append (plain, whole_word (g_ptr_array_index (words, i)));
  return g_string_free (plain, FALSE);
}

/**
 * tp_name_to_search:
 * @name: (nullable): a company's name
 *
 * Returns: (transfer full): what to search for so that every name with the same
 *   tp_normalise_name() is among what is found, wherever brackets and spaces stand in
 *   it: each Chinese character by itself, each word
 */
char *
tp_name_to_search (const char *name)
{
  g_autoptr (GPtrArray) words = split_words (name);
  GString *text = g_string_new (NULL);

  drop_form (words);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (is_han (g_utf8_get_char (word)))
        for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
          {
            g_string_append (text, text->len > 0 ? " " : "");
            g_string_append_len (text, p, g_utf8_next_char (p) - p);
          }
      else if (strcmp (word, "and") != 0)
        /* Words are found from their beginning: both ways of writing begin so. */
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                strcmp (word, "import") == 0   ? "imp"
                                : strcmp (word, "export") == 0 ? "exp"
                                                               : word);
    }
  return g_string_free (text, FALSE);
}

/* One number: the digits, without the ways to dial China and the trunk's zero. */
static char *
plain_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *rest;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  rest = digits->str;
  if (g_str_has_prefix (rest, "0086"))
    rest += 4;
  else if (g_str_has_prefix (rest, "86") && (strchr (text, '+') != NULL || strlen (rest) >= 12))
    rest += 2;
  while (*rest == '0')
    rest++;
  /* 1111111 and the like stand for a number that is not known. */
  if (strlen (rest) < LEAST_DIGITS || strspn (rest, (char[]){ *rest, '\0' }) == strlen (rest))
    return NULL;
  return g_strdup (rest);
}

/**
 * tp_normalise_phones:
 * @phones: (nullable): a phone number as typed, or several with "/", "," or ";" between
 *
 * Returns: (transfer full): each number by its digits alone, without +86 or 0086 and
 *   without the zero before an area code, and without an extension; none for what is no
 *   number to call
 */
char **
tp_normalise_phones (const char *phones)
{
  g_autofree char *narrow = tp_half_width (phones);
  g_autofree char *parted = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) lines = g_strsplit (narrow, "、", -1);

  parted = g_strjoinv ("/", lines);
  parts = g_strsplit_set (parted, "/,;|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      static const char *const extensions[] = { "转", "分机", "ext", "x" };
      g_autofree char *low = g_ascii_strdown (parts[i], -1);
      g_autofree char *plain = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (extensions); k++)
        {
          char *at = strstr (low, extensions[k]);

          if (at != NULL)
            *at = '\0';
        }
      plain = plain_phone (low);
      if (plain != NULL)
        g_strv_builder_add (builder, plain);
    }
  return g_strv_builder_end (builder);
}
