/* product-dialog.c: adding a product of an exporter, or changing one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-dialog.h"

#include "currency-row.h"
#include "edit-product.h"
#include "field-row.h"
#include "gtin.h"
#include "hs.h"
#include "product-facts.h"
#include "product-margins.h"

#include <glib/gi18n-lib.h>

struct _TpProductDialog
{
  TpRecordForm parent_instance;

  TpFieldRow *name_local;
  TpFieldRow *name;
  TpFieldRow *reference;
  TpFieldRow *gtin;
  TpFieldRow *hs_code;
  GtkLabel *gtin_note;
  GtkLabel *chapter;
  AdwSwitchRow *ccc;

  TpDay as_of;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (TpProductDialog, tp_product_dialog, TP_TYPE_RECORD_FORM)

static void
show_note (GtkLabel *label, TpFieldRow *row, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* While it is typed: the first two digits tell the chapter, or that there is none. */
static void
show_chapter (TpProductDialog *self)
{
  g_autofree char *code = tp_hs_normalise (gtk_editable_get_text (GTK_EDITABLE (self->hs_code)));
  g_autofree char *words = tp_hs_code_words (code);

  /* What stands in 98 is for each country to say. */
  if (words == NULL && g_ascii_isdigit (code[0]) && g_ascii_isdigit (code[1]) && !g_str_has_prefix (code, "98"))
    /* Translators: of the Harmonized System, two digits */
    words = g_strdup_printf (C_ ("HS code", "No chapter %.2s"), code);

  show_note (self->chapter, self->hs_code, words);
}

static void
show_gtin (TpProductDialog *self)
{
  g_autofree char *gtin = tp_gtin_normalise (gtk_editable_get_text (GTK_EDITABLE (self->gtin)));

  if (!tp_gtin_check (gtin, NULL))
    show_note (self->gtin_note, self->gtin, NULL);
  else
    show_note (self->gtin_note, self->gtin,
               tp_gtin_is_gs1_china (gtin) ? C_ ("GTIN", "GS1 China") : C_ ("GTIN", "Not from GS1 China"));
}

static void
margins_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpProductDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tp_record_form_set_hint (TP_RECORD_FORM (self), error != NULL ? error->message : text);
}

static void
reviewed (TpRecordForm *form, TpRecord *product)
{
  TpProductDialog *self = TP_PRODUCT_DIALOG (form);
  g_autofree char *warning = product != NULL ? tp_product_warning (product) : NULL;

  show_chapter (self);
  show_gtin (self);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (warning != NULL || product == NULL)
    {
      tp_record_form_set_hint (form, warning);
      return;
    }
  self->asking = g_cancellable_new ();
  tp_workspace_read (tp_record_form_get_workspace (form), tp_margins_read,
                     tp_margins_question_new (product, self->as_of), tp_margins_question_free, g_free, self->asking,
                     margins_cb, g_object_ref (self));
}

/* One name is enough; the records ask for the one that every reader can read. */
static gboolean
read_form (TpRecordForm *form, TpRecord *product, GError **error)
{
  TpProductDialog *self = TP_PRODUCT_DIALOG (form);

  if (!tp_record_is_set (product, "name") && tp_record_is_set (product, "name_local"))
    tp_record_set_text (product, "name", tp_record_get_text (product, "name_local"));
  if (adw_switch_row_get_active (self->ccc))
    tp_record_set_number (product, "ccc", 1);
  else if (tp_record_is_set (product, "ccc"))
    tp_record_set_number (product, "ccc", 0);
  return TRUE;
}

static char *
done (TpRecordForm *form, TpRecord *product, gboolean is_new)
{
  const char *title = tp_record_get_title (product);

  /* Translators: a product's name */
  return is_new ? g_strdup_printf (C_ ("product", "“%s” added"), title)
                : g_strdup_printf (C_ ("product", "“%s” saved"), title);
}

/* The next product has codes and names of its own, and often the same prices. */
static void
again (TpRecordForm *form)
{
  TpProductDialog *self = TP_PRODUCT_DIALOG (form);
  TpFieldRow *const rows[] = { self->name_local, self->name, self->reference, self->gtin };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_editable_set_text (GTK_EDITABLE (rows[i]), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_local));
}

static void
tp_product_dialog_dispose (GObject *object)
{
  TpProductDialog *self = TP_PRODUCT_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_PRODUCT_DIALOG);
  G_OBJECT_CLASS (tp_product_dialog_parent_class)->dispose (object);
}

static void
tp_product_dialog_class_init (TpProductDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_product_dialog_dispose;
  form_class->run = tp_edit_product_run;
  form_class->add_verb = "add-product";
  form_class->edit_verb = "edit-product";
  form_class->read = read_form;
  form_class->reviewed = reviewed;
  form_class->done = done;
  form_class->again = again;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/product-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, name_local);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, reference);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, gtin);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, hs_code);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, gtin_note);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, chapter);
  gtk_widget_class_bind_template_child (widget_class, TpProductDialog, ccc);
}

static void
tp_product_dialog_init (TpProductDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Either name will do. */
  g_object_set (self->name, "required", FALSE, "title", C_ ("field", "English name"), NULL);
}

/**
 * tp_product_dialog_new:
 * @workspace: a workspace
 * @exporter: whose product
 * @product: (nullable): the product to change; %NULL to add one
 * @as_of: the day whose tariff the margin abroad is worked out by
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_product_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *product, TpDay as_of)
{
  TpProductDialog *self = g_object_new (TP_TYPE_PRODUCT_DIALOG, NULL);
  g_autoptr (TpRecord) start = product != NULL ? tp_record_edit (product) : tp_record_new (TP_KIND_PRODUCT);

  self->as_of = as_of;
  tp_record_set_number (start, "exporter", exporter);
  if (!tp_record_is_set (start, "currency"))
    tp_record_set_text (start, "currency", tp_workspace_get_currency (workspace));
  adw_switch_row_set_active (self->ccc, tp_record_get_number (start, "ccc") == 1);
  adw_dialog_set_title (ADW_DIALOG (self), product != NULL ? C_ ("dialog", "Edit Product")
                                                           : C_ ("dialog", "Add Product"));
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, product);
  return ADW_DIALOG (self);
}
