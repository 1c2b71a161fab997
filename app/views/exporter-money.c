/* exporter-money.c: an exporter's domestic sales and ledger entries on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-money.h"

#include "edit-sale.h"
#include "item-row.h"
#include "remove-record.h"
#include "sale-dialog.h"
#include "sales-summary.h"

#include <glib/gi18n-lib.h>

#define SHOWN 50 /* sales, before somebody asks for all */

struct _TpExporterMoney
{
  TpRecordPart parent_instance;

  GtkListBox *sales;
  GtkListBox *entries;
  GtkWidget *how;
  GtkLabel *arithmetic;
  GtkButton *all;
  GMenuModel *sale_menu;

  gboolean show_all;
  char *first;
  char *total;
  char *above;
  GListStore *sale_facts;
  GListStore *entry_facts;
};

enum
{
  PROP_0,
  PROP_FIRST,
  PROP_TOTAL,
  PROP_ABOVE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExporterMoney, tp_exporter_money, TP_TYPE_RECORD_PART)

static void
set_text (TpExporterMoney *self, char **text, guint id, const char *fresh, const char *none)
{
  if (g_set_str (text, fresh != NULL ? fresh : none))
    g_object_notify_by_pspec (G_OBJECT (self), props[id]);
}

static void
show (TpExporterMoney *self, TpSalesSummary *summary)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (summary->sales));
  guint hidden = summary->n_sales - MIN (shown, summary->n_sales);

  set_text (self, &self->first, PROP_FIRST, summary->first, C_ ("first sale", "None yet"));
  set_text (self, &self->total, PROP_TOTAL, summary->total, C_ ("sales", "None yet"));
  set_text (self, &self->above, PROP_ABOVE, summary->above, C_ ("sales", "None yet"));
  gtk_label_set_label (self->arithmetic, summary->arithmetic != NULL ? summary->arithmetic : "");
  gtk_widget_set_visible (self->how, summary->arithmetic != NULL);
  if (summary->arithmetic != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->how), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    summary->arithmetic, -1);
  tp_facts_update (self->sale_facts, G_LIST_MODEL (summary->sales));
  tp_facts_update (self->entry_facts, G_LIST_MODEL (summary->entries));
  gtk_list_box_invalidate_headers (self->sales);
  gtk_widget_set_visible (GTK_WIDGET (self->all), hidden > 0);
  if (hidden > 0)
    {
      g_autofree char *label
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u Earlier Sale", "Show %u Earlier Sales", hidden),
                             hidden);

      gtk_button_set_label (self->all, label);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterMoney) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpSalesSummary) summary = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (tp_record_part_answered (TP_RECORD_PART (self), error))
    show (self, summary);
}

static void
load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  tp_workspace_read (workspace, tp_sales_summary_read,
                     tp_sales_question_new (tp_record_part_get_record_id (part), tp_record_part_get_as_of (part),
                                            TP_EXPORTER_MONEY (part)->show_all ? 0 : SHOWN),
                     g_free, tp_sales_summary_free, cancellable, read_cb, g_object_ref (part));
}

static void
clear (TpRecordPart *part)
{
  TpExporterMoney *self = TP_EXPORTER_MONEY (part);

  self->show_all = FALSE;
  /* The totals of the one before must not stand under another name. */
  set_text (self, &self->first, PROP_FIRST, NULL, "");
  set_text (self, &self->total, PROP_TOTAL, NULL, "");
  set_text (self, &self->above, PROP_ABOVE, NULL, "");
  gtk_widget_set_visible (self->how, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->all), FALSE);
  g_list_store_remove_all (self->sale_facts);
  g_list_store_remove_all (self->entry_facts);
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind rests_on[] = { TP_KIND_SALE,    TP_KIND_ENTRY,   TP_KIND_EXPORTER, TP_KIND_ENROLMENT,
                                     TP_KIND_PRODUCT, TP_KIND_CHANNEL, TP_KIND_FUND };

  for (guint i = 0; i < G_N_ELEMENTS (rests_on); i++)
    if (tp_kinds_have (kinds, rests_on[i]))
      return TRUE;
  return FALSE;
}

static void
open_dialog (TpExporterMoney *self, TpRecord *sale)
{
  TpRecordPart *part = TP_RECORD_PART (self);

  adw_dialog_present (tp_sale_dialog_new (tp_record_part_get_workspace (part), tp_record_part_get_record_id (part),
                                          sale, tp_record_part_get_as_of (part)),
                      GTK_WIDGET (self));
}

static void
act_cb (TpItemRow *row, const char *act, TpExporterMoney *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  g_autoptr (TpRecord) sale
      = tp_workspace_get (workspace, TP_KIND_SALE, tp_fact_get_id (tp_item_row_get_fact (row)));

  if (sale == NULL || tp_record_part_is_read_only (part))
    return;
  if (g_str_equal (act, "remove"))
    tp_remove_record (GTK_WIDGET (self), workspace, sale, "remove-sale", tp_remove_sale_run,
                      C_ ("sale", "Sale removed"));
  else
    open_dialog (self, sale);
}

/* A sale is changed, an entry opens its fund. */
static void
row_activated (TpExporterMoney *self, GtkListBoxRow *row)
{
  TpFact *fact = tp_item_row_get_fact (TP_ITEM_ROW (row));

  if (tp_fact_get_kind (fact) == TP_KIND_SALE)
    act_cb (TP_ITEM_ROW (row), "edit", self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (TP_KIND_ENTRY),
                                tp_fact_get_id (fact));
}

static GtkWidget *
make_sale_row (gpointer item, gpointer data)
{
  TpExporterMoney *self = data;
  GtkWidget *row = tp_item_row_new (item, NULL);

  g_object_bind_property (data, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  if (!tp_record_part_is_read_only (TP_RECORD_PART (self)))
    tp_item_row_set_menu (TP_ITEM_ROW (row), self->sale_menu);
  g_signal_connect_object (row, "act", G_CALLBACK (act_cb), self, 0);
  return row;
}

static GtkWidget *
make_entry_row (gpointer item, gpointer data)
{
  GtkWidget *row = tp_item_row_new (item, NULL);

  g_object_bind_property (data, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  tp_item_row_allow_opening (TP_ITEM_ROW (row));
  return row;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!tp_record_part_is_read_only (TP_RECORD_PART (widget)))
    open_dialog (TP_EXPORTER_MONEY (widget), NULL);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TP_EXPORTER_MONEY (widget)->show_all = TRUE;
  tp_record_part_reload (TP_RECORD_PART (widget));
}

static void
tp_exporter_money_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpExporterMoney *self = TP_EXPORTER_MONEY (object);

  if (id == PROP_FIRST)
    g_value_set_string (value, self->first != NULL ? self->first : "");
  else if (id == PROP_TOTAL)
    g_value_set_string (value, self->total != NULL ? self->total : "");
  else if (id == PROP_ABOVE)
    g_value_set_string (value, self->above != NULL ? self->above : "");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_exporter_money_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_MONEY);
  G_OBJECT_CLASS (tp_exporter_money_parent_class)->dispose (object);
}

static void
tp_exporter_money_finalize (GObject *object)
{
  TpExporterMoney *self = TP_EXPORTER_MONEY (object);

  g_free (self->first);
  g_free (self->total);
  g_free (self->above);
  g_clear_object (&self->sale_facts);
  g_clear_object (&self->entry_facts);
  G_OBJECT_CLASS (tp_exporter_money_parent_class)->finalize (object);
}

static void
tp_exporter_money_class_init (TpExporterMoneyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordPartClass *part_class = TP_RECORD_PART_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = tp_exporter_money_get_property;
  G_OBJECT_CLASS (klass)->dispose = tp_exporter_money_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_exporter_money_finalize;
  part_class->load = load;
  part_class->clear = clear;
  part_class->depends_on = depends_on;
  props[PROP_FIRST] = g_param_spec_string ("first", NULL, NULL, NULL, flags);
  props[PROP_TOTAL] = g_param_spec_string ("total", NULL, NULL, NULL, flags);
  props[PROP_ABOVE] = g_param_spec_string ("above", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-money.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, sales);
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, entries);
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, how);
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, all);
  gtk_widget_class_bind_template_child (widget_class, TpExporterMoney, sale_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "money.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "money.show-all", NULL, show_all_action);
}

static void
tp_exporter_money_init (TpExporterMoney *self)
{
  self->sale_facts = g_list_store_new (TP_TYPE_FACT);
  self->entry_facts = g_list_store_new (TP_TYPE_FACT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->sales, G_LIST_MODEL (self->sale_facts), make_sale_row, self, NULL);
  gtk_list_box_bind_model (self->entries, G_LIST_MODEL (self->entry_facts), make_entry_row, self, NULL);
  tp_item_row_headings (self->sales);
}
