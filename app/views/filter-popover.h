/* filter-popover.h: where a filter is chosen and set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-criteria.h"
#include "filter-choices.h"
#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_FILTER_POPOVER (tp_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TpFilterPopover, tp_filter_popover, TP, FILTER_POPOVER, GtkPopover)

void tp_filter_popover_set_criteria (TpFilterPopover *self, TpExporterCriteria *criteria);
void tp_filter_popover_edit         (TpFilterPopover *self, const TpFilterKind *kind);

G_END_DECLS
