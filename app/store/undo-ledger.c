/* undo-ledger.c: what an undo leaves standing because the ledger names it.
 *
 * Entries are never deleted, so neither is what they refer to: a fund, a programme, an
 * exporter or an organisation that a change made stays when the change is taken back,
 * as soon as an entry names it. It lets go of what is taken back around it (a fund of
 * its commitment).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/* All that entries refer to. */
static void
add_named (TpChange *self, TpTouched *named)
{
  const TpKindInfo *entry = tp_kind_info (TP_KIND_ENTRY);

  for (guint i = 0; i < entry->n_fields; i++)
    {
      const TpField *field = &entry->fields[i];
      g_autofree char *sql = NULL;
      sqlite3_stmt *stmt;

      if (field->type != TP_FIELD_REF || field->ref == TP_KIND_ENTRY)
        continue;
      sql = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"entry\" WHERE \"%s\" IS NOT NULL", field->name,
                             field->name);
      stmt = tp_connection_prepare (self->connection, sql);
      while (tp_connection_step (self->connection, stmt, NULL))
        tp_touched_add (named, field->ref, sqlite3_column_int64 (stmt, 0));
      sqlite3_reset (stmt);
    }
}

static gboolean
holds (TpTouched *set, TpKind kind, gint64 id)
{
  return kind != TP_KIND_NONE && set->ids[kind] != NULL && g_hash_table_contains (set->ids[kind], &id);
}

/* The id that a changeset's row inserted; FALSE where it did something else. */
static gboolean
inserted_row (sqlite3_changeset_iter *iter, TpKind *kind, gint64 *id)
{
  const char *table;
  int n_columns, op, indirect;
  sqlite3_value *value = NULL;

  sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
  *kind = tp_kind_from_token (table);
  if (op != SQLITE_INSERT || *kind == TP_KIND_NONE)
    return FALSE;
  sqlite3changeset_new (iter, 0, &value);
  if (value == NULL)
    return FALSE;
  *id = sqlite3_value_int64 (value);
  return TRUE;
}

typedef gboolean (*RowFunc) (sqlite3_changeset_iter *iter, gpointer data);

static gboolean
each_row (GBytes *changeset, RowFunc func, gpointer data)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean ok = TRUE;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return FALSE;
  while (ok && sqlite3changeset_next (iter) == SQLITE_ROW)
    ok = func (iter, data);
  sqlite3changeset_finalize (iter);
  return ok;
}

typedef struct
{
  TpTouched named;
  TpTouched inserted;
  TpTouched kept;
  guint n_kept;
  sqlite3_changegroup *rest;
} Split;

static gboolean
find_kept (sqlite3_changeset_iter *iter, gpointer data)
{
  Split *split = data;
  TpKind kind;
  gint64 id;

  if (!inserted_row (iter, &kind, &id))
    return TRUE;
  tp_touched_add (&split->inserted, kind, id);
  if (kind != TP_KIND_ENTRY && holds (&split->named, kind, id))
    {
      tp_touched_add (&split->kept, kind, id);
      split->n_kept++;
    }
  return TRUE;
}

static gboolean
add_rest (sqlite3_changeset_iter *iter, gpointer data)
{
  Split *split = data;
  TpKind kind;
  gint64 id;

  if (inserted_row (iter, &kind, &id) && holds (&split->kept, kind, id))
    return TRUE;
  return sqlite3changegroup_add_change (split->rest, iter) == SQLITE_OK;
}

/* Lets a kept record go of what is taken back. What it cannot be without is kept
 * too: then the apply meets the conflict and says so. */
static gboolean
let_go (TpChange *self, Split *split, TpKind kind, gint64 id, GError **error)
{
  const TpKindInfo *info = tp_kind_info (kind);
  g_autoptr (TpRecord) record = tp_reader_get (&self->reader, kind, id);
  g_autoptr (TpRecord) edited = NULL;

  if (record == NULL)
    return TRUE;
  edited = tp_record_edit (record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      const TpValue *value = tp_record_value (record, i);

      if (field->type == TP_FIELD_REF && value->set && (field->flags & TP_FIELD_REQUIRED) == 0
          && holds (&split->inserted, field->ref, value->number)
          && !holds (&split->kept, field->ref, value->number))
        tp_record_clear (edited, field->name);
    }
  return tp_record_equal (record, edited) || tp_change_update (self, edited, error);
}

static GBytes *
without_kept (TpChange *self, GBytes *changeset, Split *split, GError **error)
{
  void *data = NULL;
  int size = 0;

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      g_autoptr (GArray) ids = tp_touched_sorted (&split->kept, (TpKind) kind);

      for (guint i = 0; i < ids->len; i++)
        if (!let_go (self, split, (TpKind) kind, g_array_index (ids, gint64, i), error))
          return NULL;
    }
  if (sqlite3changegroup_new (&split->rest) != SQLITE_OK || !each_row (changeset, add_rest, split)
      || sqlite3changegroup_output (split->rest, &size, &data) != SQLITE_OK)
    {
      tp_connection_fail (self->connection, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/**
 * tp_undo_keep_named:
 * @self: an undo under way
 * @changeset: what it is about to take back
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the part that can be taken back while the
 *   ledger stays as it is
 */
GBytes *
tp_undo_keep_named (TpChange *self, GBytes *changeset, GError **error)
{
  Split split = { 0 };
  GBytes *rest;

  add_named (self, &split.named);
  if (split.named.kinds == 0)
    return g_bytes_ref (changeset);
  each_row (changeset, find_kept, &split);
  rest = split.n_kept > 0 ? without_kept (self, changeset, &split, error) : g_bytes_ref (changeset);
  g_clear_pointer (&split.rest, sqlite3changegroup_delete);
  tp_touched_clear (&split.named);
  tp_touched_clear (&split.inserted);
  tp_touched_clear (&split.kept);
  return rest;
}
