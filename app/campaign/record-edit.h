/* record-edit.h: what a form wants done with one record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* What is wanted; the input of the use cases that add, change and remove one record. */
typedef struct
{
  TpRecord *record; /* unsealed; without an id it is added, and has one after */
  TpRecord *base;   /* (nullable): as the person found it: what others changed since stays */
} TpRecordEdit;

TpRecordEdit *tp_record_edit_new    (TpRecord *record, TpRecord *base);
void          tp_record_edit_free   (gpointer input);

/* Steps that those use cases share; within the desk only. */
TpRecord     *tp_record_edit_begin  (TpChange *change, TpRecordEdit *self, GError **error);
gboolean      tp_record_edit_keep   (TpChange *change, TpRecordEdit *self, const char *subject, GError **error);
gboolean      tp_record_edit_remove (TpChange *change, TpRecordEdit *self, const char *subject, GError **error);
TpRecord     *tp_record_edit_named  (TpChange *change, TpRecordEdit *self, TpKind kind, const char *field,
                                     GError **error);
gboolean      tp_record_edit_check_product (TpChange *change, TpRecordEdit *self, gint64 exporter,
                                            GError **error);
gboolean      tp_record_check_past  (TpRecord *record, const char *field, TpDay today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRecordEdit, tp_record_edit_free)

G_END_DECLS
