/* saved-filter-dialog.c: the name under which a filter is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "saved-filter-dialog.h"

#include "feedback.h"
#include "saved-filters.h"

#include <glib/gi18n-lib.h>

struct _TpSavedFilterDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow *name;
  GtkLabel *note;
  GtkButton *save_button;

  TpWorkspace *workspace;
  gint64 id;    /* 0: a new one */
  char *filter; /* NULL: only the name changes */
  gint64 same;  /* another one that has the name already */
  GPtrArray *others;
};

G_DEFINE_FINAL_TYPE (TpSavedFilterDialog, tp_saved_filter_dialog, ADW_TYPE_DIALOG)

/* helpers */

static gint64
find_name (TpSavedFilterDialog *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      TpSavedFilterInfo *info = g_ptr_array_index (self->others, i);
      g_autofree char *other = g_utf8_casefold (info->name, -1);

      if (info->id != self->id && g_str_equal (folded, other))
        return info->id;
    }
  return 0;
}

/* What the name means, beside it: missing, taken, or taken and to be replaced. */
static void
update (TpSavedFilterDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  gboolean replaces, fault;
  const char *note = "";

  self->same = find_name (self, name);
  replaces = self->same != 0 && self->filter != NULL;
  fault = *name == '\0' || (self->same != 0 && !replaces);
  if (*name == '\0')
    note = _ ("Give the filter a name.");
  else if (replaces)
    note = _ ("Takes the place of the saved filter with this name.");
  else if (fault)
    note = _ ("Another saved filter has this name.");
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  if (self->same != 0 && !replaces)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  gtk_button_set_label (self->save_button, replaces ? C_ ("saved filter", "_Replace") : C_ ("saved filter", "_Save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.save", !fault);
}

/* callbacks */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpSavedFilterDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  gtk_label_set_label (self->note, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.save", TRUE);
}

static void
others_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpSavedFilterDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *others = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (others == NULL)
    {
      tp_show_failure (GTK_WIDGET (self), _ ("The Saved Filters Were Not Read"), error);
      return;
    }
  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->others = others;
  update (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpSavedFilterDialog *self = TP_SAVED_FILTER_DIALOG (widget);
  TpSavedFilterEdit *edit
      = tp_saved_filter_edit_new (self->id, gtk_editable_get_text (GTK_EDITABLE (self->name)), self->filter);

  edit->replace = self->same != 0 && self->filter != NULL;
  gtk_widget_action_set_enabled (widget, "filter.save", FALSE);
  tp_workspace_change (self->workspace, self->filter != NULL ? "save-filter" : "rename-filter",
                       tp_saved_filter_edit_run, edit, tp_saved_filter_edit_free, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
changed_cb (TpSavedFilterDialog *self)
{
  update (self);
}

static void
entered_cb (TpSavedFilterDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "filter.save", NULL);
}

/* vfuncs */

static void
tp_saved_filter_dialog_dispose (GObject *object)
{
  TpSavedFilterDialog *self = TP_SAVED_FILTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_SAVED_FILTER_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (tp_saved_filter_dialog_parent_class)->dispose (object);
}

static void
tp_saved_filter_dialog_class_init (TpSavedFilterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_saved_filter_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/saved-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpSavedFilterDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TpSavedFilterDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TpSavedFilterDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TpSavedFilterDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_install_action (widget_class, "filter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_saved_filter_dialog_init (TpSavedFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_saved_filter_dialog_new:
 * @workspace: the workspace
 * @id: the saved filter to rename, 0 for a new one
 * @name: (nullable): its name as it is, or one to begin with
 * @filter: (nullable): what is kept; %NULL to rename
 * @words: (nullable): what it asks for, in words
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_saved_filter_dialog_new (TpWorkspace *workspace, gint64 id, const char *name, const char *filter, const char *words)
{
  TpSavedFilterDialog *self = g_object_new (TP_TYPE_SAVED_FILTER_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->id = id;
  self->filter = g_strdup (filter);
  adw_dialog_set_title (ADW_DIALOG (self), filter != NULL ? C_ ("dialog", "Save Filter") : C_ ("dialog", "Rename Filter"));
  adw_preferences_group_set_description (self->group, words);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
  update (self);
  tp_workspace_read (workspace, tp_saved_filters_read, tp_saved_filters_view_new (tp_workspace_get_today (workspace), NULL),
                     tp_saved_filters_view_free, (GDestroyNotify) g_ptr_array_unref, NULL, others_read_cb,
                     g_object_ref (self));
  return ADW_DIALOG (self);
}
