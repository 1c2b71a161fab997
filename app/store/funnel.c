/* funnel.c: how far exporters came, and how long each stage took them.
 *
 * The query says which exporters; their stays in stages are counted in one pass over
 * the derived table that holds them, whose rows lie together by exporter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "funnel.h"
#include "store-private.h"

/* Where fewer than one in this many exporters are asked for, each is looked up by its
 * id; the whole table is read otherwise. */
#define FEW 8

/* A stay's row; the value at risk is asked for only where the stay goes on. As
 * annual_export × us_share / 10000, in parts so that nothing overflows. */
#define COLUMNS                                                                                           \
  "SELECT d.\"exporter\", d.\"from\", d.\"until\", d.\"stage\", CASE WHEN d.\"until\" IS NULL OR "             \
  "d.\"until\" > ?1 THEN (SELECT e.\"annual_export\" / 10000 * e.\"us_share\" + (e.\"annual_export\" % 10000) " \
  "* e.\"us_share\" / 10000 FROM \"exporter\" e WHERE e.\"id\" = d.\"exporter\" AND e.\"currency\" = ?2) END "  \
  "FROM \"d_stage\" d WHERE d.\"from\" <= ?1"

/* One that is in a stage, since a day. */
typedef struct
{
  gint64 since;
  gint64 exporter;
} Present;

/* The count in the making. */
typedef struct
{
  TpFunnelStage *stages;
  TpDay as_of;
  GArray *lengths[TP_N_STAGES]; /* of gint32: how many stays took 0, 1, 2 … days */
  GArray *present[TP_N_STAGES]; /* of Present; NULL where nobody asks who they are */
  gint64 exporter;              /* whose stays are being read */
  int furthest;                 /* the furthest stage it was at, -1 for none */
} Funnel;

static void
add_length (GArray *lengths, gint64 days)
{
  const gint64 longest = 36525; /* a century: nothing that was typed wrong may fill the memory */

  days = CLAMP (days, 0, longest);
  if (days >= lengths->len)
    g_array_set_size (lengths, (guint) days + 1);
  g_array_index (lengths, gint32, days)++;
}

/* The number of days of the stay at @place (0 the shortest). */
static gint64
length_at (GArray *lengths, gint64 place)
{
  gint64 seen = 0;

  for (guint days = 0; days < lengths->len; days++)
    if ((seen += g_array_index (lengths, gint32, days)) > place)
      return days;
  return 0;
}

static void
end_exporter (Funnel *funnel)
{
  for (int stage = 0; stage <= funnel->furthest; stage++)
    funnel->stages[stage].reached++;
  funnel->furthest = -1;
}

static void
add_stay (Funnel *funnel, sqlite3_stmt *stmt)
{
  gint64 exporter = sqlite3_column_int64 (stmt, 0), from = sqlite3_column_int64 (stmt, 1);
  int stage = tp_word_index (tp_words_stage, (const char *) sqlite3_column_text (stmt, 3));
  gboolean over = sqlite3_column_type (stmt, 2) != SQLITE_NULL && sqlite3_column_int64 (stmt, 2) <= funnel->as_of;

  if (exporter != funnel->exporter)
    end_exporter (funnel);
  funnel->exporter = exporter;
  if (stage < 0)
    return;
  if (stage < TP_N_PIPELINE_STAGES)
    funnel->furthest = MAX (funnel->furthest, stage);
  funnel->stages[stage].stays++;
  add_length (funnel->lengths[stage], (over ? sqlite3_column_int64 (stmt, 2) : funnel->as_of) - from);
  if (over)
    return;
  funnel->stages[stage].now++;
  if (funnel->present[stage] != NULL)
    {
      Present present = { from, exporter };

      g_array_append_val (funnel->present[stage], present);
    }
  if (sqlite3_column_type (stmt, 4) != SQLITE_NULL)
    {
      funnel->stages[stage].stated++;
      funnel->stages[stage].at_risk += sqlite3_column_int64 (stmt, 4);
    }
}

static sqlite3_stmt *
prepare (TpReader *self, const char *sql, TpDay as_of, const char *currency)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);

  sqlite3_bind_int64 (stmt, 1, as_of);
  sqlite3_bind_text (stmt, 2, currency, -1, SQLITE_TRANSIENT);
  return stmt;
}

/* All stays, and of them those of @ids, which are in ascending order like the rows. */
static gboolean
read_all (TpReader *self, Funnel *funnel, GArray *ids, const char *currency, GError **error)
{
  sqlite3_stmt *stmt = prepare (self, COLUMNS " ORDER BY d.\"exporter\", d.\"from\"", funnel->as_of, currency);
  g_autoptr (GError) failed = NULL;
  guint i = 0;

  while (i < ids->len && tp_connection_step (self->connection, stmt, &failed))
    {
      gint64 exporter = sqlite3_column_int64 (stmt, 0);

      while (i < ids->len && g_array_index (ids, gint64, i) < exporter)
        i++;
      if (i < ids->len && g_array_index (ids, gint64, i) == exporter)
        add_stay (funnel, stmt);
    }
  sqlite3_reset (stmt);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
read_each (TpReader *self, Funnel *funnel, GArray *ids, const char *currency, GError **error)
{
  g_autoptr (GError) failed = NULL;

  for (guint i = 0; i < ids->len && failed == NULL; i++)
    {
      sqlite3_stmt *stmt = prepare (self, COLUMNS " AND d.\"exporter\" = ?3 ORDER BY d.\"from\"", funnel->as_of,
                                    currency);

      sqlite3_bind_int64 (stmt, 3, g_array_index (ids, gint64, i));
      while (tp_connection_step (self->connection, stmt, &failed))
        add_stay (funnel, stmt);
      sqlite3_reset (stmt);
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int
compare_present (gconstpointer a, gconstpointer b)
{
  const Present *x = a, *y = b;

  return x->since != y->since ? (x->since > y->since) - (x->since < y->since)
                              : (x->exporter > y->exporter) - (x->exporter < y->exporter);
}

/* Takes who is in a stage apart: their ids, who has been in it longest first. */
static GArray *
take_ids (GArray *present)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), present->len);

  g_array_sort (present, compare_present);
  for (guint i = 0; i < present->len; i++)
    g_array_append_val (ids, g_array_index (present, Present, i).exporter);
  g_array_unref (present);
  return ids;
}

/**
 * tp_reader_funnel:
 * @self: a reader
 * @query: which exporters, on which day; its conditions on the stage are left out
 * @currency: the ISO 4217 currency that values at risk are added in
 * @stages: (out): the nine stages
 * @ids_now: (out) (optional) (transfer full): of each stage the exporters that are in it, who
 *   has been in it longest first; %NULL where the query could not be answered
 * @error: return location
 *
 * A stay takes from the day it began to the day it ended, or to the day of the query
 * where it goes on. Of an even number of stays the median is the mean of the two in the
 * middle, rounded up at a half. Two stages on one day are one stay, in the last of them.
 *
 * Returns: whether @stages was filled
 */
gboolean
tp_reader_funnel (TpReader *self, TpQuery *query, const char *currency, TpFunnelStage stages[TP_N_STAGES],
                  GArray *ids_now[TP_N_STAGES], GError **error)
{
  Funnel funnel = { .stages = stages, .as_of = tp_query_get_as_of (query), .furthest = -1 };
  g_autoptr (TpQuery) others = tp_query_copy (query);
  g_autoptr (GArray) ids = NULL;
  gboolean read;

  g_return_val_if_fail (tp_query_get_kind (query) == TP_KIND_EXPORTER, FALSE);
  g_return_val_if_fail (funnel.as_of != TP_DAY_NONE, FALSE);

  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      stages[i] = (TpFunnelStage){ 0 };
      if (ids_now != NULL)
        ids_now[i] = NULL;
    }
  tp_query_drop (others, "stage");
  tp_query_set_sort (others, NULL, FALSE);
  tp_query_set_range (others, 0, 0);
  ids = tp_reader_select (self, others, error);
  if (ids == NULL)
    return FALSE;
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      funnel.lengths[i] = g_array_new (FALSE, TRUE, sizeof (gint32));
      funnel.present[i] = ids_now != NULL ? g_array_new (FALSE, FALSE, sizeof (Present)) : NULL;
    }

  read = (gint64) ids->len * FEW < tp_reader_count (self, TP_KIND_EXPORTER)
             ? read_each (self, &funnel, ids, currency, error)
             : read_all (self, &funnel, ids, currency, error);
  end_exporter (&funnel);
  for (guint i = 0; i < TP_N_STAGES; i++)
    {
      gint64 stays = stages[i].stays;

      if (stays > 0)
        stages[i].median = (length_at (funnel.lengths[i], (stays - 1) / 2) + length_at (funnel.lengths[i], stays / 2) + 1)
                           / 2;
      g_array_unref (funnel.lengths[i]);
      if (ids_now != NULL)
        ids_now[i] = take_ids (funnel.present[i]);
    }
  return read;
}
