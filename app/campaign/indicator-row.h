/* indicator-row.h: one number of a promise, in words, with its trend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator-status.h"

G_BEGIN_DECLS

#define TP_TYPE_INDICATOR_ROW (tp_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (TpIndicatorRow, tp_indicator_row, TP, INDICATOR_ROW, GObject)

TpIndicatorRow *tp_indicator_row_new      (TpIndicatorStatus *status, guint footnote,
                                           gboolean demonstration);
gint64          tp_indicator_row_get_id   (TpIndicatorRow *self);
TpScene        *tp_indicator_row_draw     (const TpSceneOptions *options, gpointer self);

G_END_DECLS
