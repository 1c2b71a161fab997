/* preferences-dialog.h: what belongs to the person, and to the workspace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PREFERENCES_DIALOG (tp_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpPreferencesDialog, tp_preferences_dialog, TP, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *tp_preferences_dialog_new (TpWorkspace *workspace, GSettings *settings);

G_END_DECLS
