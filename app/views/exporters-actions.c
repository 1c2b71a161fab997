/* exporters-actions.c: what is done with exporters from their list: with the selection, or
 * with all that is shown where nothing is selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporters-page-private.h"

#include "advance-dialog.h"
#include "archive-exporter.h"
#include "bulk-advance-dialog.h"
#include "bulk-archive-dialog.h"
#include "bulk-assign-dialog.h"
#include "bulk-enrol-dialog.h"
#include "bulk-request-dialog.h"
#include "columns-dialog.h"
#include "duplicates-dialog.h"
#include "exporter-bulk.h"
#include "exporter-dialog.h"
#include "feedback.h"
#include "import-dialog.h"
#include "merge-dialog.h"
#include "saved-filter-dialog.h"
#include "selection-summary.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>

/* Milliseconds without a change of the selection before it is added up */
#define COUNT_PAUSE 60

/* helpers */

static TpWorkspace *
workspace_of (TpExportersPage *self)
{
  return tp_view_page_get_workspace (TP_VIEW_PAGE (self));
}

static TpDay
day_of (TpExportersPage *self)
{
  return tp_view_page_get_as_of (TP_VIEW_PAGE (self));
}

/* The exporters that are selected, in the order of the list. */
GArray *
tp_exporters_page_selected_ids (TpExportersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = tp_record_list_get_id (self->list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

/* The one exporter that is meant, 0 where there is none or several. */
static gint64
selected_id (TpExportersPage *self)
{
  g_autoptr (GArray) ids = self->list != NULL ? tp_exporters_page_selected_ids (self) : NULL;

  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

void
tp_exporters_page_open (TpExportersPage *self, gint64 id)
{
  self->opened = id;
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)",
                                tp_kind_token (TP_KIND_EXPORTER), id);
}

/* What is meant by an action: the selection, or all that is shown where there is none. */
static TpQuery *
meant_query (TpExportersPage *self, guint *n)
{
  g_autoptr (GArray) ids = tp_exporters_page_selected_ids (self);
  g_autoptr (TpQuery) shown = tp_exporters_page_make_query (self);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  *n = ids->len > 0 ? ids->len : all;
  return tp_exporter_bulk_query (shown, ids->len > 0 && ids->len < all ? ids : NULL);
}

static gboolean
count_cb (gpointer data)
{
  TpExportersPage *self = data;
  g_autoptr (TpQuery) query = NULL;
  guint n;

  self->count_soon = 0;
  if (self->list == NULL)
    return G_SOURCE_REMOVE;
  query = meant_query (self, &n);
  self->counting = g_cancellable_new ();
  tp_exporter_bulk_count (workspace_of (self), query, self->counting,
                          self->selection_label);
  return G_SOURCE_REMOVE;
}

/* A large change of the list comes in many steps: what is selected is added up once they
 * are over. A phone has room for the number alone. */
static void
count_selection (TpExportersPage *self, guint64 n)
{
  g_clear_handle_id (&self->count_soon, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (n > 0 && !self->narrow)
    self->count_soon = g_timeout_add (COUNT_PAUSE, count_cb, self);
}

void
tp_exporters_page_update_actions (TpExportersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (chosen);
  gboolean writable = workspace_of (self) != NULL && !tp_workspace_is_read_only (workspace_of (self));
  g_autofree char *text = tp_selection_text ((guint) n);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", n == 1 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.advance", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.request", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.assign", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.enrol", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.archive", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.merge", n == 2 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.find-duplicates", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-filter", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import", writable);
  gtk_label_set_label (self->selection_label, text);
  tp_exporters_page_show_selection (self, n > 0);
  count_selection (self, n);
}

/* callbacks */

static void
archived_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExportersPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
  else
    tp_toast_undo (GTK_WIDGET (self), _ ("Archived"));
}

static void
added_cb (TpExportersPage *self, gint64 id)
{
  self->added = id;
  tp_exporters_page_show_added (self);
}

/* What was imported and nothing else, the newest first. Where it is not to be looked at,
 * the list stays as it was left. */
static void
show_imported_cb (TpExportersPage *self, TpImportDialog *dialog)
{
  g_autofree char *filter = tp_import_dialog_get_filter (dialog);

  self->holding = TRUE;
  self->to_top = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  tp_exporter_filter_set (self->filter, filter);
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_DESCENDING);
  self->newest_first = TRUE;
  self->imported = TRUE;
  self->holding = FALSE;
  tp_exporters_page_requery (self);
}

/* Once the dialog is closed and its exporters are in the list. Nothing is chosen by that. */
void
tp_exporters_page_show_imported (TpExportersPage *self)
{
  if (!self->imported || self->importing || self->asked)
    return;
  self->imported = FALSE;
  if (!tp_exporters_page_is_board (self) && self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    tp_exporters_page_focus_row (self, 0);
}

static void
import_closed_cb (TpExportersPage *self)
{
  self->importing = FALSE;
  tp_exporters_page_show_imported (self);
}

/* actions */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  AdwDialog *dialog;

  if (workspace_of (self) == NULL)
    return;
  dialog = tp_exporter_dialog_new (workspace_of (self), NULL, day_of (self));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  AdwDialog *dialog;

  if (workspace_of (self) == NULL)
    return;
  dialog = tp_import_dialog_new (workspace_of (self), day_of (self));
  self->importing = TRUE;
  g_signal_connect_object (dialog, "show-imported", G_CALLBACK (show_imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (import_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (widget));
  g_autoptr (GArray) ids = tp_exporters_page_selected_ids (TP_EXPORTERS_PAGE (widget));

  if (workspace != NULL && ids->len == 2)
    adw_dialog_present (tp_merge_dialog_new (workspace, g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1)),
                        widget);
}

static void
find_duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (widget));

  if (workspace != NULL)
    adw_dialog_present (tp_duplicates_dialog_new (workspace), widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporter_filter_search (TP_EXPORTERS_PAGE (widget)->filter);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporters_page_open (TP_EXPORTERS_PAGE (widget), selected_id (TP_EXPORTERS_PAGE (widget)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  gint64 id = selected_id (self);
  g_autoptr (TpRecord) exporter = id != 0 ? tp_workspace_get (workspace_of (self), TP_KIND_EXPORTER, id) : NULL;

  if (exporter != NULL)
    adw_dialog_present (tp_exporter_dialog_new (workspace_of (self), exporter, day_of (self)), widget);
}

static void
select_skipped_cb (TpExportersPage *self, GArray *ids)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  g_autoptr (GArray) rows = NULL;

  rows = self->list != NULL ? tp_record_list_find_all (self->list, ids) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    gtk_bitset_add (chosen, g_array_index (rows, guint, i));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
}

static void
show_bulk (TpExportersPage *self, AdwDialog *(*make) (TpWorkspace *, GArray *, TpDay))
{
  g_autoptr (GArray) ids = tp_exporters_page_selected_ids (self);
  AdwDialog *dialog;

  if (ids->len == 0)
    return;
  dialog = make (workspace_of (self), ids, day_of (self));
  g_signal_connect_object (dialog, "select-skipped", G_CALLBACK (select_skipped_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
advance_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  gint64 id = selected_id (self);

  if (id != 0)
    adw_dialog_present (tp_advance_dialog_new (workspace_of (self), id, day_of (self)), widget);
  else
    show_bulk (self, tp_bulk_advance_dialog_new);
}

static void
request_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_bulk (TP_EXPORTERS_PAGE (widget), tp_bulk_request_dialog_new);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_bulk (TP_EXPORTERS_PAGE (widget), tp_bulk_assign_dialog_new);
}

static void
enrol_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_bulk (TP_EXPORTERS_PAGE (widget), tp_bulk_enrol_dialog_new);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  g_autoptr (TpQuery) query = NULL;
  guint n;

  if (self->list == NULL)
    return;
  query = meant_query (self, &n);
  if (n > 0)
    tp_exporter_bulk_export (widget, workspace_of (self), query, n);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  TpWorkspace *workspace = workspace_of (self);
  g_autoptr (TpQuery) query = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (self->list == NULL)
    return;
  query = meant_query (self, &n);
  words = tp_exporter_criteria_words (tp_exporter_filter_get_criteria (self->filter),
                                      tp_workspace_reader (workspace),
                                      day_of (self));
  if (n > 0)
    tp_exporter_bulk_print (widget, workspace, query, words);
}

static void
archive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  gint64 id = selected_id (self);

  /* One is soon brought back by the toast; of many it is said first what will happen */
  if (id != 0)
    tp_workspace_change (workspace_of (self), "archive-exporter", tp_archive_run, tp_archive_new (&id, 1, TRUE),
                         tp_archive_free, NULL, archived_cb, g_object_ref (self));
  else
    show_bulk (self, tp_bulk_archive_dialog_new);
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporter_filter_clear (TP_EXPORTERS_PAGE (widget)->filter);
}

static void
save_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  TpWorkspace *workspace = workspace_of (self);
  g_autofree char *filter = NULL;
  g_autofree char *words = NULL;

  if (workspace == NULL || !tp_exporter_filter_is_on (self->filter))
    return;
  filter = tp_exporters_page_filter_text (self);
  words = tp_exporter_criteria_words (tp_exporter_filter_get_criteria (self->filter),
                                      tp_workspace_reader (workspace),
                                      day_of (self));
  adw_dialog_present (tp_saved_filter_dialog_new (workspace, 0, words, filter, words), widget);
}

static void
columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (tp_columns_dialog_new (TP_EXPORTERS_PAGE (widget)->columns), widget);
}

/* From the search on to what was found. */
static void
to_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);

  if (tp_exporters_page_is_board (self))
    tp_exporter_board_focus_first (self->board);
  else if (self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    tp_exporters_page_show_row (self, 0);
}

/* The search is left: nothing is chosen by that. */
static void
leave_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);

  if (!tp_exporters_page_is_board (self) && self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    tp_exporters_page_focus_row (self, 0);
  else
    to_list_action (widget, name, parameter);
}

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *field;
  gboolean descending;

  g_variant_get (parameter, "(&sb)", &field, &descending);
  tp_exporters_page_sort (TP_EXPORTERS_PAGE (widget), field, descending);
}

static void
hide_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tp_exporter_columns_hide (TP_EXPORTERS_PAGE (widget)->columns, g_variant_get_string (parameter, NULL));
}

static void
unselect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (TP_EXPORTERS_PAGE (widget)->selection));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  GtkWidget *over = self->narrow ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t place;

  if (selected_id (self) == 0 || focus == NULL || !gtk_widget_is_ancestor (focus, over)
      || !gtk_widget_compute_bounds (focus, over, &place))
    return;
  tp_exporters_page_show_menu (self, over,
             &(GdkRectangle){ (int) place.origin.x + 24, (int) place.origin.y, 1, (int) place.size.height });
}

/* Within the page */

void
tp_exporters_page_show_menu (TpExportersPage *self, GtkWidget *over, const GdkRectangle *at)
{
  GtkWidget *menu = GTK_WIDGET (self->menu);

  if (gtk_widget_get_parent (menu) != over)
    {
      if (gtk_widget_get_parent (menu) != NULL)
        gtk_widget_unparent (menu);
      gtk_widget_set_parent (menu, over);
    }
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

void
tp_exporters_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "page.find-duplicates", NULL, find_duplicates_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.advance", NULL, advance_action);
  gtk_widget_class_install_action (widget_class, "page.request", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "page.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "page.enrol", NULL, enrol_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "page.save-filter", NULL, save_filter_action);
  gtk_widget_class_install_action (widget_class, "page.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "page.leave-search", NULL, leave_search_action);
  gtk_widget_class_install_action (widget_class, "page.sort", "(sb)", sort_action);
  gtk_widget_class_install_action (widget_class, "page.hide-column", "s", hide_column_action);
  gtk_widget_class_install_action (widget_class, "page.to-list", NULL, to_list_action);
  gtk_widget_class_install_action (widget_class, "page.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "page.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.unselect", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "page.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "page.menu", NULL);
}

