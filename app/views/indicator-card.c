/* indicator-card.c: one number of a promise, with its trend, figures and formula.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "indicator-card.h"

#include "chart-view.h"
#include "closures.h"

struct _TpIndicatorCard
{
  GtkListBoxRow parent_instance;
  TpChartView *chart;
  TpIndicatorRow *row;
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpIndicatorCard, tp_indicator_card, GTK_TYPE_LIST_BOX_ROW)

/* closures of the template */

static gboolean
has_bar (gpointer object, gboolean has_chart, double fraction)
{
  return !has_chart && fraction >= 0;
}

static void
show_exporters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpIndicatorCard *self = TP_INDICATOR_CARD (widget);
  g_autofree char *filter
      = g_strdup_printf ("indicator=%" G_GINT64_FORMAT, tp_indicator_row_get_id (self->row));

  gtk_widget_activate_action (widget, "win.show-exporters", "s", filter);
}

static void
tp_indicator_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROW)
    g_value_set_object (value, TP_INDICATOR_CARD (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_indicator_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpIndicatorCard *self = TP_INDICATOR_CARD (object);

  if (id != PROP_ROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_set_object (&self->row, g_value_get_object (value));
  if (self->row != NULL)
    tp_chart_view_set_builder (self->chart, tp_indicator_row_draw, g_object_ref (self->row), g_object_unref);
}

static void
tp_indicator_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_INDICATOR_CARD);
  g_clear_object (&TP_INDICATOR_CARD (object)->row);
  G_OBJECT_CLASS (tp_indicator_card_parent_class)->dispose (object);
}

static void
tp_indicator_card_class_init (TpIndicatorCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_indicator_card_get_property;
  object_class->set_property = tp_indicator_card_set_property;
  object_class->dispose = tp_indicator_card_dispose;
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TP_TYPE_INDICATOR_ROW,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/indicator-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TpIndicatorCard, chart);
  tp_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, has_bar);
  gtk_widget_class_install_action (widget_class, "indicator.show-exporters", NULL, show_exporters_action);
}

static void
tp_indicator_card_init (TpIndicatorCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tp_chart_view_set_in_card (self->chart, TRUE);
}

/**
 * tp_indicator_card_new:
 * @row: (type TpIndicatorRow): what it shows
 * @unused: nothing; so that it serves as a #GtkListBoxCreateWidgetFunc
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
tp_indicator_card_new (gpointer row, gpointer unused)
{
  return g_object_new (TP_TYPE_INDICATOR_CARD, "row", row, NULL);
}
