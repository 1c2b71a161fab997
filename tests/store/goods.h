/* goods.h: an exporter with a programme, a channel and products, for the tests of what
 * hangs on one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "error.h"
#include "record-edit.h"
#include "sums.h"

typedef struct
{
  Fixture fixture;
  gint64 exporter;
  gint64 other; /* another exporter */
  gint64 programme;
  gint64 channel;
} Goods;

#define DAY(month, mday) tp_day_new (2025, (month), (mday))

static inline TpReader *
goods_reader (Goods *self)
{
  return tp_store_main_reader (self->fixture.store);
}

static inline TpRecord *
goods_get (Goods *self, TpKind kind, gint64 id)
{
  return tp_reader_get (goods_reader (self), kind, id);
}

static inline TpRecord *
goods_edit (Goods *self, TpKind kind, gint64 id)
{
  g_autoptr (TpRecord) record = goods_get (self, kind, id);

  return tp_record_edit (record);
}

static inline gboolean
goods_update_one (TpChange *change, gpointer data, GError **error)
{
  return tp_change_update (change, data, error);
}

static inline void
goods_update (Goods *self, TpRecord *record)
{
  g_autoptr (GError) error = NULL;

  tp_store_change_sync (self->fixture.store, "test", "Tester", goods_update_one, record, NULL, &error);
  g_assert_no_error (error);
}

static inline gint64
goods_keyed (Goods *self, TpKind kind, const char *key, const char *title, const char *type)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);

  tp_record_set_text (record, "key", key);
  tp_record_set_text (record, title, key);
  if (type != NULL)
    tp_record_set_text (record, kind == TP_KIND_CHANNEL ? "kind" : "status", type);
  return fixture_insert (self->fixture.store, record);
}

static inline void
goods_set_up (Goods *self, gconstpointer data)
{
  g_autoptr (TpRecord) first = fixture_exporter ("宁波禾澈厨具有限公司", "91330203578F758HKD");
  g_autoptr (TpRecord) second = fixture_exporter ("福州茶具有限公司", "91350100M000100Y43");
  g_autoptr (TpRecord) programme = tp_record_new (TP_KIND_PROGRAMME);

  fixture_set_up (&self->fixture, data);
  self->exporter = fixture_insert (self->fixture.store, first);
  self->other = fixture_insert (self->fixture.store, second);
  self->channel = goods_keyed (self, TP_KIND_CHANNEL, "market", "name", "marketplace");
  tp_record_set_text (programme, "key", "sourcing");
  tp_record_set_text (programme, "title", "Sourcing");
  tp_record_set_number (programme, "channel", self->channel);
  self->programme = fixture_insert (self->fixture.store, programme);
}

static inline void
goods_tear_down (Goods *self, gconstpointer data)
{
  fixture_tear_down (&self->fixture, data);
}

/* Runs a use case on @record; the id it has afterwards. 0 where it was refused. */
static inline gint64
goods_run (Goods *self, TpChangeFunc func, TpRecord *record, TpRecord *base, GError **error)
{
  g_autoptr (TpRecordEdit) edit = tp_record_edit_new (g_object_ref (record), base);

  if (!tp_store_change_sync (self->fixture.store, "test", "Tester", func, edit, NULL, error))
    return 0;
  return tp_record_get_id (edit->record);
}

static inline void
goods_undo (Goods *self, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) info = redo ? tp_store_redo_sync (self->fixture.store, "Tester", &error)
                                        : tp_store_undo_sync (self->fixture.store, "Tester", &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

/* Undone it is as before, redone as after, to the letter. */
static inline void
goods_check_undo (Goods *self, const char *before)
{
  g_autofree char *after = fixture_dump (self->fixture.store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  goods_undo (self, FALSE);
  undone = fixture_dump (self->fixture.store);
  g_assert_cmpstr (before, ==, undone);
  goods_undo (self, TRUE);
  redone = fixture_dump (self->fixture.store);
  g_assert_cmpstr (after, ==, redone);
}

/* Refused, and nothing was changed. */
#define goods_refused(self, func, record, base, error_code)                                          \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autoptr (GError) refusal = NULL;                                                               \
    g_autofree char *was = fixture_dump ((self)->fixture.store);                                     \
    g_autofree char *is = NULL;                                                                      \
    g_assert_cmpint (goods_run ((self), (func), (record), (base), &refusal), ==, 0);                 \
    g_assert_error (refusal, TP_ERROR, (error_code));                                                \
    is = fixture_dump ((self)->fixture.store);                                                       \
    g_assert_cmpstr (was, ==, is);                                                                   \
  }                                                                                                  \
  G_STMT_END

#define goods_kept(self, func, record, base)                                                         \
  ({                                                                                                 \
    g_autoptr (GError) fault = NULL;                                                                 \
    gint64 kept_id = goods_run ((self), (func), (record), (base), &fault);                           \
    g_assert_no_error (fault);                                                                       \
    kept_id;                                                                                         \
  })

static inline TpRecord *
goods_product (gint64 exporter, const char *reference)
{
  TpRecord *product = tp_record_new (TP_KIND_PRODUCT);

  tp_record_set_number (product, "exporter", exporter);
  tp_record_set_text (product, "reference", reference);
  tp_record_set_text (product, "name", reference);
  return product;
}

static inline TpRecord *
goods_enrolment (gint64 exporter, gint64 programme, const char *status)
{
  TpRecord *enrolment = tp_record_new (TP_KIND_ENROLMENT);

  tp_record_set_number (enrolment, "exporter", exporter);
  tp_record_set_number (enrolment, "programme", programme);
  tp_record_set_text (enrolment, "status", status);
  tp_record_set_day (enrolment, "applied", DAY (3, 1));
  if (g_strcmp0 (status, "applied") != 0)
    tp_record_set_day (enrolment, "accepted", DAY (3, 10));
  return enrolment;
}

static inline TpRecord *
goods_listing (gint64 product, gint64 channel, gint64 enrolment, TpDay from)
{
  TpRecord *listing = tp_record_new (TP_KIND_LISTING);

  tp_record_set_number (listing, "product", product);
  tp_record_set_number (listing, "channel", channel);
  if (enrolment != 0)
    tp_record_set_number (listing, "enrolment", enrolment);
  tp_record_set_day (listing, "live_from", from);
  return listing;
}

/* An indicator of a commitment, counted from the records of the programme. */
static inline gint64
goods_indicator (Goods *self, const char *measure)
{
  g_autoptr (TpRecord) commitment = tp_record_new (TP_KIND_COMMITMENT);
  g_autoptr (TpRecord) indicator = tp_record_new (TP_KIND_INDICATOR);

  tp_record_set_text (commitment, "key", measure);
  tp_record_set_text (commitment, "title", measure);
  tp_record_set_text (commitment, "status", "active");
  tp_record_set_text (indicator, "key", measure);
  tp_record_set_text (indicator, "name", measure);
  tp_record_set_text (indicator, "measure", measure);
  tp_record_set_text (indicator, "counted", "records");
  tp_record_set_number (indicator, "programme", self->programme);
  tp_record_set_number (indicator, "commitment", fixture_insert (self->fixture.store, commitment));
  return fixture_insert (self->fixture.store, indicator);
}

static inline gint64
goods_count (Goods *self, gint64 indicator, TpDay day)
{
  return tp_reader_indicator_sum (goods_reader (self), indicator, day);
}
