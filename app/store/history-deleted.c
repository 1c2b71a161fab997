/* history-deleted.c: records that are there no more, found in the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/* A single deletion is a small change; an import that was undone took away thousands,
 * and nobody asks for each of them. */
#define MOST_ROWS 1000

static void
find_in_chunk (GBytes *changeset, TpKind kind, int column, gint64 parent, GHashTable *ids)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *key = NULL, *value = NULL;
      gint64 id;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (op != SQLITE_DELETE || column >= n_columns || tp_kind_from_token (table) != kind)
        continue;
      sqlite3changeset_old (iter, 0, &key);
      sqlite3changeset_old (iter, column, &value);
      if (key == NULL || value == NULL || sqlite3_value_type (value) == SQLITE_NULL
          || sqlite3_value_int64 (value) != parent)
        continue;
      id = sqlite3_value_int64 (key);
      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  sqlite3changeset_finalize (iter);
}

/**
 * tp_reader_deleted_children:
 * @self: a reader
 * @kind: a kind
 * @field: a field of it that refers to another record
 * @parent: that record's id
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the records that
 *   referred to @parent and were deleted in a change of no great size, or whose addition
 *   was undone; tp_reader_history() tells what they were
 */
GArray *
tp_reader_deleted_children (TpReader *self, TpKind kind, const char *field, gint64 parent, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT k.\"size\", k.\"data\" FROM \"change_span\" s "
                        "JOIN \"change\" c ON c.\"seq\" = s.\"change\" "
                        "JOIN \"change_chunk\" k ON k.\"change\" = s.\"change\" AND k.\"n\" = s.\"n\" "
                        "WHERE s.\"kind\" = ?1 AND c.\"rows\" <= ?2");
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GError) failed = NULL;
  GArray *gone;
  GHashTableIter iter;
  gpointer id;

  sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, MOST_ROWS);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      g_autoptr (GBytes) chunk = tp_chunk_inflate (stmt, 0, 1, &failed);

      if (chunk == NULL)
        break;
      find_in_chunk (chunk, kind, tp_kind_field_index (kind, field) + 1, parent, ids);
    }
  sqlite3_reset (stmt);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      /* It may have been brought back. */
      g_autoptr (TpRecord) record = tp_reader_get (self, kind, *(gint64 *) id);

      if (record == NULL)
        g_array_append_val (gone, *(gint64 *) id);
    }
  return gone;
}
