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
  AdwNavigationPage parent_instance;

  GtkStack *screens;
  GtkListBox *events;
  GtkListBox *evidence;

  TpWorkspace *workspace;
  int as_of;
  GListModel *event_lines;
  GListModel *evidence_lines;
  GCancellable *reading;
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_AS_OF,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpEventsPage, tp_events_page, ADW_TYPE_NAVIGATION_PAGE)

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
reload (TpEventsPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->workspace == NULL || self->as_of == TP_DAY_NONE)
    return;
  self->reading = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_event_lines_read, GINT_TO_POINTER (self->as_of), NULL,
                     g_object_unref, self->reading, events_cb, g_object_ref (self));
  tp_workspace_read (self->workspace, tp_evidence_lines_read, GINT_TO_POINTER (self->as_of), NULL,
                     g_object_unref, self->reading, evidence_cb, g_object_ref (self));
}

static void
workspace_changed_cb (TpEventsPage *self, guint64 kinds)
{
  static const TpKind shown[] = { TP_KIND_EVENT,        TP_KIND_EVENT_LINK, TP_KIND_EVIDENCE,
                                  TP_KIND_CITATION,     TP_KIND_PERSON,     TP_KIND_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (tp_kinds_have (kinds, shown[i]))
      {
        reload (self);
        return;
      }
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpEventsPage *self = TP_EVENTS_PAGE (widget);

  adw_dialog_present (tp_evidence_dialog_new (self->workspace, 0), widget);
}

static void
tp_events_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpEventsPage *self = TP_EVENTS_PAGE (object);

  if (id == PROP_WORKSPACE)
    g_value_set_object (value, self->workspace);
  else if (id == PROP_AS_OF)
    g_value_set_int (value, self->as_of);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_events_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpEventsPage *self = TP_EVENTS_PAGE (object);

  if (id == PROP_WORKSPACE)
    {
      if (self->workspace != NULL)
        g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_set_object (&self->workspace, g_value_get_object (value));
      if (self->workspace != NULL)
        g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                                 G_CONNECT_SWAPPED);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new",
                                     self->workspace != NULL
                                         && !tp_workspace_is_read_only (self->workspace));
    }
  else if (id == PROP_AS_OF)
    self->as_of = g_value_get_int (value);
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
  reload (self);
}

static void
tp_events_page_dispose (GObject *object)
{
  TpEventsPage *self = TP_EVENTS_PAGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EVENTS_PAGE);
  g_clear_object (&self->event_lines);
  g_clear_object (&self->evidence_lines);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tp_events_page_parent_class)->dispose (object);
}

static void
tp_events_page_class_init (TpEventsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_events_page_get_property;
  object_class->set_property = tp_events_page_set_property;
  object_class->dispose = tp_events_page_dispose;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

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
  self->as_of = TP_DAY_NONE;
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
