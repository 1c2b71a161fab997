/* merge-activities.c: two timelines become one.
 *
 * Stages and requirements have a dated history: it is read from the activities of their
 * kinds. Two ways mixed would be a way that nobody went, so the way of the exporter
 * whose stage (or status of a requirement) stays is kept as it is, and the steps of the
 * other way stay in the timeline as entries that nothing is counted from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-private.h"

#include <string.h>

static gboolean
write_activity (TpChange *change, TpRecord *activity, gint64 exporter, gboolean counts, GError **error)
{
  g_autoptr (TpRecord) moved = tp_record_edit (activity);

  tp_record_set_number (moved, "exporter", exporter);
  if (!counts)
    tp_record_set_text (moved, "kind", "system");
  return tp_change_update (change, moved, error) && tp_change_check_cancelled (change, error);
}

/* Whether a step of one of the two ways is counted further on. */
static gboolean
counts (TpReader *reader, TpMerge *self, TpRecord *activity, gboolean of_other)
{
  if (tp_record_has_word (activity, "kind", "stage"))
    return tp_merge_takes_other (self, "stage") == of_other;
  if (tp_record_has_word (activity, "kind", "requirement") && tp_record_is_set (activity, "requirement"))
    return tp_merge_other_is_further (reader, self, tp_record_get_number (activity, "requirement")) == of_other;
  return TRUE;
}

/* An exporter without a move was at its stage from the day it was sourced. Where the
 * survivor is sourced earlier than that, it came there on that day. */
static gboolean
date_stage (TpChange *change, TpMerge *self, TpRecord *result, GError **error)
{
  TpRecord *leading = tp_merge_takes_other (self, "stage") ? self->other : self->survivor;
  g_autoptr (TpRecord) activity = NULL;

  if (tp_record_get_day (leading, "sourced") <= tp_record_get_day (result, "sourced")
      || tp_record_has_word (leading, "stage", "sourced"))
    return TRUE;
  activity = tp_record_new (TP_KIND_ACTIVITY);
  tp_record_set_number (activity, "exporter", tp_record_get_id (self->survivor));
  tp_record_set_text (activity, "kind", "stage");
  tp_record_set_day (activity, "date", tp_record_get_day (leading, "sourced"));
  tp_record_set_number (activity, "time", tp_change_time (change));
  tp_record_set_text (activity, "author", tp_change_author (change));
  tp_record_set_text (activity, "from_stage", tp_stage_token (TP_STAGE_SOURCED));
  tp_record_set_text (activity, "to_stage", tp_record_get_text (leading, "stage"));
  tp_record_set_text (activity, "reason", tp_record_get_text (leading, "stage_reason"));
  return tp_change_insert (change, activity, error);
}

gboolean
tp_merge_move_activities (TpChange *change, TpMerge *self, TpRecord *result, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gint64 survivor = tp_record_get_id (self->survivor);
  /* Both are read before either is written. */
  g_autoptr (GPtrArray) own = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", survivor);
  g_autoptr (GPtrArray) others
      = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", tp_record_get_id (self->other));
  gboolean has_way = FALSE;

  for (guint i = 0; i < own->len + others->len; i++)
    {
      gboolean of_other = i >= own->len;
      TpRecord *activity = of_other ? g_ptr_array_index (others, i - own->len) : g_ptr_array_index (own, i);
      gboolean counted = counts (reader, self, activity, of_other);

      has_way = has_way || (counted && tp_record_has_word (activity, "kind", "stage"));
      if ((of_other || !counted) && !write_activity (change, activity, survivor, counted, error))
        return FALSE;
    }
  return has_way || date_stage (change, self, result, error);
}
