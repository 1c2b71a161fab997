/* history-dialog.h: who changed what of an exporter, and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_HISTORY_DIALOG (tp_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpHistoryDialog, tp_history_dialog, TP, HISTORY_DIALOG, AdwDialog)

AdwDialog *tp_history_dialog_new (TpWorkspace *workspace, gint64 exporter, const char *field);

G_END_DECLS
