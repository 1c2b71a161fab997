/* requirement-dialog.c: one requirement of an exporter: status, days, document, steps.
 *
 * A file that is dropped, pasted or chosen here is kept with the rest when it is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-dialog.h"

#include "choice-row.h"
#include "date-row.h"
#include "discard.h"
#include "edit-requirement-status.h"
#include "error.h"
#include "fact-row.h"
#include "feedback.h"
#include "file-drop.h"
#include "reading-bar.h"
#include "requirement-list.h"
#include "requirement.h"
#include "show-document.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpRequirementDialog
{
  AdwDialog parent_instance;

  GtkLabel *name;
  GtkLabel *whose;
  AdwPreferencesGroup *form;
  AdwPreferencesGroup *document_group;
  TpChoiceRow *status;
  TpDateRow *day;
  TpDateRow *due;
  TpFieldRow *document_number;
  TpFieldRow *issuer;
  TpDateRow *expiry;
  AdwActionRow *file;
  GtkWidget *choose_button;
  GtkWidget *open_button;
  GtkWidget *file_menu;
  GtkWidget *save_button;
  GtkDropTarget *drop;
  TpReadingBar *reading;
  AdwPreferencesGroup *steps_group;
  GtkListBox *steps;
  GtkLabel *message;

  TpWorkspace *workspace;
  gint64 exporter;
  gint64 requirement;
  TpDay as_of;
  TpRequirementDetail *detail; /* as it was read */
  char *shown_status;          /* as it reads on the day: a verified document may have expired */
  TpDocument *document;        /* read and not kept yet */
  gboolean removed;            /* the attached one shall go */
  gboolean loading;
  gboolean saving;
  gboolean refused;            /* as it is it cannot be kept: it has to change first */
};

G_DEFINE_FINAL_TYPE (TpRequirementDialog, tp_requirement_dialog, ADW_TYPE_DIALOG)

/* helpers */

static void
say (TpRequirementDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static TpRecord *
attachment_of (TpRequirementDialog *self)
{
  return self->detail != NULL && !self->removed && self->document == NULL ? self->detail->attachment : NULL;
}

static gboolean
is_moved (TpRequirementDialog *self)
{
  return g_strcmp0 (tp_choice_row_get_token (self->status), self->shown_status) != 0;
}

static TpDay
usual_day (TpRequirementDialog *self)
{
  TpDay day = MIN (self->as_of, tp_workspace_get_today (self->workspace));

  return self->detail != NULL && self->detail->last != TP_DAY_NONE ? MAX (day, self->detail->last) : day;
}

static void
show_file (TpRequirementDialog *self)
{
  TpRecord *attachment = attachment_of (self);
  gboolean writable = !tp_workspace_is_read_only (self->workspace);
  g_autofree char *size = NULL;
  const char *name;

  if (self->document != NULL)
    {
      name = tp_document_get_name (self->document);
      size = g_format_size ((guint64) tp_document_get_size (self->document));
    }
  else if (attachment != NULL)
    {
      name = tp_record_get_text (attachment, "name");
      size = g_format_size ((guint64) tp_record_get_number (attachment, "size"));
    }
  else
    {
      name = C_ ("attached file", "No file attached");
      size = writable ? g_strdup (_ ("Drag a scan here, paste it, or choose it: up to 50 MB")) : NULL;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name);
  adw_action_row_set_subtitle (self->file, size != NULL ? size : "");
  gtk_widget_set_visible (self->choose_button, writable && attachment == NULL && self->document == NULL);
  gtk_widget_set_visible (self->open_button, attachment != NULL);
  gtk_widget_set_visible (self->file_menu, attachment != NULL || self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.choose", writable && self->detail != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.paste", writable && self->detail != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.remove", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save-copy", attachment != NULL);
}

static TpRecord *
read_form (TpRequirementDialog *self, GError **error)
{
  g_autoptr (TpRecord) record = self->detail->status != NULL ? tp_record_edit (self->detail->status)
                                                             : tp_record_new (TP_KIND_REQUIREMENT_STATUS);

  tp_record_set_number (record, "exporter", self->exporter);
  tp_record_set_number (record, "requirement", self->requirement);
  /* What only reads as expired is not written so. */
  if (is_moved (self))
    tp_record_set_text (record, "status", tp_choice_row_get_token (self->status));
  else if (self->detail->status == NULL)
    tp_record_set_text (record, "status", "missing");
  if (!tp_field_row_store (TP_FIELD_ROW (self->due), record, error)
      || !tp_field_row_store (self->document_number, record, error)
      || !tp_field_row_store (self->issuer, record, error)
      || !tp_field_row_store (TP_FIELD_ROW (self->expiry), record, error))
    return NULL;
  if (self->removed)
    tp_record_clear (record, "attachment");
  return g_steal_pointer (&record);
}

/* Why it cannot be kept as it is: what the form alone knows, then what is refused anyway. */
static char *
fault_of (TpRequirementDialog *self)
{
  TpDay day = tp_date_row_get_day (self->day);
  g_autoptr (TpRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!tp_field_row_is_valid (TP_FIELD_ROW (self->day)) || !tp_field_row_is_valid (TP_FIELD_ROW (self->due))
      || !tp_field_row_is_valid (TP_FIELD_ROW (self->expiry)))
    return g_strdup (_ ("Correct the dates, or leave them empty."));
  if (!tp_field_row_is_valid (self->document_number) || !tp_field_row_is_valid (self->issuer))
    return g_strdup (_ ("Correct the number or the issuing body."));
  if (is_moved (self) && day == TP_DAY_NONE)
    return g_strdup (_ ("Enter the day since when it is so."));
  record = read_form (self, &error);
  if (record == NULL
      || !tp_requirement_review (record, self->detail->status, is_moved (self) ? day : usual_day (self),
                                 self->detail->last, tp_workspace_get_today (self->workspace), &error))
    return g_strdup (error->message);
  return NULL;
}

static void
review (TpRequirementDialog *self)
{
  g_autofree char *fault = NULL;

  if (self->detail == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->day), is_moved (self));
  fault = fault_of (self);
  if (fault != NULL || !self->refused)
    say (self, fault);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 fault == NULL && !self->saving && !self->refused
                                     && !tp_workspace_is_read_only (self->workspace));
}

/* What comes in has been received, and what it is was not known of the one before. */
static void
received (TpRequirementDialog *self)
{
  const char *status = tp_choice_row_get_token (self->status);

  if (g_strcmp0 (status, "missing") == 0 || g_strcmp0 (status, "requested") == 0
      || g_strcmp0 (status, "expired") == 0)
    tp_choice_row_set_token (self->status, "received");
}

static void
load_form (TpRequirementDialog *self)
{
  g_autoptr (TpRecord) record = self->detail->status != NULL ? g_object_ref (self->detail->status)
                                                             : tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  const char *status = self->detail->status != NULL ? tp_record_get_text (record, "status") : "missing";

  self->loading = TRUE;
  g_set_str (&self->shown_status,
             tp_requirement_status_on (status, tp_record_get_day (record, "expiry"), usual_day (self)));
  tp_choice_row_set_token (self->status, self->shown_status);
  tp_date_row_set_day (self->day, usual_day (self));
  tp_field_row_load (TP_FIELD_ROW (self->due), record);
  tp_field_row_load (self->document_number, record);
  tp_field_row_load (self->issuer, record);
  tp_field_row_load (TP_FIELD_ROW (self->expiry), record);
  self->loading = FALSE;
}

static GtkWidget *
make_step (gpointer item, gpointer data)
{
  return tp_fact_row_new (item);
}

/* callbacks */

static void
changed_cb (TpRequirementDialog *self)
{
  TpDay expiry;

  if (self->loading || self->detail == NULL)
    return;
  expiry = tp_date_row_get_day (self->expiry);
  /* Another expiry is of another document. */
  if (g_strcmp0 (tp_choice_row_get_token (self->status), "expired") == 0
      && g_strcmp0 (self->shown_status, "expired") == 0 && expiry != TP_DAY_NONE && expiry >= usual_day (self))
    {
      self->loading = TRUE;
      received (self);
      self->loading = FALSE;
    }
  tp_dialog_guard (ADW_DIALOG (self));
  self->refused = FALSE;
  review (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL)
    return;
  self->detail = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  if (self->detail == NULL)
    {
      say (self, error->message);
      return;
    }
  gtk_label_set_label (self->name, tp_record_get_title (self->detail->requirement));
  gtk_label_set_label (self->whose, tp_record_get_title (self->detail->exporter));
  load_form (self);
  gtk_list_box_bind_model (self->steps, G_LIST_MODEL (self->detail->steps), make_step, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_group),
                          g_list_model_get_n_items (G_LIST_MODEL (self->detail->steps)) > 0);
  if (!tp_workspace_is_read_only (self->workspace))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->form), TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->document_group), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->status));
    }
  show_file (self);
  review (self);
}

static void
document_cb (TpDocument *document, gpointer data)
{
  TpRequirementDialog *self = data;

  if (document == NULL || self->workspace == NULL)
    return;
  g_set_object (&self->document, document);
  self->removed = FALSE;
  received (self);
  show_file (self);
  changed_cb (self);
  /* The button that was pressed is gone. */
  gtk_widget_grab_focus (self->file_menu);
}

static void
file_cb (GFile *file, gpointer data)
{
  g_autoptr (TpRequirementDialog) self = data;

  if (file != NULL && self->reading != NULL)
    tp_reading_bar_read (self->reading, file, document_cb, g_object_ref (self), g_object_unref);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, TpRequirementDialog *self)
{
  g_autoptr (GListModel) files = tp_dropped_files (value);

  if (files == NULL || self->detail == NULL || tp_workspace_is_read_only (self->workspace))
    return FALSE;
  tp_choose_one (GTK_WIDGET (self), files, file_cb, g_object_ref (self));
  return TRUE;
}

static void
pasted_cb (GListModel *files, gpointer data)
{
  TpRequirementDialog *self = data;

  if (files != NULL)
    tp_choose_one (GTK_WIDGET (self), files, file_cb, self);
  else
    g_object_unref (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      /* What the disk refused may be tried again as it is. */
      self->refused = error->domain == TP_ERROR && error->code != TP_ERROR_STORAGE;
      review (self);
      say (self, error->message);
      return;
    }
  tp_toast_undo (GTK_WIDGET (self), C_ ("requirement", "Requirement changed"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* actions */

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementDialog *self = TP_REQUIREMENT_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) record = NULL;
  TpEditRequirementStatus *input;

  if (self->saving || self->detail == NULL)
    return;
  record = read_form (self, &error);
  if (record == NULL)
    {
      say (self, error->message);
      return;
    }
  input = tp_edit_requirement_status_new (record, self->detail->status);
  input->document = self->document != NULL ? g_object_ref (self->document) : NULL;
  input->day = is_moved (self) ? tp_date_row_get_day (self->day) : usual_day (self);
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, "set-requirement", tp_edit_requirement_status_run, input,
                       tp_edit_requirement_status_free, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_choose_document (widget, file_cb, g_object_ref (widget));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_paste_files (widget, pasted_cb, g_object_ref (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementDialog *self = TP_REQUIREMENT_DIALOG (widget);

  if (attachment_of (self) != NULL)
    tp_show_document (widget, self->workspace, attachment_of (self));
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementDialog *self = TP_REQUIREMENT_DIALOG (widget);

  if (attachment_of (self) != NULL)
    tp_save_document_copy (widget, self->workspace, attachment_of (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementDialog *self = TP_REQUIREMENT_DIALOG (widget);

  /* One that was just chosen goes first; the one that is kept comes back into view. */
  if (self->document != NULL)
    g_clear_object (&self->document);
  else
    self->removed = TRUE;
  show_file (self);
  changed_cb (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->choose_button) ? self->choose_button : self->open_button);
}

/* vfuncs */

static void
tp_requirement_dialog_dispose (GObject *object)
{
  TpRequirementDialog *self = TP_REQUIREMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUIREMENT_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->document);
  g_clear_pointer (&self->detail, tp_requirement_detail_free);
  g_clear_pointer (&self->shown_status, g_free);
  G_OBJECT_CLASS (tp_requirement_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/requirement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, whose);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, document_group);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, due);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, document_number);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, issuer);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, expiry);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, file);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, file_menu);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, drop);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, steps_group);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
}

static void
tp_requirement_dialog_class_init (TpRequirementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_requirement_dialog_dispose;
  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_READING_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "document.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "document.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "document.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "document.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "document.remove", NULL, remove_action);
  /* An entry takes the key for its text first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "document.paste", NULL);
}

static void
tp_requirement_dialog_init (TpRequirementDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_drop_accept_files (self->drop);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

/* Public API */

/**
 * tp_requirement_dialog_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @requirement: a requirement's id
 * @title: what it is called, until it is read
 * @as_of: the day that is looked at: a step is dated so, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_requirement_dialog_new (TpWorkspace *workspace, gint64 exporter, gint64 requirement, const char *title, TpDay as_of)
{
  TpRequirementDialog *self = g_object_new (TP_TYPE_REQUIREMENT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->exporter = exporter;
  self->requirement = requirement;
  self->as_of = as_of;
  gtk_label_set_label (self->name, title);
  show_file (self);
  gtk_widget_set_visible (self->save_button, !tp_workspace_is_read_only (workspace));
  tp_workspace_read (workspace, tp_requirement_detail_read,
                     tp_requirement_question_new (workspace, exporter, requirement, as_of),
                     tp_requirement_question_free, tp_requirement_detail_free, NULL, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
