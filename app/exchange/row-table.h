/* row-table.h: rows as an aligned table of plain text, for terminals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TpRowTable TpRowTable;

TpRowTable *tp_row_table_new       (const char *const *headings, guint n_columns);
void        tp_row_table_free      (TpRowTable *self);
void        tp_row_table_add       (TpRowTable *self, const char *const *cells);
char       *tp_row_table_to_string (TpRowTable *self, guint max_column_width);

guint       tp_text_display_width  (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRowTable, tp_row_table_free)

G_END_DECLS
