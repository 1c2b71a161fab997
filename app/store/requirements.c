/* requirements.c: what an exporter has still to bring, and when it was last heard of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist-private.h"

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
 * tp_reader_requirement_status:
 * @self: a reader
 * @exporter: an exporter's id
 * @requirement: a requirement's id
 *
 * Returns: (transfer full) (nullable): how far it is; %NULL where nobody asked for it
 */
TpRecord *
tp_reader_requirement_status (TpReader *self, gint64 exporter, gint64 requirement)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection,
                                              "SELECT \"id\" FROM \"requirement_status\" WHERE \"exporter\" = ?1 AND "
                                              "\"requirement\" = ?2 ORDER BY \"id\" LIMIT 1");
  gint64 id = 0;

  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, requirement);
  if (tp_connection_step (self->connection, stmt, NULL))
    id = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return id != 0 ? tp_reader_get (self, TP_KIND_REQUIREMENT_STATUS, id) : NULL;
}

/**
 * tp_reader_last_step:
 * @self: a reader
 * @exporter: an exporter's id
 * @requirement: a requirement's id
 *
 * Returns: the day its status last changed, %TP_DAY_NONE where it never did
 */
TpDay
tp_reader_last_step (TpReader *self, gint64 exporter, gint64 requirement)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection,
                                              "SELECT \"date\" FROM \"activity\" WHERE \"exporter\" = ?1 AND "
                                              "\"requirement\" = ?2 AND \"kind\" = 'requirement' AND \"to_status\" IS "
                                              "NOT NULL ORDER BY \"date\" DESC LIMIT 1");
  TpDay day = TP_DAY_NONE;

  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, requirement);
  if (tp_connection_step (self->connection, stmt, NULL))
    day = sqlite3_column_int (stmt, 0);
  sqlite3_reset (stmt);
  return day;
}

/**
 * tp_reader_first_open:
 * @self: a reader
 * @exporter: an exporter's id
 * @stage: the stage it is wanted for
 * @as_of: the day
 * @status: (out): a token of tp_words_requirement_status, as it read on the day; %NULL:
 *   nobody had asked for it
 *
 * The first on its checklist of those that this stage or one before it needs. Costs what
 * there are of requirements, however long the exporter's timeline is.
 *
 * Returns: the id of the requirement, 0 where none was open on that day
 */
gint64
tp_reader_first_open (TpReader *self, gint64 exporter, TpStage stage, TpDay as_of, const char **status)
{
  static const char sql[]
      = "SELECT q.\"id\", q.\"stage\", requirement_status (r.\"status\", r.\"expiry\", " TP_SQL_BEFORE (
          "?1") "?2" TP_SQL_BEFORE_END ", " TP_SQL_AFTER ("?1") "?2" TP_SQL_AFTER_END ", ?2) FROM \"exporter\" e JOIN "
        "\"requirement\" q LEFT JOIN \"requirement_set\" k ON k.\"id\" = q.\"requirement_set\" LEFT JOIN "
        "\"requirement_status\" r ON r.\"exporter\" = ?1 AND r.\"requirement\" = q.\"id\" WHERE e.\"id\" = ?1 AND "
        "requirement_open (" TP_SQL_RULE ("?1", "e.\"hs_chapters\"") TP_SQL_BEFORE ("?1") "?2" TP_SQL_BEFORE_END
        ", " TP_SQL_AFTER ("?1") "?2" TP_SQL_AFTER_END ", ?2) ORDER BY q.\"requirement_set\" NULLS FIRST, "
        "q.\"position\" NULLS LAST, q.\"id\"";
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);
  gint64 first = 0;

  *status = NULL;
  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, as_of);
  while (first == 0 && tp_connection_step (self->connection, stmt, NULL))
    if (tp_word_index (tp_words_stage, (const char *) sqlite3_column_text (stmt, 1)) <= (int) stage)
      {
        first = sqlite3_column_int64 (stmt, 0);
        *status = g_intern_string ((const char *) sqlite3_column_text (stmt, 2));
      }
  sqlite3_reset (stmt);
  return first;
}

/**
 * tp_reader_stage_reason:
 * @self: a reader
 * @exporter: an exporter's id
 * @stage: a stage
 * @as_of: the day
 *
 * Returns: (transfer full) (nullable): why it last came to that stage up to that day
 */
char *
tp_reader_stage_reason (TpReader *self, gint64 exporter, TpStage stage, TpDay as_of)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection,
                                              "SELECT \"reason\" FROM \"activity\" WHERE \"exporter\" = ?1 AND \"kind\" "
                                              "= 'stage' AND \"to_stage\" = ?2 AND \"date\" <= ?3 ORDER BY \"date\" "
                                              "DESC, \"time\" DESC, \"id\" DESC LIMIT 1");
  char *reason = NULL;

  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_text (stmt, 2, tp_stage_token (stage), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, as_of);
  if (tp_connection_step (self->connection, stmt, NULL))
    reason = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_reset (stmt);
  return reason;
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
