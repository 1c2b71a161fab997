/* history.c: what the journal says of records.
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

/* A record that is looked for, and whose history it belongs to. */
typedef struct
{
  TpKind kind;
  gint64 id;
  guint place; /* in what was asked for */
} Wanted;

/* A chunk of a change. */
typedef struct
{
  gint64 change;
  gint64 n;
} Chunk;

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Wanted *one = a, *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/* The first of the sorted @wanted that is of this kind and has at least this id. */
static guint
first_from (GArray *wanted, TpKind kind, gint64 id)
{
  const Wanted key = { kind, id, 0 };
  guint low = 0, high = wanted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_wanted (&g_array_index (wanted, Wanted, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_at (GArray *wanted, guint at, TpKind kind, gint64 last)
{
  return at < wanted->len && g_array_index (wanted, Wanted, at).kind == kind
         && g_array_index (wanted, Wanted, at).id <= last;
}

static TpChangeInfo *
info_of_row (sqlite3_stmt *stmt, TpKind kind, gint64 id, sqlite3_changeset_iter *iter, int op, int n_columns)
{
  TpChangeInfo *info = tp_change_info_new (sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1),
                                           sqlite3_column_int64 (stmt, 2),
                                           (const char *) sqlite3_column_text (stmt, 3),
                                           (const char *) sqlite3_column_text (stmt, 4),
                                           (const char *) sqlite3_column_text (stmt, 5),
                                           sqlite3_column_int64 (stmt, 6), sqlite3_column_int64 (stmt, 7),
                                           sqlite3_column_int64 (stmt, 8));

  tp_change_info_set_record (info, id);
  tp_change_info_set_op (info, op == SQLITE_INSERT   ? TP_CHANGE_OP_INSERT
                               : op == SQLITE_DELETE ? TP_CHANGE_OP_DELETE
                                                     : TP_CHANGE_OP_UPDATE);
  add_fields (info, kind, iter, op, n_columns);
  return info;
}

/* Walks a chunk once and notes what it did to each of the wanted records. */
static void
read_chunk (sqlite3_stmt *stmt, GBytes *changeset, GArray *wanted, GPtrArray *histories)
{
  sqlite3_changeset_iter *iter = NULL;
  const char *last_table = NULL;
  TpKind kind = TP_KIND_NONE;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *key = NULL;
      gint64 id;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (table != last_table)
        kind = tp_kind_from_token (table);
      last_table = table;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &key);
      else
        sqlite3changeset_old (iter, 0, &key);
      if (kind == TP_KIND_NONE || key == NULL)
        continue;
      id = sqlite3_value_int64 (key);
      for (guint at = first_from (wanted, kind, id); is_at (wanted, at, kind, id); at++)
        g_ptr_array_add (g_ptr_array_index (histories, g_array_index (wanted, Wanted, at).place),
                         info_of_row (stmt, kind, id, iter, op, n_columns));
    }
  sqlite3changeset_finalize (iter);
}

static int
compare_chunks (gconstpointer a, gconstpointer b)
{
  const Chunk *one = a, *other = b;

  if (one->change != other->change)
    return one->change > other->change ? -1 : 1;
  return (one->n < other->n) - (one->n > other->n);
}

/* Adds the chunks that may have touched wanted records of one kind: @at is the first of
 * them. Returns where the next kind begins. */
static guint
add_chunks (TpReader *self, GArray *wanted, guint at, GArray *chunks, GError **error)
{
  TpKind kind = g_array_index (wanted, Wanted, at).kind;
  guint end = first_from (wanted, kind, G_MAXINT64);
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"first\", \"last\", \"change\", \"n\" FROM \"change_span\" "
                        "WHERE \"kind\" = ?1 AND \"last\" >= ?2 AND \"first\" <= ?3");

  sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, g_array_index (wanted, Wanted, at).id);
  sqlite3_bind_int64 (stmt, 3, g_array_index (wanted, Wanted, end - 1).id);
  while (tp_connection_step (self->connection, stmt, error))
    {
      const Chunk chunk = { sqlite3_column_int64 (stmt, 2), sqlite3_column_int64 (stmt, 3) };

      if (is_at (wanted, first_from (wanted, kind, sqlite3_column_int64 (stmt, 0)), kind,
                 sqlite3_column_int64 (stmt, 1)))
        g_array_append_val (chunks, chunk);
    }
  sqlite3_reset (stmt);
  return end;
}

/* Opens each chunk that may have touched a wanted record, once, the newest first. */
static gboolean
read_chunks (TpReader *self, GArray *wanted, GPtrArray *histories, GError **error)
{
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *stmt;

  for (guint at = 0; at < wanted->len && failed == NULL;)
    at = add_chunks (self, wanted, at, chunks, &failed);
  g_array_sort (chunks, compare_chunks);
  stmt = tp_connection_prepare (
      self->connection,
      "SELECT c.\"seq\", c.\"key\", c.\"time\", c.\"author\", c.\"verb\", c.\"subject\", c.\"undoes\", "
      "c.\"redoes\", c.\"rows\", k.\"size\", k.\"data\" FROM \"change\" c "
      "JOIN \"change_chunk\" k ON k.\"change\" = c.\"seq\" WHERE c.\"seq\" = ?1 AND k.\"n\" = ?2");
  for (guint i = 0; i < chunks->len && failed == NULL; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      g_autoptr (GBytes) changeset = NULL;

      if (i > 0 && compare_chunks (chunk, chunk - 1) == 0)
        continue;
      sqlite3_bind_int64 (stmt, 1, chunk->change);
      sqlite3_bind_int64 (stmt, 2, chunk->n);
      if (tp_connection_step (self->connection, stmt, &failed))
        changeset = tp_chunk_inflate (stmt, 9, 10, &failed);
      if (changeset != NULL)
        read_chunk (stmt, changeset, wanted, histories);
      sqlite3_reset (stmt);
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/* The newest first; of one change that touched both, the record itself before the one
 * that was merged into it. */
static int
compare_newest (gconstpointer a, gconstpointer b, gpointer own)
{
  TpChangeInfo *one = *(TpChangeInfo *const *) a, *other = *(TpChangeInfo *const *) b;
  gint64 seq = tp_change_info_get_seq (one), other_seq = tp_change_info_get_seq (other);

  if (seq != other_seq)
    return seq > other_seq ? -1 : 1;
  return (tp_change_info_get_record (other) == *(gint64 *) own) - (tp_change_info_get_record (one) == *(gint64 *) own);
}

/**
 * tp_reader_histories:
 * @self: a reader
 * @refs: the records; they may be deleted by now
 * @n: how many
 * @error: return location
 *
 * Each chunk of the journal is opened once for all of them, however many there are. The
 * history of an exporter is also that of the exporters merged into it:
 * tp_change_info_get_record() tells whose each entry is.
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): for each of @refs, in
 *   their order, an array of #TpChangeInfo: every change that touched the record, newest
 *   first, with each field before and after
 */
GPtrArray *
tp_reader_histories (TpReader *self, const TpRecordRef *refs, guint n, GError **error)
{
  g_autoptr (GPtrArray) histories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) merged
          = refs[i].kind == TP_KIND_EXPORTER ? tp_reader_merged_ids (self, refs[i].id) : NULL;
      Wanted want = { refs[i].kind, refs[i].id, i };

      g_ptr_array_add (histories, g_ptr_array_new_with_free_func (g_object_unref));
      g_array_append_val (wanted, want);
      for (guint k = 0; merged != NULL && k < merged->len; k++)
        {
          want.id = g_array_index (merged, gint64, k);
          g_array_append_val (wanted, want);
        }
    }
  g_array_sort (wanted, compare_wanted);
  if (!read_chunks (self, wanted, histories, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      gint64 own = refs[i].id;

      if (refs[i].kind == TP_KIND_EXPORTER)
        g_ptr_array_sort_with_data (g_ptr_array_index (histories, i), compare_newest, &own);
    }
  return g_steal_pointer (&histories);
}

/**
 * tp_reader_history:
 * @self: a reader
 * @kind: a kind
 * @id: a record's id; it may be deleted by now
 * @error: return location
 *
 * The history of one record, as tp_reader_histories() tells it.
 *
 * Returns: (transfer full) (nullable) (element-type TpChangeInfo): every change that
 *   touched the record, newest first, with each field before and after
 */
GPtrArray *
tp_reader_history (TpReader *self, TpKind kind, gint64 id, GError **error)
{
  const TpRecordRef ref = { kind, id };
  g_autoptr (GPtrArray) histories = tp_reader_histories (self, &ref, 1, error);

  return histories != NULL ? g_ptr_array_steal_index (histories, 0) : NULL;
}
