/* text.c: measuring and breaking text.
 *
 * Layout must not depend on where the text is painted, so nothing here is hinted and
 * glyphs are not rounded to pixels. Lines are placed by their baseline with leadings of
 * our own: the height Pango gives a line changes with the fonts in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Adwaita Sans is Inter with another name; where neither is there, fontconfig decides. */
#define FAMILIES "Inter, Noto Sans CJK SC"

struct _TpTextMeter
{
  PangoContext *context;
  PangoLayout *layout;
};

/**
 * tp_text_prepare:
 * @context: a context of a painter
 * @language: "zh-CN", "en" …
 *
 * Sets up @context so that text comes out as it was measured. The language matters:
 * without it Han characters may take their Japanese shapes.
 */
void
tp_text_prepare (PangoContext *context, const char *language)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language));
}

/**
 * tp_text_is_tabular:
 * @text: one line
 *
 * Tabular figures line up, but Inter then widens the hyphen as well ("pro - rated").
 *
 * Returns: whether @text is without letters, so that tabular figures do no harm
 */
gboolean
tp_text_is_tabular (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * tp_text_apply:
 * @layout: a layout of a prepared context
 * @text: one paragraph
 * @size: font size in units
 * @weight: 400 to 700
 *
 * Sets font, features and text of @layout.
 */
void
tp_text_apply (PangoLayout *layout, const char *text, double size, int weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (tp_text_is_tabular (text))
    {
      PangoAttrList *list = pango_attr_list_new ();

      pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, list);
      pango_attr_list_unref (list);
    }
  else
    pango_layout_set_attributes (layout, NULL);
  pango_layout_set_text (layout, text, -1);
}

/**
 * tp_text_meter_new:
 * @language: "zh-CN", "en" …
 *
 * Returns: (transfer full): something that measures text in that language
 */
TpTextMeter *
tp_text_meter_new (const char *language)
{
  TpTextMeter *self = g_new0 (TpTextMeter, 1);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  tp_text_prepare (self->context, language);
  self->layout = pango_layout_new (self->context);
  return self;
}

/**
 * tp_text_meter_free:
 * @self: (transfer full): a meter
 */
void
tp_text_meter_free (TpTextMeter *self)
{
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tp_text_width:
 * @self: a meter
 * @text: one line
 * @size: font size in units
 * @weight: 400 to 700
 *
 * Returns: how far @text advances, in units
 */
double
tp_text_width (TpTextMeter *self, const char *text, double size, int weight)
{
  PangoRectangle logical;

  pango_layout_set_width (self->layout, -1);
  tp_text_apply (self->layout, text, size, weight);
  pango_layout_get_extents (self->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/**
 * tp_text_fit:
 * @self: a meter
 * @text: one line
 * @size: font size in units
 * @weight: 400 to 700
 * @width: the room there is
 *
 * Returns: (transfer full): @text, cut with an ellipsis at its end where it is wider
 *   than @width
 */
char *
tp_text_fit (TpTextMeter *self, const char *text, double size, int weight, double width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  if (tp_text_width (self, text, size, weight) <= width)
    return g_strdup (text);
  while (low < high) /* the longest beginning that fits with its ellipsis */
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);

      if (tp_text_width (self, cut, size, weight) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  {
    g_autofree char *start = g_utf8_substring (text, 0, low);

    return g_strconcat (g_strchomp (start), "…", NULL);
  }
}

/**
 * tp_text_wrap:
 * @self: a meter
 * @text: one paragraph
 * @size: font size in units
 * @weight: 400 to 700
 * @width: the room there is
 * @lines: how many lines at most; what is over is cut with an ellipsis
 *
 * Returns: (transfer full): the lines, without the spaces at the breaks
 */
char **
tp_text_wrap (TpTextMeter *self,
              const char *text,
              double size,
              int weight,
              double width,
              guint lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n;

  g_return_val_if_fail (lines > 0, NULL);

  tp_text_apply (self->layout, text, size, weight);
  pango_layout_set_width (self->layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  n = pango_layout_get_line_count (self->layout);
  {
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

    /* tp_text_fit() below uses the same layout: note the breaks first. */
    for (guint i = 0; i < n; i++)
      {
        PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);
        int start = pango_layout_line_get_start_index (line);

        g_array_append_val (ends, start);
      }
    for (guint i = 0; i < MIN (n, lines); i++)
      {
        int start = g_array_index (ends, int, i);
        gboolean last = i + 1 == lines && n > lines;
        int length = last || i + 1 == n ? (int) strlen (text) - start
                                        : g_array_index (ends, int, i + 1) - start;
        g_autofree char *line = g_strstrip (g_strndup (text + start, length));

        if (last)
          g_strv_builder_take (builder, tp_text_fit (self, line, size, weight, width));
        else
          g_strv_builder_add (builder, line);
      }
  }
  pango_layout_set_width (self->layout, -1);
  return g_strv_builder_end (builder);
}

/**
 * tp_text_balance:
 * @self: a meter
 * @text: one paragraph
 * @size: font size in units
 * @weight: 400 to 700
 * @width: the room there is
 * @lines: how many lines at most
 *
 * As tp_text_wrap(), in the narrowest width that needs no more lines, so that no word
 * is left alone on the last one.
 *
 * Returns: (transfer full): the lines
 */
char **
tp_text_balance (TpTextMeter *self,
                 const char *text,
                 double size,
                 int weight,
                 double width,
                 guint lines)
{
  g_auto (GStrv) wrapped = tp_text_wrap (self, text, size, weight, width, lines);
  guint n = g_strv_length (wrapped);
  double low = width / 2, high = width;

  if (n < 2 || g_str_has_suffix (wrapped[n - 1], "…"))
    return g_steal_pointer (&wrapped);
  while (high - low > 1)
    {
      double middle = (low + high) / 2;
      g_auto (GStrv) tried = tp_text_wrap (self, text, size, weight, middle, n + 1);

      if (g_strv_length (tried) <= n)
        high = middle;
      else
        low = middle;
    }
  return tp_text_wrap (self, text, size, weight, high, n);
}

/**
 * tp_text_add_sentence:
 * @text: what was said so far
 * @sentence: (transfer full): a whole sentence
 *
 * Appends @sentence, with the gap that the language leaves between sentences: Chinese
 * leaves none.
 */
void
tp_text_add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    /* Translators: appends a sentence to the one before it; Chinese has no gap: %s */
    g_string_append_printf (text, C_ ("before a further sentence", " %s"), sentence);
  else
    g_string_append (text, sentence);
  g_free (sentence);
}
