/* bulk-assign.c: many exporters given to somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-assign.h"

#include "error.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TpBulk parent;
  char *owner; /* NULL: nobody */
} TpBulkAssign;

static gboolean
step (TpBulk *bulk, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today, GError **error)
{
  TpBulkAssign *self = (TpBulkAssign *) bulk;
  g_autoptr (TpRecord) edited = NULL;

  if (g_strcmp0 (tp_record_get_text (exporter, "owner"), self->owner) == 0)
    {
      tp_bulk_skip (bulk, exporter, TP_SKIP_ALREADY,
                    self->owner != NULL
                        /* Translators: a person */
                        ? g_strdup_printf (C_ ("why an exporter was skipped", "%s has it already"), self->owner)
                        : g_strdup (C_ ("why an exporter was skipped", "Nobody has it already")));
      return TRUE;
    }
  if (change == NULL)
    return TRUE;
  edited = tp_record_edit (exporter);
  tp_record_set_text (edited, "owner", self->owner);
  return tp_change_update (change, edited, error);
}

static void
clear (TpBulk *bulk)
{
  g_free (((TpBulkAssign *) bulk)->owner);
}

static char *
plan (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will be assigned", "%s will be assigned", n), count);
}

static char *
outcome (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s assigned", "%s assigned", n), count);
}

static char *
plan_nobody (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s will be left without an owner",
                                       "%s will be left without an owner", n),
                          count);
}

static char *
outcome_nobody (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s without an owner now", "%s without an owner now", n), count);
}

static const TpBulkAction action = { "bulk-assign", NULL, step, clear, plan, outcome };
static const TpBulkAction nobody = { "bulk-assign", NULL, step, clear, plan_nobody, outcome_nobody };

/**
 * tp_bulk_assign_new:
 * @ids: (array length=n_ids): the exporters
 * @n_ids: how many
 * @owner: (nullable): whose they are to be; %NULL or only spaces: nobody's
 *
 * Returns: (transfer full): the input of tp_bulk_run()
 */
TpBulk *
tp_bulk_assign_new (const gint64 *ids, guint n_ids, const char *owner)
{
  TpBulkAssign *self = g_new0 (TpBulkAssign, 1);
  g_autofree char *name = g_strstrip (g_strdup (owner != NULL ? owner : ""));

  tp_bulk_init (&self->parent, *name != '\0' ? &action : &nobody, ids, n_ids);
  self->owner = *name != '\0' ? g_steal_pointer (&name) : NULL;
  return &self->parent;
}
