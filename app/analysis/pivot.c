/* pivot.c: a product's two margins side by side, as far as its figures are stated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exposure.h"
#include "margin.h"

#include <glib/gi18n-lib.h>

static gboolean
measure_abroad (const TpPivotInput *in, TpPivotResult *result, GError **error)
{
  if (!in->fob.set)
    return TRUE;
  if (in->freight.set && in->old_tariff.set)
    {
      if (!tp_landed_cost (in->fob.value, in->freight.value, in->old_tariff.value,
                           &result->landed_old.value, error))
        return FALSE;
      result->landed_old.set = TRUE;
    }
  if (in->freight.set && in->new_tariff.set)
    {
      if (!tp_landed_cost (in->fob.value, in->freight.value, in->new_tariff.value,
                           &result->landed_new.value, error))
        return FALSE;
      result->landed_new.set = TRUE;
    }
  if (!in->old_tariff.set || !in->new_tariff.set)
    return TRUE;
  if (!tp_fob_keeping (in->fob.value, in->old_tariff.value, in->new_tariff.value,
                       &result->fob_kept.value, error))
    return FALSE;
  result->fob_kept.set = TRUE;
  if (!in->vat_rebate.set || !in->unit_cost.set)
    return TRUE;
  result->export_margin.set = tp_export_margin (result->fob_kept.value, in->vat_rebate.value,
                                                in->unit_cost.value, &result->export_margin.value,
                                                error);
  return result->export_margin.set;
}

static gboolean
measure_at_home (const TpPivotInput *in, TpPivotResult *result, GError **error)
{
  TpChannelTerms terms = { in->vat.value, in->commission.value,
                           in->relief.set ? in->relief.value : 0, in->returns.value,
                           in->fulfilment.value };

  if (!in->unit_cost.set || !in->vat.set || !in->commission.set || !in->returns.set
      || !in->fulfilment.set)
    return TRUE;
  if (!tp_break_even_price (in->unit_cost.value, &terms, &result->break_even, error))
    return FALSE;
  if (!in->domestic_price.set)
    return TRUE;
  result->pivot_margin.set = tp_pivot_margin (in->domestic_price.value, in->unit_cost.value, &terms,
                                              &result->pivot_margin.value, error);
  return result->pivot_margin.set;
}

/**
 * tp_pivot_measure:
 * @input: what is known of a product, a channel and the tariffs, in one currency
 * @result: (out caller-allocates): every figure that this allows
 * @error: return location
 *
 * Pivot gap = pivot margin − export margin under the new tariff: what selling at home
 * earns more, or less, a piece.
 *
 * Returns: whether what could be computed was; sets %TP_ERROR_INVALID where a rate is
 *   out of range or a figure too large
 */
gboolean
tp_pivot_measure (const TpPivotInput *input, TpPivotResult *result, GError **error)
{
  *result = (TpPivotResult){ 0 };
  if (!measure_abroad (input, result, error) || !measure_at_home (input, result, error))
    return FALSE;
  if (!result->pivot_margin.set || !result->export_margin.set)
    return TRUE;
  result->pivot_gap.set
      = tp_wide_narrow ((TpWide) result->pivot_margin.value - result->export_margin.value,
                        &result->pivot_gap.value, error);
  return result->pivot_gap.set;
}

/**
 * tp_pivot_missing:
 * @input: what is known
 *
 * Returns: (transfer full) (nullable): a sentence that names the figures that the
 *   pivot gap needs and that are not stated, or %NULL where all are
 */
char *
tp_pivot_missing (const TpPivotInput *input)
{
  const struct
  {
    const TpKnown *known;
    const char *name;
  } needed[] = {
    { &input->fob, C_ ("figure in a sentence", "FOB price") },
    { &input->vat_rebate, C_ ("figure in a sentence", "VAT rebate") },
    { &input->unit_cost, C_ ("figure in a sentence", "unit cost") },
    { &input->old_tariff, C_ ("figure in a sentence", "former tariff") },
    { &input->new_tariff, C_ ("figure in a sentence", "tariff") },
    { &input->domestic_price, C_ ("figure in a sentence", "domestic price") },
    { &input->vat, C_ ("figure in a sentence", "VAT") },
    { &input->commission, C_ ("figure in a sentence", "commission") },
    { &input->returns, C_ ("figure in a sentence", "expected returns") },
    { &input->fulfilment, C_ ("figure in a sentence", "fulfilment") },
  };
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!needed[i].known->set)
      {
        if (names->len > 0)
          g_string_append (names, C_ ("between items of a list", ", "));
        g_string_append (names, needed[i].name);
      }
  if (names->len == 0)
    return NULL;
  return g_strdup_printf (_ ("The pivot gap cannot be computed; not stated: %s."), names->str);
}
