/* record-rows.h: records as tables, CSV and JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TP_ROWS_TABLE, /* aligned text for a terminal, the columns that matter most */
  TP_ROWS_CSV,   /* every field; field names as headings */
  TP_ROWS_JSON,  /* every field; an array of objects */
  TP_ROWS_SHEET, /* CSV with a byte order mark, for spreadsheet programs */
} TpRowsFormat;

gboolean tp_rows_format_parse  (const char *name, TpRowsFormat *format);
gboolean tp_record_rows_write  (TpReader *reader, TpQuery *query, TpRowsFormat format,
                                GOutputStream *stream, GCancellable *cancellable, GError **error);
char    *tp_changes_text       (GPtrArray *changes, TpRowsFormat format);

G_END_DECLS
