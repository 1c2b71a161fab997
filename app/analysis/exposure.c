/* exposure.c: what the tariffs put at risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exposure.h"

#include "error.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WHOLE 10000 /* basis points in one */

static gboolean
check_tariff (gint64 tariff, GError **error)
{
  g_autofree char *rate = NULL;

  if (tariff >= 0)
    return TRUE;
  rate = tp_basis_format (tariff);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("A tariff of %s is negative: enter a rate of 0 or more in the tariff schedule"),
               rate);
  return FALSE;
}

/**
 * tp_at_risk:
 * @annual_export: annual export value in minor units
 * @us_share: the United States' share of it in basis points
 * @at_risk: (out): revenue at risk = annual export value × US share
 * @error: return location
 *
 * Returns: whether the share makes sense; sets %TP_ERROR_INVALID otherwise
 */
gboolean
tp_at_risk (gint64 annual_export, gint64 us_share, gint64 *at_risk, GError **error)
{
  if (us_share < 0 || us_share > WHOLE)
    {
      g_autofree char *share = tp_basis_format (us_share);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("A US share of %s is no share: enter 0 to 100%%"), share);
      return FALSE;
    }
  *at_risk = tp_ratio_round ((TpRatio){ (TpWide) annual_export * us_share, WHOLE });
  return TRUE;
}

static gboolean
line_holds (const TpTariffLine *line, const char *hs_code, const char *scheme, TpDay day)
{
  if (!line->rate.set || g_strcmp0 (line->scheme, scheme) != 0)
    return FALSE;
  if (line->from != TP_DAY_NONE && day < line->from)
    return FALSE;
  if (line->until != TP_DAY_NONE && day > line->until)
    return FALSE;
  return line->hs_prefix == NULL || line->hs_prefix[0] == '\0'
         || (hs_code != NULL && g_str_has_prefix (hs_code, line->hs_prefix));
}

/**
 * tp_tariff_find:
 * @lines: the tariff schedule, in any order
 * @n_lines: its length
 * @hs_code: (nullable): the good's HS code; %NULL finds lines for every good only
 * @scheme: a token of tp_words_scheme
 * @day: the as-of date
 * @index: (out): the place of the line that holds
 *
 * The line with the longest HS prefix holds; of several, the one that came into
 * force last. A line without a rate holds nothing.
 *
 * Returns: whether a line holds
 */
gboolean
tp_tariff_find (const TpTariffLine *lines, gsize n_lines, const char *hs_code, const char *scheme,
                TpDay day, gsize *index)
{
  gboolean found = FALSE;
  gsize length = 0;

  for (gsize i = 0; i < n_lines; i++)
    {
      gsize n = lines[i].hs_prefix != NULL ? strlen (lines[i].hs_prefix) : 0;

      if (!line_holds (&lines[i], hs_code, scheme, day))
        continue;
      if (!found || n > length || (n == length && lines[i].from > lines[*index].from))
        {
          found = TRUE;
          length = n;
          *index = i;
        }
    }
  return found;
}

/**
 * tp_landed_cost:
 * @fob: FOB price in minor units
 * @freight: freight in minor units
 * @tariff: the tariff t in basis points
 * @cost: (out): landed cost L(t) = FOB × (1 + t) + freight
 * @error: return location
 *
 * Returns: whether it could be computed; sets %TP_ERROR_INVALID where the tariff is
 *   negative or the cost too large
 */
gboolean
tp_landed_cost (gint64 fob, gint64 freight, gint64 tariff, gint64 *cost, GError **error)
{
  if (!check_tariff (tariff, error))
    return FALSE;
  return tp_wide_narrow (
      tp_ratio_round_wide ((TpRatio){ fob * ((TpWide) WHOLE + tariff), WHOLE }) + freight, cost,
      error);
}

/**
 * tp_fob_keeping:
 * @fob: FOB price in minor units
 * @old_tariff: t0 in basis points
 * @new_tariff: t in basis points
 * @kept: (out): the FOB price that keeps the landed cost at what it was under the old
 *   tariff: FOB × (1 + t0) / (1 + t)
 * @error: return location
 *
 * Returns: whether it could be computed; sets %TP_ERROR_INVALID where a tariff is
 *   negative or the price too large
 */
gboolean
tp_fob_keeping (gint64 fob, gint64 old_tariff, gint64 new_tariff, gint64 *kept, GError **error)
{
  if (!check_tariff (old_tariff, error) || !check_tariff (new_tariff, error))
    return FALSE;
  return tp_wide_narrow (tp_ratio_round_wide ((TpRatio){ fob * ((TpWide) WHOLE + old_tariff),
                                                         (TpWide) WHOLE + new_tariff }),
                         kept, error);
}

/**
 * tp_export_margin:
 * @fob_kept: what tp_fob_keeping() gives, in minor units, as it is shown
 * @vat_rebate: VAT rebate a piece in minor units
 * @unit_cost: unit cost in minor units
 * @margin: (out): export margin = that FOB + VAT rebate − unit cost
 * @error: return location
 *
 * Returns: whether it could be computed; sets %TP_ERROR_INVALID where it is too large
 */
gboolean
tp_export_margin (gint64 fob_kept, gint64 vat_rebate, gint64 unit_cost, gint64 *margin,
                  GError **error)
{
  return tp_wide_narrow ((TpWide) fob_kept + vat_rebate - unit_cost, margin, error);
}
