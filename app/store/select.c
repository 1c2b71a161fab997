/* select.c: answers a TpQuery with ids, and adds up what it finds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist.h"
#include "search-text.h"
#include "select-private.h"

#include <string.h>

/* A product of the candidate may be what was looked for. What was typed in one word is
 * found in one text; of several words each may be in another. */
static gboolean
products_match (TpReader *reader, gint64 exporter, const char *search, const char *const *own_names,
                const char *const *own_codes)
{
  sqlite3_stmt *stmt = tp_connection_prepare (reader->connection,
                                              "SELECT \"name\", \"name_local\", \"gtin\", \"reference\" FROM "
                                              "\"product\" WHERE \"exporter\" = ?1");
  gboolean one_word = strpbrk (search, " \t\xe3") == NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  gboolean found = FALSE;

  sqlite3_bind_int64 (stmt, 1, exporter);
  while (!found && tp_connection_step (reader->connection, stmt, NULL))
    {
      const char *row_names[3] = { NULL }, *row_codes[3] = { NULL };
      guint n_names = 0, n_codes = 0;

      for (int column = 0; column < 4; column++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, column);

          if (text == NULL)
            continue;
          if (!one_word)
            g_ptr_array_add (column < 2 ? names : codes, g_strdup (text));
          else if (column < 2)
            row_names[n_names++] = text;
          else
            row_codes[n_codes++] = text;
        }
      found = one_word && tp_search_verify (search, row_names, row_codes);
    }
  sqlite3_reset (stmt);
  if (found || one_word)
    return found;
  for (guint i = 0; own_names[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (own_names[i]));
  for (guint i = 0; own_codes[i] != NULL; i++)
    g_ptr_array_add (codes, g_strdup (own_codes[i]));
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (codes, NULL);
  return tp_search_verify (search, (const char *const *) names->pdata, (const char *const *) codes->pdata);
}

/* The index can give a candidate whose pieces all occur, but not in a row: the texts
 * themselves decide, of the exporter, and where those do not do, of its products. */
gboolean
tp_select_matches (TpReader *reader, sqlite3_stmt *row, const char *search)
{
  const char *names[4] = { NULL }, *codes[4] = { NULL };
  guint n_names = 0, n_codes = 0;

  if (sqlite3_column_int (row, 7) != 0)
    return TRUE;
  for (int column = 1; column <= 6; column++)
    {
      const char *text = (const char *) sqlite3_column_text (row, column);

      if (text == NULL)
        continue;
      if (column <= 3)
        names[n_names++] = text;
      else
        codes[n_codes++] = text;
    }
  return tp_search_verify (search, names, codes)
         || products_match (reader, sqlite3_column_int64 (row, 0), search, names, codes);
}

/* The stages in the order of the pipeline, for sorting; on a past day those of then. */
static void
add_stage_order (TpStatement *s, TpQuery *query)
{
  g_string_append (s->sql, "CASE ");
  if (tp_query_get_as_of (query) == TP_DAY_NONE)
    g_string_append (s->sql, "\"exporter\".\"stage\"");
  else
    {
      g_string_append (s->sql, "(SELECT d.\"stage\" FROM \"d_stage\" d WHERE d.\"exporter\" = "
                               "\"exporter\".\"id\" AND d.\"from\" <= ");
      tp_statement_number (s, s->day);
      g_string_append (s->sql, " ORDER BY d.\"from\" DESC LIMIT 1)");
    }
  for (int i = 0; i < TP_N_STAGES; i++)
    g_string_append_printf (s->sql, " WHEN '%s' THEN %d", tp_stage_token ((TpStage) i), i);
  g_string_append (s->sql, " END");
}

static void
add_order (TpStatement *s, TpQuery *query)
{
  TpKind kind = tp_query_get_kind (query);
  gboolean descending;
  const char *sort = tp_query_get_sort (query, &descending);
  const TpField *field = sort != NULL ? tp_kind_field (kind, sort) : NULL;

  g_string_append (s->sql, " ORDER BY ");
  if (sort != NULL)
    {
      if (kind == TP_KIND_EXPORTER && strcmp (sort, "stage") == 0)
        add_stage_order (s, query);
      else
        tp_select_expression (s, query, sort);
      /* Codes sort by their characters, names as a reader expects. */
      if (field != NULL && tp_field_is_text (field) && strcmp (sort, "stage") != 0)
        g_string_append (s->sql, (field->flags & (TP_FIELD_KEY | TP_FIELD_AUTO)) == TP_FIELD_KEY
                                     ? " COLLATE NOCASE"
                                     : " COLLATE " TP_COLLATION);
      g_string_append (s->sql, descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
  g_string_append_printf (s->sql, "\"%s\".\"id\"%s", tp_kind_token (kind), descending ? " DESC" : "");
}

/**
 * tp_reader_select:
 * @self: a reader
 * @query: which records, in what order
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
tp_reader_select (TpReader *self, TpQuery *query, GError **error)
{
  TpKind kind = tp_query_get_kind (query);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failed = NULL;
  guint offset, limit, seen = 0;
  gboolean verify;
  sqlite3_stmt *stmt;
  g_auto (TpStatement) s = { NULL };

  tp_statement_init (&s, self, query, "SELECT ");
  if (!tp_select_check (query, error))
    return NULL;
  g_string_append_printf (s.sql, "\"%s\".\"id\"", tp_kind_token (kind));
  if (kind == TP_KIND_EXPORTER && tp_query_get_search (query) != NULL)
    {
      g_string_append (s.sql, TP_SELECT_SEARCHED);
      tp_select_sure (&s, query);
    }
  g_string_append_printf (s.sql, " FROM \"%s\"", tp_kind_token (kind));
  verify = tp_select_where (&s, query);
  add_order (&s, query);

  tp_query_get_range (query, &offset, &limit);
  stmt = tp_statement_prepare (&s, self);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      if (verify && !tp_select_matches (self, stmt, tp_query_get_search (query)))
        continue;
      if (seen++ < offset)
        continue;
      g_array_append_val (ids, id);
      if (limit > 0 && ids->len == limit)
        break;
    }
  sqlite3_reset (stmt);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

/* The value at risk of a row in whole minor units, as exposure.c rounds down no more
 * than once: annual export value × US share. */
#define AT_RISK "(\"annual_export\" / 10000 * \"us_share\" + (\"annual_export\" % 10000) * \"us_share\" / 10000)"

/**
 * tp_reader_count_stages:
 * @self: a reader
 * @query: which exporters, with an as-of day; its conditions on the stage are left out
 * @currency: only values at risk in this ISO 4217 currency are added
 * @stages: (out): for each stage how many of them were in it at the end of the day, and
 *   what they have at risk together
 * @error: return location
 *
 * One walk over what the query finds: for the toggles above a list, and the heads of a
 * board.
 *
 * Returns: whether it could be counted
 */
gboolean
tp_reader_count_stages (TpReader *self, TpQuery *query, const char *currency, TpStageSum stages[TP_N_STAGES],
                        GError **error)
{
  g_autoptr (TpQuery) others = tp_query_copy (query);
  g_autoptr (GError) failed = NULL;
  g_auto (TpStatement) s = { NULL };
  gboolean verify;
  sqlite3_stmt *stmt;

  g_return_val_if_fail (tp_query_get_kind (query) == TP_KIND_EXPORTER, FALSE);
  memset (stages, 0, TP_N_STAGES * sizeof (TpStageSum));
  tp_query_drop (others, "stage");
  tp_query_set_sort (others, NULL, FALSE);
  tp_statement_init (&s, self, others, "SELECT \"exporter\".\"id\"" TP_SELECT_SEARCHED);
  if (!tp_select_check (others, error))
    return FALSE;
  tp_select_sure (&s, others);
  g_string_append (s.sql, ", ");
  if (tp_query_get_as_of (others) == TP_DAY_NONE)
    g_string_append (s.sql, "\"exporter\".\"stage\"");
  else
    {
      g_string_append (s.sql, "(SELECT d.\"stage\" FROM \"d_stage\" d WHERE d.\"exporter\" = \"exporter\".\"id\" AND "
                              "d.\"from\" <= ");
      tp_statement_number (&s, s.day);
      g_string_append (s.sql, " ORDER BY d.\"from\" DESC LIMIT 1)");
    }
  g_string_append (s.sql, ", CASE WHEN \"exporter\".\"currency\" = ");
  tp_statement_text (&s, currency);
  g_string_append (s.sql, " THEN " AT_RISK " END FROM \"exporter\"");
  verify = tp_select_where (&s, others);
  stmt = tp_statement_prepare (&s, self);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      int stage;

      if (verify && !tp_select_matches (self, stmt, tp_query_get_search (others)))
        continue;
      stage = tp_word_index (tp_words_stage, (const char *) sqlite3_column_text (stmt, 8));
      if (stage < 0)
        continue;
      stages[stage].count++;
      if (sqlite3_column_type (stmt, 9) == SQLITE_NULL)
        continue;
      stages[stage].at_risk += sqlite3_column_int64 (stmt, 9);
      stages[stage].n_stated++;
    }
  sqlite3_reset (stmt);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}
