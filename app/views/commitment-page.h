/* commitment-page.h: a promise with its capital, numbers, evidence and history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_PAGE (tp_commitment_page_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentPage, tp_commitment_page, TP, COMMITMENT_PAGE, TpViewPage)

GtkWidget *tp_commitment_page_new (gint64 commitment);

G_END_DECLS
