/* figure.h: a figure with its caption above and a note below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_FIGURE (tp_figure_get_type ())
G_DECLARE_FINAL_TYPE (TpFigure, tp_figure, TP, FIGURE, GtkBox)

GtkWidget *tp_figure_new (void);

G_END_DECLS
