/* reports-page.c: the charts there are, each with its miniature.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports-page.h"

#include "chart-page.h"
#include "feedback.h"
#include "page-banner.h"
#include "report-card.h"

struct _TpReportsPage
{
  AdwNavigationPage parent_instance;

  TpWorkspace *workspace;
  int as_of;
  gulong changed_handler;
  GCancellable *cancellable;

  GtkStack *states;
  GtkFlowBox *cards;
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpReportsPage, tp_reports_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
make_card (gpointer item, gpointer data)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The card takes the focus, not the place it lies in. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tp_report_card_new (item));
  return child;
}

static void
charts_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpReportsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) charts = tp_workspace_read_finish (TP_WORKSPACE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (charts == NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_flow_box_bind_model (self->cards, charts, make_card, NULL, NULL);
  gtk_stack_set_visible_child_name (self->states,
                                    g_list_model_get_n_items (charts) > 0 ? "charts" : "none");
}

static void
reload (TpReportsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL || self->as_of == TP_DAY_NONE)
    return;
  self->cancellable = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_chart_read_list, GINT_TO_POINTER (self->as_of), NULL,
                     g_object_unref, self->cancellable, charts_read_cb, g_object_ref (self));
}

static void
workspace_changed_cb (TpReportsPage *self, guint64 kinds)
{
  if (kinds != 0)
    reload (self);
}

static void
open_chart_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpReportsPage *self = TP_REPORTS_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = g_object_new (TP_TYPE_CHART_PAGE, "record-id", g_variant_get_int64 (parameter),
                                          NULL);

  g_object_bind_property (self, "as-of", page, "as-of", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

static void
tp_reports_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpReportsPage *self = TP_REPORTS_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_workspace (TpReportsPage *self, TpWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_handler, self->workspace);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    self->changed_handler = g_signal_connect_swapped (workspace, "changed",
                                                      G_CALLBACK (workspace_changed_cb), self);
  gtk_flow_box_bind_model (self->cards, NULL, NULL, NULL, NULL);
  gtk_stack_set_visible_child_name (self->states, "loading");
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}

static void
tp_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpReportsPage *self = TP_REPORTS_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      if (self->as_of == g_value_get_int (value))
        break;
      self->as_of = g_value_get_int (value);
      reload (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_reports_page_dispose (GObject *object)
{
  TpReportsPage *self = TP_REPORTS_PAGE (object);

  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_handler, self->workspace);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_REPORTS_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tp_reports_page_parent_class)->dispose (object);
}

static void
tp_reports_page_class_init (TpReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_reports_page_get_property;
  object_class->set_property = tp_reports_page_set_property;
  object_class->dispose = tp_reports_page_dispose;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  props[PROP_AS_OF]
      = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpReportsPage, states);
  gtk_widget_class_bind_template_child (widget_class, TpReportsPage, cards);
  gtk_widget_class_install_action (widget_class, "page.open-chart", "x", open_chart_action);
}

static void
tp_reports_page_init (TpReportsPage *self)
{
  self->as_of = TP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
