/* exporter-bulk.h: what is done with many exporters of a list at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

TpQuery   *tp_exporter_bulk_query  (TpQuery *shown, GArray *ids);
void       tp_exporter_bulk_count  (TpWorkspace *workspace, TpQuery *query, GCancellable *cancellable,
                                    GtkLabel *label);
void       tp_exporter_bulk_export (GtkWidget *page, TpWorkspace *workspace, TpQuery *query, guint n_exporters);
void       tp_exporter_bulk_print  (GtkWidget *page, TpWorkspace *workspace, TpQuery *query, const char *filter);

G_END_DECLS
