/* chart-data.h: charts of the workspace, as of a day.
 *
 * A chart is read once, off the main thread, and can then be laid out for the screen,
 * a file and paper: the same data, the same scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "output.h"
#include "page.h"
#include "pledged-chart.h"
#include "trend-chart.h"
#include "workspace.h"

G_BEGIN_DECLS

typedef enum
{
  TP_CHART_PLEDGED, /* pledged capital by organisation */
  TP_CHART_TREND,   /* an indicator over time */
} TpChartKind;

typedef enum
{
  TP_CHART_FORMAT_PNG,
  TP_CHART_FORMAT_SVG,
  TP_CHART_FORMAT_PDF,
} TpChartFormat;

/* Which chart: @record is the indicator's id of a trend, else 0. */
typedef struct
{
  TpChartKind kind;
  gint64 record;
  TpDay as_of;
} TpChartRequest;

/* How it is written. Sizes are units of 1/96 inch; 0: the default 900 × 560. @scale is
 * of a PNG: 2 gives twice as many pixels each way. @language is of the fonts and of the
 * file's metadata (%NULL: the process's); the words come from the process's language. */
typedef struct
{
  TpChartFormat format;
  double width;
  double height;
  double scale;
  TpThemeId theme;
  const char *language;
} TpChartOutput;

#define TP_CHART_WIDTH 900
#define TP_CHART_HEIGHT 560

#define TP_TYPE_CHART (tp_chart_get_type ())
G_DECLARE_FINAL_TYPE (TpChart, tp_chart, TP, CHART, GObject)

/* TpReadFuncs. Requests are copied by those who pass them on. */
gpointer     tp_chart_read         (TpReader *reader, gpointer request, GError **error);
gpointer     tp_chart_read_list    (TpReader *reader, gpointer as_of, GError **error);
gpointer     tp_chart_read_pledged (TpReader *reader, gpointer as_of, GError **error);

const TpChartRequest *tp_chart_get_request (TpChart *self);
const char  *tp_chart_get_title    (TpChart *self);
const char  *tp_chart_get_subtitle (TpChart *self);
TpScene     *tp_chart_draw         (TpChart *self, const TpSceneOptions *options);
TpScene     *tp_chart_draw_compact (TpChart *self, const TpSceneOptions *options);
char        *tp_chart_file_name    (TpChart *self, TpChartFormat format);

gboolean     tp_chart_format_parse (const char *path, TpChartFormat *format, GError **error);
const char  *tp_chart_format_extension (TpChartFormat format);
gboolean     tp_chart_output_fit   (TpChartOutput *output, int width, int height, GError **error);
gboolean     tp_chart_save         (TpChart *self, const TpChartOutput *output, GFile *file,
                                    GError **error);
gboolean     tp_export_chart       (TpWorkspace *workspace, const TpChartRequest *request,
                                    const TpChartOutput *output, GFile *file, GError **error);

G_END_DECLS
