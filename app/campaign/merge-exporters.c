/* merge-exporters.c: two exporters that are one become one.
 *
 * The survivor keeps its reference and takes, field by field, the value that somebody
 * chose; what hangs on the other moves to it. The other stays in the archive, saying
 * where it went: its history is read with the survivor's, and the ledger, which is never
 * rewritten, goes on naming it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-private.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one exporter keeps to itself, and what follows another choice. */
static const char *const kept[] = { "reference", "archived", "merged_into", "stage_reason", "currency" };

static const char *const amounts[] = { "annual_export", "domestic_baseline" };

static int
stage_rank (TpRecord *exporter)
{
  int stage = tp_word_index (tp_words_stage, tp_record_get_text (exporter, "stage"));

  /* One that is worked on goes before one on hold, and that before one declined. */
  return stage < TP_N_PIPELINE_STAGES ? stage + TP_N_STAGES : TP_N_STAGES - stage;
}

static int
place (const char *field)
{
  return tp_kind_field_index (TP_KIND_EXPORTER, field);
}

static gboolean
is_amount (const char *field)
{
  return g_str_equal (field, amounts[0]) || g_str_equal (field, amounts[1]);
}

/* Amounts in two currencies cannot stand in one record. */
static gboolean
currencies_differ (TpMerge *self)
{
  const char *one = tp_record_get_text (self->survivor, "currency");
  const char *other = tp_record_get_text (self->other, "currency");

  return one != NULL && other != NULL && strcmp (one, other) != 0;
}

static gboolean
has_amount (TpRecord *exporter)
{
  return tp_record_is_set (exporter, amounts[0]) || tp_record_is_set (exporter, amounts[1]);
}

/* Public API */

/**
 * tp_merge_may_choose:
 * @field: a field of exporters
 *
 * Returns: whether people choose whose value of it stays
 */
gboolean
tp_merge_may_choose (const TpField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strcmp (field->name, kept[i]) == 0)
      return FALSE;
  return TRUE;
}

/**
 * tp_merge_is_linked:
 * @self: a merge
 * @field: a field's name
 *
 * Returns: whether a choice for it is one for others too: amounts go together where the
 *   two exporters have them in different currencies
 */
gboolean
tp_merge_is_linked (TpMerge *self, const char *field)
{
  return is_amount (field) && currencies_differ (self);
}

/**
 * tp_merge_takes_other:
 * @self: a merge
 * @field: a field's name
 *
 * Returns: whether the other's value stays, not the survivor's
 */
gboolean
tp_merge_takes_other (TpMerge *self, const char *field)
{
  g_return_val_if_fail (place (field) >= 0, FALSE);
  return self->from_other[place (field)];
}

/**
 * tp_merge_choose:
 * @self: a merge
 * @field: a field's name
 * @from_other: whether the other's value is to stay
 *
 * Chooses for one field, and for those that hang on it (tp_merge_is_linked()).
 */
void
tp_merge_choose (TpMerge *self, const char *field, gboolean from_other)
{
  g_return_if_fail (place (field) >= 0);
  self->from_other[place (field)] = from_other;
  if (g_str_equal (field, "stage"))
    self->from_other[place ("stage_reason")] = from_other;
  if (tp_merge_is_linked (self, field))
    for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
      self->from_other[place (amounts[i])] = from_other;
}

/**
 * tp_merge_new:
 * @survivor: the exporter that stays
 * @other: the one that goes into it
 *
 * The survivor's values win where it has them, but the further stage of the pipeline and
 * the earlier day of sourcing.
 *
 * Returns: (transfer full): the input of tp_merge_run()
 */
TpMerge *
tp_merge_new (TpRecord *survivor, TpRecord *other)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  TpMerge *self = g_new0 (TpMerge, 1);

  self->survivor = g_object_ref (survivor);
  self->other = g_object_ref (other);
  self->from_other = g_new0 (gboolean, info->n_fields);
  for (guint i = 0; i < info->n_fields; i++)
    if (tp_merge_may_choose (&info->fields[i]) && !is_amount (info->fields[i].name))
      self->from_other[i] = !tp_record_is_set (survivor, info->fields[i].name)
                            && tp_record_is_set (other, info->fields[i].name);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    self->from_other[place (amounts[i])] = currencies_differ (self) ? !has_amount (survivor)
                                                                    : !tp_record_is_set (survivor, amounts[i]);
  tp_merge_choose (self, "stage", stage_rank (other) > stage_rank (survivor));
  tp_merge_choose (self, "sourced",
                   tp_record_get_day (other, "sourced") < tp_record_get_day (survivor, "sourced"));
  return self;
}

void
tp_merge_free (gpointer input)
{
  TpMerge *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->survivor);
  g_clear_object (&self->other);
  g_free (self->from_other);
  g_free (self);
}

/**
 * tp_merge_activity_words:
 * @activity: an activity
 *
 * Returns: (transfer full) (nullable): what was merged: "Merged with “Coffee Beans Ltd”";
 *   %NULL where it is no activity of a merge
 */
char *
tp_merge_activity_words (TpRecord *activity)
{
  const char *name = tp_record_get_text (activity, "text");

  if (!tp_record_has_word (activity, "kind", "merge") || name == NULL)
    return NULL;
  /* Translators: the name of an exporter that was merged into this one */
  return g_strdup_printf (C_ ("activity", "Merged with “%s”"), name);
}

/**
 * tp_merge_prefers:
 * @exporter: an exporter
 * @other: one that is likely the same
 *
 * Returns: whether @exporter is the better one to keep: the further stage, then the one
 *   whose USCC is known, then the older record
 */
gboolean
tp_merge_prefers (TpRecord *exporter, TpRecord *other)
{
  int rank = stage_rank (exporter), other_rank = stage_rank (other);
  gboolean coded = tp_record_is_set (exporter, "uscc"), other_coded = tp_record_is_set (other, "uscc");

  if (rank != other_rank)
    return rank > other_rank;
  if (coded != other_coded)
    return coded;
  return tp_record_get_id (exporter) < tp_record_get_id (other);
}

/**
 * tp_merge_result:
 * @self: a merge
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the survivor as it would be; %TP_ERROR_INVALID
 *   where it could not be kept so
 */
TpRecord *
tp_merge_result (TpMerge *self, GError **error)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  g_autoptr (TpRecord) result = tp_record_edit (self->survivor);
  const char *currency = NULL;
  int stage;

  for (guint i = 0; i < info->n_fields; i++)
    if (self->from_other[i])
      tp_record_set_value (result, i, tp_record_value (self->other, i));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (tp_record_is_set (result, amounts[i]))
      currency = tp_record_get_text (tp_merge_takes_other (self, amounts[i]) ? self->other : self->survivor,
                                     "currency");
  tp_record_set_text (result, "currency", currency);

  stage = tp_word_index (tp_words_stage, tp_record_get_text (result, "stage"));
  if (stage >= TP_STAGE_DOCUMENTS && stage < TP_N_PIPELINE_STAGES && !tp_record_is_set (result, "uscc"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The stage %s needs a USCC: choose the side that has one"),
                   tp_word_title (tp_words_stage, tp_record_get_text (result, "stage")));
      return NULL;
    }
  if (!tp_record_validate (result, error))
    return NULL;
  return g_steal_pointer (&result);
}

/* They must be as they were looked at: what was chosen field by field is held against
 * nothing else. */
static gboolean
check_as_seen (TpReader *reader, TpRecord *seen, GError **error)
{
  g_autoptr (TpRecord) stored = tp_reader_get (reader, TP_KIND_EXPORTER, tp_record_get_id (seen));

  if (stored == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("“%s” is no longer there. Nothing was changed."),
                 tp_record_get_title (seen));
  else if (tp_record_is_set (stored, "merged_into"))
    g_set_error (error, TP_ERROR, TP_ERROR_REFUSED, _ ("“%s” was merged already. Nothing was changed."),
                 tp_record_get_title (seen));
  else if (!tp_record_equal (stored, seen))
    g_set_error (error, TP_ERROR, TP_ERROR_CONFLICT,
                 _ ("“%s” was changed meanwhile: look at both again. Nothing was changed."),
                 tp_record_get_title (seen));
  else
    return TRUE;
  return FALSE;
}

/* Two records cannot have one USCC, not even for a moment. */
static gboolean
put_away (TpChange *change, TpMerge *self, TpRecord *result, GError **error)
{
  g_autoptr (TpRecord) other = tp_record_edit (self->other);
  const char *uscc = tp_record_get_text (other, "uscc");

  if (uscc != NULL && g_strcmp0 (uscc, tp_record_get_text (result, "uscc")) == 0)
    tp_record_clear (other, "uscc");
  tp_record_set_number (other, "archived", 1);
  tp_record_set_number (other, "merged_into", tp_record_get_id (self->survivor));
  return tp_change_update (change, other, error);
}

/* A code that the survivor gives up stays known: lists that name it lead to the survivor
 * through the one in the archive, whose own it has taken. */
static gboolean
leave_code (TpChange *change, TpMerge *self, TpRecord *result, GError **error)
{
  const char *former = tp_record_get_text (self->survivor, "uscc");
  g_autoptr (TpRecord) stored = NULL;
  g_autoptr (TpRecord) other = NULL;

  if (former == NULL || g_strcmp0 (former, tp_record_get_text (result, "uscc")) == 0)
    return TRUE;
  stored = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER, tp_record_get_id (self->other));
  other = tp_record_edit (stored);
  tp_record_set_text (other, "uscc", former);
  return tp_change_update (change, other, error);
}

/* What was merged, for the timeline: the name and reference, and the stage where it
 * changed. Words come when it is read. */
static gboolean
add_activity (TpChange *change, TpMerge *self, TpRecord *result, GError **error)
{
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);
  const char *before = tp_record_get_text (self->survivor, "stage");
  const char *after = tp_record_get_text (result, "stage");

  tp_record_set_number (activity, "exporter", tp_record_get_id (self->survivor));
  tp_record_set_text (activity, "kind", "merge");
  tp_record_set_day (activity, "date", tp_change_today (change));
  tp_record_set_number (activity, "time", tp_change_time (change));
  tp_record_set_text (activity, "author", tp_change_author (change));
  tp_record_set_text (activity, "text", tp_record_get_title (self->other));
  tp_record_set_text (activity, "reason", tp_record_get_text (self->other, "reference"));
  if (g_strcmp0 (before, after) != 0)
    {
      tp_record_set_text (activity, "from_stage", before);
      tp_record_set_text (activity, "to_stage", after);
    }
  return tp_change_insert (change, activity, error);
}

/**
 * tp_merge_run:
 * @change: a change
 * @input: a #TpMerge
 * @error: return location
 *
 * Merges one exporter into another (a #TpChangeFunc): products, enrolments, benefits,
 * sales, requirement statuses, activities and tasks move; of two running enrolments in
 * one programme one stays, with the earlier dates; of two statuses of one requirement the
 * further one; of two ways through the stages that of the exporter whose stage stays.
 * Nothing is lost: what does not stay on the survivor stays with the other, in the
 * archive.
 *
 * Returns: whether they are one; %TP_ERROR_NOT_FOUND, %TP_ERROR_REFUSED,
 *   %TP_ERROR_CONFLICT where one was changed since it was looked at, %TP_ERROR_INVALID
 */
gboolean
tp_merge_run (TpChange *change, gpointer input, GError **error)
{
  TpMerge *self = input;
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) result = NULL;

  if (tp_record_get_id (self->survivor) == tp_record_get_id (self->other))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_REFUSED,
                           _ ("An exporter cannot be merged with itself. Nothing was changed."));
      return FALSE;
    }
  if (!check_as_seen (reader, self->survivor, error) || !check_as_seen (reader, self->other, error))
    return FALSE;
  if (tp_record_get_number_or (self->survivor, "archived", 0) != 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” is archived: bring it back first, or keep the other one. Nothing was changed."),
                   tp_record_get_title (self->survivor));
      return FALSE;
    }
  result = tp_merge_result (self, error);
  if (result == NULL)
    return FALSE;
  tp_change_set_subject (change, tp_record_get_title (result));
  /* Activities first: which of them count is told by the statuses as they are. */
  return tp_merge_move_activities (change, self, result, error)
         && tp_merge_move_requirements (change, self, error) && tp_merge_move_records (change, self, error)
         && put_away (change, self, result, error) && tp_change_update (change, result, error)
         && leave_code (change, self, result, error)
         && add_activity (change, self, result, error);
}
