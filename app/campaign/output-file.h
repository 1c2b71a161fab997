/* output-file.h: a file that a result is written to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean       tp_output_check (const char *path, const char *const *kept, GError **error);
GOutputStream *tp_output_open  (const char *path, const char *const *kept, GError **error);
gboolean       tp_output_close (GOutputStream *stream, const char *path, gboolean good, GError **error);

G_END_DECLS
