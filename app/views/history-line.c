/* history-line.c: a line of a record's history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-line.h"

#include <glib/gi18n-lib.h>

struct _TpHistoryLine
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *subject;
  GtkLabel *values;
  GtkLabel *subtitle;
  GtkWidget *undone;

  TpHistoryRow *row;
};

G_DEFINE_FINAL_TYPE (TpHistoryLine, tp_history_line, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
tp_history_line_dispose (GObject *object)
{
  g_clear_object (&TP_HISTORY_LINE (object)->row);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_HISTORY_LINE);
  G_OBJECT_CLASS (tp_history_line_parent_class)->dispose (object);
}

static void
tp_history_line_class_init (TpHistoryLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_history_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/history-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TpHistoryLine, title);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryLine, subject);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryLine, values);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryLine, undone);
}

static void
tp_history_line_init (TpHistoryLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_history_line_new:
 * @row: what was done
 *
 * Returns: (transfer floating): a row of a list that shows it
 */
GtkWidget *
tp_history_line_new (TpHistoryRow *row)
{
  TpHistoryLine *self = g_object_new (TP_TYPE_HISTORY_LINE, NULL);
  g_autofree char *title = NULL, *subject = NULL, *before = NULL, *after = NULL;
  g_autofree char *subtitle = NULL, *undone = NULL;
  g_autofree char *values = NULL, *foot = NULL;

  self->row = g_object_ref (row);
  g_object_get (row, "title", &title, "subject", &subject, "before", &before, "after", &after, "subtitle",
                &subtitle, "undone-text", &undone, NULL);
  if (before != NULL)
    /* Translators: what a field held, what it holds since */
    values = g_strdup_printf (C_ ("history", "%s → %s"), before, after);
  if (undone != NULL)
    foot = g_strjoin (" · ", subtitle, undone, NULL);
  show_text (self->title, title);
  show_text (self->subject, subject);
  show_text (self->values, values);
  show_text (self->subtitle, foot != NULL ? foot : subtitle);
  gtk_widget_set_visible (self->undone, undone != NULL);
  if (undone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (values != NULL ? self->values : self->title), "struck");
  return GTK_WIDGET (self);
}

/**
 * tp_history_line_get_row:
 * @self: a line
 *
 * Returns: (transfer none): what it shows
 */
TpHistoryRow *
tp_history_line_get_row (TpHistoryLine *self)
{
  return self->row;
}
