/* derived-stages.c: when each exporter was in which stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

static gboolean
add_delta (TpConnection *connection, const char *stage, const char *province, gint64 day,
           gint64 delta, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "INSERT INTO \"s_stage\" VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
                  "\"delta\" = \"delta\" + excluded.\"delta\"");

  sqlite3_bind_text (stmt, 1, stage, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, province, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 3, day);
  sqlite3_bind_int64 (stmt, 4, delta);
  return tp_connection_run (connection, stmt, error);
}

/* Takes the stored spans of an exporter out of the sums. */
static gboolean
take_away (TpConnection *connection, gint64 exporter, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT \"from\", \"until\", \"stage\", \"province\" FROM \"d_stage\" WHERE "
                  "\"exporter\" = ?1");
  gboolean any = FALSE;

  sqlite3_bind_int64 (stmt, 1, exporter);
  while (tp_connection_step (connection, stmt, NULL))
    {
      const char *stage = (const char *) sqlite3_column_text (stmt, 2);
      const char *province = (const char *) sqlite3_column_text (stmt, 3);

      any = TRUE;
      if (!add_delta (connection, stage, province, sqlite3_column_int64 (stmt, 0), -1, error)
          || (sqlite3_column_type (stmt, 1) != SQLITE_NULL
              && !add_delta (connection, stage, province, sqlite3_column_int64 (stmt, 1), 1, error)))
        {
          sqlite3_reset (stmt);
          return FALSE;
        }
    }
  if (!any)
    return TRUE;
  stmt = tp_connection_prepare (connection, "DELETE FROM \"d_stage\" WHERE \"exporter\" = ?1");
  sqlite3_bind_int64 (stmt, 1, exporter);
  return tp_connection_run (connection, stmt, error);
}

static gboolean
add_span (TpConnection *connection, gint64 exporter, gint64 from, gint64 until, gboolean open,
          const char *stage, const char *province, GError **error)
{
  sqlite3_stmt *stmt;

  /* Two stages on one day: only the last of them counts. */
  if (!open && until <= from)
    return TRUE;
  stmt = tp_connection_prepare (connection, "INSERT INTO \"d_stage\" VALUES (?1, ?2, ?3, ?4, ?5)");
  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, from);
  if (!open)
    sqlite3_bind_int64 (stmt, 3, until);
  sqlite3_bind_text (stmt, 4, stage, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 5, province, -1, SQLITE_TRANSIENT);
  return tp_connection_run (connection, stmt, error)
         && add_delta (connection, stage, province, from, 1, error)
         && (open || add_delta (connection, stage, province, until, -1, error));
}

/* An exporter's way: from the day it was sourced the stage its first stage change
 * came from, then the stage each change led to. Without any change its present stage
 * holds from the start. Archived exporters count nowhere. */
static gboolean
add_present (TpConnection *connection, gint64 exporter, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT \"sourced\", \"stage\", coalesce(\"province\", '') FROM \"exporter\" WHERE "
                  "\"id\" = ?1 AND NOT coalesce(\"archived\", 0)");
  g_autofree char *stage = NULL, *province = NULL;
  gboolean first = TRUE, ok = TRUE;
  gint64 from;

  sqlite3_bind_int64 (stmt, 1, exporter);
  if (!tp_connection_step (connection, stmt, NULL))
    return TRUE;
  from = sqlite3_column_int64 (stmt, 0);
  stage = g_strdup ((const char *) sqlite3_column_text (stmt, 1));
  province = g_strdup ((const char *) sqlite3_column_text (stmt, 2));
  sqlite3_reset (stmt);

  stmt = tp_connection_prepare (
      connection, "SELECT \"date\", \"from_stage\", \"to_stage\" FROM \"activity\" WHERE \"exporter\" = ?1 "
                  "AND \"kind\" = 'stage' AND \"to_stage\" IS NOT NULL ORDER BY \"date\", \"time\", "
                  "\"id\"");
  sqlite3_bind_int64 (stmt, 1, exporter);
  while (ok && tp_connection_step (connection, stmt, NULL))
    {
      gint64 day = sqlite3_column_int64 (stmt, 0);
      const char *before = (const char *) sqlite3_column_text (stmt, 1);

      if (first)
        g_set_str (&stage, before != NULL ? before : "sourced");
      first = FALSE;
      ok = add_span (connection, exporter, from, day, FALSE, stage, province, error);
      from = MAX (from, day);
      g_set_str (&stage, (const char *) sqlite3_column_text (stmt, 2));
    }
  sqlite3_reset (stmt);
  return ok && add_span (connection, exporter, from, 0, TRUE, stage, province, error);
}

/* The exporters whose way changed: those touched, and those of touched activities. An
 * activity that was deleted names its exporter through the changeset (touched.c). */
gboolean
tp_derived_stages (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  GHashTableIter iter;
  gboolean all_new;
  gint64 *id;

  if (touched->ids[TP_KIND_ACTIVITY] != NULL)
    {
      /* A new note bears on no stage; one that was edited may have been a stage change. */
      const char *sql = TP_TOUCHED_ALL_NEW (touched, TP_KIND_ACTIVITY)
                            ? "SELECT \"exporter\" FROM \"activity\" WHERE \"id\" = ?1 AND \"kind\" = 'stage'"
                            : "SELECT \"exporter\" FROM \"activity\" WHERE \"id\" = ?1";

      g_hash_table_iter_init (&iter, touched->ids[TP_KIND_ACTIVITY]);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        {
          sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

          sqlite3_bind_int64 (stmt, 1, *id);
          if (tp_connection_step (connection, stmt, NULL))
            tp_touched_add_exporter (touched, sqlite3_column_int64 (stmt, 0), TP_ASPECT_WAY);
          sqlite3_reset (stmt);
        }
    }
  ids = tp_touched_sorted (touched, TP_KIND_EXPORTER);
  all_new = TP_TOUCHED_ALL_NEW (touched, TP_KIND_EXPORTER);
  for (guint i = 0; i < ids->len; i++)
    if (!tp_touched_has_aspect (touched, g_array_index (ids, gint64, i), TP_ASPECT_WAY))
      continue;
    else if ((!all_new && !take_away (connection, g_array_index (ids, gint64, i), error))
        || !add_present (connection, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}
