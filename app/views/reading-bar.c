/* reading-bar.c: a file that is being read to be attached: how far, and a way to stop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reading-bar.h"

#include "feedback.h"

#include <glib/gi18n-lib.h>

struct _TpReadingBar
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkProgressBar *progress;

  GCancellable *reading; /* the file that is read now */
};

G_DEFINE_FINAL_TYPE (TpReadingBar, tp_reading_bar, GTK_TYPE_BOX)

typedef struct
{
  TpReadingBar *bar;
  GCancellable *cancellable;
  TpReadingFunc done;
  gpointer data;
  GDestroyNotify free_data;
} Job;

static void
stop (TpReadingBar *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
progress_cb (gint64 done, gint64 size, gpointer data)
{
  TpReadingBar *self = data;

  if (self->progress == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_progress_bar_set_fraction (self->progress, size > 0 ? (double) done / (double) size : 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (TpReadingBar) self = job->bar;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) document = tp_document_read_finish (result, &error);

  if (self->reading == job->cancellable)
    {
      g_clear_object (&self->reading);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  /* Where the bar is gone nobody waits for the file. */
  if (self->progress != NULL && document == NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The File Was Not Attached"), error);
  if (self->progress != NULL)
    job->done (document, job->data);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_object_unref (job->cancellable);
  g_free (job);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop (TP_READING_BAR (widget));
  gtk_widget_set_visible (widget, FALSE);
}

static void
tp_reading_bar_dispose (GObject *object)
{
  stop (TP_READING_BAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_READING_BAR);
  G_OBJECT_CLASS (tp_reading_bar_parent_class)->dispose (object);
}

static void
tp_reading_bar_class_init (TpReadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_reading_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/reading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TpReadingBar, label);
  gtk_widget_class_bind_template_child (widget_class, TpReadingBar, progress);
  gtk_widget_class_install_action (widget_class, "reading.cancel", NULL, cancel_action);
}

static void
tp_reading_bar_init (TpReadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_reading_bar_read:
 * @self: a bar; it is seen once a file takes a while
 * @file: a file
 * @done: gets the document; %NULL where reading failed or was stopped
 * @data: its data
 * @free_data: (nullable): frees it
 *
 * Reads a file to be attached; another that is being read is given up for it.
 */
void
tp_reading_bar_read (TpReadingBar *self, GFile *file, TpReadingFunc done, gpointer data, GDestroyNotify free_data)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  /* Translators: a file's name */
  g_autofree char *text = g_strdup_printf (C_ ("attached file", "Reading “%s”…"), name);
  Job *job = g_new0 (Job, 1);

  stop (self);
  self->reading = g_cancellable_new ();
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  job->bar = g_object_ref (self);
  job->cancellable = g_object_ref (self->reading);
  job->done = done;
  job->data = data;
  job->free_data = free_data;
  tp_document_read (file, progress_cb, self, self->reading, read_cb, job);
}
