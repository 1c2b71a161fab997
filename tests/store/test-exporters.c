/* test-exporters.c: the rules of the pipeline, and spreadsheets of exporters, on real
 * files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "advance-exporter.h"
#include "archive-exporter.h"
#include "edit-exporter.h"
#include "edit-requirement-status.h"
#include "error.h"
#include "exporter-detail.h"
#include "follow-up.h"
#include "import-plan.h"
#include "timeline.h"
#include "uscc.h"

#include <glib/gstdio.h>
#include <string.h>

#define GOOD_USCC "91350100M000100Y43" /* Fujian */
#define OTHER_USCC "91330203578F758HKD" /* Zhejiang */

/* A valid code whose serial number is @n. */
static char *
make_uscc (guint n)
{
  char *code = g_strdup_printf ("91330203%09u0", n);

  code[17] = tp_uscc_check_character (code);
  return code;
}

static gboolean
change (Fixture *self, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (self->store, "test", "Tester", func, input, NULL, error);
}

static TpRecord *
get (Fixture *self, gint64 id)
{
  return tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, id);
}

static gint64
add (Fixture *self, const char *name, const char *uscc)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);

  return fixture_insert (self->store, exporter);
}

static gint64
add_requirement (Fixture *self, const char *key, const char *stage, const char *applies)
{
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);

  tp_record_set_text (requirement, "key", key);
  tp_record_set_text (requirement, "title", key);
  tp_record_set_text (requirement, "stage", stage);
  tp_record_set_text (requirement, "applies", applies);
  return fixture_insert (self->store, requirement);
}

static gboolean
advance (Fixture *self, gint64 exporter, TpStage stage, const char *reason, GError **error)
{
  g_autoptr (TpAdvance) input = tp_advance_new (exporter, stage, reason);

  return change (self, tp_advance_run, input, error);
}

/* Advancing */

static void
test_advance_records (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  TpRecord *activity;

  g_assert_true (advance (self, id, TP_STAGE_CONTACTED, NULL, &error));
  g_assert_no_error (error);
  exporter = get (self, id);
  g_assert_cmpstr (tp_record_get_text (exporter, "stage"), ==, "contacted");
  activities = tp_reader_children (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, "exporter", id);
  g_assert_cmpuint (activities->len, ==, 1);
  activity = g_ptr_array_index (activities, 0);
  g_assert_cmpstr (tp_record_get_text (activity, "kind"), ==, "stage");
  g_assert_cmpstr (tp_record_get_text (activity, "from_stage"), ==, "sourced");
  g_assert_cmpstr (tp_record_get_text (activity, "to_stage"), ==, "contacted");
  g_assert_cmpstr (tp_record_get_text (activity, "author"), ==, "Tester");
  g_assert_true (tp_record_is_set (activity, "time"));

  g_assert_false (advance (self, id, TP_STAGE_CONTACTED, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
}

static void
test_advance_needs_reason (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  gint64 licence = add_requirement (self, "business_licence", "documents", "always");
  g_autoptr (GError) error = NULL;
  g_autoptr (TpSetRequirement) verified = tp_set_requirement_new (id, licence, "verified");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_requirement (self, "ccc_certificate", "compliance", "ccc");
  add_requirement (self, "food_filing", "compliance", "food_cosmetics");
  /* Papers are gathered in Documents: getting there needs none of them. */
  g_assert_true (advance (self, id, TP_STAGE_DOCUMENTS, NULL, &error));
  g_assert_no_error (error);

  before = fixture_dump (self->store);
  /* Blanks are no reason, of whatever keyboard: these are a wide and a zero-width one. */
  g_assert_false (advance (self, id, TP_STAGE_COMPLIANCE, " \xe3\x80\x80\xe2\x80\x8b ", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON);
  g_assert_nonnull (strstr (error->message, "business_licence"));
  /* Neither applies: no product is in the CCC catalogue, and no chapter is food. */
  g_assert_null (strstr (error->message, "ccc_certificate"));
  g_assert_null (strstr (error->message, "food_filing"));
  g_clear_error (&error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (change (self, tp_set_requirement_run, verified, &error));
  g_assert_no_error (error);
  g_assert_true (advance (self, id, TP_STAGE_COMPLIANCE, NULL, &error));
  g_assert_no_error (error);
  /* Back needs no reason, and forward again the same rule. */
  g_assert_true (advance (self, id, TP_STAGE_CONTACTED, NULL, &error));
  g_assert_no_error (error);
}

static void
test_advance_beside (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = NULL;

  g_assert_true (advance (self, id, TP_STAGE_QUALIFIED, NULL, &error));
  g_assert_false (advance (self, id, TP_STAGE_ON_HOLD, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON);
  g_clear_error (&error);
  g_assert_true (advance (self, id, TP_STAGE_ON_HOLD, "Moves its factory", &error));
  g_assert_no_error (error);
  exporter = get (self, id);
  g_assert_cmpstr (tp_record_get_text (exporter, "stage_reason"), ==, "Moves its factory");
  g_assert_cmpint (tp_exporter_next_stage (tp_store_main_reader (self->store), exporter), ==,
                   TP_STAGE_QUALIFIED);
  g_assert_true (advance (self, id, TP_STAGE_QUALIFIED, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&exporter);
  exporter = get (self, id);
  g_assert_false (tp_record_is_set (exporter, "stage_reason"));
}

static void
test_advance_needs_uscc (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "无代码有限公司", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (advance (self, id, TP_STAGE_QUALIFIED, NULL, &error));
  g_assert_false (advance (self, id, TP_STAGE_DOCUMENTS, "Soon", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

static void
test_advance_dated (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (TpAdvance) past = tp_advance_new (id, TP_STAGE_CONTACTED, NULL);
  g_autoptr (TpAdvance) before = tp_advance_new (id, TP_STAGE_QUALIFIED, NULL);
  g_autoptr (TpAdvance) future = tp_advance_new (id, TP_STAGE_QUALIFIED, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  TpReader *reader = tp_store_main_reader (self->store);
  TpDay day = tp_day_new (2025, 6, 1);

  past->day = day;
  g_assert_true (change (self, tp_advance_run, past, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tp_reader_stage_on (reader, id, day - 1, NULL), ==, TP_STAGE_SOURCED);
  g_assert_cmpint (tp_reader_stage_on (reader, id, day, NULL), ==, TP_STAGE_CONTACTED);
  before->day = day - 1;
  g_assert_false (change (self, tp_advance_run, before, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  future->day = tp_day_today (zone) + 2;
  g_assert_false (change (self, tp_advance_run, future, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

static void
assert_timeline (Fixture *self, TpExporterQuestion *question, guint n)
{
  g_autoptr (TpTimelineQuestion) asked
      = tp_timeline_question_new (question->exporter, question->as_of, question->zone, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = tp_store_read_sync (self->store, tp_timeline_read, asked, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

/* What an exporter's page shows, as of a day. */
static void
test_detail (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  gint64 licence = add_requirement (self, "business_licence", "documents", "always");
  TpExporterQuestion question = { id, tp_day_new (2025, 6, 3), g_time_zone_new_utc () };
  g_autoptr (TpAdvance) past = tp_advance_new (id, TP_STAGE_DOCUMENTS, NULL);
  g_autoptr (TpExporterDetail) now = NULL;
  g_autoptr (TpExporterDetail) then = NULL;
  g_autoptr (TpFact) block = NULL;
  g_autoptr (GError) error = NULL;

  past->day = tp_day_new (2025, 6, 1);
  g_assert_true (change (self, tp_advance_run, past, &error));
  g_assert_no_error (error);
  now = tp_store_read_sync (self->store, tp_exporter_detail_read, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_exporter_detail_get_stage (now), ==, TP_STAGE_DOCUMENTS);
  g_assert_cmpint (tp_exporter_detail_get_next_stage (now), ==, TP_STAGE_COMPLIANCE);
  assert_timeline (self, &question, 2); /* sourced, and moved */
  g_assert_cmpuint (g_list_model_get_n_items (tp_exporter_detail_get_blocks (now)), ==, 1);
  block = g_list_model_get_item (tp_exporter_detail_get_blocks (now), 0);
  g_assert_cmpint (tp_fact_get_id (block), ==, licence);
  g_assert_cmpstr (tp_fact_get_status (block), ==, "missing");

  question.as_of = tp_day_new (2025, 5, 20);
  then = tp_store_read_sync (self->store, tp_exporter_detail_read, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_exporter_detail_get_stage (then), ==, TP_STAGE_SOURCED);
  assert_timeline (self, &question, 1);
  g_time_zone_unref (question.zone);
}

/* On a day before a later move the whole page tells of that day, and says so. */
static void
test_detail_before_move (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  TpExporterQuestion question = { id, tp_day_new (2025, 6, 20), g_time_zone_new_utc () };
  const struct
  {
    TpStage stage;
    const char *reason;
    TpDay day;
  } moves[] = {
    { TP_STAGE_CONTACTED, "met at the fair", tp_day_new (2025, 6, 10) },
    { TP_STAGE_QUALIFIED, "licence on its way", tp_day_new (2025, 7, 1) },
  };
  g_autoptr (TpExporterDetail) then = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *label = NULL;
  g_autofree char *blocks = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (TpAdvance) move = tp_advance_new (id, moves[i].stage, moves[i].reason);

      move->day = moves[i].day;
      g_assert_true (change (self, tp_advance_run, move, &error));
      g_assert_no_error (error);
    }
  then = tp_store_read_sync (self->store, tp_exporter_detail_read, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_exporter_detail_get_stage (then), ==, TP_STAGE_CONTACTED);
  g_assert_cmpint (tp_exporter_detail_get_next_stage (then), ==, TP_STAGE_QUALIFIED);
  g_object_get (then, "stage-reason", &reason, "advance-label", &label, "blocks-title", &blocks, NULL);
  g_assert_nonnull (strstr (reason, "met at the fair"));
  g_assert_null (strstr (reason, "licence on its way"));
  g_assert_nonnull (strstr (reason, "Moved to Qualified"));
  g_assert_nonnull (strstr (blocks, "Qualified"));
  g_assert_cmpstr (label, ==, "Change Stage…");
  g_time_zone_unref (question.zone);
}

/* One definition of an open requirement: the list counts what the page names. */
static void
test_open_requirements (Fixture *self, gconstpointer data)
{
  TpReader *reader = tp_store_main_reader (self->store);
  gint64 plain = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  gint64 tea = add (self, "福州闽韵茶业有限公司", GOOD_USCC);
  gint64 licence = add_requirement (self, "business_licence", "documents", "always");
  gint64 filing = add_requirement (self, "food_filing", "compliance", "food_cosmetics");
  gint64 ccc = add_requirement (self, "ccc_certificate", "compliance", "ccc");
  g_autoptr (TpSetRequirement) verified = tp_set_requirement_new (plain, licence, "verified");
  g_autoptr (TpSetRequirement) asked = tp_set_requirement_new (plain, filing, "requested");
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (TpEditExporter) edit = NULL;
  g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) order = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  guint overdue;

  /* tea (chapter 09) is food, and one of its products needs a certificate */
  edited = get (self, tea);
  edit = tp_edit_exporter_new (tp_record_edit (edited));
  tp_record_set_text (edit->exporter, "hs_chapters", "09 85");
  g_assert_true (change (self, tp_edit_exporter_run, edit, &error));
  g_assert_no_error (error);
  tp_record_set_number (product, "exporter", tea);
  tp_record_set_text (product, "name", "Tea set with kettle");
  tp_record_set_number (product, "ccc", 1);
  fixture_insert (self->store, product);
  open = tp_reader_open_requirements (reader, tea, TP_DAY_NONE, &overdue);
  g_assert_cmpuint (open->len, ==, 3);
  g_assert_cmpuint (overdue, ==, 0);
  g_assert_cmpint (g_array_index (open, gint64, 2), ==, ccc);
  g_clear_pointer (&open, g_array_unref);

  /* verified is done with; what somebody asked for counts though it need not apply */
  g_assert_true (change (self, tp_set_requirement_run, verified, &error));
  g_assert_true (change (self, tp_set_requirement_run, asked, &error));
  g_assert_no_error (error);
  open = tp_reader_open_requirements (reader, plain, TP_DAY_NONE, NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, gint64, 0), ==, filing);
  exporter = get (self, plain);
  items = tp_exporter_open_items (reader, exporter, TP_STAGE_COMPLIANCE);
  g_assert_cmpuint (items->len, ==, 1);

  tp_query_set_sort (query, "open_requirements", TRUE);
  order = tp_reader_select (reader, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (order, gint64, 0), ==, tea);
  g_assert_cmpint (g_array_index (order, gint64, 1), ==, plain);
}

static void
test_last_activity (Fixture *self, gconstpointer data)
{
  TpReader *reader = tp_store_main_reader (self->store);
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  TpDay days[] = { tp_day_new (2025, 6, 9), tp_day_new (2025, 6, 2) };
  g_autoptr (GError) error = NULL;
  gint64 time;

  g_assert_cmpint (tp_reader_last_activity (reader, id, days[0], &time), ==, TP_DAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TpNote) note = tp_note_new (id, "call", "Samples sent");

      note->day = days[i];
      g_assert_true (change (self, tp_note_run, note, &error));
      g_assert_no_error (error);
    }
  /* the later day, though it was written first */
  g_assert_cmpint (tp_reader_last_activity (reader, id, days[0] + 30, &time), ==, days[0]);
  g_assert_cmpint (time, >, 0);
  g_assert_cmpint (tp_reader_last_activity (reader, id, days[0] - 1, &time), ==, days[1]);
  g_assert_cmpint (tp_reader_last_activity (reader, id, days[1] - 1, &time), ==, TP_DAY_NONE);
}

/* Adding, editing, archiving */

static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (TpEditExporter) first = tp_edit_exporter_new (tp_record_new (TP_KIND_EXPORTER));
  g_autoptr (TpEditExporter) again = tp_edit_exporter_new (tp_record_new (TP_KIND_EXPORTER));
  g_autoptr (TpEditExporter) moved = NULL;
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (first->exporter, "name", "Fuzhou Test Lamps");
  tp_record_set_text (first->exporter, "uscc", GOOD_USCC);
  g_assert_true (change (self, tp_edit_exporter_run, first, &error));
  g_assert_no_error (error);
  g_assert_null (first->warning);
  kept = get (self, tp_record_get_id (first->exporter));
  /* The code's region fills a province that was left out. */
  g_assert_cmpstr (tp_record_get_text (kept, "province"), ==, "35");
  g_assert_cmpstr (tp_record_get_text (kept, "stage"), ==, "sourced");

  tp_record_set_text (again->exporter, "name", "Somebody Else");
  tp_record_set_text (again->exporter, "uscc", GOOD_USCC);
  g_assert_false (change (self, tp_edit_exporter_run, again, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
  g_clear_error (&error);

  moved = tp_edit_exporter_new (tp_record_edit (kept));
  tp_record_set_text (moved->exporter, "province", "33");
  g_assert_true (change (self, tp_edit_exporter_run, moved, &error));
  g_assert_no_error (error);
  g_assert_nonnull (moved->warning);
  g_clear_pointer (&moved, tp_edit_exporter_free);
  moved = tp_edit_exporter_new (tp_record_edit (kept));
  tp_record_set_text (moved->exporter, "stage", "selling");
  g_assert_false (change (self, tp_edit_exporter_run, moved, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
}

/* Another window saves while the form is open. */
static void
test_edit_meanwhile (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (TpRecord) found = get (self, id);
  g_autoptr (TpEditExporter) other = tp_edit_exporter_new (tp_record_edit (found));
  g_autoptr (TpAdvance) advance = tp_advance_new (id, TP_STAGE_CONTACTED, NULL);
  g_autoptr (TpEditExporter) mine = tp_edit_exporter_new (tp_record_edit (found));
  g_autoptr (TpEditExporter) late = tp_edit_exporter_new (tp_record_edit (found));
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (other->exporter, "phone", "0574 8765 4321");
  g_assert_true (change (self, tp_edit_exporter_run, other, &error));
  g_assert_true (change (self, tp_advance_run, advance, &error));
  g_assert_no_error (error);

  mine->base = g_object_ref (found);
  tp_record_set_text (mine->exporter, "city", "Ningbo");
  g_assert_true (change (self, tp_edit_exporter_run, mine, &error));
  g_assert_no_error (error);
  kept = get (self, id);
  g_assert_cmpstr (tp_record_get_text (kept, "phone"), ==, "0574 8765 4321");
  g_assert_cmpstr (tp_record_get_text (kept, "stage"), ==, "contacted");
  g_assert_cmpstr (tp_record_get_text (kept, "city"), ==, "Ningbo");

  late->base = g_object_ref (found);
  tp_record_set_text (late->exporter, "city", "Cixi");
  g_assert_false (change (self, tp_edit_exporter_run, late, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_CONFLICT);
}

static void
test_edit_without_code (Fixture *self, gconstpointer data)
{
  g_autoptr (TpEditExporter) same = tp_edit_exporter_new (tp_record_new (TP_KIND_EXPORTER));
  g_autoptr (GError) error = NULL;

  add (self, "无代码有限公司", NULL);
  tp_record_set_text (same->exporter, "name_local", "无代码 有限公司");
  tp_record_set_text (same->exporter, "province", "33");
  g_assert_false (change (self, tp_edit_exporter_run, same, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
  g_clear_error (&error);
  tp_record_set_text (same->exporter, "province", "44");
  g_assert_true (change (self, tp_edit_exporter_run, same, &error));
  g_assert_no_error (error);
}

static void
test_archive (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (TpArchive) away = tp_archive_new (&id, 1, TRUE);
  g_autoptr (TpArchive) back = tp_archive_new (&id, 1, FALSE);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = NULL;

  g_assert_true (change (self, tp_archive_run, away, &error));
  g_assert_no_error (error);
  exporter = get (self, id);
  g_assert_cmpint (tp_record_get_number (exporter, "archived"), ==, 1);
  g_assert_true (change (self, tp_archive_run, back, &error));
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

/* Importing */

static TpImportPlan *
plan_of (Fixture *self, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, "名单.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TpImportPlan *plan;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  plan = tp_import_plan_new (file);
  g_assert_true (tp_import_plan_open (plan, &error));
  g_assert_no_error (error);
  return plan;
}

static void
check_counts (TpImportPlan *plan, gint64 read, gint64 added, gint64 updated, gint64 skipped, gint64 rejected)
{
  TpImportCounts counts;

  tp_import_plan_get_counts (plan, &counts);
  g_assert_cmpint (counts.read, ==, read);
  g_assert_cmpint (counts.added, ==, added);
  g_assert_cmpint (counts.updated, ==, updated);
  g_assert_cmpint (counts.skipped, ==, skipped);
  g_assert_cmpint (counts.rejected, ==, rejected);
}

static void
check_refused (TpImportPlan *plan, guint place, gint64 line, const char *column, const char *reason)
{
  g_autoptr (GListModel) list = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);
  g_autoptr (TpImportRow) row = g_list_model_get_item (list, place);

  g_assert_nonnull (row);
  g_assert_cmpint (tp_import_row_get_line (row), ==, line);
  g_assert_cmpstr (tp_import_row_get_column (row), ==, column);
  if (strstr (tp_import_row_get_reason (row), reason) == NULL)
    g_error ("line %" G_GINT64_FORMAT " says: %s", line, tp_import_row_get_reason (row));
}

#define HEADINGS "企业名称,统一社会信用代码,所在省,备注2,年出口额（万元）,对美占比,阶段\n"

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_uscc (1);
  g_autofree char *two = make_uscc (2);
  g_autofree char *three = make_uscc (3);
  g_autofree char *text = g_strconcat (
      "浙江外贸企业名单\n" HEADINGS, "甲厨具有限公司,", one, ",浙江省,展会,964,50%,\n", /* line 3 */
      "乙锁业有限公司,913302O3578F758HKD,浙江,,,,\n",                                     /* letter O */
      "丙模具有限公司,", one, ",浙江,,,,\n",                                              /* again */
      "丁服饰有限公司,9133 0402 7A,浙江,,,,\n",                                           /* short */
      ",,,只有备注,,,\n",                                                                 /* no name */
      "戊塑业有限公司,", two, ",浙闽,,,,\n",                                              /* province */
      "己家具有限公司,", two, ",浙江,,约 500,,\n",                                        /* number */
      "庚竹木有限公司,", two, ",浙江,,500,145%,\n",                                       /* share */
      "辛渔具有限公司,,,,,,\n",                                                           /* no province */
      "壬眼镜有限公司,,浙江,,,,documents\n",                                              /* needs a code */
      "癸文具有限公司,", three, ",广东,,2亿,12.5,已入驻\n", NULL);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autofree char *first = NULL;
  g_autoptr (TpImportPlan) plan = plan_of (self, text, -1);
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) saved = g_memory_output_stream_new_resizable ();
  g_autoptr (TpQuery) imports = tp_query_new (TP_KIND_IMPORT);
  g_autoptr (GPtrArray) log = NULL;
  const char *csv;

  g_assert_cmpuint (tp_import_plan_get_heading_line (plan), ==, 2);
  g_assert_cmpuint (tp_import_plan_get_n_columns (plan), ==, 7);
  g_assert_cmpstr (tp_import_plan_get_field (plan, 0)->name, ==, "name_local");
  g_assert_cmpstr (tp_import_plan_get_field (plan, 1)->name, ==, "uscc");
  g_assert_null (tp_import_plan_get_field (plan, 3));
  g_assert_cmpstr (tp_import_plan_get_field (plan, 4)->name, ==, "annual_export");
  g_assert_cmpstr (tp_import_plan_get_sample (plan, 3, 0), ==, "展会");

  /* The plan changes nothing. */
  tp_store_read_sync (self->store, tp_import_plan_check, plan, &error);
  g_assert_no_error (error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  check_refused (plan, 0, 4, "统一社会信用代码", "enter 0");
  check_refused (plan, 1, 5, "统一社会信用代码", "line 3");
  check_refused (plan, 2, 6, "统一社会信用代码", "18");
  check_refused (plan, 4, 8, "所在省", "浙闽");
  check_refused (plan, 5, 9, "年出口额（万元）", "500");
  check_refused (plan, 6, 10, "对美占比", "100");
  check_refused (plan, 7, 11, "所在省", "enter the province");
  check_refused (plan, 8, 12, "统一社会信用代码", "Documents");
  check_counts (plan, 11, 1, 0, 0, 10);
  check_refused (plan, 9, 13, "阶段", "已入驻");

  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 11, 1, 0, 0, 10);
  exporter = tp_reader_find (tp_store_main_reader (self->store), TP_KIND_EXPORTER, "uscc", one);
  g_assert_nonnull (exporter);
  g_assert_cmpint (tp_record_get_number (exporter, "annual_export"), ==, G_GINT64_CONSTANT (964000000));
  g_assert_cmpstr (tp_record_get_text (exporter, "currency"), ==, "CNY");
  g_assert_cmpint (tp_record_get_number (exporter, "us_share"), ==, 5000);
  g_assert_cmpstr (tp_record_get_text (exporter, "province"), ==, "33");

  log = tp_reader_records (tp_store_main_reader (self->store), imports, &error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (tp_record_get_text (g_ptr_array_index (log, 0), "name"), ==, "名单.csv");
  g_assert_cmpstr (tp_record_get_text (g_ptr_array_index (log, 0), "outcome"), ==, "partly");
  g_assert_cmpint (tp_record_get_number (g_ptr_array_index (log, 0), "rejected"), ==, 10);
  first = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (tp_record_get_text (g_ptr_array_index (log, 0), "sha256"), ==, first);

  g_assert_true (tp_import_plan_save_refused (plan, saved, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (saved, "", 1, NULL, NULL, NULL);
  csv = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (saved));
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF企业名称,统一社会信用代码,所在省,备注2,"));
  g_assert_nonnull (strstr (csv, "己家具有限公司,"));
  g_assert_nonnull (strstr (csv, "约 500"));
  g_assert_nonnull (strstr (csv, ",9,年出口额（万元）,"));
}

/* The same list as a Chinese spreadsheet program saves it. */
static void
test_import_gb18030 (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_uscc (1);
  g_autofree char *text = g_strconcat ("企业名称,统一社会信用代码,省份,城市\r\n宁波砚川文具有限公司,", one,
                                       ",浙江省,宁波\r\n义乌栖霁伞业有限公司,,浙江,义乌\r\n", NULL);
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, &error);
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (TpRecord) exporter = NULL;

  g_assert_no_error (error);
  plan = plan_of (self, bytes, (gssize) length);
  g_assert_cmpstr (tp_import_plan_get_encoding (plan), ==, "GB18030");
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 2, 2, 0, 0, 0);
  exporter = tp_reader_find (tp_store_main_reader (self->store), TP_KIND_EXPORTER, "uscc", one);
  g_assert_cmpstr (tp_record_get_text (exporter, "name_local"), ==, "宁波砚川文具有限公司");

  /* Again: nothing to do, also for the one that name and province tell apart. */
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 2, 0, 0, 2, 0);
}

static void
test_import_duplicates (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (TpImportPlan) plan = plan_of (
      self, "uscc,name_local,city,stage\n" OTHER_USCC ",,Ningbo,contacted\n", -1);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  tp_import_plan_set_on_duplicate (plan, TP_DUPLICATE_FAIL);
  g_assert_false (change (self, tp_import_plan_run, plan, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_EXISTS);
  g_clear_error (&error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);

  tp_import_plan_set_on_duplicate (plan, TP_DUPLICATE_SKIP);
  tp_store_read_sync (self->store, tp_import_plan_check, plan, &error);
  g_assert_no_error (error);
  check_counts (plan, 1, 0, 0, 1, 0);

  tp_import_plan_set_on_duplicate (plan, TP_DUPLICATE_UPDATE);
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 1, 0, 1, 0, 0);
  exporter = get (self, id);
  g_assert_cmpstr (tp_record_get_text (exporter, "name_local"), ==, "宁波禾澈厨具有限公司");
  g_assert_cmpstr (tp_record_get_text (exporter, "city"), ==, "Ningbo");
  g_assert_cmpstr (tp_record_get_text (exporter, "stage"), ==, "contacted");
  activities = tp_reader_children (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, "exporter", id);
  g_assert_cmpuint (activities->len, ==, 1);
}

static void
test_import_stage_rule (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  add_requirement (self, "business_licence", "documents", "always");
  plan = plan_of (self, "uscc,stage\n" OTHER_USCC ",compliance\n", -1);
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 1, 0, 0, 0, 1);
  check_refused (plan, 0, 2, "stage", "business_licence");
  g_clear_object (&plan);

  plan = plan_of (self, "uscc,stage,stage_reason\n" OTHER_USCC ",compliance,Papers follow\n", -1);
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 1, 0, 1, 0, 0);
}

static void
test_import_fail (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_uscc (1);
  g_autofree char *text = g_strconcat ("uscc,name\n", one, ",Good\n91330203,Bad\n", NULL);
  g_autoptr (TpImportPlan) plan = plan_of (self, text, -1);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  tp_import_plan_set_on_fault (plan, TP_FAULT_FAIL);
  g_assert_false (change (self, tp_import_plan_run, plan, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "3"));
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

static void
stop_midway (goffset done, goffset size, gpointer data)
{
  g_assert_cmpint (size, >, 0);
  g_cancellable_cancel (data);
}

static void
test_import_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("uscc,name\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TpImportPlan) plan = NULL;
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *uscc = make_uscc (i);

      g_string_append_printf (text, "%s,Company %u\n", uscc, i);
    }
  plan = plan_of (self, text->str, (gssize) text->len);
  tp_import_plan_set_progress (plan, stop_midway, cancellable);
  g_assert_false (tp_store_change_sync (self->store, "import-exporters", "Tester", tp_import_plan_run, plan,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_import_map (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan = plan_of (self, "firm,code,prov\n甲有限公司," OTHER_USCC ",浙江\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (tp_import_plan_map (plan, "firm", "name_local", &error));
  g_assert_true (tp_import_plan_map (plan, "2", "uscc", &error));
  g_assert_false (tp_import_plan_map (plan, "nowhere", "uscc", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tp_import_plan_map (plan, "firm", "reference", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* One column for a field: the other is left out. */
  g_assert_true (tp_import_plan_map (plan, "prov", "uscc", &error));
  g_assert_null (tp_import_plan_get_field (plan, 1));
  g_assert_true (tp_import_plan_map (plan, "code", "uscc", &error));
  g_assert_true (tp_import_plan_map (plan, "prov", "province", &error));
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 1, 1, 0, 0, 0);
}

/* Rows without a USCC, against exporters of every sort. */
static void
test_import_names (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_uscc (1);
  g_autofree char *text = g_strconcat (
      "uscc,name_local,name,province,city\n"
      ",宁波禾澈厨具（有限）公司,,浙江,Ningbo\n"           /* is there, with other brackets and no city */
      ",宁波禾澈厨具有限公司,,福建,Xiamen\n",             /* another province */
      one, ",义乌栖霁伞业有限公司,,浙江,Yiwu\n"
      ",义乌栖霁伞业有限公司,,浙江,Yiwu\n"                /* the row above, without its code */
      ",,Ｎｉｎｇｂｏ Hé-Chè,浙江,\n", NULL);              /* that of the first row, by its English name */
  g_autoptr (TpImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  gint64 id = add (self, "宁波禾澈厨具有限公司", OTHER_USCC);
  g_autoptr (TpRecord) stored = get (self, id);
  g_autoptr (TpEditExporter) edit = tp_edit_exporter_new (tp_record_edit (stored));

  tp_record_set_text (edit->exporter, "name", "NINGBO HÉ CHÈ");
  g_assert_true (change (self, tp_edit_exporter_run, edit, &error));
  g_assert_no_error (error);
  plan = plan_of (self, text, -1);
  tp_store_read_sync (self->store, tp_import_plan_check, plan, &error);
  g_assert_no_error (error);
  check_counts (plan, 5, 2, 1, 0, 2);
  check_refused (plan, 0, 5, "name_local", "line 4");
  check_refused (plan, 1, 6, "name", "Line 2 of this file");
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 5, 2, 1, 0, 2);
  exporter = get (self, id);
  g_assert_cmpstr (tp_record_get_text (exporter, "city"), ==, "Ningbo");
}

/* A cell that no heading stands over is never dropped. */
static void
test_import_surplus (Fixture *self, gconstpointer data)
{
  g_autoptr (TpImportPlan) plan
      = plan_of (self, "name,province\nA Co,浙江,,\nB Co, Ltd,浙江\nC Co,浙江,,多余\n", -1);
  g_autoptr (GOutputStream) saved = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  check_counts (plan, 3, 1, 0, 0, 2);
  check_refused (plan, 0, 3, "", "浙江");
  check_refused (plan, 1, 4, "", "多余");
  g_assert_true (tp_import_plan_save_refused (plan, saved, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (saved, "", 1, NULL, NULL, NULL);
  g_assert_nonnull (strstr (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (saved)), "多余"));
}

/* What the file does not date has the day that is looked at, but none to come. */
static void
test_import_day (Fixture *self, gconstpointer data)
{
  const TpDay day = tp_day_new (2026, 3, 18);
  g_autoptr (TpImportPlan) plan = plan_of (
      self, "name,province,sourced\nA Co,浙江,\nB Co,浙江,2026-03-19\n", -1);
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GPtrArray) exporters = NULL;
  g_autoptr (GError) error = NULL;
  TpImportCounts counts;

  tp_import_plan_set_day (plan, day);
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  tp_import_plan_get_counts (plan, &counts);
  g_assert_cmpint (counts.later, ==, 1);
  tp_query_set_as_of (query, day);
  exporters = tp_reader_records (tp_store_main_reader (self->store), query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (exporters->len, ==, 1);
  g_assert_cmpstr (tp_record_get_text (exporters->pdata[0], "name"), ==, "A Co");
  g_clear_object (&plan);

  plan = plan_of (self, "name,province\nC Co,浙江\n", -1);
  tp_import_plan_set_day (plan, tp_day_new (9000, 1, 1));
  g_assert_true (change (self, tp_import_plan_run, plan, &error));
  g_assert_no_error (error);
  g_clear_pointer (&exporters, g_ptr_array_unref);
  tp_query_set_as_of (query, TP_DAY_NONE);
  tp_query_where_text (query, "name", "C Co");
  exporters = tp_reader_records (tp_store_main_reader (self->store), query, &error);
  g_assert_cmpuint (exporters->len, ==, 1);
  g_assert_cmpint (tp_record_get_day (exporters->pdata[0], "sourced"), <, tp_day_new (9000, 1, 1));
}

static void
check_unreadable (Fixture *self, const char *bytes, gssize length, const char *encoding, const char *word)
{
  g_autofree char *path = g_build_filename (self->folder, "乱.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TpImportPlan) plan = tp_import_plan_new (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  tp_import_plan_set_encoding (plan, encoding);
  g_assert_false (tp_import_plan_open (plan, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_FORMAT);
  if (strstr (error->message, word) == NULL)
    g_error ("says: %s", error->message);
}

static void
test_import_unreadable (Fixture *self, gconstpointer data)
{
  static const char garbled[] = "\xff\xfe\x01\xe0\x02\xe0\x2c\x00\x12\x34\x56\x78\x9a";
  static const char gb[] = "\xc6\xf3\xd2\xb5\xc3\xfb\xb3\xc6,USCC\n";

  check_unreadable (self, garbled, sizeof garbled - 2, NULL, "UTF-16LE");
  check_unreadable (self, "\xff\xfe\x41\x4e\x42\x4e", 6, NULL, "no rows");
  check_unreadable (self, "a,b\n", -1, NULL, "no rows");
  check_unreadable (self, gb, -1, "UTF-8", "GB18030");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exporters/advance/records", test_advance_records);
  ADD ("/exporters/advance/needs-reason", test_advance_needs_reason);
  ADD ("/exporters/advance/beside", test_advance_beside);
  ADD ("/exporters/advance/needs-uscc", test_advance_needs_uscc);
  ADD ("/exporters/advance/dated", test_advance_dated);
  ADD ("/exporters/detail", test_detail);
  ADD ("/exporters/edit", test_edit);
  ADD ("/exporters/detail-before-move", test_detail_before_move);
  ADD ("/exporters/open-requirements", test_open_requirements);
  ADD ("/exporters/last-activity", test_last_activity);
  ADD ("/exporters/edit-meanwhile", test_edit_meanwhile);
  ADD ("/exporters/edit-without-code", test_edit_without_code);
  ADD ("/exporters/archive", test_archive);
  ADD ("/exporters/import/rows", test_import);
  ADD ("/exporters/import/gb18030", test_import_gb18030);
  ADD ("/exporters/import/duplicates", test_import_duplicates);
  ADD ("/exporters/import/stage-rule", test_import_stage_rule);
  ADD ("/exporters/import/fail", test_import_fail);
  ADD ("/exporters/import/cancel", test_import_cancel);
  ADD ("/exporters/import/map", test_import_map);
  ADD ("/exporters/import/names", test_import_names);
  ADD ("/exporters/import/surplus", test_import_surplus);
  ADD ("/exporters/import/day", test_import_day);
  ADD ("/exporters/import/unreadable", test_import_unreadable);
  return g_test_run ();
}
