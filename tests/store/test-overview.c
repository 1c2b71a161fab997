/* test-overview.c: what the overview says, settings, and files that are shared.
 *
 * Each expected figure was counted from the shipped records with another tool.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "archive-exporter.h"
#include "change-label.h"
#include "edit-settings.h"
#include "error.h"
#include "overview.h"
#include "place-counts.h"
#include "registry.h"
#include "workspace.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  Fixture fixture;
  char *path;
  TpWorkspace *workspace;
} Campaign;

static void
set_up (Campaign *self, gconstpointer template)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->fixture, NULL);
  self->path = g_build_filename (self->fixture.folder, "campaign.tradepivot", NULL);
  self->workspace = tp_workspace_create_sync (self->path, (TpTemplate) GPOINTER_TO_INT (template), &error);
  g_assert_no_error (error);
}

static void
tear_down (Campaign *self, gconstpointer template)
{
  tp_workspace_close (self->workspace);
  g_assert_finalize_object (self->workspace);
  g_free (self->path);
  fixture_tear_down (&self->fixture, NULL);
}

static TpOverview *
overview_on (Campaign *self, TpDay day)
{
  g_autoptr (GError) error = NULL;
  TpOverview *overview
      = tp_workspace_read_sync (self->workspace, tp_overview_read, GINT_TO_POINTER (day), &error);

  g_assert_no_error (error);
  return overview;
}

static char *
text_at (GListStore *list, guint position, const char *property)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  char *text = NULL;

  g_assert_nonnull (item);
  g_object_get (item, property, &text, NULL);
  return text;
}

static void
assert_text (GListStore *list, guint position, const char *property, const char *expected)
{
  g_autofree char *text = text_at (list, position, property);

  g_assert_cmpstr (text, ==, expected);
}

/* Where in the list a title is, or -1. */
static int
find_title (GListStore *list, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autofree char *text = text_at (list, i, "title");

      if (g_strcmp0 (text, title) == 0)
        return i;
    }
  return -1;
}

static void
test_sample (Campaign *self, gconstpointer template)
{
  /* A day on which the period of the one dated promise is half over, and nothing is recorded */
  g_autoptr (TpOverview) overview = overview_on (self, tp_day_new (2025, 10, 31));
  GListStore *tiles = tp_overview_get_tiles (overview);

  g_assert_false (tp_overview_is_empty (overview));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tiles)), ==, 6);
  assert_text (tiles, 0, "value", "CN¥302 bn");
  assert_text (tiles, 0, "note", "Stated by 3 of 9 commitments");
  assert_text (tiles, 1, "of", "of CN¥200 bn");
  assert_text (tiles, 2, "of", "of at least 10,000");
  assert_text (tiles, 3, "of", "of up to 100,000");
  assert_text (tiles, 4, "of", "of more than 10");
  assert_text (tiles, 5, "of", "of 1,000,000");
  assert_text (tiles, 2, "opens", "win.show-exporters::indicator=1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tp_overview_get_activity (overview))), ==, 0);
  g_assert_nonnull (tp_overview_get_chart (overview));
}

static void
test_demonstration (Campaign *self, gconstpointer template)
{
  g_autoptr (TpOverview) overview
      = overview_on (self, tp_workspace_get_opening_day (self->workspace));
  GListStore *attention = tp_overview_get_attention (overview);
  GListStore *activity = tp_overview_get_activity (overview);
  GListStore *due = tp_overview_get_due (overview);
  int place;

  g_assert_cmpint (find_title (attention, "Baidu has stalled"), >=, 0);
  g_assert_cmpint (find_title (attention, "JD.com is CN¥25.1 bn behind"), >, 0);
  g_assert_cmpint (find_title (attention, "7 documents have expired"), >, 0);
  place = find_title (attention, "8 tasks are overdue");
  g_assert_cmpint (place, >, 0);
  assert_text (attention, (guint) place, "subtitle", "Send the label template, by 12 days");
  g_assert_cmpint (find_title (attention, "2 figures have no evidence"), >, 0);
  g_assert_cmpint (find_title (attention, "CN¥320 m is unallocated"), >, 0);
  assert_text (activity, 0, "title", "Ningbo Heche Kitchenware");
  /* Not "Today": that is the reader's day, here as in the list and on the page. */
  assert_text (activity, 0, "note", "18 Mar 2026");
  assert_text (due, 0, "note", "12 days overdue");
}

static GArray *
expired_behind (Campaign *self, TpQuery *query, TpDay day)
{
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tp_query_where (query, "archived", TP_OP_NOT_SET);
  tp_query_where_number (query, "expiring", TP_OP_AT_MOST, day - 1);
  ids = tp_reader_select (tp_store_main_reader (tp_workspace_get_store (self->workspace)), query, &error);
  g_assert_no_error (error);
  return ids;
}

/* What is archived asks for nothing any more. */
static void
test_archived (Campaign *self, gconstpointer template)
{
  TpDay day = tp_workspace_get_opening_day (self->workspace);
  g_autoptr (TpOverview) before = overview_on (self, day);
  GListStore *attention = tp_overview_get_attention (before);
  g_autofree char *opens
      = text_at (attention, (guint) find_title (attention, "7 documents have expired"), "opens");
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) behind = expired_behind (self, query, day);
  gint64 id = g_array_index (behind, gint64, 0);
  g_autoptr (TpArchive) archive = tp_archive_new (&id, 1, TRUE);
  g_autoptr (TpOverview) after = NULL;
  g_autoptr (GError) error = NULL;

  /* the line opens the exporters behind the count */
  g_assert_cmpstr (opens, ==, "win.show-exporters::expiring<=2026-03-17");
  g_assert_cmpuint (behind->len, ==, 7);
  g_assert_true (tp_workspace_change_sync (self->workspace, "archive-exporters", tp_archive_run, archive, NULL,
                                           &error));
  g_assert_no_error (error);
  after = overview_on (self, day);
  g_assert_cmpint (find_title (tp_overview_get_attention (after), "7 documents have expired"), ==, -1);
  g_assert_cmpint (find_title (tp_overview_get_attention (after), "6 documents have expired"), >, 0);
}

/* On an earlier day nothing is known of what came later. */
static void
test_earlier (Campaign *self, gconstpointer template)
{
  g_autoptr (TpOverview) overview = overview_on (self, tp_day_new (2025, 3, 1));
  g_autoptr (GError) error = NULL;
  g_autofree TpPlaceCounts *counts
      = tp_workspace_read_sync (self->workspace, tp_place_counts_read,
                                GINT_TO_POINTER (tp_day_new (2025, 3, 1)), &error);
  g_autofree TpPlaceCounts *later
      = tp_workspace_read_sync (self->workspace, tp_place_counts_read,
                                GINT_TO_POINTER (tp_day_new (2026, 3, 18)), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tp_overview_get_activity (overview))), ==, 0);
  g_assert_cmpint (find_title (tp_overview_get_attention (overview), "7 documents have expired"), ==, -1);
  g_assert_cmpint (counts->exporters, ==, 0);
  g_assert_cmpint (later->exporters, ==, 312);
  g_assert_cmpint (later->funds, ==, 5);
  g_assert_cmpint (counts->funds, <, 5);
}

static void
test_empty (Campaign *self, gconstpointer template)
{
  g_autoptr (TpOverview) overview = overview_on (self, tp_day_new (2026, 1, 1));

  g_assert_true (tp_overview_is_empty (overview));
  assert_text (tp_overview_get_tiles (overview), 0, "value", "Not stated");
}

/* Items that stay keep their identity; those that are new or gone come and go. */
static void
test_update (void)
{
  g_autoptr (GListStore) list = g_list_store_new (TP_TYPE_OVERVIEW_LINE);
  g_autoptr (GListStore) fresh = g_list_store_new (TP_TYPE_OVERVIEW_LINE);
  g_autoptr (TpOverviewLine) one = tp_overview_line_new ("i", "", "one", "", "", NULL);
  g_autoptr (TpOverviewLine) two = tp_overview_line_new ("i", "", "two", "", "", NULL);
  g_autoptr (TpOverviewLine) three = tp_overview_line_new ("i", "", "three", "more", "", NULL);
  g_autoptr (GObject) first = NULL;

  g_list_store_append (list, one);
  g_list_store_append (list, two);
  g_list_store_append (fresh, three);
  tp_overview_update_list (list, fresh);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == (GObject *) one);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_text (list, 0, "title", "three");
  assert_text (list, 0, "subtitle", "more");
  g_list_store_append (fresh, two);
  tp_overview_update_list (list, fresh);
  assert_text (list, 1, "title", "two");
}

static void
test_settings (Campaign *self, gconstpointer template)
{
  static const struct
  {
    const char *key;
    const char *text;
    const char *value; /* NULL: refused */
    const char *shown;
  } cases[] = {
    { "title", "  Our Campaign ", "Our Campaign", "Our Campaign" },
    { "title", "   ", NULL, NULL },
    { "vat", "13", "1300", "13" },
    { "vat", "9.5 %", "950", "9.50" },
    { "vat", "１３％", "1300", "13" },
    { "vat", "100.01", NULL, NULL },
    { "vat", "-1", NULL, NULL },
    { "vat", "a lot", NULL, NULL },
    { "currency", "usd", "USD", "USD" },
    { "currency", "dollars", NULL, NULL },
    { "time_zone", "Europe/Berlin", "Europe/Berlin", "Europe/Berlin" },
    { "time_zone", "Nowhere/At All", NULL, NULL },
    { "colour", "blue", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = tp_setting_check (cases[i].key, cases[i].text, &error);

      g_test_message ("%s: “%s”", cases[i].key, cases[i].text);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_true ((error != NULL) == (cases[i].value == NULL));
      if (value != NULL)
        {
          g_autofree char *shown = tp_setting_display (cases[i].key, value);

          g_assert_cmpstr (shown, ==, cases[i].shown);
        }
    }
}

/* What a change does to the workspace is told in its main loop. */
static void
be_told (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_edit_setting (Campaign *self, gconstpointer template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = NULL;
  g_autofree char *undone = NULL;
  TpSettingInput *good = tp_setting_input_new ("title", "Our Campaign");
  TpSettingInput *bad = tp_setting_input_new ("currency", "dollars");

  g_assert_true (tp_workspace_change_sync (self->workspace, "edit-settings", tp_edit_settings_run, good,
                                           NULL, &error));
  g_assert_no_error (error);
  be_told ();
  g_assert_cmpstr (tp_workspace_get_title (self->workspace), ==, "Our Campaign");
  g_assert_false (tp_workspace_change_sync (self->workspace, "edit-settings", tp_edit_settings_run, bad,
                                            NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  info = tp_workspace_undo_sync (self->workspace, FALSE, &error);
  g_assert_no_error (error);
  undone = tp_change_undone (info);
  g_assert_cmpstr (undone, ==, "Undone: Changed the settings: Title");
  be_told ();
  g_assert_cmpstr (tp_workspace_get_title (self->workspace), ==, "2025 Campaign");
  tp_setting_input_free (good);
  tp_setting_input_free (bad);
}

static void
test_labels (void)
{
  g_autoptr (TpChangeInfo) named = tp_change_info_new (1, 1, 0, "A", "add-exporter", "Coffee 100%", 0, 0, 1);
  g_autoptr (TpChangeInfo) unnamed = tp_change_info_new (1, 1, 0, "A", "add-exporter", NULL, 0, 0, 1);
  g_autoptr (TpChangeInfo) other = tp_change_info_new (1, 1, 0, "A", "of-another-version", "X", 0, 0, 1);
  g_autofree char *first = tp_change_label (named);
  g_autofree char *second = tp_change_label (unnamed);
  g_autofree char *third = tp_change_redone (other);
  g_autoptr (TpChangeInfo) many = tp_change_info_new (1, 1, 0, "A", "bulk-advance", "Henglei +1,2 +1234", 0, 0, 1);
  g_autofree char *fourth = tp_change_undone (many);

  g_assert_cmpstr (first, ==, "Added the exporter Coffee 100%");
  g_assert_cmpstr (second, ==, "Added an exporter");
  g_assert_cmpstr (third, ==, "Redone: Changed X");
  g_assert_cmpstr (fourth, ==, "Undone: Advanced Henglei +1,2 and 1,234 more");
}

/* The registry */

typedef struct
{
  guint n;
  TpWorkspace *got[4];
  GError *errors[4];
} Answers;

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  guint i = answers->n;

  answers->got[i] = tp_registry_open_finish (TP_REGISTRY (source), result, &answers->errors[i]);
  answers->n++;
}

static void
wait_for (Answers *answers, guint n)
{
  while (answers->n < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_registry (Campaign *self, gconstpointer template)
{
  g_autoptr (TpRegistry) registry = tp_registry_new ();
  g_autofree char *link = g_build_filename (self->fixture.folder, "link.tradepivot", NULL);
  g_autofree char *new_path = g_build_filename (self->fixture.folder, "new", "one.tradepivot", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  Answers answers = { 0 };

  g_assert_true (g_file_make_symbolic_link (link_file, self->path, NULL, NULL));
  /* Two at once, one of them through a link: one workspace */
  tp_registry_open (registry, self->path, answered, &answers);
  tp_registry_open (registry, link, answered, &answers);
  wait_for (&answers, 2);
  g_assert_nonnull (answers.got[0]);
  g_assert_true (answers.got[0] == answers.got[1]);
  /* A file that is there is never made anew */
  tp_registry_create (registry, self->path, TP_TEMPLATE_EMPTY, answered, &answers);
  wait_for (&answers, 3);
  g_assert_error (answers.errors[2], TP_ERROR, TP_ERROR_EXISTS);
  /* One that is not is, with its folder */
  tp_registry_create (registry, new_path, TP_TEMPLATE_EMPTY, answered, &answers);
  wait_for (&answers, 4);
  g_assert_no_error (answers.errors[3]);
  g_assert_true (g_file_test (new_path, G_FILE_TEST_EXISTS));
  tp_registry_set_author (registry, "Lin Yue");
  g_assert_cmpstr (tp_workspace_get_author (answers.got[0]), ==, "Lin Yue");

  g_object_unref (answers.got[0]);
  g_assert_finalize_object (answers.got[1]);
  g_assert_finalize_object (answers.got[3]);
  g_clear_error (&answers.errors[2]);
}

#define ADD(path, template, func)                                                                   \
  g_test_add (path, Campaign, GINT_TO_POINTER (template), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/overview/sample", TP_TEMPLATE_SAMPLE, test_sample);
  ADD ("/overview/demonstration", TP_TEMPLATE_DEMONSTRATION, test_demonstration);
  ADD ("/overview/archived", TP_TEMPLATE_DEMONSTRATION, test_archived);
  ADD ("/overview/earlier", TP_TEMPLATE_DEMONSTRATION, test_earlier);
  ADD ("/overview/empty", TP_TEMPLATE_EMPTY, test_empty);
  g_test_add_func ("/overview/update", test_update);
  ADD ("/settings/check", TP_TEMPLATE_EMPTY, test_settings);
  ADD ("/settings/edit", TP_TEMPLATE_SAMPLE, test_edit_setting);
  g_test_add_func ("/change-label", test_labels);
  ADD ("/registry", TP_TEMPLATE_EMPTY, test_registry);
  return g_test_run ();
}
