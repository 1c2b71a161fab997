/* checklist-private.h: an exporter's checklist, read once and looked at on several days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checklist.h"
#include "store-private.h"

G_BEGIN_DECLS

/* The rule of checklist.c for queries, of requirement q, its set k and the status r of
 * an exporter: what requirement_open () and requirement_status () are asked. A step that
 * a merge took out of the way is not of this kind any more. */
#define TP_SQL_STEP(exporter)                                                                                          \
  "FROM \"activity\" a WHERE a.\"exporter\" = " exporter " AND a.\"requirement\" = q.\"id\" AND a.\"kind\" = "         \
  "'requirement' AND a.\"to_status\" IS NOT NULL AND a.\"date\" "
/* The status that the last step up to a day led to, and the one that the first step after
 * it came from: the day follows each. */
#define TP_SQL_BEFORE(exporter) "(SELECT a.\"to_status\" " TP_SQL_STEP (exporter) "<= "
#define TP_SQL_BEFORE_END " ORDER BY a.\"date\" DESC, a.\"time\" DESC, a.\"id\" DESC LIMIT 1)"
#define TP_SQL_AFTER(exporter) "(SELECT coalesce(a.\"from_status\", 'missing') " TP_SQL_STEP (exporter) "> "
#define TP_SQL_AFTER_END " ORDER BY a.\"date\", a.\"time\", a.\"id\" LIMIT 1)"
#define TP_SQL_RULE(exporter, chapters)                                                                                \
  "q.\"applies\", q.\"retired\", k.\"hs_chapters\", k.\"programme\" IS NOT NULL, " chapters ", CASE q.\"applies\" "       \
  "WHEN 'ccc' THEN EXISTS (SELECT 1 FROM \"product\" p WHERE p.\"exporter\" = " exporter " AND p.\"ccc\" = 1) "         \
  "ELSE 0 END, CASE WHEN k.\"programme\" IS NULL THEN 0 ELSE EXISTS (SELECT 1 FROM \"enrolment\" n WHERE "           \
  "n.\"exporter\" = " exporter " AND n.\"programme\" = k.\"programme\" AND n.\"status\" NOT IN ('declined', "         \
  "'withdrawn')) END, r.\"status\", r.\"expiry\", "

typedef struct _TpChecklist TpChecklist;

gboolean     tp_checklist_register (sqlite3 *db);
TpChecklist *tp_checklist_load  (TpConnection *connection, gint64 exporter);
void         tp_checklist_free  (TpChecklist *self);
TpDay        tp_checklist_sourced (TpChecklist *self);
guint        tp_checklist_count (TpChecklist *self, TpDay day, TpDay *due);
GArray      *tp_checklist_days  (TpChecklist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpChecklist, tp_checklist_free)

G_END_DECLS
