/* bulk-request.h: papers asked for of many exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"

G_BEGIN_DECLS

/* @requirement: 0: all that stand open */
TpBulk *tp_bulk_request_new (const gint64 *ids, guint n_ids, gint64 requirement, TpDay due, TpDay day);

G_END_DECLS
