/* bulk-advance.h: many exporters moved on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"

G_BEGIN_DECLS

/* @stage: TP_N_STAGES: each to what comes next for it */
TpBulk *tp_bulk_advance_new (const gint64 *ids, guint n_ids, TpStage stage, const char *reason, TpDay day);

G_END_DECLS
