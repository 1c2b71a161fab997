/* edit-requirement-status.h: how far a requirement of an exporter is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* A status alone: a click in a menu. */
typedef struct
{
  gint64 exporter;
  gint64 requirement;
  char *status; /* a token of tp_words_requirement_status */
  TpDay day;    /* when; TP_DAY_NONE: today */
} TpSetRequirement;

TpSetRequirement *tp_set_requirement_new  (gint64 exporter, gint64 requirement, const char *status);
void              tp_set_requirement_free (gpointer input);
gboolean          tp_set_requirement_run  (TpChange *change, gpointer input, GError **error);

/* All of it: a form. @status: the requirement status as it shall be, with its exporter
 * and requirement; without an id it is new. @base: as the form was filled with it.
 * @document: what was read from a file, to be attached in the same step. */
typedef struct
{
  TpRecord *status;
  TpRecord *base;
  TpDocument *document;
  TpDay day; /* of the step; TP_DAY_NONE: today */
} TpEditRequirementStatus;

TpEditRequirementStatus *tp_edit_requirement_status_new  (TpRecord *status, TpRecord *base);
void                     tp_edit_requirement_status_free (gpointer input);
gboolean                 tp_edit_requirement_status_run  (TpChange *change, gpointer input, GError **error);

/* For the use cases that change one among other things. */
gboolean tp_requirement_status_keep  (TpChange *change, TpRecord *status, TpDay day, GError **error);
gboolean tp_requirement_status_renew (TpChange *change, TpRecord *status, TpRecord *former, TpDay last, TpDay day,
                                      GError **error);
gboolean tp_requirement_review       (TpRecord *status, TpRecord *former, TpDay day, TpDay last, TpDay today,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpSetRequirement, tp_set_requirement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpEditRequirementStatus, tp_edit_requirement_status_free)

G_END_DECLS
