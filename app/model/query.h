/* query.h: which records, in what order. The store answers it with ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "field.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  TP_OP_EQUAL,     /* number or text is one of the values */
  TP_OP_AT_LEAST,  /* number >= value */
  TP_OP_AT_MOST,   /* number <= value */
  TP_OP_IS_SET,
  TP_OP_NOT_SET,
} TpOp;

typedef struct
{
  const char *field; /* interned */
  TpOp op;
  GPtrArray *texts;  /* of char *: the values of a text field */
  GArray *numbers;   /* of gint64: the values of any other */
} TpCondition;

/* Besides the kind's own fields a query may filter by "id" (any of), and exporters by
 * these. All are looked at on the query's day, or on the present one where it has none.
 *
 * To compare and sort by:
 *   at_risk            annual export value × US share, in minor units
 *   open_requirements  how many requirements were open
 *   last_activity      its day × 86,400,000 + the time of day in milliseconds (UTC)
 *   stage_days         for how many days it had been in its stage
 * Any of some ids:
 *   indicator          the exporters behind its count
 *   requirement        that requirement was open
 *   programme          enrolled in it, not declined or withdrawn by then
 *   channel            a product of it was listed there
 * Texts, any of them:
 *   hs_chapter         "73": among its chapters or by the HS code of a product
 *   reached            a stage of the pipeline: it was there or further by then
 *   short_of           a stage of the pipeline: it never was by then
 * Numbers:
 *   overdue            1: an open requirement or a task was due before; 0: none was
 *   expiring           (at most) a day: a document that is there, or was, expires by then */

#define TP_TYPE_QUERY (tp_query_get_type ())
G_DECLARE_FINAL_TYPE (TpQuery, tp_query, TP, QUERY, GObject)

TpQuery    *tp_query_new          (TpKind kind);
TpQuery    *tp_query_copy         (TpQuery *self);
TpKind      tp_query_get_kind     (TpQuery *self);

void        tp_query_set_search   (TpQuery *self, const char *text);
const char *tp_query_get_search   (TpQuery *self);
void        tp_query_set_as_of    (TpQuery *self, TpDay day);
TpDay       tp_query_get_as_of    (TpQuery *self);
void        tp_query_set_sort     (TpQuery *self, const char *field, gboolean descending);
const char *tp_query_get_sort     (TpQuery *self, gboolean *descending);
void        tp_query_set_range    (TpQuery *self, guint offset, guint limit);
void        tp_query_get_range    (TpQuery *self, guint *offset, guint *limit);

void        tp_query_where_text   (TpQuery *self, const char *field, const char *value);
void        tp_query_where_number (TpQuery *self, const char *field, TpOp op, gint64 value);
void        tp_query_where        (TpQuery *self, const char *field, TpOp op);
void        tp_query_drop         (TpQuery *self, const char *field);
GPtrArray  *tp_query_get_conditions (TpQuery *self);

G_END_DECLS
