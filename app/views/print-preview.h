/* print-preview.h: the pages as they will be printed, and the paper they go on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "table-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_PRINT_PREVIEW (tp_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (TpPrintPreview, tp_print_preview, TP, PRINT_PREVIEW, AdwDialog)

/* Asks for the table anew, grouped by the place chosen in the list of groups. */
typedef void (*TpRegroupFunc) (TpPrintPreview *preview, guint group, gpointer data);

AdwDialog *tp_print_preview_new        (TpChart *chart, TpWorkspace *workspace);
AdwDialog *tp_print_preview_new_table  (TpTablePage *table, TpWorkspace *workspace, const char *file_name);
void       tp_print_preview_set_groups (TpPrintPreview *self, const char *const *groups, TpRegroupFunc regroup,
                                        gpointer data, GDestroyNotify free_data);
void       tp_print_preview_set_table  (TpPrintPreview *self, TpTablePage *table);

G_END_DECLS
