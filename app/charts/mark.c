/* mark.c: one mark of a scene, and the scene as plain text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene.h"

#include <math.h>
#include <string.h>

static void
add_step (TpMark *mark, char op, double a, double b, double c, double d, double e, double f)
{
  TpPathStep step = { op, { a, b, c, d, e, f } };

  g_return_if_fail (mark->path != NULL);
  g_array_append_val (mark->path, step);
}

/**
 * tp_mark_move_to:
 * @mark: a path
 * @x: where the next figure starts
 * @y: where the next figure starts
 */
void
tp_mark_move_to (TpMark *mark, double x, double y)
{
  add_step (mark, 'M', x, y, 0, 0, 0, 0);
}

/**
 * tp_mark_line_to:
 * @mark: a path
 * @x: end of a straight line
 * @y: end of a straight line
 */
void
tp_mark_line_to (TpMark *mark, double x, double y)
{
  add_step (mark, 'L', x, y, 0, 0, 0, 0);
}

/**
 * tp_mark_curve_to:
 * @mark: a path
 * @x1: first control point
 * @y1: first control point
 * @x2: second control point
 * @y2: second control point
 * @x3: end
 * @y3: end
 */
void
tp_mark_curve_to (TpMark *mark, double x1, double y1, double x2, double y2, double x3, double y3)
{
  add_step (mark, 'C', x1, y1, x2, y2, x3, y3);
}

/**
 * tp_mark_close:
 * @mark: a path
 *
 * Closes the figure.
 */
void
tp_mark_close (TpMark *mark)
{
  add_step (mark, 'Z', 0, 0, 0, 0, 0, 0);
}

/**
 * tp_mark_add_square:
 * @mark: a path
 * @x: left edge
 * @y: upper edge
 * @width: in units
 * @height: in units
 *
 * Adds a closed rectangle.
 */
void
tp_mark_add_square (TpMark *mark, double x, double y, double width, double height)
{
  tp_mark_move_to (mark, x, y);
  tp_mark_line_to (mark, x + width, y);
  tp_mark_line_to (mark, x + width, y + height);
  tp_mark_line_to (mark, x, y + height);
  tp_mark_close (mark);
}

/**
 * tp_mark_set_stroke:
 * @mark: a mark
 * @stroke: its colour
 * @stroke_width: in units
 */
void
tp_mark_set_stroke (TpMark *mark, TpColour stroke, double stroke_width)
{
  mark->stroke = stroke;
  mark->stroke_width = stroke_width;
}

/**
 * tp_mark_set_dash:
 * @mark: a mark with a stroke
 * @on: length of a dash
 * @off: length of a gap
 */
void
tp_mark_set_dash (TpMark *mark, double on, double off)
{
  mark->dash[0] = on;
  mark->dash[1] = off;
}

/**
 * tp_mark_set_hatch:
 * @mark: a rectangle or path
 * @hatch: which way its lines run
 * @colour: their colour
 * @gap: from one to the next, along an axis
 * @width: of a line; for dots their radius
 */
void
tp_mark_set_hatch (TpMark *mark, TpHatch hatch, TpColour colour, double gap, double width)
{
  mark->hatch = hatch;
  mark->hatch_colour = colour;
  mark->hatch_gap = gap;
  mark->hatch_width = width;
}

/**
 * tp_mark_set_id:
 * @mark: a mark
 * @prefix: what it is, "bar"
 * @key: (nullable): which it is, "jd"
 *
 * Names the element in SVG. What is not a letter, digit or hyphen becomes a hyphen.
 */
void
tp_mark_set_id (TpMark *mark, const char *prefix, const char *key)
{
  g_free (mark->id);
  mark->id = key == NULL ? g_strdup (prefix) : g_strconcat (prefix, "-", key, NULL);
  for (char *p = mark->id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '-';
}

/**
 * tp_mark_set_record:
 * @mark: a mark
 * @kind: kind of the record it stands for, or %TP_KIND_NONE
 * @record_id: its id
 * @label: what a screen reader says
 * @tooltip: (nullable): exact values; %NULL: the label
 * @hit: the place that answers to pointer and focus
 */
void
tp_mark_set_record (TpMark *mark,
                    TpKind kind,
                    gint64 record_id,
                    const char *label,
                    const char *tooltip,
                    const TpBox *hit)
{
  mark->kind = kind;
  mark->record_id = record_id;
  g_set_str (&mark->label, label);
  g_set_str (&mark->tooltip, tooltip != NULL ? tooltip : label);
  mark->hit = *hit;
}

/* One decimal: enough to see a move, and the same on machines that differ in the last
 * bit. -0.0 is 0. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 10) / 10;

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", rounded == 0 ? 0.0 : rounded);
  if (g_str_has_suffix (buffer, ".0"))
    buffer[strlen (buffer) - 2] = '\0';
  g_string_append_c (out, ' ');
  g_string_append (out, buffer);
}

static guint
count_closed (const TpMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < mark->path->len; i++)
    n += g_array_index (mark->path, TpPathStep, i).op == 'Z';
  return n;
}

static void
append_mark (GString *out, const TpMark *mark)
{
  static const char *types[] = { "rect", "line", "path", "text" };
  static const char *anchors[] = { "start", "middle", "end" };
  static const char *hatches[]
      = { "", "rising", "falling", "cross", "horizontal", "vertical", "dots" };

  g_string_append (out, types[mark->type]);
  if (mark->id != NULL)
    g_string_append_printf (out, " #%s", mark->id);
  if (mark->type == TP_MARK_PATH)
    {
      g_string_append_printf (out, " steps %u figures %u", mark->path->len, count_closed (mark));
      if (mark->path->len > 0)
        for (int i = 0; i < 2; i++)
          append_number (out, g_array_index (mark->path, TpPathStep, 0).p[i]);
    }
  else
    {
      append_number (out, mark->box.x);
      append_number (out, mark->box.y);
      if (mark->type != TP_MARK_TEXT)
        {
          append_number (out, mark->box.width);
          append_number (out, mark->box.height);
        }
    }
  if (mark->fill != TP_COLOUR_NONE)
    g_string_append_printf (out, " fill %06x", mark->fill & 0xffffffu);
  if (mark->hatch != TP_HATCH_NONE)
    g_string_append_printf (out, " hatch %s", hatches[mark->hatch]);
  if (mark->stroke != TP_COLOUR_NONE)
    {
      g_string_append_printf (out, " stroke %06x", mark->stroke & 0xffffffu);
      append_number (out, mark->stroke_width);
    }
  if (mark->type == TP_MARK_TEXT)
    {
      append_number (out, mark->size);
      g_string_append_printf (out, "/%d %s “%s”", mark->weight, anchors[mark->anchor], mark->text);
    }
  if (mark->label != NULL)
    g_string_append_printf (out, " → %s %" G_GINT64_FORMAT " “%s”",
                            mark->kind == TP_KIND_NONE ? "-" : tp_kind_token (mark->kind),
                            mark->record_id, mark->label);
  g_string_append_c (out, '\n');
}

/**
 * tp_scene_to_text:
 * @self: a scene
 *
 * Returns: (transfer full): the scene in plain text, a mark a line: what the tests
 *   compare, and what shows a change of layout in a review
 */
char *
tp_scene_to_text (TpScene *self)
{
  GString *out = g_string_new ("scene");
  GPtrArray *table = tp_scene_table (self);

  append_number (out, tp_scene_get_width (self));
  append_number (out, tp_scene_get_height (self));
  g_string_append_printf (out, " %s %s\ntitle %s\ndescription %s\n", tp_scene_get_language (self),
                          tp_scene_get_theme (self)->name, tp_scene_get_title (self),
                          tp_scene_describe (self));
  for (guint i = 0; i < tp_scene_get_n_marks (self); i++)
    append_mark (out, tp_scene_get_mark (self, i));
  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv (" | ", g_ptr_array_index (table, i));

      g_string_append_printf (out, "row %s\n", row);
    }
  return g_string_free (out, FALSE);
}
