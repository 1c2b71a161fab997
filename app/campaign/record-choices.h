/* record-choices.h: the records that a form's field may name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"
#include "reader.h"

G_BEGIN_DECLS

/* Records of a kind, all or those of an exporter. */
typedef struct
{
  TpKind kind;
  gint64 exporter; /* of products and enrolments; 0: all */
} TpChoicesQuestion;

TpChoicesQuestion *tp_choices_question_new (TpKind kind, gint64 exporter);

/* A TpReadFunc: @question is a TpChoicesQuestion; gives a GListStore of TpFact. */
gpointer tp_choices_read (TpReader *reader, gpointer question, GError **error);

G_END_DECLS
