/* import-dialog.c: a spreadsheet: chosen, looked at, imported.
 *
 * The plan belongs to one thread at a time: while it is being checked, another choice
 * of columns, or of the encoding, cancels the check and waits for it to end; while its
 * refused rows are being saved, there is no other choice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-dialog.h"

#include "duplicates-dialog.h"
#include "error.h"
#include "feedback.h"
#include "import-preview.h"
#include "import-words.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 100

struct _TpImportDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkButton *cancel_button;
  GtkButton *import_button;
  GtkStack *screens;
  AdwStatusPage *choose;
  TpImportPreview *preview;
  GtkWidget *choose_button;
  GtkWidget *encoding_box;
  GtkDropDown *wanted;
  GtkDropDown *encoding_again;
  GtkProgressBar *progress;
  AdwStatusPage *done;
  GtkWidget *show_button;
  GtkWidget *compare;
  GtkWidget *save_after;

  TpWorkspace *workspace;
  TpDay day;
  TpKind kind; /* what the rows are said to be; NONE: as their headings say */
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
  guint focus_source;
};

enum
{
  SIGNAL_SHOW_IMPORTED,
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

  tp_import_preview_set_fraction (self->preview, fraction);
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
show_title (TpImportDialog *self)
{
  const char *title = tp_import_title (tp_import_plan_get_kind (self->plan));

  adw_dialog_set_title (ADW_DIALOG (self), title);
  if (adw_dialog_get_current_breakpoint (ADW_DIALOG (self)) == NULL)
    adw_window_title_set_title (self->heading, title);
}

static void
update_button (TpImportDialog *self, const TpImportCounts *n)
{
  gint64 rows = n != NULL ? n->added + n->updated : 0;
  g_autofree char *number = tp_count_format (rows);
  g_autofree char *label = NULL;

  if (n == NULL)
    label = g_strdup (C_ ("button", "I_mport"));
  else
    /* Translators: the page behind has an Import button too: let the access keys differ */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "I_mport %s Row", "I_mport %s Rows", (gulong) rows),
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
  /* The file is another one by now: its headings may be too. */
  if (g_error_matches (error, TP_ERROR, TP_ERROR_CONFLICT))
    {
      open_file (self);
      return;
    }
  if (error != NULL)
    {
      tp_import_preview_fail (self->preview, error->message);
      return;
    }
  tp_import_plan_get_counts (self->plan, &n);
  tp_import_preview_show (self->preview, self->plan);
  update_button (self, &n);
}

static void
check (TpImportDialog *self)
{
  self->again = FALSE;
  tp_import_columns_apply (tp_import_preview_get_columns (self->preview), self->plan);
  update_button (self, NULL);
  tp_import_preview_checking (self->preview);
  start_work (self);
  tp_workspace_read (self->workspace, tp_import_plan_check, self->plan, NULL, NULL, NULL, checked_cb,
                     g_object_ref (self));
}

/* Now, or once the thread that has the plan lets go of it. */
static void
check_again (TpImportDialog *self)
{
  if (self->plan == NULL || self->opening || self->importing)
    return;
  if (self->cancellable == NULL)
    {
      check (self);
      return;
    }
  self->again = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
show_plan (TpImportDialog *self)
{
  tp_import_columns_show (tp_import_preview_get_columns (self->preview), self->plan);
  show_title (self);
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
  const char *encoding = tp_import_columns_get_encoding (tp_import_preview_get_columns (self->preview));
  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, NULL);

  self->reopen = FALSE;
  self->again = FALSE;
  self->opening = TRUE;
  g_clear_object (&self->plan);
  self->plan = tp_import_plan_new (self->file);
  tp_import_plan_set_kind (self->plan, self->kind);
  tp_import_plan_set_encoding (self->plan, encoding);
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
  gtk_drop_down_set_selected (self->encoding_again,
                              tp_import_columns_get_selected_encoding (tp_import_preview_get_columns (self->preview)));
  if (self->file != NULL)
    open_again (self);
}

static void
encoding_again_cb (TpImportDialog *self)
{
  tp_import_columns_select_encoding (tp_import_preview_get_columns (self->preview),
                                     gtk_drop_down_get_selected (self->encoding_again));
}

/* The rows are something else than their headings seemed to say: from the beginning, for
 * other headings count as such. */
static void
kind_chosen_cb (TpImportDialog *self)
{
  self->kind = tp_import_columns_get_kind (tp_import_preview_get_columns (self->preview));
  if (self->file != NULL)
    open_again (self);
}

static void
wanted_chosen_cb (TpImportDialog *self)
{
  guint n, chosen = gtk_drop_down_get_selected (self->wanted);
  const TpKind *kinds = tp_import_kinds (&n);

  /* The first is "by their headings". */
  self->kind = chosen > 0 && chosen <= n ? kinds[chosen - 1] : TP_KIND_NONE;
}

static void
show_result (TpImportDialog *self, const TpImportCounts *n)
{
  g_autofree char *title = tp_import_added_title (tp_import_plan_get_kind (self->plan), n->added);
  g_autofree char *text = tp_import_result_text (n, self->day);

  gtk_widget_set_visible (self->compare, n->likely > 0);
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, text);
  gtk_widget_set_visible (self->save_after, n->rejected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save-refused", n->rejected > 0);
  gtk_button_set_label (self->cancel_button, C_ ("button", "_Close"));
  gtk_button_set_label (GTK_BUTTON (self->show_button),
                        tp_import_plan_get_kind (self->plan) == TP_KIND_EXPORTER ? _ ("_Show the Exporters")
                                                                                 : C_ ("button", "_Done"));
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
      tp_import_preview_fail (self->preview, error->message);
      gtk_stack_set_visible_child_name (self->screens, "preview");
      gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import", TRUE);
      if (g_error_matches (error, TP_ERROR, TP_ERROR_CONFLICT))
        {
          tp_show_error (GTK_WIDGET (self), error);
          open_file (self);
        }
      return;
    }
  tp_import_plan_get_counts (self->plan, &n);
  show_result (self, &n);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (widget);

  if (tp_import_plan_get_kind (self->plan) == TP_KIND_EXPORTER)
    g_signal_emit (self, signals[SIGNAL_SHOW_IMPORTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The import is done: what it added is compared in a dialog of its own. */
static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  AdwDialog *dialog = tp_duplicates_dialog_new (self->workspace);

  adw_dialog_close (ADW_DIALOG (self));
  adw_dialog_present (dialog, parent);
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
  gtk_widget_set_sensitive (GTK_WIDGET (tp_import_preview_get_columns (self->preview)), !saving);
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
    tp_show_failure (GTK_WIDGET (self), _ ("The Refused Rows Were Not Saved"), error);
  else
    tp_toast (GTK_WIDGET (self), _ ("Refused rows saved"));
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
  gtk_file_dialog_set_title (dialog, _ ("Choose a Spreadsheet"));
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
  tp_workspace_change (self->workspace, tp_import_verb (tp_import_plan_get_kind (self->plan)), tp_import_plan_run, g_object_ref (self->plan),
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

static gboolean
focus_choice_cb (gpointer data)
{
  TpImportDialog *self = data;

  self->focus_source = 0;
  if (self->file == NULL && gtk_widget_get_mapped (self->choose_button))
    gtk_widget_grab_focus (self->choose_button);
  return G_SOURCE_REMOVE;
}

/* The dialog gives the focus to its first button while its screens are not laid out yet. */
static void
tp_import_dialog_map (GtkWidget *widget)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (widget);

  GTK_WIDGET_CLASS (tp_import_dialog_parent_class)->map (widget);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (focus_choice_cb, self);
}

static void
tp_import_dialog_dispose (GObject *object)
{
  TpImportDialog *self = TP_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
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
  widget_class->map = tp_import_dialog_map;

  /**
   * TpImportDialog::show-imported:
   * @self: the dialog
   *
   * The exporters that were imported are to be looked at: tp_import_dialog_get_filter().
   */
  signals[SIGNAL_SHOW_IMPORTED] = g_signal_new ("show-imported", TP_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TP_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, screens);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, encoding_box);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, encoding_again);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, wanted);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, compare);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, save_after);
  gtk_widget_class_bind_template_child (widget_class, TpImportDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, encoding_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, wanted_chosen_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "dialog.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "dialog.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "dialog.save-refused", NULL, save_refused_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_import_dialog_init (TpImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  TpImportColumns *columns;
  guint n;
  const TpKind *kinds = tp_import_kinds (&n);

  self->kind = TP_KIND_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  columns = tp_import_preview_get_columns (self->preview);
  gtk_drop_down_set_model (self->encoding_again, tp_import_columns_get_encodings (columns));
  gtk_string_list_append (titles, C_ ("what rows are", "Found by Headings"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, tp_import_kind_plural (kinds[i]));
  gtk_drop_down_set_model (self->wanted, G_LIST_MODEL (titles));
  g_signal_connect_object (columns, "chosen", G_CALLBACK (check_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "kind-chosen", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "encoding-chosen", G_CALLBACK (encoding_chosen_cb), self, G_CONNECT_SWAPPED);
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

/**
 * tp_import_dialog_get_filter:
 * @self: a dialog that has imported exporters
 *
 * Returns: (transfer full): a filter for those that it added or changed; "" where they are
 *   too many to be looked through
 */
char *
tp_import_dialog_get_filter (TpImportDialog *self)
{
  GArray *taken = self->plan != NULL ? tp_import_plan_get_taken (self->plan) : NULL;
  GString *filter = g_string_new (NULL);

  for (guint i = 0; taken != NULL && i < taken->len; i++)
    g_string_append_printf (filter, "%s%" G_GINT64_FORMAT, i == 0 ? "id=" : ",", g_array_index (taken, gint64, i));
  return g_string_free (filter, FALSE);
}
