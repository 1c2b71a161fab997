/* report-card.c: a chart in a few words with its live miniature.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-card.h"

#include "chart-view.h"

struct _TpReportCard
{
  GtkButton parent_instance;

  TpChart *chart;
  TpChartView *picture;
};

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpReportCard, tp_report_card, GTK_TYPE_BUTTON)

static TpScene *
draw (const TpSceneOptions *options, gpointer data)
{
  return tp_chart_draw_compact (data, options);
}

static void
tp_report_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHART)
    g_value_set_object (value, TP_REPORT_CARD (object)->chart);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_report_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpReportCard *self = TP_REPORT_CARD (object);

  if (id != PROP_CHART)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_object (&self->chart, g_value_get_object (value)) || self->chart == NULL)
    return;
  tp_chart_view_set_builder (self->picture, draw, g_object_ref (self->chart), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tp_chart_get_title (self->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tp_chart_get_subtitle (self->chart), -1);
  g_object_notify_by_pspec (object, pspec);
}

static void
clicked (GtkButton *button)
{
  const TpChartRequest *request = tp_chart_get_request (TP_REPORT_CARD (button)->chart);

  gtk_widget_activate_action (GTK_WIDGET (button), "page.open-chart", "x", request->record);
}

static void
tp_report_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REPORT_CARD);
  g_clear_object (&TP_REPORT_CARD (object)->chart);
  G_OBJECT_CLASS (tp_report_card_parent_class)->dispose (object);
}

static void
tp_report_card_class_init (TpReportCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_report_card_get_property;
  object_class->set_property = tp_report_card_set_property;
  object_class->dispose = tp_report_card_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = clicked;
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, TP_TYPE_CHART,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                               | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/report-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TpReportCard, picture);
}

static void
tp_report_card_init (TpReportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_report_card_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): a card that opens the chart by "page.open-chart"
 */
GtkWidget *
tp_report_card_new (TpChart *chart)
{
  return g_object_new (TP_TYPE_REPORT_CARD, "chart", chart, NULL);
}
