/* eligibility.h: whether an exporter meets a programme's rules, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"
#include "reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 exporter;
  gint64 programme;
} TpEligibilityQuestion;

TpEligibilityQuestion *tp_eligibility_question_new (gint64 exporter, gint64 programme);

/* A TpReadFunc: @question is a TpEligibilityQuestion; gives a GListStore of TpFact. */
gpointer tp_eligibility_read (TpReader *reader, gpointer question, GError **error);

G_END_DECLS
