/* derived-stages.c: when each exporter was in which stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/* What the sums change by. Many exporters move on few days: what they add and take away is
 * collected, and each sum is written once. */
typedef struct
{
  char *stage;
  char *province;
  gint64 day;
} SumKey;

static guint
sum_key_hash (gconstpointer data)
{
  const SumKey *key = data;

  return g_str_hash (key->stage) ^ (g_str_hash (key->province) * 31) ^ ((guint) key->day * 2654435761u);
}

static gboolean
sum_key_equal (gconstpointer a, gconstpointer b)
{
  const SumKey *one = a, *other = b;

  return one->day == other->day && g_str_equal (one->stage, other->stage)
         && g_str_equal (one->province, other->province);
}

static void
sum_key_free (gpointer data)
{
  SumKey *key = data;

  g_free (key->stage);
  g_free (key->province);
  g_free (key);
}

static void
add_delta (GHashTable *sums, const char *stage, const char *province, gint64 day, gint64 delta)
{
  const SumKey wanted = { (char *) stage, (char *) province, day };
  gint64 *sum = g_hash_table_lookup (sums, &wanted);

  if (sum == NULL)
    {
      SumKey *key = g_new (SumKey, 1);

      *key = (SumKey){ g_strdup (stage), g_strdup (province), day };
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, key, sum);
    }
  *sum += delta;
}

static gboolean
write_sums (TpConnection *connection, GHashTable *sums, GError **error)
{
  GHashTableIter iter;
  SumKey *key;
  gint64 *sum;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &sum))
    {
      sqlite3_stmt *stmt;

      if (*sum == 0)
        continue;
      stmt = tp_connection_prepare (connection,
                                    "INSERT INTO \"s_stage\" VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
                                    "\"delta\" = \"delta\" + excluded.\"delta\"");
      sqlite3_bind_text (stmt, 1, key->stage, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 2, key->province, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (stmt, 3, key->day);
      sqlite3_bind_int64 (stmt, 4, *sum);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the stored spans of an exporter out of the sums. */
static gboolean
take_away (TpConnection *connection, GHashTable *sums, gint64 exporter, GError **error)
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
      add_delta (sums, stage, province, sqlite3_column_int64 (stmt, 0), -1);
      if (sqlite3_column_type (stmt, 1) != SQLITE_NULL)
        add_delta (sums, stage, province, sqlite3_column_int64 (stmt, 1), 1);
    }
  if (!any)
    return TRUE;
  stmt = tp_connection_prepare (connection, "DELETE FROM \"d_stage\" WHERE \"exporter\" = ?1");
  sqlite3_bind_int64 (stmt, 1, exporter);
  return tp_connection_run (connection, stmt, error);
}

static gboolean
add_span (TpConnection *connection, GHashTable *sums, gint64 exporter, gint64 from, gint64 until, gboolean open,
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
  add_delta (sums, stage, province, from, 1);
  if (!open)
    add_delta (sums, stage, province, until, -1);
  return tp_connection_run (connection, stmt, error);
}

/* An exporter's way: from the day it was sourced the stage its first stage change
 * came from, then the stage each change led to. Without any change its present stage
 * holds from the start. Archived exporters count nowhere. */
static gboolean
add_present (TpConnection *connection, GHashTable *sums, gint64 exporter, GError **error)
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
      ok = add_span (connection, sums, exporter, from, day, FALSE, stage, province, error);
      from = MAX (from, day);
      g_set_str (&stage, (const char *) sqlite3_column_text (stmt, 2));
    }
  sqlite3_reset (stmt);
  return ok && add_span (connection, sums, exporter, from, 0, TRUE, stage, province, error);
}

/* The exporters whose way changed: those touched, and those of touched activities. An
 * activity that was deleted names its exporter through the changeset (touched.c). */
gboolean
tp_derived_stages (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (sum_key_hash, sum_key_equal, sum_key_free, g_free);
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
    else if ((!all_new && !take_away (connection, sums, g_array_index (ids, gint64, i), error))
        || !add_present (connection, sums, g_array_index (ids, gint64, i), error))
      return FALSE;
  return write_sums (connection, sums, error);
}
