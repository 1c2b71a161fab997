/* edit-commitment-pledge.c: the pledge that follows from a promise's capital.
 *
 * What is pledged comes only from the ledger, so the ledger follows the promise: the
 * new pledge is posted before the former is reversed, and what is allocated is never
 * without cover in between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-commitment-private.h"

#include "post-entry.h"
#include "reverse-entry.h"
#include "short-name.h"

#include <glib/gi18n-lib.h>

/* The pledges in a fund's ledger that were not reversed. */
static void
add_standing (TpReader *reader, gint64 fund, GPtrArray *pledges)
{
  g_autoptr (GPtrArray) entries = tp_reader_children (reader, TP_KIND_ENTRY, "fund", fund);

  for (guint i = 0; i < entries->len; i++)
    {
      TpRecord *entry = g_ptr_array_index (entries, i);
      g_autoptr (TpRecord) reversal = NULL;

      if (g_strcmp0 (tp_record_get_text (entry, "type"), "pledge") != 0 || tp_record_is_set (entry, "reverses"))
        continue;
      reversal = tp_entry_reversal (reader, entry);
      if (reversal == NULL)
        g_ptr_array_add (pledges, g_object_ref (entry));
    }
}

/* Whether the standing pledges are the capital already. */
static gboolean
stands (GPtrArray *pledges, gboolean stated, gint64 capital, const char *currency)
{
  gint64 sum = 0;

  for (guint i = 0; i < pledges->len; i++)
    {
      TpRecord *pledge = g_ptr_array_index (pledges, i);

      if (g_strcmp0 (tp_record_get_text (pledge, "currency"), currency) != 0
          || __builtin_add_overflow (sum, tp_record_get_number (pledge, "amount"), &sum))
        return FALSE;
    }
  return stated ? pledges->len > 0 && sum == capital : pledges->len == 0;
}

static gint64
make_fund (TpChange *change, TpCommitmentEdit *self, const char *currency, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) fund = tp_record_new (TP_KIND_FUND);
  g_autofree char *key = tp_short_name_make (reader, TP_KIND_FUND,
                                             tp_record_get_text (self->commitment, "key"));

  tp_record_set_text (fund, "key", key);
  tp_record_set_text (fund, "title", tp_record_get_text (self->commitment, "title"));
  tp_record_set_text (fund, "title_local", tp_record_get_text (self->commitment, "title_local"));
  tp_record_set_number (fund, "commitment", self->id);
  tp_record_set_text (fund, "currency", currency);
  return tp_change_insert (change, fund, error) ? tp_record_get_id (fund) : 0;
}

static gint64
find_fund (GPtrArray *funds, const char *currency)
{
  for (guint i = 0; i < funds->len; i++)
    if (g_strcmp0 (tp_record_get_text (g_ptr_array_index (funds, i), "currency"), currency) == 0)
      return tp_record_get_id (g_ptr_array_index (funds, i));
  return 0;
}

static gint64
maker_of (TpReader *reader, gint64 commitment)
{
  g_autoptr (GPtrArray) roles = tp_reader_children (reader, TP_KIND_COMMITMENT_ROLE, "commitment", commitment);

  for (guint i = 0; i < roles->len; i++)
    if (g_strcmp0 (tp_record_get_text (g_ptr_array_index (roles, i), "role"), "maker") == 0)
      return tp_record_get_number (g_ptr_array_index (roles, i), "organisation");
  return 0;
}

/* A first pledge counts from the announcement; a revision from the day it is made. */
static TpDay
date_of (TpChange *change, TpCommitmentEdit *self, gboolean first)
{
  TpDay today = tp_change_today (change), announced = tp_record_get_day (self->commitment, "announced");

  if (!first)
    return today;
  if (announced != TP_DAY_NONE && announced <= today)
    return announced;
  return self->date != TP_DAY_NONE ? MIN (self->date, today) : today;
}

static gboolean
post (TpChange *change, TpCommitmentEdit *self, gint64 fund, gint64 capital, gboolean first, GError **error)
{
  TpPosting *posting = tp_posting_new ();
  gboolean ok;

  posting->fund = fund;
  g_set_str (&posting->type, "pledge");
  posting->amount = capital;
  posting->date = date_of (change, self, first);
  posting->organisation = maker_of (tp_change_reader (change), self->id);
  g_set_str (&posting->narrative, first ? _ ("Announced capital") : _ ("Revised capital"));
  posting->confirm_overrun = self->confirm_overrun;
  ok = tp_post_pledge (change, posting, error);
  tp_posting_free (posting);
  return ok;
}

static gboolean
reverse_all (TpChange *change, TpCommitmentEdit *self, GPtrArray *pledges, GError **error)
{
  for (guint i = 0; i < pledges->len; i++)
    {
      TpReversal *reversal = tp_reversal_new (tp_record_get_id (g_ptr_array_index (pledges, i)),
                                              _ ("The promise was revised"), self->confirm_overrun);
      gboolean ok = tp_reverse_pledge (change, reversal, error);

      tp_reversal_free (reversal);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/**
 * tp_edit_commitment_pledge:
 * @change: a change
 * @self: an edit whose commitment was saved
 * @error: return location
 *
 * Returns: whether the ledger says what the promise says;
 *   %TP_ERROR_NEEDS_CONFIRMATION where more is allocated than the new capital
 */
gboolean
tp_edit_commitment_pledge (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  gboolean stated = tp_record_is_set (self->commitment, "capital");
  gint64 capital = tp_record_get_number_or (self->commitment, "capital", 0);
  const char *currency = tp_record_get_text (self->commitment, "currency");
  g_autoptr (GPtrArray) funds = tp_reader_children (reader, TP_KIND_FUND, "commitment", self->id);
  g_autoptr (GPtrArray) pledges = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 fund;

  for (guint i = 0; i < funds->len; i++)
    add_standing (reader, tp_record_get_id (g_ptr_array_index (funds, i)), pledges);
  if (stands (pledges, stated, capital, currency))
    return TRUE;
  if (stated)
    {
      fund = find_fund (funds, currency);
      if (fund == 0)
        fund = make_fund (change, self, currency, error);
      if (fund == 0 || !post (change, self, fund, capital, pledges->len == 0, error))
        return FALSE;
    }
  return reverse_all (change, self, pledges, error);
}
