/* requirement-sets.h: the checklists there are, and one of them to be changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"
#include "reader.h"

G_BEGIN_DECLS

/* A set as a form is filled with it. */
typedef struct
{
  TpRecord *set;           /* NULL: the default checklist, or one to be made */
  GPtrArray *requirements; /* of TpRecord: asked for, in their order */
  GPtrArray *retired;      /* of TpRecord: not asked for any more */
  GHashTable *answers;     /* id of a requirement → how many exporters answered it, as a pointer */
  GPtrArray *programmes;   /* of TpRecord: all there are */
} TpRequirementSetForm;

gpointer tp_requirement_sets_read     (TpReader *reader, gpointer unused, GError **error);

gpointer tp_requirement_set_form_read (TpReader *reader, gpointer id, GError **error);
void     tp_requirement_set_form_free (gpointer form);
guint    tp_requirement_set_answers   (TpRequirementSetForm *self, gint64 requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpRequirementSetForm, tp_requirement_set_form_free)

G_END_DECLS
