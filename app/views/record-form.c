/* record-form.c: a dialog that fills in one record and has a use case keep it.
 *
 * Each row checks its own text while it is typed; what only the whole record tells stands
 * at the foot, and the button waits until the record may be kept. Nothing that was
 * entered is thrown away without a question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-form.h"

#include "choice-row.h"
#include "currency-row.h"
#include "date-row.h"
#include "discard.h"
#include "error.h"
#include "feedback.h"
#include "field-text.h"
#include "money-row.h"
#include "pick-row.h"
#include "record-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwPreferencesPage *page;
  GtkButton *save;
  GtkWidget *foot;
  GtkLabel *hint;
  GtkLabel *reason;
  GtkCheckButton *keep_open;

  TpWorkspace *workspace;
  TpRecord *start;      /* what the form was opened with */
  TpRecord *base;       /* as it is kept; NULL for a new one */
  GPtrArray *rows;      /* the rows that name a field, in order; borrowed */
  gboolean loading;
  gboolean touched;     /* something was entered: what is missing may be named */
  gboolean refused;     /* as it is it cannot be kept: it has to change first */
  TpRecordEdit *saving; /* while it is being kept */
} TpRecordFormPrivate;

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TpRecordForm, tp_record_form, ADW_TYPE_DIALOG,
                                  G_ADD_PRIVATE (TpRecordForm)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

#define PRIV(self) ((TpRecordFormPrivate *) tp_record_form_get_instance_private (self))

/* helpers */

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_foot (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);

  gtk_widget_set_visible (priv->foot, gtk_widget_get_visible (GTK_WIDGET (priv->hint))
                                          || gtk_widget_get_visible (GTK_WIDGET (priv->reason))
                                          || gtk_widget_get_visible (GTK_WIDGET (priv->keep_open)));
}

/* In red once something was entered: nobody is blamed for a form just opened. */
static void
show_reason (TpRecordForm *self, const char *text)
{
  TpRecordFormPrivate *priv = PRIV (self);

  show_label (priv->reason, text);
  if (priv->touched)
    gtk_widget_add_css_class (GTK_WIDGET (priv->reason), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->reason), "error");
  show_foot (self);
}

static const char *
first_fault (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);

  for (guint i = 0; i < priv->rows->len; i++)
    if (TP_IS_FIELD_ROW (priv->rows->pdata[i]) && gtk_widget_get_visible (priv->rows->pdata[i])
        && !tp_field_row_is_valid (priv->rows->pdata[i]))
      return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (priv->rows->pdata[i]));
  return NULL;
}

/* A field row may stand for no field: then it is the subclass's. */
static gboolean
names_field (gpointer row)
{
  g_autofree char *name = NULL;

  g_object_get (row, "field", &name, NULL);
  return name != NULL;
}

static void
load_row (gpointer row, TpRecord *record)
{
  if (TP_IS_CURRENCY_ROW (row))
    tp_currency_row_set_code (row, tp_record_get_text (record, "currency"));
  else if (TP_IS_CHOICE_ROW (row))
    tp_choice_row_load (row, record);
  else if (TP_IS_PICK_ROW (row))
    tp_pick_row_load (row, record);
  else if (names_field (row))
    tp_field_row_load (row, record);
}

static gboolean
store_row (gpointer row, TpRecord *record, GError **error)
{
  if (TP_IS_CHOICE_ROW (row))
    tp_choice_row_store (row, record);
  else if (TP_IS_PICK_ROW (row))
    tp_pick_row_store (row, record);
  else if (!TP_IS_CURRENCY_ROW (row) && names_field (row))
    return tp_field_row_store (row, record, error);
  return TRUE;
}

static TpRecord *
read_record (TpRecordForm *self, GError **error)
{
  TpRecordFormPrivate *priv = PRIV (self);
  TpRecordFormClass *klass = TP_RECORD_FORM_GET_CLASS (self);
  g_autoptr (TpRecord) record = tp_record_edit (priv->start);

  /* Amounts are read by it. */
  for (guint i = 0; i < priv->rows->len; i++)
    if (TP_IS_CURRENCY_ROW (priv->rows->pdata[i]))
      tp_record_set_text (record, "currency", tp_currency_row_get_code (priv->rows->pdata[i]));
  for (guint i = 0; i < priv->rows->len; i++)
    if (!store_row (priv->rows->pdata[i], record, error))
      return NULL;
  if (klass->read != NULL && !klass->read (self, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static void
follow_currency (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);
  const char *code = NULL;

  for (guint i = 0; i < priv->rows->len; i++)
    if (TP_IS_CURRENCY_ROW (priv->rows->pdata[i]))
      code = tp_currency_row_get_code (priv->rows->pdata[i]);
  for (guint i = 0; code != NULL && i < priv->rows->len; i++)
    if (TP_IS_MONEY_ROW (priv->rows->pdata[i]))
      g_object_set (priv->rows->pdata[i], "currency", code, NULL);
}

static void
review (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);
  TpRecordFormClass *klass = TP_RECORD_FORM_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecord) record = NULL;
  g_autofree char *text = NULL;
  const char *fault = first_fault (self);
  gboolean good = FALSE;

  if (fault != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (fault, "_", -1);
      g_autofree char *plain = g_strjoinv ("", parts);

      /* Translators: the name of a field */
      text = g_strdup_printf (priv->touched ? _ ("“%s” needs another look") : _ ("“%s” is needed"), plain);
    }
  else if ((record = read_record (self, &error)) == NULL || !tp_record_validate (record, &error))
    text = g_strdup (error->message);
  else
    good = TRUE;
  if (klass->reviewed != NULL)
    klass->reviewed (self, good ? record : NULL);
  show_reason (self, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", good && !priv->refused && priv->saving == NULL);
}

/* callbacks */

static void
row_changed (TpRecordForm *self)
{
  if (!PRIV (self)->loading)
    tp_record_form_changed (self);
}

/* Of all rows within @widget. */
static void
collect_rows (TpRecordForm *self, GtkWidget *widget)
{
  const char *signal = NULL;

  if (TP_IS_FIELD_ROW (widget))
    signal = "changed";
  else if (TP_IS_PICK_ROW (widget))
    signal = "notify::record-id";
  else if (TP_IS_CHOICE_ROW (widget) || TP_IS_CURRENCY_ROW (widget))
    signal = "notify::selected";
  if (signal != NULL)
    {
      g_ptr_array_add (PRIV (self)->rows, widget);
      g_signal_connect_object (widget, signal, G_CALLBACK (row_changed), self, G_CONNECT_SWAPPED);
      if (TP_IS_FIELD_ROW (widget))
        adw_entry_row_set_activates_default (ADW_ENTRY_ROW (widget), TRUE);
      return;
    }
  if (ADW_IS_SWITCH_ROW (widget))
    g_signal_connect_object (widget, "notify::active", G_CALLBACK (row_changed), self, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (self, child);
}

static void
enter_next (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);
  TpRecordFormClass *klass = TP_RECORD_FORM_GET_CLASS (self);

  priv->loading = TRUE;
  if (klass->again != NULL)
    klass->again (self);
  priv->loading = FALSE;
  priv->touched = FALSE;
  tp_dialog_unguard (ADW_DIALOG (self));
  review (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRecordForm) self = data;
  TpRecordFormPrivate *priv = PRIV (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TpRecordEdit) edit = g_steal_pointer (&priv->saving);
  g_autofree char *text = NULL;
  gint64 id;

  if (!tp_workspace_change_finish (TP_WORKSPACE (source), result, &error))
    {
      /* What the disk refused may be tried again as it is. */
      priv->refused = error->domain == TP_ERROR && error->code != TP_ERROR_STORAGE;
      review (self);
      show_reason (self, error->message);
      return;
    }
  id = tp_record_get_id (edit->record);
  text = TP_RECORD_FORM_GET_CLASS (self)->done (self, edit->record, priv->base == NULL);
  tp_toast_undo (GTK_WIDGET (self), text);
  if (priv->base == NULL && gtk_check_button_get_active (priv->keep_open))
    enter_next (self);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRecordForm *self = TP_RECORD_FORM (widget);
  TpRecordFormPrivate *priv = PRIV (self);
  TpRecordFormClass *klass = TP_RECORD_FORM_GET_CLASS (self);
  TpRecord *record;

  if (priv->saving != NULL || (record = read_record (self, NULL)) == NULL)
    return;
  priv->saving = tp_record_edit_new (record, priv->base);
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (priv->workspace, priv->base != NULL ? klass->edit_verb : klass->add_verb, klass->run,
                       priv->saving, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* vfuncs */

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (ADW_IS_PREFERENCES_GROUP (child))
    adw_preferences_page_add (PRIV (TP_RECORD_FORM (buildable))->page, ADW_PREFERENCES_GROUP (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
tp_record_form_dispose (GObject *object)
{
  TpRecordFormPrivate *priv = PRIV (TP_RECORD_FORM (object));

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_RECORD_FORM);
  g_clear_object (&priv->workspace);
  g_clear_object (&priv->start);
  g_clear_object (&priv->base);
  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tp_record_form_parent_class)->dispose (object);
}

static void
tp_record_form_class_init (TpRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_record_form_dispose;
  /**
   * TpRecordForm::saved:
   * @id: the record's id
   *
   * It was kept; the dialog is closed, or waits for the next one.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", TP_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (TP_TYPE_FIELD_ROW);
  g_type_ensure (TP_TYPE_MONEY_ROW);
  g_type_ensure (TP_TYPE_DATE_ROW);
  g_type_ensure (TP_TYPE_CHOICE_ROW);
  g_type_ensure (TP_TYPE_CURRENCY_ROW);
  g_type_ensure (TP_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/record-form.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, page);
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, save);
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, foot);
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, hint);
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, reason);
  gtk_widget_class_bind_template_child_private (widget_class, TpRecordForm, keep_open);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_record_form_init (TpRecordForm *self)
{
  PRIV (self)->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public API */

/**
 * tp_record_form_start:
 * @self: a form
 * @workspace: where it is to be kept
 * @start: what the fields show at first; what no row is for stays as it is
 * @base: (nullable): the record that is changed; %NULL to add one
 *
 * Fills the rows. The subclass has filled rows of its own before.
 */
void
tp_record_form_start (TpRecordForm *self, TpWorkspace *workspace, TpRecord *start, TpRecord *base)
{
  TpRecordFormPrivate *priv = PRIV (self);

  g_return_if_fail (TP_IS_RECORD_FORM (self) && priv->start == NULL);
  priv->workspace = g_object_ref (workspace);
  priv->start = tp_record_edit (start);
  g_set_object (&priv->base, base);
  gtk_widget_set_visible (GTK_WIDGET (priv->keep_open),
                          base == NULL && TP_RECORD_FORM_GET_CLASS (self)->again != NULL);
  collect_rows (self, GTK_WIDGET (priv->page));
  priv->loading = TRUE;
  for (guint i = 0; i < priv->rows->len; i++)
    load_row (priv->rows->pdata[i], start);
  follow_currency (self);
  priv->loading = FALSE;
  review (self);
}

/**
 * tp_record_form_changed:
 * @self: a form
 *
 * Something was entered: looks at the whole anew.
 */
void
tp_record_form_changed (TpRecordForm *self)
{
  TpRecordFormPrivate *priv = PRIV (self);

  g_return_if_fail (TP_IS_RECORD_FORM (self));
  priv->touched = TRUE;
  priv->refused = FALSE;
  tp_dialog_guard (ADW_DIALOG (self));
  priv->loading = TRUE;
  follow_currency (self);
  priv->loading = FALSE;
  review (self);
}

/**
 * tp_record_form_review:
 * @self: a form
 *
 * The form itself proposed something: looks at the whole anew, as if nobody had entered
 * anything.
 */
void
tp_record_form_review (TpRecordForm *self)
{
  g_return_if_fail (TP_IS_RECORD_FORM (self));
  review (self);
}

/**
 * tp_record_form_set_hint:
 * @self: a form
 * @text: (nullable): what follows from what is entered, at the foot
 */
void
tp_record_form_set_hint (TpRecordForm *self, const char *text)
{
  g_return_if_fail (TP_IS_RECORD_FORM (self));
  show_label (PRIV (self)->hint, text);
  show_foot (self);
}

/**
 * tp_record_form_set_save_label:
 * @self: a form
 * @label: what its button does, with an access key, where that has a word of its own:
 *   "_Enrol" instead of "_Save"
 */
void
tp_record_form_set_save_label (TpRecordForm *self, const char *label)
{
  g_return_if_fail (TP_IS_RECORD_FORM (self));
  gtk_button_set_label (PRIV (self)->save, label);
}

/**
 * tp_record_form_get_workspace:
 * @self: a form
 *
 * Returns: (transfer none): where its record is to be kept
 */
TpWorkspace *
tp_record_form_get_workspace (TpRecordForm *self)
{
  g_return_val_if_fail (TP_IS_RECORD_FORM (self), NULL);
  return PRIV (self)->workspace;
}

/**
 * tp_record_form_get_base:
 * @self: a form
 *
 * Returns: (nullable) (transfer none): the record that is changed; %NULL for a new one
 */
TpRecord *
tp_record_form_get_base (TpRecordForm *self)
{
  g_return_val_if_fail (TP_IS_RECORD_FORM (self), NULL);
  return PRIV (self)->base;
}
