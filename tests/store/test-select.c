/* test-select.c: what filters find, held against a naive look at every record, on any
 * day; and that what is kept for them follows every change, undo and redo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist.h"
#include "fixture.h"

#include <string.h>

#define N_EXPORTERS 60
#define FIRST 20000 /* days since 1970 */
#define SPAN 200

static const char *const statuses[] = { "missing", "requested", "received", "verified", "expired", "not_applicable" };
static const char *const chapters[] = { NULL, "73", "09 85", "42 64 85", "33" };

typedef struct
{
  GRand *rand;
  gint64 requirements[6];
  gint64 programmes[2];
  gint64 channel;
} World;

static gint64
put (TpChange *change, TpRecord *record, GError **error)
{
  g_assert_true (tp_change_insert (change, record, error));
  return tp_record_get_id (record);
}

static TpRecord *
keyed (TpKind kind, const char *key, const char *title_field)
{
  TpRecord *record = tp_record_new (kind);

  tp_record_set_text (record, "key", key);
  tp_record_set_text (record, title_field, key);
  return record;
}

/* Two programmes, a channel, and six requirements: always, food, CCC, of a chapter, of a
 * programme, and one that is not asked for any more. */
static void
add_rules (TpChange *change, World *w, GError **error)
{
  static const char *const applies[] = { "always", "food_cosmetics", "ccc", "always", "always", "always" };
  gint64 sets[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *key = g_strdup_printf ("programme-%u", i);
      g_autofree char *set_key = g_strdup_printf ("set-%u", i);
      g_autoptr (TpRecord) programme = keyed (TP_KIND_PROGRAMME, key, "title");
      g_autoptr (TpRecord) set = keyed (TP_KIND_REQUIREMENT_SET, set_key, "title");

      w->programmes[i] = put (change, programme, error);
      if (i == 0)
        tp_record_set_text (set, "hs_chapters", "85 09");
      else
        tp_record_set_number (set, "programme", w->programmes[0]);
      sets[i] = put (change, set, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (applies); i++)
    {
      g_autofree char *key = g_strdup_printf ("requirement-%u", i);
      g_autoptr (TpRecord) requirement = keyed (TP_KIND_REQUIREMENT, key, "title");

      tp_record_set_text (requirement, "stage", "documents");
      tp_record_set_text (requirement, "applies", applies[i]);
      tp_record_set_number (requirement, "position", i);
      if (i == 3 || i == 4)
        tp_record_set_number (requirement, "requirement_set", sets[i - 3]);
      if (i == 5)
        tp_record_set_number (requirement, "retired", 1);
      w->requirements[i] = put (change, requirement, error);
    }
  {
    g_autoptr (TpRecord) channel = keyed (TP_KIND_CHANNEL, "channel", "name");

    tp_record_set_text (channel, "kind", "marketplace");
    w->channel = put (change, channel, error);
  }
}

static TpDay
some_day (World *w)
{
  return FIRST + g_rand_int_range (w->rand, 0, SPAN);
}

static void
add_activity (TpChange *change, gint64 exporter, TpDay day, const char *kind, gint64 requirement, const char *from,
              const char *to, GError **error)
{
  g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);
  gboolean stage = g_str_equal (kind, "stage");

  tp_record_set_number (activity, "exporter", exporter);
  tp_record_set_text (activity, "kind", kind);
  tp_record_set_day (activity, "date", day);
  tp_record_set_number (activity, "time", (gint64) day * 86400000 + 36000000);
  if (requirement != 0)
    tp_record_set_number (activity, "requirement", requirement);
  tp_record_set_text (activity, stage ? "from_stage" : "from_status", from);
  tp_record_set_text (activity, stage ? "to_stage" : "to_status", to);
  put (change, activity, error);
}

static void
add_papers (TpChange *change, World *w, gint64 exporter, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (w->requirements); i++)
    {
      g_autoptr (TpRecord) status = NULL;
      const char *from = "missing", *to = NULL;
      TpDay day = FIRST + g_rand_int_range (w->rand, 5, 40);
      int steps = g_rand_int_range (w->rand, -1, 4);

      if (steps < 0)
        continue;
      for (int k = 0; k < steps; k++, day += g_rand_int_range (w->rand, 0, 40))
        {
          to = statuses[g_rand_int_range (w->rand, 0, G_N_ELEMENTS (statuses))];
          add_activity (change, exporter, day, "requirement", w->requirements[i], from, to, error);
          from = to;
        }
      status = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
      tp_record_set_number (status, "exporter", exporter);
      tp_record_set_number (status, "requirement", w->requirements[i]);
      tp_record_set_text (status, "status", to != NULL ? to : statuses[g_rand_int_range (w->rand, 0, 6)]);
      if (g_rand_boolean (w->rand))
        tp_record_set_day (status, "due", some_day (w));
      if (g_rand_boolean (w->rand))
        tp_record_set_day (status, "expiry", some_day (w));
      put (change, status, error);
    }
}

static void
add_work (TpChange *change, World *w, gint64 exporter, TpDay sourced, GError **error)
{
  TpDay day = sourced;
  TpStage stage = TP_STAGE_SOURCED;
  gint64 enrolment = 0;

  for (int i = g_rand_int_range (w->rand, 0, 5); i > 0; i--)
    {
      TpStage to = (TpStage) ((stage + (TpStage) g_rand_int_range (w->rand, 1, TP_N_STAGES)) % TP_N_STAGES);

      day += g_rand_int_range (w->rand, 1, 30);
      add_activity (change, exporter, day, "stage", 0, tp_stage_token (stage), tp_stage_token (to), error);
      stage = to;
    }
  if (g_rand_boolean (w->rand))
    {
      g_autoptr (TpRecord) record = tp_record_new (TP_KIND_ENROLMENT);
      gboolean gone = g_rand_boolean (w->rand);

      tp_record_set_number (record, "exporter", exporter);
      tp_record_set_number (record, "programme", w->programmes[g_rand_int_range (w->rand, 0, 2)]);
      tp_record_set_text (record, "status", gone ? "withdrawn" : "accepted");
      tp_record_set_day (record, "applied", some_day (w));
      if (gone)
        tp_record_set_day (record, "ended", FIRST + SPAN - 20);
      enrolment = put (change, record, error);
    }
  for (int i = g_rand_int_range (w->rand, 0, 3); i > 0; i--)
    {
      static const char *const names[] = { "Steel pan", "Green tea", "不锈钢蒸锅" };
      g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);
      g_autoptr (TpRecord) listing = tp_record_new (TP_KIND_LISTING);

      tp_record_set_number (product, "exporter", exporter);
      tp_record_set_text (product, "name", names[g_rand_int_range (w->rand, 0, 3)]);
      tp_record_set_text (product, "hs_code", g_rand_boolean (w->rand) ? "732393" : "090220");
      if (g_rand_boolean (w->rand))
        tp_record_set_number (product, "ccc", 1);
      put (change, product, error);
      tp_record_set_number (listing, "product", tp_record_get_id (product));
      tp_record_set_number (listing, "channel", w->channel);
      if (enrolment != 0)
        tp_record_set_number (listing, "enrolment", enrolment);
      tp_record_set_day (listing, "live_from", some_day (w));
      if (g_rand_boolean (w->rand))
        tp_record_set_day (listing, "until", some_day (w));
      tp_record_set_text (listing, "status", "live");
      put (change, listing, error);
    }
  if (g_rand_boolean (w->rand))
    {
      g_autoptr (TpRecord) task = tp_record_new (TP_KIND_TASK);

      tp_record_set_number (task, "exporter", exporter);
      tp_record_set_text (task, "title", "Call");
      tp_record_set_day (task, "due", some_day (w));
      if (g_rand_boolean (w->rand))
        tp_record_set_day (task, "done", some_day (w));
      if (g_rand_boolean (w->rand))
        tp_record_set_day (task, "snoozed", some_day (w));
      put (change, task, error);
    }
}

static gboolean
fill (TpChange *change, gpointer data, GError **error)
{
  World *w = data;

  add_rules (change, w, error);
  for (guint i = 0; i < N_EXPORTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("宁波%u厂", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);
      TpDay sourced = FIRST + g_rand_int_range (w->rand, 0, 20);
      gint64 id;

      tp_record_set_day (exporter, "sourced", sourced);
      tp_record_set_text (exporter, "hs_chapters", chapters[g_rand_int_range (w->rand, 0, G_N_ELEMENTS (chapters))]);
      if (g_rand_boolean (w->rand))
        tp_record_set_text (exporter, "owner", "Lin Yue");
      if (g_rand_boolean (w->rand))
        {
          tp_record_set_number (exporter, "annual_export", g_rand_int_range (w->rand, 1, 1000000) * (gint64) 100);
          tp_record_set_text (exporter, "currency", "CNY");
          tp_record_set_number (exporter, "us_share", g_rand_int_range (w->rand, 0, 10001));
        }
      id = put (change, exporter, error);
      add_papers (change, w, id, error);
      add_work (change, w, id, sourced, error);
    }
  return TRUE;
}

/* The naive answers: every record is looked at. */

static GPtrArray *
children (TpReader *reader, TpKind kind, gint64 exporter)
{
  return tp_reader_children (reader, kind, "exporter", exporter);
}

static gboolean
by_chapter (const char *list, const char *wanted)
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", " ", -1);
  g_auto (GStrv) wants = g_strsplit (wanted, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) wants, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
naive_applies (TpReader *reader, World *w, TpRecord *exporter, guint i)
{
  const char *own = tp_record_get_text (exporter, "hs_chapters");
  g_autoptr (GPtrArray) found = NULL;

  switch (i)
    {
    case 0:
      return TRUE;
    case 1:
      return by_chapter (own, "09 33");
    case 2:
      found = children (reader, TP_KIND_PRODUCT, tp_record_get_id (exporter));
      for (guint k = 0; k < found->len; k++)
        if (tp_record_is_set (g_ptr_array_index (found, k), "ccc"))
          return TRUE;
      return FALSE;
    case 3:
      return by_chapter (own, "85 09");
    case 4:
      found = children (reader, TP_KIND_ENROLMENT, tp_record_get_id (exporter));
      for (guint k = 0; k < found->len; k++)
        if (tp_record_get_number (g_ptr_array_index (found, k), "programme") == w->programmes[0]
            && tp_record_has_word (g_ptr_array_index (found, k), "status", "accepted"))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* Open on the day; @due is set where it has a due day. */
static gboolean
naive_open (TpReader *reader, World *w, TpRecord *exporter, guint i, TpDay day, TpDay *due)
{
  g_autoptr (GPtrArray) papers = children (reader, TP_KIND_REQUIREMENT_STATUS, tp_record_get_id (exporter));
  g_autoptr (GPtrArray) acts = children (reader, TP_KIND_ACTIVITY, tp_record_get_id (exporter));
  g_autofree char *status = NULL;
  gboolean any = FALSE, later = FALSE;
  TpDay expiry = TP_DAY_NONE;

  *due = TP_DAY_NONE;
  for (guint k = 0; k < acts->len; k++) /* in the order they were made: by day */
    if (tp_record_get_number_or (g_ptr_array_index (acts, k), "requirement", 0) == w->requirements[i])
      {
        if (tp_record_get_day (g_ptr_array_index (acts, k), "date") <= day)
          g_set_str (&status, tp_record_get_text (g_ptr_array_index (acts, k), "to_status"));
        else
          later = TRUE;
        any = TRUE;
      }
  for (guint k = 0; k < papers->len; k++)
    if (tp_record_get_number (g_ptr_array_index (papers, k), "requirement") == w->requirements[i])
      {
        TpRecord *paper = g_ptr_array_index (papers, k);

        if (!any)
          g_set_str (&status, tp_record_get_text (paper, "status"));
        if (!later)
          expiry = tp_record_get_day (paper, "expiry");
        *due = tp_record_get_day (paper, "due");
      }
  if (i == 5)
    return FALSE;
  if (status == NULL)
    return naive_applies (reader, w, exporter, i);
  if (expiry != TP_DAY_NONE && expiry < day && (g_str_equal (status, "verified") || g_str_equal (status, "received")))
    return TRUE;
  return !g_str_equal (status, "verified") && !g_str_equal (status, "not_applicable");
}

typedef struct
{
  guint open;
  gboolean overdue, enrolled, listed, chapter, reached, expiring, first_open, pan;
  TpStage stage;
  int stage_days;
} Naive;

static void
naive_stage (TpReader *reader, TpRecord *exporter, TpDay day, Naive *n)
{
  g_autoptr (GPtrArray) acts = children (reader, TP_KIND_ACTIVITY, tp_record_get_id (exporter));
  TpDay since = tp_record_get_day (exporter, "sourced");
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TpStage));

  n->stage = TP_STAGE_SOURCED;
  /* The stage at the end of each day. */
  for (TpDay d = since; d <= day; d++)
    {
      TpStage at = n->stage;

      for (guint k = 0; k < acts->len; k++)
        if (tp_record_is_set (g_ptr_array_index (acts, k), "to_stage")
            && tp_record_get_day (g_ptr_array_index (acts, k), "date") == d)
          at = (TpStage) tp_word_index (tp_words_stage, tp_record_get_text (g_ptr_array_index (acts, k), "to_stage"));
      if (at != n->stage)
        since = d;
      n->stage = at;
      if (at >= TP_STAGE_DOCUMENTS && at < TP_N_PIPELINE_STAGES)
        n->reached = TRUE;
    }
  n->stage_days = day - since;
}

static void
look (TpReader *reader, World *w, TpRecord *exporter, TpDay day, Naive *n)
{
  gint64 id = tp_record_get_id (exporter);
  g_autoptr (GPtrArray) products = children (reader, TP_KIND_PRODUCT, id);
  g_autoptr (GPtrArray) enrolments = children (reader, TP_KIND_ENROLMENT, id);
  g_autoptr (GPtrArray) tasks = children (reader, TP_KIND_TASK, id);
  g_autoptr (GPtrArray) papers = children (reader, TP_KIND_REQUIREMENT_STATUS, id);

  memset (n, 0, sizeof *n);
  naive_stage (reader, exporter, day, n);
  for (guint i = 0; i < G_N_ELEMENTS (w->requirements); i++)
    {
      TpDay due;
      gboolean open = naive_open (reader, w, exporter, i, day, &due);

      n->open += open;
      n->overdue |= open && due != TP_DAY_NONE && due < day;
      n->first_open |= open && (i == 0 || i == 4);
    }
  for (guint i = 0; i < papers->len; i++)
    {
      TpRecord *paper = g_ptr_array_index (papers, i);

      n->expiring |= (tp_record_has_word (paper, "status", "received") || tp_record_has_word (paper, "status", "verified")
                      || tp_record_has_word (paper, "status", "expired"))
                     && tp_record_is_set (paper, "expiry") && tp_record_get_day (paper, "expiry") <= day + 20;
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);

      n->overdue |= tp_record_get_day (task, "due") < day
                    && (!tp_record_is_set (task, "done") || tp_record_get_day (task, "done") > day)
                    && (!tp_record_is_set (task, "snoozed") || tp_record_get_day (task, "snoozed") <= day);
    }
  for (guint i = 0; i < enrolments->len; i++)
    {
      TpRecord *enrolment = g_ptr_array_index (enrolments, i);

      n->enrolled |= tp_record_get_number (enrolment, "programme") == w->programmes[1]
                     && tp_record_get_day (enrolment, "applied") <= day
                     && (!tp_record_is_set (enrolment, "ended") || tp_record_get_day (enrolment, "ended") > day);
    }
  n->chapter = by_chapter (tp_record_get_text (exporter, "hs_chapters"), "73");
  for (guint i = 0; i < products->len; i++)
    {
      TpRecord *product = g_ptr_array_index (products, i);
      g_autoptr (GPtrArray) listings = tp_reader_children (reader, TP_KIND_LISTING, "product", tp_record_get_id (product));

      n->chapter |= g_str_has_prefix (tp_record_get_text (product, "hs_code"), "73");
      n->pan |= strstr (tp_record_get_text (product, "name"), "蒸锅") != NULL;
      for (guint k = 0; k < listings->len; k++)
        n->listed |= tp_record_get_day (g_ptr_array_index (listings, k), "live_from") <= day
                     && (!tp_record_is_set (g_ptr_array_index (listings, k), "until")
                         || tp_record_get_day (g_ptr_array_index (listings, k), "until") >= day);
    }
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static GArray *
ask (TpReader *reader, TpDay day, const char *field, TpOp op, const char *text, gint64 number)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tp_query_set_as_of (query, day);
  if (g_str_equal (field, "search"))
    tp_query_set_search (query, text);
  else if (text != NULL)
    tp_query_where_text (query, field, text);
  else
    tp_query_where_number (query, field, op, number);
  ids = tp_reader_select (reader, query, &error);
  g_assert_no_error (error);
  return ids;
}

/* The first line of the whole checklist that is open, for each stage. */
static void
check_first_open (TpReader *reader, gint64 exporter, TpDay day)
{
  g_autoptr (GArray) items = tp_reader_checklist (reader, exporter, day);

  for (int stage = 0; stage < TP_N_PIPELINE_STAGES; stage++)
    {
      const TpChecklistItem *first = NULL;
      const char *status;
      gint64 id = tp_reader_first_open (reader, exporter, (TpStage) stage, day, &status);

      for (guint i = 0; first == NULL && i < items->len; i++)
        {
          const TpChecklistItem *item = &g_array_index (items, TpChecklistItem, i);
          g_autoptr (TpRecord) requirement = tp_reader_get (reader, TP_KIND_REQUIREMENT, item->requirement);

          if (item->open && tp_word_index (tp_words_stage, tp_record_get_text (requirement, "stage")) <= stage)
            first = item;
        }
      g_assert_cmpint (id, ==, first != NULL ? first->requirement : 0);
      g_assert_cmpstr (status, ==, first != NULL ? first->status : NULL);
    }
}

static void
compare (TpReader *reader, World *w, TpDay day)
{
  g_autoptr (TpQuery) all = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GPtrArray) exporters = NULL;
  g_autoptr (GArray) overdue = ask (reader, day, "overdue", TP_OP_EQUAL, NULL, 1);
  g_autoptr (GArray) open = ask (reader, day, "open_requirements", TP_OP_AT_LEAST, NULL, 2);
  g_autoptr (GArray) enrolled = ask (reader, day, "programme", TP_OP_EQUAL, NULL, w->programmes[1]);
  g_autoptr (GArray) listed = ask (reader, day, "channel", TP_OP_EQUAL, NULL, w->channel);
  g_autoptr (GArray) chapter = ask (reader, day, "hs_chapter", TP_OP_EQUAL, "73", 0);
  g_autoptr (GArray) reached = ask (reader, day, "reached", TP_OP_EQUAL, "documents", 0);
  g_autoptr (GArray) short_of = ask (reader, day, "short_of", TP_OP_EQUAL, "documents", 0);
  g_autoptr (GArray) expiring = ask (reader, day, "expiring", TP_OP_AT_MOST, NULL, day + 20);
  g_autoptr (GArray) stuck = ask (reader, day, "stage_days", TP_OP_AT_LEAST, NULL, 15);
  g_autoptr (GArray) pan = ask (reader, day, "search", TP_OP_EQUAL, "蒸锅", 0);
  g_autoptr (GArray) pinyin = ask (reader, day, "search", TP_OP_EQUAL, "zhengguo", 0);
  g_autoptr (TpQuery) of = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) wanted = NULL;
  TpStageSum sums[TP_N_STAGES];
  gint64 in_stage[TP_N_STAGES] = { 0 };
  g_autoptr (GError) error = NULL;

  tp_query_where_number (of, "requirement", TP_OP_EQUAL, w->requirements[0]);
  tp_query_where_number (of, "requirement", TP_OP_EQUAL, w->requirements[4]);
  tp_query_set_as_of (of, day);
  wanted = tp_reader_select (reader, of, &error);
  g_assert_no_error (error);
  exporters = tp_reader_records (reader, all, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < exporters->len; i++)
    {
      TpRecord *exporter = g_ptr_array_index (exporters, i);
      gint64 id = tp_record_get_id (exporter);
      g_autoptr (GArray) ids = NULL;
      Naive n;
      guint late;

      if (tp_record_get_day (exporter, "sourced") > day)
        continue;
      look (reader, w, exporter, day, &n);
      in_stage[n.stage]++;
      ids = tp_reader_open_requirements (reader, id, day, &late);
      g_assert_cmpuint (ids->len, ==, n.open);
      g_assert_cmpuint (tp_reader_open_count (reader, id, day, NULL), ==, n.open);
      check_first_open (reader, id, day);
      g_assert_cmpint (contains (overdue, id), ==, n.overdue);
      g_assert_cmpint (contains (open, id), ==, n.open >= 2);
      g_assert_cmpint (contains (wanted, id), ==, n.first_open);
      g_assert_cmpint (contains (enrolled, id), ==, n.enrolled);
      g_assert_cmpint (contains (listed, id), ==, n.listed);
      g_assert_cmpint (contains (chapter, id), ==, n.chapter);
      g_assert_cmpint (contains (reached, id), ==, n.reached);
      g_assert_cmpint (contains (short_of, id), ==, !n.reached);
      g_assert_cmpint (contains (expiring, id), ==, n.expiring);
      g_assert_cmpint (contains (stuck, id), ==, n.stage_days >= 15);
      g_assert_cmpint (contains (pan, id), ==, n.pan);
      g_assert_cmpint (contains (pinyin, id), ==, n.pan);
    }
  tp_query_set_as_of (all, day);
  g_assert_true (tp_reader_count_stages (reader, all, "CNY", sums, &error));
  for (guint i = 0; i < TP_N_STAGES; i++)
    g_assert_cmpint (sums[i].count, ==, in_stage[i]);
}

static void
assert_sound (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tp_store_check_sync (f->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* For whom a requirement is asked, or only where it stands; or one more is asked for. */
static gboolean
stir_requirement (TpChange *change, World *w, TpRecord *record, GError **error)
{
  g_autoptr (TpQuery) all = tp_query_new (TP_KIND_REQUIREMENT_SET);
  g_autoptr (GArray) sets = tp_reader_select (tp_change_reader (change), all, error);
  int set = g_rand_int_range (w->rand, -1, (int) sets->len);
  g_autoptr (TpRecord) more = NULL;
  g_autofree char *key = NULL;

  switch (g_rand_int_range (w->rand, 0, 5))
    {
    case 0:
      tp_record_set_number (record, "position", g_rand_int_range (w->rand, 0, 90));
      break;
    case 1:
      tp_record_set_number (record, "retired", tp_record_get_number_or (record, "retired", 0) == 0);
      break;
    case 2:
      tp_record_set_text (record, "applies", tp_record_has_word (record, "applies", "ccc") ? "always" : "ccc");
      break;
    case 3:
      if (set < 0)
        tp_record_clear (record, "requirement_set");
      else
        tp_record_set_number (record, "requirement_set", g_array_index (sets, gint64, set));
      break;
    default:
      more = tp_record_new (TP_KIND_REQUIREMENT);
      key = g_strdup_printf ("more-%d", g_rand_int_range (w->rand, 0, G_MAXINT));
      tp_record_set_text (more, "key", key);
      tp_record_set_text (more, "title", "One more");
      tp_record_set_text (more, "stage", "documents");
      tp_record_set_text (more, "applies", "always");
      if (set >= 0)
        tp_record_set_number (more, "requirement_set", g_array_index (sets, gint64, set));
      return tp_change_insert (change, more, error);
    }
  return tp_change_update (change, record, error);
}

/* Changes one thing of each kind that the filters rest on, or takes it away. */
static gboolean
stir (TpChange *change, gpointer data, GError **error)
{
  static const TpKind kinds[] = { TP_KIND_EXPORTER, TP_KIND_PRODUCT, TP_KIND_ENROLMENT, TP_KIND_ACTIVITY, TP_KIND_TASK,
                                  TP_KIND_REQUIREMENT_STATUS, TP_KIND_REQUIREMENT, TP_KIND_REQUIREMENT_SET };
  World *w = data;
  TpKind kind = kinds[g_rand_int_range (w->rand, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (TpQuery) query = tp_query_new (kind);
  g_autoptr (GArray) ids = tp_reader_select (tp_change_reader (change), query, error);
  gint64 id = g_array_index (ids, gint64, g_rand_int_range (w->rand, 0, (int) ids->len));
  g_autoptr (TpRecord) stored = tp_reader_get (tp_change_reader (change), kind, id);
  g_autoptr (TpRecord) record = tp_record_edit (stored);

  switch (kind)
    {
    case TP_KIND_EXPORTER:
      tp_record_set_text (record, "hs_chapters", chapters[g_rand_int_range (w->rand, 0, G_N_ELEMENTS (chapters))]);
      tp_record_set_text (record, "city", "宁波");
      break;
    case TP_KIND_PRODUCT:
      tp_record_set_text (record, "name", g_rand_boolean (w->rand) ? "不锈钢蒸锅" : "Lamp");
      tp_record_clear (record, "ccc");
      break;
    case TP_KIND_ENROLMENT:
      tp_record_set_text (record, "status", g_rand_boolean (w->rand) ? "accepted" : "withdrawn");
      tp_record_set_day (record, "ended", FIRST + SPAN - 20);
      if (tp_record_has_word (record, "status", "accepted"))
        tp_record_clear (record, "ended");
      break;
    case TP_KIND_ACTIVITY:
      return tp_change_delete (change, kind, id, error);
    case TP_KIND_TASK:
      tp_record_set_day (record, "due", some_day (w));
      break;
    case TP_KIND_REQUIREMENT_STATUS:
      tp_record_set_day (record, "due", some_day (w));
      tp_record_set_day (record, "expiry", some_day (w));
      break;
    case TP_KIND_REQUIREMENT:
      return stir_requirement (change, w, record, error);
    default:
      tp_record_set_text (record, "title", "Renamed");
      if (g_rand_boolean (w->rand))
        tp_record_set_text (record, "hs_chapters", chapters[g_rand_int_range (w->rand, 0, G_N_ELEMENTS (chapters))]);
    }
  return tp_change_update (change, record, error);
}

static gpointer
compare_days (TpReader *reader, gpointer data, GError **error)
{
  static const int days[] = { 0, 6, 30, 77, 120, SPAN - 1, SPAN + 50 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    compare (reader, data, FIRST + days[i]);
  return data;
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  World w = { g_rand_new_with_seed (20260318) };
  g_autofree char *filled = NULL, *stirred = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (tp_store_change_sync (f->store, "fill", "Tester", fill, &w, NULL, &error));
  g_assert_no_error (error);
  filled = fixture_dump (f->store);
  g_assert_nonnull (tp_store_read_sync (f->store, compare_days, &w, &error));
  assert_sound (f);
  for (guint i = 0; i < 120; i++)
    {
      tp_store_change_sync (f->store, "stir", "Tester", stir, &w, NULL, &error);
      g_assert_no_error (error);
      if (i % 15 == 14)
        {
          /* A status whose last step is gone is not what the steps say: only the sums
           * have to follow. */
          assert_sound (f);
        }
    }
  stirred = fixture_dump (f->store);
  /* (A stir that changed nothing is no step to undo.) */
  do
    {
      g_autoptr (TpChangeInfo) undone = tp_store_undo_sync (f->store, "Tester", &error);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
      n++;
      g_free (again);
      again = fixture_dump (f->store);
    }
  while (g_strcmp0 (again, filled) != 0);
  g_assert_cmpuint (n, >, 30);
  assert_sound (f);
  g_assert_nonnull (tp_store_read_sync (f->store, compare_days, &w, &error));
  for (; n > 0; n--)
    {
      g_autoptr (TpChangeInfo) redone = tp_store_redo_sync (f->store, "Tester", &error);

      g_assert_no_error (error);
      g_assert_nonnull (redone);
    }
  g_clear_pointer (&again, g_free);
  again = fixture_dump (f->store);
  g_assert_cmpstr (again, ==, stirred);
  assert_sound (f);
  g_rand_free (w.rand);
}

/* A long list of ids is one statement like a short one. */
static void
test_ids (Fixture *f, gconstpointer data)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[400];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("厂%u", i);
      g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

      ids[i] = fixture_insert (f->store, exporter);
      /* keys grow, also of changes within a millisecond */
      if (i > 0)
        g_assert_cmpint (ids[i], >, ids[i - 1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i += 2)
    tp_query_where_number (query, "id", TP_OP_EQUAL, ids[i]);
  found = tp_reader_select (tp_store_main_reader (f->store), query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 200);
  g_assert_cmpint (g_array_index (found, gint64, 1), ==, ids[2]);
  tp_query_set_sort (query, "no_such_field", FALSE);
  g_assert_null (tp_reader_select (tp_store_main_reader (f->store), query, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/select/filters", Fixture, NULL, fixture_set_up, test_filters, fixture_tear_down);
  g_test_add ("/select/ids", Fixture, NULL, fixture_set_up, test_ids, fixture_tear_down);
  return g_test_run ();
}
