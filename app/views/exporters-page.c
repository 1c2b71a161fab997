/* exporters-page.c: the exporters, searched, filtered and worked through.
 *
 * What is on screen is one query: search, stages, province, indicator, order. It goes
 * to the list, and to the summary above it; both answer off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporters-page.h"

#include "advance-dialog.h"
#include "archive-exporter.h"
#include "bulk-advance-dialog.h"
#include "bulk-assign-dialog.h"
#include "bulk-enrol-dialog.h"
#include "bulk-request-dialog.h"
#include "columns-dialog.h"
#include "duplicates-dialog.h"
#include "exporter-board.h"
#include "exporter-columns.h"
#include "exporter-bulk.h"
#include "exporter-dialog.h"
#include "exporter-filter.h"
#include "exporter-row.h"
#include "exporter-summary.h"
#include "feedback.h"
#include "import-dialog.h"
#include "merge-dialog.h"
#include "page-banner.h"
#include "row-cell.h"
#include "saved-filter-dialog.h"
#include "table.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpExportersPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  GtkColumnView *table;
  GtkListView *rows;
  GtkMultiSelection *selection;
  TpExporterFilter *filter;
  GtkActionBar *selection_bar;
  GtkLabel *selection_label;
  GtkPopover *menu;
  TpExporterBoard *board;

  GSettings *settings;
  TpExporterColumns *columns;
  char *layout;     /* "list" or "board" */
  gboolean narrow;
  int room;         /* for the columns; 0: as much as they need */
  gboolean holding; /* what the query is made of changes together */
  gint64 opened;    /* the exporter that was looked at last: on the way back its row has the focus */
  gboolean newest_first; /* as long as no column is chosen to sort by */
  gboolean imported;     /* rows, by the dialog that is open */
  gint64 added;     /* an exporter that is to have the focus once its row is there */
  TpRecordList *list;
  gboolean asked;   /* for other rows, or in another order */
  TpDay listed;     /* the day whose rows the list has */
  TpExporterSummary *counts;
  GCancellable *counting; /* what is at risk with the selection */
};

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_SUMMARY,
  PROP_NARROW,
  PROP_ROOM,
  PROP_LAYOUT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExportersPage, tp_exporters_page, TP_TYPE_VIEW_PAGE)

/* helpers */

/* The column that the list is sorted by, NULL for none. */
static const char *
sorted_by (TpExportersPage *self, gboolean *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  return column != NULL ? gtk_column_view_column_get_id (column) : NULL;
}

static void
sort_by (TpExportersPage *self, const char *field, gboolean descending)
{
  GtkColumnViewColumn *column;

  /* One column for both names */
  if (g_strcmp0 (field, "name_local") == 0)
    field = "name";
  column = field != NULL ? tp_exporter_columns_find (self->columns, field) : NULL;
  gtk_column_view_sort_by_column (self->table, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* The order is the person's, not the workspace's. A list of very many comes in the order
 * of making until another is asked for. */
static void
sort_as_left (TpExportersPage *self, TpWorkspace *workspace)
{
  g_autoptr (GVariant) chosen = g_settings_get_user_value (self->settings, "exporters-sort");
  g_autofree char *field = NULL;
  gboolean descending;

  g_settings_get (self->settings, "exporters-sort", "(sb)", &field, &descending);
  sort_by (self, chosen == NULL && tp_exporters_are_many (workspace) ? NULL : field, descending);
}

/* What is shown, as a saved filter writes it. */
static char *
filter_text (TpExportersPage *self)
{
  TpExporterCriteria *criteria = tp_exporter_filter_get_criteria (self->filter);
  gboolean descending;
  const char *field = sorted_by (self, &descending);

  tp_exporter_criteria_set_sort (criteria, field, descending);
  return tp_exporter_criteria_format (criteria);
}

static TpQuery *
make_query (TpExportersPage *self)
{
  TpQuery *query = tp_exporter_query_new (tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
  gboolean descending;
  const char *id = sorted_by (self, &descending);

  tp_exporter_filter_apply (self->filter, query);
  if (id != NULL)
    {

      /* Names sort in the script that is read first. */
      if (g_strcmp0 (id, "name") == 0 && tp_language_is_chinese ())
        id = "name_local";
      tp_query_set_sort (query, id, descending);
      self->newest_first = FALSE;
    }
  else if (self->newest_first)
    tp_query_set_sort (query, NULL, TRUE);
  return query;
}

/* Puts the focus on a row, in the layout there is room for. */
static void
show_row (TpExportersPage *self, guint position)
{
  const GtkListScrollFlags flags = GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT;

  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table));
  if (self->narrow)
    gtk_list_view_scroll_to (self->rows, position, flags, NULL);
  else
    gtk_column_view_scroll_to (self->table, position, NULL, flags, NULL);
}

static gboolean
is_board (TpExportersPage *self)
{
  return g_strcmp0 (self->layout, "board") == 0;
}

/* The one just added: once it is in the list, and the list on the screen. */
static void
show_added (TpExportersPage *self)
{
  guint position;

  if (self->added != 0 && is_board (self) && tp_exporter_board_focus (self->board, self->added))
    self->added = 0;
  if (self->added == 0 || self->list == NULL
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "list") != 0)
    return;
  position = tp_record_list_find (self->list, self->added);
  if (position == G_MAXUINT)
    return;
  self->added = 0;
  show_row (self, position);
}

/* A row that had the focus may be gone with its list: the focus goes on to what is shown
 * in its place, or the next key would be lost. */
static void
show_screen (TpExportersPage *self, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean was_list = g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "list") == 0;
  gboolean held = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->screens));

  gtk_stack_set_visible_child_name (self->screens, name);
  if (was_list && held && root != NULL && !g_str_equal (name, "list"))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->screens), GTK_DIR_TAB_FORWARD);
}

static void
show_counts (TpExportersPage *self)
{
  gboolean filtered = tp_exporter_filter_is_on (self->filter);

  if (self->counts == NULL)
    return;
  tp_exporter_filter_show_counts (self->filter, self->counts->stages);
  show_screen (self, self->counts->matching > 0 ? (is_board (self) ? "board" : "list")
                     : filtered                 ? "nothing-found"
                                                : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->counts->total > 0 || filtered);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  show_added (self);
}

static void
summary_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TpExporterSummary *counts = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  TpExportersPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->counts, tp_exporter_summary_free);
  self->counts = counts;
  show_counts (self);
}

/* Other rows, or in another order: at once, or when the page comes on screen. */
static void
requery (TpExportersPage *self)
{
  if (self->holding)
    return;
  self->asked = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  tp_view_page_reload (TP_VIEW_PAGE (self));
}

static void
sorted_cb (TpExportersPage *self)
{
  gboolean descending;
  const char *field;

  if (self->holding)
    return;
  field = sorted_by (self, &descending);
  /* Between two columns there is none for a moment */
  if (field != NULL)
    g_settings_set (self->settings, "exporters-sort", "(sb)", field, descending);
  requery (self);
}

/* Another filter, and its order where it has one. */
static void
set_filter (TpExportersPage *self, const char *filter)
{
  TpExporterCriteria *criteria;
  const char *field;
  gboolean descending, held = self->holding;

  self->holding = TRUE;
  tp_exporter_filter_set (self->filter, filter);
  criteria = tp_exporter_filter_get_criteria (self->filter);
  field = tp_exporter_criteria_get_sort (criteria, &descending);
  if (field != NULL)
    sort_by (self, field, descending);
  self->holding = held;
  requery (self);
}

static GArray *
selected_ids (TpExportersPage *self)
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
  g_autoptr (GArray) ids = self->list != NULL ? selected_ids (self) : NULL;

  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static void
open_exporter (TpExportersPage *self, gint64 id)
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
  g_autoptr (GArray) ids = selected_ids (self);
  g_autoptr (TpQuery) shown = make_query (self);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  *n = ids->len > 0 ? ids->len : all;
  return tp_exporter_bulk_query (shown, ids->len > 0 && ids->len < all ? ids : NULL);
}

static void
count_selection (TpExportersPage *self, guint64 n)
{
  g_autoptr (TpQuery) query = NULL;
  guint meant;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  /* A phone has room for the count alone. */
  if (n == 0 || self->list == NULL || self->narrow)
    return;
  query = meant_query (self, &meant);
  self->counting = g_cancellable_new ();
  tp_exporter_bulk_count (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), query, self->counting,
                          self->selection_label);
}

static void
update_actions (TpExportersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (chosen);
  gboolean writable = tp_view_page_get_workspace (TP_VIEW_PAGE (self)) != NULL && !tp_workspace_is_read_only (tp_view_page_get_workspace (TP_VIEW_PAGE (self)));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", (gulong) n), (guint) n);

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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import", writable);
  gtk_label_set_label (self->selection_label, text);
  gtk_action_bar_set_revealed (self->selection_bar, n > 0);
  count_selection (self, n);
}

/* callbacks */

static void
filter_changed_cb (TpExportersPage *self)
{
  /* A row that turns up now must not take the focus from who is typing. */
  self->added = 0;
  requery (self);
}

static void
row_activated_cb (TpExportersPage *self, guint position)
{
  open_exporter (self, tp_record_list_get_id (self->list, position));
}

static void
selection_changed_cb (TpExportersPage *self)
{
  update_actions (self);
}

static void
show_menu (TpExportersPage *self, GtkWidget *over, const GdkRectangle *at)
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

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TpExportersPage *self)
{
  GtkWidget *over = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  TpExporterRow *row = tp_row_cell_item_at (over, x, y);
  guint position = row != NULL ? tp_record_list_find (self->list, tp_exporter_row_get_id (row)) : G_MAXUINT;

  if (position == G_MAXUINT)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  show_menu (self, over, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

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

/* What is gone is not selected any more. */
static void
items_changed_cb (TpExportersPage *self)
{
  update_actions (self);
  show_added (self);
}

static void
added_cb (TpExportersPage *self, gint64 id)
{
  self->added = id;
  show_added (self);
}

/* Nothing hides what was imported, and the newest come first. */
static void
imported_cb (TpExportersPage *self)
{
  self->holding = TRUE;
  tp_exporter_filter_clear (self->filter);
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_DESCENDING);
  self->newest_first = TRUE;
  self->imported = TRUE;
  self->holding = FALSE;
  requery (self);
}

static void
import_closed_cb (TpExportersPage *self)
{
  if (self->imported && !is_board (self) && self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    show_row (self, 0);
  self->imported = FALSE;
}

static void
board_opened_cb (TpExportersPage *self, gint64 exporter)
{
  open_exporter (self, exporter);
}

/* Who is behind a figure is read in the list: those of the board's filter that did not
 * come on, whatever stage they are in now. */
static void
board_drop_off_cb (TpExportersPage *self, const char *filter)
{
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (tp_view_page_get_workspace (TP_VIEW_PAGE (self))));
  g_autofree char *text = tp_exporter_criteria_format (tp_exporter_filter_get_criteria (self->filter));
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_parse (reader, text, NULL);
  g_auto (GStrv) parts = g_strsplit (filter, ";", -1);
  g_autofree char *both = NULL;

  if (criteria == NULL)
    return;
  tp_exporter_criteria_drop (criteria, "stage");
  for (guint i = 0; parts[i] != NULL; i++)
    tp_exporter_criteria_set (criteria, reader, parts[i], NULL);
  both = tp_exporter_criteria_format (criteria);
  g_object_set (self, "layout", "list", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-exporters", "s", both);
}

static void
set_layout (TpExportersPage *self, const char *layout)
{
  if (layout == NULL || !g_set_str (&self->layout, layout))
    return;
  g_object_set (self->filter, "board", is_board (self), NULL);
  if (is_board (self) && self->list != NULL)
    {
      g_autoptr (TpQuery) query = make_query (self);

      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      tp_exporter_board_set_query (self->board, query);
    }
  else
    tp_exporter_board_set_query (self->board, NULL);
  show_counts (self);
}

/* actions */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  AdwDialog *dialog;

  if (tp_view_page_get_workspace (TP_VIEW_PAGE (self)) == NULL)
    return;
  dialog = tp_exporter_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), NULL, tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  AdwDialog *dialog;

  if (tp_view_page_get_workspace (TP_VIEW_PAGE (self)) == NULL)
    return;
  dialog = tp_import_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (import_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (widget));
  g_autoptr (GArray) ids = selected_ids (TP_EXPORTERS_PAGE (widget));

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
  open_exporter (TP_EXPORTERS_PAGE (widget), selected_id (TP_EXPORTERS_PAGE (widget)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  gint64 id = selected_id (self);
  g_autoptr (TpRecord) exporter = id != 0 ? tp_workspace_get (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), TP_KIND_EXPORTER, id) : NULL;

  if (exporter != NULL)
    adw_dialog_present (tp_exporter_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), exporter, tp_view_page_get_as_of (TP_VIEW_PAGE (self))), widget);
}

static void
select_skipped_cb (TpExportersPage *self, GArray *ids)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  for (guint i = 0; self->list != NULL && i < ids->len; i++)
    {
      guint position = tp_record_list_find (self->list, g_array_index (ids, gint64, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (chosen, position);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
}

static void
show_bulk (TpExportersPage *self, AdwDialog *(*make) (TpWorkspace *, GArray *, TpDay))
{
  g_autoptr (GArray) ids = selected_ids (self);
  AdwDialog *dialog;

  if (ids->len == 0)
    return;
  dialog = make (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), ids, tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
  g_signal_connect_object (dialog, "select-skipped", G_CALLBACK (select_skipped_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
advance_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  gint64 id = selected_id (self);

  if (id != 0)
    adw_dialog_present (tp_advance_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), id, tp_view_page_get_as_of (TP_VIEW_PAGE (self))), widget);
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
    tp_exporter_bulk_export (widget, tp_view_page_get_workspace (TP_VIEW_PAGE (self)), query, n);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (self));
  g_autoptr (TpQuery) query = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (self->list == NULL)
    return;
  query = meant_query (self, &n);
  words = tp_exporter_criteria_words (tp_exporter_filter_get_criteria (self->filter),
                                      tp_store_main_reader (tp_workspace_get_store (workspace)),
                                      tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
  if (n > 0)
    tp_exporter_bulk_print (widget, workspace, query, words);
}

static void
archive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (widget);
  g_autoptr (GArray) ids = selected_ids (self);

  if (ids->len == 0)
    return;
  tp_workspace_change (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), "archive-exporter", tp_archive_run,
                       tp_archive_new ((const gint64 *) (gpointer) ids->data, ids->len, TRUE),
                       tp_archive_free, NULL, archived_cb, g_object_ref (self));
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
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (self));
  g_autofree char *filter = NULL;
  g_autofree char *words = NULL;

  if (workspace == NULL || !tp_exporter_filter_is_on (self->filter))
    return;
  filter = filter_text (self);
  words = tp_exporter_criteria_words (tp_exporter_filter_get_criteria (self->filter),
                                      tp_store_main_reader (tp_workspace_get_store (workspace)),
                                      tp_view_page_get_as_of (TP_VIEW_PAGE (self)));
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

  if (is_board (self))
    gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
  else if (self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    show_row (self, 0);
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
  show_menu (self, over,
             &(GdkRectangle){ (int) place.origin.x + 24, (int) place.origin.y, 1, (int) place.size.height });
}

/* vfuncs */

static void
tp_exporters_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (page);
  TpDay as_of = tp_view_page_get_as_of (page);

  /* Of changed records the list hears by itself. */
  if (self->asked || self->listed != as_of)
    {
      g_autoptr (TpQuery) query = make_query (self);

      tp_record_list_set_query (self->list, query);
      if (is_board (self))
        tp_exporter_board_set_query (self->board, query);
      self->asked = FALSE;
      self->listed = as_of;
    }
  tp_workspace_read (tp_view_page_get_workspace (page), tp_exporter_summary_read, make_query (self),
                     g_object_unref, tp_exporter_summary_free, cancellable, summary_read_cb, self);
}

static void
tp_exporters_page_clear (TpViewPage *page)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (page);
  TpWorkspace *workspace = tp_view_page_get_workspace (page);

  gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->counts, tp_exporter_summary_free);
  gtk_stack_set_visible_child_name (self->screens, "blank");
  self->holding = TRUE;
  if (workspace != NULL)
    {
      self->list = tp_record_list_new (workspace, TP_KIND_EXPORTER, TP_TYPE_EXPORTER_ROW, tp_exporter_row_new);
      gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      sort_as_left (self, workspace);
    }
  /* The first query is that of no filter. */
  tp_exporter_filter_clear (self->filter);
  self->holding = FALSE;
  self->asked = TRUE;
  update_actions (self);
}

static void
tp_exporters_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (object);

  switch (id)
    {
    case PROP_FILTER:
      g_value_take_string (value, filter_text (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->counts == NULL || self->counts->total == 0 ? ""
                                 : self->narrow ? self->counts->short_text
                                                : self->counts->text);
      break;
    case PROP_ROOM:
      g_value_set_int (value, self->room);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_LAYOUT:
      g_value_set_string (value, self->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_exporters_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (object);

  switch (id)
    {
    case PROP_FILTER:
      set_filter (self, g_value_get_string (value));
      return;
    case PROP_ROOM:
      self->room = g_value_get_int (value);
      tp_exporter_columns_set_room (self->columns, self->room);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, props[PROP_SUMMARY]);
      break;
    case PROP_LAYOUT:
      set_layout (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

/* On the way back from an exporter the work goes on at its row. */
static void
tp_exporters_page_shown (AdwNavigationPage *page)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (page);

  if (self->opened != 0)
    {
      self->added = self->opened;
      self->opened = 0;
      show_added (self);
    }
  if (ADW_NAVIGATION_PAGE_CLASS (tp_exporters_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (tp_exporters_page_parent_class)->shown (page);
}

static void
tp_exporters_page_dispose (GObject *object)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (object);

  /* Columns that go have nothing sorted any more. */
  self->holding = TRUE;
  if (self->menu != NULL && gtk_widget_get_parent (GTK_WIDGET (self->menu)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->list);
  g_clear_object (&self->columns);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTERS_PAGE);
  g_clear_pointer (&self->counts, tp_exporter_summary_free);
  G_OBJECT_CLASS (tp_exporters_page_parent_class)->dispose (object);
}

static void
tp_exporters_page_finalize (GObject *object)
{
  g_free (TP_EXPORTERS_PAGE (object)->layout);
  G_OBJECT_CLASS (tp_exporters_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, screens);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, table);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, menu);
  gtk_widget_class_bind_template_child (widget_class, TpExportersPage, board);
  gtk_widget_class_bind_template_callback (widget_class, board_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_drop_off_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
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
  gtk_widget_class_install_action (widget_class, "page.to-list", NULL, to_list_action);
  gtk_widget_class_install_action (widget_class, "page.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "page.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.unselect", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "page.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "page.menu", NULL);
}

static void
tp_exporters_page_class_init (TpExportersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_exporters_page_get_property;
  object_class->set_property = tp_exporters_page_set_property;
  object_class->dispose = tp_exporters_page_dispose;
  object_class->finalize = tp_exporters_page_finalize;
  page_class->load = tp_exporters_page_load;
  page_class->clear = tp_exporters_page_clear;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = tp_exporters_page_shown;
  /**
   * TpExportersPage:filter:
   *
   * Which exporters are shown, as exporter-criteria.h has it, with the order.
   */
  props[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY]
      = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* What the columns may take together; 0 for as much as they need. */
  props[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  /**
   * TpExportersPage:layout:
   *
   * "list" or "board", as the person left it last.
   */
  props[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tp_widgets_ensure_types ();
  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_EXPORTER_BOARD);
  g_type_ensure (TP_TYPE_EXPORTER_FILTER);
  g_type_ensure (TP_TYPE_ROW_CELL);
  g_type_ensure (TP_TYPE_EXPORTER_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tp_exporters_page_init (TpExportersPage *self)
{
  static const char *const right[] = { "at_risk",       "open_requirements", "last_activity", "stage_days",
                                       "annual_export", "us_share",          "sourced",       NULL };

  self->holding = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_table_align_end (self->table, right);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  self->settings = g_settings_new ("com.example.TradePivot");
  self->columns = tp_exporter_columns_new (self->table, self->settings);
  g_settings_bind (self->settings, "exporters-mode", self, "layout", G_SETTINGS_BIND_DEFAULT);
  self->holding = FALSE;
  update_actions (self);
}

/* Public API */

/**
 * tp_exporters_page_get_list:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the exporters it shows, in its order
 */
TpRecordList *
tp_exporters_page_get_list (TpExportersPage *self)
{
  return self->list;
}

/**
 * tp_exporters_page_set_opened:
 * @self: the page
 * @exporter: an exporter's id
 *
 * Says which exporter is being looked at, where its page goes from one to the next.
 */
void
tp_exporters_page_set_opened (TpExportersPage *self, gint64 exporter)
{
  self->opened = exporter;
}
