/* short-name.h: the short names by which people and files name records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

char *tp_short_name_make (TpReader *reader, TpKind kind, const char *title);

G_END_DECLS
