/* product-margins.h: what a product earns abroad and at home, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

typedef struct
{
  TpRecord *product; /* as it stands in a form, kept or not */
  TpDay as_of;
} TpMarginsQuestion;

TpMarginsQuestion *tp_margins_question_new  (TpRecord *product, TpDay as_of);
void               tp_margins_question_free (gpointer question);

/* A TpReadFunc: @question is a TpMarginsQuestion; gives a text. */
gpointer tp_margins_read (TpReader *reader, gpointer question, GError **error);

G_END_DECLS
