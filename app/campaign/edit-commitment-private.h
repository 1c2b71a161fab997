/* edit-commitment-private.h: the parts of recording a promise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edit-commitment.h"

G_BEGIN_DECLS

gboolean tp_edit_commitment_pledge     (TpChange *change, TpCommitmentEdit *self, GError **error);
gboolean tp_edit_commitment_indicators (TpChange *change, TpCommitmentEdit *self, GError **error);

G_END_DECLS
