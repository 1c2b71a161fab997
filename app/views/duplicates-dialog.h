/* duplicates-dialog.h: all exporters of the workspace that are likely there twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_DUPLICATES_DIALOG (tp_duplicates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpDuplicatesDialog, tp_duplicates_dialog, TP, DUPLICATES_DIALOG, AdwDialog)

AdwDialog *tp_duplicates_dialog_new (TpWorkspace *workspace);

G_END_DECLS
