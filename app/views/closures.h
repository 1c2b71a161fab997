/* closures.h: what templates of several views ask in the same words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tp_closure_has_text (gpointer object, const char *text);
void     tp_closures_bind    (GtkWidgetClass *widget_class);

G_END_DECLS
