/* exporter-dialog.h: adding an exporter, or changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_DIALOG (tp_exporter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterDialog, tp_exporter_dialog, TP, EXPORTER_DIALOG, AdwDialog)

AdwDialog *tp_exporter_dialog_new (TpWorkspace *workspace, TpRecord *exporter, TpDay as_of);

G_END_DECLS
