/* export-dialog.h: a chart as a file: format and size, then the place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORT_DIALOG (tp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpExportDialog, tp_export_dialog, TP, EXPORT_DIALOG, AdwDialog)

AdwDialog *tp_export_dialog_new (TpChart *chart, TpThemeId theme);

G_END_DECLS
