/* bullet-bar.c: how much of a target is there, as a bar with a tick.
 *
 * The four parts are CSS nodes (track, allocated, delivered, tick) that this
 * widget only places: their sizes and colours come from the style sheet, so the
 * dark style, the accent and high contrast need nothing here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bullet-bar.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _TpBulletBar
{
  GtkWidget parent_instance;
  GtkWidget *track, *allocated, *delivered, *tick_mark;
  double fraction, middle, tick; /* shares of the scale; -1 is none */
  char *text;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_MIDDLE,
  PROP_TICK,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpBulletBar, tp_bullet_bar, GTK_TYPE_WIDGET)

static char *
percent (double share)
{
  return tp_percent_format (llround (share * 10000), 10000, 0);
}

/* The bar in words, for those who do not see it. */
static char *
describe (TpBulletBar *self)
{
  g_autofree char *delivered = percent (MAX (self->fraction, 0));
  g_autofree char *allocated = percent (MAX (self->middle, 0));
  g_autofree char *target = percent (MAX (self->tick, 0));

  if (self->text != NULL && *self->text != '\0')
    return g_strdup (self->text);
  if (self->fraction < 0)
    return g_strdup (C_ ("bullet bar", "Not stated"));
  if (self->middle >= 0 && self->tick >= 0)
    return g_strdup_printf (C_ ("bullet bar", "%s delivered, %s allocated, pro-rated target %s"),
                            delivered, allocated, target);
  if (self->middle >= 0)
    return g_strdup_printf (C_ ("bullet bar", "%s delivered, %s allocated"), delivered, allocated);
  if (self->tick >= 0)
    return g_strdup_printf (C_ ("bullet bar", "%s delivered, pro-rated target %s"), delivered,
                            target);
  return g_strdup_printf (C_ ("bullet bar", "%s delivered"), delivered);
}

static void
update (TpBulletBar *self)
{
  g_autofree char *text = describe (self);

  gtk_widget_set_child_visible (self->delivered, self->fraction > 0);
  gtk_widget_set_child_visible (self->allocated, self->middle > 0);
  gtk_widget_set_child_visible (self->tick_mark, self->tick >= 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, CLAMP (self->fraction, 0, 1),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tp_bullet_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, nat;

      gtk_widget_measure (child, orientation, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural = MAX (*natural, nat);
    }
}

/* Puts a part @width wide at @start from the reading edge, in the middle of the line. */
static void
place (TpBulletBar *self, GtkWidget *part, int start, int width)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  int high = gtk_widget_get_height (GTK_WIDGET (self));
  int min, part_high;
  GtkAllocation box;

  if (!gtk_widget_get_child_visible (part))
    return;
  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, -1, NULL, &part_high, NULL, NULL);
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  width = MAX (width, min);
  start = CLAMP (start, 0, MAX (0, all - width));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    start = all - start - width;
  box = (GtkAllocation) { start, (high - part_high) / 2, width, part_high };
  gtk_widget_size_allocate (part, &box, -1);
}

static void
tp_bullet_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TpBulletBar *self = TP_BULLET_BAR (widget);
  int tick_wide;

  place (self, self->track, 0, width);
  place (self, self->allocated, 0, (int) round (CLAMP (self->middle, 0, 1) * width));
  place (self, self->delivered, 0, (int) round (CLAMP (self->fraction, 0, 1) * width));
  gtk_widget_measure (self->tick_mark, GTK_ORIENTATION_HORIZONTAL, -1, &tick_wide, NULL, NULL,
                      NULL);
  place (self, self->tick_mark,
         (int) round (CLAMP (self->tick, 0, 1) * width) - tick_wide / 2, tick_wide);
}

static void
tp_bullet_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpBulletBar *self = TP_BULLET_BAR (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_MIDDLE:
      g_value_set_double (value, self->middle);
      break;
    case PROP_TICK:
      g_value_set_double (value, self->tick);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_share (TpBulletBar *self, double *share, double value, GParamSpec *pspec)
{
  if (value < 0)
    value = -1;
  if (*share == value)
    return;
  *share = value;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tp_bullet_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpBulletBar *self = TP_BULLET_BAR (object);

  switch (id)
    {
    case PROP_FRACTION:
      set_share (self, &self->fraction, g_value_get_double (value), pspec);
      break;
    case PROP_MIDDLE:
      set_share (self, &self->middle, g_value_get_double (value), pspec);
      break;
    case PROP_TICK:
      set_share (self, &self->tick, g_value_get_double (value), pspec);
      break;
    case PROP_TEXT:
      if (g_set_str (&self->text, g_value_get_string (value)))
        {
          update (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_bullet_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULLET_BAR);
  G_OBJECT_CLASS (tp_bullet_bar_parent_class)->dispose (object);
}

static void
tp_bullet_bar_finalize (GObject *object)
{
  g_free (TP_BULLET_BAR (object)->text);
  G_OBJECT_CLASS (tp_bullet_bar_parent_class)->finalize (object);
}

static void
tp_bullet_bar_class_init (TpBulletBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_bullet_bar_get_property;
  object_class->set_property = tp_bullet_bar_set_property;
  object_class->dispose = tp_bullet_bar_dispose;
  object_class->finalize = tp_bullet_bar_finalize;
  widget_class->measure = tp_bullet_bar_measure;
  widget_class->size_allocate = tp_bullet_bar_size_allocate;

  props[PROP_FRACTION]
      = g_param_spec_double ("fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_MIDDLE] = g_param_spec_double ("middle", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "bullet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/bullet-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBulletBar, track);
  gtk_widget_class_bind_template_child (widget_class, TpBulletBar, allocated);
  gtk_widget_class_bind_template_child (widget_class, TpBulletBar, delivered);
  gtk_widget_class_bind_template_child (widget_class, TpBulletBar, tick_mark);
}

static void
tp_bullet_bar_init (TpBulletBar *self)
{
  self->fraction = self->middle = self->tick = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * tp_bullet_bar_new:
 *
 * A bar without figures. Its properties: `fraction`, `middle` and `tick` (what is
 * delivered, allocated and due, as shares of the scale; -1 for none), and `text`,
 * what it says in words instead of the percentages.
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
tp_bullet_bar_new (void)
{
  return g_object_new (TP_TYPE_BULLET_BAR, NULL);
}
