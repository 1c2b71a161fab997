/* test-matching.c: eligibility, rule by rule, and the ranking.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matching.h"

static const TpEligibility all_rules = {
  .provinces = "33 44",
  .hs_chapters = "61,62 09",
  .export_min = { TRUE, 100000000 },
  .export_max = { TRUE, 900000000 },
  .currency = "CNY",
  .us_share_min = { TRUE, 3000 },
  .stage_min = TP_STAGE_QUALIFIED,
  .documents = TRUE,
};

static const TpCandidate fitting = {
  .id = 7,
  .province = "33",
  .hs_chapters = "42 62",
  .annual_export = { TRUE, 100000000 },
  .currency = "CNY",
  .us_share = { TRUE, 3000 },
  .stage = TP_STAGE_QUALIFIED,
  .documents_required = 3,
  .documents_verified = 3,
};

static void
assert_rule (const TpEligibility *rules, const TpCandidate *exporter, TpRuleKind rule,
             TpRuleOutcome outcome, const char *words)
{
  g_autoptr (TpMatch) match = tp_match_new (rules, exporter);
  guint met = 0;
  gboolean seen = FALSE;

  for (guint i = 0; i < match->rules->len; i++)
    {
      TpRuleResult *result = &g_array_index (match->rules, TpRuleResult, i);

      met += result->outcome == TP_RULE_MET;
      if (result->rule != rule)
        continue;
      seen = TRUE;
      g_assert_cmpint (result->outcome, ==, outcome);
      if (strstr (result->sentence, words) == NULL)
        g_test_message ("“%s” is not in “%s”", words, result->sentence);
      g_assert_nonnull (strstr (result->sentence, words));
    }
  g_assert_true (seen);
  g_assert_cmpuint (met, ==, match->n_met);
  g_assert_cmpint (tp_match_is_full (match), ==, met == match->rules->len);
}

static void
test_full (void)
{
  g_autoptr (TpMatch) match = tp_match_new (&all_rules, &fitting);
  const TpEligibility no_rules = { .stage_min = -1 };
  g_autoptr (TpMatch) open = tp_match_new (&no_rules, &fitting);

  g_assert_cmpuint (match->rules->len, ==, 6);
  g_assert_cmpuint (match->n_met, ==, 6);
  g_assert_true (tp_match_is_full (match));
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (g_array_index (match->rules, TpRuleResult, i).rule, ==, i);
  g_assert_cmpint (match->id, ==, 7);
  /* What is not stated is no rule. */
  g_assert_cmpuint (open->rules->len, ==, 0);
  g_assert_true (tp_match_is_full (open));
}

static void
test_place_and_goods (void)
{
  TpCandidate e = fitting;

  assert_rule (&all_rules, &e, TP_RULE_PROVINCE, TP_RULE_MET, "Zhejiang");
  e.province = "35";
  assert_rule (&all_rules, &e, TP_RULE_PROVINCE, TP_RULE_NOT_MET,
               "Fujian, is not among the programme's: Zhejiang, Guangdong");
  e.province = NULL;
  assert_rule (&all_rules, &e, TP_RULE_PROVINCE, TP_RULE_NOT_STATED, "not stated");
  e.province = "";
  assert_rule (&all_rules, &e, TP_RULE_PROVINCE, TP_RULE_NOT_STATED, "not stated");

  assert_rule (&all_rules, &e, TP_RULE_HS_CHAPTER, TP_RULE_MET, "takes: 62.");
  e.hs_chapters = "9"; /* chapter 09 */
  assert_rule (&all_rules, &e, TP_RULE_HS_CHAPTER, TP_RULE_MET, "takes: 9.");
  e.hs_chapters = "6 42";
  assert_rule (&all_rules, &e, TP_RULE_HS_CHAPTER, TP_RULE_NOT_MET, "6, 42");
  e.hs_chapters = NULL;
  assert_rule (&all_rules, &e, TP_RULE_HS_CHAPTER, TP_RULE_NOT_STATED, "No HS chapters");
}

static void
test_figures (void)
{
  TpEligibility rules = all_rules;
  TpCandidate e = fitting;

  /* Both ends of the range belong to it. */
  e.annual_export.value = 900000000;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_MET, "within");
  e.annual_export.value = 900000001;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_MET, "outside");
  e.annual_export.value = 99999999;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_MET, "outside");
  rules.export_min = TP_NOT_STATED;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_MET, "at most");
  rules.export_min = TP_STATED (99999999);
  rules.export_max = TP_NOT_STATED;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_MET, "at least");
  /* Two currencies are never compared, nor is what is not stated. */
  e.currency = "USD";
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_STATED, "exchange rate");
  e.annual_export = TP_NOT_STATED;
  assert_rule (&rules, &e, TP_RULE_EXPORT_VALUE, TP_RULE_NOT_STATED, "not stated");

  assert_rule (&rules, &e, TP_RULE_US_SHARE, TP_RULE_MET, "30");
  e.us_share.value = 2999;
  assert_rule (&rules, &e, TP_RULE_US_SHARE, TP_RULE_NOT_MET, "29.99");
  e.us_share = TP_NOT_STATED;
  assert_rule (&rules, &e, TP_RULE_US_SHARE, TP_RULE_NOT_STATED, "not stated");
}

static void
test_work (void)
{
  TpCandidate e = fitting;

  assert_rule (&all_rules, &e, TP_RULE_STAGE, TP_RULE_MET, "Qualified");
  e.stage = TP_STAGE_SELLING;
  assert_rule (&all_rules, &e, TP_RULE_STAGE, TP_RULE_MET, "Selling");
  e.stage = TP_STAGE_CONTACTED;
  assert_rule (&all_rules, &e, TP_RULE_STAGE, TP_RULE_NOT_MET, "Contacted");
  e.stage = TP_STAGE_ON_HOLD;
  assert_rule (&all_rules, &e, TP_RULE_STAGE, TP_RULE_NOT_MET, "On Hold");
  e.stage = TP_STAGE_DECLINED;
  assert_rule (&all_rules, &e, TP_RULE_STAGE, TP_RULE_NOT_MET, "Declined");

  assert_rule (&all_rules, &e, TP_RULE_DOCUMENTS, TP_RULE_MET, "3 of 3 required documents are");
  e.documents_verified = 2;
  assert_rule (&all_rules, &e, TP_RULE_DOCUMENTS, TP_RULE_NOT_MET, "2 of 3");
  e.documents_required = 1;
  e.documents_verified = 0;
  assert_rule (&all_rules, &e, TP_RULE_DOCUMENTS, TP_RULE_NOT_MET, "0 of 1 required document is");
}

static void
test_rank (void)
{
  /* By rules met, then by gap, an unknown gap last, then by age. */
  const struct
  {
    gint64 id;
    const char *province;
    TpKnown gap;
  } rows[] = {
    { 1, "35", TP_STATED (900) },  { 2, "33", TP_NOT_STATED }, { 3, "33", TP_STATED (-50) },
    { 4, "33", TP_STATED (100) },  { 6, "33", TP_STATED (0) }, { 5, "33", TP_STATED (0) },
    { 8, "35", TP_STATED (G_MAXINT64) }, { 7, "33", TP_STATED (G_MININT64) },
  };
  const gint64 order[] = { 4, 5, 6, 3, 7, 2, 8, 1 };
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) tp_match_free);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TpCandidate e = fitting;

      e.id = rows[i].id;
      e.province = rows[i].province;
      e.pivot_gap = rows[i].gap;
      g_ptr_array_add (matches, tp_match_new (&all_rules, &e));
    }
  tp_matches_rank (matches);
  for (guint i = 0; i < matches->len; i++)
    g_assert_cmpint (((TpMatch *) g_ptr_array_index (matches, i))->id, ==, order[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/full", test_full);
  g_test_add_func ("/matching/place-and-goods", test_place_and_goods);
  g_test_add_func ("/matching/figures", test_figures);
  g_test_add_func ("/matching/work", test_work);
  g_test_add_func ("/matching/rank", test_rank);
  return g_test_run ();
}
