/* requirements.c: what an exporter has still to bring, and when it was last heard of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist.h"
#include "store-private.h"

/**
 * tp_reader_open_requirements:
 * @self: a reader
 * @exporter: an exporter's id
 * @as_of: the day; %TP_DAY_NONE for the present one
 * @overdue: (out) (optional): how many of them were due before that day
 *
 * Returns: (transfer full) (element-type gint64): the ids of the requirements that were
 *   open at the end of that day, in their order
 */
GArray *
tp_reader_open_requirements (TpReader *self, gint64 exporter, TpDay as_of, guint *overdue)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) items = NULL;

  if (as_of == TP_DAY_NONE)
    as_of = tp_reader_present (self);
  items = tp_reader_checklist (self, exporter, as_of);
  if (overdue != NULL)
    *overdue = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);

      if (!item->open)
        continue;
      g_array_append_val (ids, item->requirement);
      if (overdue != NULL && item->due != TP_DAY_NONE && item->due < as_of)
        (*overdue)++;
    }
  return ids;
}

/**
 * tp_reader_open_count:
 * @self: a reader
 * @exporter: an exporter's id
 * @as_of: the day; %TP_DAY_NONE for the present one
 * @due: (out) (optional): the earliest day one of them is due, %TP_DAY_NONE
 *
 * One look-up: what a row of a list shows.
 *
 * Returns: how many requirements were open at the end of that day
 */
guint
tp_reader_open_count (TpReader *self, gint64 exporter, TpDay as_of, TpDay *due)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection,
                                              "SELECT \"open\", \"due\" FROM \"d_open\" WHERE \"exporter\" = ?1 AND "
                                              "\"from\" <= ?2 ORDER BY \"from\" DESC LIMIT 1");
  guint open = 0;

  if (due != NULL)
    *due = TP_DAY_NONE;
  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, as_of != TP_DAY_NONE ? as_of : tp_reader_present (self));
  if (tp_connection_step (self->connection, stmt, NULL))
    {
      open = (guint) sqlite3_column_int (stmt, 0);
      if (due != NULL && sqlite3_column_type (stmt, 1) != SQLITE_NULL)
        *due = sqlite3_column_int (stmt, 1);
    }
  sqlite3_reset (stmt);
  return open;
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
