/* window-places.c: the window's views, their pages and the sidebar.
 *
 * Each view has a stack of pages of its own, so that one can look something up in
 * another view and come back to where one was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "chart-page.h"
#include "commitment-page.h"
#include "commitments-page.h"
#include "exporter-page.h"
#include "exporters-page.h"
#include "funds-page.h"
#include "overview-page.h"
#include "place-counts.h"
#include "place-row.h"
#include "reports-page.h"

#include <glib/gi18n-lib.h>

/* For so long a page that is being read may take the focus. */
#define FOCUS_MS 40
#define FOCUS_TRIES 25

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*type) (void);
} Place;

/* The views, from top to bottom. A view is added by a line here. */
static const Place places[] = {
  { "overview", NC_ ("view", "Overview"), "view-overview-symbolic", tp_overview_page_get_type },
  { "exporters", NC_ ("view", "Exporters"), "view-exporters-symbolic", tp_exporters_page_get_type },
  { "commitments", NC_ ("view", "Commitments"), "view-commitments-symbolic", tp_commitments_page_get_type },
  { "funds", NC_ ("view", "Funds"), "view-funds-symbolic", tp_funds_page_get_type },
  { "reports", NC_ ("view", "Reports"), "view-reports-symbolic", tp_reports_page_get_type },
  { NULL },
};

typedef struct
{
  const char *kind;
  GType (*type) (void);
} RecordPage;

/* What "win.open-record" opens, by the kind's token. */
static const RecordPage record_pages[] = {
  { "commitment", tp_commitment_page_get_type },
  { "exporter", tp_exporter_page_get_type },
  { "indicator", tp_chart_page_get_type },
  { NULL },
};

/* helpers */

static const Place *
find_place (const char *name)
{
  for (gsize i = 0; places[i].name != NULL; i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

static AdwNavigationView *
visible_view (TpWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  return view != NULL ? ADW_NAVIGATION_VIEW (view) : NULL;
}

static GtkListBoxRow *
row_of (TpWindow *self, const char *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (tp_place_row_get_saved (TP_PLACE_ROW (row)) == 0
        && g_strcmp0 (tp_place_row_get_place (TP_PLACE_ROW (row)), place) == 0)
      return row;
  return NULL;
}

/* The row that stands for a view as it is: of exporters it may be that of a saved filter. */
static GtkListBoxRow *
row_as_left (TpWindow *self, const char *place)
{
  GtkListBoxRow *saved = g_strcmp0 (place, "exporters") == 0 ? tp_window_shown_filter_row (self) : NULL;

  return saved != NULL ? saved : row_of (self, place);
}

static void
bind_page (TpWindow *self, GObject *page)
{
  /* The day first: pages read when they get the workspace */
  g_object_bind_property (self, "as-of", page, "as-of", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
}

static AdwNavigationPage *
root_page (AdwNavigationView *view)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (view);

  return g_list_model_get_item (stack, 0);
}

/* Where the focus was, else the first that takes it: to move on from where it was, as
 * child_focus() does, would skip one. */
static gboolean
focus_within (TpWindow *self, GtkWidget *content)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *last = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, content))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_focus_child (content); child != NULL;
       child = gtk_widget_get_focus_child (child))
    last = child;
  return (last != NULL && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
         || gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

/* What is between the bars of the page that is shown. */
static GtkWidget *
page_content (TpWindow *self, GtkWidget **whole)
{
  AdwNavigationPage *page = tp_window_visible_page (self);
  GtkWidget *child = page != NULL ? adw_navigation_page_get_child (page) : NULL;

  if (ADW_IS_BREAKPOINT_BIN (child))
    child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (child));
  *whole = child;
  return ADW_IS_TOOLBAR_VIEW (child) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child)) : NULL;
}

/* The page's own content is next, not the buttons of its header bar. */
static gboolean
focus_content (TpWindow *self)
{
  GtkWidget *whole, *content = page_content (self, &whole);

  return content != NULL && focus_within (self, content);
}

/* Where there is one page at a time something of it has the focus until it is read; it
 * goes on to the content then, as long as nobody has gone there, or on, by themselves. */
static gboolean
waits_for_content (TpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *whole, *content = page_content (self, &whole);

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->places)))
    return TRUE;
  return adw_navigation_split_view_get_collapsed (self->split) && whole != NULL && content != NULL
         && gtk_widget_is_ancestor (focus, whole) && !gtk_widget_is_ancestor (focus, content);
}

static void
set_count (TpWindow *self, const char *place, gint64 count)
{
  GtkListBoxRow *row = row_of (self, place);

  if (row != NULL)
    g_object_set (row, "count", count, NULL);
}

/* Which exporters a row of the sidebar is for: those of its filter; the view itself for
 * all, or those that were looked for by hand. */
static void
show_row_filter (TpWindow *self, TpPlaceRow *row)
{
  GtkListBoxRow *shown = tp_window_shown_filter_row (self);
  const char *filter = tp_place_row_get_filter (row);
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (gtk_stack_get_child_by_name (self->views, "exporters"));
  g_autoptr (AdwNavigationPage) page = root_page (view);

  if (shown == GTK_LIST_BOX_ROW (row) || (shown == NULL && filter == NULL))
    return;
  adw_navigation_view_pop_to_page (view, page);
  g_object_set (page, "filter", filter, NULL);
}

/* callbacks */

static gboolean
focus_later_cb (gpointer data)
{
  TpWindow *self = data;

  /* The person has gone on */
  if (waits_for_content (self) && !focus_content (self) && ++self->focus_tries < FOCUS_TRIES)
    return G_SOURCE_CONTINUE;
  self->focus_source = 0;
  return G_SOURCE_REMOVE;
}

static void
row_selected_cb (TpWindow *self, GtkListBoxRow *row)
{
  TpApplication *app = TP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  const Place *place;

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (row == NULL || self->placing)
    return;
  if (self->workspace != NULL && g_str_equal (tp_place_row_get_place (TP_PLACE_ROW (row)), "exporters"))
    {
      self->placing = TRUE;
      show_row_filter (self, TP_PLACE_ROW (row));
      self->placing = FALSE;
    }
  place = find_place (tp_place_row_get_place (TP_PLACE_ROW (row)));
  gtk_stack_set_visible_child_name (self->views, place->name);
  adw_navigation_page_set_title (self->content, g_dpgettext2 (GETTEXT_PACKAGE, "view", place->title));
  if (app != NULL && self->workspace != NULL)
    g_settings_set_string (tp_application_get_settings (app), "last-view", place->name);
}

static void
row_activated_cb (TpWindow *self, GtkListBoxRow *row)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpWindow) self = data;
  g_autofree TpPlaceCounts *counts
      = tp_workspace_read_finish (TP_WORKSPACE (source), result, NULL);

  /* Cancelled: counted anew meanwhile, or the window is gone */
  if (counts == NULL)
    return;
  set_count (self, "exporters", counts->exporters);
  set_count (self, "commitments", counts->commitments);
  set_count (self, "funds", counts->funds);
}

static void
show_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;

  if (self->workspace != NULL)
    tp_window_show_place (self, g_variant_get_string (parameter, NULL));
}

static void
show_exporters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, "exporters");
  g_autoptr (AdwNavigationPage) page = NULL;

  if (self->workspace == NULL || view == NULL)
    return;
  page = root_page (ADW_NAVIGATION_VIEW (view));
  adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), page);
  g_object_set (page, "filter", g_variant_get_string (parameter, NULL), NULL);
  tp_window_show_place (self, "exporters");
}

/* A fund has no page of its own: the view shows one fund at a time. */
static void
show_fund (TpWindow *self, gint64 fund)
{
  g_autoptr (AdwNavigationPage) page = NULL;

  tp_window_show_place (self, "funds");
  page = root_page (visible_view (self));
  tp_funds_page_show_fund (TP_FUNDS_PAGE (page), fund);
}

static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  AdwNavigationView *view = visible_view (self);
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (self->workspace == NULL || view == NULL)
    return;
  for (gsize i = 0; record_pages[i].kind != NULL; i++)
    if (g_strcmp0 (record_pages[i].kind, kind) == 0)
      {
        GObject *page = g_object_new (record_pages[i].type (), "record-id", id, NULL);

        bind_page (self, page);
        adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (page));
        adw_navigation_split_view_set_show_content (self->split, TRUE);
        return;
      }
  if (g_strcmp0 (kind, "fund") == 0)
    show_fund (self, id);
  else if (g_strcmp0 (kind, "entry") == 0)
    {
      g_autoptr (TpRecord) entry = tp_workspace_get (self->workspace, TP_KIND_ENTRY, id);

      if (entry != NULL)
        show_fund (self, tp_record_get_number (entry, "fund"));
    }
  else
    tp_window_show_place (self, "commitments");
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TpWindow *self = data;
  AdwNavigationView *view = visible_view (self);

  if (view == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (!adw_navigation_view_pop (view))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

/* Within the window */

void
tp_window_install_place_actions (TpWindow *self)
{
  static const GActionEntry actions[] = {
    { "show-view", show_view_cb, "s" },
    { "show-exporters", show_exporters_cb, "s" },
    { "open-record", open_record_cb, "(sx)" },
    { "back", back_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/* Makes a row and a stack of pages for each view. */
void
tp_window_add_places (TpWindow *self)
{
  for (gsize i = 0; places[i].name != NULL; i++)
    {
      const Place *place = &places[i];
      GtkWidget *view = adw_navigation_view_new ();
      GObject *page = g_object_new (place->type (), NULL);

      bind_page (self, page);
      if (g_str_equal (place->name, "exporters"))
        g_signal_connect_object (page, "notify::filter", G_CALLBACK (tp_window_select_shown), self, G_CONNECT_SWAPPED);
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
      gtk_stack_add_named (self->views, view, place->name);
      gtk_list_box_append (self->places,
                           tp_place_row_new (place->name, g_dpgettext2 (GETTEXT_PACKAGE, "view", place->title),
                                             place->icon));
    }
  g_signal_connect_swapped (self->places, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->places, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/* Goes to a view as it was left; in the view itself, to its first page. */
void
tp_window_show_place (TpWindow *self, const char *place)
{
  GtkListBoxRow *row = row_as_left (self, place);
  AdwNavigationView *view;

  if (row == NULL)
    return;
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (gtk_list_box_row_is_selected (row) && (view = visible_view (self)) != NULL)
    {
      g_autoptr (AdwNavigationPage) page = root_page (view);

      adw_navigation_view_pop_to_page (view, page);
      return;
    }
  gtk_list_box_select_row (self->places, row);
  if (focus_content (self))
    return;
  /* Something has the focus always, so that keys and screen readers know where they are:
   * while the page is read, its row in the sidebar */
  if (!adw_navigation_split_view_get_collapsed (self->split))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    {
      GtkWidget *whole;

      page_content (self, &whole);
      if (whole != NULL)
        gtk_widget_child_focus (whole, GTK_DIR_TAB_FORWARD);
    }
  self->focus_tries = 0;
  self->focus_source = g_timeout_add (FOCUS_MS, focus_later_cb, self);
}

/* Selects the row of the filter that is shown by now, where exporters are. */
void
tp_window_select_shown (TpWindow *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);
  GtkListBoxRow *row;

  if (self->placing || self->workspace == NULL || g_strcmp0 (view, "exporters") != 0)
    return;
  row = row_as_left (self, "exporters");
  if (gtk_list_box_row_is_selected (row))
    return;
  self->placing = TRUE;
  gtk_list_box_select_row (self->places, row);
  self->placing = FALSE;
}

/* Leaves every record page: the records belong to a workspace that is left too. */
void
tp_window_reset_places (TpWindow *self)
{
  for (gsize i = 0; places[i].name != NULL; i++)
    {
      GtkWidget *view = gtk_stack_get_child_by_name (self->views, places[i].name);
      g_autoptr (AdwNavigationPage) page = root_page (ADW_NAVIGATION_VIEW (view));

      adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), page);
    }
}

/* Counts anew what is behind each view. */
void
tp_window_count (TpWindow *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->workspace == NULL)
    {
      tp_window_read_filters (self);
      return;
    }
  self->counting = g_cancellable_new ();
  tp_window_read_filters (self);
  tp_workspace_read (self->workspace, tp_place_counts_read, GINT_TO_POINTER (self->as_of), NULL, g_free,
                     self->counting, counted_cb, g_object_ref (self));
}

AdwNavigationPage *
tp_window_visible_page (TpWindow *self)
{
  AdwNavigationView *view = visible_view (self);

  return view != NULL ? adw_navigation_view_get_visible_page (view) : NULL;
}
