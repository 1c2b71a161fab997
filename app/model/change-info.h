/* change-info.h: one entry of the journal, as lists and histories show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* What a change did to one field of one record. */
typedef struct
{
  const TpField *field;
  TpValue before;
  TpValue after;
} TpFieldChange;

typedef enum
{
  TP_CHANGE_OP_NONE,
  TP_CHANGE_OP_INSERT,
  TP_CHANGE_OP_UPDATE,
  TP_CHANGE_OP_DELETE,
} TpChangeOp;

#define TP_TYPE_CHANGE_INFO (tp_change_info_get_type ())
G_DECLARE_FINAL_TYPE (TpChangeInfo, tp_change_info, TP, CHANGE_INFO, GObject)

TpChangeInfo *tp_change_info_new (gint64 seq, gint64 key, gint64 time, const char *author,
                                  const char *verb, const char *subject, gint64 undoes,
                                  gint64 redoes, gint64 rows);

gint64      tp_change_info_get_seq     (TpChangeInfo *self);
gint64      tp_change_info_get_key     (TpChangeInfo *self);
gint64      tp_change_info_get_time    (TpChangeInfo *self);
const char *tp_change_info_get_author  (TpChangeInfo *self);
const char *tp_change_info_get_verb    (TpChangeInfo *self);
const char *tp_change_info_get_subject (TpChangeInfo *self);
gint64      tp_change_info_get_undoes  (TpChangeInfo *self);
gint64      tp_change_info_get_redoes  (TpChangeInfo *self);
gint64      tp_change_info_get_rows    (TpChangeInfo *self);

/* For a history of one record: what was done to it, or to one that was merged into it. */
void        tp_change_info_set_record  (TpChangeInfo *self, gint64 id);
gint64      tp_change_info_get_record  (TpChangeInfo *self);
void        tp_change_info_set_op      (TpChangeInfo *self, TpChangeOp op);
TpChangeOp  tp_change_info_get_op      (TpChangeInfo *self);
void        tp_change_info_add_field   (TpChangeInfo *self, const TpField *field,
                                        const TpValue *before, const TpValue *after);
GArray     *tp_change_info_get_fields  (TpChangeInfo *self);

G_END_DECLS
