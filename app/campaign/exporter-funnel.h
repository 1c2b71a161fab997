/* exporter-funnel.h: the board's columns: their heads in words, and who stands in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* A column. Texts are never NULL; "" says that there is nothing. */
typedef struct
{
  gint64 now;
  GArray *ids;       /* who they are, who has been there longest first */
  char *count;       /* "18" */
  char *at_risk;     /* "CN¥840 m"; "" where nobody is there or nobody states it */
  char *conversion;  /* "58% of Contacted" */
  char *explanation; /* of the conversion, in a sentence */
  char *median;      /* "median 12 days" */
  char *description; /* the whole head, for assistive technology */
} TpFunnelHead;

typedef struct
{
  TpFunnelHead heads[TP_N_STAGES];
} TpExporterFunnel;

gpointer tp_exporter_funnel_read (TpReader *reader, gpointer query, GError **error);
void     tp_exporter_funnel_free (gpointer funnel);
char    *tp_exporter_drop_off    (TpStage stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpExporterFunnel, tp_exporter_funnel_free)

G_END_DECLS
