/* edit-requirement-set.c: a checklist made, changed or removed.
 *
 * A status that somebody gave is never erased: what is no longer asked for but has
 * statuses is retired, and can come back; only what nobody answered yet is deleted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-requirement-set.h"

#include "error.h"
#include "field-text.h"
#include "rebase.h"
#include "short-name.h"

#include <glib/gi18n-lib.h>

static void
unref_or_null (gpointer object)
{
  g_clear_object (&object);
}

/* Whether an exporter answered it, or was asked. */
static gboolean
has_answers (TpReader *reader, gint64 requirement)
{
  return tp_reader_has_children (reader, TP_KIND_REQUIREMENT_STATUS, "requirement", requirement)
         || tp_reader_has_children (reader, TP_KIND_ACTIVITY, "requirement", requirement);
}

static gboolean
drop (TpChange *change, TpEditRequirementSet *self, gint64 id, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  g_autoptr (TpRecord) stored = tp_reader_get (reader, TP_KIND_REQUIREMENT, id);
  g_autoptr (TpRecord) requirement = NULL;

  if (stored == NULL)
    return TRUE;
  if (!has_answers (reader, id))
    return tp_change_delete (change, TP_KIND_REQUIREMENT, id, error);
  requirement = tp_record_edit (stored);
  tp_record_set_number (requirement, "retired", 1);
  /* The set goes: what it asked for is remembered with the default checklist. */
  if (self->remove)
    tp_record_clear (requirement, "requirement_set");
  self->retired++;
  return tp_change_update (change, requirement, error);
}

static gboolean
keep_set (TpChange *change, TpEditRequirementSet *self, GError **error)
{
  TpReader *reader = tp_change_reader (change);

  if (self->set == NULL)
    {
      tp_change_set_subject (change, C_ ("requirement set", "Default checklist"));
      return TRUE;
    }
  if (!tp_record_is_set (self->set, "title"))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("A requirement set needs a title: enter what people call it. Nothing was changed."));
      return FALSE;
    }
  if (!tp_record_is_set (self->set, "key"))
    {
      g_autofree char *key = tp_short_name_make (reader, TP_KIND_REQUIREMENT_SET,
                                                 tp_record_get_text (self->set, "title"));

      tp_record_set_text (self->set, "key", key);
    }
  if (!tp_rebase (reader, self->base, &self->set, error) || !tp_record_validate (self->set, error))
    return FALSE;
  tp_change_set_subject (change, tp_record_get_title (self->set));
  return tp_record_get_id (self->set) != 0 ? tp_change_update (change, self->set, error)
                                           : tp_change_insert (change, self->set, error);
}

static gboolean
keep_requirement (TpChange *change, TpEditRequirementSet *self, guint place, GError **error)
{
  TpReader *reader = tp_change_reader (change);
  TpRecord **requirement = (TpRecord **) &g_ptr_array_index (self->requirements, place);
  TpRecord *base = g_ptr_array_index (self->bases, place);

  if (!tp_record_is_set (*requirement, "title"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   /* Translators: a place in a list */
                   _ ("Requirement %u has no title: enter what is asked for, or take it out. Nothing was changed."),
                   place + 1);
      return FALSE;
    }
  if (!tp_record_is_set (*requirement, "key"))
    {
      g_autofree char *key = tp_short_name_make (reader, TP_KIND_REQUIREMENT,
                                                 tp_record_get_text (*requirement, "title"));

      tp_record_set_text (*requirement, "key", key);
    }
  if (!tp_rebase (reader, base, requirement, error))
    return FALSE;
  tp_record_set_number (*requirement, "position", place + 1);
  tp_record_clear (*requirement, "retired");
  if (self->set != NULL)
    tp_record_set_number (*requirement, "requirement_set", tp_record_get_id (self->set));
  else
    tp_record_clear (*requirement, "requirement_set");
  if (!tp_record_validate (*requirement, error))
    return FALSE;
  return tp_record_get_id (*requirement) != 0 ? tp_change_update (change, *requirement, error)
                                              : tp_change_insert (change, *requirement, error);
}

static gboolean
remove_set (TpChange *change, TpEditRequirementSet *self, GError **error)
{
  gint64 id = self->set != NULL ? tp_record_get_id (self->set) : 0;
  g_autoptr (GPtrArray) requirements = NULL;

  if (id == 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_REFUSED,
                           _ ("The default checklist stays: take its requirements out one by one. "
                              "Nothing was changed."));
      return FALSE;
    }
  tp_change_set_subject (change, tp_record_get_title (self->set));
  requirements = tp_reader_children (tp_change_reader (change), TP_KIND_REQUIREMENT, "requirement_set", id);
  for (guint i = 0; i < requirements->len; i++)
    if (!drop (change, self, tp_record_get_id (g_ptr_array_index (requirements, i)), error))
      return FALSE;
  return tp_change_delete (change, TP_KIND_REQUIREMENT_SET, id, error);
}

/* Public API */

/**
 * tp_edit_requirement_set_new:
 * @set: (nullable): the set as it shall be, unsealed; %NULL: the default checklist
 * @base: (nullable): as the form was filled with it
 *
 * Returns: (transfer full): the input of tp_edit_requirement_set_run()
 */
TpEditRequirementSet *
tp_edit_requirement_set_new (TpRecord *set, TpRecord *base)
{
  TpEditRequirementSet *self = g_new0 (TpEditRequirementSet, 1);

  self->set = set != NULL ? g_object_ref (set) : NULL;
  self->base = base != NULL ? g_object_ref (base) : NULL;
  self->requirements = g_ptr_array_new_with_free_func (g_object_unref);
  self->bases = g_ptr_array_new_with_free_func (unref_or_null);
  self->dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
tp_edit_requirement_set_free (gpointer input)
{
  TpEditRequirementSet *self = input;

  if (self == NULL)
    return;
  g_clear_object (&self->set);
  g_clear_object (&self->base);
  g_ptr_array_unref (self->requirements);
  g_ptr_array_unref (self->bases);
  g_array_unref (self->dropped);
  g_free (self);
}

/**
 * tp_edit_requirement_set_add:
 * @self: an edit
 * @requirement: (transfer none): the next requirement as it shall be, unsealed
 * @base: (nullable): as the form was filled with it; %NULL for a new one
 */
void
tp_edit_requirement_set_add (TpEditRequirementSet *self, TpRecord *requirement, TpRecord *base)
{
  g_ptr_array_add (self->requirements, g_object_ref (requirement));
  g_ptr_array_add (self->bases, base != NULL ? g_object_ref (base) : NULL);
}

/**
 * tp_edit_requirement_set_drop:
 * @self: what a set is to become
 * @requirement: the id of one that is not asked for any more
 */
void
tp_edit_requirement_set_drop (TpEditRequirementSet *self, gint64 requirement)
{
  g_array_append_val (self->dropped, requirement);
}

/**
 * tp_edit_requirement_set_run:
 * @change: a change
 * @input: a #TpEditRequirementSet
 * @error: return location
 *
 * Makes, changes or removes a set with its requirements, or the default checklist, in
 * one step (a #TpChangeFunc). Requirements that the form did not know stay.
 *
 * Returns: whether it stands so; %TP_ERROR_INVALID where a title is missing or a field
 *   is wrong, %TP_ERROR_CONFLICT where somebody else changed the same field meanwhile,
 *   %TP_ERROR_REFUSED for taking the default checklist away
 */
gboolean
tp_edit_requirement_set_run (TpChange *change, gpointer input, GError **error)
{
  TpEditRequirementSet *self = input;

  self->retired = 0;
  if (self->remove)
    return remove_set (change, self, error);
  if (!keep_set (change, self, error))
    return FALSE;
  for (guint i = 0; i < self->dropped->len; i++)
    if (!drop (change, self, g_array_index (self->dropped, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < self->requirements->len; i++)
    if (!keep_requirement (change, self, i, error))
      return FALSE;
  return TRUE;
}
