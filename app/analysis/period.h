/* period.h: how much of a commitment's period has passed on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "exact.h"

G_BEGIN_DECLS

/* A target period's last day or a milestone's due day, and how much falls due on
 * it: the period's own target, or 1 for milestones that name no figure. */
typedef struct
{
  TpDay due;
  gint64 weight;
} TpStep;

/* Start and end both count. Where there are steps they give the share; else the
 * weights of the months, if any; else each day weighs the same. */
typedef struct
{
  TpDay start;               /* TP_DAY_NONE: not known */
  TpDay end;                 /* TP_DAY_NONE: not known */
  const gint32 *month_weights; /* (nullable): 12, January first, each 0 to 1,000,000 */
  const TpStep *steps;       /* (nullable): by due day */
  gsize n_steps;
} TpPeriod;

gboolean tp_period_is_known (const TpPeriod *period);
gboolean tp_period_check    (const TpPeriod *period, GError **error);
gboolean tp_period_share    (const TpPeriod *period, TpDay day, TpRatio *share, GError **error);

G_END_DECLS
