/* commitment-row.h: a line of the list of commitments, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "status.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_ROW (tp_commitment_row_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentRow, tp_commitment_row, TP, COMMITMENT_ROW, GObject)

TpCommitmentRow *tp_commitment_row_new    (TpCommitmentStatus *status, gboolean inset);
gint64           tp_commitment_row_get_id (TpCommitmentRow *self);
gboolean         tp_commitment_row_is_group (TpCommitmentRow *self);

GListModel      *tp_commitment_rows       (TpStatus *status, const char *search);
char            *tp_commitment_rows_note  (TpStatus *status);

G_END_DECLS
