/* duplicate-row.c: two exporters that are likely one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "duplicate-row.h"

#include <glib/gi18n-lib.h>

struct _TpDuplicateRow
{
  AdwActionRow parent_instance;

  TpDuplicate *duplicate;
};

G_DEFINE_FINAL_TYPE (TpDuplicateRow, tp_duplicate_row, ADW_TYPE_ACTION_ROW)

static void
tp_duplicate_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_DUPLICATE_ROW);
  g_clear_object (&TP_DUPLICATE_ROW (object)->duplicate);
  G_OBJECT_CLASS (tp_duplicate_row_parent_class)->dispose (object);
}

static void
tp_duplicate_row_class_init (TpDuplicateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tp_duplicate_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/com/example/TradePivot/ui/duplicate-row.ui");
}

static void
tp_duplicate_row_init (TpDuplicateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_duplicate_row_new:
 * @duplicate: (type TpDuplicate): what it shows
 * @unused: nothing; so that it serves as a #GtkListBoxCreateWidgetFunc
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_duplicate_row_new (gpointer duplicate, gpointer unused)
{
  TpDuplicateRow *self = g_object_new (TP_TYPE_DUPLICATE_ROW, NULL);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  self->duplicate = g_object_ref (duplicate);
  g_object_get (duplicate, "title", &title, "reason", &reason, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), reason);
  return GTK_WIDGET (self);
}

/**
 * tp_duplicate_row_get:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TpDuplicate *
tp_duplicate_row_get (TpDuplicateRow *self)
{
  g_return_val_if_fail (TP_IS_DUPLICATE_ROW (self), NULL);
  return self->duplicate;
}
