/* exporter-detail.h: the head of an exporter's page: who, how far, what stands in the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"
#include "workspace.h"

G_BEGIN_DECLS

/* What is asked. */
typedef struct
{
  gint64 exporter;
  TpDay as_of;
  GTimeZone *zone; /* (nullable): UTC */
} TpExporterQuestion;

TpExporterQuestion *tp_exporter_question_new  (TpWorkspace *workspace, gint64 exporter, TpDay as_of);
void                tp_exporter_question_free (gpointer question);

/* Properties: see exporter-detail.c. */
#define TP_TYPE_EXPORTER_DETAIL (tp_exporter_detail_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterDetail, tp_exporter_detail, TP, EXPORTER_DETAIL, GObject)

gpointer    tp_exporter_detail_read           (TpReader *reader, gpointer question, GError **error);
TpRecord   *tp_exporter_detail_get_exporter   (TpExporterDetail *self);
TpStage     tp_exporter_detail_get_stage      (TpExporterDetail *self);
TpStage     tp_exporter_detail_get_next_stage (TpExporterDetail *self);
GListModel *tp_exporter_detail_get_blocks     (TpExporterDetail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpExporterQuestion, tp_exporter_question_free)

G_END_DECLS
