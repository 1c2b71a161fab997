/* enrolment-dialog.c: an exporter applies to a programme, or gets further there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "enrolment-dialog.h"

#include "choice-row.h"
#include "date-row.h"
#include "edit-enrolment.h"
#include "eligibility.h"
#include "fact-row.h"
#include "pick-row.h"

#include <glib/gi18n-lib.h>

static const char *const day_names[] = { "applied", "accepted", "live", "ended" };

#define N_DAYS G_N_ELEMENTS (day_names)

struct _TpEnrolmentDialog
{
  TpRecordForm parent_instance;

  TpPickRow *programme;
  TpChoiceRow *status;
  TpDateRow *days[N_DAYS];
  AdwPreferencesGroup *rules_group;
  GtkListBox *rules;

  gint64 exporter;
  gint64 asked; /* the programme whose rules are shown */
  TpDay day;    /* proposed for a status that has none */
  GListStore *facts;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (TpEnrolmentDialog, tp_enrolment_dialog, TP_TYPE_RECORD_FORM)

static void
rules_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpEnrolmentDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) rules = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (self->facts == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Why they were not read stands in their place. */
  adw_preferences_group_set_description (self->rules_group, error != NULL ? error->message : NULL);
  if (rules != NULL)
    tp_facts_update (self->facts, G_LIST_MODEL (rules));
  else
    g_list_store_remove_all (self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self->rules_group), TRUE);
}

static void
ask_rules (TpEnrolmentDialog *self, TpWorkspace *workspace)
{
  gint64 programme = tp_pick_row_get_id (self->programme);

  if (programme == self->asked)
    return;
  self->asked = programme;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (programme == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->rules_group), FALSE);
      return;
    }
  self->asking = g_cancellable_new ();
  tp_workspace_read (workspace, tp_eligibility_read, tp_eligibility_question_new (self->exporter, programme), g_free,
                     g_object_unref, self->asking, rules_cb, g_object_ref (self));
}

/* Only what has happened by the status has a day; the status's own is proposed. */
static void
show_days (TpEnrolmentDialog *self)
{
  const char *status = tp_choice_row_get_token (self->status);
  const char *own = status != NULL ? tp_enrolment_day_field (status) : NULL;
  gboolean passed = TRUE;

  for (guint i = 0; i < N_DAYS; i++)
    {
      gboolean is_own = g_strcmp0 (day_names[i], own) == 0;
      gboolean shown = passed && own != NULL;

      gtk_widget_set_visible (GTK_WIDGET (self->days[i]), shown);
      if (is_own)
        {
          passed = FALSE;
          if (*gtk_editable_get_text (GTK_EDITABLE (self->days[i])) == '\0')
            tp_date_row_set_day (self->days[i], self->day);
        }
    }
}

/* Which programme it is stands fast: the day of the step that was chosen, or the status,
 * is what is looked at first. */
static void
focus_step (TpEnrolmentDialog *self, const char *day_field)
{
  GtkWidget *first = GTK_WIDGET (self->status);

  for (guint i = 0; i < N_DAYS; i++)
    if (g_strcmp0 (day_names[i], day_field) == 0)
      first = GTK_WIDGET (self->days[i]);
  adw_dialog_set_focus (ADW_DIALOG (self), first);
}

static void
status_chosen (TpEnrolmentDialog *self)
{
  show_days (self);
}

static gboolean
read_form (TpRecordForm *form, TpRecord *enrolment, GError **error)
{
  TpEnrolmentDialog *self = TP_ENROLMENT_DIALOG (form);

  for (guint i = 0; i < N_DAYS; i++)
    if (!gtk_widget_get_visible (GTK_WIDGET (self->days[i])))
      tp_record_clear (enrolment, day_names[i]);
  return TRUE;
}

static void
reviewed (TpRecordForm *form, TpRecord *enrolment)
{
  TpEnrolmentDialog *self = TP_ENROLMENT_DIALOG (form);
  gboolean ends = enrolment != NULL && tp_record_is_set (enrolment, "ended");

  ask_rules (self, tp_record_form_get_workspace (form));
  tp_record_form_set_hint (
      form, ends && tp_record_form_get_base (form) != NULL
                ? _ ("What is still listed under it is delisted on that day. What was reached goes on counting.")
                : NULL);
}

static char *
done (TpRecordForm *form, TpRecord *enrolment, gboolean is_new)
{
  g_autoptr (TpRecord) programme = tp_workspace_get (tp_record_form_get_workspace (form), TP_KIND_PROGRAMME,
                                                     tp_record_get_number (enrolment, "programme"));
  const char *title = programme != NULL ? tp_record_get_title (programme) : "";

  /* Translators: a programme; "Accepted" */
  return g_strdup_printf (C_ ("enrolment", "%1$s: %2$s"), title,
                          tp_word_title (tp_words_enrolment_status, tp_record_get_text (enrolment, "status")));
}

static void
tp_enrolment_dialog_dispose (GObject *object)
{
  TpEnrolmentDialog *self = TP_ENROLMENT_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_ENROLMENT_DIALOG);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (tp_enrolment_dialog_parent_class)->dispose (object);
}

static void
tp_enrolment_dialog_class_init (TpEnrolmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_enrolment_dialog_dispose;
  form_class->run = tp_edit_enrolment_run;
  form_class->add_verb = "add-enrolment";
  form_class->edit_verb = "edit-enrolment";
  form_class->read = read_form;
  form_class->reviewed = reviewed;
  form_class->done = done;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/enrolment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpEnrolmentDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, TpEnrolmentDialog, status);
  for (guint i = 0; i < N_DAYS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, day_names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (TpEnrolmentDialog, days) + i * sizeof (TpDateRow *)));
  gtk_widget_class_bind_template_child (widget_class, TpEnrolmentDialog, rules_group);
  gtk_widget_class_bind_template_child (widget_class, TpEnrolmentDialog, rules);
}

static GtkWidget *
make_rule_row (gpointer item, gpointer data)
{
  return tp_fact_row_new (item);
}

static void
tp_enrolment_dialog_init (TpEnrolmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (self->rules, G_LIST_MODEL (self->facts), make_rule_row, NULL, NULL);
}

/**
 * tp_enrolment_dialog_new:
 * @workspace: a workspace
 * @exporter: who enrols
 * @enrolment: (nullable): the enrolment to change; %NULL for a new one
 * @status: (nullable): the status to propose; %NULL for the one it has, or applied
 * @as_of: the day that is looked at: proposed, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_enrolment_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *enrolment, const char *status, TpDay as_of)
{
  TpEnrolmentDialog *self = g_object_new (TP_TYPE_ENROLMENT_DIALOG, NULL);
  g_autoptr (TpRecord) start = enrolment != NULL ? tp_record_edit (enrolment) : tp_record_new (TP_KIND_ENROLMENT);
  const char *day_field;

  self->exporter = exporter;
  self->day = MIN (as_of, tp_workspace_get_today (workspace));
  tp_record_set_number (start, "exporter", exporter);
  if (status != NULL || !tp_record_is_set (start, "status"))
    tp_record_set_text (start, "status", status != NULL ? status : "applied");
  day_field = tp_enrolment_day_field (tp_record_get_text (start, "status"));
  if (day_field != NULL && !tp_record_is_set (start, day_field))
    tp_record_set_day (start, day_field, self->day);
  adw_dialog_set_title (ADW_DIALOG (self), enrolment != NULL ? C_ ("dialog", "Edit Enrolment")
                                                             : C_ ("dialog", "Enrol"));
  if (enrolment == NULL)
    tp_record_form_set_save_label (TP_RECORD_FORM (self), C_ ("button", "_Enrol"));
  tp_pick_row_fill (self->programme, workspace, 0);
  /* Which programme it is does not change. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->programme), enrolment == NULL);
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (status_chosen), self, G_CONNECT_SWAPPED);
  tp_choice_row_load (self->status, start);
  show_days (self);
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, enrolment);
  if (enrolment != NULL)
    focus_step (self, status != NULL ? day_field : NULL);
  if (status != NULL && enrolment != NULL)
    tp_record_form_changed (TP_RECORD_FORM (self));
  return ADW_DIALOG (self);
}
