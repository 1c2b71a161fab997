/* registry.c: the workspaces that this process has open, one for each file.
 *
 * Windows on one file share one workspace, and so one writer, one journal and one
 * set of changes. The registry does not keep a workspace open: its windows do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

struct _TpRegistry
{
  GObject parent_instance;
  GHashTable *open;    /* path → TpWorkspace, not owned */
  GHashTable *opening; /* path → GPtrArray of GTask: those who wait for it */
  char *author;
};

G_DEFINE_FINAL_TYPE (TpRegistry, tp_registry, G_TYPE_OBJECT)

/* helpers */

/* One name for one file, through links too, also where the file is yet to be made. */
static char *
canonical (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL);
  char *result;

  if (real == NULL)
    {
      real = realpath (folder, NULL);
      result = real != NULL ? g_build_filename (real, name, NULL) : g_strdup (absolute);
    }
  else
    result = g_strdup (real);
  free (real);
  return result;
}

/* callbacks */

static void
workspace_gone_cb (gpointer data, GObject *where)
{
  TpRegistry *self = data;
  GHashTableIter iter;
  gpointer workspace;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    if (workspace == (gpointer) where)
      g_hash_table_iter_remove (&iter);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) first = data;
  TpRegistry *self = g_task_get_source_object (first);
  const char *path = g_task_get_task_data (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpWorkspace) workspace = tp_workspace_open_finish (result, &error);
  g_autofree char *key = NULL;
  gpointer stolen_key = NULL, waiting = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (workspace != NULL)
    {
      tp_workspace_set_author (workspace, self->author);
      g_hash_table_insert (self->open, g_strdup (path), workspace);
      g_object_weak_ref (G_OBJECT (workspace), workspace_gone_cb, self);
    }
  g_hash_table_steal_extended (self->opening, path, &stolen_key, &waiting);
  key = stolen_key;
  tasks = waiting;
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);

      if (workspace != NULL)
        g_task_return_pointer (task, g_object_ref (workspace), g_object_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

/* vfuncs */

static void
tp_registry_finalize (GObject *object)
{
  TpRegistry *self = TP_REGISTRY (object);
  GHashTableIter iter;
  gpointer workspace;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    g_object_weak_unref (workspace, workspace_gone_cb, self);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->opening);
  g_free (self->author);
  G_OBJECT_CLASS (tp_registry_parent_class)->finalize (object);
}

static void
tp_registry_class_init (TpRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_registry_finalize;
}

static void
tp_registry_init (TpRegistry *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->opening = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
}

/* Public API */

/**
 * tp_registry_new:
 *
 * Returns: (transfer full): a registry without workspaces
 */
TpRegistry *
tp_registry_new (void)
{
  return g_object_new (TP_TYPE_REGISTRY, NULL);
}

/**
 * tp_registry_set_author:
 * @self: a registry
 * @author: (nullable): who makes the changes of this process; %NULL or empty: the
 *   desktop account's name
 */
void
tp_registry_set_author (TpRegistry *self, const char *author)
{
  GHashTableIter iter;
  gpointer workspace;

  g_return_if_fail (TP_IS_REGISTRY (self));
  g_set_str (&self->author, author);
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    tp_workspace_set_author (workspace, author);
}

static void
start (TpRegistry *self, const char *path, int template, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *real = NULL;
  TpWorkspace *workspace;
  GPtrArray *waiting;

  if (template >= 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      /* Before the file's name is looked for: a link leads to where the folder is. Where
       * this fails, opening says so */
      (void) g_mkdir_with_parents (folder, 0700);
    }
  real = canonical (path);
  workspace = g_hash_table_lookup (self->open, real);
  waiting = g_hash_table_lookup (self->opening, real);

  g_task_set_source_tag (task, tp_registry_open);
  g_task_set_task_data (task, g_strdup (real), g_free);
  if (template >= 0 && (workspace != NULL || waiting != NULL || g_file_test (real, G_FILE_TEST_EXISTS)))
    {
      g_task_return_new_error (task, TP_ERROR, TP_ERROR_EXISTS,
                               _ ("%s exists already. Choose another name; the file was left as it is."), real);
      return;
    }
  if (workspace != NULL)
    {
      g_task_return_pointer (task, g_object_ref (workspace), g_object_unref);
      return;
    }
  if (waiting != NULL)
    {
      g_ptr_array_add (waiting, g_object_ref (task));
      return;
    }
  waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (waiting, g_object_ref (task));
  g_hash_table_insert (self->opening, g_strdup (real), waiting);
  if (template >= 0)
    tp_workspace_create (real, (TpTemplate) template, NULL, opened_cb, g_steal_pointer (&task));
  else
    tp_workspace_open (real, NULL, opened_cb, g_steal_pointer (&task));
}

/**
 * tp_registry_open:
 * @self: a registry
 * @path: a workspace file
 * @callback: finish with tp_registry_open_finish()
 * @user_data: for @callback
 *
 * Opens a file, or hands out the workspace that is open on it.
 */
void
tp_registry_open (TpRegistry *self, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (TP_IS_REGISTRY (self));
  g_return_if_fail (path != NULL);
  start (self, path, -1, callback, user_data);
}

/**
 * tp_registry_create:
 * @self: a registry
 * @path: where to; must not exist. Its folder is made where it is missing
 * @template: what the workspace starts with
 * @callback: finish with tp_registry_open_finish()
 * @user_data: for @callback
 */
void
tp_registry_create (TpRegistry *self, const char *path, TpTemplate template,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (TP_IS_REGISTRY (self));
  g_return_if_fail (path != NULL);
  start (self, path, (int) template, callback, user_data);
}

/**
 * tp_registry_open_finish:
 * @self: a registry
 * @result: as given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workspace, shared with others who have it open
 */
TpWorkspace *
tp_registry_open_finish (TpRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tp_registry_close_all:
 * @self: a registry
 *
 * Closes what is open, whoever still holds it: for the end of the process, so that
 * each file is left whole.
 */
void
tp_registry_close_all (TpRegistry *self)
{
  GHashTableIter iter;
  gpointer workspace;

  g_return_if_fail (TP_IS_REGISTRY (self));
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    tp_workspace_close (workspace);
}
