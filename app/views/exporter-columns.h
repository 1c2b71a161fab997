/* exporter-columns.h: which columns the list of exporters has, in what order and how wide.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_COLUMNS (tp_exporter_columns_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterColumns, tp_exporter_columns, TP, EXPORTER_COLUMNS, GObject)

TpExporterColumns   *tp_exporter_columns_new      (GtkColumnView *view, GSettings *settings);
GListStore          *tp_exporter_columns_list     (TpExporterColumns *self);
void                 tp_exporter_columns_choose   (TpExporterColumns *self, GListModel *items);
void                 tp_exporter_columns_hide     (TpExporterColumns *self, const char *id);
void                 tp_exporter_columns_reset    (TpExporterColumns *self);
void                 tp_exporter_columns_set_room (TpExporterColumns *self, int room);
GtkColumnViewColumn *tp_exporter_columns_find     (TpExporterColumns *self, const char *id);

G_END_DECLS
