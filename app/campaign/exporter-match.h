/* exporter-match.h: whether an exporter without a USCC is there already.
 *
 * Used within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

char     *tp_exporter_plain_name (const char *name);
char     *tp_exporter_name_key   (TpRecord *exporter, const char *field);
TpRecord *tp_exporter_find_named (TpReader *reader, TpRecord *exporter, GError **error);
TpRecord *tp_exporter_find_text  (TpReader *reader, const char *text, GError **error);

G_END_DECLS
