/* test-workspace.c: templates load, and a whole workspace goes out and in unchanged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "transfer.h"
#include "workspace.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Folder;

static void
set_up (Folder *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("tp-workspace-XXXXXX", NULL);
}

static void
tear_down (Folder *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static TpWorkspace *
make (Folder *f, const char *name, TpTemplate template)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  TpWorkspace *workspace = tp_workspace_create_sync (path, template, &error);

  g_assert_no_error (error);
  return workspace;
}

static gpointer
export_bytes (TpReader *reader, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!tp_export_workspace (reader, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
export_of (TpWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tp_workspace_read_sync (workspace, export_bytes, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
import_bytes (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (data);

  return tp_import_workspace (change, stream, error) >= 0;
}

static void
assert_sound (TpWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tp_store_check_sync (tp_workspace_get_store (workspace), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_error ("check: %s", (char *) g_ptr_array_index (faults, i));
}

static void
test_round_trip (Folder *f, gconstpointer data)
{
  TpTemplate template = (TpTemplate) GPOINTER_TO_INT (data);
  g_autoptr (TpWorkspace) first = make (f, "a.tradepivot", template);
  g_autoptr (TpWorkspace) second = make (f, "b.tradepivot", TP_TEMPLATE_EMPTY);
  g_autoptr (GBytes) out = export_of (first);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  assert_sound (first);
  tp_workspace_change_sync (second, "import-workspace", import_bytes, out, NULL, &error);
  g_assert_no_error (error);
  assert_sound (second);
  again = export_of (second);
  g_assert_true (g_bytes_equal (out, again));
}

/* What comes with the program is in its own format, byte for byte. */
static void
test_template_is_its_export (Folder *f, gconstpointer data)
{
  g_autoptr (TpWorkspace) workspace = make (f, "a.tradepivot", TP_TEMPLATE_SAMPLE);
  g_autoptr (GBytes) out = export_of (workspace);
  g_autoptr (GBytes) shipped = g_resources_lookup_data ("/com/example/TradePivot/data/sample-2025.jsonl",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *a = strchr (g_bytes_get_data (out, NULL), '\n');
  const char *b = strchr (g_bytes_get_data (shipped, NULL), '\n');
  gsize size = g_bytes_get_size (out) - (gsize) (a - (const char *) g_bytes_get_data (out, NULL));

  /* The header holds the schema version, which may have moved on. */
  g_assert_cmpuint (size, ==, g_bytes_get_size (shipped) - (gsize) (b - (const char *) g_bytes_get_data (shipped, NULL)));
  g_assert_cmpint (memcmp (a, b, size), ==, 0);
}

/* Undo does not take a whole workspace away; importing over records is refused. */
static void
test_floor (Folder *f, gconstpointer data)
{
  g_autoptr (TpWorkspace) workspace = make (f, "a.tradepivot", TP_TEMPLATE_SAMPLE);
  g_autoptr (GBytes) out = export_of (workspace);
  g_autoptr (GError) error = NULL;

  g_assert_null (tp_workspace_undo_sync (workspace, FALSE, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tp_workspace_change_sync (workspace, "import-workspace", import_bytes, out, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
}

static gboolean
rename_campaign (TpChange *change, gpointer data, GError **error)
{
  return tp_change_set_setting (change, "title", data, error);
}

static void
changed_cb (TpWorkspace *workspace, guint64 kinds, gpointer data)
{
  *(guint64 *) data |= kinds;
}

/* A window learns what another process did to the file. */
static void
test_in_step (Folder *f, gconstpointer data)
{
  g_autoptr (TpWorkspace) one = make (f, "a.tradepivot", TP_TEMPLATE_SAMPLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpWorkspace) two = tp_workspace_open_sync (tp_workspace_get_path (one), TP_STORE_OPEN, &error);
  guint64 kinds = 0;

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (one, "changed", G_CALLBACK (changed_cb), &kinds);
  tp_workspace_change_sync (two, "edit-settings", rename_campaign, (gpointer) "广交会", NULL, &error);
  g_assert_no_error (error);
  while (kinds == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tp_kinds_have (kinds, TP_KIND_SETTING));
  g_assert_cmpstr (tp_workspace_get_title (one), ==, "广交会");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workspace/round-trip/empty", Folder, GINT_TO_POINTER (TP_TEMPLATE_EMPTY), set_up, test_round_trip, tear_down);
  g_test_add ("/workspace/round-trip/sample", Folder, GINT_TO_POINTER (TP_TEMPLATE_SAMPLE), set_up, test_round_trip, tear_down);
  g_test_add ("/workspace/round-trip/demonstration", Folder, GINT_TO_POINTER (TP_TEMPLATE_DEMONSTRATION), set_up, test_round_trip, tear_down);
  g_test_add ("/workspace/template-is-its-export", Folder, NULL, set_up, test_template_is_its_export, tear_down);
  g_test_add ("/workspace/floor", Folder, NULL, set_up, test_floor, tear_down);
  g_test_add ("/workspace/in-step", Folder, NULL, set_up, test_in_step, tear_down);
  return g_test_run ();
}
