/* overview-attention.c: what to do next, the most pressing first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-private.h"

#include "numbers.h"

#include <glib/gi18n-lib.h>

/* So many lines about paces; the rest are counted in one more. */
#define N_PACES 4

static void
add (GListStore *lines, const char *icon, const char *style, const char *title, const char *subtitle,
     const char *opens)
{
  g_autoptr (TpOverviewLine) line = tp_overview_line_new (icon, style, title, subtitle, "", opens);

  g_list_store_append (lines, line);
}

/* Paces */

/* Lower is more pressing; -1: nothing to do about it. */
static int
rank_of (TpPace pace)
{
  switch (pace)
    {
    case TP_PACE_OVERDUE:
      return 0;
    case TP_PACE_STALLED:
      return 1;
    case TP_PACE_BEHIND:
      return 2;
    default:
      return -1;
    }
}

typedef struct
{
  int rank;
  TpCommitmentStatus *commitment;
  TpIndicatorStatus *indicator;
} Trouble;

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const Trouble *left = a, *right = b;

  return left->rank - right->rank;
}

static char *
trouble_title (const Trouble *trouble, const char *who)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (trouble->indicator);
  g_autofree char *gap = NULL;

  switch (pace->pace)
    {
    case TP_PACE_STALLED:
      /* Translators: %s is an organisation of which a number no longer moves */
      return g_strdup_printf (_ ("%s has stalled"), who);
    case TP_PACE_OVERDUE:
      /* Translators: %s is an organisation whose period is over, its target not met */
      return g_strdup_printf (_ ("%s is overdue"), who);
    default:
      break;
    }
  if (!pace->prorated.set)
    /* Translators: %s is an organisation that has delivered less than the pro-rated target */
    return g_strdup_printf (_ ("%s is behind"), who);
  gap = tp_indicator_status_format (trouble->indicator, ABS (pace->prorated.value - pace->delivered));
  /* Translators: an organisation, and by how much: "JD.com is CN¥14.4 bn behind" */
  return g_strdup_printf (_ ("%s is %s behind"), who, gap);
}

static char *
trouble_subtitle (const Trouble *trouble)
{
  const TpPaceResult *pace = tp_indicator_status_get_pace (trouble->indicator);
  const char *name = tp_record_get_local (tp_indicator_status_get_record (trouble->indicator), "name");

  if (pace->pace == TP_PACE_STALLED && pace->last_delivery != TP_DAY_NONE)
    {
      int days = pace->as_of - pace->last_delivery;

      /* Translators: a figure's name, and since when it has not moved */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s: none for %d day", "%s: none for %d days", days), name, days);
    }
  if (pace->has_run_rate)
    {
      g_autofree char *weekly = tp_indicator_status_format_weekly (trouble->indicator, pace->run_rate);

      /* Translators: a figure's name, and the rate that would still meet its target:
         "Products listed: needs 320 products a week" */
      return g_strdup_printf (_ ("%s: needs %s"), name, weekly);
    }
  if (pace->distance.set && pace->distance.value > 0)
    {
      g_autofree char *short_by = tp_indicator_status_format (trouble->indicator, pace->distance.value);

      /* Translators: a figure's name, and what is missing: "Products listed: 320 products short" */
      return g_strdup_printf (_ ("%s: %s short"), name, short_by);
    }
  return g_strdup (name);
}

static void
add_troubles (GListStore *lines, TpStatus *status)
{
  GPtrArray *commitments = tp_status_get_commitments (status);
  g_autoptr (GArray) troubles = g_array_new (FALSE, FALSE, sizeof (Trouble));

  for (guint i = 0; i < commitments->len; i++)
    {
      TpCommitmentStatus *commitment = g_ptr_array_index (commitments, i);
      GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);

      for (guint j = 0; j < indicators->len; j++)
        {
          Trouble trouble = { 0, commitment, g_ptr_array_index (indicators, j) };

          trouble.rank = rank_of (tp_indicator_status_get_pace (trouble.indicator)->pace);
          if (trouble.rank >= 0 && tp_indicator_status_get_fault (trouble.indicator) == NULL)
            g_array_append_val (troubles, trouble);
        }
    }
  g_array_sort (troubles, by_rank);
  for (guint i = 0; i < troubles->len; i++)
    {
      const Trouble *trouble = &g_array_index (troubles, Trouble, i);
      TpRecord *through = tp_commitment_status_get_through (trouble->commitment);
      TpRecord *maker
          = through != NULL ? through : tp_commitment_status_get_organisation (trouble->commitment);
      TpRecord *record = tp_commitment_status_get_record (trouble->commitment);
      const char *token = tp_pace_token (tp_indicator_status_get_pace (trouble->indicator)->pace);
      g_autofree char *style = g_strdelimit (g_strdup (token), "_", '-');
      g_autofree char *icon = g_strdup_printf ("pace-%s-symbolic", style);
      g_autofree char *title = NULL, *subtitle = NULL, *opens = NULL;

      if (i == N_PACES && troubles->len > N_PACES + 1)
        {
          guint more = troubles->len - N_PACES;

          title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more target is in trouble",
                                                "%u more targets are in trouble", more),
                                   more);
          add (lines, "view-commitments-symbolic", "", title, _ ("See all commitments"),
               "win.show-view::commitments");
          return;
        }
      title = trouble_title (trouble, tp_record_get_title (maker != NULL ? maker : record));
      subtitle = trouble_subtitle (trouble);
      opens = tp_opens_record ("commitment", tp_record_get_id (record));
      add (lines, icon, style, title, subtitle, opens);
    }
}

/* Papers */

/* The exporter that a record belongs to; NULL where it is archived: those count nowhere
 * and nothing is left to do for them. @seen keeps what was looked up. */
static TpRecord *
active_exporter (TpReader *reader, GHashTable *seen, TpRecord *record)
{
  gint64 id = tp_record_get_number (record, "exporter");
  TpRecord *exporter = g_hash_table_lookup (seen, &id);

  if (exporter == NULL)
    {
      exporter = tp_reader_get (reader, TP_KIND_EXPORTER, id);
      if (exporter == NULL)
        return NULL;
      g_hash_table_insert (seen, g_memdup2 (&id, sizeof id), exporter);
    }
  return tp_exporter_is_archived (exporter) ? NULL : exporter;
}

static guint
count_active (GHashTable *exporters)
{
  GHashTableIter iter;
  gpointer exporter;
  guint n = 0;

  g_hash_table_iter_init (&iter, exporters);
  while (g_hash_table_iter_next (&iter, NULL, &exporter))
    n += !tp_exporter_is_archived (exporter);
  return n;
}

static gboolean
add_expired (GListStore *lines, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT_STATUS);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) exporters
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autofree char *title = NULL, *subtitle = NULL, *opens = NULL, *last = NULL;
  TpRecord *first = NULL;
  const char *name;
  guint others;

  /* Valid through the day of expiry */
  tp_query_where_number (query, "expiry", TP_OP_AT_MOST, as_of - 1);
  tp_query_set_sort (query, "expiry", FALSE);
  records = tp_reader_records (reader, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len;)
    {
      TpRecord *record = g_ptr_array_index (records, i);
      TpRecord *exporter = tp_record_has_word (record, "status", "not_applicable")
                               ? NULL
                               : active_exporter (reader, exporters, record);

      if (exporter == NULL)
        {
          g_ptr_array_remove_index (records, i);
          continue;
        }
      if (first == NULL)
        first = exporter;
      i++;
    }
  if (records->len == 0)
    return TRUE;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document has expired",
                                        "%u documents have expired", records->len),
                           records->len);
  others = count_active (exporters) - 1;
  name = tp_record_get_title (first);
  if (others > 0)
    /* Translators: the exporter whose document expired first, and how many others */
    subtitle = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", others), name, others);
  else
    subtitle = g_strdup (name);
  last = tp_day_to_iso (as_of - 1);
  opens = g_strdup_printf ("win.show-exporters::expiring<=%s", last);
  add (lines, "pace-overdue-symbolic", "overdue", title, subtitle, opens);
  return TRUE;
}

static gboolean
add_overdue_tasks (GListStore *lines, TpReader *reader, TpDay as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_TASK);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GHashTable) exporters
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  TpRecord *oldest = NULL;
  guint n = 0;
  int days;
  g_autofree char *title = NULL, *subtitle = NULL;

  tp_query_where_number (query, "due", TP_OP_AT_MOST, as_of - 1);
  tp_query_set_sort (query, "due", FALSE);
  tasks = tp_reader_records (reader, query, error);
  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      TpRecord *task = g_ptr_array_index (tasks, i);
      TpDay done = tp_record_get_day (task, "done");
      TpDay snoozed = tp_record_get_day (task, "snoozed");

      /* Done later than the day in question: on that day it was still to do */
      if ((done != TP_DAY_NONE && done <= as_of) || (snoozed != TP_DAY_NONE && snoozed > as_of))
        continue;
      if (tp_record_is_set (task, "exporter") && active_exporter (reader, exporters, task) == NULL)
        continue;
      if (oldest == NULL)
        oldest = task;
      n++;
    }
  if (oldest == NULL)
    return TRUE;
  days = as_of - tp_record_get_day (oldest, "due");
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task is overdue", "%u tasks are overdue", n), n);
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, by %d day", "%s, by %d days", days),
                              tp_record_get_title (oldest), days);
  add (lines, "pace-overdue-symbolic", "overdue", title, subtitle, "page.show-due");
  return TRUE;
}

/* Evidence */

static gboolean
collect_citation (TpRecord *citation, gpointer cited, GError **error)
{
  const char *field = tp_record_get_text (citation, "field");

  g_hash_table_add (cited, g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s",
                                            tp_record_get_text (citation, "subject_kind"),
                                            tp_record_get_number (citation, "subject"),
                                            field != NULL ? field : ""));
  return TRUE;
}

/* A figure has evidence where the figure or its whole record is cited for. */
static gboolean
is_cited (GHashTable *cited, TpRecord *record, const char *field)
{
  const char *kind = tp_kind_token (tp_record_get_kind (record));
  g_autofree char *figure
      = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", kind, tp_record_get_id (record), field);
  g_autofree char *whole = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/", kind, tp_record_get_id (record));

  return g_hash_table_contains (cited, figure) || g_hash_table_contains (cited, whole);
}

static gboolean
add_uncited (GListStore *lines, TpReader *reader, TpStatus *status, GError **error)
{
  GPtrArray *commitments = tp_status_get_commitments (status);
  g_autoptr (GHashTable) cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *title = NULL, *opens = NULL;
  TpRecord *first = NULL;
  guint n = 0;

  if (!tp_reader_each (reader, TP_KIND_CITATION, collect_citation, cited, error))
    return FALSE;
  for (guint i = 0; i < commitments->len; i++)
    {
      TpCommitmentStatus *commitment = g_ptr_array_index (commitments, i);
      TpRecord *record = tp_commitment_status_get_record (commitment);
      GPtrArray *indicators = tp_commitment_status_get_indicators (commitment);
      guint here = tp_record_is_set (record, "capital") && !is_cited (cited, record, "capital");

      for (guint j = 0; j < indicators->len; j++)
        {
          TpRecord *indicator = tp_indicator_status_get_record (g_ptr_array_index (indicators, j));

          here += tp_record_is_set (indicator, "target") && !is_cited (cited, indicator, "target");
        }
      if (here > 0 && first == NULL)
        first = record;
      n += here;
    }
  if (first == NULL)
    return TRUE;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure has no evidence",
                                        "%u figures have no evidence", n),
                           n);
  opens = tp_opens_record ("commitment", tp_record_get_id (first));
  add (lines, "evidence-symbolic", "", title, tp_record_get_title (first), opens);
  return TRUE;
}

/* Money */

static void
add_unallocated (GListStore *lines, TpStatus *status)
{
  GArray *totals = tp_status_get_totals (status);

  for (guint i = 0; i < totals->len; i++)
    {
      const TpStatusTotals *total = &g_array_index (totals, TpStatusTotals, i);
      g_autofree char *amount = NULL, *title = NULL;

      if (total->unallocated == 0)
        continue;
      amount = tp_money_format_compact (total->unallocated, total->currency);
      title = g_strdup_printf (_ ("%s is unallocated"), amount);
      add (lines, "pace-not-started-symbolic", "", title, _ ("Delivered outside any commitment"),
           "win.show-view::funds");
    }
}

gboolean
tp_overview_add_attention (GListStore *lines, TpReader *reader, TpStatus *status, GError **error)
{
  TpDay as_of = tp_status_get_as_of (status);

  add_troubles (lines, status);
  if (!add_expired (lines, reader, as_of, error) || !add_overdue_tasks (lines, reader, as_of, error)
      || !add_uncited (lines, reader, status, error))
    return FALSE;
  add_unallocated (lines, status);
  return TRUE;
}
