/* sums.h: what is kept summed, on any day.
 *
 * Each call is a range sum over daily deltas: its cost does not grow with the
 * records. Days are inclusive.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* One day of a series: what came to it (or went) on that day. */
typedef struct
{
  TpDay day;
  gint64 delta;
} TpDayDelta;

/* Entry types in the order of tp_words_entry_type. */
enum
{
  TP_ENTRY_PLEDGE,
  TP_ENTRY_ALLOCATION,
  TP_ENTRY_DISBURSEMENT,
  TP_ENTRY_EXPENDITURE,
  TP_ENTRY_REFUND,
  TP_N_ENTRY_TYPES,
};

void     tp_reader_stage_counts    (TpReader *self, TpDay as_of, const char *province,
                                    gint64 counts[TP_N_STAGES]);
GArray  *tp_reader_province_counts (TpReader *self, TpDay as_of, const char *stage);
gint64   tp_reader_exporter_count  (TpReader *self, TpDay as_of);
TpStage  tp_reader_stage_on        (TpReader *self, gint64 exporter, TpDay day, TpDay *since);

GArray  *tp_reader_indicator_days  (TpReader *self, gint64 indicator, TpDay until);
gint64   tp_reader_indicator_sum   (TpReader *self, gint64 indicator, TpDay until);
GArray  *tp_reader_indicator_subjects (TpReader *self, gint64 indicator, TpDay until);

gint64   tp_reader_programme_products (TpReader *self, gint64 programme, TpDay until);

void     tp_reader_fund_figures    (TpReader *self, gint64 fund, const char *purpose, TpDay as_of,
                                    gint64 figures[TP_N_ENTRY_TYPES]);
GArray  *tp_reader_fund_days       (TpReader *self, gint64 fund, int type, TpDay until);

G_END_DECLS
