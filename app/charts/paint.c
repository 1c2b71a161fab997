/* paint.c: a scene on a cairo context: screen, PNG, PDF and paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output.h"
#include "text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HALO_WIDTH 4

static void
set_colour (cairo_t *cr, TpColour colour)
{
  cairo_set_source_rgba (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0, (colour >> 24) / 255.0);
}

static void
trace_rect (cairo_t *cr, const TpBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_path (cairo_t *cr, const GArray *path)
{
  for (guint i = 0; i < path->len; i++)
    {
      const TpPathStep *step = &g_array_index (path, TpPathStep, i);

      switch (step->op)
        {
        case 'M':
          cairo_move_to (cr, step->p[0], step->p[1]);
          break;
        case 'L':
          cairo_line_to (cr, step->p[0], step->p[1]);
          break;
        case 'C':
          cairo_curve_to (cr, step->p[0], step->p[1], step->p[2], step->p[3], step->p[4],
                          step->p[5]);
          break;
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
trace_mark (cairo_t *cr, const TpMark *mark)
{
  cairo_new_path (cr);
  if (mark->type == TP_MARK_RECT)
    trace_rect (cr, &mark->box, mark->radius);
  else if (mark->type == TP_MARK_LINE)
    {
      cairo_move_to (cr, mark->box.x, mark->box.y);
      cairo_line_to (cr, mark->box.x + mark->box.width, mark->box.y + mark->box.height);
    }
  else
    trace_path (cr, mark->path);
}

/* Lines, not a repeated image: they stay lines in a PDF. Their phase hangs on the page,
 * so that the hatches of neighbours line up. The current clip is the mark. */
static void
paint_hatch (cairo_t *cr, const TpMark *mark, double x1, double y1, double x2, double y2)
{
  double gap = mark->hatch_gap;
  gboolean rising = mark->hatch == TP_HATCH_RISING || mark->hatch == TP_HATCH_CROSS;
  gboolean falling = mark->hatch == TP_HATCH_FALLING || mark->hatch == TP_HATCH_CROSS;

  set_colour (cr, mark->hatch_colour);
  cairo_set_line_width (cr, mark->hatch_width);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  if (rising)
    for (double k = floor ((x1 + y1) / gap) * gap; k < x2 + y2; k += gap)
      {
        cairo_move_to (cr, k - y1, y1);
        cairo_line_to (cr, k - y2, y2);
      }
  if (falling)
    for (double k = floor ((x1 - y2) / gap) * gap; k < x2 - y1; k += gap)
      {
        cairo_move_to (cr, k + y1, y1);
        cairo_line_to (cr, k + y2, y2);
      }
  if (mark->hatch == TP_HATCH_HORIZONTAL)
    for (double k = floor (y1 / gap) * gap + .5; k < y2; k += gap)
      {
        cairo_move_to (cr, x1, k);
        cairo_line_to (cr, x2, k);
      }
  if (mark->hatch == TP_HATCH_VERTICAL)
    for (double k = floor (x1 / gap) * gap + .5; k < x2; k += gap)
      {
        cairo_move_to (cr, k, y1);
        cairo_line_to (cr, k, y2);
      }
  cairo_stroke (cr);
  if (mark->hatch == TP_HATCH_DOTS)
    {
      for (int j = (int) floor (y1 / gap); j * gap < y2 + gap; j++)
        for (int i = (int) floor (x1 / gap) - 1; i * gap < x2 + gap; i++)
          {
            cairo_new_sub_path (cr);
            cairo_arc (cr, i * gap + (j % 2 != 0 ? gap / 2 : 0), j * gap, mark->hatch_width, 0,
                       2 * G_PI);
          }
      cairo_fill (cr);
    }
}

static void
paint_shape (cairo_t *cr, const TpMark *mark)
{
  if (mark->fill != TP_COLOUR_NONE)
    {
      trace_mark (cr, mark);
      set_colour (cr, mark->fill);
      cairo_fill (cr);
    }
  if (mark->hatch != TP_HATCH_NONE)
    {
      double x1, y1, x2, y2;

      trace_mark (cr, mark);
      cairo_path_extents (cr, &x1, &y1, &x2, &y2);
      cairo_save (cr);
      cairo_clip (cr);
      paint_hatch (cr, mark, x1, y1, x2, y2);
      cairo_restore (cr);
    }
  if (mark->stroke != TP_COLOUR_NONE)
    {
      trace_mark (cr, mark);
      set_colour (cr, mark->stroke);
      cairo_set_line_width (cr, mark->stroke_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, mark->dash, mark->dash[0] > 0 ? 2 : 0, 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static void
paint_text (cairo_t *cr, PangoLayout *layout, const TpMark *mark)
{
  static const double shares[] = { 0, 0.5, 1 };
  PangoLayoutLine *line;
  PangoRectangle logical;
  double x;

  tp_text_apply (layout, mark->text, mark->size, mark->weight);
  pango_layout_get_extents (layout, NULL, &logical);
  line = pango_layout_get_line_readonly (layout, 0);
  x = mark->box.x - shares[mark->anchor] * logical.width / PANGO_SCALE;
  if (mark->halo != TP_COLOUR_NONE)
    {
      /* layout_line_path() starts where the last path ended. */
      cairo_new_path (cr);
      cairo_move_to (cr, x, mark->box.y);
      pango_cairo_layout_line_path (cr, line);
      set_colour (cr, mark->halo);
      cairo_set_line_width (cr, HALO_WIDTH);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  set_colour (cr, mark->fill);
  cairo_move_to (cr, x, mark->box.y);
  pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
}

/**
 * tp_scene_paint:
 * @self: a scene
 * @cr: where to; the scene's origin is at 0, 0 and a unit is one user unit
 * @ground: whether to paint the ground too; without it what is there shows through
 *
 * Paints every mark in order.
 */
void
tp_scene_paint (TpScene *self, cairo_t *cr, gboolean ground)
{
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;

  g_return_if_fail (TP_IS_SCENE (self));
  g_return_if_fail (cr != NULL);

  context = pango_cairo_create_context (cr);
  tp_text_prepare (context, tp_scene_get_language (self));
  layout = pango_layout_new (context);
  g_object_unref (context); /* the layout holds it */
  cairo_save (cr);
  if (ground)
    {
      set_colour (cr, tp_scene_get_ground (self));
      cairo_rectangle (cr, 0, 0, tp_scene_get_width (self), tp_scene_get_height (self));
      cairo_fill (cr);
    }
  for (guint i = 0; i < tp_scene_get_n_marks (self); i++)
    {
      const TpMark *mark = tp_scene_get_mark (self, i);

      if (mark->type == TP_MARK_TEXT)
        paint_text (cr, layout, mark);
      else
        paint_shape (cr, mark);
    }
  cairo_restore (cr);
}
