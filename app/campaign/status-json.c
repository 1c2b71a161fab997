/* status-json.c: the campaign's status as JSON.
 *
 * Money is in minor units and never a fraction; a rate a week is in the indicator's
 * unit, for counts with up to two decimals. What is not stated is null. Organisations
 * are named by their short names, which are the same in every language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "status-json.h"

#include "money.h"

#include <json-glib/json-glib.h>

/* Numbers with a fraction are written by us: the library would write 4.39 as
 * 4.3899999999999997. */
typedef struct
{
  GString *text;
  int depth;
  gboolean first;
} Writer;

static void
write_string (Writer *w, const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (w->text, quoted);
}

static void
begin_member (Writer *w, const char *name)
{
  if (!w->first)
    g_string_append_c (w->text, ',');
  w->first = FALSE;
  g_string_append_printf (w->text, "\n%*s", 2 * w->depth, "");
  if (name != NULL)
    {
      write_string (w, name);
      g_string_append (w->text, ": ");
    }
}

static void
open_group (Writer *w, const char *name, char bracket)
{
  begin_member (w, name);
  g_string_append_c (w->text, bracket);
  w->depth++;
  w->first = TRUE;
}

static void
close_group (Writer *w, char bracket)
{
  w->depth--;
  if (!w->first)
    g_string_append_printf (w->text, "\n%*s", 2 * w->depth, "");
  w->first = FALSE;
  g_string_append_c (w->text, bracket);
}

static void
add_text (Writer *w, const char *name, const char *text)
{
  begin_member (w, name);
  if (text != NULL)
    write_string (w, text);
  else
    g_string_append (w->text, "null");
}

static void
add_number (Writer *w, const char *name, gint64 number)
{
  begin_member (w, name);
  g_string_append_printf (w->text, "%" G_GINT64_FORMAT, number);
}

static void
add_known (Writer *w, const char *name, gboolean set, gint64 number)
{
  if (set)
    add_number (w, name, number);
  else
    add_text (w, name, NULL);
}

static void
add_day (Writer *w, const char *name, TpDay day)
{
  g_autofree char *iso = day != TP_DAY_NONE ? tp_day_to_iso (day) : NULL;

  add_text (w, name, iso);
}

static void
add_decimal (Writer *w, const char *name, gint64 hundredths)
{
  int digits = 2;
  g_autofree char *text = NULL;

  for (; digits > 0 && hundredths % 10 == 0; digits--)
    hundredths /= 10;
  text = tp_decimal_format (hundredths, digits);
  begin_member (w, name);
  g_string_append (w->text, text);
}

static void
add_totals (Writer *w, const TpStatusTotals *totals)
{
  add_text (w, "currency", totals->currency);
  add_number (w, "pledged", totals->pledged);
  add_number (w, "allocated", totals->allocated);
  add_number (w, "disbursed", totals->disbursed);
  add_number (w, "spent", totals->spent);
  add_number (w, "refunded", totals->refunded);
  add_number (w, "delivered", totals->delivered);
}

static void
add_converted (Writer *w, TpStatus *status)
{
  const TpStatusTotals *converted = tp_status_get_converted (status);
  GPtrArray *rates = tp_status_get_rates (status);

  if (converted == NULL)
    {
      add_text (w, "converted", NULL);
      return;
    }
  open_group (w, "converted", '{');
  add_totals (w, converted);
  open_group (w, "rates", '[');
  for (guint i = 0; i < rates->len; i++)
    {
      TpRecord *rate = g_ptr_array_index (rates, i);

      open_group (w, NULL, '{');
      add_day (w, "date", tp_record_get_day (rate, "date"));
      add_text (w, "base", tp_record_get_text (rate, "base"));
      add_number (w, "base_amount", tp_record_get_number (rate, "base_amount"));
      add_text (w, "quote", tp_record_get_text (rate, "quote"));
      add_number (w, "quote_amount", tp_record_get_number (rate, "quote_amount"));
      add_text (w, "basis", tp_record_get_text (rate, "basis"));
      close_group (w, '}');
    }
  close_group (w, ']');
  close_group (w, '}');
}

static void
add_indicator (Writer *w, TpIndicatorStatus *indicator)
{
  TpRecord *record = tp_indicator_status_get_record (indicator);
  const TpTarget *target = tp_indicator_status_get_target (indicator);
  const TpPaceResult *pace = tp_indicator_status_get_pace (indicator);
  const TpForecast *forecast = tp_indicator_status_get_forecast (indicator);
  const char *currency = tp_indicator_status_get_currency (indicator);

  open_group (w, NULL, '{');
  add_text (w, "name", tp_record_get_text (record, "name"));
  add_text (w, "unit", currency != NULL ? currency : tp_record_get_text (record, "unit"));
  add_text (w, "counted", tp_record_get_text (record, "counted"));
  add_number (w, "baseline", target->baseline);
  add_known (w, "target", target->has_target, target->target);
  add_text (w, "qualifier", tp_record_get_text (record, "qualifier"));
  add_number (w, "delivered", pace->delivered);
  add_known (w, "prorated", pace->prorated.set, pace->prorated.value);
  add_text (w, "pace", tp_pace_token (pace->pace));
  if (!pace->has_run_rate)
    add_text (w, "run_rate", NULL);
  else if (currency != NULL)
    add_number (w, "run_rate", tp_ratio_round (pace->run_rate));
  else
    add_decimal (w, "run_rate", tp_ratio_scaled (pace->run_rate, 100));
  add_known (w, "forecast_end", forecast->at_end.set, forecast->at_end.value);
  add_day (w, "forecast_date", forecast->reached == TP_REACHED_ON_DAY ? forecast->day : TP_DAY_NONE);
  close_group (w, '}');
}

static void
add_fund (Writer *w, TpFundStatus *fund)
{
  const TpFundFigures *figures = tp_fund_status_get_figures (fund);

  open_group (w, NULL, '{');
  add_text (w, "key", tp_record_get_text (tp_fund_status_get_record (fund), "key"));
  add_text (w, "currency", tp_fund_status_get_currency (fund));
  add_number (w, "pledged", figures->pledged);
  add_number (w, "allocated", figures->allocated);
  add_number (w, "disbursed", figures->disbursed);
  add_number (w, "spent", figures->spent);
  add_number (w, "refunded", figures->refunded);
  add_number (w, "delivered", figures->delivered);
  add_number (w, "available", figures->available);
  add_number (w, "undelivered", figures->undelivered);
  close_group (w, '}');
}

static void
add_capital (Writer *w, TpCommitmentStatus *commitment)
{
  const char *currency;
  gint64 minor;

  if (!tp_commitment_status_get_capital (commitment, &minor, &currency))
    {
      add_text (w, "capital", NULL);
      return;
    }
  open_group (w, "capital", '{');
  add_number (w, "minor", minor);
  add_text (w, "currency", currency);
  close_group (w, '}');
}

static const char *
key_of (TpRecord *record)
{
  return record != NULL ? tp_record_get_text (record, "key") : NULL;
}

static void
add_commitment (Writer *w, TpCommitmentStatus *commitment)
{
  TpRecord *record = tp_commitment_status_get_record (commitment);
  GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);
  GPtrArray *funds = tp_commitment_status_get_funds (commitment);

  open_group (w, NULL, '{');
  add_text (w, "key", tp_record_get_text (record, "key"));
  add_text (w, "organisation", key_of (tp_commitment_status_get_organisation (commitment)));
  add_text (w, "through", key_of (tp_commitment_status_get_through (commitment)));
  add_text (w, "title", tp_record_get_text (record, "title"));
  add_text (w, "instrument", tp_record_get_text (record, "instruments"));
  add_capital (w, commitment);
  add_day (w, "effective", tp_record_get_day (record, "effective"));
  add_day (w, "end", tp_record_get_day (record, "end"));
  open_group (w, "indicators", '[');
  for (guint i = 0; i < indicators->len; i++)
    add_indicator (w, g_ptr_array_index (indicators, i));
  close_group (w, ']');
  open_group (w, "funds", '[');
  for (guint i = 0; i < funds->len; i++)
    add_fund (w, g_ptr_array_index (funds, i));
  close_group (w, ']');
  close_group (w, '}');
}

/**
 * tp_status_to_json:
 * @self: the campaign's status
 *
 * Returns: (transfer full): one JSON object, with a line break at its end
 */
char *
tp_status_to_json (TpStatus *self)
{
  Writer w = { g_string_new ("{"), 1, TRUE };
  GArray *totals = tp_status_get_totals (self);
  GPtrArray *commitments = tp_status_get_commitments (self);

  add_day (&w, "as_of", tp_status_get_as_of (self));
  open_group (&w, "totals", '[');
  for (guint i = 0; i < totals->len; i++)
    {
      open_group (&w, NULL, '{');
      add_totals (&w, &g_array_index (totals, TpStatusTotals, i));
      close_group (&w, '}');
    }
  close_group (&w, ']');
  add_converted (&w, self);
  add_number (&w, "not_stated", tp_status_get_not_stated (self));
  open_group (&w, "commitments", '[');
  for (guint i = 0; i < commitments->len; i++)
    add_commitment (&w, g_ptr_array_index (commitments, i));
  close_group (&w, ']');
  close_group (&w, '}');
  g_string_append_c (w.text, '\n');
  return g_string_free (w.text, FALSE);
}
