/* task-dialog.c: something to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "task-dialog.h"

#include "edit-task.h"
#include "field-row.h"

#include <glib/gi18n-lib.h>

struct _TpTaskDialog
{
  TpRecordForm parent_instance;

  TpFieldRow *title;
};

G_DEFINE_FINAL_TYPE (TpTaskDialog, tp_task_dialog, TP_TYPE_RECORD_FORM)

static char *
done (TpRecordForm *form, TpRecord *task, gboolean is_new)
{
  return g_strdup (is_new ? C_ ("task", "Task added") : C_ ("task", "Task saved"));
}

/* The next one, of the same person on the same day. */
static void
again (TpRecordForm *form)
{
  TpTaskDialog *self = TP_TASK_DIALOG (form);

  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
tp_task_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_TASK_DIALOG);
  G_OBJECT_CLASS (tp_task_dialog_parent_class)->dispose (object);
}

static void
tp_task_dialog_class_init (TpTaskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_task_dialog_dispose;
  form_class->run = tp_edit_task_run;
  form_class->add_verb = "add-task";
  form_class->edit_verb = "edit-task";
  form_class->done = done;
  form_class->again = again;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/task-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpTaskDialog, title);
}

static void
tp_task_dialog_init (TpTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_task_dialog_new:
 * @workspace: a workspace
 * @task: (nullable): the task to change; %NULL for a new one
 * @exporter: whom a new one is for; 0 for nobody
 *
 * Returns: (transfer floating): the dialog; a new task is its author's
 */
AdwDialog *
tp_task_dialog_new (TpWorkspace *workspace, TpRecord *task, gint64 exporter)
{
  TpTaskDialog *self = g_object_new (TP_TYPE_TASK_DIALOG, NULL);
  g_autoptr (TpRecord) start = task != NULL ? tp_record_edit (task) : tp_record_new (TP_KIND_TASK);

  if (task == NULL)
    {
      if (exporter != 0)
        tp_record_set_number (start, "exporter", exporter);
      tp_record_set_text (start, "owner", tp_workspace_get_author (workspace));
    }
  adw_dialog_set_title (ADW_DIALOG (self), task != NULL ? C_ ("dialog", "Edit Task") : C_ ("dialog", "Add Task"));
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, task);
  return ADW_DIALOG (self);
}
