/* merge-dialog.c: two exporters side by side, to become one.
 *
 * Fields that both state alike are folded away; of the others the better guess is chosen
 * already. What moves, and what does not, is said before anybody presses the button.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge-dialog.h"

#include "discard.h"
#include "error.h"
#include "feedback.h"
#include "find-duplicates.h"
#include "merge-exporters.h"
#include "merge-review.h"
#include "merge-row.h"

#include <glib/gi18n-lib.h>

struct _TpMergeDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkStack *stack;
  GtkLabel *stays_name;
  GtkLabel *stays_reference;
  GtkLabel *goes_name;
  GtkLabel *goes_reference;
  AdwPreferencesGroup *differing;
  AdwExpanderRow *equal;
  GtkLabel *moves;
  GtkLabel *message;

  TpWorkspace *workspace;
  TpMergeAsk ask;
  TpMergeReview *review; /* NULL until it is read */
  TpMerge *merge;
  GPtrArray *rows;       /* of TpMergeRow, those in which they differ */
  GPtrArray *equal_rows;
  gboolean swapped;
  gboolean narrow;
  gboolean loading;
  gboolean busy;
  gboolean refused;      /* something has to change first */
  char *said;            /* (nullable): why the latest try failed, until a choice is made */
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_MERGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpMergeDialog, tp_merge_dialog, ADW_TYPE_DIALOG)

/* helpers */

static void
show_message (TpMergeDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->message)), text != NULL);
}

static void
review (TpMergeDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) result = self->merge != NULL ? tp_merge_result (self->merge, &error) : NULL;
  gboolean ready = self->merge != NULL && !self->busy;

  show_message (self, error != NULL ? error->message : self->said);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.merge", ready && result != NULL && !self->refused);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.swap", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.tell-apart", ready);
}

/* One choice may be one for other rows too. */
static void
follow_choices (TpMergeDialog *self)
{
  self->loading = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TpMergeRow *row = g_ptr_array_index (self->rows, i);

      g_object_set (row, "from-other",
                    tp_merge_takes_other (self->merge, tp_merge_field_get_name (tp_merge_row_get_field (row))), NULL);
    }
  self->loading = FALSE;
}

static void
row_chosen_cb (TpMergeDialog *self, GParamSpec *pspec, TpMergeRow *row)
{
  gboolean from_other;

  if (self->loading)
    return;
  g_object_get (row, "from-other", &from_other, NULL);
  tp_merge_choose (self->merge, tp_merge_field_get_name (tp_merge_row_get_field (row)), from_other);
  tp_dialog_guard (ADW_DIALOG (self));
  follow_choices (self);
  self->refused = FALSE;
  g_clear_pointer (&self->said, g_free);
  review (self);
}

static void
show_head (TpRecord *exporter, GtkLabel *name, GtkLabel *reference)
{
  gtk_label_set_label (name, tp_record_get_title (exporter));
  gtk_label_set_label (reference, tp_record_get_text (exporter, "reference"));
}

static void
fill_differing (TpMergeDialog *self, TpRecord *stays, TpRecord *goes)
{
  g_autoptr (GListModel) fields = tp_merge_review_differing (self->review, self->swapped);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->differing, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (TpMergeField) field = g_list_model_get_item (fields, i);
      GtkWidget *row = tp_merge_row_new (field, tp_record_get_text (stays, "reference"),
                                         tp_record_get_text (goes, "reference"));

      g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (row, "notify::from-other", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->differing, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->differing), self->rows->len > 0);
}

static void
fill_equal (TpMergeDialog *self)
{
  g_autoptr (GListModel) fields = tp_merge_review_equal (self->review);
  guint n = g_list_model_get_n_items (fields);
  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u field is the same in both", "%u fields are the same in both", n), n);

  for (guint i = 0; i < self->equal_rows->len; i++)
    adw_expander_row_remove (self->equal, g_ptr_array_index (self->equal_rows, i));
  g_ptr_array_set_size (self->equal_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TpMergeField) field = g_list_model_get_item (fields, i);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                     tp_merge_field_get_title (field), "subtitle",
                                     tp_merge_field_get_value (field, FALSE), "subtitle-lines", 0, NULL);

      gtk_widget_add_css_class (row, "property");
      adw_expander_row_add_row (self->equal, row);
      g_ptr_array_add (self->equal_rows, row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->equal), title);
  gtk_widget_set_visible (GTK_WIDGET (self->equal), n > 0);
}

static void
fill (TpMergeDialog *self)
{
  TpRecord *stays = tp_merge_review_get_record (self->review, self->swapped);
  TpRecord *goes = tp_merge_review_get_record (self->review, !self->swapped);
  g_autofree char *moves = tp_merge_review_moves (self->review, self->swapped);
  TpMerge *merge;

  merge = self->merge != NULL ? tp_merge_review_resume (self->review, self->swapped, self->merge)
                              : tp_merge_review_start (self->review, self->swapped);
  g_clear_pointer (&self->merge, tp_merge_free);
  self->merge = merge;
  show_head (stays, self->stays_name, self->stays_reference);
  show_head (goes, self->goes_name, self->goes_reference);
  gtk_label_set_label (self->moves, moves);
  fill_differing (self, stays, goes);
  fill_equal (self);
  follow_choices (self);
  review (self);
}

/* reading and writing */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpMergeReview) read = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  g_autofree char *why = NULL;

  if (self->workspace == NULL)
    return;
  if (read == NULL)
    {
      show_message (self, error->message);
      return;
    }
  g_set_object (&self->review, read);
  why = tp_merge_review_why (self->review);
  adw_window_title_set_subtitle (self->heading, why != NULL ? why : "");
  /* Once they were seen, which one stays is the person's. */
  if (self->merge == NULL)
    self->swapped = !tp_merge_prefers (tp_merge_review_get_record (self->review, FALSE),
                                       tp_merge_review_get_record (self->review, TRUE));
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, "fields");
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
read_both (TpMergeDialog *self)
{
  tp_workspace_read (self->workspace, tp_merge_review_read, g_memdup2 (&self->ask, sizeof self->ask), g_free,
                     g_object_unref, NULL, read_cb, g_object_ref (self));
}

/* What was asked for is done: TRUE; else it is said why not. */
static gboolean
finish (TpMergeDialog *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    return TRUE;
  /* What the disk refused may be tried again as it is; what was changed meanwhile has to
   * be looked at again. */
  self->refused = error->domain == TP_ERROR && error->code != TP_ERROR_STORAGE;
  g_set_str (&self->said, error->message);
  review (self);
  if (g_error_matches (error, TP_ERROR, TP_ERROR_CONFLICT))
    {
      self->refused = FALSE;
      read_both (self);
    }
  return FALSE;
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpMergeDialog) self = data;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gint64 survivor = tp_record_get_id (self->merge->survivor);
  g_autofree char *text = NULL;

  if (!finish (self, source, result))
    return;
  /* Translators: the names of two exporters */
  text = g_strdup_printf (_ ("“%s” merged into “%s”"), tp_record_get_title (self->merge->other),
                          tp_record_get_title (self->merge->survivor));
  if (parent != NULL)
    tp_toast_undo (parent, text);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, survivor);
}

static void
told_apart_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpMergeDialog) self = data;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!finish (self, source, result))
    return;
  if (parent != NULL)
    tp_toast_undo (parent, _ ("Not shown as likely the same any more"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static TpMerge *
copy_of (TpMerge *merge)
{
  TpMerge *copy = tp_merge_new (merge->survivor, merge->other);
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);

  for (guint i = 0; i < info->n_fields; i++)
    copy->from_other[i] = merge->from_other[i];
  return copy;
}

/* actions */

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpMergeDialog *self = TP_MERGE_DIALOG (widget);

  if (self->busy || self->merge == NULL)
    return;
  self->busy = TRUE;
  g_clear_pointer (&self->said, g_free);
  review (self);
  tp_workspace_change (self->workspace, "merge-exporters", tp_merge_run, copy_of (self->merge), tp_merge_free, NULL,
                       merged_cb, g_object_ref (self));
}

static void
tell_apart_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpMergeDialog *self = TP_MERGE_DIALOG (widget);
  TpNotDuplicate input = { self->ask.exporter, self->ask.other };

  if (self->busy || self->merge == NULL)
    return;
  self->busy = TRUE;
  g_clear_pointer (&self->said, g_free);
  review (self);
  tp_workspace_change (self->workspace, "not-duplicate", tp_not_duplicate_run, g_memdup2 (&input, sizeof input), g_free,
                       NULL, told_apart_cb, g_object_ref (self));
}

static void
swap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpMergeDialog *self = TP_MERGE_DIALOG (widget);

  if (self->busy || self->review == NULL)
    return;
  self->swapped = !self->swapped;
  g_clear_pointer (&self->said, g_free);
  fill (self);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
tp_merge_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, TP_MERGE_DIALOG (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_merge_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpMergeDialog *self = TP_MERGE_DIALOG (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_merge_dialog_dispose (GObject *object)
{
  TpMergeDialog *self = TP_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_MERGE_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->review);
  g_clear_pointer (&self->merge, tp_merge_free);
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->equal_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tp_merge_dialog_parent_class)->dispose (object);
}

static void
tp_merge_dialog_class_init (TpMergeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_merge_dialog_get_property;
  object_class->set_property = tp_merge_dialog_set_property;
  object_class->dispose = tp_merge_dialog_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpMergeDialog::merged:
   * @id: the exporter that stays
   *
   * They are one; the dialog is closed.
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", TP_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, stays_name);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, stays_reference);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, goes_name);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, goes_reference);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, differing);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, equal);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, moves);
  gtk_widget_class_bind_template_child (widget_class, TpMergeDialog, message);
  gtk_widget_class_install_action (widget_class, "dialog.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "dialog.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "dialog.tell-apart", NULL, tell_apart_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_merge_dialog_init (TpMergeDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->equal_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  review (self);
}

/* Public API */

/**
 * tp_merge_dialog_new:
 * @workspace: a workspace
 * @exporter: an exporter's id
 * @other: that of another one, which is likely the same
 *
 * Which of the two stays is guessed, and can be swapped.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_merge_dialog_new (TpWorkspace *workspace, gint64 exporter, gint64 other)
{
  TpMergeDialog *self = g_object_new (TP_TYPE_MERGE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->ask = (TpMergeAsk){ exporter, other };
  read_both (self);
  return ADW_DIALOG (self);
}
