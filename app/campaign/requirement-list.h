/* requirement-list.h: the checklist of an exporter as of a day, and one line of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"
#include "workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 exporter;
  gint64 requirement; /* of the one that is opened; 0 for the list */
  TpDay as_of;
  GTimeZone *zone;
} TpRequirementQuestion;

/* The whole checklist. */
typedef struct
{
  GListStore *facts; /* of TpFact: the id is the requirement's; grouped by "heading" */
  char *summary;     /* "7 of 11 verified · 2 overdue" */
  GArray *missing;   /* of gint64: what would be requested now */
} TpRequirementList;

/* One requirement of it. */
typedef struct
{
  TpRecord *exporter;
  TpRecord *requirement;
  TpRecord *status;     /* (nullable): as it is now; NULL: nobody asked for it */
  TpRecord *attachment; /* (nullable) */
  GListStore *steps;    /* of TpFact, the latest first */
  TpDay last;           /* of the latest step */
} TpRequirementDetail;

TpRequirementQuestion *tp_requirement_question_new  (TpWorkspace *workspace, gint64 exporter, gint64 requirement,
                                                     TpDay as_of);
void                   tp_requirement_question_free (gpointer question);

gpointer               tp_requirement_list_read     (TpReader *reader, gpointer question, GError **error);
void                   tp_requirement_list_free     (gpointer list);

gpointer               tp_requirement_detail_read   (TpReader *reader, gpointer question, GError **error);
void                   tp_requirement_detail_free   (gpointer detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRequirementQuestion, tp_requirement_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRequirementList, tp_requirement_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRequirementDetail, tp_requirement_detail_free)

G_END_DECLS
