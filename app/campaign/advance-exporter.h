/* advance-exporter.h: moving an exporter to another stage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 exporter; /* id */
  TpStage stage;   /* where to */
  char *reason;    /* (nullable) */
  TpDay day;       /* when; TP_DAY_NONE: today */
} TpAdvance;

TpAdvance *tp_advance_new  (gint64 exporter, TpStage stage, const char *reason);
void       tp_advance_free (gpointer input);
gboolean   tp_advance_run  (TpChange *change, gpointer input, GError **error);

/* The rules by themselves: what a dialog shows before anybody presses a button. */
TpStage    tp_exporter_pipeline_stage (TpReader *reader, TpRecord *exporter);
TpStage    tp_exporter_next_stage     (TpReader *reader, TpRecord *exporter);
gboolean   tp_exporter_stage_needs    (TpStage stage, TpRecord *requirement);
GPtrArray *tp_exporter_open_items     (TpReader *reader, TpRecord *exporter, TpStage stage);
gboolean   tp_exporter_check_advance  (TpReader *reader, TpRecord *exporter, TpStage stage,
                                       const char *reason, GError **error);

/* tp_advance_run() in two steps, for many exporters in one change. */
gboolean   tp_advance_check           (TpReader *reader, TpAdvance *self, TpRecord *exporter, TpDay today,
                                       GError **error);
gboolean   tp_advance_move            (TpChange *change, TpAdvance *self, TpRecord *exporter, GError **error);

/* For use cases that move an exporter among other things: the activity alone. */
gboolean   tp_advance_record          (TpChange *change, TpRecord *exporter, TpStage stage,
                                       TpDay day, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpAdvance, tp_advance_free)

G_END_DECLS
