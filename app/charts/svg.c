/* svg.c: a scene as SVG 1.1 with text as text.
 *
 * cairo's own SVG surface turns text into outlines: nobody could search, correct or
 * translate it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output.h"
#include "text.h"

#include <math.h>
#include <string.h>

#define FAMILIES "'Adwaita Sans', Inter, 'Noto Sans CJK SC', sans-serif"

/* What XML 1.0 cannot hold is dropped: g_markup_escape_text() would write character
 * references that no reader accepts. */
static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (clean, c);
      else if (c == '\t' || c == '\n')
        g_string_append_c (clean, ' ');
    }
  escaped = g_markup_escape_text (clean->str, -1);
  g_string_append (out, escaped);
}

/* Two decimals, never in the locale's notation. */
static void
append_value (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", rounded == 0 ? 0.0 : rounded);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (out, buffer);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_value (out, value);
  g_string_append_c (out, '"');
}

static void
append_colour (GString *out, const char *name, TpColour colour)
{
  g_string_append_printf (out, " %s=\"#%06x\"", name, colour & 0xffffffu);
  if (colour >> 24 != 0xff)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      append_value (out, (colour >> 24) / 255.0);
      g_string_append_c (out, '"');
    }
}

static char *
hatch_key (const TpMark *mark)
{
  return g_strdup_printf ("%d %06x %.2f %.2f", mark->hatch, mark->hatch_colour & 0xffffffu,
                          mark->hatch_gap, mark->hatch_width);
}

/* Patterns in user space, so that neighbours line up; the line runs in the tile's
 * middle, at its edge half of it would be cut off. */
static void
append_pattern (GString *out, const TpMark *mark, guint number)
{
  gboolean slanted = mark->hatch == TP_HATCH_RISING || mark->hatch == TP_HATCH_FALLING
                     || mark->hatch == TP_HATCH_CROSS;
  double gap = slanted ? mark->hatch_gap / G_SQRT2 : mark->hatch_gap;
  int angle = mark->hatch == TP_HATCH_FALLING      ? -45
              : mark->hatch == TP_HATCH_HORIZONTAL ? 90
              : slanted                            ? 45
                                                   : 0;

  g_string_append_printf (out, "<pattern id=\"hatch%u\" patternUnits=\"userSpaceOnUse\"", number);
  append_attribute (out, "width", gap);
  append_attribute (out, "height", gap);
  if (angle != 0)
    g_string_append_printf (out, " patternTransform=\"rotate(%d)\"", angle);
  g_string_append_c (out, '>');
  if (mark->hatch == TP_HATCH_DOTS)
    {
      g_string_append (out, "<circle");
      append_attribute (out, "cx", gap / 2);
      append_attribute (out, "cy", gap / 2);
      append_attribute (out, "r", mark->hatch_width);
      append_colour (out, "fill", mark->hatch_colour);
    }
  else
    {
      g_string_append (out, "<path d=\"M");
      append_value (out, gap / 2);
      g_string_append (out, " 0V");
      append_value (out, gap);
      if (mark->hatch == TP_HATCH_CROSS)
        {
          g_string_append (out, "M0 ");
          append_value (out, gap / 2);
          g_string_append_c (out, 'H');
          append_value (out, gap);
        }
      g_string_append_c (out, '"');
      append_colour (out, "stroke", mark->hatch_colour);
      append_attribute (out, "stroke-width", mark->hatch_width);
    }
  g_string_append (out, "/></pattern>\n");
}

static void
append_path (GString *out, const GArray *path)
{
  static const guint numbers[] = { ['M'] = 2, ['L'] = 2, ['C'] = 6, ['Z'] = 0 };

  g_string_append (out, " d=\"");
  for (guint i = 0; i < path->len; i++)
    {
      const TpPathStep *step = &g_array_index (path, TpPathStep, i);

      g_string_append_c (out, step->op);
      for (guint j = 0; j < numbers[(guchar) step->op]; j++)
        {
          if (j > 0)
            g_string_append_c (out, ' ');
          append_value (out, step->p[j]);
        }
    }
  g_string_append_c (out, '"');
}

static void
append_shape (GString *out, const TpMark *mark, int pattern)
{
  static const char *names[] = { "rect", "line", "path" };
  const char *name = names[mark->type];

  g_string_append_printf (out, "<%s", name);
  if (mark->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", mark->id);
  if (mark->type == TP_MARK_RECT)
    {
      append_attribute (out, "x", mark->box.x);
      append_attribute (out, "y", mark->box.y);
      append_attribute (out, "width", MAX (0, mark->box.width));
      append_attribute (out, "height", MAX (0, mark->box.height));
      if (mark->radius > 0)
        append_attribute (out, "rx", mark->radius);
    }
  else if (mark->type == TP_MARK_LINE)
    {
      append_attribute (out, "x1", mark->box.x);
      append_attribute (out, "y1", mark->box.y);
      append_attribute (out, "x2", mark->box.x + mark->box.width);
      append_attribute (out, "y2", mark->box.y + mark->box.height);
    }
  else
    append_path (out, mark->path);
  if (pattern >= 0)
    g_string_append_printf (out, " fill=\"url(#hatch%d)\"", pattern);
  else if (mark->fill != TP_COLOUR_NONE)
    append_colour (out, "fill", mark->fill);
  else
    g_string_append (out, " fill=\"none\"");
  if (mark->stroke != TP_COLOUR_NONE)
    {
      append_colour (out, "stroke", mark->stroke);
      append_attribute (out, "stroke-width", mark->stroke_width);
      g_string_append (out, " stroke-linejoin=\"round\"");
    }
  if (mark->dash[0] > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      append_value (out, mark->dash[0]);
      g_string_append_c (out, ' ');
      append_value (out, mark->dash[1]);
      g_string_append_c (out, '"');
    }
  if (mark->tooltip != NULL)
    {
      g_string_append (out, "><title>");
      append_escaped (out, mark->tooltip);
      g_string_append_printf (out, "</title></%s>\n", name);
    }
  else
    g_string_append (out, "/>\n");
}

static void
append_text (GString *out, const TpMark *mark)
{
  static const char *anchors[] = { NULL, "middle", "end" };

  g_string_append (out, "<text");
  if (mark->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", mark->id);
  append_attribute (out, "x", mark->box.x);
  append_attribute (out, "y", mark->box.y);
  append_attribute (out, "font-size", mark->size);
  g_string_append_printf (out, " font-weight=\"%d\"", mark->weight);
  append_colour (out, "fill", mark->fill);
  if (anchors[mark->anchor] != NULL)
    g_string_append_printf (out, " text-anchor=\"%s\"", anchors[mark->anchor]);
  if (mark->halo != TP_COLOUR_NONE)
    {
      append_colour (out, "stroke", mark->halo);
      g_string_append (out, " stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  if (tp_text_is_tabular (mark->text))
    g_string_append (out, " style=\"font-variant-numeric:tabular-nums\"");
  g_string_append_c (out, '>');
  append_escaped (out, mark->text);
  g_string_append (out, "</text>\n");
}

/**
 * tp_scene_to_svg:
 * @self: a scene
 *
 * Returns: (transfer full): the scene as SVG: an element a mark, a `<text>` a line of
 *   text, ids, and the title and the description in words
 */
char *
tp_scene_to_svg (TpScene *self)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
  g_autoptr (GHashTable) patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) defs = g_string_new (NULL);

  g_return_val_if_fail (TP_IS_SCENE (self), g_string_free (out, FALSE));

  for (guint i = 0; i < tp_scene_get_n_marks (self); i++)
    {
      const TpMark *mark = tp_scene_get_mark (self, i);
      int pattern = -1;

      if (mark->type == TP_MARK_TEXT)
        {
          append_text (body, mark);
          continue;
        }
      if (mark->hatch != TP_HATCH_NONE)
        {
          g_autofree char *key = hatch_key (mark);
          gpointer known;

          if (!g_hash_table_lookup_extended (patterns, key, NULL, &known))
            {
              known = GINT_TO_POINTER (g_hash_table_size (patterns));
              append_pattern (defs, mark, GPOINTER_TO_UINT (known));
              g_hash_table_insert (patterns, g_steal_pointer (&key), known);
            }
          pattern = GPOINTER_TO_INT (known);
          if (mark->fill != TP_COLOUR_NONE) /* an element has one paint: the ground first */
            {
              TpMark ground = *mark;

              ground.id = NULL;
              ground.tooltip = NULL;
              ground.stroke = TP_COLOUR_NONE;
              append_shape (body, &ground, -1);
            }
        }
      append_shape (body, mark, pattern);
    }

  append_value (out, tp_scene_get_width (self));
  g_string_append_c (out, ' ');
  append_value (out, tp_scene_get_height (self));
  g_string_append_c (out, '"');
  append_attribute (out, "width", tp_scene_get_width (self));
  append_attribute (out, "height", tp_scene_get_height (self));
  g_string_append_printf (out,
                          " role=\"img\" aria-labelledby=\"chart-title chart-description\" "
                          "lang=\"%s\" font-family=\"" FAMILIES "\">\n<title id=\"chart-title\">",
                          tp_scene_get_language (self));
  append_escaped (out, tp_scene_get_title (self));
  g_string_append (out, "</title>\n<desc id=\"chart-description\">");
  append_escaped (out, tp_scene_describe (self));
  g_string_append (out, "</desc>\n");
  if (defs->len > 0)
    g_string_append_printf (out, "<defs>\n%s</defs>\n", defs->str);
  g_string_append (out, "<rect id=\"ground\"");
  append_attribute (out, "width", tp_scene_get_width (self));
  append_attribute (out, "height", tp_scene_get_height (self));
  append_colour (out, "fill", tp_scene_get_ground (self));
  g_string_append (out, "/>\n");
  g_string_append (out, body->str);
  g_string_append (out, "</svg>\n");
  return g_string_free (out, FALSE);
}
