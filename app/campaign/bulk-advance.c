/* bulk-advance.c: many exporters moved on.
 *
 * Each by the rules of advance-exporter.c: what a single exporter needs a reason for
 * needs one here too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-advance.h"

#include "advance-exporter.h"
#include "error.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TpBulk parent;
  TpStage stage;
  TpAdvance *move; /* the same for all but exporter and stage */
} TpBulkAdvance;

static void
skip (TpBulk *bulk, TpRecord *exporter, TpStage stage, const GError *refused)
{
  const char *title = tp_word_title (tp_words_stage, tp_stage_token (stage));

  if (refused->code == TP_ERROR_NEEDS_REASON)
    tp_bulk_skip (bulk, exporter, TP_SKIP_NEEDS_REASON, g_strdup (refused->message));
  else if (refused->code == TP_ERROR_REFUSED)
    tp_bulk_skip (bulk, exporter, TP_SKIP_ALREADY,
                  /* Translators: a stage */
                  g_strdup_printf (C_ ("why an exporter was skipped", "At the stage %s already"), title));
  else if (stage >= TP_STAGE_DOCUMENTS && stage < TP_N_PIPELINE_STAGES && !tp_record_is_set (exporter, "uscc"))
    tp_bulk_skip (bulk, exporter, TP_SKIP_NO_USCC,
                  g_strdup (C_ ("why an exporter was skipped", "No USCC, which is needed from the stage Documents on")));
  else
    tp_bulk_skip (bulk, exporter, TP_SKIP_DAY, g_strdup (refused->message));
}

static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  TpBulkAdvance *self = (TpBulkAdvance *) bulk;
  g_autoptr (GError) refused = NULL;
  const char *now = tp_record_get_text (exporter, "stage");
  TpStage stage = self->stage;

  /* What somebody put aside does not come back with the others unseen. */
  if (stage == TP_N_STAGES && tp_word_index (tp_words_stage, now) >= TP_N_PIPELINE_STAGES)
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_BESIDE,
                    /* Translators: a stage: On hold or Declined */
                    g_strdup_printf (C_ ("why an exporter was skipped", "%s: say which stage it moves to"),
                                     tp_word_title (tp_words_stage, now)));
      return TRUE;
    }
  if (stage == TP_N_STAGES)
    stage = tp_exporter_next_stage (reader, exporter);
  if (stage == TP_N_STAGES)
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_LAST,
                    g_strdup (C_ ("why an exporter was skipped", "At the last stage: there is none after it")));
      return TRUE;
    }
  self->move->exporter = tp_record_get_id (exporter);
  self->move->stage = stage;
  if (tp_advance_check (reader, self->move, exporter, today, &refused))
    return change == NULL || tp_advance_move (change, self->move, exporter, error);
  skip (bulk, exporter, stage, refused);
  return TRUE;
}

static gboolean
prepare (TpBulk *bulk, TpReader *reader, TpDay today, GError **error)
{
  TpBulkAdvance *self = (TpBulkAdvance *) bulk;

  if (self->move->day == TP_DAY_NONE || self->move->day <= today)
    return TRUE;
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                       _ ("The day lies in the future: enter the day on which it happened"));
  return FALSE;
}

static void
clear (TpBulk *bulk)
{
  tp_advance_free (((TpBulkAdvance *) bulk)->move);
}

static char *
plan (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will advance", "%s will advance", n), count);
}

static char *
outcome (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s advanced", "%s advanced", n), count);
}

static const TpBulkAction action = { "bulk-advance", prepare, step, clear, plan, outcome };

/**
 * tp_bulk_advance_new:
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 * @stage: where they move; %TP_N_STAGES: each to what comes next for it, those on hold
 *   or declined left alone
 * @reason: (nullable): for those that need one, recorded with each of the others too
 * @day: when; %TP_DAY_NONE: today
 *
 * Returns: (transfer full): the input of tp_bulk_run()
 */
TpBulk *
tp_bulk_advance_new (const gint64 *ids, guint n_ids, TpStage stage, const char *reason, TpDay day)
{
  TpBulkAdvance *self = g_new0 (TpBulkAdvance, 1);

  tp_bulk_init (&self->parent, &action, ids, n_ids);
  self->stage = stage;
  self->move = tp_advance_new (0, TP_STAGE_SOURCED, reason);
  self->move->day = day;
  return &self->parent;
}
