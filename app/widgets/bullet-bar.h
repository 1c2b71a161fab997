/* bullet-bar.h: how much of a target is there, as a bar with a tick.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_BULLET_BAR (tp_bullet_bar_get_type ())
G_DECLARE_FINAL_TYPE (TpBulletBar, tp_bullet_bar, TP, BULLET_BAR, GtkWidget)

GtkWidget *tp_bullet_bar_new (void);

G_END_DECLS
