/* test-status.c: the campaign on a date, read from the data that the program ships.
 *
 * Each expected figure was taken from the records with the tools of tests/generate,
 * which share no code with the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "commitment-detail.h"
#include "commitment-row.h"
#include "detail-line.h"
#include "edit-commitment.h"
#include "edit-evidence.h"
#include "error.h"
#include "money.h"
#include "status-json.h"
#include "status-table.h"
#include "status.h"
#include "workspace.h"

#include <json-glib/json-glib.h>

typedef struct
{
  Fixture fixture;
  TpWorkspace *workspace;
} Campaign;

static void
set_up (Campaign *self, gconstpointer template)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture_set_up (&self->fixture, NULL);
  path = g_build_filename (self->fixture.folder, "campaign.tradepivot", NULL);
  self->workspace = tp_workspace_create_sync (path, (TpTemplate) GPOINTER_TO_INT (template), &error);
  g_assert_no_error (error);
}

static void
tear_down (Campaign *self, gconstpointer template)
{
  tp_workspace_close (self->workspace);
  g_assert_finalize_object (self->workspace);
  fixture_tear_down (&self->fixture, NULL);
}

static TpStatus *
status_on (Campaign *self, TpDay day, const char *currency)
{
  TpStatusQuery query = { day, (char *) currency };
  g_autoptr (GError) error = NULL;
  TpStatus *status = tp_workspace_read_sync (self->workspace, tp_status_read, &query, &error);

  g_assert_no_error (error);
  return status;
}

/* The sample */

static void
test_sample_totals (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);
  GArray *totals = tp_status_get_totals (status);
  const TpStatusTotals *cny = tp_status_get_total (status, "CNY");

  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_nonnull (cny);
  g_assert_cmpint (cny->pledged, ==, 30200000000000);
  g_assert_cmpint (cny->allocated, ==, 0);
  g_assert_cmpint (cny->delivered, ==, 0);
  g_assert_cmpint (cny->unallocated, ==, 0);
  g_assert_cmpuint (cny->stated, ==, 3);
  g_assert_cmpuint (tp_status_get_not_stated (status), ==, 6);
  g_assert_cmpuint (tp_status_get_commitments (status)->len, ==, 9);
  g_assert_null (tp_status_get_converted (status));
  g_assert_null (tp_status_get_total (status, "USD"));
}

static void
test_sample_order (Campaign *self, gconstpointer data)
{
  static const char *const keys[] = {
    "jd-procurement",         "pinduoduo-merchant-fund", "didi-support-fund",
    "taobao-tmall-sourcing",  "freshippo-green-channel", "baidu-advertising",
    "bytedance-initiative",   "meituan-initiative",      "tencent-initiative",
  };
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);
  GPtrArray *commitments = tp_status_get_commitments (status);

  g_assert_cmpuint (commitments->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < commitments->len; i++)
    g_assert_cmpstr (tp_record_get_text (tp_commitment_status_get_record (commitments->pdata[i]), "key"),
                     ==, keys[i]);
  g_assert_cmpstr (
      tp_record_get_text (tp_commitment_status_get_through (commitments->pdata[3]), "key"), ==,
      "taobao-tmall");
  g_assert_cmpstr (tp_record_get_text (tp_commitment_status_get_group (commitments->pdata[4]), "key"),
                   ==, "alibaba");
}

static void
test_sample_targets (Campaign *self, gconstpointer data)
{
  static const struct
  {
    const char *key;
    gint64 target;
    TpPace pace;
    const char *words;
  } cases[] = {
    { "taobao-tmall-provinces", 10, TP_PACE_NOT_STARTED, "more than 10 provinces" },
    { "taobao-tmall-exporters", 10000, TP_PACE_NOT_STARTED, "at least 10,000 exporters" },
    { "taobao-tmall-products", 100000, TP_PACE_NOT_STARTED, "up to 100,000 products" },
    { "baidu-companies", 1000000, TP_PACE_NOT_STARTED, "1,000,000 companies" },
    { "jd-capital", 20000000000000, TP_PACE_STALLED, "CN¥200 bn" },
  };
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TpIndicatorStatus *indicator = tp_status_find_indicator (status, cases[i].key);
      g_autofree char *words = NULL;

      g_assert_nonnull (indicator);
      words = tp_indicator_status_target_words (indicator);
      g_assert_cmpint (tp_indicator_status_get_target (indicator)->target, ==, cases[i].target);
      g_assert_cmpstr (tp_pace_token (tp_indicator_status_get_pace (indicator)->pace), ==,
                       tp_pace_token (cases[i].pace));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A pledge without a target is a scale, never a pace. */
static void
test_pledge_as_scale (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);
  TpRecord *record = tp_workspace_find_key (self->workspace, TP_KIND_COMMITMENT, "pinduoduo-merchant-fund");
  TpCommitmentStatus *pinduoduo = tp_status_find (status, tp_record_get_id (record));
  g_autofree char *measure = tp_commitment_status_get_measure (pinduoduo);
  TpRecord *tencent_record = tp_workspace_find_key (self->workspace, TP_KIND_COMMITMENT, "tencent-initiative");
  TpCommitmentStatus *tencent = tp_status_find (status, tp_record_get_id (tencent_record));

  g_assert_null (tp_commitment_status_get_main (pinduoduo));
  g_assert_cmpint (tp_commitment_status_get_pace (pinduoduo), ==, TP_PACE_NO_TARGET);
  g_assert_cmpfloat (tp_commitment_status_get_fraction (pinduoduo), ==, 0);
  g_assert_cmpfloat (tp_commitment_status_get_tick (pinduoduo), ==, -1);
  g_assert_cmpstr (measure, ==, "CN¥0 of CN¥100 bn");
  g_assert_false (tp_commitment_status_get_capital (tencent, NULL, NULL));
  g_assert_cmpfloat (tp_commitment_status_get_fraction (tencent), ==, -1);
  g_object_unref (record);
  g_object_unref (tencent_record);
}

/* The rate on record is CNY 100 bn = USD 13.7 bn. */
static void
test_conversion (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), "USD");
  const TpStatusTotals *usd = tp_status_get_converted (status);
  TpStatusQuery query = { tp_day_new (2025, 12, 1), (char *) "JPY" };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (usd);
  g_assert_cmpstr (usd->currency, ==, "USD");
  g_assert_cmpint (usd->pledged, ==, 4137400000000);
  g_assert_cmpuint (tp_status_get_rates (status)->len, ==, 1);
  g_assert_null (tp_workspace_read_sync (self->workspace, tp_status_read, &query, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NOT_FOUND);
}

static void
test_json (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), "USD");
  g_autofree char *text = tp_status_to_json (status);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *first, *converted, *indicator, *fund;
  JsonArray *commitments;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "as_of"), ==, "2025-12-01");
  g_assert_cmpint (json_object_get_int_member (root, "not_stated"), ==, 6);
  converted = json_object_get_object_member (root, "converted");
  g_assert_cmpint (json_object_get_int_member (converted, "pledged"), ==, 4137400000000);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (converted, "rates")), ==, 1);
  commitments = json_object_get_array_member (root, "commitments");
  g_assert_cmpuint (json_array_get_length (commitments), ==, 9);
  first = json_array_get_object_element (commitments, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "organisation"), ==, "jd");
  g_assert_true (json_object_get_null_member (first, "through"));
  g_assert_cmpstr (json_object_get_string_member (first, "effective"), ==, "2025-05-01");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (first, "capital"), "minor"),
                   ==, 20000000000000);
  indicator = json_array_get_object_element (json_object_get_array_member (first, "indicators"), 0);
  g_assert_cmpstr (json_object_get_string_member (indicator, "pace"), ==, "stalled");
  g_assert_cmpstr (json_object_get_string_member (indicator, "unit"), ==, "CNY");
  g_assert_true (json_object_get_null_member (indicator, "forecast_end"));
  fund = json_array_get_object_element (json_object_get_array_member (first, "funds"), 0);
  g_assert_cmpint (json_object_get_int_member (fund, "available"), ==, 20000000000000);
  g_assert_true (json_object_get_null_member (json_array_get_object_element (commitments, 5), "capital"));
}

static void
test_table (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);
  g_autofree char *text = tp_status_to_table (status);

  g_assert_nonnull (g_strstr_len (text, -1, "Alibaba, Taobao and Tmall"));
  g_assert_nonnull (g_strstr_len (text, -1, "Not stated"));
  g_assert_nonnull (g_strstr_len (text, -1, "Pledged CN¥302 bn, stated by 3 of 9 commitments"));
  g_test_message ("%s", text);
}

/* Before anything was announced there is nothing, and nothing is an empty list. */
static void
test_before (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2024, 12, 31), NULL);
  g_autofree char *text = tp_status_to_table (status);

  g_assert_cmpuint (tp_status_get_commitments (status)->len, ==, 0);
  g_assert_cmpuint (tp_status_get_totals (status)->len, ==, 0);
  g_assert_cmpuint (tp_status_get_not_stated (status), ==, 0);
}

/* The demonstration data */

typedef struct
{
  const char *key;
  TpPace pace;
  gint64 delivered;
} Expected;

static void
check_paces (TpStatus *status, const Expected *expected, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      TpIndicatorStatus *indicator = tp_status_find_indicator (status, expected[i].key);
      const TpPaceResult *pace;

      g_test_message ("%s", expected[i].key);
      g_assert_nonnull (indicator);
      pace = tp_indicator_status_get_pace (indicator);
      g_assert_cmpint (pace->delivered, ==, expected[i].delivered);
      g_assert_cmpstr (tp_pace_token (pace->pace), ==, tp_pace_token (expected[i].pace));
    }
}

static void
test_demonstration (Campaign *self, gconstpointer data)
{
  static const Expected expected[] = {
    { "jd-capital", TP_PACE_BEHIND, 15130000000000 },
    { "taobao-tmall-exporters", TP_PACE_NO_PERIOD, 109 },
    { "taobao-tmall-products", TP_PACE_NO_PERIOD, 235 },
    { "taobao-tmall-provinces", TP_PACE_FULFILLED, 14 },
    { "baidu-companies", TP_PACE_STALLED, 63 },
    { "lantern-exporters", TP_PACE_AHEAD, 64 },
    { "lantern-products", TP_PACE_ON_TRACK, 181 },
    { "lantern-first-sales", TP_PACE_BEHIND, 33 },
    { "lantern-provinces", TP_PACE_FULFILLED, 13 },
    { "lantern-season-slots", TP_PACE_OVERDUE, 26 },
    { "lantern-livestream-slots", TP_PACE_STALLED, 27 },
    { "lantern-summer-exporters", TP_PACE_NOT_STARTED, 0 },
    { "lantern-trainings", TP_PACE_NO_PERIOD, 236 },
    { "lantern-advised", TP_PACE_NO_TARGET, 18 },
  };
  g_autoptr (TpStatus) status = status_on (self, tp_workspace_get_opening_day (self->workspace), NULL);
  const TpStatusTotals *cny = tp_status_get_total (status, "CNY");
  gboolean seen[TP_N_PACES] = { FALSE };

  g_assert_true (tp_status_is_demonstration (status));
  check_paces (status, expected, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    seen[expected[i].pace] = TRUE;
  for (int i = 0; i < TP_N_PACES; i++)
    g_assert_true (seen[i]);
  g_assert_cmpint (cny->pledged, ==, 30280000000000);
  g_assert_cmpint (cny->unallocated, ==, 32000000000);
  g_assert_cmpuint (tp_status_get_commitments (status)->len, ==, 15);
  g_assert_cmpuint (tp_status_get_not_stated (status), ==, 11);
}

/* Sums of all funds, and nothing twice: the totals are those of the commitments. */
static void
test_demonstration_sums (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_workspace_get_opening_day (self->workspace), NULL);
  const TpStatusTotals *cny = tp_status_get_total (status, "CNY");
  GPtrArray *funds = tp_status_get_funds (status);
  TpFundFigures sum = { 0 };

  g_assert_cmpuint (funds->len, ==, 5);
  for (guint i = 0; i < funds->len; i++)
    {
      const TpFundFigures *f = tp_fund_status_get_figures (funds->pdata[i]);

      g_assert_cmpint (f->delivered, ==, f->disbursed + f->spent - f->refunded);
      g_assert_cmpint (f->available, ==, f->pledged - f->allocated);
      g_assert_cmpint (f->undelivered, ==, f->allocated - f->delivered);
      g_assert_true (tp_fund_figures_add (&sum, f, NULL));
    }
  g_assert_cmpint (sum.delivered, ==, cny->delivered + cny->unallocated);
  g_assert_cmpint (sum.pledged, ==, cny->pledged + 40000000000);
  /* The one overrun: 434 of 420 million. */
  g_assert_true (tp_fund_status_is_overrun (funds->pdata[3]));
  g_assert_cmpint (tp_fund_status_get_figures (funds->pdata[3])->undelivered, ==, -1400000000);
}

/* Earlier days see only what was there: the day before the period of JD.com's purchases,
 * its first purchase, the day before a mistake was reversed. */
static void
test_other_days (Campaign *self, gconstpointer data)
{
  static const Expected in_april[] = {
    { "jd-capital", TP_PACE_NOT_STARTED, 0 },
    { "taobao-tmall-exporters", TP_PACE_NOT_STARTED, 0 },
  };
  static const Expected in_may_next_year[] = {
    { "jd-capital", TP_PACE_OVERDUE, 15130000000000 },
    { "lantern-season-slots", TP_PACE_OVERDUE, 26 },
    { "lantern-exporters", TP_PACE_STALLED, 64 },
  };
  g_autoptr (TpStatus) april = status_on (self, tp_day_new (2025, 4, 30), NULL);
  g_autoptr (TpStatus) next_may = status_on (self, tp_day_new (2026, 5, 1), NULL);
  g_autoptr (TpStatus) mistaken = status_on (self, tp_day_new (2025, 12, 10), NULL);
  g_autoptr (TpStatus) corrected = status_on (self, tp_day_new (2025, 12, 11), NULL);
  gint64 before, after;

  g_assert_cmpuint (tp_status_get_commitments (april)->len, ==, 9);
  g_assert_null (tp_status_find_indicator (april, "lantern-exporters"));
  check_paces (april, in_april, G_N_ELEMENTS (in_april));
  check_paces (next_may, in_may_next_year, G_N_ELEMENTS (in_may_next_year));
  before = tp_indicator_status_get_pace (tp_status_find_indicator (mistaken, "jd-capital"))->delivered;
  after = tp_indicator_status_get_pace (tp_status_find_indicator (corrected, "jd-capital"))->delivered;
  g_assert_cmpint (after, <, before);
}

/* The series ends in the level, and the trend is drawn from it. */
static void
test_series (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_workspace_get_opening_day (self->workspace), NULL);
  TpIndicatorStatus *indicator = tp_status_find_indicator (status, "lantern-trainings");
  const TpDeliveries *deliveries = tp_indicator_status_get_deliveries (indicator);
  g_autoptr (TpTrendData) trend = tp_indicator_status_trend (indicator, TRUE);

  g_assert_true (tp_indicator_status_is_reported (indicator));
  g_assert_cmpuint (deliveries->n_items, >, 1);
  g_assert_cmpuint (trend->points->len, ==, deliveries->n_items);
  g_assert_cmpint (g_array_index (trend->points, TpTrendPoint, trend->points->len - 1).value, ==, 236);
}

/* What people do to promises */

static TpRecord *
commitment (Campaign *self, const char *key)
{
  return tp_workspace_find_key (self->workspace, TP_KIND_COMMITMENT, key);
}

static gboolean
save (Campaign *self, TpCommitmentEdit *edit, GError **error)
{
  return tp_workspace_change_sync (self->workspace, "edit-commitment", tp_edit_commitment_run, edit, NULL,
                                   error);
}

static gint64
pledged_on (Campaign *self, TpDay day)
{
  g_autoptr (TpStatus) status = status_on (self, day, NULL);

  return tp_status_get_total (status, "CNY")->pledged;
}

/* An edit that leaves the organisation as it is. */
static TpCommitmentEdit *
edit_of (Campaign *self, const char *key, const char *organisation)
{
  g_autoptr (TpRecord) record = commitment (self, key);
  g_autoptr (TpRecord) maker = tp_workspace_find_key (self->workspace, TP_KIND_ORGANISATION, organisation);
  TpCommitmentEdit *edit = tp_commitment_edit_new (record);

  edit->organisation = tp_record_get_id (maker);
  return edit;
}

static gpointer
count_entries (TpReader *reader, gpointer data, GError **error)
{
  return GSIZE_TO_POINTER ((gsize) tp_reader_count (reader, TP_KIND_ENTRY));
}

static gsize
entries (Campaign *self)
{
  return GPOINTER_TO_SIZE (tp_workspace_read_sync (self->workspace, count_entries, NULL, NULL));
}

static void
test_revise (Campaign *self, gconstpointer data)
{
  TpCommitmentEdit *edit = edit_of (self, "pinduoduo-merchant-fund", "pinduoduo");
  TpDay today = tp_workspace_get_today (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) undone = NULL;
  g_autoptr (TpChangeInfo) redone = NULL;
  g_autoptr (TpRecord) record = NULL;

  tp_record_set_number (edit->commitment, "capital", 12000000000000);
  g_assert_true (save (self, edit, &error));
  g_assert_no_error (error);
  tp_commitment_edit_free (edit);
  /* The new pledge, and the reversal of the former: from today on, and not before. */
  g_assert_cmpuint (entries (self), ==, 5);
  g_assert_cmpint (pledged_on (self, today), ==, 32200000000000);
  g_assert_cmpint (pledged_on (self, today - 1), ==, 30200000000000);

  undone = tp_workspace_undo_sync (self->workspace, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pledged_on (self, today), ==, 30200000000000);
  record = commitment (self, "pinduoduo-merchant-fund");
  g_assert_cmpint (tp_record_get_number (record, "capital"), ==, 10000000000000);
  redone = tp_workspace_undo_sync (self->workspace, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pledged_on (self, today), ==, 32200000000000);
}

/* Saving without a change of the capital posts nothing. */
static void
test_retitle (Campaign *self, gconstpointer data)
{
  TpCommitmentEdit *edit = edit_of (self, "jd-procurement", "jd");
  g_autoptr (GError) error = NULL;

  tp_record_set_text (edit->commitment, "title", "Buys from exporters");
  g_assert_true (save (self, edit, &error));
  g_assert_no_error (error);
  tp_commitment_edit_free (edit);
  g_assert_cmpuint (entries (self), ==, 3);
}

/* "Not stated" from now on: the pledge is reversed and none takes its place. */
static void
test_withdraw_capital (Campaign *self, gconstpointer data)
{
  TpCommitmentEdit *edit = edit_of (self, "didi-support-fund", "didi");
  TpDay today = tp_workspace_get_today (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpStatus) status = NULL;

  tp_record_clear (edit->commitment, "capital");
  g_assert_true (save (self, edit, &error));
  g_assert_no_error (error);
  tp_commitment_edit_free (edit);
  status = status_on (self, today, NULL);
  g_assert_cmpint (tp_status_get_total (status, "CNY")->pledged, ==, 30000000000000);
  g_assert_cmpuint (tp_status_get_total (status, "CNY")->stated, ==, 2);
  g_assert_cmpuint (tp_status_get_not_stated (status), ==, 7);
}

/* A new promise of a new organisation: everything it needs comes in one change. */
static void
test_record_promise (Campaign *self, gconstpointer data)
{
  TpCommitmentEdit *edit = tp_commitment_edit_new (NULL);
  TpDay today = tp_workspace_get_today (self->workspace), announced = tp_day_new (2025, 6, 1);
  g_autoptr (TpRecord) indicator = tp_record_new (TP_KIND_INDICATOR);
  g_autoptr (TpRecord) record = NULL;
  g_autoptr (TpStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  TpCommitmentStatus *made;
  gint64 minor;

  tp_record_set_text (edit->commitment, "title", "Opens shelves to exporters");
  tp_record_set_number (edit->commitment, "capital", 500000000);
  tp_record_set_text (edit->commitment, "currency", "CNY");
  tp_record_set_day (edit->commitment, "announced", announced);
  edit->organisation_name = g_strdup ("Green Shelf 绿架");
  tp_record_set_text (indicator, "measure", "exporters_reached");
  tp_record_set_number (indicator, "target", 40);
  tp_record_set_text (indicator, "qualifier", "more_than");
  g_ptr_array_add (edit->indicators, g_object_ref (indicator));
  edit->evidence = tp_record_new (TP_KIND_EVIDENCE);
  tp_record_set_text (edit->evidence, "title", "Notice of Green Shelf");
  g_assert_true (save (self, edit, &error));
  g_assert_no_error (error);

  record = commitment (self, "opens-shelves-to-exporters");
  g_assert_nonnull (record);
  g_assert_cmpint (tp_record_get_id (record), ==, edit->id);
  g_assert_cmpstr (tp_record_get_text (record, "announced_basis"), ==, "stated");
  status = status_on (self, today, NULL);
  made = tp_status_find (status, edit->id);
  g_assert_true (tp_commitment_status_get_capital (made, &minor, NULL));
  g_assert_cmpint (minor, ==, 500000000);
  g_assert_cmpuint (tp_commitment_status_get_indicators (made)->len, ==, 1);
  g_assert_cmpuint (tp_commitment_status_get_funds (made)->len, ==, 1);
  g_assert_cmpint (pledged_on (self, announced), ==, 30200500000000);
  g_assert_cmpint (pledged_on (self, announced - 1), ==, 30200000000000);
  tp_commitment_edit_free (edit);

  /* What the ledger names stays, and holds nothing; the rest is gone, comes again and
   * goes again. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (TpChangeInfo) undone = tp_workspace_undo_sync (self->workspace, FALSE, &error);
      g_autoptr (TpChangeInfo) redone = NULL;
      g_autoptr (TpStatus) now = NULL;
      g_autoptr (TpRecord) gone = NULL;

      g_assert_no_error (error);
      gone = commitment (self, "opens-shelves-to-exporters");
      g_assert_null (gone);
      now = status_on (self, today, NULL);
      g_assert_cmpuint (tp_status_get_commitments (now)->len, ==, 9);
      g_assert_cmpint (tp_status_get_total (now, "CNY")->pledged, ==, 30200000000000);
      g_assert_cmpuint (tp_status_get_funds (now)->len, ==, 4);
      g_assert_cmpint (tp_fund_status_get_figures (tp_status_get_funds (now)->pdata[3])->pledged, ==, 0);

      redone = tp_workspace_undo_sync (self->workspace, TRUE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (pledged_on (self, today), ==, 30200500000000);
      g_clear_object (&record);
      record = commitment (self, "opens-shelves-to-exporters");
      g_assert_nonnull (record);
    }
  faults = tp_store_check_sync (tp_workspace_get_store (self->workspace), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_refusals (Campaign *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (tp_workspace_get_store (self->workspace));
  g_autofree char *after = NULL;
  TpCommitmentEdit *edit = edit_of (self, "jd-procurement", "jd");
  g_autoptr (GError) error = NULL;

  tp_record_set_day (edit->commitment, "end", tp_day_new (2025, 4, 30));
  g_assert_false (save (self, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  tp_commitment_edit_free (edit);

  edit = edit_of (self, "jd-procurement", "jd");
  tp_record_set_number (edit->commitment, "capital", 0);
  g_assert_false (save (self, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  tp_commitment_edit_free (edit);

  edit = edit_of (self, "jd-procurement", "jd");
  tp_record_set_text (edit->commitment, "currency", "YUAN");
  g_assert_false (save (self, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  g_clear_error (&error);
  tp_commitment_edit_free (edit);

  edit = tp_commitment_edit_new (NULL);
  g_assert_false (save (self, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
  tp_commitment_edit_free (edit);
  after = fixture_dump (tp_workspace_get_store (self->workspace));
  g_assert_cmpstr (before, ==, after);
}

/* CN¥173 bn are allocated: a promise of 150 bn needs a word. */
static void
test_overrun (Campaign *self, gconstpointer data)
{
  TpCommitmentEdit *edit = edit_of (self, "jd-procurement", "jd");
  TpCommitmentEdit *again;
  g_autoptr (GError) error = NULL;

  tp_record_set_number (edit->commitment, "capital", 15000000000000);
  again = tp_commitment_edit_copy (edit);
  g_assert_false (save (self, edit, &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION);
  g_clear_error (&error);
  tp_commitment_edit_free (edit);
  again->confirm_overrun = TRUE;
  g_assert_true (save (self, again, &error));
  g_assert_no_error (error);
  tp_commitment_edit_free (again);
  g_assert_cmpint (pledged_on (self, tp_workspace_get_today (self->workspace)), ==,
                   30280000000000 - 5000000000000);
}

static void
test_evidence (Campaign *self, gconstpointer data)
{
  g_autoptr (TpRecord) record = commitment (self, "tencent-initiative");
  g_autoptr (TpEvidenceEdit) edit = tp_evidence_edit_new (NULL);
  g_autoptr (TpEvidenceEdit) wrong = tp_evidence_edit_new (NULL);
  TpCommitmentRequest request = { tp_record_get_id (record), tp_day_new (2025, 12, 1) };
  g_autoptr (TpCommitmentDetail) detail = NULL;
  g_autoptr (GListModel) lines = NULL;
  g_autoptr (TpDetailLine) line = NULL;
  g_autoptr (GError) error = NULL;

  tp_record_set_text (edit->evidence, "title", "A second source");
  tp_record_set_text (edit->evidence, "url", "https://example.org/article");
  tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, request.commitment, "title");
  tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, request.commitment, "end");
  g_assert_true (tp_workspace_change_sync (self->workspace, "add-evidence", tp_edit_evidence_run, edit, NULL,
                                           &error));
  g_assert_no_error (error);
  detail = tp_workspace_read_sync (self->workspace, tp_commitment_detail_read, &request, &error);
  g_assert_no_error (error);
  g_object_get (detail, "evidence", &lines, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 2);
  line = g_list_model_get_item (lines, 1);
  g_assert_cmpstr (tp_detail_line_get_title (line), ==, "A second source");
  g_assert_cmpstr (tp_detail_line_get_subtitle (line), ==, "Promise, End");
  g_assert_cmpstr (tp_detail_line_get_uri (line), ==, "https://example.org/article");

  tp_record_set_text (wrong->evidence, "title", "No address");
  tp_record_set_text (wrong->evidence, "url", "not an address");
  g_assert_false (tp_workspace_change_sync (self->workspace, "add-evidence", tp_edit_evidence_run, wrong, NULL,
                                            &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

/* The page in words: footnotes, rival values, events, history. */
static void
test_page (Campaign *self, gconstpointer data)
{
  g_autoptr (TpRecord) record = commitment (self, "pinduoduo-merchant-fund");
  TpCommitmentRequest request = { tp_record_get_id (record), tp_day_new (2025, 12, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (TpCommitmentDetail) detail
      = tp_workspace_read_sync (self->workspace, tp_commitment_detail_read, &request, &error);
  g_autofree char *pledged = NULL, *announced = NULL, *effective = NULL;
  g_autoptr (GListModel) rivals = NULL;
  g_autoptr (GListModel) events = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (TpDetailLine) rival = NULL;

  g_assert_no_error (error);
  g_object_get (detail, "pledged", &pledged, "announced", &announced, "effective", &effective, "rivals",
                &rivals, "events", &events, "history", &history, NULL);
  g_assert_cmpstr (pledged, ==, "CN¥100 bn¹");
  g_assert_cmpstr (announced, ==, "2025, day not stated¹");
  g_assert_cmpstr (effective, ==, "Not stated");
  g_assert_cmpuint (g_list_model_get_n_items (rivals), ==, 1);
  rival = g_list_model_get_item (rivals, 0);
  g_assert_cmpstr (tp_detail_line_get_title (rival), ==, "Capital: CN¥100 m, not used");
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
}

/* The list: headings where an organisation acts through others, and search. */
static void
test_rows (Campaign *self, gconstpointer data)
{
  g_autoptr (TpStatus) status = status_on (self, tp_day_new (2025, 12, 1), NULL);
  g_autoptr (GListModel) all = tp_commitment_rows (status, NULL);
  g_autoptr (GListModel) found = tp_commitment_rows (status, "freshippo");
  g_autoptr (GListModel) local = tp_commitment_rows (status, "京东");
  g_autoptr (GListModel) none = tp_commitment_rows (status, "no such promise");
  g_autoptr (TpCommitmentRow) heading = g_list_model_get_item (all, 3);
  g_autofree char *note = tp_commitment_rows_note (status);

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 10);
  g_assert_true (tp_commitment_row_is_group (heading));
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (local), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_true (g_str_has_prefix (note, "3 of 9 commitments state their capital, CN¥302 bn together."));
}

#define ADD(path, template, func)                                                                   \
  g_test_add (path, Campaign, GINT_TO_POINTER (template), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/status/sample/totals", TP_TEMPLATE_SAMPLE, test_sample_totals);
  ADD ("/status/sample/order", TP_TEMPLATE_SAMPLE, test_sample_order);
  ADD ("/status/sample/targets", TP_TEMPLATE_SAMPLE, test_sample_targets);
  ADD ("/status/sample/pledge-as-scale", TP_TEMPLATE_SAMPLE, test_pledge_as_scale);
  ADD ("/status/sample/conversion", TP_TEMPLATE_SAMPLE, test_conversion);
  ADD ("/status/sample/json", TP_TEMPLATE_SAMPLE, test_json);
  ADD ("/status/sample/table", TP_TEMPLATE_SAMPLE, test_table);
  ADD ("/status/sample/before", TP_TEMPLATE_SAMPLE, test_before);
  ADD ("/status/demonstration/paces", TP_TEMPLATE_DEMONSTRATION, test_demonstration);
  ADD ("/status/demonstration/sums", TP_TEMPLATE_DEMONSTRATION, test_demonstration_sums);
  ADD ("/status/demonstration/other-days", TP_TEMPLATE_DEMONSTRATION, test_other_days);
  ADD ("/status/demonstration/series", TP_TEMPLATE_DEMONSTRATION, test_series);
  ADD ("/status/sample/page", TP_TEMPLATE_SAMPLE, test_page);
  ADD ("/status/sample/rows", TP_TEMPLATE_SAMPLE, test_rows);
  ADD ("/commitment/revise", TP_TEMPLATE_SAMPLE, test_revise);
  ADD ("/commitment/retitle", TP_TEMPLATE_SAMPLE, test_retitle);
  ADD ("/commitment/withdraw-capital", TP_TEMPLATE_SAMPLE, test_withdraw_capital);
  ADD ("/commitment/record", TP_TEMPLATE_SAMPLE, test_record_promise);
  ADD ("/commitment/refusals", TP_TEMPLATE_SAMPLE, test_refusals);
  ADD ("/commitment/overrun", TP_TEMPLATE_DEMONSTRATION, test_overrun);
  ADD ("/commitment/evidence", TP_TEMPLATE_SAMPLE, test_evidence);
  return g_test_run ();
}
