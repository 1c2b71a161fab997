/* workspace-commands.c: new, info, check, backup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "workspace-care.h"
#include "workspace-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TpCliStatus
tp_cli_new (TpCli *cli, int argc, char **argv)
{
  gboolean sample = FALSE, demo = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("Start with the facts of the 2025 campaign"), NULL },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, N_ ("Start with the facts and a year of invented work around them"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!tp_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return TP_CLI_USAGE;
  if (sample && demo)
    return tp_cli_usage (cli, _ ("give --sample or --demo, not both"));
  path = tp_cli_path (cli);
  cli->workspace = tp_workspace_create_sync (path,
                                             sample ? TP_TEMPLATE_SAMPLE
                                             : demo ? TP_TEMPLATE_DEMONSTRATION
                                                    : TP_TEMPLATE_EMPTY,
                                             &error);
  if (cli->workspace == NULL)
    return tp_cli_fail (error);
  tp_cli_say (_ ("made %s"), path);
  return TP_CLI_DONE;
}

TpCliStatus
tp_cli_info (TpCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("“table” or “json”"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  TpRowsFormat how = TP_ROWS_TABLE;
  TpWorkspace *workspace;
  g_autoptr (TpWorkspaceInfo) info = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!tp_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return TP_CLI_USAGE;
  if (format != NULL && (!tp_rows_format_parse (format, &how) || how == TP_ROWS_CSV))
    return tp_cli_usage (cli, _ ("--format must be table or json"));
  workspace = tp_cli_open (cli, FALSE);
  if (workspace == NULL)
    return TP_CLI_REFUSED;
  info = tp_workspace_info_read (workspace, &error);
  if (info == NULL)
    return tp_cli_fail (error);
  text = tp_workspace_info_text (info, workspace, how);
  tp_cli_print (text);
  return info->damage == NULL ? TP_CLI_DONE : TP_CLI_REFUSED;
}

/* Beside the workspace, named after it and the moment. */
static char *
backup_path (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  const char *end = g_str_has_suffix (path, ".tradepivot") ? strrchr (path, '.') : path + strlen (path);

  return g_strdup_printf ("%.*s-before-repair-%s.tradepivot", (int) (end - path), path, stamp);
}

/* Says each fault; FALSE and an error where nothing can be checked. */
static gboolean
say_faults (TpWorkspace *workspace, guint *n_faults, GError **error)
{
  g_autoptr (GPtrArray) faults = tp_workspace_check_sync (workspace, error);

  if (faults == NULL)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    {
      tp_cli_print (g_ptr_array_index (faults, i));
      tp_cli_print ("\n");
    }
  *n_faults = faults->len;
  return TRUE;
}

static TpCliStatus
repair (TpWorkspace *workspace)
{
  g_autofree char *backup = backup_path (tp_workspace_get_path (workspace));
  g_autoptr (GError) error = NULL;
  guint left;

  if (!tp_workspace_copy_sync (workspace, backup, &error))
    return tp_cli_fail (error);
  tp_cli_say (_ ("a backup of the workspace as it was is %s"), backup);
  if (!tp_workspace_rebuild_sync (workspace, &error) || !say_faults (workspace, &left, &error))
    return tp_cli_fail (error);
  if (left == 0)
    {
      tp_cli_print (_ ("All is sound now."));
      tp_cli_print ("\n");
      return TP_CLI_DONE;
    }
  tp_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u fault is left, which cannot be mended without loss: open a backup from before it",
                           "%u faults are left, which cannot be mended without loss: open a backup from before them", left),
              left);
  return TP_CLI_REFUSED;
}

TpCliStatus
tp_cli_check (TpCli *cli, int argc, char **argv)
{
  gboolean mend = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &mend, N_ ("Mend what can be mended without loss, after a backup"), NULL },
    G_OPTION_ENTRY_NULL
  };
  TpWorkspace *workspace;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!tp_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return TP_CLI_USAGE;
  workspace = tp_cli_open (cli, mend);
  if (workspace == NULL)
    return TP_CLI_REFUSED;
  if (!say_faults (workspace, &n, &error))
    return tp_cli_fail (error);
  if (n == 0)
    {
      tp_cli_print (_ ("All is sound."));
      tp_cli_print ("\n");
      return TP_CLI_DONE;
    }
  tp_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u fault found", "%u faults found", n), n);
  return mend ? repair (workspace) : TP_CLI_REFUSED;
}

TpCliStatus
tp_cli_backup (TpCli *cli, int argc, char **argv)
{
  TpWorkspace *workspace;
  g_autoptr (GError) error = NULL;

  if (!tp_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return TP_CLI_USAGE;
  workspace = tp_cli_open (cli, FALSE);
  if (workspace == NULL)
    return TP_CLI_REFUSED;
  if (!tp_workspace_copy_sync (workspace, argv[1], &error))
    return tp_cli_fail (error);
  tp_cli_say (_ ("wrote %s"), argv[1]);
  return TP_CLI_DONE;
}
