/* import-product.c: the rows of a list of products.
 *
 * GTIN and reference tell products apart, whoever makes them: a row never moves a product
 * to another exporter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"

#include <glib/gi18n-lib.h>

static const TpField extras[] = { TP_IMPORT_EXPORTER_NAME };

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  if (tp_record_is_set (row, "gtin") || tp_record_is_set (row, "reference"))
    return TRUE;
  return tp_import_refuse (walk, tp_import_column_of (walk->plan, "gtin") >= 0 ? "gtin" : "reference", error,
                           _ ("A product needs a reference or a GTIN: enter one of them"));
}

static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  guint n = 0;

  if (tp_record_is_set (row, "gtin"))
    keys[n++] = (TpImportKey){ g_strconcat ("g ", tp_record_get_text (row, "gtin"), NULL), "gtin",
                               _ ("Same GTIN as line %u of this file") };
  if (tp_record_is_set (row, "reference"))
    keys[n++] = (TpImportKey){ g_strconcat ("r ", tp_record_get_text (row, "reference"), NULL), "reference",
                               _ ("Same reference as line %u of this file") };
  return n;
}

static gboolean
belongs (TpImportWalk *walk, TpRecord *row, TpRecord *product, const char *field, GError **error)
{
  gint64 owner = tp_record_get_number (product, "exporter");
  g_autoptr (TpRecord) exporter = NULL;
  g_autofree char *sentence = NULL;

  if (!tp_record_is_set (row, "exporter") || tp_record_get_number (row, "exporter") == owner)
    return TRUE;
  exporter = tp_reader_get (walk->reader, TP_KIND_EXPORTER, owner);
  sentence = g_strdup_printf (
      /* Translators: a product, an exporter */
      _ ("This is “%s” of another exporter, “%s”: enter another code, or correct the exporter"),
      tp_record_get_title (product), exporter != NULL ? tp_record_get_title (exporter) : "");
  return tp_import_refuse (walk, field, error, sentence);
}

static gboolean
find (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  static const char *const codes[] = { "gtin", "reference" };

  for (guint i = 0; i < G_N_ELEMENTS (codes) && !walk->empty; i++)
    {
      g_autoptr (TpRecord) other
          = tp_reader_find (walk->reader, TP_KIND_PRODUCT, codes[i], tp_record_get_text (row, codes[i]));

      if (other == NULL)
        continue;
      if (!belongs (walk, row, other, codes[i], error))
        return FALSE;
      if (*stored == NULL)
        *stored = g_steal_pointer (&other);
      else if (tp_record_get_id (other) != tp_record_get_id (*stored))
        {
          g_autofree char *sentence
              = g_strdup_printf (_ ("This is the reference of another product, “%s”: enter that of the GTIN"),
                                 tp_record_get_title (other));

          return tp_import_refuse (walk, codes[i], error, sentence);
        }
    }
  return TRUE;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  /* A product that is called in Chinese only goes by that name. */
  if (!tp_record_is_set (wanted, "name"))
    tp_record_set_text (wanted, "name", tp_record_get_text (wanted, "name_local"));
  return tp_import_check (walk, wanted, error);
}

const TpImportKind tp_import_products = {
  .kind = TP_KIND_PRODUCT,
  .verb = "import-products",
  .fields = "reference gtin exporter exporter_name name name_local hs_code unit_cost fob_price freight vat_rebate "
            "domestic_price currency ccc",
  .names = "name name_local gtin reference",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
};
