/* commitment-status.c: one promise on a date.
 *
 * A promise may count several things; the list has room for one. Its capital speaks
 * for it where it is measured, else what it names first. A promise that states a
 * capital but no target has no pace; its bar takes the pledge as the scale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-status.h"

#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TpCommitmentStatus
{
  GObject parent_instance;

  TpRecord *record;
  TpRecord *organisation;
  TpRecord *through;
  TpRecord *group;
  GPtrArray *indicators;
  GPtrArray *funds;
  TpFundFigures figures; /* of its funds in `currency` */
  const char *currency;  /* of its capital, or of its first fund; owned by their records */
  gboolean has_figures;
  gint64 listed; /* products under its programmes, where nothing else is measured */
  char *explanation;
};

G_DEFINE_FINAL_TYPE (TpCommitmentStatus, tp_commitment_status, G_TYPE_OBJECT)

static void
tp_commitment_status_finalize (GObject *object)
{
  TpCommitmentStatus *self = TP_COMMITMENT_STATUS (object);

  g_clear_object (&self->record);
  g_clear_object (&self->organisation);
  g_clear_object (&self->through);
  g_clear_object (&self->group);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->funds);
  g_free (self->explanation);
  G_OBJECT_CLASS (tp_commitment_status_parent_class)->finalize (object);
}

static void
tp_commitment_status_class_init (TpCommitmentStatusClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tp_commitment_status_finalize;
}

static void
tp_commitment_status_init (TpCommitmentStatus *self)
{
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->funds = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The first maker and the first sub-platform named. */
static void
take_organisations (TpCommitmentStatus *self, TpReader *reader)
{
  g_autoptr (GPtrArray) roles = tp_reader_children (reader, TP_KIND_COMMITMENT_ROLE, "commitment",
                                                    tp_record_get_id (self->record));

  for (guint i = 0; i < roles->len; i++)
    {
      TpRecord *role = g_ptr_array_index (roles, i);
      gboolean maker = g_strcmp0 (tp_record_get_text (role, "role"), "maker") == 0;
      TpRecord **place = maker ? &self->organisation : &self->through;

      if (*place == NULL)
        *place = tp_reader_get (reader, TP_KIND_ORGANISATION, tp_record_get_number (role, "organisation"));
    }
  if (self->organisation != NULL && self->through == NULL
      && tp_record_is_set (self->organisation, "parent"))
    {
      /* A sub-platform that promises itself is listed under its parent. */
      self->group = tp_reader_get (reader, TP_KIND_ORGANISATION,
                                   tp_record_get_number (self->organisation, "parent"));
    }
  if (self->group == NULL && self->organisation != NULL)
    self->group = g_object_ref (self->organisation);
}

static gboolean
take_indicators (TpCommitmentStatus *self, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (GPtrArray) records = tp_reader_children (reader, TP_KIND_INDICATOR, "commitment",
                                                      tp_record_get_id (self->record));

  for (guint i = 0; i < records->len; i++)
    {
      TpIndicatorStatus *indicator = tp_indicator_status_read (
          reader, self->record, g_ptr_array_index (records, i), as_of, error);

      if (indicator == NULL)
        return FALSE;
      g_ptr_array_add (self->indicators, indicator);
    }
  return TRUE;
}

static gboolean
take_funds (TpCommitmentStatus *self, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (GPtrArray) records = tp_reader_children (reader, TP_KIND_FUND, "commitment",
                                                      tp_record_get_id (self->record));

  for (guint i = 0; i < records->len; i++)
    {
      TpFundStatus *fund = tp_fund_status_read (reader, g_ptr_array_index (records, i), as_of, error);

      if (fund == NULL)
        return FALSE;
      g_ptr_array_add (self->funds, fund);
    }
  return TRUE;
}

/* The sums of its funds in the currency of its capital, or of its first fund. */
static gboolean
sum_funds (TpCommitmentStatus *self, GError **error)
{
  if (!tp_commitment_status_get_capital (self, NULL, &self->currency) && self->funds->len > 0)
    self->currency = tp_fund_status_get_currency (g_ptr_array_index (self->funds, 0));
  for (guint i = 0; i < self->funds->len; i++)
    {
      TpFundStatus *fund = g_ptr_array_index (self->funds, i);

      if (g_strcmp0 (tp_fund_status_get_currency (fund), self->currency) != 0)
        continue;
      if (!tp_fund_figures_add (&self->figures, tp_fund_status_get_figures (fund), error))
        return FALSE;
      self->has_figures = TRUE;
    }
  return TRUE;
}

/* A promise that counts nothing and holds no money may still be worked on: what was
 * listed under its programmes says so. A product under two of them counts in both. */
static void
take_listed (TpCommitmentStatus *self, TpReader *reader, TpDay as_of)
{
  g_autoptr (GPtrArray) programmes = NULL;

  if (self->indicators->len > 0 || self->funds->len > 0)
    return;
  programmes = tp_reader_children (reader, TP_KIND_PROGRAMME, "commitment", tp_record_get_id (self->record));
  for (guint i = 0; i < programmes->len; i++)
    self->listed += tp_reader_programme_products (reader, tp_record_get_id (g_ptr_array_index (programmes, i)),
                                                  as_of);
}

static char *
listed_words (TpCommitmentStatus *self)
{
  g_autofree char *count = tp_count_format (self->listed);

  /* Translators: what was recorded for a promise that counts nothing itself */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s product listed", "%s products listed",
                                       (gulong) self->listed),
                          count);
}

static char *
explain (TpCommitmentStatus *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);
  g_autofree char *done = NULL;
  TpFundFigures figures;
  const char *currency;

  if (main != NULL)
    return tp_indicator_status_gap_sentence (main);
  if (!tp_commitment_status_get_figures (self, &figures, &currency))
    {
      if (self->listed == 0)
        return g_strdup (_ ("No target is stated, and nothing is measured."));
      done = listed_words (self);
      /* Translators: %s is "118 products listed" */
      return g_strdup_printf (_ ("%s under its programmes; no target is stated to measure them against."),
                              done);
    }
  done = tp_money_format_compact (figures.delivered, currency);
  return g_strdup_printf (_ ("Delivered %s; no target is stated to measure it against."), done);
}

/**
 * tp_commitment_status_read:
 * @reader: a reader
 * @commitment: a commitment
 * @as_of: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable): everything about it on that day
 */
TpCommitmentStatus *
tp_commitment_status_read (TpReader *reader, TpRecord *commitment, TpDay as_of, GError **error)
{
  g_autoptr (TpCommitmentStatus) self = g_object_new (TP_TYPE_COMMITMENT_STATUS, NULL);

  self->record = g_object_ref (commitment);
  take_organisations (self, reader);
  if (!take_indicators (self, reader, as_of, error) || !take_funds (self, reader, as_of, error)
      || !sum_funds (self, error))
    return NULL;
  take_listed (self, reader, as_of);
  self->explanation = explain (self);
  return g_steal_pointer (&self);
}

/**
 * tp_commitment_status_get_record:
 * @self: a commitment's status
 *
 * Returns: (transfer none): the commitment
 */
TpRecord *
tp_commitment_status_get_record (TpCommitmentStatus *self)
{
  return self->record;
}

/**
 * tp_commitment_status_get_organisation:
 * @self: a commitment's status
 *
 * Returns: (nullable) (transfer none): the organisation that made it
 */
TpRecord *
tp_commitment_status_get_organisation (TpCommitmentStatus *self)
{
  return self->organisation;
}

/**
 * tp_commitment_status_get_through:
 * @self: a commitment's status
 *
 * Returns: (transfer none) (element-type TpRecord): the sub-platforms it is carried out
 *   through
 */
TpRecord *
tp_commitment_status_get_through (TpCommitmentStatus *self)
{
  return self->through;
}

/**
 * tp_commitment_status_get_group:
 * @self: a commitment's status
 *
 * Returns: (nullable) (transfer none): the organisation it is listed under
 */
TpRecord *
tp_commitment_status_get_group (TpCommitmentStatus *self)
{
  return self->group;
}

/**
 * tp_commitment_status_get_capital:
 * @self: a commitment's status
 * @minor: (out) (optional): the capital stated, in minor units
 * @currency: (out) (optional) (transfer none): its ISO 4217 code
 *
 * Returns: whether a capital is stated
 */
gboolean
tp_commitment_status_get_capital (TpCommitmentStatus *self, gint64 *minor, const char **currency)
{
  if (!tp_record_is_set (self->record, "capital"))
    return FALSE;
  if (minor != NULL)
    *minor = tp_record_get_number (self->record, "capital");
  if (currency != NULL)
    *currency = tp_record_get_text (self->record, "currency");
  return TRUE;
}

/**
 * tp_commitment_status_get_indicators:
 * @self: a commitment's status
 *
 * Returns: (transfer none) (element-type TpIndicatorStatus): what it promises in
 *   numbers
 */
GPtrArray *
tp_commitment_status_get_indicators (TpCommitmentStatus *self)
{
  return self->indicators;
}

/**
 * tp_commitment_status_get_funds:
 * @self: a commitment's status
 *
 * Returns: (transfer none) (element-type TpFundStatus): the funds that follow its
 *   capital
 */
GPtrArray *
tp_commitment_status_get_funds (TpCommitmentStatus *self)
{
  return self->funds;
}

static gboolean
measures_capital (TpIndicatorStatus *indicator)
{
  return g_strcmp0 (tp_record_get_text (tp_indicator_status_get_record (indicator), "measure"),
                    "capital_delivered")
         == 0;
}

/**
 * tp_commitment_status_get_main:
 * @self: a commitment's status
 *
 * Returns: (transfer none) (nullable): the indicator that speaks for the promise where
 *   there is room for one: the one that measures its capital, else the first
 */
TpIndicatorStatus *
tp_commitment_status_get_main (TpCommitmentStatus *self)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (measures_capital (g_ptr_array_index (self->indicators, i)))
      return g_ptr_array_index (self->indicators, i);
  return self->indicators->len > 0 ? g_ptr_array_index (self->indicators, 0) : NULL;
}

/**
 * tp_commitment_status_get_pace:
 * @self: a commitment's status
 *
 * Returns: (transfer none): the pace of its main figure, a token of tp_words_pace
 */
TpPace
tp_commitment_status_get_pace (TpCommitmentStatus *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);

  return main != NULL ? tp_indicator_status_get_pace (main)->pace : TP_PACE_NO_TARGET;
}

/**
 * tp_commitment_status_get_explanation:
 * @self: a commitment's status
 *
 * Returns: (transfer none): how the pace comes about, in words
 */
const char *
tp_commitment_status_get_explanation (TpCommitmentStatus *self)
{
  return self->explanation;
}

/**
 * tp_commitment_status_get_figures:
 * @self: a commitment's status
 * @figures: (out): the sums of its funds in one currency
 * @currency: (out) (transfer none): that of its capital, or of its first fund
 *
 * Returns: whether it has a fund in that currency
 */
gboolean
tp_commitment_status_get_figures (TpCommitmentStatus *self, TpFundFigures *figures,
                                  const char **currency)
{
  *figures = self->figures;
  *currency = self->currency;
  return self->has_figures;
}

/* The scale of its bar where the pledge is the scale; 0: it is not. */
static gint64
pledge_scale (TpCommitmentStatus *self, TpFundFigures *figures)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);
  const char *currency;

  if (main != NULL && !measures_capital (main))
    return 0;
  if (!tp_commitment_status_get_figures (self, figures, &currency))
    return 0;
  if (main != NULL)
    {
      const TpTarget *target = tp_indicator_status_get_target (main);

      return target->has_target && g_strcmp0 (tp_indicator_status_get_currency (main), currency) == 0
                 ? target->target
                 : figures->pledged;
    }
  return figures->pledged;
}

/**
 * tp_commitment_status_get_fraction:
 * @self: a commitment's status
 *
 * Returns: the length of its bar as a share of the target, or of the pledge; -1: no bar
 */
double
tp_commitment_status_get_fraction (TpCommitmentStatus *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);
  double fraction = main != NULL ? tp_indicator_status_get_fraction (main) : -1;
  TpFundFigures figures;
  gint64 scale;

  if (fraction >= 0)
    return fraction;
  scale = pledge_scale (self, &figures);
  return scale > 0 ? MAX (0, (double) figures.delivered / (double) scale) : -1;
}

/**
 * tp_commitment_status_get_middle:
 * @self: a commitment's status
 *
 * Returns: the share allocated for its bar, 0 to 1; -1 where there is none
 */
double
tp_commitment_status_get_middle (TpCommitmentStatus *self)
{
  TpFundFigures figures;
  gint64 scale = pledge_scale (self, &figures);

  return scale > 0 ? MAX (0, (double) figures.allocated / (double) scale) : -1;
}

/**
 * tp_commitment_status_get_tick:
 * @self: a commitment's status
 *
 * Returns: the place of the pro-rated target on its bar, 0 to 1; -1 where there is none
 */
double
tp_commitment_status_get_tick (TpCommitmentStatus *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);

  return main != NULL ? tp_indicator_status_get_tick (main) : -1;
}

/**
 * tp_commitment_status_get_measure:
 * @self: a commitment's status
 *
 * Returns: (transfer full): what is delivered, in words, for the line below the bar
 */
char *
tp_commitment_status_get_measure (TpCommitmentStatus *self)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);
  g_autofree char *done = NULL, *of = NULL;
  TpFundFigures figures;
  const char *currency;

  if (main != NULL)
    return tp_indicator_status_measure_words (main);
  if (!tp_commitment_status_get_figures (self, &figures, &currency))
    return self->listed > 0 ? listed_words (self) : g_strdup (C_ ("delivered", "Nothing measured"));
  done = tp_money_format_compact (figures.delivered, currency);
  of = tp_money_format_compact (figures.pledged, currency);
  return g_strdup_printf (C_ ("delivered of a target", "%s of %s"), done, of);
}

/**
 * tp_commitment_status_get_others:
 * @self: a commitment's status
 * @n: (out): how many indicators there are besides the main one
 *
 * Returns: (transfer full) (nullable): each of them with its figures and pace, a line
 *   each; %NULL where there are none
 */
char *
tp_commitment_status_get_others (TpCommitmentStatus *self, guint *n)
{
  TpIndicatorStatus *main = tp_commitment_status_get_main (self);
  g_autoptr (GString) lines = g_string_new (NULL);

  *n = self->indicators->len > 0 ? self->indicators->len - 1 : 0;
  for (guint i = 0; i < self->indicators->len; i++)
    {
      TpIndicatorStatus *indicator = g_ptr_array_index (self->indicators, i);
      g_autofree char *measure = NULL;

      if (indicator == main)
        continue;
      measure = tp_indicator_status_measure_words (indicator);
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* Translators: an indicator, its figures, its pace: "Provinces reached: 14 of 10, Fulfilled" */
      g_string_append_printf (lines, C_ ("indicator", "%s: %s, %s"),
                              tp_record_get_title (tp_indicator_status_get_record (indicator)), measure,
                              tp_word_title (tp_words_pace,
                                             tp_pace_token (tp_indicator_status_get_pace (indicator)->pace)));
    }
  return *n > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

static gboolean
states_a_count (TpCommitmentStatus *self)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (tp_indicator_status_get_target (g_ptr_array_index (self->indicators, i))->has_target)
      return TRUE;
  return FALSE;
}

static const char *
name_of (TpCommitmentStatus *self)
{
  return tp_record_get_title (self->through != NULL        ? self->through
                              : self->organisation != NULL ? self->organisation
                                                           : self->record);
}

static const char *
group_of (TpCommitmentStatus *self)
{
  return self->group != NULL ? tp_record_get_title (self->group) : name_of (self);
}

/**
 * tp_commitment_status_compare_in_group:
 * @a: a commitment's status
 * @b: another
 *
 * Orders by capital, the largest first (of different currencies by their codes), then
 * those that state counts, then by name.
 *
 * Returns: less than 0 where @a comes first
 */
int
tp_commitment_status_compare_in_group (TpCommitmentStatus *a, TpCommitmentStatus *b)
{
  gint64 one = 0, two = 0;
  const char *currency = NULL, *other = NULL;
  gboolean stated = tp_commitment_status_get_capital (a, &one, &currency);
  int order;

  if (stated != tp_commitment_status_get_capital (b, &two, &other))
    return stated ? -1 : 1;
  order = g_strcmp0 (currency, other);
  if (order != 0)
    return order;
  if (one != two)
    return one > two ? -1 : 1;
  if (states_a_count (a) != states_a_count (b))
    return states_a_count (a) ? -1 : 1;
  order = g_utf8_collate (group_of (a), group_of (b));
  if (order == 0)
    order = g_utf8_collate (name_of (a), name_of (b));
  if (order != 0)
    return order;
  return tp_record_get_id (a->record) < tp_record_get_id (b->record)   ? -1
         : tp_record_get_id (a->record) > tp_record_get_id (b->record) ? 1
                                                                        : 0;
}
