/* delivery.h: what was delivered, day by day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "exact.h"

G_BEGIN_DECLS

/* What a day added to the level, or took from it. */
typedef struct
{
  TpDay day;
  gint64 amount;
} TpDelivery;

/* Daily deltas by day, oldest first. The level on a day is @opening plus all deltas
 * up to and including it: @opening is the baseline where the deltas count only what
 * came on top, and 0 where they already hold it. */
typedef struct
{
  gint64 opening;
  const TpDelivery *items;
  gsize n_items;
} TpDeliveries;

gint64 tp_deliveries_level (const TpDeliveries *deliveries, TpDay day);
TpWide tp_deliveries_sum   (const TpDeliveries *deliveries, TpDay from, TpDay until);
TpDay  tp_deliveries_first (const TpDeliveries *deliveries, gboolean decreasing, TpDay from,
                            TpDay until);
TpDay  tp_deliveries_last  (const TpDeliveries *deliveries, gboolean decreasing, TpDay until);
guint  tp_deliveries_days  (const TpDeliveries *deliveries, gboolean decreasing, TpDay from,
                            TpDay until);

G_END_DECLS
