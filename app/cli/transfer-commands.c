/* transfer-commands.c: import and export, of a whole workspace and of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "error.h"
#include "filters.h"
#include "transfer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GInputStream *stream;
  gint64 n;
} Import;

static gboolean
import_whole (TpChange *change, gpointer data, GError **error)
{
  Import *import = data;

  import->n = tp_import_workspace (change, import->stream, error);
  return import->n >= 0;
}

static TpCliStatus
import_workspace (TpCli *cli, int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  Import import = { NULL, 0 };
  g_autofree char *text = NULL;

  if (!tp_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, TRUE) == NULL)
    return TP_CLI_REFUSED;
  file = tp_cli_input (argv[2], &error);
  if (file == NULL)
    return tp_cli_fail (error);
  stream = g_file_read (file, NULL, &error);
  tp_cli_input_done (file);
  if (stream == NULL)
    return tp_cli_fail (error);
  import.stream = G_INPUT_STREAM (stream);
  if (!tp_workspace_change_sync (cli->workspace, "import-workspace", import_whole, &import, NULL, &error))
    return tp_cli_fail (error);
  /* The contract's closing line, the same in every language. */
  text = g_strdup_printf ("read %" G_GINT64_FORMAT ", added %" G_GINT64_FORMAT
                          ", updated 0, skipped 0, rejected 0\n", import.n, import.n);
  tp_cli_print (text);
  return TP_CLI_DONE;
}

TpCliStatus
tp_cli_import (TpCli *cli, int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : NULL;

  if (g_strcmp0 (what, "workspace") == 0)
    return import_workspace (cli, argc, argv);
  return tp_cli_import_records (cli, argc, argv);
}

static gpointer
export_whole (TpReader *reader, gpointer data, GError **error)
{
  return tp_export_workspace (reader, data, NULL, error) ? data : NULL;
}

static TpCliStatus
export_workspace (TpCli *cli, const char *path)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  stream = tp_cli_output (cli, path, NULL, &error);
  if (stream == NULL)
    return tp_cli_fail (error);
  good = tp_workspace_read_sync (cli->workspace, export_whole, stream, &error) != NULL;
  if (!tp_cli_close (stream, path, good, &error))
    return tp_cli_fail (error);
  return TP_CLI_DONE;
}

/* By --format, else by the ending of the file's name. */
static gboolean
format_of (const char *format, const char *path, TpRowsFormat *how)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return tp_rows_format_parse (format != NULL ? format : ending, how) && *how != TP_ROWS_TABLE;
}

TpCliStatus
tp_cli_export (TpCli *cli, int argc, char **argv)
{
  g_auto (TpCliFilters) filters = { NULL };
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where to; “-” is standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“csv” or “json”, where the ending of FILE does not say it"), N_ ("NAME") },
    TP_CLI_FILTER_ENTRIES (filters),
    G_OPTION_ENTRY_NULL
  };
  TpRowsFormat how;
  TpCliStatus status;
  TpKind kind;

  if (!tp_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return TP_CLI_USAGE;
  if (path == NULL)
    return tp_cli_usage (cli, _ ("name a file with -o FILE; “-o -” is standard output"));
  if (strcmp (argv[1], "workspace") == 0)
    {
      if (filters.search != NULL || filters.where != NULL || filters.sort != NULL || filters.filter != NULL
          || filters.limit != 0 || filters.offset != 0)
        return tp_cli_usage (cli, _ ("a workspace is exported whole, without filters"));
      return export_workspace (cli, path);
    }
  kind = tp_cli_records (cli, argv[1]);
  if (kind == TP_KIND_NONE)
    return TP_CLI_USAGE;
  if (!format_of (format, path, &how))
    return tp_cli_usage (cli, _ ("records are exported as CSV or JSON: let FILE end in .csv or .json, or give --format"));
  /* A spreadsheet program knows a file as UTF-8 by its byte order mark; a pipe goes on. */
  if (how == TP_ROWS_CSV && strcmp (path, "-") != 0
      && (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR)))
    how = TP_ROWS_SHEET;
  status = tp_cli_filters_check (cli, &filters);
  return status == TP_CLI_DONE ? tp_cli_write_records (cli, kind, &filters, how, path) : status;
}
