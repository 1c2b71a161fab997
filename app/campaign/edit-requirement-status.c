/* edit-requirement-status.c: how far a requirement of an exporter is.
 *
 * Each change of a status is a step: an activity of the exporter with its day, time and
 * author, made with it. So a list of any earlier day knows what was open then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-requirement-status.h"

#include "error.h"
#include "field-text.h"
#include "rebase.h"
#include "requirement.h"

#include <glib/gi18n-lib.h>

/* helpers */

static const char *
status_of (TpRecord *status)
{
  const char *token = status != NULL ? tp_record_get_text (status, "status") : NULL;

  return token != NULL ? token : "missing";
}

static gboolean
check_day (TpDay day, TpDay last, TpDay today, GError **error)
{
  g_autofree char *date = NULL;

  if (day > today)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  if (last == TP_DAY_NONE || day >= last)
    return TRUE;
  date = tp_day_format (last, TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: a date */
               _ ("The last step of this requirement was on %s: enter that day or a later one"), date);
  return FALSE;
}

/* What came in on a day was valid on that day, or it is no document. */
static gboolean
check_expiry (TpRecord *status, TpDay day, GError **error)
{
  TpDay expiry = tp_record_get_day (status, "expiry");
  g_autofree char *date = NULL;

  if (g_strcmp0 (tp_requirement_status_on (status_of (status), expiry, day), status_of (status)) == 0)
    return TRUE;
  date = tp_day_format (expiry, TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: a date, then a status: Received or Verified */
               _ ("The document expired on %s, so it cannot be “%s” after that day: enter the expiry of "
                  "the new document first"),
               date, tp_word_title (tp_words_requirement_status, status_of (status)));
  return FALSE;
}

static gboolean
insert_step (TpChange *change, TpRecord *status, const char *from, TpDay day, GError **error)
{
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);

  tp_record_set_number (activity, "exporter", tp_record_get_number (status, "exporter"));
  tp_record_set_text (activity, "kind", "requirement");
  tp_record_set_day (activity, "date", day);
  tp_record_set_number (activity, "time", tp_change_time (change));
  tp_record_set_text (activity, "author", tp_change_author (change));
  tp_record_set_number (activity, "requirement", tp_record_get_number (status, "requirement"));
  tp_record_set_text (activity, "from_status", from);
  tp_record_set_text (activity, "to_status", status_of (status));
  return tp_record_validate (activity, error) && tp_change_insert (change, activity, error);
}

static gboolean
set_subject (TpChange *change, gint64 id, GError **error)
{
  g_autoptr (TpRecord) exporter = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER, id);

  if (exporter == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter is no longer there. Nothing was changed."));
      return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (exporter));
  return TRUE;
}

/* A form that was opened before there was a status began with nothing said. */
static void
begin_base (TpReader *reader, TpEditRequirementStatus *self)
{
  g_autoptr (TpRecord) former = NULL;

  if (self->base != NULL)
    return;
  former = tp_reader_requirement_status (reader, tp_record_get_number (self->status, "exporter"),
                                         tp_record_get_number (self->status, "requirement"));
  if (former == NULL)
    return;
  self->base = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  tp_record_set_id (self->base, tp_record_get_id (former));
  tp_record_set_id (self->status, tp_record_get_id (former));
  tp_record_set_number (self->base, "exporter", tp_record_get_number (former, "exporter"));
  tp_record_set_number (self->base, "requirement", tp_record_get_number (former, "requirement"));
  tp_record_set_text (self->base, "status", "missing");
}

/* Public API */

/**
 * tp_requirement_review:
 * @status: a requirement status as it shall be
 * @former: (nullable): as it is
 * @day: when it comes to be so
 * @last: the day of its last step, or %TP_DAY_NONE
 * @today: today
 * @error: return location
 *
 * What a form says while it is filled in, and what tp_requirement_status_keep() refuses.
 *
 * Returns: whether it can be; %TP_ERROR_INVALID for a step in the future or before the
 *   last one, or a document that had expired by then
 */
gboolean
tp_requirement_review (TpRecord *status, TpRecord *former, TpDay day, TpDay last, TpDay today, GError **error)
{
  gboolean moved = former == NULL || !g_str_equal (status_of (former), status_of (status));

  /* What has expired since may be worked on as it is. */
  if ((moved || tp_record_get_day (former, "expiry") != tp_record_get_day (status, "expiry"))
      && !check_expiry (status, day, error))
    return FALSE;
  return !moved || check_day (day, last, today, error);
}

/**
 * tp_requirement_status_renew:
 * @change: a change
 * @status: an unsealed requirement status
 * @former: (nullable): as it is in the workspace; %NULL: nobody asked for it yet
 * @last: the day of its last step, or %TP_DAY_NONE
 * @day: when
 * @error: return location
 *
 * tp_requirement_status_keep() for who has read already what was there before.
 *
 * Returns: whether it stands
 */
gboolean
tp_requirement_status_renew (TpChange *change, TpRecord *status, TpRecord *former, TpDay last, TpDay day, GError **error)
{
  const char *from = status_of (former);

  if (!tp_record_validate (status, error)
      || !tp_requirement_review (status, former, day, last, tp_change_today (change), error)
      || !(former != NULL ? tp_change_update (change, status, error) : tp_change_insert (change, status, error)))
    return FALSE;
  return g_str_equal (from, status_of (status)) || insert_step (change, status, from, day, error);
}

/**
 * tp_requirement_status_keep:
 * @change: a change
 * @status: an unsealed requirement status
 * @day: when; %TP_DAY_NONE: today
 * @error: return location
 *
 * Keeps it, and the step where the status is another than before.
 *
 * Returns: whether it stands; %TP_ERROR_INVALID for a step in the future or before the
 *   last one, or a document that had expired by then
 */
gboolean
tp_requirement_status_keep (TpChange *change, TpRecord *status, TpDay day, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gint64 exporter = tp_record_get_number (status, "exporter");
  gint64 requirement = tp_record_get_number (status, "requirement");
  g_autoptr (TpRecord) former = tp_reader_requirement_status (reader, exporter, requirement);

  if (day == TP_DAY_NONE)
    day = tp_change_today (change);
  /* Somebody else began it meanwhile: there is one status a requirement. */
  if (former != NULL && tp_record_get_id (status) == 0)
    tp_record_set_id (status, tp_record_get_id (former));
  if (former != NULL && !tp_record_is_set (status, "reference"))
    tp_record_set_text (status, "reference", tp_record_get_text (former, "reference"));
  return tp_requirement_status_renew (change, status, former, tp_reader_last_step (reader, exporter, requirement), day,
                                      error);
}

/**
 * tp_set_requirement_new:
 * @exporter: an exporter's id
 * @requirement: a requirement's id
 * @status: a token of tp_words_requirement_status
 *
 * Returns: (transfer full): the input of tp_set_requirement_run()
 */
TpSetRequirement *
tp_set_requirement_new (gint64 exporter, gint64 requirement, const char *status)
{
  TpSetRequirement *self = g_new0 (TpSetRequirement, 1);

  self->exporter = exporter;
  self->requirement = requirement;
  self->status = g_strdup (status);
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_set_requirement_free (gpointer input)
{
  TpSetRequirement *self = input;

  if (self == NULL)
    return;
  g_free (self->status);
  g_free (self);
}

/**
 * tp_set_requirement_run:
 * @change: a change
 * @input: a #TpSetRequirement
 * @error: return location
 *
 * Says how far a requirement of an exporter is (a #TpChangeFunc); due day, document
 * and the rest stay as they are.
 *
 * Returns: whether it was kept; the errors of tp_requirement_status_keep()
 */
gboolean
tp_set_requirement_run (TpChange *change, gpointer input, GError **error)
{
  TpSetRequirement *self = input;
  g_autoptr (TpRecord) former = NULL;
  g_autoptr (TpRecord) status = NULL;

  if (!set_subject (change, self->exporter, error))
    return FALSE;
  former = tp_reader_requirement_status (tp_change_reader (change), self->exporter, self->requirement);
  status = former != NULL ? tp_record_edit (former) : tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  tp_record_set_number (status, "exporter", self->exporter);
  tp_record_set_number (status, "requirement", self->requirement);
  tp_record_set_text (status, "status", self->status);
  return tp_requirement_status_keep (change, status, self->day, error);
}

/**
 * tp_edit_requirement_status_new:
 * @status: (transfer none): a requirement status as it shall be, unsealed
 * @base: (nullable): as the form was filled with it
 *
 * Returns: (transfer full): the input of tp_edit_requirement_status_run()
 */
TpEditRequirementStatus *
tp_edit_requirement_status_new (TpRecord *status, TpRecord *base)
{
  TpEditRequirementStatus *self = g_new0 (TpEditRequirementStatus, 1);

  self->status = g_object_ref (status);
  self->base = base != NULL ? g_object_ref (base) : NULL;
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_edit_requirement_status_free (gpointer input)
{
  TpEditRequirementStatus *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->status);
  g_clear_object (&self->base);
  g_clear_object (&self->document);
  g_free (self);
}

/**
 * tp_edit_requirement_status_run:
 * @change: a change
 * @input: a #TpEditRequirementStatus
 * @error: return location
 *
 * Keeps status, due day, document and attachment as a form has them (a #TpChangeFunc).
 *
 * Returns: whether it was kept; the errors of tp_requirement_status_keep(), and
 *   %TP_ERROR_CONFLICT where somebody else changed the same field meanwhile
 */
gboolean
tp_edit_requirement_status_run (TpChange *change, gpointer input, GError **error)
{
  TpEditRequirementStatus *self = input;
  gint64 attachment;

  if (!set_subject (change, tp_record_get_number (self->status, "exporter"), error))
    return FALSE;
  begin_base (tp_change_reader (change), self);
  if (!tp_rebase (tp_change_reader (change), self->base, &self->status, error))
    return FALSE;
  if (self->document != NULL)
    {
      if (!tp_document_keep (change, self->document, &attachment, error))
        return FALSE;
      tp_record_set_number (self->status, "attachment", attachment);
    }
  return tp_requirement_status_keep (change, self->status, self->day, error);
}
