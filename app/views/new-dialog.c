/* new-dialog.c: what a new workspace begins with.
 *
 * Its rows activate "win.new-as", which closes the dialog and asks where to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-dialog.h"

struct _TpNewDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TpNewDialog, tp_new_dialog, ADW_TYPE_DIALOG)

static void
tp_new_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_NEW_DIALOG);
  G_OBJECT_CLASS (tp_new_dialog_parent_class)->dispose (object);
}

static void
tp_new_dialog_class_init (TpNewDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tp_new_dialog_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/com/example/TradePivot/ui/new-dialog.ui");
}

static void
tp_new_dialog_init (TpNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_new_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tp_new_dialog_new (void)
{
  return g_object_new (TP_TYPE_NEW_DIALOG, NULL);
}
