/* edit-commitment.c: a promise recorded, or revised.
 *
 * One change makes or changes the promise, who made it, what it counts, where it
 * stands, and the pledge in its fund's ledger; one undo takes all of it back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-commitment-private.h"

#include "edit-evidence.h"
#include "error.h"
#include "field-text.h"
#include "money.h"
#include "rebase.h"
#include "short-name.h"

#include <glib/gi18n-lib.h>

/**
 * tp_commitment_edit_new:
 * @commitment: (nullable): the promise to revise; %NULL: a new one
 *
 * Returns: (transfer full): an edit that leaves it as it is; its base is @commitment
 */
TpCommitmentEdit *
tp_commitment_edit_new (TpRecord *commitment)
{
  TpCommitmentEdit *self = g_new0 (TpCommitmentEdit, 1);

  self->commitment = commitment != NULL ? tp_record_edit (commitment) : tp_record_new (TP_KIND_COMMITMENT);
  self->bases = g_ptr_array_new_with_free_func (g_object_unref);
  if (commitment != NULL && tp_record_get_id (commitment) != 0)
    g_ptr_array_add (self->bases, g_object_ref (commitment));
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->date = TP_DAY_NONE;
  return self;
}

/**
 * tp_commitment_edit_copy:
 * @edit: an edit
 *
 * For asking again after a refusal: a run seals the records it was given.
 *
 * Returns: (transfer full): the same once more
 */
TpCommitmentEdit *
tp_commitment_edit_copy (TpCommitmentEdit *edit)
{
  TpCommitmentEdit *self = tp_commitment_edit_new (NULL);

  g_object_unref (self->commitment);
  self->commitment = tp_record_edit (edit->commitment);
  for (guint i = 0; i < edit->bases->len; i++)
    g_ptr_array_add (self->bases, g_object_ref (g_ptr_array_index (edit->bases, i)));
  self->organisation = edit->organisation;
  self->organisation_name = g_strdup (edit->organisation_name);
  for (guint i = 0; i < edit->indicators->len; i++)
    g_ptr_array_add (self->indicators, tp_record_edit (g_ptr_array_index (edit->indicators, i)));
  g_array_append_vals (self->dropped, edit->dropped->data, edit->dropped->len);
  self->evidence = edit->evidence != NULL ? tp_record_edit (edit->evidence) : NULL;
  self->date = edit->date;
  self->confirm_overrun = edit->confirm_overrun;
  return self;
}

void
tp_commitment_edit_free (gpointer edit)
{
  TpCommitmentEdit *self = edit;

  if (self == NULL)
    return;
  g_object_unref (self->commitment);
  g_ptr_array_unref (self->bases);
  g_free (self->organisation_name);
  g_ptr_array_unref (self->indicators);
  g_array_unref (self->dropped);
  g_clear_object (&self->evidence);
  g_free (self);
}

/* What others changed since the form was filled stays. */
static gboolean
take_over (TpReader *reader, TpCommitmentEdit *self, GError **error)
{
  for (guint i = 0; i < self->bases->len; i++)
    {
      TpRecord *base = g_ptr_array_index (self->bases, i);

      if (tp_record_get_kind (base) == TP_KIND_COMMITMENT)
        {
          if (!tp_rebase (reader, base, &self->commitment, error))
            return FALSE;
          continue;
        }
      for (guint k = 0; k < self->indicators->len; k++)
        if (tp_record_get_id (self->indicators->pdata[k]) == tp_record_get_id (base)
            && !tp_rebase (reader, base, (TpRecord **) &self->indicators->pdata[k], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_capital (TpRecord *commitment, GError **error)
{
  if (!tp_record_is_set (commitment, "capital"))
    {
      tp_record_clear (commitment, "currency");
      return TRUE;
    }
  if (tp_record_get_number (commitment, "capital") <= 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The capital must be above zero: enter the sum that is stated, or leave "
                              "it empty where none is. Nothing was changed."));
      return FALSE;
    }
  if (!tp_record_is_set (commitment, "currency"))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The capital has no currency: enter three letters of ISO 4217, such as "
                              "CNY. Nothing was changed."));
      return FALSE;
    }
  return tp_currency_check (tp_record_get_text (commitment, "currency"), error);
}

static gboolean
check_dates (TpRecord *commitment, GError **error)
{
  TpDay start = tp_record_get_day (commitment, "effective"), end = tp_record_get_day (commitment, "end");

  if (start != TP_DAY_NONE && end != TP_DAY_NONE && end < start)
    {
      g_autofree char *first = tp_day_to_iso (start), *last = tp_day_to_iso (end);

      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("The end, %s, lies before the effective date, %s: correct one of them. Nothing "
                      "was changed."),
                   last, first);
      return FALSE;
    }
  return TRUE;
}

/* A date has a basis, and only a date has one. */
static void
tidy_basis (TpRecord *commitment, const char *date, const char *basis)
{
  if (!tp_record_is_set (commitment, date))
    tp_record_clear (commitment, basis);
  else if (!tp_record_is_set (commitment, basis))
    tp_record_set_text (commitment, basis, "stated");
}

static gboolean
save_record (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpRecord *commitment = self->commitment;
  const char *title = tp_record_get_local (commitment, "title");

  if (title == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("A commitment needs its promise in a few words. Nothing was changed."));
      return FALSE;
    }
  if (!tp_record_is_set (commitment, "title"))
    tp_record_set_text (commitment, "title", title);
  if (!check_capital (commitment, error) || !check_dates (commitment, error))
    return FALSE;
  tidy_basis (commitment, "announced", "announced_basis");
  tidy_basis (commitment, "effective", "effective_basis");
  tidy_basis (commitment, "end", "end_basis");
  if (!tp_record_is_set (commitment, "announced"))
    tp_record_clear (commitment, "announced_precision");
  if (!tp_record_is_set (commitment, "status"))
    tp_record_set_text (commitment, "status", "announced");
  if (!tp_record_is_set (commitment, "key"))
    {
      g_autofree char *key = tp_short_name_make (tp_change_reader (change), TP_KIND_COMMITMENT, title);

      tp_record_set_text (commitment, "key", key);
    }
  if (!tp_record_validate (commitment, error))
    return FALSE;
  return tp_record_get_id (commitment) == 0 ? tp_change_insert (change, commitment, error)
                                            : tp_change_update (change, commitment, error);
}

static gboolean
make_organisation (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) known = tp_reader_find_key (reader, TP_KIND_ORGANISATION, self->organisation_name);
  g_autoptr (TpRecord) organisation = NULL;
  g_autofree char *key = NULL;

  if (known != NULL)
    {
      self->organisation = tp_record_get_id (known);
      return TRUE;
    }
  organisation = tp_record_new (TP_KIND_ORGANISATION);
  key = tp_short_name_make (reader, TP_KIND_ORGANISATION, self->organisation_name);
  tp_record_set_text (organisation, "key", key);
  tp_record_set_text (organisation, "name", self->organisation_name);
  tp_record_set_text (organisation, "kind", "platform");
  if (!tp_change_insert (change, organisation, error))
    return FALSE;
  self->organisation = tp_record_get_id (organisation);
  return TRUE;
}

static gboolean
add_role (TpChange *change, TpCommitmentEdit *self, gint64 organisation, const char *word, GError **error)
{
  g_autoptr (TpRecord) role = tp_record_new (TP_KIND_COMMITMENT_ROLE);

  tp_record_set_number (role, "commitment", self->id);
  tp_record_set_number (role, "organisation", organisation);
  tp_record_set_text (role, "role", word);
  return tp_change_insert (change, role, error);
}

/* Whether the roles say already what is asked. */
static gboolean
roles_stand (GPtrArray *roles, gint64 maker, gint64 through)
{
  gint64 made_by = 0, acts_through = 0;

  for (guint i = 0; i < roles->len; i++)
    {
      TpRecord *role = g_ptr_array_index (roles, i);
      gboolean makes = g_strcmp0 (tp_record_get_text (role, "role"), "maker") == 0;
      gint64 *place = makes ? &made_by : &acts_through;

      if (*place == 0)
        *place = tp_record_get_number (role, "organisation");
    }
  return made_by == maker && acts_through == through;
}

static gboolean
save_roles (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (GPtrArray) roles = tp_reader_children (reader, TP_KIND_COMMITMENT_ROLE, "commitment", self->id);
  g_autoptr (TpRecord) organisation = NULL;
  gint64 maker = self->organisation, through = 0;

  if (self->organisation == 0 && self->organisation_name != NULL && *self->organisation_name != '\0'
      && !make_organisation (change, self, error))
    return FALSE;
  maker = self->organisation;
  if (maker != 0)
    {
      organisation = tp_reader_get (reader, TP_KIND_ORGANISATION, maker);
      if (organisation == NULL)
        {
          g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                               _ ("The organisation is not in the workspace any more: choose another. "
                                  "Nothing was changed."));
          return FALSE;
        }
      if (tp_record_is_set (organisation, "parent"))
        {
          through = maker;
          maker = tp_record_get_number (organisation, "parent");
        }
    }
  if (roles_stand (roles, maker, through))
    return TRUE;
  for (guint i = 0; i < roles->len; i++)
    if (!tp_change_delete (change, TP_KIND_COMMITMENT_ROLE, tp_record_get_id (g_ptr_array_index (roles, i)),
                           error))
      return FALSE;
  return (maker == 0 || add_role (change, self, maker, "maker", error))
         && (through == 0 || add_role (change, self, through, "through", error));
}

/* The evidence bears on the promise itself, on its capital and on what it counts. */
static gboolean
save_evidence (TpChange *change, TpCommitmentEdit *self, GError **error)
{
  g_autoptr (TpEvidenceEdit) edit = NULL;

  if (self->evidence == NULL)
    return TRUE;
  edit = tp_evidence_edit_new (self->evidence);
  tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->id, "title");
  if (tp_record_is_set (self->commitment, "capital"))
    tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->id, "capital");
  if (tp_record_is_set (self->commitment, "announced"))
    tp_evidence_edit_cite (edit, TP_KIND_COMMITMENT, self->id, "announced");
  for (guint i = 0; i < self->indicators->len; i++)
    tp_evidence_edit_cite (edit, TP_KIND_INDICATOR, tp_record_get_id (g_ptr_array_index (self->indicators, i)),
                           "target");
  return tp_edit_evidence_run (change, edit, error);
}

/**
 * tp_edit_commitment_run:
 * @change: a change
 * @edit: (type TpCommitmentEdit): the promise as it shall be
 * @error: return location
 *
 * A #TpChangeFunc. A stated capital is pledged in the commitment's fund, which is made
 * where there is none; a revised one is pledged anew and the former pledge reversed
 * (docs/data-model.md, "The ledger").
 *
 * Returns: whether it was saved; %TP_ERROR_INVALID where a field breaks its rule,
 *   %TP_ERROR_NEEDS_CONFIRMATION where more is allocated than the new capital,
 *   %TP_ERROR_CONFLICT where somebody else changed the same field meanwhile
 */
gboolean
tp_edit_commitment_run (TpChange *change, gpointer edit, GError **error)
{
  TpCommitmentEdit *self = edit;

  if (!take_over (tp_change_reader (change), self, error) || !save_record (change, self, error))
    return FALSE;
  self->id = tp_record_get_id (self->commitment);
  if (!save_roles (change, self, error) || !tp_edit_commitment_indicators (change, self, error)
      || !tp_edit_commitment_pledge (change, self, error) || !save_evidence (change, self, error))
    return FALSE;
  tp_change_set_subject (change, tp_record_get_title (self->commitment));
  return TRUE;
}
