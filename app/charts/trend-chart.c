/* trend-chart.c: an indicator over time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-chart.h"

#include "frame.h"
#include "money.h"
#include "numbers.h"
#include "record.h"
#include "scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  TpTrendData *data;
  TpFrame frame;
  gboolean bare;      /* no head: the page around it has one */
  gboolean aside;     /* end labels stand right of the plot */
  TpDay first, last;  /* of the axis */
  double low, high;   /* of the scale */
  double left, right, top, bottom;
  double em;
  GArray *texts; /* TpBox of the labels in the plot */
  gint64 divisor;
  char *unit;
} Layout;

static double
x_of (const Layout *l, TpDay day)
{
  if (l->last <= l->first)
    return (l->left + l->right) / 2;
  return l->left + (l->right - l->left) * (day - l->first) / (double) (l->last - l->first);
}

static double
y_of (const Layout *l, double value)
{
  return l->bottom - (l->bottom - l->top) * (value - l->low) / (l->high - l->low);
}

/* The figure without its unit, which stands at the axis: "86.4", "14,200". */
static char *
plain (const Layout *l, gint64 value)
{
  double v = (double) value / (double) l->divisor;
  int digits = l->divisor == 1 ? 0 : fabs (v) >= 100 ? 1 : fabs (v) >= 10 ? 1 : 2;
  gint64 scaled = llround (v * pow (10, digits));

  while (digits > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      digits--;
    }
  return tp_language_is_chinese () ? tp_decimal_format (scaled, digits) : tp_decimal_format_local (scaled, digits);
}

static char *
exact (const Layout *l, gint64 value)
{
  return l->data->currency != NULL ? tp_money_format_exact (value, l->data->currency) : tp_count_format (value);
}

static const TpTrendPoint *
point_at (GArray *points, guint i)
{
  return &g_array_index (points, TpTrendPoint, i);
}

/* The level on a day: that of the last point up to it; the baseline before the first. */
static gint64
level_on (const TpTrendData *data, TpDay day)
{
  gint64 level = data->baseline;

  for (guint i = 0; i < data->points->len && point_at (data->points, i)->day <= day; i++)
    level = point_at (data->points, i)->value;
  return level;
}

static gboolean
has_prorated_line (const TpTrendData *data)
{
  return data->prorated_points->len > 1
         || (data->has_target && data->start != TP_DAY_NONE && data->end != TP_DAY_NONE && data->end > data->start);
}

static void
set_range (Layout *l)
{
  const TpTrendData *d = l->data;

  l->first = d->start != TP_DAY_NONE ? d->start : d->points->len > 0 ? point_at (d->points, 0)->day : d->as_of;
  l->first = MIN (l->first, d->as_of);
  if (d->points->len > 0)
    l->first = MIN (l->first, point_at (d->points, 0)->day);
  l->last = d->end != TP_DAY_NONE ? MAX (d->end, d->as_of) : d->as_of;
  l->low = MIN (0, (double) d->baseline);
  l->high = (double) d->baseline;
  for (guint i = 0; i < d->points->len; i++)
    {
      l->low = MIN (l->low, (double) point_at (d->points, i)->value);
      l->high = MAX (l->high, (double) point_at (d->points, i)->value);
    }
  for (guint i = 0; i < d->prorated_points->len; i++)
    l->high = MAX (l->high, (double) point_at (d->prorated_points, i)->value);
  if (d->has_target)
    l->high = MAX (l->high, (double) d->target);
  if (d->has_prorated)
    l->high = MAX (l->high, (double) d->prorated);
  if (d->forecast == TP_TREND_FORECAST)
    {
      l->high = MAX (l->high, (double) d->projection);
      l->low = MIN (l->low, (double) d->projection);
      if (d->has_band)
        {
          l->high = MAX (l->high, (double) d->band_high);
          l->low = MIN (l->low, (double) d->band_low);
        }
    }
  if (l->high <= l->low)
    l->high = l->low + 1;
}

static void
set_unit (Layout *l)
{
  gint64 max = (gint64) MAX (l->high, -l->low);

  if (l->data->currency != NULL)
    tp_money_axis (max, l->data->currency, &l->divisor, &l->unit);
  else
    {
      const char *scale;

      tp_count_axis (max, &l->divisor, &scale);
      l->unit = g_strconcat (scale, l->data->measure, NULL);
    }
}

/* Things are counted in whole numbers: no tick at two and a half exporters. */
static GArray *
value_ticks (const Layout *l, guint about)
{
  GArray *ticks = tp_ticks (l->high / (double) l->divisor, about);
  double second = ticks->len > 1 ? g_array_index (ticks, double, 1) : 1;

  if (l->data->currency != NULL || l->divisor > 1 || second == floor (second) || about == 1)
    return ticks;
  g_array_unref (ticks);
  return value_ticks (l, about - 1);
}

static void
draw_values (Layout *l)
{
  TpFrame *f = &l->frame;
  guint about = CLAMP ((int) ((l->bottom - l->top) / (3.4 * l->em)), 1, 5);
  g_autoptr (GArray) ticks = value_ticks (l, about);

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double y = round (y_of (l, tick * (double) l->divisor)) + .5;
      g_autofree char *label = tp_tick_label (tick, ticks);

      tp_scene_line (f->scene, l->left, y, l->right, y, i == 0 ? f->theme->axis : f->theme->grid, 1);
      tp_frame_text (f, l->left - 9, y + l->em * .35, label, l->em, 400, f->theme->muted, TP_ANCHOR_END);
    }
}

/* Room for the widest label of the value axis, however many there will be. */
static double
value_room (Layout *l)
{
  double widest = 0;

  for (guint about = 1; about <= 5; about++)
    {
      g_autoptr (GArray) ticks = value_ticks (l, about);

      for (guint i = 0; i < ticks->len; i++)
        {
          g_autofree char *words = tp_tick_label (g_array_index (ticks, double, i), ticks);

          widest = MAX (widest, tp_frame_width (&l->frame, words, l->em, 400));
        }
    }
  return ceil (widest) + 10;
}

typedef struct
{
  double from, to;
} Span;

/* Writes a label of the time axis unless it would touch one that is there already. */
static gboolean
day_label (Layout *l, GArray *taken, double x, const char *text, int weight, TpColour colour)
{
  TpFrame *f = &l->frame;
  double width = tp_frame_width (f, text, l->em, weight);
  double from = CLAMP (x - width / 2, MIN (l->left, l->right - width), MAX (l->left, l->right - width));
  Span span = { from - .7 * l->em, from + width + .7 * l->em };

  for (guint i = 0; i < taken->len; i++)
    {
      const Span *other = &g_array_index (taken, Span, i);

      if (span.from < other->to && other->from < span.to)
        return FALSE;
    }
  span.from = from;
  span.to = from + width;
  g_array_append_val (taken, span);
  tp_frame_text (f, from, l->bottom + l->em * 1.5, text, l->em, weight, colour, TP_ANCHOR_START);
  return TRUE;
}

static char *
month_label (int year, int month, int step)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, 1, 0, 0, 0);

  if (step >= 12)
    /* Translators: a year on an axis, as strftime writes it; Chinese: %Y年 */
    return g_date_time_format (time, C_ ("axis", "%Y"));
  if (month == 1)
    /* Translators: January on an axis, as strftime writes it; Chinese: %Y年%-m月 */
    return g_date_time_format (time, C_ ("axis", "%b %Y"));
  /* Translators: a month on an axis, as strftime writes it; Chinese: %-m月 */
  return g_date_time_format (time, C_ ("axis", "%b"));
}

/* The days that matter first, months (or years) where they leave room. */
static void
draw_days (Layout *l)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600 };
  TpFrame *f = &l->frame;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autofree char *now = NULL;
  int year, month, mday, step = 600;
  double per_month = (l->right - l->left) / MAX (1.0, (l->last - l->first) / 30.44);

  tp_day_get (l->data->as_of, &year, &month, &mday);
  {
    g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, mday, 0, 0, 0);

    /* Translators: a day on an axis, as strftime writes it; Chinese: %-m月%-d日 */
    now = l->last - l->first > 700 ? tp_day_format_short (l->data->as_of)
                                   : g_date_time_format (time, C_ ("axis", "%-d %b"));
  }
  day_label (l, taken, x_of (l, l->data->as_of), now, 600, f->theme->ink);
  if (l->last > l->first)
    {
      g_autofree char *first = tp_day_format_short (l->first);
      g_autofree char *last = tp_day_format_short (l->last);

      if (l->last != l->data->as_of)
        day_label (l, taken, l->right, last, 400, f->theme->muted);
      if (l->first != l->data->as_of)
        day_label (l, taken, l->left, first, 400, f->theme->muted);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * per_month >= (steps[i] >= 12 ? 3.4 : 3.2) * l->em)
      {
        step = steps[i];
        break;
      }
  tp_day_get (l->first, &year, &month, &mday);
  for (int m = year * 12 + month - 1 + (mday > 1);; m++)
    {
      TpDay day = tp_day_new (m / 12, m % 12 + 1, 1);
      double x = round (x_of (l, day)) + .5;
      g_autofree char *label = NULL;

      if (day > l->last)
        break;
      if (m % step != 0)
        continue;
      tp_scene_line (f->scene, x, l->bottom, x, l->bottom + 4, f->theme->axis, 1);
      label = month_label (m / 12, m % 12 + 1, step);
      day_label (l, taken, x, label, 400, f->theme->muted);
    }
}

/* Where the forecast's band has its upper (@side 0) or lower edge after a share of the
 * time left; the line itself where there is no band. The band widens with the root of
 * the time. */
static double
forecast_y (const Layout *l, double share, int side)
{
  const TpTrendData *d = l->data;
  double value = (double) level_on (d, d->as_of), projection = (double) d->projection;
  double edge = !d->has_band ? 0 : (double) (side == 0 ? d->band_high : d->band_low) - projection;

  return y_of (l, value + (projection - value) * share + edge * sqrt (share));
}

static void
draw_band (Layout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  TpMark *band;
  double from = x_of (l, d->as_of), width = x_of (l, d->end) - from;
  int n = 24;

  if (d->forecast != TP_TREND_FORECAST || !d->has_band || d->end == TP_DAY_NONE || d->end <= d->as_of)
    return;
  band = tp_scene_path (f->scene, f->theme->band);
  if (f->theme->patterns)
    tp_mark_set_hatch (band, TP_HATCH_FALLING, f->theme->absent_hatch, 5, .6);
  tp_mark_set_id (band, "band", NULL);
  for (int side = 0; side < 2; side++)
    {
      TpMark *edge = tp_scene_path (f->scene, TP_COLOUR_NONE);

      tp_mark_set_stroke (edge, f->theme->allocated_line, 1);
      for (int i = 0; i <= n; i++)
        {
          double there = i / (double) n, back = side == 0 ? there : 1 - there;

          (i == 0 ? tp_mark_move_to : tp_mark_line_to) (edge, from + there * width, forecast_y (l, there, side));
          /* Out along the upper edge, home along the lower one. */
          (side == 0 && i == 0 ? tp_mark_move_to : tp_mark_line_to) (band, from + back * width,
                                                                     forecast_y (l, back, side));
        }
    }
  tp_mark_close (band);
}

/* Steps: a level holds until the day of the next point. */
static void
trace_level (Layout *l, TpMark *mark)
{
  const TpTrendData *d = l->data;
  TpDay start = d->start != TP_DAY_NONE && d->start < d->as_of ? d->start
                : d->points->len > 0                           ? point_at (d->points, 0)->day
                                                               : d->as_of;
  double level = (double) d->baseline, last_x;

  tp_mark_move_to (mark, x_of (l, start), y_of (l, (double) level_on (d, start)));
  level = (double) level_on (d, start);
  last_x = x_of (l, start);
  for (guint i = 0; i < d->points->len; i++)
    {
      const TpTrendPoint *p = point_at (d->points, i);
      double x;

      if (p->day <= start || p->day > d->as_of)
        continue;
      x = x_of (l, p->day);
      if (x > last_x)
        tp_mark_line_to (mark, x, y_of (l, level));
      level = (double) p->value;
      tp_mark_line_to (mark, x, y_of (l, level));
      last_x = x;
    }
  if (x_of (l, d->as_of) > last_x)
    tp_mark_line_to (mark, x_of (l, d->as_of), y_of (l, level));
}

static void
draw_prorated (Layout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  TpMark *line;

  if (!has_prorated_line (d))
    return;
  line = tp_scene_path (f->scene, TP_COLOUR_NONE);
  tp_mark_set_stroke (line, f->theme->prorated, 1.4);
  tp_mark_set_id (line, "prorated", NULL);
  if (d->prorated_points->len > 1)
    for (guint i = 0; i < d->prorated_points->len; i++)
      {
        const TpTrendPoint *p = point_at (d->prorated_points, i);

        if (i == 0)
          tp_mark_move_to (line, x_of (l, p->day), y_of (l, (double) p->value));
        else
          tp_mark_line_to (line, x_of (l, p->day), y_of (l, (double) p->value));
      }
  else
    {
      tp_mark_move_to (line, x_of (l, d->start), y_of (l, (double) d->baseline));
      tp_mark_line_to (line, x_of (l, d->end), y_of (l, (double) d->target));
    }
}

/* Where a label may stand, best first. */
typedef struct
{
  double x, y;
  TpAnchor anchor;
} Spot;

static TpBox
spot_box (const Spot *spot, double width, double size)
{
  double x = spot->x - (spot->anchor == TP_ANCHOR_END ? width : 0);

  return (TpBox) { x, spot->y - size * .8, width, size };
}

static gboolean
is_free (const Layout *l, const TpBox *box)
{
  for (guint i = 0; i < l->texts->len; i++)
    {
      const TpBox *other = &g_array_index (l->texts, TpBox, i);

      if (box->x < other->x + other->width + 4 && other->x < box->x + box->width + 4
          && box->y < other->y + other->height + 1 && other->y < box->y + box->height + 1)
        return FALSE;
    }
  return TRUE;
}

static void
write_label (Layout *l, const Spot *spot, const TpBox *box, const char *text, double size, int weight, TpColour colour)
{
  tp_frame_text (&l->frame, spot->x, spot->y, text, size, weight, colour, spot->anchor)->halo = l->frame.theme->ground;
  g_array_append_val (l->texts, *box);
}

/* Writes a label in the plot at the first spot that is inside it and free. Where there is
 * none, one that @must stand goes to the first free line under the top, right-aligned. */
static gboolean
place (Layout *l, const char *text, double size, int weight, TpColour colour, gboolean must, const Spot *spots, guint n)
{
  double width = tp_frame_width (&l->frame, text, size, weight);

  for (guint i = 0; i < n; i++)
    {
      TpBox box = spot_box (&spots[i], width, size);

      if (box.x < l->left || box.x + box.width > l->right + 1 || box.y < l->top - size * 1.4
          || spots[i].y > l->bottom - 3 || !is_free (l, &box))
        continue;
      write_label (l, &spots[i], &box, text, size, weight, colour);
      return TRUE;
    }
  for (double y = l->top + size * 1.2; must && y <= l->bottom - 3; y += size * 1.25)
    {
      Spot spot = { l->right, y, TP_ANCHOR_END };
      TpBox box = spot_box (&spot, width, size);

      if (!is_free (l, &box))
        continue;
      write_label (l, &spot, &box, text, size, weight, colour);
      return TRUE;
    }
  return FALSE;
}

/* The label of the delivered point and of the pro-rated one beside it: delivered below
 * right when behind, above left when ahead, and the other way round for the other. */
static void
draw_point_labels (Layout *l, gint64 value)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  double em = l->em, x = x_of (l, d->as_of), y = y_of (l, (double) value);
  g_autofree char *number = plain (l, value);
  g_autofree char *words = g_strdup_printf (C_ ("at a line", "Delivered %s"), number);
  gboolean ahead = d->has_prorated && value > d->prorated;
  const Spot behind_spots[] = { { x + 10, y + em * 1.5, TP_ANCHOR_START }, { x - 10, y - em * .9, TP_ANCHOR_END },
                                { x + 10, y - em * .9, TP_ANCHOR_START },  { x - 10, y + em * 1.5, TP_ANCHOR_END } };
  const Spot ahead_spots[] = { { x - 10, y - em * .7, TP_ANCHOR_END },   { x + 10, y - em * .9, TP_ANCHOR_START },
                               { x + 10, y + em * 1.5, TP_ANCHOR_START }, { x - 10, y + em * 1.5, TP_ANCHOR_END } };

  place (l, words, em, 600, f->theme->delivered_text, TRUE, ahead ? ahead_spots : behind_spots, 4);
  if (d->has_prorated && has_prorated_line (d) && d->as_of < l->last)
    {
      g_autofree char *target = plain (l, d->prorated);
      g_autofree char *prorated = g_strdup_printf (C_ ("at a line", "Pro-rated target %s"), target);
      double at = y_of (l, (double) d->prorated);
      const Spot above[] = { { x - 9, at - em * .45, TP_ANCHOR_END }, { x + 9, at + em * 1.5, TP_ANCHOR_START },
                             { x - 9, at + em * 1.4, TP_ANCHOR_END } };
      const Spot below[] = { { x + 9, at + em * 1.5, TP_ANCHOR_START }, { x + 9, at + em * 2.8, TP_ANCHOR_START },
                             { x - 9, at + em * 1.4, TP_ANCHOR_END } };

      place (l, prorated, em, 400, f->theme->prorated_text, FALSE, ahead ? below : above, 3);
    }
  if (d->forecast == TP_TREND_NOT_ENOUGH_DATA)
    {
      const Spot spots[] = { { x + 12, y + em * 2.8, TP_ANCHOR_START }, { x + 12, y - em * 1.2, TP_ANCHOR_START },
                             { l->right, y + em * 2.8, TP_ANCHOR_END }, { l->right, y - em * 1.2, TP_ANCHOR_END },
                             { x - 12, y + em * 2.8, TP_ANCHOR_END } };

      place (l, _("Not enough data for a forecast"), em, 400, f->theme->muted, TRUE, spots, G_N_ELEMENTS (spots));
    }
}

/* "Forecast 175" and, where there is room, its interval. */
static void
draw_end_labels (Layout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  g_autofree char *projection = plain (l, d->projection);
  g_autofree char *target = plain (l, d->target);
  g_autofree char *low = plain (l, d->band_low);
  g_autofree char *high = plain (l, d->band_high);
  gboolean forecast = d->forecast == TP_TREND_FORECAST && d->end != TP_DAY_NONE && d->end > d->as_of;
  g_autofree char *forecast_words = g_strdup_printf (C_ ("at a line", "Forecast %s"), projection);
  g_autofree char *target_words = g_strdup_printf (C_ ("at a line", "Target %s"), target);
  /* Translators: the 80 % interval of a forecast */
  g_autofree char *band_words = g_strdup_printf (C_ ("at a line", "80%%: %s to %s"), low, high);

  if (l->aside)
    {
      double places[2], leading = l->em * 1.25;
      guint n = 0, i_target = 0, i_forecast = 0;
      double at_target = y_of (l, (double) d->target), at_forecast = y_of (l, (double) d->projection);

      if (d->has_target && (!forecast || at_target <= at_forecast))
        places[i_target = n++] = at_target;
      if (forecast)
        places[i_forecast = n++] = at_forecast;
      if (d->has_target && forecast && at_target > at_forecast)
        places[i_target = n++] = at_target;
      tp_spread (places, n, 2.55 * l->em, l->top, l->bottom);
      if (d->has_target)
        tp_frame_text (f, l->right + 8, places[i_target] + l->em * .36, target_words, f->label_size, 600, f->theme->ink,
                       TP_ANCHOR_START);
      if (forecast)
        {
          tp_frame_text (f, l->right + 8, places[i_forecast] + l->em * .36, forecast_words, f->label_size, 600,
                         f->theme->delivered_text, TP_ANCHOR_START);
          if (d->has_band)
            tp_frame_text (f, l->right + 8, places[i_forecast] + l->em * .36 + leading, band_words, l->em, 400,
                           f->theme->muted, TP_ANCHOR_START);
        }
      return;
    }
  if (d->has_target)
    {
      double y = y_of (l, (double) d->target);
      const Spot spots[] = { { l->right, y - l->em * .55, TP_ANCHOR_END }, { l->right, y + l->em * 1.3, TP_ANCHOR_END },
                             { l->left + 6 + tp_frame_width (f, target_words, l->em, 600), y - l->em * .55, TP_ANCHOR_END } };

      place (l, target_words, l->em, 600, f->theme->ink, FALSE, spots, G_N_ELEMENTS (spots));
    }
  if (forecast)
    {
      double x1 = x_of (l, d->as_of), end = l->right - 2, leading = l->em * 1.25;
      double width = tp_frame_width (f, forecast_words, l->em, 500);
      double band_width = tp_frame_width (f, band_words, l->em, 400);
      gboolean band = d->has_band && end - band_width > x1 + 6; /* not over the as-of day */
      double left = end - (band ? MAX (width, band_width) : width);
      double share = CLAMP ((left - x1) / MAX (1, x_of (l, d->end) - x1), 0, 1);
      /* Under the lowest the forecast is over the label's width, or over the highest. */
      double under = MAX (forecast_y (l, share, 1), forecast_y (l, 1, 1)) + l->em * 1.5;
      double over = MIN (forecast_y (l, share, 0), forecast_y (l, 1, 0)) - l->em * .8;
      const Spot spots[] = { { end, under, TP_ANCHOR_END }, { end, under + leading, TP_ANCHOR_END },
                             { end, under + 2 * leading, TP_ANCHOR_END }, { end, over, TP_ANCHOR_END } };

      if (place (l, forecast_words, l->em, 500, f->theme->delivered_text, FALSE, spots, G_N_ELEMENTS (spots)) && band)
        {
          const TpBox *box = &g_array_index (l->texts, TpBox, l->texts->len - 1);
          const Spot next = { end, box->y + l->em * .8 + leading, TP_ANCHOR_END };

          if (next.y > under) /* else it would lie on the band */
            place (l, band_words, l->em, 400, f->theme->muted, FALSE, &next, 1);
        }
    }
}

static char *
point_words (const Layout *l, gint64 value)
{
  const TpTrendData *d = l->data;
  g_autofree char *day = tp_day_format (d->as_of, TP_PRECISION_DAY);
  g_autofree char *delivered = exact (l, value);
  GString *out = g_string_new (NULL);

  /* Translators: an indicator on a day */
  g_string_append_printf (out, _("%s: %s delivered"), day, delivered);
  if (d->has_prorated)
    {
      g_autofree char *prorated = exact (l, d->prorated);

      g_string_append_printf (out, C_ ("goes on after the delivered figure", ", pro-rated target %s"), prorated);
    }
  return g_string_free (out, FALSE);
}

static void
draw_series (Layout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  gint64 value = level_on (d, d->as_of);
  gboolean falls = d->has_target && d->target < d->baseline;
  gboolean line = d->points->len > 0 && x_of (l, d->as_of) > x_of (l, l->first);
  double x = x_of (l, d->as_of), y = y_of (l, (double) value);
  TpMark *mark;

  if (line && !falls)
    {
      mark = tp_scene_path (f->scene, f->theme->area);
      trace_level (l, mark);
      tp_mark_line_to (mark, x, y_of (l, l->low));
      tp_mark_line_to (mark, g_array_index (mark->path, TpPathStep, 0).p[0], y_of (l, l->low));
      tp_mark_close (mark);
      tp_mark_set_id (mark, "area", NULL);
    }
  draw_values (l);
  draw_band (l);
  if (d->has_target)
    {
      double target = round (y_of (l, (double) d->target)) + .5;

      tp_mark_set_id (tp_scene_line (f->scene, l->left, target, l->right, target, f->theme->target, 1.6), "target", NULL);
    }
  draw_prorated (l);
  if (d->forecast == TP_TREND_FORECAST && d->end != TP_DAY_NONE && d->end > d->as_of)
    {
      mark = tp_scene_line (f->scene, x, y, x_of (l, d->end), y_of (l, (double) d->projection), f->theme->delivered, 2);
      tp_mark_set_dash (mark, 6, 4);
      tp_mark_set_id (mark, "forecast", NULL);
    }
  if (line)
    {
      mark = tp_scene_path (f->scene, TP_COLOUR_NONE);
      trace_level (l, mark);
      tp_mark_set_stroke (mark, f->theme->delivered, 2.5);
      tp_mark_set_id (mark, "delivered", NULL);
    }
  if (!l->bare)
    tp_mark_set_id (tp_scene_line (f->scene, round (x) + .5, l->top, round (x) + .5, l->bottom, f->theme->ink, 1), "as-of", NULL);
  if (d->has_prorated && has_prorated_line (d))
    {
      double target = y_of (l, (double) d->prorated);

      if (l->bare && fabs (target - y) > 6)
        tp_scene_line (f->scene, x, target, x, y + (target < y ? -4 : 4), f->theme->ink, 2);
      tp_scene_circle (f->scene, x, target, 3, f->theme->ink);
    }
}

static void
draw_focus_points (Layout *l, gint64 value)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  double x = x_of (l, d->as_of), y = y_of (l, (double) value), pitch;
  guint n = d->points->len, step = MAX (1, n / 40);
  TpMark *mark;

  /* Every point answers the pointer; where they lie close, every so many. */
  pitch = n > 1 ? (x - x_of (l, point_at (d->points, 0)->day)) / (n - 1) * step : 12;
  for (guint i = 0; i + 1 < n; i += step)
    {
      const TpTrendPoint *p = point_at (d->points, i);
      double px = x_of (l, p->day), py = y_of (l, (double) p->value), half = CLAMP (pitch / 2, 3, 12);
      g_autofree char *day = tp_day_format (p->day, TP_PRECISION_DAY);
      g_autofree char *number = exact (l, p->value);
      g_autofree char *words = g_strdup_printf (C_ ("day and figure", "%s: %s"), day, number);

      if (p->day >= d->as_of || px + half > x - 8)
        break;
      mark = tp_scene_path (f->scene, TP_COLOUR_NONE);
      tp_mark_move_to (mark, px, py);
      tp_mark_set_record (mark, d->kind, d->record_id, words, NULL,
                          &(TpBox) { px - half, MIN (py, l->bottom) - 12, 2 * half, 24 });
    }
  mark = tp_scene_circle (f->scene, x, y, 4.5, f->theme->delivered);
  tp_mark_set_stroke (mark, f->theme->ground, 1.5);
  tp_mark_set_id (mark, "now", NULL);
  {
    g_autofree char *words = point_words (l, value);

    tp_mark_set_record (mark, d->kind, d->record_id, words, NULL, &(TpBox) { x - 9, y - 12, 18, 24 });
  }
}

static void
describe (Layout *l, gint64 value)
{
  const TpTrendData *d = l->data;
  GString *out = g_string_new (_("Line over time."));
  g_autofree char *now = point_words (l, value);
  const char *space = C_ ("between sentences", " ");

  g_string_append (out, space);
  g_string_append_printf (out, C_ ("sentence of a list", "%s."), now);
  if (d->has_target)
    {
      g_autofree char *target = exact (l, d->target);
      g_autofree char *day = tp_day_format (d->end, TP_PRECISION_DAY);

      g_string_append (out, space);
      if (d->end != TP_DAY_NONE)
        /* Translators: a figure and a date */
        g_string_append_printf (out, _("Target %s by %s."), target, day);
      else
        g_string_append_printf (out, _("Target %s, no end stated."), target);
    }
  if (d->forecast == TP_TREND_FORECAST)
    {
      g_autofree char *projection = exact (l, d->projection);

      g_string_append (out, space);
      g_string_append_printf (out, _("Forecast for the end: %s."), projection);
      if (d->has_band)
        {
          g_autofree char *low = exact (l, d->band_low);
          g_autofree char *high = exact (l, d->band_high);

          g_string_append (out, space);
          g_string_append_printf (out, _("80%% interval: %s to %s."), low, high);
        }
    }
  else if (d->forecast == TP_TREND_NOT_ENOUGH_DATA)
    g_string_append_printf (out, "%s%s", space, _("Not enough data for a forecast."));
  tp_scene_set_description (l->frame.scene, out->str);
  g_string_free (out, TRUE);

  tp_scene_add_row (l->frame.scene, C_ ("column", "Day"), d->measure != NULL ? d->measure : C_ ("capital", "Delivered"), NULL);
  for (guint i = 0; i < d->points->len; i++)
    {
      g_autofree char *day = tp_day_to_iso (point_at (d->points, i)->day);
      g_autofree char *number = exact (l, point_at (d->points, i)->value);

      tp_scene_add_row (l->frame.scene, day, number, NULL);
    }
}

/**
 * tp_trend_scene:
 * @data: an indicator's levels, target and forecast
 * @options: size, theme and text factor
 *
 * Lays out an indicator over time: what is delivered as steps with an area under them,
 * the pro-rated line, the forecast with its 80 % band, the target's level. One day gives
 * a point with its label; a target below the baseline has no area; a hundred years have
 * year ticks.
 *
 * Returns: (transfer full): the scene
 */
TpScene *
tp_trend_scene (TpTrendData *data, const TpSceneOptions *options)
{
  Layout l = { .data = data, .divisor = 1 };
  TpFrame *f = &l.frame;
  gint64 value;
  double room = 0, margin;

  g_return_val_if_fail (data != NULL && options != NULL, NULL);

  value = level_on (data, data->as_of);
  l.texts = g_array_new (FALSE, FALSE, sizeof (TpBox));
  tp_frame_init (f, options);
  l.em = f->axis_size;
  l.bare = data->title == NULL;
  l.aside = !l.bare && f->width >= 640 * f->k;
  set_range (&l);
  set_unit (&l);
  if (l.bare)
    {
      f->top = round (l.em * .4);
      f->bottom = tp_scene_get_height (f->scene) - 2;
      tp_frame_foot (f, NULL, NULL);
      margin = 2;
    }
  else
    {
      tp_frame_foot (f, data->demonstration ? _("Demonstration data: some of these figures are invented.") : NULL,
                     data->source);
      tp_frame_head (f, data->title, data->subtitle != NULL ? data->subtitle : "");
      margin = f->margin;
    }
  if (tp_scene_get_grow (f->scene))
    tp_frame_grow (f, f->top + 19 * l.em);
  if (l.aside)
    {
      g_autofree char *low = plain (&l, data->band_low);
      g_autofree char *high = plain (&l, data->band_high);
      g_autofree char *target = plain (&l, data->target);
      g_autofree char *target_words = g_strdup_printf (C_ ("at a line", "Target %s"), target);
      g_autofree char *projection = plain (&l, data->projection);
      g_autofree char *forecast = g_strdup_printf (C_ ("at a line", "Forecast %s"), projection);
      g_autofree char *band = g_strdup_printf (C_ ("at a line", "80%%: %s to %s"), low, high);

      if (data->has_target)
        room = MAX (room, tp_frame_width (f, target_words, f->label_size, 600));
      if (data->forecast == TP_TREND_FORECAST)
        room = MAX (room, tp_frame_width (f, forecast, f->label_size, 600));
      if (data->forecast == TP_TREND_FORECAST && data->has_band)
        room = MAX (room, tp_frame_width (f, band, l.em, 400));
      room = room > 0 ? ceil (room) + 8 : 0;
    }
  l.left = round (margin + value_room (&l));
  l.right = floor (f->width - margin - MAX (room, 4));
  l.top = f->top + round (l.em * (l.unit != NULL && l.unit[0] != '\0' ? 2 : .8));
  l.bottom = floor (f->bottom - l.em * 1.9);
  if (l.bottom - l.top < 20)
    l.bottom = l.top + 20;
  if (l.unit != NULL)
    {
      TpBox box = { margin, f->top, tp_frame_width (f, l.unit, l.em, 400), l.em };

      tp_frame_text (f, margin, f->top + round (l.em * .8), l.unit, l.em, 400, f->theme->muted, TP_ANCHOR_START);
      g_array_append_val (l.texts, box);
    }

  draw_series (&l);
  draw_focus_points (&l, value);
  draw_days (&l);
  draw_point_labels (&l, value);
  draw_end_labels (&l);
  describe (&l, value);
  if (data->title == NULL)
    tp_scene_set_title (f->scene, data->measure != NULL ? data->measure : "");
  g_free (l.unit);
  g_array_unref (l.texts);
  return tp_frame_finish (f);
}
