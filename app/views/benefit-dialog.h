/* benefit-dialog.h: what an exporter received from a programme.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_BENEFIT_DIALOG (tp_benefit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBenefitDialog, tp_benefit_dialog, TP, BENEFIT_DIALOG, TpRecordForm)

AdwDialog *tp_benefit_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *benefit, gint64 programme,
                                  TpDay as_of);

G_END_DECLS
