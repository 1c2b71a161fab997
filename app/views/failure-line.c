/* failure-line.c: that something could not be read, where it would stand.
 *
 * Its button asks whoever holds it to read once more: the action "failure.try-again".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "failure-line.h"

struct _TpFailureLine
{
  GtkBox parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TpFailureLine, tp_failure_line, GTK_TYPE_BOX)

static void
tp_failure_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_FAILURE_LINE);
  G_OBJECT_CLASS (tp_failure_line_parent_class)->dispose (object);
}

static void
tp_failure_line_class_init (TpFailureLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_failure_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/failure-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFailureLine, label);
}

static void
tp_failure_line_init (TpFailureLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_failure_line_new:
 *
 * Returns: (transfer floating): a line that says nothing yet and takes no room
 */
GtkWidget *
tp_failure_line_new (void)
{
  return g_object_new (TP_TYPE_FAILURE_LINE, NULL);
}

/**
 * tp_failure_line_say:
 * @self: a line
 * @text: (nullable): why it could not be read, a whole sentence; %NULL: it was
 */
void
tp_failure_line_say (TpFailureLine *self, const char *text)
{
  g_return_if_fail (TP_IS_FAILURE_LINE (self));
  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}
