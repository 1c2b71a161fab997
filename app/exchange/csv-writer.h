/* csv-writer.h: rows as CSV (RFC 4180).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TP_CSV_PLAIN = 0,
  TP_CSV_BOM = 1 << 0,  /* a byte order mark first: spreadsheets then know it is UTF-8 */
  TP_CSV_CRLF = 1 << 1, /* lines end in CR LF, as RFC 4180 has it; otherwise in LF */
} TpCsvFlags;

#define TP_TYPE_CSV_WRITER (tp_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (TpCsvWriter, tp_csv_writer, TP, CSV_WRITER, GObject)

TpCsvWriter *tp_csv_writer_new    (GOutputStream *stream, TpCsvFlags flags);
gboolean     tp_csv_writer_row    (TpCsvWriter *self, const char *const *cells, guint n_cells,
                                   GCancellable *cancellable, GError **error);
gboolean     tp_csv_writer_finish (TpCsvWriter *self, GCancellable *cancellable, GError **error);

G_END_DECLS
