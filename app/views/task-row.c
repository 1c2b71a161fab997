/* task-row.c: a task in a list: done with a key, put off, opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "task-row.h"

#include "edit-task.h"
#include "feedback.h"
#include "task-dialog.h"

#include <glib/gi18n-lib.h>

struct _TpTaskRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkMenuButton *menu_button;

  TpTaskLine *line;
  TpWorkspace *workspace;
  TpDay as_of;
  gboolean changing;
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpTaskRow, tp_task_row, ADW_TYPE_ACTION_ROW)

/* helpers */

/* A mark on its way, and what to say when it is made. */
typedef struct
{
  TpTaskRow *row;
  GtkWidget *page;
  char *text;
} Marking;

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Marking *marking = data;
  g_autoptr (TpTaskRow) self = marking->row;
  g_autofree char *text = marking->text;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) page = marking->page;
  gboolean made = tp_workspace_change_finish (TP_WORKSPACE (source), result, &error);

  g_free (marking);
  self->changing = FALSE;
  /* The row may be gone from its list by now; its page says what became of it. */
  if (made)
    tp_toast_undo (page, text);
  else
    tp_show_error (page, error);
  /* What was pressed and refused goes back to what is so. */
  if (!made && self->check != NULL)
    gtk_check_button_set_active (self->check, tp_task_line_is_done (self->line));
}

static void
mark (TpTaskRow *self, const char *verb, TpMarkTask *input, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_PAGE);
  Marking *marking;

  if (self->changing || page == NULL)
    {
      tp_mark_task_free (input);
      return;
    }
  marking = g_new0 (Marking, 1);
  marking->row = g_object_ref (self);
  marking->page = g_object_ref (page);
  marking->text = g_strdup (text);
  self->changing = TRUE;
  tp_workspace_change (self->workspace, verb, tp_mark_task_run, input, tp_mark_task_free, NULL, marked_cb, marking);
}

/* callbacks */

static void
check_toggled_cb (TpTaskRow *self)
{
  gboolean done = tp_task_line_is_done (self->line);
  TpDay today;

  /* Also when the row is made for a task that is done, before it has a workspace. */
  if (gtk_check_button_get_active (self->check) == done)
    return;
  today = tp_workspace_get_today (self->workspace);
  if (done)
    mark (self, "reopen-task", tp_task_reopen_new (tp_task_line_get_id (self->line)), _ ("Task taken up again"));
  else
    mark (self, "finish-task", tp_task_done_new (tp_task_line_get_id (self->line), MIN (self->as_of, today)),
          _ ("Task done"));
}

/* actions */

static void
snooze_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpTaskRow *self = TP_TASK_ROW (widget);
  TpDay from = MAX (self->as_of, tp_workspace_get_today (self->workspace));
  int days = g_variant_get_int32 (parameter);
  TpDay until;
  g_autofree char *date = NULL, *text = NULL;

  if (self->as_of < from && tp_workspace_is_demonstration (self->workspace))
    from = self->as_of;
  /* 0: next Monday */
  until = days > 0 ? from + days : tp_day_next_monday (from);
  date = tp_day_format_short (until);
  /* Translators: a date */
  text = g_strdup_printf (_ ("Put off until %s"), date);
  mark (self, "snooze-task", tp_task_snooze_new (tp_task_line_get_id (self->line), until), text);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpTaskRow *self = TP_TASK_ROW (widget);
  g_autoptr (TpRecord) task = tp_workspace_get (self->workspace, TP_KIND_TASK, tp_task_line_get_id (self->line));

  if (task != NULL)
    adw_dialog_present (tp_task_dialog_new (self->workspace, task, 0), widget);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (page, error);
  else
    tp_toast_undo (page, _ ("Task removed"));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpTaskRow *self = TP_TASK_ROW (widget);
  g_autoptr (TpRecord) task = tp_workspace_get (self->workspace, TP_KIND_TASK, tp_task_line_get_id (self->line));
  GtkWidget *page = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_PAGE);

  if (task != NULL && page != NULL)
    tp_workspace_change (self->workspace, "remove-task", tp_remove_task_run,
                         tp_record_edit_new (tp_record_edit (task), NULL), tp_record_edit_free, NULL, removed_cb,
                         g_object_ref (page));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (TP_TASK_ROW (widget)->menu_button);
}

/* closures of the template */

static char *
when_and_whose (gpointer object, const char *when, const char *whose)
{
  gboolean dated = when != NULL && *when != '\0', owned = whose != NULL && *whose != '\0';

  return dated && owned ? g_strjoin (" · ", when, whose, NULL) : g_strdup (dated ? when : owned ? whose : "");
}

/* vfuncs */

static void
tp_task_row_activate (AdwActionRow *row)
{
  TpTaskRow *self = TP_TASK_ROW (row);
  gint64 exporter = tp_task_line_get_exporter (self->line);

  /* Among an exporter's own there is nowhere else to go. */
  if (exporter != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER), exporter);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "task.edit", NULL);
}

static void
tp_task_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE)
    g_value_set_object (value, TP_TASK_ROW (object)->line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_task_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LINE)
    g_set_object (&TP_TASK_ROW (object)->line, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_task_row_dispose (GObject *object)
{
  TpTaskRow *self = TP_TASK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_TASK_ROW);
  g_clear_object (&self->line);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tp_task_row_parent_class)->dispose (object);
}

static void
tp_task_row_class_init (TpTaskRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_task_row_get_property;
  object_class->set_property = tp_task_row_set_property;
  object_class->dispose = tp_task_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tp_task_row_activate;
  props[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, TP_TYPE_TASK_LINE,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "task.snooze", "i", snooze_action);
  gtk_widget_class_install_action (widget_class, "task.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "task.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "task.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "task.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "task.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "task.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpTaskRow, check);
  gtk_widget_class_bind_template_child (widget_class, TpTaskRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_and_whose);
}

static void
tp_task_row_init (TpTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_task_row_new:
 * @line: the task
 * @workspace: where it is kept
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tp_task_row_new (TpTaskLine *line, TpWorkspace *workspace, TpDay as_of)
{
  TpTaskRow *self = g_object_new (TP_TYPE_TASK_ROW, "line", line, NULL);
  gboolean writable = !tp_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->as_of = as_of;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.snooze", writable && !tp_task_line_is_done (line));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.remove", writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), writable);
  return GTK_WIDGET (self);
}
