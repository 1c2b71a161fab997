/* touched.c: which records a changeset touched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

void
tp_touched_init (TpTouched *self)
{
  *self = (TpTouched){ 0 };
}

void
tp_touched_clear (TpTouched *self)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    g_clear_pointer (&self->ids[kind], g_hash_table_unref);
  tp_touched_init (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The touched ids of a kind, ascending: tables and the search index are written in
 * their own order (out of order, the index flushes at every row). */
GArray *
tp_touched_sorted (TpTouched *self, TpKind kind)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *id;

  if (self->ids[kind] == NULL)
    return ids;
  g_hash_table_iter_init (&iter, self->ids[kind]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (ids, *id);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
add_id (TpTouched *self, TpKind kind, gint64 id)
{
  if (self->ids[kind] == NULL)
    self->ids[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!g_hash_table_contains (self->ids[kind], &id))
    g_hash_table_add (self->ids[kind], g_memdup2 (&id, sizeof id));
}

/* A record that did not change itself, but that a changed one referred to before. */
void
tp_touched_add_related (TpTouched *self, TpKind kind, gint64 id)
{
  self->known |= G_GUINT64_CONSTANT (1) << kind;
  add_id (self, kind, id);
}

void
tp_touched_add (TpTouched *self, TpKind kind, gint64 id)
{
  self->kinds |= G_GUINT64_CONSTANT (1) << kind;
  add_id (self, kind, id);
}

/* What a row referred to before it was changed or deleted: what is derived for those
 * must be worked out again, and the table no longer names them. */
static void
add_former_references (TpTouched *self, TpKind kind, sqlite3_changeset_iter *iter, int n_columns)
{
  static const TpKind wanted = TP_KIND_EXPORTER;
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields && (int) i + 1 < n_columns; i++)
    {
      sqlite3_value *old = NULL;

      if (info->fields[i].type != TP_FIELD_REF || info->fields[i].ref != wanted)
        continue;
      sqlite3changeset_old (iter, (int) i + 1, &old);
      if (old != NULL && sqlite3_value_type (old) == SQLITE_INTEGER)
        tp_touched_add_related (self, wanted, sqlite3_value_int64 (old));
    }
}

/* Adds the keys in a changeset; FALSE where it cannot be read. */
gboolean
tp_touched_read (TpTouched *self, const void *changeset, int size)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) changeset) != SQLITE_OK)
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *id = NULL;
      TpKind kind;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      kind = tp_kind_from_token (table);
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &id);
      else
        sqlite3changeset_old (iter, 0, &id);
      if (kind != TP_KIND_NONE && id != NULL)
        tp_touched_add (self, kind, sqlite3_value_int64 (id));
      if (kind != TP_KIND_NONE && op != SQLITE_INSERT)
        self->known |= G_GUINT64_CONSTANT (1) << kind;
      if (kind != TP_KIND_NONE && op != SQLITE_INSERT)
        add_former_references (self, kind, iter, n_columns);
      self->n_rows++;
    }
  return sqlite3changeset_finalize (iter) == SQLITE_OK;
}
