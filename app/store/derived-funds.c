/* derived-funds.c: the funds' figures by day.
 *
 * Entries are only ever added (the ledger refuses changes and deletions), so a few new
 * ones are added to their funds' sums, and after many the funds are summed anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

#define FUND_SUM                                                                                    \
  "INSERT INTO \"s_fund\" SELECT \"fund\", \"type\", coalesce(\"purpose\", ''), \"date\", "         \
  "sum(CASE WHEN \"reverses\" IS NULL THEN \"amount\" ELSE -\"amount\" END) FROM \"entry\" WHERE "  \
  "\"fund\" = ?1 GROUP BY 1, 2, 3, 4"

gboolean
tp_derived_funds (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GHashTable) funds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gint64 *id;

  if (touched->ids[TP_KIND_ENTRY] == NULL)
    return TRUE;
  /* A few new entries: add each to the sums. Else sum their funds anew. */
  if (TP_TOUCHED_ALL_NEW (touched, TP_KIND_ENTRY) && g_hash_table_size (touched->ids[TP_KIND_ENTRY]) <= 64)
    {
      sqlite3_stmt *stmt;

      g_hash_table_iter_init (&iter, touched->ids[TP_KIND_ENTRY]);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        {
          stmt = tp_connection_prepare (
              connection,
              "INSERT INTO \"s_fund\" SELECT \"fund\", \"type\", coalesce(\"purpose\", ''), \"date\", "
              "CASE WHEN \"reverses\" IS NULL THEN \"amount\" ELSE -\"amount\" END FROM \"entry\" WHERE "
              "\"id\" = ?1 ON CONFLICT DO UPDATE SET \"delta\" = \"delta\" + excluded.\"delta\"");
          sqlite3_bind_int64 (stmt, 1, *id);
          if (!tp_connection_run (connection, stmt, error))
            return FALSE;
        }
      return TRUE;
    }
  g_hash_table_iter_init (&iter, touched->ids[TP_KIND_ENTRY]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection,
                                                  "SELECT \"fund\" FROM \"entry\" WHERE \"id\" = ?1");
      gint64 fund;

      sqlite3_bind_int64 (stmt, 1, *id);
      if (tp_connection_step (connection, stmt, NULL))
        {
          fund = sqlite3_column_int64 (stmt, 0);
          g_hash_table_add (funds, g_memdup2 (&fund, sizeof fund));
        }
      sqlite3_reset (stmt);
    }
  g_hash_table_iter_init (&iter, funds);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection,
                                                  "DELETE FROM \"s_fund\" WHERE \"fund\" = ?1");

      sqlite3_bind_int64 (stmt, 1, *id);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
      stmt = tp_connection_prepare (connection, FUND_SUM);
      sqlite3_bind_int64 (stmt, 1, *id);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}
