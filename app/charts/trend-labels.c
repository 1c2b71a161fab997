/* trend-labels.c: labels in the plot of the trend chart, which keep off each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trend-layout.h"

#include "scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

  return (TpBox){ x, spot->y - size * .8, width, size };
}

static gboolean
is_free (const TpTrendLayout *l, const TpBox *box)
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
write_label (TpTrendLayout *l,
             const Spot *spot,
             const TpBox *box,
             const char *text,
             double size,
             int weight,
             TpColour colour)
{
  tp_frame_text (&l->frame, spot->x, spot->y, text, size, weight, colour, spot->anchor)->halo
      = l->frame.theme->ground;
  g_array_append_val (l->texts, *box);
}

/* Writes a label in the plot at the first spot that is inside it and free. Where there is
 * none, one that @must stand goes to the first free line under the top, right-aligned. */
static gboolean
place (TpTrendLayout *l,
       const char *text,
       double size,
       int weight,
       TpColour colour,
       gboolean must,
       const Spot *spots,
       guint n)
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

/**
 * tp_trend_draw_point_labels:
 * @l: a layout with its series drawn
 * @value: the level on the as-of day
 *
 * Labels the delivered point and the pro-rated one beside it: delivered below right when
 * behind, above left when ahead, and the other way round for the other.
 */
void
tp_trend_draw_point_labels (TpTrendLayout *l, gint64 value)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  double em = l->em, x = tp_trend_x (l, d->as_of), y = tp_trend_y (l, (double) value);
  g_autofree char *number = tp_trend_plain (l, value);
  g_autofree char *words = g_strdup_printf (C_ ("at a line", "Delivered %s"), number);
  gboolean ahead = d->has_prorated && value > d->prorated;
  const Spot behind_spots[] = { { x + 10, y + em * 1.5, TP_ANCHOR_START },
                                { x - 10, y - em * .9, TP_ANCHOR_END },
                                { x + 10, y - em * .9, TP_ANCHOR_START },
                                { x - 10, y + em * 1.5, TP_ANCHOR_END } };
  const Spot ahead_spots[] = { { x - 10, y - em * .7, TP_ANCHOR_END },
                               { x + 10, y - em * .9, TP_ANCHOR_START },
                               { x + 10, y + em * 1.5, TP_ANCHOR_START },
                               { x - 10, y + em * 1.5, TP_ANCHOR_END } };

  place (l, words, em, 600, f->theme->delivered_text, TRUE, ahead ? ahead_spots : behind_spots, 4);
  if (d->has_prorated && tp_trend_has_prorated (d) && d->as_of < l->last)
    {
      g_autofree char *target = tp_trend_plain (l, d->prorated);
      g_autofree char *prorated = g_strdup_printf (C_ ("at a line", "Pro-rated target %s"), target);
      double at = tp_trend_y (l, (double) d->prorated);
      const Spot above[] = { { x - 9, at - em * .45, TP_ANCHOR_END },
                             { x + 9, at + em * 1.5, TP_ANCHOR_START },
                             { x - 9, at + em * 1.4, TP_ANCHOR_END } };
      const Spot below[] = { { x + 9, at + em * 1.5, TP_ANCHOR_START },
                             { x + 9, at + em * 2.8, TP_ANCHOR_START },
                             { x - 9, at + em * 1.4, TP_ANCHOR_END } };

      place (l, prorated, em, 400, f->theme->prorated_text, FALSE, ahead ? below : above, 3);
    }
  if (d->forecast == TP_TREND_NOT_ENOUGH_DATA)
    {
      const Spot spots[] = { { x + 12, y + em * 2.8, TP_ANCHOR_START },
                             { x + 12, y - em * 1.2, TP_ANCHOR_START },
                             { l->right, y + em * 2.8, TP_ANCHOR_END },
                             { l->right, y - em * 1.2, TP_ANCHOR_END },
                             { x - 12, y + em * 2.8, TP_ANCHOR_END } };

      place (l, _ ("Not enough data for a forecast"), em, 400, f->theme->muted, TRUE, spots,
             G_N_ELEMENTS (spots));
    }
}

/**
 * tp_trend_draw_end_labels:
 * @l: a layout with its series drawn
 *
 * Labels target and forecast, this with its interval where there is room.
 */
void
tp_trend_draw_end_labels (TpTrendLayout *l)
{
  TpFrame *f = &l->frame;
  const TpTrendData *d = l->data;
  g_autofree char *projection = tp_trend_plain (l, d->projection);
  g_autofree char *target = tp_trend_plain (l, d->target);
  g_autofree char *low = tp_trend_plain (l, d->band_low);
  g_autofree char *high = tp_trend_plain (l, d->band_high);
  gboolean forecast
      = d->forecast == TP_TREND_FORECAST && d->end != TP_DAY_NONE && d->end > d->as_of;
  g_autofree char *forecast_words = g_strdup_printf (C_ ("at a line", "Forecast %s"), projection);
  g_autofree char *target_words = g_strdup_printf (C_ ("at a line", "Target %s"), target);
  /* Translators: the 80 % interval of a forecast */
  g_autofree char *band_words = g_strdup_printf (C_ ("at a line", "80%%: %s to %s"), low, high);

  if (l->aside)
    {
      double places[2], leading = l->em * 1.25;
      guint n = 0, i_target = 0, i_forecast = 0;
      double at_target = tp_trend_y (l, (double) d->target),
             at_forecast = tp_trend_y (l, (double) d->projection);

      if (d->has_target && (!forecast || at_target <= at_forecast))
        places[i_target = n++] = at_target;
      if (forecast)
        places[i_forecast = n++] = at_forecast;
      if (d->has_target && forecast && at_target > at_forecast)
        places[i_target = n++] = at_target;
      tp_spread (places, n, 2.55 * l->em, l->top, l->bottom);
      if (d->has_target)
        tp_frame_text (f, l->right + 8, places[i_target] + l->em * .36, target_words, f->label_size,
                       600, f->theme->ink, TP_ANCHOR_START);
      if (forecast)
        {
          tp_frame_text (f, l->right + 8, places[i_forecast] + l->em * .36, forecast_words,
                         f->label_size, 600, f->theme->delivered_text, TP_ANCHOR_START);
          if (d->has_band)
            tp_frame_text (f, l->right + 8, places[i_forecast] + l->em * .36 + leading, band_words,
                           l->em, 400, f->theme->muted, TP_ANCHOR_START);
        }
      return;
    }
  if (d->has_target)
    {
      double y = tp_trend_y (l, (double) d->target);
      const Spot spots[] = { { l->right, y - l->em * .55, TP_ANCHOR_END },
                             { l->right, y + l->em * 1.3, TP_ANCHOR_END },
                             { l->left + 6 + tp_frame_width (f, target_words, l->em, 600),
                               y - l->em * .55, TP_ANCHOR_END } };

      place (l, target_words, l->em, 600, f->theme->ink, FALSE, spots, G_N_ELEMENTS (spots));
    }
  if (forecast)
    {
      double x1 = tp_trend_x (l, d->as_of), end = l->right - 2, leading = l->em * 1.25;
      double width = tp_frame_width (f, forecast_words, l->em, 500);
      double band_width = tp_frame_width (f, band_words, l->em, 400);
      gboolean band = d->has_band && end - band_width > x1 + 6; /* not over the as-of day */
      double left = end - (band ? MAX (width, band_width) : width);
      double share = CLAMP ((left - x1) / MAX (1, tp_trend_x (l, d->end) - x1), 0, 1);
      /* Under the lowest the forecast is over the label's width, or over the highest. */
      double under
          = MAX (tp_trend_forecast_y (l, share, 1), tp_trend_forecast_y (l, 1, 1)) + l->em * 1.5;
      double over
          = MIN (tp_trend_forecast_y (l, share, 0), tp_trend_forecast_y (l, 1, 0)) - l->em * .8;
      const Spot spots[] = { { end, under, TP_ANCHOR_END },
                             { end, under + leading, TP_ANCHOR_END },
                             { end, under + 2 * leading, TP_ANCHOR_END },
                             { end, over, TP_ANCHOR_END } };

      if (place (l, forecast_words, l->em, 500, f->theme->delivered_text, FALSE, spots,
                 G_N_ELEMENTS (spots))
          && band)
        {
          const TpBox *box = &g_array_index (l->texts, TpBox, l->texts->len - 1);
          const Spot next = { end, box->y + l->em * .8 + leading, TP_ANCHOR_END };

          if (next.y > under) /* else it would lie on the band */
            place (l, band_words, l->em, 400, f->theme->muted, FALSE, &next, 1);
        }
    }
}
