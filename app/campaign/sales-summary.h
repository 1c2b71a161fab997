/* sales-summary.h: what an exporter sold at home, and what of it a programme added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-detail.h"

G_BEGIN_DECLS

/* What is asked: an exporter as of a day; and whether old sales are left out of the
 * list that is long. */
typedef struct
{
  gint64 exporter;
  TpDay as_of;
  guint limit; /* sales in the list; 0: all */
} TpSalesQuestion;

/* Texts are ready for a person; the lists are GListStores of TpFact. */
typedef struct
{
  char *first;      /* (nullable): "20 May 2025, CN¥1,200.00 in Tmall" */
  char *total;      /* (nullable): by currency where there are several */
  char *above;      /* (nullable): above the baseline, or that it is not stated */
  char *arithmetic; /* (nullable): how that came about, a line a step */
  guint n_sales;    /* up to the day, whatever the limit */

  /* The same for programs, in minor units of @currency, which most sales are in. */
  char *currency;   /* (nullable): none without sales */
  TpDay first_day;  /* TP_DAY_NONE: none yet */
  TpDay enrolled;   /* TP_DAY_NONE: in no programme */
  gint64 sum;
  gint64 since;     /* from the enrolment on */
  gint64 baseline;  /* for the same number of days before it */
  gint64 beyond;    /* the part above the baseline */
  gboolean has_baseline; /* both are stated */

  GListStore *sales;
  GListStore *entries;
} TpSalesSummary;

TpSalesQuestion *tp_sales_question_new (gint64 exporter, TpDay as_of, guint limit);

/* A TpReadFunc: @question is a TpSalesQuestion. */
gpointer   tp_sales_summary_read (TpReader *reader, gpointer question, GError **error);
void       tp_sales_summary_free (gpointer summary);

GPtrArray *tp_exporter_entries   (TpReader *reader, gint64 exporter, TpDay as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSalesSummary, tp_sales_summary_free)

G_END_DECLS
