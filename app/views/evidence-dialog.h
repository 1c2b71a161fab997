/* evidence-dialog.h: recording where a figure comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EVIDENCE_DIALOG (tp_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpEvidenceDialog, tp_evidence_dialog, TP, EVIDENCE_DIALOG, AdwDialog)

AdwDialog *tp_evidence_dialog_new (TpWorkspace *workspace, gint64 commitment);

G_END_DECLS
