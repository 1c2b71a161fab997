/* status.h: the whole campaign on a date.
 *
 * What the overview, the list of commitments, a commitment's page, the funds, the
 * charts and the command line show is read from this one picture, so that they agree.
 * It is made off the main thread and never changes afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commitment-status.h"

G_BEGIN_DECLS

/* The sums of one currency, in minor units; each yuan stands in one of them. */
typedef struct
{
  char currency[4];   /* ISO 4217 */
  gint64 pledged;     /* of the funds of commitments, as all down to delivered */
  gint64 allocated;
  gint64 disbursed;
  gint64 spent;
  gint64 refunded;
  gint64 delivered;   /* disbursed + spent − refunded */
  gint64 unallocated; /* delivered by funds that belong to no commitment; in none of the above */
  guint stated;       /* commitments that state a capital in it */
} TpStatusTotals;

/* What is asked: the day, and a currency to convert the totals to, or NULL. */
typedef struct
{
  TpDay as_of;
  char *currency;
} TpStatusQuery;

TpStatusQuery *tp_status_query_new  (TpDay as_of, const char *currency);
void           tp_status_query_free (gpointer query);

#define TP_TYPE_STATUS (tp_status_get_type ())
G_DECLARE_FINAL_TYPE (TpStatus, tp_status, TP, STATUS, GObject)

/* Whether a change of these kinds (TpWorkspace::changed) may change a status. */
gboolean              tp_status_depends_on      (guint64 kinds);

/* A TpReadFunc: @query is a TpStatusQuery; returns a TpStatus. */
gpointer              tp_status_read            (TpReader *reader, gpointer query, GError **error);

TpDay                 tp_status_get_as_of       (TpStatus *self);
gboolean              tp_status_is_demonstration (TpStatus *self);
GArray               *tp_status_get_totals      (TpStatus *self); /* TpStatusTotals, the largest pledge first */
const TpStatusTotals *tp_status_get_total       (TpStatus *self, const char *currency);
const TpStatusTotals *tp_status_get_converted   (TpStatus *self); /* NULL without --currency */
GPtrArray            *tp_status_get_rates       (TpStatus *self); /* rates used, TpRecord */
guint                 tp_status_get_not_stated  (TpStatus *self); /* commitments without a capital */
GPtrArray            *tp_status_get_commitments (TpStatus *self); /* TpCommitmentStatus, in the order of the list */
GPtrArray            *tp_status_get_funds       (TpStatus *self); /* every TpFundStatus, those of commitments first */
TpCommitmentStatus   *tp_status_find            (TpStatus *self, gint64 commitment);
TpIndicatorStatus    *tp_status_find_indicator  (TpStatus *self, const char *key);
TpFundStatus         *tp_status_find_fund       (TpStatus *self, gint64 fund);

G_END_DECLS
