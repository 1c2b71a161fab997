/* merge-dialog.h: two exporters side by side, to become one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_MERGE_DIALOG (tp_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpMergeDialog, tp_merge_dialog, TP, MERGE_DIALOG, AdwDialog)

AdwDialog *tp_merge_dialog_new (TpWorkspace *workspace, gint64 exporter, gint64 other);

G_END_DECLS
