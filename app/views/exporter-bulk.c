/* exporter-bulk.c: what is done with many exporters of a list at once.
 *
 * The forms of bulk actions are dialogs of their own; here are the sum of a selection,
 * the file it goes into and the paper it is printed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-bulk.h"

#include "call-list.h"
#include "export-rows.h"
#include "feedback.h"
#include "numbers.h"
#include "print-preview.h"
#include "selection-summary.h"

#include <glib/gi18n-lib.h>

/**
 * tp_exporter_bulk_query:
 * @shown: what a list shows
 * @ids: (nullable) (element-type gint64): those of it that are selected
 *
 * Returns: (transfer full): the selected ones in the list's order; all where none are
 */
TpQuery *
tp_exporter_bulk_query (TpQuery *shown, GArray *ids)
{
  TpQuery *query = tp_query_copy (shown);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    tp_query_where_number (query, "id", TP_OP_EQUAL, g_array_index (ids, gint64, i));
  return query;
}

/* The sum of a selection */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkLabel) label = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  /* What failed here is a courtesy: the count stands there already. */
  if (text != NULL)
    gtk_label_set_label (label, text);
}

/**
 * tp_exporter_bulk_count:
 * @workspace: a workspace
 * @query: the selected exporters
 * @cancellable: stops it where the selection changes
 * @label: says then what is at risk with them
 */
void
tp_exporter_bulk_count (TpWorkspace *workspace, TpQuery *query, GCancellable *cancellable, GtkLabel *label)
{
  tp_workspace_read (workspace, tp_selection_summary_read, g_object_ref (query), g_object_unref, g_free, cancellable,
                     counted_cb, g_object_ref (label));
}

/* Export */

typedef struct
{
  GtkWidget *page;
  TpWorkspace *workspace;
  TpQuery *query;
  TpRowsFormat format;
  char *name;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->page);
  g_object_unref (self->workspace);
  g_object_unref (self->query);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
export_failed (Export *self, const GError *error)
{
  tp_show_failure (self->page, _ ("The Export Was Not Written"), error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (tp_workspace_read_finish (TP_WORKSPACE (source), result, &error) == NULL)
    {
      export_failed (self, error);
      return;
    }
  /* Translators: %s is a file's name, in a toast */
  text = g_strdup_printf (_ ("Exported “%s”"), self->name);
  tp_toast (self->page, text);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autofree char *path = NULL;
  TpExportRows *rows;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
          && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
        export_failed (self, error);
      return;
    }
  path = tp_local_path (file, &error);
  if (path == NULL)
    {
      export_failed (self, error);
      return;
    }
  g_free (self->name);
  self->name = g_filename_display_basename (path);
  rows = tp_export_rows_new (self->workspace, self->query, self->format, path, NULL);
  tp_workspace_read (self->workspace, tp_export_rows_read, rows, tp_export_rows_free, NULL, NULL, written_cb, self);
  g_steal_pointer (&self);
}

static void
format_chosen_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  GtkRoot *root = gtk_widget_get_root (self->page);

  if (g_str_equal (response, "cancel"))
    return;
  tp_rows_format_parse (response, &self->format);
  name = tp_export_rows_file_name (TP_KIND_EXPORTER, self->format, tp_query_get_as_of (self->query));
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Export Exporters"));
  gtk_file_dialog_set_accept_label (dialog, C_ ("file dialog", "_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb, self);
  g_steal_pointer (&self);
}

/**
 * tp_exporter_bulk_export:
 * @page: where it is asked for
 * @workspace: a workspace
 * @query: the exporters, in their order
 * @n_exporters: how many they are
 *
 * Asks for the format, then for the file: the file dialog does not tell which of its
 * filters was chosen.
 */
void
tp_exporter_bulk_export (GtkWidget *page, TpWorkspace *workspace, TpQuery *query, guint n_exporters)
{
  Export *self = g_new0 (Export, 1);
  g_autofree char *count = tp_count_format (n_exporters);
  g_autofree char *heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Export %s Exporter", "Export %s Exporters", n_exporters), count);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      heading, _ ("CSV is for spreadsheets and can be imported again, JSON for other programs. Every field is "
                  "written, in the order of the list.")));

  self->page = g_object_ref (page);
  self->workspace = g_object_ref (workspace);
  self->query = g_object_ref (query);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "json", _ ("Export _JSON…"), "csv",
                                  _ ("Export CS_V…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "csv", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "csv");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, page, NULL, format_chosen_cb, self);
}

/* The call list */

typedef struct
{
  GtkWidget *page;
  TpPrintPreview *preview; /* NULL until it is there */
  TpWorkspace *workspace;
  TpQuery *query;
  char *filter;
  GCancellable *regrouping; /* (nullable) */
} Print;

static void
print_free (gpointer data)
{
  Print *self = data;

  g_clear_object (&self->page);
  g_clear_object (&self->preview);
  g_object_unref (self->workspace);
  g_object_unref (self->query);
  g_clear_object (&self->regrouping);
  g_free (self->filter);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Print, print_free)

static void read_list (Print *print, guint groups);

static Print *
print_copy (Print *self, TpPrintPreview *preview)
{
  Print *copy = g_new0 (Print, 1);

  copy->preview = preview != NULL ? g_object_ref (preview) : NULL;
  copy->page = self->page != NULL && preview != NULL ? g_object_ref (self->page) : NULL;
  copy->workspace = g_object_ref (self->workspace);
  copy->query = g_object_ref (self->query);
  copy->filter = g_strdup (self->filter);
  return copy;
}

/* Only the grouping that was chosen last is waited for. */
static void
regroup_cb (TpPrintPreview *preview, guint group, gpointer data)
{
  Print *self = data;
  Print *copy = print_copy (self, preview);

  g_cancellable_cancel (self->regrouping);
  g_clear_object (&self->regrouping);
  self->regrouping = g_cancellable_new ();
  copy->regrouping = g_object_ref (self->regrouping);
  read_list (copy, group);
}

static void
list_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpTablePage) table = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  /* In the order of TpCallListGroups */
  const char *const groups[] = { C_ ("groups of a list", "Province"), C_ ("groups of a list", "Owner"),
                                 C_ ("groups of a list", "Nothing"), NULL };
  g_autofree char *name = NULL;
  AdwDialog *preview;

  if (table == NULL)
    {
      tp_show_failure (self->preview != NULL ? GTK_WIDGET (self->preview) : self->page, _ ("The List Was Not Made"),
                       error);
      return;
    }
  if (self->preview != NULL)
    {
      tp_print_preview_set_table (self->preview, table);
      return;
    }
  name = tp_call_list_file_name (tp_query_get_as_of (self->query));
  preview = tp_print_preview_new_table (table, self->workspace, name);
  tp_print_preview_set_groups (TP_PRINT_PREVIEW (preview), groups, regroup_cb, print_copy (self, NULL), print_free);
  adw_dialog_present (preview, self->page);
}

static void
read_list (Print *print, guint groups)
{
  tp_workspace_read (print->workspace, tp_call_list_read,
                     tp_call_list_request_new (print->workspace, print->query, print->filter,
                                               (TpCallListGroups) groups),
                     tp_call_list_request_free, g_object_unref, print->regrouping, list_read_cb, print);
}

/**
 * tp_exporter_bulk_print:
 * @page: where it is asked for
 * @workspace: a workspace
 * @query: the exporters, in their order
 * @filter: (nullable): which ones these are, in words
 *
 * Makes a call list off the main thread and shows it as it will be printed.
 */
void
tp_exporter_bulk_print (GtkWidget *page, TpWorkspace *workspace, TpQuery *query, const char *filter)
{
  Print *self = g_new0 (Print, 1);

  self->page = g_object_ref (page);
  self->workspace = g_object_ref (workspace);
  self->query = g_object_ref (query);
  self->filter = g_strdup (filter);
  read_list (self, TP_CALL_LIST_BY_PROVINCE);
}
