/* record-choices.c: the records that a form's field may name.
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
