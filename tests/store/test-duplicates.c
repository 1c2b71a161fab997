/* test-duplicates.c: exporters that are likely there twice, on real files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "archive-exporter.h"
#include "edit-exporter.h"
#include "find-duplicates.h"
#include "import-plan.h"
#include "uscc.h"

#include <string.h>

#define GOOD_USCC "91350100M000100Y43" /* Fujian */
#define OTHER_USCC "91330203578F758HKD" /* Zhejiang */

static gint64
add (Fixture *self, const char *name, const char *english, const char *uscc, const char *phone)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);

  tp_record_set_text (exporter, "name", english);
  tp_record_set_text (exporter, "phone", phone);
  return fixture_insert (self->store, exporter);
}

static TpRecord *
typed (const char *name, const char *english, const char *phone)
{
  TpRecord *exporter = fixture_exporter (name, NULL);

  tp_record_set_text (exporter, "name", english);
  tp_record_set_text (exporter, "phone", phone);
  return exporter;
}

static GPtrArray *
find (Fixture *self, TpRecord *exporter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tp_store_read_sync (self->store, tp_duplicates_read, exporter, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_found (Fixture *self, TpRecord *exporter, gint64 id, TpDuplicateReasons reasons)
{
  g_autoptr (GPtrArray) found = find (self, exporter);

  if (id == 0)
    {
      g_assert_cmpuint (found->len, ==, 0);
      return;
    }
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (tp_record_get_id (tp_duplicate_get_second (g_ptr_array_index (found, 0))), ==, id);
  g_assert_cmpint (tp_duplicate_get_reasons (g_ptr_array_index (found, 0)), ==, reasons);
}

static TpDuplicates *
list (Fixture *self, guint limit)
{
  g_autoptr (GError) error = NULL;
  TpDuplicatesAsk ask = { limit, NULL };
  TpDuplicates *found = tp_store_read_sync (self->store, tp_duplicates_list, &ask, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_find (Fixture *self, gconstpointer data)
{
  gint64 huajin = add (self, "华锦（宁波）家居用品有限公司", "Ningbo Huajin Homeware Co., Ltd.", OTHER_USCC,
                       "0574-8765 4321 / 13800138000");
  g_autoptr (TpRecord) spaced = typed ("华锦(宁波) 家居用品有限责任公司", NULL, NULL);
  g_autoptr (TpRecord) joined = typed ("华锦宁波家居用品", NULL, NULL);
  g_autoptr (TpRecord) english = typed (NULL, "NINGBO HUAJIN HOMEWARE COMPANY LIMITED", NULL);
  g_autoptr (TpRecord) swapped = typed ("Ningbo Huajin Homeware Co Ltd", NULL, NULL);
  g_autoptr (TpRecord) mobile = typed ("别的公司", NULL, "+86 138-0013-8000");
  g_autoptr (TpRecord) landline = typed ("别的公司", NULL, "0086 574 87654321");
  g_autoptr (TpRecord) both = typed ("华锦（宁波）家居用品有限公司", NULL, "13800138000");
  g_autoptr (TpRecord) elsewhere = typed ("华锦（宁波）家居用品有限公司", NULL, NULL);
  g_autoptr (TpRecord) similar = typed ("华锦（宁波）家居有限公司", NULL, "13800138001");
  g_autoptr (TpRecord) branch = typed ("华锦（宁波）家居用品有限公司杭州分公司", NULL, NULL);
  g_autoptr (TpRecord) code = fixture_exporter ("完全不同", OTHER_USCC);
  g_autoptr (TpRecord) itself = NULL;

  assert_found (self, spaced, huajin, TP_DUPLICATE_NAME);
  assert_found (self, joined, huajin, TP_DUPLICATE_NAME);
  assert_found (self, english, huajin, TP_DUPLICATE_NAME);
  assert_found (self, swapped, huajin, TP_DUPLICATE_NAME);
  assert_found (self, mobile, huajin, TP_DUPLICATE_PHONE);
  assert_found (self, landline, huajin, TP_DUPLICATE_PHONE);
  assert_found (self, both, huajin, TP_DUPLICATE_NAME | TP_DUPLICATE_PHONE);
  assert_found (self, code, huajin, TP_DUPLICATE_USCC);
  tp_record_set_text (elsewhere, "province", "35");
  assert_found (self, elsewhere, 0, 0);
  assert_found (self, similar, 0, 0);
  assert_found (self, branch, 0, 0);
  /* Never its own duplicate. */
  itself = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, huajin);
  assert_found (self, itself, 0, 0);
}

static void
test_put_away (Fixture *self, gconstpointer data)
{
  gint64 huajin = add (self, "宁波华锦家居用品有限公司", NULL, OTHER_USCC, "13800138000");
  g_autoptr (TpRecord) row = typed ("宁波华锦家居用品有限公司", NULL, "13800138000");
  TpArchive *archive = tp_archive_new (&huajin, 1, TRUE);
  g_autoptr (TpDuplicates) none = NULL;
  g_autoptr (GError) error = NULL;

  add (self, "宁波华锦家居用品有限责任公司", NULL, GOOD_USCC, NULL);
  tp_store_change_sync (self->store, "archive-exporter", "Tester", tp_archive_run, archive, NULL, &error);
  g_assert_no_error (error);
  tp_archive_free (archive);
  tp_record_set_text (row, "province", "31");
  assert_found (self, row, 0, 0);
  none = list (self, 0);
  g_assert_cmpuint (none->n_pairs, ==, 0);
}

static void
test_told_apart (Fixture *self, gconstpointer data)
{
  gint64 one = add (self, "甲有限公司", NULL, OTHER_USCC, "13800138000");
  gint64 other = add (self, "乙有限公司", NULL, GOOD_USCC, "138 0013 8000");
  TpNotDuplicate input = { other, one };
  g_autoptr (TpRecord) first = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, one);
  g_autoptr (TpDuplicates) before = list (self, 0);
  g_autoptr (TpDuplicates) after = NULL;
  g_autoptr (TpDuplicates) undone = NULL;
  g_autoptr (TpChangeInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->n_pairs, ==, 1);
  assert_found (self, first, other, TP_DUPLICATE_PHONE);
  tp_store_change_sync (self->store, "not-duplicate", "Tester", tp_not_duplicate_run, &input, NULL, &error);
  g_assert_no_error (error);
  after = list (self, 0);
  g_assert_cmpuint (after->n_pairs, ==, 0);
  assert_found (self, first, 0, 0);
  info = tp_store_undo_sync (self->store, "Tester", &error);
  g_assert_no_error (error);
  undone = list (self, 0);
  g_assert_cmpuint (undone->n_pairs, ==, 1);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  gint64 a = add (self, "宁波华锦家居用品有限公司", NULL, NULL, "0574-87654321");
  gint64 b = add (self, "宁波华锦家居用品有限责任公司", NULL, NULL, "+86 574 87654321");
  gint64 c = add (self, "厦门海浪有限公司", NULL, NULL, "0574 8765 4321");
  g_autoptr (TpDuplicates) all = NULL;
  g_autoptr (TpDuplicates) some = NULL;
  g_autoptr (TpDuplicate) first = NULL;
  g_autofree char *why = NULL;

  add (self, "无关有限公司", NULL, NULL, "13900139000");
  all = list (self, 0);
  g_assert_cmpuint (all->n_pairs, ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (all->pairs), 0);
  g_assert_cmpint (tp_record_get_id (tp_duplicate_get_first (first)), ==, a);
  g_assert_cmpint (tp_record_get_id (tp_duplicate_get_second (first)), ==, b);
  g_assert_cmpint (tp_duplicate_get_reasons (first), ==, TP_DUPLICATE_NAME | TP_DUPLICATE_PHONE);
  why = tp_duplicate_reason_text (first);
  g_assert_cmpstr (why, ==, "same name in Zhejiang, same phone");
  g_assert_cmpint (c, >, b);

  some = list (self, 1);
  g_assert_cmpuint (some->n_pairs, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (some->pairs)), ==, 1);
}

static void
test_index (Fixture *self, gconstpointer data)
{
  gint64 huajin = add (self, "宁波华锦家居用品有限公司", NULL, OTHER_USCC, "13800138000");
  g_autoptr (TpDuplicateIndex) index
      = tp_duplicate_index_read (tp_store_main_reader (self->store), NULL, NULL);
  g_autoptr (TpRecord) named = typed ("宁波华锦家居用品有限责任公司", NULL, NULL);
  g_autoptr (TpRecord) called = typed ("别的公司", NULL, "0086-138 0013 8000");
  g_autoptr (TpRecord) stranger = typed ("别的公司", NULL, "13800138001");
  g_autoptr (GPtrArray) row = tp_duplicates_of_row (tp_store_main_reader (self->store), named);

  g_assert_cmpint (tp_duplicate_index_find (index, named), ==, huajin);
  g_assert_cmpint (tp_duplicate_index_find (index, called), ==, huajin);
  g_assert_cmpint (tp_duplicate_index_find (index, stranger), ==, 0);
  g_assert_cmpuint (row->len, ==, 1);
}

/* What a spreadsheet would add that is likely there is named before it is added. */
static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "rows.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (TpImportRow) row = NULL;
  g_autoptr (GError) error = NULL;
  TpImportCounts counts;

  add (self, "宁波华锦家居用品有限公司", NULL, OTHER_USCC, "13800138000");
  g_file_set_contents (path,
                       "企业名称,统一社会信用代码,省份,电话\n"
                       "福州华锦家居用品有限公司," GOOD_USCC ",福建,+86 138 0013 8000\n"
                       "宁波华锦家居用品有限责任公司,,浙江,\n"
                       "宁波别的有限公司,,浙江,13800138001\n",
                       -1, &error);
  g_assert_no_error (error);
  plan = tp_import_plan_new (file);
  tp_import_plan_set_kind (plan, TP_KIND_EXPORTER);
  tp_import_plan_open (plan, &error);
  g_assert_no_error (error);
  tp_store_read_sync (self->store, tp_import_plan_check, plan, &error);
  g_assert_no_error (error);
  tp_import_plan_get_counts (plan, &counts);
  g_assert_cmpint (counts.added, ==, 3);
  g_assert_cmpint (counts.likely, ==, 2);
  rows = tp_import_plan_get_rows (plan, TP_ROW_ADDED);
  row = g_list_model_get_item (rows, 0);
  g_assert_nonnull (strstr (tp_import_row_get_changes (row), "Likely the same as “宁波华锦家居用品有限公司”"));

  tp_store_change_sync (self->store, "import-exporters", "Tester", tp_import_plan_run, plan, NULL, &error);
  g_assert_no_error (error);
  tp_import_plan_get_counts (plan, &counts);
  g_assert_cmpint (counts.likely, ==, 2);
}

/* Ten thousand exporters, of which a hundred are there twice. */
#define MANY 10000
#define TWICE 100

static gboolean
insert_many (TpChange *change, gpointer data, GError **error)
{
  for (guint i = 0; i < MANY; i++)
    {
      guint n = i < MANY - TWICE ? i : i - (MANY - TWICE);
      g_autofree char *name = g_strdup_printf ("宁波%c%c家居用品第%u%s", 'A' + n % 26, 'A' + n / 26 % 26, n,
                                               n == i ? "有限公司" : "有限责任公司");
      g_autofree char *phone = g_strdup_printf (n == i ? "138%08u" : "+86 138-%08u", n);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

      tp_record_set_text (exporter, "phone", phone);
      if (!tp_change_insert (change, exporter, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) row = typed ("宁波AA家居用品第0股份有限公司", NULL, "138-00000000");
  g_autoptr (TpDuplicates) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  tp_store_change_sync (self->store, "test", "Tester", insert_many, NULL, NULL, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  all = list (self, 0);
  g_test_message ("all pairs of %d exporters: %.0f ms", MANY, (g_get_monotonic_time () - start) / 1000.0);
  if (g_test_perf ())
    g_assert_cmpint (g_get_monotonic_time () - start, <, 800000);
  g_assert_cmpuint (all->n_pairs, ==, TWICE);
  start = g_get_monotonic_time ();
  found = find (self, row);
  g_test_message ("one of %d exporters: %.1f ms", MANY, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (found->len, ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/duplicates/find", test_find);
  ADD ("/duplicates/put-away", test_put_away);
  ADD ("/duplicates/told-apart", test_told_apart);
  ADD ("/duplicates/list", test_list);
  ADD ("/duplicates/index", test_index);
  ADD ("/duplicates/import", test_import);
  ADD ("/duplicates/many", test_many);
  return g_test_run ();
}
