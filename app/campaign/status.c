/* status.c: the whole campaign on a date.
 *
 * Commitments announced after the day are not there yet; one whose announcement is
 * not dated always is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "status-private.h"

#include "money.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TpStatus, tp_status, G_TYPE_OBJECT)

static void
tp_status_finalize (GObject *object)
{
  TpStatus *self = TP_STATUS (object);

  g_array_unref (self->totals);
  g_ptr_array_unref (self->rates);
  g_ptr_array_unref (self->commitments);
  g_ptr_array_unref (self->funds);
  G_OBJECT_CLASS (tp_status_parent_class)->finalize (object);
}

static void
tp_status_class_init (TpStatusClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tp_status_finalize;
}

static void
tp_status_init (TpStatus *self)
{
  self->totals = g_array_new (FALSE, TRUE, sizeof (TpStatusTotals));
  self->rates = g_ptr_array_new_with_free_func (g_object_unref);
  self->commitments = g_ptr_array_new_with_free_func (g_object_unref);
  self->funds = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tp_status_query_new:
 * @as_of: the day
 * @currency: (nullable): an ISO 4217 code to convert the totals to
 *
 * Returns: (transfer full): a question for tp_status_read()
 */
TpStatusQuery *
tp_status_query_new (TpDay as_of, const char *currency)
{
  TpStatusQuery *query = g_new0 (TpStatusQuery, 1);

  query->as_of = as_of;
  query->currency = g_strdup (currency);
  return query;
}

/**
 * tp_status_query_free:
 * @query: (nullable): a #TpStatusQuery; a #GDestroyNotify for it
 */
void
tp_status_query_free (gpointer query)
{
  TpStatusQuery *self = query;

  if (self == NULL)
    return;
  g_free (self->currency);
  g_free (self);
}

/**
 * tp_status_depends_on:
 * @kinds: a bit for each #TpKind, as TpWorkspace::changed gives them
 *
 * Returns: whether figures may differ after a change of records of these kinds
 */
gboolean
tp_status_depends_on (guint64 kinds)
{
  static const TpKind others[] = { TP_KIND_ATTACHMENT, TP_KIND_PERSON,   TP_KIND_REQUIREMENT,
                                   TP_KIND_REQUIREMENT_STATUS, TP_KIND_TARIFF, TP_KIND_ACTIVITY,
                                   TP_KIND_TASK, TP_KIND_IMPORT };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    kinds &= ~(G_GUINT64_CONSTANT (1) << others[i]);
  return kinds != 0;
}

/* Those of one organisation together, ordered by the one of them that comes first. */
static void
order_commitments (TpStatus *self, GPtrArray *all)
{
  g_ptr_array_sort_values (all, (GCompareFunc) tp_commitment_status_compare_in_group);
  while (all->len > 0)
    {
      TpRecord *group = tp_commitment_status_get_group (g_ptr_array_index (all, 0));

      g_ptr_array_add (self->commitments, g_ptr_array_steal_index (all, 0));
      for (guint i = 0; group != NULL && i < all->len;)
        {
          TpRecord *other = tp_commitment_status_get_group (g_ptr_array_index (all, i));

          if (other != NULL && tp_record_get_id (other) == tp_record_get_id (group))
            g_ptr_array_add (self->commitments, g_ptr_array_steal_index (all, i));
          else
            i++;
        }
    }
}

static gboolean
take_commitments (TpStatus *self, TpReader *reader, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_COMMITMENT);
  g_autoptr (GPtrArray) records = tp_reader_records (reader, query, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      TpRecord *record = g_ptr_array_index (records, i);
      TpCommitmentStatus *commitment;

      if (tp_record_is_set (record, "announced") && tp_record_get_day (record, "announced") > self->as_of)
        continue;
      commitment = tp_commitment_status_read (reader, record, self->as_of, error);
      if (commitment == NULL)
        return FALSE;
      g_ptr_array_add (all, commitment);
      if (!tp_commitment_status_get_capital (commitment, NULL, NULL))
        self->not_stated++;
    }
  order_commitments (self, all);
  for (guint i = 0; i < self->commitments->len; i++)
    {
      GPtrArray *funds = tp_commitment_status_get_funds (g_ptr_array_index (self->commitments, i));

      for (guint j = 0; j < funds->len; j++)
        g_ptr_array_add (self->funds, g_object_ref (g_ptr_array_index (funds, j)));
    }
  return TRUE;
}

static gboolean
take_free_funds (TpStatus *self, TpReader *reader, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_FUND);
  g_autoptr (GPtrArray) records = NULL;

  tp_query_where (query, "commitment", TP_OP_NOT_SET);
  records = tp_reader_records (reader, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      TpFundStatus *fund = tp_fund_status_read (reader, g_ptr_array_index (records, i), self->as_of, error);

      if (fund == NULL)
        return FALSE;
      g_ptr_array_add (self->funds, fund);
    }
  return TRUE;
}

static TpStatusTotals *
totals_of (TpStatus *self, const char *currency)
{
  TpStatusTotals none = { 0 };

  for (guint i = 0; i < self->totals->len; i++)
    {
      TpStatusTotals *totals = &g_array_index (self->totals, TpStatusTotals, i);

      if (strcmp (totals->currency, currency) == 0)
        return totals;
    }
  g_strlcpy (none.currency, currency, sizeof none.currency);
  g_array_append_val (self->totals, none);
  return &g_array_index (self->totals, TpStatusTotals, self->totals->len - 1);
}

static gboolean
add_fund (TpStatus *self, TpFundStatus *fund, GError **error)
{
  const TpFundFigures *f = tp_fund_status_get_figures (fund);
  TpStatusTotals *t = totals_of (self, tp_fund_status_get_currency (fund));

  if (!tp_record_is_set (tp_fund_status_get_record (fund), "commitment"))
    return tp_money_add (t->unallocated, f->delivered, &t->unallocated, error);
  return tp_money_add (t->pledged, f->pledged, &t->pledged, error)
         && tp_money_add (t->allocated, f->allocated, &t->allocated, error)
         && tp_money_add (t->disbursed, f->disbursed, &t->disbursed, error)
         && tp_money_add (t->spent, f->spent, &t->spent, error)
         && tp_money_add (t->refunded, f->refunded, &t->refunded, error)
         && tp_money_add (t->delivered, f->delivered, &t->delivered, error);
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const TpStatusTotals *one = a, *two = b;

  if (one->pledged != two->pledged)
    return one->pledged > two->pledged ? -1 : 1;
  return strcmp (one->currency, two->currency);
}

static gboolean
add_up (TpStatus *self, GError **error)
{
  for (guint i = 0; i < self->funds->len; i++)
    if (!add_fund (self, g_ptr_array_index (self->funds, i), error))
      return FALSE;
  for (guint i = 0; i < self->commitments->len; i++)
    {
      const char *currency;

      if (tp_commitment_status_get_capital (g_ptr_array_index (self->commitments, i), NULL, &currency)
          && currency != NULL)
        totals_of (self, currency)->stated++;
    }
  g_array_sort (self->totals, compare_totals);
  return TRUE;
}

/**
 * tp_status_read:
 * @reader: a reader
 * @query: (type TpStatusQuery): the day, and the currency to convert to
 * @error: return location
 *
 * A #TpReadFunc: give it to tp_workspace_read().
 *
 * Returns: (transfer full) (nullable) (type TpStatus): the campaign on that day;
 *   %TP_ERROR_INVALID where a sum is larger than an amount can be, %TP_ERROR_NOT_FOUND
 *   where a rate that the conversion needs is not recorded
 */
gpointer
tp_status_read (TpReader *reader, gpointer query, GError **error)
{
  const TpStatusQuery *asked = query;
  g_autoptr (TpStatus) self = g_object_new (TP_TYPE_STATUS, NULL);
  g_autofree char *demonstration = tp_reader_setting (reader, "demonstration");

  self->as_of = asked->as_of;
  self->demonstration = g_strcmp0 (demonstration, "1") == 0;
  if (!take_commitments (self, reader, error) || !take_free_funds (self, reader, error)
      || !add_up (self, error))
    return NULL;
  if (asked->currency != NULL && !tp_status_convert (self, reader, asked->currency, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_status_get_as_of:
 * @self: a status
 *
 * Returns: the day it was worked out for
 */
TpDay
tp_status_get_as_of (TpStatus *self)
{
  return self->as_of;
}

/**
 * tp_status_is_demonstration:
 * @self: a status
 *
 * Returns: whether parts of the workspace are invented, which every face must say
 */
gboolean
tp_status_is_demonstration (TpStatus *self)
{
  return self->demonstration;
}

/**
 * tp_status_get_totals:
 * @self: the campaign's status
 *
 * Returns: (transfer none) (element-type TpStatusTotals): the sums of each currency,
 *   the largest pledge first
 */
GArray *
tp_status_get_totals (TpStatus *self)
{
  return self->totals;
}

/**
 * tp_status_get_total:
 * @self: the campaign's status
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer none) (nullable): the sums in that currency
 */
const TpStatusTotals *
tp_status_get_total (TpStatus *self, const char *currency)
{
  for (guint i = 0; i < self->totals->len; i++)
    {
      TpStatusTotals *totals = &g_array_index (self->totals, TpStatusTotals, i);

      if (strcmp (totals->currency, currency) == 0)
        return totals;
    }
  return NULL;
}

/**
 * tp_status_get_converted:
 * @self: a status
 *
 * Returns: (nullable) (transfer none): the totals in the currency asked for, %NULL
 *   where none was
 */
const TpStatusTotals *
tp_status_get_converted (TpStatus *self)
{
  return self->has_converted ? &self->converted : NULL;
}

/**
 * tp_status_get_rates:
 * @self: a status
 *
 * Returns: (transfer none) (element-type TpRecord): the exchange rates that the
 *   conversion used
 */
GPtrArray *
tp_status_get_rates (TpStatus *self)
{
  return self->rates;
}

/**
 * tp_status_get_not_stated:
 * @self: a status
 *
 * Returns: how many commitments state no capital
 */
guint
tp_status_get_not_stated (TpStatus *self)
{
  return self->not_stated;
}

/**
 * tp_status_get_commitments:
 * @self: a status
 *
 * Returns: (transfer none) (element-type TpCommitmentStatus): the commitments in the
 *   order of the list
 */
GPtrArray *
tp_status_get_commitments (TpStatus *self)
{
  return self->commitments;
}

/**
 * tp_status_get_funds:
 * @self: a status
 *
 * Returns: (transfer none) (element-type TpFundStatus): all funds, those without a
 *   commitment too
 */
GPtrArray *
tp_status_get_funds (TpStatus *self)
{
  return self->funds;
}

/**
 * tp_status_find:
 * @self: the campaign's status
 * @commitment: a commitment's id
 *
 * Returns: (transfer none) (nullable): its status
 */
TpCommitmentStatus *
tp_status_find (TpStatus *self, gint64 commitment)
{
  for (guint i = 0; i < self->commitments->len; i++)
    {
      TpCommitmentStatus *status = g_ptr_array_index (self->commitments, i);

      if (tp_record_get_id (tp_commitment_status_get_record (status)) == commitment)
        return status;
    }
  return NULL;
}

/**
 * tp_status_find_indicator:
 * @self: the campaign's status
 * @key: an indicator's short name
 *
 * Returns: (transfer none) (nullable): its status
 */
TpIndicatorStatus *
tp_status_find_indicator (TpStatus *self, const char *key)
{
  for (guint i = 0; i < self->commitments->len; i++)
    {
      GPtrArray *indicators
          = tp_commitment_status_get_indicators (g_ptr_array_index (self->commitments, i));

      for (guint j = 0; j < indicators->len; j++)
        {
          TpIndicatorStatus *indicator = g_ptr_array_index (indicators, j);

          if (g_strcmp0 (tp_record_get_text (tp_indicator_status_get_record (indicator), "key"), key) == 0)
            return indicator;
        }
    }
  return NULL;
}

/**
 * tp_status_find_fund:
 * @self: the campaign's status
 * @fund: a fund's id
 *
 * Returns: (transfer none) (nullable): its status
 */
TpFundStatus *
tp_status_find_fund (TpStatus *self, gint64 fund)
{
  for (guint i = 0; i < self->funds->len; i++)
    {
      TpFundStatus *status = g_ptr_array_index (self->funds, i);

      if (tp_record_get_id (tp_fund_status_get_record (status)) == fund)
        return status;
    }
  return NULL;
}
