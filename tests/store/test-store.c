/* test-store.c: the workspace as a file: at rest, refused, shared, copied, killed, checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* helpers */

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
assert_alone (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *side = g_strconcat (path, suffixes[i], NULL);

      g_assert_false (g_file_test (side, G_FILE_TEST_EXISTS));
    }
}

static void
assert_at_rest (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);
  const guint8 *header = g_bytes_get_data (bytes, NULL);

  assert_alone (path);
  /* SQLite's file format: 1 is the rollback journal, 2 the write-ahead log. */
  g_assert_cmpint (header[18], ==, 1);
  g_assert_cmpint (header[19], ==, 1);
}

static void
assert_sound (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tp_store_check_sync (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Runs SQL on the closed file, past the store and its guards. */
static void
tamper (Fixture *f, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_clear_object (&f->store);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

static gint64
count (TpStore *store, TpKind kind)
{
  return tp_reader_count (tp_store_main_reader (store), kind);
}

static void
add_exporter (TpStore *store, const char *name, const char *uscc)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);

  fixture_insert (store, exporter);
}

/* at rest */

static void
test_one_file (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  add_exporter (f->store, "宁波甲公司", "91350100M000100Y43");
  before = fixture_dump (f->store);
  tp_store_close (f->store);
  assert_at_rest (f->path);
  fixture_reopen (f);
  after = fixture_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  tp_store_close (f->store);
  assert_at_rest (f->path);
}

/* The first to close leaves the other its log; the last one tidies. */
static void
test_last_closes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) other = tp_store_open (f->path, TP_STORE_OPEN, &error);

  g_assert_no_error (error);
  add_exporter (other, "宁波甲公司", NULL);
  tp_store_close (other);
  g_assert_cmpint (count (f->store, TP_KIND_EXPORTER), ==, 1);
  add_exporter (f->store, "宁波乙公司", NULL);
  tp_store_close (f->store);
  assert_at_rest (f->path);
  fixture_reopen (f);
  g_assert_cmpint (count (f->store, TP_KIND_EXPORTER), ==, 2);
}

/* refused */

static void
assert_refused (Fixture *f, const char *path, TpErrorCode code)
{
  g_autoptr (GBytes) before = read_file (path);
  g_autoptr (GBytes) after = NULL;
  static const TpStoreFlags flags[] = { TP_STORE_OPEN, TP_STORE_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TpStore) store = tp_store_open (path, flags[i], &error);

      g_assert_error (error, TP_ERROR, (int) code);
      g_assert_null (store);
      /* The message names the file. */
      g_assert_nonnull (strstr (error->message, ".tradepivot"));
    }
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  assert_alone (path);
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d; UPDATE setting SET value='x' WHERE 0;", TP_SCHEMA_VERSION + 1);
  sqlite3 *db = NULL;

  g_clear_object (&f->store);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_refused (f, f->path, TP_ERROR_NEWER_SCHEMA);
}

/* A file that says it is ours, but holds another program's tables. */
static void
test_other_tables (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "other.tradepivot", NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d; CREATE TABLE t (x);",
                                          TP_APPLICATION_ID, TP_SCHEMA_VERSION);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (TpStore) store = tp_store_open (path, turn == 0 ? TP_STORE_OPEN : TP_STORE_READ_ONLY, &error);

      g_assert_error (error, TP_ERROR, TP_ERROR_DAMAGED);
      g_assert_null (store);
      g_clear_error (&error);
    }
  g_unlink (path);
}

static void
test_not_a_workspace (Fixture *f, gconstpointer data)
{
  static const char *const contents[] = {
    "", "SQLite format 3", "name,uscc\n",
  };
  g_autofree char *path = g_build_filename (f->folder, "other.tradepivot", NULL);
  sqlite3 *db = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      assert_refused (f, path, TP_ERROR_NOT_A_WORKSPACE);
    }
  /* Another program's database. */
  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE t (x); INSERT INTO t VALUES (1)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_refused (f, path, TP_ERROR_NOT_A_WORKSPACE);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "nowhere.tradepivot", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) store = tp_store_open (path, TP_STORE_OPEN, &error);

  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_assert_null (store);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_existing_is_not_overwritten (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) store = NULL;

  tp_store_close (f->store);
  before = read_file (f->path);
  store = tp_store_open (f->path, TP_STORE_CREATE, &error);
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
  g_assert_null (store);
  after = read_file (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static gboolean
add_one (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("只读公司", NULL);

  return tp_change_insert (change, exporter, error);
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undo = NULL;

  add_exporter (f->store, "宁波甲公司", NULL);
  g_clear_object (&f->store);
  before = read_file (f->path);
  f->store = tp_store_open (f->path, TP_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (tp_store_is_read_only (f->store));
  g_assert_cmpint (count (f->store, TP_KIND_EXPORTER), ==, 1);
  assert_sound (f->store);
  g_assert_false (tp_store_change_sync (f->store, "test", NULL, add_one, NULL, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_STORAGE);
  g_assert_null (tp_store_undo_sync (f->store, NULL, &undo));
  g_assert_error (undo, TP_ERROR, TP_ERROR_STORAGE);
  g_clear_object (&f->store);
  after = read_file (f->path);
  g_assert_true (g_bytes_equal (before, after));
  assert_alone (f->path);
}

/* shared */

static void
note_kinds (TpStore *store, guint64 kinds, gpointer data)
{
  guint64 *seen = data;

  *seen |= kinds;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_in_step (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) other = tp_store_open (f->path, TP_STORE_OPEN, &error);
  guint64 seen_here = 0, seen_there = 0;
  g_autofree char *here = NULL, *there = NULL;
  g_autoptr (TpChangeInfo) undone = NULL;

  g_assert_no_error (error);
  g_signal_connect (f->store, "changed", G_CALLBACK (note_kinds), &seen_here);
  g_signal_connect (other, "changed", G_CALLBACK (note_kinds), &seen_there);
  g_assert_false (tp_store_poll (f->store));

  add_exporter (other, "宁波甲公司", "91350100M000100Y43");
  iterate ();
  g_assert_cmpuint (seen_there, ==, (guint64) 1 << TP_KIND_EXPORTER);
  g_assert_cmpuint (seen_here, ==, 0);
  g_assert_true (tp_store_poll (f->store));
  g_assert_cmpuint (seen_here, ==, (guint64) 1 << TP_KIND_EXPORTER);
  /* Said once. */
  g_assert_false (tp_store_poll (f->store));

  /* What another made can be undone here, and the other learns of it. */
  seen_there = 0;
  undone = tp_store_undo_sync (f->store, "Tester", &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_true (tp_store_poll (other));
  g_assert_cmpuint (seen_there, ==, (guint64) 1 << TP_KIND_EXPORTER);
  g_assert_cmpint (count (other, TP_KIND_EXPORTER), ==, 0);
  here = fixture_dump (f->store);
  there = fixture_dump (other);
  g_assert_cmpstr (here, ==, there);
}

/* copied */

/* Another process commits, and before that was seen this one does: both are heard of. */
static void
test_commit_just_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) other = tp_store_open (f->path, TP_STORE_OPEN, &error);
  g_autoptr (TpRecord) organisation = tp_record_new (TP_KIND_ORGANISATION);
  guint64 seen = 0;

  g_assert_no_error (error);
  g_signal_connect (f->store, "changed", G_CALLBACK (note_kinds), &seen);
  add_exporter (other, "宁波甲公司", NULL);
  tp_record_set_text (organisation, "key", "jd");
  tp_record_set_text (organisation, "name", "JD.com");
  tp_record_set_text (organisation, "kind", "platform");
  fixture_insert (f->store, organisation);
  iterate ();
  g_assert_cmpuint (seen, ==, (guint64) 1 << TP_KIND_EXPORTER | (guint64) 1 << TP_KIND_ORGANISATION);
}

/* Reads until the store is closed under it. */
static gpointer
read_on (TpReader *reader, gpointer data, GError **error)
{
  g_atomic_int_set ((int *) data, 1);
  for (;;)
    {
      g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
      g_autoptr (GArray) ids = tp_reader_select (reader, query, error);

      if (ids == NULL)
        return NULL;
    }
}

static void
read_on_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tp_store_read_finish (TP_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

/* Closing ends what is being read, waits for it, and leaves one whole file. */
static void
test_close_while_reading (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean answered = FALSE;
  int started = 0;

  for (int i = 0; i < 50; i++)
    add_exporter (f->store, "宁波甲公司", NULL);
  tp_store_read (f->store, read_on, &started, NULL, NULL, NULL, read_on_cb, &answered);
  while (!g_atomic_int_get (&started))
    g_thread_yield ();
  tp_store_close (f->store);
  assert_at_rest (f->path);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tp_store_read_sync (f->store, read_on, &started, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
write_on (gpointer data)
{
  TpStore *store = data;

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (TpRecord) exporter = fixture_exporter ("宁波甲公司", NULL);

      fixture_insert (store, exporter);
    }
  return NULL;
}

/* A check beside a writer sees one moment, and no fault that is none. */
static void
test_check_beside_writer (Fixture *f, gconstpointer data)
{
  GThread *writer = g_thread_new ("writing", write_on, f->store);

  for (int i = 0; i < 10; i++)
    assert_sound (f->store);
  g_thread_join (writer);
}

static gboolean
post_beyond (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpRecord) fund = tp_record_new (TP_KIND_FUND);

  tp_record_set_text (fund, "key", "much");
  tp_record_set_text (fund, "title", "Much");
  tp_record_set_text (fund, "currency", "CNY");
  if (!tp_change_insert (change, fund, error))
    return FALSE;
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);

      tp_record_set_number (entry, "fund", tp_record_get_id (fund));
      tp_record_set_text (entry, "type", "pledge");
      tp_record_set_day (entry, "date", 20000 + i / 2);
      tp_record_set_number (entry, "amount", G_MAXINT64 / 2);
      tp_record_set_text (entry, "currency", "CNY");
      tp_record_set_number (entry, "posted", tp_change_time (change));
      if (!tp_change_insert (change, entry, error))
        return FALSE;
    }
  return TRUE;
}

/* Sums beyond 64 bits are refused, on one day and over several; up to there they stand. */
static void
test_sums_beyond (Fixture *f, gconstpointer data)
{
  g_autofree char *before = fixture_dump (f->store), *after = NULL;

  for (int entries = 3; entries < 100; entries += 95)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tp_store_change_sync (f->store, "post", "T", post_beyond, GINT_TO_POINTER (entries), NULL, &error));
      g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
    }
  after = fixture_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (tp_store_change_sync (f->store, "post", "T", post_beyond, GINT_TO_POINTER (2), NULL, NULL));
  assert_sound (f->store);
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "copy.tradepivot", NULL);
  g_autofree char *here = NULL, *there = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStore) copy = NULL;
  g_autoptr (TpChangeInfo) undone = NULL;

  add_exporter (f->store, "宁波甲公司", NULL);
  add_exporter (f->store, "宁波乙公司", NULL);
  g_assert_true (tp_store_copy_sync (f->store, path, &error));
  g_assert_no_error (error);
  assert_at_rest (path);
  copy = tp_store_open (path, TP_STORE_OPEN, &error);
  g_assert_no_error (error);
  here = fixture_dump (f->store);
  there = fixture_dump (copy);
  g_assert_cmpstr (here, ==, there);
  assert_sound (copy);
  /* The journal came along. */
  undone = tp_store_undo_sync (copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_cmpint (count (copy, TP_KIND_EXPORTER), ==, 1);
  g_assert_cmpint (count (f->store, TP_KIND_EXPORTER), ==, 2);
  /* An existing file is not overwritten. */
  g_assert_false (tp_store_copy_sync (f->store, path, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
}

/* killed */

static gboolean
die_within (TpChange *change, gpointer data, GError **error)
{
  int *ready = data;

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("半途公司%d", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

      if (!tp_change_insert (change, exporter, error))
        return FALSE;
    }
  if (write (*ready, "x", 1) != 1)
    return FALSE;
  /* The parent kills this process here, with the change half made. */
  for (;;)
    pause ();
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  int ends[2];
  char byte;
  pid_t child;
  int status;

  add_exporter (f->store, "宁波甲公司", NULL);
  before = fixture_dump (f->store);
  g_clear_object (&f->store);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      TpStore *store = tp_store_open (f->path, TP_STORE_OPEN, NULL);

      tp_store_change_sync (store, "test", NULL, die_within, &ends[1], NULL, NULL);
      _exit (1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  fixture_reopen (f);
  after = fixture_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  assert_sound (f->store);
  add_exporter (f->store, "宁波乙公司", NULL);
  tp_store_close (f->store);
  assert_at_rest (f->path);
}

/* checked */

static void
assert_found (Fixture *f, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gboolean found = FALSE;

  fixture_reopen (f);
  faults = tp_store_check_sync (f->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
      found = found || strstr (g_ptr_array_index (faults, i), words) != NULL;
    }
  g_assert_true (found);
}

static void
test_check_sums (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_exporter (f->store, "宁波甲公司", NULL);
  assert_sound (f->store);
  tamper (f, "UPDATE s_stage SET delta = delta + 1");
  assert_found (f, "counts of exporters by stage");
  /* This can be mended without loss. */
  g_assert_true (tp_store_rebuild_sync (f->store, &error));
  g_assert_no_error (error);
  assert_sound (f->store);
}

static void
test_check_orphan (Fixture *f, gconstpointer data)
{
  add_exporter (f->store, "宁波甲公司", NULL);
  tamper (f, "PRAGMA foreign_keys=0; INSERT INTO enrolment (id, reference, exporter, programme, status) "
             "VALUES (1, 'N-1', 424242, 424242, 'applied')");
  assert_found (f, "refers to one of");
}

static void
test_check_subject (Fixture *f, gconstpointer data)
{
  g_autoptr (TpRecord) evidence = tp_record_new (TP_KIND_EVIDENCE);
  g_autofree char *sql = NULL;

  tp_record_set_text (evidence, "title", "证据");
  fixture_insert (f->store, evidence);
  sql = g_strdup_printf ("INSERT INTO citation (id, reference, evidence, subject_kind, subject) VALUES "
                         "(1, 'C-1', %" G_GINT64_FORMAT ", 'exporter', 424242)",
                         tp_record_get_id (evidence));
  tamper (f, sql);
  assert_found (f, "C-1");
}

static gboolean
put_blob (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 test", 13);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (TpRecord) attachment = tp_record_new (TP_KIND_ATTACHMENT);

  tp_record_set_text (attachment, "sha256", sha256);
  tp_record_set_text (attachment, "name", "article.pdf");
  tp_record_set_number (attachment, "size", 13);
  return tp_change_put_blob (change, sha256, bytes, error) && tp_change_insert (change, attachment, error);
}

static void
test_check_blob (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tp_store_change_sync (f->store, "test", NULL, put_blob, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_sound (f->store);
  tamper (f, "UPDATE blob SET data = CAST ('%PDF-1.7 fake' AS BLOB)");
  assert_found (f, "do not match");
}

static void
test_check_journal (Fixture *f, gconstpointer data)
{
  add_exporter (f->store, "宁波甲公司", NULL);
  tamper (f, "UPDATE change_chunk SET data = CAST ('not a changeset' AS BLOB)");
  assert_found (f, "journal");
}

/* A page of the file overwritten, as a failing disk does. */
static void
test_check_damage (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("宁波公司%d", i);

      add_exporter (f->store, name, NULL);
    }
  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &contents, &length, &error));
  /* The second half but for the last page: interior of tables and indexes. */
  memset (contents + length / 2, 0x5a, length / 4);
  g_assert_true (g_file_set_contents (f->path, contents, (gssize) length, &error));
  f->store = tp_store_open (f->path, TP_STORE_READ_ONLY, &error);
  if (f->store == NULL)
    {
      g_assert_error (error, TP_ERROR, TP_ERROR_DAMAGED);
      return;
    }
  faults = tp_store_check_sync (f->store, &error);
  if (faults == NULL)
    g_assert_error (error, TP_ERROR, TP_ERROR_DAMAGED);
  else
    g_assert_cmpuint (faults->len, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/store/one-file-at-rest", test_one_file);
  ADD ("/store/last-closes", test_last_closes);
  ADD ("/store/newer-schema", test_newer);
  ADD ("/store/other-tables", test_other_tables);
  ADD ("/store/commit-just-before", test_commit_just_before);
  ADD ("/store/close-while-reading", test_close_while_reading);
  ADD ("/store/check-beside-writer", test_check_beside_writer);
  ADD ("/store/sums-beyond", test_sums_beyond);
  ADD ("/store/not-a-workspace", test_not_a_workspace);
  ADD ("/store/missing", test_missing);
  ADD ("/store/existing", test_existing_is_not_overwritten);
  ADD ("/store/read-only", test_read_only);
  ADD ("/store/in-step", test_in_step);
  ADD ("/store/copy", test_copy);
  ADD ("/store/killed", test_killed);
  ADD ("/store/check/sums", test_check_sums);
  ADD ("/store/check/orphan", test_check_orphan);
  ADD ("/store/check/subject", test_check_subject);
  ADD ("/store/check/blob", test_check_blob);
  ADD ("/store/check/journal", test_check_journal);
  ADD ("/store/check/damage", test_check_damage);
#undef ADD
  return g_test_run ();
}
