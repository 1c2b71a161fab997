/* columns-dialog.c: which columns the list of exporters shows.
 *
 * What is ticked or moved holds at once: the list is behind the dialog.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns-dialog.h"

#include "check-row.h"

struct _TpColumnsDialog
{
  AdwDialog parent_instance;

  GtkListBox *list;
  TpExporterColumns *columns;
  GListStore *items;
  gboolean moving;
};

G_DEFINE_FINAL_TYPE (TpColumnsDialog, tp_columns_dialog, ADW_TYPE_DIALOG)

/* helpers */

static void
apply (TpColumnsDialog *self)
{
  if (!self->moving)
    tp_exporter_columns_choose (self->columns, G_LIST_MODEL (self->items));
}

static int
selected (TpColumnsDialog *self)
{
  /* A list that goes unselects its row first */
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
update_actions (TpColumnsDialog *self)
{
  int place = selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.down",
                                 place >= 0 && place + 1 < (int) g_list_model_get_n_items (G_LIST_MODEL (self->items)));
}

static void
fill (TpColumnsDialog *self)
{
  g_autoptr (GListStore) items = tp_exporter_columns_list (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (TpCheckItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      g_signal_connect_object (item, "notify::active", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->items, items);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (items), tp_check_row_new, GINT_TO_POINTER (TRUE), NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  update_actions (self);
}

static void
move (TpColumnsDialog *self, int by)
{
  int from = selected (self);
  g_autoptr (TpCheckItem) item = from >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->items), (guint) from) : NULL;
  int to = from + by;
  GtkListBoxRow *row;

  if (item == NULL || to < 0 || to >= (int) g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return;
  self->moving = TRUE;
  g_list_store_remove (self->items, (guint) from);
  g_list_store_insert (self->items, (guint) to, item);
  self->moving = FALSE;
  apply (self);
  row = gtk_list_box_get_row_at_index (self->list, to);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* callbacks */

/* The name is always there. */
static void
row_activated_cb (TpColumnsDialog *self, GtkListBoxRow *row)
{
  if (g_strcmp0 (tp_check_item_get_token (tp_check_row_get_item (TP_CHECK_ROW (row))), "name") == 0)
    gtk_widget_error_bell (GTK_WIDGET (row));
  else
    tp_check_row_toggle (TP_CHECK_ROW (row));
}

static void
row_selected_cb (TpColumnsDialog *self)
{
  update_actions (self);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (TP_COLUMNS_DIALOG (widget), -1);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (TP_COLUMNS_DIALOG (widget), 1);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpColumnsDialog *self = TP_COLUMNS_DIALOG (widget);

  tp_exporter_columns_reset (self->columns);
  fill (self);
}

/* vfuncs */

static void
tp_columns_dialog_dispose (GObject *object)
{
  TpColumnsDialog *self = TP_COLUMNS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_COLUMNS_DIALOG);
  g_clear_object (&self->columns);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (tp_columns_dialog_parent_class)->dispose (object);
}

static void
tp_columns_dialog_class_init (TpColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_columns_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpColumnsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "columns.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "columns.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "columns.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "columns.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "columns.down", NULL);
}

static void
tp_columns_dialog_init (TpColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_columns_dialog_new:
 * @columns: what looks after the columns
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_columns_dialog_new (TpExporterColumns *columns)
{
  TpColumnsDialog *self = g_object_new (TP_TYPE_COLUMNS_DIALOG, NULL);

  self->columns = g_object_ref (columns);
  fill (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  return ADW_DIALOG (self);
}
