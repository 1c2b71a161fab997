/* exporter-programmes.h: an exporter's enrolments, listings and benefits on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_PROGRAMMES (tp_exporter_programmes_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterProgrammes, tp_exporter_programmes, TP, EXPORTER_PROGRAMMES, TpRecordPart)

G_END_DECLS
