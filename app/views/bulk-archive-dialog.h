/* bulk-archive-dialog.h: many exporters put away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk-dialog.h"

G_BEGIN_DECLS

#define TP_TYPE_BULK_ARCHIVE_DIALOG (tp_bulk_archive_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TpBulkArchiveDialog, tp_bulk_archive_dialog, TP, BULK_ARCHIVE_DIALOG, TpBulkDialog)

AdwDialog *tp_bulk_archive_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of);

G_END_DECLS
