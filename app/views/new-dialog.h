/* new-dialog.h: what a new workspace begins with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_NEW_DIALOG (tp_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpNewDialog, tp_new_dialog, TP, NEW_DIALOG, AdwDialog)

AdwDialog *tp_new_dialog_new (void);

G_END_DECLS
