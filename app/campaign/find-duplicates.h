/* find-duplicates.h: exporters that are likely there twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Why two exporters are likely one. */
typedef enum
{
  TP_DUPLICATE_USCC = 1 << 0,
  TP_DUPLICATE_NAME = 1 << 1, /* the same name in the same province */
  TP_DUPLICATE_PHONE = 1 << 2,
} TpDuplicateReasons;

/* Two exporters that are likely one, and why. */
#define TP_TYPE_DUPLICATE (tp_duplicate_get_type ())
G_DECLARE_FINAL_TYPE (TpDuplicate, tp_duplicate, TP, DUPLICATE, GObject)

TpRecord           *tp_duplicate_get_first   (TpDuplicate *self);
TpRecord           *tp_duplicate_get_second  (TpDuplicate *self);
TpDuplicateReasons  tp_duplicate_get_reasons (TpDuplicate *self);
char               *tp_duplicate_reason_text (TpDuplicate *self);

TpDuplicateReasons  tp_duplicate_reasons (TpRecord *exporter, TpRecord *other);
char               *tp_duplicate_reasons_text (TpDuplicateReasons reasons, TpRecord *exporter);

/* Those of one exporter, which need not be saved. */
GPtrArray *tp_duplicates_find   (TpReader *reader, TpRecord *exporter, GError **error);
gpointer   tp_duplicates_read   (TpReader *reader, gpointer exporter, GError **error);
GPtrArray *tp_duplicates_of_row (TpReader *reader, TpRecord *exporter);

/* What the page of a saved exporter says of it. */
typedef struct
{
  GPtrArray *found;   /* of TpDuplicate */
  TpRecord *survivor; /* (nullable): the one it was merged into */
} TpDuplicateHint;

gpointer tp_duplicate_hint_read (TpReader *reader, gpointer exporter, GError **error);
void     tp_duplicate_hint_free (gpointer hint);

/* All of the workspace. */
typedef struct
{
  guint limit;               /* so many pairs at most are kept; 0: all */
  GCancellable *cancellable; /* (nullable) */
} TpDuplicatesAsk;

typedef struct
{
  GListStore *pairs; /* of TpDuplicate */
  guint n_pairs;     /* how many there are, also beyond the limit */
} TpDuplicates;

TpDuplicatesAsk *tp_duplicates_ask_new  (guint limit, GCancellable *cancellable);
void             tp_duplicates_ask_free (gpointer ask);
gpointer         tp_duplicates_list     (TpReader *reader, gpointer ask, GError **error);
void             tp_duplicates_free     (gpointer duplicates);

/* For many in a row, as an import has them: reads all exporters once. */
typedef struct _TpDuplicateIndex TpDuplicateIndex;

TpDuplicateIndex *tp_duplicate_index_read (TpReader *reader, GCancellable *cancellable, GError **error);
gint64            tp_duplicate_index_find (TpDuplicateIndex *self, TpRecord *exporter);
void              tp_duplicate_index_free (TpDuplicateIndex *self);

/* "These are two": kept in the workspace, so that nobody is asked again. */
typedef struct
{
  gint64 exporter;
  gint64 other;
} TpNotDuplicate;

gboolean tp_not_duplicate_run (TpChange *change, gpointer input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpDuplicateHint, tp_duplicate_hint_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpDuplicates, tp_duplicates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpDuplicateIndex, tp_duplicate_index_free)

G_END_DECLS
