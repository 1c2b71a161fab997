/* margin.c: what a product earns at home, beside what it earns abroad.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "margin.h"

#include "error.h"
#include "exposure.h"

#include <glib/gi18n-lib.h>

#define WHOLE 10000 /* basis points in one */

static gboolean
check_terms (const TpChannelTerms *terms, GError **error)
{
  if (terms->vat >= 0 && terms->vat <= WHOLE && terms->commission >= 0
      && terms->commission <= WHOLE && terms->relief >= 0 && terms->relief <= WHOLE
      && terms->returns >= 0 && terms->returns <= WHOLE)
    return TRUE;
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("VAT, commission, commission relief and expected returns must each lie "
                          "between 0 and 100 %: correct them in the channel's terms, the "
                          "programme or the settings"));
  return FALSE;
}

/* What is left of the price without VAT, in basis points. Relief is taken off the
 * commission point by point and never makes it negative. */
static gint64
kept_share (const TpChannelTerms *terms)
{
  return WHOLE - MAX (terms->commission - terms->relief, 0) - terms->returns;
}

/**
 * tp_pivot_margin:
 * @domestic_price: price at home, VAT included, in minor units
 * @unit_cost: unit cost in minor units
 * @terms: how the channel pays
 * @margin: (out): domestic price / (1 + VAT) × (1 − commission − expected returns) −
 *   fulfilment − unit cost, with the relief taken off the commission
 * @error: return location
 *
 * Returns: whether it could be computed; sets %TP_ERROR_INVALID where a share is out
 *   of range or the margin too large
 */
gboolean
tp_pivot_margin (gint64 domestic_price, gint64 unit_cost, const TpChannelTerms *terms,
                 gint64 *margin, GError **error)
{
  TpRatio net;

  if (!check_terms (terms, error))
    return FALSE;
  net = (TpRatio){ (TpWide) domestic_price * kept_share (terms), WHOLE + terms->vat };
  return tp_wide_narrow (tp_ratio_round_wide (net) - terms->fulfilment - unit_cost, margin, error);
}

/**
 * tp_break_even_price:
 * @unit_cost: unit cost in minor units
 * @terms: how the channel pays
 * @price: (out): the domestic price, VAT included, at which the pivot margin is 0,
 *   to the nearest minor unit; not set where commission and returns leave nothing of
 *   any price
 * @error: return location
 *
 * Returns: whether it could be computed; sets %TP_ERROR_INVALID where a share is out
 *   of range or the price too large
 */
gboolean
tp_break_even_price (gint64 unit_cost, const TpChannelTerms *terms, TpKnown *price, GError **error)
{
  gint64 kept;
  TpWide costs = (TpWide) unit_cost + terms->fulfilment;

  *price = TP_NOT_STATED;
  if (!check_terms (terms, error))
    return FALSE;
  kept = kept_share (terms);
  if (kept <= 0)
    return TRUE;
  price->set = tp_wide_narrow (
      tp_ratio_round_wide ((TpRatio){ costs * (WHOLE + terms->vat), kept }), &price->value, error);
  return price->set;
}
