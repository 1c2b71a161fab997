/* page.c: a chart on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page.h"

#include "error.h"
#include "output.h"
#include "text.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define MM(x) ((x) / 25.4 * 72)
#define RUNNING_SIZE 8.0 /* header and footer, in points */
#define RUNNING_ROOM 22.0 /* what each of them takes of the height */
#define CHART_UNITS 900.0 /* width of a chart's layout on paper */
#define CHART_MARGIN 32.0 /* a chart's own, which lies outside the text's width */
#define PAPER_TEXT 1.2 /* at 170 mm the smallest text is 8 points then */

/**
 * tp_page_new:
 * @paper: its size
 * @landscape: whether it lies
 *
 * Returns: (transfer full): a page with margins of 20 mm and without header and footer
 */
TpPage *
tp_page_new (TpPaper paper, gboolean landscape)
{
  TpPage *self = g_new0 (TpPage, 1);
  double width = paper == TP_PAPER_A4 ? MM (210) : 612;
  double height = paper == TP_PAPER_A4 ? MM (297) : 792;

  self->paper = paper;
  self->width = landscape ? height : width;
  self->height = landscape ? width : height;
  self->margin = MM (20);
  return self;
}

/**
 * tp_page_free:
 * @self: (transfer full): a page
 */
void
tp_page_free (TpPage *self)
{
  g_free (self->header_left);
  g_free (self->header_right);
  g_free (self->footer_left);
  g_free (self);
}

/**
 * tp_page_set_size:
 * @self: a page
 * @width: in points
 * @height: in points
 *
 * For a print dialogue that knows its paper.
 */
void
tp_page_set_size (TpPage *self, double width, double height)
{
  g_return_if_fail (width > 0 && height > 0);
  self->width = width;
  self->height = height;
}

static double
chart_scale (const TpPage *self)
{
  return (self->width - 2 * self->margin) / (CHART_UNITS - 2 * CHART_MARGIN);
}

/**
 * tp_page_options:
 * @self: a page
 * @theme: usually %TP_THEME_PRINT or %TP_THEME_LIGHT
 * @share: how much of the height between header and footer the chart may take: 1 for
 *   all, 0.5 for half a page
 * @options: (out caller-allocates): what to lay the chart out with
 *
 * A chart is at most as high as it is wide by 560 to 900, the shape it is made for,
 * unless it may grow.
 */
void
tp_page_options (TpPage *self, TpThemeId theme, double share, TpSceneOptions *options)
{
  double scale = chart_scale (self);
  double room
      = (self->height - 2 * self->margin - 2 * RUNNING_ROOM) * CLAMP (share, 0.1, 1) / scale;

  *options = (TpSceneOptions){
    .width = CHART_UNITS,
    .height = floor (MIN (room, CHART_UNITS * 560 / 900)),
    .theme = theme,
    .text = PAPER_TEXT,
  };
}

static void
paint_running (cairo_t *cr, PangoLayout *layout, const char *text, double x, double y, double share)
{
  PangoRectangle logical;

  if (text == NULL || text[0] == '\0')
    return;
  tp_text_apply (layout, text, RUNNING_SIZE, 400);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_new_path (cr);
  cairo_move_to (cr, x - share * logical.width / PANGO_SCALE, y);
  cairo_set_source_rgb (cr, 0.24, 0.24, 0.24);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_new_path (cr);
}

/**
 * tp_page_paint:
 * @self: a page
 * @scene: (nullable): its chart, laid out with tp_page_options()
 * @cr: where to; in points, the page's corner at 0, 0
 *
 * Paints header, chart and footer: what print, preview and PDF share.
 */
void
tp_page_paint (TpPage *self, TpScene *scene, cairo_t *cr)
{
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;
  double left = self->margin, right = self->width - self->margin;
  double bottom = self->height - self->margin;

  context = pango_cairo_create_context (cr);
  tp_text_prepare (context, scene != NULL            ? tp_scene_get_language (scene)
                            : self->language != NULL ? self->language
                                                     : "en");
  layout = pango_layout_new (context);
  g_object_unref (context); /* the layout holds it */
  paint_running (cr, layout, self->header_left, left, self->margin + RUNNING_SIZE, 0);
  paint_running (cr, layout, self->header_right, right, self->margin + RUNNING_SIZE, 1);
  paint_running (cr, layout, self->footer_left, left, bottom, 0);
  if (self->number > 0)
    {
      /* Translators: at the foot of a printed page */
      g_autofree char *number
          = g_strdup_printf (_ ("Page %u of %u"), self->number, MAX (self->count, self->number));

      paint_running (cr, layout, number, right, bottom, 1);
    }
  if (scene != NULL)
    {
      double room = self->height - 2 * self->margin - 2 * RUNNING_ROOM;
      double scale = MIN ((right - left) / (tp_scene_get_width (scene) - 2 * CHART_MARGIN),
                          room / tp_scene_get_height (scene));

      /* Title, names and source hang on the same edge as the header. */
      cairo_save (cr);
      cairo_translate (cr, left - CHART_MARGIN * scale, self->margin + RUNNING_ROOM);
      cairo_scale (cr, scale, scale);
      tp_scene_paint (scene, cr, FALSE);
      cairo_restore (cr);
    }
}

static cairo_status_t
write_to_stream (void *data, const unsigned char *bytes, unsigned int length)
{
  GOutputStream *stream = data;

  return g_output_stream_write_all (stream, bytes, length, NULL, NULL, NULL)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * tp_page_write_pdf:
 * @self: a page
 * @scene: its chart
 * @stream: where to; stays open
 * @created: (nullable): see tp_scene_write_pdf()
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean
tp_page_write_pdf (TpPage *self,
                   TpScene *scene,
                   GOutputStream *stream,
                   const char *created,
                   GError **error)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (TP_IS_SCENE (scene), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  surface
      = cairo_pdf_surface_create_for_stream (write_to_stream, stream, self->width, self->height);
  tp_pdf_set_metadata (surface, scene, created);
  cr = cairo_create (surface);
  tp_page_paint (self, scene, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
               _ ("The page could not be written (%s). Check that the disk has room and that you "
                  "may write there."),
               cairo_status_to_string (status));
  return FALSE;
}
