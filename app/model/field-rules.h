/* field-rules.h: what a text field holds besides text; within the model only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"
#include "record.h"

G_BEGIN_DECLS

/* The same name means the same thing in every kind, so the name gives the rule. */
typedef enum
{
  TP_RULE_NONE,
  TP_RULE_USCC,
  TP_RULE_GTIN,
  TP_RULE_HS_CODE,
  TP_RULE_HS_PREFIX,
  TP_RULE_CHAPTERS,
  TP_RULE_PROVINCE,
  TP_RULE_PROVINCES,
  TP_RULE_CURRENCY,
} TpFieldRule;

TpFieldRule  tp_field_rule           (const TpField *field);
const char  *tp_field_currency       (const TpField *field, TpRecord *record);
const char  *tp_field_precision_name (const TpField *field, TpKind kind);
char        *tp_field_normalise_text (TpFieldRule rule, const char *text, GError **error);

G_END_DECLS
