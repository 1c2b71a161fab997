/* json-writer.h: rows as a JSON array of objects, written as they come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_JSON_WRITER (tp_json_writer_get_type ())
G_DECLARE_FINAL_TYPE (TpJsonWriter, tp_json_writer, TP, JSON_WRITER, GObject)

TpJsonWriter *tp_json_writer_new       (GOutputStream *stream);

void          tp_json_writer_begin_row (TpJsonWriter *self);
void          tp_json_writer_text      (TpJsonWriter *self, const char *name, const char *text);
void          tp_json_writer_integer   (TpJsonWriter *self, const char *name, gint64 number);
void          tp_json_writer_decimal   (TpJsonWriter *self, const char *name, const char *number);
void          tp_json_writer_flag      (TpJsonWriter *self, const char *name, gboolean flag);
void          tp_json_writer_null      (TpJsonWriter *self, const char *name);
gboolean      tp_json_writer_end_row   (TpJsonWriter *self, GCancellable *cancellable,
                                        GError **error);

gboolean      tp_json_writer_finish    (TpJsonWriter *self, GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
