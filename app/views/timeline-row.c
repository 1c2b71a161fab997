/* timeline-row.c: an activity in an exporter's timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-row.h"

struct _TpTimelineRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *heading;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *subtitle;

  TpFact *fact;
};

G_DEFINE_FINAL_TYPE (TpTimelineRow, tp_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, TpFact *fact, const char *property)
{
  g_autofree char *text = NULL;

  g_object_get (fact, property, &text, NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_fact (TpTimelineRow *self)
{
  g_autofree char *icon = NULL;

  show_text (self->heading, self->fact, "heading");
  show_text (self->title, self->fact, "title");
  show_text (self->note, self->fact, "note");
  show_text (self->subtitle, self->fact, "subtitle");
  g_object_get (self->fact, "icon-name", &icon, NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
}

static void
tp_timeline_row_dispose (GObject *object)
{
  g_clear_object (&TP_TIMELINE_ROW (object)->fact);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_TIMELINE_ROW);
  G_OBJECT_CLASS (tp_timeline_row_parent_class)->dispose (object);
}

static void
tp_timeline_row_class_init (TpTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_timeline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, heading);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, title);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, note);
  gtk_widget_class_bind_template_child (widget_class, TpTimelineRow, subtitle);
}

static void
tp_timeline_row_init (TpTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_timeline_row_new:
 * @fact: an activity
 *
 * Returns: (transfer floating): a row that shows it, below its day where one begins
 */
GtkWidget *
tp_timeline_row_new (TpFact *fact)
{
  TpTimelineRow *self = g_object_new (TP_TYPE_TIMELINE_ROW, NULL);

  self->fact = g_object_ref (fact);
  g_signal_connect_object (fact, "notify::title", G_CALLBACK (show_fact), self, G_CONNECT_SWAPPED);
  show_fact (self);
  return GTK_WIDGET (self);
}
