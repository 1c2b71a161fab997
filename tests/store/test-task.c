/* test-task.c: tasks, and what people are reminded of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-task.h"
#include "error.h"
#include "fixture.h"
#include "reminders.h"

#include <string.h>

static gboolean
change (Fixture *f, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (f->store, "test", "Lin Yue", func, input, NULL, error);
}

static gint64
add_task (Fixture *f, gint64 exporter, const char *title, const char *owner, TpDay due)
{
  g_autoptr (TpRecordEdit) edit = tp_record_edit_new (tp_record_new (TP_KIND_TASK), NULL);
  g_autoptr (GError) error = NULL;

  if (exporter != 0)
    tp_record_set_number (edit->record, "exporter", exporter);
  tp_record_set_text (edit->record, "title", title);
  tp_record_set_text (edit->record, "owner", owner);
  tp_record_set_day (edit->record, "due", due);
  g_assert_true (change (f, tp_edit_task_run, edit, &error));
  g_assert_no_error (error);
  return tp_record_get_id (edit->record);
}

static TpRecord *
get (Fixture *f, gint64 id)
{
  return tp_reader_get (tp_store_main_reader (f->store), TP_KIND_TASK, id);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", NULL);
  gint64 of = fixture_insert (f->store, exporter);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  TpDay today = tp_day_today (utc);
  gint64 id = add_task (f, of, "Call about the licence", "Lin Yue", today);
  g_autofree char *added = fixture_dump (f->store);
  g_autoptr (TpRecord) task = get (f, id);
  g_autoptr (TpRecordEdit) none = tp_record_edit_new (tp_record_new (TP_KIND_TASK), NULL);
  g_autoptr (TpRecordEdit) removal = NULL;
  g_autoptr (TpMarkTask) done = tp_task_done_new (id, today);
  g_autoptr (TpMarkTask) later = tp_task_done_new (id, today + 2);
  g_autoptr (TpMarkTask) reopened = tp_task_reopen_new (id);
  g_autoptr (TpMarkTask) snoozed = tp_task_snooze_new (id, today + 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (tp_task_is_waiting (task, today));
  /* a task says what is to be done */
  g_assert_false (change (f, tp_edit_task_run, none, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (change (f, tp_mark_task_run, snoozed, &error));
  g_assert_no_error (error);
  g_clear_object (&task);
  task = get (f, id);
  g_assert_false (tp_task_is_waiting (task, today + 2));
  g_assert_true (tp_task_is_waiting (task, today + 3));

  g_assert_false (change (f, tp_mark_task_run, later, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (change (f, tp_mark_task_run, done, &error));
  g_assert_no_error (error);
  g_clear_object (&task);
  task = get (f, id);
  g_assert_false (tp_task_is_waiting (task, today + 3));
  /* on the day before it was done it was still to do */
  g_assert_cmpint (tp_record_get_day (task, "done"), ==, today);
  g_assert_true (change (f, tp_mark_task_run, reopened, &error));
  g_clear_object (&task);
  task = get (f, id);
  g_assert_false (tp_record_is_set (task, "done"));

  removal = tp_record_edit_new (tp_record_edit (task), NULL);
  g_assert_true (change (f, tp_remove_task_run, removal, &error));
  g_assert_no_error (error);
  g_assert_null (get (f, id));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TpChangeInfo) undone = tp_store_undo_sync (f->store, "Lin Yue", &error);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
    }
  {
    g_autofree char *back = fixture_dump (f->store);

    g_assert_cmpstr (back, ==, added);
  }
}

static GPtrArray *
remind (Fixture *f, TpDay day, const char *who)
{
  g_autoptr (GError) error = NULL;
  TpReminderQuestion *question = tp_reminder_question_new (day, who);
  GPtrArray *found = tp_store_read_sync (f->store, tp_reminders_read, question, &error);

  tp_reminder_question_free (question);
  g_assert_no_error (error);
  return found;
}

static void
test_reminders (Fixture *f, gconstpointer data)
{
  const TpDay day = tp_day_new (2026, 3, 18);
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", NULL);
  g_autoptr (TpRecord) gone = fixture_exporter ("厦门晴舶箱包有限公司", NULL);
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);
  g_autoptr (TpRecord) paper = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
  g_autoptr (GPtrArray) found = NULL, nothing = NULL;
  g_autofree char *title = NULL, *body = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *single = NULL;
  gint64 of, archived;

  of = fixture_insert (f->store, exporter);
  tp_record_set_number (gone, "archived", 1);
  archived = fixture_insert (f->store, gone);
  add_task (f, of, "Call", "Lin Yue", day);
  add_task (f, 0, "Report", NULL, day - 2);
  add_task (f, of, "Somebody else's", "Su Han", day);
  add_task (f, of, "Later", "Lin Yue", day + 1);
  add_task (f, archived, "Of an archived exporter", "Lin Yue", day);
  tp_record_set_text (requirement, "key", "ccc");
  tp_record_set_text (requirement, "title", "CCC certificate");
  tp_record_set_text (requirement, "stage", "documents");
  tp_record_set_text (requirement, "applies", "always");
  fixture_insert (f->store, requirement);
  tp_record_set_number (paper, "exporter", of);
  tp_record_set_number (paper, "requirement", tp_record_get_id (requirement));
  tp_record_set_text (paper, "status", "verified");
  tp_record_set_day (paper, "expiry", day);
  fixture_insert (f->store, paper);

  found = remind (f, day, "Lin Yue");
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (((TpReminder *) g_ptr_array_index (found, 0))->title, ==, "Report");
  title = tp_reminders_title (found, day);
  body = tp_reminders_body (found);
  g_assert_cmpstr (title, ==, "3 things are due, 1 of them late");
  g_assert_nonnull (strstr (body, "宁波禾澈厨具有限公司: Call"));
  g_assert_nonnull (strstr (body, "CCC certificate expires"));
  nothing = remind (f, day - 10, "Lin Yue");
  g_assert_cmpuint (nothing->len, ==, 0);
  g_ptr_array_add (one, g_ptr_array_index (found, 1));
  single = tp_reminders_title (one, day);
  g_assert_cmpstr (single, ==, "Call");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/task/edit", Fixture, NULL, fixture_set_up, test_edit, fixture_tear_down);
  g_test_add ("/task/reminders", Fixture, NULL, fixture_set_up, test_reminders, fixture_tear_down);
  return g_test_run ();
}
