/* request-documents.c: papers asked for, of one exporter or of many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "request-documents.h"

#include "edit-requirement-status.h"
#include "error.h"

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

/* What stands open, or what was named; a requirement that is gone has no line. */
static const TpChecklistItem *
line_of (GArray *items, gint64 requirement)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, TpChecklistItem, i).requirement == requirement)
      return &g_array_index (items, TpChecklistItem, i);
  return NULL;
}

static gboolean
request_one (TpChange *change, TpRequestDocuments *self, TpRecord *exporter, const TpChecklistItem *item,
             gint64 requirement, TpDay day, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gint64 id = tp_record_get_id (exporter);
  const char *reason = tp_why_not_requested (item, day);

  if (reason != NULL)
    {
      g_autoptr (TpRecord) needed = tp_reader_get (reader, TP_KIND_REQUIREMENT, requirement);

      skip (self, id, exporter, requirement, needed, reason);
      return TRUE;
    }
  if (!tp_request_document (change, id, item, self->due, day, error))
    return FALSE;
  self->requested++;
  if (self->asked->len == 0 || g_array_index (self->asked, gint64, self->asked->len - 1) != id)
    g_array_append_val (self->asked, id);
  return TRUE;
}

static gboolean
request_of (TpChange *change, TpRequestDocuments *self, gint64 id, TpDay day, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
  g_autoptr (GArray) items = NULL;

  if (exporter == NULL)
    {
      skip (self, id, NULL, 0, NULL, C_ ("why a document was not requested", "No longer there"));
      return TRUE;
    }
  items = tp_reader_checklist (reader, id, day);
  for (guint i = 0; i < self->requirements->len; i++)
    {
      gint64 requirement = g_array_index (self->requirements, gint64, i);

      if (!request_one (change, self, exporter, line_of (items, requirement), requirement, day, error))
        return FALSE;
    }
  for (guint i = 0; self->requirements->len == 0 && i < items->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);

      if (item->open && !request_one (change, self, exporter, item, item->requirement, day, error))
        return FALSE;
    }
  return TRUE;
}

/* Public API */

/**
 * tp_request_check_days:
 * @due: the day they are due, or %TP_DAY_NONE
 * @day: of the request
 * @today: today
 * @error: return location
 *
 * Returns: whether it can be; %TP_ERROR_INVALID where the due day lies before the day of
 *   the request, or that in the future
 */
gboolean
tp_request_check_days (TpDay due, TpDay day, TpDay today, GError **error)
{
  g_autofree char *date = NULL;

  if (day > today)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  if (due == TP_DAY_NONE || due >= day)
    return TRUE;
  date = tp_day_format (day, TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: a date */
               _ ("They are requested on %s and cannot be due before: enter that day or a later one"), date);
  return FALSE;
}

/**
 * tp_why_not_requested:
 * @item: (nullable): a line of an exporter's checklist on the day of the request; %NULL:
 *   the requirement is gone
 * @day: that day
 *
 * What has expired is asked for anew.
 *
 * Returns: (nullable): why it is not asked for, a clause; %NULL where it is
 */
const char *
tp_why_not_requested (const TpChecklistItem *item, TpDay day)
{
  if (item == NULL || item->retired)
    return C_ ("why a document was not requested", "Not asked for any more");
  if (item->last != TP_DAY_NONE && item->last > day)
    return C_ ("why a document was not requested", "Changed after that day");
  if (item->status == NULL || g_str_equal (item->status, "missing"))
    return item->open ? NULL : C_ ("why a document was not requested", "Does not apply");
  if (g_str_equal (item->status, "requested"))
    return C_ ("why a document was not requested", "Requested already");
  if (g_str_equal (item->status, "received"))
    return C_ ("why a document was not requested", "Received already");
  if (g_str_equal (item->status, "verified"))
    return C_ ("why a document was not requested", "Verified already");
  if (g_str_equal (item->status, "not_applicable"))
    return C_ ("why a document was not requested", "Does not apply");
  return NULL;
}

/**
 * tp_request_document:
 * @change: a change
 * @exporter: an exporter's id
 * @item: a line of its checklist on @day that may be requested
 * @due: the day it is due; %TP_DAY_NONE: one that is there stays
 * @day: of the request
 * @error: return location
 *
 * Returns: whether it was requested; the errors of tp_requirement_status_keep()
 */
gboolean
tp_request_document (TpChange *change, gint64 exporter, const TpChecklistItem *item, TpDay due, TpDay day, GError **error)
{
  g_autoptr (TpRecord) former
      = item->record != 0 ? tp_reader_get (tp_change_reader (change), TP_KIND_REQUIREMENT_STATUS, item->record) : NULL;
  g_autoptr (TpRecord) status = former != NULL ? tp_record_edit (former) : tp_record_new (TP_KIND_REQUIREMENT_STATUS);

  tp_record_set_number (status, "exporter", exporter);
  tp_record_set_number (status, "requirement", item->requirement);
  tp_record_set_text (status, "status", "requested");
  if (due != TP_DAY_NONE)
    tp_record_set_day (status, "due", due);
  return tp_requirement_status_renew (change, status, former, item->last, day, error);
}

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
  if (!tp_request_check_days (self->due, day, tp_change_today (change), error))
    return FALSE;
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
