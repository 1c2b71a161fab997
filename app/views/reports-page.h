/* reports-page.h: the charts there are, each with its miniature.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_REPORTS_PAGE (tp_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TpReportsPage, tp_reports_page, TP, REPORTS_PAGE, TpViewPage)

G_END_DECLS
