/* post-entry-dialog.c: posting to a fund's ledger, made for speed.
 *
 * What the entry would come to is asked of the desk at every change, by the rules that
 * posting itself follows; the button waits until it can work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "post-entry-dialog.h"

#include "choice-row.h"
#include "date-row.h"
#include "error.h"
#include "feedback.h"
#include "money-row.h"
#include "numbers.h"
#include "post-entry.h"
#include "province.h"
#include "record-list.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpPostEntryDialog
{
  AdwDialog parent_instance;

  TpWorkspace *workspace;
  TpRecord *fund;
  char *result_title;
  char *result;
  gboolean possible;  /* it can be posted as it stands */
  gboolean posting;
  GCancellable *cancellable;

  AdwWindowTitle *heading;
  TpChoiceRow *type;
  TpMoneyRow *amount;
  TpDateRow *date;
  TpChoiceRow *purpose;
  AdwComboRow *programme;
  GListStore *programmes;
  AdwEntryRow *narrative;
  AdwEntryRow *exporter;
  AdwComboRow *organisation;
  GListStore *organisations;
  TpFieldRow *province;
  AdwPreferencesGroup *overrun_group;
  AdwSwitchRow *overrun;
  GtkCheckButton *keep_open;
};

enum
{
  PROP_0,
  PROP_RESULT_TITLE,
  PROP_RESULT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpPostEntryDialog, tp_post_entry_dialog, ADW_TYPE_DIALOG)

static void
show_result (TpPostEntryDialog *self, const char *text, gboolean possible)
{
  if (g_set_str (&self->result, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RESULT]);
  self->possible = possible;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.post", possible && !self->posting);
}

/* The figures are those of the entry's day: one that lies back is said. */
static void
show_day (TpPostEntryDialog *self)
{
  TpDay day = tp_date_row_get_day (self->date);
  g_autofree char *text = NULL;

  if (day == TP_DAY_NONE || day >= tp_workspace_get_today (self->workspace))
    text = g_strdup (_ ("After this entry"));
  else
    {
      g_autofree char *words = tp_day_format (day, TP_PRECISION_DAY);

      /* Translators: head of what a fund stands at; %s is a date that lies back */
      text = g_strdup_printf (_ ("After this entry, on %s"), words);
    }
  if (g_set_str (&self->result_title, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RESULT_TITLE]);
}

static gint64
chosen (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);

  return TP_IS_RECORD (item) ? tp_record_get_id (item) : 0;
}

static char *
entered (gpointer editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What stands in the fields, or NULL with a reason in words. */
static TpPosting *
read_fields (TpPostEntryDialog *self, const char **reason)
{
  g_autoptr (TpPosting) posting = tp_posting_new ();
  g_autofree char *province = entered (self->province);

  posting->fund = tp_record_get_id (self->fund);
  posting->type = g_strdup (tp_choice_row_get_token (self->type));
  posting->date = tp_date_row_get_day (self->date);
  posting->today = tp_workspace_get_today (self->workspace);
  posting->purpose = g_strdup (tp_choice_row_get_token (self->purpose));
  posting->programme = chosen (self->programme);
  posting->organisation = chosen (self->organisation);
  posting->narrative = entered (self->narrative);
  posting->exporter_text = entered (self->exporter);
  posting->confirm_overrun = adw_switch_row_get_active (self->overrun);
  if (!tp_money_row_get_amount (self->amount, &posting->amount))
    *reason = _ ("Enter the amount.");
  else if (!tp_field_row_is_valid (TP_FIELD_ROW (self->amount)))
    *reason = _ ("The amount cannot be read: see the message below it.");
  else if (posting->date == TP_DAY_NONE || !tp_field_row_is_valid (TP_FIELD_ROW (self->date)))
    *reason = _ ("Enter the day from which it counts.");
  else if (!tp_field_row_is_valid (self->province))
    *reason = _ ("The province is not known: see the message below it.");
  else
    {
      const TpProvince *known = province != NULL ? tp_province_find (province) : NULL;

      posting->province = known != NULL ? g_strdup (known->code) : NULL;
      return g_steal_pointer (&posting);
    }
  return NULL;
}

static void
preview_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpPostEntryDialog) self = data;
  g_autoptr (GError) error = NULL;
  TpPostingPreview *preview = tp_workspace_read_finish (TP_WORKSPACE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->overrun_group), FALSE);
      show_result (self, error->message, FALSE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->overrun_group), preview->strain != NULL);
  if (preview->strain != NULL)
    show_result (self, preview->strain, adw_switch_row_get_active (self->overrun));
  else
    show_result (self, preview->after, TRUE);
  tp_posting_preview_free (preview);
}

static void
refresh_cb (TpPostEntryDialog *self)
{
  const char *reason = NULL;
  TpPosting *posting;

  if (self->workspace == NULL)
    return;
  show_day (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  posting = read_fields (self, &reason);
  if (posting == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->overrun_group), FALSE);
      show_result (self, reason, FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  tp_workspace_read (self->workspace, tp_posting_read_preview, posting, tp_posting_free,
                     tp_posting_preview_free, self->cancellable, preview_cb, g_object_ref (self));
}

/* Posting */

static void
posted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpPostEntryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  gint64 minor = 0;

  self->posting = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (object), result, &error))
    {
      /* It may have become an overrun since: the fields say what is to be done. */
      show_result (self, error->message, TRUE);
      if (g_error_matches (error, TP_ERROR, TP_ERROR_NEEDS_CONFIRMATION))
        refresh_cb (self);
      return;
    }
  tp_money_row_get_amount (self->amount, &minor);
  amount = tp_money_format_compact (minor, tp_record_get_text (self->fund, "currency"));
  /* Translators: an amount and a fund's title, in a toast */
  text = g_strdup_printf (_ ("Posted %s to %s"), amount, tp_record_get_title (self->fund));
  if (gtk_check_button_get_active (self->keep_open))
    {
      tp_toast_undo (GTK_WIDGET (self), text);
      gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
      gtk_editable_set_text (GTK_EDITABLE (self->narrative), "");
      adw_switch_row_set_active (self->overrun, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->amount));
      refresh_cb (self);
      return;
    }
  tp_toast_undo (GTK_WIDGET (self), text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
post_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpPostEntryDialog *self = TP_POST_ENTRY_DIALOG (widget);
  const char *reason = NULL;
  TpPosting *posting = read_fields (self, &reason);

  if (posting == NULL)
    {
      show_result (self, reason, FALSE);
      return;
    }
  self->posting = TRUE;
  show_result (self, self->result, self->possible);
  tp_workspace_change (self->workspace, "post-entry", tp_post_entry_run, posting, tp_posting_free, NULL,
                       posted_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* Closures of the template */

static char *
choice_title (gpointer object)
{
  if (TP_IS_RECORD (object))
    return g_strdup (tp_record_get_title (object));
  return GTK_IS_STRING_OBJECT (object) ? g_strdup (gtk_string_object_get_string (object)) : NULL;
}

/* The dialog */

/* "None", and then the records of @kind. */
static void
take_choices (TpPostEntryDialog *self, GListStore *models, TpKind kind, const char *sort, const char *none)
{
  g_autoptr (GtkStringList) first = gtk_string_list_new (NULL);
  g_autoptr (TpRecordList) records
      = tp_record_list_new (self->workspace, kind, tp_record_type_of (kind), NULL);
  g_autoptr (TpQuery) query = tp_query_new (kind);

  gtk_string_list_append (first, none);
  tp_query_set_sort (query, sort, FALSE);
  tp_record_list_set_query (records, query);
  g_list_store_append (models, first);
  g_list_store_append (models, records);
}

static void
tp_post_entry_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RESULT)
    g_value_set_string (value, TP_POST_ENTRY_DIALOG (object)->result);
  else if (id == PROP_RESULT_TITLE)
    g_value_set_string (value, TP_POST_ENTRY_DIALOG (object)->result_title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_post_entry_dialog_dispose (GObject *object)
{
  TpPostEntryDialog *self = TP_POST_ENTRY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_POST_ENTRY_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->fund);
  g_clear_pointer (&self->result, g_free);
  g_clear_pointer (&self->result_title, g_free);
  G_OBJECT_CLASS (tp_post_entry_dialog_parent_class)->dispose (object);
}

static void
tp_post_entry_dialog_class_init (TpPostEntryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_post_entry_dialog_get_property;
  object_class->dispose = tp_post_entry_dialog_dispose;
  props[PROP_RESULT_TITLE] = g_param_spec_string ("result-title", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_RESULT] = g_param_spec_string ("result", NULL, NULL, NULL,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  tp_widgets_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/post-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, type);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, programme);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, programmes);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, narrative);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, exporter);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, organisations);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, province);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, overrun_group);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, overrun);
  gtk_widget_class_bind_template_child (widget_class, TpPostEntryDialog, keep_open);
  gtk_widget_class_bind_template_callback (widget_class, choice_title);
  gtk_widget_class_install_action (widget_class, "dialog.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_post_entry_dialog_init (TpPostEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (TpPostEntryDialog *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tp_post_entry_dialog_new:
 * @workspace: an open workspace
 * @fund: the fund to post to
 * @as_of: the day that is looked at: the entry is proposed for it, or for today where
 *   that is earlier
 *
 * Returns: (transfer floating): a dialog that posts
 */
AdwDialog *
tp_post_entry_dialog_new (TpWorkspace *workspace, TpRecord *fund, TpDay as_of)
{
  TpPostEntryDialog *self = g_object_new (TP_TYPE_POST_ENTRY_DIALOG, NULL);
  const char *currency = tp_record_get_text (fund, "currency");
  g_autofree char *symbol = tp_currency_symbol (currency);
  g_autofree char *title = NULL;

  self->workspace = g_object_ref (workspace);
  self->fund = g_object_ref (fund);
  adw_window_title_set_subtitle (self->heading, tp_record_get_title (fund));
  /* Translators: title of the field for an amount; %s is a currency's sign */
  title = g_strdup_printf (_ ("_Amount, %s"), symbol);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), title);
  g_object_set (self->amount, "currency", currency, NULL);
  tp_choice_row_set_token (self->purpose, NULL);
  tp_date_row_set_day (self->date, MIN (as_of, tp_workspace_get_today (workspace)));
  take_choices (self, self->programmes, TP_KIND_PROGRAMME, "title", C_ ("programme", "None"));
  take_choices (self, self->organisations, TP_KIND_ORGANISATION, "name", C_ ("organisation", "None"));

  follow (self, self->type, "notify::selected");
  follow (self, self->amount, "changed");
  follow (self, self->date, "changed");
  follow (self, self->programme, "notify::selected");
  follow (self, self->exporter, "changed");
  follow (self, self->province, "changed");
  follow (self, self->overrun, "notify::active");
  refresh_cb (self);
  return ADW_DIALOG (self);
}
