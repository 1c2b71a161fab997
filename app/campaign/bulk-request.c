/* bulk-request.c: papers asked for of many exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-request.h"

#include "checklist.h"
#include "error.h"
#include "request-documents.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TpBulk parent;
  gint64 requirement; /* 0: all that stand open */
  TpDay due, day;
} TpBulkRequest;

static gboolean
prepare (TpBulk *bulk, TpReader *reader, TpDay today, GError **error)
{
  TpBulkRequest *self = (TpBulkRequest *) bulk;

  if (self->day == TP_DAY_NONE)
    self->day = today;
  if (self->day > today)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The day lies in the future: enter the day on which it happened"));
      return FALSE;
    }
  if (self->due != TP_DAY_NONE && self->due < self->day)
    {
      g_autofree char *date = tp_day_format (self->day, TP_PRECISION_DAY);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: a date */
                   _ ("They are requested on %s and cannot be due before: enter that day or a later one"), date);
      return FALSE;
    }
  return TRUE;
}

/* Open and nobody has asked for it, or what came has expired. */
static gboolean
is_to_be_asked (TpBulkRequest *self, TpChecklistItem *item)
{
  if (!item->open || item->retired || (item->since != TP_DAY_NONE && item->since > self->day))
    return FALSE;
  return item->status == NULL || g_str_equal (item->status, "missing") || g_str_equal (item->status, "expired");
}

static const char *
why_not (TpBulkRequest *self, GArray *items)
{
  for (guint i = 0; self->requirement != 0 && i < items->len; i++)
    {
      TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);

      if (item->requirement != self->requirement || item->retired)
        continue;
      if (item->status == NULL || g_str_equal (item->status, "not_applicable"))
        break;
      if (g_str_equal (item->status, "requested"))
        return C_ ("why an exporter was skipped", "Requested already");
      if (g_str_equal (item->status, "received"))
        return C_ ("why an exporter was skipped", "Received already");
      if (g_str_equal (item->status, "verified"))
        return C_ ("why an exporter was skipped", "Verified already");
    }
  return self->requirement != 0 ? C_ ("why an exporter was skipped", "It does not apply to this exporter")
                                : C_ ("why an exporter was skipped", "Nothing is missing that was not requested");
}

static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  TpBulkRequest *self = (TpBulkRequest *) bulk;
  gint64 id = tp_record_get_id (exporter);
  g_autoptr (GArray) items = tp_reader_checklist (reader, id, today);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TpRequestDocuments) request = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);

      if ((self->requirement == 0 || item->requirement == self->requirement) && is_to_be_asked (self, item))
        g_array_append_val (wanted, item->requirement);
    }
  if (wanted->len == 0)
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_NOTHING_OPEN, g_strdup (why_not (self, items)));
      return TRUE;
    }
  if (change == NULL)
    return TRUE;
  request = tp_request_documents_new (&id, 1, (const gint64 *) (gpointer) wanted->data, wanted->len, self->due);
  request->day = self->day;
  return tp_request_documents_run (change, request, error);
}

static char *
plan (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u exporter will be asked", "%u exporters will be asked", n), n);
}

static char *
outcome (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Documents requested from %u", "Documents requested from %u", n), n);
}

static const TpBulkAction action = { "bulk-request", prepare, step, NULL, plan, outcome };

/**
 * tp_bulk_request_new:
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 * @requirement: a requirement's id; 0: whatever each has still to bring
 * @due: the day they are due, or %TP_DAY_NONE
 * @day: of the request; %TP_DAY_NONE: today
 *
 * Returns: (transfer full): the input of tp_bulk_run()
 */
TpBulk *
tp_bulk_request_new (const gint64 *ids, guint n_ids, gint64 requirement, TpDay due, TpDay day)
{
  TpBulkRequest *self = g_new0 (TpBulkRequest, 1);

  tp_bulk_init (&self->parent, &action, ids, n_ids);
  self->requirement = requirement;
  self->due = due;
  self->day = day;
  return &self->parent;
}
