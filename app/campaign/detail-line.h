/* detail-line.h: a line of a list beside a record: evidence, an event, a change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define TP_TYPE_DETAIL_LINE (tp_detail_line_get_type ())
G_DECLARE_FINAL_TYPE (TpDetailLine, tp_detail_line, TP, DETAIL_LINE, GObject)

TpDetailLine *tp_detail_line_new        (const char *title, const char *subtitle, const char *note);
void          tp_detail_line_set_number (TpDetailLine *self, guint number);
void          tp_detail_line_set_uri    (TpDetailLine *self, const char *uri);
void          tp_detail_line_set_record (TpDetailLine *self, TpKind kind, gint64 id);
void          tp_detail_line_set_action (TpDetailLine *self, const char *view);
void          tp_detail_line_set_tooltip (TpDetailLine *self, const char *tooltip);

const char   *tp_detail_line_get_title  (TpDetailLine *self);
const char   *tp_detail_line_get_subtitle (TpDetailLine *self);
const char   *tp_detail_line_get_uri    (TpDetailLine *self);
const char   *tp_detail_line_get_view   (TpDetailLine *self);
TpKind        tp_detail_line_get_record (TpDetailLine *self, gint64 *id);

char         *tp_footnote_mark          (guint number);

G_END_DECLS
