/* requirement.h: which requirements stand open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tp_requirement_applies (const char *applies, const char *hs_chapters, gboolean has_ccc);
gboolean tp_requirement_is_open (const char *status, gboolean applies);

G_END_DECLS
