/* derived-indicators.c: what each subject adds to each counted indicator, and when.
 *
 * An indicator counts distinct subjects from the first day they qualify (exporters,
 * products and provinces reached, companies served, first sales) or adds amounts up
 * (benefits used, capital delivered). A subject is worked out by one look-up, so that
 * a change costs what it touched, not what the campaign holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

#include <string.h>

/* How a measure is worked out. In both statements ?1 is the subject, ?2 the indicator;
 * "present" gives the day and the amount, or no row or a NULL day where the subject
 * does not count; "all" gives every subject that may. A programme counts where the
 * indicator names it, or, where it names none, where it is one of the commitment's. */
typedef struct
{
  const char *measure;
  TpKind subject;
  const char *present;
  const char *all;
} Measure;

#define PROGRAMME(column)                                                                           \
  " (" column " = i.\"programme\" OR (i.\"programme\" IS NULL AND " column " IN (SELECT g.\"id\" "  \
  "FROM \"programme\" g WHERE g.\"commitment\" = i.\"commitment\"))) "
#define PERIOD(column)                                                                              \
  " AND (i.\"start\" IS NULL OR " column " >= i.\"start\") AND (i.\"end\" IS NULL OR " column       \
  " <= i.\"end\") "

#define REACH(subject)                                                                              \
  "SELECT min(d.\"day\"), 1 FROM \"indicator\" i JOIN \"d_reach\" d WHERE i.\"id\" = ?2 AND d.\""   \
  subject "\" = ?1 AND" PROGRAMME ("d.\"programme\"")                                              \
  "AND (i.\"channel\" IS NULL OR d.\"channel\" = i.\"channel\") AND (i.\"province\" IS NULL OR "    \
  "d.\"province\" = i.\"province\")" PERIOD ("d.\"day\"")
#define ALL_REACH(subject)                                                                          \
  "SELECT DISTINCT d.\"" subject "\" FROM \"indicator\" i JOIN \"d_reach\" d WHERE i.\"id\" = ?2 "  \
  "AND" PROGRAMME ("d.\"programme\"")

static const Measure measures[] = {
  { "exporters_reached", TP_KIND_EXPORTER, REACH ("exporter"), ALL_REACH ("exporter") },
  { "products_reached", TP_KIND_PRODUCT, REACH ("product"), ALL_REACH ("product") },
  { "provinces_reached", TP_SUBJECT_PROVINCE,
    "SELECT min(d.\"day\"), 1 FROM \"indicator\" i JOIN \"d_reach\" d WHERE i.\"id\" = ?2 AND "
    "d.\"province\" = printf('%02d', ?1) AND ?1 > 0 AND" PROGRAMME ("d.\"programme\"")
    "AND (i.\"channel\" IS NULL OR d.\"channel\" = i.\"channel\")" PERIOD ("d.\"day\""),
    "SELECT DISTINCT CAST(d.\"province\" AS INTEGER) FROM \"indicator\" i JOIN \"d_reach\" d WHERE "
    "i.\"id\" = ?2 AND" PROGRAMME ("d.\"programme\"") },
  { "exporters_served", TP_KIND_EXPORTER,
    "SELECT min(b.\"date\"), 1 FROM \"indicator\" i JOIN \"benefit\" b WHERE i.\"id\" = ?2 AND "
    "b.\"exporter\" = ?1 AND b.\"status\" = 'used' AND (i.\"benefit_kind\" IS NULL OR b.\"kind\" = "
    "i.\"benefit_kind\") AND" PROGRAMME ("b.\"programme\"") PERIOD ("b.\"date\""),
    "SELECT DISTINCT b.\"exporter\" FROM \"indicator\" i JOIN \"benefit\" b WHERE i.\"id\" = ?2 AND "
    "b.\"status\" = 'used' AND" PROGRAMME ("b.\"programme\"") },
  { "benefits_used", TP_KIND_BENEFIT,
    "SELECT b.\"date\", b.\"quantity\" FROM \"indicator\" i JOIN \"benefit\" b WHERE i.\"id\" = ?2 AND "
    "b.\"id\" = ?1 AND b.\"status\" = 'used' AND (i.\"benefit_kind\" IS NULL OR b.\"kind\" = "
    "i.\"benefit_kind\") AND" PROGRAMME ("b.\"programme\"") PERIOD ("b.\"date\""),
    "SELECT b.\"id\" FROM \"indicator\" i JOIN \"benefit\" b WHERE i.\"id\" = ?2 AND b.\"status\" = "
    "'used' AND" PROGRAMME ("b.\"programme\"") },
  { "first_sales", TP_KIND_EXPORTER,
    "SELECT min(s.\"date\"), 1 FROM \"indicator\" i JOIN \"sale\" s WHERE i.\"id\" = ?2 AND "
    "s.\"exporter\" = ?1 AND s.\"amount\" > 0 AND (i.\"channel\" IS NULL OR s.\"channel\" = i.\"channel\") AND EXISTS "
    "(SELECT 1 FROM \"enrolment\" n WHERE n.\"exporter\" = ?1 AND n.\"status\" IN ('accepted', 'live', "
    "'withdrawn') AND" PROGRAMME ("n.\"programme\"") ")" PERIOD ("s.\"date\""),
    "SELECT DISTINCT n.\"exporter\" FROM \"indicator\" i JOIN \"enrolment\" n WHERE i.\"id\" = ?2 AND" PROGRAMME (
        "n.\"programme\"") },
  { "capital_delivered", TP_KIND_ENTRY,
    "SELECT t.\"date\", t.\"amount\" * CASE t.\"type\" WHEN 'refund' THEN -1 ELSE 1 END * CASE WHEN "
    "t.\"reverses\" IS NULL THEN 1 ELSE -1 END FROM \"indicator\" i JOIN \"entry\" t JOIN \"fund\" f ON "
    "f.\"id\" = t.\"fund\" WHERE i.\"id\" = ?2 AND t.\"id\" = ?1 AND t.\"type\" IN ('disbursement', "
    "'expenditure', 'refund') AND f.\"commitment\" = i.\"commitment\" AND t.\"currency\" = "
    "i.\"currency\" AND (i.\"programme\" IS NULL OR t.\"programme\" = i.\"programme\") AND "
    "(i.\"province\" IS NULL OR t.\"province\" = i.\"province\")" PERIOD ("t.\"date\""),
    "SELECT t.\"id\" FROM \"indicator\" i JOIN \"fund\" f ON f.\"commitment\" = i.\"commitment\" JOIN "
    "\"entry\" t ON t.\"fund\" = f.\"id\" WHERE i.\"id\" = ?2" },
};

static const Measure *
find_measure (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].measure, name) == 0)
      return &measures[i];
  return NULL;
}

static gboolean
add_delta (TpConnection *connection, gint64 indicator, gint64 day, gint64 delta, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "INSERT INTO \"s_indicator\" VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET "
                  "\"delta\" = \"delta\" + excluded.\"delta\"");

  sqlite3_bind_int64 (stmt, 1, indicator);
  sqlite3_bind_int64 (stmt, 2, day);
  sqlite3_bind_int64 (stmt, 3, delta);
  return tp_connection_run (connection, stmt, error);
}

/* Takes what @subject added away and adds what it adds now; writes only a difference. */
static gboolean
renew (TpConnection *connection, const Measure *measure, gint64 indicator, gint64 subject,
       GError **error)
{
  sqlite3_stmt *stmt;
  gboolean was, is;
  gint64 was_day = 0, was_amount = 0, day = 0, amount = 0;

  stmt = tp_connection_prepare (connection, "SELECT \"day\", \"amount\" FROM \"d_indicator\" WHERE "
                                            "\"indicator\" = ?1 AND \"subject\" = ?2");
  sqlite3_bind_int64 (stmt, 1, indicator);
  sqlite3_bind_int64 (stmt, 2, subject);
  was = tp_connection_step (connection, stmt, NULL);
  if (was)
    {
      was_day = sqlite3_column_int64 (stmt, 0);
      was_amount = sqlite3_column_int64 (stmt, 1);
    }
  sqlite3_reset (stmt);

  stmt = tp_connection_prepare (connection, measure->present);
  sqlite3_bind_int64 (stmt, 1, subject);
  sqlite3_bind_int64 (stmt, 2, indicator);
  is = tp_connection_step (connection, stmt, NULL) && sqlite3_column_type (stmt, 0) != SQLITE_NULL;
  if (is)
    {
      day = sqlite3_column_int64 (stmt, 0);
      amount = sqlite3_column_int64 (stmt, 1);
    }
  sqlite3_reset (stmt);

  if (was == is && was_day == day && was_amount == amount)
    return TRUE;
  if (was)
    {
      stmt = tp_connection_prepare (connection, "DELETE FROM \"d_indicator\" WHERE \"indicator\" = ?1 AND "
                                                "\"subject\" = ?2");
      sqlite3_bind_int64 (stmt, 1, indicator);
      sqlite3_bind_int64 (stmt, 2, subject);
      if (!tp_connection_run (connection, stmt, error)
          || !add_delta (connection, indicator, was_day, -was_amount, error))
        return FALSE;
    }
  if (is)
    {
      stmt = tp_connection_prepare (connection, "INSERT INTO \"d_indicator\" VALUES (?1, ?2, ?3, ?4)");
      sqlite3_bind_int64 (stmt, 1, indicator);
      sqlite3_bind_int64 (stmt, 2, subject);
      sqlite3_bind_int64 (stmt, 3, day);
      sqlite3_bind_int64 (stmt, 4, amount);
      if (!tp_connection_run (connection, stmt, error)
          || !add_delta (connection, indicator, day, amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
forget (TpConnection *connection, gint64 indicator, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM \"d_indicator\" WHERE \"indicator\" = ?1",
    "DELETE FROM \"s_indicator\" WHERE \"indicator\" = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *stmt = tp_connection_prepare (connection, statements[i]);

      sqlite3_bind_int64 (stmt, 1, indicator);
      if (!tp_connection_run (connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Works an indicator out from all its subjects. */
static gboolean
renew_whole (TpConnection *connection, const Measure *measure, gint64 indicator, GError **error)
{
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = tp_connection_prepare (connection, measure->all);

  sqlite3_bind_int64 (stmt, 2, indicator);
  while (tp_connection_step (connection, stmt, NULL))
    {
      gint64 subject = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (subjects, subject);
    }
  for (guint i = 0; i < subjects->len; i++)
    if (!renew (connection, measure, indicator, g_array_index (subjects, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* The exporters and benefits that benefits, sales and enrolments bear on. */
static void
add_exporters (TpConnection *connection, TpTouched *touched, TpKind kind, TpTouched *subjects)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"exporter\" FROM \"%s\" WHERE \"id\" = ?1",
                                          tp_kind_token (kind));
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
        tp_touched_add (subjects, TP_KIND_EXPORTER, sqlite3_column_int64 (stmt, 0));
      sqlite3_reset (stmt);
    }
}

static void
add_own (TpTouched *touched, TpKind kind, TpTouched *subjects)
{
  GHashTableIter iter;
  gint64 *id;

  if (touched->ids[kind] == NULL)
    return;
  g_hash_table_iter_init (&iter, touched->ids[kind]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    tp_touched_add (subjects, kind, *id);
}

/* A changed programme or fund may belong to another commitment now: the counts of
 * every indicator that may rest on it are worked out anew. On a new one nothing rests
 * yet but what was touched itself. */
static gboolean
structure_changed (TpTouched *touched)
{
  return !TP_TOUCHED_ALL_NEW (touched, TP_KIND_PROGRAMME) || !TP_TOUCHED_ALL_NEW (touched, TP_KIND_FUND);
}

gboolean
tp_derived_indicators (TpConnection *connection, TpTouched *touched, GError **error)
{
  g_autoptr (GArray) indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean whole = structure_changed (touched), ok;
  TpTouched subjects;
  sqlite3_stmt *stmt;
  GHashTableIter iter;
  gint64 *id;

  tp_touched_init (&subjects);
  ok = tp_derived_reach (connection, touched, &subjects, error);
  add_own (touched, TP_KIND_BENEFIT, &subjects);
  add_own (touched, TP_KIND_ENTRY, &subjects);
  add_own (touched, TP_KIND_PRODUCT, &subjects);
  add_exporters (connection, touched, TP_KIND_BENEFIT, &subjects);
  add_exporters (connection, touched, TP_KIND_SALE, &subjects);
  add_exporters (connection, touched, TP_KIND_ENROLMENT, &subjects);
  /* Exporters that a deleted benefit, sale or enrolment named. New exporters without
   * anything hanging on them cost nothing here: an import has only those. */
  if (touched->ids[TP_KIND_BENEFIT] != NULL || touched->ids[TP_KIND_SALE] != NULL
      || touched->ids[TP_KIND_ENROLMENT] != NULL)
    add_own (touched, TP_KIND_EXPORTER, &subjects);

  stmt = tp_connection_prepare (connection,
                                "SELECT \"id\", \"measure\" FROM \"indicator\" WHERE \"counted\" = 'records'");
  while (tp_connection_step (connection, stmt, NULL))
    {
      gint64 indicator = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (indicators, indicator);
      g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (stmt, 1)));
    }
  /* A touched indicator is forgotten and, where it is still counted, worked out anew. */
  if (touched->ids[TP_KIND_INDICATOR] != NULL)
    {
      g_hash_table_iter_init (&iter, touched->ids[TP_KIND_INDICATOR]);
      while (ok && g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        ok = forget (connection, *id, error);
    }
  for (guint i = 0; ok && i < indicators->len; i++)
    {
      gint64 indicator = g_array_index (indicators, gint64, i);
      const Measure *measure = find_measure (g_ptr_array_index (names, i));
      gboolean own = touched->ids[TP_KIND_INDICATOR] != NULL
                     && g_hash_table_contains (touched->ids[TP_KIND_INDICATOR], &indicator);

      if (measure == NULL)
        continue;
      if (whole && !own)
        ok = forget (connection, indicator, error);
      if (ok && (whole || own))
        ok = renew_whole (connection, measure, indicator, error);
      else if (ok && subjects.ids[measure->subject] != NULL)
        {
          g_hash_table_iter_init (&iter, subjects.ids[measure->subject]);
          while (ok && g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
            ok = renew (connection, measure, indicator, *id, error);
        }
    }
  tp_touched_clear (&subjects);
  return ok;
}
