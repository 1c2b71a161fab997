/* connection.h: one connection to the workspace file (private to the store).
 *
 * A connection belongs to one thread at a time; the statements it prepares are
 * kept and used again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  TP_CONNECTION_READ,   /* reads beside a writer */
  TP_CONNECTION_WRITE,  /* the one writer */
  TP_CONNECTION_FROZEN, /* a file that must not be touched: no side files */
} TpConnectionMode;

/* Texts in the reader's order: by pinyin in Chinese. Only in queries, never in the
 * schema, so that other programs can read the file. */
#define TP_COLLATION "tp_reader"

typedef struct _TpConnection TpConnection;

TpConnection *tp_connection_open    (const char *path, TpConnectionMode mode, GError **error);
void          tp_connection_close   (TpConnection *self);
sqlite3      *tp_connection_get_db  (TpConnection *self);
const char   *tp_connection_get_path (TpConnection *self);

gboolean      tp_connection_compiles (TpConnection *self, const char *sql);
gboolean      tp_connection_exec    (TpConnection *self, const char *sql, GError **error);
sqlite3_stmt *tp_connection_prepare (TpConnection *self, const char *sql);
sqlite3_stmt *tp_connection_kept    (TpConnection *self, guint use, TpKind kind, guint place);
sqlite3_stmt *tp_connection_keep    (TpConnection *self, guint use, TpKind kind, guint place, const char *sql);
gboolean      tp_connection_step    (TpConnection *self, sqlite3_stmt *stmt, GError **error);
gboolean      tp_connection_run     (TpConnection *self, sqlite3_stmt *stmt, GError **error);
gboolean      tp_connection_fail    (TpConnection *self, GError **error);
void          tp_connection_stop    (TpConnection *self);
GError       *tp_connection_take_failure (TpConnection *self);
gint64        tp_connection_number  (TpConnection *self, const char *sql);

void          tp_bind_value         (sqlite3_stmt *stmt, int place, const TpField *field, const TpValue *value);
TpRecord     *tp_record_from_row    (TpKind kind, sqlite3_stmt *stmt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpConnection, tp_connection_close)

G_END_DECLS
