/* margin.h: what a product earns at home, beside what it earns abroad.
 *
 * All money is in minor units of one currency; rates and shares are in basis
 * points. Nothing has a default here: VAT, returns and fulfilment are settings of
 * the workspace or terms of the channel, and come in from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exact.h"

G_BEGIN_DECLS

/* How a channel pays. */
typedef struct
{
  gint64 vat;        /* basis points */
  gint64 commission; /* basis points of the price without VAT */
  gint64 relief;     /* basis points that the programme takes off the commission; 0: none */
  gint64 returns;    /* basis points, expected */
  gint64 fulfilment; /* minor units a piece */
} TpChannelTerms;

/* What is known of a product and its terms; what is "not stated" stays so. */
typedef struct
{
  TpKnown fob;
  TpKnown freight;
  TpKnown vat_rebate;
  TpKnown unit_cost;
  TpKnown domestic_price;
  TpKnown old_tariff; /* basis points: t0 */
  TpKnown new_tariff; /* basis points: t */
  TpKnown vat;
  TpKnown commission;
  TpKnown relief;     /* not stated: the programme gives none */
  TpKnown returns;
  TpKnown fulfilment;
} TpPivotInput;

/* A figure is set where everything that it needs is stated. */
typedef struct
{
  TpKnown landed_old;
  TpKnown landed_new;
  TpKnown fob_kept;
  TpKnown export_margin;
  TpKnown pivot_margin;
  TpKnown pivot_gap;
  TpKnown break_even;
} TpPivotResult;

gboolean tp_pivot_margin  (gint64 domestic_price, gint64 unit_cost, const TpChannelTerms *terms,
                           gint64 *margin, GError **error);
gboolean tp_break_even_price (gint64 unit_cost, const TpChannelTerms *terms, TpKnown *price,
                           GError **error);
gboolean tp_pivot_measure (const TpPivotInput *input, TpPivotResult *result, GError **error);
char    *tp_pivot_missing (const TpPivotInput *input);

G_END_DECLS
