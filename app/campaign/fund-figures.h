/* fund-figures.h: what a fund's ledger adds up to on a day, and what an entry does to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "fund-status.h"
#include "sums.h"

G_BEGIN_DECLS

/* Writes an amount of minor units: tp_money_format_exact(), tp_money_format_compact(). */
typedef char *(*TpMoneyFormat) (gint64 minor, const char *currency);

gboolean tp_fund_figures_read     (TpReader *reader, gint64 fund, TpDay as_of,
                                   TpFundFigures *figures, GError **error);
gboolean tp_fund_figures_post     (TpFundFigures *figures, int type, gint64 amount,
                                   GError **error);
gboolean tp_fund_figures_worst    (TpReader *reader, gint64 fund, int type, gint64 amount,
                                   TpDay date, TpFundFigures *worst, gboolean *strained,
                                   GError **error);
char    *tp_fund_figures_after    (const TpFundFigures *figures, int type, const char *currency);
char    *tp_fund_figures_strain   (const TpFundFigures *figures, const char *currency,
                                   TpMoneyFormat format);
char    *tp_fund_figures_arithmetic (const TpFundFigures *figures, const char *currency);

G_END_DECLS
