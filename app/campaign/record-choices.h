/* record-choices.h: the records and people that a form's field may name.
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

/* TpReadFuncs for the forms of bulk actions and for filters: programmes that have not
 * ended and requirements that are asked for are GListStores of TpFact with id and title,
 * owners a GPtrArray of names. */
gpointer tp_programme_choices_read   (TpReader *reader, gpointer as_of, GError **error);
gpointer tp_requirement_choices_read (TpReader *reader, gpointer unused, GError **error);
gpointer tp_owner_choices_read       (TpReader *reader, gpointer unused, GError **error);

G_END_DECLS
