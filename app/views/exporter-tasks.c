/* exporter-tasks.c: what is to be done for an exporter.
 *
 * What waits stands open; what was done is folded away below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-tasks.h"

#include "feedback.h"
#include "list-focus.h"
#include "list-update.h"
#include "task-dialog.h"
#include "task-row.h"

#include <glib/gi18n-lib.h>

struct _TpExporterTasks
{
  TpRecordPart parent_instance;

  GtkListBox *open_box;
  GtkListBox *done_box;
  GtkButton *add;
  GtkExpander *done_part;

  GListStore *open;
  GListStore *done;
};

G_DEFINE_FINAL_TYPE (TpExporterTasks, tp_exporter_tasks, TP_TYPE_RECORD_PART)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return tp_task_row_new (item, tp_record_part_get_workspace (data), tp_record_part_get_as_of (data));
}

static void
show (TpExporterTasks *self, GListModel *lines)
{
  g_autoptr (GListStore) open = g_list_store_new (TP_TYPE_TASK_LINE);
  g_autoptr (GListStore) done = g_list_store_new (TP_TYPE_TASK_LINE);
  int open_place = tp_list_focus_place (self->open_box), done_place = tp_list_focus_place (self->done_box);
  guint n;
  g_autofree char *label = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TpTaskLine) line = g_list_model_get_item (lines, i);

      g_list_store_append (tp_task_line_is_done (line) ? done : open, line);
    }
  tp_list_update (self->open, G_LIST_MODEL (open));
  tp_list_update (self->done, G_LIST_MODEL (done));
  n = g_list_model_get_n_items (G_LIST_MODEL (done));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u done", "%u done", n), n);
  gtk_expander_set_label (self->done_part, label);
  gtk_widget_set_visible (GTK_WIDGET (self->done_part), n > 0);
  tp_list_focus_restore (self->open_box, open_place, GTK_WIDGET (self->add));
  tp_list_focus_restore (self->done_box, done_place, GTK_WIDGET (self->add));
}

/* callbacks */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterTasks) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) lines = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (tp_record_part_answered (TP_RECORD_PART (self), error))
    show (self, G_LIST_MODEL (lines));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRecordPart *part = TP_RECORD_PART (widget);

  if (!tp_record_part_is_read_only (part) && tp_record_part_get_record_id (part) != 0)
    adw_dialog_present (tp_task_dialog_new (tp_record_part_get_workspace (part), NULL,
                                            tp_record_part_get_record_id (part)),
                        widget);
}

/* vfuncs */

static void
tp_exporter_tasks_load (TpRecordPart *part, GCancellable *cancellable)
{
  TpTaskQuestion *question = g_new0 (TpTaskQuestion, 1);

  question->exporter = tp_record_part_get_record_id (part);
  question->as_of = tp_record_part_get_as_of (part);
  gtk_widget_action_set_enabled (GTK_WIDGET (part), "tasks.add", !tp_record_part_is_read_only (part));
  tp_workspace_read (tp_record_part_get_workspace (part), tp_task_lines_read, question, g_free, g_object_unref,
                     cancellable, read_cb, g_object_ref (part));
}

static void
tp_exporter_tasks_clear (TpRecordPart *part)
{
  g_list_store_remove_all (TP_EXPORTER_TASKS (part)->open);
  g_list_store_remove_all (TP_EXPORTER_TASKS (part)->done);
}

static gboolean
depends_on (guint64 kinds)
{
  return tp_kinds_have (kinds, TP_KIND_TASK);
}

static void
tp_exporter_tasks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_TASKS);
  G_OBJECT_CLASS (tp_exporter_tasks_parent_class)->dispose (object);
}

static void
tp_exporter_tasks_finalize (GObject *object)
{
  g_clear_object (&TP_EXPORTER_TASKS (object)->open);
  g_clear_object (&TP_EXPORTER_TASKS (object)->done);
  G_OBJECT_CLASS (tp_exporter_tasks_parent_class)->finalize (object);
}

static void
tp_exporter_tasks_class_init (TpExporterTasksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_tasks_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_exporter_tasks_finalize;
  TP_RECORD_PART_CLASS (klass)->load = tp_exporter_tasks_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_exporter_tasks_clear;
  TP_RECORD_PART_CLASS (klass)->depends_on = depends_on;
  gtk_widget_class_install_action (widget_class, "tasks.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-tasks.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterTasks, open_box);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTasks, done_box);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTasks, add);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTasks, done_part);
}

static void
tp_exporter_tasks_init (TpExporterTasks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->open = g_list_store_new (TP_TYPE_TASK_LINE);
  self->done = g_list_store_new (TP_TYPE_TASK_LINE);
  gtk_list_box_bind_model (self->open_box, G_LIST_MODEL (self->open), make_row, self, NULL);
  gtk_list_box_bind_model (self->done_box, G_LIST_MODEL (self->done), make_row, self, NULL);
}
