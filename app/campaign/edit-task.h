/* edit-task.h: what somebody has to do, for an exporter or by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

gboolean tp_edit_task_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_task_run (TpChange *change, gpointer input, GError **error);

/* One or many tasks at once. */
typedef struct
{
  GArray *ids;   /* of gint64 */
  TpDay done;    /* the day they were done; TP_DAY_NONE: they are to be done (again) */
  TpDay snoozed; /* put off until that day; TP_DAY_NONE: as they are */
} TpMarkTask;

TpMarkTask *tp_task_done_new   (gint64 task, TpDay day);
TpMarkTask *tp_task_reopen_new (gint64 task);
TpMarkTask *tp_task_snooze_new (gint64 task, TpDay until);
void        tp_mark_task_add   (TpMarkTask *self, gint64 task);
void        tp_mark_task_free  (gpointer input);
gboolean    tp_mark_task_run   (TpChange *change, gpointer input, GError **error);

gboolean    tp_task_is_waiting (TpRecord *task, TpDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpMarkTask, tp_mark_task_free)

G_END_DECLS
