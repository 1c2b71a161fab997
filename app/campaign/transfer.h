/* transfer.h: a whole workspace in and out of the interchange format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gint64   tp_import_workspace (TpChange *change, GInputStream *stream, GError **error);
gboolean tp_export_workspace (TpReader *reader, GOutputStream *stream, GCancellable *cancellable,
                              GError **error);
gboolean tp_load_template    (TpChange *change, const char *name, GError **error);

G_END_DECLS
