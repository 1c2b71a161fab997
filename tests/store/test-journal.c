/* test-journal.c: undo, redo, history, and that kept sums follow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "fixture.h"
#include "transfer.h"

#include <stdlib.h>
#include <string.h>

#define N_CHANGES 2000

/* A deterministic stream of random numbers: a failure can be run again. */
typedef struct
{
  GRand *rand;
  TpKind kind;
  char *failed;
} Random;

/* An id of a record of @kind that exists, or 0. */
static gint64
any_of (TpReader *reader, TpKind kind, GRand *rand)
{
  g_autoptr (TpQuery) query = tp_query_new (kind);
  g_autoptr (GArray) ids = tp_reader_select (reader, query, NULL);

  if (ids->len == 0)
    return 0;
  return g_array_index (ids, gint64, g_rand_int_range (rand, 0, (gint32) ids->len));
}

/* Fills every field of @record at random, required ones always. FALSE where a record
 * it must refer to does not exist yet. */
static gboolean
fill (TpReader *reader, TpRecord *record, GRand *rand)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      gboolean required = (field->flags & TP_FIELD_REQUIRED) != 0;

      if ((field->flags & TP_FIELD_AUTO) != 0 && tp_record_value (record, i)->set)
        continue;
      if (!required && g_rand_int_range (rand, 0, 3) == 0)
        {
          tp_record_clear (record, field->name);
          continue;
        }
      switch (field->type)
        {
        case TP_FIELD_TOKEN:
        case TP_FIELD_TOKENS:
          tp_record_take_text (
              record, i, field->words[g_rand_int_range (rand, 0, (gint32) tp_word_count (field->words))].token,
              -1);
          break;
        case TP_FIELD_TEXT:
        case TP_FIELD_NOTE:
          {
            g_autofree char *text
                = strcmp (field->name, "province") == 0
                      ? g_strdup_printf ("%02d", g_rand_int_range (rand, 31, 37))
                  : strcmp (field->name, "subject_kind") == 0 ? g_strdup ("organisation")
                  : strcmp (field->name, "currency") == 0 || strcmp (field->name, "base") == 0
                      ? g_strdup ("CNY")
                      : g_strdup_printf ("文%08x", g_rand_int (rand));

            tp_record_take_text (record, i, text, -1);
            break;
          }
        case TP_FIELD_REF:
        case TP_FIELD_SUBJECT:
          {
            gint64 id = any_of (reader, field->type == TP_FIELD_REF ? field->ref : TP_KIND_ORGANISATION, rand);

            if (id == 0 && required)
              return FALSE;
            if (id == 0 || id == tp_record_get_id (record))
              tp_record_clear (record, field->name);
            else
              tp_record_set_number (record, field->name, id);
            break;
          }
        case TP_FIELD_FLAG:
          tp_record_set_number (record, field->name, g_rand_int_range (rand, 0, 2));
          break;
        case TP_FIELD_DAY:
          tp_record_set_day (record, field->name, tp_day_new (2025, 1, 1) + g_rand_int_range (rand, 0, 500));
          break;
        case TP_FIELD_INTEGER:
        case TP_FIELD_MINOR:
        case TP_FIELD_BASIS:
        case TP_FIELD_TIME:
        default:
          tp_record_set_number (record, field->name, g_rand_int_range (rand, 0, 1000000));
        }
    }
  return TRUE;
}

/* A unique value of one record goes to another and back: the engine alone cannot
 * undo that. */
static gboolean
swap_keys (TpChange *change, GRand *rand, GError **error)
{
  gint64 a = any_of (tp_change_reader (change), TP_KIND_ORGANISATION, rand);
  gint64 b = any_of (tp_change_reader (change), TP_KIND_ORGANISATION, rand);
  g_autoptr (TpRecord) one = tp_reader_get (tp_change_reader (change), TP_KIND_ORGANISATION, a);
  g_autoptr (TpRecord) two = tp_reader_get (tp_change_reader (change), TP_KIND_ORGANISATION, b);
  g_autoptr (TpRecord) first = NULL, second = NULL, third = NULL;

  if (a == b || one == NULL || two == NULL)
    return TRUE;
  first = tp_record_edit (one);
  second = tp_record_edit (two);
  third = tp_record_edit (one);
  tp_record_set_text (first, "key", "swap-in-between");
  tp_record_set_text (second, "key", tp_record_get_text (one, "key"));
  tp_record_set_text (third, "key", tp_record_get_text (two, "key"));
  return tp_change_update (change, first, error) && tp_change_update (change, second, error)
         && tp_change_update (change, third, error);
}

static gboolean
random_change (TpChange *change, gpointer data, GError **error)
{
  Random *random = data;
  int steps = g_rand_int_range (random->rand, 1, 5);

  for (int step = 0; step < steps; step++)
    {
      TpKind kind = (TpKind) g_rand_int_range (random->rand, 0, TP_N_KINDS);
      int act = g_rand_int_range (random->rand, 0, 10);
      gint64 id = any_of (tp_change_reader (change), kind, random->rand);
      g_autoptr (TpRecord) stored = NULL;
      g_autoptr (TpRecord) record = NULL;
      g_autoptr (GError) refused = NULL;

      /* Postings are reversed, not taken back; the import log stays. */
      if (kind == TP_KIND_ENTRY || kind == TP_KIND_IMPORT)
        continue;
      if (act == 9)
        {
          if (!swap_keys (change, random->rand, error))
            return FALSE;
          continue;
        }
      if (act >= 7 && id != 0)
        {
          if (!tp_change_delete (change, kind, id, &refused))
            g_assert_error (refused, TP_ERROR, TP_ERROR_REFUSED);
          continue;
        }
      stored = id != 0 ? tp_reader_get (tp_change_reader (change), kind, id) : NULL;
      record = act >= 4 && stored != NULL ? tp_record_edit (stored) : tp_record_new (kind);
      if (!fill (tp_change_reader (change), record, random->rand))
        continue;
      if (tp_record_get_id (record) != 0 ? !tp_change_update (change, record, error)
                                         : !tp_change_insert (change, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
assert_sound (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tp_store_check_sync (store, &error);

  g_assert_no_error (error);
  /* Records that citations named can be gone here: this test deletes at random. */
  for (guint i = 0; i < faults->len; i++)
    if (strstr (g_ptr_array_index (faults, i), "belongs to a record") == NULL
        && strstr (g_ptr_array_index (faults, i), "bytes of attachment") == NULL)
      g_error ("check: %s", (char *) g_ptr_array_index (faults, i));
}

static gpointer
export_all (TpReader *reader, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!tp_export_workspace (reader, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* The whole workspace in the interchange format. */
static GBytes *
export_of (TpStore *store)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tp_store_read_sync (store, export_all, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_property (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) first = export_of (f->store);
  g_autoptr (GBytes) last = NULL, again = NULL, back = NULL;
  /* Always the same walk; TP_SEED takes another. */
  const char *seed = g_getenv ("TP_SEED");
  Random random = { g_rand_new_with_seed (seed != NULL ? (guint32) strtoul (seed, NULL, 10) : 20250502), TP_KIND_NONE, NULL };
  guint undone = 0, redone = 0;

  for (int i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (GError) error = NULL;

      tp_store_change_sync (f->store, "random", "Tester", random_change, &random, NULL, &error);
      g_assert_no_error (error);
      if (i % 100 == 99)
        assert_sound (f->store);
    }
  last = export_of (f->store);
  g_assert_false (g_bytes_equal (last, first));

  for (;; undone++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TpChangeInfo) info = tp_store_undo_sync (f->store, "Tester", &error);

      if (info == NULL)
        {
          g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
          break;
        }
      if (undone % 100 == 99)
        assert_sound (f->store);
    }
  g_assert_cmpuint (undone, >, N_CHANGES * 3 / 4);
  back = export_of (f->store);
  g_assert_true (g_bytes_equal (back, first));

  for (;; redone++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TpChangeInfo) info = tp_store_redo_sync (f->store, "Tester", &error);

      if (info == NULL)
        {
          g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
          break;
        }
      if (redone % 100 == 99)
        assert_sound (f->store);
    }
  g_assert_cmpuint (redone, ==, undone);
  again = export_of (f->store);
  g_assert_true (g_bytes_equal (again, last));
  g_rand_free (random.rand);
}

static gboolean
rename_exporter (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpRecord) stored = tp_reader_find (tp_change_reader (change), TP_KIND_EXPORTER, "uscc",
                                                "91350100M000100Y43");
  g_autoptr (TpRecord) record = tp_record_edit (stored);

  tp_record_set_text (record, "name_local", data);
  return tp_change_update (change, record, error);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波华锦", "91350100M000100Y43");
  gint64 id = fixture_insert (f->store, exporter);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (TpChangeInfo) undone = NULL;
  g_autoptr (GError) error = NULL;
  const TpFieldChange *field;

  tp_store_change_sync (f->store, "edit-exporter", "林悦", rename_exporter, (gpointer) "宁波华锦电器", NULL, &error);
  g_assert_no_error (error);
  undone = tp_store_undo_sync (f->store, "王科", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tp_change_info_get_verb (undone), ==, "edit-exporter");

  history = tp_reader_history (tp_store_main_reader (f->store), TP_KIND_EXPORTER, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (tp_change_info_get_op (g_ptr_array_index (history, 2)), ==, TP_CHANGE_OP_INSERT);
  g_assert_cmpstr (tp_change_info_get_author (g_ptr_array_index (history, 1)), ==, "林悦");
  field = &g_array_index (tp_change_info_get_fields (g_ptr_array_index (history, 1)), TpFieldChange, 0);
  g_assert_cmpstr (field->field->name, ==, "name_local");
  g_assert_cmpstr (field->before.text, ==, "宁波华锦");
  g_assert_cmpstr (field->after.text, ==, "宁波华锦电器");
  /* The newest names the change it took back. */
  g_assert_cmpint (tp_change_info_get_undoes (g_ptr_array_index (history, 0)), ==,
                   tp_change_info_get_key (g_ptr_array_index (history, 1)));
}

static gboolean
post_entry (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpRecord) fund = tp_record_new (TP_KIND_FUND);
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);

  tp_record_set_text (fund, "key", "jd");
  tp_record_set_text (fund, "title", "Procurement");
  tp_record_set_text (fund, "currency", "CNY");
  if (!tp_change_insert (change, fund, error))
    return FALSE;
  tp_record_set_number (entry, "fund", tp_record_get_id (fund));
  tp_record_set_text (entry, "type", "pledge");
  tp_record_set_day (entry, "date", tp_day_new (2025, 5, 1));
  tp_record_set_number (entry, "amount", 500);
  tp_record_set_text (entry, "currency", "CNY");
  tp_record_set_number (entry, "posted", tp_change_time (change));
  return tp_change_insert (change, entry, error);
}

static gboolean
post_again (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpRecord) fund = tp_reader_find (tp_change_reader (change), TP_KIND_FUND, "key", "jd");
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);

  tp_record_set_number (entry, "fund", tp_record_get_id (fund));
  tp_record_set_text (entry, "type", "pledge");
  tp_record_set_day (entry, "date", tp_day_new (2025, 6, 1));
  tp_record_set_number (entry, "amount", 70);
  tp_record_set_text (entry, "currency", "CNY");
  tp_record_set_number (entry, "posted", tp_change_time (change));
  return tp_change_insert (change, entry, error);
}

static gint64
pledged_on (Fixture *f, TpDay day)
{
  g_autoptr (TpRecord) fund = tp_reader_find (tp_store_main_reader (f->store), TP_KIND_FUND, "key", "jd");
  gint64 figures[TP_N_ENTRY_TYPES];

  if (fund == NULL)
    return 0;
  tp_reader_fund_figures (tp_store_main_reader (f->store), tp_record_get_id (fund), NULL, day, figures);
  return figures[TP_ENTRY_PLEDGE];
}

static gint64
pledged (Fixture *f)
{
  return pledged_on (f, tp_day_new (2026, 1, 1));
}

/* A posted entry is never deleted: undo posts its reversal, redo posts it again. */
static void
test_postings_reverse (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tp_store_change_sync (f->store, "make-fund", "T", post_entry, NULL, NULL, &error);
  g_assert_no_error (error);
  tp_store_change_sync (f->store, "post-entry", "T", post_again, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pledged (f), ==, 570);
  for (int turn = 0; turn < 3; turn++)
    {
      g_autoptr (TpChangeInfo) undone = tp_store_undo_sync (f->store, "T", &error);
      g_autoptr (TpChangeInfo) redone = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (pledged (f), ==, 500);
      redone = tp_store_redo_sync (f->store, "T", &error);
      g_assert_no_error (error);
      g_assert_cmpint (pledged (f), ==, 570);
    }
  g_assert_cmpint (tp_reader_count (tp_store_main_reader (f->store), TP_KIND_ENTRY), ==, 2 + 3 * 2);
  assert_sound (f->store);
}

static gboolean
reverse_last (TpChange *change, gpointer data, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_ENTRY);
  g_autoptr (GArray) ids = tp_reader_select (tp_change_reader (change), query, error);
  g_autoptr (TpRecord) last = tp_reader_get (tp_change_reader (change), TP_KIND_ENTRY,
                                             g_array_index (ids, gint64, ids->len - 1));
  g_autoptr (TpRecord) reversal = tp_record_edit (last);

  tp_record_set_id (reversal, 0);
  tp_record_clear (reversal, "reference");
  tp_record_set_day (reversal, "date", tp_day_new (2025, 9, 1));
  tp_record_set_number (reversal, "reverses", tp_record_get_id (last));
  tp_record_set_text (reversal, "reason", "wrong");
  return tp_change_insert (change, reversal, error);
}

/* Undo past a reversal that was itself undone: what stands for the entry is reversed,
 * and undo goes on to the change before. */
static void
test_undo_past_reversal (Fixture *f, gconstpointer data)
{
  /* On the last day, and on a day between the entry and its reversal. */
  static const gint64 after_undo[] = { 570, 500, 0 }, between_undo[] = { 570, 500, 0 };
  static const gint64 after_redo[] = { 500, 570, 500 }, between_redo[] = { 500, 570, 570 };
  const TpDay between = tp_day_new (2025, 7, 1);
  g_autoptr (GError) error = NULL;

  tp_store_change_sync (f->store, "make-fund", "T", post_entry, NULL, NULL, &error);
  g_assert_no_error (error);
  tp_store_change_sync (f->store, "post-entry", "T", post_again, NULL, NULL, &error);
  g_assert_no_error (error);
  tp_store_change_sync (f->store, "reverse-entry", "T", reverse_last, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pledged (f), ==, 500);
  for (int turn = 0; turn < 2; turn++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (after_undo); i++)
        {
          g_autoptr (TpChangeInfo) undone = tp_store_undo_sync (f->store, "T", &error);

          g_assert_no_error (error);
          g_assert_cmpint (pledged (f), ==, after_undo[i]);
          g_assert_cmpint (pledged_on (f, between), ==, between_undo[i]);
        }
      g_assert_null (tp_store_undo_sync (f->store, "T", &error));
      g_clear_error (&error);
      for (guint i = 0; i < G_N_ELEMENTS (after_redo); i++)
        {
          g_autoptr (TpChangeInfo) redone = tp_store_redo_sync (f->store, "T", &error);

          g_assert_no_error (error);
          g_assert_cmpint (pledged (f), ==, after_redo[i]);
          g_assert_cmpint (pledged_on (f, between), ==, between_redo[i]);
        }
    }
  assert_sound (f->store);
}

static gboolean
insert_many (TpChange *change, gpointer data, GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (TpRecord) exporter = fixture_exporter ("厦门晴舶箱包有限公司", NULL);

      if (!tp_change_insert (change, exporter, error))
        return FALSE;
    }
  return TRUE;
}

/* Longer than a chunk: one change all the same, one undo, one redo. */
static void
test_chunks (Fixture *f, gconstpointer data)
{
  const gint64 many = 120000;
  g_autoptr (TpChangeInfo) info = NULL;
  g_autoptr (TpChangeInfo) redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  tp_store_change_sync (f->store, "import", "T", insert_many, GINT_TO_POINTER (many), NULL, &error);
  g_assert_no_error (error);
  before = fixture_dump (f->store);
  g_assert_cmpint (tp_reader_exporter_count (tp_store_main_reader (f->store), tp_day_new (2025, 5, 2)), ==, many);
  g_assert_cmpint (tp_reader_exporter_count (tp_store_main_reader (f->store), tp_day_new (2025, 5, 1)), ==, 0);
  info = tp_store_undo_sync (f->store, "T", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tp_reader_count (tp_store_main_reader (f->store), TP_KIND_EXPORTER), ==, 0);
  redone = tp_store_redo_sync (f->store, "T", &error);
  g_assert_no_error (error);
  after = fixture_dump (f->store);
  g_assert_true (strcmp (before, after) == 0);
}

static gboolean
fail_half_way (TpChange *change, gpointer data, GError **error)
{
  if (!insert_many (change, GINT_TO_POINTER (10), error))
    return FALSE;
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED, "half way");
  return FALSE;
}

static void
test_refused_leaves_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (f->store);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_false (tp_store_change_sync (f->store, "x", "T", fail_half_way, NULL, NULL, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  after = fixture_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  changes = tp_reader_changes (tp_store_main_reader (f->store), 10, 0);
  g_assert_cmpuint (changes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/journal/property", test_property);
  ADD ("/journal/history", test_history);
  ADD ("/journal/postings-reverse", test_postings_reverse);
  ADD ("/journal/undo-past-reversal", test_undo_past_reversal);
  ADD ("/journal/chunks", test_chunks);
  ADD ("/journal/refused-leaves-nothing", test_refused_leaves_nothing);
  return g_test_run ();
}
