/* bulk-archive.c: many exporters put away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-archive.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

/* Who is gone or archived already does not come here: bulk.c skips them. */
static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  g_autoptr (TpRecord) edited = NULL;

  if (change == NULL)
    return TRUE;
  edited = tp_record_edit (exporter);
  tp_record_set_number (edited, "archived", 1);
  return tp_change_update (change, edited, error);
}

static char *
plan (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will be archived", "%s will be archived", n), count);
}

static char *
outcome (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s archived", "%s archived", n), count);
}

static const TpBulkAction action = { "bulk-archive", NULL, step, NULL, plan, outcome };

/**
 * tp_bulk_archive_new:
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 *
 * Returns: (transfer full): the input of tp_bulk_run()
 */
TpBulk *
tp_bulk_archive_new (const gint64 *ids, guint n_ids)
{
  TpBulk *self = g_new0 (TpBulk, 1);

  tp_bulk_init (self, &action, ids, n_ids);
  return self;
}
