/* report-card.h: a chart in a few words with its live miniature.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REPORT_CARD (tp_report_card_get_type ())
G_DECLARE_FINAL_TYPE (TpReportCard, tp_report_card, TP, REPORT_CARD, GtkButton)

GtkWidget *tp_report_card_new (TpChart *chart);

G_END_DECLS
