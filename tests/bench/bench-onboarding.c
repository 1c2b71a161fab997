/* bench-onboarding.c: every action on exporters, on a campaign of Alibaba's size.
 *
 * Makes 10,000 exporters with 100,000 products, papers, activities and enrolments, and
 * then does what a person does in the Exporters view, most of it many times: prints the
 * median and the 95th of a hundred beside the bound: 100 ms from the act to the answer, a
 * second where it is done to 5,000 at once (two where it writes thrice as much), and a
 * frame for the rows and cards of a screen, which the main loop makes. Where a bound is passed the program says so and fails. The
 * bounds are those of an ordinary machine: a slower one has them longer by as much as the
 * look-up of a record by its key takes it longer.
 *
 * Usage: bench-onboarding [EXPORTERS]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-exporter.h"
#include "bulk-advance.h"
#include "bulk-assign.h"
#include "bulk-enrol.h"
#include "bulk-request.h"
#include "edit-exporter.h"
#include "edit-product.h"
#include "edit-requirement-set.h"
#include "edit-requirement-status.h"
#include "edit-task.h"
#include "exporter-card-row.h"
#include "exporter-detail.h"
#include "exporter-funnel.h"
#include "exporter-row.h"
#include "exporter-summary.h"
#include "find-duplicates.h"
#include "follow-up.h"
#include "gtin.h"
#include "merge-exporters.h"
#include "record-history.h"
#include "record-list.h"
#include "saved-filters.h"
#include "task-line.h"
#include "uscc.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BOUND_MS 100
#define BULK_BOUND_MS 1000
#define FRAME_MS 16
/* How long an ordinary machine looks a record up by its key */
#define LOOK_UP_MS 0.005
#define PRODUCTS 10
#define DAY tp_day_new (2026, 3, 18)

static const char *const places[] = { "宁波", "厦门", "义乌", "佛山", "东莞", "苏州", "青岛", "长沙" };
static const char *const codes[] = { "33", "35", "33", "44", "44", "32", "37", "43" };
static const char *const words[] = { "禾澈", "砺川", "岚柏", "彩屿", "星禾", "奔岚", "织澜", "汐朗", "暖榆", "沐桁" };
static const char *const trades[] = { "厨具", "锁业", "家居用品", "饰品", "玩具", "鞋业", "纺织", "渔具", "灯饰", "塑业" };
static const char *const goods[] = { "不锈钢蒸锅", "防盗门锁", "竹制收纳盒", "银饰项链", "积木玩具", "运动鞋", "棉质床品", "钓鱼竿", "台灯", "保鲜盒" };
static const char *const latin[] = { "Steel steamer", "Door lock", "Bamboo box", "Silver necklace", "Building blocks", "Running shoes", "Cotton bedding", "Fishing rod", "Desk lamp", "Food box" };
static const char *const chapters[] = { "73", "83", "44", "71", "95", "64", "63", "95", "94", "39" };
static const char *const owners[] = { "Lin Yue", "Wang Ke", "Su Han", "Zhang Min", NULL };

typedef struct
{
  TpWorkspace *workspace;
  int n;
  gint64 requirements[11];
  gint64 programme;
  GArray *exporters;
  double slow;   /* how many times slower than an ordinary machine this one is; 1: it is not */
  guint n_over;  /* acts that passed their bound */
} World;

static TpRecord *
keyed (TpKind kind, const char *key, const char *title_field)
{
  TpRecord *record = tp_record_new (kind);

  tp_record_set_text (record, "key", key);
  tp_record_set_text (record, title_field, key);
  return record;
}

static void
must (gboolean done, GError **error)
{
  if (done)
    return;
  fprintf (stderr, "bench-onboarding: %s\n", *error != NULL ? (*error)->message : "failed");
  exit (1);
}

static void
add_products (TpChange *change, gint64 exporter, int i, GError **error)
{
  for (int k = 0; k < PRODUCTS; k++)
    {
      g_autoptr (TpRecord) product = tp_record_new (TP_KIND_PRODUCT);
      int trade = (i / 80 + k) % 10;
      char gtin[14];
      g_autofree char *reference = g_strdup_printf ("P%05d-%02d", i, k);

      g_snprintf (gtin, sizeof gtin, "69%010d0", i * PRODUCTS + k);
      gtin[12] = tp_gtin_check_digit (gtin);
      tp_record_set_number (product, "exporter", exporter);
      tp_record_set_text (product, "reference", reference);
      tp_record_set_text (product, "gtin", gtin);
      tp_record_set_text (product, "name", latin[trade]);
      tp_record_set_text (product, "name_local", goods[trade]);
      tp_record_set_number (product, "ccc", k == 0 && i % 3 == 0);
      must (tp_change_insert (change, product, error), error);
    }
}

static void
add_papers (TpChange *change, World *w, gint64 exporter, int i, GError **error)
{
  static const char *const steps[] = { "missing", "requested", "received", "verified" };

  for (guint k = 0; k < G_N_ELEMENTS (w->requirements); k++)
    {
      g_autoptr (TpRecord) status = tp_record_new (TP_KIND_REQUIREMENT_STATUS);
      int upto = (i + (int) k) % 4;

      if (upto == 0)
        continue;
      for (int s = 1; s <= upto; s++)
        {
          g_autoptr (TpRecord) activity = tp_record_new (TP_KIND_ACTIVITY);

          tp_record_set_number (activity, "exporter", exporter);
          tp_record_set_text (activity, "kind", "requirement");
          tp_record_set_day (activity, "date", DAY - 60 + s * 10);
          tp_record_set_number (activity, "time", (gint64) (DAY - 60 + s * 10) * 86400000 + 36000000);
          tp_record_set_number (activity, "requirement", w->requirements[k]);
          tp_record_set_text (activity, "from_status", steps[s - 1]);
          tp_record_set_text (activity, "to_status", steps[s]);
          must (tp_change_insert (change, activity, error), error);
        }
      tp_record_set_number (status, "exporter", exporter);
      tp_record_set_number (status, "requirement", w->requirements[k]);
      tp_record_set_text (status, "status", steps[upto]);
      tp_record_set_day (status, "due", DAY + (i % 30) - 10);
      must (tp_change_insert (change, status, error), error);
    }
}

static gboolean
fill (TpChange *change, gpointer data, GError **error)
{
  World *w = data;

  must (tp_change_set_setting (change, "as_of", "2026-03-18", error), error);
  for (guint k = 0; k < G_N_ELEMENTS (w->requirements); k++)
    {
      g_autofree char *key = g_strdup_printf ("requirement-%u", k);
      g_autoptr (TpRecord) requirement = keyed (TP_KIND_REQUIREMENT, key, "title");

      tp_record_set_text (requirement, "stage", k < 5 ? "documents" : "compliance");
      tp_record_set_text (requirement, "applies", k == 3 ? "ccc" : "always");
      tp_record_set_number (requirement, "position", k);
      must (tp_change_insert (change, requirement, error), error);
      w->requirements[k] = tp_record_get_id (requirement);
    }
  {
    g_autoptr (TpRecord) programme = keyed (TP_KIND_PROGRAMME, "sourcing", "title");

    must (tp_change_insert (change, programme, error), error);
    w->programme = tp_record_get_id (programme);
  }
  for (int i = 0; i < w->n; i++)
    {
      g_autoptr (TpRecord) exporter = tp_record_new (TP_KIND_EXPORTER);
      g_autofree char *name = g_strdup_printf ("%s%s%s%d有限公司", places[i % 8], words[(i / 8) % 10], trades[(i / 80) % 10], i / 800);
      g_autofree char *english = g_strdup_printf ("Exporter Number %d Limited", i);
      g_autofree char *phone = g_strdup_printf ("138%08d", i);
      g_autoptr (TpRecord) enrolment = tp_record_new (TP_KIND_ENROLMENT);
      g_autoptr (TpRecord) task = tp_record_new (TP_KIND_TASK);
      char uscc[19];
      gint64 id;

      g_snprintf (uscc, sizeof uscc, "91330200MA%07d", i);
      uscc[17] = tp_uscc_check_character (uscc);
      uscc[18] = '\0';
      tp_record_set_text (exporter, "uscc", uscc);
      tp_record_set_text (exporter, "name_local", name);
      tp_record_set_text (exporter, "name", english);
      tp_record_set_text (exporter, "province", codes[i % 8]);
      tp_record_set_text (exporter, "phone", phone);
      tp_record_set_text (exporter, "hs_chapters", chapters[(i / 80) % 10]);
      tp_record_set_text (exporter, "owner", owners[i % 5]);
      tp_record_set_text (exporter, "stage", tp_stage_token ((TpStage) (i % 4)));
      tp_record_set_number (exporter, "annual_export", 100000000 + (gint64) i * 7919 % 900000000);
      tp_record_set_text (exporter, "currency", "CNY");
      tp_record_set_number (exporter, "us_share", i % 10000);
      tp_record_set_day (exporter, "sourced", DAY - 100 - i % 300);
      must (tp_change_insert (change, exporter, error), error);
      id = tp_record_get_id (exporter);
      g_array_append_val (w->exporters, id);
      add_products (change, id, i, error);
      add_papers (change, w, id, i, error);
      if (i % 3 == 0)
        {
          tp_record_set_number (enrolment, "exporter", id);
          tp_record_set_number (enrolment, "programme", w->programme);
          tp_record_set_text (enrolment, "status", "accepted");
          tp_record_set_day (enrolment, "applied", DAY - 50);
          must (tp_change_insert (change, enrolment, error), error);
        }
      if (i % 10 == 0)
        {
          tp_record_set_number (task, "exporter", id);
          tp_record_set_text (task, "title", "Call");
          tp_record_set_day (task, "due", DAY - i % 20);
          must (tp_change_insert (change, task, error), error);
        }
    }
  return TRUE;
}

/* Measuring */

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (World *w, const char *what, GArray *times, double bound)
{
  double median, p95;
  gboolean over;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  p95 = g_array_index (times, double, MIN (times->len - 1, times->len * 95 / 100));
  over = p95 > bound * w->slow;
  printf ("%-46s %8.2f ms %8.2f ms%s\n", what, median, p95, over ? "   OVER" : "");
  w->n_over += over;
  g_array_set_size (times, 0);
}

#define MEASURE(what, times_run, statement) MEASURE_BOUND (what, times_run, BOUND_MS, statement)

#define MEASURE_BOUND(what, times_run, bound, statement)                             \
  do                                                                                  \
    {                                                                                 \
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));         \
      for (int run = 0; run < (times_run); run++)                                     \
        {                                                                             \
          gint64 start = g_get_monotonic_time ();                                     \
          double took;                                                                \
          statement;                                                                  \
          took = (double) (g_get_monotonic_time () - start) / 1000;                   \
          g_array_append_val (taken, took);                                           \
        }                                                                             \
      report (w, what, taken, bound);                                                 \
    }                                                                                 \
  while (0)

static gpointer
select_ids (TpReader *reader, gpointer query, GError **error)
{
  return tp_reader_select (reader, query, error);
}

/* What a change of filter costs: the ids, the figures above the list, and the rows of a
 * screen. */
static void
show (World *w, TpQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tp_workspace_read_sync (w->workspace, select_ids, query, &error);
  TpExporterSummary *summary = tp_workspace_read_sync (w->workspace, tp_exporter_summary_read, query, &error);

  must (ids != NULL && summary != NULL, &error);
  for (guint i = 0; i < MIN (ids->len, 20); i++)
    {
      g_autoptr (TpRecord) exporter = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, g_array_index (ids, gint64, i));
      g_autoptr (GObject) row = tp_exporter_row_new (w->workspace, exporter, DAY);
    }
  tp_exporter_summary_free (summary);
}

static TpQuery *
query_of (World *w, const char *field, TpOp op, const char *text, gint64 number)
{
  TpQuery *query = tp_exporter_query_new (DAY);

  if (field != NULL && g_str_equal (field, "search"))
    tp_query_set_search (query, text);
  else if (field != NULL && text != NULL)
    tp_query_where_text (query, field, text);
  else if (field != NULL && op == TP_OP_NOT_SET)
    tp_query_where (query, field, op);
  else if (field != NULL)
    tp_query_where_number (query, field, op, number);
  tp_query_set_sort (query, "last_activity", TRUE);
  return query;
}

static void
measure_queries (World *w)
{
  static const char *const typed[] = { "宁波", "禾澈", "蒸锅", "ningbo", "nbhc", "xiamen", "changsha", "steamer", "lamp", "number", "0099", "1380000", "69000", "zg" };
  const struct
  {
    const char *what, *field;
    TpOp op;
    const char *text;
    gint64 number;
  } filters[] = {
    { "show all, by last activity", NULL, TP_OP_EQUAL, NULL, 0 },
    { "filter: stage", "stage", TP_OP_EQUAL, "qualified", 0 },
    { "filter: province", "province", TP_OP_EQUAL, "33", 0 },
    { "filter: HS chapter", "hs_chapter", TP_OP_EQUAL, "73", 0 },
    { "filter: programme", "programme", TP_OP_EQUAL, NULL, w->programme },
    { "filter: owner", "owner", TP_OP_EQUAL, "Lin Yue", 0 },
    { "filter: no owner", "owner", TP_OP_NOT_SET, NULL, 0 },
    { "filter: open requirement", "requirement", TP_OP_EQUAL, NULL, w->requirements[2] },
    { "filter: overdue", "overdue", TP_OP_EQUAL, NULL, 1 },
    { "filter: value at risk", "at_risk", TP_OP_AT_LEAST, NULL, 100000000 },
    { "filter: days in stage", "stage_days", TP_OP_AT_LEAST, NULL, 30 },
    { "filter: document expiring", "expiring", TP_OP_AT_MOST, NULL, DAY + 30 },
  };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (TpQuery) query = query_of (w, filters[i].field, filters[i].op, filters[i].text, filters[i].number);

      MEASURE (filters[i].what, 11, show (w, query));
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const char *p = typed[i];

      /* As it is typed, a character at a time. */
      while (*p != '\0')
        {
          g_autofree char *text = NULL;
          g_autoptr (TpQuery) query = NULL;
          gint64 start;
          double took;

          p = g_utf8_next_char (p);
          text = g_strndup (typed[i], (gsize) (p - typed[i]));
          query = query_of (w, "search", TP_OP_EQUAL, text, 0);
          start = g_get_monotonic_time ();
          show (w, query);
          took = (double) (g_get_monotonic_time () - start) / 1000;
          g_array_append_val (times, took);
        }
    }
  report (w, "search as it is typed", times, BOUND_MS);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const sorts[] = { "name_local", "open_requirements", "stage_days", "at_risk" };
      g_autofree char *what = g_strdup_printf ("sort: %s", sorts[i]);
      g_autoptr (TpQuery) query = tp_exporter_query_new (DAY);

      tp_query_set_sort (query, sorts[i], FALSE);
      MEASURE (what, 11, show (w, query));
    }
}

static gint64
some (World *w, int run)
{
  return g_array_index (w->exporters, gint64, (guint) (run * 37 + 11) % w->exporters->len);
}

static void
change (World *w, const char *verb, TpChangeFunc func, gpointer input, GDestroyNotify free_input)
{
  g_autoptr (GError) error = NULL;

  must (tp_workspace_change_sync (w->workspace, verb, func, input, NULL, &error), &error);
  if (free_input != NULL)
    free_input (input);
}

static void
read_one (World *w, TpReadFunc func, gpointer question, GDestroyNotify free_question, GDestroyNotify free_answer)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = tp_workspace_read_sync (w->workspace, func, question, &error);

  must (answer != NULL, &error);
  if (free_question != NULL)
    free_question (question);
  free_answer (answer);
}

static void
edit_city (World *w, int run)
{
  g_autoptr (TpRecord) stored = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, run));
  TpEditExporter *edit = tp_edit_exporter_new (tp_record_edit (stored));
  g_autofree char *city = g_strdup_printf ("City %d", run);

  tp_record_set_text (edit->exporter, "city", city);
  change (w, "edit-exporter", tp_edit_exporter_run, edit, tp_edit_exporter_free);
}

static void
add_product (World *w, int run)
{
  TpRecordEdit *edit = tp_record_edit_new (tp_record_new (TP_KIND_PRODUCT), NULL);
  g_autofree char *reference = g_strdup_printf ("LAMP-%d", run);

  tp_record_set_number (edit->record, "exporter", some (w, run));
  tp_record_set_text (edit->record, "name", "One more lamp");
  tp_record_set_text (edit->record, "reference", reference);
  change (w, "add-product", tp_edit_product_run, edit, tp_record_edit_free);
}

static void
undo (World *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) undone = tp_store_undo_sync (tp_workspace_get_store (w->workspace), "Bench", &error);

  must (undone != NULL, &error);
}

static void
redo (World *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpChangeInfo) redone = tp_store_redo_sync (tp_workspace_get_store (w->workspace), "Bench", &error);

  must (redone != NULL, &error);
}

static void
merge (World *w, int run)
{
  g_autoptr (TpRecord) one = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, run));
  g_autoptr (TpRecord) other = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, run + 500));
  TpMerge *input = tp_merge_new (one, other);

  change (w, "merge-exporters", tp_merge_run, input, tp_merge_free);
  undo (w);
}

/* How this machine compares, and what others leave of it at the moment: nothing is
 * measured by the bound of another. */
static void
measure_machine (World *w)
{
  gint64 start = g_get_monotonic_time ();
  double took;
  int n = 0;

  do
    for (int i = 0; i < 100; i++, n++)
      {
        g_autoptr (TpRecord) exporter = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, n));
      }
  while (g_get_monotonic_time () - start < 1000000);
  took = (double) (g_get_monotonic_time () - start) / 1000 / n;
  w->slow = MAX (1, took / LOOK_UP_MS);
  printf ("%-46s %8.4f ms, bounds × %.1f\n", "look a record up by its key", took, w->slow);
}

/* What the main loop makes when a screen is filled. */
static void
make_rows (World *w, TpRowFunc func, TpDay day)
{
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (TpRecord) exporter = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, i));
      g_autoptr (GObject) row = func (w->workspace, exporter, day);
    }
}

static void
measure_rows (World *w)
{
  MEASURE_BOUND ("40 rows of the list", 100, FRAME_MS, make_rows (w, tp_exporter_row_new, DAY));
  MEASURE_BOUND ("40 rows of a past day", 100, FRAME_MS, make_rows (w, tp_exporter_row_new, DAY - 45));
  MEASURE_BOUND ("40 cards of the board", 100, FRAME_MS, make_rows (w, tp_exporter_card_row_new, DAY));
  MEASURE_BOUND ("40 cards of a past day", 100, FRAME_MS, make_rows (w, tp_exporter_card_row_new, DAY - 45));
}

static void
measure_reads (World *w)
{
  MEASURE ("open an exporter", 100,
           read_one (w, tp_exporter_detail_read, tp_exporter_question_new (w->workspace, some (w, run), DAY),
                     tp_exporter_question_free, g_object_unref));
  MEASURE ("history of an exporter", 30,
           read_one (w, tp_record_history_read, tp_history_question_new (w->workspace, some (w, run)),
                     tp_history_question_free, g_object_unref));
  MEASURE ("heads of the board", 11,
           read_one (w, tp_exporter_funnel_read, tp_exporter_query_new (DAY), g_object_unref, tp_exporter_funnel_free));
  MEASURE ("likely duplicates, all", 5,
           read_one (w, tp_duplicates_list, tp_duplicates_ask_new (500, NULL), tp_duplicates_ask_free, tp_duplicates_free));
  MEASURE ("likely duplicates of one", 100,
           {
             g_autoptr (TpRecord) exporter = tp_workspace_get (w->workspace, TP_KIND_EXPORTER, some (w, run));

             read_one (w, tp_duplicates_read, exporter, NULL, (GDestroyNotify) g_ptr_array_unref);
           });
}

static void
bulk (World *w, TpBulk *input)
{
  change (w, tp_bulk_get_verb (input), tp_bulk_run, input, NULL);
  if (tp_bulk_get_result (input)->done->len == 0)
    {
      fprintf (stderr, "bench-onboarding: %s did nothing\n", tp_bulk_get_verb (input));
      exit (1);
    }
  tp_bulk_unref (input);
}

static void
rename_requirement (World *w, int run)
{
  g_autoptr (TpRecord) base = tp_workspace_get (w->workspace, TP_KIND_REQUIREMENT, w->requirements[2]);
  g_autofree char *title = g_strdup_printf ("Requirement in wording %d", run);
  TpEditRequirementSet *edit = tp_edit_requirement_set_new (NULL, NULL);
  g_autoptr (TpRecord) requirement = tp_record_edit (base);

  tp_record_set_text (requirement, "title", title);
  tp_edit_requirement_set_add (edit, requirement, base);
  change (w, "edit-requirement-set", tp_edit_requirement_set_run, edit, tp_edit_requirement_set_free);
}

static void
measure_changes (World *w)
{
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *ids;

  MEASURE ("edit a field", 100, edit_city (w, run));
  MEASURE ("add a note", 100, change (w, "add-note", tp_note_run, tp_note_new (some (w, run), "note", "Called"), tp_note_free));
  MEASURE ("add a product", 100, add_product (w, run));
  MEASURE ("verify a requirement", 100,
           change (w, "set-requirement", tp_set_requirement_run,
                   tp_set_requirement_new (some (w, run), w->requirements[run % 11], "not_applicable"), tp_set_requirement_free));
  MEASURE ("advance an exporter", 100,
           change (w, "advance-exporter", tp_advance_run, tp_advance_new (some (w, run + 1000), TP_STAGE_COMPLIANCE, "Bench"), tp_advance_free));
  MEASURE ("undo", 100, undo (w));
  MEASURE ("redo", 100, redo (w));
  MEASURE ("merge two exporters, and undo", 20, merge (w, run));
  for (guint i = 0; i < MIN (5000, w->exporters->len); i++)
    g_array_append_val (many, g_array_index (w->exporters, gint64, i));
  ids = (gint64 *) (gpointer) many->data;
  MEASURE ("title of a requirement", 20, rename_requirement (w, run));
  MEASURE_BOUND ("bulk: assign 5,000", 1, BULK_BOUND_MS, bulk (w, tp_bulk_assign_new (ids, many->len, "Gao Yi")));
  MEASURE_BOUND ("bulk: its undo", 1, BULK_BOUND_MS, undo (w));
  MEASURE_BOUND ("bulk: advance 5,000", 1, BULK_BOUND_MS, bulk (w, tp_bulk_advance_new (ids, many->len, TP_N_STAGES, "Bench", TP_DAY_NONE)));
  MEASURE_BOUND ("bulk: its undo", 1, BULK_BOUND_MS, undo (w));
  MEASURE_BOUND ("bulk: request a document from 5,000", 1, BULK_BOUND_MS, bulk (w, tp_bulk_request_new (ids, many->len, w->requirements[2], TP_DAY_NONE, TP_DAY_NONE)));
  MEASURE_BOUND ("bulk: its undo", 1, BULK_BOUND_MS, undo (w));
  MEASURE_BOUND ("bulk: request all that is missing from 5,000", 1, 2 * BULK_BOUND_MS, bulk (w, tp_bulk_request_new (ids, many->len, 0, TP_DAY_NONE, TP_DAY_NONE)));
  MEASURE_BOUND ("bulk: its undo", 1, 2 * BULK_BOUND_MS, undo (w));
  MEASURE_BOUND ("bulk: enrol 5,000", 1, BULK_BOUND_MS, bulk (w, tp_bulk_enrol_new (ids, many->len, w->programme, TP_DAY_NONE, TRUE)));
  MEASURE_BOUND ("bulk: its undo", 1, BULK_BOUND_MS, undo (w));
}

int
main (int argc, char **argv)
{
  World w = { .n = argc > 1 ? atoi (argv[1]) : 10000 };
  g_autofree char *folder = g_dir_make_tmp ("tp-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.tradepivot", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  w.exporters = g_array_new (FALSE, FALSE, sizeof (gint64));
  w.workspace = tp_workspace_create_sync (path, TP_TEMPLATE_EMPTY, &error);
  must (w.workspace != NULL, &error);
  must (tp_workspace_change_sync (w.workspace, "import-exporters", fill, &w, NULL, &error), &error);
  printf ("%d exporters, %d products: made in %.1f s\n%-46s %11s %11s\n", w.n, w.n * PRODUCTS,
          (double) (g_get_monotonic_time () - start) / 1e6, "", "median", "95th");
  measure_machine (&w);
  measure_queries (&w);
  measure_rows (&w);
  measure_reads (&w);
  measure_changes (&w);
  tp_workspace_close (w.workspace);
  g_object_unref (w.workspace);
  g_array_unref (w.exporters);
  g_unlink (path);
  g_rmdir (folder);
  if (w.n_over > 0)
    fprintf (stderr, "bench-onboarding: %u acts passed their bound\n", w.n_over);
  return w.n_over > 0 ? 1 : 0;
}
