/* request-dialog.h: the missing documents of an exporter requested in one go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_REQUEST_DIALOG (tp_request_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpRequestDialog, tp_request_dialog, TP, REQUEST_DIALOG, AdwDialog)

AdwDialog *tp_request_dialog_new (TpWorkspace *workspace, gint64 exporter, GListModel *only, TpDay as_of);

G_END_DECLS
