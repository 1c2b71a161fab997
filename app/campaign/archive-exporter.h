/* archive-exporter.h: putting exporters away, and bringing them back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *exporters; /* of gint64: ids */
  gboolean archived; /* FALSE brings them back */
} TpArchive;

TpArchive *tp_archive_new  (const gint64 *exporters, guint n_exporters, gboolean archived);
void       tp_archive_free (gpointer input);
gboolean   tp_archive_run  (TpChange *change, gpointer input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpArchive, tp_archive_free)

G_END_DECLS
