/* columns-dialog.h: which columns the list of exporters shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-columns.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_COLUMNS_DIALOG (tp_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpColumnsDialog, tp_columns_dialog, TP, COLUMNS_DIALOG, AdwDialog)

AdwDialog *tp_columns_dialog_new (TpExporterColumns *columns);

G_END_DECLS
