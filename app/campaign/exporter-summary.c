/* exporter-summary.c: how many exporters there are, in which stage, and what is at risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-summary.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

#define MANY 50000

void
tp_exporter_summary_free (gpointer summary)
{
  TpExporterSummary *self = summary;

  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->short_text);
  g_free (self);
}

/**
 * tp_exporter_query_new:
 * @as_of: the day that is looked at
 *
 * Returns: (transfer full): a query for all exporters that are not archived
 */
TpQuery *
tp_exporter_query_new (TpDay as_of)
{
  TpQuery *query = tp_query_new (TP_KIND_EXPORTER);

  tp_query_where (query, "archived", TP_OP_NOT_SET);
  tp_query_set_as_of (query, as_of);
  return query;
}

/* The counts of the toggles answer the other conditions: only the stage is left out. */
static gboolean
count_stages (TpReader *reader, TpQuery *query, TpExporterSummary *self, GError **error)
{
  g_autoptr (TpQuery) others = tp_query_copy (query);
  GPtrArray *conditions;

  tp_query_drop (others, "stage");
  conditions = tp_query_get_conditions (others);
  if (tp_query_get_search (others) == NULL && conditions->len == 1)
    {
      tp_reader_stage_counts (reader, tp_query_get_as_of (query), NULL, self->stages);
      return TRUE;
    }
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      g_autoptr (TpQuery) one = tp_query_copy (others);
      g_autoptr (GArray) ids = NULL;

      tp_query_where_text (one, "stage", tp_stage_token ((TpStage) i));
      ids = tp_reader_select (reader, one, error);
      if (ids == NULL)
        return FALSE;
      self->stages[i] = ids->len;
    }
  return TRUE;
}

static gint64
sum_at_risk (TpReader *reader, TpQuery *query, const char *currency, GArray *ids)
{
  gint64 sum = 0;

  /* A search is verified on each candidate: then the rows found are added. */
  if (tp_query_get_search (query) == NULL)
    return tp_reader_sum_at_risk (reader, query, currency, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TpRecord) exporter
          = tp_reader_get (reader, TP_KIND_EXPORTER, g_array_index (ids, gint64, i));

      if (exporter != NULL && tp_record_is_set (exporter, "annual_export")
          && tp_record_is_set (exporter, "us_share")
          && g_strcmp0 (tp_record_get_text (exporter, "currency"), currency) == 0)
        {
          gint64 value = tp_record_get_number (exporter, "annual_export");
          gint64 share = tp_record_get_number (exporter, "us_share");

          sum += value / 10000 * share + value % 10000 * share / 10000;
        }
    }
  return sum;
}

/* Whether any of them states what it has at risk: nothing stated is not a zero. */
static gboolean
is_stated (TpReader *reader, TpQuery *query)
{
  g_autoptr (TpQuery) stated = tp_query_copy (query);
  g_autoptr (GArray) ids = NULL;

  tp_query_where (stated, "annual_export", TP_OP_IS_SET);
  tp_query_where (stated, "us_share", TP_OP_IS_SET);
  tp_query_set_range (stated, 0, 1);
  ids = tp_reader_select (reader, stated, NULL);
  return ids != NULL && ids->len > 0;
}

/**
 * tp_exporter_summary_read:
 * @reader: a reader
 * @query: a #TpQuery of exporters with an as-of day
 * @error: return location
 *
 * What stands above the list (a #TpReadFunc). The value at risk adds up only what is in
 * the workspace's currency.
 *
 * Returns: (transfer full): a #TpExporterSummary
 */
gpointer
tp_exporter_summary_read (TpReader *reader, gpointer query, GError **error)
{
  TpExporterSummary *self = g_new0 (TpExporterSummary, 1);
  g_autoptr (GArray) ids = tp_reader_select (reader, query, error);
  g_autofree char *currency = tp_reader_setting (reader, "currency");
  g_autofree char *matching = NULL;
  g_autofree char *total = NULL;

  if (ids == NULL || !count_stages (reader, query, self, error))
    {
      tp_exporter_summary_free (self);
      return NULL;
    }
  self->total = tp_reader_exporter_count (reader, tp_query_get_as_of (query));
  self->matching = ids->len;
  matching = tp_count_format (self->matching);
  total = tp_count_format (self->total);
  self->short_text = self->matching == self->total
                         ? g_strdup (total)
                         /* Translators: how many are shown, of how many */
                         : g_strdup_printf (C_ ("exporters", "%s of %s"), matching, total);
  if (is_stated (reader, query))
    {
      g_autofree char *amount = tp_money_format_compact (
          sum_at_risk (reader, query, currency != NULL ? currency : "CNY", ids),
          currency != NULL ? currency : "CNY");

      /* Translators: how many exporters, and the sum of their values at risk */
      self->text = g_strdup_printf (C_ ("exporters", "%s · %s at risk"), self->short_text, amount);
    }
  else if (self->matching > 0)
    /* Translators: how many exporters */
    self->text = g_strdup_printf (C_ ("exporters", "%s · value at risk not stated"), self->short_text);
  else
    self->text = g_strdup (self->short_text);
  return self;
}

/**
 * tp_exporters_are_many:
 * @workspace: a workspace
 *
 * Returns: whether a list of them had better come in the order of making, at once,
 *   until a person asks for another
 */
gboolean
tp_exporters_are_many (TpWorkspace *workspace)
{
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (workspace));

  return tp_reader_exporter_count (reader, G_MAXINT32) > MANY;
}
