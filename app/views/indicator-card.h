/* indicator-card.h: one number of a promise, with its trend, figures and formula.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_INDICATOR_CARD (tp_indicator_card_get_type ())
G_DECLARE_FINAL_TYPE (TpIndicatorCard, tp_indicator_card, TP, INDICATOR_CARD, GtkListBoxRow)

GtkWidget *tp_indicator_card_new (gpointer row, gpointer unused);

G_END_DECLS
