/* test-merge.c: two exporters that are one become one, on real files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "advance-exporter.h"
#include "archive-exporter.h"
#include "edit-exporter.h"
#include "error.h"
#include "exporter-match.h"
#include "find-duplicates.h"
#include "import-plan.h"
#include "merge-exporters.h"
#include "merge-review.h"
#include "record-rows.h"
#include "transfer.h"
#include "workspace.h"

#include <glib/gstdio.h>
#include <string.h>

#define GOOD_USCC "91350100M000100Y43" /* Fujian */
#define OTHER_USCC "91330203578F758HKD" /* Zhejiang */

static TpRecord *
get (Fixture *self, TpKind kind, gint64 id)
{
  return tp_reader_get (tp_store_main_reader (self->store), kind, id);
}

static gboolean
try_merge (Fixture *self, TpMerge *merge, GError **error)
{
  return tp_store_change_sync (self->store, "merge-exporters", "Tester", tp_merge_run, merge, NULL, error);
}

static TpMerge *
start (Fixture *self, gint64 survivor, gint64 other)
{
  g_autoptr (TpRecord) a = get (self, TP_KIND_EXPORTER, survivor);
  g_autoptr (TpRecord) b = get (self, TP_KIND_EXPORTER, other);

  return tp_merge_new (a, b);
}

static void
merge_plainly (Fixture *self, gint64 survivor, gint64 other)
{
  g_autoptr (TpMerge) merge = start (self, survivor, other);
  g_autoptr (GError) error = NULL;

  try_merge (self, merge, &error);
  g_assert_no_error (error);
}

static void
assert_sound (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tp_store_check_sync (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_error ("check: %s", (char *) g_ptr_array_index (faults, i));
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
export_of (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tp_store_read_sync (store, export_bytes, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Undo gives every byte back, redo brings the same again, and both leave sound books. */
static void
undo_and_redo (TpStore *store, GBytes *before)
{
  g_autoptr (GBytes) merged = export_of (store);
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (TpChangeInfo) undo = NULL;
  g_autoptr (TpChangeInfo) redo = NULL;
  g_autoptr (GError) error = NULL;

  assert_sound (store);
  undo = tp_store_undo_sync (store, "Tester", &error);
  g_assert_no_error (error);
  undone = export_of (store);
  g_assert_true (g_bytes_equal (before, undone));
  assert_sound (store);
  redo = tp_store_redo_sync (store, "Tester", &error);
  g_assert_no_error (error);
  redone = export_of (store);
  g_assert_true (g_bytes_equal (merged, redone));
  assert_sound (store);
}

static gint64
add_exporter (Fixture *self, const char *name, const char *uscc, TpStage stage)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);

  tp_record_set_text (exporter, "stage", tp_stage_token (stage));
  return fixture_insert (self->store, exporter);
}

static gint64
add_child (Fixture *self, TpKind kind, gint64 exporter, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Pairs of a text field and its value. */
static gint64
add_child (Fixture *self, TpKind kind, gint64 exporter, const char *first, ...)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);
  va_list args;

  if (exporter != 0)
    tp_record_set_number (record, "exporter", exporter);
  va_start (args, first);
  for (const char *field = first; field != NULL; field = va_arg (args, const char *))
    tp_record_set_text (record, field, va_arg (args, const char *));
  va_end (args);
  return fixture_insert (self->store, record);
}

static void
set_number (Fixture *self, TpRecord *record)
{
  fixture_insert (self->store, record);
}

static gint64
add_move (Fixture *self, gint64 exporter, const char *from, const char *to, TpDay day)
{
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);

  tp_record_set_number (activity, "exporter", exporter);
  tp_record_set_text (activity, "kind", "stage");
  tp_record_set_day (activity, "date", day);
  tp_record_set_number (activity, "time", (gint64) day * 86400000);
  tp_record_set_text (activity, "from_stage", from);
  tp_record_set_text (activity, "to_stage", to);
  set_number (self, activity);
  return tp_record_get_id (activity);
}

static gint64
add_status (Fixture *self, gint64 exporter, gint64 requirement, const char *status, const char *number)
{
  g_autoptr (TpRecord) record = tp_record_new (TP_KIND_REQUIREMENT_STATUS);

  tp_record_set_number (record, "exporter", exporter);
  tp_record_set_number (record, "requirement", requirement);
  tp_record_set_text (record, "status", status);
  tp_record_set_text (record, "document_number", number);
  return fixture_insert (self->store, record);
}

static gint64
owner_of (Fixture *self, TpKind kind, gint64 id)
{
  g_autoptr (TpRecord) record = get (self, kind, id);

  g_assert_nonnull (record);
  return tp_record_get_number (record, "exporter");
}

/* Fields */

static void
test_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) first = fixture_exporter ("宁波华锦家居用品有限公司", NULL);
  g_autoptr (TpRecord) second = fixture_exporter ("宁波华锦家居用品有限责任公司", OTHER_USCC);
  g_autoptr (TpRecord) survivor = NULL;
  g_autoptr (TpRecord) other = NULL;
  g_autoptr (TpMerge) merge = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) merged = NULL;
  TpReader *reader = tp_store_main_reader (self->store);

  tp_record_set_text (first, "phone", "0574-1");
  tp_record_set_text (first, "owner", "Lin Yue");
  tp_record_set_text (second, "phone", "13800138000");
  tp_record_set_text (second, "city", "宁波");
  tp_record_set_number (second, "annual_export", 1000);
  tp_record_set_text (second, "currency", "USD");
  tp_record_set_day (second, "sourced", tp_day_new (2025, 4, 1));
  fixture_insert (self->store, first);
  fixture_insert (self->store, second);
  before = export_of (self->store);
  merge = start (self, tp_record_get_id (first), tp_record_get_id (second));
  g_assert_false (tp_merge_takes_other (merge, "phone"));
  g_assert_true (tp_merge_takes_other (merge, "uscc"));
  g_assert_true (tp_merge_takes_other (merge, "sourced"));
  tp_merge_choose (merge, "phone", TRUE);
  try_merge (self, merge, &error);
  g_assert_no_error (error);

  survivor = get (self, TP_KIND_EXPORTER, tp_record_get_id (first));
  other = get (self, TP_KIND_EXPORTER, tp_record_get_id (second));
  g_assert_cmpstr (tp_record_get_text (survivor, "name_local"), ==, "宁波华锦家居用品有限公司");
  g_assert_cmpstr (tp_record_get_text (survivor, "uscc"), ==, OTHER_USCC);
  g_assert_cmpstr (tp_record_get_text (survivor, "phone"), ==, "13800138000");
  g_assert_cmpstr (tp_record_get_text (survivor, "city"), ==, "宁波");
  g_assert_cmpstr (tp_record_get_text (survivor, "owner"), ==, "Lin Yue");
  g_assert_cmpstr (tp_record_get_text (survivor, "currency"), ==, "USD");
  g_assert_cmpint (tp_record_get_day (survivor, "sourced"), ==, tp_day_new (2025, 4, 1));
  g_assert_cmpint (tp_record_get_number (other, "archived"), ==, 1);
  g_assert_cmpint (tp_record_get_number (other, "merged_into"), ==, tp_record_get_id (first));
  g_assert_false (tp_record_is_set (other, "uscc"));
  merged = tp_reader_merged_ids (reader, tp_record_get_id (first));
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpint (g_array_index (merged, gint64, 0), ==, tp_record_get_id (second));
  g_assert_cmpint (tp_reader_merged_survivor (reader, tp_record_get_id (second)), ==, tp_record_get_id (first));
  undo_and_redo (self->store, before);
}

/* One of the two was changed while they were compared: what was chosen of the rest holds. */
static void
test_resumed (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) first = fixture_exporter ("宁波华锦家居用品有限公司", NULL);
  g_autoptr (TpRecord) second = fixture_exporter ("宁波华锦家居用品有限责任公司", OTHER_USCC);
  g_autoptr (TpMergeReview) review = NULL;
  g_autoptr (TpMergeReview) anew = NULL;
  g_autoptr (TpMerge) merge = NULL;
  g_autoptr (TpMerge) resumed = NULL;
  g_autoptr (TpMerge) swapped = NULL;
  g_autoptr (TpRecord) edited = NULL;
  g_autoptr (GError) error = NULL;
  TpReader *reader = tp_store_main_reader (self->store);
  TpMergeAsk ask;
  TpEditExporter *edit;

  tp_record_set_text (first, "phone", "0574-1");
  tp_record_set_text (first, "city", "宁波");
  tp_record_set_text (second, "phone", "13800138000");
  tp_record_set_text (second, "city", "慈溪");
  fixture_insert (self->store, first);
  fixture_insert (self->store, second);
  ask = (TpMergeAsk){ tp_record_get_id (first), tp_record_get_id (second) };
  review = tp_merge_review_read (reader, &ask, &error);
  g_assert_no_error (error);
  merge = tp_merge_review_start (review, FALSE);
  tp_merge_choose (merge, "phone", TRUE);
  tp_merge_choose (merge, "city", TRUE);

  edited = tp_record_edit (second);
  tp_record_set_text (edited, "city", "余姚");
  edit = tp_edit_exporter_new (g_steal_pointer (&edited));
  tp_store_change_sync (self->store, "edit-exporter", "Somebody", tp_edit_exporter_run, edit, NULL, &error);
  g_assert_no_error (error);
  tp_edit_exporter_free (edit);
  anew = tp_merge_review_read (reader, &ask, &error);
  g_assert_no_error (error);
  resumed = tp_merge_review_resume (anew, FALSE, merge);
  g_assert_true (tp_merge_takes_other (resumed, "phone"));
  g_assert_false (tp_merge_takes_other (resumed, "city"));
  g_assert_true (tp_merge_takes_other (resumed, "uscc"));
  g_assert_cmpstr (tp_record_get_text (resumed->other, "city"), ==, "余姚");
  /* The other way round nothing was chosen. */
  swapped = tp_merge_review_resume (anew, TRUE, merge);
  g_assert_false (tp_merge_takes_other (swapped, "phone"));
}

/* Amounts in two currencies go together. */
static void
test_currencies (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) first = fixture_exporter ("甲", NULL);
  g_autoptr (TpRecord) second = fixture_exporter ("乙", NULL);
  g_autoptr (TpMerge) merge = NULL;
  g_autoptr (TpRecord) result = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_number (first, "annual_export", 100);
  tp_record_set_text (first, "currency", "CNY");
  tp_record_set_number (second, "annual_export", 20);
  tp_record_set_number (second, "domestic_baseline", 30);
  tp_record_set_text (second, "currency", "USD");
  merge = tp_merge_new (first, second);
  g_assert_true (tp_merge_is_linked (merge, "annual_export"));
  g_assert_false (tp_merge_takes_other (merge, "domestic_baseline"));
  tp_merge_choose (merge, "domestic_baseline", TRUE);
  g_assert_true (tp_merge_takes_other (merge, "annual_export"));
  result = tp_merge_result (merge, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_record_get_number (result, "annual_export"), ==, 20);
  g_assert_cmpstr (tp_record_get_text (result, "currency"), ==, "USD");
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_COMPLIANCE);
  gint64 b = add_exporter (self, "乙有限公司", NULL, TP_STAGE_SOURCED);
  g_autoptr (TpMerge) itself = start (self, a, a);
  g_autoptr (TpMerge) codeless = start (self, a, b);
  g_autoptr (TpMerge) stale = start (self, a, b);
  g_autoptr (TpRecord) edited = get (self, TP_KIND_EXPORTER, b);
  TpEditExporter *edit = tp_edit_exporter_new (tp_record_edit (edited));
  TpArchive *restore = tp_archive_new (&b, 1, FALSE);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_merge (self, itself, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  g_clear_error (&error);
  /* From Documents on an exporter has a USCC. */
  tp_merge_choose (codeless, "uscc", TRUE);
  g_assert_false (try_merge (self, codeless, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);

  tp_record_set_text (edit->exporter, "city", "杭州");
  tp_store_change_sync (self->store, "edit-exporter", "Somebody", tp_edit_exporter_run, edit, NULL, &error);
  g_assert_no_error (error);
  tp_edit_exporter_free (edit);
  g_assert_false (try_merge (self, stale, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_CONFLICT);
  g_clear_error (&error);

  merge_plainly (self, a, b);
  {
    g_autoptr (TpMerge) again = start (self, a, b);

    g_assert_false (try_merge (self, again, &error));
    g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
    g_clear_error (&error);
  }
  g_assert_false (tp_store_change_sync (self->store, "restore-exporter", "Tester", tp_archive_run, restore, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  tp_archive_free (restore);
}

/* Stages */

/* The way that led further is the way of the one that stays; the other is still told. */
static void
test_ways (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_CONTACTED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_QUALIFIED);
  TpDay june = tp_day_new (2025, 6, 1), july = tp_day_new (2025, 7, 1), august = tp_day_new (2025, 8, 1);
  gint64 own = add_move (self, a, "sourced", "contacted", august);
  gint64 first = add_move (self, b, "sourced", "contacted", june);
  gint64 second = add_move (self, b, "contacted", "qualified", july);
  gint64 note = add_child (self, TP_KIND_TASK, b, "title", "Call", NULL);
  g_autoptr (GBytes) before = export_of (self->store);
  TpReader *reader = tp_store_main_reader (self->store);
  gint64 counts[TP_N_STAGES];
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (TpRecord) told = NULL;
  g_autoptr (TpRecord) survivor = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  TpRecord *last;
  TpDay since;

  merge_plainly (self, a, b);
  survivor = get (self, TP_KIND_EXPORTER, a);
  g_assert_cmpstr (tp_record_get_text (survivor, "stage"), ==, "qualified");
  g_assert_cmpint (tp_reader_stage_on (reader, a, august, &since), ==, TP_STAGE_QUALIFIED);
  g_assert_cmpint (since, ==, july);
  g_assert_cmpint (tp_reader_stage_on (reader, a, june, NULL), ==, TP_STAGE_CONTACTED);
  g_assert_cmpint (tp_exporter_pipeline_stage (reader, survivor), ==, TP_STAGE_QUALIFIED);
  tp_reader_stage_counts (reader, august, NULL, counts);
  g_assert_cmpint (counts[TP_STAGE_QUALIFIED], ==, 1);
  g_assert_cmpint (counts[TP_STAGE_CONTACTED], ==, 0);

  g_assert_cmpint (owner_of (self, TP_KIND_ACTIVITY, first), ==, a);
  g_assert_cmpint (owner_of (self, TP_KIND_TASK, note), ==, a);
  kept = get (self, TP_KIND_ACTIVITY, second);
  g_assert_cmpstr (tp_record_get_text (kept, "kind"), ==, "stage");
  told = get (self, TP_KIND_ACTIVITY, own);
  g_assert_cmpstr (tp_record_get_text (told, "kind"), ==, "system");
  g_assert_cmpstr (tp_record_get_text (told, "to_stage"), ==, "contacted");

  activities = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", a);
  g_assert_cmpuint (activities->len, ==, 4);
  last = g_ptr_array_index (activities, 3);
  g_assert_cmpstr (tp_record_get_text (last, "kind"), ==, "merge");
  g_assert_cmpstr (tp_record_get_text (last, "text"), ==, "乙有限公司");
  g_assert_cmpstr (tp_record_get_text (last, "from_stage"), ==, "contacted");
  g_assert_cmpstr (tp_record_get_text (last, "to_stage"), ==, "qualified");
  g_assert_cmpstr (tp_record_get_text (last, "author"), ==, "Tester");
  undo_and_redo (self->store, before);
}

/* One that was imported at its stage has no moves: the day it was sourced is the day it
 * came there. */
static void
test_way_without_moves (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  g_autoptr (TpRecord) late = fixture_exporter ("乙有限公司", GOOD_USCC);
  TpReader *reader = tp_store_main_reader (self->store);
  TpDay june = tp_day_new (2025, 6, 1);
  TpDay since;

  tp_record_set_text (late, "stage", "selling");
  tp_record_set_day (late, "sourced", june);
  fixture_insert (self->store, late);
  merge_plainly (self, a, tp_record_get_id (late));
  g_assert_cmpint (tp_reader_stage_on (reader, a, june - 1, NULL), ==, TP_STAGE_SOURCED);
  g_assert_cmpint (tp_reader_stage_on (reader, a, june, &since), ==, TP_STAGE_SELLING);
  g_assert_cmpint (since, ==, june);
  assert_sound (self->store);
}

/* Documents */

static void
test_requirements (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  gint64 licence = add_child (self, TP_KIND_REQUIREMENT, 0, "key", "licence", "title", "Licence", "stage",
                              "documents", "applies", "always", NULL);
  gint64 tax = add_child (self, TP_KIND_REQUIREMENT, 0, "key", "tax", "title", "Tax", "stage", "documents",
                          "applies", "always", NULL);
  gint64 bank = add_child (self, TP_KIND_REQUIREMENT, 0, "key", "bank", "title", "Bank", "stage", "documents",
                           "applies", "always", NULL);
  gint64 mine = add_status (self, a, licence, "requested", "A-1");
  gint64 theirs = add_status (self, b, licence, "verified", "B-1");
  gint64 my_tax = add_status (self, a, tax, "verified", NULL);
  gint64 their_tax = add_status (self, b, tax, "received", "T-9");
  gint64 only = add_status (self, b, bank, "received", NULL);
  TpReader *reader = tp_store_main_reader (self->store);
  g_autoptr (GBytes) before = export_of (self->store);
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (TpRecord) filled = NULL;
  g_autoptr (TpRecord) kept = NULL;
  g_autofree char *dump = NULL;

  merge_plainly (self, a, b);
  statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "exporter", a);
  g_assert_cmpuint (statuses->len, ==, 3);
  g_assert_cmpint (owner_of (self, TP_KIND_REQUIREMENT_STATUS, theirs), ==, a);
  g_assert_cmpint (owner_of (self, TP_KIND_REQUIREMENT_STATUS, my_tax), ==, a);
  g_assert_cmpint (owner_of (self, TP_KIND_REQUIREMENT_STATUS, only), ==, a);
  /* What does not stay is kept with the exporter in the archive. */
  g_assert_cmpint (owner_of (self, TP_KIND_REQUIREMENT_STATUS, mine), ==, b);
  g_assert_cmpint (owner_of (self, TP_KIND_REQUIREMENT_STATUS, their_tax), ==, b);
  /* A paper that the further status lacks comes along; another paper does not. */
  filled = get (self, TP_KIND_REQUIREMENT_STATUS, my_tax);
  g_assert_cmpstr (tp_record_get_text (filled, "document_number"), ==, "T-9");
  kept = get (self, TP_KIND_REQUIREMENT_STATUS, theirs);
  g_assert_cmpstr (tp_record_get_text (kept, "document_number"), ==, "B-1");
  open = tp_reader_open_requirements (reader, a, TP_DAY_NONE, NULL);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, gint64, 0), ==, bank);
  dump = fixture_dump (self->store);
  g_assert_nonnull (strstr (dump, "A-1"));
  undo_and_redo (self->store, before);
}

/* The steps of the status that stays are the dated ones. */
static void
test_requirement_steps (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  gint64 licence = add_child (self, TP_KIND_REQUIREMENT, 0, "key", "licence", "title", "Licence", "stage",
                              "documents", "applies", "always", NULL);
  const struct
  {
    gint64 exporter;
    const char *to;
    TpDay day;
  } steps[] = {
    { a, "requested", tp_day_new (2025, 8, 1) },
    { b, "verified", tp_day_new (2025, 6, 1) },
  };
  TpReader *reader = tp_store_main_reader (self->store);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GArray) may = NULL;
  g_autoptr (GArray) september = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TpRecord) step = tp_record_new (TP_KIND_ACTIVITY);

      add_status (self, steps[i].exporter, licence, steps[i].to, NULL);
      tp_record_set_number (step, "exporter", steps[i].exporter);
      tp_record_set_text (step, "kind", "requirement");
      tp_record_set_number (step, "requirement", licence);
      tp_record_set_text (step, "from_status", "missing");
      tp_record_set_text (step, "to_status", steps[i].to);
      tp_record_set_day (step, "date", steps[i].day);
      tp_record_set_number (step, "time", (gint64) steps[i].day * 86400000);
      fixture_insert (self->store, step);
    }
  before = export_of (self->store);
  merge_plainly (self, a, b);
  may = tp_reader_open_requirements (reader, a, tp_day_new (2025, 5, 20), NULL);
  g_assert_cmpuint (may->len, ==, 1);
  /* The request of August comes after it was verified, and counts for nothing now. */
  september = tp_reader_open_requirements (reader, a, tp_day_new (2025, 9, 1), NULL);
  g_assert_cmpuint (september->len, ==, 0);
  undo_and_redo (self->store, before);
}

/* Whether a filter on a day says that a requirement of an exporter is open. */
static gboolean
found_open (TpReader *reader, gint64 exporter, gint64 requirement, TpDay day)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  tp_query_where_number (query, "requirement", TP_OP_EQUAL, requirement);
  tp_query_where_number (query, "id", TP_OP_EQUAL, exporter);
  tp_query_set_as_of (query, day);
  ids = tp_reader_select (reader, query, &error);
  g_assert_no_error (error);
  return ids->len > 0;
}

/* The steps that are not counted any more lie on each side of the day that is asked for. */
static void
test_steps_taken_out (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  gint64 licence = add_child (self, TP_KIND_REQUIREMENT, 0, "key", "licence", "title", "Licence", "stage",
                              "documents", "applies", "always", NULL);
  const struct
  {
    gint64 exporter;
    const char *from, *to;
    TpDay day;
  } steps[] = {
    { a, "missing", "requested", tp_day_new (2025, 8, 1) },
    { a, "requested", "received", tp_day_new (2025, 9, 1) },
    { b, "missing", "verified", tp_day_new (2025, 6, 1) },
  };
  TpReader *reader = tp_store_main_reader (self->store);

  add_status (self, a, licence, "received", NULL);
  add_status (self, b, licence, "verified", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TpRecord) step = tp_record_new (TP_KIND_ACTIVITY);

      tp_record_set_number (step, "exporter", steps[i].exporter);
      tp_record_set_text (step, "kind", "requirement");
      tp_record_set_number (step, "requirement", licence);
      tp_record_set_text (step, "from_status", steps[i].from);
      tp_record_set_text (step, "to_status", steps[i].to);
      tp_record_set_day (step, "date", steps[i].day);
      tp_record_set_number (step, "time", (gint64) steps[i].day * 86400000);
      fixture_insert (self->store, step);
    }
  merge_plainly (self, a, b);
  g_assert_cmpint (tp_reader_last_step (reader, a, licence), ==, tp_day_new (2025, 6, 1));
  for (TpDay day = tp_day_new (2025, 5, 25); day < tp_day_new (2025, 9, 10); day += 5)
    {
      g_autoptr (GArray) open = tp_reader_open_requirements (reader, a, day, NULL);

      g_assert_cmpuint (open->len, ==, day < tp_day_new (2025, 6, 1));
      g_assert_cmpint (found_open (reader, a, licence, day), ==, open->len == 1);
    }
}

/* Enrolments */

/* Days of 2026 as month × 100 + day, 0: none; applied, accepted, live, ended. */
static gint64
enrol (Fixture *self, gint64 exporter, gint64 programme, const char *status, const int *days)
{
  static const char *const fields[] = { "applied", "accepted", "live", "ended" };
  g_autoptr (TpRecord) record = tp_record_new (TP_KIND_ENROLMENT);

  tp_record_set_number (record, "exporter", exporter);
  tp_record_set_number (record, "programme", programme);
  tp_record_set_text (record, "status", status);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (days[i] != 0)
      tp_record_set_day (record, fields[i], tp_day_new (2026, days[i] / 100, days[i] % 100));
  return fixture_insert (self->store, record);
}

/* "live 0110 0115 0201 –" */
static char *
enrolment_text (Fixture *self, gint64 id)
{
  static const char *const fields[] = { "applied", "accepted", "live", "ended" };
  g_autoptr (TpRecord) record = get (self, TP_KIND_ENROLMENT, id);
  GString *text = g_string_new (record != NULL ? tp_record_get_text (record, "status") : "gone");

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *day = tp_day_to_iso (tp_record_get_day (record, fields[i]));

      g_string_append_printf (text, " %s", tp_record_is_set (record, fields[i]) ? day + 5 : "–");
    }
  return g_string_free (text, FALSE);
}

static void
test_enrolments (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *own, *other;
    int own_days[4], other_days[4];
    const char *own_after, *other_after;
  } cases[] = {
    /* Both run: the further one, with the earlier days. */
    { "accepted", "live", { 301, 501, 0, 0 }, { 401, 415, 601, 0 }, "live 03-01 04-15 06-01 –", "gone" },
    { "live", "applied", { 0, 105, 110, 0 }, { 1001, 0, 0, 0 }, "live – 01-05 01-10 –", "gone" },
    /* Never an order that no form would take. */
    { "accepted", "accepted", { 301, 401, 0, 0 }, { 0, 201, 0, 0 }, "accepted 03-01 04-01 – –", "gone" },
    { "applied", "accepted", { 301, 0, 0, 0 }, { 0, 201, 0, 0 }, "accepted – 02-01 – –", "gone" },
    /* What has ended stays beside what runs, and beside what has ended too. */
    { "withdrawn", "live", { 110, 0, 0, 210 }, { 201, 0, 301, 0 }, "withdrawn 01-10 – – 02-10",
      "live 02-01 – 03-01 –" },
    { "live", "declined", { 201, 0, 301, 0 }, { 101, 0, 0, 115 }, "live 02-01 – 03-01 –", "declined 01-01 – – 01-15" },
    { "declined", "live", { 101, 0, 0, 0 }, { 0, 0, 1001, 1002 }, "declined 01-01 – – –", "live – – 10-01 10-02" },
    { "live", "applied", { 101, 105, 110, 201 }, { 1001, 0, 0, 0 }, "live 01-01 01-05 01-10 02-01",
      "applied 10-01 – – –" },
  };
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_LISTED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_LISTED);
  gint64 channel = add_child (self, TP_KIND_CHANNEL, 0, "key", "shop", "name", "Shop", "kind", "marketplace", NULL);
  gint64 second = add_child (self, TP_KIND_PROGRAMME, 0, "key", "q", "title", "Another", NULL);
  gint64 product = add_child (self, TP_KIND_PRODUCT, b, "name", "Kettle", NULL);
  gint64 alone = enrol (self, b, second, "applied", (const int[4]){ 0 });
  gint64 own[G_N_ELEMENTS (cases)], other[G_N_ELEMENTS (cases)];
  g_autoptr (TpRecord) listing = tp_record_new (TP_KIND_LISTING);
  g_autoptr (TpRecord) listed = NULL;
  g_autoptr (GBytes) before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = g_strdup_printf ("p%u", i);
      gint64 programme = add_child (self, TP_KIND_PROGRAMME, 0, "key", key, "title", key, NULL);

      own[i] = enrol (self, a, programme, cases[i].own, cases[i].own_days);
      other[i] = enrol (self, b, programme, cases[i].other, cases[i].other_days);
    }
  tp_record_set_number (listing, "product", product);
  tp_record_set_number (listing, "channel", channel);
  tp_record_set_number (listing, "enrolment", other[0]);
  tp_record_set_day (listing, "live_from", tp_day_new (2026, 6, 1));
  tp_record_set_text (listing, "status", "live");
  fixture_insert (self->store, listing);

  before = export_of (self->store);
  merge_plainly (self, a, b);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *own_text = enrolment_text (self, own[i]);
      g_autofree char *other_text = enrolment_text (self, other[i]);

      g_assert_cmpstr (own_text, ==, cases[i].own_after);
      g_assert_cmpstr (other_text, ==, cases[i].other_after);
      if (!g_str_equal (other_text, "gone"))
        g_assert_cmpint (owner_of (self, TP_KIND_ENROLMENT, other[i]), ==, a);
    }
  listed = get (self, TP_KIND_LISTING, tp_record_get_id (listing));
  g_assert_cmpint (tp_record_get_number (listed, "enrolment"), ==, own[0]);
  g_assert_cmpint (owner_of (self, TP_KIND_ENROLMENT, alone), ==, a);
  g_assert_cmpint (owner_of (self, TP_KIND_PRODUCT, product), ==, a);
  undo_and_redo (self->store, before);
}

/* A list of exporters, checked and then imported; what is there is updated. @wanted are
 * those added, updated, skipped, rejected. */
static void
import (TpStore *store, const char *text, const int *wanted)
{
  g_autoptr (GFileIOStream) io = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("list-XXXXXX.csv", &io, &error);
  g_autoptr (TpImportPlan) plan = tp_import_plan_new (file);
  TpImportCounts n;

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_assert_true (tp_import_plan_open (plan, &error));
  for (int step = 0; step < 2; step++)
    {
      if (step == 0)
        tp_store_read_sync (store, tp_import_plan_check, plan, &error);
      else
        tp_store_change_sync (store, "import-exporters", "Tester", tp_import_plan_run, plan, NULL, &error);
      g_assert_no_error (error);
      tp_import_plan_get_counts (plan, &n);
      g_assert_cmpint (n.added, ==, wanted[0]);
      g_assert_cmpint (n.updated, ==, wanted[1]);
      g_assert_cmpint (n.skipped, ==, wanted[2]);
      g_assert_cmpint (n.rejected, ==, wanted[3]);
    }
  g_file_delete (file, NULL, NULL);
}

/* The list of exporters says nothing new where it comes from, and brings nobody to life
 * where it goes. */
static void
test_exported_list (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "好名有限公司", NULL, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "坏名有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  g_autoptr (TpRecord) archived = fixture_exporter ("旧名有限公司", OTHER_USCC);
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (TpRecord) there = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Fixture second = { NULL };

  tp_record_set_number (archived, "archived", 1);
  fixture_insert (self->store, archived);
  merge_plainly (self, a, b);
  tp_record_rows_write (tp_store_main_reader (self->store), query, TP_ROWS_SHEET, out, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
  before = export_of (self->store);
  import (self->store, text, (const int[]){ 0, 0, 3, 0 });
  after = export_of (self->store);
  g_assert_true (g_bytes_equal (before, after));

  fixture_set_up (&second, NULL);
  import (second.store, text, (const int[]){ 2, 0, 1, 0 });
  assert_sound (second.store);
  there = tp_reader_find (tp_store_main_reader (second.store), TP_KIND_EXPORTER, "uscc", OTHER_USCC);
  g_assert_cmpint (tp_record_get_number (there, "archived"), ==, 1);
  g_clear_object (&there);
  there = tp_reader_find (tp_store_main_reader (second.store), TP_KIND_EXPORTER, "uscc", GOOD_USCC);
  g_assert_cmpstr (tp_record_get_text (there, "name_local"), ==, "好名有限公司");
  g_assert_false (tp_record_is_set (there, "archived"));
  fixture_tear_down (&second, NULL);
}

/* The code that the survivor gives up stays known through the one in the archive. */
static void
test_former_code (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  g_autoptr (TpMerge) merge = start (self, a, b);
  g_autoptr (GBytes) before = export_of (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) survivor = NULL;
  g_autoptr (TpRecord) former = NULL;
  g_autoptr (TpRecord) found = NULL;

  tp_merge_choose (merge, "uscc", TRUE);
  try_merge (self, merge, &error);
  g_assert_no_error (error);
  survivor = get (self, TP_KIND_EXPORTER, a);
  g_assert_cmpstr (tp_record_get_text (survivor, "uscc"), ==, GOOD_USCC);
  former = tp_exporter_find_text (tp_store_main_reader (self->store), OTHER_USCC, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_record_get_id (former), ==, a);
  undo_and_redo (self->store, before);

  import (self->store, "uscc,city\n" OTHER_USCC ",宁波\n" GOOD_USCC ",温州\n", (const int[]){ 0, 1, 0, 1 });
  found = get (self, TP_KIND_EXPORTER, a);
  g_assert_cmpstr (tp_record_get_text (found, "city"), ==, "宁波");
  g_assert_cmpstr (tp_record_get_text (found, "uscc"), ==, GOOD_USCC);
}

/* History */

static void
test_history (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", OTHER_USCC, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", GOOD_USCC, TP_STAGE_SOURCED);
  gint64 c = add_exporter (self, "丙有限公司", NULL, TP_STAGE_SOURCED);
  TpReader *reader = tp_store_main_reader (self->store);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TpRecord) found = NULL;
  g_autoptr (GError) error = NULL;
  guint of_a = 0, of_b = 0, of_c = 0;

  merge_plainly (self, b, c);
  merge_plainly (self, a, b);
  ids = tp_reader_merged_ids (reader, a);
  g_assert_cmpuint (ids->len, ==, 2);
  history = tp_reader_history (reader, TP_KIND_EXPORTER, a, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      gint64 id = tp_change_info_get_record (g_ptr_array_index (history, i));

      if (i > 0)
        g_assert_cmpint (tp_change_info_get_seq (g_ptr_array_index (history, i - 1)), >=,
                         tp_change_info_get_seq (g_ptr_array_index (history, i)));
      of_a += id == a;
      of_b += id == b;
      of_c += id == c;
    }
  /* Each was added; b and c went into another. */
  g_assert_cmpuint (of_a, >=, 1);
  g_assert_cmpuint (of_b, >=, 2);
  g_assert_cmpuint (of_c, ==, 2);
  g_assert_cmpuint (of_a + of_b + of_c, ==, history->len);

  /* Asked for by what the merged one still has, the survivor answers. */
  found = tp_exporter_find_text (reader, "丙有限公司", NULL);
  g_assert_null (found);
  found = tp_exporter_find_text (reader, GOOD_USCC, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_record_get_id (found), ==, a);
}

/* A merged exporter does not stand in the way of one with its name. */
static void
test_name_is_free (Fixture *self, gconstpointer data)
{
  gint64 a = add_exporter (self, "甲有限公司", NULL, TP_STAGE_SOURCED);
  gint64 b = add_exporter (self, "乙有限公司", NULL, TP_STAGE_SOURCED);
  g_autoptr (TpMerge) merge = start (self, a, b);
  g_autoptr (TpRecord) survivor = NULL;
  TpEditExporter *edit;
  g_autoptr (GError) error = NULL;

  tp_merge_choose (merge, "name_local", TRUE);
  try_merge (self, merge, &error);
  g_assert_no_error (error);
  survivor = get (self, TP_KIND_EXPORTER, a);
  edit = tp_edit_exporter_new (tp_record_edit (survivor));
  tp_record_set_text (edit->exporter, "city", "杭州");
  tp_store_change_sync (self->store, "edit-exporter", "Tester", tp_edit_exporter_run, edit, NULL, &error);
  g_assert_no_error (error);
  tp_edit_exporter_free (edit);
}

/* The whole campaign */


static gboolean
dump_one (TpRecord *record, gpointer data, GError **error)
{
  GString *text = data;
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpValue *value = tp_record_value (record, i);

      g_string_append_printf (text, "%s|", !value->set ? "-" : value->text != NULL ? value->text : "");
      if (value->set && value->text == NULL)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "|", value->number);
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
dump_kind (TpReader *reader, TpKind kind)
{
  GString *text = g_string_new (NULL);

  tp_reader_each (reader, kind, dump_one, text, NULL);
  return g_string_free (text, FALSE);
}

/* The exporters on whom most hangs. */
static void
pick (TpReader *reader, gint64 *first, gint64 *second)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) ids = NULL;
  gsize most = 0, next = 0;

  tp_query_where_text (query, "stage", "selling");
  ids = tp_reader_select (reader, query, NULL);
  g_assert_cmpuint (ids->len, >, 1);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) sales = tp_reader_children (reader, TP_KIND_SALE, "exporter", id);
      g_autoptr (GPtrArray) entries = tp_reader_children (reader, TP_KIND_ENTRY, "exporter", id);
      gsize n = sales->len + 100 * entries->len + 1;

      if (n > most)
        {
          *second = *first;
          next = most;
          *first = id;
          most = n;
        }
      else if (n > next)
        {
          *second = id;
          next = n;
        }
    }
}

static void
sum_indicators (TpReader *reader, const char *measure, GArray *sums)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_INDICATOR);
  g_autoptr (GPtrArray) indicators = tp_reader_records (reader, query, NULL);

  for (guint i = 0; i < indicators->len; i++)
    if (tp_record_has_word (g_ptr_array_index (indicators, i), "measure", measure))
      {
        gint64 sum = tp_reader_indicator_sum (reader, tp_record_get_id (g_ptr_array_index (indicators, i)),
                                              tp_day_new (2030, 1, 1));

        g_array_append_val (sums, sum);
      }
}

static gboolean
import_bytes (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (data);

  return tp_import_workspace (change, stream, error) >= 0;
}

static void
test_demonstration (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strconcat (self->path, ".demo.tradepivot", NULL);
  g_autofree char *copy_path = g_strconcat (self->path, ".copy.tradepivot", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpWorkspace) workspace = tp_workspace_create_sync (path, TP_TEMPLATE_DEMONSTRATION, &error);
  g_autoptr (TpWorkspace) copy = NULL;
  TpStore *store = tp_workspace_get_store (workspace);
  TpReader *reader = tp_store_main_reader (store);
  g_autofree char *ledger = dump_kind (reader, TP_KIND_ENTRY);
  g_autofree char *ledger_after = NULL;
  g_autoptr (GBytes) before = export_of (store);
  g_autoptr (GBytes) merged = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GArray) products = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) products_after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) capital = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) capital_after = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 survivor = 0, other = 0;
  TpMergeAsk ask;
  g_autoptr (TpMergeReview) review = NULL;
  g_autoptr (TpMerge) merge = NULL;
  g_autofree char *moves = NULL;

  g_assert_no_error (error);
  pick (reader, &survivor, &other);
  g_assert_cmpint (survivor, !=, 0);
  g_assert_cmpint (other, !=, 0);
  sum_indicators (reader, "products_reached", products);
  sum_indicators (reader, "capital_delivered", capital);
  ask = (TpMergeAsk){ survivor, other };
  review = tp_workspace_read_sync (workspace, tp_merge_review_read, &ask, &error);
  g_assert_no_error (error);
  moves = tp_merge_review_moves (review, FALSE);
  g_assert_nonnull (strstr (moves, "product"));
  g_test_message ("%s", moves);
  merge = tp_merge_review_start (review, FALSE);
  /* A USCC is taken while the survivor has another: no two have one at any moment. */
  tp_merge_choose (merge, "uscc", TRUE);
  tp_workspace_change_sync (workspace, "merge-exporters", tp_merge_run, merge, NULL, &error);
  g_assert_no_error (error);

  /* Each product was counted once and still is; the ledger says what it said. */
  sum_indicators (reader, "products_reached", products_after);
  sum_indicators (reader, "capital_delivered", capital_after);
  g_assert_cmpmem (products->data, products->len * sizeof (gint64), products_after->data,
                   products_after->len * sizeof (gint64));
  g_assert_cmpmem (capital->data, capital->len * sizeof (gint64), capital_after->data,
                   capital_after->len * sizeof (gint64));
  ledger_after = dump_kind (reader, TP_KIND_ENTRY);
  g_assert_cmpstr (ledger, ==, ledger_after);
  for (TpKind kind = TP_KIND_PRODUCT; kind <= TP_KIND_SALE; kind++)
    {
      g_autoptr (GPtrArray) left = kind != TP_KIND_LISTING ? tp_reader_children (reader, kind, "exporter", other)
                                                           : g_ptr_array_new ();

      g_assert_cmpuint (left->len, ==, 0);
    }

  /* A file with a merged exporter goes out and in like any other. */
  merged = export_of (store);
  copy = tp_workspace_create_sync (copy_path, TP_TEMPLATE_EMPTY, &error);
  g_assert_no_error (error);
  tp_workspace_change_sync (copy, "import-workspace", import_bytes, merged, NULL, &error);
  g_assert_no_error (error);
  again = export_of (tp_workspace_get_store (copy));
  g_assert_true (g_bytes_equal (merged, again));
  assert_sound (tp_workspace_get_store (copy));

  undo_and_redo (store, before);
  tp_workspace_close (workspace);
  tp_workspace_close (copy);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/merge/fields", test_fields);
  ADD ("/merge/resumed", test_resumed);
  ADD ("/merge/currencies", test_currencies);
  ADD ("/merge/refused", test_refused);
  ADD ("/merge/ways", test_ways);
  ADD ("/merge/way-without-moves", test_way_without_moves);
  ADD ("/merge/requirements", test_requirements);
  ADD ("/merge/requirement-steps", test_requirement_steps);
  ADD ("/merge/steps-taken-out", test_steps_taken_out);
  ADD ("/merge/enrolments", test_enrolments);
  ADD ("/merge/former-code", test_former_code);
  ADD ("/merge/exported-list", test_exported_list);
  ADD ("/merge/history", test_history);
  ADD ("/merge/name-is-free", test_name_is_free);
  ADD ("/merge/demonstration", test_demonstration);
  return g_test_run ();
}
