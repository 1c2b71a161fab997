/* task-row.h: a task in a list: done with a key, put off, opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "task-line.h"
#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_TASK_ROW (tp_task_row_get_type ())
G_DECLARE_FINAL_TYPE (TpTaskRow, tp_task_row, TP, TASK_ROW, AdwActionRow)

GtkWidget *tp_task_row_new (TpTaskLine *line, TpWorkspace *workspace, TpDay as_of);

G_END_DECLS
