/* commitment-dialog.c: recording a promise, or revising it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-dialog.h"

#include "choice-row.h"
#include "commitment-form.h"
#include "currency-row.h"
#include "date-row.h"
#include "discard.h"
#include "edit-commitment.h"
#include "error.h"
#include "feedback.h"
#include "indicator-edit-row.h"
#include "money-row.h"
#include "widgets.h"
#include "words-row.h"

#include <glib/gi18n-lib.h>

struct _TpCommitmentDialog
{
  AdwDialog parent_instance;

  AdwComboRow *organisation;
  TpFieldRow *organisation_name;
  TpFieldRow *title_row;
  TpFieldRow *title_local;
  TpWordsRow *instruments;
  TpWordsRow *purposes;
  TpChoiceRow *status;
  TpMoneyRow *capital;
  TpCurrencyRow *currency;
  TpDateRow *announced;
  TpChoiceRow *announced_precision;
  TpDateRow *effective;
  TpChoiceRow *effective_basis;
  TpDateRow *end;
  TpChoiceRow *end_basis;
  TpFieldRow *note;
  GtkListBox *indicators;
  GtkWidget *no_indicators;
  TpFieldRow *source_title;
  TpFieldRow *source_publisher;
  TpDateRow *source_date;
  TpFieldRow *source_url;
  GtkLabel *message;

  TpWorkspace *workspace;
  TpDay as_of;
  gint64 id;
  gboolean loaded; /* what changes from here on, a person changed */
  gboolean saving; /* typing meanwhile must not let it be saved twice */
  TpCommitmentForm *form;
  GListStore *records; /* the indicators as they were loaded or added */
  GArray *dropped;
};

G_DEFINE_FINAL_TYPE (TpCommitmentDialog, tp_commitment_dialog, ADW_TYPE_DIALOG)

/* helpers */

static void
say (TpCommitmentDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static gboolean
adds_organisation (TpCommitmentDialog *self)
{
  return tp_commitment_form_organisation (self->form, adw_combo_row_get_selected (self->organisation)) == 0
         && adw_combo_row_get_selected (self->organisation) != GTK_INVALID_LIST_POSITION;
}

static gboolean
indicators_are_valid (TpCommitmentDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->indicators, i)) != NULL; i++)
    if (!tp_indicator_edit_row_is_valid (TP_INDICATOR_EDIT_ROW (row)))
      return FALSE;
  return TRUE;
}

/* Why it cannot be saved yet, or NULL. */
static const char *
missing (TpCommitmentDialog *self)
{
  gboolean stated;

  g_object_get (self->capital, "stated", &stated, NULL);
  if (adds_organisation (self) && *gtk_editable_get_text (GTK_EDITABLE (self->organisation_name)) == '\0')
    return _ ("Enter the name of the organisation, or choose one.");
  if (!tp_field_row_is_valid (self->title_row))
    return _ ("Enter the promise in a few words.");
  if (!tp_field_row_is_valid (TP_FIELD_ROW (self->capital)))
    return _ ("Correct the capital, or leave it empty where none is stated.");
  if (stated && tp_currency_row_get_code (self->currency) == NULL)
    return _ ("Choose the currency of the capital.");
  if (!tp_field_row_is_valid (TP_FIELD_ROW (self->announced))
      || !tp_field_row_is_valid (TP_FIELD_ROW (self->effective))
      || !tp_field_row_is_valid (TP_FIELD_ROW (self->end)))
    return _ ("Correct the dates, or leave them empty where they are not stated.");
  if (!indicators_are_valid (self))
    return _ ("Correct the indicators.");
  return NULL;
}

static void
changed_cb (TpCommitmentDialog *self)
{
  const char *reason;
  gboolean stated, has_start = tp_date_row_get_day (self->effective) != TP_DAY_NONE;

  if (self->form == NULL)
    return;
  if (self->loaded)
    tp_dialog_guard (ADW_DIALOG (self));
  g_object_get (self->capital, "stated", &stated, NULL);
  reason = missing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation_name), adds_organisation (self));
  gtk_widget_set_visible (GTK_WIDGET (self->announced_precision),
                          tp_date_row_get_day (self->announced) != TP_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->effective_basis), has_start);
  gtk_widget_set_visible (GTK_WIDGET (self->end_basis), tp_date_row_get_day (self->end) != TP_DAY_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", reason == NULL && !self->saving);
  say (self, reason);
}

static void
currency_changed_cb (TpCommitmentDialog *self)
{
  const char *code = tp_currency_row_get_code (self->currency);

  if (code != NULL)
    g_object_set (self->capital, "currency", code, NULL);
  changed_cb (self);
}

/* indicators */

static void
show_indicators (TpCommitmentDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->records)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->indicators), any);
  gtk_widget_set_visible (self->no_indicators, !any);
}

static void
removed_cb (TpCommitmentDialog *self, TpIndicatorEditRow *row)
{
  gint64 id = tp_record_get_id (tp_indicator_edit_row_get (row));
  guint position;

  if (!g_list_store_find (self->records, tp_indicator_edit_row_get (row), &position))
    return;
  if (id != 0)
    g_array_append_val (self->dropped, id);
  g_list_store_remove (self->records, position);
  show_indicators (self);
  changed_cb (self);
}

static GtkWidget *
make_indicator (gpointer item, gpointer data)
{
  TpCommitmentDialog *self = data;
  GtkWidget *row
      = tp_indicator_edit_row_new (item, tp_currency_row_get_code (self->currency));

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (removed_cb), self);
  return row;
}

/* Once the new row has its place, so that the dialog scrolls to it. */
static gboolean
focus_last_cb (gpointer data)
{
  TpCommitmentDialog *self = data;
  int n = self->records != NULL ? (int) g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
  GtkListBoxRow *row = n > 0 ? gtk_list_box_get_row_at_index (self->indicators, n - 1) : NULL;

  if (row != NULL && gtk_widget_get_root (GTK_WIDGET (row)) != NULL)
    tp_indicator_edit_row_focus (TP_INDICATOR_EDIT_ROW (row));
  return G_SOURCE_REMOVE;
}

static void
add_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentDialog *self = TP_COMMITMENT_DIALOG (widget);
  g_autoptr (TpRecord) indicator = tp_record_new (TP_KIND_INDICATOR);
  GtkListBoxRow *row;

  tp_record_set_text (indicator, "measure", "exporters_reached");
  tp_record_set_text (indicator, "qualifier", "at_least");
  g_list_store_append (self->records, indicator);
  show_indicators (self);
  row = gtk_list_box_get_row_at_index (self->indicators,
                                       (int) g_list_model_get_n_items (G_LIST_MODEL (self->records)) - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_idle_add_full (G_PRIORITY_LOW, focus_last_cb, g_object_ref (self), g_object_unref);
  changed_cb (self);
}

/* saving */

static gboolean
store_evidence (TpCommitmentDialog *self, TpCommitmentEdit *edit, GError **error)
{
  g_autoptr (TpRecord) evidence = tp_record_new (TP_KIND_EVIDENCE);

  if (!tp_field_row_store (self->source_title, evidence, error)
      || !tp_field_row_store (self->source_publisher, evidence, error)
      || !tp_field_row_store (TP_FIELD_ROW (self->source_date), evidence, error)
      || !tp_field_row_store (self->source_url, evidence, error))
    return FALSE;
  for (guint i = 0; i < tp_kind_info (TP_KIND_EVIDENCE)->n_fields; i++)
    if (tp_record_value (evidence, i)->set)
      {
        edit->evidence = g_steal_pointer (&evidence);
        return TRUE;
      }
  return TRUE;
}

static gboolean
store_indicators (TpCommitmentDialog *self, TpCommitmentEdit *edit, GError **error)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->indicators, i)) != NULL; i++)
    {
      TpRecord *indicator = tp_indicator_edit_row_store (TP_INDICATOR_EDIT_ROW (row), error);

      if (indicator == NULL)
        return FALSE;
      g_ptr_array_add (edit->indicators, indicator);
    }
  return TRUE;
}

static TpCommitmentEdit *
store (TpCommitmentDialog *self, GError **error)
{
  TpCommitmentEdit *edit = tp_commitment_edit_new (tp_commitment_form_get_record (self->form));
  TpRecord *commitment = edit->commitment;
  GPtrArray *indicators = tp_commitment_form_get_indicators (self->form);

  for (guint i = 0; i < indicators->len; i++)
    g_ptr_array_add (edit->bases, g_object_ref (g_ptr_array_index (indicators, i)));
  tp_record_set_text (commitment, "currency", tp_currency_row_get_code (self->currency));
  tp_words_row_store (self->instruments, commitment);
  tp_words_row_store (self->purposes, commitment);
  tp_choice_row_store (self->status, commitment);
  tp_choice_row_store (self->announced_precision, commitment);
  tp_choice_row_store (self->effective_basis, commitment);
  tp_choice_row_store (self->end_basis, commitment);
  edit->organisation
      = tp_commitment_form_organisation (self->form, adw_combo_row_get_selected (self->organisation));
  if (adds_organisation (self))
    edit->organisation_name
        = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organisation_name))));
  g_array_append_vals (edit->dropped, self->dropped->data, self->dropped->len);
  edit->date = self->as_of;
  if (tp_field_row_store (self->title_row, commitment, error)
      && tp_field_row_store (self->title_local, commitment, error)
      && tp_field_row_store (TP_FIELD_ROW (self->capital), commitment, error)
      && tp_field_row_store (TP_FIELD_ROW (self->announced), commitment, error)
      && tp_field_row_store (TP_FIELD_ROW (self->effective), commitment, error)
      && tp_field_row_store (TP_FIELD_ROW (self->end), commitment, error)
      && tp_field_row_store (self->note, commitment, error) && store_indicators (self, edit, error)
      && store_evidence (self, edit, error))
    return edit;
  tp_commitment_edit_free (edit);
  return NULL;
}

static void save (TpCommitmentDialog *self, TpCommitmentEdit *edit);

/* @again is the same edit, kept for asking whether an overrun is meant. */
typedef struct
{
  TpCommitmentDialog *dialog;
  TpCommitmentEdit *again;
} Saving;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (TpCommitmentDialog) self = saving->dialog;
  TpCommitmentEdit *again = saving->again;

  g_free (saving);
  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "save") != 0)
    {
      tp_commitment_edit_free (again);
      return;
    }
  again->confirm_overrun = TRUE;
  save (self, again);
}

static void
ask_overrun (Saving *saving, const char *why)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Save With an Overrun?"), why);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Keep Editing"), "save",
                                  _ ("_Save Anyway"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "save", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (saving->dialog), NULL, answered_cb, saving);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  TpCommitmentDialog *self = saving->dialog;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      if (root != NULL)
        tp_toast_undo (root, self->id != 0 ? _ ("Commitment saved") : _ ("Commitment added"));
    }
  else
    {
      changed_cb (self);
      say (self, error->message);
      if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION))
        {
          ask_overrun (saving, error->message);
          return;
        }
    }
  tp_commitment_edit_free (saving->again);
  g_object_unref (saving->dialog);
  g_free (saving);
}

static void
save (TpCommitmentDialog *self, TpCommitmentEdit *edit)
{
  Saving *saving = g_new0 (Saving, 1);

  self->saving = TRUE;
  saving->dialog = g_object_ref (self);
  saving->again = tp_commitment_edit_copy (edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  tp_workspace_change (self->workspace, self->id != 0 ? "edit-commitment" : "add-commitment",
                       tp_edit_commitment_run, edit, tp_commitment_edit_free, NULL, saved_cb, saving);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpCommitmentDialog *self = TP_COMMITMENT_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  TpCommitmentEdit *edit = self->saving ? NULL : store (self, &error);

  if (self->saving)
    return;
  if (edit != NULL)
    save (self, edit);
  else
    say (self, error->message);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* loading */

static void
load (TpCommitmentDialog *self)
{
  TpRecord *commitment = tp_commitment_form_get_record (self->form);
  GPtrArray *indicators = tp_commitment_form_get_indicators (self->form);

  g_autoptr (GtkStringList) names = gtk_string_list_new (tp_commitment_form_get_names (self->form));

  adw_combo_row_set_model (self->organisation, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->organisation, tp_commitment_form_get_chosen (self->form));
  tp_currency_row_set_code (self->currency, tp_record_get_text (commitment, "currency"));
  tp_field_row_load (self->title_row, commitment);
  tp_field_row_load (self->title_local, commitment);
  tp_words_row_load (self->instruments, commitment);
  tp_words_row_load (self->purposes, commitment);
  tp_choice_row_load (self->status, commitment);
  tp_field_row_load (TP_FIELD_ROW (self->capital), commitment);
  tp_field_row_load (TP_FIELD_ROW (self->announced), commitment);
  tp_choice_row_load (self->announced_precision, commitment);
  tp_field_row_load (TP_FIELD_ROW (self->effective), commitment);
  tp_choice_row_load (self->effective_basis, commitment);
  tp_field_row_load (TP_FIELD_ROW (self->end), commitment);
  tp_choice_row_load (self->end_basis, commitment);
  tp_field_row_load (self->note, commitment);
  if (!tp_record_is_set (commitment, "currency"))
    tp_currency_row_set_code (self->currency, tp_workspace_get_currency (self->workspace));
  for (guint i = 0; i < indicators->len; i++)
    g_list_store_append (self->records, g_ptr_array_index (indicators, i));
  gtk_list_box_bind_model (self->indicators, G_LIST_MODEL (self->records), make_indicator, self, NULL);
  show_indicators (self);
  changed_cb (self);
  self->loaded = TRUE;
}

static void
form_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpCommitmentDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->form = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  if (self->form != NULL)
    load (self);
  else
    say (self, error->message);
}

static void
tp_commitment_dialog_dispose (GObject *object)
{
  TpCommitmentDialog *self = TP_COMMITMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_COMMITMENT_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->form);
  g_clear_object (&self->records);
  g_clear_pointer (&self->dropped, g_array_unref);
  G_OBJECT_CLASS (tp_commitment_dialog_parent_class)->dispose (object);
}

static void
tp_commitment_dialog_class_init (TpCommitmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_commitment_dialog_dispose;
  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_WORDS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/commitment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, organisation_name);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, title_local);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, instruments);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, purposes);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, capital);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, announced);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, announced_precision);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, effective);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, effective_basis);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, end);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, end_basis);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, indicators);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, no_indicators);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, source_title);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, source_publisher);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, source_date);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, source_url);
  gtk_widget_class_bind_template_child (widget_class, TpCommitmentDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "dialog.add-indicator", NULL, add_indicator_action);
}

static void
tp_commitment_dialog_init (TpCommitmentDialog *self)
{
  self->records = g_list_store_new (TP_TYPE_RECORD);
  self->dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

/**
 * tp_commitment_dialog_new:
 * @workspace: an open workspace
 * @as_of: the day the window shows; a first pledge counts from it where the promise is
 *   not dated
 * @commitment: id of the commitment to revise, 0 to record a new one
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tp_commitment_dialog_new (TpWorkspace *workspace, TpDay as_of, gint64 commitment)
{
  TpCommitmentDialog *self = g_object_new (TP_TYPE_COMMITMENT_DIALOG, NULL);
  gint64 *id = g_new (gint64, 1);

  *id = commitment;
  self->workspace = g_object_ref (workspace);
  self->as_of = as_of;
  self->id = commitment;
  adw_dialog_set_title (ADW_DIALOG (self), commitment != 0 ? _ ("Edit Commitment") : _ ("New Commitment"));
  tp_workspace_read (workspace, tp_commitment_form_read, id, g_free, g_object_unref, NULL, form_cb,
                     g_object_ref (self));
  return ADW_DIALOG (self);
}
