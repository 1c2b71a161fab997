/* record-check.c: whether a record may be kept.
 *
 * Rules that need nothing but the record itself; what other records say about it (is
 * the key taken, is the period closed) the desk and the store check.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "field-rules.h"
#include "field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WHOLE 10000 /* basis points */

/* Characters of a line and of several lines. The longest name of a company has some sixty;
 * what is far longer is a file read in the wrong way. */
#define LINE_MOST 500
#define LINES_MOST 50000

static gboolean
refuse (const TpField *field, GError **error, const char *fault)
{
  /* Translators: a field's name, and what is wrong with its value */
  g_set_error (error, TP_ERROR, TP_ERROR_INVALID, C_ ("field and fault", "%s: %s"),
               tp_field_title (field), fault);
  return FALSE;
}

static gboolean
check_words (const TpField *field, const char *text, GError **error)
{
  g_auto (GStrv) tokens = g_strsplit (text, " ", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (tp_word_find (field->words, tokens[i]) == NULL
        || (field->type == TP_FIELD_TOKEN && i > 0))
      {
        g_autofree char *list = tp_words_list (field->words);
        g_autofree char *fault = g_strdup_printf (_ ("“%s” is not known here: enter one of %s"),
                                                  text, list);

        return refuse (field, error, fault);
      }
  return TRUE;
}

/* Addresses of the web carry a search in them now and then. */
static glong
most_characters (const TpField *field)
{
  if (field->type != TP_FIELD_TEXT)
    return LINES_MOST;
  return strcmp (field->name, "url") == 0 ? 4 * LINE_MOST : LINE_MOST;
}

static gboolean
check_length (const TpField *field, const char *text, GError **error)
{
  glong most = most_characters (field), length;
  g_autofree char *fault = NULL;

  if (strlen (text) <= (gsize) most)
    return TRUE;
  length = g_utf8_strlen (text, -1);
  if (length <= most)
    return TRUE;
  /* Translators: two counts of characters */
  fault = g_strdup_printf (_ ("%1$ld characters are too many: shorten the text to %2$ld at most"), length, most);
  return refuse (field, error, fault);
}

/* A code must stand in the record as normalising leaves it. */
static gboolean
check_text (const TpField *field, const char *text, GError **error)
{
  g_autoptr (GError) fault = NULL;
  TpFieldRule rule = tp_field_rule (field);
  g_autofree char *normal = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (field, error, _ ("the text is not UTF-8: enter it again"));
  if (!check_length (field, text, error))
    return FALSE;
  if (rule == TP_RULE_NONE)
    return TRUE;
  normal = tp_field_normalise_text (rule, text, &fault);
  if (normal == NULL)
    return refuse (field, error, fault->message);
  if (strcmp (normal, text) != 0)
    {
      g_autofree char *wanted = g_strdup_printf (_ ("“%s” is kept as “%s”: enter that"), text, normal);

      return refuse (field, error, wanted);
    }
  return TRUE;
}

/* What may fall below zero: a reversal, returned goods, a contested or typed reading. */
static gboolean
may_be_negative (TpRecord *record, const TpField *field)
{
  switch (tp_record_get_kind (record))
    {
    case TP_KIND_ENTRY:
      return tp_record_is_set (record, "reverses");
    case TP_KIND_SALE:
    case TP_KIND_RIVAL_VALUE:
    case TP_KIND_READING:
      return TRUE;
    case TP_KIND_INDICATOR:
      return field->type == TP_FIELD_INTEGER;
    default:
      return field->type == TP_FIELD_INTEGER && strcmp (field->name, "position") == 0;
    }
}

static gboolean
check_number (TpRecord *record, const TpField *field, gint64 number, GError **error)
{
  TpKind kind = tp_record_get_kind (record);

  switch (field->type)
    {
    case TP_FIELD_BASIS:
      if (number < 0)
        return refuse (field, error, _ ("a share or rate cannot be negative: enter 0 or more"));
      /* A tariff may be more than the goods are worth; no share of a whole is. */
      if (number > WHOLE && kind != TP_KIND_TARIFF)
        return refuse (field, error, _ ("a share lies between 0 and 100%: enter such a number"));
      return TRUE;
    case TP_FIELD_MINOR:
      if (kind == TP_KIND_RATE && number <= 0)
        return refuse (field, error, _ ("a rate needs two amounts above zero: enter one"));
      if (number < 0 && !may_be_negative (record, field))
        return refuse (field, error, _ ("the amount cannot be negative: enter 0 or more"));
      return TRUE;
    case TP_FIELD_INTEGER:
      if (number < 0 && !may_be_negative (record, field))
        return refuse (field, error, _ ("the number cannot be negative: enter 0 or more"));
      return TRUE;
    case TP_FIELD_FLAG:
      if (number != 0 && number != 1)
        return refuse (field, error, _ ("enter yes or no"));
      return TRUE;
    case TP_FIELD_DAY:
      if (number < tp_day_new (1, 1, 1) || number > tp_day_new (9999, 12, 31))
        return refuse (field, error, _ ("the calendar has no such day: enter another date"));
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
check_periods (TpRecord *record, GError **error)
{
  static const char *const periods[][2] = {
    { "effective", "end" }, { "start", "end" },     { "live_from", "until" },
    { "from", "until" },    { "applied", "ended" },
  };
  TpKind kind = tp_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const TpField *first = tp_kind_field (kind, periods[i][0]);
      const TpField *last = tp_kind_field (kind, periods[i][1]);
      g_autofree char *fault = NULL;
      g_autofree char *day = NULL;

      if (first == NULL || last == NULL || !tp_record_is_set (record, first->name)
          || !tp_record_is_set (record, last->name)
          || tp_record_get_day (record, last->name) >= tp_record_get_day (record, first->name))
        continue;
      day = tp_day_format (tp_record_get_day (record, first->name), TP_PRECISION_DAY);
      /* Translators: the start's name and its date */
      fault = g_strdup_printf (_ ("the period ends before it begins (%s: %s): enter a later date"),
                               tp_field_title (first), day);
      return refuse (last, error, fault);
    }
  return TRUE;
}

static gboolean
check_exporter (TpRecord *record, GError **error)
{
  int stage = tp_word_index (tp_words_stage, tp_record_get_text (record, "stage"));

  if (!tp_record_is_set (record, "name") && !tp_record_is_set (record, "name_local"))
    return refuse (tp_kind_field (TP_KIND_EXPORTER, "name_local"), error,
                   _ ("an exporter needs a name: enter the Chinese or the English one"));
  /* The code of one that was merged is its survivor's now. */
  if (tp_record_is_set (record, "uscc") || tp_record_is_set (record, "merged_into"))
    return TRUE;
  if (stage >= TP_STAGE_DOCUMENTS && stage <= TP_STAGE_SELLING)
    return refuse (tp_kind_field (TP_KIND_EXPORTER, "uscc"), error,
                   _ ("needed from the stage Documents on: enter the 18 characters of the business "
                      "licence"));
  if (!tp_record_is_set (record, "province"))
    return refuse (tp_kind_field (TP_KIND_EXPORTER, "province"), error,
                   _ ("without a USCC, name and province tell exporters apart: enter the province"));
  return TRUE;
}

static gboolean
check_kind (TpRecord *record, GError **error)
{
  switch (tp_record_get_kind (record))
    {
    case TP_KIND_EXPORTER:
      return check_exporter (record, error);
    case TP_KIND_PRODUCT:
      if (!tp_record_is_set (record, "reference") && !tp_record_is_set (record, "gtin"))
        return refuse (tp_kind_field (TP_KIND_PRODUCT, "reference"), error,
                       _ ("a product needs a reference or a GTIN: enter one of them"));
      return TRUE;
    case TP_KIND_RATE:
      if (g_strcmp0 (tp_record_get_text (record, "base"), tp_record_get_text (record, "quote")) == 0)
        return refuse (tp_kind_field (TP_KIND_RATE, "quote"), error,
                       _ ("a rate joins two currencies: enter another one"));
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
check_value (TpRecord *record, guint place, GError **error)
{
  const TpField *field = &tp_kind_info (tp_record_get_kind (record))->fields[place];
  const TpValue *value = tp_record_value (record, place);

  if (field->words != NULL)
    return check_words (field, value->text, error);
  return tp_field_is_text (field) ? check_text (field, value->text, error)
                                  : check_number (record, field, value->number, error);
}

/**
 * tp_record_check_field:
 * @record: a record
 * @place: the place of one of its fields
 * @error: return location
 *
 * Checks a value by itself, also where the record is not whole yet.
 *
 * Returns: whether it may be kept, or is not stated; otherwise as tp_record_validate()
 */
gboolean
tp_record_check_field (TpRecord *record, guint place, GError **error)
{
  return !tp_record_value (record, place)->set || check_value (record, place, error);
}

/**
 * tp_record_validate:
 * @record: a record
 * @error: return location
 *
 * Checks what can be seen from the record alone: required fields (those the store fills
 * in may be missing), words of the lists, codes, currencies, ranges and periods, and an
 * exporter's name, province and USCC.
 *
 * Returns: whether the record may be kept; otherwise %TP_ERROR_INVALID is set, with a
 *   message that begins with the field's name
 */
gboolean
tp_record_validate (TpRecord *record, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpField *field = &info->fields[i];
      const TpValue *value = tp_record_value (record, i);

      if (!value->set)
        {
          if ((field->flags & TP_FIELD_REQUIRED) != 0 && (field->flags & TP_FIELD_AUTO) == 0)
            return refuse (field, error, field->type == TP_FIELD_REF ? _ ("choose one")
                                                                      : _ ("required, but not stated: enter it"));
          continue;
        }
      if (!check_value (record, i, error))
        return FALSE;
    }
  return check_periods (record, error) && check_kind (record, error);
}
