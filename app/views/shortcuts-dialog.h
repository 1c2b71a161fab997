/* shortcuts-dialog.h: every keyboard shortcut, to look up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_SHORTCUTS_DIALOG (tp_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpShortcutsDialog, tp_shortcuts_dialog, TP, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *tp_shortcuts_dialog_new (void);

G_END_DECLS
