/* store-read.c: reading, on the threads that may.
 *
 * Readers are borrowed from a small stock, one thread at a time; the main thread keeps
 * one of its own for look-ups by key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

#include <glib/gi18n-lib.h>

/* Connections kept open between reads. */
#define MAX_READERS 2

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

/* A connection for another thread, until tp_store_give_back(). */
TpConnection *
tp_store_borrow (TpStore *self, GError **error)
{
  TpConnection *connection = NULL;
  gboolean closed;

  g_mutex_lock (&self->read_lock);
  closed = self->readers == NULL;
  if (!closed && self->readers->len > 0)
    connection = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);
  if (!closed && connection == NULL)
    connection = tp_connection_open (
        self->path, self->read_only ? TP_CONNECTION_FROZEN : TP_CONNECTION_READ, error);
  if (connection != NULL)
    g_ptr_array_add (self->lent, connection);
  g_mutex_unlock (&self->read_lock);
  if (closed)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The workspace was closed"));
  return connection;
}

void
tp_store_give_back (TpStore *self, TpConnection *connection)
{
  g_mutex_lock (&self->read_lock);
  g_ptr_array_remove_fast (self->lent, connection);
  if (self->readers != NULL && self->readers->len < MAX_READERS)
    g_ptr_array_add (self->readers, connection);
  else
    tp_connection_close (connection);
  g_cond_broadcast (&self->read_done);
  g_mutex_unlock (&self->read_lock);
}

/* Cuts short what is being read and waits until nothing is; nothing can be borrowed
 * from here on. */
void
tp_store_end_reads (TpStore *self)
{
  g_autoptr (GPtrArray) readers = NULL;

  g_mutex_lock (&self->read_lock);
  readers = g_steal_pointer (&self->readers);
  for (guint i = 0; i < self->lent->len; i++)
    tp_connection_stop (g_ptr_array_index (self->lent, i));
  while (self->lent->len > 0)
    g_cond_wait (&self->read_done, &self->read_lock);
  g_mutex_unlock (&self->read_lock);
  for (guint i = 0; readers != NULL && i < readers->len; i++)
    tp_connection_close (g_ptr_array_index (readers, i));
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
  TpReader reader = { tp_store_borrow (self, error) };
  g_autoptr (GError) failure = NULL;
  gpointer result = NULL;

  if (reader.connection == NULL)
    return NULL;
  if (tp_connection_exec (reader.connection, "BEGIN", error))
    {
      result = func (&reader, data, error);
      tp_connection_exec (reader.connection, "COMMIT", NULL);
      failure = tp_connection_take_failure (reader.connection);
    }
  tp_store_give_back (self, reader.connection);
  /* Something could not be read: what @func made of it is not to be shown. (It is not
   * freed: only its reader knows how, and this is a broken disk.) */
  if (failure != NULL && (error == NULL || *error == NULL))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
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

/**
 * tp_store_read_finish:
 * @self: a store
 * @result: what the callback of tp_store_read() got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the function gave; G_IO_ERROR_CANCELLED
 *   where it was cancelled or the store closed
 */
gpointer
tp_store_read_finish (TpStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
