/* facts-part.h: a part of an exporter's page that is one list of facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-row.h"
#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_FACTS_PART (tp_facts_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpFactsPart, tp_facts_part, TP, FACTS_PART, TpRecordPart)

/**
 * TpFactsPartClass:
 * @list: which list it shows, for tp_exporter_list_read()
 * @empty: what stands there where the list is empty, untranslated
 * @row_made: (nullable): a row was made for a fact
 */
struct _TpFactsPartClass
{
  TpRecordPartClass parent_class;

  const char *list;
  const char *empty;
  void (*row_made) (TpFactsPart *self, TpFactRow *row);
};

GtkListBox *tp_facts_part_get_box (TpFactsPart *self);

G_END_DECLS
