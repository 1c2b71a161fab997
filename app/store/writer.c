/* writer.c: the writer thread and what it is given to do.
 *
 * It owns the writing connection and takes jobs from a queue, one transaction each. In
 * idle time it merges the search index and checkpoints, off the commit path.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <glib/gi18n-lib.h>

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

/* The writer thread */

static gboolean
try_change (TpStore *self, Job *job, gboolean repair, gboolean *again)
{
  g_autoptr (GTimeZone) zone = NULL;
  /* What an earlier change failed with, after it was taken back, is not this one's. */
  g_autoptr (GError) former = tp_connection_take_failure (self->writer);
  TpChange change = { 0 };
  gboolean ok;

  g_mutex_lock (&self->zone_lock);
  zone = g_time_zone_ref (self->zone);
  g_mutex_unlock (&self->zone_lock);
  change.connection = self->writer;
  change.verb = job->verb;
  change.author = job->author;
  change.zone = zone;
  change.last_id = &self->last_id;
  change.cancellable = job->cancellable;

  ok = tp_change_begin (&change, &job->error);
  if (ok && job->func != NULL)
    ok = job->func (&change, job->data, &job->error);
  else if (ok && (job->undo || job->redo))
    ok = (job->info = tp_journal_undo (&change, job->redo, repair, again, &job->error)) != NULL;
  else if (ok && job->rebuild)
    ok = tp_derived_rebuild (self->writer, &job->error);
  ok = ok && (job->error = tp_connection_take_failure (self->writer)) == NULL
       && tp_change_check_cancelled (&change, &job->error) && tp_change_commit (&change, &job->error);
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
 * for. One step at a time, until there is nothing left or a job comes. */
static void
idle_work (TpStore *self)
{
  sqlite3 *db = tp_connection_get_db (self->writer);

  while (self->untidy && g_async_queue_length (self->jobs) <= 0)
    {
      gint64 before = sqlite3_total_changes64 (db);

      tp_connection_exec (self->writer, "INSERT INTO \"search\" (\"search\", \"rank\") VALUES ('merge', 8)",
                          NULL);
      /* The statement itself counts as one; a merge with nothing to do adds no more. */
      self->untidy = sqlite3_total_changes64 (db) - before >= 2;
    }
  if (g_async_queue_length (self->jobs) <= 0)
    tp_connection_exec (self->writer, "PRAGMA wal_checkpoint(PASSIVE)", NULL);
}

static void
finish_job (TpStore *self, Job *job)
{
  g_autoptr (TpChangeInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = job->ok;
  GTask *task;

  if (ok && (job->kinds != 0 || job->undo || job->redo))
    tp_store_announce (self);
  if (job->task == NULL)
    {
      g_mutex_lock (&job->mutex);
      job->done = TRUE;
      g_cond_signal (&job->cond);
      g_mutex_unlock (&job->mutex);
      return;
    }
  task = g_steal_pointer (&job->task);
  info = g_steal_pointer (&job->info);
  error = g_steal_pointer (&job->error);
  job_free (job);
  if (!ok)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (info != NULL)
    g_task_return_pointer (task, g_steal_pointer (&info), g_object_unref);
  else
    g_task_return_boolean (task, TRUE);
  tp_store_release (self, task);
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
          if (self->untidy)
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

void
tp_store_start_writer (TpStore *self)
{
  self->thread = g_thread_new ("tp-writer", writer_thread, self);
}

/* Lets the jobs in the queue finish and ends the thread. */
void
tp_store_stop_writer (TpStore *self)
{
  Job *job;

  if (self->thread == NULL)
    return;
  job = job_new (NULL, NULL);
  job->stop = TRUE;
  g_async_queue_push (self->jobs, job);
  g_thread_join (g_steal_pointer (&self->thread));
}

/* Public API */

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

/**
 * tp_store_change_finish:
 * @self: a store
 * @result: what the callback of tp_store_change() got
 * @error: return location
 *
 * Returns: whether the change is made and durable; nothing was changed otherwise
 */
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

/**
 * tp_store_redo_sync:
 * @self: a store
 * @author: (nullable): who brings it back
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the change that was brought back;
 *   %TP_ERROR_NOT_FOUND where there is none
 */
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

/**
 * tp_store_undo_finish:
 * @self: a store
 * @result: what the callback of tp_store_undo() got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the change that was taken or brought back
 */
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
