/* import-kind.c: the kinds of record that a spreadsheet may hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include <string.h>

/* In the order in which they are offered; the first is what a file holds that does not
 * say otherwise. */
static const TpImportKind *const kinds[] = {
  &tp_import_exporters, &tp_import_products, &tp_import_enrolments,
  &tp_import_listings,  &tp_import_benefits, &tp_import_sales,
};

/**
 * tp_import_kind_of:
 * @kind: a kind of record
 *
 * Returns: (transfer none) (nullable): how its spreadsheets are read; %NULL where they
 *   are not
 */
const TpImportKind *
tp_import_kind_of (TpKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i]->kind == kind)
      return kinds[i];
  return NULL;
}

/**
 * tp_import_kind_at:
 * @place: a number from 0
 *
 * Returns: (transfer none) (nullable): the kind at that place, %NULL past the last
 */
const TpImportKind *
tp_import_kind_at (guint place)
{
  return place < G_N_ELEMENTS (kinds) ? kinds[place] : NULL;
}

/**
 * tp_import_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of record that a spreadsheet
 *   may hold, exporters first
 */
const TpKind *
tp_import_kinds (guint *n_kinds)
{
  static const TpKind all[] = {
    TP_KIND_EXPORTER, TP_KIND_PRODUCT, TP_KIND_ENROLMENT, TP_KIND_LISTING, TP_KIND_BENEFIT, TP_KIND_SALE,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == G_N_ELEMENTS (kinds));
  *n_kinds = G_N_ELEMENTS (all);
  return all;
}

/**
 * tp_import_verb:
 * @kind: one of tp_import_kinds()
 *
 * Returns: (transfer none): what the journal calls its import
 */
const char *
tp_import_verb (TpKind kind)
{
  const TpImportKind *self = tp_import_kind_of (kind);

  g_return_val_if_fail (self != NULL, "import");
  return self->verb;
}

static gboolean
has_name (const char *list, const char *name)
{
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) names, name);
}

/**
 * tp_import_kind_field:
 * @self: a kind of spreadsheet
 * @name: a field's name
 * @index: (out) (optional): its place in the record, -1 where it is an extra
 * @extra: (out) (optional): its place among the extras, -1 where it is the record's
 *
 * Returns: (transfer none) (nullable): the field; %NULL where no column may fill it
 */
const TpField *
tp_import_kind_field (const TpImportKind *self, const char *name, int *index, int *extra)
{
  for (guint i = 0; i < self->n_extra; i++)
    if (g_str_equal (self->extra[i].name, name))
      {
        if (index != NULL)
          *index = -1;
        if (extra != NULL)
          *extra = (int) i;
        return &self->extra[i];
      }
  if (!has_name (self->fields, name))
    return NULL;
  if (index != NULL)
    *index = tp_kind_field_index (self->kind, name);
  if (extra != NULL)
    *extra = -1;
  return tp_kind_field (self->kind, name);
}
