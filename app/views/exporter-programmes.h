/* exporter-programmes.h: the programmes an exporter is in, and what it received.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts-part.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_PROGRAMMES (tp_exporter_programmes_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterProgrammes, tp_exporter_programmes, TP, EXPORTER_PROGRAMMES, TpFactsPart)

G_END_DECLS
