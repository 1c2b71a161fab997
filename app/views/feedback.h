/* feedback.h: telling people what happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tp_toast        (GtkWidget *from, const char *text);
void tp_toast_undo   (GtkWidget *from, const char *text);
void tp_show_failure (GtkWidget *from, const char *heading, const GError *error);
void tp_show_error   (GtkWidget *from, const GError *error);

char *tp_local_path  (GFile *file, GError **error);

G_END_DECLS
