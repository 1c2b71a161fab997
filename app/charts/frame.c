/* frame.c: what every chart has around its plot.
 *
 * The grid: margins 32, 24 and 18; everything hangs on the left margin. Sizes are those
 * of the screen times the text factor, rounded to halves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "frame.h"

#include <math.h>

#define NARROW 520.0
#define FOOT_MARGIN 18.0

static double
half (double value)
{
  return round (value * 2) / 2;
}

/**
 * tp_frame_init:
 * @self: a frame on the stack
 * @options: what the chart is laid out for
 *
 * Starts a scene. End with tp_frame_finish().
 */
void
tp_frame_init (TpFrame *self, const TpSceneOptions *options)
{
  *self = (TpFrame){ 0 };
  self->scene = tp_scene_new (options);
  self->theme = tp_scene_get_theme (self->scene);
  self->meter = tp_text_meter_new (tp_scene_get_language (self->scene));
  self->k = tp_scene_get_text (self->scene);
  self->width = tp_scene_get_width (self->scene);
  self->narrow = self->width < NARROW * self->k;
  self->margin = self->narrow ? 16 : 32;
  self->title_size = half ((self->narrow ? 17 : 21) * self->k);
  self->subtitle_size = half ((self->narrow ? 13 : 14) * self->k);
  self->label_size = half (13 * self->k);
  self->axis_size = half (12 * self->k);
  self->source_size = half (11.5 * self->k);
  self->top = self->narrow ? 16 : 24;
  self->bottom = tp_scene_get_height (self->scene) - FOOT_MARGIN;
}

/**
 * tp_frame_width:
 * @self: a frame
 * @text: one line
 * @size: font size
 * @weight: font weight
 *
 * Returns: its width in units
 */
double
tp_frame_width (TpFrame *self, const char *text, double size, int weight)
{
  return tp_text_width (self->meter, text, size, weight);
}

/**
 * tp_frame_text:
 * @self: a frame
 * @x: where @anchor is
 * @y: baseline
 * @text: one line
 * @size: font size
 * @weight: font weight
 * @colour: its colour
 * @anchor: what @x is
 *
 * Returns: (transfer none): the mark
 */
TpMark *
tp_frame_text (TpFrame *self,
               double x,
               double y,
               const char *text,
               double size,
               int weight,
               TpColour colour,
               TpAnchor anchor)
{
  return tp_scene_text (self->scene, x, y, text, size, weight, colour, anchor);
}

/**
 * tp_frame_head:
 * @self: a frame
 * @title: the finding, or the measure
 * @subtitle: measure, unit and as-of day
 *
 * Draws both, in balanced lines, and moves the top of the plot below them.
 */
void
tp_frame_head (TpFrame *self, const char *title, const char *subtitle)
{
  double room = self->width - 2 * self->margin;
  double y = round (self->top + self->title_size * 0.78);
  g_auto (GStrv) titles
      = tp_text_balance (self->meter, title, self->title_size, 600, room, self->narrow ? 3 : 2);
  g_auto (GStrv) subtitles = tp_text_balance (self->meter, subtitle, self->subtitle_size, 400, room,
                                              self->narrow ? 3 : 2);

  tp_scene_set_title (self->scene, title);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      TpMark *mark = tp_frame_text (self, self->margin, y, titles[i], self->title_size, 600,
                                    self->theme->ink, TP_ANCHOR_START);

      if (i == 0)
        tp_mark_set_id (mark, "title", NULL);
      y += round (self->title_size * 1.24);
    }
  y -= round (2 * self->k);
  for (guint i = 0; subtitles[i] != NULL; i++)
    {
      TpMark *mark = tp_frame_text (self, self->margin, y, subtitles[i], self->subtitle_size, 400,
                                    self->theme->muted, TP_ANCHOR_START);

      if (i == 0)
        tp_mark_set_id (mark, "subtitle", NULL);
      y += round (self->subtitle_size * 1.36);
    }
  self->top = y + round (4 * self->k);
}

static double
foot_leading (const TpFrame *self)
{
  return round (self->source_size * 1.34);
}

/* Where the rule above the foot is, for the scene's present height. */
static double
foot_rule (const TpFrame *self)
{
  guint n = g_strv_length (self->notes) + g_strv_length (self->sources);

  return round (tp_scene_get_height (self->scene) - FOOT_MARGIN - foot_leading (self) * n
                - self->source_size * 0.1)
         + 0.5;
}

/**
 * tp_frame_foot:
 * @self: a frame
 * @note: (nullable): the demonstration flag
 * @source: (nullable): where the figures come from, whole sentences
 *
 * Makes room for both below the plot; tp_frame_finish() draws them, last in reading order.
 */
void
tp_frame_foot (TpFrame *self, const char *note, const char *source)
{
  double room = self->width - 2 * self->margin;
  guint lines = self->narrow ? 6 : 2;

  self->notes = note != NULL && note[0] != '\0'
                    ? tp_text_wrap (self->meter, note, self->source_size, 500, room, lines)
                    : g_new0 (char *, 1);
  self->sources = source != NULL && source[0] != '\0'
                      ? tp_text_wrap (self->meter, source, self->source_size, 400, room, lines)
                      : g_new0 (char *, 1);
  if (self->notes[0] == NULL && self->sources[0] == NULL)
    return;
  self->bottom = foot_rule (self) - round (8 * self->k);
  self->foot = tp_scene_get_height (self->scene) - self->bottom;
}

/**
 * tp_frame_grow:
 * @self: a frame
 * @bottom: where the plot must end
 *
 * Makes the scene as high as the plot needs; no lower than it was asked for.
 */
void
tp_frame_grow (TpFrame *self, double bottom)
{
  double foot = self->foot > 0 ? self->foot : FOOT_MARGIN;

  if (bottom <= self->bottom)
    return;
  tp_scene_set_height (self->scene, ceil (bottom + foot));
  self->bottom = tp_scene_get_height (self->scene) - foot;
}

/**
 * tp_frame_finish:
 * @self: a frame
 *
 * Draws the foot and frees what the frame holds.
 *
 * Returns: (transfer full): the scene
 */
TpScene *
tp_frame_finish (TpFrame *self)
{
  guint n_notes = self->notes != NULL ? g_strv_length (self->notes) : 0;
  guint n_sources = self->sources != NULL ? g_strv_length (self->sources) : 0;
  guint n = n_notes + n_sources;

  if (n > 0)
    {
      double y = foot_rule (self);

      tp_scene_line (self->scene, self->margin, y, self->width - self->margin, y, self->theme->grid,
                     1);
      for (guint i = 0; i < n; i++)
        {
          gboolean note = i < n_notes;
          TpMark *mark = tp_frame_text (
              self, self->margin,
              tp_scene_get_height (self->scene) - FOOT_MARGIN - foot_leading (self) * (n - 1 - i),
              note ? self->notes[i] : self->sources[i - n_notes], self->source_size,
              note ? 500 : 400, note ? self->theme->ink : self->theme->muted, TP_ANCHOR_START);

          if (i == 0 && note)
            tp_mark_set_id (mark, "demonstration", NULL);
          else if (i == n_notes)
            tp_mark_set_id (mark, "source", NULL);
        }
    }
  g_clear_pointer (&self->notes, g_strfreev);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->meter, tp_text_meter_free);
  return g_steal_pointer (&self->scene);
}

/**
 * tp_frame_name:
 * @self: a frame
 * @x: right edge of the label column
 * @middle: middle of the row
 * @width: of the column
 * @height: of the row
 * @name: the name
 * @weight: of the name
 * @colour: of the name
 * @sub: (nullable): a second, muted line; left out where it does not fit
 *
 * Writes a row's name, right-aligned: on one line, else on two smaller ones, the second
 * cut with an ellipsis.
 *
 * Returns: how many lines were written
 */
double
tp_frame_name (TpFrame *self,
               double x,
               double middle,
               double width,
               double height,
               const char *name,
               int weight,
               TpColour colour,
               const char *sub)
{
  gboolean one = tp_frame_width (self, name, self->label_size, weight) <= width;
  double size = one ? self->label_size : self->axis_size;
  double leading = round (self->axis_size * 1.2 * 2) / 2;
  g_auto (GStrv) lines = NULL;
  guint n;
  double y;

  if (one || height < 2 * leading)
    {
      lines = g_new0 (char *, 2);
      lines[0] = tp_text_fit (self->meter, name, size, weight, width);
    }
  else
    lines = tp_text_wrap (self->meter, name, size, weight, width, 2);
  n = g_strv_length (lines);
  if (sub != NULL && height < size + (n - 1) * leading + self->axis_size * 1.15)
    sub = NULL;
  /* Capitals are about 0.72 of the size high: the block's middle is half of that up. */
  y = middle + 0.36 * size - (n - 1) * leading / 2;
  if (sub != NULL)
    y -= self->axis_size * 0.65;
  for (guint i = 0; i < n; i++, y += leading)
    tp_frame_text (self, x, y, lines[i], size, weight, colour, TP_ANCHOR_END);
  if (sub != NULL)
    {
      g_autofree char *fitted = tp_text_fit (self->meter, sub, self->axis_size, 400, width);

      y += self->axis_size * 1.3 - leading;
      tp_frame_text (self, x, y, fitted, self->axis_size, 400, self->theme->muted, TP_ANCHOR_END);
      n++;
    }
  return n;
}

/**
 * tp_frame_absent:
 * @self: a frame
 * @x: left edge, whole
 * @y: upper edge, whole
 * @width: in units
 * @height: in units
 *
 * Draws the place of a figure that is not stated: rising hatch, dashed frame. On no scale.
 *
 * Returns: (transfer none): the mark
 */
TpMark *
tp_frame_absent (TpFrame *self, double x, double y, double width, double height)
{
  TpMark *mark = tp_scene_rect (self->scene, x + .5, y + .5, width - 1, height - 1, TP_COLOUR_NONE);

  tp_mark_set_hatch (mark, TP_HATCH_RISING, self->theme->absent_hatch, 7, 1);
  tp_mark_set_stroke (mark, self->theme->absent_line, 1);
  tp_mark_set_dash (mark, 3, 3);
  return mark;
}

/**
 * tp_frame_diamond:
 * @self: a frame
 * @x: its middle
 * @y: its middle
 * @radius: half its width
 *
 * Draws the hollow diamond of a rival value.
 */
void
tp_frame_diamond (TpFrame *self, double x, double y, double radius)
{
  TpMark *mark = tp_scene_path (self->scene, self->theme->ground);

  tp_mark_move_to (mark, x, y - radius);
  tp_mark_line_to (mark, x + radius, y);
  tp_mark_line_to (mark, x, y + radius);
  tp_mark_line_to (mark, x - radius, y);
  tp_mark_close (mark);
  tp_mark_set_stroke (mark, self->theme->ink, 1.3);
}
