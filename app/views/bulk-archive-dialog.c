/* bulk-archive-dialog.c: many exporters put away. Nothing is to be filled in: the form says
 * what will happen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-archive-dialog.h"

#include "bulk-archive.h"

struct _TpBulkArchiveDialog
{
  TpBulkDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TpBulkArchiveDialog, tp_bulk_archive_dialog, TP_TYPE_BULK_DIALOG)

static TpBulk *
make (TpBulkDialog *dialog, const gint64 *ids, guint n_ids)
{
  return tp_bulk_archive_new (ids, n_ids);
}

static void
tp_bulk_archive_dialog_class_init (TpBulkArchiveDialogClass *klass)
{
  TP_BULK_DIALOG_CLASS (klass)->make = make;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/com/example/TradePivot/ui/bulk-archive-dialog.ui");
}

static void
tp_bulk_archive_dialog_init (TpBulkArchiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_bulk_archive_dialog_new:
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_bulk_archive_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialog *self = g_object_new (TP_TYPE_BULK_ARCHIVE_DIALOG, NULL);

  tp_bulk_dialog_start (self, workspace, ids, as_of);
  return ADW_DIALOG (self);
}
