/* test-drafts.c: what was begun in a form is still there later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "drafts.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "below", "one.drafts", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (self->file);

  g_unlink (self->file);
  g_rmdir (below);
  g_rmdir (self->folder);
  g_free (self->file);
  g_free (self->folder);
}

static void
assert_draft (TpDrafts *drafts, const char *form, const char *field, const char *expected)
{
  g_autofree char *text = tp_drafts_get (drafts, form, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  const char *text = "第一行\nsecond = [line] ; \\ end ";
  g_autoptr (TpDrafts) drafts = tp_drafts_new (self->file);
  g_autoptr (TpDrafts) again = NULL;
  GStatBuf info;

  assert_draft (drafts, "note:7", "text", NULL);
  tp_drafts_set (drafts, "note:7", "text", text);
  tp_drafts_set (drafts, "exporter:new", "uscc", "");
  tp_drafts_flush (drafts);
  again = tp_drafts_new (self->file);
  assert_draft (again, "note:7", "text", text);
  assert_draft (again, "exporter:new", "uscc", "");
  assert_draft (again, "note:8", "text", NULL);
  g_assert_cmpint (g_stat (self->file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Nobody asks for it to be written: it is by itself, as before a crash. */
static void
test_by_itself (Fixture *self, gconstpointer data)
{
  g_autoptr (TpDrafts) drafts = tp_drafts_new (self->file);
  g_autoptr (TpDrafts) again = NULL;
  gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  tp_drafts_set (drafts, "note:7", "text", "half a wo");
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
  while (!g_file_test (self->file, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  again = tp_drafts_new (self->file);
  assert_draft (again, "note:7", "text", "half a wo");
}

static void
test_dropped (Fixture *self, gconstpointer data)
{
  g_autoptr (TpDrafts) drafts = tp_drafts_new (self->file);
  g_auto (GStrv) fields = NULL;
  g_auto (GStrv) none = NULL;

  tp_drafts_set (drafts, "exporter:new", "name", "A");
  tp_drafts_set (drafts, "exporter:new", "city", "B");
  fields = tp_drafts_fields (drafts, "exporter:new");
  g_assert_cmpuint (g_strv_length (fields), ==, 2);
  tp_drafts_flush (drafts);
  g_assert_true (g_file_test (self->file, G_FILE_TEST_EXISTS));
  tp_drafts_set (drafts, "exporter:new", "name", NULL);
  assert_draft (drafts, "exporter:new", "name", NULL);
  assert_draft (drafts, "exporter:new", "city", "B");
  tp_drafts_drop (drafts, "exporter:new");
  none = tp_drafts_fields (drafts, "exporter:new");
  g_assert_null (none);
  tp_drafts_flush (drafts);
  /* Nothing is left to keep */
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (self->file);
  g_autoptr (TpDrafts) drafts = NULL;

  g_mkdir_with_parents (below, 0700);
  g_assert_true (g_file_set_contents (self->file, "no key file at all\n", -1, NULL));
  drafts = tp_drafts_new (self->file);
  assert_draft (drafts, "note:7", "text", NULL);
  tp_drafts_set (drafts, "note:7", "text", "new");
  assert_draft (drafts, "note:7", "text", "new");
}

static gboolean
count_cb (gpointer data)
{
  ++*(guint *) data;
  return G_SOURCE_CONTINUE;
}

static void
opened_cb (GObject *workspace, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gpointer
answer_late (gpointer data)
{
  const char *text = "[note:7]\ntext=from afar\n";
  int fd;

  g_usleep (G_USEC_PER_SEC / 5);
  fd = g_open (data, O_WRONLY, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
  g_close (fd, NULL);
  return NULL;
}

/* A file that answers late, as on a network: the main loop goes on meanwhile, and what is
 * asked for next is there. */
static void
test_slow_disk (void)
{
  const char *path = "/somewhere/a.tradepivot";
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (hash, ".drafts", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "tradepivot", NULL);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GObject) workspace = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GThread) disk = NULL;
  gboolean opened = FALSE;
  guint ticks = 0;
  guint source = g_timeout_add (5, count_cb, &ticks);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (file, 0600), ==, 0);
  disk = g_thread_new ("disk", answer_late, file);
  tp_drafts_open (workspace, path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_cmpuint (ticks, >, 5);
  g_thread_join (g_steal_pointer (&disk));
  /* The second reading would wait for ever. */
  assert_draft (tp_drafts_of (workspace, path), "note:7", "text", "from afar");
  opened = FALSE;
  tp_drafts_open (workspace, path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&workspace);
  g_unlink (file);
}

/* What was handed over and what came after it: the later is in the file at the end. */
static void
test_overtaken (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TpDrafts) drafts = tp_drafts_new (self->file);
      g_autoptr (TpDrafts) again = NULL;
      gint64 until = g_get_monotonic_time () + 520 * G_TIME_SPAN_MILLISECOND;

      tp_drafts_set (drafts, "note:7", "text", "earlier");
      while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      tp_drafts_set (drafts, "note:7", "text", "later");
      g_clear_object (&drafts);
      again = tp_drafts_new (self->file);
      assert_draft (again, "note:7", "text", "later");
      tp_drafts_drop (again, "note:7");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/drafts/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("kept", test_kept);
  ADD ("by-itself", test_by_itself);
  ADD ("dropped", test_dropped);
  ADD ("damaged", test_damaged);
  ADD ("overtaken", test_overtaken);
  g_test_add_func ("/drafts/slow-disk", test_slow_disk);
  return g_test_run ();
}
