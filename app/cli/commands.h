/* commands.h: the commands of tradepivot-cli, one function each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

TpCliStatus tp_cli_new      (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_info     (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_check    (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_backup   (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_import   (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_export   (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_status   (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_advance  (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_post     (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_reverse  (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_chart    (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_list     (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_show     (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_history  (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_undo     (TpCli *cli, int argc, char **argv);
TpCliStatus tp_cli_redo     (TpCli *cli, int argc, char **argv);

/* Where import leads to for anything but a whole workspace. */
TpCliStatus tp_cli_import_records (TpCli *cli, int argc, char **argv);

G_END_DECLS
