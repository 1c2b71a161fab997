/* test-requirement-status.c: the steps of a requirement, its words, and documents asked
 * for of many at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "edit-requirement-status.h"
#include "error.h"
#include "request-documents.h"
#include "requirement-list.h"
#include "requirement-words.h"

#include <string.h>

static gboolean
change (Fixture *self, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (self->store, "test", "Tester", func, input, NULL, error);
}

static TpReader *
reader (Fixture *self)
{
  return tp_store_main_reader (self->store);
}

static gint64
add_exporter (Fixture *self, const char *name)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

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
set (Fixture *self, gint64 exporter, gint64 requirement, const char *status, TpDay day, GError **error)
{
  g_autoptr (TpSetRequirement) input = tp_set_requirement_new (exporter, requirement, status);

  input->day = day;
  return change (self, tp_set_requirement_run, input, error);
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

/* What a step changes is one change: undo and redo bring the very same back. */
static void
check_step_is_whole (Fixture *self, const char *before)
{
  g_autofree char *after = fixture_dump (self->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undo (self, FALSE);
  undone = fixture_dump (self->store);
  g_assert_cmpstr (undone, ==, before);
  undo (self, TRUE);
  redone = fixture_dump (self->store);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "宁波禾澈厨具有限公司");
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  const char *const wanted[][2] = { { "missing", "requested" }, { "requested", "received" }, { "received", "verified" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) statuses = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *before = fixture_dump (self->store);

      g_assert_true (set (self, exporter, licence, wanted[i][1], tp_day_new (2025, 5, 10) + (TpDay) i, &error));
      g_assert_no_error (error);
      check_step_is_whole (self, before);
    }
  statuses = tp_reader_children (reader (self), TP_KIND_REQUIREMENT_STATUS, "exporter", exporter);
  g_assert_cmpuint (statuses->len, ==, 1);
  steps = tp_reader_children (reader (self), TP_KIND_ACTIVITY, "exporter", exporter);
  g_assert_cmpuint (steps->len, ==, 3);
  for (guint i = 0; i < steps->len; i++)
    {
      TpRecord *step = g_ptr_array_index (steps, i);

      g_assert_cmpstr (tp_record_get_text (step, "kind"), ==, "requirement");
      g_assert_cmpint (tp_record_get_number (step, "requirement"), ==, licence);
      g_assert_cmpstr (tp_record_get_text (step, "from_status"), ==, wanted[i][0]);
      g_assert_cmpstr (tp_record_get_text (step, "to_status"), ==, wanted[i][1]);
      g_assert_cmpint (tp_record_get_day (step, "date"), ==, tp_day_new (2025, 5, 10) + (TpDay) i);
      g_assert_cmpstr (tp_record_get_text (step, "author"), ==, "Tester");
      g_assert_true (tp_record_is_set (step, "time"));
    }
  /* The same again is no step. */
  g_assert_true (set (self, exporter, licence, "verified", TP_DAY_NONE, &error));
  g_assert_no_error (error);
  g_clear_pointer (&steps, g_ptr_array_unref);
  steps = tp_reader_children (reader (self), TP_KIND_ACTIVITY, "exporter", exporter);
  g_assert_cmpuint (steps->len, ==, 3);
}

static void
test_days (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "宁波禾澈厨具有限公司");
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  gint64 other = add_requirement (self, "trademark", "documents", "always");
  g_autoptr (GError) error = NULL;

  g_assert_true (set (self, exporter, licence, "requested", tp_day_new (2025, 6, 10), &error));
  g_assert_no_error (error);
  g_assert_false (set (self, exporter, licence, "received", tp_day_new (2025, 6, 9), &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2025"));
  g_clear_error (&error);
  g_assert_false (set (self, exporter, licence, "received", tp_day_new (2999, 1, 1), &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  /* Another requirement has days of its own, and the same day will do. */
  g_assert_true (set (self, exporter, other, "requested", tp_day_new (2025, 6, 1), &error));
  g_assert_true (set (self, exporter, licence, "received", tp_day_new (2025, 6, 10), &error));
  g_assert_no_error (error);
}

static TpRecord *
form (gint64 exporter, gint64 requirement, const char *status, TpDay expiry)
{
  TpRecord *record = tp_record_new (TP_KIND_REQUIREMENT_STATUS);

  tp_record_set_number (record, "exporter", exporter);
  tp_record_set_number (record, "requirement", requirement);
  tp_record_set_text (record, "status", status);
  tp_record_set_text (record, "document_number", "CCC-1");
  if (expiry != TP_DAY_NONE)
    tp_record_set_day (record, "expiry", expiry);
  return record;
}

static void
test_form (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "宁波禾澈厨具有限公司");
  gint64 ccc = add_requirement (self, "ccc", "compliance", "always");
  g_autoptr (TpRecord) record = form (exporter, ccc, "verified", tp_day_new (2025, 5, 1));
  g_autoptr (TpEditRequirementStatus) edit = tp_edit_requirement_status_new (record, NULL);
  g_autoptr (TpRecord) first = NULL;
  g_autoptr (TpRecord) mine = NULL;
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (TpEditRequirementStatus) late = NULL;
  g_autoptr (GError) error = NULL;

  /* A document that has expired is not one that is verified after that day. */
  edit->day = tp_day_new (2025, 5, 2);
  g_assert_false (change (self, tp_edit_requirement_status_run, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  edit->day = tp_day_new (2025, 5, 1);
  g_assert_true (change (self, tp_edit_requirement_status_run, edit, &error));
  g_assert_no_error (error);

  /* Two people with the same form: fields that only one changed stay, both on one is said. */
  first = tp_reader_requirement_status (reader (self), exporter, ccc);
  mine = tp_record_edit (first);
  tp_record_set_text (mine, "issuer", "Lab");
  tp_record_set_day (mine, "expiry", tp_day_new (2026, 5, 1));
  g_assert_true (set (self, exporter, ccc, "requested", TP_DAY_NONE, &error));
  late = tp_edit_requirement_status_new (mine, first);
  g_assert_true (change (self, tp_edit_requirement_status_run, late, &error));
  g_assert_no_error (error);
  kept = tp_reader_requirement_status (reader (self), exporter, ccc);
  g_assert_cmpstr (tp_record_get_text (kept, "status"), ==, "requested");
  g_assert_cmpstr (tp_record_get_text (kept, "issuer"), ==, "Lab");
  g_assert_cmpstr (tp_record_get_text (kept, "document_number"), ==, "CCC-1");
}

/* A form that was opened before somebody else began the status. */
static void
test_form_began_empty (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "宁波禾澈厨具有限公司");
  gint64 ccc = add_requirement (self, "ccc", "compliance", "always");
  g_autoptr (TpRecord) mine = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  g_autoptr (TpRecord) theirs = form (exporter, ccc, "received", TP_DAY_NONE);
  g_autoptr (TpEditRequirementStatus) other = tp_edit_requirement_status_new (theirs, NULL);
  g_autoptr (TpEditRequirementStatus) edit = NULL;
  g_autoptr (TpRecord) kept = NULL;
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_number (mine, "exporter", exporter);
  tp_record_set_number (mine, "requirement", ccc);
  tp_record_set_text (mine, "status", "missing");
  tp_record_set_text (mine, "issuer", "Lab");
  edit = tp_edit_requirement_status_new (mine, NULL);
  g_assert_true (change (self, tp_edit_requirement_status_run, other, &error));
  g_assert_true (change (self, tp_edit_requirement_status_run, edit, &error));
  g_assert_no_error (error);
  statuses = tp_reader_children (reader (self), TP_KIND_REQUIREMENT_STATUS, "exporter", exporter);
  g_assert_cmpuint (statuses->len, ==, 1);
  kept = tp_reader_requirement_status (reader (self), exporter, ccc);
  g_assert_cmpstr (tp_record_get_text (kept, "status"), ==, "received");
  g_assert_cmpstr (tp_record_get_text (kept, "issuer"), ==, "Lab");
  g_assert_cmpstr (tp_record_get_text (kept, "document_number"), ==, "CCC-1");
}

static void
test_request (Fixture *self, gconstpointer data)
{
  gint64 exporters[] = { add_exporter (self, "甲有限公司"), add_exporter (self, "乙有限公司"), 77 };
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  gint64 trademark = add_requirement (self, "trademark", "documents", "always");
  gint64 ccc = add_requirement (self, "ccc", "compliance", "ccc");
  gint64 wanted[] = { licence, trademark, ccc };
  TpDay day = tp_day_new (2025, 7, 1);
  g_autoptr (TpRequestDocuments) request
      = tp_request_documents_new (exporters, 3, wanted, 3, tp_day_new (2025, 7, 15));
  g_autoptr (TpRecord) status = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set (self, exporters[0], licence, "verified", tp_day_new (2025, 6, 1), &error));
  g_assert_true (set (self, exporters[1], trademark, "requested", tp_day_new (2025, 6, 1), &error));
  g_assert_no_error (error);
  before = fixture_dump (self->store);
  request->day = day;
  g_assert_true (change (self, tp_request_documents_run, request, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (request->requested, ==, 2);
  g_assert_cmpuint (request->asked->len, ==, 2);
  /* One verified, one requested already, CCC applies to neither, one exporter is gone. */
  g_assert_cmpuint (request->skipped->len, ==, 5);
  for (guint i = 0; i < request->skipped->len; i++)
    {
      TpNotRequested *skipped = g_ptr_array_index (request->skipped, i);

      g_assert_nonnull (skipped->reason);
      if (skipped->exporter == exporters[0] && skipped->requirement == licence)
        g_assert_cmpstr (skipped->reason, ==, "Verified already");
      else if (skipped->exporter == exporters[1] && skipped->requirement == trademark)
        g_assert_cmpstr (skipped->reason, ==, "Requested already");
      else if (skipped->exporter != 77)
        g_assert_cmpint (skipped->requirement, ==, ccc);
    }
  status = tp_reader_requirement_status (reader (self), exporters[1], licence);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "requested");
  g_assert_cmpint (tp_record_get_day (status, "due"), ==, tp_day_new (2025, 7, 15));
  steps = tp_reader_children (reader (self), TP_KIND_ACTIVITY, "exporter", exporters[1]);
  g_assert_cmpuint (steps->len, ==, 2);
  check_step_is_whole (self, before);

  request->due = day - 1;
  g_assert_false (change (self, tp_request_documents_run, request, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

/* What is offered on a day is what would be requested on it. */
static void
test_request_offered (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "甲有限公司");
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  gint64 trademark = add_requirement (self, "trademark", "documents", "always");
  gint64 both[] = { licence, trademark };
  TpDay day = tp_day_new (2025, 7, 1);
  g_autoptr (TpRequestDocuments) request = tp_request_documents_new (&exporter, 1, both, 2, TP_DAY_NONE);
  g_autoptr (TpRequirementQuestion) question = g_new0 (TpRequirementQuestion, 1);
  g_autoptr (TpRequirementList) list = NULL;
  g_autoptr (GError) error = NULL;
  TpNotRequested *skipped;

  g_assert_true (set (self, exporter, licence, "requested", day + 2, &error));
  question->exporter = exporter;
  question->as_of = day;
  question->zone = g_time_zone_new_utc ();
  list = tp_store_read_sync (self->store, tp_requirement_list_read, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->missing->len, ==, 1);
  g_assert_cmpint (g_array_index (list->missing, gint64, 0), ==, trademark);
  request->day = day;
  g_assert_true (change (self, tp_request_documents_run, request, &error));
  g_assert_cmpuint (request->requested, ==, 1);
  g_assert_cmpuint (request->skipped->len, ==, 1);
  skipped = g_ptr_array_index (request->skipped, 0);
  g_assert_cmpint (skipped->requirement, ==, licence);
  g_assert_cmpstr (skipped->reason, ==, "Changed after that day");
}

/* Without a list of requirements whatever stands open is asked for; what has expired
 * is asked for again. */
static void
test_request_open (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "甲有限公司");
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  gint64 ccc = add_requirement (self, "ccc", "compliance", "always");
  g_autoptr (TpRecord) record = form (exporter, ccc, "verified", tp_day_new (2025, 6, 30));
  g_autoptr (TpEditRequirementStatus) edit = tp_edit_requirement_status_new (record, NULL);
  g_autoptr (TpRequestDocuments) request = tp_request_documents_new (&exporter, 1, NULL, 0, TP_DAY_NONE);
  g_autoptr (TpRecord) status = NULL;
  g_autoptr (GError) error = NULL;

  edit->day = tp_day_new (2025, 6, 1);
  g_assert_true (change (self, tp_edit_requirement_status_run, edit, &error));
  request->day = tp_day_new (2025, 6, 30);
  g_assert_true (change (self, tp_request_documents_run, request, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (request->requested, ==, 1);
  status = tp_reader_requirement_status (reader (self), exporter, licence);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "requested");
  g_clear_object (&status);
  request->day = tp_day_new (2025, 7, 1);
  g_assert_true (change (self, tp_request_documents_run, request, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (request->requested, ==, 1);
  status = tp_reader_requirement_status (reader (self), exporter, ccc);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "requested");
}

static char *
texts_of (TpFact *fact, const char *property)
{
  char *text = NULL;

  g_object_get (fact, property, &text, NULL);
  return text;
}

static gpointer
read_list (TpReader *asked, gpointer question, GError **error)
{
  return tp_requirement_list_read (asked, question, error);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  gint64 exporter = add_exporter (self, "甲有限公司");
  gint64 licence = add_requirement (self, "licence", "documents", "always");
  g_autoptr (TpRequirementQuestion) question = g_new0 (TpRequirementQuestion, 1);
  g_autoptr (TpRequirementList) list = NULL;
  g_autoptr (TpRequirementDetail) detail = NULL;
  g_autoptr (TpFact) fact = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  add_requirement (self, "trademark", "documents", "always");
  add_requirement (self, "ccc", "compliance", "ccc");
  g_assert_true (set (self, exporter, licence, "requested", tp_day_new (2025, 6, 1), &error));
  g_assert_true (set (self, exporter, licence, "verified", tp_day_new (2025, 6, 10), &error));
  question->exporter = exporter;
  question->requirement = licence;
  question->zone = g_time_zone_new_utc ();
  question->as_of = tp_day_new (2025, 6, 5);
  list = tp_store_read_sync (self->store, read_list, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list->facts)), ==, 3);
  fact = g_list_model_get_item (G_LIST_MODEL (list->facts), 0);
  /* On that day it was not more than requested. */
  g_assert_cmpstr (tp_fact_get_status (fact), ==, "requested");
  g_assert_cmpstr (list->summary, ==, "0 of 2 verified");
  g_assert_cmpuint (list->missing->len, ==, 1);
  heading = texts_of (fact, "heading");
  g_assert_cmpstr (heading, ==, "Needed by Documents");
  g_clear_object (&fact);
  fact = g_list_model_get_item (G_LIST_MODEL (list->facts), 1);
  second = texts_of (fact, "heading");
  g_assert_null (second);
  g_assert_cmpstr (tp_fact_get_status (fact), ==, "missing");
  g_clear_object (&fact);
  fact = g_list_model_get_item (G_LIST_MODEL (list->facts), 2);
  g_assert_cmpstr (tp_fact_get_status (fact), ==, "not_applicable");

  detail = tp_store_read_sync (self->store, tp_requirement_detail_read, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (detail->steps)), ==, 2);
  g_assert_cmpint (detail->last, ==, tp_day_new (2025, 6, 10));
}

static void
test_words (void)
{
  TpDay day = tp_day_new (2025, 6, 10);
  const struct
  {
    const char *status;
    TpDay due, expiry;
    const char *text, *icon;
  } cases[] = {
    { "missing", TP_DAY_NONE, TP_DAY_NONE, "", "pace-not-started-symbolic" },
    { "requested", day - 2, TP_DAY_NONE, "2 days overdue", "dialog-warning-symbolic" },
    { "requested", day, TP_DAY_NONE, "due today", "requested-symbolic" },
    { "received", day + 6, TP_DAY_NONE, "due in 6 days", "received-symbolic" },
    { "verified", day - 2, TP_DAY_NONE, "", "object-select-symbolic" },
    { "verified", TP_DAY_NONE, day, "expires today", "dialog-warning-symbolic" },
    { "verified", TP_DAY_NONE, day + 1, "expires in 1 day", "dialog-warning-symbolic" },
    { "verified", TP_DAY_NONE, day + 60, "expires in 60 days", "dialog-warning-symbolic" },
    { "expired", TP_DAY_NONE, day - 1, "expired on 9 Jun", "dialog-warning-symbolic" },
    { "requested", day + 3, day - 1, "due in 3 days", "requested-symbolic" },
    { "not_applicable", day - 2, TP_DAY_NONE, "", "list-remove-symbolic" },
  };
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);
  g_autoptr (TpRecord) step = tp_record_new (TP_KIND_ACTIVITY);
  g_autofree char *began = NULL;
  g_autofree char *moved = NULL;

  tp_record_set_text (requirement, "title", "CCC");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TpRecord) record = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
      g_autoptr (TpFact) fact = NULL;
      g_autofree char *note = NULL;
      g_autofree char *icon = NULL;

      if (cases[i].due != TP_DAY_NONE)
        tp_record_set_day (record, "due", cases[i].due);
      if (cases[i].expiry != TP_DAY_NONE)
        tp_record_set_day (record, "expiry", cases[i].expiry);
      fact = tp_requirement_fact (requirement, record, cases[i].status, day);
      note = texts_of (fact, "note");
      icon = texts_of (fact, "icon-name");
      g_assert_cmpstr (note, ==, cases[i].text);
      g_assert_cmpstr (icon, ==, cases[i].icon);
    }
  tp_record_set_text (step, "to_status", "requested");
  tp_record_set_text (step, "from_status", "missing");
  began = tp_requirement_step_text (step);
  g_assert_cmpstr (began, ==, "Requested");
  tp_record_set_text (step, "from_status", "received");
  tp_record_set_text (step, "to_status", "verified");
  moved = tp_requirement_step_text (step);
  g_assert_cmpstr (moved, ==, "Received → Verified");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/requirement-status/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("steps", test_steps);
  ADD ("days", test_days);
  ADD ("form", test_form);
  ADD ("form-began-empty", test_form_began_empty);
  ADD ("request", test_request);
  ADD ("request-offered", test_request_offered);
  ADD ("request-open", test_request_open);
  ADD ("list", test_list);
  g_test_add_func ("/requirement-status/words", test_words);
  return g_test_run ();
}
