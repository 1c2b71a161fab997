/* short-name.c: the short names by which people and files name records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "short-name.h"

#include "pinyin.h"

#define LONGEST 40

/* "Fair Subsidy" is "fair-subsidy"; Chinese as it is read aloud. Cut at a word. */
static char *
stem_of (const char *title)
{
  g_autofree char *read = tp_pinyin_of_text (title);
  g_autofree char *latin = g_str_to_ascii (read != NULL && *read != '\0' ? read : title, NULL);
  GString *stem = g_string_new (NULL);
  gsize word = 0;

  for (const char *p = latin; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (stem, g_ascii_tolower (*p));
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      {
        word = stem->len <= LONGEST ? stem->len : word;
        g_string_append_c (stem, '-');
      }
  if (stem->len > LONGEST)
    g_string_truncate (stem, word > 0 ? word : LONGEST);
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  return g_string_free (stem, FALSE);
}

/**
 * tp_short_name_make:
 * @reader: a reader
 * @kind: a kind whose records have a "key"
 * @title: what the record is called
 *
 * Returns: (transfer full): a short name made from @title that no record of the kind
 *   has yet
 */
char *
tp_short_name_make (TpReader *reader, TpKind kind, const char *title)
{
  g_autofree char *stem = stem_of (title);
  g_autofree char *key = NULL;

  if (*stem == '\0')
    g_set_str (&stem, tp_kind_token (kind));
  key = g_strdup (stem);
  for (guint i = 2;; i++)
    {
      g_autoptr (TpRecord) other = tp_reader_find (reader, kind, "key", key);

      if (other == NULL)
        return g_steal_pointer (&key);
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, i);
    }
}
