/* derived-funds.c: the funds' figures by day.
 *
 * Entries are only ever added (the ledger refuses changes and deletions), so a few new
 * ones are added to their funds' sums, and after many the funds are summed anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <glib/gi18n-lib.h>

#define FUND_SUM                                                                                    \
  "INSERT INTO \"s_fund\" SELECT \"fund\", \"type\", coalesce(\"purpose\", ''), \"date\", "         \
  "sum(CASE WHEN \"reverses\" IS NULL THEN \"amount\" ELSE -\"amount\" END) FROM \"entry\" WHERE "  \
  "\"fund\" = ?1 GROUP BY 1, 2, 3, 4"

/* Whether the fund's sums still fit 64 bits: the engine would go on in floating point,
 * or fail on every later sum. */
static gboolean
check_sums (TpConnection *connection, gint64 fund, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT sum(\"delta\"), max(typeof(\"delta\") <> 'integer') FROM \"s_fund\" WHERE "
                  "\"fund\" = ?1 GROUP BY \"type\"");
  g_autoptr (GError) failed = NULL;
  gboolean fits = TRUE;

  sqlite3_bind_int64 (stmt, 1, fund);
  while (fits && tp_connection_step (connection, stmt, &failed))
    fits = sqlite3_column_int (stmt, 1) == 0;
  sqlite3_reset (stmt);
  if (fits && failed == NULL)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("The fund's entries add up to more than any amount that can be kept: check the amounts. "
                  "Nothing was changed."));
  return FALSE;
}

/* The funds of the touched entries. */
static void
find_funds (TpConnection *connection, TpTouched *touched, GHashTable *funds)
{
  GHashTableIter iter;
  gint64 *id;

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
}

/* Adds new entries to the sums, one by one. */
static gboolean
add_entries (TpConnection *connection, TpTouched *touched, GError **error)
{
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, touched->ids[TP_KIND_ENTRY]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (
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

static gboolean
sum_anew (TpConnection *connection, gint64 fund, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "DELETE FROM \"s_fund\" WHERE \"fund\" = ?1");

  sqlite3_bind_int64 (stmt, 1, fund);
  if (!tp_connection_run (connection, stmt, error))
    return FALSE;
  stmt = tp_connection_prepare (connection, FUND_SUM);
  sqlite3_bind_int64 (stmt, 1, fund);
  return tp_connection_run (connection, stmt, error);
}

gboolean
tp_derived_funds (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GHashTable) funds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gboolean few;
  gint64 *id;

  if (touched->ids[TP_KIND_ENTRY] == NULL)
    return TRUE;
  /* A few new entries: add each to the sums. Else sum their funds anew. */
  few = TP_TOUCHED_ALL_NEW (touched, TP_KIND_ENTRY) && g_hash_table_size (touched->ids[TP_KIND_ENTRY]) <= 64;
  if (few && !add_entries (connection, touched, error))
    return FALSE;
  find_funds (connection, touched, funds);
  g_hash_table_iter_init (&iter, funds);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if ((!few && !sum_anew (connection, *id, error)) || !check_sums (connection, *id, error))
      return FALSE;
  return TRUE;
}
