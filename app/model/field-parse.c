/* field-parse.c: a field's value from what people have in their files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "field-rules.h"
#include "field-text.h"
#include "field-words.h"
#include "gtin.h"
#include "half-width.h"
#include "hs.h"
#include "money.h"
#include "province.h"
#include "uscc.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/**
 * tp_field_rule:
 * @field: a field
 *
 * Returns: what its text must be
 */
TpFieldRule
tp_field_rule (const TpField *field)
{
  static const struct
  {
    const char *name;
    TpFieldRule rule;
  } rules[] = {
    { "uscc", TP_RULE_USCC },           { "gtin", TP_RULE_GTIN },
    { "hs_code", TP_RULE_HS_CODE },     { "hs_prefix", TP_RULE_HS_PREFIX },
    { "hs_chapters", TP_RULE_CHAPTERS }, { "province", TP_RULE_PROVINCE },
    { "provinces", TP_RULE_PROVINCES }, { "currency", TP_RULE_CURRENCY },
    { "base", TP_RULE_CURRENCY },       { "quote", TP_RULE_CURRENCY },
  };

  for (guint i = 0; field->type == TP_FIELD_TEXT && i < G_N_ELEMENTS (rules); i++)
    if (strcmp (field->name, rules[i].name) == 0)
      return rules[i].rule;
  return TP_RULE_NONE;
}

static gboolean
add_province (GString *codes, const char *text, GError **error)
{
  const char *code;

  if (!tp_province_parse (text, &code, error))
    return FALSE;
  if (strstr (codes->str, code) == NULL)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", code);
  return TRUE;
}

static gboolean
all_provinces (GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && tp_province_find (words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* "浙江、广东", "Zhejiang; Inner Mongolia", "33 44": commas part names, and spaces do
 * where each word is a name by itself. */
static char *
provinces_from (const char *text, GError **error)
{
  g_autoptr (GRegex) commas = g_regex_new ("[,;/、|]", 0, 0, NULL);
  g_autofree char *plain = tp_half_width (text);
  g_auto (GStrv) items = g_regex_split (commas, plain, 0);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (items[i]), " ", -1);

      if (*items[i] == '\0')
        continue;
      if (!all_provinces (words))
        {
          if (!add_province (codes, items[i], error))
            return NULL;
          continue;
        }
      for (guint k = 0; words[k] != NULL; k++)
        if (*words[k] != '\0' && !add_province (codes, words[k], error))
          return NULL;
    }
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static char *
prefix_from (const char *text, GError **error)
{
  g_autofree char *prefix = tp_hs_normalise (text);
  gsize length = strlen (prefix);

  if (length < 2 || length > 10 || strspn (prefix, "0123456789") != length)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” does not begin an HS code: enter 2 to 10 digits"), text);
      return NULL;
    }
  return g_steal_pointer (&prefix);
}

/**
 * tp_field_normalise_text:
 * @rule: what the text must be
 * @text: as people type it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as records hold it; %NULL with %TP_ERROR_INVALID
 *   where it breaks the rule
 */
char *
tp_field_normalise_text (TpFieldRule rule, const char *text, GError **error)
{
  g_autofree char *value = NULL;
  const char *code = NULL;
  gboolean good = TRUE;

  switch (rule)
    {
    case TP_RULE_USCC:
      value = tp_uscc_normalise (text);
      good = tp_uscc_check (value, error);
      break;
    case TP_RULE_GTIN:
      value = tp_gtin_normalise (text);
      good = tp_gtin_check (value, error);
      break;
    case TP_RULE_HS_CODE:
      value = tp_hs_normalise (text);
      good = tp_hs_check (value, error);
      break;
    case TP_RULE_HS_PREFIX:
      return prefix_from (text, error);
    case TP_RULE_CHAPTERS:
      good = tp_hs_chapters_parse (text, &value, error);
      break;
    case TP_RULE_PROVINCE:
      good = tp_province_parse (text, &code, error);
      value = g_strdup (code);
      break;
    case TP_RULE_PROVINCES:
      return provinces_from (text, error);
    case TP_RULE_CURRENCY:
      value = tp_currency_normalise (text);
      good = tp_currency_check (value, error);
      break;
    case TP_RULE_NONE:
    default:
      value = g_strdup (text);
      break;
    }
  return good ? g_steal_pointer (&value) : NULL;
}

/* A line stays a line, whatever a spreadsheet's cell holds. */
static char *
one_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *p = line; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  return g_strstrip (line);
}

static gboolean
set_unknown_word (const TpField *field, const char *text, GError **error)
{
  g_autofree char *list = tp_words_list (field->words);

  g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is not known here: enter one of %s"),
               text, list);
  return FALSE;
}

static gboolean
words_from (const TpField *field, TpRecord *record, const char *text, GError **error)
{
  g_autoptr (GRegex) commas = g_regex_new ("[,;|、]", 0, 0, NULL);
  g_autofree char *plain = tp_half_width (text);
  g_auto (GStrv) items = g_regex_split (commas, plain, 0);
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; items[i] != NULL; i++)
    {
      const TpWord *word = tp_word_recognise (field->words, g_strstrip (items[i]));
      g_auto (GStrv) parts = NULL;

      if (word != NULL)
        {
          if (!g_ptr_array_find (tokens, word->token, NULL))
            g_ptr_array_add (tokens, (gpointer) word->token);
          continue;
        }
      /* Tokens as files have them stand with single spaces between. */
      parts = g_strsplit (items[i], " ", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          if (*parts[k] == '\0')
            continue;
          word = tp_word_recognise (field->words, parts[k]);
          if (word == NULL)
            return set_unknown_word (field, items[i], error);
          if (!g_ptr_array_find (tokens, word->token, NULL))
            g_ptr_array_add (tokens, (gpointer) word->token);
        }
    }
  g_ptr_array_add (tokens, NULL);
  joined = g_strjoinv (" ", (char **) tokens->pdata);
  tp_record_set_text (record, field->name, joined);
  return TRUE;
}

/* A month or a year is a date where the record can say that no more is known. */
static gboolean
partial_day (const char *text, TpDay *day, const char **precision)
{
  int year = 0, month = 1, end = 0;
  gsize length = strlen (text);

  if (sscanf (text, "%4d-%2d%n", &year, &month, &end) == 2 && (gsize) end == length && end >= 6
      && g_ascii_isdigit (text[3]))
    *precision = "month";
  else if (length == 4 && strspn (text, "0123456789") == 4)
    {
      year = atoi (text);
      month = 1;
      *precision = "year";
    }
  else
    return FALSE;
  *day = tp_day_new (year, month, 1);
  return *day != TP_DAY_NONE;
}

static gboolean
day_from (const TpField *field, TpRecord *record, const char *text, GError **error)
{
  const char *sibling = tp_field_precision_name (field, tp_record_get_kind (record));
  const char *precision = NULL;
  TpDay day;

  if (sibling != NULL && partial_day (text, &day, &precision))
    {
      tp_record_set_day (record, field->name, day);
      tp_record_set_text (record, sibling, precision);
      return TRUE;
    }
  if (!tp_day_parse (text, &day, error))
    return FALSE;
  tp_record_set_day (record, field->name, day);
  return TRUE;
}

static gboolean
basis_from (const char *text, gint64 *basis_points, GError **error)
{
  g_autofree char *plain = tp_half_width (text);

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';
  return tp_decimal_parse (plain, 2, basis_points, error);
}

static gboolean
number_from (const TpField *field, TpRecord *record, const char *text, gint64 *number,
             GError **error)
{
  gboolean flag;

  switch (field->type)
    {
    case TP_FIELD_MINOR:
      return tp_money_parse (text, tp_field_currency (field, record), number, error);
    case TP_FIELD_BASIS:
      return basis_from (text, number, error);
    case TP_FIELD_TIME:
      if (tp_time_parse_iso (text, number))
        return TRUE;
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not a time: enter date and time in UTC, such as 2025-05-02T08:30:00Z"),
                   text);
      return FALSE;
    case TP_FIELD_FLAG:
      if (!tp_flag_recognise (text, &flag))
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is not an answer: enter yes or no"),
                       text);
          return FALSE;
        }
      *number = flag ? 1 : 0;
      return TRUE;
    case TP_FIELD_REF:
    case TP_FIELD_SUBJECT:
      if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, number, NULL))
        return TRUE;
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” does not name a record"), text);
      return FALSE;
    case TP_FIELD_INTEGER:
    default:
      return tp_decimal_parse (text, 0, number, error);
    }
}

/**
 * tp_field_from_text:
 * @field: a field
 * @record: an unsealed record that has it; its currency is set before its amounts
 * @text: (nullable): the value as files and people have it
 * @error: return location
 *
 * Takes what tp_field_to_text() writes and what spreadsheets hold: dates in any usual
 * form, amounts with separators or in 万 and 亿, shares with or without the sign, words
 * by token or title in English or Chinese, provinces in any form, codes in any case and
 * width. Codes are checked. Blank text makes the field not stated.
 *
 * Returns: whether the text was taken; otherwise %TP_ERROR_INVALID is set and the record
 *   is as it was
 */
gboolean
tp_field_from_text (const TpField *field, TpRecord *record, const char *text, GError **error)
{
  g_autofree char *value = NULL;
  g_autofree char *normal = NULL;
  const TpWord *word;
  gint64 number;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_INVALID,
                           _ ("The text is not UTF-8: save the file as UTF-8 and try again"));
      return FALSE;
    }
  value = field->type == TP_FIELD_NOTE ? g_strstrip (g_strdup (text != NULL ? text : ""))
                                       : one_line (text != NULL ? text : "");
  if (tp_is_not_stated (value))
    {
      tp_record_clear (record, field->name);
      return TRUE;
    }
  switch (field->type)
    {
    case TP_FIELD_TEXT:
    case TP_FIELD_NOTE:
      normal = tp_field_normalise_text (tp_field_rule (field), value, error);
      if (normal == NULL)
        return FALSE;
      tp_record_set_text (record, field->name, normal);
      return TRUE;
    case TP_FIELD_TOKEN:
      word = tp_word_recognise (field->words, value);
      if (word == NULL)
        return set_unknown_word (field, value, error);
      tp_record_set_text (record, field->name, word->token);
      return TRUE;
    case TP_FIELD_TOKENS:
      return words_from (field, record, value, error);
    case TP_FIELD_DAY:
      return day_from (field, record, value, error);
    default:
      if (!number_from (field, record, value, &number, error))
        return FALSE;
      tp_record_set_number (record, field->name, number);
      return TRUE;
    }
}
