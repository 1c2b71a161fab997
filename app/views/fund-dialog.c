/* fund-dialog.c: making a fund by hand, or changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fund-dialog.h"

#include "currency-row.h"
#include "edit-fund.h"
#include "field-row.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

struct _TpFundDialog
{
  AdwDialog parent_instance;

  TpWorkspace *workspace;
  TpRecord *fund; /* NULL: a new one */
  char *message;
  gboolean saving; /* typing meanwhile must not let it be saved twice */

  TpFieldRow *title_row;
  TpFieldRow *title_local;
  TpCurrencyRow *currency;
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS,
};

enum
{
  SAVED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TpFundDialog, tp_fund_dialog, ADW_TYPE_DIALOG)

static void
say (TpFundDialog *self, const char *message)
{
  if (g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

static const char *
text_of (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
changed_cb (TpFundDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (text_of (self->title_row)));
  gboolean ready = title[0] != '\0' && tp_currency_row_get_code (self->currency) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", ready && !self->saving);
  if (title[0] == '\0')
    say (self, _ ("Enter what people call the fund."));
  else if (!ready)
    say (self, _ ("Choose the currency."));
  else
    say (self, _ ("What is pledged to it is posted to its ledger by hand; the fund of a commitment comes "
                  "with its capital."));
}

/* @edit is kept until its answer is read: it holds the new fund's id. */
typedef struct
{
  TpFundDialog *dialog;
  TpFundEdit *edit;
} Saving;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (TpFundDialog) self = saving->dialog;
  g_autoptr (TpFundEdit) edit = saving->edit;
  g_autoptr (GError) error = NULL;

  g_free (saving);
  self->saving = FALSE;
  if (!tp_workspace_change_finish (TP_WORKSPACE (object), result, &error))
    {
      changed_cb (self);
      say (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, edit->id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static char *
text_or_null (gpointer row)
{
  g_autofree char *text = g_strstrip (g_strdup (text_of (row)));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundDialog *self = TP_FUND_DIALOG (widget);
  Saving *saving;
  TpFundEdit *edit;

  if (self->saving)
    return;
  self->saving = TRUE;
  saving = g_new0 (Saving, 1);
  edit = tp_fund_edit_new ();
  edit->id = self->fund != NULL ? tp_record_get_id (self->fund) : 0;
  edit->base = self->fund != NULL ? g_object_ref (self->fund) : NULL;
  edit->title = text_or_null (self->title_row);
  edit->title_local = text_or_null (self->title_local);
  edit->currency = g_strdup (tp_currency_row_get_code (self->currency));
  saving->dialog = g_object_ref (self);
  saving->edit = edit;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  tp_workspace_change (self->workspace, self->fund != NULL ? "edit-fund" : "add-fund", tp_edit_fund_run,
                       edit, NULL, NULL, saved_cb, saving);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
tp_fund_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MESSAGE)
    g_value_set_string (value, TP_FUND_DIALOG (object)->message);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_fund_dialog_dispose (GObject *object)
{
  TpFundDialog *self = TP_FUND_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_FUND_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->fund);
  g_clear_pointer (&self->message, g_free);
  G_OBJECT_CLASS (tp_fund_dialog_parent_class)->dispose (object);
}

static void
tp_fund_dialog_class_init (TpFundDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_fund_dialog_get_property;
  object_class->dispose = tp_fund_dialog_dispose;
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * TpFundDialog::saved:
   * @fund: the fund's id
   */
  signals[SAVED] = g_signal_new ("saved", TP_TYPE_FUND_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  tp_widgets_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/fund-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFundDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TpFundDialog, title_local);
  gtk_widget_class_bind_template_child (widget_class, TpFundDialog, currency);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
tp_fund_dialog_init (TpFundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_fund_dialog_new:
 * @workspace: an open workspace
 * @fund: (nullable): the fund to change, %NULL to make one
 *
 * Returns: (transfer floating): a dialog; it emits `saved` with the fund's id
 */
AdwDialog *
tp_fund_dialog_new (TpWorkspace *workspace, TpRecord *fund)
{
  TpFundDialog *self = g_object_new (TP_TYPE_FUND_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->fund = fund != NULL ? g_object_ref (fund) : NULL;
  adw_dialog_set_title (ADW_DIALOG (self), fund != NULL ? _ ("Edit Fund") : _ ("New Fund"));
  if (fund != NULL)
    {
      tp_field_row_load (self->title_row, fund);
      tp_field_row_load (self->title_local, fund);
      tp_currency_row_set_code (self->currency, tp_record_get_text (fund, "currency"));
    }
  else
    tp_currency_row_set_code (self->currency, tp_workspace_get_currency (workspace));
  changed_cb (self);
  return ADW_DIALOG (self);
}
