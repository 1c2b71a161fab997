/* advance-review.h: where an exporter may move, known before anybody asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* Of one exporter, as it is now. */
typedef struct
{
  TpRecord *exporter;
  TpStage next;                 /* what comes next; TP_N_STAGES: nothing */
  TpDay last;                   /* the day its stage was last set */
  GError *refused[TP_N_STAGES]; /* without a reason; NULL where it may move there */
} TpAdvanceReview;

gpointer tp_advance_review_read  (TpReader *reader, gpointer exporter, GError **error);
void     tp_advance_review_free  (gpointer review);
gboolean tp_advance_review_check (TpAdvanceReview *self, TpStage stage, const char *reason, GError **error);

gboolean tp_advance_check_day    (TpDay day, TpDay last, TpDay today, GError **error);
TpDay    tp_advance_last_day     (TpReader *reader, TpRecord *exporter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpAdvanceReview, tp_advance_review_free)

G_END_DECLS
