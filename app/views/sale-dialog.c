/* sale-dialog.c: a domestic sale of an exporter, made for typing many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sale-dialog.h"

#include "edit-sale.h"
#include "field-row.h"
#include "money.h"
#include "money-row.h"
#include "pick-row.h"

#include <glib/gi18n-lib.h>

struct _TpSaleDialog
{
  TpRecordForm parent_instance;

  TpMoneyRow *amount;
  TpFieldRow *date;
  TpFieldRow *quantity;
  TpPickRow *product;
  TpPickRow *channel;
};

G_DEFINE_FINAL_TYPE (TpSaleDialog, tp_sale_dialog, TP_TYPE_RECORD_FORM)

/* A day, or a month for what it came to. */
static gboolean
read_form (TpRecordForm *form, TpRecord *sale, GError **error)
{
  TpSaleDialog *self = TP_SALE_DIALOG (form);
  TpDay today = tp_workspace_get_today (tp_record_form_get_workspace (form));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date))));
  g_autofree char *hint = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean is_month = FALSE;
  TpDay day;

  if (*text == '\0')
    {
      tp_field_row_set_message (self->date, NULL);
      tp_record_clear (sale, "date");
    }
  else if (tp_sale_date_parse (text, today, &day, &is_month, &fault))
    {
      tp_field_row_set_message (self->date, NULL);
      tp_record_set_day (sale, "date", day);
      if (is_month)
        {
          g_autofree char *words = tp_day_format (day, TP_PRECISION_DAY);

          /* Translators: a date */
          hint = g_strdup_printf (_ ("What the month came to, kept on %s."), words);
        }
    }
  else
    {
      tp_field_row_set_message (self->date, fault->message);
      g_propagate_error (error, g_steal_pointer (&fault));
      tp_record_form_set_hint (form, NULL);
      return FALSE;
    }
  tp_record_form_set_hint (form, hint);
  return TRUE;
}

/* A wrong date keeps the form from being read at all: it has to be read to be right. */
static void
date_changed (TpSaleDialog *self)
{
  tp_field_row_set_message (self->date, NULL);
}

static char *
done (TpRecordForm *form, TpRecord *sale, gboolean is_new)
{
  g_autofree char *amount = tp_money_format_exact (tp_record_get_number (sale, "amount"),
                                                   tp_record_get_text (sale, "currency"));

  /* Translators: an amount of money */
  return is_new ? g_strdup_printf (C_ ("sale", "Sale of %s added"), amount)
                : g_strdup_printf (C_ ("sale", "Sale of %s saved"), amount);
}

/* The next sale, on the same day in the same place. */
static void
again (TpRecordForm *form)
{
  TpSaleDialog *self = TP_SALE_DIALOG (form);

  gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
  gtk_editable_set_text (GTK_EDITABLE (self->quantity), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

static void
tp_sale_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_SALE_DIALOG);
  G_OBJECT_CLASS (tp_sale_dialog_parent_class)->dispose (object);
}

static void
tp_sale_dialog_class_init (TpSaleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_sale_dialog_dispose;
  form_class->run = tp_edit_sale_run;
  form_class->add_verb = "add-sale";
  form_class->edit_verb = "edit-sale";
  form_class->read = read_form;
  form_class->done = done;
  form_class->again = again;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/sale-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpSaleDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, TpSaleDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TpSaleDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, TpSaleDialog, product);
  gtk_widget_class_bind_template_child (widget_class, TpSaleDialog, channel);
}

static void
tp_sale_dialog_init (TpSaleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (date_changed), self);
}

/**
 * tp_sale_dialog_new:
 * @workspace: a workspace
 * @exporter: whose sale
 * @sale: (nullable): the sale to change; %NULL for a new one
 * @as_of: the day that is looked at: proposed, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_sale_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *sale, TpDay as_of)
{
  TpSaleDialog *self = g_object_new (TP_TYPE_SALE_DIALOG, NULL);
  g_autoptr (TpRecord) start = sale != NULL ? tp_record_edit (sale) : tp_record_new (TP_KIND_SALE);
  g_autofree char *day = NULL;

  tp_record_set_number (start, "exporter", exporter);
  if (!tp_record_is_set (start, "date"))
    tp_record_set_day (start, "date", MIN (as_of, tp_workspace_get_today (workspace)));
  if (!tp_record_is_set (start, "currency"))
    tp_record_set_text (start, "currency", tp_workspace_get_currency (workspace));
  adw_dialog_set_title (ADW_DIALOG (self), sale != NULL ? C_ ("dialog", "Edit Sale") : C_ ("dialog", "Add Sale"));
  tp_pick_row_fill (self->product, workspace, exporter);
  tp_pick_row_fill (self->channel, workspace, 0);
  day = tp_day_to_iso (tp_record_get_day (start, "date"));
  gtk_editable_set_text (GTK_EDITABLE (self->date), day);
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, sale);
  return ADW_DIALOG (self);
}
