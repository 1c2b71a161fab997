/* exporters-page.c: the exporters, searched, filtered and worked through.
 *
 * What is on screen is one query: search, stages, province, indicator, order. It goes
 * to the list, and to the summary above it; both answer off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporters-page-private.h"

#include "exporter-row.h"
#include "feedback.h"
#include "page-banner.h"
#include "row-cell.h"
#include "table.h"
#include "widgets.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>

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

/* What a date of another year takes in Chinese. */
#define CHINESE_DATE_WIDTH 152

/* These stand at the right. */
static const char *const figures[] = { "at_risk",       "open_requirements", "last_activity", "stage_days",
                                       "annual_export", "us_share",          "sourced",       NULL };

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
  /* Or the former one would stay as the second, with its arrow */
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
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
char *
tp_exporters_page_filter_text (TpExportersPage *self)
{
  TpExporterCriteria *criteria = tp_exporter_filter_get_criteria (self->filter);
  gboolean descending;
  const char *field = sorted_by (self, &descending);

  tp_exporter_criteria_set_sort (criteria, field, descending);
  return tp_exporter_criteria_format (criteria);
}

TpQuery *
tp_exporters_page_make_query (TpExportersPage *self)
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

static void
go_to_row (TpExportersPage *self, guint position, GtkListScrollFlags flags)
{
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table));
  if (self->narrow)
    gtk_list_view_scroll_to (self->rows, position, flags, NULL);
  else
    gtk_column_view_scroll_to (self->table, position, NULL, flags, NULL);
}

/* Puts the focus on a row, in the layout there is room for. On a phone a row that is
 * touched is opened, not selected. */
void
tp_exporters_page_show_row (TpExportersPage *self, guint position)
{
  go_to_row (self, position, GTK_LIST_SCROLL_FOCUS | (self->narrow ? 0 : GTK_LIST_SCROLL_SELECT));
}

/* Like tp_exporters_page_show_row(), and selects nothing. */
void
tp_exporters_page_focus_row (TpExportersPage *self, guint position)
{
  go_to_row (self, position, GTK_LIST_SCROLL_FOCUS);
}

/* Toasts rise above the bar, whose buttons they would cover. */
static void
make_room_for_toasts (TpExportersPage *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_action_bar_get_revealed (self->selection_bar))
    gtk_widget_add_css_class (root, "with-action-bar");
  else
    gtk_widget_remove_css_class (root, "with-action-bar");
}

static gboolean
reveal_cb (gpointer data)
{
  TpExportersPage *self = data;

  self->reveal_soon = 0;
  gtk_action_bar_set_revealed (self->selection_bar, TRUE);
  make_room_for_toasts (self);
  return G_SOURCE_REMOVE;
}

/* The bar takes room from the list, and rows near its end move: it waits until a click
 * cannot be the first of two any more. */
void
tp_exporters_page_show_selection (TpExportersPage *self, gboolean any)
{
  int wait = 0;

  if (any && (self->reveal_soon != 0 || gtk_action_bar_get_revealed (self->selection_bar)))
    return;
  g_clear_handle_id (&self->reveal_soon, g_source_remove);
  if (any)
    {
      g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &wait, NULL);
      self->reveal_soon = g_timeout_add ((guint) MAX (wait, 0), reveal_cb, self);
      return;
    }
  gtk_action_bar_set_revealed (self->selection_bar, FALSE);
  make_room_for_toasts (self);
}

gboolean
tp_exporters_page_is_board (TpExportersPage *self)
{
  return g_strcmp0 (self->layout, "board") == 0;
}

/* The one just added: once it is in the list, and the list on the screen. */
void
tp_exporters_page_show_added (TpExportersPage *self)
{
  guint position;

  if (self->added != 0 && tp_exporters_page_is_board (self) && tp_exporter_board_focus (self->board, self->added))
    self->added = 0;
  if (self->added == 0 || self->list == NULL
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "list") != 0)
    return;
  position = tp_record_list_find (self->list, self->added);
  if (position == G_MAXUINT)
    return;
  self->added = 0;
  tp_exporters_page_show_row (self, position);
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
  show_screen (self, self->counts->matching > 0 ? (tp_exporters_page_is_board (self) ? "board" : "list")
                     : filtered                 ? "nothing-found"
                                                : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->counts->total > 0 || filtered);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  tp_exporters_page_show_added (self);
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
      tp_show_failure (GTK_WIDGET (self), _ ("The Exporters Were Not Counted"), error);
      return;
    }
  g_clear_pointer (&self->counts, tp_exporter_summary_free);
  self->counts = counts;
  show_counts (self);
}

/* Other rows, or in another order: at once, or when the page comes on screen. */
void
tp_exporters_page_requery (TpExportersPage *self)
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
  gboolean descending, another;
  const char *field;

  /* Columns that go have nothing sorted any more */
  if (self->table == NULL)
    return;
  field = sorted_by (self, &descending);
  another = field != NULL && g_strcmp0 (field, self->sorted) != 0;
  if (field != NULL)
    self->sorted = g_intern_string (field);
  if (self->holding)
    return;
  /* Of figures and days the largest and the latest are looked for first */
  if (another && !descending && g_strv_contains (figures, field))
    {
      self->holding = TRUE;
      sort_by (self, self->sorted, TRUE);
      self->holding = FALSE;
      field = sorted_by (self, &descending);
    }
  self->to_top = TRUE;
  /* Between two columns there is none for a moment */
  if (field != NULL)
    g_settings_set (self->settings, "exporters-sort", "(sb)", field, descending);
  tp_exporters_page_requery (self);
}

/* As the menu of a heading asks for it. */
void
tp_exporters_page_sort (TpExportersPage *self, const char *field, gboolean descending)
{
  self->holding = TRUE;
  sort_by (self, field, descending);
  self->holding = FALSE;
  sorted_cb (self);
}

/* Another filter, and its order where it has one. */
static void
set_filter (TpExportersPage *self, const char *filter)
{
  TpExporterCriteria *criteria;
  const char *field;
  gboolean descending, held = self->holding;

  self->holding = TRUE;
  self->to_top = TRUE;
  tp_exporter_filter_set (self->filter, filter);
  criteria = tp_exporter_filter_get_criteria (self->filter);
  field = tp_exporter_criteria_get_sort (criteria, &descending);
  if (field != NULL)
    sort_by (self, field, descending);
  self->holding = held;
  tp_exporters_page_requery (self);
}

/* callbacks */

static void
filter_changed_cb (TpExportersPage *self)
{
  /* A row that turns up now must not take the focus from who is typing. */
  self->added = 0;
  tp_exporters_page_requery (self);
}

static void
row_activated_cb (TpExportersPage *self, guint position)
{
  tp_exporters_page_open (self, tp_record_list_get_id (self->list, position));
}

static void
selection_changed_cb (TpExportersPage *self)
{
  tp_exporters_page_update_actions (self);
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
  tp_exporters_page_show_menu (self, over, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* A row that shows something else is another object, and the selection forgets it. What a
 * person has selected stays selected, as long as it is in the list. */
static void
renewing_cb (TpExportersPage *self)
{
  g_clear_pointer (&self->kept, g_array_unref);
  self->kept = tp_exporters_page_selected_ids (self);
}

static void
renewed_cb (TpExportersPage *self)
{
  g_autoptr (GArray) kept = g_steal_pointer (&self->kept);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GtkBitset) selected = NULL, all = NULL, now = NULL;

  if (kept == NULL || kept->len == 0)
    return;
  rows = tp_record_list_find_all (self->list, kept);
  selected = gtk_bitset_new_empty ();
  for (guint i = 0; i < rows->len; i++)
    gtk_bitset_add (selected, g_array_index (rows, guint, i));
  now = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_equals (selected, now))
    return;
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}

/* What is gone is not selected any more. */
static void
items_changed_cb (TpExportersPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  tp_exporters_page_update_actions (self);
  if (self->to_top && gtk_bitset_is_empty (chosen) && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    {
      gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
      gtk_list_view_scroll_to (self->rows, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  self->to_top = FALSE;
  tp_exporters_page_show_imported (self);
  tp_exporters_page_show_added (self);
}

static void
board_opened_cb (TpExportersPage *self, gint64 exporter)
{
  tp_exporters_page_open (self, exporter);
}

/* Who is behind a figure is read in the list: those of the board's filter that did not
 * come on, whatever stage they are in now. */
static void
board_drop_off_cb (TpExportersPage *self, const char *filter)
{
  TpReader *reader = tp_workspace_reader (tp_view_page_get_workspace (TP_VIEW_PAGE (self)));
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
  g_object_set (self->filter, "board", tp_exporters_page_is_board (self), NULL);
  if (tp_exporters_page_is_board (self) && self->list != NULL)
    {
      g_autoptr (TpQuery) query = tp_exporters_page_make_query (self);

      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      tp_exporter_board_set_query (self->board, query);
    }
  else
    tp_exporter_board_set_query (self->board, NULL);
  show_counts (self);
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
      g_autoptr (TpQuery) query = tp_exporters_page_make_query (self);

      tp_record_list_set_query (self->list, query);
      if (tp_exporters_page_is_board (self))
        tp_exporter_board_set_query (self->board, query);
      self->asked = FALSE;
      self->listed = as_of;
    }
  tp_workspace_read (tp_view_page_get_workspace (page), tp_exporter_summary_read, tp_exporters_page_make_query (self),
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
      g_signal_connect_object (self->list, "renewing", G_CALLBACK (renewing_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->list, "renewed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
      sort_as_left (self, workspace);
    }
  /* The first query is that of no filter. */
  tp_exporter_filter_clear (self->filter);
  self->holding = FALSE;
  self->asked = TRUE;
  tp_exporters_page_update_actions (self);
}

static void
tp_exporters_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (object);

  switch (id)
    {
    case PROP_FILTER:
      g_value_take_string (value, tp_exporters_page_filter_text (self));
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
      tp_exporters_page_show_added (self);
    }
  if (ADW_NAVIGATION_PAGE_CLASS (tp_exporters_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (tp_exporters_page_parent_class)->shown (page);
}

static void
tp_exporters_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tp_exporters_page_parent_class)->map (widget);
  make_room_for_toasts (TP_EXPORTERS_PAGE (widget));
}

static void
tp_exporters_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tp_exporters_page_parent_class)->unmap (widget);
  make_room_for_toasts (TP_EXPORTERS_PAGE (widget));
}

static void
tp_exporters_page_dispose (GObject *object)
{
  TpExportersPage *self = TP_EXPORTERS_PAGE (object);

  /* Columns that go have nothing sorted any more. */
  self->holding = TRUE;
  if (self->menu != NULL && gtk_widget_get_parent (GTK_WIDGET (self->menu)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  g_clear_handle_id (&self->count_soon, g_source_remove);
  g_clear_handle_id (&self->reveal_soon, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->kept, g_array_unref);
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
  GTK_WIDGET_CLASS (klass)->map = tp_exporters_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = tp_exporters_page_unmap;
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
  tp_exporters_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
make_room_for_dates (GtkColumnView *table)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), "last_activity") == 0)
        gtk_column_view_column_set_fixed_width (column, CHINESE_DATE_WIDTH);
    }
}

static void
tp_exporters_page_init (TpExportersPage *self)
{
  self->holding = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_table_align_end (self->table, figures);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  self->settings = g_settings_new ("com.example.TradePivot");
  /* Names of companies are shorter in Chinese, dates are longer */
  if (tp_language_is_chinese ())
    make_room_for_dates (self->table);
  self->columns = tp_exporter_columns_new (self->table, self->settings);
  g_settings_bind (self->settings, "exporters-mode", self, "layout", G_SETTINGS_BIND_DEFAULT);
  self->holding = FALSE;
  tp_exporters_page_update_actions (self);
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
