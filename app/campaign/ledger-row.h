/* ledger-row.h: what a row of a fund's ledger shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* One entry where it stands in the ledger. The records belong to the ledger. */
typedef struct
{
  TpRecord *entry;
  TpRecord *other;      /* what it reverses or is reversed by, or NULL */
  guint other_position; /* of @other in the list, G_MAXUINT where it is not in it */
  gint64 available;     /* after it, in minor units */
  gint64 undelivered;
} TpLedgerLine;

#define TP_TYPE_LEDGER_ROW (tp_ledger_row_get_type ())
G_DECLARE_FINAL_TYPE (TpLedgerRow, tp_ledger_row, TP, LEDGER_ROW, GObject)

TpLedgerRow *tp_ledger_row_new         (const TpLedgerLine *line);
TpRecord    *tp_ledger_row_get_entry   (TpLedgerRow *self);
gboolean     tp_ledger_row_can_reverse (TpLedgerRow *self);
guint        tp_ledger_row_get_other   (TpLedgerRow *self);
gint64       tp_ledger_signed_amount   (TpRecord *entry);

G_END_DECLS
