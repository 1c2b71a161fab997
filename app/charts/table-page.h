/* table-page.h: a table on paper: lists, statements and reports.
 *
 * Columns share the width; their heads come again on each page, and a row is never split.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_TABLE_PAGE (tp_table_page_get_type ())
G_DECLARE_FINAL_TYPE (TpTablePage, tp_table_page, TP, TABLE_PAGE, GObject)

TpTablePage *tp_table_page_new         (const char *title, const char *subtitle, const char *language);
const char  *tp_table_page_get_title   (TpTablePage *self);

void         tp_table_page_set_running (TpTablePage *self, const char *header_left, const char *header_right,
                                        const char *footer_left);
void         tp_table_page_set_mark    (TpTablePage *self, const char *mark);
void         tp_table_page_set_writing_lines (TpTablePage *self, guint lines);

void         tp_table_page_add_column  (TpTablePage *self, const char *title, double share, TpAnchor anchor);
void         tp_table_page_add_group   (TpTablePage *self, const char *heading);
void         tp_table_page_add_row     (TpTablePage *self, const char *const *cells);
guint        tp_table_page_get_n_rows  (TpTablePage *self);

guint        tp_table_page_lay_out     (TpTablePage *self, double width, double height);
guint        tp_table_page_find_row    (TpTablePage *self, guint row);
void         tp_table_page_paint       (TpTablePage *self, cairo_t *cr, double width, double height, guint page);
gboolean     tp_table_page_write_pdf   (TpTablePage *self, GOutputStream *stream, double width, double height,
                                        const char *created, GCancellable *cancellable, GError **error);

G_END_DECLS
