/* chart-page.h: one chart, large, with its table and its ways out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_CHART_PAGE (tp_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (TpChartPage, tp_chart_page, TP, CHART_PAGE, TpViewPage)

G_END_DECLS
