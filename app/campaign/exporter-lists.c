/* exporter-lists.c: what stands in an exporter's way, as a list of facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-lists.h"

#include "advance-exporter.h"
#include "checklist.h"
#include "requirement-words.h"

#include <glib/gi18n-lib.h>

static void
add (GListStore *list, TpFact *fact)
{
  g_list_store_append (list, fact);
  g_object_unref (fact);
}

static GListStore *
list_new (void)
{
  return g_list_store_new (TP_TYPE_FACT);
}

static TpRecord *
status_for (GPtrArray *statuses, TpRecord *requirement)
{
  for (guint i = 0; i < statuses->len; i++)
    if (tp_record_get_number (g_ptr_array_index (statuses, i), "requirement")
        == tp_record_get_id (requirement))
      return g_ptr_array_index (statuses, i);
  return NULL;
}

/**
 * tp_exporter_blocking_facts:
 * @reader: a reader
 * @exporter: an exporter
 * @stage: the stage that is to come
 * @as_of: the day
 *
 * Returns: (transfer full): what stood in the way of @stage on that day, in words
 */
GListStore *
tp_exporter_blocking_facts (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay as_of)
{
  g_autoptr (GArray) checklist = tp_reader_checklist (reader, tp_record_get_id (exporter), as_of);
  g_autoptr (GPtrArray) statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter",
                                                       tp_record_get_id (exporter));
  GListStore *list = list_new ();

  if (stage >= TP_STAGE_DOCUMENTS && stage < TP_N_PIPELINE_STAGES && !tp_record_is_set (exporter, "uscc"))
    {
      TpFact *fact = tp_fact_new (TP_KIND_EXPORTER, tp_record_get_id (exporter),
                                  _ ("The USCC is not known yet"));

      tp_fact_set (fact, "icon-name", "dialog-warning-symbolic");
      tp_fact_set (fact, "css-class", "warning");
      add (list, fact);
    }
  for (guint i = 0; i < checklist->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (checklist, TpChecklistItem, i);
      g_autoptr (TpRecord) requirement
          = item->open ? tp_reader_get (reader, TP_KIND_REQUIREMENT, item->requirement) : NULL;

      if (requirement != NULL && tp_exporter_stage_needs (stage, requirement))
        add (list, tp_requirement_fact (requirement, status_for (statuses, requirement),
                                        item->status != NULL ? item->status : "missing", as_of));
    }
  return list;
}
