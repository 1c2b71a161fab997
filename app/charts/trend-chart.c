/* trend-chart.c: an indicator over time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-layout.h"

#include "money.h"
#include "numbers.h"
#include "record.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * tp_trend_x:
 * @l: a layout with its plot
 * @day: a day
 *
 * Returns: where it is on the time axis
 */
double
tp_trend_x (const TpTrendLayout *l, TpDay day)
{
  if (l->last <= l->first)
    return (l->left + l->right) / 2;
  return l->left + (l->right - l->left) * (day - l->first) / (double) (l->last - l->first);
}

/**
 * tp_trend_y:
 * @l: a layout with its plot
 * @value: a level
 *
 * Returns: where it is on the value axis
 */
double
tp_trend_y (const TpTrendLayout *l, double value)
{
  return l->bottom - (l->bottom - l->top) * (value - l->low) / (l->high - l->low);
}

/* Chinese does not count without a measure word. */
static gboolean
counts_in_chinese (const TpTrendLayout *l)
{
  return l->data->currency == NULL && l->data->unit != NULL && tp_language_is_chinese ();
}

/**
 * tp_trend_plain:
 * @l: a layout with its unit
 * @value: a level
 *
 * Returns: (transfer full): the figure without its unit, which stands at the axis: "86.4";
 *   a count in Chinese with its measure word: "1.42万家"
 */
char *
tp_trend_plain (const TpTrendLayout *l, gint64 value)
{
  double v = (double) value / (double) l->divisor;
  int digits = l->divisor == 1 ? 0 : fabs (v) >= 100 ? 1 : fabs (v) >= 10 ? 1 : 2;
  gint64 scaled = llround (v * pow (10, digits));

  if (counts_in_chinese (l))
    {
      g_autofree char *number = tp_count_format_compact (value);

      return g_strconcat (number, l->data->unit, NULL);
    }
  while (digits > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      digits--;
    }
  return tp_language_is_chinese () ? tp_decimal_format (scaled, digits)
                                   : tp_decimal_format_local (scaled, digits);
}

static char *
exact (const TpTrendLayout *l, gint64 value)
{
  return l->data->currency != NULL ? tp_money_format_exact (value, l->data->currency)
                                   : tp_count_format (value);
}

static const TpTrendPoint *
point_at (GArray *points, guint i)
{
  return &g_array_index (points, TpTrendPoint, i);
}

/**
 * tp_trend_level:
 * @data: an indicator
 * @day: a day
 *
 * Returns: the level on that day: that of the last point up to it, the baseline before the
 *   first
 */
gint64
tp_trend_level (const TpTrendData *data, TpDay day)
{
  gint64 level = data->baseline;

  for (guint i = 0; i < data->points->len && point_at (data->points, i)->day <= day; i++)
    level = point_at (data->points, i)->value;
  return level;
}

/**
 * tp_trend_has_prorated:
 * @data: an indicator
 *
 * Returns: whether there is a pro-rated line to draw
 */
gboolean
tp_trend_has_prorated (const TpTrendData *data)
{
  return data->prorated_points->len > 1
         || (data->has_target && data->start != TP_DAY_NONE && data->end != TP_DAY_NONE
             && data->end > data->start);
}

static void
set_range (TpTrendLayout *l)
{
  const TpTrendData *d = l->data;

  l->first = d->start != TP_DAY_NONE ? d->start
             : d->points->len > 0    ? point_at (d->points, 0)->day
                                     : d->as_of;
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
set_unit (TpTrendLayout *l)
{
  gint64 max = (gint64) MAX (l->high, -l->low);

  if (l->data->currency != NULL)
    tp_money_axis (max, l->data->currency, &l->divisor, &l->unit);
  else
    {
      const char *scale;

      tp_count_axis (max, &l->divisor, &scale);
      l->unit = g_strconcat (scale, counts_in_chinese (l) ? l->data->unit : l->data->measure, NULL);
    }
}

/**
 * tp_trend_forecast_y:
 * @l: a layout with its plot
 * @share: of the time left, 0 to 1
 * @side: 0 for the upper edge of the band, 1 for the lower
 *
 * Returns: where that edge is then, or the line itself where there is no band. The band
 *   widens with the root of the time
 */
double
tp_trend_forecast_y (const TpTrendLayout *l, double share, int side)
{
  const TpTrendData *d = l->data;
  double value = (double) tp_trend_level (d, d->as_of), projection = (double) d->projection;
  double edge = !d->has_band ? 0 : (double) (side == 0 ? d->band_high : d->band_low) - projection;

  return tp_trend_y (l, value + (projection - value) * share + edge * sqrt (share));
}

static void
draw_band (TpTrendLayout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  TpMark *band;
  double from = tp_trend_x (l, d->as_of), width = tp_trend_x (l, d->end) - from;
  int n = 24;

  if (d->forecast != TP_TREND_FORECAST || !d->has_band || d->end == TP_DAY_NONE
      || d->end <= d->as_of)
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

          (i == 0 ? tp_mark_move_to : tp_mark_line_to) (edge, from + there * width,
                                                        tp_trend_forecast_y (l, there, side));
          /* Out along the upper edge, home along the lower one. */
          (side == 0 && i == 0 ? tp_mark_move_to : tp_mark_line_to) (
              band, from + back * width, tp_trend_forecast_y (l, back, side));
        }
    }
  tp_mark_close (band);
}

/* Steps: a level holds until the day of the next point. */
static void
trace_level (TpTrendLayout *l, TpMark *mark)
{
  const TpTrendData *d = l->data;
  TpDay start = d->start != TP_DAY_NONE && d->start < d->as_of ? d->start
                : d->points->len > 0                           ? point_at (d->points, 0)->day
                                                               : d->as_of;
  double level = (double) d->baseline, last_x;

  tp_mark_move_to (mark, tp_trend_x (l, start), tp_trend_y (l, (double) tp_trend_level (d, start)));
  level = (double) tp_trend_level (d, start);
  last_x = tp_trend_x (l, start);
  for (guint i = 0; i < d->points->len; i++)
    {
      const TpTrendPoint *p = point_at (d->points, i);
      double x;

      if (p->day <= start || p->day > d->as_of)
        continue;
      x = tp_trend_x (l, p->day);
      if (x > last_x)
        tp_mark_line_to (mark, x, tp_trend_y (l, level));
      level = (double) p->value;
      tp_mark_line_to (mark, x, tp_trend_y (l, level));
      last_x = x;
    }
  if (tp_trend_x (l, d->as_of) > last_x)
    tp_mark_line_to (mark, tp_trend_x (l, d->as_of), tp_trend_y (l, level));
}

static void
draw_prorated (TpTrendLayout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  TpMark *line;

  if (!tp_trend_has_prorated (d))
    return;
  line = tp_scene_path (f->scene, TP_COLOUR_NONE);
  tp_mark_set_stroke (line, f->theme->prorated, 1.4);
  tp_mark_set_id (line, "prorated", NULL);
  if (d->prorated_points->len > 1)
    for (guint i = 0; i < d->prorated_points->len; i++)
      {
        const TpTrendPoint *p = point_at (d->prorated_points, i);

        if (i == 0)
          tp_mark_move_to (line, tp_trend_x (l, p->day), tp_trend_y (l, (double) p->value));
        else
          tp_mark_line_to (line, tp_trend_x (l, p->day), tp_trend_y (l, (double) p->value));
      }
  else
    {
      tp_mark_move_to (line, tp_trend_x (l, d->start), tp_trend_y (l, (double) d->baseline));
      tp_mark_line_to (line, tp_trend_x (l, d->end), tp_trend_y (l, (double) d->target));
    }
}

static char *
point_words (const TpTrendLayout *l, gint64 value)
{
  const TpTrendData *d = l->data;
  g_autofree char *day = tp_day_format (d->as_of, TP_PRECISION_DAY);
  g_autofree char *delivered = exact (l, value);

  if (d->has_prorated)
    {
      g_autofree char *prorated = exact (l, d->prorated);

      /* Translators: a day, what is delivered by then, what would be due */
      return g_strdup_printf (_ ("%s: %s delivered, pro-rated target %s"), day, delivered, prorated);
    }
  /* Translators: a day, and what is delivered by then */
  return g_strdup_printf (_ ("%s: %s delivered"), day, delivered);
}

static void
draw_series (TpTrendLayout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  gint64 value = tp_trend_level (d, d->as_of);
  gboolean falls = d->has_target && d->target < d->baseline;
  gboolean line = d->points->len > 0 && tp_trend_x (l, d->as_of) > tp_trend_x (l, l->first);
  double x = tp_trend_x (l, d->as_of), y = tp_trend_y (l, (double) value);
  TpMark *mark;

  if (line && !falls)
    {
      mark = tp_scene_path (f->scene, f->theme->area);
      trace_level (l, mark);
      tp_mark_line_to (mark, x, tp_trend_y (l, l->low));
      tp_mark_line_to (mark, g_array_index (mark->path, TpPathStep, 0).p[0],
                       tp_trend_y (l, l->low));
      tp_mark_close (mark);
      tp_mark_set_id (mark, "area", NULL);
    }
  tp_trend_draw_values (l);
  draw_band (l);
  if (d->has_target)
    {
      double target = round (tp_trend_y (l, (double) d->target)) + .5;

      tp_mark_set_id (
          tp_scene_line (f->scene, l->left, target, l->right, target, f->theme->target, 1.6),
          "target", NULL);
    }
  draw_prorated (l);
  if (d->forecast == TP_TREND_FORECAST && d->end != TP_DAY_NONE && d->end > d->as_of)
    {
      mark = tp_scene_line (f->scene, x, y, tp_trend_x (l, d->end),
                            tp_trend_y (l, (double) d->projection), f->theme->delivered, 2);
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
    tp_mark_set_id (tp_scene_line (f->scene, round (x) + .5, l->top, round (x) + .5, l->bottom,
                                   f->theme->ink, 1),
                    "as-of", NULL);
  if (d->has_prorated && tp_trend_has_prorated (d))
    {
      double target = tp_trend_y (l, (double) d->prorated);

      if (l->bare && fabs (target - y) > 6)
        tp_scene_line (f->scene, x, target, x, y + (target < y ? -4 : 4), f->theme->ink, 2);
      tp_scene_circle (f->scene, x, target, 3, f->theme->ink);
    }
}

static void
draw_focus_points (TpTrendLayout *l, gint64 value)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  double x = tp_trend_x (l, d->as_of), y = tp_trend_y (l, (double) value), pitch;
  guint n = d->points->len, step = MAX (1, n / 40);
  TpMark *mark;

  /* Every point answers the pointer; where they lie close, every so many. */
  pitch = n > 1 ? (x - tp_trend_x (l, point_at (d->points, 0)->day)) / (n - 1) * step : 12;
  for (guint i = 0; i + 1 < n; i += step)
    {
      const TpTrendPoint *p = point_at (d->points, i);
      double px = tp_trend_x (l, p->day), py = tp_trend_y (l, (double) p->value),
             half = CLAMP (pitch / 2, 3, 12);
      g_autofree char *day = tp_day_format (p->day, TP_PRECISION_DAY);
      g_autofree char *number = exact (l, p->value);
      g_autofree char *words = g_strdup_printf (C_ ("day and figure", "%s: %s"), day, number);

      if (p->day >= d->as_of || px + half > x - 8)
        break;
      mark = tp_scene_path (f->scene, TP_COLOUR_NONE);
      tp_mark_move_to (mark, px, py);
      tp_mark_set_record (mark, d->kind, d->record_id, words, NULL,
                          &(TpBox){ px - half, MIN (py, l->bottom) - 12, 2 * half, 24 });
    }
  mark = tp_scene_circle (f->scene, x, y, 4.5, f->theme->delivered);
  tp_mark_set_stroke (mark, f->theme->ground, 1.5);
  tp_mark_set_id (mark, "now", NULL);
  {
    g_autofree char *words = point_words (l, value);

    tp_mark_set_record (mark, d->kind, d->record_id, words, NULL,
                        &(TpBox){ x - 9, y - 12, 18, 24 });
  }
}

static void
describe (TpTrendLayout *l, gint64 value)
{
  const TpTrendData *d = l->data;
  GString *out = g_string_new (_ ("Line over time."));
  g_autofree char *now = point_words (l, value);

  tp_text_add_sentence (out, g_strdup_printf (C_ ("sentence of a list", "%s."), now));
  if (d->has_target)
    {
      g_autofree char *target = exact (l, d->target);
      g_autofree char *day = tp_day_format (d->end, TP_PRECISION_DAY);

      if (d->end != TP_DAY_NONE)
        /* Translators: a figure and a date */
        tp_text_add_sentence (out, g_strdup_printf (_ ("Target %s by %s."), target, day));
      else
        tp_text_add_sentence (out, g_strdup_printf (_ ("Target %s, no end stated."), target));
    }
  if (d->forecast == TP_TREND_FORECAST)
    {
      g_autofree char *projection = exact (l, d->projection);

      tp_text_add_sentence (out, g_strdup_printf (_ ("Forecast for the end: %s."), projection));
      if (d->has_band)
        {
          g_autofree char *low = exact (l, d->band_low);
          g_autofree char *high = exact (l, d->band_high);

          tp_text_add_sentence (out, g_strdup_printf (_ ("80%% interval: %s to %s."), low, high));
        }
    }
  else if (d->forecast == TP_TREND_NOT_ENOUGH_DATA)
    tp_text_add_sentence (out, g_strdup (_ ("Not enough data for a forecast.")));
  tp_scene_set_description (l->frame.scene, out->str);
  g_string_free (out, TRUE);

  tp_scene_add_row (l->frame.scene, C_ ("column", "Day"),
                    d->measure != NULL ? d->measure : C_ ("capital", "Delivered"), NULL);
  tp_scene_set_figures (l->frame.scene, 1, 1);
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
  TpTrendLayout l = { .data = data, .divisor = 1 };
  TpFrame *f = &l.frame;
  gint64 value;
  double room = 0, margin;

  g_return_val_if_fail (data != NULL && options != NULL, NULL);

  value = tp_trend_level (data, data->as_of);
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
      tp_frame_foot (f,
                     data->demonstration
                         ? _ ("Demonstration data: some of these figures are invented.")
                         : NULL,
                     data->source);
      tp_frame_head (f, data->title, data->subtitle != NULL ? data->subtitle : "");
      margin = f->margin;
    }
  if (tp_scene_get_grow (f->scene))
    tp_frame_grow (f, f->top + 19 * l.em);
  if (l.aside)
    {
      g_autofree char *low = tp_trend_plain (&l, data->band_low);
      g_autofree char *high = tp_trend_plain (&l, data->band_high);
      g_autofree char *target = tp_trend_plain (&l, data->target);
      g_autofree char *target_words = g_strdup_printf (C_ ("at a line", "Target %s"), target);
      g_autofree char *projection = tp_trend_plain (&l, data->projection);
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
  l.left = round (margin + tp_trend_value_room (&l));
  l.right = floor (f->width - margin - MAX (room, 4));
  l.top = f->top + round (l.em * (l.unit != NULL && l.unit[0] != '\0' ? 2 : .8));
  l.bottom = floor (f->bottom - l.em * 1.9);
  if (l.bottom - l.top < 20)
    l.bottom = l.top + 20;
  if (l.unit != NULL)
    {
      TpBox box = { margin, f->top, tp_frame_width (f, l.unit, l.em, 400), l.em };

      tp_frame_text (f, margin, f->top + round (l.em * .8), l.unit, l.em, 400, f->theme->muted,
                     TP_ANCHOR_START);
      g_array_append_val (l.texts, box);
    }

  draw_series (&l);
  draw_focus_points (&l, value);
  tp_trend_draw_days (&l);
  tp_trend_draw_point_labels (&l, value);
  tp_trend_draw_end_labels (&l);
  describe (&l, value);
  if (data->title == NULL)
    tp_scene_set_title (f->scene, data->measure != NULL ? data->measure : "");
  g_free (l.unit);
  g_array_unref (l.texts);
  return tp_frame_finish (f);
}
