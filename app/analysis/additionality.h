/* additionality.h: what a programme added to what was sold at home before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "delivery.h"

G_BEGIN_DECLS

/* Domestic sales of a span of days before the enrolment. */
typedef struct
{
  TpKnown amount; /* minor units */
  int days;       /* the span it was sold in: 365 for a yearly figure */
} TpSalesBaseline;

typedef struct
{
  TpDay from;          /* the day of enrolment */
  TpDay until;
  gint64 delivered;    /* in full, from the enrolment on */
  TpKnown baseline;    /* the same number of days before; not set: not stated */
  TpKnown above;       /* max (0, delivered - baseline); not set: not stated */
} TpAdditionality;

gboolean tp_baseline_of_sales   (const TpDeliveries *sales, TpDay enrolled, int days,
                                 TpSalesBaseline *baseline, GError **error);
gboolean tp_additionality_measure (const TpDeliveries *sales, const TpSalesBaseline *baseline,
                                 TpDay enrolled, TpDay as_of, TpAdditionality *result,
                                 GError **error);

G_END_DECLS
