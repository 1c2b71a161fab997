/* task-dialog.h: something to do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_TASK_DIALOG (tp_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpTaskDialog, tp_task_dialog, TP, TASK_DIALOG, TpRecordForm)

AdwDialog *tp_task_dialog_new (TpWorkspace *workspace, TpRecord *task, gint64 exporter);

G_END_DECLS
