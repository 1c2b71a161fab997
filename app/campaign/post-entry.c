/* post-entry.c: posting to a fund's ledger.
 *
 * What is posted is never edited or deleted: it is reversed. The rules are those of
 * the ledger: an amount above zero in the fund's currency, a day that has come, no
 * more money back than went out, and an overrun only where it is confirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "post-entry.h"

#include "error.h"
#include "exporter-match.h"
#include "field-text.h"
#include "fund-figures.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

/**
 * tp_posting_new:
 *
 * Returns: (transfer full): an empty posting, of today
 */
TpPosting *
tp_posting_new (void)
{
  TpPosting *self = g_new0 (TpPosting, 1);

  self->date = TP_DAY_NONE;
  return self;
}

/**
 * tp_posting_free:
 * @posting: (transfer full) (nullable): a #TpPosting
 */
void
tp_posting_free (gpointer posting)
{
  TpPosting *self = posting;

  if (self == NULL)
    return;
  g_free (self->type);
  g_free (self->currency);
  g_free (self->purpose);
  g_free (self->exporter_text);
  g_free (self->province);
  g_free (self->narrative);
  g_free (self);
}

static TpRecord *
find_fund (TpReader *reader, gint64 id, GError **error)
{
  TpRecord *fund = tp_reader_get (reader, TP_KIND_FUND, id);

  if (fund == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("There is no such fund: choose one, or make it first. Nothing was posted."));
  return fund;
}

static gboolean
check_amount (TpPosting *self, TpRecord *fund, GError **error)
{
  const char *currency = tp_record_get_text (fund, "currency");

  if (self->currency != NULL && g_strcmp0 (self->currency, currency) != 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The amount is in %s, but “%s” is kept in %s: enter the amount in %s. "
                      "Nothing was posted."),
                   self->currency, tp_record_get_title (fund), currency, currency);
      return FALSE;
    }
  if (self->amount <= 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("An entry needs an amount above zero: money that came back is posted as a "
                      "refund, and a wrong entry is reversed. Nothing was posted."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_date (TpPosting *self, TpDay today, GError **error)
{
  g_autofree char *date = NULL;

  if (self->date == TP_DAY_NONE)
    self->date = today;
  if (self->date <= today)
    return TRUE;
  date = tp_day_format (self->date, TP_PRECISION_DAY);
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
               /* Translators: %s is a date */
               _ ("%s has not come yet: an entry is posted on its day or later. Nothing was posted."),
               date);
  return FALSE;
}

/* No more can come back than went out, whatever is confirmed. */
static gboolean
check_refund (const TpFundFigures *worst, gint64 amount, const char *currency, GError **error)
{
  gint64 delivered;
  g_autofree char *refund = NULL;
  g_autofree char *out = NULL;

  if (worst->delivered >= 0)
    return TRUE;
  if (!tp_money_add (worst->delivered, amount, &delivered, error))
    return FALSE;
  refund = tp_money_format_exact (amount, currency);
  out = tp_money_format_exact (MAX (delivered, 0), currency);
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               _ ("%s cannot come back: only %s was delivered by then. Check the amount and the date. "
                  "Nothing was posted."),
               refund, out);
  return FALSE;
}

/* What the fund stands at with the entry: refused, to be confirmed, or fine. */
static gboolean
check_figures (TpReader *reader, TpPosting *self, int type, const char *currency, gboolean *overrun,
               GError **error)
{
  TpFundFigures worst;
  g_autofree char *strain = NULL;

  if (!tp_fund_figures_worst (reader, self->fund, type, self->amount, self->date, &worst, overrun,
                              error))
    return FALSE;
  if (type == TP_ENTRY_REFUND)
    {
      *overrun = FALSE;
      return check_refund (&worst, self->amount, currency, error);
    }
  if (!*overrun || self->confirm_overrun)
    return TRUE;
  strain = tp_fund_figures_strain (&worst, currency, tp_money_format_exact);
  g_set_error (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION,
               /* Translators: %s is a whole sentence with figures */
               _ ("%s Confirm the overrun to post it all the same: the entry stays flagged. "
                  "Nothing was posted."),
               strain);
  return FALSE;
}

static void
set_ref (TpRecord *entry, const char *field, gint64 id)
{
  if (id != 0)
    tp_record_set_number (entry, field, id);
}

static gboolean
insert_entry (TpChange *change, TpPosting *self, const char *currency, gboolean overrun,
              GError **error)
{
  g_autoptr (TpRecord) entry = tp_record_new (TP_KIND_ENTRY);

  tp_record_set_number (entry, "fund", self->fund);
  tp_record_set_text (entry, "type", self->type);
  tp_record_set_day (entry, "date", self->date);
  tp_record_set_number (entry, "amount", self->amount);
  tp_record_set_text (entry, "currency", currency);
  tp_record_set_text (entry, "purpose", self->purpose);
  set_ref (entry, "programme", self->programme);
  set_ref (entry, "exporter", self->exporter);
  set_ref (entry, "organisation", self->organisation);
  tp_record_set_text (entry, "province", self->province);
  tp_record_set_text (entry, "narrative", self->narrative);
  if (overrun)
    tp_record_set_number (entry, "overrun", TRUE);
  tp_record_set_text (entry, "author", tp_change_author (change));
  tp_record_set_number (entry, "posted", tp_change_time (change));
  if (!tp_record_validate (entry, error) || !tp_change_insert (change, entry, error))
    return FALSE;
  self->entry = tp_record_get_id (entry);
  return TRUE;
}

/* Looked up where all is read, not while somebody types. */
static gboolean
find_exporter (TpReader *reader, TpPosting *self, GError **error)
{
  g_autoptr (TpRecord) exporter = NULL;

  if (self->exporter != 0 || self->exporter_text == NULL)
    return TRUE;
  exporter = tp_exporter_find_text (reader, self->exporter_text, error);
  if (exporter != NULL)
    self->exporter = tp_record_get_id (exporter);
  return exporter != NULL;
}

/* What is posted must refer to what there is, and to nothing else. */
static gboolean
check_refs (TpReader *reader, TpPosting *self, GError **error)
{
  const struct
  {
    TpKind kind;
    gint64 id;
  } refs[] = {
    { TP_KIND_PROGRAMME, self->programme },
    { TP_KIND_EXPORTER, self->exporter },
    { TP_KIND_ORGANISATION, self->organisation },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      g_autoptr (TpRecord) record = refs[i].id != 0 ? tp_reader_get (reader, refs[i].kind, refs[i].id)
                                                    : NULL;

      if (refs[i].id == 0 || record != NULL)
        continue;
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   /* Translators: %s is what kind of record: "Programme" */
                   _ ("%s: there is no such record. Choose another, or none. Nothing was posted."),
                   tp_kind_title (refs[i].kind));
      return FALSE;
    }
  return TRUE;
}

/* Everything that can be said before posting; @fund is returned for what follows. */
static TpRecord *
check_posting (TpReader *reader, TpPosting *self, TpDay today, gboolean *overrun, GError **error)
{
  g_autoptr (TpRecord) fund = find_fund (reader, self->fund, error);
  int type = self->type != NULL ? tp_word_index (tp_words_entry_type, self->type) : -1;

  if (fund == NULL)
    return NULL;
  if (type < 0)
    {
      g_autofree char *list = tp_words_list (tp_words_entry_type);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("What kind of entry it is must be one of %s. Nothing was posted."), list);
      return NULL;
    }
  if (!check_amount (self, fund, error) || !check_date (self, today, error)
      || !find_exporter (reader, self, error) || !check_refs (reader, self, error)
      || !check_figures (reader, self, type, tp_record_get_text (fund, "currency"), overrun, error))
    return NULL;
  return g_steal_pointer (&fund);
}

/* A commitment's pledge is not posted by hand. */
static gboolean
check_by_hand (TpReader *reader, TpPosting *self, GError **error)
{
  g_autoptr (TpRecord) fund = find_fund (reader, self->fund, error);
  g_autoptr (TpRecord) commitment = NULL;

  if (fund == NULL)
    return FALSE;
  if (g_strcmp0 (self->type, tp_words_entry_type[TP_ENTRY_PLEDGE].token) != 0
      || !tp_record_is_set (fund, "commitment"))
    return TRUE;
  commitment = tp_reader_get (reader, TP_KIND_COMMITMENT, tp_record_get_number (fund, "commitment"));
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               _ ("What is pledged to “%s” comes from its commitment: change the capital of “%s”, "
                  "and the pledge is posted with it. Nothing was posted."),
               tp_record_get_title (fund), commitment != NULL ? tp_record_get_title (commitment) : "");
  return FALSE;
}

/**
 * tp_posting_preview_free:
 * @preview: (transfer full) (nullable): a #TpPostingPreview
 */
void
tp_posting_preview_free (gpointer preview)
{
  TpPostingPreview *self = preview;

  if (self == NULL)
    return;
  g_free (self->after);
  g_free (self->strain);
  g_free (self);
}

/**
 * tp_posting_read_preview:
 * @reader: a reader
 * @posting: a #TpPosting with `today`
 * @error: return location
 *
 * A #TpReadFunc: what posting would come to, by the same rules as posting itself.
 *
 * Returns: (transfer full) (nullable): a #TpPostingPreview; %NULL with the error that
 *   posting would give, an overrun apart, which the preview holds
 */
gpointer
tp_posting_read_preview (TpReader *reader, gpointer posting, GError **error)
{
  TpPosting asked = *(TpPosting *) posting;
  g_autoptr (TpRecord) fund = NULL;
  TpFundFigures figures, worst;
  TpPostingPreview *preview;
  const char *currency;
  gboolean overrun;
  int type;

  asked.confirm_overrun = TRUE;
  if (!check_by_hand (reader, &asked, error))
    return NULL;
  fund = check_posting (reader, &asked, asked.today, &overrun, error);
  if (fund == NULL)
    return NULL;
  type = tp_word_index (tp_words_entry_type, asked.type);
  currency = tp_record_get_text (fund, "currency");
  if (!tp_fund_figures_read (reader, asked.fund, asked.date, &figures, error)
      || !tp_fund_figures_post (&figures, type, asked.amount, error)
      || !tp_fund_figures_worst (reader, asked.fund, type, asked.amount, asked.date, &worst, &overrun,
                                 error))
    return NULL;
  preview = g_new0 (TpPostingPreview, 1);
  preview->after = tp_fund_figures_after (&figures, type, currency);
  if (overrun)
    preview->strain = tp_fund_figures_strain (&worst, currency, tp_money_format_compact);
  return preview;
}

/**
 * tp_post_pledge:
 * @change: a change
 * @posting: a posting to the ledger of a fund, a commitment's included
 * @error: return location
 *
 * Posts as tp_post_entry_run(), but lets through the pledge of a fund that belongs to
 * a commitment: for the use case that saves the commitment's capital, which is where
 * such pledges come from.
 *
 * Returns: whether it was posted; see tp_post_entry_run()
 */
gboolean
tp_post_pledge (TpChange *change, TpPosting *self, GError **error)
{
  gboolean overrun;
  g_autoptr (TpRecord) fund = check_posting (tp_change_reader (change), self, tp_change_today (change),
                                             &overrun, error);

  if (fund == NULL
      || !insert_entry (change, self, tp_record_get_text (fund, "currency"), overrun, error))
    return FALSE;
  tp_change_set_subject (change, tp_record_get_title (fund));
  return TRUE;
}

/**
 * tp_post_entry_run:
 * @change: a change
 * @posting: a #TpPosting
 * @error: return location
 *
 * Posts an entry (a #TpChangeFunc). Where it takes delivered past allocated, or
 * allocated past pledged, on its day or any later one, it needs
 * `confirm_overrun` and stays flagged.
 *
 * Returns: whether it was posted; %TP_ERROR_INVALID for a wrong amount, currency or
 *   date and for sums past 64 bits, %TP_ERROR_REFUSED for a refund of more than was
 *   delivered and for a pledge that only its commitment posts,
 *   %TP_ERROR_NEEDS_CONFIRMATION for an overrun, with its figures
 */
gboolean
tp_post_entry_run (TpChange *change, gpointer posting, GError **error)
{
  return check_by_hand (tp_change_reader (change), posting, error)
         && tp_post_pledge (change, posting, error);
}
