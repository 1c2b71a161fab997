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
#include "pinyin.h"

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

/* "Fair Subsidy" is "fair-subsidy"; Chinese as it is read aloud. */
static char *
key_of (const char *title)
{
  g_autofree char *read = tp_pinyin_of_text (title);
  const char *from = read != NULL && read[0] != '\0' ? read : title;
  g_autofree char *latin = g_str_to_ascii (from, NULL);
  GString *key = g_string_new (NULL);

  for (const char *p = latin; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else if (key->len > 0 && key->str[key->len - 1] != '-')
      g_string_append_c (key, '-');
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/* The key of a new fund: as given, or made from the title and free. */
static char *
choose_key (TpReader *reader, TpFundEdit *self)
{
  g_autofree char *stem = NULL;
  g_autofree char *key = NULL;

  if (self->key != NULL && self->key[0] != '\0')
    return g_strdup (self->key);
  stem = key_of (self->title);
  if (stem[0] == '\0')
    g_set_str (&stem, "fund");
  key = g_strdup (stem);
  for (guint i = 2;; i++)
    {
      g_autoptr (TpRecord) other = tp_reader_find (reader, TP_KIND_FUND, "key", key);

      if (other == NULL)
        return g_steal_pointer (&key);
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, i);
    }
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
      g_autofree char *key = choose_key (reader, self);

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
