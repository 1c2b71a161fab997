/* test-record-history.c: the timeline of an exporter, notes put right, and the history
 * of each of its fields.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "advance-exporter.h"
#include "edit-exporter.h"
#include "edit-note.h"
#include "error.h"
#include "profile-words.h"
#include "record-history.h"
#include "timeline.h"

#include <string.h>

#define USCC "91330203578F758HKD" /* Zhejiang */

static gboolean
change_as (Fixture *self, const char *author, TpChangeFunc func, gpointer input, GError **error)
{
  return tp_store_change_sync (self->store, "test", author, func, input, NULL, error);
}

static void
change (Fixture *self, TpChangeFunc func, gpointer input)
{
  g_autoptr (GError) error = NULL;

  change_as (self, "Lin Yue", func, input, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = redo ? tp_store_redo_sync (self->store, "Su Han", &error)
                                       : tp_store_undo_sync (self->store, "Su Han", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static gint64
add_exporter (Fixture *self)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", USCC);

  return fixture_insert (self->store, exporter);
}

static void
set_field (Fixture *self, gint64 id, const char *field, const char *text)
{
  g_autoptr (TpRecord) base = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_EXPORTER, id);
  g_autoptr (TpEditExporter) edit = tp_edit_exporter_new (tp_record_edit (base));

  edit->base = g_object_ref (base);
  tp_record_set_text (edit->exporter, field, text);
  change (self, tp_edit_exporter_run, edit);
}

static GListModel *
history (Fixture *self, gint64 exporter)
{
  TpHistoryQuestion question = { exporter, tp_day_new (2025, 6, 3), g_time_zone_new_utc () };
  g_autoptr (GError) error = NULL;
  GListModel *rows = tp_store_read_sync (self->store, tp_record_history_read, &question, &error);

  g_assert_no_error (error);
  g_time_zone_unref (question.zone);
  return rows;
}

/* The rows about a field, newest first, as "before → after|author|undone". */
static char *
told (Fixture *self, gint64 exporter, const char *field)
{
  g_autoptr (GListModel) rows = history (self, exporter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TpHistoryRow) row = g_list_model_get_item (rows, i);
      g_autofree char *before = NULL, *after = NULL, *subject = NULL, *subtitle = NULL;

      if (g_strcmp0 (tp_history_row_get_field (row), field) != 0)
        continue;
      g_object_get (row, "before", &before, "after", &after, "subject", &subject, "subtitle", &subtitle, NULL);
      g_assert_true (g_str_has_suffix (subtitle, " · Lin Yue") || g_str_has_suffix (subtitle, " · Tester"));
      g_string_append_printf (text, "%s[%s]%s→%s%s", text->len > 0 ? "; " : "", subject != NULL ? subject : "",
                              before != NULL ? before : tp_history_row_get_title (row), after != NULL ? after : "",
                              tp_history_row_is_undone (row) ? " undone" : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_told(self, id, field, expected)                                                               \
  G_STMT_START                                                                                               \
    {                                                                                                        \
      g_autofree char *told_ = told (self, id, field);                                                       \
      g_assert_cmpstr (told_, ==, expected);                                                                 \
    }                                                                                                        \
  G_STMT_END

static void
test_fields (Fixture *self, gconstpointer data)
{
  gint64 id = add_exporter (self);

  assert_told (self, id, "exporter.", "[]Added→");
  set_field (self, id, "phone", "0574-8765");
  set_field (self, id, "phone", "0574-4321");
  set_field (self, id, "province", "35");
  assert_told (self, id, "exporter.phone", "[]0574-8765→0574-4321; []Not stated→0574-8765");
  assert_told (self, id, "exporter.province", "[]Zhejiang→Fujian");
}

static void
test_undone (Fixture *self, gconstpointer data)
{
  gint64 id = add_exporter (self);
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (TpHistoryRow) row = NULL;
  g_autofree char *text = NULL;

  set_field (self, id, "phone", "1");
  undo (self, FALSE);
  assert_told (self, id, "exporter.phone", "[]Not stated→1 undone");
  rows = history (self, id);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  row = g_list_model_get_item (rows, 0);
  g_object_get (row, "undone-text", &text, NULL);
  g_assert_nonnull (strstr (text, "Su Han"));
  undo (self, TRUE);
  assert_told (self, id, "exporter.phone", "[]Not stated→1");
  undo (self, FALSE);
  assert_told (self, id, "exporter.phone", "[]Not stated→1 undone");
}

static gboolean
update (TpChange *change_, gpointer record, GError **error)
{
  return tp_change_update (change_, record, error);
}

static gboolean
delete_product (TpChange *change_, gpointer id, GError **error)
{
  return tp_change_delete (change_, TP_KIND_PRODUCT, *(gint64 *) id, error);
}

static void
test_children (Fixture *self, gconstpointer data)
{
  gint64 id = add_exporter (self);
  g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);
  g_autoptr (TpRecord) edited = NULL;
  gint64 product_id;

  tp_record_set_number (product, "exporter", id);
  tp_record_set_text (product, "name", "Pan");
  product_id = fixture_insert (self->store, product);
  edited = tp_record_edit (product);
  tp_record_set_text (edited, "hs_code", "732393");
  change (self, update, edited);
  assert_told (self, id, "product.hs_code", "[Pan]Not stated→732393");
  assert_told (self, id, "product.", "[Pan]Added→");
  /* What is deleted is still told of, and once more when it is back. */
  change (self, delete_product, &product_id);
  assert_told (self, id, "product.", "[Pan]Deleted→; [Pan]Added→");
  undo (self, FALSE);
  assert_told (self, id, "product.", "[Pan]Deleted→ undone; [Pan]Added→");
}

/* Many at once */

#define MANY 1200 /* more than what is asked for one by one when it is gone */

static gboolean
insert_many (TpChange *change_, gpointer exporter, GError **error)
{
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);

      tp_record_set_number (product, "exporter", *(gint64 *) exporter);
      tp_record_set_text (product, "name", "One of many");
      if (!tp_change_insert (change_, product, error))
        return FALSE;
    }
  return TRUE;
}

/* Changes exporters and products at random; returns every product that ever was. */
static void
mix (Fixture *self, GRand *random, const gint64 *exporters, guint n, GArray *products)
{
  TpReader *reader = tp_store_main_reader (self->store);

  for (int step = 0; step < 150; step++)
    {
      gint64 exporter = exporters[g_rand_int_range (random, 0, (gint32) n)];
      gint64 product
          = products->len > 0
                ? g_array_index (products, gint64, g_rand_int_range (random, 0, (gint32) products->len))
                : 0;
      g_autoptr (TpRecord) stored = product != 0 ? tp_reader_get (reader, TP_KIND_PRODUCT, product) : NULL;
      g_autofree char *name = g_strdup_printf ("Pan %d", step);
      g_autoptr (GError) error = NULL;
      g_autoptr (TpRecord) record = NULL;
      g_autoptr (TpChangeInfo) turned = NULL;

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
        case 1:
          record = tp_record_new (TP_KIND_PRODUCT);
          tp_record_set_number (record, "exporter", exporter);
          tp_record_set_text (record, "name", name);
          product = fixture_insert (self->store, record);
          /* The id of one whose addition was undone is taken again. */
          if (products->len == 0 || product > g_array_index (products, gint64, products->len - 1))
            g_array_append_val (products, product);
          break;
        case 2:
          if (stored == NULL)
            break;
          record = tp_record_edit (stored);
          tp_record_set_text (record, "name", name);
          /* Sometimes it goes over to another exporter. */
          tp_record_set_number (record, "exporter", exporter);
          change (self, update, record);
          break;
        case 3:
          if (stored != NULL)
            change (self, delete_product, &product);
          break;
        case 4:
          g_clear_object (&stored);
          stored = tp_reader_get (reader, TP_KIND_EXPORTER, exporter);
          record = tp_record_edit (stored);
          tp_record_set_text (record, "city", name);
          change (self, update, record);
          break;
        default:
          turned = g_rand_boolean (random) ? tp_store_undo_sync (self->store, "Su Han", &error)
                                           : tp_store_redo_sync (self->store, "Su Han", &error);
          /* The exporters stay. */
          for (guint i = 0; i < n; i++)
            {
              g_autoptr (TpRecord) there = tp_reader_get (reader, TP_KIND_EXPORTER, exporters[i]);

              if (there == NULL)
                undo (self, TRUE);
            }
          break;
        }
    }
}

static char *
infos_text (GPtrArray *infos)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < infos->len; i++)
    {
      TpChangeInfo *info = g_ptr_array_index (infos, i);
      GArray *fields = tp_change_info_get_fields (info);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %d", tp_change_info_get_seq (info), tp_change_info_get_op (info));
      for (guint k = 0; k < fields->len; k++)
        g_string_append_printf (text, " %s=%s%" G_GINT64_FORMAT, g_array_index (fields, TpFieldChange, k).field->name,
                                g_array_index (fields, TpFieldChange, k).after.text,
                                g_array_index (fields, TpFieldChange, k).after.number);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* What the history says a record is now: its changes done again, the oldest first. */
static TpRecord *
retold (TpKind kind, GPtrArray *infos)
{
  TpRecord *record = NULL;

  for (guint i = infos->len; i-- > 0;)
    {
      TpChangeInfo *info = g_ptr_array_index (infos, i);
      GArray *fields = tp_change_info_get_fields (info);

      g_assert_true ((tp_change_info_get_op (info) == TP_CHANGE_OP_INSERT) == (record == NULL));
      if (record == NULL)
        record = tp_record_new (kind);
      for (guint k = 0; k < fields->len; k++)
        {
          const TpFieldChange *field = &g_array_index (fields, TpFieldChange, k);

          tp_record_set_value (record, (guint) tp_kind_field_index (kind, field->field->name), &field->after);
        }
      if (tp_change_info_get_op (info) == TP_CHANGE_OP_DELETE)
        g_clear_object (&record);
    }
  return record;
}

static void
check_retold (TpReader *reader, const TpRecordRef *ref, GPtrArray *infos)
{
  g_autoptr (TpRecord) record = tp_reader_get (reader, ref->kind, ref->id);
  g_autoptr (TpRecord) again = retold (ref->kind, infos);

  g_assert_true ((record == NULL) == (again == NULL));
  for (guint i = 0; record != NULL && i < tp_kind_info (ref->kind)->n_fields; i++)
    {
      const char *name = tp_kind_info (ref->kind)->fields[i].name;

      g_assert_cmpint (tp_record_is_set (record, name), ==, tp_record_is_set (again, name));
      if (tp_field_is_text (&tp_kind_info (ref->kind)->fields[i]))
        g_assert_cmpstr (tp_record_get_text (record, name), ==, tp_record_get_text (again, name));
      else if (tp_record_is_set (record, name))
        g_assert_cmpint (tp_record_get_number (record, name), ==, tp_record_get_number (again, name));
    }
}

/* The children that are gone, found by looking at the history of each there ever was. */
static void
check_gone (TpReader *reader, gint64 exporter, const TpRecordRef *refs, GPtrArray *histories)
{
  const TpChildren which[] = { { TP_KIND_TASK, "exporter", exporter }, { TP_KIND_PRODUCT, "exporter", exporter } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) gone = tp_reader_deleted_children (reader, which, G_N_ELEMENTS (which), &error);
  GArray *ids;
  guint found = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (gone, 0))->len, ==, 0);
  ids = g_ptr_array_index (gone, 1);
  for (guint i = 0; i < histories->len; i++)
    {
      g_autoptr (TpRecord) record = tp_reader_get (reader, refs[i].kind, refs[i].id);
      GPtrArray *infos = g_ptr_array_index (histories, i);
      gboolean belonged = FALSE;

      for (guint k = 0; refs[i].kind == TP_KIND_PRODUCT && record == NULL && k < infos->len; k++)
        if (tp_change_info_get_op (g_ptr_array_index (infos, k)) == TP_CHANGE_OP_DELETE)
          {
            GArray *fields = tp_change_info_get_fields (g_ptr_array_index (infos, k));

            for (guint f = 0; f < fields->len; f++)
              belonged |= g_str_equal (g_array_index (fields, TpFieldChange, f).field->name, "exporter")
                          && g_array_index (fields, TpFieldChange, f).before.number == exporter;
          }
      if (!belonged)
        continue;
      g_assert_cmpuint (found, <, ids->len);
      g_assert_cmpint (g_array_index (ids, gint64, found++), ==, refs[i].id);
    }
  g_assert_cmpuint (found, ==, ids->len);
}

static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (25);
  g_autoptr (GArray) products = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TpRecordRef));
  TpReader *reader = tp_store_main_reader (self->store);
  g_autoptr (GPtrArray) changes = NULL, histories = NULL;
  g_autoptr (GError) error = NULL;
  gint64 exporters[3], rows = 0, told_of = 0;

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autofree char *name = g_strdup_printf ("Exporter %u", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);
      TpRecordRef ref = { TP_KIND_EXPORTER, exporters[i] = fixture_insert (self->store, exporter) };

      g_array_append_val (refs, ref);
    }
  mix (self, random, exporters, G_N_ELEMENTS (exporters), products);
  for (guint i = 0; i < products->len; i++)
    {
      const TpRecordRef ref = { TP_KIND_PRODUCT, g_array_index (products, gint64, i) };

      g_array_append_val (refs, ref);
    }
  histories = tp_reader_histories (reader, (const TpRecordRef *) (gconstpointer) refs->data, refs->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (histories->len, ==, refs->len);
  for (guint i = 0; i < refs->len; i++)
    {
      const TpRecordRef *ref = &g_array_index (refs, TpRecordRef, i);
      g_autoptr (GPtrArray) alone = tp_reader_history (reader, ref->kind, ref->id, &error);
      g_autofree char *one = infos_text (alone), *among = infos_text (g_ptr_array_index (histories, i));

      g_assert_cmpstr (one, ==, among);
      check_retold (reader, ref, alone);
      told_of += alone->len;
    }
  /* Each row of each change is told of once. */
  changes = tp_reader_changes (reader, 1000, 0);
  for (guint i = 0; i < changes->len; i++)
    rows += tp_change_info_get_rows (g_ptr_array_index (changes, i));
  g_assert_cmpint (told_of, ==, rows);

  /* What a large change took away is not named one by one. */
  change (self, insert_many, &exporters[0]);
  undo (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    check_gone (reader, exporters[i], (const TpRecordRef *) (gconstpointer) refs->data, histories);
}

/* Timeline */

static GListModel *
timeline (Fixture *self, gint64 exporter, TpDay as_of)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (TpTimelineQuestion) question = tp_timeline_question_new (exporter, as_of, utc, "Lin Yue");
  g_autoptr (GError) error = NULL;
  GListModel *items = tp_store_read_sync (self->store, tp_timeline_read, question, &error);

  g_assert_no_error (error);
  return items;
}

static char *
titles (GListModel *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TpTimelineItem) item = g_list_model_get_item (items, i);
      g_autofree char *title = NULL;

      g_object_get (item, "title", &title, NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", title);
    }
  return g_string_free (text, FALSE);
}

static void
add_dated (Fixture *self, TpKind kind, const char *ref, gint64 id, ...)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);
  const char *field;
  va_list args;

  tp_record_set_number (record, ref, id);
  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);
      TpDay day;

      if (tp_kind_field (kind, field)->type == TP_FIELD_DAY && tp_day_parse_iso (text, &day))
        tp_record_set_day (record, field, day);
      else if (tp_field_is_text (tp_kind_field (kind, field)))
        tp_record_set_text (record, field, text);
      else
        tp_record_set_number (record, field, g_ascii_strtoll (text, NULL, 10));
    }
  va_end (args);
  fixture_insert (self->store, record);
}

static void
test_timeline (Fixture *self, gconstpointer data)
{
  gint64 id = add_exporter (self); /* sourced on 2 May 2025 */
  g_autoptr (TpAdvance) move = tp_advance_new (id, TP_STAGE_CONTACTED, NULL);
  g_autoptr (TpNote) call = tp_note_new (id, "call", "Chen Wei");
  g_autoptr (GListModel) before = NULL, all = NULL;
  g_autofree char *then = NULL, *now = NULL;

  move->day = tp_day_new (2025, 5, 6);
  change (self, tp_advance_run, move);
  call->day = tp_day_new (2025, 5, 4);
  change (self, tp_note_run, call);
  add_dated (self, TP_KIND_TASK, "exporter", id, "title", "Send the form", "done", "2025-05-08", NULL);
  add_dated (self, TP_KIND_TASK, "exporter", id, "title", "Not yet done", "due", "2025-05-08", NULL);
  add_dated (self, TP_KIND_SALE, "exporter", id, "date", "2025-05-12", "amount", "1200000", "currency", "CNY",
             NULL);
  add_dated (self, TP_KIND_SALE, "exporter", id, "date", "2025-05-10", "amount", "500000", "currency", "CNY",
             NULL);
  all = timeline (self, id, tp_day_new (2025, 6, 1));
  now = titles (all);
  g_assert_cmpstr (now, ==,
                   "First domestic sale: CN¥5,000.00; Done: Send the form; Sourced → Contacted; Chen Wei; Sourced");
  /* On a day before, what came later has not happened. */
  before = timeline (self, id, tp_day_new (2025, 5, 4));
  then = titles (before);
  g_assert_cmpstr (then, ==, "Chen Wei; Sourced");
}

static void
test_notes (Fixture *self, gconstpointer data)
{
  gint64 id = add_exporter (self);
  g_autoptr (TpNote) note = tp_note_new (id, "note", "frist words");
  g_autoptr (TpEditNote) edit = NULL;
  g_autoptr (TpEditNote) empty = NULL;
  g_autoptr (GListModel) items = NULL;
  g_autoptr (TpTimelineItem) item = NULL;
  g_autoptr (TpRecord) activity = NULL;
  g_autoptr (TpRecord) stage = NULL;
  g_autoptr (TpAdvance) move = tp_advance_new (id, TP_STAGE_CONTACTED, NULL);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gboolean own;
  gint64 note_id, stage_id = 0;

  note->day = tp_day_new (2025, 5, 20);
  change (self, tp_note_run, note);
  items = timeline (self, id, tp_day_new (2025, 6, 1));
  item = g_list_model_get_item (items, 0);
  g_object_get (item, "own", &own, NULL);
  g_assert_true (own);
  note_id = tp_timeline_item_get_id (item);
  before = fixture_dump (self->store);

  edit = tp_edit_note_new (note_id, "meeting", " first words ", tp_day_new (2025, 5, 19));
  /* Others may not. */
  g_assert_false (change_as (self, "Su Han", tp_edit_note_run, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Lin Yue"));
  g_clear_error (&error);
  g_assert_false (change_as (self, "Su Han", tp_delete_note_run, &note_id, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
  g_clear_error (&error);
  empty = tp_edit_note_new (note_id, "note", "  ", tp_day_new (2025, 5, 19));
  g_assert_false (change_as (self, "Lin Yue", tp_edit_note_run, empty, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);

  change (self, tp_edit_note_run, edit);
  activity = tp_reader_get (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, note_id);
  g_assert_cmpstr (tp_record_get_text (activity, "kind"), ==, "meeting");
  g_assert_cmpstr (tp_record_get_text (activity, "text"), ==, "first words");
  g_assert_cmpint (tp_record_get_day (activity, "date"), ==, tp_day_new (2025, 5, 19));
  g_assert_cmpstr (tp_record_get_text (activity, "author"), ==, "Lin Yue");
  undo (self, FALSE);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);

  change (self, tp_delete_note_run, &note_id);
  g_assert_null (tp_reader_get (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, note_id));
  undo (self, FALSE);
  g_clear_pointer (&after, g_free);
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
  undo (self, TRUE);
  g_assert_null (tp_reader_get (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, note_id));

  /* What the program recorded is not edited. */
  change (self, tp_advance_run, move);
  activities = tp_reader_children (tp_store_main_reader (self->store), TP_KIND_ACTIVITY, "exporter", id);
  for (guint i = 0; i < activities->len; i++)
    if (tp_record_has_word (g_ptr_array_index (activities, i), "kind", "stage"))
      stage_id = tp_record_get_id (g_ptr_array_index (activities, i));
  g_assert_cmpint (stage_id, !=, 0);
  g_assert_false (change_as (self, "Lin Yue", tp_delete_note_run, &stage_id, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_REFUSED);
}

static void
test_words (void)
{
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", USCC);
  g_autofree char *here = tp_exporter_uscc_note (exporter);
  g_autofree char *unknown = tp_exporter_risk_words (exporter);
  g_autofree char *elsewhere = NULL, *risk = NULL, *chapters = NULL;

  g_assert_cmpstr (here, ==, "Registered in Zhejiang");
  g_assert_false (tp_exporter_uscc_doubtful (exporter));
  tp_record_set_text (exporter, "province", "35");
  elsewhere = tp_exporter_uscc_note (exporter);
  g_assert_true (tp_exporter_uscc_doubtful (exporter));
  g_assert_nonnull (strstr (elsewhere, "Zhejiang"));
  g_assert_nonnull (strstr (elsewhere, "Fujian"));
  g_assert_nonnull (strstr (unknown, "annual export value"));
  tp_record_set_text (exporter, "currency", "CNY");
  tp_record_set_number (exporter, "annual_export", 1000000);
  tp_record_set_number (exporter, "us_share", 2550);
  risk = tp_exporter_risk_words (exporter);
  g_assert_cmpstr (risk, ==, "CN¥10,000.00 × 25.5% = CN¥2,550.00");
  tp_record_set_text (exporter, "hs_chapters", "73 82");
  chapters = tp_exporter_chapter_words (exporter);
  g_assert_true (g_str_has_prefix (chapters, "73 "));
  g_assert_nonnull (strstr (chapters, "\n82 "));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/record-history/fields", test_fields);
  ADD ("/record-history/undone", test_undone);
  ADD ("/record-history/children", test_children);
  ADD ("/record-history/many", test_many);
  ADD ("/record-history/timeline", test_timeline);
  ADD ("/record-history/notes", test_notes);
  g_test_add_func ("/record-history/words", test_words);
  return g_test_run ();
}
