/* reader.h: reading records from one consistent state of the workspace.
 *
 * A reader is handed to a function for the time of a call: on the main thread for
 * look-ups by key, on a reading thread for anything of unknown size, and inside a
 * change, where it sees what the change has done so far. It is never kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"
#include "record.h"

G_BEGIN_DECLS

typedef struct _TpReader TpReader;

/* What is in one stage. "Not stated" is no zero: at_risk adds up n_stated of them. */
typedef struct
{
  gint64 count;
  gint64 n_stated;
  gint64 at_risk; /* minor units of the currency asked for */
} TpStageSum;

/* Called for each record; FALSE ends the walk early. */
typedef gboolean (*TpRecordFunc) (TpRecord *record, gpointer data, GError **error);

TpRecord  *tp_reader_get        (TpReader *self, TpKind kind, gint64 id);
TpRecord  *tp_reader_find       (TpReader *self, TpKind kind, const char *field, const char *value);
TpRecord  *tp_reader_find_key   (TpReader *self, TpKind kind, const char *key);
GPtrArray *tp_reader_children   (TpReader *self, TpKind kind, const char *field, gint64 parent);
GPtrArray *tp_reader_records    (TpReader *self, TpQuery *query, GError **error);
gboolean   tp_reader_each       (TpReader *self, TpKind kind, TpRecordFunc func, gpointer data, GError **error);
gboolean   tp_reader_has_children (TpReader *self, TpKind kind, const char *field, gint64 parent);
GPtrArray *tp_reader_distinct   (TpReader *self, TpKind kind, const char *field);
gint64     tp_reader_count      (TpReader *self, TpKind kind);

GArray    *tp_reader_open_requirements (TpReader *self, gint64 exporter, TpDay as_of, guint *overdue);
guint      tp_reader_open_count (TpReader *self, gint64 exporter, TpDay as_of, TpDay *due);
TpRecord  *tp_reader_requirement_status (TpReader *self, gint64 exporter, gint64 requirement);
TpDay      tp_reader_last_step  (TpReader *self, gint64 exporter, gint64 requirement);
gint64     tp_reader_first_open (TpReader *self, gint64 exporter, TpStage stage, TpDay as_of, const char **status);
char      *tp_reader_stage_reason (TpReader *self, gint64 exporter, TpStage stage, TpDay as_of);
TpDay      tp_reader_last_activity (TpReader *self, gint64 exporter, TpDay as_of, gint64 *time);

GArray    *tp_reader_select     (TpReader *self, TpQuery *query, GError **error);
gboolean   tp_reader_count_stages (TpReader *self, TpQuery *query, const char *currency,
                                   TpStageSum stages[TP_N_STAGES], GError **error);

GArray    *tp_reader_merged_ids (TpReader *self, gint64 exporter);
gint64     tp_reader_merged_survivor (TpReader *self, gint64 exporter);

GBytes    *tp_reader_blob       (TpReader *self, const char *sha256);
char      *tp_reader_setting    (TpReader *self, const char *key);
GTimeZone *tp_reader_time_zone  (TpReader *self);
char      *tp_reader_integrity  (TpReader *self);

G_END_DECLS
