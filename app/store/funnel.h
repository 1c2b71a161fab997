/* funnel.h: how far exporters came, and how long each stage took them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* One stage, of the exporters that were asked for. */
typedef struct
{
  gint64 reached; /* were ever at it, or at a later one; of the pipeline's stages only */
  gint64 now;     /* are in it */
  gint64 at_risk; /* value at risk of those that are in it, in minor units */
  gint64 stated;  /* how many of those state theirs in the currency asked for */
  gint64 stays;   /* how many times one was in it: over, or still going on */
  gint64 median;  /* days such a stay took; nothing where there was none */
} TpFunnelStage;

gboolean tp_reader_funnel (TpReader *self, TpQuery *query, const char *currency,
                           TpFunnelStage stages[TP_N_STAGES], GArray *ids[TP_N_STAGES], GError **error);

G_END_DECLS
