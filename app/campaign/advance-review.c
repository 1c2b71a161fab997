/* advance-review.c: where an exporter may move, known before anybody asks.
 *
 * Everything is read once, off the main thread; what the person types is then held
 * against it without the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-review.h"

#include "advance-exporter.h"
#include "error.h"

#include <glib/gi18n-lib.h>

/**
 * tp_advance_review_read:
 * @reader: a reader
 * @exporter: points to a #gint64, the exporter's id
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpAdvanceReview; %TP_ERROR_NOT_FOUND where the
 *   exporter is gone
 */
gpointer
tp_advance_review_read (TpReader *reader, gpointer exporter, GError **error)
{
  g_autoptr (TpAdvanceReview) self = g_new0 (TpAdvanceReview, 1);

  self->exporter = tp_reader_get (reader, TP_KIND_EXPORTER, *(gint64 *) exporter);
  if (self->exporter == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there. Nothing was changed."));
      return NULL;
    }
  self->next = tp_exporter_next_stage (reader, self->exporter);
  self->last = tp_advance_last_day (reader, self->exporter);
  for (guint i = 0; i < TP_N_STAGES; i++)
    tp_exporter_check_advance (reader, self->exporter, (TpStage) i, NULL, &self->refused[i]);
  return g_steal_pointer (&self);
}

/**
 * tp_advance_review_free:
 * @review: (transfer full) (nullable): a #TpAdvanceReview
 */
void
tp_advance_review_free (gpointer review)
{
  TpAdvanceReview *self = review;

  if (self == NULL)
    return;
  g_clear_object (&self->exporter);
  for (guint i = 0; i < TP_N_STAGES; i++)
    g_clear_error (&self->refused[i]);
  g_free (self);
}

/**
 * tp_advance_review_check:
 * @self: a review
 * @stage: where the exporter is to move
 * @reason: (nullable): why
 * @error: return location
 *
 * Returns: what tp_exporter_check_advance() would
 */
gboolean
tp_advance_review_check (TpAdvanceReview *self, TpStage stage, const char *reason, GError **error)
{
  const GError *refused = self->refused[stage];

  if (refused == NULL || (refused->code == TP_ERROR_NEEDS_REASON && tp_text_has_words (reason)))
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (refused);
  return FALSE;
}

/**
 * tp_advance_last_day:
 * @reader: a reader
 * @exporter: an exporter
 *
 * Returns: the day its stage was last set, %TP_DAY_NONE where none is known
 */
TpDay
tp_advance_last_day (TpReader *reader, TpRecord *exporter)
{
  g_autoptr (GPtrArray) activities
      = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", tp_record_get_id (exporter));
  TpDay last = tp_record_get_day (exporter, "sourced");

  for (guint i = 0; i < activities->len; i++)
    if (tp_record_has_word (g_ptr_array_index (activities, i), "kind", "stage"))
      last = MAX (last, tp_record_get_day (g_ptr_array_index (activities, i), "date"));
  return last;
}

/**
 * tp_advance_check_day:
 * @day: when an exporter moves
 * @last: the day its stage was last set
 * @today: today
 * @error: return location
 *
 * Returns: whether moves follow one another so: none in the future, none before the
 *   last; %TP_ERROR_INVALID
 */
gboolean
tp_advance_check_day (TpDay day, TpDay last, TpDay today, GError **error)
{
  g_autofree char *date = NULL;

  if (day > today)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  if (day >= last)
    return TRUE;
  date = tp_day_format (last, TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: a date */
               _ ("Its stage was last set on %s: enter that day or a later one"), date);
  return FALSE;
}
