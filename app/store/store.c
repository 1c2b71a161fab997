/* store.c: the workspace file as a service.
 *
 * The writer thread owns the writing connection and takes jobs from a queue; readers
 * are borrowed from a small stock, one thread at a time; the main thread keeps one of
 * its own for look-ups by key. In idle time the writer merges the search index and
 * checkpoints, off the commit path.
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

#define MAX_READERS 2

struct _TpStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  GTimeZone *zone;
  GMainContext *context; /* where "changed" is emitted */

  TpReader main_reader;
  GAsyncQueue *readers; /* of TpConnection, at rest */
  int n_readers;

  TpConnection *writer;
  GThread *thread;
  GAsyncQueue *jobs;
  gint64 last_id;
  gboolean untidy; /* something was written since the last idle work */

  gint64 seen_seq; /* the newest change that views know of */
  gint64 data_version;
};

G_DEFINE_FINAL_TYPE (TpStore, tp_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A job for the writer: a change, an undo, or one of the store's own works. */
typedef struct
{
  char *verb;
  char *author;
  TpChangeFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GCancellable *cancellable;
  gboolean undo, redo, rebuild, stop;
  /* the answer */
  gboolean ok;
  TpChangeInfo *info;
  gint64 seq;
  guint64 kinds;
  GError *error;
  /* who waits: a task, or a thread */
  GTask *task;
  GMutex mutex;
  GCond cond;
  gboolean done;
} Job;

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job->verb);
  g_free (job->author);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->info);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

/* Telling the views */

typedef struct
{
  TpStore *store;
  gint64 seq;
  guint64 kinds;
} Notice;

static gboolean
emit_changed_cb (gpointer data)
{
  Notice *notice = data;

  notice->store->seen_seq = MAX (notice->store->seen_seq, notice->seq);
  g_signal_emit (notice->store, signals[SIGNAL_CHANGED], 0, notice->kinds);
  return G_SOURCE_REMOVE;
}

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->store);
  g_free (notice);
}

static void
announce (TpStore *self, gint64 seq, guint64 kinds)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->store = g_object_ref (self);
  notice->seq = seq;
  notice->kinds = kinds;
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_changed_cb, notice, notice_free);
}

/* The writer thread */

static gboolean
try_change (TpStore *self, Job *job, gboolean repair, gboolean *again)
{
  TpChange change = { 0 };
  gboolean ok;

  change.connection = self->writer;
  change.verb = job->verb;
  change.author = job->author;
  change.zone = self->zone;
  change.last_id = &self->last_id;
  change.cancellable = job->cancellable;

  ok = tp_change_begin (&change, &job->error);
  if (ok && job->func != NULL)
    ok = job->func (&change, job->data, &job->error);
  else if (ok && (job->undo || job->redo))
    ok = (job->info = tp_journal_undo (&change, job->redo, repair, again, &job->error)) != NULL;
  else if (ok && job->rebuild)
    ok = tp_derived_rebuild (self->writer, &job->error);
  ok = ok && tp_change_check_cancelled (&change, &job->error) && tp_change_commit (&change, &job->error);
  if (!ok)
    {
      tp_change_cancel (&change);
      g_clear_object (&job->info);
      if (job->error == NULL)
        g_set_error (&job->error, TP_ERROR, TP_ERROR_STORAGE,
                     _ ("The change could not be made. Nothing was changed."));
    }
  job->seq = change.seq;
  job->kinds = change.kinds;
  g_free (change.subject);
  return ok;
}

static gboolean
run_change (TpStore *self, Job *job)
{
  gboolean again = FALSE;

  if (try_change (self, job, FALSE, &again))
    return TRUE;
  if (!again)
    return FALSE;
  g_clear_error (&job->error);
  return try_change (self, job, TRUE, &again);
}

/* Search index merges and the checkpoint: what a commit would otherwise have to wait
 * for. Small steps, so that a job that comes meanwhile waits little. */
static void
idle_work (TpStore *self)
{
  if (!self->untidy)
    return;
  tp_connection_exec (self->writer, "INSERT INTO \"search\" (\"search\", \"rank\") VALUES ('merge', 8)", NULL);
  tp_connection_exec (self->writer, "PRAGMA wal_checkpoint(PASSIVE)", NULL);
  self->untidy = FALSE;
}

static void
finish_job (TpStore *self, Job *job)
{
  if (job->ok && job->kinds != 0)
    announce (self, job->seq, job->kinds);
  if (job->task != NULL)
    {
      if (!job->ok)
        g_task_return_error (job->task, g_steal_pointer (&job->error));
      else if (job->info != NULL)
        g_task_return_pointer (job->task, g_steal_pointer (&job->info), g_object_unref);
      else
        g_task_return_boolean (job->task, TRUE);
      job_free (job);
      return;
    }
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static gpointer
writer_thread (gpointer data)
{
  TpStore *self = data;

  for (;;)
    {
      Job *job = g_async_queue_timeout_pop (self->jobs, 1500 * 1000);

      if (job == NULL)
        {
          idle_work (self);
          continue;
        }
      if (job->stop)
        {
          job_free (job);
          return NULL;
        }
      job->ok = run_change (self, job);
      self->untidy = self->untidy || job->ok;
      finish_job (self, job);
    }
}

static Job *
job_new (const char *verb, const char *author)
{
  Job *job = g_new0 (Job, 1);

  job->verb = g_strdup (verb);
  job->author = g_strdup (author);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  return job;
}

/* Refuses where there is no writer; consumes @job then. */
static gboolean
can_write (TpStore *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (self->thread != NULL)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
               _ ("“%s” is read-only: save a copy elsewhere to work on it. Nothing was changed."), name);
  return FALSE;
}

static void
wait_for (TpStore *self, Job *job)
{
  g_async_queue_push (self->jobs, job);
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
}

/* vfuncs */

static void
tp_store_finalize (GObject *object)
{
  TpStore *self = TP_STORE (object);

  tp_store_close (self);
  g_free (self->path);
  g_clear_pointer (&self->zone, g_time_zone_unref);
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

  self->path = g_strdup (path);
  if (create ? !make_file (path, error) : !tp_schema_check_header (path, error))
    return NULL;
  self->read_only = (flags & TP_STORE_READ_ONLY) != 0 || g_access (path, W_OK) != 0;
  self->readers = g_async_queue_new ();
  self->jobs = g_async_queue_new ();

  if (!self->read_only)
    {
      self->writer = tp_connection_open (path, TP_CONNECTION_WRITE, error);
      /* The tables first, then the write-ahead log: so the file's own header says from
       * the start what it is, and another process can tell. */
      if (self->writer == NULL || !tp_schema_prepare (self->writer, create, error)
          || !tp_connection_exec (self->writer, "PRAGMA journal_mode=WAL", error))
        {
          tp_store_close (self);
          if (create)
            g_unlink (path);
          return NULL;
        }
      self->last_id = tp_connection_number (self->writer, "SELECT max(\"key\") FROM \"change\"");
    }
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
  self->seen_seq = tp_connection_number (self->main_reader.connection,
                                         "SELECT max(\"seq\") FROM \"change\"");
  self->data_version = tp_connection_number (self->main_reader.connection, "PRAGMA data_version");
  if (!self->read_only)
    self->thread = g_thread_new ("tp-writer", writer_thread, self);
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
  TpConnection *reader;

  if (self->thread != NULL)
    {
      Job *job = job_new (NULL, NULL);

      job->stop = TRUE;
      g_async_queue_push (self->jobs, job);
      g_thread_join (g_steal_pointer (&self->thread));
    }
  g_clear_pointer (&self->main_reader.connection, tp_connection_close);
  while (self->readers != NULL && (reader = g_async_queue_try_pop (self->readers)) != NULL)
    tp_connection_close (reader);
  if (self->writer != NULL)
    {
      /* Fails, rightly, where another process has the file open: that one does it. */
      sqlite3_busy_timeout (tp_connection_get_db (self->writer), 0);
      tp_connection_exec (self->writer, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
      tp_connection_exec (self->writer, "PRAGMA journal_mode=DELETE", NULL);
      g_clear_pointer (&self->writer, tp_connection_close);
    }
  g_clear_pointer (&self->readers, g_async_queue_unref);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
}

const char *
tp_store_get_path (TpStore *self)
{
  return self->path;
}

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
  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
}

/* Reading */

/**
 * tp_store_main_reader:
 * @self: a store
 *
 * Returns: (transfer none): the reader of the thread that opened the store, for
 *   look-ups of single rows by key. A command-line program may use it for everything.
 */
TpReader *
tp_store_main_reader (TpStore *self)
{
  return &self->main_reader;
}

static TpConnection *
borrow_reader (TpStore *self, GError **error)
{
  TpConnection *connection = g_async_queue_try_pop (self->readers);

  if (connection == NULL)
    connection = tp_connection_open (
        self->path, self->read_only ? TP_CONNECTION_FROZEN : TP_CONNECTION_READ, error);
  return connection;
}

/**
 * tp_store_read_sync:
 * @self: a store
 * @func: (scope call): reads; sees one consistent state
 * @data: for @func
 * @error: return location
 *
 * Blocks: for other threads than the main one, and for the command line.
 *
 * Returns: what @func returned
 */
gpointer
tp_store_read_sync (TpStore *self, TpReadFunc func, gpointer data, GError **error)
{
  TpReader reader = { borrow_reader (self, error) };
  gpointer result = NULL;

  if (reader.connection == NULL)
    return NULL;
  if (tp_connection_exec (reader.connection, "BEGIN", error))
    {
      result = func (&reader, data, error);
      tp_connection_exec (reader.connection, "COMMIT", NULL);
    }
  if (g_async_queue_length (self->readers) < MAX_READERS)
    g_async_queue_push (self->readers, reader.connection);
  else
    tp_connection_close (reader.connection);
  return result;
}

typedef struct
{
  TpReadFunc func;
  gpointer data;
  GDestroyNotify free_data, free_result;
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  if (read->free_data != NULL)
    read->free_data (read->data);
  g_free (read);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Read *read = task_data;
  GError *error = NULL;
  gpointer result = tp_store_read_sync (source, read->func, read->data, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, read->free_result);
}

/**
 * tp_store_read:
 * @self: a store
 * @func: reads, on another thread; sees one consistent state
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody took
 * @cancellable: (nullable): where cancelled, the answer is G_IO_ERROR_CANCELLED
 * @callback: called when it was read
 * @user_data: for @callback
 */
void
tp_store_read (TpStore *self, TpReadFunc func, gpointer data, GDestroyNotify free_data,
               GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  read->func = func;
  read->data = data;
  read->free_data = free_data;
  read->free_result = free_result;
  g_task_set_source_tag (task, tp_store_read);
  g_task_set_task_data (task, read, read_free);
  g_task_run_in_thread (task, read_in_thread);
}

gpointer
tp_store_read_finish (TpStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Changing */

/**
 * tp_store_change_sync:
 * @self: a store
 * @verb: what is done, a token such as "advance-exporter"
 * @author: (nullable): who does it
 * @func: (scope call): does it, on the writer thread
 * @data: for @func
 * @cancellable: (nullable): takes everything back
 * @error: return location
 *
 * Blocks until the change is durable: for other threads than the main one, and for the
 * command line.
 *
 * Returns: whether the change was made
 */
gboolean
tp_store_change_sync (TpStore *self, const char *verb, const char *author, TpChangeFunc func,
                      gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job;
  gboolean ok;

  if (!can_write (self, error))
    return FALSE;
  job = job_new (verb, author);
  job->func = func;
  job->data = data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  wait_for (self, job);
  ok = job->ok;
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return ok;
}

/**
 * tp_store_change:
 * @self: a store
 * @verb: what is done, a token such as "advance-exporter"
 * @author: (nullable): who does it
 * @func: does it, on the writer thread
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): takes everything back
 * @callback: called when the change is durable or refused
 * @user_data: for @callback
 */
void
tp_store_change (TpStore *self, const char *verb, const char *author, TpChangeFunc func, gpointer data,
                 GDestroyNotify free_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  Job *job;

  g_task_set_source_tag (task, tp_store_change);
  if (!can_write (self, &error))
    {
      if (free_data != NULL)
        free_data (data);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  job = job_new (verb, author);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->task = g_steal_pointer (&task);
  g_async_queue_push (self->jobs, job);
}

gboolean
tp_store_change_finish (TpStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static TpChangeInfo *
undo_sync (TpStore *self, gboolean redo, const char *author, GError **error)
{
  Job *job;
  TpChangeInfo *info;

  if (!can_write (self, error))
    return NULL;
  job = job_new (NULL, author);
  job->undo = !redo;
  job->redo = redo;
  wait_for (self, job);
  info = g_steal_pointer (&job->info);
  if (!job->ok)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return info;
}

/**
 * tp_store_undo_sync:
 * @self: a store
 * @author: (nullable): who undoes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the change that was taken back
 */
TpChangeInfo *
tp_store_undo_sync (TpStore *self, const char *author, GError **error)
{
  return undo_sync (self, FALSE, author, error);
}

TpChangeInfo *
tp_store_redo_sync (TpStore *self, const char *author, GError **error)
{
  return undo_sync (self, TRUE, author, error);
}

/**
 * tp_store_undo:
 * @self: a store
 * @redo: whether to bring a change back instead
 * @author: (nullable): who
 * @callback: called when it is durable or refused
 * @user_data: for @callback
 */
void
tp_store_undo (TpStore *self, gboolean redo, const char *author, GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  Job *job;

  g_task_set_source_tag (task, tp_store_undo);
  if (!can_write (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  job = job_new (NULL, author);
  job->undo = !redo;
  job->redo = redo;
  job->task = g_steal_pointer (&task);
  g_async_queue_push (self->jobs, job);
}

TpChangeInfo *
tp_store_undo_finish (TpStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tp_store_rebuild_sync:
 * @self: a store
 * @error: return location
 *
 * Empties what is derived and fills it from the records.
 *
 * Returns: whether it was rebuilt
 */
gboolean
tp_store_rebuild_sync (TpStore *self, GError **error)
{
  Job *job;
  gboolean ok;

  if (!can_write (self, error))
    return FALSE;
  job = job_new ("rebuild", NULL);
  job->rebuild = TRUE;
  wait_for (self, job);
  ok = job->ok;
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return ok;
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
  TpConnection *connection = self->main_reader.connection;
  gint64 version;
  guint64 kinds = 0;
  gint64 last = self->seen_seq;
  sqlite3_stmt *stmt;

  if (connection == NULL)
    return FALSE;
  version = tp_connection_number (connection, "PRAGMA data_version");
  if (version == self->data_version)
    return FALSE;
  self->data_version = version;
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
  g_autoptr (TpConnection) connection = NULL;
  sqlite3_stmt *stmt;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   _ ("“%s” exists already: choose another name. It was not changed."), path);
      return FALSE;
    }
  connection = tp_connection_open (self->path, TP_CONNECTION_FROZEN, error);
  if (connection == NULL)
    return FALSE;
  sqlite3_exec (tp_connection_get_db (connection), "PRAGMA query_only=0", NULL, NULL, NULL);
  stmt = tp_connection_prepare (connection, "VACUUM INTO ?1");
  sqlite3_bind_text (stmt, 1, path, -1, SQLITE_TRANSIENT);
  if (tp_connection_run (connection, stmt, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}
