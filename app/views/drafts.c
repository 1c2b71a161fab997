/* drafts.c: what was begun in a form and not kept yet.
 *
 * A key file a workspace, named by a hash of the workspace's path, readable by its
 * owner alone. It is rewritten whole, at most twice a second, and removed when
 * nothing is left in it. The disk may be slow or far away: it is read and written off
 * the main thread, and only at the end is it waited for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "drafts.h"

#include <glib/gstdio.h>

#define WAIT_MS 500
#define DATA_KEY "tp-drafts"

struct _TpDrafts
{
  GObject parent_instance;

  char *file;
  GKeyFile *keys;
  guint waiting; /* source that hands over what is to be written */
  guint64 last;  /* number of the latest text; 0: nothing was changed */
  GThreadPool *writers; /* one thread: a text after the other */

  GMutex lock;
  guint64 written; /* number of the text that is on the disk; with the lock */
};

G_DEFINE_FINAL_TYPE (TpDrafts, tp_drafts, G_TYPE_OBJECT)

/* What the file is to say. */
typedef struct
{
  guint64 number;
  char *text; /* (nullable): no file at all */
} Writing;

static Writing *
writing_new (TpDrafts *self)
{
  Writing *writing = g_new0 (Writing, 1);
  gsize n = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, &n);

  writing->number = self->last;
  writing->text = n > 0 ? g_key_file_to_data (self->keys, NULL, NULL) : NULL;
  return writing;
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->text);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* Any thread. What is older than the file is left out: it was overtaken. */
static void
write_file (TpDrafts *self, const Writing *writing)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *folder = g_path_get_dirname (self->file);
  g_autoptr (GError) error = NULL;

  if (writing->number <= self->written)
    return;
  self->written = writing->number;
  if (writing->text == NULL)
    {
      g_unlink (self->file);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  /* What cannot be kept here is still in its form: no reason to disturb anybody. */
  if (!g_file_set_contents_full (self->file, writing->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("Drafts are not kept: %s", error->message);
}

static void
write_in_thread (gpointer item, gpointer data)
{
  g_autoptr (Writing) writing = item;

  write_file (data, writing);
}

static gboolean
write_cb (gpointer data)
{
  TpDrafts *self = data;

  self->waiting = 0;
  g_thread_pool_push (self->writers, writing_new (self), NULL);
  return G_SOURCE_REMOVE;
}

static void
write_soon (TpDrafts *self)
{
  self->last++;
  if (self->waiting == 0)
    self->waiting = g_timeout_add (WAIT_MS, write_cb, self);
}

static void
tp_drafts_finalize (GObject *object)
{
  TpDrafts *self = TP_DRAFTS (object);

  tp_drafts_flush (self);
  g_thread_pool_free (self->writers, TRUE, TRUE);
  g_mutex_clear (&self->lock);
  g_key_file_unref (self->keys);
  g_free (self->file);
  G_OBJECT_CLASS (tp_drafts_parent_class)->finalize (object);
}

static void
tp_drafts_class_init (TpDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_drafts_finalize;
}

static void
tp_drafts_init (TpDrafts *self)
{
  g_mutex_init (&self->lock);
  self->keys = g_key_file_new ();
  self->writers = g_thread_pool_new_full (write_in_thread, self, writing_free, 1, FALSE, NULL);
}

/* Opening */

static char *
file_of (const char *path)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (hash, ".drafts", NULL);

  return g_build_filename (g_get_user_state_dir (), "tradepivot", name, NULL);
}

static void
read_in_thread (GTask *task, gpointer workspace, gpointer file, GCancellable *cancellable)
{
  g_task_return_pointer (task, tp_drafts_new (file), g_object_unref);
}

/* Where two windows open it the first that has it gives it to both. */
static void
read_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) opening = data;
  g_autoptr (TpDrafts) drafts = g_task_propagate_pointer (G_TASK (result), NULL);

  if (drafts != NULL && g_object_get_data (workspace, DATA_KEY) == NULL)
    g_object_set_data_full (workspace, DATA_KEY, g_steal_pointer (&drafts), g_object_unref);
  g_task_return_boolean (opening, TRUE);
}

/* Public API */

/**
 * tp_drafts_new:
 * @file: where they are kept; need not exist
 *
 * Reads the file: blocking.
 *
 * Returns: (transfer full): the drafts that are there
 */
TpDrafts *
tp_drafts_new (const char *file)
{
  TpDrafts *self = g_object_new (TP_TYPE_DRAFTS, NULL);
  g_autofree char *text = NULL;
  gsize length;

  self->file = g_strdup (file);
  /* A file that cannot be read holds nothing that could be shown. */
  if (!g_file_get_contents (file, &text, &length, NULL)
      || !g_key_file_load_from_data (self->keys, text, length, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (self->keys);
      self->keys = g_key_file_new ();
    }
  return self;
}

/**
 * tp_drafts_open:
 * @workspace: a #TpWorkspace
 * @path: its path
 * @callback: called when tp_drafts_of() answers at once; its source is @workspace
 * @user_data: for @callback
 *
 * Reads what was begun in the workspace's forms off the main thread. It cannot fail:
 * what cannot be read is nothing.
 */
void
tp_drafts_open (GObject *workspace, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) opening = g_task_new (workspace, NULL, callback, user_data);
  g_autoptr (GTask) reading = NULL;

  if (g_object_get_data (workspace, DATA_KEY) != NULL)
    {
      g_task_return_boolean (opening, TRUE);
      return;
    }
  reading = g_task_new (workspace, NULL, read_cb, g_steal_pointer (&opening));
  g_task_set_task_data (reading, file_of (path), g_free);
  g_task_run_in_thread (reading, read_in_thread);
}

/**
 * tp_drafts_of:
 * @workspace: a #TpWorkspace
 * @path: its path
 *
 * Waits for the disk where tp_drafts_open() was not asked before.
 *
 * Returns: (transfer none): what was begun in its forms, the same for all its windows
 */
TpDrafts *
tp_drafts_of (GObject *workspace, const char *path)
{
  TpDrafts *self = g_object_get_data (workspace, DATA_KEY);

  if (self == NULL)
    {
      g_autofree char *file = file_of (path);

      self = tp_drafts_new (file);
      g_object_set_data_full (workspace, DATA_KEY, self, g_object_unref);
    }
  return self;
}

/**
 * tp_drafts_get:
 * @self: drafts
 * @form: a form's name
 * @field: a field of it
 *
 * Returns: (transfer full) (nullable): what was begun there
 */
char *
tp_drafts_get (TpDrafts *self, const char *form, const char *field)
{
  g_return_val_if_fail (TP_IS_DRAFTS (self), NULL);
  return g_key_file_get_string (self->keys, form, field, NULL);
}

/**
 * tp_drafts_set:
 * @self: drafts
 * @form: a form's name
 * @field: a field of it, of letters, digits, "-" and "_"
 * @text: (nullable): what was begun; %NULL for nothing. An empty text is kept: somebody
 *   may be about to make a field empty
 */
void
tp_drafts_set (TpDrafts *self, const char *form, const char *field, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (TP_IS_DRAFTS (self));
  now = tp_drafts_get (self, form, field);
  if (g_strcmp0 (now, text) == 0)
    return;
  if (text != NULL)
    g_key_file_set_string (self->keys, form, field, text);
  else
    {
      g_auto (GStrv) left = NULL;

      g_key_file_remove_key (self->keys, form, field, NULL);
      left = g_key_file_get_keys (self->keys, form, NULL, NULL);
      if (left != NULL && left[0] == NULL)
        g_key_file_remove_group (self->keys, form, NULL);
    }
  write_soon (self);
}

/**
 * tp_drafts_fields:
 * @self: drafts
 * @form: a form's name
 *
 * Returns: (transfer full) (nullable): the fields in which something was begun; %NULL
 *   where there is none
 */
GStrv
tp_drafts_fields (TpDrafts *self, const char *form)
{
  g_return_val_if_fail (TP_IS_DRAFTS (self), NULL);
  return g_key_file_get_keys (self->keys, form, NULL, NULL);
}

/**
 * tp_drafts_drop:
 * @self: drafts
 * @form: a form's name
 *
 * The form was kept or given up: forgets what was begun in it.
 */
void
tp_drafts_drop (TpDrafts *self, const char *form)
{
  g_return_if_fail (TP_IS_DRAFTS (self));
  if (g_key_file_remove_group (self->keys, form, NULL))
    write_soon (self);
}

/**
 * tp_drafts_flush:
 * @self: drafts
 *
 * Writes at once what is not written yet, and waits for it: for the end.
 */
void
tp_drafts_flush (TpDrafts *self)
{
  g_autoptr (Writing) writing = NULL;

  g_return_if_fail (TP_IS_DRAFTS (self));
  g_clear_handle_id (&self->waiting, g_source_remove);
  writing = writing_new (self);
  write_file (self, writing);
}
