/* reverse-entry.c: taking a ledger entry back by its reversal.
 *
 * A reversal is an entry like the one it reverses, with the same amount, that counts
 * against it. It bears the day on which it is posted: what was known before stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reverse-entry.h"

#include "error.h"
#include "fund-figures.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_reversal_new:
 * @entry: id of the entry
 * @reason: (nullable): why it is taken back
 * @confirm_overrun: figures may turn negative by it
 *
 * Returns: (transfer full): what tp_reverse_entry_run() takes
 */
TpReversal *
tp_reversal_new (gint64 entry, const char *reason, gboolean confirm_overrun)
{
  TpReversal *self = g_new0 (TpReversal, 1);

  self->entry = entry;
  self->reason = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  self->confirm_overrun = confirm_overrun;
  return self;
}

/**
 * tp_reversal_free:
 * @reversal: (transfer full) (nullable): a #TpReversal
 */
void
tp_reversal_free (gpointer reversal)
{
  TpReversal *self = reversal;

  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

/**
 * tp_entry_reversal:
 * @reader: a reader
 * @entry: a ledger entry
 *
 * Returns: (transfer full) (nullable): the entry that reverses it
 */
TpRecord *
tp_entry_reversal (TpReader *reader, TpRecord *entry)
{
  g_autoptr (GPtrArray) reversals
      = tp_reader_children (reader, TP_KIND_ENTRY, "reverses", tp_record_get_id (entry));

  return reversals->len > 0 ? g_object_ref (g_ptr_array_index (reversals, 0)) : NULL;
}

static gboolean
check_entry (TpReader *reader, TpReversal *self, TpRecord *entry, GError **error)
{
  g_autoptr (TpRecord) former = NULL;

  if (entry == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   _ ("There is no such ledger entry: choose one of the fund's list. Nothing was reversed."));
      return FALSE;
    }
  if (tp_record_is_set (entry, "reverses"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("%s is a reversal, and a reversal is not reversed: post the entry again. "
                      "Nothing was reversed."),
                   tp_record_get_text (entry, "reference"));
      return FALSE;
    }
  former = tp_entry_reversal (reader, entry);
  if (former != NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   /* Translators: two references of ledger entries */
                   _ ("%s was reversed already, by %s: an entry is reversed once. Nothing was reversed."),
                   tp_record_get_text (entry, "reference"), tp_record_get_text (former, "reference"));
      return FALSE;
    }
  if (!tp_text_has_words (self->reason))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_REASON,
                   _ ("Say why %s is taken back: a reversal keeps its reason. Nothing was reversed."),
                   tp_record_get_text (entry, "reference"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_figures (TpReader *reader, TpReversal *self, TpRecord *entry, TpDay date, gboolean *strained,
               GError **error)
{
  TpFundFigures worst;
  g_autofree char *strain = NULL;

  if (!tp_fund_figures_worst (reader, tp_record_get_number (entry, "fund"),
                              tp_word_index (tp_words_entry_type, tp_record_get_text (entry, "type")),
                              -tp_record_get_number (entry, "amount"), date, &worst, strained, error))
    return FALSE;
  if (!*strained || self->confirm_overrun)
    return TRUE;
  strain = tp_fund_figures_strain (&worst, tp_record_get_text (entry, "currency"), tp_money_format_exact);
  g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION,
               /* Translators: %s is a whole sentence with figures */
               _ ("%s Confirm the overrun to reverse the entry all the same: the reversal stays "
                  "flagged. Nothing was reversed."),
               strain);
  return FALSE;
}

/**
 * tp_reverse_pledge:
 * @change: a change
 * @reversal: which entry, a commitment's pledge included
 * @error: return location
 *
 * Reverses as tp_reverse_entry_run(), but lets through the pledge of a fund that
 * belongs to a commitment: for the use case that saves the commitment's capital.
 *
 * Returns: whether it was reversed; see tp_reverse_entry_run()
 */
gboolean
tp_reverse_pledge (TpChange *change, TpReversal *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) entry = tp_reader_get (reader, TP_KIND_ENTRY, self->entry);
  g_autoptr (TpRecord) fund = NULL;
  g_autoptr (TpRecord) answer = NULL;
  gboolean strained;
  TpDay date;

  if (!check_entry (reader, self, entry, error))
    return FALSE;
  /* An entry of a later day, as an imported file may hold, is taken back on its own. */
  date = MAX (tp_change_today (change), tp_record_get_day (entry, "date"));
  if (!check_figures (reader, self, entry, date, &strained, error))
    return FALSE;

  answer = tp_record_edit (entry);
  tp_record_set_id (answer, 0);
  tp_record_clear (answer, "reference");
  tp_record_clear (answer, "overrun");
  tp_record_set_day (answer, "date", date);
  tp_record_set_number (answer, "reverses", self->entry);
  tp_record_set_text (answer, "reason", self->reason);
  if (strained)
    tp_record_set_number (answer, "overrun", TRUE);
  tp_record_set_text (answer, "author", tp_change_author (change));
  tp_record_set_number (answer, "posted", tp_change_time (change));
  if (!tp_change_insert (change, answer, error))
    return FALSE;
  self->reversal = tp_record_get_id (answer);
  fund = tp_reader_get (reader, TP_KIND_FUND, tp_record_get_number (entry, "fund"));
  tp_change_set_subject (change, fund != NULL ? tp_record_get_title (fund) : NULL);
  return TRUE;
}

/**
 * tp_reverse_entry_run:
 * @change: a change
 * @reversal: a #TpReversal
 * @error: return location
 *
 * Reverses an entry (a #TpChangeFunc), as of today.
 *
 * Returns: whether it was reversed; %TP_ERROR_NEEDS_REASON without a reason,
 *   %TP_ERROR_REFUSED for a reversal, an entry that is reversed already and a
 *   commitment's pledge, %TP_ERROR_NEEDS_CONFIRMATION where a figure turns negative
 *   by it
 */
gboolean
tp_reverse_entry_run (TpChange *change, gpointer reversal, GError **error)
{
  TpReversal *self = reversal;
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) entry = tp_reader_get (reader, TP_KIND_ENTRY, self->entry);
  g_autoptr (TpRecord) fund = NULL;

  if (entry != NULL)
    fund = tp_reader_get (reader, TP_KIND_FUND, tp_record_get_number (entry, "fund"));
  if (fund != NULL && !tp_record_is_set (entry, "reverses")
      && tp_record_has_word (entry, "type", tp_words_entry_type[TP_ENTRY_PLEDGE].token)
      && tp_record_is_set (fund, "commitment"))
    {
      g_autoptr (TpRecord) commitment
          = tp_reader_get (reader, TP_KIND_COMMITMENT, tp_record_get_number (fund, "commitment"));

      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("What is pledged to “%s” comes from its commitment: change the capital of “%s”, "
                      "and the ledger follows. Nothing was reversed."),
                   tp_record_get_title (fund),
                   commitment != NULL ? tp_record_get_title (commitment) : "");
      return FALSE;
    }
  return tp_reverse_pledge (change, self, error);
}
