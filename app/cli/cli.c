/* cli.c: what every command of tradepivot-cli shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"
#include "error.h"
#include "output-file.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/**
 * tp_cli_say:
 * @format: a message, translated
 * @...: for @format
 *
 * Writes a message to standard error.
 */
void
tp_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "tradepivot-cli: %s\n", text);
}

/**
 * tp_cli_print:
 * @text: a result
 *
 * Writes a result to standard output, in UTF-8 whatever the locale: files and other
 * programs get the same bytes everywhere.
 */
void
tp_cli_print (const char *text)
{
  fputs (text, stdout);
}

TpCliStatus
tp_cli_fail (const GError *error)
{
  tp_cli_say ("%s", error->message);
  return TP_CLI_REFUSED;
}

/**
 * tp_cli_usage:
 * @self: the command that runs
 * @format: what is wrong with the command line, translated
 * @...: for @format
 *
 * Returns: the exit status of wrong use
 */
TpCliStatus
tp_cli_usage (TpCli *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  tp_cli_say ("%s", text);
  if (self->command != NULL)
    tp_cli_say (_ ("see “tradepivot-cli %s --help”"), self->command->name);
  else
    tp_cli_say (_ ("see “tradepivot-cli --help”"));
  return TP_CLI_USAGE;
}

/**
 * tp_cli_parse:
 * @self: the command that runs
 * @entries: (nullable): its options
 * @least: how many arguments it needs
 * @most: how many it takes at most
 * @argc: (inout): the number of @argv
 * @argv: (inout): the command's name, options and arguments; the arguments remain
 *
 * Parses a command's own options; the ones before the command are taken here too.
 * --help ends the program.
 *
 * Returns: whether the command line is right; a message was written otherwise
 */
gboolean
tp_cli_parse (TpCli *self, const GOptionEntry *entries, int least, int most, int *argc, char ***argv)
{
  const GOptionEntry common[] = {
    TP_CLI_COMMON_ENTRIES (self),
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (self->command->arguments);
  g_autofree char *program = g_strdup_printf ("tradepivot-cli %s", self->command->name);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (self->command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      if (error->domain == G_CONVERT_ERROR)
        tp_cli_usage (self, _ ("an option’s value is not text in this system’s encoding"));
      else
        tp_cli_usage (self, "%s", error->message);
      return FALSE;
    }
  /* "--" ends the options and is no argument itself; GLib leaves it where arguments
   * came before it. */
  for (int i = 1; i < *argc; i++)
    if (strcmp ((*argv)[i], "--") == 0)
      {
        memmove (&(*argv)[i], &(*argv)[i + 1], (gsize) (*argc - i) * sizeof (char *));
        (*argc)--;
        break;
      }
  if (*argc - 1 < least || *argc - 1 > most)
    {
      if (*self->command->arguments == '\0')
        tp_cli_usage (self, _ ("this command takes no arguments"));
      else
        tp_cli_usage (self, _ ("the arguments must be: %s"), self->command->arguments);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_cli_path:
 * @self: the command that runs
 *
 * Returns: (transfer full): the workspace it works on
 */
char *
tp_cli_path (TpCli *self)
{
  return self->path != NULL ? g_strdup (self->path) : tp_workspace_default_path ();
}

/**
 * tp_cli_open:
 * @self: the command that runs
 * @writing: whether the command changes the workspace
 *
 * Returns: (transfer none) (nullable): the workspace; where it cannot be opened, a
 *   message was written
 */
TpWorkspace *
tp_cli_open (TpCli *self, gboolean writing)
{
  g_autofree char *path = tp_cli_path (self);
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL)
    return self->workspace;
  self->workspace = tp_workspace_open_sync (path, writing ? TP_STORE_OPEN : TP_STORE_READ_ONLY, &error);
  if (self->workspace == NULL)
    {
      tp_cli_fail (error);
      if (self->path == NULL && g_error_matches (error, TP_ERROR, TP_ERROR_NOT_FOUND))
        tp_cli_say (_ ("make a workspace with “tradepivot-cli new --sample”, or name one with --workspace=FILE"));
      return NULL;
    }
  tp_workspace_set_author (self->workspace, self->author);
  return self->workspace;
}

/**
 * tp_cli_records:
 * @self: the command that runs
 * @name: the RECORDS of the command line
 *
 * Returns: the kind, or %TP_KIND_NONE where there is none; a message was written then
 */
TpKind
tp_cli_records (TpCli *self, const char *name)
{
  TpKind kind = tp_kind_from_plural (name);

  if (kind == TP_KIND_NONE)
    kind = tp_kind_from_token (name);
  if (kind == TP_KIND_NONE)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (int i = 0; i < TP_N_KINDS; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tp_kind_info ((TpKind) i)->plural);
      tp_cli_usage (self, _ ("there are no records called “%s”; there are: %s"), name, names->str);
    }
  return kind;
}

gboolean
tp_cli_day (TpCli *self, const char *option, const char *text, TpDay *day)
{
  g_autoptr (GError) error = NULL;

  if (tp_day_parse (text, day, &error))
    return TRUE;
  tp_cli_usage (self, "--%s: %s", option, error->message);
  return FALSE;
}

/**
 * tp_cli_find:
 * @self: a command that opened its workspace
 * @kind: a kind
 * @key: a business key of it, or an exact name or title
 *
 * Returns: (transfer full) (nullable): the record; where there is none, a message was
 *   written
 */
TpRecord *
tp_cli_find (TpCli *self, TpKind kind, const char *key)
{
  TpRecord *record = tp_workspace_find_key (self->workspace, kind, key);
  g_autofree char *upper = NULL;

  /* Codes and references are written in capitals. */
  if (record == NULL)
    {
      upper = g_ascii_strup (key, -1);
      record = tp_workspace_find_key (self->workspace, kind, upper);
    }
  if (record == NULL)
    tp_cli_say (_ ("there is no record “%s” among the %s: “tradepivot-cli list %s” shows their keys"), key,
                tp_kind_info (kind)->plural, tp_kind_info (kind)->plural);
  return record;
}

/**
 * tp_cli_find_id:
 * @self: a command that opened its workspace
 * @kind: a kind
 * @key: (nullable): a business key, or %NULL for none
 * @id: (out): the record's id, 0 for none
 *
 * Returns: whether there is such a record; a message was written otherwise
 */
gboolean
tp_cli_find_id (TpCli *self, TpKind kind, const char *key, gint64 *id)
{
  g_autoptr (TpRecord) record = NULL;

  *id = 0;
  if (key == NULL)
    return TRUE;
  record = tp_cli_find (self, kind, key);
  if (record == NULL)
    return FALSE;
  *id = tp_record_get_id (record);
  return TRUE;
}

/**
 * tp_cli_output:
 * @self: the command that runs
 * @path: (nullable): a file, or "-" or %NULL for standard output
 * @input: (nullable): the file that the command reads
 * @error: return location
 *
 * A file takes its name only when it is whole, see tp_cli_close(); one that the
 * result is made from is refused.
 *
 * Returns: (transfer full) (nullable): where a result goes
 */
GOutputStream *
tp_cli_output (TpCli *self, const char *path, const char *input, GError **error)
{
  g_autofree char *workspace = tp_cli_path (self);
  const char *const kept[] = { workspace, input, NULL };

  if (path != NULL && strcmp (path, "-") != 0)
    return tp_output_open (path, kept, error);
  fflush (stdout);
  return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
}

/**
 * tp_cli_close:
 * @stream: a stream of tp_cli_output()
 * @path: (nullable): what it was made for
 * @good: whether all was written; a half-written file is given up otherwise
 * @error: (inout): why it was not
 *
 * Returns: whether the result is where it should be
 */
gboolean
tp_cli_close (GOutputStream *stream, const char *path, gboolean good, GError **error)
{
  return tp_output_close (stream, path != NULL ? path : "-", good, error);
}

static GFile *
named_input (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is a folder: name a file in it."), shown);
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("There is no file “%s”. Nothing was changed."), shown);
  else if (g_access (path, R_OK) != 0)
    g_set_error (error, TP_ERROR, TP_ERROR_STORAGE, _ ("“%s” may not be read. Nothing was changed."), shown);
  else
    return g_file_new_for_commandline_arg (path);
  return NULL;
}

/**
 * tp_cli_input:
 * @path: a file, or "-" for standard input
 * @error: return location
 *
 * Standard input is kept in a file first, since some readers read twice; end with
 * tp_cli_input_done().
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
tp_cli_input (const char *path, GError **error)
{
  g_autoptr (GFileIOStream) copy = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, "-") != 0)
    return named_input (path, error);
  file = g_file_new_tmp ("tradepivot-XXXXXX", &copy, error);
  if (file == NULL)
    return NULL;
  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  if (g_output_stream_splice (g_io_stream_get_output_stream (G_IO_STREAM (copy)), stream,
                              G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error)
      < 0)
    {
      g_file_delete (file, NULL, NULL);
      return NULL;
    }
  g_object_set_data (G_OBJECT (file), "tp-temporary", GINT_TO_POINTER (TRUE));
  return g_steal_pointer (&file);
}

/**
 * tp_cli_input_done:
 * @file: a file of tp_cli_input()
 *
 * Takes the name of a copy of standard input away; what has it open can read on.
 */
void
tp_cli_input_done (GFile *file)
{
  if (g_object_get_data (G_OBJECT (file), "tp-temporary") != NULL)
    g_file_delete (file, NULL, NULL);
}
