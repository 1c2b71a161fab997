/* window.c: a window on a workspace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "help-dialog.h"
#include "page-banner.h"
#include "preferences-dialog.h"
#include "requirement-sets-dialog.h"
#include "shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpWindow, tp_window, ADW_TYPE_APPLICATION_WINDOW)

/* callbacks */

static void
workspace_changed_cb (TpWindow *self, guint64 kinds)
{
  if (tp_kinds_have (kinds, TP_KIND_EXPORTER) || tp_kinds_have (kinds, TP_KIND_COMMITMENT)
      || tp_kinds_have (kinds, TP_KIND_FUND) || tp_kinds_have (kinds, TP_KIND_ACTIVITY))
    tp_window_count (self);
  else
    tp_window_read_filters (self);
}

static void
title_changed_cb (TpWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self),
                        self->workspace != NULL ? tp_workspace_get_title (self->workspace) : "TradePivot");
}

/* A window left open over night goes on to the new day, unless a day was chosen. */
static gboolean
minute_cb (gpointer data)
{
  TpWindow *self = data;

  if (self->workspace != NULL && !self->keeps_day)
    {
      tp_window_set_as_of (self, tp_workspace_get_opening_day (self->workspace));
      self->keeps_day = FALSE;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
shows (TpWindow *self, const char *screen)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), screen) == 0;
}

static void
as_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (!shows (self, "campaign"))
    return;
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  tp_as_of_button_popup (self->as_of_button);
}

static void
as_of_today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (self->workspace == NULL)
    return;
  tp_window_set_as_of (self, tp_workspace_get_opening_day (self->workspace));
  self->keeps_day = FALSE;
}

/* The menu of the screen that is shown: a popover of one that is not would take every
 * key and show nothing. */
static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (shows (self, "welcome"))
    tp_welcome_page_popup_menu (self->welcome);
  else if (shows (self, "failed"))
    gtk_menu_button_popup (self->failed_menu_button);
  else if (shows (self, "campaign"))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      gtk_menu_button_popup (self->main_menu);
    }
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (adw_navigation_split_view_get_collapsed (self->split))
    adw_navigation_split_view_set_show_content (
        self->split, !adw_navigation_split_view_get_show_content (self->split));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->places), GTK_DIR_TAB_FORWARD);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL)
    adw_dialog_close (dialog);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  TpApplication *app = TP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  adw_dialog_present (tp_preferences_dialog_new (self->workspace, tp_application_get_settings (app)),
                      GTK_WIDGET (self));
}

static void
requirement_sets_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  adw_dialog_present (tp_requirement_sets_dialog_new (self->workspace), GTK_WIDGET (self));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (tp_shortcuts_dialog_new (), GTK_WIDGET (data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (tp_help_dialog_new (), GTK_WIDGET (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "TradePivot", "application-icon", TP_APP_ID, "version",
                TP_VERSION, "developer-name", _ ("The TradePivot authors"), "copyright",
                "© 2025–2026 The TradePivot authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Who pledged what, how much of it has arrived, and what to do next."),
                /* Translators: your name, and your address if you wish, a line a person */
                "translator-credits", _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (data));
}

/* vfuncs */

static void
tp_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpWindow *self = TP_WINDOW (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpWindow *self = TP_WINDOW (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      tp_window_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      tp_window_set_as_of (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_window_dispose (GObject *object)
{
  TpWindow *self = TP_WINDOW (object);

  g_clear_handle_id (&self->opening_source, g_source_remove);
  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_cancellable_cancel (self->reading_filters);
  g_clear_object (&self->reading_filters);
  g_clear_pointer (&self->shown_filter, g_free);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_WINDOW);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tp_window_parent_class)->dispose (object);
}

static void
tp_window_finalize (GObject *object)
{
  g_free (TP_WINDOW (object)->opening);
  G_OBJECT_CLASS (tp_window_parent_class)->finalize (object);
}

static void
tp_window_class_init (TpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_window_get_property;
  object_class->set_property = tp_window_set_property;
  object_class->dispose = tp_window_dispose;
  object_class->finalize = tp_window_finalize;

  /**
   * TpWindow:workspace:
   *
   * What the window shows; %NULL while it has yet to open something.
   */
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  /**
   * TpWindow:as-of:
   *
   * The #TpDay at whose end every figure is taken.
   */
  props[PROP_AS_OF]
      = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_AS_OF_BUTTON);
  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, failed_menu_button);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, split);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, places);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, TpWindow, workspace_menu);
}

static void
tp_window_init (TpWindow *self)
{
  static const GActionEntry actions[] = {
    { "as-of", as_of_cb },
    { "as-of-today", as_of_today_cb },
    { "menu", menu_cb },
    { "sidebar", sidebar_cb },
    { "close", close_cb },
    { "preferences", preferences_cb },
    { "requirement-sets", requirement_sets_cb },
    { "shortcuts", shortcuts_cb },
    { "help", help_cb },
    { "about", about_cb },
  };

  self->as_of = TP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  tp_window_install_place_actions (self);
  tp_window_install_filter_actions (self);
  tp_window_install_file_actions (self);
  tp_window_install_edit_actions (self);
  tp_window_add_places (self);
  tp_window_update_edit_actions (self);
  self->midnight_source = g_timeout_add_seconds (60, minute_cb, self);
}

/* Within the window */

/**
 * tp_window_set_workspace:
 * @self: a window
 * @workspace: (nullable): what it shows from now on
 *
 * Starts at the day that the workspace opens at.
 */
void
tp_window_set_workspace (TpWindow *self, TpWorkspace *workspace)
{
  g_return_if_fail (TP_IS_WINDOW (self));
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  tp_window_reset_places (self);
  g_set_object (&self->workspace, workspace);
  self->as_of = workspace != NULL ? tp_workspace_get_opening_day (workspace) : TP_DAY_NONE;
  self->keeps_day = FALSE;
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "notify::title", G_CALLBACK (title_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "notify::undoable", G_CALLBACK (tp_window_update_edit_actions),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "notify::redoable", G_CALLBACK (tp_window_update_edit_actions),
                               self, G_CONNECT_SWAPPED);
    }
  title_changed_cb (self);
  tp_window_update_edit_actions (self);
  /* The day first: pages read when they get the workspace */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
  tp_window_count (self);
}

/**
 * tp_window_set_as_of:
 * @self: a window
 * @day: the day that all its figures are of from now on
 */
void
tp_window_set_as_of (TpWindow *self, int day)
{
  g_return_if_fail (TP_IS_WINDOW (self));
  if (self->as_of == day)
    return;
  self->as_of = day;
  self->keeps_day = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
  tp_window_count (self);
}

/* Public API */

/**
 * tp_window_new:
 * @app: the application
 *
 * A window that has yet to be told what to show.
 *
 * Returns: (transfer none): a new window
 */
TpWindow *
tp_window_new (TpApplication *app)
{
  TpWindow *self = g_object_new (TP_TYPE_WINDOW, "application", app, NULL);
  GSettings *settings = tp_application_get_settings (app);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_menu_append_section (self->workspace_menu, C_ ("menu", "Open Recent"), tp_application_get_recent (app));
  return self;
}

/**
 * tp_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TpWorkspace *
tp_window_get_workspace (TpWindow *self)
{
  g_return_val_if_fail (TP_IS_WINDOW (self), NULL);
  return self->workspace;
}
