/* exporter-timeline.h: what has happened with an exporter, the latest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_TIMELINE (tp_exporter_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterTimeline, tp_exporter_timeline, TP, EXPORTER_TIMELINE, TpRecordPart)

void tp_exporter_timeline_start_note (TpExporterTimeline *self);

G_END_DECLS
