/* stage-pill.h: an exporter's stage as a word on a tint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_STAGE_PILL (tp_stage_pill_get_type ())
G_DECLARE_FINAL_TYPE (TpStagePill, tp_stage_pill, TP, STAGE_PILL, AdwBin)

GtkWidget *tp_stage_pill_new (const char *stage);

G_END_DECLS
