/* requirement-words.h: a requirement of an exporter in words; within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

char   *tp_requirement_when_text (const char *status, TpRecord *record, TpDay as_of);
char   *tp_requirement_step_text (TpRecord *step);
TpFact *tp_requirement_fact      (TpRecord *requirement, TpRecord *record, const char *status, TpDay as_of);

G_END_DECLS
