/* chart-page.c: one chart, large, with its table and its ways out.
 *
 * Its `record-id` says which: an indicator's id for its trend, 0 for pledged capital.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-page.h"

#include "chart-data.h"
#include "chart-view.h"
#include "export-dialog.h"
#include "feedback.h"
#include "page-banner.h"
#include "status.h"
#include "print-preview.h"
#include "table.h"

#include <glib/gi18n-lib.h>

struct _TpChartPage
{
  TpViewPage parent_instance;

  TpChart *chart;

  GtkStack *states;
  AdwStatusPage *failed;
  TpChartView *picture;
  GtkColumnView *table;
  GtkToggleButton *table_button;
  AdwComboRow *look;
};

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpChartPage, tp_chart_page, TP_TYPE_VIEW_PAGE)

/* The picture */

/* The look that was chosen, or the one of the screen. */
static TpThemeId
theme_of (TpChartPage *self, TpThemeId screen)
{
  static const TpThemeId looks[] = { TP_THEME_LIGHT, TP_THEME_DARK, TP_THEME_PRINT };
  guint look = adw_combo_row_get_selected (self->look);

  return look > 0 && look <= G_N_ELEMENTS (looks) ? looks[look - 1] : screen;
}

static TpScene *
draw (const TpSceneOptions *options, gpointer data)
{
  TpChartPage *self = data;
  TpSceneOptions chosen = *options;

  if (self->chart == NULL)
    return NULL;
  chosen.theme = theme_of (self, options->theme);
  return tp_chart_draw (self->chart, &chosen);
}

static TpThemeId
screen_theme (TpChartPage *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return theme_of (self, adw_style_manager_get_dark (style) ? TP_THEME_DARK : TP_THEME_LIGHT);
}

/* A scene for what leaves the window: copying and the table do not depend on its size. */
static TpScene *
plain_scene (TpChartPage *self)
{
  TpSceneOptions options = { .width = TP_CHART_WIDTH, .height = TP_CHART_HEIGHT, .grow = TRUE,
                             .theme = screen_theme (self) };

  return tp_chart_draw (self->chart, &options);
}

static void
look_changed_cb (TpChartPage *self)
{
  tp_chart_view_refresh (self->picture);
}

static void
mark_activated_cb (TpChartPage *self, int kind, gint64 id)
{
  if (kind != TP_KIND_INDICATOR || id != tp_view_page_get_record_id (TP_VIEW_PAGE (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token ((TpKind) kind), id);
}

/* The table */

static void
cell_set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
number_set_up (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cell_set_up (factory, item);
  gtk_label_set_xalign (GTK_LABEL (gtk_list_item_get_child (item)), 1);
}

static void
cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkStringList *row = gtk_list_item_get_item (item);
  const char *text = gtk_string_list_get_string (row, GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static void
clear_columns (TpChartPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
}

/* The chart's figures, exact: the first row of the scene's table names the columns. */
static void
show_table (TpChartPage *self)
{
  g_autoptr (TpScene) scene = plain_scene (self);
  GPtrArray *table = tp_scene_table (scene);
  g_autoptr (GListStore) rows = g_list_store_new (GTK_TYPE_STRING_LIST);
  g_autoptr (GStrvBuilder) at_end = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  const char *const *titles;

  clear_columns (self);
  if (table->len == 0)
    return;
  titles = g_ptr_array_index (table, 0);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      gboolean numeric = tp_scene_has_figures (scene, i);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", numeric ? G_CALLBACK (number_set_up) : G_CALLBACK (cell_set_up), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (cell_bind), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_id (column, titles[i]);
      gtk_column_view_column_set_expand (column, i == 0);
      if (numeric)
        g_strv_builder_add (at_end, titles[i]);
      gtk_column_view_append_column (self->table, column);
    }
  ids = g_strv_builder_end (at_end);
  tp_table_align_end (self->table, (const char *const *) ids);
  for (guint i = 1; i < table->len; i++)
    {
      g_autoptr (GtkStringList) row = gtk_string_list_new (g_ptr_array_index (table, i));

      g_list_store_append (rows, row);
    }
  {
    g_autoptr (GtkSelectionModel) selection
        = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));

    gtk_column_view_set_model (self->table, selection);
  }
}

static void
show_state (TpChartPage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  if (self->chart == NULL)
    return;
  if (table)
    show_table (self);
  gtk_stack_set_visible_child_name (self->states, table ? "table" : "chart");
}

/* Reading */

static void
chart_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpChartPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChart) chart = tp_workspace_read_finish (TP_WORKSPACE (object), result, &error);
  GtkWidget *widget = GTK_WIDGET (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->chart, chart);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
  gtk_widget_action_set_enabled (widget, "page.export", chart != NULL);
  gtk_widget_action_set_enabled (widget, "page.print", chart != NULL);
  gtk_widget_action_set_enabled (widget, "page.copy", chart != NULL);
  if (chart == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), tp_chart_get_title (chart));
  tp_chart_view_refresh (self->picture);
  show_state (self);
}

/* Actions */

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpChartPage *self = TP_CHART_PAGE (widget);

  adw_dialog_present (tp_export_dialog_new (self->chart, screen_theme (self)), widget);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpChartPage *self = TP_CHART_PAGE (widget);

  adw_dialog_present (tp_print_preview_new (self->chart, tp_view_page_get_workspace (TP_VIEW_PAGE (self))), widget);
}

/* The picture for programs that take pictures, the table for those that take text; of
 * the table on screen, just the text. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpChartPage *self = TP_CHART_PAGE (widget);
  g_autoptr (TpScene) scene = plain_scene (self);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = tp_scene_to_text (scene);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *content;

  if (gtk_toggle_button_get_active (self->table_button))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
      tp_toast (widget, _ ("Table copied"));
      return;
    }
  if (tp_scene_write_png (scene, stream, 2, &error) && g_output_stream_close (stream, NULL, &error))
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      texture = gdk_texture_new_from_bytes (bytes, &error);
    }
  if (texture == NULL)
    {
      tp_show_error (widget, error);
      return;
    }
  content = gdk_content_provider_new_union (
      (GdkContentProvider *[]) { gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, text) },
      2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  g_object_unref (content);
  tp_toast (widget, _ ("Chart copied"));
}

/* Closures of the template */

static char *
day_text (gpointer object, int day)
{
  return day != TP_DAY_NONE ? tp_day_format (day, TP_PRECISION_DAY) : g_strdup ("");
}

/* The page */

static void
tp_chart_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpChartPage *self = TP_CHART_PAGE (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_chart_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpChartRequest *request = g_new (TpChartRequest, 1);
  gint64 indicator = tp_view_page_get_record_id (page);

  *request = (TpChartRequest) { indicator != 0 ? TP_CHART_TREND : TP_CHART_PLEDGED, indicator,
                                tp_view_page_get_as_of (page) };
  tp_workspace_read (tp_view_page_get_workspace (page), tp_chart_read, request, g_free, g_object_unref,
                     cancellable, chart_read_cb, g_object_ref (page));
}

static void
tp_chart_page_dispose (GObject *object)
{
  TpChartPage *self = TP_CHART_PAGE (object);

  if (self->picture != NULL)
    tp_chart_view_set_builder (self->picture, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_CHART_PAGE);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (tp_chart_page_parent_class)->dispose (object);
}

static void
tp_chart_page_class_init (TpChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_chart_page_get_property;
  object_class->dispose = tp_chart_page_dispose;
  page_class->load = tp_chart_page_load;
  page_class->depends_on = tp_status_depends_on;
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, TP_TYPE_CHART,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, states);
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, picture);
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, table);
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, TpChartPage, look);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_text);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
}

static void
tp_chart_page_init (TpChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_chart_view_set_builder (self->picture, draw, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy", FALSE);
}
