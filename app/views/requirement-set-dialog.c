/* requirement-set-dialog.c: one checklist made or changed.
 *
 * What is taken out and has been answered moves to the list of what is no longer asked
 * for, from where it can come back; what nobody answered is gone when it is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-set-dialog.h"

#include "discard.h"
#include "edit-requirement-set.h"
#include "error.h"
#include "feedback.h"
#include "field-row.h"
#include "requirement-edit-row.h"
#include "requirement-sets.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpRequirementSetDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *set_group;
  TpFieldRow *title_row;
  TpFieldRow *title_local;
  AdwComboRow *programme;
  TpFieldRow *hs_chapters;
  GtkListBox *requirements;
  AdwPreferencesGroup *retired_group;
  GtkListBox *retired;
  GtkWidget *remove_button;
  GtkLabel *message;

  TpWorkspace *workspace;
  gint64 id; /* 0: the default checklist; -1: one to be made */
  TpRequirementSetForm *form;
  GListStore *gone; /* of TpRecord: shown as no longer asked for */
  gboolean loading;
  gboolean saving;
  gboolean refused; /* as it is it cannot be kept: it has to change first */
};

G_DEFINE_FINAL_TYPE (TpRequirementSetDialog, tp_requirement_set_dialog, ADW_TYPE_DIALOG)

/* helpers */

static void
say (TpRequirementSetDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static const char *
fault_of (TpRequirementSetDialog *self)
{
  GtkListBoxRow *row;

  if (self->id != 0 && !tp_field_row_is_valid (self->title_row))
    return _ ("Enter what people call the set.");
  if (self->id != 0 && !tp_field_row_is_valid (self->hs_chapters))
    return _ ("Correct the HS chapters: two digits each, such as 42 85.");
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->requirements, i)) != NULL; i++)
    if (TP_IS_REQUIREMENT_EDIT_ROW (row) && !tp_requirement_edit_row_is_valid (TP_REQUIREMENT_EDIT_ROW (row)))
      return _ ("A requirement needs another look: its title is missing, or the stage it is needed by.");
  return NULL;
}

static void
review (TpRequirementSetDialog *self)
{
  const char *fault = self->form != NULL ? fault_of (self) : NULL;

  if (fault != NULL || !self->refused)
    say (self, fault);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 self->form != NULL && fault == NULL && !self->saving && !self->refused
                                     && !tp_workspace_is_read_only (self->workspace));
}

static void
changed_cb (TpRequirementSetDialog *self)
{
  if (self->loading || self->form == NULL)
    return;
  tp_dialog_guard (ADW_DIALOG (self));
  self->refused = FALSE;
  review (self);
}

static void
show_gone (TpRequirementSetDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->retired_group),
                          g_list_model_get_n_items (G_LIST_MODEL (self->gone)) > 0);
}

static void
move_to (TpRequirementSetDialog *self, GtkListBoxRow *row, int place)
{
  if (place < 0 || gtk_list_box_get_row_at_index (self->requirements, place) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->requirements, GTK_WIDGET (row));
  gtk_list_box_insert (self->requirements, GTK_WIDGET (row), place);
  g_object_unref (row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  changed_cb (self);
}

static void
moved_cb (GtkListBoxRow *row, int by, TpRequirementSetDialog *self)
{
  move_to (self, row, gtk_list_box_row_get_index (row) + by);
}

static void
dropped_cb (GtkListBoxRow *target, GtkListBoxRow *row, TpRequirementSetDialog *self)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->requirements))
    move_to (self, row, gtk_list_box_row_get_index (target));
}

static void
removed_cb (TpRequirementEditRow *row, TpRequirementSetDialog *self)
{
  TpRecord *requirement = tp_requirement_edit_row_get (row);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  if (tp_requirement_set_answers (self->form, tp_record_get_id (requirement)) > 0)
    g_list_store_append (self->gone, requirement);
  gtk_list_box_remove (self->requirements, GTK_WIDGET (row));
  next = gtk_list_box_get_row_at_index (self->requirements, place);
  if (next == NULL && place > 0)
    next = gtk_list_box_get_row_at_index (self->requirements, place - 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  show_gone (self);
  changed_cb (self);
}

static TpRequirementEditRow *
add_row (TpRequirementSetDialog *self, TpRecord *requirement)
{
  GtkWidget *row = tp_requirement_edit_row_new (requirement);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, 0);
  gtk_list_box_append (self->requirements, row);
  return TP_REQUIREMENT_EDIT_ROW (row);
}

static void
restore_cb (GtkButton *button, TpRequirementSetDialog *self)
{
  TpRecord *requirement = g_object_get_data (G_OBJECT (button), "requirement");
  TpRequirementEditRow *row = add_row (self, requirement);
  guint place;

  if (g_list_store_find (self->gone, requirement, &place))
    g_list_store_remove (self->gone, place);
  show_gone (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  changed_cb (self);
}

static GtkWidget *
make_retired (gpointer item, gpointer data)
{
  TpRequirementSetDialog *self = data;
  guint answers = tp_requirement_set_answers (self->form, tp_record_get_id (item));
  g_autofree char *subtitle
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u exporter has a status", "%u exporters have a status",
                                      answers),
                         answers);
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("requirement set", "_Ask Again"));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", tp_record_get_title (item),
                                 "subtitle", subtitle, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !tp_workspace_is_read_only (self->workspace));
  g_object_set_data_full (G_OBJECT (button), "requirement", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
load_programmes (TpRequirementSetDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 programme = self->form->set != NULL ? tp_record_get_number_or (self->form->set, "programme", 0) : 0;
  guint place = 0;

  gtk_string_list_append (titles, C_ ("requirement set", "Any or none"));
  for (guint i = 0; i < self->form->programmes->len; i++)
    {
      TpRecord *record = g_ptr_array_index (self->form->programmes, i);

      gtk_string_list_append (titles, tp_record_get_title (record));
      if (tp_record_get_id (record) == programme)
        place = i + 1;
    }
  adw_combo_row_set_model (self->programme, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->programme, place);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementSetDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) empty = tp_record_new (TP_KIND_REQUIREMENT_SET);

  if (self->workspace == NULL)
    return;
  self->form = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  if (self->form == NULL)
    {
      say (self, error->message);
      return;
    }
  self->loading = TRUE;
  if (self->form->set != NULL)
    adw_dialog_set_title (ADW_DIALOG (self), tp_record_get_title (self->form->set));
  tp_field_row_load (self->title_row, self->form->set != NULL ? self->form->set : empty);
  tp_field_row_load (self->title_local, self->form->set != NULL ? self->form->set : empty);
  tp_field_row_load (self->hs_chapters, self->form->set != NULL ? self->form->set : empty);
  load_programmes (self);
  for (guint i = 0; i < self->form->requirements->len; i++)
    add_row (self, g_ptr_array_index (self->form->requirements, i));
  for (guint i = 0; i < self->form->retired->len; i++)
    g_list_store_append (self->gone, g_ptr_array_index (self->form->retired, i));
  show_gone (self);
  self->loading = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->set_group), !tp_workspace_is_read_only (self->workspace));
  gtk_widget_set_sensitive (GTK_WIDGET (self->requirements), !tp_workspace_is_read_only (self->workspace));
  gtk_widget_child_focus (self->id != 0 ? GTK_WIDGET (self->title_row) : GTK_WIDGET (self->requirements),
                          GTK_DIR_TAB_FORWARD);
  review (self);
}

/* Saving */

static TpRecord *
read_set (TpRequirementSetDialog *self, GError **error)
{
  g_autoptr (TpRecord) set = self->form->set != NULL ? tp_record_edit (self->form->set)
                                                     : tp_record_new (TP_KIND_REQUIREMENT_SET);
  guint place = adw_combo_row_get_selected (self->programme);

  if (!tp_field_row_store (self->title_row, set, error) || !tp_field_row_store (self->title_local, set, error)
      || !tp_field_row_store (self->hs_chapters, set, error))
    return NULL;
  if (place > 0 && place <= self->form->programmes->len)
    tp_record_set_number (set, "programme", tp_record_get_id (g_ptr_array_index (self->form->programmes, place - 1)));
  else
    tp_record_clear (set, "programme");
  return g_steal_pointer (&set);
}

static gboolean
is_asked (TpRequirementSetDialog *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->requirements, i)) != NULL; i++)
    if (tp_record_get_id (tp_requirement_edit_row_get (TP_REQUIREMENT_EDIT_ROW (row))) == id)
      return TRUE;
  return FALSE;
}

static TpEditRequirementSet *
read_edit (TpRequirementSetDialog *self, GError **error)
{
  g_autoptr (TpRecord) set = self->id != 0 ? read_set (self, error) : NULL;
  g_autoptr (TpEditRequirementSet) edit = NULL;
  GtkListBoxRow *row;

  if (self->id != 0 && set == NULL)
    return NULL;
  edit = tp_edit_requirement_set_new (set, self->form->set);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->requirements, i)) != NULL; i++)
    {
      TpRecord *base = tp_requirement_edit_row_get (TP_REQUIREMENT_EDIT_ROW (row));
      g_autoptr (TpRecord) requirement = tp_requirement_edit_row_store (TP_REQUIREMENT_EDIT_ROW (row), error);

      if (requirement == NULL)
        return NULL;
      tp_edit_requirement_set_add (edit, requirement, tp_record_get_id (base) != 0 ? base : NULL);
    }
  for (guint i = 0; i < self->form->requirements->len; i++)
    {
      gint64 id = tp_record_get_id (g_ptr_array_index (self->form->requirements, i));

      if (!is_asked (self, id))
        tp_edit_requirement_set_drop (edit, id);
    }
  return g_steal_pointer (&edit);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementSetDialog) self = data;
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
  tp_toast_undo (GTK_WIDGET (self), C_ ("requirement set", "Requirement set saved"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
removed_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementSetDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      tp_show_error (GTK_WIDGET (self), error);
      review (self);
      return;
    }
  tp_toast_undo (GTK_WIDGET (self), C_ ("requirement set", "Requirement set removed"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* actions */

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementSetDialog *self = TP_REQUIREMENT_SET_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  TpEditRequirementSet *edit;

  if (self->saving || self->form == NULL)
    return;
  edit = read_edit (self, &error);
  if (edit == NULL)
    {
      say (self, error->message);
      return;
    }
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, self->id < 0 ? "add-requirement-set" : "edit-requirement-set",
                       tp_edit_requirement_set_run, edit, tp_edit_requirement_set_free, NULL, saved_cb,
                       g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementSetDialog *self = TP_REQUIREMENT_SET_DIALOG (widget);
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);
  TpRequirementEditRow *row;

  if (self->form == NULL)
    return;
  tp_record_set_text (requirement, "stage", "compliance");
  tp_record_set_text (requirement, "applies", "always");
  row = add_row (self, requirement);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  tp_requirement_edit_row_focus (row);
  changed_cb (self);
}

static void
remove_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementSetDialog) self = data;
  TpEditRequirementSet *edit;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "remove") != 0
      || self->workspace == NULL || self->saving)
    return;
  edit = tp_edit_requirement_set_new (self->form->set, NULL);
  edit->remove = TRUE;
  self->saving = TRUE;
  review (self);
  tp_workspace_change (self->workspace, "remove-requirement-set", tp_edit_requirement_set_run, edit,
                       tp_edit_requirement_set_free, NULL, removed_set_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementSetDialog *self = TP_REQUIREMENT_SET_DIALOG (widget);
  AdwDialog *alert;

  if (self->form == NULL || self->form->set == NULL)
    return;
  alert = adw_alert_dialog_new (_ ("Remove the Requirement Set?"),
                                _ ("Its requirements are not asked for any more. Statuses that exporters have "
                                   "already stay with them. It can be undone."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", C_ ("dialog", "_Cancel"), "remove",
                                  C_ ("requirement set", "_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), widget, NULL, remove_answered_cb, g_object_ref (self));
}

/* vfuncs */

static void
tp_requirement_set_dialog_dispose (GObject *object)
{
  TpRequirementSetDialog *self = TP_REQUIREMENT_SET_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUIREMENT_SET_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->gone);
  g_clear_pointer (&self->form, tp_requirement_set_form_free);
  G_OBJECT_CLASS (tp_requirement_set_dialog_parent_class)->dispose (object);
}

static void
tp_requirement_set_dialog_class_init (TpRequirementSetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_requirement_set_dialog_dispose;
  tp_widgets_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/requirement-set-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, set_group);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, title_local);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, hs_chapters);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, requirements);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, retired_group);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, retired);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "set.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "set.remove", NULL, remove_action);
}

static void
tp_requirement_set_dialog_init (TpRequirementSetDialog *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->gone = g_list_store_new (TP_TYPE_RECORD);
  gtk_list_box_bind_model (self->retired, G_LIST_MODEL (self->gone), make_retired, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

/* Public API */

/**
 * tp_requirement_set_dialog_new:
 * @workspace: a workspace
 * @set: a set's id; 0: the default checklist; -1: one to be made
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_requirement_set_dialog_new (TpWorkspace *workspace, gint64 set)
{
  TpRequirementSetDialog *self = g_object_new (TP_TYPE_REQUIREMENT_SET_DIALOG, NULL);
  gboolean writable = !tp_workspace_is_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->id = set;
  adw_dialog_set_title (ADW_DIALOG (self), set == 0  ? C_ ("requirement set", "Default Checklist")
                                           : set < 0 ? C_ ("requirement set", "New Requirement Set")
                                                     : C_ ("requirement set", "Requirement Set"));
  gtk_widget_set_visible (GTK_WIDGET (self->set_group), set != 0);
  gtk_widget_set_visible (self->remove_button, set > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "set.add", writable);
  tp_workspace_read (workspace, tp_requirement_set_form_read, g_memdup2 (&set, sizeof set), g_free,
                     tp_requirement_set_form_free, NULL, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
