/* test-saved-filters.c: filters kept under a name, with undo and redo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "error.h"
#include "saved-filters.h"

static gboolean
change (Fixture *self, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (self->store, "test", "Tester", func, input, NULL, error);
}

static gboolean
save (Fixture *self, gint64 id, const char *name, const char *filter, GError **error)
{
  g_autoptr (TpSavedFilterEdit) edit = tp_saved_filter_edit_new (id, name, filter);

  return change (self, tp_saved_filter_edit_run, edit, error);
}

static GPtrArray *
list (Fixture *self, const char *author)
{
  g_autoptr (TpSavedFiltersView) view = tp_saved_filters_view_new (tp_day_new (2025, 6, 1), author);
  g_autoptr (GError) error = NULL;
  GPtrArray *infos = tp_saved_filters_read (tp_store_main_reader (self->store), view, &error);

  g_assert_no_error (error);
  return infos;
}

/* "a b c": the names in their order. */
static void
assert_names (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) infos = list (self, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < infos->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((TpSavedFilterInfo *) g_ptr_array_index (infos, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static gint64
id_of (Fixture *self, guint i)
{
  g_autoptr (GPtrArray) infos = list (self, NULL);

  return ((TpSavedFilterInfo *) g_ptr_array_index (infos, i))->id;
}

static void
add_exporter (Fixture *self, const char *name, const char *owner, const char *province)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

  tp_record_set_text (exporter, "owner", owner);
  tp_record_set_text (exporter, "province", province);
  tp_record_set_day (exporter, "sourced", tp_day_new (2025, 3, 1));
  fixture_insert (self->store, exporter);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpSavedFilterEdit) replacing = NULL;

  g_assert_true (save (self, 0, "  Zhejiang ", "province=浙江;sort=name:asc", &error));
  g_assert_no_error (error);
  assert_names (self, "Zhejiang");

  g_assert_false (save (self, 0, "zhejiang", "province=32", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (save (self, 0, " ", "province=32", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (save (self, 0, "Mars", "province=Mars", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (save (self, 0, "All", "", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (save (self, 99, "Gone", NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_names (self, "Zhejiang");

  /* Asked for, it takes the place of the one with its name */
  replacing = tp_saved_filter_edit_new (0, "ZHEJIANG", "province=33;overdue=1");
  replacing->replace = TRUE;
  g_assert_true (change (self, tp_saved_filter_edit_run, replacing, &error));
  g_assert_no_error (error);
  assert_names (self, "ZHEJIANG");

  /* Another name, the same contents */
  g_assert_true (save (self, id_of (self, 0), "浙江逾期", NULL, &error));
  g_assert_no_error (error);
  assert_names (self, "浙江逾期");
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;
  TpSavedFilterInfo *info;

  add_exporter (self, "宁波华锦进出口有限公司", "Lin Yue", "33");
  add_exporter (self, "苏州安和电器有限公司", "Lin Yue", "32");
  add_exporter (self, "佛山宏达家具有限公司", NULL, "44");
  g_assert_true (save (self, 0, "Zhejiang", "province=33;sort=name", &error));
  g_assert_true (save (self, 0, "Mine", "owner=@me", &error));
  g_assert_no_error (error);
  infos = list (self, "Lin Yue");
  g_assert_cmpuint (infos->len, ==, 2);
  info = g_ptr_array_index (infos, 0);
  g_assert_cmpint (info->count, ==, 1);
  g_assert_cmpstr (info->filter, ==, "province=33;sort=name");
  g_assert_cmpstr (info->words, ==, "Zhejiang");
  info = g_ptr_array_index (infos, 1);
  g_assert_cmpint (info->count, ==, 2);
  g_clear_pointer (&infos, g_ptr_array_unref);
  infos = list (self, "Chen Wei");
  info = g_ptr_array_index (infos, 1);
  g_assert_cmpint (info->count, ==, 0);
}

/* A filter whose programme is gone says so, and the others are counted all the same. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) broken = tp_record_new (TP_KIND_SAVED_FILTER);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;
  TpSavedFilterInfo *info;

  tp_record_set_text (broken, "name", "Gone");
  tp_record_set_text (broken, "records", "exporters");
  tp_record_set_text (broken, "filter", "programme=none");
  fixture_insert (self->store, broken);
  g_assert_true (save (self, 0, "Fine", "province=33", &error));
  infos = list (self, NULL);
  g_assert_cmpuint (infos->len, ==, 2);
  for (guint i = 0; i < infos->len; i++)
    {
      info = g_ptr_array_index (infos, i);
      g_assert_cmpint (info->count, ==, g_str_equal (info->name, "Gone") ? -1 : 0);
      g_assert_cmpstr (info->words, !=, "");
    }
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TpSavedFilterMove move = { 0 };

  g_assert_true (save (self, 0, "a", "province=33", &error));
  g_assert_true (save (self, 0, "b", "province=32", &error));
  g_assert_true (save (self, 0, "c", "province=44", &error));
  assert_names (self, "a b c");
  move.id = id_of (self, 2);
  move.by = -1;
  g_assert_true (change (self, tp_saved_filter_move_run, &move, &error));
  assert_names (self, "a c b");
  g_assert_true (change (self, tp_saved_filter_move_run, &move, &error));
  g_assert_true (change (self, tp_saved_filter_move_run, &move, &error));
  assert_names (self, "c a b");
  move.by = 99;
  g_assert_true (change (self, tp_saved_filter_move_run, &move, &error));
  assert_names (self, "a b c");
  move.id = 12345;
  g_assert_false (change (self, tp_saved_filter_move_run, &move, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
}

static void
undo (Fixture *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = redo ? tp_store_redo_sync (self->store, "Tester", &error)
                                          : tp_store_undo_sync (self->store, "Tester", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TpSavedFilterMove move = { 0, 1 };
  gint64 id;

#define KEEP() g_ptr_array_add (states, fixture_dump (self->store))
  KEEP ();
  g_assert_true (save (self, 0, "a", "province=33", &error));
  KEEP ();
  g_assert_true (save (self, 0, "b", "province=32", &error));
  KEEP ();
  move.id = id_of (self, 0);
  g_assert_true (change (self, tp_saved_filter_move_run, &move, &error));
  KEEP ();
  g_assert_true (save (self, move.id, "renamed", NULL, &error));
  KEEP ();
  id = id_of (self, 0);
  g_assert_true (change (self, tp_saved_filter_delete_run, &id, &error));
  KEEP ();
#undef KEEP
  assert_names (self, "renamed");
  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *state = NULL;

      undo (self, FALSE);
      state = fixture_dump (self->store);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
    }
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *state = NULL;

      undo (self, TRUE);
      state = fixture_dump (self->store);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
    }
  g_assert_false (change (self, tp_saved_filter_delete_run, &id, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
}

static void
test_shows (void)
{
  g_assert_true (tp_saved_filter_shows ("province=33", "province=33"));
  g_assert_true (tp_saved_filter_shows ("province=33", "province=33;sort=name"));
  g_assert_true (tp_saved_filter_shows ("province=33;sort=name", "province=33;sort=name"));
  g_assert_false (tp_saved_filter_shows ("province=33;sort=name", "province=33;sort=name:desc"));
  g_assert_false (tp_saved_filter_shows ("province=33;sort=name", "province=33"));
  g_assert_false (tp_saved_filter_shows ("province=33", "province=32"));
  g_assert_false (tp_saved_filter_shows ("province=3", "province=33;sort=name"));
  g_assert_true (tp_saved_filter_shows ("sort=name", "sort=name"));
  g_assert_false (tp_saved_filter_shows ("sort=name", "province=33;sort=name"));
  g_assert_false (tp_saved_filter_shows (NULL, "province=33"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("/saved-filters/save", test_save);
  TEST ("/saved-filters/counts", test_counts);
  TEST ("/saved-filters/fault", test_fault);
  TEST ("/saved-filters/order", test_order);
  TEST ("/saved-filters/undo", test_undo);
  g_test_add_func ("/saved-filters/shows", test_shows);
  return g_test_run ();
}
