/* selection-summary.c: how many exporters are selected, and what is at risk with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "selection-summary.h"

#include "exporter-words.h"
#include "fact.h"
#include "money.h"
#include "numbers.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

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
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", ids->len), ids->len);
  if (!stated || !exact)
    return g_steal_pointer (&count);
  amount = tp_money_format_compact (sum, currency);
  /* Translators: "3 selected", then an amount */
  return g_strdup_printf (C_ ("selection", "%s · %s at risk"), count, amount);
}

static int
by_title (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (tp_fact_get_title ((TpFact *) a), tp_fact_get_title ((TpFact *) b));
}

/**
 * tp_programme_choices_read:
 * @reader: a reader
 * @as_of: a #TpDay as a pointer
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the programmes that have not ended by that day,
 *   by title
 */
gpointer
tp_programme_choices_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = tp_reader_records (reader, query, error);
  TpDay day = GPOINTER_TO_INT (as_of);
  GListStore *list;

  if (programmes == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  for (guint i = 0; i < programmes->len; i++)
    {
      TpRecord *programme = g_ptr_array_index (programmes, i);
      g_autoptr (TpFact) fact
          = tp_fact_new (TP_KIND_PROGRAMME, tp_record_get_id (programme), tp_record_get_title (programme));

      if (!tp_record_is_set (programme, "end") || tp_record_get_day (programme, "end") >= day)
        g_list_store_append (list, fact);
    }
  g_list_store_sort (list, by_title, NULL);
  return list;
}

/**
 * tp_requirement_choices_read:
 * @reader: a reader
 * @unused: nothing
 * @error: return location
 *
 * Returns: (transfer full) (nullable): "Everything that is missing" with the id 0, then
 *   the requirements that are asked for, in their order
 */
gpointer
tp_requirement_choices_read (TpReader *reader, gpointer unused, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT);
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (TpFact) all
      = tp_fact_new (TP_KIND_REQUIREMENT, 0, C_ ("documents to request", "Everything that is missing"));
  GListStore *list;

  tp_query_set_sort (query, "position", FALSE);
  requirements = tp_reader_records (reader, query, error);
  if (requirements == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  g_list_store_append (list, all);
  for (guint i = 0; i < requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (requirements, i);
      g_autoptr (TpFact) fact
          = tp_fact_new (TP_KIND_REQUIREMENT, tp_record_get_id (requirement), tp_record_get_title (requirement));

      if (tp_record_get_number_or (requirement, "retired", 0) == 0)
        g_list_store_append (list, fact);
    }
  return list;
}
