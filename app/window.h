/* window.h: a window on a workspace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"

G_BEGIN_DECLS

#define TP_TYPE_WINDOW (tp_window_get_type ())
G_DECLARE_FINAL_TYPE (TpWindow, tp_window, TP, WINDOW, AdwApplicationWindow)

TpWindow    *tp_window_new              (TpApplication *app);
TpWorkspace *tp_window_get_workspace    (TpWindow *self);
gboolean     tp_window_shows            (TpWindow *self, const char *path);
void         tp_window_open             (TpWindow *self, const char *path);
void         tp_window_create           (TpWindow *self, const char *path, TpTemplate template);
void         tp_window_show_welcome     (TpWindow *self);
void         tp_window_show_unreachable (TpWindow *self, const char *uri);

G_END_DECLS
