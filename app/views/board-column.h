/* board-column.h: one stage of the board and its cards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-card-row.h"
#include "exporter-funnel.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_BOARD_COLUMN (tp_board_column_get_type ())
G_DECLARE_FINAL_TYPE (TpBoardColumn, tp_board_column, TP, BOARD_COLUMN, GtkBox)

TpStage            tp_board_column_get_stage   (TpBoardColumn *self);
void               tp_board_column_set_cards   (TpBoardColumn *self, TpWorkspace *workspace, GArray *ids, TpDay as_of);
void               tp_board_column_set_shown   (TpBoardColumn *self, gboolean shown);
void               tp_board_column_set_head    (TpBoardColumn *self, const TpFunnelHead *head);
gboolean           tp_board_column_is_empty    (TpBoardColumn *self);
TpExporterCardRow *tp_board_column_get_focused (TpBoardColumn *self, double *y);
gboolean           tp_board_column_focus_near  (TpBoardColumn *self, double y);
gboolean           tp_board_column_focus_id    (TpBoardColumn *self, gint64 exporter);
gboolean           tp_board_column_take_focus  (TpBoardColumn *self, gint64 exporter);
void               tp_board_column_start_over  (TpBoardColumn *self);
void               tp_board_column_set_single  (TpBoardColumn *self, gboolean single);

G_END_DECLS
