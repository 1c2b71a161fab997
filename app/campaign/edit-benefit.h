/* edit-benefit.h: what an exporter received from a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean tp_edit_benefit_run   (TpChange *change, gpointer input, GError **error);
gboolean tp_remove_benefit_run (TpChange *change, gpointer input, GError **error);

/* What a form and an import have in common. */
gboolean tp_benefit_check       (TpRecord *benefit, TpDay today, const char **field, GError **error);

G_END_DECLS
