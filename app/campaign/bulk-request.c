/* bulk-request.c: papers asked for of many exporters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-request.h"

#include "request-documents.h"
#include "numbers.h"

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
  return tp_request_check_days (self->due, self->day, today, error);
}

static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  TpBulkRequest *self = (TpBulkRequest *) bulk;
  gint64 id = tp_record_get_id (exporter);
  g_autoptr (GArray) items = tp_reader_checklist (reader, id, self->day);
  const char *reason = self->requirement == 0
                           ? C_ ("why an exporter was skipped", "Nothing is missing that was not requested")
                           : tp_why_not_requested (NULL, self->day);
  guint wanted = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);
      const char *why_not = tp_why_not_requested (item, self->day);

      if (self->requirement != 0 && item->requirement != self->requirement)
        continue;
      if (self->requirement != 0)
        reason = why_not;
      if (why_not != NULL)
        continue;
      wanted++;
      if (change != NULL && !tp_request_document (change, id, item, self->due, self->day, error))
        return FALSE;
    }
  if (wanted == 0)
    tp_bulk_skip (bulk, exporter, TP_SKIP_NOTHING_OPEN, g_strdup (reason));
  return TRUE;
}

static char *
plan (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s exporter will be asked", "%s exporters will be asked", n), count);
}

static char *
outcome (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Documents requested from %s", "Documents requested from %s", n), count);
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
