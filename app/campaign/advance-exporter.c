/* advance-exporter.c: moving an exporter to another stage.
 *
 * The rules of the pipeline: forward past open requirements only with a reason; on
 * hold and declined only with a reason; from Documents on only with a USCC. Each move
 * is an activity with its day, time and author.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-exporter.h"

#include "advance-review.h"
#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names written out in a message; the rest are counted. */
#define NAMED_ITEMS 4

static gboolean
is_beside (TpStage stage)
{
  return stage >= TP_N_PIPELINE_STAGES;
}

static TpStage
stage_of (TpRecord *exporter)
{
  int stage = tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage"));

  return stage < 0 ? TP_STAGE_SOURCED : (TpStage) stage;
}

static char *
name_items (GPtrArray *items)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (items->len, NAMED_ITEMS); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? C_ ("between the items of a list", ", ") : "",
                            tp_record_get_title (g_ptr_array_index (items, i)));
  if (items->len > NAMED_ITEMS)
    g_string_append_printf (names,
                            g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                         items->len - NAMED_ITEMS),
                            items->len - NAMED_ITEMS);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Public API */

/**
 * tp_advance_new:
 * @exporter: an exporter's id
 * @stage: where it moves
 * @reason: (nullable): why, where the move needs that
 *
 * Returns: (transfer full): the input of tp_advance_run()
 */
TpAdvance *
tp_advance_new (gint64 exporter, TpStage stage, const char *reason)
{
  TpAdvance *self = g_new0 (TpAdvance, 1);

  self->exporter = exporter;
  self->stage = stage;
  self->reason = g_strdup (reason);
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_advance_free (gpointer input)
{
  TpAdvance *self = input;

  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

/**
 * tp_exporter_pipeline_stage:
 * @reader: a reader
 * @exporter: an exporter
 *
 * Returns: its stage; for one on hold or declined the stage of the pipeline that it
 *   left, as its activities tell
 */
TpStage
tp_exporter_pipeline_stage (TpReader *reader, TpRecord *exporter)
{
  TpStage stage = stage_of (exporter);
  g_autoptr (GPtrArray) activities = NULL;

  if (!is_beside (stage))
    return stage;
  activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", tp_record_get_id (exporter));
  stage = TP_STAGE_SOURCED;
  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);
      int to = tp_word_index (tp_words_stage, tp_record_get_text (activity, "to_stage"));
      int from = tp_word_index (tp_words_stage, tp_record_get_text (activity, "from_stage"));

      /* A way that was not followed further, after a merge, stays as entries of the system. */
      if (!tp_record_has_word (activity, "kind", "stage"))
        continue;
      if (to >= 0 && !is_beside ((TpStage) to))
        stage = (TpStage) to;
      else if (to >= 0 && from >= 0 && !is_beside ((TpStage) from))
        stage = (TpStage) from;
    }
  return stage;
}

/**
 * tp_exporter_next_stage:
 * @reader: a reader
 * @exporter: an exporter
 *
 * Returns: the stage that comes next; for one on hold or declined the stage it left;
 *   %TP_N_STAGES for one that sells, which is the last
 */
TpStage
tp_exporter_next_stage (TpReader *reader, TpRecord *exporter)
{
  TpStage stage = stage_of (exporter);

  if (is_beside (stage))
    return tp_exporter_pipeline_stage (reader, exporter);
  return stage + 1 < TP_N_PIPELINE_STAGES ? (TpStage) (stage + 1) : TP_N_STAGES;
}

/**
 * tp_exporter_stage_needs:
 * @stage: a stage
 * @requirement: a requirement
 *
 * The papers of the stage Documents are gathered in it, so they stand in the way of
 * what comes after.
 *
 * Returns: whether @requirement, where it is open, stands in the way of @stage
 */
gboolean
tp_exporter_stage_needs (TpStage stage, TpRecord *requirement)
{
  int needed = tp_word_index (tp_words_stage, tp_record_get_text (requirement, "stage"));

  return !is_beside (stage) && (needed < (int) stage || (needed == (int) stage && stage > TP_STAGE_DOCUMENTS));
}

/**
 * tp_exporter_open_items:
 * @reader: a reader
 * @exporter: an exporter
 * @stage: a stage of the pipeline
 *
 * What stands in the way of @stage: requirements that apply to the exporter, are
 * needed by that stage or an earlier one, and are neither verified nor set aside as
 * not applicable.
 *
 * Returns: (transfer full) (element-type TpRecord): the requirements, in their order
 */
GPtrArray *
tp_exporter_open_items (TpReader *reader, TpRecord *exporter, TpStage stage)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = NULL;

  if (is_beside (stage))
    return items;
  ids = tp_reader_open_requirements (reader, tp_record_get_id (exporter), TP_DAY_NONE, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TpRecord) requirement
          = tp_reader_get (reader, TP_KIND_REQUIREMENT, g_array_index (ids, gint64, i));

      if (requirement != NULL && tp_exporter_stage_needs (stage, requirement))
        g_ptr_array_add (items, g_steal_pointer (&requirement));
    }
  return items;
}

/**
 * tp_exporter_check_advance:
 * @reader: a reader
 * @exporter: the exporter as it is
 * @stage: where it is to move
 * @reason: (nullable): why
 * @error: return location
 *
 * Returns: whether it may move there. %TP_ERROR_REFUSED where it is there already,
 *   %TP_ERROR_INVALID without the USCC that Documents and later stages need,
 *   %TP_ERROR_NEEDS_REASON where a reason would do; the message names what is open
 */
gboolean
tp_exporter_check_advance (TpReader *reader, TpRecord *exporter, TpStage stage, const char *reason,
                           GError **error)
{
  const char *title = tp_word_title (tp_words_stage, tp_stage_token (stage));
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *names = NULL;

  if (tp_record_is_set (exporter, "merged_into"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” was merged into another exporter: move that one. Nothing was changed."),
                   tp_record_get_title (exporter));
      return FALSE;
    }
  if (stage == stage_of (exporter))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   /* Translators: an exporter's name, a stage */
                   _ ("“%s” is at the stage %s already. Nothing was changed."),
                   tp_record_get_title (exporter), title);
      return FALSE;
    }
  if (is_beside (stage))
    {
      if (tp_text_has_words (reason))
        return TRUE;
      g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
                   /* Translators: a stage: On hold or Declined */
                   _ ("%s needs a reason: say why in a few words"), title);
      return FALSE;
    }
  if (stage >= TP_STAGE_DOCUMENTS && !tp_record_is_set (exporter, "uscc"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” has no USCC, which is needed from the stage Documents on: enter it first. "
                      "Nothing was changed."),
                   tp_record_get_title (exporter));
      return FALSE;
    }
  if (tp_text_has_words (reason) || stage <= tp_exporter_pipeline_stage (reader, exporter))
    return TRUE;
  items = tp_exporter_open_items (reader, exporter, stage);
  if (items->len == 0)
    return TRUE;
  names = name_items (items);
  g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
               /* Translators: a stage, then the requirements that are open */
               _ ("%s needs a reason, because these are open: %s"), title, names);
  return FALSE;
}

/**
 * tp_advance_record:
 * @change: a change
 * @exporter: the exporter as it was before it moved
 * @stage: where it moves
 * @day: when
 * @reason: (nullable): why
 * @error: return location
 *
 * Returns: whether the move stands among the exporter's activities
 */
gboolean
tp_advance_record (TpChange *change, TpRecord *exporter, TpStage stage, TpDay day, const char *reason,
                   GError **error)
{
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);

  tp_record_set_number (activity, "exporter", tp_record_get_id (exporter));
  tp_record_set_text (activity, "kind", "stage");
  tp_record_set_day (activity, "date", day);
  tp_record_set_number (activity, "time", tp_change_time (change));
  tp_record_set_text (activity, "author", tp_change_author (change));
  tp_record_set_text (activity, "from_stage", tp_record_get_text (exporter, "stage"));
  tp_record_set_text (activity, "to_stage", tp_stage_token (stage));
  tp_record_set_text (activity, "reason", reason != NULL && *reason != '\0' ? reason : NULL);
  return tp_change_insert (change, activity, error);
}

/**
 * tp_advance_check:
 * @reader: a reader
 * @self: a move
 * @exporter: the exporter as it is
 * @today: today
 * @error: return location
 *
 * Returns: whether tp_advance_run() would go through: the errors of
 *   tp_exporter_check_advance() and of tp_advance_check_day()
 */
gboolean
tp_advance_check (TpReader *reader, TpAdvance *self, TpRecord *exporter, TpDay today, GError **error)
{
  TpDay day = self->day != TP_DAY_NONE ? self->day : today;

  return tp_exporter_check_advance (reader, exporter, self->stage, self->reason, error)
         && tp_advance_check_day (day, tp_advance_last_day (reader, exporter), today, error);
}

/**
 * tp_advance_move:
 * @change: a change
 * @self: a move that tp_advance_check() let pass in this change
 * @exporter: the exporter as it is
 * @error: return location
 *
 * Returns: whether it moved, and that stands among its activities
 */
gboolean
tp_advance_move (TpChange *change, TpAdvance *self, TpRecord *exporter, GError **error)
{
  g_autoptr (TpRecord) moved = tp_record_edit (exporter);
  g_autofree char *reason = g_strstrip (g_strdup (self->reason != NULL ? self->reason : ""));
  TpDay day = self->day != TP_DAY_NONE ? self->day : tp_change_today (change);

  tp_record_set_text (moved, "stage", tp_stage_token (self->stage));
  tp_record_set_text (moved, "stage_reason", *reason != '\0' ? reason : NULL);
  return tp_record_validate (moved, error) && tp_change_update (change, moved, error)
         && tp_advance_record (change, exporter, self->stage, day, reason, error);
}

/**
 * tp_advance_run:
 * @change: a change
 * @input: a #TpAdvance
 * @error: return location
 *
 * Moves an exporter (a #TpChangeFunc) and records that as an activity.
 *
 * Returns: whether it moved; the errors of tp_advance_check()
 */
gboolean
tp_advance_run (TpChange *change, gpointer input, GError **error)
{
  TpAdvance *self = input;
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, self->exporter);

  if (exporter == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there. Nothing was changed."));
      return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (exporter));
  return tp_advance_check (reader, self, exporter, tp_change_today (change), error)
         && tp_advance_move (change, self, exporter, error);
}
