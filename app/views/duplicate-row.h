/* duplicate-row.h: two exporters that are likely one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "find-duplicates.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_DUPLICATE_ROW (tp_duplicate_row_get_type ())
G_DECLARE_FINAL_TYPE (TpDuplicateRow, tp_duplicate_row, TP, DUPLICATE_ROW, AdwActionRow)

GtkWidget   *tp_duplicate_row_new (gpointer duplicate, gpointer unused);
TpDuplicate *tp_duplicate_row_get (TpDuplicateRow *self);

G_END_DECLS
