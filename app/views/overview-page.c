/* overview-page.c: how are we doing, and what do I do next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-page.h"

#include "chart-view.h"
#include "feedback.h"
#include "list-focus.h"
#include "list-update.h"
#include "overview-row.h"
#include "overview.h"
#include "page-banner.h"
#include "task-dialog.h"
#include "task-row.h"
#include "tile.h"

#include <glib/gi18n-lib.h>

struct _TpOverviewPage
{
  TpViewPage parent_instance;
  GtkStack *states; /* loading, empty, filled */
  GtkFlowBox *tiles_box;
  GtkListBox *attention_box;
  GtkListBox *activity_box;
  GtkListBox *due_box;
  GtkButton *add_task;
  TpChartView *chart_view;
  gboolean narrow;
  GListStore *tiles;
  GListStore *attention;
  GListStore *activity;
  GListStore *due;
  GtkSliceListModel *due_first;
  TpChart *chart;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpOverviewPage, tp_overview_page, TP_TYPE_VIEW_PAGE)

/* helpers */

static TpScene *
draw_chart (const TpSceneOptions *options, gpointer data)
{
  TpOverviewPage *self = data;

  return self->chart != NULL ? tp_chart_draw_compact (self->chart, options) : NULL;
}

static GtkWidget *
new_tile (gpointer item, gpointer data)
{
  static const char *const names[]
      = { "title", "value", "of", "pace", "note", "opens", "fraction", "middle", "tick" };
  GtkWidget *tile = tp_tile_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_bind_property (item, names[i], tile, names[i], G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "hint", tile, "tooltip-text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (data, "narrow", tile, "narrow", G_BINDING_SYNC_CREATE);
  return tile;
}

static GtkWidget *
new_row (gpointer item, gpointer data)
{
  return tp_overview_row_new (item);
}

static GtkWidget *
new_task_row (gpointer item, gpointer data)
{
  return tp_task_row_new (item, tp_view_page_get_workspace (data), tp_view_page_get_as_of (data));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TpOverviewPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpOverview) overview
      = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  int place;

  /* Cancelled: the page may be gone, or has asked again */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (overview == NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  tp_overview_update_list (self->tiles, tp_overview_get_tiles (overview));
  tp_overview_update_list (self->attention, tp_overview_get_attention (overview));
  tp_overview_update_list (self->activity, tp_overview_get_activity (overview));
  /* A task that was put off or done leaves the list: the focus goes to the next. */
  place = tp_list_focus_place (self->due_box);
  tp_list_update (self->due, G_LIST_MODEL (tp_overview_get_due (overview)));
  tp_list_focus_restore (self->due_box, place, GTK_WIDGET (self->add_task));
  g_set_object (&self->chart, tp_overview_get_chart (overview));
  tp_chart_view_refresh (self->chart_view);
  gtk_stack_set_visible_child_name (self->states, tp_overview_is_empty (overview) ? "empty" : "filled");
}

/* callbacks */

static void
tile_activated_cb (TpOverviewPage *self, GtkFlowBoxChild *tile)
{
  tp_tile_open (TP_TILE (tile));
}

static void
row_activated_cb (TpOverviewPage *self, GtkListBoxRow *row)
{
  tp_overview_row_open (TP_OVERVIEW_ROW (row));
}

static void
chart_activated_cb (TpOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "reports");
}

static void
mark_activated_cb (TpOverviewPage *self, int kind, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token ((TpKind) kind), id);
}

/* Whether some of the list are left out. */
static gboolean
is_more (gpointer object, guint n, guint shown)
{
  return n > shown;
}

static gboolean
has_items (gpointer object, guint n)
{
  return n > 0;
}

static gboolean
has_none (gpointer object, guint n)
{
  return n == 0;
}

/* actions */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (widget));

  if (workspace != NULL && !tp_workspace_is_read_only (workspace))
    adw_dialog_present (tp_task_dialog_new (workspace, NULL, 0), widget);
}

/* All that is due, and the focus on it. */
static void
show_due_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpOverviewPage *self = TP_OVERVIEW_PAGE (widget);

  gtk_slice_list_model_set_size (self->due_first, G_MAXUINT);
  gtk_widget_child_focus (GTK_WIDGET (self->due_box), GTK_DIR_TAB_FORWARD);
}

/* vfuncs */

static void
tp_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpOverviewPage *self = TP_OVERVIEW_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_overview_page_load (TpViewPage *page, GCancellable *cancellable)
{
  tp_workspace_read (tp_view_page_get_workspace (page), tp_overview_read,
                     GINT_TO_POINTER (tp_view_page_get_as_of (page)), NULL, g_object_unref, cancellable, read_cb,
                     page);
}

static void
tp_overview_page_clear (TpViewPage *page)
{
  TpOverviewPage *self = TP_OVERVIEW_PAGE (page);

  /* Its rows act on the workspace that they were made for. */
  g_list_store_remove_all (self->due);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

static void
tp_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpOverviewPage *self = TP_OVERVIEW_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_overview_page_dispose (GObject *object)
{
  TpOverviewPage *self = TP_OVERVIEW_PAGE (object);

  if (self->chart_view != NULL)
    tp_chart_view_set_builder (self->chart_view, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (tp_overview_page_parent_class)->dispose (object);
}

static void
tp_overview_page_class_init (TpOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_overview_page_get_property;
  object_class->set_property = tp_overview_page_set_property;
  object_class->dispose = tp_overview_page_dispose;
  page_class->load = tp_overview_page_load;
  page_class->clear = tp_overview_page_clear;
  page_class->depends_on = tp_overview_depends_on;
  /* Whether the page has the width of a phone */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, states);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, attention_box);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, activity_box);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, due_box);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, add_task);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, activity);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, due);
  gtk_widget_class_bind_template_child (widget_class, TpOverviewPage, due_first);
  gtk_widget_class_bind_template_callback (widget_class, is_more);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.show-due", NULL, show_due_action);
  gtk_widget_class_bind_template_callback (widget_class, tile_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_items);
  gtk_widget_class_bind_template_callback (widget_class, has_none);
}

static void
tp_overview_page_init (TpOverviewPage *self)
{
  g_type_ensure (TP_TYPE_OVERVIEW_TILE);
  g_type_ensure (TP_TYPE_OVERVIEW_LINE);
  g_type_ensure (TP_TYPE_TASK_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_flow_box_bind_model (self->tiles_box, G_LIST_MODEL (self->tiles), new_tile, self, NULL);
  gtk_list_box_bind_model (self->attention_box, G_LIST_MODEL (self->attention), new_row, NULL, NULL);
  gtk_list_box_bind_model (self->activity_box, G_LIST_MODEL (self->activity), new_row, NULL, NULL);
  gtk_list_box_bind_model (self->due_box, G_LIST_MODEL (self->due_first), new_task_row, self, NULL);
  tp_chart_view_set_builder (self->chart_view, draw_chart, self, NULL);
}
