/* pledged-chart.c: pledged capital by organisation.
 *
 * Stated pledges first, largest first, as unit squares that can be counted where one
 * unit suits the largest and the smallest, else as bars. Below them, on no scale, the
 * places of those that state no capital, with what they state instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pledged-chart.h"

#include "money.h"
#include "numbers.h"
#include "pledged-layout.h"
#include "scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
draw_axis (TpPledgedLayout *l, double y, double bottom)
{
  TpFrame *f = &l->frame;
  double width = l->scale * (double) l->order.max;
  g_autoptr (GArray) ticks = tp_ticks ((double) l->order.max / (double) l->order.divisor,
                                       CLAMP ((int) (width / (90 * f->k)), 1, 5));
  double unit_width = tp_frame_width (f, l->order.unit_label, f->axis_size, 400);
  double last = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double x = round (l->x0 + tick * (double) l->order.divisor * l->scale) + .5;
      g_autofree char *label = tp_tick_label (tick, ticks);
      double half = tp_frame_width (f, label, f->axis_size, 400) / 2;

      if (i > 0 && x - half < last + 6) /* a few squares are no axis */
        continue;
      if (i > 0 || !f->narrow) /* else zero would run through the names: draw_stated() draws it */
        tp_scene_line (f->scene, x, y - 4, x, bottom, i == 0 ? f->theme->axis : f->theme->grid, 1);
      /* Where names stand above the bars, the first label hangs on the margin with them. */
      tp_frame_text (f, f->narrow && i == 0 ? l->x0 : x, y - 9, label, f->axis_size, 400,
                     f->theme->muted, f->narrow && i == 0 ? TP_ANCHOR_START : TP_ANCHOR_MIDDLE);
      last = x + (f->narrow && i == 0 ? 2 : 1) * half;
    }
  if (!f->narrow)
    tp_frame_text (f, f->margin, y - 9, l->order.unit_label, f->axis_size, 400, f->theme->muted,
                   TP_ANCHOR_START);
  else if (last + 8 + unit_width <= f->width - f->margin)
    tp_frame_text (f, f->width - f->margin, y - 9, l->order.unit_label, f->axis_size, 400,
                   f->theme->muted, TP_ANCHOR_END);
}

/* Squares from the top down, column by column; a column that is not full is centred on the
 * row. What is less than a square is a narrower one, so that the area stays right. */
static TpMark *
draw_squares (TpPledgedLayout *l, gint64 minor, double y, double *end)
{
  TpMark *mark = tp_scene_path (
      l->frame.scene, l->frame.theme->patterns ? TP_COLOUR (0x3a3a3a) : l->frame.theme->delivered);
  gint64 whole = minor / l->unit;
  double part = (double) (minor % l->unit) / (double) l->unit;
  guint n = whole + (part > 0), full = n / TP_PLEDGED_SQUARES_HIGH,
        rest = n % TP_PLEDGED_SQUARES_HIGH;
  double side = l->pitch - 1;

  for (guint i = 0; i < n; i++)
    {
      guint column = i / TP_PLEDGED_SQUARES_HIGH, place = i % TP_PLEDGED_SQUARES_HIGH;
      double top = column == full ? floor ((TP_PLEDGED_SQUARES_HIGH - rest) / 2.0 * l->pitch) : 0;
      double share = part > 0 && i == n - 1 ? part : 1;

      tp_mark_add_square (mark, l->x0 + 1 + column * l->pitch, y + top + place * l->pitch,
                          side * share, side);
    }
  *end = l->x0 + tp_pledged_columns (minor, l->unit) * l->pitch;
  return mark;
}

static char *
rival_words (const TpPledgedRow *row)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < row->rivals->len; i++)
    {
      g_autofree char *amount = tp_money_format_compact (
          g_array_index (row->rivals, TpPledgedRival, i).minor, row->currency);

      g_string_append_printf (list, "%s%s", i > 0 ? C_ ("between items of a list", ", ") : "",
                              amount);
    }
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "rival figure: %s", "rival figures: %s", row->rivals->len),
      list->str);
}

static void
draw_rivals (TpPledgedLayout *l, const TpPledgedRow *row, double y, double height, double x)
{
  TpFrame *f = &l->frame;
  g_autofree char *words = NULL;
  double width;

  if (row->rivals->len == 0)
    return;
  for (guint i = 0; i < row->rivals->len; i++)
    tp_frame_diamond (
        f, l->x0 + (double) g_array_index (row->rivals, TpPledgedRival, i).minor * l->scale + .5,
        y + height + 1, 4.5 * f->k);
  words = rival_words (row);
  width = tp_frame_width (f, words, f->axis_size, 400);
  if (x + 32 * f->k + width > f->width - f->margin)
    return; /* tooltip, table and source line have it */
  tp_frame_diamond (f, x + 20 * f->k, y + height / 2 + .5, 4.5 * f->k);
  tp_frame_text (f, x + 29 * f->k, y + height / 2 + f->axis_size * .36, words, f->axis_size, 400,
                 f->theme->muted, TP_ANCHOR_START)
      ->halo
      = f->theme->ground;
}

static void
draw_label (TpPledgedLayout *l,
            double *y,
            double height,
            const char *name,
            int weight,
            TpColour colour,
            const char *sub)
{
  TpFrame *f = &l->frame;

  if (!f->narrow)
    {
      tp_frame_name (f, l->x0 - round (10 * f->k), *y + height / 2, l->label_room, height, name,
                     weight, colour, sub);
      return;
    }
  {
    g_autofree char *fitted = tp_text_fit (f->meter, name, f->label_size, weight, l->label_room);
    double baseline = *y + l->label_line - round (5 * f->k);
    double end = f->margin + tp_frame_width (f, fitted, f->label_size, weight) + 8;

    tp_frame_text (f, f->margin, baseline, fitted, f->label_size, weight, colour, TP_ANCHOR_START)
        ->halo
        = f->theme->ground;
    if (sub != NULL && end + 40 < f->width - f->margin)
      {
        g_autofree char *rest
            = tp_text_fit (f->meter, sub, f->axis_size, 400, f->width - f->margin - end);

        tp_frame_text (f, end, baseline, rest, f->axis_size, 400, f->theme->muted, TP_ANCHOR_START)
            ->halo
            = f->theme->ground;
      }
    *y += l->label_line;
  }
}

static void
draw_stated (TpPledgedLayout *l, guint i, double y)
{
  TpFrame *f = &l->frame;
  const TpPledgedRow *row = i < l->order.shown ? g_ptr_array_index (l->order.stated, i) : NULL;
  gint64 minor = tp_pledged_bar_value (l, i);
  guint n_rest = l->order.stated->len - l->order.shown;
  g_autofree char *amount = tp_pledged_amount (&l->order, minor);
  g_autofree char *rest = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others together", n_rest), n_rest);
  TpBox hit = { f->margin, y, f->width - 2 * f->margin, l->label_line + l->row };
  double top, end;
  TpMark *mark;

  draw_label (l, &y, l->row, row != NULL ? row->name : rest,
              row != NULL ? (l->unit > 0 || row->sub != NULL ? 600 : 500) : 500,
              row != NULL ? f->theme->ink : f->theme->muted, row != NULL ? row->sub : NULL);
  top = y + floor ((l->row - l->bar) / 2);
  if (f->narrow)
    tp_scene_line (f->scene, l->x0 + .5, top - 3, l->x0 + .5, top + l->bar + 3, f->theme->axis, 1);
  if (minor == 0)
    {
      end = l->x0 + 12;
      mark = tp_scene_rect (f->scene, l->x0 + .5, top + .5, 11, l->bar - 1, TP_COLOUR_NONE);
      tp_mark_set_stroke (mark, f->theme->pledged_line, 1);
    }
  else if (l->unit > 0)
    mark = draw_squares (l, minor, top, &end);
  else
    {
      end = l->x0 + MAX (2, (double) minor * l->scale);
      mark = tp_scene_rect (f->scene, l->x0 + .5, top, MAX (2, (double) minor * l->scale), l->bar,
                            row == NULL          ? f->theme->categories[7]
                            : f->theme->patterns ? TP_COLOUR (0x3a3a3a)
                                                 : f->theme->delivered);
      if (row == NULL && f->theme->patterns)
        {
          tp_mark_set_hatch (mark, TP_HATCH_VERTICAL, f->theme->ink, 5, 1);
          tp_mark_set_stroke (mark, f->theme->ink, 1);
        }
    }
  if (row != NULL)
    {
      g_autofree char *label = tp_pledged_row_label (row);
      g_autofree char *tooltip = tp_pledged_row_tooltip (row);

      tp_mark_set_id (mark, "bar", row->key);
      tp_mark_set_record (mark, row->kind, row->record_id, label, tooltip, &hit);
    }
  else
    {
      g_autofree char *label
          = g_strdup_printf (C_ ("organisation and amount", "%s: %s"), rest, amount);
      g_autofree char *exact = tp_money_format_exact (minor, l->order.currency);
      g_autofree char *tooltip
          = g_strdup_printf (C_ ("organisation and amount", "%s: %s"), rest, exact);

      tp_mark_set_id (mark, "bar-rest", NULL);
      tp_mark_set_record (mark, TP_KIND_NONE, 0, label, tooltip, &hit);
    }
  end += 8;
  mark = tp_frame_text (f, end, top + l->bar / 2 + f->label_size * .36 + .5,
                        minor == 0 ? "0" : amount, f->label_size + (l->unit > 0 ? 1 : 0), 600,
                        f->theme->ink, TP_ANCHOR_START);
  mark->halo = f->theme->ground;
  if (row != NULL)
    {
      tp_mark_set_id (mark, "value", row->key);
      draw_rivals (l, row, top, l->bar, end + tp_frame_width (f, mark->text, mark->size, 600));
    }
}

static void
draw_off_scale (TpPledgedLayout *l, const TpPledgedRow *row, double y)
{
  TpFrame *f = &l->frame;
  double height = l->absent_row - 6;
  double width = f->width - f->margin - l->x0;
  double text = l->x0 + round (16 * f->k), ground = l->x0 + round (16 * f->k) - 7, end;
  TpBox hit = { f->margin, y, f->width - 2 * f->margin, l->label_line + height };
  g_autofree char *words = row->has_capital ? tp_money_format_compact (row->minor, row->currency)
                                            : g_strdup (C_ ("capital", "not stated"));
  g_autofree char *instead = NULL;
  g_autofree char *label = tp_pledged_row_label (row);
  g_autofree char *tooltip = tp_pledged_row_tooltip (row);
  TpMark *place;
  TpMark *knocked;
  double baseline;

  draw_label (l, &y, height, row->name, 500, f->theme->ink, f->narrow ? row->sub : NULL);
  if (row->has_capital) /* hatching means "not stated" and nothing else */
    {
      place = tp_scene_rect (f->scene, l->x0 + .5, y + .5, width - 1, height - 1, TP_COLOUR_NONE);
      tp_mark_set_stroke (place, f->theme->pledged_line, 1);
    }
  else
    place = tp_frame_absent (f, l->x0, y, width, height);
  tp_mark_set_id (place, row->has_capital ? "unconverted" : "absent", row->key);
  tp_mark_set_record (place, row->kind, row->record_id, label, tooltip, &hit);
  knocked = tp_scene_rect (f->scene, ground, y + 2, 0, height - 4, f->theme->ground);

  baseline = y + height / 2 + f->axis_size * .36;
  tp_frame_text (f, text, baseline, words, f->axis_size, 600, f->theme->ink, TP_ANCHOR_START);
  end = text + tp_frame_width (f, words, f->axis_size, 600);
  if (row->has_capital || row->instead != NULL)
    {
      /* Translators: after "not stated": what is stated in place of capital */
      g_autofree char *whole
          = row->has_capital
                ? g_strdup (_ ("not converted: no rate for this currency"))
                : g_strdup_printf (C_ ("stated instead of capital", "but: %s"), row->instead);
      double x = end + round (12 * f->k);

      if (l->x0 + width - 12 - x > 40)
        {
          instead
              = tp_text_fit (f->meter, whole, f->axis_size, 400, (l->x0 + width - 14 - x) / 1.04);
          tp_frame_text (f, x, baseline, instead, f->axis_size, 400, f->theme->muted,
                         TP_ANCHOR_START);
          end = x + tp_frame_width (f, instead, f->axis_size, 400);
        }
    }
  /* 4 % more than was measured: an SVG is set in its viewer's fonts. */
  knocked->box.width = (end - text) * 1.04 + 14;
}

static void
draw (TpPledgedLayout *l)
{
  TpFrame *f = &l->frame;
  double k = f->k;
  double y = f->top + tp_pledged_axis_height (l);
  double start = y;

  if (l->n_bars > 0)
    {
      double bottom = y + l->n_bars * (l->label_line + l->row + l->gap);

      draw_axis (l, y, bottom - l->gap + 4);
      for (guint i = 0; i < l->n_bars; i++)
        draw_stated (l, i, start + i * (l->label_line + l->row + l->gap));
      y = bottom;
    }
  if (tp_pledged_n_off_scale (l) > 0)
    {
      guint n = tp_pledged_n_off_scale (l), all = l->order.data->rows->len;
      g_autofree char *head
          = l->order.other->len > 0
                ? g_strdup_printf (_ ("Not on this scale (%u of %u)"), n, all)
                /* Translators: over the rows without a figure: 6 of 9 commitments */
                : g_strdup_printf (_ ("No capital figure stated (%u of %u)"), n, all);

      y += round ((l->n_bars > 0 ? 18 : 14) * k);
      tp_frame_text (f, f->margin, y, head, f->label_size, 600, f->theme->ink, TP_ANCHOR_START);
      y += round (9 * k);
      for (guint i = 0; i < l->n_absent; i++, y += l->label_line + l->absent_row)
        draw_off_scale (l, tp_pledged_off_scale (l, i), y);
      if (l->n_absent < n)
        {
          guint more = n - l->n_absent;
          g_autofree char *words
              = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more without a figure",
                                              "and %u more without a figure", more),
                                 more);

          tp_frame_text (f, l->x0, y + round (15 * k), words, f->axis_size, 400, f->theme->muted,
                         TP_ANCHOR_START);
        }
    }
}

static char *
source_line (TpPledgedLayout *l)
{
  GString *out = g_string_new (l->order.data->source);

  for (guint i = 0; i < l->order.shown; i++)
    {
      const TpPledgedRow *row = g_ptr_array_index (l->order.stated, i);

      for (guint j = 0; j < row->rivals->len; j++)
        {
          const TpPledgedRival *rival = &g_array_index (row->rivals, TpPledgedRival, j);

          if (rival->reason == NULL)
            continue;
          /* Translators: in the source line: why there is another figure */
          tp_text_add_sentence (out, g_strdup_printf (_ ("◇ A rival figure, kept but not used: %s."),
                                                      rival->reason));
        }
    }
  return g_string_free (out, FALSE);
}

static char *
subtitle (TpPledgedLayout *l)
{
  g_autofree char *day = tp_day_format_short (l->order.data->as_of);
  g_autofree char *unit = NULL;

  if (l->order.stated->len == 0)
    /* Translators: subtitle of a chart: a date */
    return g_strdup_printf (_ ("Pledged capital by organisation, as of %s"), day);
  if (l->order.shown < l->order.stated->len)
    {
      guint rest = l->order.stated->len - l->order.shown;

      /* Translators: subtitle of a chart: a date, how many rows, how many summed */
      return g_strdup_printf (_ ("Pledged capital by organisation, as of %s; the largest %u by "
                                 "name, the other %u together"),
                              day, l->order.shown, rest);
    }
  if (l->unit == 0)
    return g_strdup_printf (_ ("Pledged capital by organisation, as of %s"), day);
  unit = tp_money_format_compact (l->unit, l->order.currency);
  /* Translators: subtitle of a chart: a date, then what a square stands for, "CN¥1 bn" */
  return g_strdup_printf (_ ("Pledged capital by organisation, as of %s. Each square is %s."), day,
                          unit);
}

/**
 * tp_pledged_scene:
 * @data: the commitments
 * @options: size, theme and text factor
 *
 * Lays out pledged capital by organisation: with title, axis, the rows on the scale, the
 * rows that state no capital, source and demonstration flag. Below 520 units of width
 * the names stand above their bars.
 *
 * Returns: (transfer full): the scene
 */
TpScene *
tp_pledged_scene (TpPledgedData *data, const TpSceneOptions *options)
{
  TpPledgedLayout l = { 0 };
  g_autofree char *source = NULL;
  g_autofree char *note = NULL;
  double top;

  g_return_val_if_fail (data != NULL && options != NULL, NULL);

  tp_pledged_order_init (&l.order, data, TP_PLEDGED_MOST_ROWS);
  tp_frame_init (&l.frame, options);
  source = source_line (&l);
  note = tp_pledged_demonstration (&l.order);
  tp_frame_foot (&l.frame, note, source);

  /* The subtitle names the unit of a square, and how high the head is decides whether
   * squares fit: lay out under a head of the usual height first. */
  top = l.frame.top;
  l.frame.top = top + round (l.frame.title_size * 1.24) + round (l.frame.subtitle_size * 1.36)
                + 2 * l.frame.k + (l.frame.narrow ? l.frame.title_size : 0);
  tp_pledged_lay_out (&l);
  l.frame.top = top;
  {
    gint64 unit = l.unit;
    guint shown = l.order.shown;
    g_autofree char *title = tp_pledged_title (&l.order);
    g_autofree char *second = subtitle (&l);
    g_autofree char *words = NULL;

    tp_frame_head (&l.frame, title, second);
    tp_pledged_order_limit (&l.order, TP_PLEDGED_MOST_ROWS);
    tp_pledged_lay_out (&l);
    if (l.unit != unit || l.order.shown != shown) /* the head took more than that */
      {
        TpPledgedLayout again = { .order = l.order };
        g_autofree char *other_title = tp_pledged_title (&l.order);
        g_autofree char *other_second = subtitle (&l);

        tp_pledged_order_limit (&again.order, TP_PLEDGED_MOST_ROWS);
        g_object_unref (tp_frame_finish (&l.frame));
        tp_frame_init (&again.frame, options);
        tp_frame_foot (&again.frame, note, source);
        tp_frame_head (&again.frame, other_title, other_second);
        tp_pledged_lay_out (&again);
        l = again;
      }
    words = tp_pledged_describe (&l.order);
    tp_scene_set_description (l.frame.scene, words);
  }
  if (tp_scene_get_grow (l.frame.scene))
    tp_frame_grow (&l.frame, tp_pledged_bottom (&l));
  draw (&l);
  tp_pledged_fill_table (&l.order, l.frame.scene);
  tp_pledged_order_clear (&l.order);
  return tp_frame_finish (&l.frame);
}
