/* bulk-advance-dialog.c: many exporters moved on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-advance-dialog.h"

#include "bulk-advance.h"
#include "date-row.h"

#include <glib/gi18n-lib.h>

struct _TpBulkAdvanceDialog
{
  TpBulkDialog parent_instance;

  AdwComboRow *stage;
  TpDateRow *day;
  AdwEntryRow *reason;
};

G_DEFINE_FINAL_TYPE (TpBulkAdvanceDialog, tp_bulk_advance_dialog, TP_TYPE_BULK_DIALOG)

static void
changed_cb (TpBulkAdvanceDialog *self)
{
  tp_bulk_dialog_changed (TP_BULK_DIALOG (self));
}

static void
begin (TpBulkDialog *dialog)
{
  TpBulkAdvanceDialog *self = TP_BULK_ADVANCE_DIALOG (dialog);
  g_autoptr (GtkStringList) stages = gtk_string_list_new (NULL);

  gtk_string_list_append (stages, C_ ("where exporters move", "Each to its next stage"));
  for (guint i = 0; i < TP_N_STAGES; i++)
    gtk_string_list_append (stages, tp_word_title (tp_words_stage, tp_stage_token ((TpStage) i)));
  adw_combo_row_set_model (self->stage, G_LIST_MODEL (stages));
  tp_date_row_set_day (self->day, tp_bulk_dialog_get_day (dialog));
}

static TpBulk *
make (TpBulkDialog *dialog, const gint64 *ids, guint n_ids)
{
  TpBulkAdvanceDialog *self = TP_BULK_ADVANCE_DIALOG (dialog);
  guint place = adw_combo_row_get_selected (self->stage);

  if (!tp_field_row_is_valid (TP_FIELD_ROW (self->day)) || place > TP_N_STAGES)
    return NULL;
  return tp_bulk_advance_new (ids, n_ids, place == 0 ? TP_N_STAGES : (TpStage) (place - 1),
                              gtk_editable_get_text (GTK_EDITABLE (self->reason)), tp_date_row_get_day (self->day));
}

static void
tp_bulk_advance_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULK_ADVANCE_DIALOG);
  G_OBJECT_CLASS (tp_bulk_advance_dialog_parent_class)->dispose (object);
}

static void
tp_bulk_advance_dialog_class_init (TpBulkAdvanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_bulk_advance_dialog_dispose;
  TP_BULK_DIALOG_CLASS (klass)->begin = begin;
  TP_BULK_DIALOG_CLASS (klass)->make = make;
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/bulk-advance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBulkAdvanceDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAdvanceDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAdvanceDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tp_bulk_advance_dialog_init (TpBulkAdvanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_bulk_advance_dialog_new:
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_bulk_advance_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialog *self = g_object_new (TP_TYPE_BULK_ADVANCE_DIALOG, NULL);

  tp_bulk_dialog_start (self, workspace, ids, as_of);
  return ADW_DIALOG (self);
}
