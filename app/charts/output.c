/* output.c: a scene as PNG, PDF and SVG in a stream or file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output.h"

#include "error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* cairo's image surfaces end at 32,767 pixels; half of that is 1.4 m of paper at 300 dpi. */
#define MAX_PIXELS 16384

typedef struct
{
  GOutputStream *stream;
  GError *error;
} Sink;

static cairo_status_t
write_to_sink (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  return g_output_stream_write_all (sink->stream, bytes, length, NULL, NULL, &sink->error)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
finish (Sink *sink, cairo_status_t status, GError **error)
{
  if (sink->error != NULL)
    {
      g_propagate_error (error, sink->error);
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_STORAGE,
               _ ("The picture could not be drawn (%s). Choose a smaller size and try again."),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * tp_scene_write_png:
 * @self: a scene
 * @stream: where to; stays open
 * @scale: pixels a unit: 1 for the size of the layout, 2 for twice as sharp
 * @error: return location
 *
 * Errors: %TP_ERROR_INVALID for more than 16,384 pixels in a direction; what @stream says.
 *
 * Returns: whether all was written
 */
gboolean
tp_scene_write_png (TpScene *self, GOutputStream *stream, double scale, GError **error)
{
  Sink sink = { stream, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  width = round (tp_scene_get_width (self) * scale);
  height = round (tp_scene_get_height (self) * scale);
  if (!(width >= 1 && height >= 1 && width <= MAX_PIXELS && height <= MAX_PIXELS))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("A picture of %.0f × %.0f pixels cannot be made. Each side may have 1 to "
                      "%d pixels: choose another size or scale."),
                   width, height, MAX_PIXELS);
      return FALSE;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, width / tp_scene_get_width (self), height / tp_scene_get_height (self));
  tp_scene_paint (self, cr, TRUE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_to_sink, &sink);
  cairo_surface_destroy (surface);
  return finish (&sink, status, error);
}

/**
 * tp_scene_write_pdf:
 * @self: a scene
 * @stream: where to; stays open
 * @width_points: width of the page in points (1/72 inch); its height follows
 * @created: (nullable): ISO 8601 time to note as the file's creation; %NULL: none that
 *   changes, so that the same scene gives the same bytes
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean
tp_scene_write_pdf (TpScene *self,
                    GOutputStream *stream,
                    double width_points,
                    const char *created,
                    GError **error)
{
  Sink sink = { stream, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double scale;

  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (width_points > 0, FALSE);

  scale = width_points / tp_scene_get_width (self);
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, &sink, width_points,
                                                 tp_scene_get_height (self) * scale);
  tp_pdf_set_metadata (surface, self, created);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  tp_scene_paint (self, cr, TRUE);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish (&sink, status, error);
}

/**
 * tp_pdf_set_metadata:
 * @surface: a PDF surface
 * @scene: what is drawn on it
 * @created: (nullable): ISO 8601 time; %NULL: a fixed one
 *
 * Cairo writes the clock's time unless told otherwise, and no two files would be equal.
 */
void
tp_pdf_set_metadata (cairo_surface_t *surface, TpScene *scene, const char *created)
{
  const char *time = created != NULL ? created : "2025-01-01T00:00:00Z";

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tp_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, tp_scene_describe (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "TradePivot " TP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/**
 * tp_scene_write_svg:
 * @self: a scene
 * @stream: where to; stays open
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean
tp_scene_write_svg (TpScene *self, GOutputStream *stream, GError **error)
{
  g_autofree char *svg = NULL;

  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  svg = tp_scene_to_svg (self);
  return g_output_stream_write_all (stream, svg, strlen (svg), NULL, NULL, error);
}

/**
 * tp_scene_save:
 * @self: a scene
 * @file: where to; its name ends in .png, .pdf or .svg
 * @scale: PNG: pixels a unit
 * @error: return location
 *
 * Writes the picture in the form its name says. An old file stays as it was until the
 * new one is complete. A PDF is 170 mm wide, the width of a text on A4.
 *
 * Errors: %TP_ERROR_INVALID for another ending; what the file system says.
 *
 * Returns: whether the file was written
 */
gboolean
tp_scene_save (TpScene *self, GFile *file, double scale, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gboolean ok;

  g_return_val_if_fail (TP_IS_SCENE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  base = g_file_get_basename (file);
  name = g_ascii_strdown (base, -1);
  if (g_str_has_suffix (name, ".png"))
    ok = tp_scene_write_png (self, memory, scale, error);
  else if (g_str_has_suffix (name, ".pdf"))
    ok = tp_scene_write_pdf (self, memory, 170 / 25.4 * 72, NULL, error);
  else if (g_str_has_suffix (name, ".svg"))
    ok = tp_scene_write_svg (self, memory, error);
  else
    {
      g_autofree char *shown = g_filename_display_name (base);

      g_set_error (
          error, TP_ERROR, TP_ERROR_INVALID,
          _ ("“%s” does not say what picture to write. Let its name end in .svg, .png or .pdf."),
          shown);
      return FALSE;
    }
  if (!ok || !g_output_stream_close (memory, NULL, error))
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  {
    g_autoptr (GBytes) bytes
        = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
    gsize size;
    const void *data = g_bytes_get_data (bytes, &size);

    if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error))
      {
        g_autoptr (GCancellable) cancelled = g_cancellable_new ();

        g_cancellable_cancel (cancelled); /* closing would put the half file in place */
        g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
        return FALSE;
      }
  }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}
