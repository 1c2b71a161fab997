/* edge-scroll.h: what is dragged to an edge scrolls what lies beyond it into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tp_edge_scroll_install (GtkScrolledWindow *window);

G_END_DECLS
