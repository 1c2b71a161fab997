/* test-funnel.c: the funnel of stages against a count by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-exporter.h"
#include "exporter-card-row.h"
#include "exporter-funnel.h"
#include "exporter-summary.h"
#include "funnel.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  TpWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("tp-funnel-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->folder, "demo.tradepivot", NULL);
  f->workspace = tp_workspace_create_sync (path, TP_TEMPLATE_DEMONSTRATION, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  tp_workspace_close (f->workspace);
  g_clear_object (&f->workspace);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

/* ---- the count by hand: from the exporters and their activities alone ---- */

typedef struct
{
  TpDay day;
  int stage;
} Step;

static int
compare_activities (gconstpointer a, gconstpointer b)
{
  TpRecord *x = *(TpRecord **) a, *y = *(TpRecord **) b;
  gint64 d = tp_record_get_day (x, "date") - (gint64) tp_record_get_day (y, "date");

  if (d == 0)
    d = tp_record_get_number (x, "time") - tp_record_get_number (y, "time");
  if (d == 0)
    d = tp_record_get_id (x) - tp_record_get_id (y);
  return d < 0 ? -1 : d > 0;
}

static void
take_step (GArray *steps, TpDay day, const char *token)
{
  Step step = { day, tp_word_index (tp_words_stage, token) };

  g_assert_cmpint (step.stage, >=, 0);
  if (steps->len > 0)
    {
      Step *last = &g_array_index (steps, Step, steps->len - 1);

      step.day = MAX (day, last->day);
      if (last->day == step.day)
        {
          *last = step;
          return;
        }
    }
  g_array_append_val (steps, step);
}

/* The last stage of each day on which there was one. */
static GArray *
steps_of (TpReader *reader, TpRecord *exporter)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) activities
      = tp_reader_children (reader, TP_KIND_ACTIVITY, "exporter", tp_record_get_id (exporter));
  gboolean any = FALSE;

  g_ptr_array_sort (activities, compare_activities);
  for (guint i = 0; i < activities->len; i++)
    {
      TpRecord *activity = g_ptr_array_index (activities, i);

      if (g_strcmp0 (tp_record_get_text (activity, "kind"), "stage") != 0 || !tp_record_is_set (activity, "to_stage"))
        continue;
      if (!any)
        take_step (steps, tp_record_get_day (exporter, "sourced"),
                   tp_record_is_set (activity, "from_stage") ? tp_record_get_text (activity, "from_stage") : "sourced");
      any = TRUE;
      take_step (steps, tp_record_get_day (activity, "date"), tp_record_get_text (activity, "to_stage"));
    }
  if (!any)
    take_step (steps, tp_record_get_day (exporter, "sourced"), tp_record_get_text (exporter, "stage"));
  return steps;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
count_by_hand (TpReader *reader, GArray *ids, TpDay as_of, TpFunnelStage stages[TP_N_STAGES])
{
  GArray *days[TP_N_STAGES];

  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      stages[i] = (TpFunnelStage){ 0 };
      days[i] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, g_array_index (ids, gint64, i));
      g_autoptr (GArray) steps = steps_of (reader, exporter);
      gboolean been[TP_N_PIPELINE_STAGES] = { FALSE };

      for (guint s = 0; s < steps->len && g_array_index (steps, Step, s).day <= as_of; s++)
        {
          Step step = g_array_index (steps, Step, s);
          gboolean goes_on = s + 1 == steps->len || g_array_index (steps, Step, s + 1).day > as_of;
          int length = (goes_on ? as_of : g_array_index (steps, Step, s + 1).day) - step.day;

          g_array_append_val (days[step.stage], length);
          for (int reached = 0; reached <= step.stage && step.stage < TP_N_PIPELINE_STAGES; reached++)
            been[reached] = TRUE;
          if (!goes_on)
            continue;
          stages[step.stage].now++;
          if (tp_record_is_set (exporter, "annual_export") && tp_record_is_set (exporter, "us_share")
              && g_strcmp0 (tp_record_get_text (exporter, "currency"), "CNY") == 0)
            {
              gint64 value = tp_record_get_number (exporter, "annual_export");

              stages[step.stage].stated++;
              stages[step.stage].at_risk += value / 10000 * tp_record_get_number (exporter, "us_share")
                                            + value % 10000 * tp_record_get_number (exporter, "us_share") / 10000;
            }
        }
      for (int s = 0; s < TP_N_PIPELINE_STAGES; s++)
        stages[s].reached += been[s];
    }
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      guint n = days[i]->len;

      g_array_sort (days[i], compare_days);
      stages[i].stays = n;
      if (n % 2 == 1)
        stages[i].median = g_array_index (days[i], int, n / 2);
      else if (n > 0)
        stages[i].median = (g_array_index (days[i], int, n / 2 - 1) + g_array_index (days[i], int, n / 2) + 1) / 2;
      g_array_unref (days[i]);
    }
}

/* ---- the two side by side ---- */

/* Who is in a stage is so on the day, and who came to it first stands first. */
static void
check_ids (TpReader *reader, GArray *ids, TpStage stage, gint64 n, TpDay as_of)
{
  TpDay before = TP_DAY_NONE;

  g_assert_cmpint (ids->len, ==, n);
  for (guint i = 0; i < ids->len; i++)
    {
      TpDay since;

      g_assert_cmpint (tp_reader_stage_on (reader, g_array_index (ids, gint64, i), as_of, &since), ==, stage);
      g_assert_true (i == 0 || since >= before);
      before = since;
    }
}

static gpointer
compare (TpReader *reader, gpointer query, GError **error)
{
  g_autoptr (TpQuery) others = tp_query_copy (query);
  g_autoptr (GArray) ids = NULL;
  TpFunnelStage funnel[TP_N_STAGES], by_hand[TP_N_STAGES];
  GArray *now[TP_N_STAGES];

  tp_query_drop (others, "stage");
  ids = tp_reader_select (reader, others, error);
  g_assert_no_error (*error);
  g_assert_cmpuint (ids->len, >, 0);
  g_assert_true (tp_reader_funnel (reader, query, "CNY", funnel, now, error));
  count_by_hand (reader, ids, tp_query_get_as_of (query), by_hand);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      g_assert_cmpint (funnel[i].reached, ==, by_hand[i].reached);
      g_assert_cmpint (funnel[i].now, ==, by_hand[i].now);
      g_assert_cmpint (funnel[i].at_risk, ==, by_hand[i].at_risk);
      g_assert_cmpint (funnel[i].stated, ==, by_hand[i].stated);
      g_assert_cmpint (funnel[i].stays, ==, by_hand[i].stays);
      g_assert_cmpint (funnel[i].median, ==, by_hand[i].median);
      check_ids (reader, now[i], (TpStage) i, funnel[i].now, tp_query_get_as_of (query));
      g_array_unref (now[i]);
    }
  return GINT_TO_POINTER (1);
}

static void
check (Fixture *f, TpQuery *query)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tp_workspace_read_sync (f->workspace, compare, query, &error));
  g_assert_no_error (error);
}

static void
test_days (Fixture *f, gconstpointer data)
{
  TpDay today = tp_workspace_get_today (f->workspace);
  const TpDay days[] = { today, today - 1, today - 45, today - 120, today - 200 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TpQuery) all = tp_exporter_query_new (days[i]);

      check (f, all);
    }
}

/* Few are looked up one by one, and a stage that is asked for is left out. */
static void
test_queries (Fixture *f, gconstpointer data)
{
  TpDay today = tp_workspace_get_today (f->workspace);
  g_autoptr (TpQuery) province = tp_exporter_query_new (today);
  g_autoptr (TpQuery) stage = tp_exporter_query_new (today);
  g_autoptr (TpQuery) found = tp_exporter_query_new (today);
  g_autoptr (TpQuery) risk = tp_exporter_query_new (today - 30);

  tp_query_where_text (province, "province", "33");
  check (f, province);
  tp_query_where_text (stage, "stage", "listed");
  tp_query_where_text (stage, "stage", "declined");
  check (f, stage);
  tp_query_set_search (found, "nb");
  check (f, found);
  tp_query_where_number (risk, "at_risk", TP_OP_AT_LEAST, 1000000000);
  tp_query_set_sort (risk, "at_risk", TRUE);
  check (f, risk);
}

static gint64
first_of (Fixture *f, const char *stage)
{
  TpReader *reader = tp_store_main_reader (tp_workspace_get_store (f->workspace));
  g_autoptr (TpQuery) query = tp_exporter_query_new (tp_workspace_get_today (f->workspace));
  g_autoptr (GArray) ids = NULL;

  tp_query_where_text (query, "stage", stage);
  ids = tp_reader_select (reader, query, NULL);
  g_assert_cmpuint (ids->len, >, 0);
  return g_array_index (ids, gint64, 0);
}

static void
test_moves (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *from;
    TpStage to;
  } moves[] = { { "sourced", TP_STAGE_CONTACTED }, { "listed", TP_STAGE_DECLINED }, { "selling", TP_STAGE_QUALIFIED } };
  g_autoptr (TpQuery) all = tp_exporter_query_new (tp_workspace_get_today (f->workspace));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (TpAdvance) move = tp_advance_new (first_of (f, moves[i].from), moves[i].to, "for the test");

      g_assert_true (tp_workspace_change_sync (f->workspace, "advance-exporter", tp_advance_run, move, NULL, &error));
      g_assert_no_error (error);
      check (f, all);
    }
  for (guint i = 0; i < 2 * G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (TpChangeInfo) undone
          = tp_workspace_undo_sync (f->workspace, i >= G_N_ELEMENTS (moves), &error);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
      check (f, all);
    }
}

/* ---- the words ---- */

static void
test_heads (Fixture *f, gconstpointer data)
{
  g_autoptr (TpQuery) all = tp_exporter_query_new (tp_workspace_get_today (f->workspace));
  g_autoptr (GError) error = NULL;
  g_autoptr (TpExporterFunnel) funnel = tp_workspace_read_sync (f->workspace, tp_exporter_funnel_read, all, &error);
  g_autofree char *drop_off = tp_exporter_drop_off (TP_STAGE_QUALIFIED);
  g_autoptr (TpQuery) nobody = tp_exporter_query_new (tp_workspace_get_today (f->workspace));
  g_autoptr (TpExporterFunnel) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (funnel->heads[TP_STAGE_SOURCED].conversion, ==, "");
  g_assert_true (g_str_has_suffix (funnel->heads[TP_STAGE_CONTACTED].conversion, "% of Sourced"));
  g_assert_cmpstr (funnel->heads[TP_STAGE_ON_HOLD].conversion, ==, "");
  g_assert_true (g_str_has_prefix (funnel->heads[TP_STAGE_SOURCED].median, "median "));
  g_assert_cmpstr (funnel->heads[TP_STAGE_DECLINED].median, ==, "");
  g_assert_true (g_str_has_prefix (funnel->heads[TP_STAGE_LISTED].at_risk, "CN¥"));
  g_assert_cmpstr (drop_off, ==, "reached=contacted;short_of=qualified");

  tp_query_where_text (nobody, "province", "99");
  none = tp_workspace_read_sync (f->workspace, tp_exporter_funnel_read, nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (none->heads[TP_STAGE_LISTED].count, ==, "0");
  g_assert_cmpstr (none->heads[TP_STAGE_LISTED].at_risk, ==, "");
  g_assert_cmpstr (none->heads[TP_STAGE_LISTED].conversion, ==, "");
  g_assert_cmpstr (none->heads[TP_STAGE_LISTED].median, ==, "");
}

static char *
blocker_of (Fixture *f, gint64 id)
{
  g_autoptr (TpRecord) exporter = tp_workspace_get (f->workspace, TP_KIND_EXPORTER, id);
  g_autoptr (GObject) card
      = tp_exporter_card_row_new (f->workspace, exporter, tp_workspace_get_today (f->workspace));
  char *blocker;

  g_object_get (card, "blocker", &blocker, NULL);
  return blocker;
}

/* Where nothing of its next stage is open but a later document is late, the card says which. */
static void
test_overdue_card (Fixture *f, gconstpointer data)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EXPORTER);
  g_autoptr (GPtrArray) exporters = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  tp_query_where_text (query, "stage", "qualified");
  tp_query_where_number (query, "overdue", TP_OP_EQUAL, 1);
  exporters = tp_reader_records (tp_store_main_reader (tp_workspace_get_store (f->workspace)), query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < exporters->len; i++)
    {
      TpRecord *exporter = g_ptr_array_index (exporters, i);
      g_autoptr (GObject) card
          = tp_exporter_card_row_new (f->workspace, exporter, tp_workspace_get_today (f->workspace));
      g_autofree char *blocker = NULL;
      gboolean overdue;

      g_object_get (card, "blocker", &blocker, "overdue", &overdue, NULL);
      if (!overdue)
        continue;
      n++;
      g_assert_cmpstr (blocker, !=, "Ready for its documents");
      g_assert_true (strstr (blocker, ": ") != NULL || g_str_equal (blocker, "No USCC yet"));
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_card (Fixture *f, gconstpointer data)
{
  gint64 id = first_of (f, "sourced");
  g_autofree char *sourced = blocker_of (f, id);
  g_autoptr (TpAdvance) on = tp_advance_new (id, TP_STAGE_CONTACTED, NULL);
  g_autoptr (TpAdvance) hold = tp_advance_new (id, TP_STAGE_ON_HOLD, "  Moves to a new plant ");
  g_autoptr (GError) error = NULL;
  g_autofree char *contacted = NULL, *held = NULL, *listed = blocker_of (f, first_of (f, "documents"));

  g_assert_cmpstr (sourced, ==, "No contact yet");
  tp_workspace_change_sync (f->workspace, "advance-exporter", tp_advance_run, on, NULL, &error);
  g_assert_no_error (error);
  contacted = blocker_of (f, id);
  g_assert_cmpstr (contacted, ==, "Waiting for a reply");
  tp_workspace_change_sync (f->workspace, "advance-exporter", tp_advance_run, hold, NULL, &error);
  g_assert_no_error (error);
  held = blocker_of (f, id);
  g_assert_cmpstr (held, ==, "Moves to a new plant");
  /* A status and a requirement, or none is open. */
  g_assert_true (strstr (listed, ": ") != NULL || g_str_equal (listed, "Documents complete"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/funnel/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/funnel/queries", Fixture, NULL, set_up, test_queries, tear_down);
  g_test_add ("/funnel/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/funnel/heads", Fixture, NULL, set_up, test_heads, tear_down);
  g_test_add ("/funnel/card", Fixture, NULL, set_up, test_card, tear_down);
  g_test_add ("/funnel/overdue-card", Fixture, NULL, set_up, test_overdue_card, tear_down);
  return g_test_run ();
}
