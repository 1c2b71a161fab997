/* journal.c: recording a change.
 *
 * SQLite's session extension records what a transaction does to the record tables;
 * the changeset is kept, deflated, in that same transaction. Long changes are cut
 * into chunks, so that an import of a million rows needs little memory. What is
 * derived is refreshed from the keys of each chunk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <zlib.h>

#define CHUNK_ROWS 50000

/* After that many rows the search index is merged into one at once, as part of the
 * change: its merges would stall the small changes that follow for seconds. */
#define BULK_ROWS 20000

static gboolean
start_session (TpChange *self, GError **error)
{
  sqlite3 *db = tp_connection_get_db (self->connection);

  if (sqlite3session_create (db, "main", &self->session) != SQLITE_OK)
    return tp_connection_fail (self->connection, error);
  /* By name: with NULL the shadow tables of the search index would be recorded too.
   * The import log is a log, not a record: it stays when an import is undone. */
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    if (kind != TP_KIND_IMPORT
        && sqlite3session_attach (self->session, tp_kind_token ((TpKind) kind)) != SQLITE_OK)
      return tp_connection_fail (self->connection, error);
  return TRUE;
}

static gboolean
keep_chunk (TpChange *self, const void *changeset, int size, GError **error)
{
  uLongf deflated = compressBound ((uLong) size);
  g_autofree guint8 *data = g_malloc (deflated);
  sqlite3_stmt *stmt;

  if (compress2 (data, &deflated, changeset, (uLong) size, 1) != Z_OK)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("The change is too large for the memory of this machine. Nothing was changed."));
      return FALSE;
    }
  stmt = tp_connection_prepare (self->connection, "INSERT INTO \"change_chunk\" VALUES (?1, ?2, ?3, ?4)");
  sqlite3_bind_int64 (stmt, 1, self->seq);
  sqlite3_bind_int64 (stmt, 2, self->n_chunks);
  sqlite3_bind_int64 (stmt, 3, size);
  sqlite3_bind_blob64 (stmt, 4, data, deflated, SQLITE_STATIC);
  return tp_connection_run (self->connection, stmt, error);
}

static gboolean
keep_spans (TpChange *self, TpTouched *touched, GError **error)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      gint64 first = G_MAXINT64, last = G_MININT64;
      GHashTableIter iter;
      gint64 *id;
      sqlite3_stmt *stmt;

      if (touched->ids[kind] == NULL)
        continue;
      g_hash_table_iter_init (&iter, touched->ids[kind]);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        {
          first = MIN (first, *id);
          last = MAX (last, *id);
        }
      stmt = tp_connection_prepare (self->connection,
                                    "INSERT INTO \"change_span\" VALUES (?1, ?2, ?3, ?4, ?5)");
      sqlite3_bind_text (stmt, 1, tp_kind_token ((TpKind) kind), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (stmt, 2, last);
      sqlite3_bind_int64 (stmt, 3, first);
      sqlite3_bind_int64 (stmt, 4, self->seq);
      sqlite3_bind_int64 (stmt, 5, self->n_chunks);
      if (!tp_connection_run (self->connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Ends the session: keeps what it recorded and refreshes what follows from it. */
static gboolean
end_chunk (TpChange *self, GError **error)
{
  void *changeset = NULL;
  int size = 0;
  TpTouched touched;
  gboolean ok;

  if (sqlite3session_changeset (self->session, &size, &changeset) != SQLITE_OK)
    {
      sqlite3_free (changeset);
      return tp_connection_fail (self->connection, error);
    }
  g_clear_pointer (&self->session, sqlite3session_delete);
  tp_touched_init (&touched);
  ok = size == 0
       || (tp_touched_read (&touched, changeset, size) && keep_chunk (self, changeset, size, error)
           && keep_spans (self, &touched, error)
           && tp_derived_refresh (self->connection, &touched, error));
  self->kinds |= touched.kinds;
  self->rows += touched.n_rows;
  self->n_chunks += size > 0;
  self->chunk_rows = 0;
  tp_touched_clear (&touched);
  sqlite3_free (changeset);
  return ok;
}

/* Begins the transaction and the recording. */
gboolean
tp_change_begin (TpChange *self, GError **error)
{
  self->reader.connection = self->connection;
  self->time = g_get_real_time () / 1000;
  if (!tp_connection_exec (self->connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->seq = tp_connection_number (self->connection, "SELECT max(\"seq\") FROM \"change\"") + 1;
  return start_session (self, error);
}

/* Counts a row that a change function wrote; cuts a chunk off where there are many. */
gboolean
tp_change_counted (TpChange *self, GError **error)
{
  if (++self->chunk_rows < CHUNK_ROWS)
    return TRUE;
  return tp_change_check_cancelled (self, error) && end_chunk (self, error)
         && start_session (self, error);
}

/* Names the first record that refers to one that is not there: a whole workspace is
 * checked at its end, and the engine's own word for it names nothing. */
static gboolean
check_references (TpChange *self, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, "PRAGMA foreign_key_check");
  TpKind kind, parent;

  if (!tp_connection_step (self->connection, stmt, NULL))
    return TRUE;
  kind = tp_kind_from_token ((const char *) sqlite3_column_text (stmt, 0));
  parent = tp_kind_from_token ((const char *) sqlite3_column_text (stmt, 2));
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: two kinds of record, and the number of the first */
               _ ("The record “%s” with id %s refers to a “%s” that the file does not hold: add it, or take "
                  "the reference out. Nothing was changed."),
               kind != TP_KIND_NONE ? tp_kind_title (kind) : "", sqlite3_column_text (stmt, 1),
               parent != TP_KIND_NONE ? tp_kind_title (parent) : "");
  sqlite3_reset (stmt);
  return FALSE;
}

/* Writes the journal's row and commits; where nothing was changed nothing is written,
 * unless it was an undo or redo: the next one must know that this turn was taken. */
gboolean
tp_change_commit (TpChange *self, GError **error)
{
  sqlite3_stmt *stmt;
  gint64 previous;

  if (!end_chunk (self, error) || !tp_change_keep_counters (self, error)
      || (self->floor && !check_references (self, error)))
    return FALSE;
  if (self->n_chunks > 0 || self->inverts != 0)
    {
      previous = tp_connection_number (
          self->connection, "SELECT \"key\" FROM \"change\" ORDER BY \"seq\" DESC LIMIT 1");
      *self->last_id = MAX (*self->last_id + 1, previous + 1);
      stmt = tp_connection_prepare (
          self->connection,
          "INSERT INTO \"change\" (\"seq\", \"key\", \"follows\", \"time\", \"author\", \"verb\", "
          "\"subject\", \"schema\", \"kinds\", \"rows\", \"floor\", \"inverts\", \"undoes\", \"redoes\") "
          "VALUES (?1, ?2, nullif(?3, 0), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, nullif(?12, 0), "
          "nullif(?13, 0), nullif(?14, 0))");
      sqlite3_bind_int64 (stmt, 1, self->seq);
      sqlite3_bind_int64 (stmt, 2, *self->last_id);
      sqlite3_bind_int64 (stmt, 3, previous);
      sqlite3_bind_int64 (stmt, 4, self->time);
      sqlite3_bind_text (stmt, 5, self->author, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 6, self->verb, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 7, self->subject, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (stmt, 8, TP_SCHEMA_VERSION);
      sqlite3_bind_int64 (stmt, 9, (gint64) self->kinds);
      sqlite3_bind_int64 (stmt, 10, self->rows);
      sqlite3_bind_int64 (stmt, 11, self->floor);
      sqlite3_bind_int64 (stmt, 12, self->inverts);
      sqlite3_bind_int64 (stmt, 13, self->undoes);
      sqlite3_bind_int64 (stmt, 14, self->redoes);
      if (!tp_connection_run (self->connection, stmt, error))
        return FALSE;
    }
  if (self->rows >= BULK_ROWS
      && !tp_connection_exec (self->connection, "INSERT INTO \"search\" (\"search\") VALUES ('optimize')",
                              error))
    return FALSE;
  return tp_connection_exec (self->connection, "COMMIT", error);
}

/* Takes everything back. */
void
tp_change_cancel (TpChange *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (!sqlite3_get_autocommit (tp_connection_get_db (self->connection)))
    tp_connection_exec (self->connection, "ROLLBACK", NULL);
}

/* The changeset in a row of change_chunk. */
GBytes *
tp_chunk_inflate (sqlite3_stmt *stmt, int size_column, int data_column, GError **error)
{
  uLongf size = (uLongf) sqlite3_column_int64 (stmt, size_column);
  guint8 *data = g_malloc (size > 0 ? size : 1);

  if (uncompress (data, &size, sqlite3_column_blob (stmt, data_column),
                  (uLong) sqlite3_column_bytes (stmt, data_column)) != Z_OK)
    {
      g_free (data);
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("A change in the journal cannot be read: the file is damaged. Nothing was changed."));
      return NULL;
    }
  return g_bytes_new_take (data, size);
}
