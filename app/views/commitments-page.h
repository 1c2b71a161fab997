/* commitments-page.h: every promise, with its capital, delivery and pace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENTS_PAGE (tp_commitments_page_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentsPage, tp_commitments_page, TP, COMMITMENTS_PAGE, TpViewPage)

GtkWidget *tp_commitments_page_new (void);

G_END_DECLS
