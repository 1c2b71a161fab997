/* list-focus.h: the focus stays in a list whose row goes away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int  tp_list_focus_place   (GtkListBox *list);
void tp_list_focus_restore (GtkListBox *list, int place, GtkWidget *otherwise);

G_END_DECLS
