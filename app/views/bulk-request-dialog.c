/* bulk-request-dialog.c: papers asked for of many exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-request-dialog.h"

#include "bulk-request.h"
#include "date-row.h"
#include "fact.h"
#include "feedback.h"
#include "record-choices.h"
#include "request-documents.h"

#include <glib/gi18n-lib.h>

struct _TpBulkRequestDialog
{
  TpBulkDialog parent_instance;

  AdwComboRow *requirement;
  TpDateRow *due;
};

G_DEFINE_FINAL_TYPE (TpBulkRequestDialog, tp_bulk_request_dialog, TP_TYPE_BULK_DIALOG)

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpBulkRequestDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (list != NULL && self->requirement != NULL)
    adw_combo_row_set_model (self->requirement, list);
  else if (error != NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The Requirements Were Not Read"), error);
}

static void
changed_cb (TpBulkRequestDialog *self)
{
  tp_bulk_dialog_changed (TP_BULK_DIALOG (self));
}

static void
begin (TpBulkDialog *dialog)
{
  TpBulkRequestDialog *self = TP_BULK_REQUEST_DIALOG (dialog);

  tp_date_row_set_day (self->due, tp_bulk_dialog_get_day (dialog) + TP_REQUEST_USUAL_DAYS);
  tp_workspace_read (tp_bulk_dialog_get_workspace (dialog), tp_requirement_choices_read, NULL, NULL, g_object_unref,
                     NULL, listed_cb, g_object_ref (self));
}

static TpBulk *
make (TpBulkDialog *dialog, const gint64 *ids, guint n_ids)
{
  TpBulkRequestDialog *self = TP_BULK_REQUEST_DIALOG (dialog);
  TpFact *requirement = adw_combo_row_get_selected_item (self->requirement);

  if (requirement == NULL || !tp_field_row_is_valid (TP_FIELD_ROW (self->due)))
    return NULL;
  return tp_bulk_request_new (ids, n_ids, tp_fact_get_id (requirement), tp_date_row_get_day (self->due),
                              tp_bulk_dialog_get_day (dialog));
}

static void
tp_bulk_request_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULK_REQUEST_DIALOG);
  G_OBJECT_CLASS (tp_bulk_request_dialog_parent_class)->dispose (object);
}

static void
tp_bulk_request_dialog_class_init (TpBulkRequestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_bulk_request_dialog_dispose;
  TP_BULK_DIALOG_CLASS (klass)->begin = begin;
  TP_BULK_DIALOG_CLASS (klass)->make = make;
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/bulk-request-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBulkRequestDialog, requirement);
  gtk_widget_class_bind_template_child (widget_class, TpBulkRequestDialog, due);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tp_bulk_request_dialog_init (TpBulkRequestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_bulk_request_dialog_new:
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_bulk_request_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialog *self = g_object_new (TP_TYPE_BULK_REQUEST_DIALOG, NULL);

  tp_bulk_dialog_start (self, workspace, ids, as_of);
  return ADW_DIALOG (self);
}
