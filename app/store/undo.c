/* undo.c: taking changes back and bringing them again.
 *
 * History only grows: an undo applies the inverse of a change as a new change that
 * names it; a redo inverts that undo. A posted ledger entry is never deleted: where
 * the inverse would, its reversal is posted instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A normal change stands where it was brought back as often as taken back. */
#define STANDS                                                                                      \
  "((SELECT count(*) FROM \"change\" u WHERE u.\"undoes\" = c.\"key\") = "                          \
  "(SELECT count(*) FROM \"change\" r WHERE r.\"redoes\" = c.\"key\"))"

#define IS_NORMAL "c.\"undoes\" IS NULL AND c.\"redoes\" IS NULL"

#define COLUMNS                                                                                     \
  "c.\"seq\", c.\"key\", c.\"time\", c.\"author\", c.\"verb\", c.\"subject\", c.\"undoes\", "       \
  "c.\"redoes\", c.\"rows\""

static TpChangeInfo *
info_from_row (sqlite3_stmt *stmt)
{
  return tp_change_info_new (sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1),
                             sqlite3_column_int64 (stmt, 2),
                             (const char *) sqlite3_column_text (stmt, 3),
                             (const char *) sqlite3_column_text (stmt, 4),
                             (const char *) sqlite3_column_text (stmt, 5),
                             sqlite3_column_int64 (stmt, 6), sqlite3_column_int64 (stmt, 7),
                             sqlite3_column_int64 (stmt, 8));
}

/**
 * tp_reader_undoable:
 * @self: a reader
 * @redo: whether the change to bring back is asked for, not the one to take back
 *
 * Returns: (transfer full) (nullable): the change that the next undo (or redo) would
 *   act on
 */
TpChangeInfo *
tp_reader_undoable (TpReader *self, gboolean redo)
{
  /* Undo takes the newest normal change that stands, down to the last that made the
   * whole workspace. Redo takes the oldest change undone since something new was done:
   * it starts from the undos after that, of which there are few. */
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection,
      redo ? "SELECT " COLUMNS " FROM \"change\" u JOIN \"change\" c ON c.\"key\" = u.\"undoes\" WHERE "
             "u.\"undoes\" IS NOT NULL AND u.\"seq\" > coalesce((SELECT n.\"seq\" FROM \"change\" n WHERE "
             "n.\"undoes\" IS NULL AND n.\"redoes\" IS NULL ORDER BY n.\"seq\" DESC LIMIT 1), 0) AND NOT " STANDS
             " ORDER BY c.\"seq\" LIMIT 1"
           : "SELECT " COLUMNS " FROM \"change\" c WHERE " IS_NORMAL " AND " STANDS " AND c.\"seq\" > "
             "coalesce((SELECT f.\"seq\" FROM \"change\" f WHERE f.\"floor\" ORDER BY f.\"seq\" DESC LIMIT 1), "
             "0) ORDER BY c.\"seq\" DESC LIMIT 1");
  TpChangeInfo *info = NULL;

  if (tp_connection_step (self->connection, stmt, NULL))
    info = info_from_row (stmt);
  sqlite3_reset (stmt);
  return info;
}

/**
 * tp_reader_changes:
 * @self: a reader
 * @limit: how many at most
 * @offset: how many of the newest to pass over
 *
 * Returns: (transfer full) (element-type TpChangeInfo): the journal, newest first
 */
GPtrArray *
tp_reader_changes (TpReader *self, guint limit, guint offset)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection,
      "SELECT " COLUMNS " FROM \"change\" c ORDER BY c.\"seq\" DESC LIMIT ?1 OFFSET ?2");
  GPtrArray *infos = g_ptr_array_new_with_free_func (g_object_unref);

  sqlite3_bind_int64 (stmt, 1, limit);
  sqlite3_bind_int64 (stmt, 2, offset);
  while (tp_connection_step (self->connection, stmt, NULL))
    g_ptr_array_add (infos, info_from_row (stmt));
  return infos;
}

/* Applying */

static int
abort_on_conflict (void *data, int type, sqlite3_changeset_iter *iter)
{
  *(int *) data = type;
  return SQLITE_CHANGESET_ABORT;
}

static int
replace_data (void *data, int type, sqlite3_changeset_iter *iter)
{
  if (type == SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_REPLACE;
  *(int *) data = type;
  return SQLITE_CHANGESET_ABORT;
}

static int
not_the_ledger (void *data, const char *table)
{
  return strcmp (table, tp_kind_token (TP_KIND_ENTRY)) != 0;
}

/* Two rows that swapped a unique value cannot be swapped back by the engine, which
 * goes row by row. The values are set free first, for all updates of @changeset that
 * touch a key; then the apply overwrites them. */
static gboolean
free_unique_values (TpChange *self, GBytes *changeset)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean ok = TRUE;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return FALSE;
  while (ok && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      TpKind kind;
      sqlite3_value *id = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      kind = tp_kind_from_token (table);
      if (op != SQLITE_UPDATE || kind == TP_KIND_NONE)
        continue;
      sqlite3changeset_old (iter, 0, &id);
      for (guint i = 0; ok && i < tp_kind_info (kind)->n_fields; i++)
        {
          const TpField *field = &tp_kind_info (kind)->fields[i];
          sqlite3_value *value = NULL;

          sqlite3changeset_new (iter, (int) i + 1, &value);
          if ((field->flags & TP_FIELD_KEY) == 0 || value == NULL)
            continue;
          g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"id\" = ?1",
                                                  table, field->name);
          sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);

          sqlite3_bind_value (stmt, 1, id);
          ok = tp_connection_run (self->connection, stmt, NULL);
        }
    }
  sqlite3changeset_finalize (iter);
  return ok;
}

/* Applies the inverse of @changeset, all of it or nothing: on a failure the whole
 * transaction goes back. (A savepoint of our own around the apply would do too, but
 * inside one the engine walks its statement journal from the start at every row, and
 * the undo of an import takes minutes.) With @repair the unique values are set free
 * first; @swapped says that this is what a second try needs. */
static gboolean
apply_inverse (TpChange *self, GBytes *changeset, gboolean repair, gboolean *swapped, GError **error)
{
  const int flags = SQLITE_CHANGESETAPPLY_FKNOACTION | SQLITE_CHANGESETAPPLY_NOSAVEPOINT
                    | SQLITE_CHANGESETAPPLY_INVERT;
  int conflict = 0, code;

  if (repair && !free_unique_values (self, changeset))
    return tp_connection_fail (self->connection, error);
  code = sqlite3changeset_apply_v2 (tp_connection_get_db (self->connection),
                                    (int) g_bytes_get_size (changeset),
                                    (void *) g_bytes_get_data (changeset, NULL), not_the_ledger,
                                    repair ? replace_data : abort_on_conflict, &conflict, NULL, NULL, flags);
  if (code == SQLITE_OK)
    return TRUE;
  *swapped = !repair && conflict == SQLITE_CHANGESET_CONSTRAINT;
  if (code == SQLITE_ABORT || conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
                 _ ("This cannot be taken back any more: records it touched were changed or are used "
                    "by others since. Nothing was changed."));
  else
    tp_connection_fail (self->connection, error);
  return FALSE;
}

/* The ledger's part */

static gboolean
is_reversed (TpChange *self, gint64 entry)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT 1 FROM \"entry\" WHERE \"reverses\" = ?1 LIMIT 1");
  gboolean reversed;

  sqlite3_bind_int64 (stmt, 1, entry);
  reversed = tp_connection_step (self->connection, stmt, NULL);
  sqlite3_reset (stmt);
  return reversed;
}

/* An entry that was posted again after its reversal was taken back lives on in that
 * posting, and in the posting after that: the first of them. */
static gint64
first_posting (TpRecord *entry)
{
  return tp_record_get_number_or (entry, "restores", tp_record_get_id (entry));
}

/* The posting that stands for @entry today, or NULL where all of them are reversed. */
static TpRecord *
standing_posting (TpChange *self, TpRecord *entry)
{
  gint64 first = first_posting (entry);
  g_autoptr (GPtrArray) later = NULL;

  if (!is_reversed (self, first))
    return tp_reader_get (&self->reader, TP_KIND_ENTRY, first);
  later = tp_reader_children (&self->reader, TP_KIND_ENTRY, "restores", first);
  for (guint i = 0; i < later->len; i++)
    if (!is_reversed (self, tp_record_get_id (g_ptr_array_index (later, i))))
      return g_object_ref (g_ptr_array_index (later, i));
  return NULL;
}

/* Posts what answers the posting of @id: the reversal of what stands for an entry; for
 * a reversal, the entry it reversed once more. The day is that of the posting that is
 * taken back, so that the figures of every day are again what they were. */
static gboolean
answer_posting (TpChange *self, gint64 id, GError **error)
{
  g_autoptr (TpRecord) posted = tp_reader_get (&self->reader, TP_KIND_ENTRY, id);
  g_autoptr (TpRecord) subject = NULL;
  g_autoptr (TpRecord) answer = NULL;
  gboolean reverse;

  if (posted == NULL)
    return TRUE;
  reverse = !tp_record_is_set (posted, "reverses");
  subject = reverse ? standing_posting (self, posted)
                    : tp_reader_get (&self->reader, TP_KIND_ENTRY, tp_record_get_number (posted, "reverses"));
  if (subject == NULL)
    return TRUE;
  answer = tp_record_edit (subject);
  tp_record_set_id (answer, 0);
  tp_record_clear (answer, "reference");
  tp_record_clear (answer, "restores");
  tp_record_set_day (answer, "date", tp_record_get_day (posted, "date"));
  tp_record_set_text (answer, "author", self->author);
  tp_record_set_number (answer, "posted", self->time);
  if (reverse)
    {
      tp_record_set_number (answer, "reverses", tp_record_get_id (subject));
      tp_record_set_text (answer, "reason", _ ("Undone"));
      tp_record_clear (answer, "overrun");
    }
  else
    tp_record_set_number (answer, "restores", first_posting (subject));
  return tp_change_insert (self, answer, error);
}

static gboolean
answer_postings (TpChange *self, GBytes *changeset, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return TRUE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;
      sqlite3_value *value = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (op == SQLITE_INSERT && strcmp (table, tp_kind_token (TP_KIND_ENTRY)) == 0
          && sqlite3changeset_new (iter, 0, &value) == SQLITE_OK)
        {
          gint64 id = sqlite3_value_int64 (value);

          g_array_append_val (ids, id);
        }
    }
  sqlite3changeset_finalize (iter);
  /* Newest first, as everything else is taken back. */
  for (guint i = ids->len; i > 0; i--)
    if (!answer_posting (self, g_array_index (ids, gint64, i - 1), error))
      return FALSE;
  return TRUE;
}

/* The last change that did, undid or redid @key: the one to invert. */
static gint64
last_turn (TpChange *self, gint64 key)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT max(\"seq\") FROM \"change\" WHERE \"key\" = ?1 OR \"undoes\" = ?1 OR "
                        "\"redoes\" = ?1");
  gint64 seq = 0;

  sqlite3_bind_int64 (stmt, 1, key);
  if (tp_connection_step (self->connection, stmt, NULL))
    seq = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return seq;
}

/* Takes the next change back (or, with @redo, brings it again), within a change that
 * has begun. Returns what was taken back or brought again. Where it fails with
 * @swapped set, a second try, in a new transaction and with @repair, can succeed. */
TpChangeInfo *
tp_journal_undo (TpChange *self, gboolean redo, gboolean repair, gboolean *swapped, GError **error)
{
  g_autoptr (TpChangeInfo) info = tp_reader_undoable (&self->reader, redo);
  g_autoptr (GPtrArray) chunks = NULL;
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *stmt;
  gint64 turn;

  if (info == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   redo ? _ ("There is nothing to redo") : _ ("There is nothing to undo"));
      return NULL;
    }
  turn = last_turn (self, tp_change_info_get_key (info));
  self->inverts = turn;
  self->verb = redo ? "redo" : "undo";
  if (redo)
    self->redoes = tp_change_info_get_key (info);
  else
    self->undoes = tp_change_info_get_key (info);
  tp_change_set_subject (self, tp_change_info_get_subject (info));

  chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  stmt = tp_connection_prepare (self->connection,
                                "SELECT \"size\", \"data\" FROM \"change_chunk\" WHERE \"change\" = ?1 "
                                "ORDER BY \"n\" DESC");
  sqlite3_bind_int64 (stmt, 1, turn);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      GBytes *chunk = tp_chunk_inflate (stmt, 0, 1, error);

      if (chunk == NULL)
        {
          sqlite3_reset (stmt);
          return NULL;
        }
      g_ptr_array_add (chunks, chunk);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  for (guint i = 0; i < chunks->len; i++)
    {
      GBytes *chunk = g_ptr_array_index (chunks, i);

      g_autoptr (GBytes) rest = tp_undo_keep_named (self, chunk, error);

      if (rest == NULL || !apply_inverse (self, rest, repair, swapped, error)
          || !answer_postings (self, chunk, error))
        return NULL;
    }
  return g_steal_pointer (&info);
}
