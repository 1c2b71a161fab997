/* test-file-locks.c: a workspace that is open stays whole while the same process opens
 * and closes its files, and other programs come and go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static const char *program;

/* What a file chooser does to find out what kind of file it is. */
static void
look_into (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  char byte;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (read (fd, &byte, 1), >=, 0);
  close (fd);
}

/* Another program opens the workspace, counts its exporters, adds one where it is named,
 * and ends. */
static int
visit (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  TpStore *store = tp_store_open (path, TP_STORE_OPEN, &error);
  g_autoptr (GPtrArray) exporters = NULL;

  g_assert_no_error (error);
  if (name != NULL)
    {
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

      fixture_insert (store, exporter);
    }
  exporters = tp_reader_records (tp_store_main_reader (store), query, &error);
  g_assert_no_error (error);
  printf ("%u\n", exporters->len);
  tp_store_close (store);
  g_object_unref (store);
  return 0;
}

static guint64
visited (const char *path, const char *name)
{
  const char *argv[] = { program, "--visit", path, name, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_ascii_strtoull (output, NULL, 10);
}

static guint
count (Fixture *self)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) exporters = tp_reader_records (tp_store_main_reader (self->store), query, &error);

  g_assert_no_error (error);
  return exporters->len;
}

static void
add (Fixture *self, const char *name)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

  fixture_insert (self->store, exporter);
}

static void
test_looked_into (Fixture *self, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

  add (self, "One");
  g_assert_cmpint ((int) visited (self->path, NULL), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    look_into (self->path, endings[i]);
  /* The visitor is not the last one to close it: log and index stay. */
  g_assert_cmpint ((int) visited (self->path, "Two"), ==, 2);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (shm, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count (self), ==, 2);
  add (self, "Three");
  g_assert_cmpint ((int) visited (self->path, NULL), ==, 3);
  look_into (self->path, "-shm");
  g_assert_cmpint ((int) visited (self->path, "Four"), ==, 4);
  g_assert_cmpuint (count (self), ==, 4);
}

/* After the last one closes it a workspace is one file, and no lock is left behind. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  add (self, "One");
  look_into (self->path, "");
  tp_store_close (self->store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint ((int) visited (self->path, "Two"), ==, 2);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  if (argc >= 3 && g_str_equal (argv[1], "--visit"))
    return visit (argv[2], argc > 3 ? argv[3] : NULL);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("/file-locks/looked-into", test_looked_into);
  ADD ("/file-locks/closed", test_closed);
  return g_test_run ();
}
