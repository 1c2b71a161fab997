/* advance-dialog.c: moving an exporter to another stage.
 *
 * The next stage is chosen already; what stands in its way is said before anybody
 * presses the button, and a reason overrides it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-dialog.h"

#include "advance-exporter.h"
#include "choice-row.h"
#include "date-row.h"
#include "error.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

struct _TpAdvanceDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  TpChoiceRow *stage;
  TpDateRow *day;
  AdwEntryRow *reason;
  GtkLabel *message;

  TpWorkspace *workspace;
  gint64 exporter;
  gboolean moving;
};

G_DEFINE_FINAL_TYPE (TpAdvanceDialog, tp_advance_dialog, ADW_TYPE_DIALOG)

/* helpers */

static int
chosen (TpAdvanceDialog *self)
{
  return tp_word_index (tp_words_stage, tp_choice_row_get_token (self->stage));
}

static void
show_message (TpAdvanceDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
review (TpAdvanceDialog *self)
{
  TpReader *reader;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) without = NULL;
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  gboolean good;

  if (self->workspace == NULL || chosen (self) < 0)
    return;
  reader = tp_store_main_reader (tp_workspace_get_store (self->workspace));
  exporter = tp_reader_get (reader, TP_KIND_EXPORTER, self->exporter);
  if (exporter == NULL)
    return;
  good = tp_exporter_check_advance (reader, exporter, (TpStage) chosen (self), reason, &error);
  /* What is open stays in sight also when a reason was written. */
  if (good)
    tp_exporter_check_advance (reader, exporter, (TpStage) chosen (self), NULL, &without);
  show_message (self, error != NULL ? error->message : without != NULL ? without->message : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.move",
                                 good && !self->moving && tp_field_row_is_valid (TP_FIELD_ROW (self->day)));
}

/* callbacks */

static void
stage_chosen (TpAdvanceDialog *self)
{
  review (self);
}

static void
reason_changed (TpAdvanceDialog *self)
{
  review (self);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpAdvanceDialog) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  self->moving = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      review (self);
      show_message (self, error->message);
      return;
    }
  /* Translators: a stage */
  text = g_strdup_printf (_ ("Moved to %s"),
                          tp_word_title (tp_words_stage, tp_choice_row_get_token (self->stage)));
  if (parent != NULL)
    tp_toast_undo (parent, text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpAdvanceDialog *self = TP_ADVANCE_DIALOG (widget);

  TpAdvance *input;

  if (self->moving || chosen (self) < 0)
    return;
  input = tp_advance_new (self->exporter, (TpStage) chosen (self),
                          gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  input->day = tp_date_row_get_day (self->day);
  self->moving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.move", FALSE);
  tp_workspace_change (self->workspace, "advance-exporter", tp_advance_run, input, tp_advance_free, NULL, moved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
tp_advance_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_ADVANCE_DIALOG);
  g_clear_object (&TP_ADVANCE_DIALOG (object)->workspace);
  G_OBJECT_CLASS (tp_advance_dialog_parent_class)->dispose (object);
}

static void
tp_advance_dialog_class_init (TpAdvanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_advance_dialog_dispose;
  g_type_ensure (TP_TYPE_CHOICE_ROW);
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/advance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, stage_chosen);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed);
  gtk_widget_class_install_action (widget_class, "dialog.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_advance_dialog_init (TpAdvanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_advance_dialog_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @as_of: the day that is looked at: the move is dated so, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_advance_dialog_new (TpWorkspace *workspace, gint64 exporter, TpDay as_of)
{
  TpAdvanceDialog *self = g_object_new (TP_TYPE_ADVANCE_DIALOG, NULL);
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (workspace));
  g_autoptr (TpRecord) record = tp_reader_get (reader, TP_KIND_EXPORTER, exporter);
  TpStage next = record != NULL ? tp_exporter_next_stage (reader, record) : TP_N_STAGES;

  self->workspace = g_object_ref (workspace);
  self->exporter = exporter;
  if (record != NULL)
    adw_window_title_set_subtitle (self->heading, tp_record_get_title (record));
  tp_choice_row_set_token (self->stage, tp_stage_token (next < TP_N_STAGES ? next : TP_STAGE_ON_HOLD));
  tp_date_row_set_day (self->day, MIN (as_of, tp_workspace_get_today (workspace)));
  review (self);
  return ADW_DIALOG (self);
}
