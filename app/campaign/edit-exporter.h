/* edit-exporter.h: adding an exporter and changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* What is wanted, and after the change what came of it. */
typedef struct
{
  TpRecord *exporter; /* unsealed; without an id it is added, and has one after */
  TpRecord *base;     /* (nullable): as the person found it: what others changed since stays */
  char *warning;      /* out, (nullable): what to look at again, though it was kept */
} TpEditExporter;

TpEditExporter *tp_edit_exporter_new  (TpRecord *exporter);
void            tp_edit_exporter_free (gpointer input);
gboolean        tp_edit_exporter_run  (TpChange *change, gpointer input, GError **error);

char           *tp_exporter_warning   (TpRecord *exporter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpEditExporter, tp_edit_exporter_free)

G_END_DECLS
