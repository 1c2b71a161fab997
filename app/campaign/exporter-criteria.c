/* exporter-criteria.c: which exporters, as a text and as a query.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-criteria-private.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_MS ((gint64) 86400000)

struct _TpExporterCriteria
{
  GPtrArray *criteria;
  char *search;
  const char *sort; /* interned */
  gboolean descending;
};

static void
criterion_free (gpointer data)
{
  TpCriterion *self = data;

  g_ptr_array_unref (self->texts);
  g_array_unref (self->numbers);
  g_free (self);
}

static TpCriterion *
criterion_new (const char *field, TpOp op)
{
  TpCriterion *self = g_new0 (TpCriterion, 1);

  self->field = g_intern_string (field);
  self->op = op;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/* Takes "field>=value" apart; the operator is where the first "=" is. */
static gboolean
split_part (const char *part, char **field, TpOp *op, const char **value, GError **error)
{
  const char *equals = strchr (part, '=');
  const char *end = equals;

  if (equals == NULL || equals == part)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is no filter: write FIELD=VALUE, FIELD>=VALUE or FIELD<=VALUE"), part);
      return FALSE;
    }
  *op = TP_OP_EQUAL;
  if (equals[-1] == '>' || equals[-1] == '<')
    {
      *op = equals[-1] == '>' ? TP_OP_AT_LEAST : TP_OP_AT_MOST;
      end--;
    }
  *field = g_strstrip (g_strndup (part, (gsize) (end - part)));
  *value = equals + 1;
  return TRUE;
}

static gboolean
set_sort_part (TpExporterCriteria *self, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", 2);
  gboolean descending = parts[0] != NULL && g_strcmp0 (parts[1], "desc") == 0;

  if (parts[0] == NULL || !tp_exporter_can_sort (g_strstrip (parts[0])))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("Exporters cannot be sorted by “%s”"), value);
      return FALSE;
    }
  if (parts[1] != NULL && !descending && !g_str_equal (parts[1], "asc"))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is no order: write FIELD or FIELD:desc"), value);
      return FALSE;
    }
  tp_exporter_criteria_set_sort (self, parts[0], descending);
  return TRUE;
}

/* Values come with their special characters written as in web addresses. */
static char *
unescape (const char *value, GError **error)
{
  char *text = g_uri_unescape_string (value, NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_free (text);
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” has a “%%” that no code follows: write %%25 for it"),
                   value);
      return NULL;
    }
  return text;
}

/* Amounts and names that people type have commas of their own. */
static gboolean
has_commas (const TpCriterionField *field)
{
  switch (field->type)
    {
    case TP_CRITERION_MONEY:
    case TP_CRITERION_NUMBER:
      return TRUE;
    case TP_CRITERION_TEXT:
      return !g_str_equal (field->name, "owner") && !g_str_equal (field->name, "city");
    default:
      return FALSE;
    }
}

/* "Lin, Yue" is one name where somebody is called so, and two people where nobody is. */
static gboolean
is_whole (const TpCriterionField *field, TpReader *reader, const char *value)
{
  g_autoptr (TpRecord) named = NULL;

  if (strchr (value, ',') == NULL || field->type != TP_CRITERION_TEXT
      || tp_kind_field (TP_KIND_EXPORTER, field->name) == NULL)
    return FALSE;
  named = tp_reader_find (reader, TP_KIND_EXPORTER, field->name, value);
  return named != NULL;
}

static gboolean
add_values (TpCriterion *criterion, const TpCriterionField *field, TpReader *reader, const char *value,
            gboolean given, GError **error)
{
  gboolean many = criterion->op == TP_OP_EQUAL
                  && !(given && (has_commas (field) || is_whole (field, reader, value)));
  g_auto (GStrv) values = g_strsplit (value, ",", many ? -1 : 1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *text = given ? g_strdup (values[i]) : unescape (values[i], error);

      if (text == NULL || !tp_criterion_add_value (criterion, field, reader, g_strstrip (text), given, error))
        return FALSE;
    }
  return TRUE;
}

/* In the place of what there is, or, where both say "any of", together with it. */
static void
take_criterion (TpExporterCriteria *self, TpCriterion *criterion, gboolean together)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      TpCriterion *before = g_ptr_array_index (self->criteria, i);

      if (before->field == criterion->field && before->op == criterion->op)
        {
          if (together && criterion->op == TP_OP_EQUAL)
            tp_criterion_join (criterion, before);
          criterion_free (before);
          g_ptr_array_index (self->criteria, i) = criterion;
          return;
        }
    }
  g_ptr_array_add (self->criteria, criterion);
}

static gboolean
set_part (TpExporterCriteria *self, TpReader *reader, const char *part, gboolean given, gboolean together,
          GError **error)
{
  g_autofree char *name = NULL;
  TpCriterionField field;
  TpCriterion *criterion;
  const char *value;
  TpOp op;

  if (!split_part (part, &name, &op, &value, error))
    return FALSE;
  if (op == TP_OP_EQUAL && g_str_equal (name, "search"))
    {
      g_autofree char *text = given ? g_strdup (value) : unescape (value, error);

      tp_exporter_criteria_set_search (self, text);
      return text != NULL;
    }
  if (op == TP_OP_EQUAL && g_str_equal (name, "sort"))
    return set_sort_part (self, value, error);
  if (!tp_criterion_field_find (name, &field))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to filter by"),
                   tp_kind_info (TP_KIND_EXPORTER)->plural, name);
      return FALSE;
    }
  if (op == TP_OP_EQUAL && *value == '\0')
    op = TP_OP_NOT_SET;
  if ((field.ops & (1u << op)) == 0 || (op != TP_OP_NOT_SET && *value == '\0'))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   *value == '\0' ? _ ("“%s” needs a value: write FIELD=VALUE, FIELD>=VALUE or FIELD<=VALUE")
                                  : _ ("“%s” cannot be compared so: try =, >= or <="),
                   part);
      return FALSE;
    }
  criterion = criterion_new (field.name, op);
  if (op != TP_OP_NOT_SET && !add_values (criterion, &field, reader, value, given, error))
    {
      criterion_free (criterion);
      return FALSE;
    }
  take_criterion (self, criterion, together);
  return TRUE;
}

/* The day a criterion means, seen from the day that is looked at. */
static gint64
day_of (TpCriterion *criterion, TpDay as_of)
{
  gint64 number = g_array_index (criterion->numbers, gint64, 0);
  const char *text = g_ptr_array_index (criterion->texts, 0);

  return *text == '+' || *text == '-' ? as_of + number : number;
}

static void
apply_day (TpCriterion *criterion, TpQuery *query, TpDay as_of)
{
  gint64 day = day_of (criterion, as_of);

  /* The moment of the last activity is in milliseconds: to the end of the day, or from its start */
  if (g_str_equal (criterion->field, "last_activity"))
    day = criterion->op == TP_OP_AT_MOST ? (day + 1) * DAY_MS - 1 : day * DAY_MS;
  tp_query_where_number (query, criterion->field, criterion->op, day);
}

static void
apply_criterion (TpCriterion *criterion, TpQuery *query, const char *author)
{
  TpCriterionField field;

  if (!tp_criterion_field_find (criterion->field, &field))
    return;
  /* Whoever asks for archived exporters means to see them */
  if (g_str_equal (criterion->field, "archived"))
    tp_query_drop (query, "archived");
  if (criterion->op == TP_OP_NOT_SET)
    tp_query_where (query, criterion->field, TP_OP_NOT_SET);
  else if (field.type == TP_CRITERION_DAY)
    apply_day (criterion, query, tp_query_get_as_of (query));
  else if (criterion->numbers->len > 0)
    for (guint i = 0; i < criterion->numbers->len; i++)
      tp_query_where_number (query, criterion->field, criterion->op, g_array_index (criterion->numbers, gint64, i));
  else
    for (guint i = 0; i < criterion->texts->len; i++)
      {
        const char *text = g_ptr_array_index (criterion->texts, i);

        if (g_str_equal (criterion->field, "owner") && g_str_equal (text, TP_CRITERION_ME))
          text = author != NULL ? author : "";
        tp_query_where_text (query, criterion->field, text);
      }
}

static int
compare_criteria (gconstpointer a, gconstpointer b)
{
  const TpCriterion *x = *(TpCriterion *const *) a, *y = *(TpCriterion *const *) b;
  int order = strcmp (x->field, y->field);

  return order != 0 ? order : (int) x->op - (int) y->op;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
format_criterion (GString *text, TpCriterion *criterion)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < criterion->texts->len; i++)
    g_ptr_array_add (values, g_ptr_array_index (criterion->texts, i));
  g_ptr_array_sort (values, compare_texts);
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? ";" : "", criterion->field,
                          criterion->op == TP_OP_AT_LEAST  ? ">="
                          : criterion->op == TP_OP_AT_MOST ? "<="
                                                           : "=");
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *value = tp_criterion_escape (g_ptr_array_index (values, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", value);
    }
}

/* Public API */

/**
 * tp_exporter_criteria_new:
 *
 * Returns: (transfer full): criteria that leave nobody out
 */
TpExporterCriteria *
tp_exporter_criteria_new (void)
{
  TpExporterCriteria *self = g_new0 (TpExporterCriteria, 1);

  self->criteria = g_ptr_array_new_with_free_func (criterion_free);
  return self;
}

void
tp_exporter_criteria_free (TpExporterCriteria *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->criteria);
  g_free (self->search);
  g_free (self);
}

/**
 * tp_exporter_criteria_parse:
 * @reader: where provinces, programmes, requirements … are looked up
 * @text: (nullable): a filter, as the head of exporter-criteria.h says
 * @error: return location; TP_ERROR_INVALID or TP_ERROR_NOT_FOUND names the part
 *
 * Returns: (transfer full) (nullable): what it asks for
 */
TpExporterCriteria *
tp_exporter_criteria_parse (TpReader *reader, const char *text, GError **error)
{
  g_autoptr (TpExporterCriteria) self = tp_exporter_criteria_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !set_part (self, reader, parts[i], FALSE, TRUE, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * tp_exporter_criteria_format:
 * @self: criteria
 *
 * Returns: (transfer full): the one text that says the same, whatever the order in
 *   which they were set
 */
char *
tp_exporter_criteria_format (TpExporterCriteria *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < self->criteria->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (self->criteria, i));
  g_ptr_array_sort (sorted, compare_criteria);
  for (guint i = 0; i < sorted->len; i++)
    format_criterion (text, g_ptr_array_index (sorted, i));
  if (self->search != NULL)
    {
      g_autofree char *search = tp_criterion_escape (self->search);

      g_string_append_printf (text, "%ssearch=%s", text->len > 0 ? ";" : "", search);
    }
  if (self->sort != NULL)
    g_string_append_printf (text, "%ssort=%s%s", text->len > 0 ? ";" : "", self->sort,
                            self->descending ? ":desc" : "");
  return g_string_free (text, FALSE);
}

/**
 * tp_exporter_criteria_apply:
 * @self: criteria
 * @query: a query of exporters, with the day that is looked at
 * @author: (nullable): whom "@me" means
 *
 * Adds to @query what is asked for; the order only where one is.
 */
void
tp_exporter_criteria_apply (TpExporterCriteria *self, TpQuery *query, const char *author)
{
  for (guint i = 0; i < self->criteria->len; i++)
    apply_criterion (g_ptr_array_index (self->criteria, i), query, author);
  if (self->search != NULL)
    tp_query_set_search (query, self->search);
  if (self->sort != NULL)
    tp_query_set_sort (query, self->sort, self->descending);
}

/**
 * tp_exporter_query_parse:
 * @reader: a reader
 * @text: (nullable): a filter
 * @as_of: the day that is looked at
 * @author: (nullable): whom "@me" means
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a query for the exporters of that filter that are
 *   not archived
 */
TpQuery *
tp_exporter_query_parse (TpReader *reader, const char *text, TpDay as_of, const char *author, GError **error)
{
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_parse (reader, text, error);
  g_autoptr (TpQuery) query = NULL;

  if (criteria == NULL)
    return NULL;
  query = tp_query_new (TP_KIND_EXPORTER);
  tp_query_where (query, "archived", TP_OP_NOT_SET);
  tp_query_set_as_of (query, as_of);
  tp_exporter_criteria_apply (criteria, query, author);
  return g_steal_pointer (&query);
}

/**
 * tp_exporter_criteria_set:
 * @self: criteria
 * @reader: a reader
 * @part: one part of a filter
 * @error: return location
 *
 * Puts @part in the place of what there is with the same field and comparison.
 *
 * Returns: whether it could be understood; nothing is changed otherwise
 */
gboolean
tp_exporter_criteria_set (TpExporterCriteria *self, TpReader *reader, const char *part, GError **error)
{
  return set_part (self, reader, part, FALSE, FALSE, error);
}

/**
 * tp_exporter_criteria_add_given:
 * @self: criteria
 * @reader: a reader
 * @part: "FIELD=VALUE", "FIELD>=VALUE" or "FIELD<=VALUE" as a person writes it: amounts in
 *   major units, shares in per cent, no codes for special characters
 * @error: return location
 *
 * Adds what a command line or an entry gives: any of the values of parts that ask for
 * the same field; a second bound takes the place of the first.
 *
 * Returns: whether it could be understood
 */
gboolean
tp_exporter_criteria_add_given (TpExporterCriteria *self, TpReader *reader, const char *part, GError **error)
{
  return set_part (self, reader, part, TRUE, TRUE, error);
}

/**
 * tp_exporter_criteria_drop:
 * @self: criteria
 * @field: a field
 *
 * Takes away all that is asked of @field.
 */
void
tp_exporter_criteria_drop (TpExporterCriteria *self, const char *field)
{
  for (guint i = self->criteria->len; i > 0; i--)
    if (g_str_equal (((TpCriterion *) g_ptr_array_index (self->criteria, i - 1))->field, field))
      g_ptr_array_remove_index (self->criteria, i - 1);
}

/**
 * tp_exporter_criteria_drop_one:
 * @self: criteria
 * @field: a field
 * @op: a comparison
 *
 * Takes away what is asked of @field by @op.
 */
void
tp_exporter_criteria_drop_one (TpExporterCriteria *self, const char *field, TpOp op)
{
  TpCriterion *criterion = tp_exporter_criteria_find (self, field, op);

  if (criterion != NULL)
    g_ptr_array_remove (self->criteria, criterion);
}

/**
 * tp_exporter_criteria_list:
 * @self: criteria
 *
 * Returns: (transfer none) (element-type TpCriterion): what is asked for, in the order
 *   in which it was first set
 */
GPtrArray *
tp_exporter_criteria_list (TpExporterCriteria *self)
{
  return self->criteria;
}

/**
 * tp_exporter_criteria_find:
 * @self: criteria
 * @field: a field
 * @op: a comparison
 *
 * Returns: (transfer none) (nullable): what is asked of @field so
 */
TpCriterion *
tp_exporter_criteria_find (TpExporterCriteria *self, const char *field, TpOp op)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      TpCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (criterion->op == op && g_str_equal (criterion->field, field))
        return criterion;
    }
  return NULL;
}

/**
 * tp_exporter_criteria_is_empty:
 * @self: criteria
 *
 * Returns: whether they leave nobody out; an order alone does not
 */
gboolean
tp_exporter_criteria_is_empty (TpExporterCriteria *self)
{
  return self->criteria->len == 0 && self->search == NULL;
}

/**
 * tp_exporter_criteria_needs_day:
 * @self: criteria
 *
 * Returns: whether the answer depends on the day that is looked at
 */
gboolean
tp_exporter_criteria_needs_day (TpExporterCriteria *self)
{
  TpCriterionField field;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      TpCriterion *criterion = g_ptr_array_index (self->criteria, i);
      const char *text = criterion->texts->len > 0 ? g_ptr_array_index (criterion->texts, 0) : "";

      if (tp_criterion_field_find (criterion->field, &field)
          && (field.dated || (field.type == TP_CRITERION_DAY && (*text == '+' || *text == '-'))))
        return TRUE;
    }
  return self->sort != NULL && tp_criterion_field_find (self->sort, &field) && field.dated;
}

/**
 * tp_exporter_criteria_get_search:
 * @self: criteria
 *
 * Returns: (transfer none) (nullable): what is searched for
 */
const char *
tp_exporter_criteria_get_search (TpExporterCriteria *self)
{
  return self->search;
}

/**
 * tp_exporter_criteria_set_search:
 * @self: criteria
 * @search: (nullable): what is searched for
 */
void
tp_exporter_criteria_set_search (TpExporterCriteria *self, const char *search)
{
  g_autofree char *text = search != NULL ? g_strstrip (g_strdup (search)) : NULL;

  g_set_str (&self->search, text != NULL && *text != '\0' ? text : NULL);
}

/**
 * tp_exporter_criteria_get_sort:
 * @self: criteria
 * @descending: (out): whether the largest comes first
 *
 * Returns: (transfer none) (nullable): the field they sort by
 */
const char *
tp_exporter_criteria_get_sort (TpExporterCriteria *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

/**
 * tp_exporter_criteria_set_sort:
 * @self: criteria
 * @field: (nullable): a field of #TpQuery to sort by
 * @descending: whether the largest comes first
 */
void
tp_exporter_criteria_set_sort (TpExporterCriteria *self, const char *field, gboolean descending)
{
  self->sort = g_intern_string (field);
  self->descending = field != NULL && descending;
}
