/* import-columns.c: which column of a spreadsheet fills which field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "年出口额（万元）": the name, and in brackets what the numbers are in. */
static char *
split_unit (const char *heading, char **unit)
{
  const char *open = strpbrk (heading, "([");
  const char *wide = strstr (heading, "（");

  if (open == NULL || (wide != NULL && wide < open))
    open = wide;
  *unit = open != NULL && open != heading ? g_strdup (open) : NULL;
  return open != NULL && open != heading ? g_strndup (heading, (gsize) (open - heading))
                                         : g_strdup (heading);
}

static void
take_unit (TpImportColumn *column, const char *unit)
{
  static const struct
  {
    const char *word;
    const char *currency;
  } currencies[] = {
    { "美元", "USD" }, { "USD", "USD" }, { "欧元", "EUR" },   { "EUR", "EUR" },
    { "港元", "HKD" }, { "HKD", "HKD" }, { "人民币", "CNY" }, { "CNY", "CNY" },
    { "RMB", "CNY" },  { "元", "CNY" },
  };

  column->scale = strstr (unit, "亿") != NULL ? "亿" : strstr (unit, "万") != NULL ? "万" : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (currencies) && column->currency == NULL; i++)
    if (strstr (unit, currencies[i].word) != NULL)
      column->currency = currencies[i].currency;
}

/**
 * tp_import_column_fill:
 * @column: a column
 * @kind: the kind of its rows
 * @field: (nullable): the field it fills from now on; %NULL: none
 */
void
tp_import_column_fill (TpImportColumn *column, const TpImportKind *kind, const TpField *field)
{
  column->index = column->extra = -1;
  column->field = field != NULL ? tp_import_kind_field (kind, field->name, &column->index, &column->extra) : NULL;
  g_clear_pointer (&column->known, g_hash_table_unref);
}

/**
 * tp_import_column_recognise:
 * @column: a column with its heading
 * @kind: the kind of its rows
 *
 * Finds the field that its heading names. "(万元)" or "(USD)" after the name says what
 * the amounts are in.
 */
void
tp_import_column_recognise (TpImportColumn *column, const TpImportKind *kind)
{
  g_auto (GStrv) names = g_strsplit (kind->fields, " ", -1);
  const TpField *found = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *name = split_unit (column->heading, &unit);

  for (guint i = 0; names[i] != NULL && found == NULL; i++)
    {
      const TpField *field = tp_import_kind_field (kind, names[i], NULL, NULL);

      if (tp_field_matches_heading (field, column->heading) || tp_field_matches_heading (field, name))
        found = field;
    }
  tp_import_column_fill (column, kind, found);
  if (unit != NULL)
    take_unit (column, unit);
}

void
tp_import_column_clear (gpointer data)
{
  TpImportColumn *column = data;

  g_free (column->heading);
  g_clear_pointer (&column->known, g_hash_table_unref);
}

/**
 * tp_import_column_of:
 * @self: a plan
 * @field: a field's name
 *
 * Returns: the column that holds it, or -1
 */
int
tp_import_column_of (TpImportPlan *self, const char *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      if (column->field != NULL && g_str_equal (column->field->name, field))
        return (int) i;
    }
  return -1;
}


/* A file of refused rows ends in columns of ours; their "Reason" is no reason of a stage. */
static gboolean
is_rejects_heading (const char *heading, guint place)
{
  static const char *const ours[TP_REJECTS_COLUMNS] = {
    NC_ ("column of refused rows", "Line"),
    NC_ ("column of refused rows", "Column"),
    NC_ ("column of refused rows", "Reason"),
  };

  return g_str_equal (heading, ours[place])
         || g_str_equal (heading, g_dpgettext2 (GETTEXT_PACKAGE, "column of refused rows", ours[place]));
}

static guint
count_own (TpImportPlan *self)
{
  guint n = self->columns->len;

  if (n <= TP_REJECTS_COLUMNS)
    return n;
  for (guint i = 0; i < TP_REJECTS_COLUMNS; i++)
    if (!is_rejects_heading (tp_import_plan_get_heading (self, n - TP_REJECTS_COLUMNS + i), i))
      return n;
  return n - TP_REJECTS_COLUMNS;
}

static gboolean
is_english (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);

  return strstr (folded, "英文") != NULL || strstr (folded, "english") != NULL;
}

/* "商品名称" is the name where it is the only one, and the Chinese one beside "英文名称". */
static void
settle_names (TpImportPlan *self)
{
  const TpField *local = tp_import_kind_field (self->kind, "name_local", NULL, NULL);
  const TpField *plain = tp_import_kind_field (self->kind, "name", NULL, NULL);
  int name = tp_import_column_of (self, "name");

  if (self->kind->kind != TP_KIND_PRODUCT || name < 0 || tp_import_column_of (self, "name_local") >= 0
      || is_english (tp_import_plan_get_heading (self, (guint) name)))
    return;
  for (guint i = 0; i < self->n_own; i++)
    {
      TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      if (column->field != NULL || !is_english (column->heading))
        continue;
      tp_import_column_fill (column, self->kind, plain);
      tp_import_column_fill (&g_array_index (self->columns, TpImportColumn, name), self->kind, local);
      return;
    }
}

/**
 * tp_import_columns_recognise:
 * @self: a plan with its headings and its kind
 *
 * Finds the field of each column. Of two columns for one field the first is taken.
 */
void
tp_import_columns_recognise (TpImportPlan *self)
{
  self->n_own = count_own (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      tp_import_column_fill (column, self->kind, NULL);
      if (i >= self->n_own)
        continue;
      tp_import_column_recognise (column, self->kind);
      for (guint k = 0; k < i && column->field != NULL; k++)
        if (g_array_index (self->columns, TpImportColumn, k).field == column->field)
          tp_import_column_fill (column, self->kind, NULL);
    }
  settle_names (self);
}
