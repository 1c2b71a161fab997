/* help-dialog.h: how the daily work is done, in short.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_HELP_DIALOG (tp_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpHelpDialog, tp_help_dialog, TP, HELP_DIALOG, AdwDialog)

AdwDialog *tp_help_dialog_new (void);

G_END_DECLS
