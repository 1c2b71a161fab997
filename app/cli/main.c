/* main.c: tradepivot-cli, the desk without a display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const TpCliCommand commands[] = {
  { "new", "", N_ ("Make a workspace"), tp_cli_new },
  { "info", "", N_ ("Say what the workspace holds and whether it is sound"), tp_cli_info },
  { "status", "", N_ ("Show every commitment with its pace, and the funds"), tp_cli_status },
  { "list", "RECORDS", N_ ("List records"), tp_cli_list },
  { "show", "RECORDS KEY", N_ ("Show one record with all that hangs on it"), tp_cli_show },
  { "history", "RECORDS KEY", N_ ("Show every change of one record"), tp_cli_history },
  { "import", "RECORDS FILE", N_ ("Read records from a file, or a whole workspace"), tp_cli_import },
  { "export", "RECORDS", N_ ("Write records to a file, or the whole workspace"), tp_cli_export },
  { "advance", "EXPORTER STAGE", N_ ("Move an exporter to another stage"), tp_cli_advance },
  { "post", "FUND TYPE AMOUNT", N_ ("Post an entry to a fund’s ledger"), tp_cli_post },
  { "reverse", "REFERENCE", N_ ("Take a ledger entry back by its reversal"), tp_cli_reverse },
  { "undo", "", N_ ("Take the last change back"), tp_cli_undo },
  { "redo", "", N_ ("Bring the change back that was taken back last"), tp_cli_redo },
  { "chart", "[KIND [RECORD]]", N_ ("Write a chart as a picture"), tp_cli_chart },
  { "check", "", N_ ("Check the file and the books"), tp_cli_check },
  { "backup", "FILE", N_ ("Write a whole copy of the workspace while others work"), tp_cli_backup },
};

static const TpCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static char *
describe_commands (void)
{
  GString *out = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "\n  %-10s %s", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (out, "\n\n%s",
                          _ ("“tradepivot-cli COMMAND --help” explains one. Exit status: 0 done, 1 refused or "
                             "partly refused, 2 wrong use."));
  return g_string_free (out, FALSE);
}

/* The options before the command. */
static gboolean
parse_start (TpCli *cli, int *argc, char ***argv, TpCliStatus *status)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    TP_CLI_COMMON_ENTRIES (cli),
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version and end"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND"));
  g_autofree char *description = describe_commands ();
  g_autoptr (GError) error = NULL;

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _ ("Work with a TradePivot campaign without a display."));
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = tp_cli_usage (cli, "%s", error->message);
      return FALSE;
    }
  if (version)
    {
      tp_cli_print ("tradepivot-cli " TP_VERSION "\n");
      *status = TP_CLI_DONE;
      return FALSE;
    }
  if (*argc < 2)
    {
      *status = tp_cli_usage (cli, _ ("a command is missing"));
      return FALSE;
    }
  return TRUE;
}

/* The catalogues of the build that this program lies in (app/cli), where it runs without
 * being installed; else those that were installed. */
static char *
catalogues (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *settings
      = folder != NULL ? g_build_filename (folder, "..", "..", "data", "gschemas.compiled", NULL) : NULL;

  return settings != NULL && g_file_test (settings, G_FILE_TEST_EXISTS)
             ? g_build_filename (folder, "..", "..", "po", NULL)
             : g_strdup (TP_LOCALEDIR);
}

/* GLib decides once, at the first message, whether messages are translated at all: not
 * where it starts in a locale without a catalogue, such as C.UTF-8. With --lang the
 * language comes later, so that the decision must not fall there. */
static void
allow_other_language (char **argv)
{
  g_autofree char *messages = g_strdup (setlocale (LC_MESSAGES, NULL));

  for (int i = 1; argv[i] != NULL; i++)
    if (g_str_has_prefix (argv[i], "--lang"))
      {
        setlocale (LC_MESSAGES, "C");
        g_dgettext (GETTEXT_PACKAGE, TP_APP_ID);
        setlocale (LC_MESSAGES, messages);
        return;
      }
}

/* An amount below zero is no option: it is refused as an amount. @argv has room for one
 * more. */
static void
allow_negative (int *argc, char **argv)
{
  const char *last = argv[*argc - 1];

  if (last[0] != '-' || !g_ascii_isdigit (last[1]) || g_strv_contains ((const char *const *) argv, "--"))
    return;
  argv[*argc] = argv[*argc - 1];
  argv[*argc - 1] = (char *) "--";
  (*argc)++;
}

int
main (int argc, char **argv)
{
  TpCli cli = { NULL };
  TpCliStatus status;
  g_auto (GStrv) copy = g_strdupv (argv);
  g_autofree char **arguments = g_new0 (char *, (gsize) argc + 2);
  g_autofree char *locales = catalogues ();

  memcpy (arguments, copy, (gsize) argc * sizeof (char *));
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  allow_other_language (argv);
  g_set_prgname ("tradepivot-cli");
  tp_records_ensure_types ();

  if (parse_start (&cli, &argc, &arguments, &status))
    {
      cli.command = find_command (arguments[1]);
      if (cli.command == NULL)
        status = tp_cli_usage (&cli, _ ("there is no command “%s”"), arguments[1]);
      else
        {
          allow_negative (&argc, arguments);
          status = cli.command->run (&cli, argc - 1, arguments + 1);
        }
    }

  g_clear_object (&cli.workspace);
  g_free (cli.path);
  g_free (cli.author);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      tp_cli_say (_ ("the result could not be written to standard output"));
      return TP_CLI_REFUSED;
    }
  return (int) status;
}
