/* status-convert.c: the totals in one currency, by the rates on record.
 *
 * Currencies are never added without a dated rate: for each the last one on or before
 * the day is taken, read forwards or backwards, and named with the result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "status-private.h"

#include "error.h"
#include "money.h"

#include <glib/gi18n-lib.h>

static gboolean
joins (TpRecord *rate, const char *from, const char *to)
{
  const char *base = tp_record_get_text (rate, "base"), *quote = tp_record_get_text (rate, "quote");

  return (g_strcmp0 (base, from) == 0 && g_strcmp0 (quote, to) == 0)
         || (g_strcmp0 (base, to) == 0 && g_strcmp0 (quote, from) == 0);
}

static TpRecord *
find_rate (GPtrArray *rates, const char *from, const char *to, TpDay as_of)
{
  TpRecord *best = NULL;

  for (guint i = 0; i < rates->len; i++)
    {
      TpRecord *rate = g_ptr_array_index (rates, i);
      TpDay day = tp_record_get_day (rate, "date");

      if (joins (rate, from, to) && day <= as_of
          && (best == NULL || day >= tp_record_get_day (best, "date")))
        best = rate;
    }
  return best;
}

static gboolean
add_converted (gint64 *sum, gint64 amount, TpRecord *rate, const char *from, GError **error)
{
  gint64 converted = amount;

  if (rate != NULL)
    {
      gint64 base = tp_record_get_number (rate, "base_amount");
      gint64 quote = tp_record_get_number (rate, "quote_amount");
      gboolean forwards = g_strcmp0 (tp_record_get_text (rate, "base"), from) == 0;

      if (!tp_money_convert (amount, forwards ? base : quote, forwards ? quote : base, &converted, error))
        return FALSE;
    }
  return tp_money_add (*sum, converted, sum, error);
}

static gboolean
add_totals (TpStatusTotals *sum, const TpStatusTotals *totals, TpRecord *rate, GError **error)
{
  const char *from = totals->currency;

  sum->stated += totals->stated;
  return add_converted (&sum->pledged, totals->pledged, rate, from, error)
         && add_converted (&sum->allocated, totals->allocated, rate, from, error)
         && add_converted (&sum->disbursed, totals->disbursed, rate, from, error)
         && add_converted (&sum->spent, totals->spent, rate, from, error)
         && add_converted (&sum->refunded, totals->refunded, rate, from, error)
         && add_converted (&sum->delivered, totals->delivered, rate, from, error)
         && add_converted (&sum->unallocated, totals->unallocated, rate, from, error);
}

/**
 * tp_status_convert:
 * @self: a status with its totals
 * @reader: a reader
 * @currency: an ISO 4217 code
 * @error: return location
 *
 * Returns: whether all totals could be converted; %TP_ERROR_NOT_FOUND where there is
 *   no rate on or before the day
 */
gboolean
tp_status_convert (TpStatus *self, TpReader *reader, const char *currency, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_RATE);
  g_autoptr (GPtrArray) rates = NULL;

  if (!tp_currency_check (currency, error))
    return FALSE;
  rates = tp_reader_records (reader, query, error);
  if (rates == NULL)
    return FALSE;
  g_strlcpy (self->converted.currency, currency, sizeof self->converted.currency);
  for (guint i = 0; i < self->totals->len; i++)
    {
      const TpStatusTotals *totals = &g_array_index (self->totals, TpStatusTotals, i);
      gboolean same = g_strcmp0 (totals->currency, currency) == 0;
      TpRecord *rate = same ? NULL : find_rate (rates, totals->currency, currency, self->as_of);

      if (!same && rate == NULL)
        {
          g_autofree char *day = tp_day_to_iso (self->as_of);

          g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                       _ ("No exchange rate between %s and %s is recorded on or before %s: add one, "
                          "or choose another currency"),
                       totals->currency, currency, day);
          return FALSE;
        }
      if (!add_totals (&self->converted, totals, rate, error))
        return FALSE;
      if (rate != NULL)
        g_ptr_array_add (self->rates, g_object_ref (rate));
    }
  self->has_converted = TRUE;
  return TRUE;
}
