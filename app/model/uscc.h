/* uscc.h: the unified social credit code of a Chinese organisation (GB 32100-2015).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TP_USCC_LENGTH 18

char       *tp_uscc_normalise       (const char *text);
gboolean    tp_uscc_check           (const char *uscc, GError **error);
char        tp_uscc_check_character (const char *first17);
const char *tp_uscc_region_province (const char *uscc);
gboolean    tp_uscc_agrees          (const char *uscc, const char *province);

G_END_DECLS
