/* import-command.c: a spreadsheet of exporters, products, enrolments and so on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "import-plan.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char **maps;
  char *encoding, *on_duplicate, *on_error, *rejects, *format;
  gboolean dry_run, progress;
  TpOnDuplicate duplicate;
  TpOnFault fault;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_strfreev (self->maps);
  g_free (self->encoding);
  g_free (self->on_duplicate);
  g_free (self->on_error);
  g_free (self->rejects);
  g_free (self->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static int
word_of (const char *const *words, const char *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return -1;
}

/* Wrong use is told before any file is looked at. */
static TpCliStatus
parse_options (TpCli *cli, ImportOptions *options)
{
  static const char *const duplicates[] = { "skip", "update", "fail", NULL };
  static const TpOnDuplicate on_duplicate[] = { TP_DUPLICATE_SKIP, TP_DUPLICATE_UPDATE, TP_DUPLICATE_FAIL };
  static const char *const faults[] = { "reject", "fail", NULL };
  static const TpOnFault on_fault[] = { TP_FAULT_REJECT, TP_FAULT_FAIL };
  int i;

  i = options->on_duplicate != NULL ? word_of (duplicates, options->on_duplicate) : 0;
  if (i < 0)
    return tp_cli_usage (cli, _ ("--on-duplicate must be skip, update or fail"));
  options->duplicate = on_duplicate[i];
  i = options->on_error != NULL ? word_of (faults, options->on_error) : 0;
  if (i < 0)
    return tp_cli_usage (cli, _ ("--on-error must be reject or fail"));
  options->fault = on_fault[i];
  return TP_CLI_DONE;
}

/* COLUMN=FIELD; a heading may hold "=", a field's name does not. */
static TpCliStatus
map_columns (TpCli *cli, ImportOptions *options, TpImportPlan *plan)
{
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      char *equals = strrchr (options->maps[i], '=');
      g_autoptr (GError) error = NULL;

      if (equals == NULL)
        return tp_cli_usage (cli, _ ("--map=%s has no “=”: write --map=COLUMN=FIELD"), options->maps[i]);
      *equals = '\0';
      if (!tp_import_plan_map (plan, options->maps[i], equals + 1, &error))
        return tp_cli_usage (cli, "%s", error->message);
    }
  return TP_CLI_DONE;
}

/* The import stands by then; a row that is in no file must at least be read above. */
static TpCliStatus
save_rejects (TpImportPlan *plan, GOutputStream *rejects, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean good = tp_import_plan_save_refused (plan, rejects, NULL, &error);

  if (!tp_cli_close (rejects, path, good, &error))
    {
      tp_cli_say (_ ("the rows were imported, but the rejected ones could not be saved"));
      return tp_cli_fail (error);
    }
  return TP_CLI_DONE;
}

static void
say_refused (TpImportPlan *plan)
{
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_REFUSED);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TpImportRow) row = g_list_model_get_item (rows, i);
      const char *column = tp_import_row_get_column (row);

      if (column != NULL && *column != '\0')
        tp_cli_say (_ ("line %d, %s: %s"), (int) tp_import_row_get_line (row), column,
                    tp_import_row_get_reason (row));
      else
        tp_cli_say (_ ("line %d: %s"), (int) tp_import_row_get_line (row), tp_import_row_get_reason (row));
    }
}

/* The window shows the encoding beside the rows; here it is said where it is a guess. */
static void
say_doubt (TpImportPlan *plan)
{
  guint line = tp_import_plan_get_doubt_line (plan);

  if (line > 0)
    /* Translators: a file's name, an encoding, a line's number */
    tp_cli_say (_ ("“%1$s” was read as %2$s, which is a guess: look at line %3$u, and where its letters are wrong, "
                   "undo and give --encoding=NAME"),
                tp_import_plan_get_name (plan), tp_import_plan_get_encoding (plan), line);
}

/* What is there already stays as it is unless asked otherwise: whoever did not ask is told
 * which rows, and how. */
static void
say_skipped (ImportOptions *options, TpImportPlan *plan)
{
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_SKIPPED);
  TpImportCounts counts;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TpImportRow) row = g_list_model_get_item (rows, i);
      const char *why = tp_import_row_get_changes (row);

      if (why != NULL)
        tp_cli_say (_ ("line %d: %s"), (int) tp_import_row_get_line (row), why);
      else if (options->on_duplicate == NULL)
        tp_cli_say (_ ("line %d: is there already; --on-duplicate=update changes it"),
                    (int) tp_import_row_get_line (row));
    }
  tp_import_plan_get_counts (plan, &counts);
  if (options->on_duplicate == NULL && counts.skipped > (gint64) g_list_model_get_n_items (rows))
    tp_cli_say (_ ("and so on; all that are there already are counted as skipped"));
}

/* What a dry run is for: which fields would change, from what to what. */
static void
say_updated (TpImportPlan *plan)
{
  g_autoptr (GListModel) rows = tp_import_plan_get_rows (plan, TP_ROW_UPDATED);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TpImportRow) row = g_list_model_get_item (rows, i);

      /* Translators: a line's number, and the fields that change */
      tp_cli_say (_ ("line %d would change %s"), (int) tp_import_row_get_line (row),
                  tp_import_row_get_changes (row));
    }
}

/* Each row that was left out, and the contract's closing line, which is the same in
 * every language. */
static TpCliStatus
report (ImportOptions *options, TpImportPlan *plan, GOutputStream *rejects)
{
  TpCliStatus status = TP_CLI_DONE;
  g_autofree char *line = NULL;
  TpImportCounts counts;

  tp_import_plan_get_counts (plan, &counts);
  say_doubt (plan);
  say_refused (plan);
  say_skipped (options, plan);
  if (options->dry_run)
    say_updated (plan);
  if (rejects != NULL && counts.rejected > 0)
    status = save_rejects (plan, rejects, options->rejects);
  else if (rejects != NULL)
    tp_cli_close (rejects, options->rejects, FALSE, NULL);
  line = g_strdup_printf ("read %" G_GINT64_FORMAT ", added %" G_GINT64_FORMAT ", updated %" G_GINT64_FORMAT
                          ", skipped %" G_GINT64_FORMAT ", rejected %" G_GINT64_FORMAT "\n",
                          counts.read, counts.added, counts.updated, counts.skipped, counts.rejected);
  tp_cli_print (line);
  return counts.rejected > 0 ? TP_CLI_REFUSED : status;
}

/* On the thread that works; a terminal's line is written over each time. */
static void
show_progress (goffset done, goffset size, gpointer data)
{
  if (size > 0)
    fprintf (stderr, isatty (STDERR_FILENO) ? "\r%3d %%" : "%3d %%\n", (int) (done * 100 / size));
}

static gboolean
is_table (const char *path)
{
  static const char *const endings[] = { "csv", "tsv", "txt", NULL };
  const char *dot = strrchr (path, '.');
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return ending != NULL && g_strv_contains (endings, ending);
}

static TpCliStatus
import_file (TpCli *cli, ImportOptions *options, TpKind kind, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GOutputStream) rejects = NULL;
  g_autoptr (TpImportPlan) plan = tp_import_plan_new (file);
  g_autoptr (GError) error = NULL;
  TpCliStatus status;
  gboolean good;

  tp_import_plan_set_kind (plan, kind);
  if (options->encoding != NULL)
    tp_import_plan_set_encoding (plan, options->encoding);
  tp_import_plan_set_on_duplicate (plan, options->duplicate);
  tp_import_plan_set_on_fault (plan, options->fault);
  if (!tp_import_plan_open (plan, &error))
    return tp_cli_fail (error);
  status = map_columns (cli, options, plan);
  if (status != TP_CLI_DONE)
    return status;
  /* Before anything is changed: a place that cannot be written is found out now */
  if (options->rejects != NULL)
    {
      rejects = tp_cli_output (cli, options->rejects, path, &error);
      if (rejects == NULL)
        return tp_cli_fail (error);
    }
  if (options->progress || isatty (STDERR_FILENO))
    tp_import_plan_set_progress (plan, show_progress, NULL);
  if (options->dry_run)
    good = tp_workspace_read_sync (cli->workspace, tp_import_plan_check, plan, &error) != NULL;
  else
    good = tp_workspace_change_sync (cli->workspace, tp_import_verb (kind), tp_import_plan_run, plan, NULL, &error);
  if (isatty (STDERR_FILENO))
    fputs ("\r      \r", stderr);
  if (!good)
    {
      if (rejects != NULL)
        tp_cli_close (rejects, options->rejects, FALSE, NULL);
      return tp_cli_fail (error);
    }
  return report (options, plan, rejects);
}

static gboolean
can_import (TpKind kind)
{
  guint n;
  const TpKind *kinds = tp_import_kinds (&n);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

TpCliStatus
tp_cli_import_records (TpCli *cli, int argc, char **argv)
{
  g_auto (ImportOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps, N_ ("Read a column as a field; can be given several times"), N_ ("COLUMN=FIELD") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, N_ ("The file’s encoding, such as GB18030; guessed where left out"), N_ ("NAME") },
    { "on-duplicate", 0, 0, G_OPTION_ARG_STRING, &options.on_duplicate, N_ ("“skip”, “update” or “fail” where a record is there already"), N_ ("WHAT") },
    { "on-error", 0, 0, G_OPTION_ARG_STRING, &options.on_error, N_ ("“reject” rows with faults, or “fail” as a whole"), N_ ("WHAT") },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects, N_ ("Write the rejected rows there, with the reasons"), N_ ("FILE.csv") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Change nothing; say what would happen"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &options.progress, N_ ("Say how far it is, also where messages go to a file"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("“csv”, for standard input"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TpCliStatus status;
  TpKind kind;

  if (!tp_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return TP_CLI_USAGE;
  kind = tp_cli_records (cli, argv[1]);
  if (kind == TP_KIND_NONE)
    return TP_CLI_USAGE;
  if (!can_import (kind))
    return tp_cli_usage (cli, _ ("what can be imported: %s, and a whole workspace"),
                         "exporters, products, enrolments, listings, benefits, sales");
  if (options.format != NULL ? strcmp (options.format, "csv") != 0
                             : strcmp (argv[2], "-") != 0 && !is_table (argv[2]))
    return tp_cli_usage (cli, _ ("records are imported from CSV: save the spreadsheet as CSV first"));
  status = parse_options (cli, &options);
  if (status != TP_CLI_DONE)
    return status;
  if (tp_cli_open (cli, !options.dry_run) == NULL)
    return TP_CLI_REFUSED;
  file = tp_cli_input (argv[2], &error);
  if (file == NULL)
    return tp_cli_fail (error);
  status = import_file (cli, &options, kind, file);
  tp_cli_input_done (file);
  return status;
}
