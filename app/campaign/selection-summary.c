/* selection-summary.c: how many exporters are selected, and what is at risk with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "selection-summary.h"

#include "exporter-words.h"
#include "money.h"
#include "numbers.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/**
 * tp_selection_text:
 * @n: how many exporters are selected
 *
 * Returns: (transfer full): the same in words
 */
char *
tp_selection_text (guint n)
{
  g_autofree char *count = tp_count_format (n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", n), count);
}

/**
 * tp_selection_summary_read:
 * @reader: a reader
 * @query: a #TpQuery of exporters
 * @error: return location
 *
 * What is stated in other currencies than the workspace's is not added: no rate is
 * taken for granted.
 *
 * Returns: (transfer full) (nullable): "3 selected · CN¥299.9 m at risk"; without the
 *   second part where nothing is stated
 */
gpointer
tp_selection_summary_read (TpReader *reader, gpointer query, GError **error)
{
  g_autoptr (GArray) ids = tp_reader_select (reader, query, error);
  g_autofree char *setting = tp_reader_setting (reader, "currency");
  const char *currency = setting != NULL ? setting : "CNY";
  g_autofree char *count = NULL;
  g_autofree char *amount = NULL;
  gboolean stated = FALSE, exact = TRUE;
  gint64 sum = 0;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TpRecord) exporter
          = tp_reader_get (reader, TP_KIND_EXPORTER, g_array_index (ids, gint64, i));
      gint64 minor;

      if (exporter == NULL || !tp_exporter_at_risk (exporter, &minor)
          || g_strcmp0 (tp_record_get_text (exporter, "currency"), currency) != 0)
        continue;
      exact = exact && tp_money_add (sum, minor, &sum, NULL);
      stated = TRUE;
    }
  count = tp_selection_text (ids->len);
  if (!stated || !exact)
    return g_steal_pointer (&count);
  amount = tp_money_format_compact (sum, currency);
  /* Translators: "3 selected", then an amount */
  return g_strdup_printf (C_ ("selection", "%s · %s at risk"), count, amount);
}
