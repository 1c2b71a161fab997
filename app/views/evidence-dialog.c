/* evidence-dialog.c: recording where a figure comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evidence-dialog.h"

#include "date-row.h"
#include "edit-evidence.h"
#include "feedback.h"
#include "field-row.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpEvidenceDialog
{
  AdwDialog parent_instance;

  TpFieldRow *title_row;
  TpFieldRow *publisher;
  TpDateRow *date;
  TpFieldRow *url;
  TpFieldRow *quote;
  AdwPreferencesGroup *figures;
  AdwSwitchRow *promise;
  AdwSwitchRow *capital;
  AdwSwitchRow *period;
  GtkLabel *message;

  TpWorkspace *workspace;
  gboolean saving;   /* typing meanwhile must not let it be saved twice */
  gint64 commitment; /* whose figures rest on it; 0: none yet */
};

G_DEFINE_FINAL_TYPE (TpEvidenceDialog, tp_evidence_dialog, ADW_TYPE_DIALOG)

static void
say (TpEvidenceDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
changed_cb (TpEvidenceDialog *self)
{
  gboolean titled = tp_field_row_is_valid (self->title_row);
  gboolean ready = titled && tp_field_row_is_valid (TP_FIELD_ROW (self->date))
                   && tp_field_row_is_valid (self->url);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", ready && !self->saving);
  if (ready)
    say (self, NULL);
  else
    say (self, titled ? _ ("Correct the date or the address, or leave them empty.")
                      : _ ("Enter the title of the source: an article, a notice."));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpEvidenceDialog) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      self->saving = FALSE;
      changed_cb (self);
      say (self, error->message);
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  if (root != NULL)
    tp_toast_undo (root, _ ("Evidence added"));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpEvidenceDialog *self = TP_EVIDENCE_DIALOG (widget);
  g_autoptr (TpEvidenceEdit) edit = tp_evidence_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  if (self->saving)
    return;
  if (!tp_field_row_store (self->title_row, edit->evidence, &error)
      || !tp_field_row_store (self->publisher, edit->evidence, &error)
      || !tp_field_row_store (TP_FIELD_ROW (self->date), edit->evidence, &error)
      || !tp_field_row_store (self->url, edit->evidence, &error)
      || !tp_field_row_store (self->quote, edit->evidence, &error))
    {
      say (self, error->message);
      return;
    }
  if (self->commitment != 0 && adw_switch_row_get_active (self->promise))
    tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->commitment, "title");
  if (self->commitment != 0 && adw_switch_row_get_active (self->capital))
    tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->commitment, "capital");
  if (self->commitment != 0 && adw_switch_row_get_active (self->period))
    {
      tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->commitment, "effective");
      tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->commitment, "end");
    }
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, "add-evidence", tp_edit_evidence_run, g_steal_pointer (&edit),
                       tp_evidence_edit_free, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
tp_evidence_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EVIDENCE_DIALOG);
  g_clear_object (&TP_EVIDENCE_DIALOG (object)->workspace);
  G_OBJECT_CLASS (tp_evidence_dialog_parent_class)->dispose (object);
}

static void
tp_evidence_dialog_class_init (TpEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_evidence_dialog_dispose;
  tp_widgets_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, url);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, promise);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, capital);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, period);
  gtk_widget_class_bind_template_child (widget_class, TpEvidenceDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_evidence_dialog_init (TpEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_evidence_dialog_new:
 * @workspace: an open workspace
 * @commitment: id of the commitment whose figures rest on it, or 0
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tp_evidence_dialog_new (TpWorkspace *workspace, gint64 commitment)
{
  TpEvidenceDialog *self = g_object_new (TP_TYPE_EVIDENCE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->commitment = commitment;
  gtk_widget_set_visible (GTK_WIDGET (self->figures), commitment != 0);
  changed_cb (self);
  return ADW_DIALOG (self);
}
