/* edit-fund.h: a fund made or changed by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* @id: 0 makes a fund, and holds its id afterwards. @key: %NULL: made from the title.
 * @currency: of a fund with entries it stays as it is.
 * @base: (nullable): the fund as the person found it: what others changed since stays. */
typedef struct
{
  gint64 id;
  char *key;
  char *title;
  char *title_local;
  char *currency;
  TpRecord *base;
} TpFundEdit;

TpFundEdit *tp_fund_edit_new  (void);
void        tp_fund_edit_free (gpointer edit);

gboolean    tp_edit_fund_run  (TpChange *change, gpointer edit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpFundEdit, tp_fund_edit_free)

G_END_DECLS
