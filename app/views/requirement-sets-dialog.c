/* requirement-sets-dialog.c: the checklists there are; each opens to be changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "requirement-sets-dialog.h"

#include "fact-row.h"
#include "feedback.h"
#include "requirement-set-dialog.h"
#include "requirement-sets.h"

#include <glib/gi18n-lib.h>

struct _TpRequirementSetsDialog
{
  AdwDialog parent_instance;

  GtkListBox *sets;

  TpWorkspace *workspace;
  GListStore *facts; /* what is shown */
};

G_DEFINE_FINAL_TYPE (TpRequirementSetsDialog, tp_requirement_sets_dialog, ADW_TYPE_DIALOG)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRequirementSetsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (self->facts == NULL)
    return;
  if (fresh == NULL)
    tp_show_failure (GTK_WIDGET (self), _ ("The Requirement Sets Were Not Read"), error);
  else
    tp_facts_update (self->facts, G_LIST_MODEL (fresh));
}

static void
load (TpRequirementSetsDialog *self)
{
  tp_workspace_read (self->workspace, tp_requirement_sets_read, NULL, NULL, g_object_unref, NULL, read_cb,
                     g_object_ref (self));
}

static void
changed_cb (TpRequirementSetsDialog *self, guint64 kinds)
{
  if (tp_kinds_have (kinds, TP_KIND_REQUIREMENT_SET) || tp_kinds_have (kinds, TP_KIND_REQUIREMENT)
      || tp_kinds_have (kinds, TP_KIND_PROGRAMME))
    load (self);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = tp_fact_row_new (item);

  tp_fact_row_allow_opening (TP_FACT_ROW (row));
  return row;
}

static void
row_activated (TpRequirementSetsDialog *self, TpFactRow *row)
{
  adw_dialog_present (tp_requirement_set_dialog_new (self->workspace, tp_fact_get_id (tp_fact_row_get_fact (row))),
                      GTK_WIDGET (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRequirementSetsDialog *self = TP_REQUIREMENT_SETS_DIALOG (widget);

  adw_dialog_present (tp_requirement_set_dialog_new (self->workspace, -1), widget);
}

static void
tp_requirement_sets_dialog_dispose (GObject *object)
{
  TpRequirementSetsDialog *self = TP_REQUIREMENT_SETS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_REQUIREMENT_SETS_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (tp_requirement_sets_dialog_parent_class)->dispose (object);
}

static void
tp_requirement_sets_dialog_class_init (TpRequirementSetsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_requirement_sets_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/requirement-sets-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpRequirementSetsDialog, sets);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "sets.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "sets.add", NULL);
}

static void
tp_requirement_sets_dialog_init (TpRequirementSetsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_list_box_bind_model (self->sets, G_LIST_MODEL (self->facts), make_row, self, NULL);
}

/**
 * tp_requirement_sets_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_requirement_sets_dialog_new (TpWorkspace *workspace)
{
  TpRequirementSetsDialog *self = g_object_new (TP_TYPE_REQUIREMENT_SETS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sets.add", !tp_workspace_is_read_only (workspace));
  load (self);
  return ADW_DIALOG (self);
}
