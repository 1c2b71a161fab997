/* exporter-page.h: one exporter, with what blocks it and what has happened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-page.h"

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_PAGE (tp_exporter_page_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterPage, tp_exporter_page, TP, EXPORTER_PAGE, TpViewPage)

G_END_DECLS
