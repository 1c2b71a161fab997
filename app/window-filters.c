/* window-filters.c: saved filters in the sidebar.
 *
 * Below the views stands a row for each saved filter of the workspace, with how many it
 * finds on the day. A row is selected while what it asks for is exactly what is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "feedback.h"
#include "place-row.h"
#include "saved-filter-dialog.h"
#include "saved-filters.h"

#include <glib/gi18n-lib.h>

/* helpers */

static TpPlaceRow *
find_row (TpWindow *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (tp_place_row_get_saved (TP_PLACE_ROW (row)) == id)
      return TP_PLACE_ROW (row);
  return NULL;
}

static gboolean
is_listed (GPtrArray *filters, gint64 id)
{
  for (guint i = 0; i < filters->len; i++)
    if (((TpSavedFilterInfo *) g_ptr_array_index (filters, i))->id == id)
      return TRUE;
  return FALSE;
}

/* How many rows there are before those of the filters. */
static int
count_views (TpWindow *self)
{
  GtkListBoxRow *row;
  int n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->places, n)) != NULL
         && tp_place_row_get_saved (TP_PLACE_ROW (row)) == 0)
    n++;
  return n;
}

static void
remove_gone (TpWindow *self, GPtrArray *filters)
{
  for (int i = count_views (self);;)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

      if (row == NULL)
        return;
      if (is_listed (filters, tp_place_row_get_saved (TP_PLACE_ROW (row))))
        i++;
      else
        gtk_list_box_remove (self->places, GTK_WIDGET (row));
    }
}

/* Puts a row in its place; one that moves keeps the focus. */
static void
place_row (TpWindow *self, TpSavedFilterInfo *info, int place)
{
  TpPlaceRow *row = find_row (self, info->id);
  gboolean focused;

  if (row == NULL)
    {
      row = TP_PLACE_ROW (tp_place_row_new ("exporters", info->name, "saved-filter-symbolic"));
      g_object_set (row, "saved", info->id, NULL);
      gtk_list_box_insert (self->places, GTK_WIDGET (row), place);
    }
  else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != place)
    {
      g_object_ref (row);
      focused = gtk_widget_has_focus (GTK_WIDGET (row));
      gtk_list_box_remove (self->places, GTK_WIDGET (row));
      gtk_list_box_insert (self->places, GTK_WIDGET (row), place);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (row));
      g_object_unref (row);
    }
  g_object_set (row, "title", info->name, "filter", info->filter, "tooltip-text", info->words, "count", info->count, NULL);
}

static const char *
shown_filter (TpWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, "exporters");
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));
  g_autoptr (GObject) page = g_list_model_get_item (stack, 0);

  g_free (self->shown_filter);
  g_object_get (page, "filter", &self->shown_filter, NULL);
  return self->shown_filter;
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *header = NULL;

  if (tp_place_row_get_saved (TP_PLACE_ROW (row)) != 0
      && (before == NULL || tp_place_row_get_saved (TP_PLACE_ROW (before)) == 0))
    {
      header = gtk_label_new (C_ ("sidebar", "Saved Filters"));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "sidebar-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

/* callbacks */

static void
filters_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filters = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  gboolean placing = self->placing;

  /* Cancelled: asked for anew meanwhile, or the window is gone */
  if (self->workspace != TP_WORKSPACE (source))
    return;
  if (filters == NULL)
    {
      tp_show_failure (GTK_WIDGET (self), _ ("The Saved Filters Were Not Read"), error);
      return;
    }
  self->placing = TRUE;
  remove_gone (self, filters);
  for (guint i = 0; i < filters->len; i++)
    place_row (self, g_ptr_array_index (filters, i), count_views (self) + (int) i);
  gtk_list_box_invalidate_headers (self->places);
  self->placing = placing;
  tp_window_select_shown (self);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    tp_show_error (GTK_WIDGET (self), error);
  else
    tp_toast_undo (GTK_WIDGET (self), _ ("Filter deleted"));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (TpRecord) filter
      = self->workspace != NULL ? tp_workspace_get (self->workspace, TP_KIND_SAVED_FILTER, id) : NULL;

  if (filter != NULL && !tp_workspace_is_read_only (self->workspace))
    adw_dialog_present (tp_saved_filter_dialog_new (self->workspace, id, tp_record_get_text (filter, "name"), NULL, NULL),
                        GTK_WIDGET (self));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  gint64 id = g_variant_get_int64 (parameter);

  if (self->workspace != NULL && !tp_workspace_is_read_only (self->workspace))
    tp_workspace_change (self->workspace, "delete-filter", tp_saved_filter_delete_run, g_memdup2 (&id, sizeof id),
                         g_free, NULL, deleted_cb, g_object_ref (self));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  TpSavedFilterMove move = { 0 };

  g_variant_get (parameter, "(xi)", &move.id, &move.by);
  if (self->workspace != NULL && !tp_workspace_is_read_only (self->workspace))
    tp_workspace_change (self->workspace, "move-filter", tp_saved_filter_move_run, g_memdup2 (&move, sizeof move),
                         g_free, NULL, changed_cb, g_object_ref (self));
}

/* Within the window */

void
tp_window_install_filter_actions (TpWindow *self)
{
  static const GActionEntry actions[] = {
    { "rename-filter", rename_cb, "x" },
    { "delete-filter", delete_cb, "x" },
    { "move-filter", move_cb, "(xi)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_list_box_set_header_func (self->places, add_header, NULL, NULL);
}

/* Reads the saved filters anew, with their counts on the day. */
void
tp_window_read_filters (TpWindow *self)
{
  g_autoptr (GPtrArray) none = NULL;

  g_cancellable_cancel (self->reading_filters);
  g_clear_object (&self->reading_filters);
  if (self->workspace == NULL)
    {
      none = g_ptr_array_new ();
      remove_gone (self, none);
      return;
    }
  self->reading_filters = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_saved_filters_read,
                     tp_saved_filters_view_new (self->as_of, tp_workspace_get_author (self->workspace)),
                     tp_saved_filters_view_free, (GDestroyNotify) g_ptr_array_unref, self->reading_filters,
                     filters_read_cb, g_object_ref (self));
}

/* The row of the saved filter that is shown in the list of exporters, NULL for none. */
GtkListBoxRow *
tp_window_shown_filter_row (TpWindow *self)
{
  const char *shown = shown_filter (self);
  GtkListBoxRow *row;

  for (int i = count_views (self); (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (tp_saved_filter_shows (tp_place_row_get_filter (TP_PLACE_ROW (row)), shown))
      return row;
  return NULL;
}
