/* application.c: the process: its windows, workspaces and shortcuts.
 *
 * There is one process for a session. A second start hands its files over to the
 * first and ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include "reminder-service.h"
#include "shortcuts.h"
#include "widgets.h"
#include "window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#define MIME_TYPE "application/x-tradepivot"
#define N_RECENT 8

struct _TpApplication
{
  AdwApplication parent_instance;
  TpRegistry *registry;
  GSettings *settings;
  GMenu *recent;
  TpReminderService *reminders;
  guint end_sources[2]; /* SIGINT and SIGTERM */
};

G_DEFINE_FINAL_TYPE (TpApplication, tp_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new-window", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

/* helpers */

static TpWindow *
new_window (TpApplication *self)
{
  TpWindow *window = tp_window_new (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static TpWindow *
current_window (TpApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TP_IS_WINDOW (window) ? TP_WINDOW (window) : NULL;
}

/* The workspace that was open last, else the one at the usual place; else a welcome. */
static void
open_usual (TpApplication *self, TpWindow *window)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-workspace");
  g_autofree char *last = *uri != '\0' ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *usual = tp_workspace_default_path ();

  if (last != NULL && g_file_test (last, G_FILE_TEST_EXISTS))
    tp_window_open (window, last);
  else if (g_file_test (usual, G_FILE_TEST_EXISTS))
    tp_window_open (window, usual);
  else
    tp_window_show_welcome (window);
}

/* A file that a window shows already is raised there, unless another one is asked for. */
static void
open_file (TpApplication *self, GFile *file, gboolean in_new_window)
{
  g_autofree char *path = g_file_get_path (file);
  TpWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self));
       l != NULL && !in_new_window && path != NULL && window == NULL; l = l->next)
    if (TP_IS_WINDOW (l->data) && tp_window_shows (l->data, path))
      window = l->data;
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = new_window (self);
  if (path != NULL)
    tp_window_open (window, path);
  else
    {
      g_autofree char *uri = g_file_get_uri (file);

      tp_window_show_unreachable (window, uri);
    }
}

static gint
by_last_use (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
fill_recent (TpApplication *self)
{
  g_autolist (GtkRecentInfo) items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  g_menu_remove_all (self->recent);
  items = g_list_sort (items, by_last_use);
  for (GList *l = items; l != NULL && g_menu_model_get_n_items (G_MENU_MODEL (self->recent)) < N_RECENT;
       l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) != 0
          || !gtk_recent_info_exists (info))
        continue;
      /* The file's name, with its underscores kept from becoming access keys */
      parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (self->recent, item);
    }
}

/* callbacks */

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpApplication *self = data;
  TpWindow *current = current_window (self);
  TpWindow *window = new_window (self);
  TpWorkspace *workspace = current != NULL ? tp_window_get_workspace (current) : NULL;

  if (workspace != NULL)
    tp_window_open (window, tp_workspace_get_path (workspace));
  else
    open_usual (self, window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpApplication *self = data;

  /* Windows may keep themselves open, to ask about what is half typed */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL;)
    {
      GtkWindow *window = l->data;

      l = l->next;
      gtk_window_close (window);
    }
}

static void
author_changed_cb (TpApplication *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  tp_registry_set_author (self->registry, author);
}

/* Told to end, by a session that ends or from a terminal: no question is asked, but each
 * file is left whole. */
static gboolean
told_to_end_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

/* vfuncs */

static void
tp_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new-window", new_window_cb },
    { "quit", quit_cb },
  };
  TpApplication *self = TP_APPLICATION (application);

  G_APPLICATION_CLASS (tp_application_parent_class)->startup (application);
  tp_widgets_ensure_types ();
  tp_records_ensure_types ();
  gtk_window_set_default_icon_name (TP_APP_ID);
  self->end_sources[0] = g_unix_signal_add (SIGINT, told_to_end_cb, self);
  self->end_sources[1] = g_unix_signal_add (SIGTERM, told_to_end_cb, self);
  self->registry = tp_registry_new ();
  self->settings = g_settings_new (TP_APP_ID);
  self->recent = g_menu_new ();
  self->reminders = tp_reminder_service_new (self);
  g_signal_connect_swapped (self->settings, "changed::author", G_CALLBACK (author_changed_cb), self);
  author_changed_cb (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  fill_recent (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < tp_n_shortcuts; i++)
    if (tp_shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (GTK_APPLICATION (self), tp_shortcuts[i].action,
                                             (const char *const *) tp_shortcuts[i].accels);
}

static void
tp_application_activate (GApplication *application)
{
  TpApplication *self = TP_APPLICATION (application);
  TpWindow *window = current_window (self);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    open_usual (self, new_window (self));
}

static void
tp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (TP_APPLICATION (application), files[i], FALSE);
}

static int
tp_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  TpApplication *self = TP_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  gboolean in_new_window = g_variant_dict_contains (dict, "new-window");
  g_autofree const char **names = NULL;

  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

        open_file (self, file, in_new_window);
      }
  else if (in_new_window)
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-window", NULL);
  else
    g_application_activate (application);
  return 0;
}

static int
tp_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("TradePivot %s\n", TP_VERSION);
  return 0;
}

static void
tp_application_shutdown (GApplication *application)
{
  TpApplication *self = TP_APPLICATION (application);

  /* The last one out leaves each file whole */
  tp_registry_close_all (self->registry);
  G_APPLICATION_CLASS (tp_application_parent_class)->shutdown (application);
}

static void
tp_application_dispose (GObject *object)
{
  TpApplication *self = TP_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->end_sources); i++)
    g_clear_handle_id (&self->end_sources[i], g_source_remove);
  g_clear_object (&self->reminders);
  g_clear_object (&self->recent);
  g_clear_object (&self->settings);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (tp_application_parent_class)->dispose (object);
}

static void
tp_application_class_init (TpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_application_dispose;
  application_class->startup = tp_application_startup;
  application_class->activate = tp_application_activate;
  application_class->open = tp_application_open;
  application_class->command_line = tp_application_command_line;
  application_class->handle_local_options = tp_application_handle_local_options;
  application_class->shutdown = tp_application_shutdown;
}

static void
tp_application_init (TpApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/* Public API */

/**
 * tp_application_new:
 *
 * Returns: (transfer full): the application; there is one a process
 */
TpApplication *
tp_application_new (void)
{
  return g_object_new (TP_TYPE_APPLICATION, "application-id", TP_APP_ID, "resource-base-path",
                       "/com/example/TradePivot", "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

/**
 * tp_application_get_registry:
 * @self: the application
 *
 * Returns: (transfer none): the workspaces that are open
 */
TpRegistry *
tp_application_get_registry (TpApplication *self)
{
  return self->registry;
}

/**
 * tp_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): what belongs to the person and the machine
 */
GSettings *
tp_application_get_settings (TpApplication *self)
{
  return self->settings;
}

/**
 * tp_application_get_recent:
 * @self: the application
 *
 * Returns: (transfer none): a menu of the workspaces that were used last
 */
GMenuModel *
tp_application_get_recent (TpApplication *self)
{
  return G_MENU_MODEL (self->recent);
}

/**
 * tp_application_used:
 * @self: the application
 * @path: a workspace that a window has opened
 *
 * Remembers it for the next start and for the menu of recent ones.
 */
void
tp_application_used (TpApplication *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  char *groups[] = { NULL };
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "TradePivot",
    .app_exec = (char *) "tradepivot %u",
    .groups = groups,
  };

  tp_reminder_service_look_soon (self->reminders);
  if (uri == NULL)
    return;
  g_settings_set_string (self->settings, "last-workspace", uri);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
