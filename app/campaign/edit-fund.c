/* edit-fund.c: a fund made or changed by hand.
 *
 * A commitment's fund comes with its capital; this is for money that no commitment
 * promised: a fair's budget, a ministry's subsidy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-fund.h"

#include "error.h"
#include "field-text.h"
#include "money.h"
#include "rebase.h"
#include "short-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_fund_edit_new:
 *
 * Returns: (transfer full): an empty one, that makes a fund
 */
TpFundEdit *
tp_fund_edit_new (void)
{
  return g_new0 (TpFundEdit, 1);
}

/**
 * tp_fund_edit_free:
 * @edit: (transfer full) (nullable): a #TpFundEdit
 */
void
tp_fund_edit_free (gpointer edit)
{
  TpFundEdit *self = edit;

  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->title);
  g_free (self->title_local);
  g_free (self->currency);
  g_clear_object (&self->base);
  g_free (self);
}

static gboolean
check_currency (TpFundEdit *self, GError **error)
{
  g_autofree char *normal = self->currency != NULL ? tp_currency_normalise (self->currency) : NULL;

  if (normal != NULL)
    g_set_str (&self->currency, normal);
  if (self->currency == NULL || !tp_currency_check (self->currency, error))
    {
      if (self->currency == NULL)
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                     _ ("A fund needs a currency: enter three letters of ISO 4217, such as CNY."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_entries (TpReader *reader, TpRecord *fund, TpRecord *former, GError **error)
{
  const char *kept = tp_record_get_text (former, "currency");
  const char *wanted = tp_record_get_text (fund, "currency");
  g_autoptr (GPtrArray) entries = NULL;

  if (g_strcmp0 (kept, wanted) == 0)
    return TRUE;
  entries = tp_reader_children (reader, TP_KIND_ENTRY, "fund", tp_record_get_id (former));
  if (entries->len == 0)
    return TRUE;
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               _ ("“%s” has entries in %s, so its currency stays: make another fund for %s. "
                  "Nothing was changed."),
               tp_record_get_title (former), kept, wanted);
  return FALSE;
}

/**
 * tp_edit_fund_run:
 * @change: a change
 * @edit: a #TpFundEdit
 * @error: return location
 *
 * Makes a fund, or changes its titles and, while it has no entries, its currency (a
 * #TpChangeFunc).
 *
 * Returns: whether it stands as asked; %TP_ERROR_INVALID without a title or with a
 *   wrong currency, %TP_ERROR_EXISTS where the key is taken, %TP_ERROR_REFUSED for
 *   another currency of a fund with entries, %TP_ERROR_CONFLICT where somebody else
 *   changed the same field meanwhile
 */
gboolean
tp_edit_fund_run (TpChange *change, gpointer edit, GError **error)
{
  TpFundEdit *self = edit;
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) former = NULL;
  g_autoptr (TpRecord) fund = NULL;
  gboolean done;

  if (self->id != 0)
    {
      former = tp_reader_get (reader, TP_KIND_FUND, self->id);
      if (former == NULL)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                       _ ("The fund is gone: another change removed it. Nothing was changed."));
          return FALSE;
        }
    }
  if (self->title == NULL || self->title[strspn (self->title, " \t")] == '\0')
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("A fund needs a title: enter what people call it."));
      return FALSE;
    }
  if (!check_currency (self, error))
    return FALSE;

  fund = former == NULL ? tp_record_new (TP_KIND_FUND)
                        : tp_record_edit (self->base != NULL ? self->base : former);
  if (former == NULL || (self->key != NULL && self->key[0] != '\0'))
    {
      g_autofree char *key = self->key != NULL && self->key[0] != '\0'
                                 ? g_strdup (self->key)
                                 : tp_short_name_make (reader, TP_KIND_FUND, self->title);

      tp_record_set_text (fund, "key", key);
    }
  tp_record_set_text (fund, "title", self->title);
  tp_record_set_text (fund, "title_local", self->title_local);
  tp_record_set_text (fund, "currency", self->currency);
  if (!tp_rebase (reader, self->base, &fund, error)
      || (former != NULL && !check_entries (reader, fund, former, error)) || !tp_record_validate (fund, error))
    return FALSE;
  done = former != NULL ? tp_change_update (change, fund, error) : tp_change_insert (change, fund, error);
  if (!done)
    return FALSE;
  self->id = tp_record_get_id (fund);
  tp_change_set_subject (change, tp_record_get_title (fund));
  return TRUE;
}
