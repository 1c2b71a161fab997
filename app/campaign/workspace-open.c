/* workspace-open.c: making workspace files, and opening them off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "transfer.h"
#include "workspace-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fill_new (TpChange *change, gpointer data, GError **error)
{
  switch ((TpTemplate) GPOINTER_TO_INT (data))
    {
    case TP_TEMPLATE_SAMPLE:
      return tp_load_template (change, "sample-2025", error);
    case TP_TEMPLATE_DEMONSTRATION:
      return tp_load_template (change, "demonstration", error);
    case TP_TEMPLATE_EMPTY:
    default:
      return tp_load_template (change, "checklist", error)
             && tp_change_set_setting (change, "title", _ ("New Campaign"), error)
             && tp_change_set_setting (change, "time_zone", "Asia/Shanghai", error)
             && tp_change_set_setting (change, "currency", "CNY", error)
             && tp_change_set_setting (change, "vat", "1300", error)
             && tp_change_set_setting (change, "returns", "800", error)
             && tp_change_set_setting (change, "fulfilment", "600", error);
    }
}

/* Gives the finished file its name, unless something has that name by now. */
static gboolean
put_in_place (const char *made, const char *path, GError **error)
{
  if (link (made, path) == 0)
    {
      g_unlink (made);
      return TRUE;
    }
  /* Some file systems have no links: there a look and a rename must do. */
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (made, path) == 0)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
               _ ("“%s” exists already: choose another name. It was not changed."), path);
  return FALSE;
}

/* Makes the file under a name of its own beside @path, whole, and names it then: a
 * program that is killed meanwhile leaves no half workspace with the wanted name. */
static TpStore *
create_store (const char *path, TpTemplate template, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *unique = g_strdup_printf (".%s.%08x", name, g_random_int ());
  g_autofree char *made = g_build_filename (folder, unique, NULL);
  g_autoptr (GMainContext) nobody = g_main_context_new ();
  TpStore *store;
  gboolean ok;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                   _ ("“%s” exists already: choose another name. It was not changed."), path);
      return NULL;
    }
  /* It lives and ends on this thread: nobody else is told of what goes into it. */
  g_main_context_push_thread_default (nobody);
  store = tp_store_open (made, TP_STORE_CREATE, error);
  ok = store != NULL
       && tp_store_change_sync (store, "make-workspace", NULL, fill_new, GINT_TO_POINTER (template),
                                cancellable, error);
  if (store != NULL)
    tp_store_close (store);
  g_clear_object (&store);
  g_main_context_pop_thread_default (nobody);
  if (ok && put_in_place (made, path, error))
    return tp_store_open (path, TP_STORE_OPEN, error);
  g_unlink (made);
  return NULL;
}

/* Public API */

/**
 * tp_workspace_default_path:
 *
 * Returns: (transfer full): the file that is used where none is named
 */
char *
tp_workspace_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tradepivot", "campaign.tradepivot", NULL);
}

/**
 * tp_workspace_open_sync:
 * @path: a workspace file
 * @flags: how
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workspace
 */
TpWorkspace *
tp_workspace_open_sync (const char *path, TpStoreFlags flags, GError **error)
{
  TpStore *store = tp_store_open (path, flags, error);

  return store != NULL ? tp_workspace_new (store) : NULL;
}

/**
 * tp_workspace_create_sync:
 * @path: where to; must not exist
 * @template: what it starts with
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workspace
 */
TpWorkspace *
tp_workspace_create_sync (const char *path, TpTemplate template, GError **error)
{
  TpStore *store = create_store (path, template, NULL, error);

  return store != NULL ? tp_workspace_new (store) : NULL;
}

typedef struct
{
  char *path;
  int template; /* -1: open what is there */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  TpStore *store = opening->template < 0
                       ? tp_store_open (opening->path, TP_STORE_OPEN, &error)
                       : create_store (opening->path, (TpTemplate) opening->template, cancellable, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, g_object_unref);
}

static void
open_async (const char *path, int template, GCancellable *cancellable, GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->template = template;
  g_task_set_source_tag (task, tp_workspace_open);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * tp_workspace_open:
 * @path: a workspace file
 * @cancellable: (nullable): stops it
 * @callback: called when it is open or refused; finish with tp_workspace_open_finish()
 * @user_data: for @callback
 */
void
tp_workspace_open (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  open_async (path, -1, cancellable, callback, user_data);
}

/**
 * tp_workspace_create:
 * @path: where to; must not exist
 * @template: what it starts with
 * @cancellable: (nullable): stops it; nothing is left then
 * @callback: called when it is open or refused; finish with tp_workspace_open_finish()
 * @user_data: for @callback
 */
void
tp_workspace_create (const char *path, TpTemplate template, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  open_async (path, (int) template, cancellable, callback, user_data);
}

/**
 * tp_workspace_open_finish:
 * @result: what the callback of tp_workspace_open() or tp_workspace_create() got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workspace; call it on the main thread, whose
 *   workspace it is then
 */
TpWorkspace *
tp_workspace_open_finish (GAsyncResult *result, GError **error)
{
  TpStore *store = g_task_propagate_pointer (G_TASK (result), error);

  return store != NULL ? tp_workspace_new (store) : NULL;
}
