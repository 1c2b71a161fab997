/* connection.c: one connection to the workspace file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist-private.h"
#include "connection.h"
#include "error.h"
#include "store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucol.h>

struct _TpConnection
{
  sqlite3 *db;
  char *path;
  GHashTable *statements; /* SQL text → sqlite3_stmt */
  GHashTable *by_use;     /* use, kind and place → one of those */
  sqlite3_stmt *broken;   /* what stands for a statement that could not be prepared */
  int broken_code;        /* and why */
  GError *failure;        /* the first that nobody took */
  int stopped;            /* set from another thread: every step fails from now on */
};

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

/* What SQLite's result means to a person. */
static void
set_error (TpConnection *self, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("“%s” is in use by another program: try again in a moment. Nothing was changed."),
                   name);
      break;
    case SQLITE_FULL:
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("The disk that holds “%s” is full: make room and try again. Nothing was changed."),
                   name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("“%s” is read-only: save a copy elsewhere to work on it. Nothing was changed."),
                   name);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("“%s” cannot be opened: check that the file and its folder exist and that you "
                      "may read and write them"),
                   name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                   _ ("“%s” is not a TradePivot workspace. The file was not changed."), name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("“%s” is damaged: open a backup, and keep this file for a repair"), name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                   _ ("Cancelled. Nothing was changed."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
                   _ ("The change does not fit the other records (%s). Nothing was changed."),
                   sqlite3_errmsg (self->db));
      break;
    default:
      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("“%s” could not be read or written (%s). Nothing was changed."), name,
                   sqlite3_errmsg (self->db));
    }
}

static int
collate (void *collator, int length_a, const void *a, int length_b, const void *b)
{
  UErrorCode code = U_ZERO_ERROR;

  return ucol_strcollUTF8 (collator, a, length_a, b, length_b, &code);
}

static void
close_collator (void *collator)
{
  ucol_close (collator);
}

/* A collator is not to be shared between threads: each connection has its own. */
static void
add_collation (TpConnection *self)
{
  UErrorCode code = U_ZERO_ERROR;
  UCollator *collator = ucol_open (g_get_language_names ()[0], &code);

  if (U_FAILURE (code))
    {
      code = U_ZERO_ERROR;
      collator = ucol_open ("", &code);
    }
  if (U_SUCCESS (code))
    ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &code);
  if (collator != NULL)
    sqlite3_create_collation_v2 (self->db, TP_COLLATION, SQLITE_UTF8, collator, collate, close_collator);
}

/**
 * tp_connection_open:
 * @path: the file
 * @mode: what for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the connection; the file must exist already
 */
TpConnection *
tp_connection_open (const char *path, TpConnectionMode mode, GError **error)
{
  TpConnection *self = g_new0 (TpConnection, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  flags |= mode == TP_CONNECTION_FROZEN ? SQLITE_OPEN_READONLY
           : mode == TP_CONNECTION_READ ? SQLITE_OPEN_READWRITE
                                        : SQLITE_OPEN_READWRITE;
  self->path = g_strdup (path);
  self->by_use = g_hash_table_new (NULL, NULL);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  tp_file_locks_keep ();
  code = sqlite3_open_v2 (path, &self->db, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      tp_connection_close (self);
      return NULL;
    }
  add_collation (self);
  sqlite3_prepare_v2 (self->db, "SELECT 1 WHERE 0", -1, &self->broken, NULL);
  tp_checklist_register (self->db);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  /* A name in double quotes is a name, never a text. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!tp_connection_exec (self,
                           mode == TP_CONNECTION_WRITE
                               ? "PRAGMA synchronous=FULL; PRAGMA cache_size=-131072;"
                                 "PRAGMA wal_autocheckpoint=20000; PRAGMA temp_store=MEMORY"
                               : "PRAGMA cache_size=-16384; PRAGMA query_only=1;"
                                 "PRAGMA temp_store=MEMORY",
                           error))
    {
      tp_connection_close (self);
      return NULL;
    }
  return self;
}

void
tp_connection_close (TpConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_use);
  g_hash_table_unref (self->statements);
  sqlite3_finalize (self->broken);
  g_clear_error (&self->failure);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
tp_connection_get_db (TpConnection *self)
{
  return self->db;
}

const char *
tp_connection_get_path (TpConnection *self)
{
  return self->path;
}

/* Sets @error from the connection's last result; always FALSE, for a return. */
gboolean
tp_connection_fail (TpConnection *self, GError **error)
{
  set_error (self, sqlite3_extended_errcode (self->db), error);
  return FALSE;
}

/* Runs one or several statements that give nothing back. */
gboolean
tp_connection_exec (TpConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return tp_connection_fail (self, error);
}

/* A kept statement for @sql, reset and with nothing bound. Where the file cannot be
 * read (in use, damaged), a statement whose steps fail with that error. SQL that does
 * not compile is a programmer's error: it is the store's own, and tables and columns
 * were looked at when the file was opened. */
sqlite3_stmt *
tp_connection_prepare (TpConnection *self, const char *sql)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);
  int code;

  if (stmt != NULL)
    {
      sqlite3_reset (stmt);
      sqlite3_clear_bindings (stmt);
      return stmt;
    }
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (code == SQLITE_ERROR)
    g_error ("SQL: %s in: %s", sqlite3_errmsg (self->db), sql);
  if (code != SQLITE_OK)
    {
      self->broken_code = code;
      sqlite3_reset (self->broken);
      return self->broken;
    }
  /* The statement keeps its own copy of the text: it is the key. */
  g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (stmt), stmt);
  return stmt;
}

/* Whether the file has all the tables and columns that @sql names. */
gboolean
tp_connection_compiles (TpConnection *self, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL);

  sqlite3_finalize (stmt);
  return code == SQLITE_OK;
}

#define USE_KEY(use, kind, place) GUINT_TO_POINTER ((use) << 16 | (guint) (kind) << 8 | (place))

/* Statements whose text is put together for a kind or a field are found by what they
 * are for: on the path of an import, writing the text again costs more than running it.
 * NULL where there is none yet; tp_connection_keep() makes it. */
sqlite3_stmt *
tp_connection_kept (TpConnection *self, guint use, TpKind kind, guint place)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->by_use, USE_KEY (use, kind, place));

  if (stmt != NULL)
    {
      sqlite3_reset (stmt);
      sqlite3_clear_bindings (stmt);
    }
  return stmt;
}

sqlite3_stmt *
tp_connection_keep (TpConnection *self, guint use, TpKind kind, guint place, const char *sql)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self, sql);

  if (stmt != self->broken)
    g_hash_table_insert (self->by_use, USE_KEY (use, kind, place), stmt);
  return stmt;
}

static int
next_step (TpConnection *self, sqlite3_stmt *stmt)
{
  if (g_atomic_int_get (&self->stopped))
    return SQLITE_INTERRUPT;
  return stmt == self->broken ? self->broken_code : sqlite3_step (stmt);
}

/* Ends what the connection is doing, from another thread. The engine's own interrupt
 * only reaches a statement that is running just then. */
void
tp_connection_stop (TpConnection *self)
{
  g_atomic_int_set (&self->stopped, 1);
  sqlite3_interrupt (self->db);
}

/* Where a caller takes no error, the first one is kept for the end of the read or
 * change: a figure that could not be read must not pass for a zero. */
static void
report (TpConnection *self, int code, GError **error)
{
  if (error != NULL)
    set_error (self, code, error);
  else if (self->failure == NULL)
    set_error (self, code, &self->failure);
}

/* The first failure that no caller took since the last call; NULL where all went well. */
GError *
tp_connection_take_failure (TpConnection *self)
{
  return g_steal_pointer (&self->failure);
}

/* TRUE where there is a row. At the end, and on an error (then @error is set), the
 * statement is reset, so that it holds no read lock. */
gboolean
tp_connection_step (TpConnection *self, sqlite3_stmt *stmt, GError **error)
{
  int code = next_step (self, stmt);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    report (self, code, error);
  sqlite3_reset (stmt);
  return FALSE;
}

/* Runs a statement to its end; FALSE with @error set where it failed. */
gboolean
tp_connection_run (TpConnection *self, sqlite3_stmt *stmt, GError **error)
{
  int code;

  do
    code = next_step (self, stmt);
  while (code == SQLITE_ROW);
  if (code != SQLITE_DONE)
    set_error (self, code, error);
  sqlite3_reset (stmt);
  return code == SQLITE_DONE;
}

/* The one number that @sql gives; 0 where it gives none. */
gint64
tp_connection_number (TpConnection *self, const char *sql)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self, sql);
  gint64 number = 0;

  if (tp_connection_step (self, stmt, NULL))
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return number;
}

void
tp_bind_value (sqlite3_stmt *stmt, int place, const TpField *field, const TpValue *value)
{
  if (!value->set)
    sqlite3_bind_null (stmt, place);
  else if (tp_field_is_text (field))
    sqlite3_bind_text (stmt, place, value->text, (int) g_ref_string_length (value->text),
                       SQLITE_TRANSIENT);
  else
    sqlite3_bind_int64 (stmt, place, value->number);
}

/* The record in a row of the columns id and then the kind's fields in order; sealed. */
TpRecord *
tp_record_from_row (TpKind kind, sqlite3_stmt *stmt)
{
  const TpKindInfo *info = tp_kind_info (kind);
  TpRecord *record = tp_record_new (kind);

  tp_record_set_id (record, sqlite3_column_int64 (stmt, 0));
  for (guint i = 0; i < info->n_fields; i++)
    {
      int column = (int) i + 1;

      if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
        continue;
      if (tp_field_is_text (&info->fields[i]))
        tp_record_take_text (record, i, (const char *) sqlite3_column_text (stmt, column),
                             sqlite3_column_bytes (stmt, column));
      else
        tp_record_set_value (record, i,
                             &(TpValue){ TRUE, sqlite3_column_int64 (stmt, column), NULL });
    }
  tp_record_seal (record);
  return record;
}
