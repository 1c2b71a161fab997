/* overview-tiles.c: the campaign's figures beside their targets.
 *
 * No figure is named here: after the capital there is a tile for each measure that
 * some commitment has a target of, with the largest of its targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-private.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

/* In the order in which people ask: money, then exporters, goods, places, services. */
static const char *const measures[] = {
  "capital_delivered", "exporters_reached", "products_reached", "provinces_reached",
  "exporters_served",  "benefits_used",     "first_sales",      "reported",
};

#define N_TILES 6

static double
share_of (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : -1;
}

static void
add_capital (GListStore *tiles, TpStatus *status)
{
  GArray *totals = tp_status_get_totals (status);
  const TpStatusTotals *first = totals->len > 0 ? &g_array_index (totals, TpStatusTotals, 0) : NULL;
  guint n = tp_status_get_commitments (status)->len;
  guint stated = n - tp_status_get_not_stated (status);
  g_autofree char *value = NULL, *of = NULL, *note = NULL, *hint = NULL;
  g_autoptr (TpOverviewTile) tile = NULL;

  /* Translators: below a sum of pledges: "CN¥302 bn. Stated by 3 of 9 commitments" */
  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Stated by %u of %u commitment",
                                       "Stated by %u of %u commitments", n),
                          stated, n);
  hint = g_strdup (note);
  if (first != NULL && first->pledged > 0)
    {
      value = tp_money_format_compact (first->pledged, first->currency);
      if (totals->len > 1 && g_array_index (totals, TpStatusTotals, 1).pledged > 0)
        {
          const TpStatusTotals *second = &g_array_index (totals, TpStatusTotals, 1);
          g_autofree char *more = tp_money_format_compact (second->pledged, second->currency);

          /* Translators: pledges in a second currency, which are not part of the sum before */
          of = g_strdup_printf (C_ ("tile", "and %s"), more);
        }
      if (first->allocated > 0)
        {
          g_autofree char *allocated = tp_money_format_compact (first->allocated, first->currency);
          g_autofree char *share = tp_percent_format (first->allocated, first->pledged, 0);
          g_autofree char *words = g_strdup_printf (C_ ("tile", "%s allocated"), allocated);

          g_free (hint);
          hint = g_strdup_printf ("%s\n%s", note, words);
          /* Translators: a sum of money in the tooltip, a share beside the sum of pledges */
          if (of == NULL)
            of = g_strdup_printf (C_ ("tile", "%s allocated"), share);
        }
    }
  else
    value = g_strdup (C_ ("tile", "Not stated"));
  tile = g_object_new (
      TP_TYPE_OVERVIEW_TILE, "title", C_ ("tile", "Capital pledged"), "value", value, "of", of, "pace", "",
      "note", note, "hint", hint, "opens", "win.show-view::commitments", "fraction",
      first != NULL && first->pledged > 0 ? 0.0 : -1.0, "middle",
      first != NULL ? share_of (first->allocated, first->pledged) : -1.0, NULL);
  g_list_store_append (tiles, tile);
}

/* Of two targets alike, the one that was there first. */
static gboolean
is_larger (TpIndicatorStatus *a, TpIndicatorStatus *b)
{
  gint64 left = tp_indicator_status_get_target (a)->target;
  gint64 right = tp_indicator_status_get_target (b)->target;

  return left > right
         || (left == right
             && tp_record_get_id (tp_indicator_status_get_record (a))
                    < tp_record_get_id (tp_indicator_status_get_record (b)));
}

/* The indicator with the largest target of a measure, or NULL. */
static TpIndicatorStatus *
largest (TpStatus *status, const char *measure, TpCommitmentStatus **of)
{
  GPtrArray *commitments = tp_status_get_commitments (status);
  TpIndicatorStatus *best = NULL;

  for (guint i = 0; i < commitments->len; i++)
    {
      GPtrArray *indicators
          = tp_commitment_status_get_indicators (g_ptr_array_index (commitments, i));

      for (guint j = 0; j < indicators->len; j++)
        {
          TpIndicatorStatus *indicator = g_ptr_array_index (indicators, j);
          const TpTarget *target = tp_indicator_status_get_target (indicator);

          /* Amounts in another currency are no larger and no smaller */
          if (!target->has_target
              || (best != NULL
                  && g_strcmp0 (tp_indicator_status_get_currency (best), tp_indicator_status_get_currency (indicator)) != 0)
              || !tp_record_has_word (tp_indicator_status_get_record (indicator), "measure", measure)
              || (best != NULL && !is_larger (indicator, best)))
            continue;
          best = indicator;
          *of = g_ptr_array_index (commitments, i);
        }
    }
  return best;
}

static char *
figure (TpIndicatorStatus *indicator, gint64 value)
{
  const char *currency = tp_indicator_status_get_currency (indicator);

  return currency != NULL ? tp_money_format_compact (value, currency) : tp_count_format (value);
}

/* English leaves the unit to the tile's title; Chinese does not count without a measure
 * word: "1万家". */
static char *
target_figure (TpIndicatorStatus *indicator, gint64 value)
{
  g_autofree char *number = NULL;

  if (tp_indicator_status_get_currency (indicator) != NULL || !tp_language_is_chinese ())
    return figure (indicator, value);
  number = tp_count_format_compact (value);
  return g_strconcat (number, tp_indicator_status_get_unit (indicator), NULL);
}

/* "of at least 10,000" */
static char *
target_words (TpIndicatorStatus *indicator)
{
  const TpTarget *target = tp_indicator_status_get_target (indicator);
  g_autofree char *number = target_figure (indicator, target->target);

  switch (target->qualifier)
    {
    case TP_QUALIFIER_AT_LEAST:
      return g_strdup_printf (C_ ("tile", "of at least %s"), number);
    case TP_QUALIFIER_MORE_THAN:
      return g_strdup_printf (C_ ("tile", "of more than %s"), number);
    case TP_QUALIFIER_UP_TO:
      return g_strdup_printf (C_ ("tile", "of up to %s"), number);
    case TP_QUALIFIER_ABOUT:
      return g_strdup_printf (C_ ("tile", "of about %s"), number);
    case TP_QUALIFIER_EXACT:
    default:
      return g_strdup_printf (C_ ("tile", "of %s"), number);
    }
}

static char *
note_words (TpIndicatorStatus *indicator)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (indicator);

  if (pace->prorated.set && pace->pace != TP_PACE_FULFILLED)
    {
      g_autofree char *prorated = figure (indicator, pace->prorated.value);

      /* Translators: where delivery would be if it came evenly over the period */
      return g_strdup_printf (C_ ("tile", "Pro-rated %s"), prorated);
    }
  if (pace->pace == TP_PACE_STALLED && pace->last_delivery != TP_DAY_NONE)
    {
      int days = pace->as_of - pace->last_delivery;

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "None for %d day", "None for %d days", days),
                              days);
    }
  return g_strdup ("");
}

/* What the tile counts: the exporters behind it, or the promise whose number it is. */
static char *
opens_of (TpIndicatorStatus *indicator, TpCommitmentStatus *commitment)
{
  TpRecord *record = tp_indicator_status_get_record (indicator);

  if (!tp_indicator_status_is_reported (indicator)
      && (tp_record_has_word (record, "measure", "exporters_reached")
          || tp_record_has_word (record, "measure", "products_reached")
          || tp_record_has_word (record, "measure", "provinces_reached")
          || tp_record_has_word (record, "measure", "exporters_served")
          || tp_record_has_word (record, "measure", "first_sales")))
    return g_strdup_printf ("win.show-exporters::indicator=%" G_GINT64_FORMAT, tp_record_get_id (record));
  return tp_opens_record ("commitment",
                          tp_record_get_id (tp_commitment_status_get_record (commitment)));
}

static void
add_indicator (GListStore *tiles, TpIndicatorStatus *indicator, TpCommitmentStatus *commitment)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (indicator);
  TpRecord *through = tp_commitment_status_get_through (commitment);
  TpRecord *maker
      = through != NULL ? through : tp_commitment_status_get_organisation (commitment);
  g_autofree char *value = figure (indicator, pace->delivered);
  g_autofree char *of = target_words (indicator);
  g_autofree char *note = note_words (indicator);
  g_autofree char *opens = opens_of (indicator, commitment);
  g_autofree char *sentence = tp_indicator_status_pace_sentence (indicator);
  g_autofree char *hint = maker != NULL
                              ? g_strdup_printf ("%s\n%s", tp_record_get_title (maker), sentence)
                              : g_strdup (sentence);
  g_autoptr (TpOverviewTile) tile = g_object_new (
      TP_TYPE_OVERVIEW_TILE, "title",
      tp_record_get_local (tp_indicator_status_get_record (indicator), "name"), "value", value, "of", of,
      "pace", tp_pace_token (pace->pace), "note", note, "opens", opens, "hint", hint, "fraction",
      tp_indicator_status_get_fraction (indicator), "tick", tp_indicator_status_get_tick (indicator), NULL);

  g_list_store_append (tiles, tile);
}

void
tp_overview_add_tiles (GListStore *tiles, TpStatus *status)
{
  add_capital (tiles, status);
  for (gsize i = 0;
       i < G_N_ELEMENTS (measures) && g_list_model_get_n_items (G_LIST_MODEL (tiles)) < N_TILES; i++)
    {
      TpCommitmentStatus *commitment = NULL;
      TpIndicatorStatus *indicator = largest (status, measures[i], &commitment);

      if (indicator != NULL)
        add_indicator (tiles, indicator, commitment);
    }
}
