/* sums.c: what is kept summed, on any day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-private.h"

/**
 * tp_reader_stage_counts:
 * @self: a reader
 * @as_of: the day
 * @province: (nullable): only this province (two digits), %NULL for all
 * @counts: (out): exporters in each stage at the end of @as_of, archived ones left out
 */
void
tp_reader_stage_counts (TpReader *self, TpDay as_of, const char *province,
                        gint64 counts[TP_N_STAGES])
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, province != NULL
                            ? "SELECT \"stage\", sum(\"delta\") FROM \"s_stage\" WHERE \"day\" <= ?1 "
                              "AND \"province\" = ?2 GROUP BY \"stage\""
                            : "SELECT \"stage\", sum(\"delta\") FROM \"s_stage\" WHERE \"day\" <= ?1 "
                              "GROUP BY \"stage\"");

  for (int i = 0; i < TP_N_STAGES; i++)
    counts[i] = 0;
  sqlite3_bind_int64 (stmt, 1, as_of);
  if (province != NULL)
    sqlite3_bind_text (stmt, 2, province, -1, SQLITE_TRANSIENT);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      int stage = tp_word_index (tp_words_stage, (const char *) sqlite3_column_text (stmt, 0));

      if (stage >= 0)
        counts[stage] = sqlite3_column_int64 (stmt, 1);
    }
}

/**
 * tp_reader_province_counts:
 * @self: a reader
 * @as_of: the day
 * @stage: (nullable): only this stage, %NULL for all
 *
 * Returns: (transfer full) (element-type gint64): 100 counts, one for each two digits
 *   of GB/T 2260
 */
GArray *
tp_reader_province_counts (TpReader *self, TpDay as_of, const char *stage)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (gint64), 100);
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, stage != NULL
                            ? "SELECT \"province\", sum(\"delta\") FROM \"s_stage\" WHERE \"day\" <= ?1 "
                              "AND \"stage\" = ?2 GROUP BY \"province\""
                            : "SELECT \"province\", sum(\"delta\") FROM \"s_stage\" WHERE \"day\" <= ?1 "
                              "GROUP BY \"province\"");

  g_array_set_size (counts, 100);
  sqlite3_bind_int64 (stmt, 1, as_of);
  if (stage != NULL)
    sqlite3_bind_text (stmt, 2, stage, -1, SQLITE_TRANSIENT);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      int code = sqlite3_column_int (stmt, 0);

      if (code >= 0 && code < 100)
        g_array_index (counts, gint64, code) += sqlite3_column_int64 (stmt, 1);
    }
  return counts;
}

/**
 * tp_reader_exporter_count:
 * @self: a reader
 * @as_of: the day
 *
 * Returns: the exporters known at the end of @as_of, archived ones left out
 */
gint64
tp_reader_exporter_count (TpReader *self, TpDay as_of)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT sum(\"delta\") FROM \"s_stage\" WHERE \"day\" <= ?1");
  gint64 count = 0;

  sqlite3_bind_int64 (stmt, 1, as_of);
  if (tp_connection_step (self->connection, stmt, NULL))
    count = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return count;
}

/**
 * tp_reader_stage_on:
 * @self: a reader
 * @exporter: an exporter's id
 * @day: the day
 * @since: (out) (optional): the first day of that stage, %TP_DAY_NONE where unknown
 *
 * Returns: the exporter's stage at the end of @day; %TP_N_STAGES where it was not
 *   known then
 */
TpStage
tp_reader_stage_on (TpReader *self, gint64 exporter, TpDay day, TpDay *since)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"stage\", \"from\" FROM \"d_stage\" WHERE \"exporter\" = ?1 AND "
                        "\"from\" <= ?2 ORDER BY \"from\" DESC LIMIT 1");
  TpStage stage = TP_N_STAGES;

  if (since != NULL)
    *since = TP_DAY_NONE;
  sqlite3_bind_int64 (stmt, 1, exporter);
  sqlite3_bind_int64 (stmt, 2, day);
  if (tp_connection_step (self->connection, stmt, NULL))
    {
      int known = tp_word_index (tp_words_stage, (const char *) sqlite3_column_text (stmt, 0));

      if (known >= 0)
        stage = (TpStage) known;
      if (since != NULL)
        *since = sqlite3_column_int (stmt, 1);
    }
  sqlite3_reset (stmt);
  return stage;
}

static GArray *
take_series (TpReader *self, sqlite3_stmt *stmt)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TpDayDelta));

  while (tp_connection_step (self->connection, stmt, NULL))
    {
      TpDayDelta delta = { sqlite3_column_int (stmt, 0), sqlite3_column_int64 (stmt, 1) };

      g_array_append_val (days, delta);
    }
  return days;
}

/**
 * tp_reader_indicator_days:
 * @self: a reader
 * @indicator: the id of an indicator that is counted from records
 * @until: the last day
 *
 * Returns: (transfer full) (element-type TpDayDelta): what came to it each day, in
 *   its unit (counts, or minor units of its currency), by day; only days with any
 */
GArray *
tp_reader_indicator_days (TpReader *self, gint64 indicator, TpDay until)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"day\", \"delta\" FROM \"s_indicator\" WHERE \"indicator\" = ?1 AND "
                        "\"day\" <= ?2 ORDER BY \"day\"");

  sqlite3_bind_int64 (stmt, 1, indicator);
  sqlite3_bind_int64 (stmt, 2, until);
  return take_series (self, stmt);
}

/**
 * tp_reader_indicator_sum:
 * @self: a reader
 * @indicator: the id of an indicator that is counted from records
 * @until: the last day
 *
 * Returns: what it reached up to the end of @until, without its baseline
 */
gint64
tp_reader_indicator_sum (TpReader *self, gint64 indicator, TpDay until)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT sum(\"delta\") FROM \"s_indicator\" WHERE \"indicator\" = ?1 AND "
                        "\"day\" <= ?2");
  gint64 sum = 0;

  sqlite3_bind_int64 (stmt, 1, indicator);
  sqlite3_bind_int64 (stmt, 2, until);
  if (tp_connection_step (self->connection, stmt, NULL))
    sum = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return sum;
}

/**
 * tp_reader_indicator_subjects:
 * @self: a reader
 * @indicator: the id of an indicator that is counted from records
 * @until: the last day
 *
 * Returns: (transfer full) (element-type gint64): the very records behind the count:
 *   ids of exporters, products, benefits or entries by its measure, or province codes
 */
GArray *
tp_reader_indicator_subjects (TpReader *self, gint64 indicator, TpDay until)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"subject\" FROM \"d_indicator\" WHERE \"indicator\" = ?1 AND "
                        "\"day\" <= ?2 ORDER BY \"day\", \"subject\"");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  sqlite3_bind_int64 (stmt, 1, indicator);
  sqlite3_bind_int64 (stmt, 2, until);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * tp_reader_programme_products:
 * @self: a reader
 * @programme: a programme's id
 * @until: the last day
 *
 * Not a kept sum: it counts the programme's live listings, for promises that have no
 * indicator to count them.
 *
 * Returns: the products that were listed under it up to the end of @until
 */
gint64
tp_reader_programme_products (TpReader *self, gint64 programme, TpDay until)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT count(DISTINCT \"product\") FROM \"d_reach\" WHERE \"programme\" = ?1 AND "
                        "\"day\" <= ?2");
  gint64 count = 0;

  sqlite3_bind_int64 (stmt, 1, programme);
  sqlite3_bind_int64 (stmt, 2, until);
  if (tp_connection_step (self->connection, stmt, NULL))
    count = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return count;
}

/**
 * tp_reader_fund_figures:
 * @self: a reader
 * @fund: a fund's id
 * @purpose: (nullable): only this purpose ("" for entries without one), %NULL for all
 * @as_of: the day
 * @figures: (out): what was posted of each type up to the end of @as_of, in minor
 *   units of the fund's currency, reversals taken off
 */
void
tp_reader_fund_figures (TpReader *self, gint64 fund, const char *purpose, TpDay as_of,
                        gint64 figures[TP_N_ENTRY_TYPES])
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection,
      purpose != NULL ? "SELECT \"type\", sum(\"delta\") FROM \"s_fund\" WHERE \"fund\" = ?1 AND "
                        "\"day\" <= ?2 AND \"purpose\" = ?3 GROUP BY \"type\""
                      : "SELECT \"type\", sum(\"delta\") FROM \"s_fund\" WHERE \"fund\" = ?1 AND "
                        "\"day\" <= ?2 GROUP BY \"type\"");

  for (int i = 0; i < TP_N_ENTRY_TYPES; i++)
    figures[i] = 0;
  sqlite3_bind_int64 (stmt, 1, fund);
  sqlite3_bind_int64 (stmt, 2, as_of);
  if (purpose != NULL)
    sqlite3_bind_text (stmt, 3, purpose, -1, SQLITE_TRANSIENT);
  while (tp_connection_step (self->connection, stmt, NULL))
    {
      int type = tp_word_index (tp_words_entry_type, (const char *) sqlite3_column_text (stmt, 0));

      if (type >= 0)
        figures[type] = sqlite3_column_int64 (stmt, 1);
    }
}

/**
 * tp_reader_fund_days:
 * @self: a reader
 * @fund: a fund's id
 * @type: an entry type, or -1 for delivered (disbursed + spent − refunded)
 * @until: the last day
 *
 * Returns: (transfer full) (element-type TpDayDelta): what was posted each day
 */
GArray *
tp_reader_fund_days (TpReader *self, gint64 fund, int type, TpDay until)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection,
      type >= 0 ? "SELECT \"day\", sum(\"delta\") FROM \"s_fund\" WHERE \"fund\" = ?1 AND \"day\" <= ?2 "
                  "AND \"type\" = ?3 GROUP BY \"day\" ORDER BY \"day\""
                : "SELECT \"day\", sum(CASE WHEN \"type\" = 'refund' THEN -\"delta\" ELSE \"delta\" END) "
                  "FROM \"s_fund\" WHERE \"fund\" = ?1 AND \"day\" <= ?2 AND \"type\" IN "
                  "('disbursement', 'expenditure', 'refund') GROUP BY \"day\" ORDER BY \"day\"");

  sqlite3_bind_int64 (stmt, 1, fund);
  sqlite3_bind_int64 (stmt, 2, until);
  if (type >= 0)
    sqlite3_bind_text (stmt, 3, tp_words_entry_type[type].token, -1, SQLITE_STATIC);
  return take_series (self, stmt);
}
