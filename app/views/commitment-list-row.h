/* commitment-list-row.h: a promise in the list of commitments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commitment-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_LIST_ROW (tp_commitment_list_row_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentListRow, tp_commitment_list_row, TP, COMMITMENT_LIST_ROW,
                      AdwPreferencesRow)

GtkWidget *tp_commitment_list_row_new (TpCommitmentRow *row);

G_END_DECLS
