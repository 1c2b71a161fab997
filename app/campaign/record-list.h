/* record-list.h: a list model over ids; a row is looked up when it is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* Makes the object of a row from its record; the default is the record itself. */
typedef GObject *(*TpRowFunc) (TpWorkspace *workspace, TpRecord *record, TpDay as_of);

#define TP_TYPE_RECORD_LIST (tp_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TpRecordList, tp_record_list, TP, RECORD_LIST, GObject)

TpRecordList *tp_record_list_new       (TpWorkspace *workspace, TpKind kind, GType item_type, TpRowFunc func);
void          tp_record_list_set_query (TpRecordList *self, TpQuery *query);
void          tp_record_list_set_ids   (TpRecordList *self, GArray *ids, TpDay as_of);
gint64        tp_record_list_get_id    (TpRecordList *self, guint position);
guint         tp_record_list_find      (TpRecordList *self, gint64 id);
GArray       *tp_record_list_find_all  (TpRecordList *self, GArray *ids);
gboolean      tp_record_list_is_loading (TpRecordList *self);

G_END_DECLS
