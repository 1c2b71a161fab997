/* scene.c: a chart as a list of marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene.h"

#include "record.h"

#include <math.h>
#include <string.h>

struct _TpScene
{
  GObject parent_instance;

  double width;
  double height;
  double text;
  gboolean grow;
  TpTheme theme; /* with the ground and accent that were asked for */
  char *language;
  char *title;
  char *description;
  GPtrArray *marks;
  GPtrArray *table; /* GStrv; row 0 are the titles */
  guint first_figures; /* the columns of it that hold figures */
  guint n_figures;
};

G_DEFINE_FINAL_TYPE (TpScene, tp_scene, G_TYPE_OBJECT)

static void
mark_free (gpointer data)
{
  TpMark *mark = data;

  g_free (mark->id);
  g_clear_pointer (&mark->path, g_array_unref);
  g_free (mark->text);
  g_free (mark->label);
  g_free (mark->tooltip);
  g_free (mark);
}

static void
tp_scene_finalize (GObject *object)
{
  TpScene *self = TP_SCENE (object);

  g_free (self->language);
  g_free (self->title);
  g_free (self->description);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->table);
  G_OBJECT_CLASS (tp_scene_parent_class)->finalize (object);
}

static void
tp_scene_class_init (TpSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tp_scene_finalize;
}

static void
tp_scene_init (TpScene *self)
{
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->title = g_strdup ("");
  self->description = g_strdup ("");
}

/* The pale colours of a theme are made for its own ground: on another ground they are
 * mixed again, at the theme's own strength. */
static void
move_to_ground (TpTheme *theme, TpColour ground)
{
  const TpTheme *base = theme;
  gboolean strong = tp_colour_contrast (base->grid, base->ground) > 2;

  theme->grid = tp_colour_mix (ground, base->ink, strong ? 0.4 : 0.12);
  theme->track = tp_colour_mix (ground, base->ink, strong ? 0.2 : 0.11);
  theme->absent_hatch = tp_colour_mix (ground, base->ink, strong ? 0.5 : 0.32);
  theme->area = tp_colour_mix (ground, base->delivered, 0.12);
  theme->band = tp_colour_mix (ground, base->delivered, 0.22);
  theme->ground = ground;
}

/**
 * tp_scene_new:
 * @options: size, theme and text factor
 *
 * Returns: (transfer full): an empty scene
 */
TpScene *
tp_scene_new (const TpSceneOptions *options)
{
  TpScene *self = g_object_new (TP_TYPE_SCENE, NULL);

  g_return_val_if_fail (options != NULL, self);

  self->width = MAX (options->width, 1);
  self->height = MAX (options->height, 1);
  self->text = options->text > 0 ? options->text : 1;
  self->grow = options->grow;
  self->theme = *tp_theme_get (options->theme);
  self->language = g_strdup (options->language != NULL   ? options->language
                             : tp_language_is_chinese () ? "zh-CN"
                                                         : "en");
  if (options->accent != TP_COLOUR_NONE)
    {
      self->theme.delivered = options->accent;
      /* Any accent may be chosen: as a fill it holds 3:1, as text it may not hold 4.5:1. */
      self->theme.delivered_text = self->theme.ink;
      self->theme.area = tp_colour_mix (self->theme.ground, options->accent, 0.12);
      self->theme.band = tp_colour_mix (self->theme.ground, options->accent, 0.22);
      self->theme.allocated_line = tp_colour_mix (self->theme.ground, options->accent, 0.6);
    }
  if (options->ground != TP_COLOUR_NONE && options->ground != self->theme.ground)
    move_to_ground (&self->theme, options->ground);
  return self;
}

/**
 * tp_scene_get_width:
 * @self: a scene
 *
 * Returns: its width in units
 */
double
tp_scene_get_width (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), 0);
  return self->width;
}

/**
 * tp_scene_get_height:
 * @self: a scene
 *
 * Returns: its height in units; more than asked for where it could grow and had to
 */
double
tp_scene_get_height (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), 0);
  return self->height;
}

/**
 * tp_scene_set_height:
 * @self: a scene
 * @height: in units
 */
void
tp_scene_set_height (TpScene *self, double height)
{
  g_return_if_fail (TP_IS_SCENE (self));
  self->height = height;
}

/**
 * tp_scene_get_theme:
 * @self: a scene
 *
 * Returns: its colours, with the ground and accent that were asked for
 */
const TpTheme *
tp_scene_get_theme (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), tp_theme_get (TP_THEME_LIGHT));
  return &self->theme;
}

/**
 * tp_scene_get_text:
 * @self: a scene
 *
 * Returns: the factor on every font size
 */
double
tp_scene_get_text (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), 1);
  return self->text;
}

/**
 * tp_scene_get_ground:
 * @self: a scene
 *
 * Returns: the colour behind the marks
 */
TpColour
tp_scene_get_ground (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), TP_COLOUR_NONE);
  return self->theme.ground;
}

/**
 * tp_scene_get_grow:
 * @self: a scene
 *
 * Returns: whether its layout may make it higher
 */
gboolean
tp_scene_get_grow (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  return self->grow;
}

/**
 * tp_scene_get_language:
 * @self: a scene
 *
 * Returns: "zh-CN", "en" …
 */
const char *
tp_scene_get_language (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), "en");
  return self->language;
}

/**
 * tp_scene_get_title:
 * @self: a scene
 *
 * Returns: the whole title, however it was broken into lines
 */
const char *
tp_scene_get_title (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), "");
  return self->title;
}

/**
 * tp_scene_describe:
 * @self: a scene
 *
 * Returns: the chart in words, for a screen reader and for files
 */
const char *
tp_scene_describe (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), "");
  return self->description;
}

/**
 * tp_scene_set_title:
 * @self: a scene
 * @title: the whole title
 */
void
tp_scene_set_title (TpScene *self, const char *title)
{
  g_return_if_fail (TP_IS_SCENE (self));
  g_set_str (&self->title, title);
}

/**
 * tp_scene_set_description:
 * @self: a scene
 * @description: the chart in words
 */
void
tp_scene_set_description (TpScene *self, const char *description)
{
  g_return_if_fail (TP_IS_SCENE (self));
  g_set_str (&self->description, description);
}

/**
 * tp_scene_get_n_marks:
 * @self: a scene
 *
 * Returns: how many marks it has
 */
guint
tp_scene_get_n_marks (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), 0);
  return self->marks->len;
}

/**
 * tp_scene_get_mark:
 * @self: a scene
 * @index: place in painting order
 *
 * Returns: (nullable): the mark; %NULL past the end
 */
const TpMark *
tp_scene_get_mark (TpScene *self, guint index)
{
  g_return_val_if_fail (TP_IS_SCENE (self), NULL);
  return index < self->marks->len ? g_ptr_array_index (self->marks, index) : NULL;
}

static TpMark *
add_mark (TpScene *self, TpMarkType type)
{
  TpMark *mark = g_new0 (TpMark, 1);

  mark->type = type;
  mark->kind = TP_KIND_NONE;
  g_ptr_array_add (self->marks, mark);
  return mark;
}

/**
 * tp_scene_rect:
 * @self: a scene
 * @x: left edge
 * @y: upper edge
 * @width: in units
 * @height: in units
 * @fill: its colour, or 0
 *
 * Returns: (transfer none): a new rectangle
 */
TpMark *
tp_scene_rect (TpScene *self, double x, double y, double width, double height, TpColour fill)
{
  TpMark *mark = add_mark (self, TP_MARK_RECT);

  mark->box = (TpBox){ x, y, width, height };
  mark->fill = fill;
  return mark;
}

/**
 * tp_scene_line:
 * @self: a scene
 * @x1: its start
 * @y1: its start
 * @x2: its end
 * @y2: its end
 * @stroke: its colour
 * @stroke_width: in units
 *
 * A line of one unit is sharp on screen where its coordinates end in .5.
 *
 * Returns: (transfer none): a new line
 */
TpMark *
tp_scene_line (TpScene *self,
               double x1,
               double y1,
               double x2,
               double y2,
               TpColour stroke,
               double stroke_width)
{
  TpMark *mark = add_mark (self, TP_MARK_LINE);

  mark->box = (TpBox){ x1, y1, x2 - x1, y2 - y1 };
  tp_mark_set_stroke (mark, stroke, stroke_width);
  return mark;
}

/**
 * tp_scene_path:
 * @self: a scene
 * @fill: its colour, or 0
 *
 * Returns: (transfer none): a new path without steps
 */
TpMark *
tp_scene_path (TpScene *self, TpColour fill)
{
  TpMark *mark = add_mark (self, TP_MARK_PATH);

  mark->path = g_array_new (FALSE, TRUE, sizeof (TpPathStep));
  mark->fill = fill;
  return mark;
}

/**
 * tp_scene_text:
 * @self: a scene
 * @x: where its start, middle or end is, as @anchor says
 * @y: its baseline
 * @text: one line
 * @size: font size in units
 * @weight: 400, 500 or 600
 * @colour: its colour
 * @anchor: what @x is
 *
 * Returns: (transfer none): a new text
 */
TpMark *
tp_scene_text (TpScene *self,
               double x,
               double y,
               const char *text,
               double size,
               int weight,
               TpColour colour,
               TpAnchor anchor)
{
  TpMark *mark = add_mark (self, TP_MARK_TEXT);

  mark->box = (TpBox){ x, y, 0, 0 };
  mark->text = g_strdup (text);
  mark->size = size;
  mark->weight = weight;
  mark->fill = colour;
  mark->anchor = anchor;
  return mark;
}

/**
 * tp_scene_circle:
 * @self: a scene
 * @x: its centre
 * @y: its centre
 * @radius: in units
 * @fill: its colour, or 0
 *
 * Returns: (transfer none): a new path that is a circle, of four curves
 */
TpMark *
tp_scene_circle (TpScene *self, double x, double y, double radius, TpColour fill)
{
  TpMark *mark = tp_scene_path (self, fill);
  double r = radius, c = radius * 0.5522847498; /* the curve nearest to a quarter circle */

  tp_mark_move_to (mark, x + r, y);
  tp_mark_curve_to (mark, x + r, y + c, x + c, y + r, x, y + r);
  tp_mark_curve_to (mark, x - c, y + r, x - r, y + c, x - r, y);
  tp_mark_curve_to (mark, x - r, y - c, x - c, y - r, x, y - r);
  tp_mark_curve_to (mark, x + c, y - r, x + r, y - c, x + r, y);
  tp_mark_close (mark);
  return mark;
}

/**
 * tp_scene_add_row:
 * @self: a scene
 * @first: the first cell
 * @...: the others, then %NULL
 *
 * Adds a row to the data of the table view; the first row are the titles.
 */
void
tp_scene_add_row (TpScene *self, const char *first, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  va_list cells;

  g_return_if_fail (TP_IS_SCENE (self));

  va_start (cells, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (cells, const char *))
    g_strv_builder_add (builder, cell);
  va_end (cells);
  g_ptr_array_add (self->table, g_strv_builder_end (builder));
}

/**
 * tp_scene_set_figures:
 * @self: a scene
 * @first: a column of its table
 * @n: how many
 *
 * Says which columns hold figures, which stand at the end of their column.
 */
void
tp_scene_set_figures (TpScene *self, guint first, guint n)
{
  g_return_if_fail (TP_IS_SCENE (self));
  self->first_figures = first;
  self->n_figures = n;
}

/**
 * tp_scene_has_figures:
 * @self: a scene
 * @column: a column of its table
 *
 * Returns: whether it holds figures
 */
gboolean
tp_scene_has_figures (TpScene *self, guint column)
{
  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  return column >= self->first_figures && column - self->first_figures < self->n_figures;
}

/**
 * tp_scene_table:
 * @self: a scene
 *
 * Every row of the data, also those the picture sums or leaves out, with exact values.
 *
 * Returns: (transfer none) (element-type GStrv): rows of cells, titles first; all of
 *   one length
 */
GPtrArray *
tp_scene_table (TpScene *self)
{
  g_return_val_if_fail (TP_IS_SCENE (self), NULL);
  return self->table;
}

/**
 * tp_scene_hit:
 * @self: a scene
 * @x: in units
 * @y: in units
 *
 * Returns: the index of the mark with a label at that point, the uppermost; -1: none
 */
int
tp_scene_hit (TpScene *self, double x, double y)
{
  g_return_val_if_fail (TP_IS_SCENE (self), -1);

  for (guint i = self->marks->len; i-- > 0;)
    {
      const TpMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->label != NULL && x >= mark->hit.x && x < mark->hit.x + mark->hit.width
          && y >= mark->hit.y && y < mark->hit.y + mark->hit.height)
        return i;
    }
  return -1;
}

/**
 * tp_scene_next:
 * @self: a scene
 * @from: index of the focused mark, or -1
 * @forward: whether to go on or back
 *
 * Returns: the next mark with a label, in reading order; from -1 the first or the last;
 *   -1 where there is none further
 */
int
tp_scene_next (TpScene *self, int from, gboolean forward)
{
  int step = forward ? 1 : -1;
  int i;

  g_return_val_if_fail (TP_IS_SCENE (self), -1);

  i = from < 0 ? (forward ? 0 : (int) self->marks->len - 1) : from + step;
  for (; i >= 0 && i < (int) self->marks->len; i += step)
    if (((const TpMark *) g_ptr_array_index (self->marks, i))->label != NULL)
      return i;
  return -1;
}
