/* events-page.c: the campaign's events and the evidence behind its figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "events-page.h"

#include "event-line.h"
#include "evidence-dialog.h"
#include "feedback.h"
#include "line-row.h"
#include "page-banner.h"

struct _TpEventsPage
{
  TpViewPage parent_instance;

  GtkStack *screens;
  GtkListBox *events;
  GtkListBox *evidence;

  GListModel *event_lines;
  GListModel *evidence_lines;
};

G_DEFINE_FINAL_TYPE (TpEventsPage, tp_events_page, TP_TYPE_VIEW_PAGE)

static void
show_lines (TpEventsPage *self)
{
  guint n = 0;

  if (self->event_lines == NULL || self->evidence_lines == NULL)
    return;
  gtk_list_box_bind_model (self->events, self->event_lines, tp_line_row_new, NULL, NULL);
  gtk_list_box_bind_model (self->evidence, self->evidence_lines, tp_line_row_new, NULL, NULL);
  n = g_list_model_get_n_items (self->event_lines) + g_list_model_get_n_items (self->evidence_lines);
  gtk_stack_set_visible_child_name (self->screens, n > 0 ? "lists" : "empty");
}

static void
take (TpEventsPage *self, GObject *workspace, GAsyncResult *result, GListModel **place)
{
  g_autoptr (GError) error = NULL;
  GListModel *lines = tp_workspace_read_finish (TP_WORKSPACE (workspace), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (lines == NULL)
    {
      tp_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_object (place);
  *place = lines;
  show_lines (self);
}

static void
events_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpEventsPage) self = data;

  take (self, source, result, &self->event_lines);
}

static void
evidence_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpEventsPage) self = data;

  take (self, source, result, &self->evidence_lines);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpEventsPage *self = TP_EVENTS_PAGE (widget);

  adw_dialog_present (tp_evidence_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), 0), widget);
}

/* vfuncs */

static void
tp_events_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (page);
  gpointer as_of = GINT_TO_POINTER (tp_view_page_get_as_of (page));

  tp_workspace_read (workspace, tp_event_lines_read, as_of, NULL, g_object_unref, cancellable, events_cb,
                     g_object_ref (page));
  tp_workspace_read (workspace, tp_evidence_lines_read, as_of, NULL, g_object_unref, cancellable,
                     evidence_cb, g_object_ref (page));
}

static void
tp_events_page_clear (TpViewPage *page)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.new",
                                 workspace != NULL && !tp_workspace_is_read_only (workspace));
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind shown[] = { TP_KIND_EVENT,    TP_KIND_EVENT_LINK, TP_KIND_EVIDENCE,
                                  TP_KIND_CITATION, TP_KIND_PERSON,     TP_KIND_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (tp_kinds_have (kinds, shown[i]))
      return TRUE;
  return FALSE;
}

static void
tp_events_page_dispose (GObject *object)
{
  TpEventsPage *self = TP_EVENTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EVENTS_PAGE);
  g_clear_object (&self->event_lines);
  g_clear_object (&self->evidence_lines);
  G_OBJECT_CLASS (tp_events_page_parent_class)->dispose (object);
}

static void
tp_events_page_class_init (TpEventsPageClass *klass)
{
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_events_page_dispose;
  page_class->load = tp_events_page_load;
  page_class->clear = tp_events_page_clear;
  page_class->depends_on = depends_on;

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpEventsPage, screens);
  gtk_widget_class_bind_template_child (widget_class, TpEventsPage, events);
  gtk_widget_class_bind_template_child (widget_class, TpEventsPage, evidence);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
}

static void
tp_events_page_init (TpEventsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_events_page_new:
 *
 * Its properties are `workspace` and `as-of`, a #TpDay.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
tp_events_page_new (void)
{
  return g_object_new (TP_TYPE_EVENTS_PAGE, NULL);
}
