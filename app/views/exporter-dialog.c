/* exporter-dialog.c: adding an exporter, or changing one.
 *
 * Each row checks its own text while it is typed; what only the whole record tells
 * stands beside the button, which waits until the record may be kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-dialog.h"

#include "date-row.h"
#include "edit-exporter.h"
#include "feedback.h"
#include "field-text.h"
#include "money-row.h"
#include "province.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are read into the record: the currency before amounts. */
static const char *const row_names[] = {
  "currency", "name_local", "name",        "uscc",     "province",      "city",  "contact", "phone",   "email",
  "address",  "hs_chapters", "annual_export", "us_share", "domestic_baseline", "owner", "bank",    "sourced",
};

enum
{
  ROW_CURRENCY,
  ROW_NAME_LOCAL,
  ROW_NAME,
  ROW_USCC,
  ROW_PROVINCE,
  N_ROWS = G_N_ELEMENTS (row_names),
};

struct _TpExporterDialog
{
  AdwDialog parent_instance;

  TpFieldRow *rows[N_ROWS];
  GtkLabel *reason;

  TpWorkspace *workspace;
  TpRecord *exporter;     /* as it was; NULL for a new one */
  char *filled_province;  /* what the USCC gave, as the row shows it */
  gboolean loading;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (TpExporterDialog, tp_exporter_dialog, ADW_TYPE_DIALOG)

/* helpers */

static TpRecord *
read_record (TpExporterDialog *self, GError **error)
{
  g_autoptr (TpRecord) record
      = self->exporter != NULL ? tp_record_edit (self->exporter) : tp_record_new (TP_KIND_EXPORTER);

  if (self->exporter == NULL)
    tp_record_set_text (record, "stage", tp_stage_token (TP_STAGE_SOURCED));
  for (guint i = 0; i < N_ROWS; i++)
    if (!tp_field_row_store (self->rows[i], record, error))
      return NULL;
  if (!tp_record_is_set (record, "sourced"))
    tp_record_set_day (record, "sourced", tp_workspace_get_today (self->workspace));
  /* A currency alone says nothing. */
  if (!tp_record_is_set (record, "annual_export") && !tp_record_is_set (record, "domestic_baseline"))
    tp_record_clear (record, "currency");
  return g_steal_pointer (&record);
}

/* The region in the code gives the province, unless the person gave another. */
static void
fill_province (TpExporterDialog *self)
{
  g_autofree char *uscc = tp_uscc_normalise (gtk_editable_get_text (GTK_EDITABLE (self->rows[ROW_USCC])));
  GtkEditable *row = GTK_EDITABLE (self->rows[ROW_PROVINCE]);
  const char *text = gtk_editable_get_text (row);
  const char *region = tp_uscc_check (uscc, NULL) ? tp_uscc_region_province (uscc) : NULL;

  if (region == NULL || (*text != '\0' && g_strcmp0 (text, self->filled_province) != 0))
    return;
  g_set_str (&self->filled_province, tp_province_name (region));
  if (g_strcmp0 (text, self->filled_province) != 0)
    gtk_editable_set_text (row, self->filled_province);
}

static const char *
first_fault (TpExporterDialog *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (!tp_field_row_is_valid (self->rows[i]))
      return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[i]));
  return NULL;
}

static void
review (TpExporterDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) record = NULL;
  g_autofree char *text = NULL;
  const char *fault = first_fault (self);
  gboolean good = FALSE;

  if (fault != NULL)
    /* Translators: the name of a field */
    text = g_strdup_printf (_ ("“%s” needs another look"), fault);
  else if ((record = read_record (self, &error)) == NULL || !tp_record_validate (record, &error))
    text = g_strdup (error->message);
  else
    {
      good = TRUE;
      text = tp_exporter_warning (record);
    }
  gtk_label_set_label (self->reason, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", good && !self->saving);
}

/* callbacks */

static void
row_changed (TpExporterDialog *self)
{
  if (self->loading)
    return;
  self->loading = TRUE;
  fill_province (self);
  self->loading = FALSE;
  review (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterDialog) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  self->saving = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      review (self);
      gtk_label_set_label (self->reason, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
      return;
    }
  if (parent != NULL)
    tp_toast_undo (parent, self->exporter != NULL ? C_ ("exporter", "Saved") : C_ ("exporter", "Added"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (widget);
  TpRecord *record;
  TpEditExporter *input;

  if (self->saving || (record = read_record (self, NULL)) == NULL)
    return;
  input = tp_edit_exporter_new (record);
  input->base = self->exporter != NULL ? g_object_ref (self->exporter) : NULL;
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, self->exporter != NULL ? "edit-exporter" : "add-exporter",
                       tp_edit_exporter_run, input, tp_edit_exporter_free, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
tp_exporter_dialog_dispose (GObject *object)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->exporter);
  g_clear_pointer (&self->filled_province, g_free);
  G_OBJECT_CLASS (tp_exporter_dialog_parent_class)->dispose (object);
}

static void
tp_exporter_dialog_class_init (TpExporterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_dialog_dispose;
  g_type_ensure (TP_TYPE_FIELD_ROW);
  g_type_ensure (TP_TYPE_MONEY_ROW);
  g_type_ensure (TP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-dialog.ui");
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, row_names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (TpExporterDialog, rows) + i * sizeof (TpFieldRow *)));
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, row_changed);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_exporter_dialog_init (TpExporterDialog *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_exporter_dialog_new:
 * @workspace: a workspace
 * @exporter: (nullable): the exporter to change; %NULL to add one
 * @as_of: the day that is looked at: a new one is dated so, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_exporter_dialog_new (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of)
{
  TpExporterDialog *self = g_object_new (TP_TYPE_EXPORTER_DIALOG, NULL);
  g_autoptr (TpRecord) start = NULL;

  self->workspace = g_object_ref (workspace);
  if (exporter != NULL)
    self->exporter = g_object_ref (exporter);
  start = exporter != NULL ? tp_record_edit (exporter) : tp_record_new (TP_KIND_EXPORTER);
  if (!tp_record_is_set (start, "currency"))
    tp_record_set_text (start, "currency", tp_workspace_get_currency (workspace));
  if (!tp_record_is_set (start, "sourced"))
    tp_record_set_day (start, "sourced", MIN (as_of, tp_workspace_get_today (workspace)));
  adw_dialog_set_title (ADW_DIALOG (self), exporter != NULL ? C_ ("dialog", "Edit Exporter")
                                                            : C_ ("dialog", "Add Exporter"));
  for (guint i = 0; i < N_ROWS; i++)
    tp_field_row_load (self->rows[i], start);
  self->loading = FALSE;
  review (self);
  return ADW_DIALOG (self);
}
