/* edit-evidence.h: a source recorded, and the figures that rest on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

/* @evidence: the source as it shall be; without an id it is new. @figures: what it is
 * cited for, besides what it is cited for already. */
typedef struct
{
  TpRecord *evidence;
  GPtrArray *figures; /* of citations, TpRecord */
} TpEvidenceEdit;

TpEvidenceEdit *tp_evidence_edit_new  (TpRecord *evidence);
void            tp_evidence_edit_free (gpointer edit);
void            tp_evidence_edit_cite (TpEvidenceEdit *edit, TpKind kind, gint64 id, const char *field);

gboolean        tp_edit_evidence_run  (TpChange *change, gpointer edit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TpEvidenceEdit, tp_evidence_edit_free)

G_END_DECLS
