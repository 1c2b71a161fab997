/* programme-facts.h: the programmes an exporter is in, its listings and benefits there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-detail.h"

G_BEGIN_DECLS

/* A TpReadFunc: @question is a TpExporterQuestion; gives a GListStore of TpFact. */
gpointer tp_programme_facts_read (TpReader *reader, gpointer question, GError **error);

G_END_DECLS
