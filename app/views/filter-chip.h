/* filter-chip.h: a filter in force, with a button that takes it away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_FILTER_CHIP (tp_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (TpFilterChip, tp_filter_chip, TP, FILTER_CHIP, GtkBox)

GtkWidget  *tp_filter_chip_new       (const char *field, TpOp op);
const char *tp_filter_chip_get_field (TpFilterChip *self);
TpOp        tp_filter_chip_get_op    (TpFilterChip *self);
void        tp_filter_chip_set_text  (TpFilterChip *self, const char *text);

G_END_DECLS
