/* edit-product.c: an exporter's products, added, changed and removed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-product.h"

#include "error.h"
#include "gtin.h"

#include <glib/gi18n-lib.h>

static const char *const amounts[] = { "unit_cost", "fob_price", "freight", "vat_rebate", "domestic_price" };

/**
 * tp_product_warning:
 * @product: a product
 *
 * Returns: (transfer full) (nullable): what to look at again although it may be kept: a
 *   GTIN that was not given out in China (GS1 prefixes 690 to 699), as retailers there
 *   ask for
 */
char *
tp_product_warning (TpRecord *product)
{
  const char *gtin = tp_record_get_text (product, "gtin");

  if (gtin == NULL || !tp_gtin_check (gtin, NULL) || tp_gtin_is_gs1_china (gtin))
    return NULL;
  return g_strdup (_ ("This GTIN was not given out by GS1 China, whose numbers begin with 690 to 699: some "
                      "domestic channels ask for one"));
}

/* Amounts mean something in a currency alone, and a currency nothing without amounts. */
static void
settle_currency (TpRecord *product, TpRecord *exporter)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    any |= tp_record_is_set (product, amounts[i]);
  if (!any)
    tp_record_clear (product, "currency");
  else if (!tp_record_is_set (product, "currency") && tp_record_is_set (exporter, "currency"))
    tp_record_set_text (product, "currency", tp_record_get_text (exporter, "currency"));
}

static gboolean
check_amounts (TpRecord *product, GError **error)
{
  if (tp_record_is_set (product, "currency"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (tp_record_is_set (product, amounts[i]))
      {
        g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                             _ ("Prices and costs need a currency: choose one. Nothing was changed."));
        return FALSE;
      }
  return TRUE;
}

/**
 * tp_edit_product_run:
 * @change: a change
 * @input: a #TpRecordEdit with a product
 * @error: return location
 *
 * Adds or changes a product (a #TpChangeFunc). It stays its exporter's. With a base only
 * what differs from it is changed.
 *
 * Returns: whether it was kept; %TP_ERROR_INVALID, %TP_ERROR_EXISTS where reference or
 *   GTIN are another product's, %TP_ERROR_REFUSED, %TP_ERROR_CONFLICT
 */
gboolean
tp_edit_product_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autoptr (TpRecord) exporter = NULL;

  if (stored == NULL)
    return FALSE;
  exporter = tp_record_edit_named (change, self, TP_KIND_EXPORTER, "exporter", error);
  if (exporter == NULL)
    return FALSE;
  if (tp_record_get_number (stored, "exporter") != tp_record_get_number (self->record, "exporter"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("“%s” stays its exporter's product: add it to the other one anew. Nothing was changed."),
                   tp_record_get_title (stored));
      return FALSE;
    }
  settle_currency (self->record, exporter);
  return check_amounts (self->record, error)
         && tp_record_edit_keep (change, self, tp_record_get_title (self->record), error);
}

static guint
count (TpReader *reader, TpKind kind, gint64 product)
{
  g_autoptr (GPtrArray) records = tp_reader_children (reader, kind, "product", product);

  return records->len;
}

/* What hangs on it, "2 listings, 1 sale"; NULL for nothing. */
static char *
what_hangs_on (TpReader *reader, gint64 product)
{
  guint listings = count (reader, TP_KIND_LISTING, product);
  guint benefits = count (reader, TP_KIND_BENEFIT, product);
  guint sales = count (reader, TP_KIND_SALE, product);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (listings > 0)
    g_strv_builder_take (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u listing", "%u listings", listings),
                                                 listings));
  if (benefits > 0)
    g_strv_builder_take (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u benefit", "%u benefits", benefits),
                                                 benefits));
  if (sales > 0)
    g_strv_builder_take (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sale", "%u sales", sales), sales));
  list = g_strv_builder_end (parts);
  return list[0] != NULL ? g_strjoinv (C_ ("between the items of a list", ", "), list) : NULL;
}

/**
 * tp_remove_product_run:
 * @change: a change
 * @input: a #TpRecordEdit with a product
 * @error: return location
 *
 * Removes a product on which nothing hangs (a #TpChangeFunc).
 *
 * Returns: whether it is gone; %TP_ERROR_REFUSED, with what hangs on it
 */
gboolean
tp_remove_product_run (TpChange *change, gpointer input, GError **error)
{
  TpRecordEdit *self = input;
  g_autoptr (TpRecord) stored = tp_record_edit_begin (change, self, error);
  g_autofree char *hanging = NULL;

  if (stored == NULL)
    return FALSE;
  hanging = what_hangs_on (tp_change_reader (change), tp_record_get_id (stored));
  if (hanging == NULL)
    return tp_record_edit_remove (change, self, tp_record_get_title (stored), error);
  g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
               /* Translators: the name of a product; what refers to it, "2 listings, 1 sale" */
               _ ("“%s” cannot be removed, because it has %s, which count for targets: remove those first, or "
                  "delist it and keep it. Nothing was changed."),
               tp_record_get_title (stored), hanging);
  return FALSE;
}
