/* bulk-enrol-dialog.c: many exporters enrolled in a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-enrol-dialog.h"

#include "bulk-enrol.h"
#include "date-row.h"
#include "fact.h"
#include "feedback.h"
#include "record-choices.h"

#include <glib/gi18n-lib.h>

struct _TpBulkEnrolDialog
{
  TpBulkDialog parent_instance;

  AdwComboRow *programme;
  TpDateRow *day;
  AdwSwitchRow *include_all;
};

G_DEFINE_FINAL_TYPE (TpBulkEnrolDialog, tp_bulk_enrol_dialog, TP_TYPE_BULK_DIALOG)

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpBulkEnrolDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (list != NULL && self->programme != NULL)
    adw_combo_row_set_model (self->programme, list);
  else if (error != NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The Programmes Were Not Read"), error);
}

static void
changed_cb (TpBulkEnrolDialog *self)
{
  tp_bulk_dialog_changed (TP_BULK_DIALOG (self));
}

static void
begin (TpBulkDialog *dialog)
{
  TpBulkEnrolDialog *self = TP_BULK_ENROL_DIALOG (dialog);

  tp_date_row_set_day (self->day, tp_bulk_dialog_get_day (dialog));
  tp_workspace_read (tp_bulk_dialog_get_workspace (dialog), tp_programme_choices_read,
                     GINT_TO_POINTER (tp_bulk_dialog_get_day (dialog)), NULL, g_object_unref, NULL, listed_cb,
                     g_object_ref (self));
}

static TpBulk *
make (TpBulkDialog *dialog, const gint64 *ids, guint n_ids)
{
  TpBulkEnrolDialog *self = TP_BULK_ENROL_DIALOG (dialog);
  TpFact *programme = adw_combo_row_get_selected_item (self->programme);

  if (programme == NULL || !tp_field_row_is_valid (TP_FIELD_ROW (self->day)))
    return NULL;
  return tp_bulk_enrol_new (ids, n_ids, tp_fact_get_id (programme), tp_date_row_get_day (self->day),
                            adw_switch_row_get_active (self->include_all));
}

static void
tp_bulk_enrol_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULK_ENROL_DIALOG);
  G_OBJECT_CLASS (tp_bulk_enrol_dialog_parent_class)->dispose (object);
}

static void
tp_bulk_enrol_dialog_class_init (TpBulkEnrolDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_bulk_enrol_dialog_dispose;
  TP_BULK_DIALOG_CLASS (klass)->begin = begin;
  TP_BULK_DIALOG_CLASS (klass)->make = make;
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/bulk-enrol-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBulkEnrolDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, TpBulkEnrolDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TpBulkEnrolDialog, include_all);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tp_bulk_enrol_dialog_init (TpBulkEnrolDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_bulk_enrol_dialog_new:
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_bulk_enrol_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialog *self = g_object_new (TP_TYPE_BULK_ENROL_DIALOG, NULL);

  tp_bulk_dialog_start (self, workspace, ids, as_of);
  return ADW_DIALOG (self);
}
