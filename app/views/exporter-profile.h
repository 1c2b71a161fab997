/* exporter-profile.h: an exporter's own fields, each edited where it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_PROFILE (tp_exporter_profile_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterProfile, tp_exporter_profile, TP, EXPORTER_PROFILE, TpRecordPart)

void tp_exporter_profile_edit (TpExporterProfile *self, const char *field);

G_END_DECLS
