/* exporter-tasks.h: what is to be done for an exporter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_TASKS (tp_exporter_tasks_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterTasks, tp_exporter_tasks, TP, EXPORTER_TASKS, TpRecordPart)

G_END_DECLS
