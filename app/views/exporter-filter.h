/* exporter-filter.h: the bar that says which exporters are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-criteria.h"
#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_FILTER (tp_exporter_filter_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterFilter, tp_exporter_filter, TP, EXPORTER_FILTER, GtkBox)

void     tp_exporter_filter_set         (TpExporterFilter *self, const char *filter);
void     tp_exporter_filter_clear       (TpExporterFilter *self);
gboolean tp_exporter_filter_is_on       (TpExporterFilter *self);
void     tp_exporter_filter_apply       (TpExporterFilter *self, TpQuery *query);
TpExporterCriteria *tp_exporter_filter_get_criteria (TpExporterFilter *self);
void     tp_exporter_filter_show_counts (TpExporterFilter *self, const gint64 stages[TP_N_STAGES]);
void     tp_exporter_filter_search      (TpExporterFilter *self);

G_END_DECLS
