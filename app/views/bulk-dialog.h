/* bulk-dialog.h: what the forms of bulk actions share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bulk.h"
#include "workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_BULK_DIALOG (tp_bulk_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (TpBulkDialog, tp_bulk_dialog, TP, BULK_DIALOG, AdwDialog)

struct _TpBulkDialogClass
{
  AdwDialogClass parent_class;

  /* Once workspace and exporters are known. */
  void    (*begin) (TpBulkDialog *self);
  /* What the form asks for; NULL where a field is not valid, or nothing is chosen yet. */
  TpBulk *(*make)  (TpBulkDialog *self, const gint64 *ids, guint n_ids);
  /* Why nothing can be made yet, in words; may be left out. */
  const char *(*missing) (TpBulkDialog *self);
};

/* Signals: "select-skipped" (GArray of gint64). A template gives its fields as children
 * of the type "field", anything else below them as "extra". */
void         tp_bulk_dialog_start         (TpBulkDialog *self, TpWorkspace *workspace, GArray *ids, TpDay as_of);
void         tp_bulk_dialog_changed       (TpBulkDialog *self);
TpWorkspace *tp_bulk_dialog_get_workspace (TpBulkDialog *self);
TpDay        tp_bulk_dialog_get_day       (TpBulkDialog *self);

G_END_DECLS
