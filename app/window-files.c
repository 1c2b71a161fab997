/* window-files.c: opening, making and copying workspaces.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "drafts.h"
#include "error.h"
#include "feedback.h"
#include "new-dialog.h"

#include <glib/gi18n-lib.h>

/* Opening is silent for this long, so that most often nothing flickers. */
#define PATIENCE_MS 400

/* helpers */

static TpApplication *
app_of (TpWindow *self)
{
  return TP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
show_failure (TpWindow *self, const char *title, const char *message, gboolean may_pass)
{
  g_clear_handle_id (&self->opening_source, g_source_remove);
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, message);
  gtk_widget_set_visible (self->retry_button, may_pass);
  gtk_stack_set_visible_child_name (self->screens, "failed");
  gtk_widget_child_focus (GTK_WIDGET (self->screens), GTK_DIR_TAB_FORWARD);
}

static TpTemplate
template_of (const char *name)
{
  if (g_strcmp0 (name, "sample") == 0)
    return TP_TEMPLATE_SAMPLE;
  return g_strcmp0 (name, "demonstration") == 0 ? TP_TEMPLATE_DEMONSTRATION : TP_TEMPLATE_EMPTY;
}

static GtkFileDialog *
file_dialog (const char *title, const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) workspaces = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (workspaces, _ ("TradePivot workspaces"));
  gtk_file_filter_add_suffix (workspaces, "tradepivot");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, workspaces);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_modal (dialog, TRUE);
  return dialog;
}

/* The path of a file that was chosen for writing, with the suffix that it needs. */
static char *
path_to_write (GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || g_str_has_suffix (path, ".tradepivot"))
    return g_steal_pointer (&path);
  return g_strconcat (path, ".tradepivot", NULL);
}

static void
import_now (TpWindow *self)
{
  AdwNavigationPage *page;

  tp_window_show_place (self, "exporters");
  page = tp_window_visible_page (self);
  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.import", NULL);
}

/* callbacks */

static gboolean
patience_over_cb (gpointer data)
{
  TpWindow *self = data;

  self->opening_source = 0;
  gtk_stack_set_visible_child_name (self->screens, "opening");
  return G_SOURCE_REMOVE;
}

typedef struct
{
  TpWindow *window;
  guint number;
  gboolean then_import;
} Opening;

static Opening *
opening_new (TpWindow *self, gboolean then_import)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->number = ++self->n_opening;
  opening->then_import = then_import;
  return opening;
}

static void
show_opened (TpWindow *self, TpWorkspace *workspace, gboolean then_import)
{
  TpApplication *app = app_of (self);
  g_autofree char *last = g_settings_get_string (tp_application_get_settings (app), "last-view");

  tp_window_set_workspace (self, workspace);
  tp_application_used (app, tp_workspace_get_path (workspace));
  gtk_stack_set_visible_child_name (self->screens, "campaign");
  if (then_import)
    import_now (self);
  else
    {
      tp_window_show_place (self, "overview");
      tp_window_show_place (self, last);
    }
}

/* Forms find what was begun in them without waiting for the disk. */
static void
drafts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (TpWindow) self = opening->window;

  if (app_of (self) == NULL || opening->number != self->n_opening)
    return;
  g_clear_handle_id (&self->opening_source, g_source_remove);
  show_opened (self, TP_WORKSPACE (source), opening->then_import);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (TpWindow) self = opening->window;
  TpApplication *app = app_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpWorkspace) workspace = NULL;

  if (app == NULL) /* the window was closed meanwhile */
    return;
  workspace = tp_registry_open_finish (tp_application_get_registry (app), result, &error);
  /* The person has asked for something else since */
  if (opening->number != self->n_opening)
    return;
  if (workspace != NULL)
    {
      opening->window = g_object_ref (self);
      tp_drafts_open (G_OBJECT (workspace), tp_workspace_get_path (workspace), drafts_read_cb,
                      g_steal_pointer (&opening));
      return;
    }
  g_clear_handle_id (&self->opening_source, g_source_remove);
  if (self->workspace != NULL)
    {
      /* What the window shows is still there to work with */
      gtk_stack_set_visible_child_name (self->screens, "campaign");
      tp_show_failure (GTK_WIDGET (self), _ ("The Workspace Could Not Be Opened"), error);
    }
  else
    /* What is no workspace will be none the next time */
    show_failure (self, _ ("The Workspace Could Not Be Opened"), error->message,
                  !g_error_matches (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE)
                      && !g_error_matches (error, TP_ERROR, TP_ERROR_NEWER_SCHEMA));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (tp_new_dialog_new (), GTK_WIDGET (data));
}

typedef struct
{
  TpWindow *window;
  TpTemplate template;
} Making;

static void
new_path_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Making *making = data;
  g_autoptr (TpWindow) self = making->window;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = path_to_write (file);

  if (path != NULL)
    tp_window_create (self, path, making->template);
}

static void
new_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autoptr (GtkFileDialog) dialog = file_dialog (_ ("New Workspace"), C_ ("file dialog", "_Create"));
  AdwDialog *asking = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  Making *making = g_new0 (Making, 1);

  if (asking != NULL)
    adw_dialog_close (asking);
  making->window = g_object_ref (self);
  making->template = template_of (g_variant_get_string (parameter, NULL));
  /* Translators: the name of a new file, with its suffix */
  gtk_file_dialog_set_initial_name (dialog, _ ("Campaign.tradepivot"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, new_path_cb, making);
}

/* From the welcome: where nobody is asked for a path. */
static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *path = tp_workspace_default_path ();

  tp_window_create (data, path, template_of (g_variant_get_string (parameter, NULL)));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autofree char *path = NULL;

  if (self->workspace != NULL)
    {
      if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
        import_now (self);
      return;
    }
  path = tp_workspace_default_path ();
  g_set_str (&self->opening, path);
  tp_registry_create (tp_application_get_registry (app_of (self)), path, TP_TEMPLATE_EMPTY,
                      opened_cb, opening_new (self, TRUE));
}

static void
open_path_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    tp_window_open (self, path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autoptr (GtkFileDialog) dialog = file_dialog (_ ("Open Workspace"), C_ ("file dialog", "_Open"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, open_path_cb, g_object_ref (self));
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);

  if (path != NULL)
    tp_window_open (data, path);
  else
    tp_window_show_unreachable (data, uri);
}

static void
welcome_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (self->workspace == NULL)
    tp_window_show_welcome (self);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autofree char *path = g_strdup (self->opening);

  if (path != NULL)
    tp_window_open (self, path);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (tp_workspace_save_copy_finish (TP_WORKSPACE (source), result, &error))
    tp_toast (GTK_WIDGET (self), _ ("The copy is saved"));
  else
    tp_show_failure (GTK_WIDGET (self), _ ("The Copy Was Not Saved"), error);
}

static void
copy_path_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = path_to_write (file);

  if (path != NULL && self->workspace != NULL)
    tp_workspace_save_copy (self->workspace, path, copied_cb, g_object_ref (self));
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  g_autoptr (GtkFileDialog) dialog = file_dialog (_ ("Save a Copy"), C_ ("file dialog", "_Save"));
  g_autofree char *day = tp_day_to_iso (tp_workspace_get_today (self->workspace));
  g_autofree char *name
      = g_strdup_printf ("%s %s.tradepivot", tp_workspace_get_title (self->workspace), day);

  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, copy_path_cb, g_object_ref (self));
}

/* Within the window */

void
tp_window_install_file_actions (TpWindow *self)
{
  static const GActionEntry actions[] = {
    { "new", new_cb },
    { "new-as", new_as_cb, "s" },
    { "start", start_cb, "s" },
    { "import", import_cb },
    { "open", open_cb },
    { "open-uri", open_uri_cb, "s" },
    { "retry", retry_cb },
    { "welcome", welcome_cb },
    { "save-copy", save_copy_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
wait_for (TpWindow *self, const char *path)
{
  g_set_str (&self->opening, path);
  g_clear_handle_id (&self->opening_source, g_source_remove);
  self->opening_source = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
}

/* Public API */

/**
 * tp_window_open:
 * @self: a window
 * @path: a workspace file
 *
 * Opens it, in place of what the window shows; where that fails the window says why.
 */
void
tp_window_open (TpWindow *self, const char *path)
{
  g_return_if_fail (TP_IS_WINDOW (self));
  wait_for (self, path);
  tp_registry_open (tp_application_get_registry (app_of (self)), path, opened_cb, opening_new (self, FALSE));
}

/**
 * tp_window_create:
 * @self: a window
 * @path: where to; must not exist
 * @template: what the workspace starts with
 *
 * Makes a workspace and shows it, in place of what the window shows.
 */
void
tp_window_create (TpWindow *self, const char *path, TpTemplate template)
{
  g_return_if_fail (TP_IS_WINDOW (self));
  wait_for (self, path);
  tp_registry_create (tp_application_get_registry (app_of (self)), path, template, opened_cb,
                      opening_new (self, FALSE));
}

/**
 * tp_window_show_welcome:
 * @self: a window
 *
 * Shows the ways to begin.
 */
void
tp_window_show_welcome (TpWindow *self)
{
  g_return_if_fail (TP_IS_WINDOW (self));
  gtk_stack_set_visible_child_name (self->screens, "welcome");
  tp_welcome_page_focus_ways (self->welcome);
}

/**
 * tp_window_show_unreachable:
 * @self: a window
 * @uri: a file that has no path on this machine
 *
 * Says that it must be copied here first.
 */
void
tp_window_show_unreachable (TpWindow *self, const char *uri)
{
  g_autofree char *message
      = g_strdup_printf (_ ("%s is not on this computer. Copy it to a folder here and open the copy."), uri);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TP_IS_WINDOW (self));
  if (self->workspace == NULL)
    {
      show_failure (self, _ ("The Workspace Could Not Be Opened"), message, FALSE);
      return;
    }
  error = g_error_new_literal (TP_ERROR, TP_ERROR_NOT_FOUND, message);
  tp_show_failure (GTK_WIDGET (self), _ ("The Workspace Could Not Be Opened"), error);
}

/**
 * tp_window_shows:
 * @self: a window
 * @path: a workspace file
 *
 * Returns: whether the window shows that file, or is about to
 */
gboolean
tp_window_shows (TpWindow *self, const char *path)
{
  const char *shown;
  g_autofree char *asked = NULL;
  g_autofree char *given = g_canonicalize_filename (path, NULL);

  g_return_val_if_fail (TP_IS_WINDOW (self), FALSE);
  shown = self->workspace != NULL ? tp_workspace_get_path (self->workspace) : self->opening;
  asked = shown != NULL ? g_canonicalize_filename (shown, NULL) : NULL;
  return g_strcmp0 (asked, given) == 0;
}
