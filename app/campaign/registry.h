/* registry.h: the workspaces that this process has open, one for each file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

#define TP_TYPE_REGISTRY (tp_registry_get_type ())
G_DECLARE_FINAL_TYPE (TpRegistry, tp_registry, TP, REGISTRY, GObject)

TpRegistry  *tp_registry_new         (void);
void         tp_registry_set_author  (TpRegistry *self, const char *author);
void         tp_registry_open        (TpRegistry *self, const char *path, GAsyncReadyCallback callback,
                                      gpointer user_data);
void         tp_registry_create      (TpRegistry *self, const char *path, TpTemplate template,
                                      GAsyncReadyCallback callback, gpointer user_data);
TpWorkspace *tp_registry_open_finish (TpRegistry *self, GAsyncResult *result, GError **error);
void         tp_registry_close_all   (TpRegistry *self);

G_END_DECLS
