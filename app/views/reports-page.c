/* reports-page.c: the charts there are, each with its miniature.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports-page.h"

#include "chart-page.h"
#include "export-dialog.h"
#include "feedback.h"
#include "page-banner.h"
#include "print-preview.h"
#include "report-card.h"
#include "status.h"

struct _TpReportsPage
{
  TpViewPage parent_instance;

  GtkStack *states;
  GtkFlowBox *cards;
};

G_DEFINE_FINAL_TYPE (TpReportsPage, tp_reports_page, TP_TYPE_VIEW_PAGE)

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

/* Of the card that has the focus, else the first. */
static TpChart *
chosen_chart (TpReportsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, TP_TYPE_REPORT_CARD) : NULL;
  GtkFlowBoxChild *first = gtk_flow_box_get_child_at_index (self->cards, 0);
  TpChart *chart = NULL;

  if (card == NULL && first != NULL)
    card = gtk_flow_box_child_get_child (first);
  if (card != NULL)
    g_object_get (card, "chart", &chart, NULL);
  return chart;
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TpChart) chart = chosen_chart (TP_REPORTS_PAGE (widget));
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  if (chart != NULL)
    adw_dialog_present (tp_export_dialog_new (chart, dark ? TP_THEME_DARK : TP_THEME_LIGHT), widget);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpReportsPage *self = TP_REPORTS_PAGE (widget);
  g_autoptr (TpChart) chart = chosen_chart (self);

  if (chart != NULL)
    adw_dialog_present (tp_print_preview_new (chart, tp_view_page_get_workspace (TP_VIEW_PAGE (self))), widget);
}

/* vfuncs */

static void
tp_reports_page_load (TpViewPage *page, GCancellable *cancellable)
{
  tp_workspace_read (tp_view_page_get_workspace (page), tp_chart_read_list,
                     GINT_TO_POINTER (tp_view_page_get_as_of (page)), NULL, g_object_unref, cancellable,
                     charts_read_cb, g_object_ref (page));
}

static void
tp_reports_page_clear (TpViewPage *page)
{
  TpReportsPage *self = TP_REPORTS_PAGE (page);

  gtk_flow_box_bind_model (self->cards, NULL, NULL, NULL, NULL);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

static void
tp_reports_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (tp_reports_page_parent_class)->dispose (object);
}

static void
tp_reports_page_class_init (TpReportsPageClass *klass)
{
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_reports_page_dispose;
  page_class->load = tp_reports_page_load;
  page_class->clear = tp_reports_page_clear;
  page_class->depends_on = tp_status_depends_on;

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpReportsPage, states);
  gtk_widget_class_bind_template_child (widget_class, TpReportsPage, cards);
  gtk_widget_class_install_action (widget_class, "page.open-chart", "x", open_chart_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
}

static void
tp_reports_page_init (TpReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
