/* post-entry-dialog.h: posting to a fund's ledger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_POST_ENTRY_DIALOG (tp_post_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpPostEntryDialog, tp_post_entry_dialog, TP, POST_ENTRY_DIALOG, AdwDialog)

AdwDialog *tp_post_entry_dialog_new (TpWorkspace *workspace, TpRecord *fund, TpDay as_of);

G_END_DECLS
