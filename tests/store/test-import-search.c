/* test-import-search.c: 20,000 imported exporters are found by every way of asking, each
 * with exactly the rows that a look at all of them finds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "import-plan.h"
#include "uscc.h"

#include <string.h>

#define N 20000

/* A word with its pinyin by the book, not by the program. */
typedef struct
{
  const char *word;
  const char *full;
  const char *initials;
} Word;

static const Word towns[] = {
  { "宁波", "ningbo", "nb" }, { "厦门", "xiamen", "xm" }, { "长沙", "changsha", "cs" },
  { "义乌", "yiwu", "yw" },   { "佛山", "foshan", "fs" }, { "苏州", "suzhou", "sz" },
  { "青岛", "qingdao", "qd" },
};
static const Word names[] = {
  { "华锦", "huajin", "hj" }, { "禾澈", "heche", "hc" },   { "云汀", "yunting", "yt" },
  { "砺舟", "lizhou", "lz" }, { "海帆", "haifan", "hf" },  { "远山", "yuanshan", "ys" },
  { "青棹", "qingzhao", "qz" }, { "兰白", "lanbai", "lb" }, { "星河", "xinghe", "xh" },
  { "本蓝", "benlan", "bl" }, { "采玉", "caiyu", "cy" },
};
static const Word trades[] = {
  { "厨具", "chuju", "cj" }, { "灯饰", "dengshi", "ds" }, { "文具", "wenju", "wj" },
  { "模具", "muju", "mj" },  { "渔具", "yuju", "yj" },
};
static const char *const goods[] = { "Kitchenware", "Lantern", "Stationery", "Tooling", "Tackle" };

typedef struct
{
  const Word *town, *name, *trade;
  char uscc[19];
  char *local, *english;
  gint64 id;
} Row;

static Row rows[N];

static void
make_rows (void)
{
  for (guint i = 0; i < N; i++)
    {
      Row *row = &rows[i];
      g_autofree char *code = g_strdup_printf ("91330203%09u0", i * 4933 + 7);

      row->town = &towns[i % G_N_ELEMENTS (towns)];
      row->name = &names[i / 3 % G_N_ELEMENTS (names)];
      row->trade = &trades[i / 7 % G_N_ELEMENTS (trades)];
      row->local = g_strdup_printf ("%s%s%s%u有限公司", row->town->word, row->name->word, row->trade->word, i + 1);
      row->english = g_strdup_printf ("%s %u Co., Ltd.", goods[i / 7 % G_N_ELEMENTS (goods)], i + 1);
      code[17] = tp_uscc_check_character (code);
      g_strlcpy (row->uscc, code, sizeof row->uscc);
    }
}

static void
free_rows (void)
{
  for (guint i = 0; i < N; i++)
    {
      g_free (rows[i].local);
      g_free (rows[i].english);
    }
}

/* The look at all of them. */
static gboolean
holds (const Row *row, const char *wanted)
{
  g_autofree char *full = g_strconcat (row->town->full, row->name->full, row->trade->full, NULL);
  g_autofree char *initials = g_strconcat (row->town->initials, row->name->initials, row->trade->initials, NULL);
  g_autofree char *english = g_ascii_strdown (row->english, -1);

  return strstr (row->local, wanted) != NULL || strstr (row->uscc, wanted) != NULL || strstr (full, wanted) != NULL
         || strstr (initials, wanted) != NULL || strstr (english, wanted) != NULL;
}

static gpointer
select_ids (TpReader *reader, gpointer text, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);

  tp_query_set_search (query, text);
  return tp_reader_select (reader, query, error);
}

static void
check_search (Fixture *self, const char *text, const char *wanted)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ids = tp_store_read_sync (self->store, select_ids, (gpointer) text, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (found, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < N; i++)
    {
      gboolean there = holds (&rows[i], wanted);

      n += there ? 1 : 0;
      if (there != g_hash_table_contains (found, &rows[i].id))
        g_error ("“%s” %s %s, %s, %s", text, there ? "misses" : "finds", rows[i].local, rows[i].english,
                 rows[i].uscc);
    }
  g_test_message ("%s: %u", text, n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, N);
  g_assert_cmpuint (ids->len, ==, n);
}

/* Not all of them either: "what was found" is what a bulk action is for. */
static void
check_nothing (Fixture *self, const char *text)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = tp_store_read_sync (self->store, select_ids, (gpointer) text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "two.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("企业名称,英文名称,统一社会信用代码,省份\r\n");
  g_autoptr (TpImportPlan) plan = tp_import_plan_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) undo = NULL;
  gsize length;
  g_autofree char *bytes = NULL;
  TpImportCounts n;

  make_rows ();
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%s,\"%s\",%s,浙江\r\n", rows[i].local, rows[i].english, rows[i].uscc);
  bytes = g_convert (text->str, -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_true (tp_import_plan_open (plan, &error));
  tp_store_change_sync (self->store, "import-exporters", "Tester", tp_import_plan_run, plan, NULL, &error);
  g_assert_no_error (error);
  tp_import_plan_get_counts (plan, &n);
  g_assert_cmpint (n.added, ==, N);
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (TpRecord) exporter
          = tp_reader_find (tp_store_main_reader (self->store), TP_KIND_EXPORTER, "uscc", rows[i].uscc);

      g_assert_nonnull (exporter);
      rows[i].id = tp_record_get_id (exporter);
    }

  check_search (self, "华锦", "华锦");
  check_search (self, "厦门", "厦门");
  check_search (self, "xiamen", "xiamen");
  check_search (self, "Xiamen", "xiamen");
  check_search (self, "changsha", "changsha");
  check_search (self, "nbhj", "nbhj");
  check_search (self, "xmhc", "xmhc");
  check_search (self, "csyt", "csyt");
  check_search (self, "lantern", "lantern");
  check_search (self, "Stationery", "stationery");
  check_nothing (self, "😀");
  check_nothing (self, "%");
  for (guint i = 5; i < N; i += N / 4)
    check_search (self, rows[i].uscc + 12, rows[i].uscc + 12);

  undo = tp_store_undo_sync (self->store, "Tester", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_reader_count (tp_store_main_reader (self->store), TP_KIND_EXPORTER), ==, 0);
  free_rows ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import/search", Fixture, NULL, fixture_set_up, test_search, fixture_tear_down);
  return g_test_run ();
}
