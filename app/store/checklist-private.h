/* checklist-private.h: an exporter's checklist, read once and looked at on several days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checklist.h"
#include "store-private.h"

G_BEGIN_DECLS

typedef struct _TpChecklist TpChecklist;

gboolean     tp_checklist_register (sqlite3 *db);
TpChecklist *tp_checklist_load  (TpConnection *connection, gint64 exporter);
void         tp_checklist_free  (TpChecklist *self);
TpDay        tp_checklist_sourced (TpChecklist *self);
guint        tp_checklist_count (TpChecklist *self, TpDay day, TpDay *due);
GArray      *tp_checklist_days  (TpChecklist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpChecklist, tp_checklist_free)

G_END_DECLS
