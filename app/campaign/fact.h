/* fact.h: a line of a list about a record: ready-made words, and what it stands for.
 *
 * Properties: "kind" (a token), "id" (int64), "icon-name", "css-class", "title",
 * "subtitle", "note", "value", "heading" (of the group that begins here, or NULL),
 * "status" (a token, or NULL), "attachment" (the name of an attached file, or NULL).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_FACT (tp_fact_get_type ())
G_DECLARE_FINAL_TYPE (TpFact, tp_fact, TP, FACT, GObject)

TpFact     *tp_fact_new        (TpKind kind, gint64 id, const char *title);
TpFact     *tp_fact_set        (TpFact *self, const char *property, const char *text);
TpFact     *tp_fact_take       (TpFact *self, const char *property, char *text);
TpKind      tp_fact_get_kind   (TpFact *self);
gint64      tp_fact_get_id     (TpFact *self);
const char *tp_fact_get_title  (TpFact *self);
const char *tp_fact_get_status (TpFact *self);

void        tp_facts_update    (GListStore *shown, GListModel *fresh);

G_END_DECLS
