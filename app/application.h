/* application.h: the process: its windows, workspaces and shortcuts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_APPLICATION (tp_application_get_type ())
G_DECLARE_FINAL_TYPE (TpApplication, tp_application, TP, APPLICATION, AdwApplication)

TpApplication *tp_application_new          (void);
TpRegistry    *tp_application_get_registry (TpApplication *self);
GSettings     *tp_application_get_settings (TpApplication *self);
GMenuModel    *tp_application_get_recent   (TpApplication *self);
void           tp_application_used         (TpApplication *self, const char *path);

G_END_DECLS
