/* pledged-order.h: which pledges are on the scale, in which order, and their words.
 *
 * What the full chart and the compact one share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pledged-data.h"
#include "scene.h"

G_BEGIN_DECLS

typedef struct
{
  TpPledgedData *data;
  GPtrArray *stated;  /* TpPledgedRow in the chart's currency, largest first */
  GPtrArray *other;   /* stated in another currency: on no scale here */
  GPtrArray *absent;  /* not stated */
  const char *currency;
  gint64 max;         /* largest figure on the scale, rival values included */
  gint64 max_used;    /* largest figure in use */
  gint64 min_used;    /* smallest above zero; 0: none */
  gint64 total;
  gboolean has_total; /* FALSE: the sum is larger than an amount can be */
  guint shown;        /* stated rows with a place of their own */
  gint64 rest;        /* sum of the others */
  gint64 divisor;     /* minor units to one on the axis */
  char *unit_label;   /* "CN¥ bn" */
} TpPledgedOrder;

void  tp_pledged_order_init  (TpPledgedOrder *self, TpPledgedData *data, guint limit);
void  tp_pledged_order_limit (TpPledgedOrder *self, guint limit);
void  tp_pledged_order_clear (TpPledgedOrder *self);

char *tp_pledged_title       (TpPledgedOrder *self);
char *tp_pledged_describe    (TpPledgedOrder *self);
char *tp_pledged_row_label   (const TpPledgedRow *row);
char *tp_pledged_row_tooltip (const TpPledgedRow *row);
char *tp_pledged_plain       (TpPledgedOrder *self, gint64 minor);
char *tp_pledged_amount      (TpPledgedOrder *self, gint64 minor);
char *tp_pledged_demonstration (TpPledgedOrder *self);
void  tp_pledged_fill_table  (TpPledgedOrder *self, TpScene *scene);

G_END_DECLS
