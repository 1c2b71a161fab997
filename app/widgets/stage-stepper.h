/* stage-stepper.h: where an exporter stands on its way to selling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_STAGE_STEPPER (tp_stage_stepper_get_type ())
G_DECLARE_FINAL_TYPE (TpStageStepper, tp_stage_stepper, TP, STAGE_STEPPER, GtkBox)

GtkWidget *tp_stage_stepper_new (void);

G_END_DECLS
