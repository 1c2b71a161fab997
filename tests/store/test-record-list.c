/* test-record-list.c: a list says which rows show something else, and only those.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-row.h"
#include "record-list.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  TpWorkspace *workspace;
  TpRecordList *list;
  GPtrArray *rows; /* what was looked up, by position */
  guint announced;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  f->announced += MAX (removed, added);
}

/* Runs the main loop until the list has worked its rows out. */
static void
settle (Fixture *f)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (tp_record_list_is_loading (f->list));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
look_up (Fixture *f)
{
  g_ptr_array_set_size (f->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->list)) && i < 250; i++)
    g_ptr_array_add (f->rows, g_list_model_get_item (G_LIST_MODEL (f->list), i));
}

static void
show (Fixture *f, TpDay day)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

  tp_query_set_as_of (query, day);
  tp_query_set_sort (query, "last_activity", TRUE);
  tp_record_list_set_query (f->list, query);
  settle (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("tp-list-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a.tradepivot", NULL);
  f->workspace = tp_workspace_create_sync (f->path, TP_TEMPLATE_DEMONSTRATION, &error);
  g_assert_no_error (error);
  f->list = tp_record_list_new (f->workspace, TP_KIND_EXPORTER, TP_TYPE_EXPORTER_ROW, tp_exporter_row_new);
  f->rows = g_ptr_array_new_with_free_func (g_object_unref);
  show (f, tp_workspace_get_opening_day (f->workspace));
  look_up (f);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->rows);
  g_object_unref (f->list);
  g_object_unref (f->workspace);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static gboolean
rename_first (TpChange *change, gpointer data, GError **error)
{
  TpRecord *record = data;
  g_autoptr (TpRecord) edited = tp_record_edit (record);

  tp_record_set_text (edited, "owner", "Somebody Else");
  return tp_change_update (change, edited, error);
}

static gboolean
rename_campaign (TpChange *change, gpointer data, GError **error)
{
  return tp_change_set_setting (change, "title", "Another", error);
}

/* A change of one exporter replaces its row and leaves the others the same objects. */
static void
test_one_row (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = g_ptr_array_copy (f->rows, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_autoptr (TpRecord) third
      = tp_workspace_get (f->workspace, TP_KIND_EXPORTER, tp_record_list_get_id (f->list, 2));
  g_autoptr (GError) error = NULL;
  guint replaced = 0;

  g_ptr_array_set_free_func (before, g_object_unref);
  tp_workspace_change_sync (f->workspace, "edit-exporter", rename_first, third, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  look_up (f);
  for (guint i = 0; i < before->len; i++)
    replaced += g_ptr_array_index (before, i) != g_ptr_array_index (f->rows, i);
  g_assert_cmpuint (replaced, ==, 1);
  g_assert_true (g_ptr_array_index (before, 2) != g_ptr_array_index (f->rows, 2));
  g_assert_cmpuint (f->announced, ==, 1);
}

/* A change elsewhere leaves all rows alone: selection and focus stay. */
static void
test_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tp_workspace_change_sync (f->workspace, "edit-settings", rename_campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  g_assert_cmpuint (f->announced, ==, 0);
}

/* On another day rows that keep their place are announced where they show another
 * stage or date. */
static void
test_other_day (Fixture *f, gconstpointer data)
{
  TpDay day = tp_workspace_get_opening_day (f->workspace) - 9;
  guint stale = 0;

  show (f, day);
  for (guint i = 0; i < f->rows->len; i++)
    {
      g_autoptr (GObject) now = g_list_model_get_item (G_LIST_MODEL (f->list), i);
      g_autoptr (TpRecord) record
          = tp_workspace_get (f->workspace, TP_KIND_EXPORTER, tp_record_list_get_id (f->list, i));
      g_autoptr (GObject) fresh = tp_exporter_row_new (f->workspace, record, day);
      g_autofree char *shown = NULL, *right = NULL;

      g_object_get (now, "last-activity", &shown, NULL);
      g_object_get (fresh, "last-activity", &right, NULL);
      stale += g_strcmp0 (shown, right) != 0;
    }
  g_assert_cmpuint (stale, ==, 0);
  g_assert_cmpuint (f->announced, >, 0);
}

/* What was open is that of the day that is looked at. */
static void
test_open_requirements (Fixture *f, gconstpointer data)
{
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (f->workspace));

  for (int back = 0; back < 60; back += 20)
    {
      TpDay day = tp_workspace_get_opening_day (f->workspace) - back;
      gint64 id;
      g_autoptr (GObject) row = NULL;
      g_autoptr (GArray) open = NULL;
      g_autofree char *shown = NULL;

      show (f, day);
      id = tp_record_list_get_id (f->list, 0);
      row = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
      open = tp_reader_open_requirements (reader, id, day, NULL);
      g_object_get (row, "open", &shown, NULL);
      g_assert_cmpint (g_ascii_strtoll (shown, NULL, 10), ==, open->len);
    }
}

/* Each row is found wherever it was asked for last, one that is not there never, and many
 * are found as one is. */
static void
test_find (Fixture *f, gconstpointer data)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->list));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = NULL;
  gint64 nobody = -1;

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      guint place = i * 7 % n;

      g_assert_cmpuint (tp_record_list_find (f->list, tp_record_list_get_id (f->list, place)), ==, place);
      g_assert_cmpuint (tp_record_list_find (f->list, nobody), ==, G_MAXUINT);
    }
  g_array_append_val (ids, nobody);
  for (guint i = n; i > 0; i -= MIN (i, 3))
    {
      gint64 id = tp_record_list_get_id (f->list, i - 1);

      g_array_append_val (ids, id);
    }
  found = tp_record_list_find_all (f->list, ids);
  g_assert_cmpuint (found->len, ==, ids->len - 1);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (tp_record_list_get_id (f->list, g_array_index (found, guint, i)), ==,
                     g_array_index (ids, gint64, ids->len - 1 - i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/record-list/one-row", test_one_row);
  ADD ("/record-list/find", test_find);
  ADD ("/record-list/elsewhere", test_elsewhere);
  ADD ("/record-list/other-day", test_other_day);
  ADD ("/record-list/open-requirements", test_open_requirements);
  return g_test_run ();
}
