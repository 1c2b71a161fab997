/* test-bulk.c: one thing done to many exporters, on real files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "advance-exporter.h"
#include "bulk-advance.h"
#include "bulk-archive.h"
#include "bulk-assign.h"
#include "bulk-enrol.h"
#include "bulk-request.h"
#include "call-list.h"
#include "error.h"
#include "export-rows.h"
#include "record-choices.h"
#include "transfer.h"
#include "uscc.h"

#include <string.h>

#define MANY 5000

static gboolean
run (Fixture *self, TpBulk *bulk, GCancellable *cancellable, GError **error)
{
  return tp_store_change_sync (self->store, tp_bulk_get_verb (bulk), "Tester", tp_bulk_run, bulk, cancellable,
                               error);
}

/* What would be done, by the same rules; nothing may change meanwhile. */
static TpBulkResult *
plan (Fixture *self, TpBulk *bulk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  TpBulk *same = tp_store_read_sync (self->store, tp_bulk_plan_read, bulk, &error);

  g_assert_no_error (error);
  g_assert_true (same == bulk);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  tp_bulk_unref (same);
  return tp_bulk_get_result (bulk);
}

/* Plans, does, and holds the one against the other. */
static TpBulkResult *
plan_and_run (Fixture *self, TpBulk *bulk)
{
  g_autoptr (GTimeZone) zone = tp_reader_time_zone (tp_store_main_reader (self->store));
  g_autoptr (GError) error = NULL;
  TpBulkResult *result = plan (self, bulk);
  guint done = result->done->len;
  guint causes[TP_N_SKIPS];

  /* As a workspace does: what is planned and what is done have one today. */
  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, "Asia/Shanghai");
  tp_store_set_time_zone (self->store, zone);
  memcpy (causes, result->causes, sizeof causes);
  run (self, bulk, NULL, &error);
  g_assert_no_error (error);
  result = tp_bulk_get_result (bulk);
  g_assert_cmpuint (result->done->len, ==, done);
  for (guint i = 0; i < TP_N_SKIPS; i++)
    g_assert_cmpuint (result->causes[i], ==, causes[i]);
  return result;
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = tp_store_undo_sync (self->store, "Tester", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static void
redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = tp_store_redo_sync (self->store, "Tester", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static char *
make_uscc (guint n)
{
  char *code = g_strdup_printf ("91330203%09u0", n);

  code[17] = tp_uscc_check_character (code);
  return code;
}

static gint64
add (Fixture *self, guint n, const char *stage, gboolean coded)
{
  g_autofree char *uscc = coded ? make_uscc (n) : NULL;
  g_autofree char *name = g_strdup_printf ("宁波禾澈%u厨具有限公司", n);
  g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);

  tp_record_set_text (exporter, "stage", stage);
  return fixture_insert (self->store, exporter);
}

static gint64
add_requirement (Fixture *self, const char *key, const char *stage)
{
  g_autoptr (TpRecord) requirement = tp_record_new (TP_KIND_REQUIREMENT);

  tp_record_set_text (requirement, "key", key);
  tp_record_set_text (requirement, "title", key);
  tp_record_set_text (requirement, "stage", stage);
  tp_record_set_text (requirement, "applies", "always");
  return fixture_insert (self->store, requirement);
}

static char *
stage_of (Fixture *self, gint64 id)
{
  g_autoptr (TpRecord) exporter = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, id);

  return g_strdup (tp_record_get_text (exporter, "stage"));
}

static void
assert_stage (Fixture *self, gint64 id, const char *stage)
{
  g_autofree char *now = stage_of (self, id);

  g_assert_cmpstr (now, ==, stage);
}

static guint
n_changes (Fixture *self)
{
  g_autoptr (GPtrArray) changes = tp_reader_changes (tp_store_main_reader (self->store), 1000, 0);

  return changes->len;
}

static gpointer
export (TpReader *reader, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!tp_export_workspace (reader, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
export_bytes (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tp_store_read_sync (self->store, export, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Each is skipped for its own reason, and the others go on */

static void
test_advance_skips (Fixture *self, gconstpointer data)
{
  gint64 ids[] = {
    add (self, 1, "sourced", TRUE),    /* → contacted */
    add (self, 2, "documents", TRUE),  /* the licence is open */
    add (self, 3, "qualified", FALSE), /* no USCC */
    add (self, 4, "selling", TRUE),    /* the last */
    add (self, 5, "contacted", TRUE),  /* → qualified */
    add (self, 6, "on_hold", TRUE),    /* not brought back unseen */
    77,                                /* gone */
  };
  g_autoptr (TpBulk) bulk = tp_bulk_advance_new (ids, G_N_ELEMENTS (ids), TP_N_STAGES, "  ", TP_DAY_NONE);
  g_autoptr (TpBulk) reasoned = NULL;
  g_autofree char *text = NULL;
  TpBulkResult *result;
  TpBulkSkipped *skipped;
  guint before;

  add_requirement (self, "business_licence", "documents");
  before = n_changes (self);
  result = plan_and_run (self, bulk);
  g_assert_cmpuint (n_changes (self), ==, before + 1);
  g_assert_cmpuint (result->done->len, ==, 2);
  g_assert_cmpint (g_array_index (result->done, gint64, 0), ==, ids[0]);
  g_assert_cmpint (g_array_index (result->done, gint64, 1), ==, ids[4]);
  g_assert_cmpuint (result->skipped->len, ==, 5);
  g_assert_cmpuint (result->causes[TP_SKIP_BESIDE], ==, 1);
  assert_stage (self, ids[5], "on_hold");
  g_assert_cmpuint (result->causes[TP_SKIP_NEEDS_REASON], ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_NO_USCC], ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_LAST], ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_GONE], ==, 1);
  skipped = g_ptr_array_index (result->skipped, 0);
  g_assert_cmpint (skipped->exporter, ==, ids[1]);
  g_assert_cmpstr (skipped->title, ==, "宁波禾澈2厨具有限公司");
  g_assert_nonnull (strstr (skipped->reason, "business_licence"));
  assert_stage (self, ids[0], "contacted");
  assert_stage (self, ids[1], "documents");
  assert_stage (self, ids[2], "qualified");
  assert_stage (self, ids[4], "qualified");
  text = tp_bulk_outcome_text (bulk);
  g_assert_cmpstr (text, ==, "2 advanced · 5 skipped");

  /* The gate opens for a reason, which is recorded; a USCC is not replaced by one. */
  reasoned = tp_bulk_advance_new (ids, 5, TP_STAGE_COMPLIANCE, "Licence seen at the office", TP_DAY_NONE);
  result = plan_and_run (self, reasoned);
  g_assert_cmpuint (result->causes[TP_SKIP_NEEDS_REASON], ==, 0);
  g_assert_cmpuint (result->causes[TP_SKIP_NO_USCC], ==, 1);
  assert_stage (self, ids[1], "compliance");
  {
    g_autoptr (GPtrArray) activities
        = tp_reader_children (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, "exporter", ids[1]);
    TpRecord *last = g_ptr_array_index (activities, activities->len - 1);

    g_assert_cmpstr (tp_record_get_text (last, "reason"), ==, "Licence seen at the office");
    g_assert_cmpstr (tp_record_get_text (last, "author"), ==, "Tester");
    g_assert_cmpstr (tp_record_get_text (last, "from_stage"), ==, "documents");
    g_assert_cmpstr (tp_record_get_text (last, "to_stage"), ==, "compliance");
  }
}

/* All to one stage: those that are there stay; beside the pipeline all need a reason */
static void
test_advance_to (Fixture *self, gconstpointer data)
{
  gint64 ids[] = { add (self, 1, "sourced", TRUE), add (self, 2, "qualified", TRUE) };
  g_autoptr (TpBulk) qualified = tp_bulk_advance_new (ids, 2, TP_STAGE_QUALIFIED, NULL, TP_DAY_NONE);
  g_autoptr (TpBulk) hold = tp_bulk_advance_new (ids, 2, TP_STAGE_ON_HOLD, NULL, TP_DAY_NONE);
  g_autoptr (TpBulk) early = tp_bulk_advance_new (ids, 2, TP_STAGE_DOCUMENTS, NULL, tp_day_new (2025, 5, 3));
  g_autoptr (TpBulk) late = tp_bulk_advance_new (ids, 2, TP_STAGE_DOCUMENTS, NULL, tp_day_new (2999, 1, 1));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TpBulkResult *result;

  result = plan (self, qualified);
  text = tp_bulk_plan_text (qualified);
  g_assert_cmpstr (text, ==, "1 will advance; 1 stays as it is already");
  result = plan_and_run (self, qualified);
  g_assert_cmpuint (result->done->len, ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_ALREADY], ==, 1);
  result = plan_and_run (self, hold);
  g_assert_cmpuint (result->done->len, ==, 0);
  g_assert_cmpuint (result->causes[TP_SKIP_NEEDS_REASON], ==, 2);
  /* The first one moved today: nothing is recorded before that. */
  result = plan_and_run (self, early);
  g_assert_cmpuint (result->causes[TP_SKIP_DAY], ==, 1);
  g_assert_cmpuint (result->done->len, ==, 1);
  g_assert_false (run (self, late, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

/* Five thousand */

static gboolean
insert_many (TpChange *change, gpointer data, GError **error)
{
  GArray *ids = data;

  for (guint i = 0; i < MANY; i++)
    {
      /* Each hundredth has no USCC; the step to Documents needs one. */
      g_autofree char *uscc = i % 100 == 99 ? NULL : make_uscc (i);
      g_autofree char *name = g_strdup_printf ("宁波禾澈%u厨具有限公司", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, uscc);
      gint64 id;

      tp_record_set_text (exporter, "stage", "qualified");
      if (!tp_change_insert (change, exporter, error))
        return FALSE;
      id = tp_record_get_id (exporter);
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static GArray *
add_many (Fixture *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  tp_store_change_sync (self->store, "test", "Tester", insert_many, ids, NULL, &error);
  g_assert_no_error (error);
  return ids;
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (TpBulk) bulk
      = tp_bulk_advance_new ((const gint64 *) (gpointer) ids->data, ids->len, TP_N_STAGES, NULL, TP_DAY_NONE);
  g_autoptr (GBytes) before = export_bytes (self);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  guint changes = n_changes (self);
  TpBulkResult *result = plan_and_run (self, bulk);
  gint64 start;

  g_assert_cmpuint (result->done->len, ==, MANY - MANY / 100);
  g_assert_cmpuint (result->causes[TP_SKIP_NO_USCC], ==, MANY / 100);
  g_assert_cmpuint (tp_bulk_get_walked (bulk), ==, MANY);
  g_assert_cmpuint (n_changes (self), ==, changes + 1);
  after = export_bytes (self);
  g_assert_false (g_bytes_equal (before, after));
  start = g_get_monotonic_time ();
  undo (self);
  g_test_message ("undo of %u: %.0f ms", MANY, (double) (g_get_monotonic_time () - start) / 1000);
  undone = export_bytes (self);
  g_assert_true (g_bytes_equal (before, undone));
  redo (self);
  redone = export_bytes (self);
  g_assert_true (g_bytes_equal (after, redone));
  faults = tp_store_check_sync (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Cancelled on the way, everything is as it was */

typedef struct
{
  TpBulk *bulk;
  GCancellable *cancellable;
  gint stop;
} Watch;

static gpointer
cancel_on_the_way (gpointer data)
{
  Watch *watch = data;

  while (!g_atomic_int_get (&watch->stop) && tp_bulk_get_walked (watch->bulk) < 50)
    g_thread_yield ();
  g_cancellable_cancel (watch->cancellable);
  return NULL;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = add_many (self);
  g_autoptr (TpBulk) bulk
      = tp_bulk_advance_new ((const gint64 *) (gpointer) ids->data, ids->len, TP_N_STAGES, NULL, TP_DAY_NONE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { bulk, cancellable, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_on_the_way, &watch);
  guint changes = n_changes (self);

  g_assert_false (run (self, bulk, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_atomic_int_set (&watch.stop, 1);
  g_thread_join (thread);
  g_assert_cmpuint (tp_bulk_get_walked (bulk), <, MANY);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n_changes (self), ==, changes);
}

/* Assigning */

/* Who is gone, or put away already, is skipped and said; the others go, and come back in one step. */
static void
test_archive (Fixture *self, gconstpointer data)
{
  gint64 ids[] = { add (self, 1, "sourced", TRUE), add (self, 2, "listed", TRUE), add (self, 3, "sourced", TRUE), 987654 };
  g_autoptr (TpBulk) one = tp_bulk_archive_new (ids, 1);
  g_autoptr (TpBulk) all = tp_bulk_archive_new (ids, G_N_ELEMENTS (ids));
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (TpRecord) archived = NULL;
  TpBulkResult *result;

  g_assert_cmpuint (plan_and_run (self, one)->done->len, ==, 1);
  before = fixture_dump (self->store);
  result = plan_and_run (self, all);
  g_assert_cmpuint (result->done->len, ==, 2);
  g_assert_cmpuint (result->causes[TP_SKIP_GONE], ==, 2);
  text = tp_bulk_outcome_text (all);
  g_assert_cmpstr (text, ==, "2 archived · 2 skipped");
  undo (self);
  again = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, again);
  redo (self);
  archived = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, ids[1]);
  g_assert_cmpint (tp_record_get_number_or (archived, "archived", 0), ==, 1);
}

static void
test_assign (Fixture *self, gconstpointer data)
{
  gint64 ids[] = { add (self, 1, "sourced", TRUE), add (self, 2, "sourced", TRUE) };
  g_autoptr (TpBulk) one = tp_bulk_assign_new (ids, 1, " 林悦 ");
  g_autoptr (TpBulk) both = tp_bulk_assign_new (ids, 2, "林悦");
  g_autoptr (TpBulk) nobody = tp_bulk_assign_new (ids, 2, "  ");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) owners = NULL;
  g_autoptr (GError) error = NULL;
  TpBulkResult *result = plan_and_run (self, one);

  g_assert_cmpuint (result->done->len, ==, 1);
  before = fixture_dump (self->store);
  result = plan_and_run (self, both);
  g_assert_cmpuint (result->done->len, ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_ALREADY], ==, 1);
  owners = tp_store_read_sync (self->store, tp_owner_choices_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (owners->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (owners, 0), ==, "林悦");
  undo (self);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  redo (self);
  result = plan_and_run (self, nobody);
  g_assert_cmpuint (result->done->len, ==, 2);
  /* Each name once; whose exporters are all in the archive is nobody's owner. */
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "Wang Ke", "Su Han", "Wang Ke", "Zhang Min" };
      g_autofree char *name = g_strdup_printf ("厂%u", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

      tp_record_set_text (exporter, "owner", names[i]);
      tp_record_set_number (exporter, "archived", i == 3);
      fixture_insert (self->store, exporter);
    }
  g_clear_pointer (&owners, g_ptr_array_unref);
  owners = tp_store_read_sync (self->store, tp_owner_choices_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (owners->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (owners, 0), ==, "Su Han");
  g_assert_cmpstr (g_ptr_array_index (owners, 1), ==, "Wang Ke");
}

/* Enrolling */

static gint64
add_programme (Fixture *self, gint64 capacity)
{
  g_autoptr (TpRecord) programme = tp_record_new (TP_KIND_PROGRAMME);

  tp_record_set_text (programme, "key", "green");
  tp_record_set_text (programme, "title", "Green channel");
  tp_record_set_text (programme, "provinces", "33 44");
  tp_record_set_text (programme, "stage_min", "qualified");
  if (capacity >= 0)
    tp_record_set_number (programme, "capacity", capacity);
  return fixture_insert (self->store, programme);
}

static void
test_enrol (Fixture *self, gconstpointer data)
{
  gint64 programme = add_programme (self, 3);
  gint64 ids[] = { add (self, 1, "qualified", TRUE), add (self, 2, "sourced", TRUE),
                   add (self, 3, "documents", TRUE), add (self, 4, "documents", TRUE),
                   add (self, 5, "documents", TRUE) };
  g_autoptr (TpBulk) first = tp_bulk_enrol_new (ids, 3, programme, TP_DAY_NONE, FALSE);
  g_autoptr (TpBulk) more = tp_bulk_enrol_new (ids, 5, programme, TP_DAY_NONE, TRUE);
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL;
  TpBulkResult *result = plan_and_run (self, first);
  TpBulkSkipped *skipped = g_ptr_array_index (result->skipped, 0);

  g_assert_cmpuint (result->done->len, ==, 2);
  g_assert_cmpuint (result->causes[TP_SKIP_NOT_ELIGIBLE], ==, 1);
  g_assert_cmpint (skipped->exporter, ==, ids[1]);
  g_assert_nonnull (strstr (skipped->reason, "Qualified"));
  undo (self);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  redo (self);

  /* Room for one more: the one that is not eligible was asked for and comes first. */
  result = plan_and_run (self, more);
  g_assert_cmpuint (result->done->len, ==, 1);
  g_assert_cmpint (g_array_index (result->done, gint64, 0), ==, ids[1]);
  g_assert_cmpuint (result->causes[TP_SKIP_ALREADY], ==, 2);
  g_assert_cmpuint (result->causes[TP_SKIP_FULL], ==, 2);
}

/* Asking for documents */

static void
test_request (Fixture *self, gconstpointer data)
{
  gint64 licence = add_requirement (self, "business_licence", "documents");
  gint64 account = add_requirement (self, "bank_account", "documents");
  gint64 ids[] = { add (self, 1, "qualified", TRUE), add (self, 2, "qualified", TRUE) };
  g_autoptr (TpBulk) one = tp_bulk_request_new (ids, 1, licence, TP_DAY_NONE, TP_DAY_NONE);
  g_autoptr (TpBulk) both = tp_bulk_request_new (ids, 2, licence, TP_DAY_NONE, TP_DAY_NONE);
  g_autoptr (TpBulk) rest = tp_bulk_request_new (ids, 2, 0, TP_DAY_NONE, TP_DAY_NONE);
  g_autoptr (TpBulk) again = tp_bulk_request_new (ids, 2, 0, TP_DAY_NONE, TP_DAY_NONE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TpReader *reader = tp_store_main_reader (self->store);
  g_autoptr (GPtrArray) statuses = NULL;
  TpBulkResult *result = plan_and_run (self, one);

  g_assert_cmpuint (result->done->len, ==, 1);
  before = fixture_dump (self->store);
  result = plan_and_run (self, both);
  g_assert_cmpuint (result->done->len, ==, 1);
  g_assert_cmpuint (result->causes[TP_SKIP_NOTHING_OPEN], ==, 1);
  undo (self);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  redo (self);
  result = plan_and_run (self, rest);
  g_assert_cmpuint (result->done->len, ==, 2);
  statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "requirement", account);
  g_assert_cmpuint (statuses->len, ==, 2);
  g_assert_cmpstr (tp_record_get_text (g_ptr_array_index (statuses, 0), "status"), ==, "requested");
  result = plan_and_run (self, again);
  g_assert_cmpuint (result->done->len, ==, 0);
  g_assert_cmpuint (result->causes[TP_SKIP_NOTHING_OPEN], ==, 2);
}

/* The list that is shown, in a file: a byte order mark, its order and its filter; the
 * workspace is never written over */

static gpointer
export_rows (TpReader *reader, gpointer input, GError **error)
{
  return tp_export_rows_read (reader, input, error);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  gint64 ids[] = { add (self, 1, "sourced", TRUE), add (self, 2, "qualified", TRUE), add (self, 3, "sourced", TRUE) };
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  TpExportRows rows = { query, TP_ROWS_CSV, NULL, self->path, NULL };
  g_autofree char *path = g_build_filename (self->folder, "导出.csv", NULL);
  g_autofree char *name = tp_export_rows_file_name (TP_KIND_EXPORTER, TP_ROWS_CSV, tp_day_new (2026, 3, 18));
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const char *first, *second;

  g_assert_cmpstr (name, ==, "exporters-2026-03-18.csv");
  tp_query_where_number (query, "id", TP_OP_EQUAL, ids[0]);
  tp_query_where_number (query, "id", TP_OP_EQUAL, ids[2]);
  tp_query_set_sort (query, "name_local", TRUE);
  rows.path = path;
  tp_store_read_sync (self->store, export_rows, &rows, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFreference,"));
  first = strstr (text, "宁波禾澈3厨具有限公司");
  second = strstr (text, "宁波禾澈1厨具有限公司");
  g_assert_true (first != NULL && second != NULL && first < second);
  g_assert_null (strstr (text, "宁波禾澈2厨具有限公司"));

  before = fixture_dump (self->store);
  rows.path = self->path;
  g_assert_null (tp_store_read_sync (self->store, export_rows, &rows, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, TP_ERROR);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

/* The call list: by province, what is open and the last note */

static char *
pdf_text (TpTablePage *table)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  tp_table_page_write_pdf (table, stream, 595.28, 841.89, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  pdf = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (program == NULL)
    return NULL;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                              "-layout", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static void
test_call_list (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, 1, "qualified", TRUE);
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  TpCallListRequest request = { query, (char *) "Owner: Lin Yue", TP_CALL_LIST_BY_PROVINCE, (char *) "Ningbo", TRUE };
  g_autoptr (TpRecord) note = tp_record_new (TP_KIND_ACTIVITY);
  g_autoptr (TpTablePage) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add (self, 2, "sourced", FALSE);
  add_requirement (self, "business_licence", "documents");
  tp_record_set_number (note, "exporter", id);
  tp_record_set_text (note, "kind", "call");
  tp_record_set_text (note, "text", "回电");
  tp_record_set_day (note, "date", tp_day_new (2025, 6, 1));
  tp_record_set_number (note, "time", G_GINT64_CONSTANT (1748736000000));
  fixture_insert (self->store, note);
  tp_query_set_as_of (query, tp_day_new (2025, 7, 1));
  table = tp_store_read_sync (self->store, tp_call_list_read, &request, &error);
  g_assert_no_error (error);
  /* The heading of the province, and two rows */
  g_assert_cmpuint (tp_table_page_get_n_rows (table), ==, 3);
  text = pdf_text (table);
  if (text == NULL)
    return;
  for (const char *const *words = (const char *const[]) { "Call List", "Owner: Lin Yue", "Zhejiang · 2", "2 exporters",
                                                          "宁波禾澈1厨具有限公司", "回电", "business_licence",
                                                          "No number", "Demonstration data", "Page 1 of 1", NULL };
       *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      g_error ("“%s” is not in\n%s", *words, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/bulk/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("advance/skips", test_advance_skips);
  ADD ("advance/to-a-stage", test_advance_to);
  ADD ("advance/many", test_many);
  ADD ("advance/cancel", test_cancel);
  ADD ("archive", test_archive);
  ADD ("assign", test_assign);
  ADD ("enrol", test_enrol);
  ADD ("request", test_request);
  ADD ("export", test_export);
  ADD ("call-list", test_call_list);
  return g_test_run ();
}
