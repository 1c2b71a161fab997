/* failure-line.h: that something could not be read, where it would stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_FAILURE_LINE (tp_failure_line_get_type ())
G_DECLARE_FINAL_TYPE (TpFailureLine, tp_failure_line, TP, FAILURE_LINE, GtkBox)

GtkWidget *tp_failure_line_new (void);
void       tp_failure_line_say (TpFailureLine *self, const char *text);

G_END_DECLS
