/* line-row.h: a line of evidence, an event or a change, in a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "detail-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_LINE_ROW (tp_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TpLineRow, tp_line_row, TP, LINE_ROW, AdwActionRow)

GtkWidget *tp_line_row_new  (gpointer line, gpointer unused);

G_END_DECLS
