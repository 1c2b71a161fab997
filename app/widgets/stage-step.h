/* stage-step.h: one step of the stage stepper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TP_STEP_LATER,
  TP_STEP_DONE,
  TP_STEP_CURRENT,
} TpStepState;

#define TP_TYPE_STAGE_STEP (tp_stage_step_get_type ())
G_DECLARE_FINAL_TYPE (TpStageStep, tp_stage_step, TP, STAGE_STEP, GtkBox)

GtkWidget *tp_stage_step_new (const char *title);
void       tp_stage_step_set (TpStageStep *self, TpStepState state, const char *note);

G_END_DECLS
