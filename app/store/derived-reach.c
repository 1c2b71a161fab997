/* derived-reach.c: what each listing reached.
 *
 * A live listing under an enrolment reaches its product, the product's exporter and
 * that exporter's province, from its first day on; that it was delisted later does
 * not take it back (domain.md, "reached").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/* Adds the ids that @sql gives for @id to the touched listings. */
static void
add_listings (TpConnection *connection, TpTouched *listings, const char *sql, gint64 id)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

  sqlite3_bind_int64 (stmt, 1, id);
  while (tp_connection_step (connection, stmt, NULL))
    tp_touched_add (listings, TP_KIND_LISTING, sqlite3_column_int64 (stmt, 0));
}

static void
add_subjects (sqlite3_stmt *stmt, TpTouched *subjects)
{
  tp_touched_add (subjects, TP_KIND_EXPORTER, sqlite3_column_int64 (stmt, 0));
  tp_touched_add (subjects, TP_KIND_PRODUCT, sqlite3_column_int64 (stmt, 1));
  tp_touched_add (subjects, TP_SUBJECT_PROVINCE, sqlite3_column_int (stmt, 2));
}

/* Takes the listing's stored contribution away and adds the present one; the subjects
 * of both have to be worked out again. */
static gboolean
renew (TpConnection *connection, gint64 listing, TpTouched *subjects, GError **error)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "DELETE FROM \"d_reach\" WHERE \"listing\" = ?1 RETURNING \"exporter\", \"product\", "
                  "\"province\"");

  sqlite3_bind_int64 (stmt, 1, listing);
  while (tp_connection_step (connection, stmt, NULL))
    add_subjects (stmt, subjects);

  stmt = tp_connection_prepare (
      connection,
      "INSERT INTO \"d_reach\" SELECT l.\"id\", n.\"programme\", p.\"exporter\", p.\"id\", l.\"channel\", "
      "coalesce(e.\"province\", ''), l.\"live_from\" FROM \"listing\" l "
      "JOIN \"enrolment\" n ON n.\"id\" = l.\"enrolment\" JOIN \"product\" p ON p.\"id\" = l.\"product\" "
      "JOIN \"exporter\" e ON e.\"id\" = p.\"exporter\" WHERE l.\"id\" = ?1 "
      "RETURNING \"exporter\", \"product\", \"province\"");
  sqlite3_bind_int64 (stmt, 1, listing);
  while (tp_connection_step (connection, stmt, NULL))
    add_subjects (stmt, subjects);
  return TRUE;
}

/* Renews the contributions of all listings that the change bears on; adds to @subjects
 * the exporters, products and provinces whose reach may differ now. */
gboolean
tp_derived_reach (TpConnection *connection, TpTouched *touched, TpTouched *subjects, GError **error)
{
  static const struct
  {
    TpKind kind;
    const char *sql;
  } ways[] = {
    { TP_KIND_LISTING, "SELECT ?1" },
    { TP_KIND_ENROLMENT, "SELECT \"id\" FROM \"listing\" WHERE \"enrolment\" = ?1" },
    { TP_KIND_PRODUCT, "SELECT \"id\" FROM \"listing\" WHERE \"product\" = ?1" },
    { TP_KIND_EXPORTER, "SELECT l.\"id\" FROM \"product\" p JOIN \"listing\" l ON l.\"product\" = "
                        "p.\"id\" WHERE p.\"exporter\" = ?1" },
  };
  TpTouched listings;
  GHashTableIter iter;
  gboolean ok = TRUE;
  gint64 *id;

  tp_touched_init (&listings);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      /* A new exporter has no products yet, a new product no listings. */
      if (touched->ids[ways[i].kind] == NULL
          || (ways[i].kind != TP_KIND_LISTING && TP_TOUCHED_ALL_NEW (touched, ways[i].kind)))
        continue;
      g_hash_table_iter_init (&iter, touched->ids[ways[i].kind]);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        if (ways[i].kind != TP_KIND_EXPORTER || tp_touched_has_aspect (touched, *id, TP_ASPECT_PLACE))
          add_listings (connection, &listings, ways[i].sql, *id);
    }
  if (listings.ids[TP_KIND_LISTING] != NULL)
    {
      g_hash_table_iter_init (&iter, listings.ids[TP_KIND_LISTING]);
      while (ok && g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        ok = renew (connection, *id, subjects, error);
    }
  tp_touched_clear (&listings);
  return ok;
}
