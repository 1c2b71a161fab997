/* pick-row.h: a field that names another record, chosen from a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PICK_ROW (tp_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (TpPickRow, tp_pick_row, TP, PICK_ROW, AdwComboRow)

void     tp_pick_row_fill   (TpPickRow *self, TpWorkspace *workspace, gint64 exporter);
gint64   tp_pick_row_get_id (TpPickRow *self);
void     tp_pick_row_set_id (TpPickRow *self, gint64 id);
void     tp_pick_row_load   (TpPickRow *self, TpRecord *record);
void     tp_pick_row_store  (TpPickRow *self, TpRecord *record);

G_END_DECLS
