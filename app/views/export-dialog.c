/* export-dialog.c: a chart as a file: format and size, then the place.
 *
 * The format is asked first: the file dialog does not tell which of its filters was
 * chosen. Writing runs off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-dialog.h"

#include "feedback.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _TpExportDialog
{
  AdwDialog parent_instance;

  TpChart *chart;
  char *message;

  AdwToggleGroup *format;
  AdwEntryRow *width;
  AdwEntryRow *height;
  AdwComboRow *look;
  AdwPreferencesGroup *pixels;
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExportDialog, tp_export_dialog, ADW_TYPE_DIALOG)

/* In the order of the template's list. */
static const TpThemeId looks[] = { TP_THEME_LIGHT, TP_THEME_DARK, TP_THEME_PRINT };

/* What is asked for; FALSE with @error where a side cannot be. */
static gboolean
read_fields (TpExportDialog *self, TpChartOutput *output, GError **error)
{
  guint look = adw_combo_row_get_selected (self->look);

  *output = (TpChartOutput) { 0 };
  output->format = (TpChartFormat) adw_toggle_group_get_active (self->format);
  output->theme = look < G_N_ELEMENTS (looks) ? looks[look] : TP_THEME_LIGHT;
  if (output->format != TP_CHART_FORMAT_PNG)
    return TRUE;
  return tp_chart_output_fit (output, atoi (gtk_editable_get_text (GTK_EDITABLE (self->width))),
                              atoi (gtk_editable_get_text (GTK_EDITABLE (self->height))), error);
}

static void
changed_cb (TpExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TpChartOutput output;
  gboolean ready = read_fields (self, &output, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->pixels), output.format == TP_CHART_FORMAT_PNG);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", ready);
  if (!ready)
    text = g_strdup (error->message);
  else if (output.format == TP_CHART_FORMAT_PNG)
    /* Translators: dots per inch, by the width of a text on A4 paper */
    text = g_strdup_printf (_ ("%.0f dots per inch at the width of a page, 170 mm"),
                            output.scale * TP_CHART_WIDTH / (170 / 25.4));
  else if (output.format == TP_CHART_FORMAT_SVG)
    text = g_strdup (_ ("Sharp at any size; its text stays text and can be edited"));
  else
    text = g_strdup (_ ("Sharp at any size, 170 mm wide, with its fonts inside"));
  if (g_set_str (&self->message, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

/* Writing */

typedef struct
{
  TpChart *chart;
  TpChartOutput output;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->chart);
  g_object_unref (job->file);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (tp_chart_save (job->chart, &job->output, job->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  TpExportDialog *self = TP_EXPORT_DIALOG (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      changed_cb (self);
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: %s is a file's name, in a toast */
  text = g_strdup_printf (_ ("Exported “%s”"), shown);
  tp_toast (GTK_WIDGET (self), text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr (GTask) task = NULL;
  TpChartOutput output;
  Job *job;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
          && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
        tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (!read_fields (self, &output, NULL))
    return;
  job = g_new0 (Job, 1);
  job->chart = g_object_ref (self->chart);
  job->output = output;
  job->file = g_object_ref (file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", FALSE);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportDialog *self = TP_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  TpChartOutput output;

  if (!read_fields (self, &output, NULL))
    return;
  file_name = tp_chart_file_name (self->chart, output.format);
  gtk_file_dialog_set_title (dialog, _ ("Export Chart"));
  gtk_file_dialog_set_accept_label (dialog, C_ ("file dialog", "_Export"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
tp_export_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MESSAGE)
    g_value_set_string (value, TP_EXPORT_DIALOG (object)->message);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_export_dialog_dispose (GObject *object)
{
  TpExportDialog *self = TP_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (tp_export_dialog_parent_class)->dispose (object);
}

static void
tp_export_dialog_class_init (TpExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_export_dialog_get_property;
  object_class->dispose = tp_export_dialog_dispose;
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, TpExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, TpExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, TpExportDialog, look);
  gtk_widget_class_bind_template_child (widget_class, TpExportDialog, pixels);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_export_dialog_init (TpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_export_dialog_new:
 * @chart: what to export
 * @theme: how it looks on screen
 *
 * Returns: (transfer floating): a dialog that asks for format and size, and then where to
 */
AdwDialog *
tp_export_dialog_new (TpChart *chart, TpThemeId theme)
{
  TpExportDialog *self = g_object_new (TP_TYPE_EXPORT_DIALOG, NULL);

  self->chart = g_object_ref (chart);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i] == theme)
      adw_combo_row_set_selected (self->look, i);
  changed_cb (self);
  return ADW_DIALOG (self);
}
