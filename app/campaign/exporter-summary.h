/* exporter-summary.h: how many exporters there are, in which stage, and what is at risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 stages[TP_N_STAGES]; /* of the province asked for, archived ones left out */
  gint64 total;               /* all that are not archived */
  gint64 matching;            /* those of the query */
  char *text;                 /* "64 of 312 · CN¥1.9 bn at risk" */
  char *short_text;           /* "64 of 312" */
} TpExporterSummary;

void     tp_exporter_summary_free (gpointer summary);
gpointer tp_exporter_summary_read (TpReader *reader, gpointer query, GError **error);

TpQuery *tp_exporter_query_new    (TpDay as_of);
gboolean tp_exporters_are_many    (TpWorkspace *workspace);

G_END_DECLS
