/* derived-search.c: the search index over exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search-text.h"
#include "store-private.h"

gboolean
tp_derived_search (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GString) tokens = g_string_new (NULL);
  g_autoptr (GArray) ids = tp_touched_sorted (touched, TP_KIND_EXPORTER);
  gboolean all_new = TP_TOUCHED_ALL_NEW (touched, TP_KIND_EXPORTER);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      sqlite3_stmt *stmt;
      gboolean present;

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

      stmt = tp_connection_prepare (connection,
                                    "INSERT INTO \"search\" (\"rowid\", \"tokens\") VALUES (?1, ?2)");
      sqlite3_bind_int64 (stmt, 1, id);
      sqlite3_bind_text (stmt, 2, tokens->str, (int) tokens->len, SQLITE_STATIC);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}
