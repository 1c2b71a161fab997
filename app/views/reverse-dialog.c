/* reverse-dialog.c: one entry of a ledger, and taking it back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reverse-dialog.h"

#include "error.h"
#include "feedback.h"
#include "field-text.h"
#include "money.h"
#include "reverse-entry.h"

#include <glib/gi18n-lib.h>

struct _TpReverseDialog
{
  AdwDialog parent_instance;

  TpWorkspace *workspace;
  TpRecord *entry;
  char *message;
  gboolean reversible;
  gboolean reversing; /* typing meanwhile must not let it be reversed twice */

  AdwWindowTitle *heading;
  GtkListBox *facts;
  AdwEntryRow *reason;
  AdwSwitchRow *overrun;
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_REVERSIBLE,
  PROP_CLOSE_LABEL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpReverseDialog, tp_reverse_dialog, ADW_TYPE_DIALOG)

static void
say (TpReverseDialog *self, const char *message)
{
  if (g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

static void
changed_cb (TpReverseDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  gboolean overruns = gtk_widget_get_visible (GTK_WIDGET (self->overrun));
  gboolean ready = self->reversible && !self->reversing && tp_text_has_words (reason)
                   && (!overruns || adw_switch_row_get_active (self->overrun));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.reverse", ready);
  if (!self->reversible)
    return;
  if (!tp_text_has_words (reason))
    say (self, _ ("An entry is never deleted: its reversal stands beside it, with the reason."));
  else if (!overruns)
    {
      g_autofree char *today = tp_day_format (tp_workspace_get_today (self->workspace), TP_PRECISION_DAY);
      /* Translators: %s is a date */
      g_autofree char *text = g_strdup_printf (_ ("The reversal is posted today and counts from %s on."), today);

      say (self, text);
    }
}

/* Reversing */

static void
reversed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpReverseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->reversing = FALSE;
  if (tp_workspace_change_finish (TP_WORKSPACE (object), result, &error))
    {
      /* Translators: %s is the reference of a ledger entry, in a toast */
      text = g_strdup_printf (_ ("Reversed %s"), tp_record_get_text (self->entry, "reference"));
      tp_toast_undo (GTK_WIDGET (self), text);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION))
    gtk_widget_set_visible (GTK_WIDGET (self->overrun), TRUE);
  changed_cb (self);
  say (self, error->message);
}

static void
reverse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpReverseDialog *self = TP_REVERSE_DIALOG (widget);
  TpReversal *reversal = tp_reversal_new (tp_record_get_id (self->entry),
                                          gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                                          adw_switch_row_get_active (self->overrun));

  self->reversing = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.reverse", FALSE);
  tp_workspace_change (self->workspace, "reverse-entry", tp_reverse_entry_run, reversal, tp_reversal_free,
                       NULL, reversed_cb, g_object_ref (self));
}

static void
entered_cb (TpReverseDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.reverse", NULL);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* What is known of the entry */

static char *
fact (TpReverseDialog *self, const TpField *field)
{
  g_autoptr (TpRecord) record = NULL;

  if (field->type != TP_FIELD_REF)
    return tp_field_to_display (field, self->entry);
  record = tp_workspace_get (self->workspace, field->ref, tp_record_get_number (self->entry, field->name));
  return record != NULL ? g_strdup (tp_record_get_title (record)) : NULL;
}

static GtkWidget *
make_fact_row (gpointer item, gpointer data)
{
  TpReverseDialog *self = data;
  const TpField *field = tp_kind_field (TP_KIND_ENTRY, gtk_string_object_get_string (item));
  g_autofree char *value = fact (self, field);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", tp_field_title (field), "subtitle",
                                 value != NULL ? value : "", "use-markup", FALSE, "subtitle-selectable",
                                 TRUE, NULL);

  gtk_widget_add_css_class (row, "property");
  return row;
}

static void
list_facts (TpReverseDialog *self)
{
  static const char *const fields[] = {
    "type",     "amount",   "date",      "narrative", "purpose", "programme", "exporter", "organisation",
    "province", "reverses", "reason",    "overrun",   "author",  "posted",
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (tp_record_is_set (self->entry, fields[i]))
      gtk_string_list_append (names, fields[i]);
  gtk_list_box_bind_model (self->facts, G_LIST_MODEL (names), make_fact_row, self, NULL);
}

/* Who reversed it, if anybody: looked up off the main thread. */
static gpointer
read_reversal (TpReader *reader, gpointer entry, GError **error)
{
  TpRecord *reversal = tp_entry_reversal (reader, entry);

  if (reversal == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND, _ ("The entry stands: it has no reversal."));
  return reversal;
}

static void
reversal_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpReverseDialog) self = data;
  g_autoptr (TpRecord) reversal = tp_workspace_read_finish (TP_WORKSPACE (object), result, NULL);
  g_autofree char *text = NULL;

  if (reversal == NULL)
    return;
  self->reversible = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVERSIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CLOSE_LABEL]);
  /* Translators: a reference of a ledger entry, and a reason in a person's own words */
  text = g_strdup_printf (_ ("Reversed by %s: %s"), tp_record_get_text (reversal, "reference"),
                          tp_record_get_text (reversal, "reason") != NULL
                              ? tp_record_get_text (reversal, "reason")
                              : _ ("no reason given"));
  say (self, text);
  changed_cb (self);
}

/* The dialog */

static void
tp_reverse_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpReverseDialog *self = TP_REVERSE_DIALOG (object);

  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_REVERSIBLE:
      g_value_set_boolean (value, self->reversible);
      break;
    case PROP_CLOSE_LABEL:
      g_value_set_string (value, self->reversible ? C_ ("dialog", "_Cancel") : C_ ("dialog", "_Close"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_reverse_dialog_dispose (GObject *object)
{
  TpReverseDialog *self = TP_REVERSE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_REVERSE_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (tp_reverse_dialog_parent_class)->dispose (object);
}

static void
tp_reverse_dialog_class_init (TpReverseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_reverse_dialog_get_property;
  object_class->dispose = tp_reverse_dialog_dispose;
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  props[PROP_REVERSIBLE] = g_param_spec_boolean ("reversible", NULL, NULL, FALSE, flags);
  props[PROP_CLOSE_LABEL] = g_param_spec_string ("close-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/reverse-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpReverseDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpReverseDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, TpReverseDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TpReverseDialog, overrun);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_install_action (widget_class, "dialog.reverse", NULL, reverse_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_reverse_dialog_init (TpReverseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_reverse_dialog_new:
 * @workspace: an open workspace
 * @entry: a ledger entry
 *
 * Returns: (transfer floating): a dialog that shows the entry and, where it still can
 *   be, reverses it
 */
AdwDialog *
tp_reverse_dialog_new (TpWorkspace *workspace, TpRecord *entry)
{
  TpReverseDialog *self = g_object_new (TP_TYPE_REVERSE_DIALOG, NULL);
  g_autoptr (TpRecord) fund = tp_workspace_get (workspace, TP_KIND_FUND, tp_record_get_number (entry, "fund"));
  gboolean reversal = tp_record_is_set (entry, "reverses");

  self->workspace = g_object_ref (workspace);
  self->entry = g_object_ref (entry);
  self->reversible = !reversal && !tp_workspace_is_read_only (workspace);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REVERSIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CLOSE_LABEL]);
  adw_window_title_set_title (self->heading, tp_record_get_text (entry, "reference"));
  if (fund != NULL)
    adw_window_title_set_subtitle (self->heading, tp_record_get_title (fund));
  list_facts (self);
  if (reversal)
    say (self, _ ("This is a reversal, and a reversal is not reversed: post the entry again instead."));
  else
    tp_workspace_read (workspace, read_reversal, g_object_ref (entry), g_object_unref, g_object_unref,
                       NULL, reversal_read_cb, g_object_ref (self));
  changed_cb (self);
  return ADW_DIALOG (self);
}
