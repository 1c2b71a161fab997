/* status-table.h: the campaign's status as text for terminals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "status.h"

G_BEGIN_DECLS

char *tp_status_to_table (TpStatus *self);

G_END_DECLS
