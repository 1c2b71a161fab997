/* funds-page.h: the funds: figures and ledger of one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_FUNDS_PAGE (tp_funds_page_get_type ())
G_DECLARE_FINAL_TYPE (TpFundsPage, tp_funds_page, TP, FUNDS_PAGE, TpViewPage)

void tp_funds_page_show_fund (TpFundsPage *self, gint64 fund);

G_END_DECLS
