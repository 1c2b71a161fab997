/* help-dialog.c: how the daily work is done, in short.
 *
 * It is part of the program: it needs no network and no other program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "help-dialog.h"

struct _TpHelpDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TpHelpDialog, tp_help_dialog, ADW_TYPE_DIALOG)

static void
tp_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (tp_help_dialog_parent_class)->dispose (object);
}

static void
tp_help_dialog_class_init (TpHelpDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tp_help_dialog_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/com/example/TradePivot/ui/help-dialog.ui");
}

static void
tp_help_dialog_init (TpHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_help_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tp_help_dialog_new (void)
{
  return g_object_new (TP_TYPE_HELP_DIALOG, NULL);
}
