/* bulk-assign-dialog.c: many exporters given to somebody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-assign-dialog.h"

#include "bulk-assign.h"
#include "feedback.h"
#include "record-choices.h"

#include <glib/gi18n-lib.h>

struct _TpBulkAssignDialog
{
  TpBulkDialog parent_instance;

  AdwEntryRow *owner;
  AdwSwitchRow *nobody;
  GtkListView *owners;
  GtkWidget *suggestions;
  GtkStringList *known;
  GtkStringFilter *filter;
};

G_DEFINE_FINAL_TYPE (TpBulkAssignDialog, tp_bulk_assign_dialog, TP_TYPE_BULK_DIALOG)

static void
changed_cb (TpBulkAssignDialog *self)
{
  tp_bulk_dialog_changed (TP_BULK_DIALOG (self));
}

/* What was typed, or picked: names that hold it are offered; Enter never takes one. */
static void
typed_cb (TpBulkAssignDialog *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->owner)));
  gtk_widget_set_visible (self->suggestions,
                          !adw_switch_row_get_active (self->nobody)
                              && g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->owners))) > 0);
  changed_cb (self);
}

static void
picked_cb (TpBulkAssignDialog *self, guint position)
{
  g_autoptr (GtkStringObject) name
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->owners)), position);

  if (name == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->owner), gtk_string_object_get_string (name));
  gtk_editable_set_position (GTK_EDITABLE (self->owner), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->owner));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpBulkAssignDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (error != NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The Owners Were Not Read"), error);
  if (names == NULL || self->known == NULL)
    return;
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (self->known, g_ptr_array_index (names, i));
  typed_cb (self);
}

static void
names_free (gpointer names)
{
  g_ptr_array_unref (names);
}

static void
begin (TpBulkDialog *dialog)
{
  gtk_widget_set_visible (TP_BULK_ASSIGN_DIALOG (dialog)->suggestions, FALSE);
  tp_workspace_read (tp_bulk_dialog_get_workspace (dialog), tp_owner_choices_read, NULL, NULL, names_free, NULL,
                     listed_cb, g_object_ref (dialog));
}

static TpBulk *
make (TpBulkDialog *dialog, const gint64 *ids, guint n_ids)
{
  TpBulkAssignDialog *self = TP_BULK_ASSIGN_DIALOG (dialog);
  g_autofree char *owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner))));

  if (adw_switch_row_get_active (self->nobody))
    return tp_bulk_assign_new (ids, n_ids, NULL);
  return *owner != '\0' ? tp_bulk_assign_new (ids, n_ids, owner) : NULL;
}

/* An empty field takes nobody's exporters away: that is asked for by name. */
static const char *
missing (TpBulkDialog *dialog)
{
  return _ ("Enter or choose who is to have them.");
}

static void
tp_bulk_assign_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULK_ASSIGN_DIALOG);
  G_OBJECT_CLASS (tp_bulk_assign_dialog_parent_class)->dispose (object);
}

static void
tp_bulk_assign_dialog_class_init (TpBulkAssignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_bulk_assign_dialog_dispose;
  TP_BULK_DIALOG_CLASS (klass)->begin = begin;
  TP_BULK_DIALOG_CLASS (klass)->make = make;
  TP_BULK_DIALOG_CLASS (klass)->missing = missing;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/bulk-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, nobody);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, owners);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, suggestions);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, known);
  gtk_widget_class_bind_template_child (widget_class, TpBulkAssignDialog, filter);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
tp_bulk_assign_dialog_init (TpBulkAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_bulk_assign_dialog_new:
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_bulk_assign_dialog_new (TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialog *self = g_object_new (TP_TYPE_BULK_ASSIGN_DIALOG, NULL);

  tp_bulk_dialog_start (self, workspace, ids, as_of);
  return ADW_DIALOG (self);
}
