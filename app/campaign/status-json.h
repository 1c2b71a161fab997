/* status-json.h: the campaign's status as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "status.h"

G_BEGIN_DECLS

char *tp_status_to_json (TpStatus *self);

G_END_DECLS
