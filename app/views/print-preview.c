/* print-preview.c: the pages as they will be printed, and the paper they go on.
 *
 * GTK's own preview starts another program; this one draws in the window, with the
 * function that prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-preview.h"

#include "feedback.h"
#include "output-file.h"
#include "print-operation.h"

#include <glib/gi18n-lib.h>

struct _TpPrintPreview
{
  AdwDialog parent_instance;

  TpChart *chart;     /* or */
  TpTablePage *table; /* of several pages */
  TpWorkspace *workspace;
  char *file_name;    /* suggested for a PDF; NULL: it cannot be saved as one */
  guint page;         /* that is shown */
  TpRegroupFunc regroup;
  gpointer regroup_data;
  GDestroyNotify free_regroup;
  TpPrintOperation *operation;
  GtkPageSetup *setup;

  GtkDrawingArea *paper;
  GtkAspectFrame *frame;
  AdwComboRow *size;
  AdwComboRow *orientation;
  AdwSwitchRow *colour;
  AdwComboRow *groups;
  GtkLabel *number;
  GtkWidget *pages;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (TpPrintPreview, tp_print_preview, ADW_TYPE_DIALOG)

/* In the order of the template's list. */
static const char *const sizes[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5,
                                     GTK_PAPER_NAME_LETTER };

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  TpPrintPreview *self = data;
  double paper_width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  double paper_height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
  double scale = MIN (width / paper_width, height / paper_height);

  if (self->operation == NULL)
    return;
  /* Paper is white in the dark style too. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  tp_print_operation_paint (self->operation, cr, paper_width, paper_height, self->page,
                            adw_switch_row_get_active (self->colour));
}

static const char *
title_of (TpPrintPreview *self)
{
  return self->table != NULL ? tp_table_page_get_title (self->table) : tp_chart_get_title (self->chart);
}

/* Which page is shown, of how many; also for a screen reader, with the paper. */
static void
show_page (TpPrintPreview *self)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (self->setup);
  guint n = tp_print_operation_get_n_pages (self->operation);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  self->page = MIN (self->page, n - 1);
  /* Translators: at the foot of a printed page */
  number = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);
  /* Translators: a page, "Page 1 of 3", and a paper size, "A4", for a screen reader */
  text = g_strdup_printf (_ ("%s on %s"), number, gtk_paper_size_get_display_name (size));
  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (self->pages, n > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.previous-page", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.next-page", self->page + 1 < n);
  gtk_widget_queue_draw (GTK_WIDGET (self->paper));
}

static void
changed_cb (TpPrintPreview *self)
{
  guint place = adw_combo_row_get_selected (self->size);
  GtkPaperSize *size;

  if (self->operation == NULL || place >= G_N_ELEMENTS (sizes))
    return;
  size = gtk_paper_size_new (sizes[place]);
  gtk_page_setup_set_paper_size_and_default_margins (self->setup, size);
  gtk_page_setup_set_orientation (self->setup, adw_combo_row_get_selected (self->orientation) == 0
                                                   ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                   : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_aspect_frame_set_ratio (self->frame,
                              (float) (gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS)
                                       / gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS)));
  gtk_paper_size_free (size);
  tp_print_operation_set_paper (self->operation, gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS),
                                gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS));
  show_page (self);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  TpPrintPreview *self = data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tp_show_error (GTK_WIDGET (self), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      tp_toast (GTK_WIDGET (self), _ ("Sent to the printer"));
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpPrintPreview *self = TP_PRINT_PREVIEW (widget);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self->operation);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set_use_color (settings, adw_switch_row_get_active (self->colour));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title_of (self));
  if (folder != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, self->setup);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tp_show_error (widget, error);
}

static void
groups_cb (TpPrintPreview *self)
{
  if (self->regroup != NULL)
    self->regroup (self, adw_combo_row_get_selected (self->groups), self->regroup_data);
}

static void
turn (TpPrintPreview *self, int by)
{
  guint n = tp_print_operation_get_n_pages (self->operation);

  self->page = (guint) CLAMP ((int) self->page + by, 0, (int) n - 1);
  show_page (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (TP_PRINT_PREVIEW (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (TP_PRINT_PREVIEW (widget), 1);
}

/* Saving as a PDF */

typedef struct
{
  TpTablePage *table;
  char *path, *kept;
  double width, height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->table);
  g_free (job->path);
  g_free (job->kept);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const char *const kept[] = { job->kept, NULL };
  g_autofree char *now = tp_time_to_iso (g_get_real_time () / 1000);
  GError *error = NULL;
  g_autoptr (GOutputStream) stream = tp_output_open (job->path, kept, &error);
  gboolean good = stream != NULL
                  && tp_table_page_write_pdf (job->table, stream, job->width, job->height, now, cancellable, &error);

  if (stream != NULL && tp_output_close (stream, job->path, good, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  TpPrintPreview *self = TP_PRINT_PREVIEW (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *base = g_path_get_basename (job->path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tp_show_failure (GTK_WIDGET (self), _ ("The List Was Not Saved"), error);
      return;
    }
  /* Translators: %s is a file's name, in a toast */
  text = g_strdup_printf (_ ("Saved “%s”"), shown);
  tp_toast (GTK_WIDGET (self), text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpPrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr (GTask) task = NULL;
  g_autofree char *path = NULL;
  Job *job;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
          && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
        tp_show_failure (GTK_WIDGET (self), _ ("The List Was Not Saved"), error);
      return;
    }
  if (self->table == NULL)
    return;
  path = tp_local_path (file, &error);
  if (path == NULL)
    {
      tp_show_failure (GTK_WIDGET (self), _ ("The List Was Not Saved"), error);
      return;
    }
  job = g_new0 (Job, 1);
  job->table = g_object_ref (self->table);
  job->path = g_steal_pointer (&path);
  job->kept = g_strdup (tp_workspace_get_path (self->workspace));
  job->width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  job->height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
  /* The table is laid out on one thread at a time. */
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpPrintPreview *self = TP_PRINT_PREVIEW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, self->file_name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
tp_print_preview_dispose (GObject *object)
{
  TpPrintPreview *self = TP_PRINT_PREVIEW (object);

  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_object (&self->operation);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_PRINT_PREVIEW);
  g_clear_object (&self->setup);
  g_clear_object (&self->chart);
  g_clear_object (&self->table);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file_name, g_free);
  self->regroup = NULL;
  if (self->free_regroup != NULL)
    g_clear_pointer (&self->regroup_data, self->free_regroup);
  G_OBJECT_CLASS (tp_print_preview_parent_class)->dispose (object);
}

static void
tp_print_preview_class_init (TpPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_print_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, frame);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, size);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, orientation);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, colour);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, groups);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, number);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, TpPrintPreview, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, groups_cb);
  gtk_widget_class_install_action (widget_class, "dialog.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.previous-page", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "dialog.next-page", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "dialog.previous-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "dialog.next-page", NULL);
}

static void
tp_print_preview_init (TpPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->paper, draw, self, NULL);
}

static void
take_operation (TpPrintPreview *self, TpPrintOperation *operation)
{
  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_object (&self->operation);
  self->operation = operation;
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), self);
}

static TpPrintPreview *
new_preview (TpWorkspace *workspace, TpPrintOperation *operation)
{
  TpPrintPreview *self = g_object_new (TP_TYPE_PRINT_PREVIEW, NULL);
  const char *usual = gtk_paper_size_get_default ();

  self->workspace = g_object_ref (workspace);
  self->setup = tp_print_default_page ();
  take_operation (self, operation);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i], usual))
      adw_combo_row_set_selected (self->size, i);
  return self;
}

/**
 * tp_print_preview_new:
 * @chart: what to print
 * @workspace: where it is from
 *
 * Returns: (transfer floating): a dialog that shows the page, sets the paper up and
 *   prints
 */
AdwDialog *
tp_print_preview_new (TpChart *chart, TpWorkspace *workspace)
{
  TpPrintPreview *self = new_preview (workspace, tp_print_operation_new (chart, workspace));

  self->chart = g_object_ref (chart);
  changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * tp_print_preview_new_table:
 * @table: what to print
 * @workspace: where it is from
 * @file_name: suggested where it is saved as a PDF
 *
 * Returns: (transfer floating): a dialog that shows its pages one by one, prints them or
 *   saves them
 */
AdwDialog *
tp_print_preview_new_table (TpTablePage *table, TpWorkspace *workspace, const char *file_name)
{
  TpPrintPreview *self = new_preview (workspace, tp_print_operation_new_table (table));

  self->table = g_object_ref (table);
  self->file_name = g_strdup (file_name);
  gtk_widget_set_visible (GTK_WIDGET (self->colour), FALSE);
  gtk_widget_set_visible (self->save_button, TRUE);
  changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * tp_print_preview_set_groups:
 * @self: a preview of a table
 * @groups: what its rows can be grouped by, the first as they are now
 * @regroup: called where another is chosen; gives the table to
 *   tp_print_preview_set_table() in its own time
 * @data: for @regroup
 * @free_data: (nullable): frees @data
 */
void
tp_print_preview_set_groups (TpPrintPreview *self, const char *const *groups, TpRegroupFunc regroup, gpointer data,
                             GDestroyNotify free_data)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (groups);

  adw_combo_row_set_model (self->groups, G_LIST_MODEL (model));
  gtk_widget_set_visible (GTK_WIDGET (self->groups), TRUE);
  self->regroup_data = data;
  self->free_regroup = free_data;
  self->regroup = regroup;
}

/**
 * tp_print_preview_set_table:
 * @self: a preview of a table
 * @table: the same in another form
 */
void
tp_print_preview_set_table (TpPrintPreview *self, TpTablePage *table)
{
  /* It may have been closed meanwhile. */
  if (self->operation == NULL)
    return;
  g_set_object (&self->table, table);
  take_operation (self, tp_print_operation_new_table (table));
  self->page = 0;
  changed_cb (self);
}
