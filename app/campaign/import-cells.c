/* import-cells.c: the cells of a row as a record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-kind.h"

#include "error.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts kept of a column whose words come again and again. */
#define KNOWN_TEXTS 4096
/* References cost a look-up each. */
#define KNOWN_REFERENCES 65536

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

static void
remember (TpImportColumn *column, const char *text, const TpValue *value)
{
  TpValue *copy;

  if (g_hash_table_size (column->known)
      >= (column->field->type == TP_FIELD_REF ? KNOWN_REFERENCES : KNOWN_TEXTS))
    return;
  copy = g_new (TpValue, 1);
  *copy = *value;
  if (copy->text != NULL)
    copy->text = g_ref_string_acquire (copy->text);
  g_hash_table_insert (column->known, g_strdup (text), copy);
}

/* A reference, or one of the kind's extra fields; other fields have their text read. */
static gboolean
read_value (TpImportWalk *walk, TpImportColumn *column, const char *text, TpValue *value, GError **error)
{
  TpDay day;

  *value = (TpValue){ TRUE, 0, NULL };
  if (column->field->type == TP_FIELD_REF)
    return tp_import_find (walk, column->field->ref, text, &value->number, error);
  if (!tp_day_parse (text, &day, error))
    return FALSE;
  value->number = day;
  return TRUE;
}

static void
set_value (TpImportWalk *walk, TpImportColumn *column, TpRecord *row, const TpValue *value)
{
  if (column->extra >= 0)
    walk->extra[column->extra] = *value;
  else
    tp_record_set_value (row, (guint) column->index, value);
}

static gboolean
read_cell (TpImportWalk *walk, TpImportColumn *column, const char *cell, TpRecord *row, GError **error)
{
  const char *text = cell;
  const TpValue *known;
  g_autofree char *scaled = NULL;
  g_autofree char *named = NULL;

  /* The exporter's name is read with the exporter. */
  if (*text == '\0' || (column->extra >= 0 && column->field->type == TP_FIELD_TEXT))
    return TRUE;
  if (column->known == NULL && comes_again (column->field))
    column->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  if (column->field->ref == TP_KIND_EXPORTER && *tp_import_exporter_name (walk) != '\0')
    text = named = g_strconcat (cell, "\n", tp_import_exporter_name (walk), NULL);
  if (column->known != NULL && (known = g_hash_table_lookup (column->known, text)) != NULL)
    {
      set_value (walk, column, row, known);
      return TRUE;
    }
  if (column->field->type == TP_FIELD_REF || column->extra >= 0)
    {
      TpValue value;

      if (!read_value (walk, column, cell, &value, error))
        return FALSE;
      set_value (walk, column, row, &value);
      remember (column, text, &value);
      return TRUE;
    }
  if (column->scale != NULL && column->field->type == TP_FIELD_MINOR
      && g_ascii_isdigit (text[strlen (text) - 1]))
    text = scaled = g_strconcat (text, column->scale, NULL);
  /* The message is about what stands in the file, not about what was made of it. */
  if (!tp_field_from_text (column->field, row, text, scaled != NULL ? NULL : error))
    return scaled != NULL && tp_field_from_text (column->field, row, cell, error);
  if (column->known != NULL)
    remember (column, text, tp_record_value (row, (guint) column->index));
  return TRUE;
}

/* Amounts need their currency first: the row's, the heading's, the workspace's. */
static gboolean
read_currency (TpImportWalk *walk, const char *currency, TpRecord *row, GError **error)
{
  GArray *columns = walk->plan->columns;
  gboolean any = FALSE, named = FALSE;

  for (guint i = 0; i < columns->len && i < walk->cells->len; i++)
    {
      TpImportColumn *column = &g_array_index (columns, TpImportColumn, i);

      if (column->field == NULL)
        continue;
      if (g_str_equal (column->field->name, "currency"))
        {
          walk->fault = (int) i;
          if (!read_cell (walk, column, g_ptr_array_index (walk->cells, i), row, error))
            return FALSE;
        }
      else if (column->field->type == TP_FIELD_MINOR && *(char *) g_ptr_array_index (walk->cells, i) != '\0')
        {
          any = TRUE;
          named = named || column->currency != NULL;
          if (column->currency != NULL)
            currency = column->currency;
        }
    }
  if (any && !tp_record_is_set (row, "currency"))
    {
      tp_record_set_text (row, "currency", currency);
      walk->currency_assumed = !named;
    }
  return TRUE;
}

/* What a record is refused for, without the name of the field, which stands beside it as
 * the column: NULL where it begins with none. */
static char *
without_title (const char *message, const TpField *field)
{
  const char *title = tp_field_title (field);
  const char *rest = message + strlen (title);
  char *sentence;

  if (!g_str_has_prefix (message, title) || g_unichar_isalnum (g_utf8_get_char (rest)))
    return NULL;
  while (*rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (rest)) && !g_str_has_prefix (rest, "“"))
    rest = g_utf8_next_char (rest);
  sentence = g_strdup (*rest != '\0' ? rest : message);
  sentence[0] = g_ascii_toupper (sentence[0]);
  return sentence;
}

/* A cell as a value that the field may have. */
static gboolean
take_cell (TpImportWalk *walk, guint i, TpRecord *row, GError **error)
{
  TpImportColumn *column = &g_array_index (walk->plan->columns, TpImportColumn, i);
  g_autoptr (GError) found = NULL;
  g_autofree char *sentence = NULL;

  if (!read_cell (walk, column, g_ptr_array_index (walk->cells, i), row, error))
    return FALSE;
  if (column->extra >= 0 || tp_record_check_field (row, (guint) column->index, &found))
    return TRUE;
  sentence = without_title (found->message, column->field);
  g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, sentence != NULL ? sentence : found->message);
  return FALSE;
}

/* The first fault of a row, and behind it the others: all can be put right in one go. */
static void
add_fault (TpImportWalk *walk, guint i, const char *message, GString *faults)
{
  if (faults->len == 0)
    {
      walk->fault = (int) i;
      g_string_append (faults, message);
      return;
    }
  /* Translators: another fault of the same row: a column's heading, the value, what is wrong */
  g_string_append_printf (faults, C_ ("refused row", "; %1$s “%2$s”: %3$s"), tp_import_plan_get_heading (walk->plan, i),
                          tp_import_cell (walk, (int) i), message);
}

/**
 * tp_import_cells_read:
 * @walk: a walk at a row
 * @currency: the currency of amounts that name none
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record the row tells of, unsealed, with what
 *   the row states and nothing else; what has no place in a record is in walk->extra.
 *   %NULL where a cell cannot be read: the first column at fault is in walk->fault, and
 *   the message tells of all of them
 */
TpRecord *
tp_import_cells_read (TpImportWalk *walk, const char *currency, GError **error)
{
  g_autoptr (TpRecord) row = tp_record_new (walk->kind->kind);
  g_autoptr (GString) faults = g_string_new (NULL);
  GArray *columns = walk->plan->columns;

  walk->currency_assumed = FALSE;
  memset (walk->extra, 0, sizeof walk->extra);
  if (!read_currency (walk, currency, row, error))
    return NULL;
  for (guint i = 0; i < columns->len && i < walk->cells->len; i++)
    {
      TpImportColumn *column = &g_array_index (columns, TpImportColumn, i);
      g_autoptr (GError) fault = NULL;

      if (column->field == NULL || g_str_equal (column->field->name, "currency"))
        continue;
      if (take_cell (walk, i, row, &fault))
        continue;
      /* No fault of the row's */
      if (fault->domain != TP_ERROR || fault->code == TP_ERROR_STORAGE)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      add_fault (walk, i, fault->message, faults);
    }
  if (faults->len > 0)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, faults->str);
      return NULL;
    }
  walk->fault = -1;
  return g_steal_pointer (&row);
}

/**
 * tp_import_check:
 * @walk: a walk at a row
 * @record: the record as it would be kept
 * @error: return location
 *
 * Returns: whether it may be kept; the column at fault is in walk->fault, -1 where the file
 *   has none for it; otherwise the message is without the field's name,
 *   which stands beside it as the column
 */
gboolean
tp_import_check (TpImportWalk *walk, TpRecord *record, GError **error)
{
  const TpKindInfo *info = tp_kind_info (walk->kind->kind);
  g_autoptr (GError) found = NULL;
  g_autofree char *sentence = NULL;

  walk->fault = -1;
  if (tp_record_validate (record, &found))
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      sentence = without_title (found->message, &info->fields[i]);
      if (sentence == NULL)
        continue;
      walk->fault = tp_import_column_of (walk->plan, info->fields[i].name);
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID, sentence);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}
