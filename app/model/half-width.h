/* half-width.h: full-width Latin letters, digits and signs as plain ASCII.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tp_half_width         (const char *text);
char *tp_half_width_compact (const char *text);

G_END_DECLS
