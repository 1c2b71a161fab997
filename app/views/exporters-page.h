/* exporters-page.h: the exporters, searched, filtered and worked through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-list.h"

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTERS_PAGE (tp_exporters_page_get_type ())
G_DECLARE_FINAL_TYPE (TpExportersPage, tp_exporters_page, TP, EXPORTERS_PAGE, TpViewPage)

TpRecordList *tp_exporters_page_get_list (TpExportersPage *self);
void          tp_exporters_page_set_opened (TpExportersPage *self, gint64 exporter);

G_END_DECLS
