/* commitment-dialog.h: recording a promise, or revising it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_COMMITMENT_DIALOG (tp_commitment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpCommitmentDialog, tp_commitment_dialog, TP, COMMITMENT_DIALOG, AdwDialog)

AdwDialog *tp_commitment_dialog_new (TpWorkspace *workspace, TpDay as_of, gint64 commitment);

G_END_DECLS
