/* history-dialog.c: who changed what of an exporter, and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-dialog.h"

#include "history-line.h"
#include "list-update.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_SHOWN 100

struct _TpHistoryDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkDropDown *choice;
  GtkStack *screens;
  AdwStatusPage *failure;
  GtkListBox *list;
  GtkWidget *earlier;

  TpWorkspace *workspace;
  gint64 exporter;
  char *field;       /* which alone is shown; NULL: all */
  GPtrArray *fields; /* of those to choose from, after the first place: all */
  gboolean filling;
  GCancellable *reading;
  GListStore *rows;
  GtkFilter *matches;
  GtkSliceListModel *shown;
};

G_DEFINE_FINAL_TYPE (TpHistoryDialog, tp_history_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
make_line (gpointer item, gpointer data)
{
  return tp_history_line_new (item);
}

static void
head_line (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  TpHistoryRow *item = tp_history_line_get_row (TP_HISTORY_LINE (row));
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL
      && tp_history_row_get_day (tp_history_line_get_row (TP_HISTORY_LINE (before)))
             == tp_history_row_get_day (item))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  g_object_get (item, "day-text", &text, NULL);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "timeline-day");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  TpHistoryDialog *self = data;

  return self->field == NULL || g_str_equal (self->field, tp_history_row_get_field (TP_HISTORY_ROW (item)));
}

static void
show_length (TpHistoryDialog *self)
{
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->shown));

  gtk_widget_set_visible (self->earlier, n > gtk_slice_list_model_get_size (self->shown));
  gtk_stack_set_visible_child_name (self->screens, n > 0 ? "list" : "empty");
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (tp_history_row_get_field_title (*(TpHistoryRow *const *) a),
                         tp_history_row_get_field_title (*(TpHistoryRow *const *) b));
}

/* What was changed at some time can be chosen, and what was asked for. */
static void
fill_choice (TpHistoryDialog *self, GListModel *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TpHistoryRow) row = g_list_model_get_item (rows, i);

      if (g_hash_table_add (seen, (gpointer) tp_history_row_get_field (row)))
        g_ptr_array_add (some, g_steal_pointer (&row));
    }
  g_ptr_array_sort (some, compare_titles);
  g_ptr_array_set_size (self->fields, 0);
  gtk_string_list_append (titles, C_ ("history", "Everything"));
  for (guint i = 0; i < some->len; i++)
    {
      const char *field = tp_history_row_get_field (some->pdata[i]);

      g_ptr_array_add (self->fields, g_strdup (field));
      gtk_string_list_append (titles, tp_history_row_get_field_title (some->pdata[i]));
      if (g_strcmp0 (field, self->field) == 0)
        chosen = i + 1;
    }
  if (self->field != NULL && chosen == 0 && g_str_has_prefix (self->field, "exporter."))
    {
      const TpField *field = tp_kind_field (TP_KIND_EXPORTER, self->field + strlen ("exporter."));

      g_ptr_array_add (self->fields, g_strdup (self->field));
      gtk_string_list_append (titles, tp_field_title (field));
      chosen = self->fields->len;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice, chosen);
  self->filling = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpHistoryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->rows == NULL)
    return;
  if (fresh == NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->screens, "failure");
      return;
    }
  fill_choice (self, G_LIST_MODEL (fresh));
  tp_list_update (self->rows, G_LIST_MODEL (fresh));
  gtk_list_box_invalidate_headers (self->list);
  show_length (self);
}

static void
read_history (TpHistoryDialog *self)
{
  g_autoptr (TpRecord) exporter = tp_workspace_get (self->workspace, TP_KIND_EXPORTER, self->exporter);

  if (exporter != NULL)
    adw_window_title_set_subtitle (self->heading, tp_record_get_title (exporter));
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_record_history_read,
                     tp_history_question_new (self->workspace, self->exporter), tp_history_question_free,
                     g_object_unref, self->reading, read_cb, g_object_ref (self));
}

/* callbacks */

static void
field_chosen (TpHistoryDialog *self)
{
  guint place = gtk_drop_down_get_selected (self->choice);
  const char *field = place > 0 && place <= self->fields->len ? self->fields->pdata[place - 1] : NULL;

  if (self->filling || !g_set_str (&self->field, field))
    return;
  gtk_filter_changed (self->matches, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_list_box_invalidate_headers (self->list);
  show_length (self);
}

static void
earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpHistoryDialog *self = TP_HISTORY_DIALOG (widget);
  guint had = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->shown, had + FIRST_SHOWN);
  show_length (self);
  row = gtk_list_box_get_row_at_index (self->list, (int) had);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
tp_history_dialog_dispose (GObject *object)
{
  TpHistoryDialog *self = TP_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->shown);
  g_clear_object (&self->matches);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (tp_history_dialog_parent_class)->dispose (object);
}

static void
tp_history_dialog_class_init (TpHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, screens);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TpHistoryDialog, earlier);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen);
  gtk_widget_class_install_action (widget_class, "history.earlier", NULL, earlier_action);
}

static void
tp_history_dialog_init (TpHistoryDialog *self)
{
  GtkFilterListModel *filtered;

  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->rows = g_list_store_new (TP_TYPE_HISTORY_ROW);
  self->matches = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (self->matches));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (filtered), 0, FIRST_SHOWN);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_line, NULL, NULL);
  gtk_list_box_set_header_func (self->list, head_line, NULL, NULL);
}

/**
 * tp_history_dialog_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @field: (nullable): which field alone is shown at first, "exporter.phone"
 *
 * Returns: (transfer floating): the dialog; it follows what is changed meanwhile
 */
AdwDialog *
tp_history_dialog_new (TpWorkspace *workspace, gint64 exporter, const char *field)
{
  TpHistoryDialog *self = g_object_new (TP_TYPE_HISTORY_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->exporter = exporter;
  self->field = g_strdup (field);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_history), self, G_CONNECT_SWAPPED);
  read_history (self);
  return ADW_DIALOG (self);
}
