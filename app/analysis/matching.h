/* matching.h: whether an exporter meets a programme's eligibility.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exact.h"
#include "words.h"

G_BEGIN_DECLS

/* A programme's rules. What is not stated is no rule. */
typedef struct
{
  const char *provinces;   /* (nullable): GB/T 2260 codes, "33 44" */
  const char *hs_chapters; /* (nullable): "61 62" */
  TpKnown export_min;      /* minor units */
  TpKnown export_max;
  const char *currency;    /* of both */
  TpKnown us_share_min;    /* basis points */
  int stage_min;           /* a TpStage of the pipeline, or -1 */
  gboolean documents;      /* the required documents must be verified */
} TpEligibility;

/* What the rules are tested against. */
typedef struct
{
  gint64 id;
  const char *province;    /* (nullable): GB/T 2260 code */
  const char *hs_chapters; /* (nullable) */
  TpKnown annual_export;   /* minor units */
  const char *currency;    /* (nullable) */
  TpKnown us_share;        /* basis points */
  TpStage stage;           /* the furthest reached: for one on hold, the stage before */
  guint documents_required;
  guint documents_verified;
  TpKnown pivot_gap;       /* minor units, of its best product; in one currency for all */
} TpCandidate;

typedef enum
{
  TP_RULE_PROVINCE,
  TP_RULE_HS_CHAPTER,
  TP_RULE_EXPORT_VALUE,
  TP_RULE_US_SHARE,
  TP_RULE_STAGE,
  TP_RULE_DOCUMENTS,
} TpRuleKind;

typedef enum
{
  TP_RULE_MET,
  TP_RULE_NOT_MET,
  TP_RULE_NOT_STATED, /* the exporter's figure is not known; does not count as met */
} TpRuleOutcome;

typedef struct
{
  TpRuleKind rule;
  TpRuleOutcome outcome;
  char *sentence; /* translated, whole */
} TpRuleResult;

typedef struct
{
  gint64 id;
  GArray *rules; /* of TpRuleResult, in the order of TpRuleKind */
  guint n_met;
  TpKnown pivot_gap;
} TpMatch;

TpMatch *tp_match_new     (const TpEligibility *eligibility, const TpCandidate *candidate);
void     tp_match_free    (TpMatch *match);
gboolean tp_match_is_full (const TpMatch *match);
int      tp_match_compare (const TpMatch *a, const TpMatch *b);
void     tp_matches_rank  (GPtrArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpMatch, tp_match_free)

G_END_DECLS
