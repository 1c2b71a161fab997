/* journal-commands.c: history, undo, redo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-label.h"
#include "commands.h"
#include "record-sheet.h"
#include "workspace-care.h"

#include <glib/gi18n-lib.h>

TpCliStatus
tp_cli_history (TpCli *cli, int argc, char **argv)
{
  g_autoptr (TpRecord) record = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TpReader *reader;
  TpKind kind;

  if (!tp_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return TP_CLI_USAGE;
  kind = tp_cli_records (cli, argv[1]);
  if (kind == TP_KIND_NONE)
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, FALSE) == NULL)
    return TP_CLI_REFUSED;
  record = tp_cli_find (cli, kind, argv[2]);
  if (record == NULL)
    return TP_CLI_REFUSED;
  reader = tp_workspace_reader (cli->workspace);
  changes = tp_reader_history (reader, kind, tp_record_get_id (record), &error);
  if (changes == NULL)
    return tp_cli_fail (error);
  text = tp_record_history_text (reader, kind, record, changes);
  tp_cli_print (text);
  return TP_CLI_DONE;
}

static TpCliStatus
undo_or_redo (TpCli *cli, int argc, char **argv, gboolean redo)
{
  g_autoptr (TpChangeInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!tp_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, TRUE) == NULL)
    return TP_CLI_REFUSED;
  info = tp_workspace_undo_sync (cli->workspace, redo, &error);
  if (info == NULL)
    return tp_cli_fail (error);
  text = redo ? tp_change_redone (info) : tp_change_undone (info);
  tp_cli_print (text);
  tp_cli_print ("\n");
  return TP_CLI_DONE;
}

TpCliStatus
tp_cli_undo (TpCli *cli, int argc, char **argv)
{
  return undo_or_redo (cli, argc, argv, FALSE);
}

TpCliStatus
tp_cli_redo (TpCli *cli, int argc, char **argv)
{
  return undo_or_redo (cli, argc, argv, TRUE);
}
