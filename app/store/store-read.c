/* store-read.c: reading, on the threads that may.
 *
 * Readers are borrowed from a small stock, one thread at a time; the main thread keeps
 * one of its own for look-ups by key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

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
