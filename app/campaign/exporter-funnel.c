/* exporter-funnel.c: the heads of the board's columns in words.
 *
 * Conversion is a share of those that ever reached the stage before, whenever they did:
 * who went on, and who is on the way or was lost, make up the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-funnel.h"

#include "funnel.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

static const char *
stage_title (int stage)
{
  return tp_word_title (tp_words_stage, tp_stage_token ((TpStage) stage));
}

/* How many of those that reached the stage before came on to @stage. */
static void
word_conversion (TpFunnelHead *head, const TpFunnelStage *stages, int stage)
{
  g_autofree char *share = NULL, *came = NULL, *all = NULL;
  gint64 before;

  if (stage == 0 || stage >= TP_N_PIPELINE_STAGES || stages[stage - 1].reached == 0)
    {
      head->conversion = g_strdup ("");
      head->explanation = g_strdup ("");
      return;
    }
  before = stages[stage - 1].reached;
  share = tp_percent_format (stages[stage].reached, before, 0);
  came = tp_count_format (stages[stage].reached);
  all = tp_count_format (before);
  /* Translators: a share, the stage before: how many of those that reached it came on */
  head->conversion = g_strdup_printf (C_ ("conversion", "%s of %s"), share, stage_title (stage - 1));
  /* Translators: two numbers, a stage and the one after it */
  head->explanation = g_strdup_printf (_ ("%s of the %s that reached %s came on to %s. Show those that did not."),
                                       came, all, stage_title (stage - 1), stage_title (stage));
}

/* Who declined does not wait for anything: that stage has no length. */
static void
word_median (TpFunnelHead *head, const TpFunnelStage *figures, int stage)
{
  if (stage == TP_STAGE_DECLINED || figures->stays == 0)
    head->median = g_strdup ("");
  else
    head->median = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "median %d day", "median %d days",
                                                 (gulong) figures->median),
                                    (int) figures->median);
}

static void
word_head (TpFunnelHead *head, const TpFunnelStage *stages, int stage, const char *currency)
{
  const TpFunnelStage *figures = &stages[stage];

  head->now = figures->now;
  head->count = tp_count_format (figures->now);
  head->at_risk = figures->stated > 0 ? tp_money_format_compact (figures->at_risk, currency) : g_strdup ("");
  word_conversion (head, stages, stage);
  word_median (head, figures, stage);
  if (*head->median != '\0')
    head->description = g_strdup_printf (
        /* Translators: a stage, how many exporters are there, how long it takes ("median 14 days") */
        g_dngettext (GETTEXT_PACKAGE, "%s (%s exporter), %s", "%s (%s exporters), %s", (gulong) figures->now),
        stage_title (stage), head->count, head->median);
  else
    head->description = g_strdup_printf (
        /* Translators: a stage, how many exporters are there */
        g_dngettext (GETTEXT_PACKAGE, "%s (%s exporter)", "%s (%s exporters)", (gulong) figures->now),
        stage_title (stage), head->count);
}

/* Public API */

/**
 * tp_exporter_funnel_read:
 * @reader: a reader
 * @query: a #TpQuery of exporters with an as-of day; its conditions on the stage are
 *   left out
 * @error: return location
 *
 * A #TpReadFunc. Values at risk are added in the workspace's currency.
 *
 * Returns: (transfer full) (nullable): a #TpExporterFunnel
 */
gpointer
tp_exporter_funnel_read (TpReader *reader, gpointer query, GError **error)
{
  g_autofree char *setting = tp_reader_setting (reader, "currency");
  const char *currency = setting != NULL ? setting : "CNY";
  TpFunnelStage stages[TP_N_STAGES];
  GArray *ids[TP_N_STAGES];
  g_autoptr (TpExporterFunnel) self = g_new0 (TpExporterFunnel, 1);
  gboolean read = tp_reader_funnel (reader, query, currency, stages, ids, error);

  for (int i = 0; i < TP_N_STAGES; i++)
    {
      self->heads[i].ids = ids[i];
      if (read)
        word_head (&self->heads[i], stages, i, currency);
    }
  return read ? g_steal_pointer (&self) : NULL;
}

void
tp_exporter_funnel_free (gpointer funnel)
{
  TpExporterFunnel *self = funnel;

  if (self == NULL)
    return;
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      g_clear_pointer (&self->heads[i].ids, g_array_unref);
      g_free (self->heads[i].count);
      g_free (self->heads[i].at_risk);
      g_free (self->heads[i].conversion);
      g_free (self->heads[i].explanation);
      g_free (self->heads[i].median);
      g_free (self->heads[i].description);
    }
  g_free (self);
}

/**
 * tp_exporter_drop_off:
 * @stage: a stage of the pipeline, not the first
 *
 * Returns: (transfer full): the filter of those that reached the stage before but not
 *   @stage, as "win.show-exporters" takes it
 */
char *
tp_exporter_drop_off (TpStage stage)
{
  g_return_val_if_fail (stage > 0 && stage < TP_N_PIPELINE_STAGES, NULL);
  return g_strdup_printf ("reached=%s;short_of=%s", tp_stage_token ((TpStage) (stage - 1)), tp_stage_token (stage));
}
