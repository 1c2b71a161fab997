/* bulk-enrol.h: many exporters enrolled in a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"

G_BEGIN_DECLS

TpBulk *tp_bulk_enrol_new (const gint64 *ids, guint n_ids, gint64 programme, TpDay day, gboolean include_all);

G_END_DECLS
