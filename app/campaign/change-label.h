/* change-label.h: a change of the journal in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change-info.h"

G_BEGIN_DECLS

char *tp_change_label  (TpChangeInfo *info);
char *tp_change_undone (TpChangeInfo *info);
char *tp_change_redone (TpChangeInfo *info);

G_END_DECLS
