/* test-chart-view.c: a chart in a window: sizes, looks, keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../unit/chart-sample.h"
#include "chart-view.h"
#include "pledged-chart.h"

#include <adwaita.h>

typedef struct
{
  int kind;
  gint64 id;
  guint n;
} Activated;

static void
on_activated (TpChartView *view, int kind, gint64 id, Activated *activated)
{
  activated->kind = kind;
  activated->id = id;
  activated->n++;
}

static TpScene *
build_pledged (const TpSceneOptions *options, gpointer data)
{
  return tp_pledged_scene (data, options);
}

static TpScene *
build_compact (const TpSceneOptions *options, gpointer data)
{
  return tp_pledged_compact_scene (data, options);
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
show (TpChartBuilder builder, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = tp_chart_view_new ();

  tp_chart_view_set_builder (TP_CHART_VIEW (view), builder, sample_pledged (FALSE, TRUE),
                             (GDestroyNotify) tp_pledged_data_free);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static TpChartView *
view_of (GtkWidget *window)
{
  return TP_CHART_VIEW (gtk_window_get_child (GTK_WINDOW (window)));
}

static gboolean
press (TpChartView *view, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0u, (GdkModifierType) 0, &handled);
      return handled;
    }
  g_assert_not_reached ();
}

static void
test_keys (void)
{
  GtkWidget *window = show (build_pledged, 900, 600);
  TpChartView *view = view_of (window);
  Activated activated = { 0 };

  g_signal_connect (view, "mark-activated", G_CALLBACK (on_activated), &activated);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (view)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_false (press (view, GDK_KEY_Return)); /* nothing is focused yet */
  g_assert_cmpuint (activated.n, ==, 0);
  g_assert_true (press (view, GDK_KEY_Down));
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpint (activated.kind, ==, TP_KIND_COMMITMENT);
  g_assert_cmpint (activated.id, ==, 104); /* the largest pledge */
  g_assert_true (press (view, GDK_KEY_Right));
  press (view, GDK_KEY_space);
  g_assert_cmpint (activated.id, ==, 103);
  g_assert_true (press (view, GDK_KEY_Left));
  g_assert_false (press (view, GDK_KEY_Up)); /* before the first: the focus may leave */
  g_assert_true (press (view, GDK_KEY_End));
  press (view, GDK_KEY_KP_Enter);
  g_assert_cmpint (activated.id, ==, 106);
  g_assert_false (press (view, GDK_KEY_Down));
  g_assert_cmpuint (activated.n, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Laid out for the place it has, never less than its rows need. */
static void
test_sizes (void)
{
  GtkWidget *window = show (build_pledged, 900, 700);
  TpChartView *view = view_of (window);
  TpScene *scene = tp_chart_view_get_scene (view);
  int least, natural, narrow, wide;

  g_assert_nonnull (scene);
  g_assert_cmpfloat (tp_scene_get_width (scene), ==, gtk_widget_get_width (GTK_WIDGET (view)));
  g_assert_cmpfloat (tp_scene_get_height (scene), ==, gtk_widget_get_height (GTK_WIDGET (view)));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 328);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 328, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide); /* names stand above their bars */
  gtk_window_destroy (GTK_WINDOW (window));

  window = show (build_compact, 328, 10);
  view = view_of (window);
  scene = tp_chart_view_get_scene (view);
  g_assert_cmpfloat (tp_scene_get_height (scene), ==, gtk_widget_get_height (GTK_WIDGET (view)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_looks (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *window = show (build_compact, 600, 400);
  TpChartView *view = view_of (window);
  TpColour plain;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  settle ();
  g_assert_cmpstr (tp_scene_get_theme (tp_chart_view_get_scene (view))->name, ==, "light");
  plain = tp_scene_get_theme (tp_chart_view_get_scene (view))->delivered;
  tp_chart_view_set_in_card (view, TRUE);
  g_assert_true (tp_chart_view_get_in_card (view));
  settle ();
  g_assert_cmphex (tp_scene_get_theme (tp_chart_view_get_scene (view))->delivered, !=,
                   plain); /* the accent */
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  settle ();
  g_assert_cmpstr (tp_scene_get_theme (tp_chart_view_get_scene (view))->name, ==, "dark");
  g_assert_cmphex (tp_scene_get_ground (tp_chart_view_get_scene (view)), ==, TP_COLOUR (0x343437));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without a builder, and with one that has nothing to show. */
static TpScene *
build_nothing (const TpSceneOptions *options, gpointer data)
{
  return NULL;
}

static void
test_nothing (void)
{
  GtkWidget *window = show (build_nothing, 400, 300);
  TpChartView *view = view_of (window);

  g_assert_null (tp_chart_view_get_scene (view));
  g_assert_false (press (view, GDK_KEY_Down));
  tp_chart_view_set_builder (view, NULL, NULL, NULL);
  settle ();
  g_assert_null (tp_chart_view_get_scene (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* The accessibility backend for tests has no announcements (GTK 4.18 calls nothing). */
  g_setenv ("GTK_A11Y", "none", TRUE);
  adw_init ();
  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/sizes", test_sizes);
  g_test_add_func ("/chart-view/looks", test_looks);
  g_test_add_func ("/chart-view/nothing", test_nothing);
  return g_test_run ();
}
