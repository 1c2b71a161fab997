/* csv-reader.h: the rows of a CSV file, one by one, whatever wrote it.
 *
 * Encoding, delimiter and the row of headings are guessed unless they are given.
 * A file of any size takes a few hundred kilobytes of memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TpCsvHeadingScore:
 * @cells: (element-type utf8): the cells of a row; none is %NULL
 * @user_data: what was given with the function
 *
 * Returns: how much the row looks like the headings, such as the number of cells
 *   that name a known field; 0 where it does not
 */
typedef int (*TpCsvHeadingScore) (GPtrArray *cells, gpointer user_data);

#define TP_TYPE_CSV_READER (tp_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (TpCsvReader, tp_csv_reader, TP, CSV_READER, GObject)

TpCsvReader *tp_csv_reader_new              (GInputStream *stream);

/* Before the first row is read: */
void         tp_csv_reader_set_encoding     (TpCsvReader *self, const char *encoding);
void         tp_csv_reader_set_delimiter    (TpCsvReader *self, char delimiter);
void         tp_csv_reader_set_heading_score (TpCsvReader *self, TpCsvHeadingScore score,
                                             gpointer user_data, GDestroyNotify destroy);

gboolean     tp_csv_reader_open             (TpCsvReader *self, GCancellable *cancellable,
                                             GError **error);
const char  *tp_csv_reader_get_encoding     (TpCsvReader *self);
char         tp_csv_reader_get_delimiter    (TpCsvReader *self);
GPtrArray   *tp_csv_reader_get_headings     (TpCsvReader *self);
guint        tp_csv_reader_get_heading_line (TpCsvReader *self);

gboolean     tp_csv_reader_next             (TpCsvReader *self, GPtrArray **cells, guint *line,
                                             GCancellable *cancellable, GError **error);
goffset      tp_csv_reader_get_bytes_read   (TpCsvReader *self);

G_END_DECLS
