/* derived-open.c: how many requirements each exporter had open, day by day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist-private.h"
#include "requirement.h"

#include <string.h>

static gboolean
insert (TpConnection *connection, gint64 exporter, TpDay from, guint open, TpDay due, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "INSERT INTO \"d_open\" VALUES (?1, ?2, ?3, ?4)");

  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, from);
  sqlite3_bind_int64 (stmt, 3, open);
  if (due != TP_DAY_NONE)
    sqlite3_bind_int64 (stmt, 4, due);
  return tp_connection_run (connection, stmt, error);
}

static gboolean
take_away (TpConnection *connection, gint64 exporter, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "DELETE FROM \"d_open\" WHERE \"exporter\" = ?1");

  sqlite3_bind_int64 (stmt, 1, exporter);
  return tp_connection_run (connection, stmt, error);
}

/* Writes a row for each day on which the count or the earliest due day changes. */
static gboolean
add_present (TpConnection *connection, gint64 exporter, GError **error)
{
  g_autoptr (TpChecklist) list = tp_checklist_load (connection, exporter);
  g_autoptr (GArray) days = NULL;
  TpDay sourced, last_due;
  guint last;

  if (list == NULL)
    return TRUE;
  sourced = tp_checklist_sourced (list);
  days = tp_checklist_days (list);
  if (days->len > 0)
    sourced = MIN (sourced, g_array_index (days, TpDay, 0));
  last = tp_checklist_count (list, sourced, &last_due);
  if (!insert (connection, exporter, sourced, last, last_due, error))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      TpDay day = g_array_index (days, TpDay, i), due;
      guint open;

      if (day <= sourced || (i > 0 && day == g_array_index (days, TpDay, i - 1)))
        continue;
      open = tp_checklist_count (list, day, &due);
      if (open == last && due == last_due)
        continue;
      if (!insert (connection, exporter, day, open, due, error))
        return FALSE;
      last = open;
      last_due = due;
    }
  return TRUE;
}

/* The default checklist for exporters on which nothing hangs yet: an import has a
 * million of them, and only their chapters tell them apart. */
static guint
count_default (TpConnection *connection, GHashTable *known, const char *chapters)
{
  const char *key = chapters != NULL ? chapters : "";
  gpointer count;
  sqlite3_stmt *stmt;
  guint open = 0;

  if (g_hash_table_lookup_extended (known, key, NULL, &count))
    return GPOINTER_TO_UINT (count);
  stmt = tp_connection_prepare (connection, "SELECT q.\"applies\", q.\"retired\", s.\"hs_chapters\", s.\"programme\" FROM "
                                            "\"requirement\" q LEFT JOIN \"requirement_set\" s ON s.\"id\" = "
                                            "q.\"requirement_set\"");
  while (tp_connection_step (connection, stmt, NULL))
    {
      const TpRequirementRule rule = {
        .applies = (const char *) sqlite3_column_text (stmt, 0),
        .set_chapters = (const char *) sqlite3_column_text (stmt, 2),
        .of_programme = sqlite3_column_type (stmt, 3) != SQLITE_NULL,
        .retired = sqlite3_column_int (stmt, 1) != 0,
      };

      open += tp_requirement_applies (&rule, chapters, FALSE, FALSE) ? 1 : 0;
    }
  g_hash_table_insert (known, g_strdup (key), GUINT_TO_POINTER (open));
  return open;
}

static gboolean
add_plain (TpConnection *connection, gint64 exporter, GHashTable *known, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection,
                                              "SELECT \"sourced\", \"hs_chapters\" FROM \"exporter\" WHERE \"id\" = ?1");
  TpDay sourced;
  guint open;

  sqlite3_bind_int64 (stmt, 1, exporter);
  if (!tp_connection_step (connection, stmt, NULL))
    return TRUE;
  sourced = sqlite3_column_int (stmt, 0);
  open = count_default (connection, known, (const char *) sqlite3_column_text (stmt, 1));
  sqlite3_reset (stmt);
  return insert (connection, exporter, sourced, open, TP_DAY_NONE, error);
}

/* The exporters of touched records of a kind, which a row of that kind bears on. */
static void
add_exporters (TpConnection *connection, TpTouched *touched, TpKind kind, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"exporter\" FROM \"%s\" WHERE \"id\" = ?1%s", tp_kind_token (kind),
                                          condition);
  GHashTableIter iter;
  gint64 *id;

  if (touched->ids[kind] == NULL)
    return;
  g_hash_table_iter_init (&iter, touched->ids[kind]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

      sqlite3_bind_int64 (stmt, 1, *id);
      if (tp_connection_step (connection, stmt, NULL))
        tp_touched_add_exporter (touched, sqlite3_column_int64 (stmt, 0), TP_ASPECT_PAPERS);
      sqlite3_reset (stmt);
    }
}

static void
add_found (TpConnection *connection, TpTouched *touched, const char *sql, gint64 id)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

  sqlite3_bind_int64 (stmt, 1, id);
  while (tp_connection_step (connection, stmt, NULL))
    tp_touched_add_exporter (touched, sqlite3_column_int64 (stmt, 0), TP_ASPECT_PAPERS);
}

/* The exporters that a set is for: those enrolled in its programme, or those with goods
 * in its chapters. FALSE where that is all of them. */
static gboolean
add_exporters_of_set (TpConnection *connection, TpTouched *touched, gint64 set)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection,
                                              "SELECT \"programme\", \"hs_chapters\" FROM \"requirement_set\" WHERE \"id\" = ?1");
  g_autofree char *chapters = NULL;
  TpRequirementRule rule = { 0 };
  gint64 programme = 0;

  sqlite3_bind_int64 (stmt, 1, set);
  if (tp_connection_step (connection, stmt, NULL))
    {
      programme = sqlite3_column_int64 (stmt, 0);
      chapters = g_strdup ((const char *) sqlite3_column_text (stmt, 1));
    }
  sqlite3_reset (stmt);
  if (programme != 0)
    add_found (connection, touched, "SELECT \"exporter\" FROM \"enrolment\" WHERE \"programme\" = ?1", programme);
  if (programme != 0)
    return TRUE;
  if (chapters == NULL || *chapters == '\0')
    return FALSE;
  rule.set_chapters = chapters;
  stmt = tp_connection_prepare (connection, "SELECT \"id\", \"hs_chapters\" FROM \"exporter\" WHERE \"hs_chapters\" IS NOT NULL");
  while (tp_connection_step (connection, stmt, NULL))
    if (tp_requirement_applies (&rule, (const char *) sqlite3_column_text (stmt, 1), FALSE, FALSE))
      tp_touched_add_exporter (touched, sqlite3_column_int64 (stmt, 0), TP_ASPECT_PAPERS);
  return TRUE;
}

/* The exporters that requirements bear on of which it changed for whom they are asked:
 * those of the sets they are in, or were, and those who answered. FALSE where that is
 * all of them. */
static gboolean
add_asked (TpConnection *connection, TpTouched *touched)
{
  GHashTableIter iter;
  gint64 *id;

  if (touched->asked_of_all)
    return FALSE;
  if (touched->asked == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, touched->asked);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection,
                                                  "SELECT \"requirement_set\" FROM \"requirement\" WHERE \"id\" = ?1");
      gboolean is_there;
      gint64 set = 0;

      sqlite3_bind_int64 (stmt, 1, *id);
      is_there = tp_connection_step (connection, stmt, NULL);
      if (is_there)
        set = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
      if (is_there && (set == 0 || !add_exporters_of_set (connection, touched, set)))
        return FALSE;
      add_found (connection, touched, "SELECT \"exporter\" FROM \"requirement_status\" WHERE \"requirement\" = ?1", *id);
      add_found (connection, touched, "SELECT \"exporter\" FROM \"activity\" WHERE \"requirement\" = ?1", *id);
    }
  if (touched->asked_in == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, touched->asked_in);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (!add_exporters_of_set (connection, touched, *id))
      return FALSE;
  return TRUE;
}

/* Every exporter, after the checklist itself was changed. */
static GArray *
all_exporters (TpConnection *connection)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "SELECT \"id\" FROM \"exporter\" ORDER BY \"id\"");

  while (tp_connection_step (connection, stmt, NULL))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

gboolean
tp_derived_open (TpConnection *connection, TpTouched *touched, GError **error)
{
  gboolean plain = !touched->asked_of_all && touched->asked == NULL && TP_TOUCHED_ALL_NEW (touched, TP_KIND_EXPORTER) && touched->ids[TP_KIND_PRODUCT] == NULL
                   && touched->ids[TP_KIND_ENROLMENT] == NULL && touched->ids[TP_KIND_REQUIREMENT_STATUS] == NULL
                   && touched->ids[TP_KIND_ACTIVITY] == NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean whole = !add_asked (connection, touched);
  g_autoptr (GArray) ids = NULL;

  if (!whole)
    {
      add_exporters (connection, touched, TP_KIND_PRODUCT, "");
      add_exporters (connection, touched, TP_KIND_ENROLMENT, "");
      add_exporters (connection, touched, TP_KIND_REQUIREMENT_STATUS, "");
      /* A new note bears on no paper; one that was edited may have been a step before. */
      add_exporters (connection, touched, TP_KIND_ACTIVITY,
                     TP_TOUCHED_ALL_NEW (touched, TP_KIND_ACTIVITY) ? " AND \"requirement\" IS NOT NULL" : "");
    }
  /* One that went in the same change is not among all of them any more. */
  if (whole)
    {
      g_autoptr (GArray) gone = tp_touched_sorted (touched, TP_KIND_EXPORTER);

      for (guint i = 0; i < gone->len; i++)
        if (!take_away (connection, g_array_index (gone, gint64, i), error))
          return FALSE;
    }
  ids = whole ? all_exporters (connection) : tp_touched_sorted (touched, TP_KIND_EXPORTER);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!whole && !tp_touched_has_aspect (touched, id, TP_ASPECT_PAPERS))
        continue;
      if (plain ? !add_plain (connection, id, known, error)
                : !take_away (connection, id, error) || !add_present (connection, id, error))
        return FALSE;
    }
  return TRUE;
}
