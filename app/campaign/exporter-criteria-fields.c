/* exporter-criteria-fields.c: what exporters can be filtered by, and its values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-criteria-private.h"

#include "error.h"
#include "field-text.h"
#include "hs.h"
#include "money.h"
#include "province.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EQUAL (1u << TP_OP_EQUAL)
#define LEAST (1u << TP_OP_AT_LEAST)
#define MOST (1u << TP_OP_AT_MOST)
#define NOT_SET (1u << TP_OP_NOT_SET)

/* Those that are worked out, as query.h has them. */
static const TpCriterionField worked_out[] = {
  { "at_risk", TP_CRITERION_MONEY, LEAST | MOST, TP_KIND_NONE, TRUE, FALSE },
  { "open_requirements", TP_CRITERION_NUMBER, EQUAL | LEAST | MOST, TP_KIND_NONE, TRUE, TRUE },
  { "last_activity", TP_CRITERION_DAY, LEAST | MOST, TP_KIND_NONE, TRUE, FALSE },
  { "indicator", TP_CRITERION_RECORD, EQUAL, TP_KIND_INDICATOR, FALSE, TRUE },
  { "requirement", TP_CRITERION_RECORD, EQUAL, TP_KIND_REQUIREMENT, FALSE, TRUE },
  { "overdue", TP_CRITERION_FLAG, EQUAL, TP_KIND_NONE, FALSE, TRUE },
  { "programme", TP_CRITERION_RECORD, EQUAL, TP_KIND_PROGRAMME, FALSE, TRUE },
  { "channel", TP_CRITERION_RECORD, EQUAL, TP_KIND_CHANNEL, FALSE, TRUE },
  { "hs_chapter", TP_CRITERION_CHAPTER, EQUAL, TP_KIND_NONE, FALSE, FALSE },
  { "stage_days", TP_CRITERION_NUMBER, LEAST | MOST, TP_KIND_NONE, TRUE, TRUE },
  { "reached", TP_CRITERION_PIPELINE, EQUAL, TP_KIND_NONE, FALSE, TRUE },
  { "short_of", TP_CRITERION_PIPELINE, EQUAL, TP_KIND_NONE, FALSE, TRUE },
  { "expiring", TP_CRITERION_DAY, MOST, TP_KIND_NONE, FALSE, TRUE },
  { "id", TP_CRITERION_NUMBER, EQUAL, TP_KIND_NONE, FALSE, FALSE },
};

static gboolean
own_field (const char *name, TpCriterionField *field)
{
  const TpField *own = tp_kind_field (TP_KIND_EXPORTER, name);

  if (own == NULL || own->type == TP_FIELD_REF)
    return FALSE;
  *field = (TpCriterionField){ own->name, TP_CRITERION_TEXT, EQUAL | NOT_SET, TP_KIND_NONE, TRUE, FALSE };
  if (g_str_equal (name, "stage"))
    *field = (TpCriterionField){ own->name, TP_CRITERION_STAGE, EQUAL, TP_KIND_NONE, TRUE, FALSE };
  else if (g_str_equal (name, "province"))
    field->type = TP_CRITERION_PROVINCE;
  else if (own->type == TP_FIELD_FLAG)
    *field = (TpCriterionField){ own->name, TP_CRITERION_FLAG, EQUAL | NOT_SET, TP_KIND_NONE, FALSE, FALSE };
  else if (!tp_field_is_text (own))
    {
      field->ops |= LEAST | MOST;
      field->type = own->type == TP_FIELD_MINOR   ? TP_CRITERION_MONEY
                    : own->type == TP_FIELD_BASIS ? TP_CRITERION_SHARE
                    : own->type == TP_FIELD_DAY   ? TP_CRITERION_DAY
                                                  : TP_CRITERION_NUMBER;
    }
  return TRUE;
}

static void
take (TpCriterion *self, const char *text, gboolean numeric, gint64 number)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (g_str_equal (g_ptr_array_index (self->texts, i), text))
      return;
  g_ptr_array_add (self->texts, g_strdup (text));
  if (numeric)
    g_array_append_val (self->numbers, number);
}

static void
take_number (TpCriterion *self, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  take (self, text, TRUE, number);
}

/* A text field: in the form in which the store keeps it. */
static gboolean
add_text (TpCriterion *self, const char *value, GError **error)
{
  const TpField *own = tp_kind_field (TP_KIND_EXPORTER, self->field);
  g_autoptr (TpRecord) probe = tp_record_new (TP_KIND_EXPORTER);

  if (g_str_equal (self->field, "owner") && g_str_equal (value, TP_CRITERION_ME))
    {
      take (self, TP_CRITERION_ME, FALSE, 0);
      return TRUE;
    }
  if (!tp_field_from_text (own, probe, value, error))
    return FALSE;
  take (self, tp_record_is_set (probe, own->name) ? tp_record_get_text (probe, own->name) : value, FALSE, 0);
  return TRUE;
}

static gboolean
add_pipeline (TpCriterion *self, const char *value, GError **error)
{
  int stage = tp_word_index (tp_words_stage, value);

  if (stage < 0 || stage >= TP_N_PIPELINE_STAGES || self->texts->len > 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is not one stage of the pipeline: sourced, contacted, qualified, documents, "
                      "compliance, listed or selling"),
                   value);
      return FALSE;
    }
  take (self, value, FALSE, 0);
  return TRUE;
}

static gboolean
add_chapter (TpCriterion *self, const char *value, GError **error)
{
  g_autofree char *code = NULL;
  gint64 number;

  if (!tp_decimal_parse (value, 0, &number, NULL) || number < 1 || number > TP_N_HS_CHAPTERS
      || *tp_hs_chapter_title ((int) number) == '\0')
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("There is no HS chapter “%s”: write two digits, such as 73"),
                   value);
      return FALSE;
    }
  code = g_strdup_printf ("%02d", (int) number);
  take (self, code, FALSE, 0);
  return TRUE;
}

static gboolean
all_digits (const char *value)
{
  return *value != '\0' && strspn (value, "0123456789") == strlen (value);
}

/* Named by its short name or exact title; links within the program give its number. */
static gboolean
add_record (TpCriterion *self, TpKind kind, TpReader *reader, const char *value, GError **error)
{
  g_autoptr (TpRecord) record = tp_reader_find_key (reader, kind, value);

  if (record == NULL && all_digits (value))
    record = tp_reader_get (reader, kind, g_ascii_strtoll (value, NULL, 10));
  if (record == NULL)
    {
      /* Translators: a kind of record, and what was given */
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   _ ("%s: there is no “%s”; give its short name or exact title"), tp_kind_title (kind), value);
      return FALSE;
    }
  take (self, tp_record_get_key (record) != NULL ? tp_record_get_key (record) : value, TRUE,
        tp_record_get_id (record));
  return TRUE;
}

static gboolean
add_money (TpCriterion *self, TpReader *reader, const char *value, GError **error)
{
  g_autofree char *currency = tp_reader_setting (reader, "currency");
  gint64 minor;

  if (!tp_money_parse (value, currency != NULL ? currency : "CNY", &minor, error))
    return FALSE;
  take_number (self, minor);
  return TRUE;
}

static gboolean
add_share (TpCriterion *self, const char *value, GError **error)
{
  g_autoptr (TpRecord) probe = tp_record_new (TP_KIND_EXPORTER);

  if (!tp_field_from_text (tp_kind_field (TP_KIND_EXPORTER, "us_share"), probe, value, error))
    return FALSE;
  take_number (self, tp_record_get_number (probe, "us_share"));
  return TRUE;
}

static gboolean
add_whole (TpCriterion *self, const char *value, GError **error)
{
  gint64 number;

  if (!tp_decimal_parse (value, 0, &number, error))
    return FALSE;
  take_number (self, number);
  return TRUE;
}

/* "+30": so many days after the day that is looked at; "-30" before it. */
static gboolean
add_day (TpCriterion *self, const char *value, GError **error)
{
  g_autofree char *text = NULL;
  TpDay day;

  if ((*value == '+' || *value == '-') && all_digits (value + 1) && strlen (value) <= 6)
    {
      take (self, value, TRUE, g_ascii_strtoll (value, NULL, 10));
      return TRUE;
    }
  if (!tp_day_parse (value, &day, error))
    return FALSE;
  text = tp_day_to_iso (day);
  take (self, text, TRUE, day);
  return TRUE;
}

static gboolean
add_flag (TpCriterion *self, const char *value, gboolean own, GError **error)
{
  if (!g_str_equal (value, "1") && !(own && g_str_equal (value, "0")))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is yes or left out: write %s=1"), self->field, self->field);
      return FALSE;
    }
  take_number (self, *value == '1');
  return TRUE;
}

/* Within TpExporterCriteria */

/* What @name can be compared with; FALSE where exporters have no such field. */
gboolean
tp_criterion_field_find (const char *name, TpCriterionField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (worked_out); i++)
    if (g_str_equal (worked_out[i].name, name))
      {
        *field = worked_out[i];
        return TRUE;
      }
  return own_field (name, field);
}

/* Adds one value; @given says that a person wrote it, not the program. */
gboolean
tp_criterion_add_value (TpCriterion *self, const TpCriterionField *field, TpReader *reader, const char *value,
                        gboolean given, GError **error)
{
  const char *code;

  if (*value == '\0')
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” has an empty value: give one, or leave it out"), self->field);
      return FALSE;
    }
  switch (field->type)
    {
    case TP_CRITERION_TEXT:
    case TP_CRITERION_STAGE:
      return add_text (self, value, error);
    case TP_CRITERION_PIPELINE:
      return add_pipeline (self, value, error);
    case TP_CRITERION_PROVINCE:
      if (!tp_province_parse (value, &code, error))
        return FALSE;
      take (self, code, FALSE, 0);
      return TRUE;
    case TP_CRITERION_CHAPTER:
      return add_chapter (self, value, error);
    case TP_CRITERION_RECORD:
      return add_record (self, field->ref, reader, value, error);
    case TP_CRITERION_DAY:
      return add_day (self, value, error);
    case TP_CRITERION_FLAG:
      return add_flag (self, value, tp_kind_field (TP_KIND_EXPORTER, self->field) != NULL, error);
    case TP_CRITERION_MONEY:
      return given ? add_money (self, reader, value, error) : add_whole (self, value, error);
    case TP_CRITERION_SHARE:
      return given ? add_share (self, value, error) : add_whole (self, value, error);
    default:
      return add_whole (self, value, error);
    }
}

/* Adds the values of @other, a criterion on the same field. */
void
tp_criterion_join (TpCriterion *self, TpCriterion *other)
{
  for (guint i = 0; i < other->texts->len; i++)
    take (self, g_ptr_array_index (other->texts, i), other->numbers->len > 0,
          other->numbers->len > 0 ? g_array_index (other->numbers, gint64, i) : 0);
}

/* Public API */

/**
 * tp_exporter_can_filter:
 * @field: the name of a field
 *
 * Returns: whether exporters can be filtered by it
 */
gboolean
tp_exporter_can_filter (const char *field)
{
  TpCriterionField known;

  return tp_criterion_field_find (field, &known);
}

/**
 * tp_exporter_can_sort:
 * @field: (nullable): the name of a field
 *
 * Returns: whether exporters can be sorted by it
 */
gboolean
tp_exporter_can_sort (const char *field)
{
  TpCriterionField known;

  return field != NULL && tp_criterion_field_find (field, &known) && known.sorts;
}

/**
 * tp_criterion_escape:
 * @value: a value, as it is
 *
 * Returns: (transfer full): the value as a filter writes it
 */
char *
tp_criterion_escape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    if (strchr (";,=%<>", *p) != NULL || g_ascii_iscntrl (*p))
      g_string_append_printf (text, "%%%02X", (guint) (guchar) *p);
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}
