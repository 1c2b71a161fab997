/* overview-private.h: the parts of the overview.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview.h"

G_BEGIN_DECLS

/* An archived exporter counts nowhere, and nothing is left to do for it. */
#define tp_exporter_is_archived(exporter) (tp_record_get_number_or (exporter, "archived", 0) != 0)

/* Each fills a list. */
void     tp_overview_add_tiles     (GListStore *tiles, TpStatus *status);
gboolean tp_overview_add_attention (GListStore *lines, TpReader *reader, TpStatus *status, GError **error);
gboolean tp_overview_add_activity  (GListStore *lines, TpReader *reader, TpDay as_of, GError **error);
gboolean tp_overview_add_due       (GListStore *lines, TpReader *reader, TpDay as_of, GError **error);

G_END_DECLS
