/* exporter-board.h: exporters as cards in a column for each stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_BOARD (tp_exporter_board_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterBoard, tp_exporter_board, TP, EXPORTER_BOARD, AdwBin)

void     tp_exporter_board_set_query   (TpExporterBoard *self, TpQuery *query);
gboolean tp_exporter_board_focus       (TpExporterBoard *self, gint64 exporter);
void     tp_exporter_board_focus_first (TpExporterBoard *self);

G_END_DECLS
