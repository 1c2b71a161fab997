/* import-dialog.c: a spreadsheet of exporters: chosen, looked at, imported.
 *
 * The plan belongs to one thread at a time: while it is being checked, another choice
 * of columns, or of the encoding, cancels the check and waits for it to end; while its
 * refused rows are being saved, there is no other choice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-dialog.h"

#include "feedback.h"
#include "import-plan.h"
#include "numbers.h"
#include "sheet-column.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 100

/* The first has it guessed. */
static const struct
{
  const char *title;
  const char *name;
} encodings[] = {
  { NC_ ("encoding", "Recognise Encoding"), NULL },
  { NC_ ("encoding", "UTF-8"), "UTF-8" },
  { NC_ ("encoding", "Chinese (GB 18030)"), "GB18030" },
  { NC_ ("encoding", "Chinese (Big5)"), "BIG5" },
  { NC_ ("encoding", "UTF-16"), "UTF-16" },
  { NC_ ("encoding", "Western (Windows-1252)"), "WINDOWS-1252" },
};

struct _TpImportDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkButton *cancel_button;
  GtkButton *import_button;
  GtkStack *screens;
  AdwStatusPage *choose;
  GtkStack *counts;
  GtkProgressBar *check_progress;
  GtkLabel *read;
  GtkLabel *added;
  GtkLabel *updated;
  GtkLabel *skipped;
  GtkLabel *rejected;
  GtkLabel *fault;
  GtkLabel *recognised;
  GtkLabel *format;
  GtkWidget *choose_button;
  GtkWidget *encoding_box;
  GtkDropDown *encoding;
  GtkDropDown *encoding_again;
  GtkBox *sheet;
  GtkWidget *refused_box;
  GtkLabel *refused_note;
  GtkListView *refused;
  GtkListView *refused_rows;
  GtkProgressBar *progress;
  AdwStatusPage *done;
  GtkWidget *show_button;
  GtkWidget *save_after;

  TpWorkspace *workspace;
  TpDay day;
  GFile *file;
  TpImportPlan *plan;
  GCancellable *cancellable; /* of what is under way */
  gboolean again;            /* the columns changed while checking */
  gboolean reopen;           /* the file or its encoding changed while it was read */
  gboolean opening;
  gboolean importing;
  gboolean saving;
  gboolean closed;
  int permille;              /* atomic: set on the thread that works */
  guint tick;
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpImportDialog, tp_import_dialog, ADW_TYPE_DIALOG)

static void check (TpImportDialog *self);
static void open_file (TpImportDialog *self);

/* helpers */

static gboolean
tick_cb (gpointer data)
{
  TpImportDialog *self = data;
  double fraction = g_atomic_int_get (&self->permille) / 1000.0;

  gtk_progress_bar_set_fraction (self->check_progress, fraction);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (goffset done, goffset size, gpointer data)
{
  TpImportDialog *self = data;

  g_atomic_int_set (&self->permille, size > 0 ? (int) (done * 1000 / size) : 0);
}

static void
start_work (TpImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->permille, 0);
  tp_import_plan_set_cancellable (self->plan, self->cancellable);
  if (self->tick == 0)
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
}

static void
end_work (TpImportDialog *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
take_label (GtkLabel *label, char *text, gboolean visible)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), visible);
  g_free (text);
}

static void
show_counts (TpImportDialog *self, const TpImportCounts *n)
{
  g_autofree char *read = tp_count_format (n->read);
  g_autofree char *added = tp_count_format (n->added);
  g_autofree char *updated = tp_count_format (n->updated);
  g_autofree char *skipped = tp_count_format (n->skipped);
  g_autofree char *rejected = tp_count_format (n->rejected);

  take_label (self->read,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row read", "%s rows read", (gulong) n->read),
                               read),
              TRUE);
  take_label (self->added,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s new", "%s new", (gulong) n->added), added),
              TRUE);
  take_label (self->updated,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s updates an exporter that is there",
                                            "%s update exporters that are there", (gulong) n->updated),
                               updated),
              n->updated > 0);
  take_label (self->skipped,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s says nothing new", "%s say nothing new",
                                            (gulong) n->skipped),
                               skipped),
              n->skipped > 0);
  take_label (self->rejected,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s refused", "%s refused", (gulong) n->rejected),
                               rejected),
              n->rejected > 0);
}

static void
show_refused (TpImportDialog *self, const TpImportCounts *n)
{
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (self->plan, TP_ROW_REFUSED);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (rows));
  g_autofree char *shown = tp_count_format (g_list_model_get_n_items (rows));
  g_autofree char *note = NULL;

  gtk_list_view_set_model (self->refused, GTK_SELECTION_MODEL (model));
  gtk_list_view_set_model (self->refused_rows, GTK_SELECTION_MODEL (model));
  gtk_widget_set_visible (self->refused_box, n->rejected > 0);
  if (n->rejected > (gint64) g_list_model_get_n_items (rows))
    note = g_strdup_printf (_ ("The first %s; the saved file has all of them"), shown);
  else
    note = g_strdup (_ ("Correct them in the saved file and import that again"));
  gtk_label_set_label (self->refused_note, note);
}

static void
show_columns (TpImportDialog *self)
{
  guint n = tp_import_plan_get_n_columns (self->plan), known = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    known += tp_import_plan_get_field (self->plan, i) != NULL ? 1 : 0;
  if (known == n)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recognised", "All %u recognised", n), n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u of %u recognised; choose a field for the others, or leave them out",
                                         "%u of %u recognised; choose a field for the others, or leave them out",
                                         known),
                            known, n);
  gtk_label_set_label (self->recognised, text);
}

static const char *
delimiter_name (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return C_ ("between the cells of a row", "semicolon");
    case '\t':
      return C_ ("between the cells of a row", "tab");
    case ',':
    default:
      return C_ ("between the cells of a row", "comma");
    }
}

static void
update_button (TpImportDialog *self, const TpImportCounts *n)
{
  gint64 rows = n != NULL ? n->added + n->updated : 0;
  g_autofree char *number = tp_count_format (rows);
  g_autofree char *label = NULL;

  if (n == NULL)
    label = g_strdup (C_ ("button", "_Import"));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %s Row", "_Import %s Rows", (gulong) rows),
                             number);
  gtk_button_set_use_underline (self->import_button, TRUE);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", rows > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-refused", n != NULL && n->rejected > 0);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  TpImportCounts n;

  tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  end_work (self);
  if (self->closed)
    return;
  if (self->reopen)
    {
      open_file (self);
      return;
    }
  if (self->again)
    {
      check (self);
      return;
    }
  if (error != NULL)
    {
      gtk_label_set_label (self->fault, error->message);
      gtk_stack_set_visible_child_name (self->counts, "fault");
      return;
    }
  tp_import_plan_get_counts (self->plan, &n);
  show_counts (self, &n);
  show_refused (self, &n);
  update_button (self, &n);
  gtk_stack_set_visible_child_name (self->counts, "checked");
}

/* The columns as they are chosen now. */
static void
take_columns (TpImportDialog *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TpSheetColumn *column = TP_SHEET_COLUMN (child);

      tp_import_plan_set_field (self->plan, tp_sheet_column_get_place (column),
                                tp_sheet_column_get_field (column));
    }
}

static void
check (TpImportDialog *self)
{
  self->again = FALSE;
  take_columns (self);
  show_columns (self);
  update_button (self, NULL);
  gtk_stack_set_visible_child_name (self->counts, "checking");
  start_work (self);
  tp_workspace_read (self->workspace, tp_import_plan_check, self->plan, NULL, NULL, NULL, checked_cb,
                     g_object_ref (self));
}

static void
column_chosen_cb (TpSheetColumn *chosen, TpImportDialog *self)
{
  const TpField *field = tp_sheet_column_get_field (chosen);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet));

  /* A field is filled by one column. */
  for (; field != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (chosen) && tp_sheet_column_get_field (TP_SHEET_COLUMN (child)) == field)
      tp_sheet_column_show (TP_SHEET_COLUMN (child), NULL);
  if (self->cancellable == NULL)
    {
      check (self);
      return;
    }
  self->again = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
clear_sheet (TpImportDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet))) != NULL)
    gtk_box_remove (self->sheet, child);
}

static void
show_plan (TpImportDialog *self)
{
  g_autofree char *format = NULL;

  clear_sheet (self);
  for (guint i = 0; i < tp_import_plan_get_n_columns (self->plan); i++)
    {
      GtkWidget *column = tp_sheet_column_new (self->plan, i);

      g_signal_connect_object (column, "chosen", G_CALLBACK (column_chosen_cb), self, 0);
      gtk_box_append (self->sheet, column);
    }
  /* Translators: encoding, what stands between cells, the line of the headings */
  format = g_strdup_printf (_ ("%s, %s, headings in line %u"), tp_import_plan_get_encoding (self->plan),
                            delimiter_name (tp_import_plan_get_delimiter (self->plan)),
                            tp_import_plan_get_heading_line (self->plan));
  gtk_label_set_label (self->format, format);
  adw_window_title_set_subtitle (self->heading, tp_import_plan_get_name (self->plan));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->import_button));
  gtk_stack_set_visible_child_name (self->screens, "preview");
  check (self);
}

static void
show_unreadable (TpImportDialog *self, const GError *error)
{
  g_clear_object (&self->plan);
  adw_status_page_set_icon_name (self->choose, "dialog-warning-symbolic");
  adw_status_page_set_title (self->choose, _ ("This File Cannot Be Read"));
  adw_status_page_set_description (self->choose, error->message);
  adw_window_title_set_subtitle (self->heading, "");
  gtk_widget_set_visible (self->encoding_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->choose_button);
  gtk_stack_set_visible_child_name (self->screens, "choose");
}

static void
open_in_thread (GTask *task, gpointer source, gpointer plan, GCancellable *cancellable)
{
  GError *error = NULL;

  if (tp_import_plan_open (plan, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  if (self->closed)
    return;
  if (self->reopen)
    open_file (self);
  else if (g_task_propagate_boolean (G_TASK (result), &error))
    show_plan (self);
  else
    show_unreadable (self, error);
}

/* From its beginning, in the encoding that is chosen. */
static void
open_file (TpImportDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->encoding);
  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, NULL);

  self->reopen = FALSE;
  self->again = FALSE;
  self->opening = TRUE;
  g_clear_object (&self->plan);
  self->plan = tp_import_plan_new (self->file);
  tp_import_plan_set_encoding (self->plan, chosen < G_N_ELEMENTS (encodings) ? encodings[chosen].name : NULL);
  tp_import_plan_set_day (self->plan, self->day);
  tp_import_plan_set_progress (self->plan, progress_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-refused", FALSE);
  g_task_set_task_data (task, g_object_ref (self->plan), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/* Now, or once the thread that has the plan lets go of it. */
static void
open_again (TpImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  self->reopen = self->cancellable != NULL || self->opening;
  if (!self->reopen)
    open_file (self);
}

static void
encoding_chosen_cb (TpImportDialog *self)
{
  if (self->file != NULL)
    open_again (self);
}

/* What came of it, and what of it is not to be seen yet. */
static void
show_result (TpImportDialog *self, const TpImportCounts *n)
{
  g_autofree char *added = tp_count_format (n->added);
  g_autofree char *updated = tp_count_format (n->updated);
  g_autofree char *rejected = tp_count_format (n->rejected);
  g_autofree char *later = tp_count_format (n->later);
  g_autofree char *title = NULL;
  GString *text = g_string_new (NULL);

  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s Exporter Added", "%s Exporters Added", (gulong) n->added), added);
  /* Translators: three counts of rows */
  g_string_append_printf (text, _ ("%s added, %s updated, %s refused. Undo takes all of it back."), added,
                          updated, rejected);
  if (n->later > 0)
    {
      g_autofree char *day = tp_day_format (self->day, TP_PRECISION_DAY);

      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          /* Translators: a count of exporters, a day */
          g_dngettext (GETTEXT_PACKAGE,
                       "%s was sourced after %s, the day that is shown: it appears once a later day is chosen.",
                       "%s were sourced after %s, the day that is shown: they appear once a later day is chosen.",
                       (gulong) n->later),
          later, day);
    }
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, text->str);
  g_string_free (text, TRUE);
  gtk_widget_set_visible (self->save_after, n->rejected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-refused", n->rejected > 0);
  gtk_button_set_label (self->cancel_button, C_ ("button", "_Close"));
  gtk_stack_set_visible_child_name (self->screens, "done");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->show_button);
  gtk_widget_grab_focus (self->show_button);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  TpImportCounts n;

  self->importing = FALSE;
  end_work (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      gtk_label_set_label (self->fault, error->message);
      gtk_stack_set_visible_child_name (self->counts, "fault");
      gtk_stack_set_visible_child_name (self->screens, "preview");
      gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", TRUE);
      return;
    }
  tp_import_plan_get_counts (self->plan, &n);
  show_result (self, &n);
  if (n.added + n.updated > 0)
    g_signal_emit (self, signals[SIGNAL_IMPORTED], 0);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  TpImportDialog *self = source;
  GError *error = NULL;

  if (tp_import_plan_save_refused_as (self->plan, file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Nothing that sets the plan to work again. */
static void
set_saving (TpImportDialog *self, gboolean saving)
{
  TpImportCounts n;

  self->saving = saving;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding), !saving);
  tp_import_plan_get_counts (self->plan, &n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-refused", !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", !saving && n.added + n.updated > 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tp_show_error (GTK_WIDGET (self), error);
  if (!self->closed)
    set_saving (self, FALSE);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpImportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL || self->closed || self->plan == NULL || self->saving || self->cancellable != NULL
      || self->opening)
    return;
  set_saving (self, TRUE);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpImportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tp_import_dialog_open (self, file);
}

/* Another file may take the place of one that is only looked at. */
static gboolean
may_open (TpImportDialog *self)
{
  return !self->importing && !self->saving && !self->closed
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "done") != 0;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, TpImportDialog *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || !may_open (self))
    return FALSE;
  tp_import_dialog_open (self, files->data);
  return TRUE;
}

/* actions */

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) csv = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (csv, _ ("Spreadsheets as CSV"));
  gtk_file_filter_add_suffix (csv, "csv");
  gtk_file_filter_add_suffix (csv, "tsv");
  gtk_file_filter_add_suffix (csv, "txt");
  g_list_store_append (filters, csv);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Choose a List of Exporters"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        g_object_ref (widget));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (widget);

  if (self->importing || self->saving || self->opening || self->cancellable != NULL)
    return;
  self->importing = TRUE;
  start_work (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->screens, "working");
  tp_workspace_change (self->workspace, "import-exporters", tp_import_plan_run, g_object_ref (self->plan),
                       g_object_unref, self->cancellable, imported_cb, g_object_ref (self));
}

static void
save_refused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save Refused Rows"));
  gtk_file_dialog_set_initial_name (dialog, C_ ("file name", "refused-rows.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb,
                        g_object_ref (widget));
}

/* While importing it stops the import; otherwise it closes. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (!self->importing)
    adw_dialog_close (ADW_DIALOG (self));
}

/* vfuncs */

/* However it was closed: nobody waits for the check any more. */
static void
tp_import_dialog_closed (AdwDialog *dialog)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (dialog);

  self->closed = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (ADW_DIALOG_CLASS (tp_import_dialog_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (tp_import_dialog_parent_class)->closed (dialog);
}

static void
tp_import_dialog_dispose (GObject *object)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tp_import_dialog_parent_class)->dispose (object);
}

static void
tp_import_dialog_class_init (TpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tp_import_dialog_closed;

  /**
   * TpImportDialog::imported:
   * @self: the dialog
   *
   * Rows were taken over; the dialog stays open with what came of it.
   */
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", TP_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  g_type_ensure (TP_TYPE_IMPORT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, screens);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, check_progress);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, read);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, added);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, updated);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, skipped);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, rejected);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, recognised);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, encoding_box);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, encoding_again);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, refused_box);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, refused_note);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, refused_rows);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, save_after);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "dialog.save-refused", NULL, save_refused_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_import_dialog_init (TpImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (titles, g_dpgettext2 (GETTEXT_PACKAGE, "encoding", encodings[i].title));
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (titles));
  gtk_drop_down_set_model (self->encoding_again, G_LIST_MODEL (titles));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Public API */

/**
 * tp_import_dialog_new:
 * @workspace: a workspace
 * @as_of: the day that is looked at: what the file does not date has it, or today where
 *   it is later
 *
 * Returns: (transfer floating): a dialog that asks for a file
 */
AdwDialog *
tp_import_dialog_new (TpWorkspace *workspace, TpDay as_of)
{
  TpImportDialog *self = g_object_new (TP_TYPE_IMPORT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->day = MIN (as_of, tp_workspace_get_today (workspace));
  return ADW_DIALOG (self);
}

/**
 * tp_import_dialog_open:
 * @self: a dialog that has imported nothing yet
 * @file: a CSV file
 *
 * Shows what would come of it, in the place of another that was looked at before.
 */
void
tp_import_dialog_open (TpImportDialog *self, GFile *file)
{
  if (!may_open (self))
    return;
  g_set_object (&self->file, file);
  open_again (self);
}
