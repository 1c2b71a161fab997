/* status-command.c: the campaign on a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "status-json.h"
#include "status-table.h"

#include <glib/gi18n-lib.h>

TpCliStatus
tp_cli_status (TpCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *currency = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("The day up to whose end everything counts"), N_ ("DATE") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &currency, N_ ("Convert the totals to one currency too"), N_ ("CODE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“table” or “json”"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  TpRowsFormat how = TP_ROWS_TABLE;
  TpDay day = TP_DAY_NONE;
  TpStatusQuery *query;
  g_autoptr (TpStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!tp_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return TP_CLI_USAGE;
  if (format != NULL && (!tp_rows_format_parse (format, &how) || how == TP_ROWS_CSV))
    return tp_cli_usage (cli, _ ("--format must be table or json"));
  if (as_of != NULL && !tp_cli_day (cli, "as-of", as_of, &day))
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  if (day == TP_DAY_NONE)
    day = tp_workspace_get_opening_day (cli->workspace);
  query = tp_status_query_new (day, currency);
  status = tp_workspace_read_sync (cli->workspace, tp_status_read, query, &error);
  tp_status_query_free (query);
  if (status == NULL)
    return tp_cli_fail (error);
  text = how == TP_ROWS_JSON ? tp_status_to_json (status) : tp_status_to_table (status);
  tp_cli_print (text);
  if (!g_str_has_suffix (text, "\n"))
    tp_cli_print ("\n");
  return TP_CLI_DONE;
}
