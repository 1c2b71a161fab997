/* saved-filter-dialog.h: the name under which a filter is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_SAVED_FILTER_DIALOG (tp_saved_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpSavedFilterDialog, tp_saved_filter_dialog, TP, SAVED_FILTER_DIALOG, AdwDialog)

AdwDialog *tp_saved_filter_dialog_new (TpWorkspace *workspace, gint64 id, const char *name, const char *filter,
                                       const char *words);

G_END_DECLS
