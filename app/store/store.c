/* store.c: the workspace file as a service.
 *
 * Opening, closing and telling: writer.c and store-read.c have the threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (TpStore, tp_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Telling the views */

/* Emits what was committed since the views last heard, by this process or another. */
static gboolean
catch_up (TpStore *self)
{
  TpConnection *connection = self->main_reader.connection;
  gint64 last = self->seen_seq;
  guint64 kinds = 0;
  sqlite3_stmt *stmt;

  if (connection == NULL)
    return FALSE;
  stmt = tp_connection_prepare (connection, "SELECT \"seq\", \"kinds\" FROM \"change\" WHERE \"seq\" > ?1");
  sqlite3_bind_int64 (stmt, 1, self->seen_seq);
  while (tp_connection_step (connection, stmt, NULL))
    {
      last = sqlite3_column_int64 (stmt, 0);
      kinds |= (guint64) sqlite3_column_int64 (stmt, 1);
    }
  if (last == self->seen_seq)
    return FALSE;
  self->seen_seq = last;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, kinds);
  return TRUE;
}

static gboolean
announced_cb (gpointer data)
{
  /* A notice that nobody reads must not keep the file open: the reference is weak. */
  g_autoptr (TpStore) store = g_weak_ref_get (data);

  if (store != NULL)
    catch_up (store);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Runs @func where the store was opened, never here and now. */
static void
run_at_home (TpStore *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

/* Has "changed" emitted where the store was opened. */
void
tp_store_announce (TpStore *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  run_at_home (self, announced_cb, ref, free_weak_ref);
}

static gboolean
release_cb (gpointer object)
{
  return G_SOURCE_REMOVE;
}

/* Lets @object go where the store was opened: what may be the last reference to a
 * workspace must not end on the thread that its end waits for. */
void
tp_store_release (TpStore *self, gpointer object)
{
  run_at_home (self, release_cb, object, g_object_unref);
}

/* vfuncs */

static void
tp_store_finalize (GObject *object)
{
  TpStore *self = TP_STORE (object);

  tp_store_close (self);
  g_free (self->path);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_mutex_clear (&self->zone_lock);
  g_mutex_clear (&self->read_lock);
  g_cond_clear (&self->read_done);
  g_clear_pointer (&self->lent, g_ptr_array_unref);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (tp_store_parent_class)->finalize (object);
}

static void
tp_store_class_init (TpStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_store_finalize;

  /**
   * TpStore::changed:
   * @self: the store
   * @kinds: a bit for each #TpKind of which records changed
   *
   * Emitted in the context in which the store was opened, after each commit, whether
   * this process made it or another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
tp_store_init (TpStore *self)
{
  g_mutex_init (&self->zone_lock);
  g_mutex_init (&self->read_lock);
  g_cond_init (&self->read_done);
  self->lent = g_ptr_array_new ();
  self->zone = g_time_zone_new_utc ();
  self->context = g_main_context_ref_thread_default ();
}

/* Opening and closing */

static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  g_set_error (error, TP_ERROR, errno == EEXIST ? TP_ERROR_EXISTS : TP_ERROR_STORAGE,
               errno == EEXIST ? _ ("“%s” exists already: choose another name. It was not changed.")
                               : _ ("“%s” cannot be made: check that its folder exists and that you may "
                                    "write there"),
               path);
  return FALSE;
}

/* A program that was killed can leave a change half written, which the next writer
 * takes back. Whoever only reads cannot: it is done before, where the file lets us. */
static void
roll_back_leftovers (TpStore *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autoptr (TpConnection) connection = NULL;

  if (!g_file_test (journal, G_FILE_TEST_EXISTS) || g_access (self->path, W_OK) != 0)
    return;
  connection = tp_connection_open (self->path, TP_CONNECTION_WRITE, NULL);
  if (connection != NULL)
    tp_connection_number (connection, "PRAGMA user_version");
}

/* A copy of the file as it is, beside it, before its tables are changed: NAME.version-3.
 * One that is there already, of an attempt that was cut off, is at least as old. */
static gboolean
keep_former (TpConnection *connection, const char *path, int version, GError **error)
{
  g_autofree char *former = g_strdup_printf ("%s.version-%d", path, version);
  sqlite3_stmt *stmt;

  /* An empty file says no version; nothing would be lost with it. */
  if (version == 0 || g_file_test (former, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!make_file (former, error))
    return FALSE;
  stmt = tp_connection_prepare (connection, "VACUUM INTO ?1");
  sqlite3_bind_text (stmt, 1, former, -1, SQLITE_TRANSIENT);
  if (tp_connection_run (connection, stmt, error))
    return TRUE;
  g_unlink (former);
  return FALSE;
}

/**
 * tp_store_open:
 * @path: the file
 * @flags: how
 * @error: return location
 *
 * Opens a workspace, or makes a new one. A file that is not a workspace, or that a
 * newer version wrote, is refused and stays as it is. Blocks on the disk: call it off
 * the main thread, or where nothing else can happen yet.
 *
 * Returns: (transfer full) (nullable): the store
 */
TpStore *
tp_store_open (const char *path, TpStoreFlags flags, GError **error)
{
  g_autoptr (TpStore) self = g_object_new (TP_TYPE_STORE, NULL);
  gboolean create = (flags & TP_STORE_CREATE) != 0;
  int version = TP_SCHEMA_VERSION;
  g_autofree char *folder = NULL;

  /* In full: the engine takes names such as ":memory:" specially. */
  self->path = g_canonicalize_filename (path, NULL);
  path = self->path;
  if (create ? !make_file (path, error) : !tp_schema_check_header (path, &version, error))
    return NULL;
  /* A writer needs room beside the file, for its log. A file of a former version is
   * brought up to date first, also for who only reads. */
  folder = g_path_get_dirname (path);
  self->read_only = ((flags & TP_STORE_READ_ONLY) != 0 && version == TP_SCHEMA_VERSION) || g_access (path, W_OK) != 0
                    || g_access (folder, W_OK) != 0;
  self->readers = g_ptr_array_new ();
  self->jobs = g_async_queue_new ();

  if (!self->read_only)
    {
      self->writer = tp_connection_open (path, TP_CONNECTION_WRITE, error);
      /* The tables first, then the write-ahead log: so the file's own header says from
       * the start what it is, and another process can tell. */
      if (self->writer == NULL
          || (version < TP_SCHEMA_VERSION && !keep_former (self->writer, path, version, error))
          || !tp_schema_prepare (self->writer, create, error)
          || !tp_schema_check_tables (self->writer, error)
          || !tp_connection_exec (self->writer, "PRAGMA journal_mode=WAL", error))
        {
          tp_store_close (self);
          if (create)
            g_unlink (path);
          return NULL;
        }
      self->last_id = tp_connection_number (self->writer, "SELECT max(\"key\") FROM \"change\"");
    }
  if (self->read_only)
    roll_back_leftovers (self);
  self->main_reader.connection = tp_connection_open (
      path, self->read_only ? TP_CONNECTION_FROZEN : TP_CONNECTION_READ, error);
  if (self->main_reader.connection == NULL)
    return NULL;
  if (tp_connection_number (self->main_reader.connection, "PRAGMA user_version") != TP_SCHEMA_VERSION)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
                   _ ("“%s” is of an older version and read-only: save a copy elsewhere and open that"),
                   name);
      return NULL;
    }
  if (self->read_only && !tp_schema_check_tables (self->main_reader.connection, error))
    return NULL;
  self->seen_seq = tp_connection_number (self->main_reader.connection,
                                         "SELECT max(\"seq\") FROM \"change\"");
  self->data_version = tp_connection_number (self->main_reader.connection, "PRAGMA data_version");
  if (!self->read_only)
    tp_store_start_writer (self);
  return g_steal_pointer (&self);
}

/**
 * tp_store_close:
 * @self: a store
 *
 * Ends its threads. The last to close a workspace leaves it as one file, in the
 * rollback-journal format, so that a copied or mailed file is whole.
 */
void
tp_store_close (TpStore *self)
{
  tp_store_stop_writer (self);
  tp_store_end_reads (self);
  g_clear_pointer (&self->main_reader.connection, tp_connection_close);
  if (self->writer != NULL)
    {
      /* Fails, rightly, where another process has the file open: that one does it. */
      sqlite3_busy_timeout (tp_connection_get_db (self->writer), 0);
      tp_connection_exec (self->writer, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
      tp_connection_exec (self->writer, "PRAGMA journal_mode=DELETE", NULL);
      g_clear_pointer (&self->writer, tp_connection_close);
    }
  g_clear_pointer (&self->jobs, g_async_queue_unref);
}

/**
 * tp_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the whole path of its file
 */
const char *
tp_store_get_path (TpStore *self)
{
  return self->path;
}

/**
 * tp_store_is_read_only:
 * @self: a store
 *
 * Returns: whether changes are refused: asked for, or for want of the right to write
 *   the file or beside it
 */
gboolean
tp_store_is_read_only (TpStore *self)
{
  return self->read_only;
}

/**
 * tp_store_set_time_zone:
 * @self: a store
 * @zone: the workspace's time zone: what day a change falls on
 */
void
tp_store_set_time_zone (TpStore *self, GTimeZone *zone)
{
  g_mutex_lock (&self->zone_lock);
  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
  g_mutex_unlock (&self->zone_lock);
}

/**
 * tp_store_is_open:
 * @self: a store
 *
 * Returns: whether it can still be read
 */
gboolean
tp_store_is_open (TpStore *self)
{
  return self->main_reader.connection != NULL;
}

/**
 * tp_store_poll:
 * @self: a store
 *
 * Looks whether another process changed the workspace, and emits #TpStore::changed if
 * so. Costs a look at shared memory: call it a few times a second.
 *
 * Returns: whether there was anything new
 */
gboolean
tp_store_poll (TpStore *self)
{
  gint64 version;

  if (self->main_reader.connection == NULL)
    return FALSE;
  version = tp_connection_number (self->main_reader.connection, "PRAGMA data_version");
  if (version == self->data_version)
    return FALSE;
  self->data_version = version;
  return catch_up (self);
}

/**
 * tp_store_copy_sync:
 * @self: a store
 * @path: where to; must not exist
 * @error: return location
 *
 * Makes a whole, consistent copy in one file while others work. Blocks.
 *
 * Returns: whether the copy was made
 */
gboolean
tp_store_copy_sync (TpStore *self, const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  TpConnection *connection;
  sqlite3_stmt *stmt;
  gboolean ok;

  /* Made first, as private as the workspace itself, and filled then. */
  if (!make_file (full, error))
    return FALSE;
  connection = tp_store_borrow (self, error);
  if (connection == NULL)
    {
      g_unlink (full);
      return FALSE;
    }
  tp_connection_exec (connection, "PRAGMA query_only=0", NULL);
  stmt = tp_connection_prepare (connection, "VACUUM INTO ?1");
  sqlite3_bind_text (stmt, 1, full, -1, SQLITE_TRANSIENT);
  ok = tp_connection_run (connection, stmt, error);
  tp_connection_exec (connection, "PRAGMA query_only=1", NULL);
  tp_store_give_back (self, connection);
  if (!ok)
    g_unlink (full);
  return ok;
}
