/* merge-review.h: two exporters side by side, before they become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "find-duplicates.h"
#include "merge-exporters.h"

G_BEGIN_DECLS

/* One field of both. */
#define TP_TYPE_MERGE_FIELD (tp_merge_field_get_type ())
G_DECLARE_FINAL_TYPE (TpMergeField, tp_merge_field, TP, MERGE_FIELD, GObject)

const char *tp_merge_field_get_name  (TpMergeField *self);
const char *tp_merge_field_get_title (TpMergeField *self);
const char *tp_merge_field_get_value (TpMergeField *self, gboolean of_other);

/* What is read for the dialog. */
#define TP_TYPE_MERGE_REVIEW (tp_merge_review_get_type ())
G_DECLARE_FINAL_TYPE (TpMergeReview, tp_merge_review, TP, MERGE_REVIEW, GObject)

typedef struct
{
  gint64 exporter;
  gint64 other;
} TpMergeAsk;

gpointer    tp_merge_review_read (TpReader *reader, gpointer ask, GError **error);

TpMerge    *tp_merge_review_start (TpMergeReview *self, gboolean swapped);
TpMerge    *tp_merge_review_resume (TpMergeReview *self, gboolean swapped, TpMerge *former);
GListModel *tp_merge_review_differing (TpMergeReview *self, gboolean swapped);
GListModel *tp_merge_review_equal (TpMergeReview *self);
char       *tp_merge_review_moves (TpMergeReview *self, gboolean swapped);
char       *tp_merge_review_why   (TpMergeReview *self);
TpRecord   *tp_merge_review_get_record (TpMergeReview *self, gboolean other);

G_END_DECLS
