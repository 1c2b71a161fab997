/* test-requirement-sets.c: checklists made, changed and removed; a status that was given
 * outlives all of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "edit-requirement-set.h"
#include "edit-requirement-status.h"
#include "error.h"

#include <string.h>

static TpReader *
reader (Fixture *self)
{
  return tp_store_main_reader (self->store);
}

static gboolean
change (Fixture *self, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (self->store, "test", "Tester", func, input, NULL, error);
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

/* Undo brings back what was, redo what came. */
static void
check_whole (Fixture *self, const char *before)
{
  g_autofree char *after = fixture_dump (self->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  undo (self, FALSE);
  undone = fixture_dump (self->store);
  g_assert_cmpstr (undone, ==, before);
  undo (self, TRUE);
  redone = fixture_dump (self->store);
  g_assert_cmpstr (redone, ==, after);
}

static TpRecord *
new_requirement (const char *title)
{
  TpRecord *requirement = tp_record_new (TP_KIND_REQUIREMENT);

  tp_record_set_text (requirement, "title", title);
  tp_record_set_text (requirement, "stage", "listed");
  tp_record_set_text (requirement, "applies", "always");
  return requirement;
}

/* A set of two requirements; their ids. */
static gint64
make_set (Fixture *self, gint64 ids[2])
{
  g_autoptr (TpRecord) set = tp_record_new (TP_KIND_REQUIREMENT_SET);
  g_autoptr (TpRecord) one = new_requirement ("Script of the livestream");
  g_autoptr (TpRecord) two = new_requirement ("样品");
  g_autoptr (TpEditRequirementSet) edit = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (set, "title", "Livestream");
  tp_record_set_text (set, "hs_chapters", "42 85");
  edit = tp_edit_requirement_set_new (set, NULL);
  tp_edit_requirement_set_add (edit, one, NULL);
  tp_edit_requirement_set_add (edit, two, NULL);
  g_assert_true (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_no_error (error);
  ids[0] = tp_record_get_id (one);
  ids[1] = tp_record_get_id (two);
  return tp_record_get_id (edit->set);
}

static gint64
add_status (Fixture *self, gint64 requirement)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", NULL);
  gint64 id = fixture_insert (self->store, exporter);
  g_autoptr (TpSetRequirement) given = tp_set_requirement_new (id, requirement, "verified");
  g_autoptr (GError) error = NULL;

  g_assert_true (change (self, tp_set_requirement_run, given, &error));
  g_assert_no_error (error);
  return id;
}

static TpRecord *
get (Fixture *self, gint64 id)
{
  return tp_reader_get (reader (self), TP_KIND_REQUIREMENT, id);
}

static void
test_make (Fixture *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (self->store);
  gint64 ids[2], set = make_set (self, ids);
  g_autoptr (TpRecord) kept = tp_reader_get (reader (self), TP_KIND_REQUIREMENT_SET, set);
  g_autoptr (TpRecord) one = get (self, ids[0]);
  g_autoptr (TpRecord) two = get (self, ids[1]);

  g_assert_cmpstr (tp_record_get_text (kept, "key"), ==, "livestream");
  g_assert_cmpstr (tp_record_get_text (one, "key"), ==, "script-of-the-livestream");
  g_assert_true (tp_record_is_set (two, "key"));
  g_assert_cmpint (tp_record_get_number (one, "position"), ==, 1);
  g_assert_cmpint (tp_record_get_number (two, "position"), ==, 2);
  g_assert_cmpint (tp_record_get_number (two, "requirement_set"), ==, set);
  check_whole (self, before);
}

static void
test_change (Fixture *self, gconstpointer data)
{
  gint64 ids[2], set = make_set (self, ids);
  gint64 exporter = add_status (self, ids[0]);
  g_autoptr (TpRecord) base = tp_reader_get (reader (self), TP_KIND_REQUIREMENT_SET, set);
  g_autoptr (TpRecord) edited = tp_record_edit (base);
  g_autoptr (TpRecord) fresh = new_requirement ("Price list");
  g_autoptr (TpEditRequirementSet) edit = tp_edit_requirement_set_new (edited, base);
  g_autofree char *before = fixture_dump (self->store);
  g_autoptr (TpRecord) status = NULL;
  g_autoptr (TpRecord) retired = NULL;
  g_autoptr (TpRecord) deleted = NULL;
  g_autoptr (TpRecord) back = NULL;
  g_autoptr (TpRecord) restored = NULL;
  g_autoptr (TpEditRequirementSet) again = NULL;
  g_autoptr (GError) error = NULL;

  /* Both go: the one with a status is kept for it. */
  tp_edit_requirement_set_drop (edit, ids[0]);
  tp_edit_requirement_set_drop (edit, ids[1]);
  tp_edit_requirement_set_add (edit, fresh, NULL);
  g_assert_true (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (edit->retired, ==, 1);
  retired = get (self, ids[0]);
  g_assert_cmpint (tp_record_get_number (retired, "retired"), ==, 1);
  deleted = get (self, ids[1]);
  g_assert_null (deleted);
  status = tp_reader_requirement_status (reader (self), exporter, ids[0]);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "verified");
  check_whole (self, before);

  /* Back it is asked for again, with the status it had. */
  again = tp_edit_requirement_set_new (edited, NULL);
  back = tp_record_edit (retired);
  tp_edit_requirement_set_add (again, back, retired);
  g_assert_true (change (self, tp_edit_requirement_set_run, again, &error));
  g_assert_no_error (error);
  restored = get (self, ids[0]);
  g_assert_false (tp_record_is_set (restored, "retired"));
  g_clear_object (&status);
  status = tp_reader_requirement_status (reader (self), exporter, ids[0]);
  g_assert_cmpstr (tp_record_get_text (status, "status"), ==, "verified");
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  gint64 ids[2], set = make_set (self, ids);
  gint64 exporter = add_status (self, ids[1]);
  g_autoptr (TpRecord) base = tp_reader_get (reader (self), TP_KIND_REQUIREMENT_SET, set);
  g_autoptr (TpEditRequirementSet) edit = tp_edit_requirement_set_new (base, base);
  g_autoptr (TpEditRequirementSet) all = tp_edit_requirement_set_new (NULL, NULL);
  g_autofree char *before = fixture_dump (self->store);
  g_autoptr (TpRecord) gone = NULL;
  g_autoptr (TpRecord) deleted = NULL;
  g_autoptr (TpRecord) retired = NULL;
  g_autoptr (TpRecord) status = NULL;
  g_autoptr (GError) error = NULL;

  edit->remove = TRUE;
  g_assert_true (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_no_error (error);
  gone = tp_reader_get (reader (self), TP_KIND_REQUIREMENT_SET, set);
  g_assert_null (gone);
  deleted = get (self, ids[0]);
  g_assert_null (deleted);
  retired = get (self, ids[1]);
  g_assert_cmpint (tp_record_get_number (retired, "retired"), ==, 1);
  g_assert_false (tp_record_is_set (retired, "requirement_set"));
  status = tp_reader_requirement_status (reader (self), exporter, ids[1]);
  g_assert_nonnull (status);
  check_whole (self, before);

  all->remove = TRUE;
  g_assert_false (change (self, tp_edit_requirement_set_run, all, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) one = new_requirement ("One");
  g_autoptr (TpRecord) two = new_requirement ("Two");
  g_autoptr (TpEditRequirementSet) make = tp_edit_requirement_set_new (NULL, NULL);
  g_autoptr (TpEditRequirementSet) turn = tp_edit_requirement_set_new (NULL, NULL);
  g_autoptr (TpRecord) first = NULL;
  g_autoptr (TpRecord) second = NULL;
  g_autoptr (TpRecord) moved = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  tp_edit_requirement_set_add (make, one, NULL);
  tp_edit_requirement_set_add (make, two, NULL);
  g_assert_true (change (self, tp_edit_requirement_set_run, make, &error));
  before = fixture_dump (self->store);
  first = tp_record_edit (two);
  second = tp_record_edit (one);
  tp_edit_requirement_set_add (turn, first, two);
  tp_edit_requirement_set_add (turn, second, one);
  g_assert_true (change (self, tp_edit_requirement_set_run, turn, &error));
  g_assert_no_error (error);
  moved = get (self, tp_record_get_id (two));
  g_assert_cmpint (tp_record_get_number (moved, "position"), ==, 1);
  check_whole (self, before);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (TpRecord) set = tp_record_new (TP_KIND_REQUIREMENT_SET);
  g_autoptr (TpRecord) untitled = new_requirement (NULL);
  g_autoptr (TpEditRequirementSet) edit = tp_edit_requirement_set_new (set, NULL);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  tp_record_set_text (edit->set, "title", "Livestream");
  tp_record_set_text (edit->set, "hs_chapters", "99");
  g_assert_false (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  tp_record_set_text (edit->set, "hs_chapters", "42");
  tp_edit_requirement_set_add (edit, untitled, NULL);
  g_assert_false (change (self, tp_edit_requirement_set_run, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "1"));
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/requirement-sets/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("make", test_make);
  ADD ("change", test_change);
  ADD ("remove", test_remove);
  ADD ("order", test_order);
  ADD ("refused", test_refused);
  return g_test_run ();
}
