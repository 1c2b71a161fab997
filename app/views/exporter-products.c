/* exporter-products.c: an exporter's products on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-products.h"

#include "edit-product.h"
#include "item-row.h"
#include "listing-dialog.h"
#include "product-dialog.h"
#include "product-facts.h"
#include "remove-record.h"

#include <glib/gi18n-lib.h>

struct _TpExporterProducts
{
  TpRecordPart parent_instance;

  GtkListBox *list;
  GMenuModel *product_menu;
  GListStore *facts;
};

G_DEFINE_FINAL_TYPE (TpExporterProducts, tp_exporter_products, TP_TYPE_RECORD_PART)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterProducts) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (tp_record_part_answered (TP_RECORD_PART (self), error))
    tp_facts_update (self->facts, G_LIST_MODEL (fresh));
}

static void
load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  tp_workspace_read (
      workspace, tp_product_facts_read,
      tp_exporter_question_new (workspace, tp_record_part_get_record_id (part), tp_record_part_get_as_of (part)),
      tp_exporter_question_free, g_object_unref, cancellable, read_cb, g_object_ref (part));
}

static void
clear (TpRecordPart *part)
{
  g_list_store_remove_all (TP_EXPORTER_PRODUCTS (part)->facts);
}

static gboolean
depends_on (guint64 kinds)
{
  return tp_kinds_have (kinds, TP_KIND_PRODUCT) || tp_kinds_have (kinds, TP_KIND_LISTING)
         || tp_kinds_have (kinds, TP_KIND_CHANNEL);
}

static void
open_dialog (TpExporterProducts *self, TpRecord *product)
{
  TpRecordPart *part = TP_RECORD_PART (self);

  adw_dialog_present (tp_product_dialog_new (tp_record_part_get_workspace (part), tp_record_part_get_record_id (part),
                                             product, tp_record_part_get_as_of (part)),
                      GTK_WIDGET (self));
}

static void
act_cb (TpItemRow *row, const char *act, TpExporterProducts *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  TpWorkspace *workspace = tp_record_part_get_workspace (part);
  gint64 id = tp_fact_get_id (tp_item_row_get_fact (row));
  g_autoptr (TpRecord) product = tp_workspace_get (workspace, TP_KIND_PRODUCT, id);

  if (product == NULL || tp_record_part_is_read_only (part))
    return;
  if (g_str_equal (act, "edit"))
    open_dialog (self, product);
  else if (g_str_equal (act, "list"))
    adw_dialog_present (tp_listing_dialog_new (workspace, tp_record_part_get_record_id (part), NULL, id, 0, FALSE,
                                               tp_record_part_get_as_of (part)),
                        GTK_WIDGET (self));
  else if (g_str_equal (act, "remove"))
    {
      /* Translators: a product's name */
      g_autofree char *said = g_strdup_printf (C_ ("product", "“%s” removed"), tp_record_get_title (product));

      tp_remove_record (GTK_WIDGET (self), workspace, product, "remove-product", tp_remove_product_run, said);
    }
}

static void
row_activated (TpExporterProducts *self, GtkListBoxRow *row)
{
  act_cb (TP_ITEM_ROW (row), "edit", self);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TpExporterProducts *self = data;
  gboolean in_catalogue = g_strcmp0 (tp_fact_get_status (item), "ccc") == 0;
  GtkWidget *row = tp_item_row_new (item, in_catalogue ? C_ ("product", "CCC") : NULL);

  g_object_bind_property (data, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  if (!tp_record_part_is_read_only (TP_RECORD_PART (self)))
    tp_item_row_set_menu (TP_ITEM_ROW (row), self->product_menu);
  g_signal_connect_object (row, "act", G_CALLBACK (act_cb), self, 0);
  return row;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!tp_record_part_is_read_only (TP_RECORD_PART (widget)))
    open_dialog (TP_EXPORTER_PRODUCTS (widget), NULL);
}

static void
tp_exporter_products_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_PRODUCTS);
  G_OBJECT_CLASS (tp_exporter_products_parent_class)->dispose (object);
}

static void
tp_exporter_products_finalize (GObject *object)
{
  g_clear_object (&TP_EXPORTER_PRODUCTS (object)->facts);
  G_OBJECT_CLASS (tp_exporter_products_parent_class)->finalize (object);
}

static void
tp_exporter_products_class_init (TpExporterProductsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordPartClass *part_class = TP_RECORD_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_exporter_products_dispose;
  G_OBJECT_CLASS (klass)->finalize = tp_exporter_products_finalize;
  part_class->load = load;
  part_class->clear = clear;
  part_class->depends_on = depends_on;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-products.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterProducts, list);
  gtk_widget_class_bind_template_child (widget_class, TpExporterProducts, product_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "products.add", NULL, add_action);
}

static void
tp_exporter_products_init (TpExporterProducts *self)
{
  self->facts = g_list_store_new (TP_TYPE_FACT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->facts), make_row, self, NULL);
}
