/* record-rebase.h: what one person changed, on top of what others changed meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

TpRecord *tp_record_rebase (TpRecord *base, TpRecord *edited, TpRecord *stored, GError **error);

G_END_DECLS
