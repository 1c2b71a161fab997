/* enrolment-dialog.h: an exporter applies to a programme, or gets further there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-form.h"

G_BEGIN_DECLS

#define TP_TYPE_ENROLMENT_DIALOG (tp_enrolment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpEnrolmentDialog, tp_enrolment_dialog, TP, ENROLMENT_DIALOG, TpRecordForm)

AdwDialog *tp_enrolment_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *enrolment,
                                    const char *status, TpDay as_of);

G_END_DECLS
