/* selection-summary.h: how many exporters are selected, and what is at risk with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* A TpReadFunc: @query is a TpQuery of exporters; gives a text. */
char    *tp_selection_text          (guint n);
gpointer tp_selection_summary_read (TpReader *reader, gpointer query, GError **error);

G_END_DECLS
