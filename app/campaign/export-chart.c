/* export-chart.c: a chart as a file for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-data.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A PDF is laid out for paper: text a fifth larger, and the default width is that of a
 * text on A4, 170 mm. */
#define PAPER_TEXT 1.2
#define PAPER_WIDTH (170 / 25.4 * 72)

#define SIDE_MIN 200
#define SIDE_MAX 20000

static const char *const extensions[] = { "png", "svg", "pdf" };

/**
 * tp_chart_format_extension:
 * @format: a format
 *
 * Returns: the ending of its files, without the dot
 */
const char *
tp_chart_format_extension (TpChartFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (extensions), NULL);
  return extensions[format];
}

/**
 * tp_chart_format_parse:
 * @path: a path or name of a file
 * @format: (out): the format that its ending means
 * @error: return location
 *
 * Returns: whether it ends in .png, .svg or .pdf; %TP_ERROR_INVALID where not
 */
gboolean
tp_chart_format_parse (const char *path, TpChartFormat *format, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = NULL;
  const char *dot = strrchr (base, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (dot + 1, extensions[i]) == 0)
      {
        *format = (TpChartFormat) i;
        return TRUE;
      }
  shown = g_filename_display_name (base);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               _ ("“%s” does not say what picture to write: let its name end in .png, .svg or .pdf. "
                  "Nothing was written."),
               shown);
  return FALSE;
}

/**
 * tp_chart_output_fit:
 * @output: an output; its size and scale are set
 * @width: pixels
 * @height: pixels
 * @error: return location
 *
 * For a picture of an exact size: the chart is laid out as for the default width and
 * scaled to it, so that its text stays in proportion.
 *
 * Returns: whether the size is possible
 */
gboolean
tp_chart_output_fit (TpChartOutput *output, int width, int height, GError **error)
{
  if (width < SIDE_MIN || height < SIDE_MIN || width > SIDE_MAX || height > SIDE_MAX)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("A picture of %d × %d pixels cannot be made: enter between %d and %d for each side."),
                   width, height, SIDE_MIN, SIDE_MAX);
      return FALSE;
    }
  output->scale = (double) width / TP_CHART_WIDTH;
  output->width = TP_CHART_WIDTH;
  output->height = height / output->scale;
  return TRUE;
}

static gboolean
write_scene (TpScene *scene, const TpChartOutput *output, GOutputStream *stream, GError **error)
{
  switch (output->format)
    {
    case TP_CHART_FORMAT_PNG:
      return tp_scene_write_png (scene, stream, output->scale > 0 ? output->scale : 1, error);
    case TP_CHART_FORMAT_SVG:
      return tp_scene_write_svg (scene, stream, error);
    default:
      return tp_scene_write_pdf (scene, stream,
                                 tp_scene_get_width (scene) / TP_CHART_WIDTH * PAPER_WIDTH, NULL, error);
    }
}

/**
 * tp_chart_save:
 * @self: a chart
 * @output: how it is written
 * @file: where to
 * @error: return location
 *
 * Writes a picture. An old file stays as it was until the new one is complete. Takes
 * up to some hundred milliseconds: not for the main thread.
 *
 * Returns: whether it was written
 */
gboolean
tp_chart_save (TpChart *self, const TpChartOutput *output, GFile *file, GError **error)
{
  TpSceneOptions options = {
    .width = output->width > 0 ? output->width : TP_CHART_WIDTH,
    .height = output->height > 0 ? output->height : TP_CHART_HEIGHT,
    .theme = output->theme,
    .text = output->format == TP_CHART_FORMAT_PDF ? PAPER_TEXT : 1,
    .grow = output->height <= 0,
    .language = output->language,
  };
  g_autoptr (TpScene) scene = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TP_IS_CHART (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  scene = tp_chart_draw (self, &options);
  if (!write_scene (scene, output, memory, error) || !g_output_stream_close (memory, NULL, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                  FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/**
 * tp_export_chart:
 * @workspace: an open workspace
 * @request: which chart, as of which day
 * @output: how it is written
 * @file: where to
 * @error: return location
 *
 * Reads a chart and writes it. Blocking: for the command line and tests.
 *
 * Returns: whether it was written
 */
gboolean
tp_export_chart (TpWorkspace *workspace, const TpChartRequest *request, const TpChartOutput *output,
                 GFile *file, GError **error)
{
  TpChartRequest asked = *request;
  g_autoptr (TpChart) chart = tp_workspace_read_sync (workspace, tp_chart_read, &asked, error);

  return chart != NULL && tp_chart_save (chart, output, file, error);
}
