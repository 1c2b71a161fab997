/* fund-status.h: a fund's figures on a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"
#include "store.h"

G_BEGIN_DECLS

/* In minor units of one currency, up to the end of a day, reversals taken off. */
typedef struct
{
  gint64 pledged;
  gint64 allocated;
  gint64 disbursed;
  gint64 spent;
  gint64 refunded;
  gint64 delivered;   /* disbursed + spent − refunded */
  gint64 available;   /* pledged − allocated */
  gint64 undelivered; /* allocated − delivered */
} TpFundFigures;

#define TP_TYPE_FUND_STATUS (tp_fund_status_get_type ())
G_DECLARE_FINAL_TYPE (TpFundStatus, tp_fund_status, TP, FUND_STATUS, GObject)

TpFundStatus        *tp_fund_status_read         (TpReader *reader, TpRecord *fund, TpDay as_of,
                                                  GError **error);
TpRecord            *tp_fund_status_get_record   (TpFundStatus *self);
const char          *tp_fund_status_get_currency (TpFundStatus *self);
const TpFundFigures *tp_fund_status_get_figures  (TpFundStatus *self);
gboolean             tp_fund_status_is_overrun   (TpFundStatus *self); /* more delivered than allocated, or allocated than pledged */

gboolean             tp_fund_figures_derive      (TpFundFigures *figures, GError **error);
gboolean             tp_fund_figures_add         (TpFundFigures *sum, const TpFundFigures *figures,
                                                  GError **error);

G_END_DECLS
