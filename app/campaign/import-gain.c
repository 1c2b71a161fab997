/* import-gain.c: the rows of lists of what exporters gained: benefits, and domestic sales.
 *
 * Neither has a code of its own in most files: what it is, whose and of which day tells
 * them apart, or the reference where the file gives one, such as an order's number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "edit-benefit.h"
#include "edit-sale.h"
#include "error.h"

#include <glib/gi18n-lib.h>

static const TpField extras[] = { TP_IMPORT_EXPORTER_NAME };

static gboolean
same_reference (TpRecord *a, TpRecord *b, const char *field)
{
  return tp_record_get_number_or (a, field, 0) == tp_record_get_number_or (b, field, 0);
}

static gboolean
complete (TpImportWalk *walk, TpRecord *row, GError **error)
{
  g_autoptr (TpRecord) product = NULL;

  if (!tp_record_is_set (row, "exporter"))
    return tp_import_refuse (walk, "exporter", error, _ ("No exporter: enter its USCC, reference or name"));
  if (!tp_record_is_set (row, "date"))
    return tp_import_refuse (walk, "date", error, _ ("No date: enter one such as 2026-03-18"));
  if (!tp_record_is_set (row, "product"))
    return TRUE;
  product = tp_reader_get (walk->reader, TP_KIND_PRODUCT, tp_record_get_number (row, "product"));
  return product == NULL || same_reference (product, row, "exporter")
         || tp_import_refuse (walk, "product", error,
                              _ ("The product is another exporter's: correct the exporter or the product"));
}

static char *
natural_key (TpRecord *row)
{
  gboolean sale = tp_record_get_kind (row) == TP_KIND_SALE;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s",
                          tp_record_get_number (row, "exporter"), tp_record_get_number_or (row, "product", 0),
                          tp_record_get_number_or (row, sale ? "channel" : "programme", 0),
                          tp_record_get_day (row, "date"),
                          sale || !tp_record_is_set (row, "kind") ? "" : tp_record_get_text (row, "kind"));
}

static guint
keys (TpImportWalk *walk, TpRecord *row, TpImportKey *keys)
{
  const char *reference = tp_record_get_text (row, "reference");

  if (reference != NULL)
    keys[0] = (TpImportKey){ g_strdup (reference), "reference", _ ("Same reference as line %u of this file") };
  else if (tp_record_get_kind (row) == TP_KIND_SALE)
    keys[0] = (TpImportKey){ natural_key (row), "date",
                             _ ("Same exporter, product, channel and day as line %u of this file: add them up, or "
                                "give each a reference") };
  else
    keys[0] = (TpImportKey){ natural_key (row), "date",
                             _ ("Same exporter, programme, kind and day as line %u of this file: add them up, or "
                                "give each a reference") };
  return 1;
}

static gboolean
find (TpImportWalk *walk, TpRecord *row, TpRecord **stored, GError **error)
{
  TpKind kind = tp_record_get_kind (row);
  const char *reference = tp_record_get_text (row, "reference");
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *key = NULL;

  if (walk->empty)
    return TRUE;
  if (reference != NULL)
    {
      *stored = tp_reader_find (walk->reader, kind, "reference", reference);
      return *stored == NULL || same_reference (*stored, row, "exporter")
             || tp_import_refuse (walk, "reference", error,
                                  _ ("This reference is that of another exporter's: correct it, or leave it empty"));
    }
  key = natural_key (row);
  all = tp_reader_children (walk->reader, kind, "exporter", tp_record_get_number (row, "exporter"));
  for (guint i = 0; i < all->len && *stored == NULL; i++)
    {
      g_autofree char *other = natural_key (g_ptr_array_index (all, i));

      if (g_str_equal (other, key))
        *stored = g_object_ref (g_ptr_array_index (all, i));
    }
  return TRUE;
}

static gboolean
settle (TpImportWalk *walk, TpRecord *row, TpRecord *stored, TpRecord *wanted, GError **error)
{
  const char *field = NULL;
  g_autoptr (GError) refused = NULL;

  if (stored != NULL && tp_record_equal (wanted, stored))
    return TRUE;
  if (!tp_import_check (walk, wanted, error))
    return FALSE;
  if (tp_record_get_kind (wanted) == TP_KIND_SALE ? tp_sale_check (wanted, walk->today, &field, &refused)
                                                  : tp_benefit_check (wanted, walk->today, &field, &refused))
    return TRUE;
  return tp_import_refuse_as_form (walk, field, g_steal_pointer (&refused), error);
}

const TpImportKind tp_import_benefits = {
  .kind = TP_KIND_BENEFIT,
  .verb = "import-benefits",
  .fields = "reference exporter exporter_name programme product kind quantity value currency status date",
  .names = "exporter",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
};

const TpImportKind tp_import_sales = {
  .kind = TP_KIND_SALE,
  .verb = "import-sales",
  .fields = "reference exporter exporter_name product channel date quantity amount currency",
  .names = "exporter",
  .extra = extras,
  .n_extra = G_N_ELEMENTS (extras),
  .complete = complete,
  .keys = keys,
  .find = find,
  .settle = settle,
};
