/* pledged-layout.h: where everything of the chart of pledged capital is to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frame.h"
#include "pledged-order.h"

G_BEGIN_DECLS

#define TP_PLEDGED_MOST_ROWS 12
#define TP_PLEDGED_SQUARES_HIGH 4

typedef struct
{
  TpFrame frame;
  TpPledgedOrder order;
  gint64 unit; /* minor units to a square; 0: bars */
  double pitch; /* from square to square */
  double x0; /* zero of the scale */
  double scale; /* units of width to a minor unit */
  double label_room; /* width of the label column; narrow: of a label line */
  double label_line; /* narrow: height of the line above a bar */
  double row; /* height of a stated row */
  double gap; /* under it */
  double bar; /* height of what is drawn in it */
  double absent_row; /* height of a row without figure, its gap included */
  guint n_absent; /* of them drawn one by one */
  guint n_bars; /* stated rows, the sum of the rest included */
} TpPledgedLayout;

void    tp_pledged_lay_out      (TpPledgedLayout *l);
double  tp_pledged_axis_height  (const TpPledgedLayout *l);
double  tp_pledged_bottom       (const TpPledgedLayout *l);
gint64  tp_pledged_bar_value    (const TpPledgedLayout *l, guint i);
guint   tp_pledged_columns      (gint64 minor, gint64 unit);
guint   tp_pledged_n_off_scale  (const TpPledgedLayout *l);
const TpPledgedRow *tp_pledged_off_scale (const TpPledgedLayout *l, guint i);

G_END_DECLS
