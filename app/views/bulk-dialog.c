/* bulk-dialog.c: what the forms of bulk actions share.
 *
 * Each change of the form is followed by a plan, made off the main thread by what will
 * do it: so the form says in words what will happen before anybody presses the button.
 * Where something was skipped, the dialog stays to say what and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk-dialog.h"

#include "fact.h"
#include "feedback.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: how long typing may pause before a plan is made, and a change may take
 * before it shows how far it is. */
#define PAUSE 150
#define PATIENCE 500
#define TICK 100

typedef struct
{
  GtkStack *screens;
  AdwWindowTitle *heading;
  AdwPreferencesGroup *fields;
  GtkBox *extras;
  GtkLabel *message;
  GtkProgressBar *progress;
  GtkButton *cancel_button;
  GtkButton *apply_button;
  GtkLabel *outcome;
  GtkListView *list;
  GtkSingleSelection *skipped;
  GtkScrolledWindow *left_out_list;
  GtkNoSelection *left_out;

  TpWorkspace *workspace;
  GArray *ids;
  TpDay as_of;
  TpBulk *planned;   /* the plan that is shown, or being made */
  gboolean planning;
  GCancellable *plan_stop;
  guint pause;
  TpBulk *running;
  GCancellable *run_stop;
  guint tick;
  gint64 since;
} TpBulkDialogPrivate;

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TpBulkDialog, tp_bulk_dialog, ADW_TYPE_DIALOG,
                                  G_ADD_PRIVATE (TpBulkDialog)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_APPLY_LABEL = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SELECT_SKIPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define PRIV(self) ((TpBulkDialogPrivate *) tp_bulk_dialog_get_instance_private (self))

/* helpers */

/* Those that an action leaves as they are, each with the reason. */
static GListModel *
skipped_facts (TpBulkResult *result)
{
  GListStore *list = g_list_store_new (TP_TYPE_FACT);

  for (guint i = 0; i < result->skipped->len; i++)
    {
      TpBulkSkipped *skipped = g_ptr_array_index (result->skipped, i);
      g_autoptr (TpFact) fact = tp_fact_new (TP_KIND_EXPORTER, skipped->exporter, skipped->title);

      tp_fact_set (fact, "subtitle", skipped->reason);
      g_list_store_append (list, fact);
    }
  return G_LIST_MODEL (list);
}

/* Whom a plan leaves out and why, before anybody presses the button. */
static void
show_left_out (TpBulkDialog *self, TpBulk *plan)
{
  TpBulkDialogPrivate *priv = PRIV (self);
  TpBulkResult *result = plan != NULL ? tp_bulk_get_result (plan) : NULL;
  g_autoptr (GListModel) facts = result != NULL && result->skipped->len > 0 ? skipped_facts (result) : NULL;

  gtk_no_selection_set_model (priv->left_out, facts);
  gtk_widget_set_visible (GTK_WIDGET (priv->left_out_list), facts != NULL);
}

static void
say (TpBulkDialog *self, const char *text, gboolean refusal)
{
  TpBulkDialogPrivate *priv = PRIV (self);

  gtk_label_set_label (priv->message, text != NULL ? text : "");
  show_left_out (self, NULL);
  if (refusal)
    gtk_widget_add_css_class (GTK_WIDGET (priv->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->message), "error");
}

static void
update_apply (TpBulkDialog *self)
{
  TpBulkDialogPrivate *priv = PRIV (self);
  TpBulkResult *result = priv->planned != NULL && !priv->planning ? tp_bulk_get_result (priv->planned) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply",
                                 priv->running == NULL && result != NULL && result->done->len > 0);
}

static void
stop_planning (TpBulkDialog *self)
{
  TpBulkDialogPrivate *priv = PRIV (self);

  g_clear_handle_id (&priv->pause, g_source_remove);
  g_cancellable_cancel (priv->plan_stop);
  g_clear_object (&priv->plan_stop);
  g_clear_pointer (&priv->planned, tp_bulk_unref);
  priv->planning = FALSE;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpBulkDialog) self = data;
  TpBulkDialogPrivate *priv = PRIV (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpBulk) bulk = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || priv->workspace == NULL)
    return;
  priv->planning = FALSE;
  if (bulk == NULL)
    {
      g_clear_pointer (&priv->planned, tp_bulk_unref);
      say (self, error->message, TRUE);
    }
  else if (bulk == priv->planned)
    {
      text = tp_bulk_plan_text (bulk);
      say (self, text, FALSE);
      show_left_out (self, bulk);
    }
  update_apply (self);
}

static gboolean
plan_cb (gpointer data)
{
  TpBulkDialog *self = data;
  TpBulkDialogPrivate *priv = PRIV (self);

  priv->pause = 0;
  priv->planned = TP_BULK_DIALOG_GET_CLASS (self)->make (self, (const gint64 *) (gpointer) priv->ids->data,
                                                         priv->ids->len);
  if (priv->planned == NULL)
    {
      say (self, TP_BULK_DIALOG_GET_CLASS (self)->missing != NULL ? TP_BULK_DIALOG_GET_CLASS (self)->missing (self) : NULL,
           FALSE);
      update_apply (self);
      return G_SOURCE_REMOVE;
    }
  priv->plan_stop = g_cancellable_new ();
  priv->planned->cancellable = g_object_ref (priv->plan_stop);
  priv->planning = TRUE;
  tp_workspace_read (priv->workspace, tp_bulk_plan_read, tp_bulk_ref (priv->planned), tp_bulk_unref, tp_bulk_unref,
                     priv->plan_stop, planned_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* The result */

static void
show_skipped (TpBulkDialog *self)
{
  TpBulkDialogPrivate *priv = PRIV (self);
  TpBulkResult *result = tp_bulk_get_result (priv->running);
  g_autoptr (GListModel) list = skipped_facts (result);
  g_autofree char *text = tp_bulk_outcome_text (priv->running);

  gtk_label_set_label (priv->outcome, text);
  gtk_single_selection_set_model (priv->skipped, list);
  gtk_button_set_label (priv->cancel_button, C_ ("dialog", "_Close"));
  gtk_widget_set_visible (GTK_WIDGET (priv->apply_button), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.undo", result->done->len > 0);
  gtk_stack_set_visible_child_name (priv->screens, "result");
  gtk_widget_grab_focus (GTK_WIDGET (priv->list));
}

static void
stop_ticking (TpBulkDialog *self)
{
  TpBulkDialogPrivate *priv = PRIV (self);

  g_clear_handle_id (&priv->tick, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (priv->progress), FALSE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpBulkDialog) self = data;
  TpBulkDialogPrivate *priv = PRIV (self);
  g_autoptr (GError) error = NULL;
  gboolean done = tp_workspace_change_finish (TP_WORKSPACE (source), result, &error);

  if (priv->workspace == NULL)
    return;
  stop_ticking (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->fields), TRUE);
  if (!done)
    {
      g_clear_pointer (&priv->running, tp_bulk_unref);
      say (self, error->message, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
      update_apply (self);
      return;
    }
  if (tp_bulk_get_result (priv->running)->skipped->len > 0)
    show_skipped (self);
  else
    {
      g_autofree char *text = tp_bulk_outcome_text (priv->running);

      tp_toast_undo (GTK_WIDGET (self), text);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static gboolean
tick_cb (gpointer data)
{
  TpBulkDialog *self = data;
  TpBulkDialogPrivate *priv = PRIV (self);

  if (g_get_monotonic_time () - priv->since < PATIENCE * 1000)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (GTK_WIDGET (priv->progress), TRUE);
  gtk_progress_bar_set_fraction (priv->progress, (double) tp_bulk_get_walked (priv->running) / MAX (1, priv->ids->len));
  return G_SOURCE_CONTINUE;
}

static void
activated_cb (TpBulkDialog *self, guint position)
{
  TpBulkDialogPrivate *priv = PRIV (self);
  g_autoptr (TpFact) fact = g_list_model_get_item (G_LIST_MODEL (priv->skipped), position);

  if (fact == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER),
                              tp_fact_get_id (fact));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* actions */

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpBulkDialog *self = TP_BULK_DIALOG (widget);
  TpBulkDialogPrivate *priv = PRIV (self);

  if (priv->running != NULL || priv->pause != 0)
    return;
  priv->running = TP_BULK_DIALOG_GET_CLASS (self)->make (self, (const gint64 *) (gpointer) priv->ids->data,
                                                         priv->ids->len);
  if (priv->running == NULL)
    return;
  g_clear_object (&priv->run_stop);
  priv->run_stop = g_cancellable_new ();
  priv->since = g_get_monotonic_time ();
  priv->tick = g_timeout_add (TICK, tick_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->fields), FALSE);
  /* What it did and skipped is said here: the dialog stays until that is known */
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  update_apply (self);
  tp_workspace_change (priv->workspace, tp_bulk_get_verb (priv->running), tp_bulk_run, tp_bulk_ref (priv->running),
                       tp_bulk_unref, priv->run_stop, done_cb, g_object_ref (self));
}

/* While it works, Cancel and Escape stop it and leave everything as it was. */
static void
close_attempt_cb (TpBulkDialog *self)
{
  g_cancellable_cancel (PRIV (self)->run_stop);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.undo-change", NULL);
  adw_dialog_force_close (ADW_DIALOG (widget));
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpBulkDialogPrivate *priv = PRIV (TP_BULK_DIALOG (widget));
  TpBulkResult *result = priv->running != NULL ? tp_bulk_get_result (priv->running) : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (result == NULL)
    return;
  for (guint i = 0; i < result->skipped->len; i++)
    g_array_append_val (ids, ((TpBulkSkipped *) g_ptr_array_index (result->skipped, i))->exporter);
  g_signal_emit (widget, signals[SELECT_SKIPPED], 0, ids);
  adw_dialog_force_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
tp_bulk_dialog_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  TpBulkDialogPrivate *priv = PRIV (TP_BULK_DIALOG (buildable));

  if (g_strcmp0 (type, "field") == 0)
    adw_preferences_group_add (priv->fields, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "extra") == 0)
    {
      gtk_box_append (priv->extras, GTK_WIDGET (child));
      gtk_widget_set_visible (GTK_WIDGET (priv->extras), TRUE);
    }
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tp_bulk_dialog_add_child;
}

static void
tp_bulk_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_APPLY_LABEL)
    gtk_button_set_label (PRIV (TP_BULK_DIALOG (object))->apply_button, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_bulk_dialog_dispose (GObject *object)
{
  TpBulkDialog *self = TP_BULK_DIALOG (object);
  TpBulkDialogPrivate *priv = PRIV (self);

  stop_planning (self);
  g_clear_handle_id (&priv->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_BULK_DIALOG);
  g_clear_object (&priv->workspace);
  g_clear_object (&priv->run_stop);
  g_clear_pointer (&priv->running, tp_bulk_unref);
  g_clear_pointer (&priv->ids, g_array_unref);
  G_OBJECT_CLASS (tp_bulk_dialog_parent_class)->dispose (object);
}

static void
tp_bulk_dialog_class_init (TpBulkDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tp_bulk_dialog_set_property;
  object_class->dispose = tp_bulk_dialog_dispose;
  props[PROP_APPLY_LABEL] = g_param_spec_string ("apply-label", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SELECT_SKIPPED] = g_signal_new ("select-skipped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  g_type_ensure (TP_TYPE_FACT);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/bulk-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, screens);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, heading);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, fields);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, extras);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, message);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, progress);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, apply_button);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, outcome);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, list);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, skipped);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, left_out_list);
  gtk_widget_class_bind_template_child_private (widget_class, TpBulkDialog, left_out);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "dialog.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "dialog.select-skipped", NULL, select_action);
}

static void
tp_bulk_dialog_init (TpBulkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", FALSE);
}

/* Public API */

/**
 * tp_bulk_dialog_start:
 * @self: a dialog that was just made
 * @workspace: a workspace
 * @ids: (element-type gint64): the exporters
 * @as_of: the day that is looked at
 */
void
tp_bulk_dialog_start (TpBulkDialog *self, TpWorkspace *workspace, GArray *ids, TpDay as_of)
{
  TpBulkDialogPrivate *priv = PRIV (self);
  g_autofree char *count = tp_count_format (ids->len);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s exporter selected", "%s exporters selected", ids->len), count);

  priv->workspace = g_object_ref (workspace);
  priv->ids = g_array_ref (ids);
  priv->as_of = as_of;
  adw_window_title_set_subtitle (priv->heading, text);
  if (TP_BULK_DIALOG_GET_CLASS (self)->begin != NULL)
    TP_BULK_DIALOG_GET_CLASS (self)->begin (self);
  tp_bulk_dialog_changed (self);
}

/**
 * tp_bulk_dialog_changed:
 * @self: the dialog
 *
 * For its forms: something was entered, and what will happen is to be worked out anew.
 */
void
tp_bulk_dialog_changed (TpBulkDialog *self)
{
  TpBulkDialogPrivate *priv = PRIV (self);

  if (priv->workspace == NULL || priv->running != NULL)
    return;
  stop_planning (self);
  priv->pause = g_timeout_add (PAUSE, plan_cb, self);
  update_apply (self);
}

/**
 * tp_bulk_dialog_get_workspace:
 * @self: a dialog
 *
 * Returns: (transfer none): the workspace it acts on
 */
TpWorkspace *
tp_bulk_dialog_get_workspace (TpBulkDialog *self)
{
  return PRIV (self)->workspace;
}

/**
 * tp_bulk_dialog_get_day:
 * @self: the dialog
 *
 * Returns: the day that is looked at, or today where that lies ahead
 */
TpDay
tp_bulk_dialog_get_day (TpBulkDialog *self)
{
  return MIN (PRIV (self)->as_of, tp_workspace_get_today (PRIV (self)->workspace));
}
