/* exporter-dialog.c: adding an exporter, or changing one.
 *
 * Each row checks its own text while it is typed; what only the whole record tells
 * stands beside the button, which waits until the record may be kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-dialog.h"

#include "currency-row.h"
#include "date-row.h"
#include "discard.h"
#include "drafts.h"
#include "edit-exporter.h"
#include "error.h"
#include "feedback.h"
#include "field-text.h"
#include "find-duplicates.h"
#include "merge-dialog.h"
#include "money-row.h"
#include "province-row.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>

static const char *const row_names[] = {
  "name_local",  "name",          "uscc",     "city",              "contact", "phone", "email", "address",
  "hs_chapters", "annual_export", "us_share", "domestic_baseline", "owner",   "bank",  "sourced",
};

enum
{
  ROW_NAME_LOCAL,
  ROW_NAME,
  ROW_USCC,
  N_ROWS = G_N_ELEMENTS (row_names),
};

struct _TpExporterDialog
{
  AdwDialog parent_instance;

  TpFieldRow *rows[N_ROWS];
  TpProvinceRow *province;
  TpCurrencyRow *currency;
  GtkLabel *reason;
  GtkWidget *likely;
  GtkLabel *likely_text;
  GtkWidget *save_and_compare;

  TpWorkspace *workspace;
  TpRecord *exporter;     /* as it was; NULL for a new one */
  char *filled_province;  /* the code that the USCC gave */
  gboolean loading;
  gboolean touched;       /* something was entered: what is missing may be named */
  gboolean refused;       /* as it is it cannot be kept: it has to change first */
  TpEditExporter *saving; /* while it is being kept */

  guint looking;          /* the timer of looking for likely duplicates */
  GCancellable *reading;
  gint64 other;           /* what is likely the same; 0: nothing */
  char *code_owner;       /* (nullable): the name of the one that has the USCC */
  gboolean compare;       /* once kept, both are shown side by side */
  gboolean open_other;    /* once closed, that one is opened */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpExporterDialog, tp_exporter_dialog, ADW_TYPE_DIALOG)

/* helpers */

static TpRecord *
read_record (TpExporterDialog *self, GError **error)
{
  g_autoptr (TpRecord) record
      = self->exporter != NULL ? tp_record_edit (self->exporter) : tp_record_new (TP_KIND_EXPORTER);

  if (self->exporter == NULL)
    tp_record_set_text (record, "stage", tp_stage_token (TP_STAGE_SOURCED));
  /* Amounts are read by it. */
  tp_record_set_text (record, "currency", tp_currency_row_get_code (self->currency));
  for (guint i = 0; i < N_ROWS; i++)
    if (!tp_field_row_store (self->rows[i], record, error))
      return NULL;
  tp_record_set_text (record, "province", tp_province_row_get_code (self->province));
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
  const char *chosen = tp_province_row_get_code (self->province);
  const char *region = tp_uscc_check (uscc, NULL) ? tp_uscc_region_province (uscc) : NULL;

  if (region == NULL || (chosen != NULL && g_strcmp0 (chosen, self->filled_province) != 0))
    return;
  g_set_str (&self->filled_province, region);
  tp_province_row_set_code (self->province, region);
}

static gboolean
is_empty (TpFieldRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0';
}

/* Either name will do, so neither row asks by itself. */
static gboolean
has_name (TpExporterDialog *self)
{
  return !is_empty (self->rows[ROW_NAME_LOCAL]) || !is_empty (self->rows[ROW_NAME]);
}

/* Whose code it is stands where it is typed: it is never kept twice. */
static void
show_code_taken (TpExporterDialog *self)
{
  g_autofree char *text = NULL;

  if (self->code_owner != NULL)
    /* Translators: an exporter's name */
    text = g_strdup_printf (_ ("This USCC is that of “%s”"), self->code_owner);
  tp_field_row_set_message (self->rows[ROW_USCC], text);
  gtk_widget_set_visible (self->save_and_compare, self->code_owner == NULL);
}

static const char *
first_fault (TpExporterDialog *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (!tp_field_row_is_valid (self->rows[i]))
      return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[i]));
  return NULL;
}

/* Why it cannot be kept; @wrong: not only for want of what has still to be entered. */
static void
show_reason (TpExporterDialog *self, const char *text, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "error");
  gtk_label_set_label (self->reason, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), text != NULL);
}

/* What to look at again although it may be kept: on the row it is about. */
static void
show_warning (TpExporterDialog *self, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->province), text != NULL ? text : "");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->province), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->province), "warning");
}

static void
review (TpExporterDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) record = NULL;
  g_autofree char *text = NULL;
  g_autofree char *warning = NULL;
  gboolean told_apart = has_name (self) && tp_province_row_get_code (self->province) != NULL;
  const char *fault = first_fault (self);
  gboolean good = FALSE;

  show_code_taken (self);
  if (self->code_owner != NULL)
    text = NULL; /* the row says it */
  else if (fault != NULL)
    /* Translators: the name of a field */
    text = g_strdup_printf (_ ("“%s” needs another look"), fault);
  else if (!told_apart)
    text = g_strdup (_ ("Enter a Chinese or an English name, and a province or a USCC"));
  else if ((record = read_record (self, &error)) == NULL || !tp_record_validate (record, &error))
    text = g_strdup (error->message);
  else
    {
      good = TRUE;
      warning = tp_exporter_warning (record);
    }
  show_warning (self, warning);
  show_reason (self, text, fault != NULL || told_apart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", good && !self->refused && self->saving == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-and-compare",
                                 good && !self->refused && self->saving == NULL && self->other != 0);
}

/* Likely duplicates: a hint beside the form, never in its way. */

/* So long nothing must be typed. */
#define PAUSE_MS 300

/* The hint takes room from the rows: the one that is typed in stays in sight. */
static gboolean
keep_focus_in_sight_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (widget));
  GtkWidget *viewport = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL;
  guint *frames = data;

  if (--*frames > 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), row != NULL ? row : focus, NULL);
  return G_SOURCE_REMOVE;
}

static void
show_likely (TpExporterDialog *self, TpDuplicate *duplicate)
{
  const guint frames = 2;
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  self->other = duplicate != NULL ? tp_record_get_id (tp_duplicate_get_second (duplicate)) : 0;
  g_set_str (&self->code_owner,
             duplicate != NULL && (tp_duplicate_get_reasons (duplicate) & TP_DUPLICATE_USCC) != 0
                 ? tp_record_get_title (tp_duplicate_get_second (duplicate))
                 : NULL);
  if (duplicate != NULL)
    {
      why = tp_duplicate_reason_text (duplicate);
      /* Translators: an exporter's name, its reference, and why it is likely the one that is being typed:
       * "same phone" */
      text = g_strdup_printf (_ ("Likely the same: “%s”, %s (%s)"),
                              tp_record_get_title (tp_duplicate_get_second (duplicate)),
                              tp_record_get_text (tp_duplicate_get_second (duplicate), "reference"), why);
      gtk_label_set_label (self->likely_text, text);
    }
  if (duplicate != NULL && !gtk_widget_get_visible (self->likely))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), keep_focus_in_sight_cb, g_memdup2 (&frames, sizeof frames), g_free);
  gtk_widget_set_visible (self->likely, duplicate != NULL);
  review (self);
}

static void
likely_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_likely (self, found != NULL && found->len > 0 ? g_ptr_array_index (found, 0) : NULL);
}

/* What is told apart by, as far as it is typed: other rows may be empty or wrong yet. */
static TpRecord *
read_identity (TpExporterDialog *self)
{
  static const char *const identity[] = { "name_local", "name", "uscc", "phone", NULL };
  TpRecord *record = self->exporter != NULL ? tp_record_edit (self->exporter) : tp_record_new (TP_KIND_EXPORTER);

  for (guint i = 0; i < N_ROWS; i++)
    if (g_strv_contains (identity, row_names[i]) && !tp_field_row_store (self->rows[i], record, NULL))
      tp_record_clear (record, row_names[i]);
  tp_record_set_text (record, "province", tp_province_row_get_code (self->province));
  return record;
}

static void
look_for_likely_cb (gpointer data)
{
  TpExporterDialog *self = data;

  self->looking = 0;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_duplicates_read, read_identity (self), g_object_unref,
                     (GDestroyNotify) g_ptr_array_unref, self->reading, likely_read_cb, g_object_ref (self));
}

static void
look_for_likely (TpExporterDialog *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  self->looking = g_timeout_add_once (PAUSE_MS, look_for_likely_cb, self);
}

/* What was begun for a new exporter is there again when the form is opened anew: after
 * going to the one that is likely the same, after a restart. */

#define NEW_FORM "exporter:new"

static TpDrafts *
drafts_of (TpExporterDialog *self)
{
  return tp_drafts_of (G_OBJECT (self->workspace), tp_workspace_get_path (self->workspace));
}

/* The day is proposed anew each time. */
static gboolean
is_drafted (guint row)
{
  return g_strcmp0 (row_names[row], "sourced") != 0;
}

static void
keep_draft (TpExporterDialog *self)
{
  if (self->exporter != NULL)
    return;
  for (guint i = 0; i < N_ROWS; i++)
    if (is_drafted (i))
      tp_drafts_set (drafts_of (self), NEW_FORM, row_names[i],
                     is_empty (self->rows[i]) ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->rows[i])));
  tp_drafts_set (drafts_of (self), NEW_FORM, "province", tp_province_row_get_code (self->province));
}

static void
take_draft (TpExporterDialog *self)
{
  g_auto (GStrv) fields = tp_drafts_fields (drafts_of (self), NEW_FORM);
  g_autofree char *province = tp_drafts_get (drafts_of (self), NEW_FORM, "province");

  if (fields == NULL || fields[0] == NULL)
    return;
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = tp_drafts_get (drafts_of (self), NEW_FORM, row_names[i]);

      if (text != NULL && is_drafted (i))
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), text);
    }
  tp_province_row_set_code (self->province, province);
  self->touched = TRUE;
  tp_dialog_guard (ADW_DIALOG (self));
}

/* callbacks */

static void
row_changed (TpExporterDialog *self)
{
  if (self->loading)
    return;
  self->touched = TRUE;
  tp_dialog_guard (ADW_DIALOG (self));
  self->refused = FALSE;
  self->open_other = FALSE;
  /* Whose the code is has to be looked up anew. */
  g_clear_pointer (&self->code_owner, g_free);
  self->loading = TRUE;
  fill_province (self);
  self->loading = FALSE;
  review (self);
  keep_draft (self);
  look_for_likely (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpEditExporter) edit = g_steal_pointer (&self->saving);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      /* What the disk refused may be tried again as it is. */
      self->refused = error->domain == TP_ERROR && error->code != TP_ERROR_STORAGE;
      review (self);
      show_reason (self, error->message, TRUE);
      self->compare = FALSE;
      /* The button that had the focus cannot be pressed now. */
      if (self->refused)
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[is_empty (self->rows[ROW_USCC]) ? ROW_NAME_LOCAL : ROW_USCC]));
      return;
    }
  self->open_other = FALSE;
  if (parent != NULL)
    {
      const char *title = tp_record_get_title (edit->exporter);
      /* Translators: an exporter's name */
      g_autofree char *text = self->exporter != NULL ? g_strdup_printf (C_ ("exporter", "“%s” saved"), title)
                                                     : g_strdup_printf (C_ ("exporter", "“%s” added"), title);

      tp_toast_undo (parent, text);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, tp_record_get_id (edit->exporter));
  if (self->compare && self->other != 0 && parent != NULL)
    adw_dialog_present (tp_merge_dialog_new (self->workspace, tp_record_get_id (edit->exporter), self->other), parent);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (widget);
  TpRecord *record;
  TpEditExporter *input;

  if (self->saving != NULL || (record = read_record (self, NULL)) == NULL)
    return;
  input = tp_edit_exporter_new (record);
  input->base = self->exporter != NULL ? g_object_ref (self->exporter) : NULL;
  self->saving = input;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, self->exporter != NULL ? "edit-exporter" : "add-exporter",
                       tp_edit_exporter_run, input, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
save_and_compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TP_EXPORTER_DIALOG (widget)->compare = TRUE;
  gtk_widget_activate_action (widget, "dialog.save", NULL);
}

/* What was entered for a new one waits for the form to be opened again; changes of one
 * that is there are asked about first. */
static void
open_likely_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (widget);

  self->open_other = TRUE;
  if (self->exporter == NULL)
    adw_dialog_force_close (ADW_DIALOG (widget));
  else
    adw_dialog_close (ADW_DIALOG (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
tp_exporter_dialog_closed (AdwDialog *dialog)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (dialog);

  if (self->exporter == NULL && !self->open_other)
    tp_drafts_drop (drafts_of (self), NEW_FORM);
  if (self->open_other && self->other != 0)
    gtk_widget_activate_action (GTK_WIDGET (dialog), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER),
                                self->other);
  self->open_other = FALSE;
}

static void
tp_exporter_dialog_dispose (GObject *object)
{
  TpExporterDialog *self = TP_EXPORTER_DIALOG (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->exporter);
  g_clear_pointer (&self->filled_province, g_free);
  g_clear_pointer (&self->code_owner, g_free);
  G_OBJECT_CLASS (tp_exporter_dialog_parent_class)->dispose (object);
}

static void
tp_exporter_dialog_class_init (TpExporterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tp_exporter_dialog_closed;
  /**
   * TpExporterDialog::saved:
   * @id: the exporter's id
   *
   * It was kept; the dialog is closed.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TP_TYPE_EXPORTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (TP_TYPE_FIELD_ROW);
  g_type_ensure (TP_TYPE_CURRENCY_ROW);
  g_type_ensure (TP_TYPE_MONEY_ROW);
  g_type_ensure (TP_TYPE_DATE_ROW);
  g_type_ensure (TP_TYPE_PROVINCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-dialog.ui");
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, row_names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (TpExporterDialog, rows) + i * sizeof (TpFieldRow *)));
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, province);
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, likely);
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, likely_text);
  gtk_widget_class_bind_template_child (widget_class, TpExporterDialog, save_and_compare);
  gtk_widget_class_bind_template_callback (widget_class, row_changed);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.save-and-compare", NULL, save_and_compare_action);
  gtk_widget_class_install_action (widget_class, "dialog.open-likely", NULL, open_likely_action);
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
  tp_currency_row_set_code (self->currency, tp_record_get_text (start, "currency"));
  tp_province_row_set_code (self->province, tp_record_get_text (start, "province"));
  if (exporter == NULL)
    take_draft (self);
  self->loading = FALSE;
  review (self);
  if (self->touched)
    look_for_likely (self);
  return ADW_DIALOG (self);
}
