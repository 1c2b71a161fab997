/* record-choices.c: the records and people that a form's field may name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-choices.h"

#include <glib/gi18n-lib.h>

/**
 * tp_choices_question_new:
 * @kind: the kind of the records
 * @exporter: whose products or enrolments; 0 for all records of the kind
 *
 * Returns: (transfer full): what to give tp_choices_read(); free with g_free()
 */
TpChoicesQuestion *
tp_choices_question_new (TpKind kind, gint64 exporter)
{
  TpChoicesQuestion *self = g_new0 (TpChoicesQuestion, 1);

  self->kind = kind;
  self->exporter = exporter;
  return self;
}

/* An enrolment is known by its programme. */
static char *
title_of (TpReader *reader, TpRecord *record)
{
  g_autoptr (TpRecord) programme = NULL;

  if (tp_record_get_kind (record) != TP_KIND_ENROLMENT)
    return g_strdup (tp_record_get_title (record));
  programme = tp_reader_get (reader, TP_KIND_PROGRAMME, tp_record_get_number (record, "programme"));
  /* Translators: a programme; "Accepted" */
  return g_strdup_printf (C_ ("enrolment", "%1$s (%2$s)"), programme != NULL ? tp_record_get_title (programme) : "",
                          tp_word_title (tp_words_enrolment_status, tp_record_get_text (record, "status")));
}

static int
by_title (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (tp_fact_get_title ((TpFact *) a), tp_fact_get_title ((TpFact *) b));
}

/**
 * tp_choices_read:
 * @reader: a reader
 * @question: a #TpChoicesQuestion
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #GListStore of #TpFact with id and title, by
 *   title; of an enrolment also its status
 */
gpointer
tp_choices_read (TpReader *reader, gpointer question, GError **error)
{
  TpChoicesQuestion *asked = question;
  g_autoptr (GPtrArray) records = NULL;
  GListStore *list;

  if (asked->exporter != 0)
    records = tp_reader_children (reader, asked->kind, "exporter", asked->exporter);
  else
    {
      g_autoptr (TpQuery) query = tp_query_new (asked->kind);

      records = tp_reader_records (reader, query, error);
    }
  if (records == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  for (guint i = 0; i < records->len; i++)
    {
      TpRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = title_of (reader, record);
      g_autoptr (TpFact) fact = tp_fact_new (asked->kind, tp_record_get_id (record), title);

      if (asked->kind == TP_KIND_ENROLMENT)
        tp_fact_set (fact, "status", tp_record_get_text (record, "status"));
      g_list_store_append (list, fact);
    }
  g_list_store_sort (list, by_title, NULL);
  return list;
}

/**
 * tp_programme_choices_read:
 * @reader: a reader
 * @as_of: a #TpDay as a pointer
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the programmes that have not ended by that day,
 *   by title
 */
gpointer
tp_programme_choices_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = tp_reader_records (reader, query, error);
  TpDay day = GPOINTER_TO_INT (as_of);
  GListStore *list;

  if (programmes == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  for (guint i = 0; i < programmes->len; i++)
    {
      TpRecord *programme = g_ptr_array_index (programmes, i);
      g_autoptr (TpFact) fact
          = tp_fact_new (TP_KIND_PROGRAMME, tp_record_get_id (programme), tp_record_get_title (programme));

      if (!tp_record_is_set (programme, "end") || tp_record_get_day (programme, "end") >= day)
        g_list_store_append (list, fact);
    }
  g_list_store_sort (list, by_title, NULL);
  return list;
}

/**
 * tp_requirement_choices_read:
 * @reader: a reader
 * @unused: nothing
 * @error: return location
 *
 * Returns: (transfer full) (nullable): "Everything that is missing" with the id 0, then
 *   the requirements that are asked for, in their order
 */
gpointer
tp_requirement_choices_read (TpReader *reader, gpointer unused, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_REQUIREMENT);
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (TpFact) all
      = tp_fact_new (TP_KIND_REQUIREMENT, 0, C_ ("documents to request", "Everything that is missing"));
  GListStore *list;

  tp_query_set_sort (query, "position", FALSE);
  requirements = tp_reader_records (reader, query, error);
  if (requirements == NULL)
    return NULL;
  list = g_list_store_new (TP_TYPE_FACT);
  g_list_store_append (list, all);
  for (guint i = 0; i < requirements->len; i++)
    {
      TpRecord *requirement = g_ptr_array_index (requirements, i);
      g_autoptr (TpFact) fact
          = tp_fact_new (TP_KIND_REQUIREMENT, tp_record_get_id (requirement), tp_record_get_title (requirement));

      if (tp_record_get_number_or (requirement, "retired", 0) == 0)
        g_list_store_append (list, fact);
    }
  return list;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tp_owner_choices_read:
 * @reader: a reader
 * @unused: nothing
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): everybody who has an exporter that is not
 *   archived, in the order of the reader's language
 */
gpointer
tp_owner_choices_read (TpReader *reader, gpointer unused, GError **error)
{
  GPtrArray *names = tp_reader_distinct (reader, TP_KIND_EXPORTER, "owner");

  g_ptr_array_sort (names, compare_names);
  return names;
}
