/* advance-dialog.c: moving an exporter to another stage.
 *
 * The next stage is chosen already; what stands in its way is said before anybody
 * presses the button, and a reason overrides it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-dialog.h"

#include "advance-exporter.h"
#include "advance-review.h"
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
  GtkButton *cancel;
  GtkButton *move;

  TpWorkspace *workspace;
  gint64 exporter;
  TpStage wanted;          /* the stage to begin with; TP_N_STAGES: what comes next */
  TpAdvanceReview *review; /* NULL until it is read */
  guint focusing; /* source that puts the focus where one goes on */
  gboolean moving;
  gboolean refused;        /* something has to change first */
};

G_DEFINE_FINAL_TYPE (TpAdvanceDialog, tp_advance_dialog, ADW_TYPE_DIALOG)

/* helpers */

static int
chosen (TpAdvanceDialog *self)
{
  return tp_word_index (tp_words_stage, tp_choice_row_get_token (self->stage));
}

/* @refusal: a change was refused, or a rule stands in the way that no reason helps
 * against; otherwise it is a hint. */
static void
show_message (TpAdvanceDialog *self, const char *text, gboolean refusal)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->message)), text != NULL);
  if (refusal)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
}

static gboolean
review_day (TpAdvanceDialog *self)
{
  TpFieldRow *row = TP_FIELD_ROW (self->day);
  g_autoptr (GError) error = NULL;
  TpDay day;

  tp_field_row_set_message (row, NULL);
  if (!tp_field_row_is_valid (row))
    return FALSE;
  day = tp_date_row_get_day (self->day);
  if (!tp_advance_check_day (day, self->review->last, tp_workspace_get_today (self->workspace), &error))
    tp_field_row_set_message (row, error->message);
  return error == NULL;
}

static void
review (TpAdvanceDialog *self)
{
  g_autoptr (GError) error = NULL;
  const GError *open;
  gboolean dated, good;

  if (self->review == NULL || chosen (self) < 0)
    return;
  dated = review_day (self);
  good = tp_advance_review_check (self->review, (TpStage) chosen (self),
                                  gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error);
  /* What is open stays in sight also when a reason was written. */
  open = self->review->refused[chosen (self)];
  show_message (self, open != NULL ? open->message : NULL,
                error != NULL && !g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_REASON));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.move",
                                 good && dated && !self->moving && !self->refused);
}

/* Where there is nothing to be typed Enter moves; where a reason is asked for it is typed.
 * Who has gone elsewhere in the meantime stays there; a narrow window begins with Cancel. */
static void
focus_next (TpAdvanceDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GError) error = NULL;

  if (focus != NULL && focus != GTK_WIDGET (self->stage) && focus != GTK_WIDGET (self->cancel)
      && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stage)))
    return;
  if (tp_advance_review_check (self->review, self->wanted, NULL, &error))
    gtk_widget_grab_focus (GTK_WIDGET (self->move));
  else if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_REASON))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/* A sheet of a narrow window gives the focus to its first button once it is open. */
static gboolean
focus_later (gpointer data)
{
  TpAdvanceDialog *self = data;

  self->focusing = 0;
  if (self->review != NULL)
    focus_next (self);
  return G_SOURCE_REMOVE;
}

/* callbacks */

static void
mapped_cb (TpAdvanceDialog *self)
{
  g_clear_handle_id (&self->focusing, g_source_remove);
  self->focusing = g_idle_add_full (G_PRIORITY_LOW, focus_later, self, NULL);
}

static void
changed_cb (TpAdvanceDialog *self)
{
  self->refused = FALSE;
  review (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpAdvanceDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpAdvanceReview) read = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  if (read == NULL)
    {
      show_message (self, error->message, TRUE);
      return;
    }
  self->review = g_steal_pointer (&read);
  adw_window_title_set_subtitle (self->heading, tp_record_get_title (self->review->exporter));
  if (self->wanted >= TP_N_STAGES)
    self->wanted = self->review->next < TP_N_STAGES ? self->review->next : TP_STAGE_ON_HOLD;
  tp_choice_row_set_token (self->stage, tp_stage_token (self->wanted));
  review (self);
  focus_next (self);
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
      /* What the disk refused may be tried again as it is. */
      self->refused = error->domain == TP_ERROR && error->code != TP_ERROR_STORAGE;
      review (self);
      show_message (self, error->message, TRUE);
      return;
    }
  /* Translators: the name of an exporter, a stage */
  text = g_strdup_printf (_ ("%s moved to %s"), tp_record_get_title (self->review->exporter),
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

  if (self->moving || self->review == NULL || chosen (self) < 0)
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
  g_clear_handle_id (&TP_ADVANCE_DIALOG (object)->focusing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_ADVANCE_DIALOG);
  g_clear_object (&TP_ADVANCE_DIALOG (object)->workspace);
  g_clear_pointer (&TP_ADVANCE_DIALOG (object)->review, tp_advance_review_free);
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
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, TpAdvanceDialog, move);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_install_action (widget_class, "dialog.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_advance_dialog_init (TpAdvanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.move", FALSE);
  show_message (self, NULL, FALSE);
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

  self->workspace = g_object_ref (workspace);
  self->exporter = exporter;
  self->wanted = TP_N_STAGES;
  tp_date_row_set_day (self->day, MIN (as_of, tp_workspace_get_today (workspace)));
  tp_workspace_read (workspace, tp_advance_review_read, g_memdup2 (&exporter, sizeof exporter), g_free,
                     tp_advance_review_free, NULL, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

/**
 * tp_advance_dialog_choose:
 * @self: a dialog that was not presented yet
 * @stage: where the exporter is to move, such as the column its card was dropped on
 */
void
tp_advance_dialog_choose (TpAdvanceDialog *self, TpStage stage)
{
  g_return_if_fail (TP_IS_ADVANCE_DIALOG (self));
  self->wanted = stage;
}
