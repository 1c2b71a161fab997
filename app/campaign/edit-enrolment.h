/* edit-enrolment.h: an exporter in a programme, from applying to the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-edit.h"

G_BEGIN_DECLS

/* TpChangeFuncs: @input is a TpRecordEdit. */
gboolean    tp_edit_enrolment_run    (TpChange *change, gpointer input, GError **error);
gboolean    tp_remove_enrolment_run  (TpChange *change, gpointer input, GError **error);

/* What a form and an import have in common. */
void        tp_enrolment_settle      (TpRecord *enrolment, TpDay today);
gboolean    tp_enrolment_check       (TpReader *reader, TpRecord *enrolment, TpDay today, const char **field,
                                      GError **error);
gboolean    tp_enrolment_follow      (TpChange *change, TpRecord *enrolment, GError **error);

const char *tp_enrolment_day_field   (const char *status);
const char *tp_enrolment_status_on   (TpRecord *enrolment, TpDay day, TpDay *since);

G_END_DECLS
