/* test-attachments.c: files kept in the workspace: their limits, one content kept once,
 * and what undo brings back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "attach-document.h"
#include "document-copy.h"
#include "edit-requirement-status.h"
#include "error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  Fixture base;
  gint64 exporter;
  gint64 requirement;
} Desk;

static void
set_up (Desk *self, gconstpointer data)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", NULL);
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);

  fixture_set_up (&self->base, data);
  self->exporter = fixture_insert (self->base.store, exporter);
  tp_record_set_text (requirement, "key", "licence");
  tp_record_set_text (requirement, "title", "Business licence");
  tp_record_set_text (requirement, "stage", "documents");
  tp_record_set_text (requirement, "applies", "always");
  self->requirement = fixture_insert (self->base.store, requirement);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static TpReader *
reader (Desk *self)
{
  return tp_store_main_reader (self->base.store);
}

static GFile *
write_file (Desk *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->base.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GFile *
sparse_file (Desk *self, const char *name, gint64 size)
{
  g_autofree char *path = g_build_filename (self->base.folder, name, NULL);
  g_autoptr (GFile) file = write_file (self, name, "x");

  g_assert_cmpint (truncate (path, size), ==, 0);
  return g_steal_pointer (&file);
}

static gboolean
attach (Desk *self, gint64 exporter, TpDocument *document, GError **error)
{
  g_autoptr (TpAttachDocument) input = tp_attach_document_new (exporter, self->requirement, document);

  return tp_store_change_sync (self->base.store, "attach-document", "Tester", tp_attach_document_run, input, NULL,
                               error);
}

static void
undo (Desk *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = redo ? tp_store_redo_sync (self->base.store, "Tester", &error)
                                       : tp_store_undo_sync (self->base.store, "Tester", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static void
test_attach (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "执照.pdf", "%PDF-1.7 licence");
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) document = tp_document_read_sync (file, NULL, &error);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.7 licence", -1);
  g_autofree char *before = fixture_dump (self->base.store);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (TpRecord) status = NULL;
  g_autoptr (TpRecord) attachment = NULL;
  g_autoptr (TpRecord) bare = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (tp_document_get_name (document), ==, "执照.pdf");
  g_assert_cmpstr (tp_document_get_sha256 (document), ==, hash);
  g_assert_true (attach (self, self->exporter, document, &error));
  g_assert_no_error (error);
  after = fixture_dump (self->base.store);

  /* A document that came in has been received. */
  status = tp_reader_requirement_status (reader (self), self->exporter, self->requirement);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "received");
  attachment = tp_reader_get (reader (self), TP_KIND_ATTACHMENT, tp_record_get_number (status, "attachment"));
  g_assert_cmpstr (tp_record_get_text (attachment, "name"), ==, "执照.pdf");
  g_assert_cmpstr (tp_record_get_text (attachment, "media_type"), ==, "application/pdf");
  g_assert_cmpint (tp_record_get_number (attachment, "size"), ==, 16);
  bytes = tp_reader_blob (reader (self), hash);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "%PDF-1.7 licence", 16);

  undo (self, FALSE);
  undone = fixture_dump (self->base.store);
  g_assert_cmpstr (undone, ==, before);
  /* The bytes are outside the journal: they are there when it is done again. */
  undo (self, TRUE);
  redone = fixture_dump (self->base.store);
  g_assert_cmpstr (redone, ==, after);

  g_assert_true (attach (self, self->exporter, NULL, &error));
  g_assert_no_error (error);
  bare = tp_reader_requirement_status (reader (self), self->exporter, self->requirement);
  g_assert_false (tp_record_is_set (bare, "attachment"));
  g_assert_cmpstr (tp_record_get_text (bare, "status"), ==, "received");
  undo (self, FALSE);
  g_clear_pointer (&redone, g_free);
  redone = fixture_dump (self->base.store);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_same_content (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) one = write_file (self, "a.txt", "the same");
  g_autoptr (GFile) two = write_file (self, "b.txt", "the same");
  g_autoptr (TpRecord) other = fixture_exporter ("杭州禾澈厨具有限公司", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) first = tp_document_read_sync (one, NULL, &error);
  g_autoptr (TpDocument) second = tp_document_read_sync (two, NULL, &error);
  g_autoptr (TpRecord) here = NULL;
  g_autoptr (TpRecord) there = NULL;

  g_assert_no_error (error);
  fixture_insert (self->base.store, other);
  g_assert_true (attach (self, self->exporter, first, &error));
  g_assert_true (attach (self, tp_record_get_id (other), second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tp_reader_count (reader (self), TP_KIND_ATTACHMENT), ==, 1);
  here = tp_reader_requirement_status (reader (self), self->exporter, self->requirement);
  there = tp_reader_requirement_status (reader (self), tp_record_get_id (other), self->requirement);
  g_assert_cmpint (tp_record_get_number (here, "attachment"), ==, tp_record_get_number (there, "attachment"));
}

/* What expired and is brought anew has been received, and its expiry is not the old. */
static void
test_renewal (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "new.pdf", "new");
  g_autoptr (TpRecord) record = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  g_autoptr (TpEditRequirementStatus) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) document = tp_document_read_sync (file, NULL, &error);
  g_autoptr (TpRecord) status = NULL;

  tp_record_set_number (record, "exporter", self->exporter);
  tp_record_set_number (record, "requirement", self->requirement);
  tp_record_set_text (record, "status", "verified");
  tp_record_set_day (record, "expiry", tp_day_new (2025, 6, 1));
  edit = tp_edit_requirement_status_new (record, NULL);
  edit->day = tp_day_new (2025, 5, 1);
  g_assert_true (tp_store_change_sync (self->base.store, "test", "Tester", tp_edit_requirement_status_run, edit,
                                       NULL, &error));
  g_assert_true (attach (self, self->exporter, document, &error));
  g_assert_no_error (error);
  status = tp_reader_requirement_status (reader (self), self->exporter, self->requirement);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "received");
  g_assert_false (tp_record_is_set (status, "expiry"));
}

static void
check_refused (GFile *file, int code, const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) document = tp_document_read_sync (file, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, TP_ERROR, code);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” does not say “%s”", error->message, said);
}

static void
test_limits (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) large = sparse_file (self, "large.bin", TP_DOCUMENT_LIMIT + 1);
  g_autoptr (GFile) full = sparse_file (self, "full.bin", TP_DOCUMENT_LIMIT);
  g_autoptr (GFile) empty = write_file (self, "empty.pdf", "");
  g_autoptr (GFile) folder = g_file_new_for_path (self->base.folder);
  g_autoptr (GFile) gone = g_file_get_child (folder, "gone.pdf");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDocument) document = NULL;
  g_autoptr (TpDocument) none = NULL;

  check_refused (large, TP_ERROR_REFUSED, "50.0");
  check_refused (empty, TP_ERROR_REFUSED, "empty");
  check_refused (folder, TP_ERROR_REFUSED, "not a file");
  check_refused (gone, TP_ERROR_NOT_FOUND, "gone.pdf");

  document = tp_document_read_sync (full, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_document_get_size (document), ==, TP_DOCUMENT_LIMIT);
  g_assert_true (attach (self, self->exporter, document, &error));
  g_assert_no_error (error);

  g_cancellable_cancel (cancelled);
  none = tp_document_read_sync (full, cancelled, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GMainLoop *loop;
  gint64 told;
  TpDocument *document;
} Waiting;

static void
told_cb (gint64 done, gint64 size, gpointer data)
{
  Waiting *waiting = data;

  g_assert_cmpint (done, >, waiting->told);
  g_assert_cmpint (done, <=, size);
  waiting->told = done;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->document = tp_document_read_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
test_progress (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) file = sparse_file (self, "big.bin", 30000000);
  Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE) };

  tp_document_read (file, told_cb, &waiting, NULL, read_cb, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_cmpint (waiting.told, >, 0);
  g_assert_cmpint (tp_document_get_size (waiting.document), ==, 30000000);
  g_object_unref (waiting.document);
  g_main_loop_unref (waiting.loop);
}

static void
test_names (void)
{
  const char *const names[][2] = {
    { "执照.pdf", "执照.pdf" }, { "../../etc/passwd", "_.._etc_passwd" }, { ".hidden", "hidden" },
    { "..", "document" },       { "a\nb.pdf", "a_b.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TpRecord) attachment = tp_record_new (TP_KIND_ATTACHMENT);
      g_autofree char *name = NULL;

      tp_record_set_text (attachment, "name", names[i][0]);
      name = tp_document_file_name (attachment);
      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

/* A name that no folder takes keeps its ending, and whole characters. */
static void
test_long_names (void)
{
  for (guint extra = 0; extra < 3; extra++)
    {
      g_autoptr (TpRecord) attachment = tp_record_new (TP_KIND_ATTACHMENT);
      g_autoptr (GString) given = g_string_new (extra > 0 ? &"ab"[2 - extra] : NULL);
      g_autofree char *name = NULL;

      for (guint i = 0; i < 100; i++)
        g_string_append (given, "证");
      g_string_append (given, ".pdf");
      tp_record_set_text (attachment, "name", given->str);
      name = tp_document_file_name (attachment);
      g_assert_cmpuint (strlen (name), <=, 200);
      g_assert_cmpuint (strlen (name), >, 190);
      g_assert_true (g_str_has_suffix (name, "证.pdf"));
      g_assert_true (g_utf8_validate (name, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/attachments/" name, Desk, NULL, set_up, func, tear_down)
  ADD ("attach", test_attach);
  ADD ("same-content", test_same_content);
  ADD ("renewal", test_renewal);
  ADD ("limits", test_limits);
  ADD ("progress", test_progress);
  g_test_add_func ("/attachments/names", test_names);
  g_test_add_func ("/attachments/long-names", test_long_names);
  return g_test_run ();
}
