/* import-dialog.h: a spreadsheet: chosen, looked at, imported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_IMPORT_DIALOG (tp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpImportDialog, tp_import_dialog, TP, IMPORT_DIALOG, AdwDialog)

AdwDialog *tp_import_dialog_new  (TpWorkspace *workspace, TpDay as_of);
void       tp_import_dialog_open (TpImportDialog *self, GFile *file);
char      *tp_import_dialog_get_filter (TpImportDialog *self);

G_END_DECLS
