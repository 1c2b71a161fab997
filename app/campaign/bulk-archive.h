/* bulk-archive.h: many exporters put away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"

G_BEGIN_DECLS

TpBulk *tp_bulk_archive_new (const gint64 *ids, guint n_ids);

G_END_DECLS
