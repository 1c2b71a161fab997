/* merged.c: which exporters went into which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/**
 * tp_reader_merged_ids:
 * @self: a reader
 * @exporter: an exporter's id
 *
 * Returns: (transfer full) (element-type gint64): the exporters that were merged into it,
 *   and into those; their history is its history, and the ledger goes on naming them
 */
GArray *
tp_reader_merged_ids (TpReader *self, gint64 exporter)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "WITH RECURSIVE \"merged\" (\"id\") AS (SELECT \"id\" FROM \"exporter\" WHERE "
                        "\"merged_into\" = ?1 UNION SELECT e.\"id\" FROM \"exporter\" e JOIN \"merged\" m ON "
                        "e.\"merged_into\" = m.\"id\") SELECT \"id\" FROM \"merged\" WHERE \"id\" <> ?1 "
                        "ORDER BY \"id\"");

  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * tp_reader_merged_survivor:
 * @self: a reader
 * @exporter: an exporter's id
 *
 * Returns: the exporter that stands for it now: the one it was merged into in the end, or
 *   itself
 */
gint64
tp_reader_merged_survivor (TpReader *self, gint64 exporter)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "WITH RECURSIVE \"way\" (\"id\") AS (SELECT ?1 UNION SELECT e.\"merged_into\" FROM "
                        "\"exporter\" e JOIN \"way\" w ON e.\"id\" = w.\"id\" WHERE e.\"merged_into\" IS NOT "
                        "NULL) SELECT e.\"id\" FROM \"way\" w JOIN \"exporter\" e ON e.\"id\" = w.\"id\" WHERE "
                        "e.\"merged_into\" IS NULL LIMIT 1");
  gint64 survivor = exporter;

  sqlite3_bind_int64 (stmt, 1, exporter);
  if (tp_connection_step (self->connection, stmt, NULL))
    survivor = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return survivor;
}
