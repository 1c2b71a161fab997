/* overview-page.h: how are we doing, and what do I do next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_OVERVIEW_PAGE (tp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TpOverviewPage, tp_overview_page, TP, OVERVIEW_PAGE, TpViewPage)

G_END_DECLS
