/* exporter-criteria-private.h: what the files of TpExporterCriteria share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-criteria.h"

G_BEGIN_DECLS

/* What the values of a field are. */
typedef enum
{
  TP_CRITERION_TEXT,
  TP_CRITERION_STAGE,
  TP_CRITERION_PIPELINE, /* one stage of the pipeline */
  TP_CRITERION_PROVINCE,
  TP_CRITERION_CHAPTER,
  TP_CRITERION_RECORD,
  TP_CRITERION_NUMBER,
  TP_CRITERION_MONEY, /* in the currency of the workspace */
  TP_CRITERION_SHARE, /* in basis points */
  TP_CRITERION_DAY,   /* 2025-05-01, or +30: so many days from the day that is looked at */
  TP_CRITERION_FLAG,
} TpCriterionType;

typedef struct
{
  const char *name;
  TpCriterionType type;
  guint ops;      /* 1 << TpOp */
  TpKind ref;     /* of RECORD */
  gboolean sorts;
  gboolean dated; /* depends on the day that is looked at */
} TpCriterionField;

gboolean tp_criterion_field_find (const char *name, TpCriterionField *field);
gboolean tp_criterion_add_value  (TpCriterion *self, const TpCriterionField *field, TpReader *reader,
                                  const char *value, gboolean given, GError **error);

void     tp_criterion_join       (TpCriterion *self, TpCriterion *other);

G_END_DECLS
