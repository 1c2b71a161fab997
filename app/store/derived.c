/* derived.c: keeps what follows from the records in step with them.
 *
 * Refreshed after each change, undo, redo and import alike, from the keys in the fresh
 * changeset, in the same transaction; not by triggers, which see parents already gone
 * under cascades and cost four times as much on imports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

gboolean
tp_derived_refresh (TpConnection *connection, TpTouched *touched, GError **error)
{
  return tp_derived_stages (connection, touched, error)
         && tp_derived_funds (connection, touched, error)
         && tp_derived_indicators (connection, touched, error)
         && tp_derived_open (connection, touched, error)
         && tp_derived_search (connection, touched, error);
}

static gboolean
touch_all (TpConnection *connection, TpKind kind, TpTouched *touched)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\"", tp_kind_token (kind));
  sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

  while (tp_connection_step (connection, stmt, NULL))
    tp_touched_add (touched, kind, sqlite3_column_int64 (stmt, 0));
  return TRUE;
}

/* Empties what is derived and fills it from the records, within a transaction. */
gboolean
tp_derived_rebuild (TpConnection *connection, GError **error)
{
  static const TpKind kinds[] = {
    TP_KIND_EXPORTER, TP_KIND_PRODUCT, TP_KIND_ENROLMENT, TP_KIND_LISTING,  TP_KIND_BENEFIT,
    TP_KIND_SALE,     TP_KIND_ENTRY,   TP_KIND_INDICATOR, TP_KIND_REQUIREMENT_STATUS,
  };
  TpTouched touched;
  gboolean ok;

  if (!tp_connection_exec (connection,
                           "DELETE FROM \"d_stage\"; DELETE FROM \"s_stage\"; DELETE FROM \"d_reach\";"
                           "DELETE FROM \"d_indicator\"; DELETE FROM \"s_indicator\";"
                           "DELETE FROM \"s_fund\"; DELETE FROM \"d_open\";"
                           "INSERT INTO \"search\" (\"search\") VALUES ('delete-all')",
                           error))
    return FALSE;
  tp_touched_init (&touched);
  /* Emptied tables hold nothing to take away, but listings hang on their exporters. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    touch_all (connection, kinds[i], &touched);
  ok = tp_derived_refresh (connection, &touched, error);
  tp_touched_clear (&touched);
  return ok;
}
