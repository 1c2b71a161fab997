/* print-operation.h: a chart or a table on paper, through the system's print dialog.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "table-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TP_TYPE_PRINT_OPERATION (tp_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (TpPrintOperation, tp_print_operation, TP, PRINT_OPERATION, GtkPrintOperation)

TpPrintOperation *tp_print_operation_new   (TpChart *chart, TpWorkspace *workspace);
TpPrintOperation *tp_print_operation_new_table (TpTablePage *table);
void              tp_print_operation_set_paper (TpPrintOperation *self, double width, double height);
GtkPageSetup     *tp_print_default_page    (void);
guint             tp_print_operation_get_n_pages (TpPrintOperation *self);
void              tp_print_operation_paint (TpPrintOperation *self, cairo_t *cr, double width, double height,
                                            guint page, gboolean colour);

G_END_DECLS
