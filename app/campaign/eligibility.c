/* eligibility.c: whether an exporter meets a programme's rules, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "eligibility.h"

#include "advance-exporter.h"
#include "error.h"
#include "hs.h"
#include "matching.h"

#include <glib/gi18n-lib.h>

/**
 * tp_eligibility_question_new:
 * @exporter: an exporter's id
 * @programme: a programme's id
 *
 * Returns: (transfer full): what to give tp_eligibility_read(); free with g_free()
 */
TpEligibilityQuestion *
tp_eligibility_question_new (gint64 exporter, gint64 programme)
{
  TpEligibilityQuestion *self = g_new0 (TpEligibilityQuestion, 1);

  self->exporter = exporter;
  self->programme = programme;
  return self;
}

static TpKnown
known (TpRecord *record, const char *field)
{
  return tp_record_is_set (record, field) ? TP_STATED (tp_record_get_number (record, field)) : TP_NOT_STATED;
}

/* Those of the profile and those of its products. */
static char *
chapters_of (TpReader *reader, TpRecord *exporter)
{
  g_autoptr (GPtrArray) products
      = tp_reader_children (reader, TP_KIND_PRODUCT, "exporter", tp_record_get_id (exporter));
  const char *own = tp_record_get_text (exporter, "hs_chapters");
  GString *out = g_string_new (own);

  for (guint i = 0; i < products->len; i++)
    {
      const char *code = tp_record_get_text (g_ptr_array_index (products, i), "hs_code");
      int chapter = code != NULL ? tp_hs_chapter_of (code) : 0;

      if (chapter > 0)
        g_string_append_printf (out, "%s%02d", out->len > 0 ? " " : "", chapter);
    }
  return g_string_free (out, FALSE);
}

static TpFact *
rule_fact (const TpRuleResult *rule)
{
  static const struct
  {
    const char *icon, *css_class, *status;
  } looks[] = {
    [TP_RULE_MET] = { "object-select-symbolic", "success", "met" },
    [TP_RULE_NOT_MET] = { "dialog-warning-symbolic", "warning", "not_met" },
    [TP_RULE_NOT_STATED] = { "dialog-question-symbolic", "dimmed", "not_stated" },
  };
  TpFact *fact = tp_fact_new (TP_KIND_PROGRAMME, rule->rule, rule->sentence);

  tp_fact_set (fact, "icon-name", looks[rule->outcome].icon);
  tp_fact_set (fact, "css-class", looks[rule->outcome].css_class);
  tp_fact_set (fact, "status", looks[rule->outcome].status);
  return fact;
}

/**
 * tp_eligibility_read:
 * @reader: a reader
 * @question: a #TpEligibilityQuestion
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #GListStore of #TpFact, a rule of the programme
 *   each, as a sentence, with status "met", "not_met" or "not_stated"; one fact without
 *   status where the programme has no rules. %TP_ERROR_NOT_FOUND
 */
gpointer
tp_eligibility_read (TpReader *reader, gpointer question, GError **error)
{
  TpEligibilityQuestion *asked = question;
  g_autoptr (TpRecord) exporter = tp_reader_get (reader, TP_KIND_EXPORTER, asked->exporter);
  g_autoptr (TpRecord) programme = tp_reader_get (reader, TP_KIND_PROGRAMME, asked->programme);
  g_autofree char *chapters = NULL;
  g_autoptr (TpMatch) match = NULL;
  TpEligibility rules;
  TpCandidate candidate;
  GListStore *list;

  if (exporter == NULL || programme == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("The exporter or the programme is no longer there"));
      return NULL;
    }
  chapters = chapters_of (reader, exporter);
  rules = (TpEligibility){ tp_record_get_text (programme, "provinces"),
                           tp_record_get_text (programme, "hs_chapters"),
                           known (programme, "export_min"),
                           known (programme, "export_max"),
                           tp_record_get_text (programme, "currency"),
                           known (programme, "us_share_min"),
                           tp_word_index (tp_words_stage, tp_record_get_text (programme, "stage_min")),
                           FALSE };
  candidate = (TpCandidate){ tp_record_get_id (exporter),
                             tp_record_get_text (exporter, "province"),
                             *chapters != '\0' ? chapters : NULL,
                             known (exporter, "annual_export"),
                             tp_record_get_text (exporter, "currency"),
                             known (exporter, "us_share"),
                             tp_exporter_pipeline_stage (reader, exporter),
                             0,
                             0,
                             TP_NOT_STATED };
  match = tp_match_new (&rules, &candidate);
  list = g_list_store_new (TP_TYPE_FACT);
  for (guint i = 0; i < match->rules->len; i++)
    {
      g_autoptr (TpFact) fact = rule_fact (&g_array_index (match->rules, TpRuleResult, i));

      g_list_store_append (list, fact);
    }
  if (match->rules->len == 0)
    {
      g_autoptr (TpFact) fact = tp_fact_new (TP_KIND_PROGRAMME, 0, _ ("The programme takes any exporter: it has no "
                                                                     "rules."));

      tp_fact_set (fact, "icon-name", "object-select-symbolic");
      g_list_store_append (list, fact);
    }
  return list;
}
