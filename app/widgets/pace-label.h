/* pace-label.h: a pace as icon, word and colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_PACE_LABEL (tp_pace_label_get_type ())
G_DECLARE_FINAL_TYPE (TpPaceLabel, tp_pace_label, TP, PACE_LABEL, GtkBox)

GtkWidget *tp_pace_label_new  (const char *pace);
char      *tp_pace_icon_name  (const char *pace);
char      *tp_pace_css_class  (const char *pace);

G_END_DECLS
