/* history.c: what the journal says of one record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

static void
take_value (const TpField *field, sqlite3_value *from, TpValue *value)
{
  *value = (TpValue){ FALSE, 0, NULL };
  if (from == NULL || sqlite3_value_type (from) == SQLITE_NULL)
    return;
  value->set = TRUE;
  if (tp_field_is_text (field))
    value->text = g_ref_string_new_len ((const char *) sqlite3_value_text (from),
                                        sqlite3_value_bytes (from));
  else
    value->number = sqlite3_value_int64 (from);
}

/* Adds what the iterator's row did to each field. Older changesets have fewer columns
 * than the kind has fields now: those were not stated then. */
static void
add_fields (TpChangeInfo *info, TpKind kind, sqlite3_changeset_iter *iter, int op, int n_columns)
{
  const TpKindInfo *known = tp_kind_info (kind);

  for (guint i = 0; i < known->n_fields && (int) i + 1 < n_columns; i++)
    {
      sqlite3_value *old = NULL, *new = NULL;
      TpValue before, after;

      if (op != SQLITE_INSERT)
        sqlite3changeset_old (iter, (int) i + 1, &old);
      if (op != SQLITE_DELETE)
        sqlite3changeset_new (iter, (int) i + 1, &new);
      if (op == SQLITE_UPDATE && new == NULL)
        continue;
      take_value (&known->fields[i], old, &before);
      take_value (&known->fields[i], new, &after);
      if (!tp_value_equal (&before, &after))
        tp_change_info_add_field (info, &known->fields[i], &before, &after);
      g_clear_pointer (&before.text, g_ref_string_release);
      g_clear_pointer (&after.text, g_ref_string_release);
    }
}

/* What @changeset did to the record; FALSE where it did not touch it. */
static gboolean
find_in_chunk (GBytes *changeset, TpKind kind, gint64 id, TpChangeInfo *info)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return FALSE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *key = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (tp_kind_from_token (table) != kind)
        continue;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &key);
      else
        sqlite3changeset_old (iter, 0, &key);
      if (key == NULL || sqlite3_value_int64 (key) != id)
        continue;
      found = TRUE;
      tp_change_info_set_op (info, op == SQLITE_INSERT   ? TP_CHANGE_OP_INSERT
                                   : op == SQLITE_DELETE ? TP_CHANGE_OP_DELETE
                                                         : TP_CHANGE_OP_UPDATE);
      add_fields (info, kind, iter, op, n_columns);
    }
  sqlite3changeset_finalize (iter);
  return found;
}

/* Adds every change that touched one record, newest first. */
static gboolean
add_history (TpReader *self, TpKind kind, gint64 id, GPtrArray *infos, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection,
      "SELECT c.\"seq\", c.\"key\", c.\"time\", c.\"author\", c.\"verb\", c.\"subject\", c.\"undoes\", "
      "c.\"redoes\", c.\"rows\", k.\"size\", k.\"data\" FROM \"change_span\" s "
      "JOIN \"change\" c ON c.\"seq\" = s.\"change\" "
      "JOIN \"change_chunk\" k ON k.\"change\" = s.\"change\" AND k.\"n\" = s.\"n\" "
      "WHERE s.\"kind\" = ?1 AND s.\"last\" >= ?2 AND s.\"first\" <= ?2 "
      "ORDER BY s.\"change\" DESC, s.\"n\" DESC");
  g_autoptr (GError) failed = NULL;

  sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, id);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      g_autoptr (GBytes) chunk = tp_chunk_inflate (stmt, 9, 10, &failed);
      g_autoptr (TpChangeInfo) info = NULL;

      if (chunk == NULL)
        break;
      info = tp_change_info_new (sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1),
                                 sqlite3_column_int64 (stmt, 2),
                                 (const char *) sqlite3_column_text (stmt, 3),
                                 (const char *) sqlite3_column_text (stmt, 4),
                                 (const char *) sqlite3_column_text (stmt, 5),
                                 sqlite3_column_int64 (stmt, 6), sqlite3_column_int64 (stmt, 7),
                                 sqlite3_column_int64 (stmt, 8));
      tp_change_info_set_record (info, id);
      if (find_in_chunk (chunk, kind, id, info))
        g_ptr_array_add (infos, g_steal_pointer (&info));
    }
  sqlite3_reset (stmt);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  gint64 one = tp_change_info_get_seq (*(TpChangeInfo *const *) a);
  gint64 other = tp_change_info_get_seq (*(TpChangeInfo *const *) b);

  return (one < other) - (one > other);
}

/**
 * tp_reader_history:
 * @self: a reader
 * @kind: a kind
 * @id: a record's id; it may be deleted by now
 * @error: return location
 *
 * The history of an exporter is also that of the exporters merged into it:
 * tp_change_info_get_record() tells whose each entry is.
 *
 * Returns: (transfer full) (nullable) (element-type TpChangeInfo): every change that
 *   touched the record, newest first, with each field before and after
 */
GPtrArray *
tp_reader_history (TpReader *self, TpKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) merged = kind == TP_KIND_EXPORTER ? tp_reader_merged_ids (self, id) : NULL;

  if (!add_history (self, kind, id, infos, error))
    return NULL;
  for (guint i = 0; merged != NULL && i < merged->len; i++)
    if (!add_history (self, kind, g_array_index (merged, gint64, i), infos, error))
      return NULL;
  /* Of one change that touched both the record itself comes first: the sort is stable. */
  if (merged != NULL && merged->len > 0)
    g_ptr_array_sort (infos, compare_newest);
  return g_steal_pointer (&infos);
}
