/* request-documents.c: papers asked for, of one exporter or of many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "request-documents.h"

#include "edit-requirement-status.h"
#include "error.h"
#include "requirement.h"
#include "words.h"

#include <glib/gi18n-lib.h>

static void
not_requested_free (gpointer data)
{
  TpNotRequested *self = data;

  g_free (self->title);
  g_free (self->needed);
  g_free (self->reason);
  g_free (self);
}

static void
skip (TpRequestDocuments *self, gint64 exporter, TpRecord *record, gint64 requirement, TpRecord *needed,
      const char *reason)
{
  TpNotRequested *skipped = g_new0 (TpNotRequested, 1);

  skipped->exporter = exporter;
  skipped->requirement = requirement;
  skipped->title = g_strdup (record != NULL ? tp_record_get_title (record) : NULL);
  skipped->needed = g_strdup (needed != NULL ? tp_record_get_title (needed) : NULL);
  skipped->reason = g_strdup (reason);
  g_ptr_array_add (self->skipped, skipped);
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static TpRecord *
status_among (GPtrArray *statuses, gint64 requirement)
{
  for (guint i = 0; i < statuses->len; i++)
    if (tp_record_get_number (g_ptr_array_index (statuses, i), "requirement") == requirement)
      return g_ptr_array_index (statuses, i);
  return NULL;
}

/* Why it is not asked for, or NULL. What has expired is asked for anew. */
static const char *
why_not (TpRecord *needed, TpRecord *status, gboolean open, TpDay day)
{
  const char *token = status != NULL
                          ? tp_requirement_status_on (tp_record_get_text (status, "status"),
                                                      tp_record_get_day (status, "expiry"), day)
                          : NULL;

  if (tp_record_get_number_or (needed, "retired", 0) == 1)
    return C_ ("why a document was not requested", "not asked for any more");
  if (token == NULL || g_str_equal (token, "missing"))
    return open ? NULL : C_ ("why a document was not requested", "does not apply");
  if (g_str_equal (token, "requested"))
    return C_ ("why a document was not requested", "requested already");
  if (g_str_equal (token, "received"))
    return C_ ("why a document was not requested", "received already");
  if (g_str_equal (token, "verified"))
    return C_ ("why a document was not requested", "verified already");
  if (g_str_equal (token, "not_applicable"))
    return C_ ("why a document was not requested", "does not apply");
  return NULL;
}

static gboolean
request_one (TpChange *change, TpRequestDocuments *self, gint64 exporter, gint64 requirement, TpRecord *former,
             TpDay day, GError **error)
{
  g_autoptr (TpRecord) status = former != NULL ? tp_record_edit (former)
                                               : tp_record_new (TP_KIND_REQUIREMENT_STATUS);

  tp_record_set_number (status, "exporter", exporter);
  tp_record_set_number (status, "requirement", requirement);
  tp_record_set_text (status, "status", "requested");
  if (self->due != TP_DAY_NONE)
    tp_record_set_day (status, "due", self->due);
  if (!tp_requirement_status_keep (change, status, day, error))
    return FALSE;
  self->requested++;
  if (self->asked->len == 0 || g_array_index (self->asked, gint64, self->asked->len - 1) != exporter)
    g_array_append_val (self->asked, exporter);
  return TRUE;
}

static gboolean
request_of (TpChange *change, TpRequestDocuments *self, gint64 id, TpDay day, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GArray) open = NULL;
  GArray *wanted;

  if (exporter == NULL)
    {
      skip (self, id, NULL, 0, NULL, C_ ("why a document was not requested", "no longer there"));
      return TRUE;
    }
  statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter", id);
  open = tp_reader_open_requirements (reader, id, day, NULL);
  wanted = self->requirements->len > 0 ? self->requirements : open;
  for (guint i = 0; i < wanted->len; i++)
    {
      gint64 requirement = g_array_index (wanted, gint64, i);
      g_autoptr (TpRecord) needed = tp_reader_get (reader, TP_KIND_REQUIREMENT, requirement);
      TpRecord *former = status_among (statuses, requirement);
      TpDay last = tp_requirement_last_step (reader, id, requirement);
      const char *reason = needed == NULL ? C_ ("why a document was not requested", "not asked for any more")
                                          : why_not (needed, former, holds (open, requirement), day);

      if (reason == NULL && last > day)
        reason = C_ ("why a document was not requested", "changed after that day");
      if (reason != NULL)
        skip (self, id, exporter, requirement, needed, reason);
      else if (!request_one (change, self, id, requirement, former, day, error))
        return FALSE;
    }
  return TRUE;
}

/* Public API */

/**
 * tp_request_documents_new:
 * @exporters: ids of exporters
 * @n_exporters: how many
 * @requirements: (nullable): ids of requirements
 * @n_requirements: how many; 0: whatever stands open
 * @due: the day they are due, or %TP_DAY_NONE
 *
 * Returns: (transfer full): the input of tp_request_documents_run()
 */
TpRequestDocuments *
tp_request_documents_new (const gint64 *exporters, guint n_exporters, const gint64 *requirements,
                          guint n_requirements, TpDay due)
{
  TpRequestDocuments *self = g_new0 (TpRequestDocuments, 1);

  self->exporters = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->requirements = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->skipped = g_ptr_array_new_with_free_func (not_requested_free);
  g_array_append_vals (self->exporters, exporters, n_exporters);
  if (n_requirements > 0)
    g_array_append_vals (self->requirements, requirements, n_requirements);
  self->due = due;
  self->day = TP_DAY_NONE;
  return self;
}

void
tp_request_documents_free (gpointer input)
{
  TpRequestDocuments *self = input;

  if (self == NULL)
    return;
  g_array_unref (self->exporters);
  g_array_unref (self->requirements);
  g_array_unref (self->asked);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

/**
 * tp_request_documents_run:
 * @change: a change
 * @input: a #TpRequestDocuments; says afterwards what was requested and what was not
 * @error: return location
 *
 * Asks for what is open and missing, or has expired, in one step (a #TpChangeFunc).
 *
 * Returns: whether it was done, also where all was skipped; %TP_ERROR_INVALID where the
 *   due day lies before the day of the request, or that in the future
 */
gboolean
tp_request_documents_run (TpChange *change, gpointer input, GError **error)
{
  TpRequestDocuments *self = input;
  TpDay day = self->day != TP_DAY_NONE ? self->day : tp_change_today (change);

  self->requested = 0;
  g_array_set_size (self->asked, 0);
  g_ptr_array_set_size (self->skipped, 0);
  if (self->due != TP_DAY_NONE && self->due < day)
    {
      g_autofree char *date = tp_day_format (day, TP_PRECISION_DAY);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: a date */
                   _ ("They are requested on %s and cannot be due before: enter that day or a later one"), date);
      return FALSE;
    }
  if (day > tp_change_today (change))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  for (guint i = 0; i < self->exporters->len; i++)
    if (!tp_change_check_cancelled (change, error)
        || !request_of (change, self, g_array_index (self->exporters, gint64, i), day, error))
      return FALSE;
  if (self->exporters->len == 1)
    {
      g_autoptr (TpRecord) exporter = tp_reader_get (tp_change_reader (change), TP_KIND_EXPORTER,
                                                     g_array_index (self->exporters, gint64, 0));

      tp_change_set_subject (change, exporter != NULL ? tp_record_get_title (exporter) : NULL);
    }
  return TRUE;
}
