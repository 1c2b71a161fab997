/* test-migration.c: a file of an earlier schema version is brought up to date.
 *
 * It is made with the engine itself from the numbered files of that version, as an
 * earlier program made it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static gint64
number (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

/* A workspace as version 3 left it: an exporter, a requirement, a product, and a change
 * whose bits say that a requirement, an exporter, a task and an import were touched. */
static void
make_version_3 (const char *path)
{
  static const char *const files[] = { "001-records.sql", "002-journal.sql", "003-derived.sql" };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "app", "store", "schema", files[i], NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
      run (db, sql);
    }
  run (db, "PRAGMA application_id=" G_STRINGIFY (TP_APPLICATION_ID));
  run (db, "PRAGMA user_version=3");
  run (db, "INSERT INTO requirement (id, key, title, stage, applies) VALUES (1, 'licence', 'Licence', 'documents', 'always')");
  run (db, "INSERT INTO exporter (id, name_local, stage, sourced) VALUES (7, '厦门晴舶箱包', 'sourced', 20000)");
  run (db, "INSERT INTO product (id, exporter, name) VALUES (9, 7, 'Travel bag')");
  run (db, "INSERT INTO change (seq, key, time, verb, schema, kinds, rows) VALUES (1, 5, 0, 'test', 3, "
           "(1 << 11) | (1 << 12) | (1 << 28) | (1 << 29) | 2, 4)");
  sqlite3_close (db);
}

static void
test_version_3 (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *former = NULL;
  const gint64 bits = (G_GINT64_CONSTANT (1) << TP_KIND_REQUIREMENT) | (G_GINT64_CONSTANT (1) << TP_KIND_EXPORTER)
                      | (G_GINT64_CONSTANT (1) << TP_KIND_TASK) | (G_GINT64_CONSTANT (1) << TP_KIND_IMPORT)
                      | (G_GINT64_CONSTANT (1) << TP_KIND_ATTACHMENT);

  g_clear_object (&f->store);
  g_unlink (f->path);
  make_version_3 (f->path);
  fixture_reopen (f);
  /* what it was is kept beside it */
  former = g_strconcat (f->path, ".version-3", NULL);
  g_assert_cmpint (number (former, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (number (former, "SELECT count(*) FROM exporter"), ==, 1);
  g_assert_cmpuint (tp_reader_open_count (tp_store_main_reader (f->store), 7, 20010, NULL), ==, 1);
  tp_query_set_search (query, "travel");
  found = tp_reader_select (tp_store_main_reader (f->store), query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  faults = tp_store_check_sync (f->store, &error);
  g_assert_no_error (error);
  /* The change made up above has no chunk: that alone is found. */
  g_assert_cmpuint (faults->len, ==, 1);
  tp_store_close (f->store);
  g_assert_cmpint (number (f->path, "PRAGMA user_version"), ==, TP_SCHEMA_VERSION);
  g_assert_cmpint (number (f->path, "SELECT kinds FROM change"), ==, bits);
}

/* Who only reads an older file has it brought up to date too. */
static void
test_reading (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->store);
  g_unlink (f->path);
  make_version_3 (f->path);
  f->store = tp_store_open (f->path, TP_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tp_reader_open_count (tp_store_main_reader (f->store), 7, 20010, NULL), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/migration/version-3", Fixture, NULL, fixture_set_up, test_version_3, fixture_tear_down);
  g_test_add ("/migration/reading", Fixture, NULL, fixture_set_up, test_reading, fixture_tear_down);
  return g_test_run ();
}
