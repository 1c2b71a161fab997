/* commitment-form.h: what the dialog for a promise starts with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_FORM (tp_commitment_form_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentForm, tp_commitment_form, TP, COMMITMENT_FORM, GObject)

/* A TpReadFunc; @id points to a gint64: the commitment's id, or 0. */
gpointer    tp_commitment_form_read           (TpReader *reader, gpointer id, GError **error);

TpRecord   *tp_commitment_form_get_record     (TpCommitmentForm *self);
GPtrArray  *tp_commitment_form_get_indicators (TpCommitmentForm *self); /* TpRecord */
/* "New organisation…", then those there are; ended by NULL. */
const char *const *tp_commitment_form_get_names (TpCommitmentForm *self);
guint       tp_commitment_form_get_chosen     (TpCommitmentForm *self); /* its organisation's place in them */
gint64      tp_commitment_form_organisation   (TpCommitmentForm *self, guint place); /* 0: a new one */

G_END_DECLS
