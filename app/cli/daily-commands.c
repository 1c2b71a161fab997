/* daily-commands.c: advance, post, reverse: the daily acts.
 *
 * Each runs the use case that a click in the window runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advance-exporter.h"
#include "commands.h"
#include "error.h"
#include "field-text.h"
#include "money.h"
#include "post-entry.h"
#include "reverse-entry.h"

#include <glib/gi18n-lib.h>

/* A value as the record's own field reads it: words in any usual form, provinces, days. */
static gboolean
read_value (TpKind kind, const char *field, const char *text, TpRecord **probe)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);
  g_autoptr (GError) error = NULL;

  if (text != NULL && !tp_field_from_text (tp_kind_field (kind, field), record, text, &error))
    {
      tp_cli_fail (error);
      return FALSE;
    }
  *probe = g_steal_pointer (&record);
  return TRUE;
}

TpCliStatus
tp_cli_advance (TpCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, where the rules ask for it"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (TpRecord) probe = NULL;
  g_autoptr (TpRecord) exporter = NULL;
  g_autoptr (TpAdvance) advance = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *stage;

  if (!tp_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return TP_CLI_USAGE;
  if (!read_value (TP_KIND_EXPORTER, "stage", argv[2], &probe))
    return TP_CLI_USAGE;
  stage = tp_record_get_text (probe, "stage");
  if (stage == NULL)
    return tp_cli_usage (cli, _ ("a stage is missing"));
  if (tp_cli_open (cli, TRUE) == NULL)
    return TP_CLI_REFUSED;
  exporter = tp_cli_find (cli, TP_KIND_EXPORTER, argv[1]);
  if (exporter == NULL)
    return TP_CLI_REFUSED;
  advance = tp_advance_new (tp_record_get_id (exporter), (TpStage) tp_word_index (tp_words_stage, stage), reason);
  if (!tp_workspace_change_sync (cli->workspace, "advance-exporter", tp_advance_run, advance, NULL, &error))
    {
      TpCliStatus status = tp_cli_fail (error);

      if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_REASON))
        tp_cli_say (_ ("give the reason with --reason=TEXT"));
      return status;
    }
  text = g_strdup_printf ("%s %s\n", tp_record_get_key (exporter), stage);
  tp_cli_print (text);
  return TP_CLI_DONE;
}

/* The options of post, as they are given. */
typedef struct
{
  char *currency, *date, *purpose, *programme, *exporter, *organisation, *province, *narrative;
  gboolean confirm_overrun;
} PostOptions;

static void
post_options_clear (PostOptions *self)
{
  g_free (self->currency);
  g_free (self->date);
  g_free (self->purpose);
  g_free (self->programme);
  g_free (self->exporter);
  g_free (self->organisation);
  g_free (self->province);
  g_free (self->narrative);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PostOptions, post_options_clear)

static gboolean
take_word (TpKind kind, const char *field, const char *text, char **word)
{
  g_autoptr (TpRecord) probe = NULL;

  if (!read_value (kind, field, text, &probe))
    return FALSE;
  g_set_str (word, tp_record_get_text (probe, field));
  return TRUE;
}

/* Fills the posting from the command line; a message was written where it cannot be. */
static gboolean
fill_posting (TpCli *cli, PostOptions *options, char **argv, TpPosting *posting)
{
  g_autoptr (TpRecord) fund = tp_cli_find (cli, TP_KIND_FUND, argv[1]);
  g_autoptr (GError) error = NULL;
  const char *currency;

  if (fund == NULL)
    return FALSE;
  currency = options->currency != NULL ? options->currency : tp_record_get_text (fund, "currency");
  posting->fund = tp_record_get_id (fund);
  posting->confirm_overrun = options->confirm_overrun;
  g_set_str (&posting->currency, options->currency);
  g_set_str (&posting->narrative, options->narrative);
  if (options->date != NULL && !tp_day_parse (options->date, &posting->date, &error))
    {
      tp_cli_fail (error);
      return FALSE;
    }
  if (!tp_money_parse (argv[3], currency, &posting->amount, &error))
    {
      tp_cli_fail (error);
      return FALSE;
    }
  return take_word (TP_KIND_ENTRY, "type", argv[2], &posting->type)
         && take_word (TP_KIND_ENTRY, "purpose", options->purpose, &posting->purpose)
         && take_word (TP_KIND_ENTRY, "province", options->province, &posting->province)
         && tp_cli_find_id (cli, TP_KIND_PROGRAMME, options->programme, &posting->programme)
         && tp_cli_find_id (cli, TP_KIND_EXPORTER, options->exporter, &posting->exporter)
         && tp_cli_find_id (cli, TP_KIND_ORGANISATION, options->organisation, &posting->organisation);
}

/* The reference of what was posted is the result. */
static void
print_entry (TpCli *cli, gint64 id)
{
  g_autoptr (TpRecord) entry = tp_workspace_get (cli->workspace, TP_KIND_ENTRY, id);

  if (entry == NULL)
    return;
  tp_cli_print (tp_record_get_key (entry));
  tp_cli_print ("\n");
}

static TpCliStatus
fail_posting (const GError *error)
{
  TpCliStatus status = tp_cli_fail (error);

  if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION))
    tp_cli_say (_ ("if it is meant, confirm it with --confirm-overrun"));
  return status;
}

TpCliStatus
tp_cli_post (TpCli *cli, int argc, char **argv)
{
  g_auto (PostOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The day it counts from; today where left out"), N_ ("DATE") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.currency, N_ ("The amount’s currency; the fund’s where left out"), N_ ("CODE") },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("What for, a word of the list"), N_ ("WORD") },
    { "programme", 0, 0, G_OPTION_ARG_STRING, &options.programme, N_ ("Under which programme"), N_ ("KEY") },
    { "exporter", 0, 0, G_OPTION_ARG_STRING, &options.exporter, N_ ("To which exporter"), N_ ("KEY") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_ ("By or to which organisation"), N_ ("KEY") },
    { "province", 0, 0, G_OPTION_ARG_STRING, &options.province, N_ ("In which province"), N_ ("NAME") },
    { "narrative", 0, 0, G_OPTION_ARG_STRING, &options.narrative, N_ ("A line of text"), N_ ("TEXT") },
    { "confirm-overrun", 0, 0, G_OPTION_ARG_NONE, &options.confirm_overrun, N_ ("Post it although it overruns; it stays flagged"), NULL },
    G_OPTION_ENTRY_NULL
  };
  TpPosting *posting;
  g_autoptr (GError) error = NULL;
  TpCliStatus status = TP_CLI_REFUSED;

  if (!tp_cli_parse (cli, entries, 3, 3, &argc, &argv))
    return TP_CLI_USAGE;
  if (tp_cli_open (cli, TRUE) == NULL)
    return TP_CLI_REFUSED;
  posting = tp_posting_new ();
  if (fill_posting (cli, &options, argv, posting))
    {
      if (tp_workspace_change_sync (cli->workspace, "post-entry", tp_post_entry_run, posting, NULL, &error))
        {
          print_entry (cli, posting->entry);
          status = TP_CLI_DONE;
        }
      else
        status = fail_posting (error);
    }
  tp_posting_free (posting);
  return status;
}

TpCliStatus
tp_cli_reverse (TpCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  gboolean confirm = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why the entry is taken back"), N_ ("TEXT") },
    { "confirm-overrun", 0, 0, G_OPTION_ARG_NONE, &confirm, N_ ("Post it although it overruns; it stays flagged"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (TpRecord) entry = NULL;
  g_autoptr (GError) error = NULL;
  TpReversal *reversal;
  TpCliStatus status = TP_CLI_DONE;

  if (!tp_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return TP_CLI_USAGE;
  if (reason == NULL)
    return tp_cli_usage (cli, _ ("a reversal needs its reason: --reason=TEXT"));
  if (tp_cli_open (cli, TRUE) == NULL)
    return TP_CLI_REFUSED;
  entry = tp_cli_find (cli, TP_KIND_ENTRY, argv[1]);
  if (entry == NULL)
    return TP_CLI_REFUSED;
  reversal = tp_reversal_new (tp_record_get_id (entry), reason, confirm);
  if (tp_workspace_change_sync (cli->workspace, "reverse-entry", tp_reverse_entry_run, reversal, NULL, &error))
    print_entry (cli, reversal->reversal);
  else
    status = fail_posting (error);
  tp_reversal_free (reversal);
  return status;
}
