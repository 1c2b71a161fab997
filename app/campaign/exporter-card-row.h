/* exporter-card-row.h: an exporter as a card of the board shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_CARD_ROW (tp_exporter_card_row_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterCardRow, tp_exporter_card_row, TP, EXPORTER_CARD_ROW, GObject)

GObject    *tp_exporter_card_row_new       (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of);
gint64      tp_exporter_card_row_get_id    (TpExporterCardRow *self);
const char *tp_exporter_card_row_get_stage (TpExporterCardRow *self);

G_END_DECLS
