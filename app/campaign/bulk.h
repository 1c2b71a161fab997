/* bulk.h: one thing done to many exporters, in one step that can be taken back.
 *
 * What will happen and what happens are worked out by the same walk: once only looking,
 * before anybody presses a button, and once within a change. What cannot be done to an
 * exporter is not done, and is said with its reason; the others go on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why an exporter was left as it is. */
typedef enum
{
  TP_SKIP_GONE,         /* no longer there, or archived */
  TP_SKIP_ALREADY,      /* nothing to do */
  TP_SKIP_LAST,         /* there is no later stage */
  TP_SKIP_BESIDE,       /* on hold or declined: where to go on is for a person to say */
  TP_SKIP_NEEDS_REASON, /* a reason would do */
  TP_SKIP_NO_USCC,
  TP_SKIP_DAY,          /* something later is recorded */
  TP_SKIP_NOT_ELIGIBLE,
  TP_SKIP_FULL,         /* the programme has no room left */
  TP_SKIP_NOTHING_OPEN, /* no document is to be asked for */
  TP_N_SKIPS,
} TpSkip;

typedef struct
{
  gint64 exporter;
  TpSkip cause;
  char *title;  /* the exporter's */
  char *reason; /* in words, a clause without a full stop */
} TpBulkSkipped;

typedef struct
{
  GArray *done;       /* of gint64: the exporters it was done to */
  GPtrArray *skipped; /* of TpBulkSkipped, in the order of the exporters */
  guint causes[TP_N_SKIPS];
} TpBulkResult;

typedef struct _TpBulk TpBulk;

/* How one kind of bulk action goes about it. @change is NULL while it only looks. */
typedef struct
{
  const char *verb; /* in the journal */
  gboolean (*prepare) (TpBulk *self, TpReader *reader, TpDay today, GError **error);
  /* Does it, or says by tp_bulk_skip() why not; FALSE stops all. */
  gboolean (*step)    (TpBulk *self, TpReader *reader, TpChange *change, TpRecord *exporter, TpDay today,
                       GError **error);
  void     (*clear)   (TpBulk *self);
  char    *(*plan)    (guint n); /* "41 will advance" */
  char    *(*outcome) (guint n); /* "41 advanced" */
} TpBulkAction;

struct _TpBulk
{
  const TpBulkAction *action;
  gatomicrefcount refs;
  GArray *ids;            /* of gint64 */
  TpBulkResult *result;   /* NULL until it was planned or done */
  gint walked;            /* atomic: how many exporters it has been through */
  GCancellable *cancellable; /* (nullable): stops a plan */
};

TpBulk       *tp_bulk_ref        (TpBulk *self);
void          tp_bulk_unref      (gpointer self);
guint         tp_bulk_get_walked (TpBulk *self);
TpBulkResult *tp_bulk_get_result (TpBulk *self);
const char   *tp_bulk_get_verb   (TpBulk *self);

gboolean      tp_bulk_run        (TpChange *change, gpointer bulk, GError **error);
gpointer      tp_bulk_plan_read  (TpReader *reader, gpointer bulk, GError **error);

char         *tp_bulk_plan_text    (TpBulk *self);
char         *tp_bulk_outcome_text (TpBulk *self);

/* For the actions. */
void          tp_bulk_init       (TpBulk *self, const TpBulkAction *action, const gint64 *ids, guint n_ids);
void          tp_bulk_skip       (TpBulk *self, TpRecord *exporter, TpSkip cause, char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpBulk, tp_bulk_unref)

G_END_DECLS
