/* commitment-detail.c: a promise with all that hangs on it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-detail-private.h"

#include "detail-line.h"
#include "edit-settings.h"
#include "error.h"
#include "event-line.h"
#include "field-text.h"
#include "indicator-row.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  PROP_0,
  PROP_ORGANISATION,
  PROP_TITLE,
  PROP_PACE,
  PROP_EXPLANATION,
  PROP_TAGS,
  PROP_NOTE,
  PROP_PLEDGED,
  PROP_ALLOCATED,
  PROP_DELIVERED,
  PROP_ALLOCATED_SHARE,
  PROP_DELIVERED_SHARE,
  PROP_EXACT,
  PROP_ANNOUNCED,
  PROP_EFFECTIVE,
  PROP_END,
  PROP_HAS_CAPITAL,
  PROP_ALLOCATED_FRACTION,
  PROP_DELIVERED_FRACTION,
  PROP_TICK,
  PROP_INDICATORS,
  PROP_EVIDENCE,
  PROP_RIVALS,
  PROP_EVENTS,
  PROP_PROGRAMMES,
  PROP_HISTORY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCommitmentDetail, tp_commitment_detail, G_TYPE_OBJECT)

/* The places of the strings, lists and numbers in the order of their properties. */
static const char *
text_of (TpCommitmentDetail *self, guint id)
{
  const char *const texts[] = {
    self->organisation, self->title,     self->pace,
    self->explanation,  self->tags,      self->note,
    self->pledged,      self->allocated, self->delivered,
    self->allocated_share, self->delivered_share, self->exact,
    self->announced,    self->effective, self->end,
  };

  return texts[id - PROP_ORGANISATION];
}

static GListStore *
list_of (TpCommitmentDetail *self, guint id)
{
  GListStore *const lists[] = { self->indicators, self->evidence,   self->rivals,
                                self->events,     self->programmes, self->history };

  return lists[id - PROP_INDICATORS];
}

static void
tp_commitment_detail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCommitmentDetail *self = TP_COMMITMENT_DETAIL (object);

  if (id >= PROP_ORGANISATION && id <= PROP_END)
    g_value_set_string (value, text_of (self, id));
  else if (id >= PROP_INDICATORS && id <= PROP_HISTORY)
    g_value_set_object (value, list_of (self, id));
  else if (id == PROP_HAS_CAPITAL)
    g_value_set_boolean (value, self->has_capital);
  else if (id == PROP_ALLOCATED_FRACTION)
    g_value_set_double (value, self->allocated_fraction);
  else if (id == PROP_DELIVERED_FRACTION)
    g_value_set_double (value, self->delivered_fraction);
  else if (id == PROP_TICK)
    g_value_set_double (value, self->tick);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_commitment_detail_finalize (GObject *object)
{
  TpCommitmentDetail *self = TP_COMMITMENT_DETAIL (object);

  g_clear_object (&self->status);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->organisation);
  g_free (self->title);
  g_free (self->explanation);
  g_free (self->tags);
  g_free (self->note);
  g_free (self->pledged);
  g_free (self->allocated);
  g_free (self->delivered);
  g_free (self->allocated_share);
  g_free (self->delivered_share);
  g_free (self->exact);
  g_free (self->announced);
  g_free (self->effective);
  g_free (self->end);
  for (guint id = PROP_INDICATORS; id <= PROP_HISTORY; id++)
    g_object_unref (list_of (self, id));
  g_hash_table_unref (self->numbers);
  G_OBJECT_CLASS (tp_commitment_detail_parent_class)->finalize (object);
}

static void
tp_commitment_detail_class_init (TpCommitmentDetailClass *class)
{
  static const char *const texts[]
      = { "organisation", "title",    "pace",      "explanation",     "tags",
          "note",         "pledged",  "allocated", "delivered",       "allocated-share",
          "delivered-share", "exact", "announced", "effective",       "end" };
  static const char *const lists[]
      = { "indicators", "evidence", "rivals", "events", "programmes", "history" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_commitment_detail_get_property;
  object_class->finalize = tp_commitment_detail_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    props[PROP_ORGANISATION + i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    props[PROP_INDICATORS + i] = g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_HAS_CAPITAL] = g_param_spec_boolean ("has-capital", NULL, NULL, FALSE, flags);
  props[PROP_ALLOCATED_FRACTION]
      = g_param_spec_double ("allocated-fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_DELIVERED_FRACTION]
      = g_param_spec_double ("delivered-fraction", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  props[PROP_TICK] = g_param_spec_double ("tick", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_commitment_detail_init (TpCommitmentDetail *self)
{
  self->indicators = g_list_store_new (TP_TYPE_INDICATOR_ROW);
  self->evidence = g_list_store_new (TP_TYPE_DETAIL_LINE);
  self->rivals = g_list_store_new (TP_TYPE_DETAIL_LINE);
  self->events = g_list_store_new (TP_TYPE_DETAIL_LINE);
  self->programmes = g_list_store_new (TP_TYPE_DETAIL_LINE);
  self->history = g_list_store_new (TP_TYPE_DETAIL_LINE);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->allocated_fraction = self->delivered_fraction = self->tick = -1;
}

/* The promise's words */

static char *
tags_of (TpRecord *record)
{
  GString *tags = g_string_new (NULL);
  g_auto (GStrv) instruments
      = g_strsplit (tp_record_is_set (record, "instruments") ? tp_record_get_text (record, "instruments") : "",
                    " ", -1);
  g_auto (GStrv) purposes
      = g_strsplit (tp_record_is_set (record, "purposes") ? tp_record_get_text (record, "purposes") : "", " ",
                    -1);

  for (guint i = 0; instruments[i] != NULL; i++)
    g_string_append_printf (tags, "%s\n", tp_word_title (tp_words_instrument, instruments[i]));
  for (guint i = 0; purposes[i] != NULL; i++)
    g_string_append_printf (tags, "%s\n", tp_word_title (tp_words_purpose, purposes[i]));
  g_string_append (tags, tp_word_title (tp_words_commitment_status, tp_record_get_text (record, "status")));
  return g_string_free (tags, FALSE);
}

static char *
organisation_of (TpCommitmentStatus *status)
{
  TpRecord *maker = tp_commitment_status_get_organisation (status);
  TpRecord *through = tp_commitment_status_get_through (status);

  if (maker == NULL)
    return g_strdup (C_ ("view", "Commitment"));
  if (through == NULL)
    return g_strdup (tp_record_get_title (maker));
  return g_strdup_printf (C_ ("organisation and sub-platform", "%s, %s"), tp_record_get_title (maker),
                          tp_record_get_title (through));
}

/* A date as far as it is known, and whether it was stated or assumed. */
static char *
date_words (TpCommitmentDetail *self, const char *field, const char *precision, const char *basis)
{
  TpRecord *record = tp_commitment_status_get_record (self->status);
  const char *known = precision != NULL ? tp_record_get_text (record, precision) : NULL;
  gboolean assumed = g_strcmp0 (tp_record_get_text (record, basis), "assumed") == 0;
  guint number = tp_commitment_detail_footnote (self, TP_KIND_COMMITMENT, tp_record_get_id (record), field);
  g_autofree char *mark = tp_footnote_mark (number);
  g_autofree char *date = tp_field_to_display (tp_kind_field (TP_KIND_COMMITMENT, field), record);
  g_autofree char *words = NULL;

  if (!tp_record_is_set (record, field))
    return g_steal_pointer (&date);
  if (known != NULL && !g_str_equal (known, "day"))
    words = g_strdup_printf (C_ ("date", "%s, day not stated"), date);
  else
    words = g_strdup (date);
  if (assumed)
    return g_strdup_printf (C_ ("date", "%s, assumed%s"), words, mark);
  return g_strdup_printf ("%s%s", words, mark);
}

static char *
figure_words (gint64 minor, const char *currency, guint footnote)
{
  g_autofree char *figure = tp_money_format_compact (minor, currency);
  g_autofree char *mark = tp_footnote_mark (footnote);

  return g_strdup_printf ("%s%s", figure, mark);
}

static double
share_of (gint64 part, gint64 whole)
{
  return whole > 0 ? MAX (0, (double) part / (double) whole) : 0;
}

static void
take_capital (TpCommitmentDetail *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self->status);
  gint64 id = tp_record_get_id (tp_commitment_status_get_record (self->status));
  guint ledger = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, "ledger"));
  g_autofree char *pledged = NULL, *allocated = NULL, *delivered = NULL;
  TpFundFigures f;
  const char *currency;

  self->has_capital = tp_commitment_status_get_figures (self->status, &f, &currency);
  if (!self->has_capital)
    return;
  self->pledged
      = figure_words (f.pledged, currency,
                      tp_commitment_detail_footnote (self, TP_KIND_COMMITMENT, id, "capital"));
  self->allocated = figure_words (f.allocated, currency, f.allocated != 0 ? ledger : 0);
  self->delivered = figure_words (f.delivered, currency, f.delivered != 0 ? ledger : 0);
  if (f.pledged > 0)
    {
      self->allocated_share = tp_percent_format (f.allocated, f.pledged, 0);
      self->delivered_share = tp_percent_format (f.delivered, f.pledged, 0);
    }
  self->allocated_fraction = share_of (f.allocated, f.pledged);
  self->delivered_fraction = share_of (f.delivered, f.pledged);
  if (main != NULL && g_strcmp0 (tp_indicator_status_get_currency (main), currency) == 0)
    self->tick = tp_indicator_status_get_tick (main);
  pledged = tp_money_format_exact (f.pledged, currency);
  allocated = tp_money_format_exact (f.allocated, currency);
  delivered = tp_money_format_exact (f.delivered, currency);
  self->exact = g_strdup_printf (_ ("Pledged: %s\nAllocated: %s\nDelivered: %s"), pledged, allocated,
                                 delivered);
}

static void
take_indicators (TpCommitmentDetail *self)
{
  GPtrArray *indicators = tp_commitment_status_get_indicators (self->status);

  for (guint i = 0; i < indicators->len; i++)
    {
      TpIndicatorStatus *indicator = g_ptr_array_index (indicators, i);
      gint64 id = tp_record_get_id (tp_indicator_status_get_record (indicator));
      guint number = tp_commitment_detail_footnote (self, TP_KIND_INDICATOR, id, "target");
      g_autoptr (TpIndicatorRow) row = tp_indicator_row_new (indicator, number, self->demonstration);

      g_list_store_append (self->indicators, row);
    }
}

static void
take_events (TpCommitmentDetail *self, TpReader *reader)
{
  gint64 id = tp_record_get_id (tp_commitment_status_get_record (self->status));
  g_autoptr (GPtrArray) links = tp_reader_children (reader, TP_KIND_EVENT_LINK, "commitment", id);

  for (guint i = 0; i < links->len; i++)
    {
      gint64 event = tp_record_get_number (g_ptr_array_index (links, i), "event");
      g_autoptr (TpRecord) record = tp_reader_get (reader, TP_KIND_EVENT, event);
      g_autoptr (TpDetailLine) line = NULL;

      if (record == NULL
          || (tp_record_is_set (record, "date") && tp_record_get_day (record, "date") > self->as_of))
        continue;
      line = tp_event_line (reader, record);
      /* The page is the commitment's own. */
      tp_detail_line_set_record (line, TP_KIND_NONE, 0);
      g_list_store_append (self->events, line);
    }
}

static void
take_programmes (TpCommitmentDetail *self, TpReader *reader)
{
  gint64 id = tp_record_get_id (tp_commitment_status_get_record (self->status));
  g_autoptr (GPtrArray) programmes = tp_reader_children (reader, TP_KIND_PROGRAMME, "commitment", id);

  for (guint i = 0; i < programmes->len; i++)
    {
      TpRecord *programme = g_ptr_array_index (programmes, i);
      g_autoptr (TpRecord) channel
          = tp_record_is_set (programme, "channel")
                ? tp_reader_get (reader, TP_KIND_CHANNEL, tp_record_get_number (programme, "channel"))
                : NULL;
      g_autoptr (TpDetailLine) line
          = tp_detail_line_new (tp_record_get_title (programme),
                                channel != NULL ? tp_record_get_title (channel) : NULL, NULL);

      g_list_store_append (self->programmes, line);
    }
}

/**
 * tp_commitment_detail_read:
 * @reader: a reader
 * @request: (type TpCommitmentRequest): which, on which day
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable) (type TpCommitmentDetail): its page in words;
 *   %TP_ERROR_NOT_FOUND where it is not (or no longer) there
 */
gpointer
tp_commitment_detail_read (TpReader *reader, gpointer request, GError **error)
{
  const TpCommitmentRequest *asked = request;
  g_autoptr (TpCommitmentDetail) self = g_object_new (TP_TYPE_COMMITMENT_DETAIL, NULL);
  g_autoptr (TpRecord) record = tp_reader_get (reader, TP_KIND_COMMITMENT, asked->commitment);
  g_autofree char *demonstration = tp_reader_setting (reader, "demonstration");

  if (record == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("This commitment is not in the workspace any more: go back to the list"));
      return NULL;
    }
  self->as_of = asked->as_of;
  self->demonstration = g_strcmp0 (demonstration, "1") == 0;
  self->zone = tp_reader_time_zone (reader);
  self->status = tp_commitment_status_read (reader, record, asked->as_of, error);
  if (self->status == NULL)
    return NULL;
  self->organisation = organisation_of (self->status);
  self->title = g_strdup (tp_record_get_title (record));
  self->pace = tp_pace_token (tp_commitment_status_get_pace (self->status));
  self->explanation = g_strdup (tp_commitment_status_get_explanation (self->status));
  self->tags = tags_of (record);
  self->note = g_strdup (tp_record_get_local (record, "note"));
  tp_commitment_detail_take_evidence (self, reader);
  tp_commitment_detail_take_rivals (self, reader);
  take_capital (self);
  take_indicators (self);
  self->announced = date_words (self, "announced", "announced_precision", "announced_basis");
  self->effective = date_words (self, "effective", NULL, "effective_basis");
  self->end = date_words (self, "end", NULL, "end_basis");
  take_events (self, reader);
  take_programmes (self, reader);
  return tp_commitment_detail_take_history (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tp_commitment_detail_get_status:
 * @self: what was read of a commitment
 *
 * Returns: (transfer none): its capital, indicators and paces on the day
 */
TpCommitmentStatus *
tp_commitment_detail_get_status (TpCommitmentDetail *self)
{
  return self->status;
}

/**
 * tp_commitment_detail_get_fund:
 * @self: a promise in words
 *
 * Returns: the id of its first fund, or 0
 */
gint64
tp_commitment_detail_get_fund (TpCommitmentDetail *self)
{
  GPtrArray *funds = tp_commitment_status_get_funds (self->status);

  return funds->len > 0 ? tp_record_get_id (tp_fund_status_get_record (g_ptr_array_index (funds, 0))) : 0;
}
