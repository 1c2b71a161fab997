/* record-commands.c: list, show, and export of records by their filters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "filters.h"
#include "record-sheet.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The journal is no kind of record, but is listed like one. */
static TpCliStatus
list_changes (TpCli *cli, TpCliFilters *filters, TpRowsFormat format)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *text = NULL;

  if (filters->search != NULL || filters->where != NULL || filters->sort != NULL || filters->filter != NULL)
    return tp_cli_usage (cli, _ ("changes are listed newest first, with --limit and --offset only"));
  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  changes = tp_reader_changes (tp_workspace_reader (cli->workspace),
                               filters->limit > 0 ? (guint) filters->limit : G_MAXINT,
                               (guint) filters->offset);
  text = tp_changes_text (changes, format);
  tp_cli_print (text);
  return TP_CLI_DONE;
}

TpCliStatus
tp_cli_list (TpCli *cli, int argc, char **argv)
{
  g_auto (TpCliFilters) filters = { NULL };
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    TP_CLI_FILTER_ENTRIES (filters),
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“table”, “csv” or “json”"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  TpRowsFormat how = TP_ROWS_TABLE;
  TpCliStatus status;
  TpKind kind;

  if (!tp_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return TP_CLI_USAGE;
  if (format != NULL && !tp_rows_format_parse (format, &how))
    return tp_cli_usage (cli, _ ("--format must be table, csv or json"));
  status = tp_cli_filters_check (cli, &filters);
  if (status != TP_CLI_DONE)
    return status;
  if (strcmp (argv[1], "changes") == 0)
    return list_changes (cli, &filters, how);
  kind = tp_cli_records (cli, argv[1]);
  if (kind == TP_KIND_NONE)
    return TP_CLI_USAGE;
  return tp_cli_write_records (cli, kind, &filters, how, NULL);
}

TpCliStatus
tp_cli_show (TpCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL, *as_of = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“table” or “json”"), N_ ("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("The day up to whose end everything counts"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL
  };
  TpRowsFormat how = TP_ROWS_TABLE;
  g_autoptr (TpRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TpDay day = TP_DAY_NONE;
  TpKind kind;

  if (!tp_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return TP_CLI_USAGE;
  if (format != NULL && (!tp_rows_format_parse (format, &how) || how == TP_ROWS_CSV))
    return tp_cli_usage (cli, _ ("--format must be table or json"));
  if (as_of != NULL && !tp_cli_day (cli, "as-of", as_of, &day))
    return TP_CLI_USAGE;
  kind = tp_cli_records (cli, argv[1]);
  if (kind == TP_KIND_NONE)
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  record = tp_cli_find (cli, kind, argv[2]);
  if (record == NULL)
    return TP_CLI_REFUSED;
  text = tp_record_sheet (tp_workspace_reader (cli->workspace), record,
                          day != TP_DAY_NONE ? day : tp_workspace_get_opening_day (cli->workspace), how, &error);
  if (text == NULL)
    return tp_cli_fail (error);
  tp_cli_print (text);
  return TP_CLI_DONE;
}
