/* reminder-service.c: tells a person on the desktop what is due, while the program runs.
 *
 * Looked at soon after a workspace is opened and every quarter of an hour, so that a new
 * day is noticed too. Each thing is told once a day. Invented data reminds nobody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reminder-service.h"

#include "edit-task.h"
#include "feedback.h"
#include "reminders.h"
#include "window.h"

#include <glib/gi18n-lib.h>

#define SOON_S 2
#define EVERY_S (15 * 60)

struct _TpReminderService
{
  GObject parent_instance;

  TpApplication *app; /* owns this */
  guint soon_source;
  guint every_source;
};

G_DEFINE_FINAL_TYPE (TpReminderService, tp_reminder_service, G_TYPE_OBJECT)

/* helpers */

static GSettings *
settings_of (TpReminderService *self)
{
  return tp_application_get_settings (self->app);
}

/* What was told, where, and on which day: two workspaces may have different days. */
static char *
mark_of (TpWorkspace *workspace, const TpReminder *reminder, TpDay day)
{
  return g_strdup_printf ("%d\t%s\t%s\t%" G_GINT64_FORMAT, day, tp_workspace_get_path (workspace),
                          tp_kind_token (reminder->kind), reminder->id);
}

/* Marks are kept as long as it may be that day somewhere on earth. */
static gboolean
is_past (const char *mark, TpDay day)
{
  return g_ascii_strtoll (mark, NULL, 10) < day - 2;
}

/* Leaves what was told already out, and notes the rest as told. */
static GPtrArray *
take_untold (TpReminderService *self, TpWorkspace *workspace, GPtrArray *reminders, TpDay day)
{
  GPtrArray *untold = g_ptr_array_new ();
  g_auto (GStrv) told = g_settings_get_strv (settings_of (self), "reminded");
  g_autoptr (GStrvBuilder) now = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; told[i] != NULL; i++)
    if (!is_past (told[i], day))
      g_strv_builder_add (now, told[i]);
  for (guint i = 0; i < reminders->len; i++)
    {
      TpReminder *reminder = g_ptr_array_index (reminders, i);
      g_autofree char *mark = mark_of (workspace, reminder, day);

      if (g_strv_contains ((const char *const *) told, mark))
        continue;
      g_ptr_array_add (untold, reminder);
      g_strv_builder_add (now, mark);
    }
  if (untold->len == 0)
    return untold;
  all = g_strv_builder_end (now);
  g_settings_set_strv (settings_of (self), "reminded", (const char *const *) all);
  return untold;
}

static void
tell (TpReminderService *self, TpWorkspace *workspace, GPtrArray *reminders, TpDay day)
{
  const char *path = tp_workspace_get_path (workspace);
  TpReminder *first = g_ptr_array_index (reminders, 0);
  g_autofree char *title = tp_reminders_title (reminders, day);
  g_autofree char *body = tp_reminders_body (reminders);
  g_autofree char *id = g_strdup_printf ("due-%08x", g_str_hash (path));
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (TP_APP_ID);

  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action_and_target (notification, "app.show-due", "(sx)", path,
                                                reminders->len == 1 ? first->exporter : 0);
  if (reminders->len == 1 && first->kind == TP_KIND_TASK)
    g_notification_add_button_with_target (notification, C_ ("reminder", "Snooze Until Tomorrow"), "app.snooze-task",
                                           "(sx)", path, first->id);
  g_application_send_notification (G_APPLICATION (self->app), id, notification);
}

/* callbacks */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpReminderService) self = data;
  TpWorkspace *workspace = TP_WORKSPACE (source);
  g_autoptr (GPtrArray) reminders = tp_workspace_read_finish (workspace, result, NULL);
  g_autoptr (GPtrArray) untold = NULL;
  TpDay day = tp_workspace_get_today (workspace);

  /* A file that cannot be read says so in its window. */
  if (reminders == NULL || self->app == NULL)
    return;
  untold = take_untold (self, workspace, reminders, day);
  if (untold->len > 0)
    tell (self, workspace, untold, day);
}

static void
look (TpReminderService *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (!g_settings_get_boolean (settings_of (self), "remind"))
    return;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->app)); l != NULL; l = l->next)
    {
      TpWorkspace *workspace = TP_IS_WINDOW (l->data) ? tp_window_get_workspace (l->data) : NULL;

      if (workspace == NULL || tp_workspace_is_demonstration (workspace) || !g_hash_table_add (seen, workspace))
        continue;
      tp_workspace_read (workspace, tp_reminders_read,
                         tp_reminder_question_new (tp_workspace_get_today (workspace), tp_workspace_get_author (workspace)),
                         tp_reminder_question_free, (GDestroyNotify) g_ptr_array_unref, NULL, read_cb,
                         g_object_ref (self));
    }
}

static gboolean
soon_cb (gpointer data)
{
  TpReminderService *self = data;

  self->soon_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static gboolean
every_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static TpWindow *
window_on (TpReminderService *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->app)); l != NULL; l = l->next)
    if (TP_IS_WINDOW (l->data) && tp_window_shows (l->data, path))
      return l->data;
  return NULL;
}

static void
show_due_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpReminderService *self = data;
  const char *path;
  gint64 exporter;
  TpWindow *window;

  g_variant_get (parameter, "(&sx)", &path, &exporter);
  window = window_on (self, path);
  if (window == NULL)
    {
      /* The window was closed meanwhile: its file is opened again. */
      window = tp_window_new (self->app);
      tp_window_open (window, path);
    }
  else if (exporter != 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "exporters");
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER),
                                  exporter);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
  gtk_window_present (GTK_WINDOW (window));
}

static void
snoozed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (window), error);
}

static void
snooze_task_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpReminderService *self = data;
  const char *path;
  gint64 task;
  TpWindow *window;
  TpWorkspace *workspace;

  g_variant_get (parameter, "(&sx)", &path, &task);
  window = window_on (self, path);
  workspace = window != NULL ? tp_window_get_workspace (window) : NULL;
  if (workspace == NULL || tp_workspace_is_read_only (workspace))
    return;
  tp_workspace_change (workspace, "snooze-task", tp_mark_task_run,
                       tp_task_snooze_new (task, tp_workspace_get_today (workspace) + 1), tp_mark_task_free, NULL,
                       snoozed_cb, g_object_ref (window));
}

/* vfuncs */

static void
tp_reminder_service_dispose (GObject *object)
{
  TpReminderService *self = TP_REMINDER_SERVICE (object);

  g_clear_handle_id (&self->soon_source, g_source_remove);
  g_clear_handle_id (&self->every_source, g_source_remove);
  self->app = NULL;
  G_OBJECT_CLASS (tp_reminder_service_parent_class)->dispose (object);
}

static void
tp_reminder_service_class_init (TpReminderServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tp_reminder_service_dispose;
}

static void
tp_reminder_service_init (TpReminderService *self)
{
}

/* Public API */

/**
 * tp_reminder_service_new:
 * @app: the application, which owns it
 *
 * Returns: (transfer full): the service; it adds the actions that notifications call
 */
TpReminderService *
tp_reminder_service_new (TpApplication *app)
{
  static const GActionEntry actions[] = {
    { "show-due", show_due_cb, "(sx)" },
    { "snooze-task", snooze_task_cb, "(sx)" },
  };
  TpReminderService *self = g_object_new (TP_TYPE_REMINDER_SERVICE, NULL);

  self->app = app;
  self->every_source = g_timeout_add_seconds (EVERY_S, every_cb, self);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), self);
  return self;
}

/**
 * tp_reminder_service_look_soon:
 * @self: the service
 *
 * Looks at what is due in a moment: when the window has settled.
 */
void
tp_reminder_service_look_soon (TpReminderService *self)
{
  g_clear_handle_id (&self->soon_source, g_source_remove);
  self->soon_source = g_timeout_add_seconds (SOON_S, soon_cb, self);
}
