/* reverse-dialog.h: one entry of a ledger, and taking it back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REVERSE_DIALOG (tp_reverse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpReverseDialog, tp_reverse_dialog, TP, REVERSE_DIALOG, AdwDialog)

AdwDialog *tp_reverse_dialog_new (TpWorkspace *workspace, TpRecord *entry);

G_END_DECLS
