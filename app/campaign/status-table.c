/* status-table.c: the campaign's status as text for terminals.
 *
 * One line a promise, one below it for each further number it states, then the funds
 * and the sums.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "status-table.h"

#include "numbers.h"
#include "row-table.h"

#include <glib/gi18n-lib.h>

#define WIDEST 46

static char *
capital_of (TpCommitmentStatus *commitment)
{
  const char *currency;
  gint64 minor;

  if (!tp_commitment_status_get_capital (commitment, &minor, &currency))
    return g_strdup (C_ ("value", "Not stated"));
  return tp_money_format_compact (minor, currency);
}

static char *
organisation_of (TpCommitmentStatus *commitment)
{
  TpRecord *maker = tp_commitment_status_get_organisation (commitment);
  TpRecord *through = tp_commitment_status_get_through (commitment);

  if (maker == NULL)
    return g_strdup ("");
  if (through == NULL)
    return g_strdup (tp_record_get_title (maker));
  /* Translators: an organisation and the sub-platform it acts through */
  return g_strdup_printf (C_ ("organisation and sub-platform", "%s, %s"), tp_record_get_title (maker),
                          tp_record_get_title (through));
}

static char *
due_of (TpIndicatorStatus *indicator)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (indicator);

  if (!pace->prorated.set)
    return g_strdup ("");
  return tp_indicator_status_format (indicator, pace->prorated.value);
}

static char *
forecast_of (TpIndicatorStatus *indicator)
{
  const TpForecast *forecast = tp_indicator_status_get_forecast (indicator);

  if (forecast->reached == TP_REACHED_ALREADY)
    return g_strdup (C_ ("forecast", "Reached"));
  if (forecast->at_end.set)
    return tp_indicator_status_format (indicator, forecast->at_end.value);
  if (forecast->reached == TP_REACHED_ON_DAY)
    return tp_day_to_iso (forecast->day);
  return g_strdup ("");
}

static void
add_indicator (TpRowTable *table, TpIndicatorStatus *indicator, const char *organisation,
               const char *title, const char *capital)
{
  const char *pace = tp_pace_token (tp_indicator_status_get_pace (indicator)->pace);
  g_autofree char *measure = tp_indicator_status_measure_words (indicator);
  g_autofree char *due = due_of (indicator);
  g_autofree char *forecast = forecast_of (indicator);

  tp_row_table_add (table, (const char *const[]){ organisation, title, capital, measure, due,
                                                  tp_word_title (tp_words_pace, pace), forecast });
}

static void
add_commitment (TpRowTable *table, TpCommitmentStatus *commitment)
{
  GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);
  TpIndicatorStatus *main = tp_commitment_status_get_main (commitment);
  const char *title = tp_record_get_title (tp_commitment_status_get_record (commitment));
  g_autofree char *organisation = organisation_of (commitment);
  g_autofree char *capital = capital_of (commitment);

  if (main == NULL)
    {
      g_autofree char *measure = tp_commitment_status_get_measure (commitment);
      const char *pace = tp_pace_token (tp_commitment_status_get_pace (commitment));

      tp_row_table_add (table, (const char *const[]){ organisation, title, capital, measure, "",
                                                      tp_word_title (tp_words_pace, pace), "" });
      return;
    }
  add_indicator (table, main, organisation, title, capital);
  for (guint i = 0; i < indicators->len; i++)
    {
      TpIndicatorStatus *indicator = g_ptr_array_index (indicators, i);

      if (indicator != main)
        add_indicator (table, indicator, "",
                       tp_record_get_title (tp_indicator_status_get_record (indicator)), "");
    }
}

static char *
commitments_table (TpStatus *self)
{
  const char *headings[] = {
    C_ ("column", "Organisation"), C_ ("column", "Promise"), C_ ("column", "Capital"),
    C_ ("column", "Delivered"),    C_ ("column", "Due"),     C_ ("column", "Pace"),
    C_ ("column", "Forecast"),
  };
  g_autoptr (TpRowTable) table = tp_row_table_new (headings, G_N_ELEMENTS (headings));
  GPtrArray *commitments = tp_status_get_commitments (self);

  for (guint i = 0; i < commitments->len; i++)
    add_commitment (table, g_ptr_array_index (commitments, i));
  return tp_row_table_to_string (table, WIDEST);
}

static char *
funds_table (TpStatus *self)
{
  const char *headings[] = {
    C_ ("column", "Fund"),      C_ ("column", "Pledged"),   C_ ("column", "Allocated"),
    C_ ("column", "Delivered"), C_ ("column", "Available"), C_ ("column", "Undelivered"),
  };
  g_autoptr (TpRowTable) table = tp_row_table_new (headings, G_N_ELEMENTS (headings));
  GPtrArray *funds = tp_status_get_funds (self);

  for (guint i = 0; i < funds->len; i++)
    {
      TpFundStatus *fund = g_ptr_array_index (funds, i);
      const TpFundFigures *f = tp_fund_status_get_figures (fund);
      const char *currency = tp_fund_status_get_currency (fund);
      g_autofree char *pledged = tp_money_format_compact (f->pledged, currency);
      g_autofree char *allocated = tp_money_format_compact (f->allocated, currency);
      g_autofree char *delivered = tp_money_format_compact (f->delivered, currency);
      g_autofree char *available = tp_money_format_compact (f->available, currency);
      g_autofree char *undelivered = tp_money_format_compact (f->undelivered, currency);

      tp_row_table_add (table, (const char *const[]){ tp_record_get_title (tp_fund_status_get_record (fund)),
                                                      pledged, allocated, delivered, available,
                                                      undelivered });
    }
  return tp_row_table_to_string (table, WIDEST);
}

static void
append_totals (GString *text, const TpStatusTotals *totals, guint n_commitments)
{
  g_autofree char *pledged = tp_money_format_compact (totals->pledged, totals->currency);
  g_autofree char *allocated = tp_money_format_compact (totals->allocated, totals->currency);
  g_autofree char *delivered = tp_money_format_compact (totals->delivered, totals->currency);
  g_autofree char *unallocated = tp_money_format_compact (totals->unallocated, totals->currency);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE,
                                       "Pledged %s, stated by %u of %u commitment; allocated %s; delivered %s.\n",
                                       "Pledged %s, stated by %u of %u commitments; allocated %s; delivered %s.\n",
                                       n_commitments),
                          pledged, totals->stated, n_commitments, allocated, delivered);
  if (totals->unallocated != 0)
    g_string_append_printf (text, _ ("Unallocated: %s was delivered that belongs to no commitment.\n"),
                            unallocated);
}

static void
append_converted (GString *text, TpStatus *self)
{
  const TpStatusTotals *converted = tp_status_get_converted (self);
  GPtrArray *rates = tp_status_get_rates (self);

  if (converted == NULL)
    return;
  g_string_append_printf (text, _ ("In %s:\n"), converted->currency);
  append_totals (text, converted, tp_status_get_commitments (self)->len);
  for (guint i = 0; i < rates->len; i++)
    {
      TpRecord *rate = g_ptr_array_index (rates, i);
      g_autofree char *date = tp_day_to_iso (tp_record_get_day (rate, "date"));
      g_autofree char *base = tp_money_format_compact (tp_record_get_number (rate, "base_amount"),
                                                       tp_record_get_text (rate, "base"));
      g_autofree char *quote = tp_money_format_compact (tp_record_get_number (rate, "quote_amount"),
                                                        tp_record_get_text (rate, "quote"));

      /* Translators: an exchange rate and its date: CN¥100 bn = US$13.7 bn (2025-01-01) */
      g_string_append_printf (text, _ ("Rate used: %s = %s (%s)\n"), base, quote, date);
    }
}

/**
 * tp_status_to_table:
 * @self: the campaign's status
 *
 * Returns: (transfer full): commitments, funds and sums as aligned lines of text
 */
char *
tp_status_to_table (TpStatus *self)
{
  GString *text = g_string_new (NULL);
  GArray *totals = tp_status_get_totals (self);
  guint n = tp_status_get_commitments (self)->len;
  g_autofree char *day = tp_day_to_iso (tp_status_get_as_of (self));
  g_autofree char *commitments = NULL;

  /* Translators: %s is a date */
  g_string_append_printf (text, _ ("As of %s\n\n"), day);
  if (tp_status_is_demonstration (self))
    g_string_append_printf (text, "%s\n\n", _ ("Demonstration data: parts of it are invented."));
  if (n == 0)
    g_string_append_printf (text, "%s\n", _ ("No commitments are recorded."));
  else
    {
      commitments = commitments_table (self);
      g_string_append (text, commitments);
    }
  if (tp_status_get_funds (self)->len > 0)
    {
      g_autofree char *funds = funds_table (self);

      g_string_append_printf (text, "\n%s\n", funds);
    }
  for (guint i = 0; i < totals->len; i++)
    append_totals (text, &g_array_index (totals, TpStatusTotals, i), n);
  append_converted (text, self);
  return g_string_free (text, FALSE);
}
