/* closures.c: what templates of several views ask in the same words.
 *
 * Bound by gtk_widget_class_bind_template_callback_full(), under the name that the
 * template calls.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "closures.h"

/**
 * tp_closure_has_text:
 * @object: whose template asks
 * @text: (nullable): a text
 *
 * Returns: whether it says anything
 */
gboolean
tp_closure_has_text (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * tp_closures_bind:
 * @widget_class: a class that is being set up, once it has its template
 *
 * Lets the template call `has_text`.
 */
void
tp_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "has_text", G_CALLBACK (tp_closure_has_text));
}
