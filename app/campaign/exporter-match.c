/* exporter-match.c: whether an exporter without a USCC is there already.
 *
 * Until a USCC is known, name and province tell exporters apart. Names are compared
 * without case, spaces and punctuation. Candidates come from the search index, so that
 * the cost does not grow with the exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-match.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const names[] = { "name_local", "name" };

/* Most names are Chinese characters and ASCII, perhaps with full-width brackets: their
 * letters need no folding but that of A to Z. NULL where a name holds anything else. */
static char *
plain_at_once (const char *name)
{
  GString *plain = g_string_sized_new (strlen (name) + 1);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (plain, g_ascii_tolower ((char) c));
      else if (c >= 0x4E00 && c <= 0x9FFF)
        g_string_append_len (plain, p, 3);
      else if (c >= 0x80 && c != 0xFF08 && c != 0xFF09)
        {
          g_string_free (plain, TRUE);
          return NULL;
        }
    }
  return g_string_free (plain, FALSE);
}

/**
 * tp_exporter_plain_name:
 * @name: (nullable): a name
 *
 * Returns: (transfer full): its letters and digits, folded; "" for none
 */
char *
tp_exporter_plain_name (const char *name)
{
  char *at_once = plain_at_once (name != NULL ? name : "");
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *plain;

  if (at_once != NULL)
    return at_once;
  normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/**
 * tp_exporter_name_key:
 * @exporter: an exporter
 * @field: "name" or "name_local"
 *
 * Returns: (transfer full) (nullable): what tells an exporter without a USCC apart from
 *   others: province and plain name. %NULL where it lacks either
 */
char *
tp_exporter_name_key (TpRecord *exporter, const char *field)
{
  const char *province = tp_record_get_text (exporter, "province");
  const char *name = tp_record_get_text (exporter, field);
  g_autofree char *plain = NULL;

  if (province == NULL || name == NULL)
    return NULL;
  plain = tp_exporter_plain_name (name);
  return *plain != '\0' ? g_strconcat (province, " ", plain, NULL) : NULL;
}

/**
 * tp_exporter_find_named:
 * @reader: a reader
 * @exporter: an exporter with a name and a province
 * @error: return location
 *
 * For one exporter; an import of many keeps the names (see import-names.c).
 *
 * Returns: (transfer full) (nullable): another exporter of the same province with the
 *   same Chinese or English name; %NULL, with no error set, where there is none
 */
TpRecord *
tp_exporter_find_named (TpReader *reader, TpRecord *exporter, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = tp_record_get_text (exporter, names[i]);
      g_autofree char *plain = tp_exporter_plain_name (name);
      g_autoptr (TpQuery) query = NULL;
      g_autoptr (GArray) ids = NULL;

      if (*plain == '\0' || !tp_record_is_set (exporter, "province"))
        continue;
      query = tp_query_new (TP_KIND_EXPORTER);
      tp_query_set_search (query, name);
      tp_query_where_text (query, "province", tp_record_get_text (exporter, "province"));
      ids = tp_reader_select (reader, query, error);
      if (ids == NULL)
        return NULL;
      for (guint k = 0; k < ids->len; k++)
        {
          g_autoptr (TpRecord) other
              = tp_reader_get (reader, TP_KIND_EXPORTER, g_array_index (ids, gint64, k));
          g_autofree char *same = NULL;

          /* One that was merged stands for the exporter it went into. */
          if (other == NULL || tp_record_get_id (other) == tp_record_get_id (exporter)
              || tp_record_is_set (other, "merged_into"))
            continue;
          same = tp_exporter_plain_name (tp_record_get_text (other, names[i]));
          if (g_str_equal (same, plain))
            return g_steal_pointer (&other);
        }
    }
  return NULL;
}

/* The one exporter with just that name; %NULL where there is none, or several. */
static TpRecord *
find_only (TpReader *reader, const char *text, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autofree char *plain = tp_exporter_plain_name (text);
  g_autoptr (TpRecord) found = NULL;
  g_autoptr (GArray) ids = NULL;

  tp_query_set_search (query, text);
  ids = tp_reader_select (reader, query, error);
  for (guint i = 0; ids != NULL && *plain != '\0' && i < ids->len; i++)
    {
      g_autoptr (TpRecord) other = tp_reader_get (reader, TP_KIND_EXPORTER, g_array_index (ids, gint64, i));
      gboolean same = FALSE;

      if (other != NULL && tp_record_is_set (other, "merged_into"))
        continue;
      for (guint k = 0; other != NULL && k < G_N_ELEMENTS (names); k++)
        {
          g_autofree char *name = tp_exporter_plain_name (tp_record_get_text (other, names[k]));

          same = same || g_str_equal (name, plain);
        }
      if (same && found != NULL)
        return NULL;
      if (same)
        found = g_steal_pointer (&other);
    }
  return g_steal_pointer (&found);
}

/**
 * tp_exporter_find_text:
 * @reader: a reader
 * @text: a USCC, a reference, or a name that just one exporter bears
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the exporter, or the one it was merged into; %NULL
 *   with %TP_ERROR_NOT_FOUND where the text names none, or several
 */
TpRecord *
tp_exporter_find_text (TpReader *reader, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *key = g_utf8_strup (text, -1);
  TpRecord *exporter = tp_reader_find (reader, TP_KIND_EXPORTER, "uscc", key);

  if (exporter == NULL)
    exporter = tp_reader_find (reader, TP_KIND_EXPORTER, "reference", key);
  if (exporter == NULL)
    exporter = find_only (reader, text, &failure);
  if (exporter != NULL && tp_record_is_set (exporter, "merged_into"))
    {
      gint64 survivor = tp_reader_merged_survivor (reader, tp_record_get_id (exporter));

      g_object_unref (exporter);
      exporter = tp_reader_get (reader, TP_KIND_EXPORTER, survivor);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (exporter == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("No exporter has that name, USCC or reference: correct it, or leave it empty."));
  return exporter;
}
