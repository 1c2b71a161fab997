/* gtin.h: the product number under a bar code (GTIN-13, GS1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *tp_gtin_normalise    (const char *text);
gboolean  tp_gtin_check        (const char *gtin, GError **error);
char      tp_gtin_check_digit  (const char *first12);
gboolean  tp_gtin_is_gs1_china (const char *gtin);

G_END_DECLS
