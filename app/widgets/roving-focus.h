/* roving-focus.h: several controls that are one stop of the Tab key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tp_roving_focus_install (GtkWidget **widgets, guint n_widgets);

G_END_DECLS
