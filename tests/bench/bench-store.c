/* bench-store.c: the store's own speeds, beside the engine's.
 *
 * Prints a line for each case: the program's time, the reference's (the same rows
 * through bare prepared statements into the same tables and indexes, nothing
 * recorded, derived or searched) and their ratio. Absolute figures drift from machine
 * to machine; the ratio is what is to be quoted.
 *
 * Usage: bench-store [ROWS]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-advance.h"
#include "store.h"
#include "uscc.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static const char *const places[] = { "宁波", "厦门", "义乌", "佛山", "东莞", "苏州", "青岛", "长沙" };
static const char *const words[] = { "禾澈", "砺川", "岚柏", "彩屿", "星禾", "奔岚", "织澜", "汐朗", "暖榆", "沐桁" };
static const char *const trades[] = { "厨具", "锁业", "家居用品", "饰品", "玩具", "鞋业", "纺织", "渔具", "灯饰", "塑业" };

static TpRecord *
make_exporter (int i)
{
  TpRecord *exporter = tp_record_new (TP_KIND_EXPORTER);
  g_autofree char *name = g_strdup_printf ("%s%s%s%d有限公司", places[i % 8], words[(i / 8) % 10],
                                           trades[(i / 80) % 10], i / 800);
  g_autofree char *latin = g_strdup_printf ("Exporter Number %d Limited", i);
  char uscc[19];

  g_snprintf (uscc, sizeof uscc, "91330200MA%07d", i % 10000000);
  uscc[17] = tp_uscc_check_character (uscc);
  uscc[18] = '\0';
  tp_record_set_text (exporter, "uscc", uscc);
  tp_record_set_text (exporter, "name_local", name);
  tp_record_set_text (exporter, "name", latin);
  tp_record_set_text (exporter, "province", "33");
  tp_record_set_text (exporter, "stage", "sourced");
  tp_record_set_number (exporter, "annual_export", 100000000 + i);
  tp_record_set_text (exporter, "currency", "CNY");
  tp_record_set_number (exporter, "us_share", 4500);
  tp_record_set_day (exporter, "sourced", 20200 + i % 300);
  return exporter;
}

static gboolean
insert_all (TpChange *change, gpointer data, GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (TpRecord) exporter = make_exporter (i);

      if (!tp_change_insert (change, exporter, error))
        return FALSE;
    }
  return TRUE;
}

/* The same rows into the same table and indexes by bare statements. */
static double
reference (const char *path, int rows)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  g_autoptr (GString) sql = g_string_new ("INSERT INTO exporter VALUES (?1");
  sqlite3_stmt *stmt;
  sqlite3 *db;
  gint64 start;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-262144; BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  sqlite3_prepare_v2 (db, sql->str, -1, &stmt, NULL);
  start = g_get_monotonic_time ();
  for (int row = 0; row < rows; row++)
    {
      g_autoptr (TpRecord) exporter = make_exporter (row);

      sqlite3_bind_int64 (stmt, 1, row + 1);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const TpValue *value = tp_record_value (exporter, i);

          if (!value->set)
            sqlite3_bind_null (stmt, (int) i + 2);
          else if (value->text != NULL)
            sqlite3_bind_text (stmt, (int) i + 2, value->text, -1, SQLITE_TRANSIENT);
          else
            sqlite3_bind_int64 (stmt, (int) i + 2, value->number);
        }
      if (sqlite3_step (stmt) != SQLITE_DONE)
        g_error ("reference: %s", sqlite3_errmsg (db));
      sqlite3_reset (stmt);
    }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

/* A bulk step */

#define BULK_ROWS 5000

static gpointer
all_ids (TpReader *reader, gpointer data, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

  return tp_reader_select (reader, query, error);
}

/* The same updates and activities by bare statements: exporters of the rows 1 to @rows. */
static double
reference_bulk (const char *path, int rows)
{
  sqlite3_stmt *update, *insert;
  sqlite3 *db;
  gint64 start;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-262144; BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "UPDATE exporter SET stage = 'contacted' WHERE id = ?1", -1, &update, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO activity (id, reference, exporter, kind, date, time, author, from_stage, to_stage) "
                          "VALUES (?1, 'A-' || ?1, ?1, 'stage', 20500, 1771200000000, 'Bench', 'sourced', 'contacted')",
                      -1, &insert, NULL);
  start = g_get_monotonic_time ();
  for (int row = 1; row <= rows; row++)
    {
      sqlite3_bind_int64 (update, 1, row);
      sqlite3_bind_int64 (insert, 1, row);
      if (sqlite3_step (update) != SQLITE_DONE || sqlite3_step (insert) != SQLITE_DONE)
        g_error ("reference: %s", sqlite3_errmsg (db));
      sqlite3_reset (update);
      sqlite3_reset (insert);
    }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_finalize (update);
  sqlite3_finalize (insert);
  sqlite3_close (db);
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

/* Five thousand exporters to their next stage in one step, and back. */
static void
bench_bulk (TpStore *store, const char *bare, int rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tp_store_read_sync (store, all_ids, NULL, &error);
  guint n = (guint) MIN (rows, BULK_ROWS);
  g_autoptr (TpBulk) bulk = tp_bulk_advance_new ((const gint64 *) (gpointer) ids->data, n, TP_N_STAGES, NULL, TP_DAY_NONE);
  g_autoptr (TpChangeInfo) undone = NULL;
  gint64 start = g_get_monotonic_time ();
  double own, base;

  if (!tp_store_change_sync (store, "bulk-advance", "Bench", tp_bulk_run, bulk, NULL, &error))
    g_error ("%s", error->message);
  own = (double) (g_get_monotonic_time () - start) / 1e6;
  base = reference_bulk (bare, (int) n);
  printf ("advance %u exporters in one step: %.3f s (%u moved), bare statements %.3f s, ratio %.2f\n", n, own,
          tp_bulk_get_result (bulk)->done->len, base, own / base);
  start = g_get_monotonic_time ();
  undone = tp_store_undo_sync (store, "Bench", &error);
  if (undone == NULL)
    g_error ("%s", error->message);
  printf ("undo of it: %.3f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
}

int
main (int argc, char **argv)
{
  int rows = argc > 1 ? atoi (argv[1]) : 200000;
  g_autofree char *folder = g_dir_make_tmp ("tp-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.tradepivot", NULL);
  g_autofree char *bare = g_build_filename (folder, "b.tradepivot", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) store = tp_store_open (path, TP_STORE_CREATE, &error);
  g_autoptr (TpStore) empty = tp_store_open (bare, TP_STORE_CREATE, &error);
  g_autoptr (TpChangeInfo) undone = NULL;
  struct rusage usage;
  double own, base;
  gint64 start;

  g_clear_object (&empty);
  start = g_get_monotonic_time ();
  if (!tp_store_change_sync (store, "bench", "Bench", insert_all, GINT_TO_POINTER (rows), NULL, &error))
    g_error ("%s", error->message);
  own = (double) (g_get_monotonic_time () - start) / 1e6;
  getrusage (RUSAGE_SELF, &usage);
  base = reference (bare, rows);
  printf ("insert %d exporters: %.2f s, bare statements %.2f s, ratio %.2f, peak %ld MB\n", rows, own, base,
          own / base, usage.ru_maxrss / 1024);
  bench_bulk (store, bare, rows);
  /* The undo of the bulk step is undone with it: the next to take back is the insert. */
  start = g_get_monotonic_time ();
  undone = tp_store_undo_sync (store, "Bench", &error);
  if (undone == NULL)
    g_error ("%s", error->message);
  printf ("undo of the insert: %.2f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  g_clear_object (&store);
  g_unlink (path);
  g_unlink (bare);
  g_rmdir (folder);
  return 0;
}
