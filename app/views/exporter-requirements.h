/* exporter-requirements.h: an exporter's checklist.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_REQUIREMENTS (tp_exporter_requirements_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterRequirements, tp_exporter_requirements, TP, EXPORTER_REQUIREMENTS, TpRecordPart)

void tp_exporter_requirements_open        (TpExporterRequirements *self, gint64 requirement);
void tp_exporter_requirements_request_all (TpExporterRequirements *self);

G_END_DECLS
