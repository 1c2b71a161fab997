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

/* Besides the kind's own fields a query may filter and sort exporters by these:
 * "at_risk" (annual export value × US share, in minor units), "open_requirements",
 * "last_activity". A condition on "indicator" (equal to an indicator's id) keeps the
 * exporters behind its count. */

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
