/* matching.c: whether an exporter meets a programme's eligibility.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matching.h"

#include "money.h"
#include "numbers.h"
#include "province.h"

#include <glib/gi18n-lib.h>

static void
rule_clear (gpointer data)
{
  TpRuleResult *result = data;

  g_free (result->sentence);
}

static void
take (TpMatch *match, TpRuleKind rule, TpRuleOutcome outcome, char *sentence)
{
  TpRuleResult result = { rule, outcome, sentence };

  g_array_append_val (match->rules, result);
  if (outcome == TP_RULE_MET)
    match->n_met++;
}

/* The codes of a list such as "61 62" or "33,44", without leading zeros. */
static GPtrArray *
codes (const char *list)
{
  g_auto (GStrv) parts = g_strsplit_set (list != NULL ? list : "", " ,;|\t\n", -1);
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *code = *part;

      while (code[0] == '0' && code[1] != '\0')
        code++;
      if (code[0] != '\0')
        g_ptr_array_add (out, g_strdup (code));
    }
  return out;
}

static char *
join (GPtrArray *list, const char *(*name) (const char *code))
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const char *code = g_ptr_array_index (list, i);
      const char *title = name != NULL ? name (code) : NULL;

      if (i > 0)
        g_string_append (out, C_ ("between items of a list", ", "));
      g_string_append (out, title != NULL && title[0] != '\0' ? title : code);
    }
  return g_string_free (out, FALSE);
}

static void
test_province (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  g_autoptr (GPtrArray) wanted = codes (rules->provinces);
  g_autoptr (GPtrArray) own = codes (exporter->province);
  g_autofree char *all = join (wanted, tp_province_name);
  g_autofree char *mine = join (own, tp_province_name);

  if (wanted->len == 0)
    return;
  if (own->len == 0)
    take (match, TP_RULE_PROVINCE, TP_RULE_NOT_STATED,
          g_strdup_printf (_ ("The province is not stated; the programme takes exporters of: %s."),
                           all));
  else if (g_ptr_array_find_with_equal_func (wanted, g_ptr_array_index (own, 0), g_str_equal, NULL))
    take (match, TP_RULE_PROVINCE, TP_RULE_MET,
          g_strdup_printf (_ ("The province, %s, is among the programme's."), mine));
  else
    take (match, TP_RULE_PROVINCE, TP_RULE_NOT_MET,
          g_strdup_printf (_ ("The province, %s, is not among the programme's: %s."), mine, all));
}

static void
test_chapters (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  g_autoptr (GPtrArray) wanted = codes (rules->hs_chapters);
  g_autoptr (GPtrArray) own = codes (exporter->hs_chapters);
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  g_autofree char *all = join (wanted, NULL);
  g_autofree char *mine = join (own, NULL);
  g_autofree char *common = NULL;

  if (wanted->len == 0)
    return;
  for (guint i = 0; i < own->len; i++)
    if (g_ptr_array_find_with_equal_func (wanted, g_ptr_array_index (own, i), g_str_equal, NULL))
      g_ptr_array_add (shared, g_ptr_array_index (own, i));
  common = join (shared, NULL);

  if (own->len == 0)
    take (match, TP_RULE_HS_CHAPTER, TP_RULE_NOT_STATED,
          g_strdup_printf (_ ("No HS chapters are stated; the programme takes: %s."), all));
  else if (shared->len > 0)
    take (match, TP_RULE_HS_CHAPTER, TP_RULE_MET,
          g_strdup_printf (_ ("HS chapters that the programme takes: %s."), common));
  else
    take (match, TP_RULE_HS_CHAPTER, TP_RULE_NOT_MET,
          g_strdup_printf (_ ("The HS chapters, %s, are not among the programme's: %s."), mine,
                           all));
}

static char *
export_range (const TpEligibility *rules)
{
  g_autofree char *least = tp_money_format_exact (rules->export_min.value, rules->currency);
  g_autofree char *most = tp_money_format_exact (rules->export_max.value, rules->currency);

  if (rules->export_min.set && rules->export_max.set)
    return g_strdup_printf (C_ ("range in a sentence", "%s to %s"), least, most);
  if (rules->export_min.set)
    return g_strdup_printf (C_ ("range in a sentence", "at least %s"), least);
  return g_strdup_printf (C_ ("range in a sentence", "at most %s"), most);
}

static void
test_export (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  g_autofree char *range = NULL, *mine = NULL;
  gint64 value = exporter->annual_export.value;

  if ((!rules->export_min.set && !rules->export_max.set) || rules->currency == NULL)
    return;
  range = export_range (rules);
  if (!exporter->annual_export.set || exporter->currency == NULL)
    {
      take (match, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_STATED,
            g_strdup_printf (_ ("The annual export value is not stated; the programme asks for "
                                "%s."),
                             range));
      return;
    }
  mine = tp_money_format_exact (value, exporter->currency);
  /* Two currencies compare only by a dated rate, which whoever asks has to apply. */
  if (g_strcmp0 (rules->currency, exporter->currency) != 0)
    take (match, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_STATED,
          g_strdup_printf (_ ("The annual export value, %s, cannot be compared with %s without a "
                              "dated exchange rate: enter one."),
                           mine, range));
  else if ((!rules->export_min.set || value >= rules->export_min.value)
           && (!rules->export_max.set || value <= rules->export_max.value))
    take (match, TP_RULE_EXPORT_VALUE, TP_RULE_MET,
          g_strdup_printf (_ ("The annual export value, %s, is within what the programme asks for: "
                              "%s."),
                           mine, range));
  else
    take (match, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_MET,
          g_strdup_printf (_ ("The annual export value, %s, is outside what the programme asks "
                              "for: %s."),
                           mine, range));
}

static void
test_us_share (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  g_autofree char *least = NULL, *mine = NULL;

  if (!rules->us_share_min.set)
    return;
  least = tp_basis_format (rules->us_share_min.value);
  mine = tp_basis_format (exporter->us_share.value);
  if (!exporter->us_share.set)
    take (match, TP_RULE_US_SHARE, TP_RULE_NOT_STATED,
          g_strdup_printf (_ ("The US share is not stated; the programme asks for at least %s."),
                           least));
  else if (exporter->us_share.value >= rules->us_share_min.value)
    take (match, TP_RULE_US_SHARE, TP_RULE_MET,
          g_strdup_printf (_ ("The US share, %s, is at least the %s that the programme asks for."),
                           mine, least));
  else
    take (match, TP_RULE_US_SHARE, TP_RULE_NOT_MET,
          g_strdup_printf (_ ("The US share, %s, is less than the %s that the programme asks for."),
                           mine, least));
}

static void
test_stage (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  const char *least, *mine;

  if (rules->stage_min < 0 || rules->stage_min >= TP_N_PIPELINE_STAGES)
    return;
  least = tp_word_title (tp_words_stage, tp_stage_token ((TpStage) rules->stage_min));
  mine = tp_word_title (tp_words_stage, tp_stage_token (exporter->stage));
  /* On hold and declined stand beside the pipeline and reach no stage of it. */
  if (exporter->stage < TP_N_PIPELINE_STAGES && (int) exporter->stage >= rules->stage_min)
    take (match, TP_RULE_STAGE, TP_RULE_MET,
          g_strdup_printf (_ ("The stage “%s” is reached; the exporter is at “%s”."), least, mine));
  else
    take (match, TP_RULE_STAGE, TP_RULE_NOT_MET,
          g_strdup_printf (_ ("The stage “%s” is not reached; the exporter is at “%s”."), least,
                           mine));
}

static void
test_documents (TpMatch *match, const TpEligibility *rules, const TpCandidate *exporter)
{
  guint required = exporter->documents_required, verified = exporter->documents_verified;

  if (!rules->documents)
    return;
  take (match, TP_RULE_DOCUMENTS, verified >= required ? TP_RULE_MET : TP_RULE_NOT_MET,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u required document is verified.",
                                      "%u of %u required documents are verified.", required),
                         verified, required));
}

/**
 * tp_match_new:
 * @eligibility: a programme's rules
 * @candidate: what is known of an exporter
 *
 * Returns: (transfer full): the outcome of each rule that the programme has, in words
 */
TpMatch *
tp_match_new (const TpEligibility *eligibility, const TpCandidate *candidate)
{
  TpMatch *match = g_new0 (TpMatch, 1);

  match->id = candidate->id;
  match->pivot_gap = candidate->pivot_gap;
  match->rules = g_array_new (FALSE, FALSE, sizeof (TpRuleResult));
  g_array_set_clear_func (match->rules, rule_clear);
  test_province (match, eligibility, candidate);
  test_chapters (match, eligibility, candidate);
  test_export (match, eligibility, candidate);
  test_us_share (match, eligibility, candidate);
  test_stage (match, eligibility, candidate);
  test_documents (match, eligibility, candidate);
  return match;
}

/**
 * tp_match_free:
 * @match: (transfer full): a match
 */
void
tp_match_free (TpMatch *match)
{
  g_array_unref (match->rules);
  g_free (match);
}

/**
 * tp_match_is_full:
 * @match: a match
 *
 * Returns: whether every rule is met
 */
gboolean
tp_match_is_full (const TpMatch *match)
{
  return match->n_met == match->rules->len;
}

/**
 * tp_match_compare:
 * @a: a match with a programme
 * @b: another with the same programme
 *
 * Returns: less than 0 where @a ranks before @b: by rules met, then by pivot gap (a
 *   gap that is not known comes last), then by age of the record
 */
int
tp_match_compare (const TpMatch *a, const TpMatch *b)
{
  if (a->n_met != b->n_met)
    return a->n_met > b->n_met ? -1 : 1;
  if (a->pivot_gap.set != b->pivot_gap.set)
    return a->pivot_gap.set ? -1 : 1;
  if (a->pivot_gap.set && a->pivot_gap.value != b->pivot_gap.value)
    return a->pivot_gap.value > b->pivot_gap.value ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return tp_match_compare (*(TpMatch *const *) a, *(TpMatch *const *) b);
}

/**
 * tp_matches_rank:
 * @matches: (element-type TpMatch): matches with one programme; sorted in place, the
 *   best first
 */
void
tp_matches_rank (GPtrArray *matches)
{
  g_ptr_array_sort (matches, compare_items);
}
