/* import-plan.h: a spreadsheet of exporters, products and so on, planned and then applied.
 *
 * The plan is what a preview and --dry-run show. It never holds the rows: planning
 * and applying each stream the file, so that its size does not matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TP_DUPLICATE_UPDATE, /* the record with the same key takes what the row states */
  TP_DUPLICATE_SKIP,   /* it stays as it is */
  TP_DUPLICATE_FAIL,   /* nothing is imported */
} TpOnDuplicate;

typedef enum
{
  TP_FAULT_REJECT, /* leave out the rows with faults, and say so */
  TP_FAULT_FAIL,   /* nothing is imported */
} TpOnFault;

typedef struct
{
  gint64 read;
  gint64 added;
  gint64 updated;
  gint64 skipped;
  gint64 rejected;
  gint64 warned; /* of those taken: region of the USCC and province differ */
  gint64 likely; /* of those added: likely the same as one that is there; known of a check */
  gint64 later;  /* of those added: sourced after the plan's day, so not seen on it */
} TpImportCounts;

/* Called on the thread that works, now and then. */
typedef void (*TpImportProgress) (goffset done, goffset size, gpointer data);

/* What becomes of a row. */
typedef enum
{
  TP_ROW_ADDED,
  TP_ROW_UPDATED,
  TP_ROW_SKIPPED,
  TP_ROW_REFUSED,
} TpRowOutcome;

#define TP_N_ROW_OUTCOMES 4

/* A row and what becomes of it, as the person reads it: properties "line" (int64), "name",
 * "column", "value", "reason" of one that is refused, "changes" of one that updates. */
#define TP_TYPE_IMPORT_ROW (tp_import_row_get_type ())
G_DECLARE_FINAL_TYPE (TpImportRow, tp_import_row, TP, IMPORT_ROW, GObject)

gint64       tp_import_row_get_line    (TpImportRow *self);
const char  *tp_import_row_get_column  (TpImportRow *self);
const char  *tp_import_row_get_reason  (TpImportRow *self);
const char  *tp_import_row_get_changes (TpImportRow *self);

/* The kinds of record that a spreadsheet may hold, exporters first. */
const TpKind  *tp_import_kinds                 (guint *n_kinds);
const char    *tp_import_verb                  (TpKind kind);

#define TP_TYPE_IMPORT_PLAN (tp_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (TpImportPlan, tp_import_plan, TP, IMPORT_PLAN, GObject)

TpImportPlan  *tp_import_plan_new              (GFile *file);
void           tp_import_plan_set_kind         (TpImportPlan *self, TpKind kind);
TpKind         tp_import_plan_get_kind         (TpImportPlan *self);
void           tp_import_plan_set_encoding     (TpImportPlan *self, const char *encoding);
void           tp_import_plan_set_on_duplicate (TpImportPlan *self, TpOnDuplicate on_duplicate);
void           tp_import_plan_set_on_fault     (TpImportPlan *self, TpOnFault on_fault);
void           tp_import_plan_set_day          (TpImportPlan *self, TpDay day);
void           tp_import_plan_set_progress     (TpImportPlan *self, TpImportProgress progress,
                                                gpointer data);
void           tp_import_plan_set_cancellable  (TpImportPlan *self, GCancellable *cancellable);

/* The head of the file: blocking, but quick. */
gboolean       tp_import_plan_open             (TpImportPlan *self, GError **error);
const char    *tp_import_plan_get_name         (TpImportPlan *self);
const char    *tp_import_plan_get_encoding     (TpImportPlan *self);
guint          tp_import_plan_get_doubt_line   (TpImportPlan *self);
char           tp_import_plan_get_delimiter    (TpImportPlan *self);
guint          tp_import_plan_get_heading_line (TpImportPlan *self);
guint          tp_import_plan_get_n_columns    (TpImportPlan *self);
const char    *tp_import_plan_get_heading      (TpImportPlan *self, guint column);
const char    *tp_import_plan_get_sample       (TpImportPlan *self, guint column, guint row);
GPtrArray     *tp_import_plan_get_fields       (TpImportPlan *self);
const TpField *tp_import_plan_get_field        (TpImportPlan *self, guint column);
void           tp_import_plan_set_field        (TpImportPlan *self, guint column, const TpField *field);
gboolean       tp_import_plan_map              (TpImportPlan *self, const char *heading,
                                                const char *field, GError **error);

/* The whole file: checked (a TpReadFunc), applied (a TpChangeFunc). */
gpointer       tp_import_plan_check            (TpReader *reader, gpointer plan, GError **error);
gboolean       tp_import_plan_run              (TpChange *change, gpointer plan, GError **error);

void           tp_import_plan_get_counts       (TpImportPlan *self, TpImportCounts *counts);
GListModel    *tp_import_plan_get_rows         (TpImportPlan *self, TpRowOutcome outcome);
GArray        *tp_import_plan_get_taken        (TpImportPlan *self);
gboolean       tp_import_plan_save_refused     (TpImportPlan *self, GOutputStream *stream,
                                                GCancellable *cancellable, GError **error);
gboolean       tp_import_plan_save_refused_as  (TpImportPlan *self, GFile *file,
                                                GCancellable *cancellable, GError **error);

G_END_DECLS
