/* trend-axis.c: the axes of the trend chart: whole values, and the days that matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-layout.h"

#include "scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Things are counted in whole numbers: no tick at two and a half exporters. */
static GArray *
value_ticks (const TpTrendLayout *l, guint about)
{
  GArray *ticks = tp_ticks (l->high / (double) l->divisor, about);
  double second = ticks->len > 1 ? g_array_index (ticks, double, 1) : 1;

  if (l->data->currency != NULL || l->divisor > 1 || second == floor (second) || about == 1)
    return ticks;
  g_array_unref (ticks);
  return value_ticks (l, about - 1);
}

/**
 * tp_trend_draw_values:
 * @l: a layout with its plot
 *
 * Draws the grid of the value axis, zero darker, and its figures.
 */
void
tp_trend_draw_values (TpTrendLayout *l)
{
  TpFrame *f = &l->frame;
  guint about = CLAMP ((int) ((l->bottom - l->top) / (3.4 * l->em)), 1, 5);
  g_autoptr (GArray) ticks = value_ticks (l, about);

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double y = round (tp_trend_y (l, tick * (double) l->divisor)) + .5;
      g_autofree char *label = tp_tick_label (tick, ticks);

      tp_scene_line (f->scene, l->left, y, l->right, y, i == 0 ? f->theme->axis : f->theme->grid,
                     1);
      tp_frame_text (f, l->left - 9, y + l->em * .35, label, l->em, 400, f->theme->muted,
                     TP_ANCHOR_END);
    }
}

/**
 * tp_trend_value_room:
 * @l: a layout with its range
 *
 * Returns: room for the widest label of the value axis, however many there will be
 */
double
tp_trend_value_room (TpTrendLayout *l)
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
day_label (TpTrendLayout *l, GArray *taken, double x, const char *text, int weight, TpColour colour)
{
  TpFrame *f = &l->frame;
  double width = tp_frame_width (f, text, l->em, weight);
  double from
      = CLAMP (x - width / 2, MIN (l->left, l->right - width), MAX (l->left, l->right - width));
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
    /* Translators: a year on an axis, as strftime writes it; Chinese: %Y年
       xgettext:no-c-format */
    return g_date_time_format (time, C_ ("axis", "%Y"));
  if (month == 1)
    /* Translators: January on an axis, as strftime writes it; Chinese: %Y年%-m月
       xgettext:no-c-format */
    return g_date_time_format (time, C_ ("axis", "%b %Y"));
  /* Translators: a month on an axis, as strftime writes it; Chinese: %-m月
       xgettext:no-c-format */
  return g_date_time_format (time, C_ ("axis", "%b"));
}

/**
 * tp_trend_draw_days:
 * @l: a layout with its plot
 *
 * Writes the days that matter first, months or years where they leave room.
 */
void
tp_trend_draw_days (TpTrendLayout *l)
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

    now = l->last - l->first > 700
              ? tp_day_format_short (l->data->as_of)
              /* Translators: a day on an axis, as strftime writes it; Chinese: %-m月%-d日
                 xgettext:no-c-format */
              : g_date_time_format (time, C_ ("axis", "%-d %b"));
  }
  day_label (l, taken, tp_trend_x (l, l->data->as_of), now, 600, f->theme->ink);
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
      double x = round (tp_trend_x (l, day)) + .5;
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
