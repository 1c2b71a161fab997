/* reverse-entry.h: taking a ledger entry back by its reversal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* What is to be reversed, and why. @reversal is the id of what was posted. */
typedef struct
{
  gint64 entry;
  char *reason;
  gboolean confirm_overrun; /* figures may turn negative by it */

  gint64 reversal;
} TpReversal;

TpReversal *tp_reversal_new  (gint64 entry, const char *reason, gboolean confirm_overrun);
void        tp_reversal_free (gpointer reversal);

gboolean    tp_reverse_entry_run (TpChange *change, gpointer reversal, GError **error);
gboolean    tp_reverse_pledge    (TpChange *change, TpReversal *reversal, GError **error);
TpRecord   *tp_entry_reversal    (TpReader *reader, TpRecord *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpReversal, tp_reversal_free)

G_END_DECLS
