/* history-deleted.c: records that are there no more, found in the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/* A single deletion is a small change; an import that was undone took away thousands,
 * and nobody asks for each of them. */
#define MOST_ROWS 1000

/* Notes the deleted rows that referred to the parents. */
static void
find_in_chunk (GBytes *changeset, const TpChildren *which, guint n, GPtrArray *found)
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
      sqlite3_value *key = NULL;
      TpKind kind;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (op != SQLITE_DELETE)
        continue;
      kind = tp_kind_from_token (table);
      sqlite3changeset_old (iter, 0, &key);
      for (guint i = 0; i < n && key != NULL; i++)
        {
          int column = which[i].kind == kind ? tp_kind_field_index (kind, which[i].field) + 1 : n_columns;
          sqlite3_value *value = NULL;
          gint64 id = sqlite3_value_int64 (key);

          if (column < n_columns && sqlite3changeset_old (iter, column, &value) == SQLITE_OK && value != NULL
              && sqlite3_value_type (value) != SQLITE_NULL && sqlite3_value_int64 (value) == which[i].parent)
            g_array_append_val ((GArray *) g_ptr_array_index (found, i), id);
        }
    }
  sqlite3changeset_finalize (iter);
}

/* Adds the chunks that can have deleted a record of the kind that is not there now:
 * where every id between the first and the last that was touched is there, none is
 * missing. That leaves out nearly all of them without opening one. */
static gboolean
add_chunks (TpReader *self, TpKind kind, GHashTable *chunks, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT k.\"rowid\" FROM \"change_span\" s JOIN \"change\" c ON c.\"seq\" = s.\"change\" "
      "JOIN \"change_chunk\" k ON k.\"change\" = s.\"change\" AND k.\"n\" = s.\"n\" "
      "WHERE s.\"kind\" = ?1 AND c.\"rows\" <= ?2 AND (s.\"last\" - s.\"first\" > ?2 OR "
      "(SELECT count(*) FROM \"%s\" WHERE \"id\" BETWEEN s.\"first\" AND s.\"last\") "
      "<= s.\"last\" - s.\"first\")",
      tp_kind_token (kind));
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);
  g_autoptr (GError) failed = NULL;

  sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, MOST_ROWS);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      gint64 row = sqlite3_column_int64 (stmt, 0);

      g_hash_table_add (chunks, g_memdup2 (&row, sizeof row));
    }
  sqlite3_reset (stmt);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Each id once, and none that was brought back. */
static void
keep_gone (TpReader *self, TpKind kind, GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (TpRecord) record = NULL;

      if (kept > 0 && g_array_index (ids, gint64, kept - 1) == id)
        continue;
      record = tp_reader_get (self, kind, id);
      if (record == NULL)
        g_array_index (ids, gint64, kept++) = id;
    }
  g_array_set_size (ids, kept);
}

/**
 * tp_reader_deleted_children:
 * @self: a reader
 * @which: kinds of records, by which field they refer to which record
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type GArray): for each of @which, in their
 *   order, the ids (gint64, ascending) of the records that referred to that record and
 *   were deleted in a change of no great size, or whose addition was undone;
 *   tp_reader_histories() tells what they were
 */
GPtrArray *
tp_reader_deleted_children (TpReader *self, const TpChildren *which, guint n, GError **error)
{
  g_autoptr (GHashTable) chunks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GError) failed = NULL;
  guint64 kinds = 0;
  GHashTableIter iter;
  gint64 *row;
  sqlite3_stmt *stmt;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (found, g_array_new (FALSE, FALSE, sizeof (gint64)));
      if ((kinds & (G_GUINT64_CONSTANT (1) << which[i].kind)) == 0
          && !add_chunks (self, which[i].kind, chunks, error))
        return NULL;
      kinds |= G_GUINT64_CONSTANT (1) << which[i].kind;
    }
  stmt = tp_connection_prepare (self->connection,
                                "SELECT \"size\", \"data\" FROM \"change_chunk\" WHERE \"rowid\" = ?1");
  g_hash_table_iter_init (&iter, chunks);
  while (failed == NULL && g_hash_table_iter_next (&iter, (gpointer *) &row, NULL))
    {
      g_autoptr (GBytes) changeset = NULL;

      sqlite3_bind_int64 (stmt, 1, *row);
      if (tp_connection_step (self->connection, stmt, &failed))
        changeset = tp_chunk_inflate (stmt, 0, 1, &failed);
      if (changeset != NULL)
        find_in_chunk (changeset, which, n, found);
      sqlite3_reset (stmt);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    keep_gone (self, which[i].kind, g_ptr_array_index (found, i));
  return g_steal_pointer (&found);
}
