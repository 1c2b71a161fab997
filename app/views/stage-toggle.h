/* stage-toggle.h: a stage and how many exporters are in it, to filter by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_STAGE_TOGGLE (tp_stage_toggle_get_type ())
G_DECLARE_FINAL_TYPE (TpStageToggle, tp_stage_toggle, TP, STAGE_TOGGLE, GtkToggleButton)

void tp_stage_toggle_set_count (TpStageToggle *self, gint64 count);

G_END_DECLS
