/* show-document.c: an attached document opened, or saved elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "show-document.h"

#include "document-copy.h"
#include "feedback.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *from;
  TpWorkspace *workspace;
  TpRecord *attachment;
} Showing;

static Showing *
showing_new (GtkWidget *from, TpWorkspace *workspace, TpRecord *attachment)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->from = g_object_ref (from);
  showing->workspace = g_object_ref (workspace);
  showing->attachment = g_object_ref (attachment);
  return showing;
}

static void
showing_free (Showing *showing)
{
  g_object_unref (showing->from);
  g_object_unref (showing->workspace);
  g_object_unref (showing->attachment);
  g_free (showing);
}

/* The window, as long as the widget is in one. */
static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) && window_of (from) != NULL)
    tp_show_failure (from, _ ("The Document Was Not Opened"), error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Showing *showing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tp_document_copy_finish (result, &error);
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (window_of (showing->from) != NULL && file == NULL)
    tp_show_failure (showing->from, _ ("The Document Was Not Opened"), error);
  else if (file != NULL)
    {
      launcher = gtk_file_launcher_new (file);
      gtk_file_launcher_launch (launcher, window_of (showing->from), NULL, launched_cb, g_object_ref (showing->from));
    }
  showing_free (showing);
}

/**
 * tp_show_document:
 * @from: where it is asked for
 * @workspace: a workspace
 * @attachment: an attachment of it
 *
 * Opens a private copy in the program that the desktop has for such files.
 */
void
tp_show_document (GtkWidget *from, TpWorkspace *workspace, TpRecord *attachment)
{
  tp_document_copy (workspace, attachment, NULL, NULL, copied_cb, showing_new (from, workspace, attachment));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Showing *showing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tp_document_copy_finish (result, &error);

  if (window_of (showing->from) != NULL && file == NULL)
    tp_show_failure (showing->from, _ ("The Copy Was Not Saved"), error);
  else if (file != NULL)
    tp_toast (showing->from, C_ ("attached file", "Copy saved"));
  showing_free (showing);
}

static void
target_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Showing *showing = data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (target == NULL)
    showing_free (showing);
  else
    tp_document_copy (showing->workspace, showing->attachment, target, NULL, saved_cb, showing);
}

/**
 * tp_save_document_copy:
 * @from: where it is asked for
 * @workspace: a workspace
 * @attachment: an attachment of it
 *
 * Asks where to, and writes a copy there.
 */
void
tp_save_document_copy (GtkWidget *from, TpWorkspace *workspace, TpRecord *attachment)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = tp_document_file_name (attachment);

  gtk_file_dialog_set_title (dialog, C_ ("dialog", "Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window_of (from), NULL, target_cb, showing_new (from, workspace, attachment));
}
