/* bulk-assign.h: many exporters given to somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"

G_BEGIN_DECLS

TpBulk *tp_bulk_assign_new (const gint64 *ids, guint n_ids, const char *owner);

G_END_DECLS
