/* print-preview.c: the pages as they will be printed, and the paper they go on.
 *
 * GTK's own preview starts another program; this one draws in the window, with the
 * function that prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-preview.h"

#include "feedback.h"
#include "print-operation.h"

#include <glib/gi18n-lib.h>

struct _TpPrintPreview
{
  AdwDialog parent_instance;

  TpChart *chart;
  TpWorkspace *workspace;
  TpPrintOperation *operation;
  GtkPageSetup *setup;

  GtkDrawingArea *paper;
  GtkAspectFrame *frame;
  AdwComboRow *size;
  AdwComboRow *orientation;
  AdwSwitchRow *colour;
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
  tp_print_operation_paint (self->operation, cr, paper_width, paper_height, 0,
                            adw_switch_row_get_active (self->colour));
}

static void
changed_cb (TpPrintPreview *self)
{
  guint place = adw_combo_row_get_selected (self->size);
  g_autofree char *text = NULL;
  GtkPaperSize *size;

  if (self->setup == NULL || place >= G_N_ELEMENTS (sizes))
    return;
  size = gtk_paper_size_new (sizes[place]);
  gtk_page_setup_set_paper_size_and_default_margins (self->setup, size);
  gtk_page_setup_set_orientation (self->setup, adw_combo_row_get_selected (self->orientation) == 0
                                                   ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                   : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_aspect_frame_set_ratio (self->frame,
                              (float) (gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS)
                                       / gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS)));
  /* Translators: a paper size for a screen reader, "A4" */
  text = g_strdup_printf (_ ("Page 1 of 1 on %s"), gtk_paper_size_get_display_name (size));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_paper_size_free (size);
  gtk_widget_queue_draw (GTK_WIDGET (self->paper));
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
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, tp_chart_get_title (self->chart));
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
  g_clear_object (&self->workspace);
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
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_print_preview_init (TpPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->paper, draw, self, NULL);
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
  TpPrintPreview *self = g_object_new (TP_TYPE_PRINT_PREVIEW, NULL);
  const char *usual = gtk_paper_size_get_default ();

  self->chart = g_object_ref (chart);
  self->workspace = g_object_ref (workspace);
  self->setup = tp_print_default_page ();
  self->operation = tp_print_operation_new (chart, workspace);
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i], usual))
      adw_combo_row_set_selected (self->size, i);
  changed_cb (self);
  return ADW_DIALOG (self);
}
