/* chart-pledged.c: what the chart of pledged capital is drawn from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

/**
 * tp_chart_row_name:
 * @commitment: a commitment's status
 *
 * Returns: (transfer full): who keeps the promise, as charts call it: the organisation
 *   and the part of it that it is kept through
 */
char *
tp_chart_row_name (TpCommitmentStatus *commitment)
{
  TpRecord *maker = tp_commitment_status_get_organisation (commitment);
  TpRecord *through = tp_commitment_status_get_through (commitment);

  if (maker == NULL)
    return g_strdup (tp_record_get_title (tp_commitment_status_get_record (commitment)));
  if (through == NULL)
    return g_strdup (tp_record_get_title (maker));
  /* Translators: an organisation and the part of it that a promise is kept through */
  return g_strdup_printf (C_ ("organisation and part", "%s · %s"), tp_record_get_title (maker),
                          tp_record_get_title (through));
}

/* "procurement fund": it stands under a name, so it begins small. */
static char *
instrument_words (TpRecord *commitment)
{
  const char *tokens = tp_record_get_text (commitment, "instruments");
  g_auto (GStrv) list = g_strsplit (tokens != NULL ? tokens : "", " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *title = NULL;
      const char *rest;

      if (list[i][0] == '\0')
        continue;
      title = g_strdup (tp_word_title (tp_words_instrument, list[i]));
      rest = g_utf8_next_char (title);
      if (out->len > 0)
        g_string_append (out, C_ ("between words of a list", ", "));
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (title)));
      g_string_append (out, rest);
    }
  return g_string_free (out, FALSE);
}

/* "at least 10,000 exporters, up to 100,000 products": targets that are no money. */
static char *
stated_instead (TpCommitmentStatus *commitment)
{
  GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < indicators->len; i++)
    {
      TpIndicatorStatus *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *words = NULL;

      if (!tp_indicator_status_get_target (indicator)->has_target
          || tp_indicator_status_get_currency (indicator) != NULL)
        continue;
      words = tp_indicator_status_target_words (indicator);
      if (out->len > 0)
        g_string_append (out, C_ ("between words of a list", ", "));
      /* A Chinese measure word does not say what is counted, as "10,000 exporters" does */
      if (tp_language_is_chinese ())
        g_string_append (out, tp_record_get_title (tp_indicator_status_get_record (indicator)));
      g_string_append (out, words);
    }
  return g_string_free (out, out->len == 0);
}

static void
add_rivals (TpReader *reader, TpPledgedRow *row, TpRecord *commitment, const char *who,
            GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_RIVAL_VALUE);
  g_autoptr (GPtrArray) rivals = NULL;

  tp_query_where_number (query, "subject", TP_OP_EQUAL, tp_record_get_id (commitment));
  rivals = tp_reader_records (reader, query, error);
  for (guint i = 0; rivals != NULL && i < rivals->len; i++)
    {
      TpRecord *rival = g_ptr_array_index (rivals, i);
      const char *currency = tp_record_get_text (rival, "currency");
      g_autoptr (TpRecord) evidence = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *reason = NULL;
      const char *publisher;

      if (tp_record_get_number_or (rival, "used", FALSE)
          || !tp_record_has_word (rival, "subject_kind", tp_kind_token (TP_KIND_COMMITMENT))
          || g_strcmp0 (tp_record_get_text (rival, "field"), "capital") != 0
          || (currency != NULL && g_strcmp0 (currency, row->currency) != 0))
        continue;
      evidence = tp_reader_get (reader, TP_KIND_EVIDENCE, tp_record_get_number_or (rival, "evidence", 0));
      publisher = evidence != NULL ? tp_record_get_text (evidence, "publisher") : NULL;
      amount = tp_money_format_compact (tp_record_get_number (rival, "value"), row->currency);
      if (publisher != NULL)
        /* Translators: a publisher, an organisation, an amount; part of a sentence */
        reason = g_strdup_printf (_ ("%s gives the pledge of %s as %s"), publisher, who, amount);
      else
        /* Translators: an organisation and an amount; part of a sentence */
        reason = g_strdup_printf (_ ("another source gives the pledge of %s as %s"), who, amount);
      tp_pledged_row_add_rival (row, tp_record_get_number (rival, "value"), reason);
    }
}

/* Whether a citation is evidence for what the chart shows: a commitment's capital or
 * its wording, an indicator's target. */
static gboolean
is_shown (TpRecord *citation)
{
  const char *kind = tp_record_get_text (citation, "subject_kind");
  const char *field = tp_record_get_text (citation, "field");

  if (g_strcmp0 (kind, tp_kind_token (TP_KIND_COMMITMENT)) == 0)
    return field == NULL || g_str_equal (field, "capital") || g_str_equal (field, "title");
  return g_strcmp0 (kind, tp_kind_token (TP_KIND_INDICATOR)) == 0
         && (field == NULL || g_str_equal (field, "target"));
}

static gboolean
count_evidence (TpRecord *citation, gpointer counts, GError **error)
{
  gint64 id = tp_record_get_number (citation, "evidence");
  gint64 *n;

  if (!is_shown (citation))
    return TRUE;
  n = g_hash_table_lookup (counts, &id);
  if (n == NULL)
    {
      n = g_new0 (gint64, 1);
      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), n);
    }
  (*n)++;
  return TRUE;
}

/* "“Title” (Publisher, 2025)", by what is known of it. */
static char *
evidence_words (TpRecord *evidence)
{
  const char *publisher = tp_record_get_text (evidence, "publisher");
  int precision = tp_word_index (tp_words_precision, tp_record_get_text (evidence, "precision"));
  g_autofree char *date = NULL;

  if (tp_record_is_set (evidence, "date"))
    date = tp_day_format (tp_record_get_day (evidence, "date"),
                          precision >= 0 ? (TpPrecision) precision : TP_PRECISION_DAY);
  if (publisher != NULL && date != NULL)
    /* Translators: title, publisher and date of a source */
    return g_strdup_printf (_ ("“%s” (%s, %s)"), tp_record_get_text (evidence, "title"), publisher, date);
  if (publisher != NULL || date != NULL)
    /* Translators: title of a source, and its publisher or its date */
    return g_strdup_printf (_ ("“%s” (%s)"), tp_record_get_text (evidence, "title"),
                            publisher != NULL ? publisher : date);
  /* Translators: title of a source */
  return g_strdup_printf (_ ("“%s”"), tp_record_get_text (evidence, "title"));
}

/* The source that most figures rest on, and how many others there are. */
static char *
source_line (TpReader *reader, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (TpRecord) evidence = NULL;
  g_autofree char *words = NULL;
  GHashTableIter iter;
  gint64 *id, *n;
  gint64 best = 0, most = 0;
  guint others;

  if (!tp_reader_each (reader, TP_KIND_CITATION, count_evidence, counts, error))
    return NULL;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &n))
    if (*n > most || (*n == most && *id < best))
      {
        most = *n;
        best = *id;
      }
  evidence = tp_reader_get (reader, TP_KIND_EVIDENCE, best);
  if (evidence == NULL)
    return NULL;
  words = evidence_words (evidence);
  others = g_hash_table_size (counts) - 1;
  if (others == 0)
    /* Translators: %s is a title in quotes with what is known of it */
    return g_strdup_printf (_ ("Source: %s."), words);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Sources: %s and %u other.",
                                       "Sources: %s and %u others.", others),
                          words, others);
}

static void
add_row (TpReader *reader, TpPledgedData *data, TpCommitmentStatus *commitment, GError **error)
{
  TpRecord *record = tp_commitment_status_get_record (commitment);
  TpIndicatorStatus *main_indicator = tp_commitment_status_get_main (commitment);
  g_autofree char *name = tp_chart_row_name (commitment);
  g_autofree char *sub = instrument_words (record);
  g_autofree char *instead = NULL;
  TpFundFigures figures;
  const char *currency, *fund_currency;
  TpPledgedRow *row;
  gint64 minor;

  row = tp_pledged_data_add (data, TP_KIND_COMMITMENT, tp_record_get_id (record),
                             tp_record_get_text (record, "key"), name, sub);
  if (!tp_commitment_status_get_capital (commitment, &minor, &currency))
    {
      instead = stated_instead (commitment);
      tp_pledged_row_set_instead (row, instead);
      return;
    }
  tp_pledged_row_set_capital (row, minor, currency);
  add_rivals (reader, row, record, name, error);
  if (tp_commitment_status_get_figures (commitment, &figures, &fund_currency)
      && g_strcmp0 (currency, fund_currency) == 0)
    {
      tp_pledged_row_set_allocated (row, figures.allocated);
      tp_pledged_row_set_delivered (row, figures.delivered);
    }
  if (main_indicator != NULL
      && g_strcmp0 (tp_indicator_status_get_currency (main_indicator), currency) == 0)
    {
      const TpPaceResult *pace = tp_indicator_status_get_pace (main_indicator);

      if (pace->prorated.set)
        tp_pledged_row_set_prorated (row, pace->prorated.value);
    }
}

/* Where an organisation promised several things without a figure, the promise tells its
 * rows apart. */
static void
tell_apart (TpPledgedData *data, GPtrArray *commitments)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < data->rows->len; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (data->rows, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->name));

      if (!row->has_capital)
        g_hash_table_insert (counts, g_strdup (row->name), GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < data->rows->len; i++)
    {
      TpPledgedRow *row = g_ptr_array_index (data->rows, i);
      TpRecord *record = tp_commitment_status_get_record (g_ptr_array_index (commitments, i));
      g_autofree char *name = NULL;

      if (row->has_capital || GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->name)) < 2)
        continue;
      /* Translators: an organisation and its promise, in a chart */
      name = g_strdup_printf (C_ ("organisation and promise in a chart", "%s · %s"), row->name,
                              tp_record_get_title (record));
      g_set_str (&row->name, name);
    }
}

/**
 * tp_chart_pledged_of:
 * @reader: a reader
 * @status: the campaign on a day
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one row for each commitment, with the source
 *   that most of the figures rest on
 */
TpPledgedData *
tp_chart_pledged_of (TpReader *reader, TpStatus *status, GError **error)
{
  GPtrArray *commitments = tp_status_get_commitments (status);
  g_autoptr (GError) failed = NULL;
  g_autofree char *source = source_line (reader, &failed);
  g_autoptr (TpPledgedData) data = tp_pledged_data_new (tp_status_get_as_of (status), source,
                                                        tp_status_is_demonstration (status));

  for (guint i = 0; failed == NULL && i < commitments->len; i++)
    add_row (reader, data, g_ptr_array_index (commitments, i), &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  tell_apart (data, commitments);
  return g_steal_pointer (&data);
}
