/* pledged-compact.c: pledged capital in a card: a track as long as the pledge, filled as
 * far as it is delivered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pledged-chart.h"

#include "frame.h"
#include "numbers.h"
#include "pledged-order.h"
#include "scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 8
#define LEFT 2.0 /* a focus ring has room */

typedef struct
{
  TpFrame frame;
  TpPledgedOrder order;
  double em; /* font size of everything here */
  double x0;
  double label_room;
  double scale;
  double row; /* from bar to bar */
  double absent; /* from place to place */
  guint n_bars;
  guint n_absent;
} Layout;

/* "86.4 of 200": the unit stands once, at the axis. */
static char *
value_words (Layout *l, const TpPledgedRow *row)
{
  g_autofree char *pledged = tp_pledged_plain (&l->order, row != NULL ? row->minor : l->order.rest);

  if (row != NULL && row->has_delivered)
    {
      g_autofree char *delivered = tp_pledged_plain (&l->order, row->delivered);

      /* Translators: at a bar: what is delivered of what is pledged, "86.4 of 200" */
      return g_strdup_printf (C_ ("delivered of pledged", "%s of %s"), delivered, pledged);
    }
  return g_steal_pointer (&pledged);
}

static const TpPledgedRow *
row_at (const Layout *l, guint i)
{
  return i < l->order.shown ? g_ptr_array_index (l->order.stated, i) : NULL;
}

static gint64
longest (const Layout *l, const TpPledgedRow *row)
{
  if (row == NULL)
    return l->order.rest;
  return MAX (row->minor,
              MAX (row->has_delivered ? row->delivered : 0, row->has_prorated ? row->prorated : 0));
}

static void
measure (Layout *l)
{
  TpFrame *f = &l->frame;
  double most = f->width * (f->width < 420 ? 0.36 : 0.3), widest = 0, right = f->width - LEFT;
  double unit
      = l->order.unit_label != NULL ? tp_frame_width (f, l->order.unit_label, l->em, 400) : 0;

  for (guint i = 0; i < l->order.shown; i++)
    widest = MAX (widest, tp_frame_width (f, row_at (l, i)->name, l->em, 400));
  for (guint i = 0; i < l->n_absent; i++)
    widest = MAX (
        widest,
        tp_frame_width (f, ((const TpPledgedRow *) g_ptr_array_index (l->order.absent, i))->name,
                        l->em, 400));
  l->label_room = ceil (MIN (widest, most));
  l->x0 = round (LEFT + l->label_room + l->em);
  l->scale = G_MAXDOUBLE;
  for (guint i = 0; i < l->n_bars; i++)
    {
      const TpPledgedRow *row = row_at (l, i);
      g_autofree char *words = value_words (l, row);
      double room = right - l->x0 - tp_frame_width (f, words, l->em, 600) - 9;

      if (longest (l, row) > 0)
        l->scale = MIN (l->scale, MAX (room, 8) / (double) longest (l, row));
    }
  /* The axis' unit stands at the right end: its last label must leave it room. */
  if (l->order.max > 0)
    l->scale = MIN (l->scale, MAX (right - l->x0 - unit - 2.2 * l->em, 8) / (double) l->order.max);
  if (l->scale == G_MAXDOUBLE)
    l->scale = 0;
}

static double
foot_height (const Layout *l, char **key, char **source, char **note)
{
  guint n = g_strv_length (key) + g_strv_length (source) + g_strv_length (note);

  return n > 0 ? round (l->em * 0.9) + n * round (l->em * 1.25) : 0;
}

static void
draw_bar (Layout *l, guint i, double middle)
{
  TpFrame *f = &l->frame;
  const TpPledgedRow *row = row_at (l, i);
  gint64 pledged = row != NULL ? row->minor : l->order.rest;
  guint n_rest = l->order.stated->len - l->order.shown;
  double bar = round (l->em), top = round (middle - bar / 2), width = (double) pledged * l->scale;
  double end = l->x0 + MAX ((double) longest (l, row) * l->scale, 3);
  TpBox hit = { 0, middle - l->row / 2, f->width, l->row };
  g_autofree char *rest = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others together", n_rest), n_rest);
  g_autofree char *name
      = tp_text_fit (f->meter, row != NULL ? row->name : rest, l->em, 400, l->label_room);
  g_autofree char *words = value_words (l, row);
  g_autofree char *label
      = row != NULL ? tp_pledged_row_label (row)
                    : g_strdup_printf (C_ ("organisation and amount", "%s: %s"), rest, words);
  g_autofree char *tooltip = row != NULL ? tp_pledged_row_tooltip (row) : NULL;
  TpMark *mark;

  tp_frame_text (f, l->x0 - l->em, middle + l->em * .36, name, l->em, 400,
                 row != NULL ? f->theme->ink : f->theme->muted, TP_ANCHOR_END);
  mark = tp_scene_rect (f->scene, l->x0, top, MAX (width, 3), bar, f->theme->track);
  mark->radius = 3;
  if (f->theme->patterns || tp_colour_contrast (f->theme->grid, f->theme->ground) > 2)
    {
      mark->box = (TpBox){ l->x0 + .5, top + .5, MAX (width, 3) - 1, bar - 1 };
      tp_mark_set_stroke (mark, f->theme->pledged_line, 1);
    }
  tp_mark_set_id (mark, "bar", row != NULL ? row->key : "rest");
  tp_mark_set_record (mark, row != NULL ? row->kind : TP_KIND_NONE,
                      row != NULL ? row->record_id : 0, label, tooltip, &hit);
  if (row != NULL && row->has_delivered && row->delivered > 0)
    {
      mark = tp_scene_rect (f->scene, l->x0, top, MAX (2, (double) row->delivered * l->scale), bar,
                            f->theme->delivered);
      mark->radius = 3;
      tp_mark_set_id (mark, "delivered", row->key);
    }
  if (row != NULL && row->has_prorated)
    {
      double x = round (l->x0 + (double) row->prorated * l->scale), half = round (l->em * .66);

      tp_scene_rect (f->scene, x - 2.5, top - 1, 5, bar + 2, f->theme->ground);
      mark = tp_scene_rect (f->scene, x - 1, middle - half, 2, 2 * half, f->theme->ink);
      tp_mark_set_id (mark, "prorated", row->key);
    }
  mark = tp_frame_text (f, end + 8, middle + l->em * .36, words, l->em, 600, f->theme->ink,
                        TP_ANCHOR_START);
  mark->halo = f->theme->ground;
  if (row != NULL)
    tp_mark_set_id (mark, "value", row->key);
}

static double
draw_axis (Layout *l, double top, double y)
{
  TpFrame *f = &l->frame;
  double width = l->scale * (double) l->order.max;
  g_autoptr (GArray) ticks = tp_ticks ((double) l->order.max / (double) l->order.divisor,
                                       CLAMP ((int) (width / (2.6 * l->em)), 1, 4));
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      double x = round (l->x0 + tick * (double) l->order.divisor * l->scale) + .5;

      g_autofree char *label = tp_tick_label (tick, ticks);
      double half = tp_frame_width (f, label, l->em, 400) / 2;

      if (x - half < last + 4)
        continue;
      last = x + half;
      tp_scene_line (f->scene, x, top, x, y, i == 0 ? f->theme->axis : f->theme->grid, 1);
      tp_frame_text (f, x, y + l->em * 1.35, label, l->em, 400, f->theme->muted, TP_ANCHOR_MIDDLE);
    }
  tp_frame_text (f, f->width - LEFT, y + l->em * 1.35, l->order.unit_label, l->em, 400,
                 f->theme->muted, TP_ANCHOR_END);
  return y + round (l->em * 1.35);
}

static void
draw_absent (Layout *l, guint i, double middle)
{
  TpFrame *f = &l->frame;
  const TpPledgedRow *row = g_ptr_array_index (l->order.absent, i);
  double height = round (l->em * .9), width = round (l->em * 3.4),
         top = round (middle - height / 2);
  TpBox hit = { 0, middle - l->absent / 2, f->width, l->absent };
  g_autofree char *name = tp_text_fit (f->meter, row->name, l->em, 400, l->label_room);
  g_autofree char *label = tp_pledged_row_label (row);
  g_autofree char *tooltip = tp_pledged_row_tooltip (row);
  TpMark *mark;

  tp_frame_text (f, l->x0 - l->em, middle + l->em * .36, name, l->em, 400, f->theme->ink,
                 TP_ANCHOR_END);
  mark = tp_frame_absent (f, l->x0, top, width, height);
  mark->hatch_gap = 5;
  mark->radius = 3;
  tp_mark_set_id (mark, "absent", row->key);
  tp_mark_set_record (mark, row->kind, row->record_id, label, tooltip, &hit);
  tp_frame_text (f, l->x0 + width + 9, middle + l->em * .36, C_ ("capital", "Not stated"), l->em,
                 400, f->theme->ink, TP_ANCHOR_START);
}

/* What fill and tick mean, as far as they are in the picture; or NULL. */
static char *
key_words (Layout *l)
{
  g_autofree char *day = tp_day_format (l->order.data->as_of, TP_PRECISION_DAY);
  gboolean delivered = FALSE, prorated = FALSE;

  for (guint i = 0; i < l->order.shown; i++)
    {
      delivered = delivered || row_at (l, i)->has_delivered;
      prorated = prorated || row_at (l, i)->has_prorated;
    }
  if (prorated)
    /* Translators: the key of a chart; a date */
    return g_strdup_printf (_ ("Filled: delivered. Tick: pro-rated target on %s."), day);
  if (delivered)
    /* Translators: the key of a chart; a date */
    return g_strdup_printf (_ ("Filled: delivered by %s."), day);
  return g_strdup ("");
}

/**
 * tp_pledged_compact_scene:
 * @data: the commitments
 * @options: size, theme and text factor
 *
 * Lays out pledged capital for a card: no title (the card has one), a line a row.
 *
 * Returns: (transfer full): the scene
 */
TpScene *
tp_pledged_compact_scene (TpPledgedData *data, const TpSceneOptions *options)
{
  Layout l = { 0 };
  TpFrame *f = &l.frame;
  g_autofree char *key = NULL;
  g_autofree char *note = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) sources = NULL;
  g_auto (GStrv) notes = NULL;
  guint n_off, n_others;
  double height, fixed, y;

  g_return_val_if_fail (data != NULL && options != NULL, NULL);

  tp_pledged_order_init (&l.order, data, MOST_ROWS);
  tp_frame_init (f, options);
  l.em = f->axis_size;
  l.n_bars = l.order.shown + (l.order.shown < l.order.stated->len ? 1 : 0);
  l.n_absent = MIN (l.order.absent->len, MOST_ROWS);
  key = key_words (&l);
  note = tp_pledged_demonstration (&l.order);
  keys = tp_text_wrap (f->meter, key, l.em, 400, f->width - 2 * LEFT, 3);
  sources = tp_text_wrap (f->meter, data->source != NULL ? data->source : "", l.em, 400,
                          f->width - 2 * LEFT, 3);
  notes = tp_text_wrap (f->meter, note != NULL ? note : "", l.em, 500, f->width - 2 * LEFT, 2);
  for (char ***lines = (char **[]){ keys, sources, notes, NULL }; *lines != NULL; lines++)
    if ((*lines)[0] != NULL && (*lines)[0][0] == '\0') /* a paragraph of nothing is a line too */
      g_clear_pointer (&(*lines)[0], g_free);

  n_off = l.n_absent;
  n_others = l.order.absent->len - l.n_absent + l.order.other->len;
  fixed = (l.n_bars > 0 ? round (l.em * 1.35) : 0)
          + (n_off + n_others > 0 && l.n_bars > 0 ? round (l.em * 1.2) : 0)
          + foot_height (&l, keys, sources, notes) + 4;
  l.row = round (l.em * 2.2);
  l.absent = round (l.em * 1.8);
  height = tp_scene_get_height (f->scene);
  if (fixed + l.n_bars * l.row + (n_off + (n_others > 0)) * l.absent < height && l.n_bars > 0)
    {
      double spare = height - fixed - l.n_bars * l.row - (n_off + (n_others > 0)) * l.absent;

      l.row += MIN (floor (spare / l.n_bars), round (l.em * 0.9));
    }
  else if (tp_scene_get_grow (f->scene))
    tp_scene_set_height (f->scene,
                         ceil (fixed + l.n_bars * l.row + (n_off + (n_others > 0)) * l.absent));
  else if (l.n_bars + n_off > 0)
    {
      double share
          = MAX (0.55, (height - fixed) / (l.n_bars * l.row + (n_off + (n_others > 0)) * l.absent));

      l.row = floor (l.row * share);
      l.absent = floor (l.absent * share);
    }
  height = tp_scene_get_height (f->scene);
  measure (&l);

  y = 2;
  if (l.n_bars > 0)
    {
      double below = draw_axis (&l, y, y + l.n_bars * l.row);

      for (guint i = 0; i < l.n_bars; i++)
        draw_bar (&l, i, round (y + (i + .5) * l.row));
      y = below + round (l.em * 1.2);
    }
  for (guint i = 0; i < l.n_absent; i++, y += l.absent)
    draw_absent (&l, i, round (y + l.absent / 2));
  if (n_others > 0)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_others), n_others);

      tp_frame_text (f, l.x0, round (y + l.absent / 2) + l.em * .36, more, l.em, 400,
                     f->theme->muted, TP_ANCHOR_START);
    }

  {
    guint n = g_strv_length (keys) + g_strv_length (sources) + g_strv_length (notes);
    double leading = round (l.em * 1.25),
           baseline = height - round (l.em * .3) - leading * (n > 0 ? n - 1 : 0);

    for (guint i = 0; notes[i] != NULL; i++, baseline += leading)
      tp_frame_text (f, LEFT, baseline, notes[i], l.em, 500, f->theme->ink, TP_ANCHOR_START);
    for (guint i = 0; keys[i] != NULL; i++, baseline += leading)
      tp_frame_text (f, LEFT, baseline, keys[i], l.em, 400, f->theme->muted, TP_ANCHOR_START);
    for (guint i = 0; sources[i] != NULL; i++, baseline += leading)
      tp_frame_text (f, LEFT, baseline, sources[i], l.em, 400, f->theme->muted, TP_ANCHOR_START);
  }
  {
    g_autofree char *title = tp_pledged_title (&l.order);

    tp_scene_set_title (f->scene, title);
  }
  words = tp_pledged_describe (&l.order);
  tp_scene_set_description (f->scene, words);
  tp_pledged_fill_table (&l.order, f->scene);
  tp_pledged_order_clear (&l.order);
  return tp_frame_finish (f);
}
