/* merge-row.h: one field of two exporters, side by side, and which value stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_MERGE_ROW (tp_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (TpMergeRow, tp_merge_row, TP, MERGE_ROW, AdwPreferencesRow)

GtkWidget    *tp_merge_row_new       (TpMergeField *field, const char *stays, const char *goes);
TpMergeField *tp_merge_row_get_field (TpMergeRow *self);

G_END_DECLS
