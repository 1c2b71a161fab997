/* product-facts.h: an exporter's products, each in the words of a row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-detail.h"

G_BEGIN_DECLS

/* A TpReadFunc: @question is a TpExporterQuestion; gives a GListStore of TpFact. */
gpointer tp_product_facts_read (TpReader *reader, gpointer question, GError **error);

char    *tp_hs_code_words      (const char *code);

G_END_DECLS
