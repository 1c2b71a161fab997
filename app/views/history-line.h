/* history-line.h: a line of a record's history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_HISTORY_LINE (tp_history_line_get_type ())
G_DECLARE_FINAL_TYPE (TpHistoryLine, tp_history_line, TP, HISTORY_LINE, GtkListBoxRow)

GtkWidget    *tp_history_line_new     (TpHistoryRow *row);
TpHistoryRow *tp_history_line_get_row (TpHistoryLine *self);

G_END_DECLS
