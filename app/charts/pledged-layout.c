/* pledged-layout.c: where everything of the chart of pledged capital is to be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pledged-layout.h"

#include <math.h>

#define MOST_SQUARES 250
#define LEAST_PITCH 5.0 /* a square of 4 and a gap of 1 … */
#define LEAST_PITCH_NARROW 4.0 /* … on a telephone of 3 */
#define MOST_PITCH 16.0

/**
 * tp_pledged_axis_height:
 * @l: a layout
 *
 * Returns: height of the axis above the bars; 0 without bars
 */
double
tp_pledged_axis_height (const TpPledgedLayout *l)
{
  return l->n_bars > 0 ? round (l->frame.axis_size * 1.5 + 4) : 0;
}

static double
absent_head (const TpPledgedLayout *l)
{
  return round (30 * l->frame.k);
}

static double
least_pitch (const TpPledgedLayout *l)
{
  return l->frame.narrow ? LEAST_PITCH_NARROW : LEAST_PITCH;
}

/**
 * tp_pledged_n_off_scale:
 * @l: a layout
 *
 * Returns: how many rows are on no scale: without a figure, or in another currency
 */
guint
tp_pledged_n_off_scale (const TpPledgedLayout *l)
{
  return l->order.other->len + l->order.absent->len;
}

/**
 * tp_pledged_off_scale:
 * @l: a layout
 * @i: which of them
 *
 * Returns: (transfer none): a row that is on no scale
 */
const TpPledgedRow *
tp_pledged_off_scale (const TpPledgedLayout *l, guint i)
{
  return i < l->order.other->len ? g_ptr_array_index (l->order.other, i)
                                 : g_ptr_array_index (l->order.absent, i - l->order.other->len);
}

/* The smallest unit of 1, 2 or 5 × 10ⁿ minor units that keeps the largest pledge within
 * 250 squares, if the smallest pledge still fills a square of it; else 0. */
static gint64
square_unit (const TpPledgedOrder *order)
{
  static const int factors[] = { 1, 2, 5 };

  if (order->shown < order->stated->len || order->min_used == 0)
    return 0;
  for (gint64 power = 1; power <= order->max_used; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          gint64 unit = factors[i] * power;

          if (order->max_used / MOST_SQUARES < unit
              && (double) order->max_used / (double) unit <= MOST_SQUARES)
            return unit <= order->min_used ? unit : 0;
        }
      if (power > G_MAXINT64 / 50)
        break;
    }
  return 0;
}

/**
 * tp_pledged_columns:
 * @minor: an amount
 * @unit: what a square stands for
 *
 * Returns: how many columns of squares it takes
 */
guint
tp_pledged_columns (gint64 minor, gint64 unit)
{
  gint64 squares = minor / unit + (minor % unit != 0);

  return (squares + TP_PLEDGED_SQUARES_HIGH - 1) / TP_PLEDGED_SQUARES_HIGH;
}

static double
value_width (TpPledgedLayout *l, gint64 minor)
{
  g_autofree char *text = tp_pledged_amount (&l->order, minor);

  return 8 + tp_frame_width (&l->frame, text, l->frame.label_size + 1, 600);
}

/**
 * tp_pledged_bar_value:
 * @l: a layout
 * @i: which bar
 *
 * Returns: the amount it stands for; the last may be the sum of the rest
 */
gint64
tp_pledged_bar_value (const TpPledgedLayout *l, guint i)
{
  return i < l->order.shown ? ((const TpPledgedRow *) g_ptr_array_index (l->order.stated, i))->minor
                            : l->order.rest;
}

/* The largest scale at which every bar leaves room for its value, and the plot for rivals. */
static double
bar_scale (TpPledgedLayout *l)
{
  double room = l->frame.width - l->frame.margin - l->x0;
  double scale = l->order.max > 0 ? (room - 8) / (double) l->order.max : 0;

  for (guint i = 0; i < l->n_bars; i++)
    if (tp_pledged_bar_value (l, i) > 0)
      scale = MIN (scale, (room - value_width (l, tp_pledged_bar_value (l, i)))
                              / (double) tp_pledged_bar_value (l, i));
  return MAX (scale, 0);
}

static double
square_pitch (TpPledgedLayout *l)
{
  double room = l->frame.width - l->frame.margin - l->x0;
  double pitch = MOST_PITCH;

  for (guint i = 0; i < l->n_bars; i++)
    {
      guint n = tp_pledged_columns (tp_pledged_bar_value (l, i), l->unit);

      if (n > 0)
        pitch = MIN (pitch, floor ((room - value_width (l, tp_pledged_bar_value (l, i))) / n));
    }
  while (pitch >= least_pitch (l)
         && pitch / TP_PLEDGED_SQUARES_HIGH / (double) l->unit * (double) l->order.max > room - 8)
    pitch--;
  return pitch;
}

static gboolean
any_sub (const TpPledgedLayout *l)
{
  for (guint i = 0; i < l->order.shown; i++)
    if (((const TpPledgedRow *) g_ptr_array_index (l->order.stated, i))->sub != NULL)
      return TRUE;
  return FALSE;
}

static void
measure_labels (TpPledgedLayout *l)
{
  double widest = 0;
  double most = l->frame.width * 0.3;

  if (l->frame.narrow)
    {
      l->x0 = l->frame.margin;
      l->label_room = l->frame.width - 2 * l->frame.margin;
      l->label_line = round (l->frame.label_size * 1.5);
      return;
    }
  if (l->order.unit_label != NULL) /* it heads the column */
    widest = tp_frame_width (&l->frame, l->order.unit_label, l->frame.axis_size, 400);
  for (guint i = 0; i < l->order.shown && widest < most; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (l->order.stated, i);

      widest = MAX (widest, tp_frame_width (&l->frame, row->name, l->frame.label_size, 600));
      if (row->sub != NULL)
        widest = MAX (widest, tp_frame_width (&l->frame, row->sub, l->frame.axis_size, 400));
    }
  for (guint i = 0; i < MIN (tp_pledged_n_off_scale (l), TP_PLEDGED_MOST_ROWS) && widest < most;
       i++)
    widest = MAX (widest, tp_frame_width (&l->frame, tp_pledged_off_scale (l, i)->name,
                                          l->frame.label_size, 500));
  l->label_room = ceil (MIN (widest, most));
  l->x0 = round (l->frame.margin + l->label_room + 10 * l->frame.k);
}

/* What all rows need at the given heights. */
static double
need (const TpPledgedLayout *l, double row, double absent_row, guint n_absent)
{
  guint lines = n_absent + (n_absent < tp_pledged_n_off_scale (l) ? 1 : 0);

  return tp_pledged_axis_height (l) + l->n_bars * (row + l->label_line)
         + (tp_pledged_n_off_scale (l) > 0 ? absent_head (l) + lines * (absent_row + l->label_line)
                                           : 0);
}

/**
 * tp_pledged_lay_out:
 * @l: a layout with its order and its frame, head and foot drawn
 *
 * Decides between squares and bars, and how much height each row has. Where rows do not
 * fit, first those without figure give way, then the smallest pledges.
 */
void
tp_pledged_lay_out (TpPledgedLayout *l)
{
  double k = l->frame.k;
  gboolean grow = tp_scene_get_grow (l->frame.scene);
  double height = l->frame.bottom - l->frame.top;
  double least_absent = round (22 * k), most_absent = round (31 * k);
  double least_row, spare;
  guint lines;

  l->n_bars = l->order.shown + (l->order.shown < l->order.stated->len ? 1 : 0);
  measure_labels (l);
  l->unit = square_unit (&l->order);
  l->n_absent = tp_pledged_n_off_scale (l);
  if (l->n_absent > TP_PLEDGED_MOST_ROWS && (grow || l->n_bars > 0))
    l->n_absent = TP_PLEDGED_MOST_ROWS;
  if (l->unit > 0)
    {
      double labels = l->frame.narrow ? 0 : round (any_sub (l) ? 30 * k : 16 * k);

      l->pitch = square_pitch (l);
      while (!grow && l->pitch >= least_pitch (l)
             && need (l, MAX (TP_PLEDGED_SQUARES_HIGH * l->pitch, labels) + 8, least_absent,
                      l->n_absent)
                    > height)
        l->pitch--;
      if (l->pitch < least_pitch (l))
        l->unit = 0;
      l->bar = TP_PLEDGED_SQUARES_HIGH * l->pitch - 1;
      l->row = MAX (TP_PLEDGED_SQUARES_HIGH * l->pitch, labels);
      l->gap = 8;
    }
  if (l->unit == 0)
    {
      least_row = round ((l->frame.narrow ? 18 : 22) * k);
      /* First the rows without figure give way, then those with one, down to three. */
      while (!grow && l->n_absent > 1 && need (l, least_row, least_absent, l->n_absent) > height)
        l->n_absent--;
      while (!grow && l->n_bars > 3 && l->order.shown > 2
             && need (l, least_row, least_absent, l->n_absent) > height)
        {
          tp_pledged_order_limit (&l->order, l->order.shown - 1);
          l->n_bars = l->order.shown + 1;
        }
      l->row = grow ? round ((l->frame.narrow ? 22
                              : any_sub (l)   ? 36
                                              : 31)
                             * k)
               : l->n_bars > 0
                   ? CLAMP (floor ((height - need (l, 0, least_absent, l->n_absent)) / l->n_bars),
                            least_row, round (44 * k))
                   : 0;
      l->gap = 0;
      l->bar = MIN (round (l->row * 0.6), round (24 * k));
      l->scale = bar_scale (l);
    }
  else
    l->scale = l->pitch / TP_PLEDGED_SQUARES_HIGH / (double) l->unit;

  lines = l->n_absent + (l->n_absent < tp_pledged_n_off_scale (l) ? 1 : 0);
  l->absent_row = most_absent;
  if (!grow && lines > 0)
    {
      double room = height - need (l, l->row + l->gap, 0, l->n_absent);

      while (l->n_absent > 1 && room < lines * least_absent)
        {
          l->n_absent--;
          lines = l->n_absent + 1;
          room = height - need (l, l->row + l->gap, 0, l->n_absent);
        }
      l->absent_row = CLAMP (floor (room / lines), round (14 * k), most_absent);
    }
  spare = grow ? 0 : height - need (l, l->row + l->gap, l->absent_row, l->n_absent);
  if (grow)
    l->gap += round (6 * k);
  else if (l->n_bars > 0 && l->unit > 0)
    l->gap += CLAMP (floor (spare / (l->n_bars + 1)), 0, round (10 * k));
}

/**
 * tp_pledged_bottom:
 * @l: a layout
 *
 * Returns: how far down the plot reaches, without the foot
 */
double
tp_pledged_bottom (const TpPledgedLayout *l)
{
  guint lines = l->n_absent + (l->n_absent < tp_pledged_n_off_scale (l) ? 1 : 0);

  return l->frame.top + need (l, l->row + l->gap, l->absent_row, l->n_absent)
         - (lines > 0 ? 0 : l->gap);
}
