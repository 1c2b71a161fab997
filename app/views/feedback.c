/* feedback.c: telling people what happened.
 *
 * Toasts belong to the window: a page or dialog that asks for one may be gone before
 * it has been read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * tp_toast:
 * @from: any widget of the window
 * @text: what happened, in a few words
 *
 * Says it at the foot of the window for a while.
 */
void
tp_toast (GtkWidget *from, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  gtk_widget_activate_action (from, "win.toast", "s", text);
}

/**
 * tp_toast_undo:
 * @from: any widget of the window
 * @text: what was done, in a few words
 *
 * Like tp_toast(), with a button that takes the last change back.
 */
void
tp_toast_undo (GtkWidget *from, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  gtk_widget_activate_action (from, "win.toast-undo", "s", text);
}

/**
 * tp_show_failure:
 * @from: any widget of the window
 * @heading: what has failed, in title case: "The Copy Was Not Saved"
 * @error: why; its message is a whole sentence
 *
 * Shows the message in a dialog that waits for an answer. Something that the person
 * stopped themselves is not an error and is not shown.
 */
void
tp_show_failure (GtkWidget *from, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", C_ ("dialog", "_Close"));
  adw_dialog_present (dialog, from);
}

/**
 * tp_show_error:
 * @from: any widget of the window
 * @error: why a change was refused; its message is a whole sentence
 *
 * Like tp_show_failure(), for changes: they happen whole or not at all.
 */
void
tp_show_error (GtkWidget *from, const GError *error)
{
  tp_show_failure (from, _ ("Nothing Was Changed"), error);
}

/**
 * tp_local_path:
 * @file: a place that was chosen to write to
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its path; a place of no path is refused in words
 */
char *
tp_local_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("That place is not a folder of this computer: choose one that is."));
  return path;
}
