/* requirements.c: what an exporter has still to bring.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement.h"
#include "store-private.h"

static const char *
text_of (sqlite3_value *value)
{
  return (const char *) sqlite3_value_text (value);
}

/* requirement_applies (applies, hs_chapters, ccc) */
static void
applies_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_int (context, tp_requirement_applies (text_of (values[0]), text_of (values[1]),
                                                       sqlite3_value_int (values[2]) != 0));
}

/* requirement_is_open (status, applies) */
static void
is_open_func (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_int (context,
                      tp_requirement_is_open (text_of (values[0]), sqlite3_value_int (values[1]) != 0));
}

/* Lets queries ask the model's rules. */
gboolean
tp_requirements_register (sqlite3 *db)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  return sqlite3_create_function (db, "requirement_applies", 3, flags, NULL, applies_func, NULL, NULL) == SQLITE_OK
         && sqlite3_create_function (db, "requirement_is_open", 2, flags, NULL, is_open_func, NULL, NULL)
                == SQLITE_OK;
}

/**
 * tp_reader_open_requirements:
 * @self: a reader
 * @exporter: an exporter's id
 * @as_of: the day that due days are looked at from
 * @overdue: (out) (optional): how many of them were due before that day
 *
 * Statuses have no history: they are what they are now.
 *
 * Returns: (transfer full) (element-type gint64): the ids of the requirements that are
 *   open, in their order
 */
GArray *
tp_reader_open_requirements (TpReader *self, gint64 exporter, TpDay as_of, guint *overdue)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT q.\"id\", r.\"due\" FROM \"exporter\" CROSS JOIN " TP_SQL_OPEN_REQUIREMENTS
                        "AND \"exporter\".\"id\" = ?1 ORDER BY q.\"position\" NULLS LAST, q.\"id\"");

  if (overdue != NULL)
    *overdue = 0;
  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
      if (overdue != NULL && sqlite3_column_type (stmt, 1) != SQLITE_NULL && sqlite3_column_int64 (stmt, 1) < as_of)
        (*overdue)++;
    }
  return ids;
}

/**
 * tp_reader_last_activity:
 * @self: a reader
 * @exporter: an exporter's id
 * @as_of: the day
 * @time: (out): the instant of its last activity up to that day, in milliseconds
 *
 * Returns: the day of that activity, %TP_DAY_NONE where there is none
 */
TpDay
tp_reader_last_activity (TpReader *self, gint64 exporter, TpDay as_of, gint64 *time)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"date\", \"time\" FROM \"activity\" WHERE \"exporter\" = ?1 AND \"date\" <= ?2 "
                        "ORDER BY \"date\" DESC, \"time\" DESC LIMIT 1");
  TpDay day = TP_DAY_NONE;

  *time = 0;
  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, as_of);
  if (tp_connection_step (self->connection, stmt, NULL))
    {
      day = sqlite3_column_int (stmt, 0);
      *time = sqlite3_column_int64 (stmt, 1);
    }
  sqlite3_reset (stmt);
  return day;
}
