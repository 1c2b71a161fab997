/* derived-search.c: the search index over exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search-text.h"
#include "store-private.h"

/* The exporters of products that came or changed. */
static void
add_of_products (TpConnection *connection, TpTouched *touched)
{
  GHashTableIter iter;
  gint64 *id;

  if (touched->ids[TP_KIND_PRODUCT] == NULL)
    return;
  g_hash_table_iter_init (&iter, touched->ids[TP_KIND_PRODUCT]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection, "SELECT \"exporter\" FROM \"product\" WHERE \"id\" = ?1");

      sqlite3_bind_int64 (stmt, 1, *id);
      if (tp_connection_step (connection, stmt, NULL))
        tp_touched_add_exporter (touched, sqlite3_column_int64 (stmt, 0), TP_ASPECT_WORDS);
      sqlite3_reset (stmt);
    }
}

/* An exporter is found by its goods too. */
static void
add_products (TpConnection *connection, gint64 exporter, GString *tokens)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "SELECT \"name\", \"name_local\", \"gtin\", \"reference\" "
                                                          "FROM \"product\" WHERE \"exporter\" = ?1");

  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (connection, stmt, NULL))
    for (int column = 0; column < 4; column++)
      {
        const char *text = (const char *) sqlite3_column_text (stmt, column);

        if (text != NULL && column < 2)
          tp_search_add_name (tokens, text);
        else if (text != NULL)
          tp_search_add_code (tokens, text);
      }
}

gboolean
tp_derived_search (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GString) tokens = g_string_new (NULL);
  g_autoptr (GArray) ids = NULL;
  gboolean without, all_new;

  /* Exporters that are new in a change without products have none: an import. */
  without = TP_TOUCHED_ALL_NEW (touched, TP_KIND_EXPORTER) && touched->ids[TP_KIND_PRODUCT] == NULL;
  add_of_products (connection, touched);
  ids = tp_touched_sorted (touched, TP_KIND_EXPORTER);
  all_new = TP_TOUCHED_ALL_NEW (touched, TP_KIND_EXPORTER);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      sqlite3_stmt *stmt;
      gboolean present;

      if (!tp_touched_has_aspect (touched, id, TP_ASPECT_WORDS))
        continue;
      if (!all_new)
        {
          stmt = tp_connection_prepare (connection, "DELETE FROM \"search\" WHERE \"rowid\" = ?1");
          sqlite3_bind_int64 (stmt, 1, id);
          if (!tp_connection_run (connection, stmt, error))
            return FALSE;
        }

      stmt = tp_connection_prepare (connection, "SELECT \"name\", \"name_local\", \"contact\", \"uscc\", "
                                                "\"phone\", \"reference\" FROM \"exporter\" WHERE "
                                                "\"id\" = ?1");
      sqlite3_bind_int64 (stmt, 1, id);
      present = tp_connection_step (connection, stmt, NULL);
      if (!present)
        continue;
      g_string_truncate (tokens, 0);
      for (int column = 0; column < 6; column++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, column);

          if (text != NULL && column < 3)
            tp_search_add_name (tokens, text);
          else if (text != NULL)
            tp_search_add_code (tokens, text);
        }
      sqlite3_reset (stmt);
      if (!without)
        add_products (connection, id, tokens);

      stmt = tp_connection_prepare (connection,
                                    "INSERT INTO \"search\" (\"rowid\", \"tokens\") VALUES (?1, ?2)");
      sqlite3_bind_int64 (stmt, 1, id);
      sqlite3_bind_text (stmt, 2, tokens->str, (int) tokens->len, SQLITE_STATIC);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}
