/* benefit-dialog.c: what an exporter received from a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "benefit-dialog.h"

#include "edit-benefit.h"
#include "pick-row.h"

#include <glib/gi18n-lib.h>

struct _TpBenefitDialog
{
  TpRecordForm parent_instance;

  TpPickRow *programme;
  TpPickRow *product;
};

G_DEFINE_FINAL_TYPE (TpBenefitDialog, tp_benefit_dialog, TP_TYPE_RECORD_FORM)

static gboolean
read_form (TpRecordForm *form, TpRecord *benefit, GError **error)
{
  /* A currency alone says nothing. */
  if (!tp_record_is_set (benefit, "value"))
    tp_record_clear (benefit, "currency");
  return TRUE;
}

static char *
done (TpRecordForm *form, TpRecord *benefit, gboolean is_new)
{
  const char *kind = tp_word_title (tp_words_benefit_kind, tp_record_get_text (benefit, "kind"));

  /* Translators: a kind of benefit, such as Livestream slot */
  return is_new ? g_strdup_printf (C_ ("benefit", "%s added"), kind)
                : g_strdup_printf (C_ ("benefit", "%s saved"), kind);
}

static void
tp_benefit_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BENEFIT_DIALOG);
  G_OBJECT_CLASS (tp_benefit_dialog_parent_class)->dispose (object);
}

static void
tp_benefit_dialog_class_init (TpBenefitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_benefit_dialog_dispose;
  form_class->run = tp_edit_benefit_run;
  form_class->add_verb = "add-benefit";
  form_class->edit_verb = "edit-benefit";
  form_class->read = read_form;
  form_class->done = done;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/benefit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBenefitDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, TpBenefitDialog, product);
}

static void
tp_benefit_dialog_init (TpBenefitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_benefit_dialog_new:
 * @workspace: a workspace
 * @exporter: who received it
 * @benefit: (nullable): the benefit to change; %NULL for a new one
 * @programme: the programme to propose, 0 for none
 * @as_of: the day that is looked at: proposed, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_benefit_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *benefit, gint64 programme, TpDay as_of)
{
  TpBenefitDialog *self = g_object_new (TP_TYPE_BENEFIT_DIALOG, NULL);
  g_autoptr (TpRecord) start = benefit != NULL ? tp_record_edit (benefit) : tp_record_new (TP_KIND_BENEFIT);

  tp_record_set_number (start, "exporter", exporter);
  if (programme != 0)
    tp_record_set_number (start, "programme", programme);
  if (benefit == NULL)
    {
      tp_record_set_text (start, "kind", tp_words_benefit_kind[0].token);
      tp_record_set_text (start, "status", "used");
      tp_record_set_number (start, "quantity", 1);
      tp_record_set_day (start, "date", MIN (as_of, tp_workspace_get_today (workspace)));
    }
  if (!tp_record_is_set (start, "currency"))
    tp_record_set_text (start, "currency", tp_workspace_get_currency (workspace));
  adw_dialog_set_title (ADW_DIALOG (self), benefit != NULL ? C_ ("dialog", "Edit Benefit")
                                                           : C_ ("dialog", "Add Benefit"));
  tp_pick_row_fill (self->programme, workspace, 0);
  tp_pick_row_fill (self->product, workspace, exporter);
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, benefit);
  return ADW_DIALOG (self);
}
