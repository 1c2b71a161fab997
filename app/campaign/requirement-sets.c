/* requirement-sets.c: the checklists there are, and one of them to be changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-sets.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/* helpers */

static GPtrArray *
read_all (TpReader *reader, TpKind kind, const char *sort, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (kind);

  if (sort != NULL)
    tp_query_set_sort (query, sort, FALSE);
  return tp_reader_records (reader, query, error);
}

static gboolean
is_retired (TpRecord *requirement)
{
  return tp_record_get_number_or (requirement, "retired", 0) == 1;
}

/* Whom it is for: "Freshippo green channel · HS 42 85". */
static char *
for_whom (TpReader *reader, TpRecord *set)
{
  g_autoptr (TpRecord) programme = tp_record_is_set (set, "programme")
                                       ? tp_reader_get (reader, TP_KIND_PROGRAMME,
                                                        tp_record_get_number (set, "programme"))
                                       : NULL;
  const char *chapters = tp_record_get_text (set, "hs_chapters");
  g_autofree char *hs = NULL;

  if (chapters != NULL)
    /* Translators: chapters of the customs nomenclature */
    hs = g_strdup_printf (C_ ("requirement set", "HS %s"), chapters);
  if (programme != NULL && hs != NULL)
    return g_strjoin (" · ", tp_record_get_title (programme), hs, NULL);
  if (programme != NULL)
    return g_strdup (tp_record_get_title (programme));
  return hs != NULL ? g_steal_pointer (&hs) : g_strdup (C_ ("requirement set", "All exporters"));
}

static void
add_set (TpReader *reader, GListStore *list, TpRecord *set, GPtrArray *requirements)
{
  gint64 id = set != NULL ? tp_record_get_id (set) : 0;
  g_autoptr (TpFact) fact = tp_fact_new (TP_KIND_REQUIREMENT_SET, id,
                                         set != NULL ? tp_record_get_title (set)
                                                     : C_ ("requirement set", "Default checklist"));
  guint n = 0;

  for (guint i = 0; i < requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (requirements, i);

      if (tp_record_get_number_or (requirement, "requirement_set", 0) == id && !is_retired (requirement))
        n++;
    }
  tp_fact_take (fact, "subtitle", set != NULL ? for_whom (reader, set)
                                              : g_strdup (C_ ("requirement set", "All exporters")));
  tp_fact_take (fact, "value",
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u requirement", "%u requirements", n), n));
  g_list_store_append (list, fact);
}

/* Public API */

/**
 * tp_requirement_sets_read:
 * @reader: a reader
 * @unused: nothing
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #GListStore of #TpFact: the default checklist,
 *   whose id is 0, then the sets by title
 */
gpointer
tp_requirement_sets_read (TpReader *reader, gpointer unused, GError **error)
{
  g_autoptr (GPtrArray) sets = read_all (reader, TP_KIND_REQUIREMENT_SET, "title", error);
  g_autoptr (GPtrArray) requirements = NULL;
  GListStore *list;

  if (sets == NULL || (requirements = read_all (reader, TP_KIND_REQUIREMENT, NULL, error)) == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  add_set (reader, list, NULL, requirements);
  for (guint i = 0; i < sets->len; i++)
    add_set (reader, list, g_ptr_array_index (sets, i), requirements);
  return list;
}

/**
 * tp_requirement_set_form_read:
 * @reader: a reader
 * @id: points to a #gint64: a set's id; 0: the default checklist; -1: one to be made
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #TpRequirementSetForm; %TP_ERROR_NOT_FOUND
 */
gpointer
tp_requirement_set_form_read (TpReader *reader, gpointer id, GError **error)
{
  g_autoptr (TpRequirementSetForm) self = g_new0 (TpRequirementSetForm, 1);
  g_autoptr (GPtrArray) requirements = read_all (reader, TP_KIND_REQUIREMENT, "position", error);
  gint64 wanted = *(gint64 *) id;

  if (requirements == NULL || (self->programmes = read_all (reader, TP_KIND_PROGRAMME, "title", error)) == NULL)
    return NULL;
  self->requirements = g_ptr_array_new_with_free_func (g_object_unref);
  self->retired = g_ptr_array_new_with_free_func (g_object_unref);
  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (wanted > 0 && (self->set = tp_reader_get (reader, TP_KIND_REQUIREMENT_SET, wanted)) == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The requirement set is no longer there: it may have been undone or removed"));
      return NULL;
    }
  for (guint i = 0; wanted >= 0 && i < requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (requirements, i);
      gint64 number = tp_record_get_id (requirement);
      g_autoptr (GPtrArray) statuses = NULL;

      if (tp_record_get_number_or (requirement, "requirement_set", 0) != wanted)
        continue;
      statuses = tp_reader_children (reader, TP_KIND_REQUIREMENT_STATUS, "requirement", number);
      g_hash_table_insert (self->answers, g_memdup2 (&number, sizeof number), GUINT_TO_POINTER (statuses->len));
      g_ptr_array_add (is_retired (requirement) ? self->retired : self->requirements, g_object_ref (requirement));
    }
  return g_steal_pointer (&self);
}

void
tp_requirement_set_form_free (gpointer form)
{
  TpRequirementSetForm *self = form;

  if (self == NULL)
    return;
  g_clear_object (&self->set);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->retired, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_free (self);
}

/**
 * tp_requirement_set_answers:
 * @self: a form
 * @requirement: a requirement's id
 *
 * Returns: how many exporters have a status of it: it is kept for them
 */
guint
tp_requirement_set_answers (TpRequirementSetForm *self, gint64 requirement)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->answers, &requirement));
}
