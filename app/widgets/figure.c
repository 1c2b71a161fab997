/* figure.c: a figure with its caption above and a note below.
 *
 * The swatch beside the caption has the colour of the bar's part that the figure
 * stands for: the figures are the bar's legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figure.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_CAPTION,
  PROP_SWATCH,
  PROP_VALUE,
  PROP_NOTE,
  N_PROPS,
};

struct _TpFigure
{
  GtkBox parent_instance;
  GtkWidget *swatch_box;
  char *strings[N_PROPS];
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpFigure, tp_figure, GTK_TYPE_BOX)

static const char *
text_of (TpFigure *self, guint id)
{
  return self->strings[id] != NULL ? self->strings[id] : "";
}

static void
describe (TpFigure *self)
{
  /* Translators: a figure read aloud: "Pledged: CN¥200 bn" */
  g_autofree char *label = g_strdup_printf (C_ ("figure", "%s: %s"), text_of (self, PROP_CAPTION),
                                            text_of (self, PROP_VALUE));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text_of (self, PROP_NOTE),
                                  -1);
}

static void
show_swatch (TpFigure *self)
{
  const char *classes[] = { self->strings[PROP_SWATCH], NULL };

  gtk_widget_set_css_classes (self->swatch_box, classes);
  gtk_widget_set_visible (self->swatch_box, *text_of (self, PROP_SWATCH) != '\0');
}

static gboolean
is_not_empty (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
tp_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id > PROP_0 && id < N_PROPS)
    g_value_set_string (value, TP_FIGURE (object)->strings[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpFigure *self = TP_FIGURE (object);

  if (id <= PROP_0 || id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_str (&self->strings[id], g_value_get_string (value)))
    return;
  if (id == PROP_SWATCH)
    show_swatch (self);
  describe (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_figure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_FIGURE);
  G_OBJECT_CLASS (tp_figure_parent_class)->dispose (object);
}

static void
tp_figure_finalize (GObject *object)
{
  TpFigure *self = TP_FIGURE (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->strings[i]);
  G_OBJECT_CLASS (tp_figure_parent_class)->finalize (object);
}

static void
tp_figure_class_init (TpFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_figure_get_property;
  object_class->set_property = tp_figure_set_property;
  object_class->dispose = tp_figure_dispose;
  object_class->finalize = tp_figure_finalize;

  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  props[PROP_SWATCH] = g_param_spec_string ("swatch", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/figure.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFigure, swatch_box);
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
}

static void
tp_figure_init (TpFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_figure_new:
 *
 * An empty figure. Its properties, all text: `caption`, `value`, `note`, and
 * `swatch`, the bar's part in whose colour the swatch is ("pledged", "allocated",
 * "delivered"; none without).
 *
 * Returns: (transfer floating): a new figure
 */
GtkWidget *
tp_figure_new (void)
{
  return g_object_new (TP_TYPE_FIGURE, NULL);
}
