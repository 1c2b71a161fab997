/* request-dialog.c: the missing documents of an exporter requested in one go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "request-dialog.h"

#include "date-row.h"
#include "discard.h"
#include "fact-row.h"
#include "feedback.h"
#include "numbers.h"
#include "request-documents.h"
#include "requirement-list.h"

#include <glib/gi18n-lib.h>

struct _TpRequestDialog
{
  AdwDialog parent_instance;

  GtkStack *screens;
  GtkListBox *box;
  TpDateRow *due;
  GtkLabel *message;
  GtkLabel *outcome;
  GtkListBox *skipped_box;
  GtkWidget *save_button;
  GtkButton *cancel_button;

  TpWorkspace *workspace;
  gint64 exporter;
  TpDay as_of;
  GHashTable *only;   /* ids of the requirements that may be asked for; NULL: all */
  GListStore *facts;  /* what is offered */
  GListStore *not_requested; /* and what was not asked for in the end */
  TpRequestDocuments *requesting;
  gboolean loading;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (TpRequestDialog, tp_request_dialog, ADW_TYPE_DIALOG)

static void
say (TpRequestDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static TpDay
day_of (TpRequestDialog *self)
{
  return MIN (self->as_of, tp_workspace_get_today (self->workspace));
}

static GArray *
chosen (TpRequestDialog *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    {
      g_autoptr (TpFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), (guint) i);
      gint64 id = tp_fact_get_id (fact);

      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
review (TpRequestDialog *self)
{
  g_autoptr (GArray) ids = chosen (self);
  g_autoptr (GError) error = NULL;
  const char *reason = NULL;

  if (!tp_field_row_is_valid (TP_FIELD_ROW (self->due)))
    reason = _ ("Correct the day, or leave it empty.");
  else if (!tp_request_check_days (tp_date_row_get_day (self->due), day_of (self),
                                   tp_workspace_get_today (self->workspace), &error))
    reason = error->message;
  say (self, reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 ids->len > 0 && reason == NULL && self->requesting == NULL && !self->done);
}

static void
changed_cb (TpRequestDialog *self)
{
  if (self->loading)
    return;
  tp_dialog_guard (ADW_DIALOG (self));
  review (self);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  g_autofree char *value = NULL;
  GtkWidget *row;

  g_object_get (item, "value", &value, NULL);
  row = g_object_new (ADW_TYPE_SWITCH_ROW, "title", tp_fact_get_title (item), "use-markup", FALSE, "subtitle", value,
                      "active", TRUE, NULL);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (changed_cb), data);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequestDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRequirementList) list = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (self->facts == NULL)
    return;
  if (list == NULL)
    {
      say (self, error->message);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list->facts)); i++)
    {
      g_autoptr (TpFact) fact = g_list_model_get_item (G_LIST_MODEL (list->facts), i);
      gint64 id = tp_fact_get_id (fact);
      gboolean missing = FALSE;

      for (guint k = 0; k < list->missing->len; k++)
        missing = missing || g_array_index (list->missing, gint64, k) == id;
      if (missing && (self->only == NULL || g_hash_table_contains (self->only, &id)))
        g_list_store_append (self->facts, fact);
    }
  gtk_stack_set_visible_child_name (
      self->screens, g_list_model_get_n_items (G_LIST_MODEL (self->facts)) > 0 ? "choose" : "none");
  review (self);
}

static char *
result_text (TpRequestDocuments *request)
{
  g_autofree char *count = tp_count_format (request->requested);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s document requested", "%s documents requested",
                                       request->requested),
                          count);
}

/* What was not asked for stays to be read, each with its reason. */
static void
show_skipped (TpRequestDialog *self, TpRequestDocuments *request, const char *text)
{
  for (guint i = 0; i < request->skipped->len; i++)
    {
      TpNotRequested *skipped = g_ptr_array_index (request->skipped, i);
      const char *title = skipped->needed != NULL ? skipped->needed : skipped->title;
      g_autoptr (TpFact) fact
          = tp_fact_new (TP_KIND_REQUIREMENT, skipped->requirement, title != NULL ? title : tp_kind_title (TP_KIND_REQUIREMENT));

      tp_fact_set (fact, "subtitle", skipped->reason);
      g_list_store_append (self->not_requested, fact);
    }
  gtk_label_set_label (self->outcome, text);
  gtk_stack_set_visible_child_name (self->screens, "skipped");
  gtk_widget_set_visible (self->save_button, FALSE);
  gtk_button_set_label (self->cancel_button, C_ ("dialog", "_Close"));
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static GtkWidget *
make_skipped (gpointer item, gpointer data)
{
  return tp_fact_row_new (item);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequestDialog) self = data;
  g_autoptr (TpRequestDocuments) request = g_steal_pointer (&self->requesting);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      review (self);
      say (self, error->message);
      return;
    }
  text = result_text (request);
  self->done = TRUE;
  if (request->requested > 0)
    tp_toast_undo (GTK_WIDGET (self), text);
  if (request->skipped->len == 0)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  tp_dialog_unguard (ADW_DIALOG (self));
  show_skipped (self, request, text);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequestDialog *self = TP_REQUEST_DIALOG (widget);
  g_autoptr (GArray) ids = chosen (self);

  if (self->requesting != NULL || ids->len == 0)
    return;
  self->requesting = tp_request_documents_new (&self->exporter, 1, (gint64 *) (gpointer) ids->data, ids->len,
                                               tp_date_row_get_day (self->due));
  self->requesting->day = day_of (self);
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, "request-documents", tp_request_documents_run, self->requesting, NULL, NULL,
                       saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
tp_request_dialog_dispose (GObject *object)
{
  TpRequestDialog *self = TP_REQUEST_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUEST_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->facts);
  g_clear_object (&self->not_requested);
  g_clear_pointer (&self->only, g_hash_table_unref);
  G_OBJECT_CLASS (tp_request_dialog_parent_class)->dispose (object);
}

static void
tp_request_dialog_class_init (TpRequestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_request_dialog_dispose;
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/request-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, screens);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, box);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, due);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, message);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, skipped_box);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TpRequestDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_request_dialog_init (TpRequestDialog *self)
{
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->not_requested = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->facts), make_row, self, NULL);
  gtk_list_box_bind_model (self->skipped_box, G_LIST_MODEL (self->not_requested), make_skipped, NULL, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

/**
 * tp_request_dialog_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @only: (nullable): facts of the requirements it is about, such as those that block a
 *   stage; %NULL: all that are missing
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_request_dialog_new (TpWorkspace *workspace, gint64 exporter, GListModel *only, TpDay as_of)
{
  TpRequestDialog *self = g_object_new (TP_TYPE_REQUEST_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->exporter = exporter;
  self->as_of = as_of;
  if (only != NULL)
    self->only = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; only != NULL && i < g_list_model_get_n_items (only); i++)
    {
      g_autoptr (TpFact) fact = g_list_model_get_item (only, i);
      gint64 id = tp_fact_get_id (fact);

      if (tp_fact_get_kind (fact) == TP_KIND_REQUIREMENT)
        g_hash_table_add (self->only, g_memdup2 (&id, sizeof id));
    }
  self->loading = TRUE;
  tp_date_row_set_day (self->due, day_of (self) + TP_REQUEST_USUAL_DAYS);
  self->loading = FALSE;
  tp_workspace_read (workspace, tp_requirement_list_read,
                     tp_requirement_question_new (workspace, exporter, 0, day_of (self)),
                     tp_requirement_question_free, tp_requirement_list_free, NULL, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
