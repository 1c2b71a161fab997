/* exporter-criteria-words.c: what is asked of exporters, in words: for chips, names of
 * saved filters and the heads of prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-criteria-private.h"

#include "hs.h"
#include "money.h"
#include "numbers.h"
#include "province.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
value_words (TpCriterion *self, const TpCriterionField *field, TpReader *reader, guint i)
{
  const char *text = g_ptr_array_index (self->texts, i);
  g_autoptr (TpRecord) record = NULL;

  switch (field->type)
    {
    case TP_CRITERION_STAGE:
    case TP_CRITERION_PIPELINE:
      return g_strdup (tp_word_title (tp_words_stage, text));
    case TP_CRITERION_PROVINCE:
      return g_strdup (tp_province_name (text));
    case TP_CRITERION_CHAPTER:
      /* Translators: a chapter of the Harmonized System: its number and title */
      return g_strdup_printf (C_ ("filter", "HS %s %s"), text, tp_hs_chapter_title (atoi (text)));
    case TP_CRITERION_RECORD:
      record = tp_reader_get (reader, field->ref, g_array_index (self->numbers, gint64, i));
      return g_strdup (record != NULL ? tp_record_get_title (record) : text);
    case TP_CRITERION_TEXT:
      if (g_str_equal (text, TP_CRITERION_ME))
        return g_strdup (C_ ("owner of exporters", "me"));
      return g_strdup (text);
    default:
      return g_strdup (text);
    }
}

/* All the values, with what the language puts between them. */
static char *
values_words (TpCriterion *self, const TpCriterionField *field, TpReader *reader)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->texts->len; i++)
    g_ptr_array_add (words, value_words (self, field, reader, i));
  g_ptr_array_add (words, NULL);
  /* Translators: stands between things of which any will do */
  return g_strjoinv (C_ ("list of values", ", "), (char **) words->pdata);
}

static gint64
number_of (TpCriterion *self)
{
  return self->numbers->len > 0 ? g_array_index (self->numbers, gint64, 0) : 0;
}

static char *
number_words (TpCriterion *self, const TpCriterionField *field, TpReader *reader)
{
  g_autofree char *currency = NULL;

  switch (field->type)
    {
    case TP_CRITERION_MONEY:
      currency = tp_reader_setting (reader, "currency");
      return tp_money_format_compact (number_of (self), currency != NULL ? currency : "CNY");
    case TP_CRITERION_SHARE:
      return tp_basis_format (number_of (self));
    default:
      return tp_count_format (number_of (self));
    }
}

static gboolean
is_relative (TpCriterion *self)
{
  return *(char *) g_ptr_array_index (self->texts, 0) == '+' || *(char *) g_ptr_array_index (self->texts, 0) == '-';
}

/* Days from the day that is looked at stay so; a date is read as one. */
static char *
day_words (TpCriterion *self, const TpField *own, TpDay as_of)
{
  gint64 number = number_of (self);
  gulong days = (gulong) ABS (number);
  g_autofree char *count = tp_count_format ((gint64) days);
  g_autofree char *day = NULL;

  if (is_relative (self) && g_str_equal (self->field, "expiring") && number >= 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Document expires within %s day", "Document expires within %s days", days), count);
  if (is_relative (self) && g_str_equal (self->field, "last_activity") && number <= 0)
    return g_strdup_printf (
        self->op == TP_OP_AT_MOST
            ? g_dngettext (GETTEXT_PACKAGE, "No activity for %s day", "No activity for %s days", days)
            : g_dngettext (GETTEXT_PACKAGE, "Active within %s day", "Active within %s days", days),
        count);
  day = tp_day_format_near (is_relative (self) ? (TpDay) (as_of + number) : (TpDay) number, as_of);
  if (g_str_equal (self->field, "expiring"))
    return g_strdup_printf (C_ ("filter", "Document expires by %s"), day);
  if (g_str_equal (self->field, "last_activity"))
    return g_strdup_printf (self->op == TP_OP_AT_MOST ? C_ ("filter", "No activity after %s")
                                                      : C_ ("filter", "Active since %s"),
                            day);
  /* Translators: a field of exporters, and a date */
  return g_strdup_printf (self->op == TP_OP_AT_LEAST  ? C_ ("filter", "%s: from %s")
                          : self->op == TP_OP_AT_MOST ? C_ ("filter", "%s: until %s")
                                                      : C_ ("filter", "%s: %s"),
                          tp_field_title (own), day);
}

static char *
stage_days_words (TpCriterion *self)
{
  gint64 days = number_of (self);
  g_autofree char *count = tp_count_format (days);

  return g_strdup_printf (self->op == TP_OP_AT_LEAST
                              ? g_dngettext (GETTEXT_PACKAGE, "In stage %s day or more", "In stage %s days or more", (gulong) days)
                              : g_dngettext (GETTEXT_PACKAGE, "In stage %s day at most", "In stage %s days at most", (gulong) days),
                          count);
}

static char *
open_words (TpCriterion *self)
{
  gint64 n = number_of (self);
  g_autofree char *count = tp_count_format (n);

  if (n == 0 && self->op != TP_OP_AT_LEAST)
    return g_strdup (C_ ("filter", "Nothing open"));
  if (self->op == TP_OP_AT_LEAST)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s requirement or more open", "%s requirements or more open",
                                         (gulong) n),
                            count);
  if (self->op == TP_OP_AT_MOST)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s requirement open at most", "%s requirements open at most",
                                         (gulong) n),
                            count);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s requirement open", "%s requirements open", (gulong) n), count);
}

/* What is worked out of exporters has wordings of its own; NULL for what has none. */
static char *
worked_out_words (TpCriterion *self, const TpCriterionField *field, TpReader *reader)
{
  g_autofree char *values = values_words (self, field, reader);
  g_autofree char *count = tp_count_format (self->numbers->len);

  if (g_str_equal (self->field, "overdue"))
    return g_strdup (C_ ("filter", "Overdue"));
  if (g_str_equal (self->field, "requirement"))
    /* Translators: the titles of requirements */
    return g_strdup_printf (C_ ("filter by requirement", "%s open"), values);
  if (g_str_equal (self->field, "programme"))
    return g_strdup_printf (C_ ("filter", "Enrolled: %s"), values);
  if (g_str_equal (self->field, "channel"))
    return g_strdup_printf (C_ ("filter", "Listed on: %s"), values);
  if (g_str_equal (self->field, "indicator"))
    return g_strdup_printf (C_ ("filter", "Counted: %s"), values);
  if (g_str_equal (self->field, "reached"))
    return g_strdup_printf (C_ ("filter", "Reached: %s"), values);
  if (g_str_equal (self->field, "short_of"))
    return g_strdup_printf (C_ ("filter", "Not reached: %s"), values);
  if (g_str_equal (self->field, "stage_days"))
    return stage_days_words (self);
  if (g_str_equal (self->field, "open_requirements"))
    return open_words (self);
  if (g_str_equal (self->field, "id"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s chosen exporter", "%s chosen exporters", self->numbers->len), count);
  return NULL;
}

static const char *
title_of (TpCriterion *self)
{
  const TpField *own = tp_kind_field (TP_KIND_EXPORTER, self->field);

  return own != NULL ? tp_field_title (own) : C_ ("filter", "At risk");
}

/* Public API */

/**
 * tp_criterion_words:
 * @self: a criterion
 * @reader: where names are looked up
 * @as_of: the day that is looked at
 *
 * Returns: (transfer full): what it asks for, in a few words of the current language
 */
char *
tp_criterion_words (TpCriterion *self, TpReader *reader, TpDay as_of)
{
  const TpField *own = tp_kind_field (TP_KIND_EXPORTER, self->field);
  g_autofree char *values = NULL;
  TpCriterionField field;
  char *words;

  if (!tp_criterion_field_find (self->field, &field))
    return g_strdup (self->field);
  if (self->op == TP_OP_NOT_SET)
    return g_str_equal (self->field, "owner")
               ? g_strdup (C_ ("filter", "No owner"))
               /* Translators: a field of exporters */
               : g_strdup_printf (C_ ("filter", "%s not stated"), title_of (self));
  if (field.type == TP_CRITERION_DAY)
    return day_words (self, own, as_of);
  if (g_str_equal (self->field, "archived"))
    return g_strdup (number_of (self) != 0 ? C_ ("filter", "Archived") : C_ ("filter", "Not archived"));
  words = own == NULL ? worked_out_words (self, &field, reader) : NULL;
  if (words != NULL)
    return words;
  if (self->op == TP_OP_AT_LEAST || self->op == TP_OP_AT_MOST)
    {
      values = number_words (self, &field, reader);
      /* Translators: a field of exporters, and a figure */
      return g_strdup_printf (self->op == TP_OP_AT_LEAST ? C_ ("filter", "%s ≥ %s") : C_ ("filter", "%s ≤ %s"),
                              title_of (self), values);
    }
  values = self->numbers->len > 0 ? number_words (self, &field, reader) : values_words (self, &field, reader);
  if (field.type == TP_CRITERION_PROVINCE || field.type == TP_CRITERION_CHAPTER || field.type == TP_CRITERION_STAGE)
    return g_steal_pointer (&values);
  return g_strdup_printf (C_ ("filter", "%s: %s"), title_of (self), values);
}

/**
 * tp_exporter_criteria_words:
 * @self: criteria
 * @reader: where names are looked up
 * @as_of: the day that is looked at
 *
 * Returns: (transfer full): all that is asked for, in a line; "" where nothing is
 */
char *
tp_exporter_criteria_words (TpExporterCriteria *self, TpReader *reader, TpDay as_of)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *criteria = tp_exporter_criteria_list (self);

  if (tp_exporter_criteria_get_search (self) != NULL)
    /* Translators: what was searched for */
    g_ptr_array_add (words, g_strdup_printf (C_ ("filter", "“%s”"), tp_exporter_criteria_get_search (self)));
  for (guint i = 0; i < criteria->len; i++)
    g_ptr_array_add (words, tp_criterion_words (g_ptr_array_index (criteria, i), reader, as_of));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}
