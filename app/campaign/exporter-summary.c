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

/* Whether a stage is among those asked for: all are where none is. */
static gboolean
is_asked (TpQuery *query, TpStage stage)
{
  GPtrArray *conditions = tp_query_get_conditions (query);

  for (guint i = 0; i < conditions->len; i++)
    {
      TpCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->op == TP_OP_EQUAL && g_str_equal (condition->field, "stage"))
        return g_ptr_array_find_with_equal_func (condition->texts, tp_stage_token (stage), g_str_equal, NULL);
    }
  return TRUE;
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
  g_autofree char *setting = tp_reader_setting (reader, "currency");
  const char *currency = setting != NULL ? setting : "CNY";
  TpStageSum sums[TP_N_STAGES];
  gint64 at_risk = 0, stated = 0;
  g_autofree char *matching = NULL;
  g_autofree char *total = NULL;
  TpExporterSummary *self;

  /* The counts of the toggles answer the other conditions: only the stage is left out. */
  if (!tp_reader_count_stages (reader, query, currency, sums, error))
    return NULL;
  self = g_new0 (TpExporterSummary, 1);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      self->stages[i] = sums[i].count;
      if (!is_asked (query, (TpStage) i))
        continue;
      self->matching += sums[i].count;
      stated += sums[i].n_stated;
      at_risk += sums[i].at_risk;
    }
  self->total = tp_reader_exporter_count (reader, tp_query_get_as_of (query));
  matching = tp_count_format (self->matching);
  total = tp_count_format (self->total);
  self->short_text = self->matching == self->total
                         ? g_strdup (total)
                         /* Translators: how many are shown, of how many */
                         : g_strdup_printf (C_ ("exporters", "%s of %s"), matching, total);
  if (stated > 0)
    {
      g_autofree char *amount = tp_money_format_compact (at_risk, currency);

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
