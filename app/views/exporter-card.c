/* exporter-card.c: an exporter as a card that can be dragged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-card.h"

struct _TpExporterCard
{
  AdwBin parent_instance;
  TpExporterCardRow *row;
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExporterCard, tp_exporter_card, ADW_TYPE_BIN)

/* callbacks */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, TpExporterCard *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  /* As it is now: the card itself pales while it is dragged. */
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  if (self->row == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (TP_TYPE_EXPORTER_CARD_ROW, self->row);
}

static void
drag_begin_cb (TpExporterCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (TpExporterCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

/* vfuncs */

static void
tp_exporter_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROW)
    g_value_set_object (value, TP_EXPORTER_CARD (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_exporter_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExporterCard *self = TP_EXPORTER_CARD (object);

  if (id != PROP_ROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  /* Cards are used again for other rows as one scrolls. */
  if (!g_set_object (&self->row, g_value_get_object (value)))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_exporter_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_CARD);
  g_clear_object (&TP_EXPORTER_CARD (object)->row);
  G_OBJECT_CLASS (tp_exporter_card_parent_class)->dispose (object);
}

static void
tp_exporter_card_class_init (TpExporterCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_exporter_card_get_property;
  object_class->set_property = tp_exporter_card_set_property;
  object_class->dispose = tp_exporter_card_dispose;
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TP_TYPE_EXPORTER_CARD_ROW,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
}

static void
tp_exporter_card_init (TpExporterCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_exporter_card_get_row:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TpExporterCardRow *
tp_exporter_card_get_row (TpExporterCard *self)
{
  return self->row;
}

/**
 * tp_exporter_card_around:
 * @widget: (nullable): a widget within a card, a card, or the list's cell that holds one
 *
 * Returns: (transfer none) (nullable): that card
 */
TpExporterCard *
tp_exporter_card_around (GtkWidget *widget)
{
  GtkWidget *card = widget != NULL ? gtk_widget_get_ancestor (widget, TP_TYPE_EXPORTER_CARD) : NULL;

  if (card == NULL && widget != NULL && TP_IS_EXPORTER_CARD (gtk_widget_get_first_child (widget)))
    card = gtk_widget_get_first_child (widget);
  return card != NULL ? TP_EXPORTER_CARD (card) : NULL;
}
