/* cli.h: what every command of tradepivot-cli shares.
 *
 * Results go to standard output, messages to standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-rows.h"
#include "workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The exit status. */
typedef enum
{
  TP_CLI_DONE = 0,
  TP_CLI_REFUSED = 1, /* or partly refused */
  TP_CLI_USAGE = 2,
} TpCliStatus;

typedef struct _TpCliCommand TpCliCommand;

typedef struct
{
  const TpCliCommand *command;
  char *path;   /* of the workspace; NULL: the usual one */
  char *author; /* NULL: the account's name */
  TpWorkspace *workspace;
} TpCli;

struct _TpCliCommand
{
  const char *name;
  const char *arguments; /* untranslated */
  const char *summary;   /* untranslated */
  TpCliStatus (*run) (TpCli *cli, int argc, char **argv);
};

/* The options that every command takes, before its name and after it. */
#define TP_CLI_COMMON_ENTRIES(cli)                                                              \
  { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &(cli)->path,                                   \
    N_ ("The workspace, instead of the usual one"), N_ ("FILE") },                              \
  {                                                                                             \
    "author", 0, 0, G_OPTION_ARG_STRING, &(cli)->author, N_ ("Who makes the change"), N_ ("NAME") \
  }

gboolean       tp_cli_parse       (TpCli *self, const GOptionEntry *entries, int least, int most,
                                   int *argc, char ***argv);
TpWorkspace   *tp_cli_open        (TpCli *self, gboolean writing);
char          *tp_cli_path        (TpCli *self);
TpKind         tp_cli_records     (TpCli *self, const char *name);
gboolean       tp_cli_day         (TpCli *self, const char *option, const char *text, TpDay *day);
TpRecord      *tp_cli_find        (TpCli *self, TpKind kind, const char *key);
gboolean       tp_cli_find_id     (TpCli *self, TpKind kind, const char *key, gint64 *id);

void           tp_cli_print       (const char *text);
void           tp_cli_say         (const char *format, ...) G_GNUC_PRINTF (1, 2);
TpCliStatus    tp_cli_fail        (const GError *error);
TpCliStatus    tp_cli_usage       (TpCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

GOutputStream *tp_cli_output      (TpCli *self, const char *path, const char *input, GError **error);
GFile         *tp_cli_input       (const char *path, GError **error);
void           tp_cli_input_done  (GFile *file);
gboolean       tp_cli_close       (GOutputStream *stream, const char *path, gboolean good, GError **error);

G_END_DECLS
