/* duplicates-dialog.c: all exporters of the workspace that are likely there twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "duplicates-dialog.h"

#include "duplicate-row.h"
#include "find-duplicates.h"
#include "list-focus.h"
#include "list-update.h"
#include "merge-dialog.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

/* Rows shown; merging them brings the next. */
#define PAIRS_SHOWN 200

struct _TpDuplicatesDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *summary;
  AdwStatusPage *failed;

  TpWorkspace *workspace;
  GListStore *pairs;
  GCancellable *reading;
  AdwDialog *comparing; /* that is open above; NULL: none */
  int place;            /* of the row to come back to; -1: none */
};

G_DEFINE_FINAL_TYPE (TpDuplicatesDialog, tp_duplicates_dialog, ADW_TYPE_DIALOG)

/* The work is to go through the list: where a pair is gone the next one is at hand. */
static void
come_back (TpDuplicatesDialog *self)
{
  if (self->comparing != NULL)
    return;
  tp_list_focus_restore (self->list, self->place, GTK_WIDGET (self));
  self->place = -1;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpDuplicates) found = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  guint shown;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  shown = g_list_model_get_n_items (G_LIST_MODEL (found->pairs));
  if (tp_list_focus_place (self->list) >= 0)
    self->place = tp_list_focus_place (self->list);
  tp_list_update (self->pairs, G_LIST_MODEL (found->pairs));
  count = tp_count_format (found->n_pairs);
  if (found->n_pairs > shown)
    {
      g_autofree char *first = tp_count_format (shown);

      /* Translators: how many pairs of exporters there are, and how many are shown */
      text = g_strdup_printf (_ ("%s pairs are likely the same. The first %s are shown."), count, first);
    }
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pair is likely the same. Choose it to compare.",
                                         "%s pairs are likely the same. Choose one to compare.", found->n_pairs),
                            count);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "pairs" : "none");
  come_back (self);
}

static void
read_pairs (TpDuplicatesDialog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_duplicates_list, tp_duplicates_ask_new (PAIRS_SHOWN, self->reading),
                     tp_duplicates_ask_free, tp_duplicates_free, self->reading, read_cb, g_object_ref (self));
}

static void
changed_cb (TpDuplicatesDialog *self, guint64 kinds)
{
  if (tp_kinds_have (kinds, TP_KIND_EXPORTER) || tp_kinds_have (kinds, TP_KIND_SETTING))
    read_pairs (self);
}

static void
compared_cb (TpDuplicatesDialog *self)
{
  self->comparing = NULL;
  if (self->workspace != NULL)
    come_back (self);
}

static void
row_activated_cb (TpDuplicatesDialog *self, TpDuplicateRow *row)
{
  TpDuplicate *pair = tp_duplicate_row_get (row);

  self->place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  self->comparing = tp_merge_dialog_new (self->workspace, tp_record_get_id (tp_duplicate_get_first (pair)),
                                         tp_record_get_id (tp_duplicate_get_second (pair)));
  g_signal_connect_object (self->comparing, "closed", G_CALLBACK (compared_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (self->comparing, GTK_WIDGET (self));
}

static void
tp_duplicates_dialog_dispose (GObject *object)
{
  TpDuplicatesDialog *self = TP_DUPLICATES_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_DUPLICATES_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->pairs);
  G_OBJECT_CLASS (tp_duplicates_dialog_parent_class)->dispose (object);
}

static void
tp_duplicates_dialog_class_init (TpDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_duplicates_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TpDuplicatesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TpDuplicatesDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TpDuplicatesDialog, failed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tp_duplicates_dialog_init (TpDuplicatesDialog *self)
{
  self->place = -1;
  self->pairs = g_list_store_new (TP_TYPE_DUPLICATE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->pairs), tp_duplicate_row_new, NULL, NULL);
}

/**
 * tp_duplicates_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_duplicates_dialog_new (TpWorkspace *workspace)
{
  TpDuplicatesDialog *self = g_object_new (TP_TYPE_DUPLICATES_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_pairs (self);
  return ADW_DIALOG (self);
}
