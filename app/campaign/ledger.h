/* ledger.h: a fund and its ledger on a day, ready to be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fund-figures.h"
#include "ledger-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which fund's ledger, as of which day. */
typedef struct
{
  gint64 fund;
  TpDay as_of;
} TpLedgerRequest;

/* A list model of TpLedgerRow, latest first; its properties are the fund's figures in
 * words. It never changes. */
#define TP_TYPE_LEDGER (tp_ledger_get_type ())
G_DECLARE_FINAL_TYPE (TpLedger, tp_ledger, TP, LEDGER, GObject)

gpointer             tp_ledger_read        (TpReader *reader, gpointer request, GError **error);
TpRecord            *tp_ledger_get_fund    (TpLedger *self);
const TpFundFigures *tp_ledger_get_figures (TpLedger *self);

G_END_DECLS
