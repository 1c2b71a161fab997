/* print-preview.h: the pages as they will be printed, and the paper they go on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PRINT_PREVIEW (tp_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (TpPrintPreview, tp_print_preview, TP, PRINT_PREVIEW, AdwDialog)

AdwDialog *tp_print_preview_new (TpChart *chart, TpWorkspace *workspace);

G_END_DECLS
