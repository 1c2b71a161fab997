/* file-drop.c: files that are dropped, pasted or chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-drop.h"

#include "feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GListModel *
model_of (GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  GListStore *store = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (store, l->data);
  return G_LIST_MODEL (store);
}

/**
 * tp_drop_accept_files:
 * @target: a drop target
 *
 * Lets files be dropped on it.
 */
void
tp_drop_accept_files (GtkDropTarget *target)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
}

/**
 * tp_dropped_files:
 * @value: what was dropped
 *
 * Returns: (transfer full) (nullable): the files, %NULL where there are none
 */
GListModel *
tp_dropped_files (const GValue *value)
{
  GListModel *files = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value) != NULL)
    files = model_of (g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    {
      files = G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
      g_list_store_append (G_LIST_STORE (files), g_value_get_object (value));
    }
  if (files != NULL && g_list_model_get_n_items (files) == 0)
    g_clear_object (&files);
  return files;
}

/* Pasting */

typedef struct
{
  GtkWidget *widget;
  TpFilesFunc done;
  gpointer data;
} Pasting;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pasting *pasting = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GListModel) files = value != NULL ? tp_dropped_files (value) : NULL;

  if (files == NULL)
    tp_toast (pasting->widget, _ ("There is no file to paste: copy one in the file manager first"));
  pasting->done (files, pasting->data);
  g_object_unref (pasting->widget);
  g_free (pasting);
}

/**
 * tp_paste_files:
 * @widget: where they are pasted
 * @done: gets the files of the clipboard; %NULL where there are none, which was said
 * @data: its data
 */
void
tp_paste_files (GtkWidget *widget, TpFilesFunc done, gpointer data)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->widget = g_object_ref (widget);
  pasting->done = done;
  pasting->data = data;
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                  read_cb, pasting);
}

/* Choosing */

typedef struct
{
  GtkWidget *parent;
  GListModel *files;
  AdwComboRow *row;
  TpFileFunc done;
  gpointer data;
} Choosing;

static void
choosing_end (Choosing *choosing, GFile *file)
{
  choosing->done (file, choosing->data);
  g_clear_object (&choosing->parent);
  g_clear_object (&choosing->files);
  g_free (choosing);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Choosing *choosing = data;
  g_autoptr (GFile) file = NULL;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "attach") == 0)
    file = g_list_model_get_item (choosing->files, adw_combo_row_get_selected (choosing->row));
  choosing_end (choosing, file);
}

/**
 * tp_choose_one:
 * @parent: where they were dropped
 * @files: at least one #GFile
 * @done: gets the one that is meant, or %NULL
 * @data: its data
 *
 * A requirement has one document: of several the person says which.
 */
void
tp_choose_one (GtkWidget *parent, GListModel *files, TpFileFunc done, gpointer data)
{
  guint n = g_list_model_get_n_items (files);
  g_autoptr (GtkStringList) names = NULL;
  Choosing *choosing;
  AdwDialog *dialog;

  if (n == 1)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, 0);

      done (file, data);
      return;
    }
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *base = g_file_get_basename (file);

      gtk_string_list_take (names, g_filename_display_name (base != NULL ? base : ""));
    }
  choosing = g_new0 (Choosing, 1);
  choosing->files = g_object_ref (files);
  choosing->done = done;
  choosing->data = data;
  choosing->row = g_object_new (ADW_TYPE_COMBO_ROW, "title", C_ ("attached file", "File"), "model", names, NULL);
  dialog = adw_alert_dialog_new (_ ("Which File?"),
                                 _ ("A requirement has one document. The others can go to other requirements."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (choosing->row));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", C_ ("dialog", "_Cancel"), "attach",
                                  C_ ("attached file", "_Attach"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "attach", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "attach");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, answered_cb, choosing);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Choosing *choosing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    tp_show_failure (choosing->parent, _ ("The File Was Not Opened"), error);
  choosing_end (choosing, file);
}

/**
 * tp_choose_document:
 * @parent: for what the file is
 * @done: gets the file, or %NULL
 * @data: its data
 *
 * Asks for a file to attach.
 */
void
tp_choose_document (GtkWidget *parent, TpFileFunc done, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->parent = g_object_ref (parent);
  choosing->done = done;
  choosing->data = data;
  gtk_file_dialog_set_title (dialog, C_ ("dialog", "Attach a File"));
  gtk_file_dialog_set_accept_label (dialog, C_ ("attached file", "_Attach"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, opened_cb, choosing);
}
