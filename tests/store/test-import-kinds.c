/* test-import-kinds.c: spreadsheets of products, enrolments, listings, benefits and sales:
 * how their rows find what they are about, and that none makes a twin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "import-plan.h"
#include "record-rows.h"

#include "error.h"

#include <glib/gstdio.h>
#include <string.h>

#define ONE "91350100M000100Y43"   /* Fujian */
#define OTHER "91330203578F758HKD" /* Zhejiang */
#define GTIN "6901234567892"
#define GTIN2 "6920000000012"

/* What the journal answers for: the import log stays, whatever is taken back. */
static char *
state_of (Fixture *self)
{
  g_autofree char *dump = fixture_dump (self->store);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *state = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "import "))
      g_string_append_printf (state, "%s\n", lines[i]);
  return g_string_free (state, FALSE);
}

/* Two exporters, a channel with its programme, and a programme without. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) one = NULL, other = NULL, channel = NULL, programme = NULL, second = NULL;

  fixture_set_up (self, data);
  one = fixture_exporter ("福州榕信贸易有限公司", ONE);
  other = fixture_exporter ("宁波禾澈厨具有限公司", OTHER);
  tp_record_set_text (other, "name", "Ningbo Heche Kitchenware");
  fixture_insert (self->store, one);
  fixture_insert (self->store, other);
  channel = tp_record_new (TP_KIND_CHANNEL);
  tp_record_set_text (channel, "key", "taobao");
  tp_record_set_text (channel, "name", "Taobao");
  tp_record_set_text (channel, "kind", "marketplace");
  fixture_insert (self->store, channel);
  programme = tp_record_new (TP_KIND_PROGRAMME);
  tp_record_set_text (programme, "key", "sourcing");
  tp_record_set_text (programme, "title", "Sourcing 2025");
  tp_record_set_number (programme, "channel", tp_record_get_id (channel));
  fixture_insert (self->store, programme);
  second = tp_record_new (TP_KIND_PROGRAMME);
  tp_record_set_text (second, "key", "grants");
  tp_record_set_text (second, "title", "Grants");
  fixture_insert (self->store, second);
}

static TpImportPlan *
open_plan (Fixture *self, TpKind kind, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TpImportPlan *plan;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  plan = tp_import_plan_new (file);
  tp_import_plan_set_kind (plan, kind);
  tp_import_plan_set_day (plan, tp_day_new (2026, 3, 18));
  g_assert_true (tp_import_plan_open (plan, &error));
  g_assert_no_error (error);
  return plan;
}

static void
check_counts (TpImportPlan *plan, gint64 added, gint64 updated, gint64 skipped, gint64 rejected)
{
  TpImportCounts n;

  tp_import_plan_get_counts (plan, &n);
  if (n.added != added || n.updated != updated || n.skipped != skipped || n.rejected != rejected)
    {
      g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (TpImportRow) row = g_list_model_get_item (rows, i);

          g_test_message ("line %d, %s: %s", (int) tp_import_row_get_line (row), tp_import_row_get_column (row),
                          tp_import_row_get_reason (row));
        }
      g_error ("added %d, updated %d, skipped %d, rejected %d", (int) n.added, (int) n.updated, (int) n.skipped,
               (int) n.rejected);
    }
}

/* A preview that changes nothing, then the import, which does what the preview said. */
static TpImportPlan *
import (Fixture *self, TpKind kind, const char *text, gint64 added, gint64 updated, gint64 skipped, gint64 rejected)
{
  TpImportPlan *plan = open_plan (self, kind, text, -1);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *checked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tp_store_read_sync (self->store, tp_import_plan_check, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, added, updated, skipped, rejected);
  checked = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, checked);
  tp_store_change_sync (self->store, tp_import_verb (kind), "Tester", tp_import_plan_run, plan, NULL, &error);
  g_assert_no_error (error);
  check_counts (plan, added, updated, skipped, rejected);
  return plan;
}

static void
check_refused (TpImportPlan *plan, guint place, gint64 line, const char *column, const char *reason)
{
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);
  g_autoptr (TpImportRow) row = g_list_model_get_item (rows, place);

  g_assert_nonnull (row);
  g_assert_cmpint (tp_import_row_get_line (row), ==, line);
  g_assert_cmpstr (tp_import_row_get_column (row), ==, column);
  if (strstr (tp_import_row_get_reason (row), reason) == NULL)
    g_error ("line %d says: %s", (int) line, tp_import_row_get_reason (row));
}

static void
check_undo_redo (Fixture *self, const char *before)
{
  g_autofree char *after = state_of (self);
  g_autofree char *undone = NULL, *redone = NULL;
  g_autoptr (TpChangeInfo) undo = NULL, redo = NULL;
  g_autoptr (GError) error = NULL;

  undo = tp_store_undo_sync (self->store, "Tester", &error);
  g_assert_no_error (error);
  undone = state_of (self);
  g_assert_cmpstr (undone, ==, before);
  redo = tp_store_redo_sync (self->store, "Tester", &error);
  g_assert_no_error (error);
  redone = state_of (self);
  g_assert_cmpstr (redone, ==, after);
}

static TpRecord *
find (Fixture *self, TpKind kind, const char *field, const char *value)
{
  TpRecord *record = tp_reader_find (tp_store_main_reader (self->store), kind, field, value);

  g_assert_nonnull (record);
  return record;
}

static gint64
count (Fixture *self, TpKind kind)
{
  return tp_reader_count (tp_store_main_reader (self->store), kind);
}

static char *
export (Fixture *self, TpKind kind)
{
  g_autoptr (TpQuery) query = tp_query_new (kind);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tp_record_rows_write (tp_store_main_reader (self->store), query, TP_ROWS_SHEET, out, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

#define PRODUCTS                                                                                              \
  "企业,货号,商品条码,商品名称,英文名称,HS编码,单位成本（元）,内销价,币种,3C\n"                                 \
  "福州榕信贸易有限公司,FZ-1," GTIN ",绿篱剪,Hedge shears,820160,３９.９５,1万,CNY,是\n" /* full-width digits, 万 */ \
  OTHER ",,6920000000012,煎锅,,761510,20,60,CNY,否\n"                                                          \
  OTHER ",NB-2,,汤锅,,7323.93,30,,,\n"

static void
test_products (Fixture *self, gconstpointer data)
{
  g_autofree char *before = state_of (self);
  g_autoptr (TpImportPlan) plan = import (
      self, TP_KIND_PRODUCT,
      PRODUCTS OTHER ",NB-3," GTIN ",again,,,,,,\n"      /* GTIN of line 2 */
               "没有这家有限公司,NB-4,,no exporter,,,,,,\n" /* unknown exporter */
               OTHER ",,,no code,,,,,,\n" OTHER ",NB-5,6901234567890,wrong digit,,,,,,\n",
      3, 0, 0, 4);
  g_autoptr (TpRecord) product = find (self, TP_KIND_PRODUCT, "gtin", GTIN);

  check_refused (plan, 0, 5, "商品条码", "line 2");
  check_refused (plan, 1, 6, "企业", "没有这家有限公司");
  check_refused (plan, 2, 7, "商品条码", "GTIN");
  check_refused (plan, 3, 8, "商品条码", "Check digit");
  g_assert_cmpstr (tp_record_get_text (product, "name"), ==, "Hedge shears");
  g_assert_cmpstr (tp_record_get_text (product, "name_local"), ==, "绿篱剪");
  g_assert_cmpint (tp_record_get_number (product, "unit_cost"), ==, 3995);
  g_assert_cmpint (tp_record_get_number (product, "domestic_price"), ==, 1000000);
  g_assert_cmpint (tp_record_get_number (product, "ccc"), ==, 1);
  check_undo_redo (self, before);
}

static void
test_products_again (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) first = import (self, TP_KIND_PRODUCT, PRODUCTS, 3, 0, 0, 0);
  g_autoptr (TpImportPlan) same = import (self, TP_KIND_PRODUCT, PRODUCTS, 0, 0, 3, 0);
  g_autofree char *text = export (self, TP_KIND_PRODUCT);
  g_autofree char *after = NULL;
  g_autoptr (TpImportPlan) exported = import (self, TP_KIND_PRODUCT, text, 0, 0, 3, 0);
  g_autoptr (TpImportPlan) changed = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (TpImportRow) row = NULL;

  /* By either key; blank cells leave what is there; nobody's product goes to another. */
  changed = import (self, TP_KIND_PRODUCT,
                    "gtin,reference,exporter,hs_code,domestic_price\n" GTIN ",,,8201.90,\n"
                    ",NB-2,,,75\n" GTIN2 ",,福州榕信贸易有限公司,,\n",
                    0, 2, 0, 1);
  check_refused (changed, 0, 4, "gtin", "another exporter");
  rows = tp_import_plan_get_rows (changed, TP_ROW_UPDATED);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (tp_import_row_get_changes (row), ==, "HS code: 820160 → 820190");
  g_assert_cmpint (count (self, TP_KIND_PRODUCT), ==, 3);
  after = export (self, TP_KIND_PRODUCT);
  g_assert_nonnull (strstr (after, ",75.00,"));
  g_assert_true (g_str_has_prefix (after, "\xEF\xBB\xBFreference,gtin,exporter,name,"));
}

/* References are given by each workspace: beside a name they count for who bears it. */
static void
test_references (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) lamps = fixture_exporter ("温州灯具有限公司", NULL);
  g_autoptr (TpRecord) second = fixture_exporter ("温州灯具有限公司", NULL);
  g_autoptr (TpRecord) by_name = NULL, by_reference = NULL, by_hand = NULL, far = NULL;
  g_autoptr (TpImportPlan) products = NULL, enrolments = NULL, listings = NULL, sales = NULL, exported = NULL,
                           twins = NULL;
  g_autofree char *text = NULL;

  fixture_insert (self->store, lamps);
  g_assert_cmpstr (tp_record_get_text (lamps, "reference"), ==, "E-1003");
  products = import (self, TP_KIND_PRODUCT,
                     "reference,exporter,exporter_name,name\n"
                     "L-1,E-1001,温州灯具有限公司,Lamp\n"
                     "L-2,E-1001,无名有限公司,Lamp\n"
                     "L-3,E-1002,NINGBO HECHE KITCHENWARE,Pan\n"
                     "L-4,E-1002,,Pan\n"
                     "L-5,E-9999,温州灯具有限公司,Lamp\n"
                     "L-6,E-1001,福州榕信贸易有限公司,Shears\n",
                     5, 0, 0, 1);
  check_refused (products, 0, 3, "exporter", "“福州榕信贸易有限公司” here, not “无名有限公司”");
  by_name = find (self, TP_KIND_PRODUCT, "reference", "L-1");
  g_assert_cmpint (tp_record_get_number (by_name, "exporter"), ==, tp_record_get_id (lamps));
  by_reference = find (self, TP_KIND_PRODUCT, "reference", "L-3");
  by_hand = find (self, TP_KIND_PRODUCT, "reference", "L-4");
  g_assert_cmpint (tp_record_get_number (by_reference, "exporter"), ==, tp_record_get_number (by_hand, "exporter"));
  far = find (self, TP_KIND_PRODUCT, "reference", "L-5");
  g_assert_cmpint (tp_record_get_number (far, "exporter"), ==, tp_record_get_id (lamps));

  enrolments = import (self, TP_KIND_ENROLMENT,
                       "exporter,exporter_name,programme,status,date\nE-1001,温州灯具有限公司,grants,live,2025-07-01\n", 1,
                       0, 0, 0);
  listings = import (self, TP_KIND_LISTING,
                     "exporter,exporter_name,product,channel,live_from\n"
                     "E-1001,温州灯具有限公司,L-1,taobao,2025-07-01\n"
                     "E-1001,福州榕信贸易有限公司,L-1,taobao,2025-07-02\n",
                     1, 0, 0, 1);
  check_refused (listings, 0, 3, "exporter", "another exporter's");
  sales = import (self, TP_KIND_SALE,
                  "exporter,exporter_name,product,date,amount\nE-1001,温州灯具有限公司,L-1,2025-07-31,50\n", 1, 0, 0, 0);
  text = export (self, TP_KIND_SALE);
  g_assert_nonnull (strstr (text, ",exporter_name\n"));
  g_assert_nonnull (strstr (text, ",温州灯具有限公司\n"));
  exported = import (self, TP_KIND_SALE, text, 0, 0, 1, 0);

  fixture_insert (self->store, second);
  twins = import (self, TP_KIND_PRODUCT, "reference,exporter,exporter_name,name\nL-7,E-1001,温州灯具有限公司,Lamp\n", 0,
                  0, 0, 1);
  check_refused (twins, 0, 2, "exporter", "Several exporters");
}

#define ENROLMENTS                                                                   \
  "exporter,programme,status,date\n" ONE ",sourcing,accepted,2025-06-01\n" OTHER \
  ",Sourcing 2025,applied,2025-06-02\n" OTHER ",grants,,\n"

static void
test_enrolments (Fixture *self, gconstpointer data)
{
  g_autofree char *before = state_of (self);
  g_autoptr (TpImportPlan) plan
      = import (self, TP_KIND_ENROLMENT,
                ENROLMENTS ONE ",sourcing,live,2025-07-01\n" ONE ",nowhere,live,2025-07-01\n" ONE ",grants,sold,\n",
                3, 0, 0, 3);
  g_autoptr (TpImportPlan) again = NULL, moved = NULL, exported = NULL, backwards = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TpRecord) enrolment = find (self, TP_KIND_ENROLMENT, "reference", "N-1001");
  g_autoptr (TpRecord) later = NULL;

  check_refused (plan, 0, 5, "exporter", "line 2");
  check_refused (plan, 1, 6, "programme", "nowhere");
  check_refused (plan, 2, 7, "status", "sold");
  /* The date is that of the status. */
  g_assert_cmpint (tp_record_get_day (enrolment, "accepted"), ==, tp_day_new (2025, 6, 1));
  g_assert_false (tp_record_is_set (enrolment, "applied"));
  check_undo_redo (self, before);

  again = import (self, TP_KIND_ENROLMENT, ENROLMENTS, 0, 0, 3, 0);
  moved = import (self, TP_KIND_ENROLMENT, "企业,项目,状态,日期\n" ONE ",sourcing,已上线,2025年7月3日\n", 0, 1, 0, 0);
  later = find (self, TP_KIND_ENROLMENT, "reference", "N-1001");
  g_assert_cmpstr (tp_record_get_text (later, "status"), ==, "live");
  g_assert_cmpint (tp_record_get_day (later, "live"), ==, tp_day_new (2025, 7, 3));
  g_assert_cmpint (tp_record_get_day (later, "accepted"), ==, tp_day_new (2025, 6, 1));
  backwards = import (self, TP_KIND_ENROLMENT, "exporter,programme,status,date\n" ONE ",sourcing,withdrawn,2025-05-05\n",
                      0, 0, 0, 1);
  check_refused (backwards, 0, 2, "date", "the day lies before");
  g_assert_cmpint (count (self, TP_KIND_ENROLMENT), ==, 3);
  text = export (self, TP_KIND_ENROLMENT);
  exported = import (self, TP_KIND_ENROLMENT, text, 0, 0, 3, 0);
}

#define LISTINGS                                                     \
  "exporter,product,channel,live_from,until,url\n" ONE "," GTIN \
  ",taobao,2025-07-01,,https://example.com/1\n" OTHER ",NB-2,Taobao,2025-08-01,2025-12-31,\n"

static void
test_listings (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) products = import (self, TP_KIND_PRODUCT, PRODUCTS, 3, 0, 0, 0);
  g_autoptr (TpImportPlan) enrolments = import (self, TP_KIND_ENROLMENT, ENROLMENTS, 3, 0, 0, 0);
  g_autofree char *before = state_of (self);
  g_autoptr (TpImportPlan) plan = import (self, TP_KIND_LISTING,
                                          LISTINGS OTHER "," GTIN ",taobao,2025-07-01,,\n" /* not its product */
                                                         ",NB-2,nowhere,2025-07-01,,\n"
                                                         ",NB-2,taobao,2025-08-01,,\n"       /* line 3 again */
                                                         ",NB-9,taobao,2025-08-01,,\n",
                                          2, 0, 0, 4);
  g_autoptr (TpRecord) listing = find (self, TP_KIND_LISTING, "reference", "L-1001");
  g_autoptr (TpRecord) ended = find (self, TP_KIND_LISTING, "reference", "L-1002");
  g_autoptr (TpRecord) enrolment = find (self, TP_KIND_ENROLMENT, "reference", "N-1001");
  g_autoptr (TpImportPlan) again = NULL, delisted = NULL, anew = NULL, exported = NULL;
  g_autoptr (TpImportPlan) early = NULL, left = NULL, back = NULL;
  g_autoptr (TpRecord) last = NULL;
  g_autofree char *text = NULL;

  check_refused (plan, 0, 4, "exporter", "another exporter");
  check_refused (plan, 1, 5, "channel", "nowhere");
  check_refused (plan, 2, 6, "product", "line 3");
  check_refused (plan, 3, 7, "product", "NB-9");
  /* Under the enrolment that took the exporter in, which is live from here on. */
  g_assert_cmpint (tp_record_get_number (listing, "enrolment"), ==, tp_record_get_id (enrolment));
  g_assert_cmpstr (tp_record_get_text (enrolment, "status"), ==, "live");
  g_assert_cmpint (tp_record_get_day (enrolment, "live"), ==, tp_day_new (2025, 7, 1));
  g_assert_cmpstr (tp_record_get_text (ended, "status"), ==, "delisted");
  g_assert_false (tp_record_is_set (ended, "enrolment"));
  check_undo_redo (self, before);

  again = import (self, TP_KIND_LISTING, LISTINGS, 0, 0, 2, 0);
  delisted = import (self, TP_KIND_LISTING, "product,channel,live_from,until\n" GTIN ",taobao,2025-07-01,2025-09-30\n", 0,
                     1, 0, 0);
  /* One that comes back later is listed anew; a day within corrects what is there. */
  anew = import (self, TP_KIND_LISTING,
                 "product,channel,live_from\n" GTIN ",taobao,2025-11-01\nNB-2,taobao,2025-09-01\n", 1, 1, 0, 0);
  g_assert_cmpint (count (self, TP_KIND_LISTING), ==, 3);
  text = export (self, TP_KIND_LISTING);
  exported = import (self, TP_KIND_LISTING, text, 0, 0, 3, 0);

  /* With the enrolment its listings end; afterwards the exporter may be enrolled again. */
  early = import (self, TP_KIND_ENROLMENT, "exporter,programme,status,date\n" ONE ",sourcing,withdrawn,2025-10-01\n", 0, 0,
                  0, 1);
  check_refused (early, 0, 2, "date", "after the end");
  left = import (self, TP_KIND_ENROLMENT, "exporter,programme,status,date\n" ONE ",sourcing,withdrawn,2025-12-01\n", 0, 1,
                 0, 0);
  last = find (self, TP_KIND_LISTING, "reference", "L-1003");
  g_assert_cmpstr (tp_record_get_text (last, "status"), ==, "delisted");
  g_assert_cmpint (tp_record_get_day (last, "until"), ==, tp_day_new (2025, 12, 1));
  back = import (self, TP_KIND_ENROLMENT, "exporter,programme,status,date\n" ONE ",sourcing,applied,2026-01-05\n", 1, 0, 0,
                 0);
  g_assert_cmpint (count (self, TP_KIND_ENROLMENT), ==, 4);
}

/* What a form refuses an import refuses: the same functions say so. */
static void
test_rules_of_forms (Fixture *self, gconstpointer data)
{
  static const struct
  {
    TpKind kind;
    const char *headings, *row, *column, *reason;
  } refused[] = {
    { TP_KIND_ENROLMENT, "exporter,programme,status,date", OTHER ",grants,accepted,2091-05-01", "date", "still to come" },
    { TP_KIND_ENROLMENT, "exporter,programme,status,applied,accepted", OTHER ",grants,accepted,2025-03-01,2025-02-01",
      "accepted", "lies before" },
    { TP_KIND_ENROLMENT, "exporter,programme,status,live,ended", OTHER ",grants,live,2025-03-01,2025-04-01", "ended",
      "its status runs" },
    { TP_KIND_LISTING, "product,channel,enrolment,live_from", "NB-2,taobao,N-1002,2025-09-01", "enrolment",
      "accept the enrolment first" },
    { TP_KIND_LISTING, "product,channel,enrolment,live_from", GTIN ",taobao,N-1001,2025-05-01", "enrolment",
      "before it accepted" },
    { TP_KIND_LISTING, "product,channel,enrolment,live_from", GTIN ",taobao,N-1002,2025-09-01", "enrolment",
      "another exporter's" },
    { TP_KIND_LISTING, "product,channel,live_from,url", "NB-2,taobao,2025-09-01,not a url", "url", "no web address" },
    { TP_KIND_SALE, "exporter,date,amount", ONE ",2091-05-01,100", "date", "still to come" },
    { TP_KIND_SALE, "exporter,date,amount", ONE ",2025-05-01,0", "amount", "sale of nothing" },
    { TP_KIND_SALE, "exporter,date,amount,quantity", ONE ",2025-05-01,100,-2", "amount", "different ways" },
    { TP_KIND_BENEFIT, "exporter,programme,kind,quantity,status,date", ONE ",grants,grant,1,used,2091-05-01", "date",
      "still to come" },
    { TP_KIND_BENEFIT, "exporter,programme,kind,quantity,status,date", ONE ",grants,grant,0,used,2025-05-01", "quantity",
      "at least 1" },
  };
  g_autoptr (TpImportPlan) products = import (self, TP_KIND_PRODUCT, PRODUCTS, 3, 0, 0, 0);
  g_autoptr (TpImportPlan) enrolments = import (self, TP_KIND_ENROLMENT, ENROLMENTS, 3, 0, 0, 0);
  g_autofree char *before = state_of (self);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TpImportPlan) twice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *list = g_strdup_printf ("%s\n%s\n", refused[i].headings, refused[i].row);
      g_autoptr (TpImportPlan) plan = import (self, refused[i].kind, list, 0, 0, 0, 1);
      g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);
      g_autoptr (TpImportRow) row = g_list_model_get_item (rows, 0);

      check_refused (plan, 0, 2, refused[i].column, refused[i].reason);
      g_assert_null (strstr (tp_import_row_get_reason (row), "Nothing was changed"));
    }
  after = state_of (self);
  g_assert_cmpstr (after, ==, before);
  /* Once at a time in a programme, whatever the rows are called. */
  twice = import (self, TP_KIND_ENROLMENT,
                  "reference,exporter,programme,status,date\nX-1," ONE ",grants,withdrawn,2025-02-01\nX-2," ONE
                  ",grants,applied,2025-03-01\nX-3," ONE ",grants,live,2025-04-01\n",
                  2, 0, 0, 1);
  check_refused (twice, 0, 4, "exporter", "line 3");
  text = export (self, TP_KIND_ENROLMENT);
  g_clear_object (&twice);
  twice = import (self, TP_KIND_ENROLMENT, text, 0, 0, 5, 0);
}

static void
test_gains (Fixture *self, gconstpointer data)
{
  static const char benefits[] = "exporter,programme,kind,quantity,value,currency,status,date\n" ONE
                                 ",grants,grant,1,5000,CNY,used,2025-09-01\n" OTHER ",grants,grant,1,,,planned,2025-09-01\n";
  static const char sales[] = "企业,商品条码,渠道,日期,数量,金额（万元）\n" ONE "," GTIN ",taobao,2025-10-31,120,3.5\n";
  g_autoptr (TpImportPlan) products = import (self, TP_KIND_PRODUCT, PRODUCTS, 3, 0, 0, 0);
  g_autofree char *before = state_of (self);
  g_autoptr (TpImportPlan) first = import (self, TP_KIND_BENEFIT, benefits, 2, 0, 0, 0);
  g_autoptr (TpImportPlan) again = NULL, sold = NULL, more = NULL, orders = NULL;
  g_autoptr (TpRecord) benefit = find (self, TP_KIND_BENEFIT, "reference", "B-1002");
  g_autoptr (TpRecord) sale = NULL;

  check_undo_redo (self, before);
  /* Nobody stated a value: that is no zero. */
  g_assert_false (tp_record_is_set (benefit, "value"));
  again = import (self, TP_KIND_BENEFIT, benefits, 0, 0, 2, 0);
  sold = import (self, TP_KIND_SALE, sales, 1, 0, 0, 0);
  sale = find (self, TP_KIND_SALE, "reference", "S-1001");
  g_assert_cmpint (tp_record_get_number (sale, "amount"), ==, 3500000);
  g_assert_cmpstr (tp_record_get_text (sale, "currency"), ==, "CNY");
  more = import (self, TP_KIND_SALE, "exporter,product,channel,date,amount\n" ONE "," GTIN ",taobao,2025-10-31,36000\n", 0,
                 1, 0, 0);
  orders = import (self, TP_KIND_SALE,
                   "订单号,企业,日期,金额\nA-1," ONE ",2025-11-01,100\nA-2," ONE ",2025-11-01,200\n", 2, 0, 0, 0);
  g_assert_cmpint (count (self, TP_KIND_SALE), ==, 3);
}

/* What was refused is mended in its own file and imported: the three columns at its end are
 * no part of the list, and "Reason" is not the reason of a stage. */
static void
test_mended (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan = import (
      self, TP_KIND_EXPORTER, "name_local,province,uscc,stage\n甲有限公司,浙闽,,\n乙有限公司,浙江,,\n丙有限公司,大西洋,,\n", 1, 0, 0, 2);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) mended = NULL;
  g_autoptr (TpImportPlan) again = NULL;
  g_autoptr (GOutputStream) rest = g_memory_output_stream_new_resizable ();

  g_assert_true (tp_import_plan_save_refused (plan, out, NULL, &error));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFname_local,province,uscc,stage,Line,Column,Reason\r\n"));
  mended = g_string_new (text);
  g_string_replace (mended, "甲有限公司,浙闽,", "甲有限公司,浙江,", 1);
  again = import (self, TP_KIND_EXPORTER, mended->str, 1, 0, 0, 1);
  g_assert_null (tp_import_plan_get_field (again, 6));
  check_refused (again, 0, 3, "province", "大西洋");
  /* The columns do not pile up. */
  g_assert_true (tp_import_plan_save_refused (again, rest, NULL, &error));
  g_output_stream_write_all (rest, "", 1, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (rest)),
                                   "\xEF\xBB\xBFname_local,province,uscc,stage,Line,Column,Reason\r\n"));
}

/* A new exporter that comes in past what is open needs a reason, and has its activity. */
static void
test_new_stage (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);
  g_autoptr (TpImportPlan) refused = NULL, taken = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  tp_record_set_text (requirement, "key", "licence");
  tp_record_set_text (requirement, "title", "Business licence");
  tp_record_set_text (requirement, "stage", "documents");
  tp_record_set_text (requirement, "applies", "always");
  fixture_insert (self->store, requirement);
  refused = import (self, TP_KIND_EXPORTER,
                    "uscc,name,province,stage\n913702111234567884,A Co,山东,listed\n,B Co,山东,qualified\n", 1, 0, 0, 1);
  check_refused (refused, 0, 2, "stage", "Business licence");
  taken = import (self, TP_KIND_EXPORTER,
                  "uscc,name,province,stage,reason\n913702111234567884,A Co,山东,listed,Sells already\n", 1, 0, 0, 0);
  exporter = find (self, TP_KIND_EXPORTER, "name", "A Co");
  g_assert_cmpstr (tp_record_get_text (exporter, "stage_reason"), ==, "Sells already");
  activities = tp_reader_children (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, "exporter",
                                   tp_record_get_id (exporter));
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_cmpstr (tp_record_get_text (activities->pdata[0], "to_stage"), ==, "listed");
  g_assert_cmpstr (tp_record_get_text (activities->pdata[0], "reason"), ==, "Sells already");
}

/* A code that becomes known later does not make a second exporter. */
static void
test_code_comes_later (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) first
      = import (self, TP_KIND_EXPORTER, "name_local,province\n青岛砺舟模具有限公司,山东\n", 1, 0, 0, 0);
  g_autoptr (TpImportPlan) with = import (
      self, TP_KIND_EXPORTER, "name_local,province,uscc\n青岛砺舟模具有限公司,山东,913702111234567884\n", 0, 1, 0, 0);
  g_autoptr (TpImportPlan) file = import (
      self, TP_KIND_EXPORTER, "name_local,province,uscc\n烟台云汀竹木有限公司,山东,\n烟台云汀竹木有限公司,山东,91110000802100433B\n", 1,
      0, 0, 1);

  check_refused (file, 0, 3, "name_local", "line 2");
  g_assert_cmpint (count (self, TP_KIND_EXPORTER), ==, 4);
}

static void
test_guess (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *headings;
    TpKind kind;
  } files[] = {
    { "企业名称,统一社会信用代码,省份\n甲,,浙江\n", TP_KIND_EXPORTER },
    { "企业名称,联系人,电话,年出口额\n甲,乙,1,2\n", TP_KIND_EXPORTER },
    { "reference,gtin,exporter,name,hs_code\nA,,B,C,\n", TP_KIND_PRODUCT },
    { "企业名称,货号,商品条码,商品名称,离岸价\nA,,B,C,\n", TP_KIND_PRODUCT },
    { "exporter,programme,status,date\na,b,c,d\n", TP_KIND_ENROLMENT },
    { "统一社会信用代码,项目,状态,日期\na,b,c,d\n", TP_KIND_ENROLMENT },
    { "exporter,product,channel,live_from,until,url\na,b,c,d,e,f\n", TP_KIND_LISTING },
    { "exporter,programme,kind,quantity,status,date\na,b,c,d,e,f\n", TP_KIND_BENEFIT },
    { "企业,商品,渠道,日期,数量,金额\na,b,c,d,e,f\n", TP_KIND_SALE },
    { "foo,bar\na,b\n", TP_KIND_EXPORTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TpImportPlan) plan = open_plan (self, TP_KIND_NONE, files[i].headings, -1);

      g_test_message ("%s", files[i].headings);
      g_assert_cmpint (tp_import_plan_get_kind (plan), ==, files[i].kind);
    }
}

/* A list of products as a Chinese spreadsheet program saves it. */
static void
test_gb18030 (Fixture *self, gconstpointer data)
{
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = g_convert (PRODUCTS, -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (TpRecord) product = NULL;

  g_assert_no_error (error);
  plan = open_plan (self, TP_KIND_NONE, bytes, (gssize) length);
  g_assert_cmpint (tp_import_plan_get_kind (plan), ==, TP_KIND_PRODUCT);
  g_assert_cmpstr (tp_import_plan_get_encoding (plan), ==, "GB18030");
  tp_store_change_sync (self->store, "import-products", "Tester", tp_import_plan_run, plan, NULL, &error);
  g_assert_no_error (error);
  check_counts (plan, 3, 0, 0, 0);
  product = find (self, TP_KIND_PRODUCT, "reference", "NB-2");
  g_assert_cmpstr (tp_record_get_text (product, "name"), ==, "汤锅");
}

/* What was added or changed can be looked at afterwards, and nothing else. */
static void
test_taken (Fixture *self, gconstpointer data)
{
  const char *text = "uscc,name_local,city\n" ONE ",福州榕信贸易有限公司,福州\n" OTHER ",宁波禾澈厨具有限公司,\n"
                     "913702111234567884,青岛砺舟模具有限公司,青岛\n";
  g_autoptr (TpImportPlan) plan = import (self, TP_KIND_EXPORTER, text, 1, 1, 1, 0);
  g_autoptr (TpImportPlan) checked = open_plan (self, TP_KIND_EXPORTER, text, -1);
  g_autoptr (TpRecord) changed = find (self, TP_KIND_EXPORTER, "uscc", ONE);
  g_autoptr (TpRecord) added = find (self, TP_KIND_EXPORTER, "uscc", "913702111234567884");
  GArray *taken = tp_import_plan_get_taken (plan);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (taken);
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_cmpint (g_array_index (taken, gint64, 0), ==, tp_record_get_id (changed));
  g_assert_cmpint (g_array_index (taken, gint64, 1), ==, tp_record_get_id (added));
  g_assert_nonnull (tp_store_read_sync (self->store, tp_import_plan_check, checked, &error));
  g_assert_null (tp_import_plan_get_taken (checked));
}

/* A row is put right in one go: all that is wrong with it is told, with its columns. */
static void
test_all_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan
      = import (self, TP_KIND_EXPORTER,
                "name_local,province,annual_export,us_share,hs_chapters\n绍兴绫纺织有限公司,浙江,about 500,145%,77\n", 0, 0, 0, 1);
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);
  g_autoptr (TpImportRow) row = g_list_model_get_item (rows, 0);
  const char *reason = tp_import_row_get_reason (row);

  g_test_message ("%s", reason);
  check_refused (plan, 0, 2, "annual_export", "about 500");
  g_assert_nonnull (strstr (reason, "; us_share “145%”: A share lies between 0 and 100%"));
  g_assert_nonnull (strstr (reason, "; hs_chapters “77”: "));
}

/* Bytes that are letters in one encoding or another: taken for what they look like, and
 * said to be. What is no text in it is refused. */
static void
test_guessed_encoding (Fixture *self, gconstpointer data)
{
  const char *text = "name,name_local,province\nPlain,,33\nCaf\xE9 Cr\xE8me Br\xFBl\xE9" "e,,33\nBad,\xA4j\xA4\xAD,33\n";
  g_autoptr (TpImportPlan) plan = open_plan (self, TP_KIND_EXPORTER, text, -1);
  g_autoptr (TpImportPlan) sure = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", tp_import_plan_get_encoding (plan));
  g_assert_nonnull (tp_store_read_sync (self->store, tp_import_plan_check, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 2, 0, 0, 1);
  check_refused (plan, 0, 4, "name_local", "is no readable text");
  g_assert_cmpuint (tp_import_plan_get_doubt_line (plan), ==, 3);
  sure = open_plan (self, TP_KIND_EXPORTER, "name,province\nCafé,33\n", -1);
  g_assert_nonnull (tp_store_read_sync (self->store, tp_import_plan_check, sure, &error));
  g_assert_cmpuint (tp_import_plan_get_doubt_line (sure), ==, 0);
}

static void
stop_midway (goffset done, goffset size, gpointer data)
{
  g_cancellable_cancel (data);
}

/* The columns that were looked at are those of the file that is imported. */
static void
test_other_file (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan = open_plan (self, TP_KIND_EXPORTER, "name_local,name,province\n甲有限公司,A,浙江\n", -1);
  g_autoptr (TpImportPlan) again = NULL;
  g_autofree char *path = g_build_filename (self->folder, "list.csv", NULL);
  g_autofree char *before = state_of (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tp_store_read_sync (self->store, tp_import_plan_check, plan, &error));
  g_assert_no_error (error);
  again = open_plan (self, TP_KIND_EXPORTER, "name,name_local,province\nA,甲有限公司,浙江\nB,乙有限公司,浙江\n", -1);
  g_assert_false (tp_store_change_sync (self->store, "import-exporters", "Tester", tp_import_plan_run, plan, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "look at its rows again"));
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (tp_store_change_sync (self->store, "import-exporters", "Tester", tp_import_plan_run, again, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no longer there"));
  after = state_of (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("reference,exporter,name\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = state_of (self);
  g_autofree char *after = NULL;
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "P-%u," ONE ",Thing %u\n", i, i);
  plan = open_plan (self, TP_KIND_PRODUCT, text->str, (gssize) text->len);
  tp_import_plan_set_progress (plan, stop_midway, cancellable);
  g_assert_false (tp_store_change_sync (self->store, "import-products", "Tester", tp_import_plan_run, plan, cancellable,
                                        &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = state_of (self);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("/import/products", test_products);
  ADD ("/import/products-again", test_products_again);
  ADD ("/import/references", test_references);
  ADD ("/import/enrolments", test_enrolments);
  ADD ("/import/listings", test_listings);
  ADD ("/import/rules-of-forms", test_rules_of_forms);
  ADD ("/import/gains", test_gains);
  ADD ("/import/mended", test_mended);
  ADD ("/import/new-stage", test_new_stage);
  ADD ("/import/code-comes-later", test_code_comes_later);
  ADD ("/import/guess", test_guess);
  ADD ("/import/gb18030", test_gb18030);
  ADD ("/import/taken", test_taken);
  ADD ("/import/all-faults", test_all_faults);
  ADD ("/import/guessed-encoding", test_guessed_encoding);
  ADD ("/import/other-file", test_other_file);
  ADD ("/import/cancel", test_cancel);
  return g_test_run ();
}
