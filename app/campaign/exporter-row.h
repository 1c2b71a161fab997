/* exporter-row.h: an exporter as a row of the list shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_ROW (tp_exporter_row_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterRow, tp_exporter_row, TP, EXPORTER_ROW, GObject)

GObject *tp_exporter_row_new    (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of);
gint64   tp_exporter_row_get_id (TpExporterRow *self);

G_END_DECLS
