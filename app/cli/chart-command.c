/* chart-command.c: a chart as a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-data.h"
#include "commands.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Words, numbers and fonts of one language, whatever the caller's is. */
static gboolean
set_language (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language, "_-", 2);
  const char *region;
  g_autofree char *locale = NULL;

  if (parts[0] == NULL || *parts[0] == '\0')
    return FALSE;
  region = parts[1] != NULL ? parts[1] : g_str_equal (parts[0], "zh") ? "CN" : "US";
  locale = g_strdup_printf ("%s_%s.UTF-8", parts[0], region);
  if (setlocale (LC_ALL, locale) == NULL)
    return FALSE;
  g_setenv ("LC_ALL", locale, TRUE);
  g_unsetenv ("LANGUAGE");
  return TRUE;
}

static gpointer
read_list (TpReader *reader, gpointer as_of, GError **error)
{
  return tp_chart_read_list (reader, as_of, error);
}

/* The kinds, and what each can be drawn of. */
static TpCliStatus
list_charts (TpCli *cli, TpDay day)
{
  g_autoptr (GListModel) charts = NULL;
  g_autoptr (GError) error = NULL;

  charts = tp_workspace_read_sync (cli->workspace, read_list, GINT_TO_POINTER (day), &error);
  if (charts == NULL)
    return tp_cli_fail (error);
  for (guint i = 0; i < g_list_model_get_n_items (charts); i++)
    {
      g_autoptr (TpChart) chart = g_list_model_get_item (charts, i);
      const TpChartRequest *request = tp_chart_get_request (chart);
      g_autofree char *line = NULL;

      if (request->kind == TP_CHART_PLEDGED)
        line = g_strdup_printf ("%-40s  %s\n", "pledged", tp_chart_get_title (chart));
      else
        {
          g_autoptr (TpRecord) indicator = tp_workspace_get (cli->workspace, TP_KIND_INDICATOR, request->record);
          g_autofree char *name = g_strdup_printf ("trend %s", tp_record_get_key (indicator));

          line = g_strdup_printf ("%-40s  %s\n", name, tp_chart_get_title (chart));
        }
      tp_cli_print (line);
    }
  return TP_CLI_DONE;
}

/* By way of a file of its own: a pipe gets whole pictures too. */
static gboolean
write_picture (TpCli *cli, const TpChartRequest *request, const TpChartOutput *output, const char *path,
               GError **error)
{
  g_autoptr (GOutputStream) out = tp_cli_output (cli, path, NULL, error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileIOStream) made = NULL;
  g_autoptr (GInputStream) picture = NULL;
  gboolean good;

  if (out == NULL)
    return FALSE;
  file = g_file_new_tmp ("tradepivot-XXXXXX", &made, error);
  good = file != NULL && tp_export_chart (cli->workspace, request, output, file, error);
  picture = good ? G_INPUT_STREAM (g_file_read (file, NULL, error)) : NULL;
  good = picture != NULL
         && g_output_stream_splice (out, picture, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) >= 0;
  if (file != NULL)
    g_file_delete (file, NULL, NULL);
  return tp_cli_close (out, path, good, error);
}

TpCliStatus
tp_cli_chart (TpCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL, *format = NULL, *size = NULL, *as_of = NULL, *language = NULL;
  gboolean dark = FALSE, list = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where to: a name that ends in .png, .svg or .pdf; “-” is standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“png”, “svg” or “pdf”, for standard output"), N_ ("NAME") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("Width and height in pixels, such as 1600x900"), N_ ("WxH") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("The day up to whose end everything counts"), N_ ("DATE") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("Light on dark"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The language of words and numbers, such as zh_CN"), N_ ("LANGUAGE") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Name the charts there are"), NULL },
    G_OPTION_ENTRY_NULL
  };
  TpChartRequest request = { TP_CHART_PLEDGED, 0, TP_DAY_NONE };
  TpChartOutput output = { .scale = 1 };
  g_autofree char *named = NULL;
  g_autoptr (GError) error = NULL;
  int width, height;
  char rest;

  if (!tp_cli_parse (cli, entries, 0, 2, &argc, &argv))
    return TP_CLI_USAGE;
  if (as_of != NULL && !tp_cli_day (cli, "as-of", as_of, &request.as_of))
    return TP_CLI_USAGE;
  if (language != NULL && !set_language (language))
    return tp_cli_usage (cli, _ ("the language “%s” is not installed on this system"), language);
  if (list)
    {
      if (tp_cli_open (cli, FALSE) == NULL)
        return TP_CLI_REFUSED;
      return list_charts (cli, request.as_of != TP_DAY_NONE ? request.as_of
                                                            : tp_workspace_get_opening_day (cli->workspace));
    }
  if (argc < 2 || path == NULL)
    return tp_cli_usage (cli, _ ("name the chart and a file: chart pledged -o FILE.png"));
  if (strcmp (argv[1], "trend") == 0 && argc == 3)
    request.kind = TP_CHART_TREND;
  else if (strcmp (argv[1], "pledged") != 0 || argc != 2)
    return tp_cli_usage (cli, _ ("there is no such chart: “pledged”, or “trend” with the short name of an indicator"));
  named = g_strconcat ("x.", format, NULL);
  if (!tp_chart_format_parse (format != NULL ? named : path, &output.format, &error))
    return tp_cli_usage (cli, "%s", error->message);
  if (dark)
    output.theme = TP_THEME_DARK;
  if (size != NULL)
    {
      if (sscanf (size, "%d%*1[xX]%d%c", &width, &height, &rest) != 2)
        return tp_cli_usage (cli, _ ("--size=%s: write the width and the height, such as 1600x900"), size);
      if (!tp_chart_output_fit (&output, width, height, &error))
        return tp_cli_usage (cli, "%s", error->message);
    }
  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  if (request.as_of == TP_DAY_NONE)
    request.as_of = tp_workspace_get_opening_day (cli->workspace);
  if (request.kind == TP_CHART_TREND && !tp_cli_find_id (cli, TP_KIND_INDICATOR, argv[2], &request.record))
    return TP_CLI_REFUSED;
  if (!write_picture (cli, &request, &output, path, &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}
