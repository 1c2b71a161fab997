/* import-row.c: a row of a file as an exporter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts kept of a column whose words come again and again. */
#define KNOWN_TEXTS 4096

static void
value_free (gpointer data)
{
  TpValue *value = data;

  g_clear_pointer (&value->text, g_ref_string_release);
  g_free (value);
}

/* Whether few different texts are to be expected, each costly to read. */
static gboolean
comes_again (const TpField *field)
{
  return !tp_field_is_text (field) ? field->type != TP_FIELD_MINOR
                                   : field->words != NULL || g_str_equal (field->name, "province")
                                         || g_str_equal (field->name, "currency")
                                         || g_str_equal (field->name, "hs_chapters");
}

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
 * tp_import_column_recognise:
 * @column: a column with its heading
 *
 * Finds the field that its heading names. "(万元)" or "(USD)" after the name says what
 * the amounts are in.
 */
void
tp_import_column_recognise (TpImportColumn *column)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  g_autofree char *unit = NULL;
  g_autofree char *name = split_unit (column->heading, &unit);

  column->field = NULL;
  for (guint i = 0; i < info->n_fields && column->field == NULL; i++)
    if (tp_import_field_allowed (&info->fields[i])
        && (tp_field_matches_heading (&info->fields[i], column->heading)
            || tp_field_matches_heading (&info->fields[i], name)))
      column->field = &info->fields[i];
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

static void
remember (TpImportColumn *column, const char *text, const TpValue *value)
{
  TpValue *copy;

  if (g_hash_table_size (column->known) >= KNOWN_TEXTS)
    return;
  copy = g_new (TpValue, 1);
  *copy = *value;
  if (copy->text != NULL)
    copy->text = g_ref_string_acquire (copy->text);
  g_hash_table_insert (column->known, g_strdup (text), copy);
}

static gboolean
read_cell (TpImportColumn *column, const char *cell, TpRecord *exporter, GError **error)
{
  const char *text = cell;
  const TpValue *known;
  g_autofree char *scaled = NULL;

  if (*text == '\0')
    return TRUE;
  if (column->known == NULL && comes_again (column->field))
    column->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  if (column->known != NULL && (known = g_hash_table_lookup (column->known, text)) != NULL)
    {
      tp_record_set_value (exporter, (guint) column->index, known);
      return TRUE;
    }
  if (column->scale != NULL && column->field->type == TP_FIELD_MINOR
      && g_ascii_isdigit (text[strlen (text) - 1]))
    text = scaled = g_strconcat (text, column->scale, NULL);
  /* The message is about what stands in the file, not about what was made of it. */
  if (!tp_field_from_text (column->field, exporter, text, scaled != NULL ? NULL : error))
    return scaled != NULL && tp_field_from_text (column->field, exporter, cell, error);
  if (column->known != NULL)
    remember (column, text, tp_record_value (exporter, (guint) column->index));
  return TRUE;
}

/* Amounts need their currency first: the row's, the heading's, the workspace's. */
static gboolean
read_currency (TpImportPlan *self, GPtrArray *cells, const char *currency, TpRecord *exporter,
               int *fault, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->columns->len && i < cells->len; i++)
    {
      TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      if (column->field == NULL)
        continue;
      if (g_str_equal (column->field->name, "currency"))
        {
          *fault = (int) i;
          if (!read_cell (column, g_ptr_array_index (cells, i), exporter, error))
            return FALSE;
        }
      else if (column->field->type == TP_FIELD_MINOR && *(char *) g_ptr_array_index (cells, i) != '\0')
        {
          any = TRUE;
          if (column->currency != NULL)
            currency = column->currency;
        }
    }
  if (any && !tp_record_is_set (exporter, "currency"))
    tp_record_set_text (exporter, "currency", currency);
  return TRUE;
}

/**
 * tp_import_row_read:
 * @self: a plan
 * @cells: the cells of a row
 * @currency: the currency of amounts that name none
 * @fault: (out): the column at fault
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the exporter the row tells of, unsealed, with
 *   what the row states and nothing else; %NULL where a cell cannot be read
 */
TpRecord *
tp_import_row_read (TpImportPlan *self, GPtrArray *cells, const char *currency, int *fault, GError **error)
{
  g_autoptr (TpRecord) exporter = tp_record_new (TP_KIND_EXPORTER);

  if (!read_currency (self, cells, currency, exporter, fault, error))
    return NULL;
  for (guint i = 0; i < self->columns->len && i < cells->len; i++)
    {
      TpImportColumn *column = &g_array_index (self->columns, TpImportColumn, i);

      *fault = (int) i;
      if (column->field != NULL && !g_str_equal (column->field->name, "currency")
          && !read_cell (column, g_ptr_array_index (cells, i), exporter, error))
        return NULL;
    }
  return g_steal_pointer (&exporter);
}

/**
 * tp_import_row_check:
 * @self: a plan
 * @exporter: an exporter as it would be kept
 * @fault: (out): the column at fault, -1 where the file has none for it
 * @error: return location
 *
 * Returns: whether it may be kept; otherwise the message is without the field's name,
 *   which stands beside it as the column
 */
gboolean
tp_import_row_check (TpImportPlan *self, TpRecord *exporter, int *fault, GError **error)
{
  const TpKindInfo *info = tp_kind_info (TP_KIND_EXPORTER);
  g_autoptr (GError) found = NULL;
  g_autofree char *sentence = NULL;

  *fault = -1;
  if (tp_record_validate (exporter, &found))
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *title = tp_field_title (&info->fields[i]);
      const char *rest = found->message + strlen (title);

      if (!g_str_has_prefix (found->message, title) || g_unichar_isalnum (g_utf8_get_char (rest)))
        continue;
      while (*rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (rest))
             && !g_str_has_prefix (rest, "“"))
        rest = g_utf8_next_char (rest);
      *fault = tp_import_column_of (self, info->fields[i].name);
      sentence = g_strdup (*rest != '\0' ? rest : found->message);
      sentence[0] = g_ascii_toupper (sentence[0]);
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, sentence);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}
