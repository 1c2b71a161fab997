/* widgets.h: the widgets layer as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tp_widgets_ensure_types (void);

G_END_DECLS
