/* field-text.c: a field's value as text, in files and for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-rules.h"
#include "field-text.h"
#include "money.h"
#include "numbers.h"
#include "province.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tp_field_currency:
 * @field: a money field
 * @record: a record that has it
 *
 * Returns: (transfer none): the ISO 4217 code of its amount; the campaign's own, CNY,
 *   where the record states none
 */
const char *
tp_field_currency (const TpField *field, TpRecord *record)
{
  const char *currency = field->currency != NULL ? tp_record_get_text (record, field->currency) : NULL;

  return currency != NULL ? currency : "CNY";
}

/**
 * tp_field_precision_name:
 * @field: a day field
 * @kind: the kind it belongs to
 *
 * Returns: (nullable) (transfer none): the name of the field that says how much of the
 *   date is known
 */
const char *
tp_field_precision_name (const TpField *field, TpKind kind)
{
  g_autofree char *own = g_strconcat (field->name, "_precision", NULL);
  const TpField *precision = tp_kind_field (kind, own);

  if (precision == NULL && strcmp (field->name, "date") == 0)
    precision = tp_kind_field (kind, "precision");
  return precision != NULL ? precision->name : NULL;
}

static TpPrecision
precision_of (const TpField *field, TpRecord *record)
{
  const char *name = tp_field_precision_name (field, tp_record_get_kind (record));
  int i = name != NULL ? tp_word_index (tp_words_precision, tp_record_get_text (record, name)) : -1;

  return i >= 0 ? (TpPrecision) i : TP_PRECISION_DAY;
}

static char *
percent_text (gint64 basis_points)
{
  int digits = 2;

  while (digits > 0 && basis_points % 10 == 0)
    {
      basis_points /= 10;
      digits--;
    }
  return tp_decimal_format (basis_points, digits);
}

/* Names of provinces, in English for files and in the reader's language for people. */
static char *
provinces_text (const char *codes, gboolean for_files)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  const char *comma = for_files ? "; " : C_ ("between items of a list", ", ");
  GString *out = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const TpProvince *province = tp_province_of_code (list[i]);

      if (*list[i] == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, comma);
      g_string_append (out, for_files && province != NULL ? province->name
                                                          : tp_province_name (list[i]));
    }
  return g_string_free (out, FALSE);
}

/**
 * tp_field_to_text:
 * @field: a field
 * @record: a record that has it
 *
 * The form of CSV files and of the command line, the same in every language: ISO 8601
 * days and times, money in major units with a point, shares in per cent without the
 * sign, tokens of words, "yes" and "no", provinces by their English short names. What
 * tp_field_from_text() makes of it is the same value again. A reference to another
 * record is its id, for which the caller writes the record's key.
 *
 * Returns: (transfer full): the text, "" where the value is not stated
 */
char *
tp_field_to_text (const TpField *field, TpRecord *record)
{
  int i = tp_kind_field_index (tp_record_get_kind (record), field->name);
  const TpValue *value;

  g_return_val_if_fail (i >= 0, NULL);
  value = tp_record_value (record, (guint) i);
  if (!value->set)
    return g_strdup ("");
  switch (field->type)
    {
    case TP_FIELD_TEXT:
      if (tp_field_rule (field) == TP_RULE_PROVINCE || tp_field_rule (field) == TP_RULE_PROVINCES)
        return provinces_text (value->text, TRUE);
      return g_strdup (value->text);
    case TP_FIELD_NOTE:
    case TP_FIELD_TOKEN:
    case TP_FIELD_TOKENS:
      return g_strdup (value->text);
    case TP_FIELD_MINOR:
      return tp_money_format_plain (value->number, tp_field_currency (field, record));
    case TP_FIELD_BASIS:
      return percent_text (value->number);
    case TP_FIELD_DAY:
      return tp_day_to_iso ((TpDay) value->number);
    case TP_FIELD_TIME:
      return tp_time_to_iso (value->number);
    case TP_FIELD_FLAG:
      return g_strdup (value->number != 0 ? "yes" : "no");
    case TP_FIELD_INTEGER:
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    }
}

static char *
tokens_display (const TpField *field, const char *tokens)
{
  g_auto (GStrv) list = g_strsplit (tokens, " ", -1);
  /* Translators: stands between the items of a list; Chinese: 、 */
  const char *comma = C_ ("between items of a list", ", ");
  GString *out = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (out->len > 0)
        g_string_append (out, comma);
      g_string_append (out, field->words != NULL ? tp_word_title (field->words, list[i]) : list[i]);
    }
  return g_string_free (out, FALSE);
}

static char *
time_display (gint64 time_ms)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time_ms / 1000);

  if (local == NULL)
    return tp_time_to_iso (time_ms);
  /* Translators: a date with its time, as strftime writes them; Chinese: %Y年%-m月%-d日 %H:%M */
  return g_date_time_format (local, C_ ("date", "%-d %B %Y %H:%M"));
}

/**
 * tp_field_to_display:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: (transfer full): the value for a person to read, in the current language:
 *   words translated, dates as far as they are known, exact money; "Not stated" where
 *   it is not stated
 */
char *
tp_field_to_display (const TpField *field, TpRecord *record)
{
  TpKind kind = tp_record_get_kind (record);
  int i = tp_kind_field_index (kind, field->name);
  const TpValue *value;

  g_return_val_if_fail (i >= 0, NULL);
  value = tp_record_value (record, (guint) i);
  if (!value->set)
    return g_strdup (C_ ("value", "Not stated"));
  switch (field->type)
    {
    case TP_FIELD_TEXT:
      if (tp_field_rule (field) == TP_RULE_PROVINCE || tp_field_rule (field) == TP_RULE_PROVINCES)
        return provinces_text (value->text, FALSE);
      if (tp_field_rule (field) == TP_RULE_CHAPTERS)
        return tokens_display (field, value->text);
      return g_strdup (value->text);
    case TP_FIELD_NOTE:
      return g_strdup (value->text);
    case TP_FIELD_TOKEN:
    case TP_FIELD_TOKENS:
      return tokens_display (field, value->text);
    case TP_FIELD_MINOR:
      return tp_money_format_exact (value->number, tp_field_currency (field, record));
    case TP_FIELD_BASIS:
      return tp_basis_format (value->number);
    case TP_FIELD_DAY:
      return tp_day_format ((TpDay) value->number, precision_of (field, record));
    case TP_FIELD_TIME:
      return time_display (value->number);
    case TP_FIELD_FLAG:
      return g_strdup (value->number != 0 ? C_ ("value", "Yes") : C_ ("value", "No"));
    case TP_FIELD_INTEGER:
      /* An indicator in money counts minor units of its currency. */
      if (kind == TP_KIND_INDICATOR && tp_record_is_set (record, "currency"))
        return tp_money_format_exact (value->number, tp_record_get_text (record, "currency"));
      return tp_count_format (value->number);
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
    }
}
