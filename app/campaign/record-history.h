/* record-history.h: what was done to an exporter and to what hangs on it, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* Properties: "day", "day-text", "subtitle" (time and author), "subject" (the record,
 * where it is not the exporter itself), "title" (what was changed), "before", "after"
 * (or NULL), "field" (a name for filtering, "exporter.phone"), "field-title", "undone"
 * (whether it was taken back), "undone-text". */
#define TP_TYPE_HISTORY_ROW (tp_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TpHistoryRow, tp_history_row, TP, HISTORY_ROW, GObject)

TpDay       tp_history_row_get_day   (TpHistoryRow *self);
const char *tp_history_row_get_field (TpHistoryRow *self);
const char *tp_history_row_get_title (TpHistoryRow *self);
const char *tp_history_row_get_field_title (TpHistoryRow *self);
gboolean    tp_history_row_is_undone (TpHistoryRow *self);

typedef struct
{
  gint64 exporter;
  TpDay today;
  GTimeZone *zone;
} TpHistoryQuestion;

TpHistoryQuestion *tp_history_question_new  (TpWorkspace *workspace, gint64 exporter);
void               tp_history_question_free (gpointer question);
gpointer           tp_record_history_read   (TpReader *reader, gpointer question, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpHistoryQuestion, tp_history_question_free)

G_END_DECLS
