/* overview-row.h: a line of the overview that opens its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_OVERVIEW_ROW (tp_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (TpOverviewRow, tp_overview_row, TP, OVERVIEW_ROW, AdwActionRow)

GtkWidget *tp_overview_row_new  (TpOverviewLine *line);
void       tp_overview_row_open (TpOverviewRow *self);

G_END_DECLS
