/* scale.h: ticks of an axis, and labels pushed apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *tp_ticks       (double max, guint about);
char   *tp_tick_label  (double tick, const GArray *ticks);
void    tp_spread      (double *places, guint n, double gap, double low, double high);

G_END_DECLS
