/* ledger-row.h: a fund and its ledger as they are shown: figures in words, entries
 * with running balances.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-figures.h"
#include "workspace.h"

G_BEGIN_DECLS

#define TP_TYPE_LEDGER_ROW (tp_ledger_row_get_type ())
G_DECLARE_FINAL_TYPE (TpLedgerRow, tp_ledger_row, TP, LEDGER_ROW, GObject)

TpRecord *tp_ledger_row_get_entry     (TpLedgerRow *self);
gboolean  tp_ledger_row_can_reverse   (TpLedgerRow *self);
guint     tp_ledger_row_get_other     (TpLedgerRow *self);

/* Which fund's ledger, as of which day. */
typedef struct
{
  gint64 fund;
  TpDay as_of;
} TpLedgerRequest;

/* A fund on a day: a list model of TpLedgerRow, latest first. */
#define TP_TYPE_LEDGER (tp_ledger_get_type ())
G_DECLARE_FINAL_TYPE (TpLedger, tp_ledger, TP, LEDGER, GObject)

gpointer             tp_ledger_read        (TpReader *reader, gpointer request, GError **error);
TpRecord            *tp_ledger_get_fund    (TpLedger *self);
const TpFundFigures *tp_ledger_get_figures (TpLedger *self);

G_END_DECLS
