/* edit-requirement-set.h: a checklist made, changed or removed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* @set: the set as it shall be, without an id new; %NULL: the default checklist, of the
 * requirements that belong to no set. @requirements: those that shall be asked for, in
 * their order; without an id they are new, retired ones come back. @bases: for each as
 * the form was filled with it, or %NULL. @dropped: ids of those to be taken out.
 * @remove: takes the whole set away. */
typedef struct
{
  TpRecord *set;
  TpRecord *base;
  GPtrArray *requirements; /* of TpRecord, unsealed */
  GPtrArray *bases;        /* of TpRecord or NULL */
  GArray *dropped;         /* of gint64 */
  gboolean remove;

  guint retired; /* after it ran: how many of the dropped have statuses and are kept */
} TpEditRequirementSet;

TpEditRequirementSet *tp_edit_requirement_set_new  (TpRecord *set, TpRecord *base);
void                  tp_edit_requirement_set_free (gpointer input);
void                  tp_edit_requirement_set_add  (TpEditRequirementSet *self, TpRecord *requirement,
                                                    TpRecord *base);
void                  tp_edit_requirement_set_drop (TpEditRequirementSet *self, gint64 requirement);
gboolean              tp_edit_requirement_set_run  (TpChange *change, gpointer input, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpEditRequirementSet, tp_edit_requirement_set_free)

G_END_DECLS
