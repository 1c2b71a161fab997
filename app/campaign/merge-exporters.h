/* merge-exporters.h: two exporters that are one become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* The survivor keeps its reference; of each field one of the two values wins. */
typedef struct
{
  TpRecord *survivor;   /* as they were looked at: nobody may have changed them since */
  TpRecord *other;
  gboolean *from_other; /* by the field's place: the other's value wins */
} TpMerge;

TpMerge *tp_merge_new        (TpRecord *survivor, TpRecord *other);
void     tp_merge_free       (gpointer input);
gboolean tp_merge_run        (TpChange *change, gpointer input, GError **error);

gboolean tp_merge_may_choose (const TpField *field);
gboolean tp_merge_is_linked  (TpMerge *self, const char *field);
gboolean tp_merge_takes_other (TpMerge *self, const char *field);
void     tp_merge_choose     (TpMerge *self, const char *field, gboolean from_other);
TpRecord *tp_merge_result    (TpMerge *self, GError **error);

/* What the activity of a merge says, in the reader's language. */
char    *tp_merge_activity_words (TpRecord *activity);

/* Which of two is the better one to keep. */
gboolean tp_merge_prefers    (TpRecord *exporter, TpRecord *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpMerge, tp_merge_free)

G_END_DECLS
