/* select-private.h: a query of the model as a text for the engine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-private.h"

G_BEGIN_DECLS

/* An SQL text in the making, with what is bound to its places. */
typedef struct
{
  GString *sql;
  GPtrArray *texts; /* a text, or NULL where the place holds a number */
  GArray *numbers;
  TpDay day;        /* the query's as-of day; the present one where it has none */
  TpDay present;
} TpStatement;

void          tp_statement_init     (TpStatement *self, TpReader *reader, TpQuery *query, const char *start);
void          tp_statement_clear    (TpStatement *self);
void          tp_statement_text     (TpStatement *self, const char *text);
void          tp_statement_number   (TpStatement *self, gint64 number);
sqlite3_stmt *tp_statement_prepare  (TpStatement *self, TpReader *reader);

/* " WHERE …" over the table of the query's kind; more conditions may follow with AND.
 * TRUE where each row has still to be held against the search (tp_select_matches()). */
gboolean      tp_select_where       (TpStatement *self, TpQuery *query);
void          tp_select_expression  (TpStatement *self, TpQuery *query, const char *field);
gboolean      tp_select_knows       (TpKind kind, const char *field, gboolean *is_text);
gboolean      tp_select_check       (TpQuery *query, GError **error);

/* The columns that tp_select_matches() reads, to follow the id in a SELECT; the last
 * comes from tp_select_sure(): whether the index alone is to be believed. */
#define TP_SELECT_SEARCHED ", \"exporter\".\"name\", \"exporter\".\"name_local\", \"exporter\".\"contact\", " \
                           "\"exporter\".\"uscc\", \"exporter\".\"phone\", \"exporter\".\"reference\""
void          tp_select_sure        (TpStatement *self, TpQuery *query);
gboolean      tp_select_matches     (TpReader *reader, sqlite3_stmt *row, const char *search);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TpStatement, tp_statement_clear)

G_END_DECLS
