/* chart-view.c: a chart on screen.
 *
 * The view holds a builder, not a picture: at each size, text size, style or accent the
 * chart is laid out again. Pointer, keyboard and screen reader work on the marks of the
 * scene, so any kind of chart has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view.h"

#include "output.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 280
#define NATURAL_WIDTH 600
#define CORNER 12
#define RING_CORNER 5

struct _TpChartView
{
  GtkWidget parent_instance;

  TpChartBuilder builder;
  gpointer builder_data;
  GDestroyNotify builder_destroy;
  TpScene *scene; /* for the size allocated; or NULL */
  int width, height; /* what it was laid out for */
  int measured_width; /* -1: not yet */
  int measured_height; /* what the chart needs at that width */
  int focused; /* index of a mark, or -1 */
  gboolean in_card;
};

enum
{
  PROP_0,
  PROP_IN_CARD,
  N_PROPS,
};

enum
{
  MARK_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpChartView, tp_chart_view, GTK_TYPE_WIDGET)

static TpColour
from_rgba (const GdkRGBA *rgba)
{
  return TP_COLOUR ((guint32) lround (rgba->red * 255) << 16
                    | (guint32) lround (rgba->green * 255) << 8
                    | (guint32) lround (rgba->blue * 255));
}

/* libadwaita paints a card as white on white, or as a veil of 8 % white on the window. */
static TpColour
card_ground (gboolean dark)
{
  return dark ? tp_colour_mix (TP_COLOUR (0x222226), TP_COLOUR (0xffffff), 0.08)
              : TP_COLOUR (0xffffff);
}

static TpScene *
build (TpChartView *self, int width, int height)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = adw_style_manager_get_dark (style);
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  double resolution
      = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  TpSceneOptions options = {
    .width = width,
    .height = height,
    .grow = TRUE,
    .theme = dark ? (contrast ? TP_THEME_DARK_CONTRAST : TP_THEME_DARK)
                  : (contrast ? TP_THEME_LIGHT_CONTRAST : TP_THEME_LIGHT),
    .text = resolution > 0 ? resolution / 96 : 1, /* the person's text size */
  };

  if (self->in_card)
    {
      g_autoptr (GdkRGBA) rgba = adw_style_manager_get_accent_color_rgba (style);
      TpColour accent = from_rgba (rgba);

      options.ground = card_ground (dark);
      options.accent = dark ? tp_colour_mix (accent, TP_COLOUR (0xffffff), 0.2) : accent;
    }
  return self->builder != NULL ? self->builder (&options, self->builder_data) : NULL;
}

static void
describe (TpChartView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->scene != NULL ? tp_scene_get_title (self->scene) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->scene != NULL ? tp_scene_describe (self->scene) : "", -1);
}

/* The scene for the place the view has; laid out on demand. */
static TpScene *
ensure_scene (TpChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || height <= 0)
    return NULL;
  if (self->scene != NULL && self->width == width && self->height == height)
    return self->scene;
  g_clear_object (&self->scene);
  self->scene = build (self, width, height);
  self->width = width;
  self->height = height;
  if (self->scene == NULL || tp_scene_get_mark (self->scene, MAX (self->focused, 0)) == NULL
      || (self->focused >= 0 && tp_scene_get_mark (self->scene, self->focused)->label == NULL))
    self->focused = -1;
  describe (self);
  return self->scene;
}

/**
 * tp_chart_view_refresh:
 * @self: a chart view
 *
 * Lays the chart out again: its data have changed.
 */
void
tp_chart_view_refresh (TpChartView *self)
{
  g_return_if_fail (TP_IS_CHART_VIEW (self));

  g_clear_object (&self->scene);
  self->measured_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const TpMark *
focused_mark (TpChartView *self)
{
  TpScene *scene = ensure_scene (self);

  return scene != NULL && self->focused >= 0 ? tp_scene_get_mark (scene, self->focused) : NULL;
}

static int
mark_at (TpChartView *self, double x, double y)
{
  TpScene *scene = ensure_scene (self);

  return scene != NULL ? tp_scene_hit (scene, x, y) : -1;
}

static gboolean
activate_mark (TpChartView *self, int index)
{
  const TpMark *mark
      = self->scene != NULL && index >= 0 ? tp_scene_get_mark (self->scene, index) : NULL;

  if (mark == NULL || mark->kind == TP_KIND_NONE)
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, (int) mark->kind, mark->record_id);
  return TRUE;
}

static void
focus_mark (TpChartView *self, int index)
{
  const TpMark *mark;

  self->focused = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  mark = focused_mark (self);
  if (mark != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), mark->label,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        TpChartView *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  TpScene *scene = ensure_scene (self);
  int next;

  if (scene == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next = tp_scene_next (scene, self->focused, TRUE);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next = tp_scene_next (scene, self->focused, FALSE);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      next = tp_scene_next (scene, self->focused, !rtl);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      next = tp_scene_next (scene, self->focused, rtl);
      break;
    case GDK_KEY_Home:
      next = tp_scene_next (scene, -1, TRUE);
      break;
    case GDK_KEY_End:
      next = tp_scene_next (scene, -1, FALSE);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return activate_mark (self, self->focused) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (next < 0) /* past the last mark: let the focus leave the chart, or the page scroll */
    return GDK_EVENT_PROPAGATE;
  focus_mark (self, next);
  return GDK_EVENT_STOP;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, TpChartView *self)
{
  int index = mark_at (self, x, y);
  const TpMark *mark = index >= 0 ? tp_scene_get_mark (self->scene, index) : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mark != NULL && mark->kind != TP_KIND_NONE ? "pointer" : NULL);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, TpChartView *self)
{
  int index = mark_at (self, x, y);

  if (index < 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->focused = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  activate_mark (self, index);
}

static void
on_focus_changed (GtkEventControllerFocus *controller, TpChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tp_chart_view_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  TpChartView *self = TP_CHART_VIEW (widget);
  const TpMark *mark = NULL;
  int index;

  if (keyboard)
    mark = focused_mark (self);
  else if ((index = mark_at (self, x, y)) >= 0)
    mark = tp_scene_get_mark (self->scene, index);
  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->tooltip);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ (int) floor (mark->hit.x), (int) floor (mark->hit.y),
                                (int) ceil (mark->hit.width), (int) ceil (mark->hit.height) });
  return TRUE;
}

static GtkSizeRequestMode
tp_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tp_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TpChartView *self = TP_CHART_VIEW (widget);
  int width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  width = for_size > 0 ? MAX (for_size, LEAST_WIDTH) : NATURAL_WIDTH;
  if (self->measured_width != width)
    {
      g_autoptr (TpScene) scene = build (self, width, 1);

      self->measured_height = scene != NULL ? (int) ceil (tp_scene_get_height (scene)) : 0;
      self->measured_width = width;
    }
  *minimum = *natural = self->measured_height;
}

static void
tp_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TpChartView *self = TP_CHART_VIEW (widget);
  TpScene *scene = ensure_scene (self);
  graphene_rect_t bounds;
  GskRoundedRect corners;
  cairo_t *cr;
  const TpMark *mark;

  if (scene == NULL)
    return;
  bounds = GRAPHENE_RECT_INIT (0, 0, self->width, self->height);
  if (!self->in_card)
    {
      gsk_rounded_rect_init_from_rect (&corners, &bounds, CORNER);
      gtk_snapshot_push_rounded_clip (snapshot, &corners);
    }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tp_scene_paint (scene, cr, !self->in_card);
  mark = gtk_widget_has_visible_focus (widget) ? focused_mark (self) : NULL;
  if (mark != NULL)
    {
      double x = MAX (1, mark->hit.x - 4), y = MAX (1, mark->hit.y - 1);
      double width = MAX (MIN (mark->hit.width + 8, self->width - x - 1), 2 * RING_CORNER);
      double height = MAX (MIN (mark->hit.height + 2, self->height - y - 1), 2 * RING_CORNER);

      GdkRGBA ring;

      gtk_widget_get_color (widget, &ring);
      ring.alpha *= 0.7f;
      gdk_cairo_set_source_rgba (cr, &ring);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + width - RING_CORNER, y + RING_CORNER, RING_CORNER, -G_PI_2, 0);
      cairo_arc (cr, x + width - RING_CORNER, y + height - RING_CORNER, RING_CORNER, 0, G_PI_2);
      cairo_arc (cr, x + RING_CORNER, y + height - RING_CORNER, RING_CORNER, G_PI_2, G_PI);
      cairo_arc (cr, x + RING_CORNER, y + RING_CORNER, RING_CORNER, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  if (!self->in_card)
    gtk_snapshot_pop (snapshot);
}

static void
tp_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tp_chart_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
tp_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (tp_chart_view_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME
      || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    tp_chart_view_refresh (TP_CHART_VIEW (widget));
}

static void
tp_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IN_CARD)
    g_value_set_boolean (value, TP_CHART_VIEW (object)->in_card);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IN_CARD)
    tp_chart_view_set_in_card (TP_CHART_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_chart_view_dispose (GObject *object)
{
  TpChartView *self = TP_CHART_VIEW (object);

  g_clear_object (&self->scene);
  if (self->builder_destroy != NULL)
    self->builder_destroy (self->builder_data);
  self->builder = NULL;
  self->builder_data = NULL;
  self->builder_destroy = NULL;
  G_OBJECT_CLASS (tp_chart_view_parent_class)->dispose (object);
}

static void
tp_chart_view_class_init (TpChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_chart_view_get_property;
  object_class->set_property = tp_chart_view_set_property;
  object_class->dispose = tp_chart_view_dispose;
  widget_class->get_request_mode = tp_chart_view_get_request_mode;
  widget_class->measure = tp_chart_view_measure;
  widget_class->snapshot = tp_chart_view_snapshot;
  widget_class->query_tooltip = tp_chart_view_query_tooltip;
  widget_class->css_changed = tp_chart_view_css_changed;
  widget_class->system_setting_changed = tp_chart_view_system_setting_changed;

  /**
   * TpChartView:in-card:
   *
   * Whether the view lies in a card that has its own ground: then it paints none, and
   * what is delivered takes the accent colour.
   */
  props[PROP_IN_CARD]
      = g_param_spec_boolean ("in-card", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TpChartView::mark-activated:
   * @self: the view
   * @kind: a #TpKind
   * @id: id of the record the mark stands for
   *
   * A mark was clicked, or Enter pressed on it.
   */
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", TP_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tp_chart_view_init (TpChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  static const char *const looks[]
      = { "notify::dark", "notify::high-contrast", "notify::accent-color" };
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->focused = -1;
  self->measured_width = -1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_object (style, looks[i], G_CALLBACK (tp_chart_view_refresh), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_changed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_changed), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

/**
 * tp_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
tp_chart_view_new (void)
{
  return g_object_new (TP_TYPE_CHART_VIEW, NULL);
}

/**
 * tp_chart_view_set_builder:
 * @self: a chart view
 * @builder: (nullable) (scope notified): lays the chart out
 * @user_data: its data
 * @destroy: (nullable): frees @user_data
 *
 * Says what to show.
 */
void
tp_chart_view_set_builder (TpChartView *self,
                           TpChartBuilder builder,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (TP_IS_CHART_VIEW (self));

  if (self->builder_destroy != NULL)
    self->builder_destroy (self->builder_data);
  self->builder = builder;
  self->builder_data = user_data;
  self->builder_destroy = destroy;
  self->focused = -1;
  tp_chart_view_refresh (self);
}

/**
 * tp_chart_view_get_scene:
 * @self: a chart view
 *
 * For the table view, and for what the window offers to save: lay the chart out anew
 * for a file, its size and theme are others.
 *
 * Returns: (transfer none) (nullable): the scene on screen
 */
TpScene *
tp_chart_view_get_scene (TpChartView *self)
{
  g_return_val_if_fail (TP_IS_CHART_VIEW (self), NULL);
  return ensure_scene (self);
}

/**
 * tp_chart_view_set_in_card:
 * @self: a chart view
 * @in_card: whether it lies in a card
 */
void
tp_chart_view_set_in_card (TpChartView *self, gboolean in_card)
{
  g_return_if_fail (TP_IS_CHART_VIEW (self));

  if (self->in_card == !!in_card)
    return;
  self->in_card = !!in_card;
  tp_chart_view_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IN_CARD]);
}

/**
 * tp_chart_view_get_in_card:
 * @self: a chart view
 *
 * Returns: whether it lies in a card
 */
gboolean
tp_chart_view_get_in_card (TpChartView *self)
{
  g_return_val_if_fail (TP_IS_CHART_VIEW (self), FALSE);
  return self->in_card;
}
