/* select.c: answers a TpQuery with ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "search-text.h"
#include "store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An SQL text in the making, with what is bound to its places. */
typedef struct
{
  GString *sql;
  GPtrArray *texts; /* a text, or NULL where the place holds a number */
  GArray *numbers;
} Statement;

static void
place_text (Statement *s, const char *text)
{
  gint64 none = 0;

  g_ptr_array_add (s->texts, g_strdup (text));
  g_array_append_val (s->numbers, none);
  g_string_append_printf (s->sql, "?%u", s->texts->len);
}

static void
place_number (Statement *s, gint64 number)
{
  g_ptr_array_add (s->texts, NULL);
  g_array_append_val (s->numbers, number);
  g_string_append_printf (s->sql, "?%u", s->texts->len);
}

/* As the column shows it: the day, and the clock of the note within it; a note may be
 * written long after its day. */
#define LAST_ACTIVITY                                                                      \
  "(SELECT max(a.\"date\" * 86400000 + a.\"time\" % 86400000) FROM \"activity\" a WHERE " \
  "a.\"exporter\" = \"exporter\".\"id\""

/* The expression of a field. Exporters have some that are worked out: the value at
 * risk in minor units (annual export value × US share in basis points), and what
 * hangs on them. */
static const char *
expression_of (TpKind kind, const char *field, gboolean *is_text)
{
  const TpField *known = tp_kind_field (kind, field);

  *is_text = known != NULL && tp_field_is_text (known);
  if (known != NULL)
    return NULL;
  if (kind == TP_KIND_EXPORTER && strcmp (field, "at_risk") == 0)
    return "(CAST(\"annual_export\" AS REAL) * \"us_share\" / 10000)";
  if (kind == TP_KIND_EXPORTER && strcmp (field, "open_requirements") == 0)
    return "(SELECT count(*) FROM " TP_SQL_OPEN_REQUIREMENTS ")";
  if (kind == TP_KIND_EXPORTER && strcmp (field, "last_activity") == 0)
    return LAST_ACTIVITY ")";
  /* Only to filter by: append_indicator() writes the condition. */
  if (kind == TP_KIND_EXPORTER && strcmp (field, "indicator") == 0)
    return "NULL";
  return "";
}

/* The stages in the order of the pipeline, for sorting; on a past day those of then. */
static void
append_stage_order (Statement *s, TpDay as_of)
{
  g_string_append (s->sql, "CASE ");
  if (as_of == TP_DAY_NONE)
    g_string_append (s->sql, "\"exporter\".\"stage\"");
  else
    {
      g_string_append (s->sql, "(SELECT d.\"stage\" FROM \"d_stage\" d WHERE d.\"exporter\" = "
                               "\"exporter\".\"id\" AND d.\"from\" <= ");
      place_number (s, as_of);
      g_string_append (s->sql, " ORDER BY d.\"from\" DESC LIMIT 1)");
    }
  for (int i = 0; i < TP_N_STAGES; i++)
    g_string_append_printf (s->sql, " WHEN '%s' THEN %d", tp_stage_token ((TpStage) i), i);
  g_string_append (s->sql, " END");
}

static void
append_expression (Statement *s, TpQuery *query, const char *field)
{
  TpKind kind = tp_query_get_kind (query);
  TpDay as_of = tp_query_get_as_of (query);
  gboolean is_text;
  const char *expression = expression_of (kind, field, &is_text);

  if (expression == NULL)
    g_string_append_printf (s->sql, "\"%s\".\"%s\"", tp_kind_token (kind), field);
  else if (strcmp (field, "last_activity") == 0 && as_of != TP_DAY_NONE)
    {
      g_string_append (s->sql, LAST_ACTIVITY " AND a.\"date\" <= ");
      place_number (s, as_of);
      g_string_append_c (s->sql, ')');
    }
  else
    g_string_append (s->sql, expression);
}

/* The exporters behind an indicator's count: those it counts, or those of what it
 * counts. Ids are told apart by kind alone, so its measure says which they are. */
static void
append_indicator (Statement *s, gint64 indicator, TpDay as_of)
{
  g_string_append (s->sql, "\"exporter\".\"id\" IN (SELECT CASE i.\"measure\" WHEN 'products_reached' THEN "
                           "(SELECT p.\"exporter\" FROM \"product\" p WHERE p.\"id\" = d.\"subject\") "
                           "WHEN 'benefits_used' THEN (SELECT b.\"exporter\" FROM \"benefit\" b WHERE "
                           "b.\"id\" = d.\"subject\") WHEN 'capital_delivered' THEN (SELECT e.\"exporter\" FROM "
                           "\"entry\" e WHERE e.\"id\" = d.\"subject\") WHEN 'provinces_reached' THEN NULL ELSE "
                           "d.\"subject\" END FROM \"d_indicator\" d JOIN \"indicator\" i ON i.\"id\" = "
                           "d.\"indicator\" WHERE d.\"indicator\" = ");
  place_number (s, indicator);
  g_string_append (s->sql, " AND d.\"day\" <= ");
  place_number (s, as_of);
  g_string_append (s->sql, " UNION ALL SELECT r.\"exporter\" FROM \"indicator\" i JOIN \"d_reach\" r ON "
                           "i.\"programme\" IS NULL OR r.\"programme\" = i.\"programme\" WHERE "
                           "i.\"measure\" = 'provinces_reached' AND i.\"id\" = ");
  place_number (s, indicator);
  g_string_append (s->sql, " AND r.\"day\" <= ");
  place_number (s, as_of);
  g_string_append_c (s->sql, ')');
}

static void
append_condition (Statement *s, TpQuery *query, const TpCondition *condition)
{
  TpDay as_of = tp_query_get_as_of (query) != TP_DAY_NONE ? tp_query_get_as_of (query) : G_MAXINT32;
  TpKind kind = tp_query_get_kind (query);
  gboolean is_text;

  expression_of (kind, condition->field, &is_text);
  g_string_append (s->sql, " AND ");
  if (kind == TP_KIND_EXPORTER && strcmp (condition->field, "indicator") == 0)
    {
      append_indicator (s, g_array_index (condition->numbers, gint64, 0), as_of);
      return;
    }

  /* On a past day the stage is what it was then. */
  if (kind == TP_KIND_EXPORTER && strcmp (condition->field, "stage") == 0
      && condition->op == TP_OP_EQUAL && tp_query_get_as_of (query) != TP_DAY_NONE)
    {
      g_string_append (s->sql, "EXISTS (SELECT 1 FROM \"d_stage\" d WHERE d.\"exporter\" = "
                               "\"exporter\".\"id\" AND d.\"from\" <= ");
      place_number (s, tp_query_get_as_of (query));
      g_string_append (s->sql, " AND (d.\"until\" IS NULL OR d.\"until\" > ");
      place_number (s, tp_query_get_as_of (query));
      g_string_append (s->sql, ") AND d.\"stage\" IN (");
      for (guint i = 0; i < condition->texts->len; i++)
        {
          g_string_append (s->sql, i > 0 ? ", " : "");
          place_text (s, g_ptr_array_index (condition->texts, i));
        }
      g_string_append (s->sql, "))");
      return;
    }

  append_expression (s, query, condition->field);
  switch (condition->op)
    {
    case TP_OP_EQUAL:
      g_string_append (s->sql, " IN (");
      for (guint i = 0; i < (is_text ? condition->texts->len : condition->numbers->len); i++)
        {
          g_string_append (s->sql, i > 0 ? ", " : "");
          if (is_text)
            place_text (s, g_ptr_array_index (condition->texts, i));
          else
            place_number (s, g_array_index (condition->numbers, gint64, i));
        }
      g_string_append_c (s->sql, ')');
      break;
    case TP_OP_AT_LEAST:
      g_string_append (s->sql, " >= ");
      place_number (s, g_array_index (condition->numbers, gint64, 0));
      break;
    case TP_OP_AT_MOST:
      g_string_append (s->sql, " <= ");
      place_number (s, g_array_index (condition->numbers, gint64, 0));
      break;
    case TP_OP_IS_SET:
      g_string_append (s->sql, " IS NOT NULL");
      break;
    case TP_OP_NOT_SET:
      g_string_append (s->sql, " IS NULL");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Which records are dated up to the end of a day: each kind has its date. */
static void
append_as_of (Statement *s, TpQuery *query)
{
  static const char *const dates[] = { "sourced", "date", "live_from", "applied" };
  TpDay day = tp_query_get_as_of (query);

  if (day == TP_DAY_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (tp_kind_field_index (tp_query_get_kind (query), dates[i]) >= 0)
      {
        g_string_append_printf (s->sql, " AND (\"%s\".\"%s\" IS NULL OR \"%s\".\"%s\" <= ",
                                tp_kind_token (tp_query_get_kind (query)), dates[i],
                                tp_kind_token (tp_query_get_kind (query)), dates[i]);
        place_number (s, day);
        g_string_append_c (s->sql, ')');
        return;
      }
}

/* WHERE … of a query; exporters are found through the search index, other kinds by
 * a scan of their text fields (there are hundreds of them, not millions). */
static gboolean
append_where (Statement *s, TpQuery *query)
{
  TpKind kind = tp_query_get_kind (query);
  const char *search = tp_query_get_search (query);
  GPtrArray *conditions = tp_query_get_conditions (query);
  gboolean verify = FALSE;

  g_string_append (s->sql, " WHERE 1");
  if (search != NULL && kind == TP_KIND_EXPORTER)
    {
      g_autofree char *match = tp_search_query (search);

      if (match != NULL)
        {
          g_string_append (s->sql, " AND \"exporter\".\"id\" IN (SELECT \"rowid\" FROM \"search\" "
                                   "WHERE \"search\" MATCH ");
          place_text (s, match);
          g_string_append_c (s->sql, ')');
          verify = TRUE;
        }
    }
  else if (search != NULL)
    {
      const TpKindInfo *info = tp_kind_info (kind);
      gboolean first = TRUE;

      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == TP_FIELD_TEXT || info->fields[i].type == TP_FIELD_NOTE)
          {
            g_string_append_printf (s->sql, "%s instr(lower(\"%s\".\"%s\"), lower(",
                                    first ? " AND (" : " OR", info->token, info->fields[i].name);
            place_text (s, search);
            g_string_append (s->sql, ")) > 0");
            first = FALSE;
          }
      if (!first)
        g_string_append_c (s->sql, ')');
    }
  for (guint i = 0; i < conditions->len; i++)
    append_condition (s, query, g_ptr_array_index (conditions, i));
  append_as_of (s, query);
  return verify;
}

static void
statement_init (Statement *s, const char *start)
{
  s->sql = g_string_new (start);
  s->texts = g_ptr_array_new_with_free_func (g_free);
  s->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static sqlite3_stmt *
statement_prepare (Statement *s, TpReader *self)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, s->sql->str);

  for (guint i = 0; i < s->texts->len; i++)
    if (g_ptr_array_index (s->texts, i) != NULL)
      sqlite3_bind_text (stmt, (int) i + 1, g_ptr_array_index (s->texts, i), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (stmt, (int) i + 1, g_array_index (s->numbers, gint64, i));
  return stmt;
}

static void
statement_clear (Statement *s)
{
  g_string_free (s->sql, TRUE);
  g_ptr_array_unref (s->texts);
  g_array_unref (s->numbers);
}

/* The index can give a candidate whose pieces all occur, but not in a row: the text
 * itself decides. */
static gboolean
really_matches (sqlite3_stmt *stmt, const char *search)
{
  const char *names[4] = { NULL }, *codes[4] = { NULL };
  guint n_names = 0, n_codes = 0;

  for (int column = 1; column <= 6; column++)
    {
      const char *text = (const char *) sqlite3_column_text (stmt, column);

      if (text == NULL)
        continue;
      if (column <= 3)
        names[n_names++] = text;
      else
        codes[n_codes++] = text;
    }
  return tp_search_verify (search, names, codes);
}

/**
 * tp_reader_select:
 * @self: a reader
 * @query: which records, in what order
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
tp_reader_select (TpReader *self, TpQuery *query, GError **error)
{
  TpKind kind = tp_query_get_kind (query);
  gboolean descending, is_text, verify;
  const char *sort = tp_query_get_sort (query, &descending);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failed = NULL;
  guint offset, limit, seen = 0;
  sqlite3_stmt *stmt;
  Statement s;

  if (sort != NULL && g_strcmp0 (expression_of (kind, sort, &is_text), "") == 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to sort by"),
                   tp_kind_info (kind)->plural, sort);
      return NULL;
    }
  for (guint i = 0; i < tp_query_get_conditions (query)->len; i++)
    {
      TpCondition *condition = g_ptr_array_index (tp_query_get_conditions (query), i);

      if (g_strcmp0 (expression_of (kind, condition->field, &is_text), "") == 0)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to filter by"),
                       tp_kind_info (kind)->plural, condition->field);
          return NULL;
        }
    }

  statement_init (&s, "SELECT ");
  g_string_append_printf (s.sql, "\"%s\".\"id\"", tp_kind_token (kind));
  if (kind == TP_KIND_EXPORTER && tp_query_get_search (query) != NULL)
    g_string_append (s.sql, ", \"name\", \"name_local\", \"contact\", \"uscc\", \"phone\", "
                            "\"reference\"");
  g_string_append_printf (s.sql, " FROM \"%s\"", tp_kind_token (kind));
  verify = append_where (&s, query);
  if (sort != NULL)
    {
      g_string_append (s.sql, " ORDER BY ");
      if (kind == TP_KIND_EXPORTER && strcmp (sort, "stage") == 0)
        append_stage_order (&s, tp_query_get_as_of (query));
      else
        append_expression (&s, query, sort);
      /* Codes sort by their characters, names as a reader expects. */
      if (expression_of (kind, sort, &is_text) == NULL && is_text && strcmp (sort, "stage") != 0)
        g_string_append (s.sql, (tp_kind_field (kind, sort)->flags & (TP_FIELD_KEY | TP_FIELD_AUTO)) == TP_FIELD_KEY
                                    ? " COLLATE NOCASE"
                                    : " COLLATE " TP_COLLATION);
      g_string_append (s.sql, descending ? " DESC NULLS LAST" : " ASC NULLS LAST");
      g_string_append_printf (s.sql, ", \"%s\".\"id\"%s", tp_kind_token (kind),
                              descending ? " DESC" : "");
    }
  else
    g_string_append_printf (s.sql, " ORDER BY \"%s\".\"id\"%s", tp_kind_token (kind),
                            descending ? " DESC" : "");

  tp_query_get_range (query, &offset, &limit);
  stmt = statement_prepare (&s, self);
  while (tp_connection_step (self->connection, stmt, &failed))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      if (verify && !really_matches (stmt, tp_query_get_search (query)))
        continue;
      if (seen++ < offset)
        continue;
      g_array_append_val (ids, id);
      if (limit > 0 && ids->len == limit)
        break;
    }
  sqlite3_reset (stmt);
  statement_clear (&s);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

/**
 * tp_reader_sum_at_risk:
 * @self: a reader
 * @query: which exporters; its search must be empty or is taken as indexed
 * @currency: only values in this ISO 4217 currency are added
 * @error: return location
 *
 * Returns: the sum of their values at risk, in minor units
 */
gint64
tp_reader_sum_at_risk (TpReader *self, TpQuery *query, const char *currency, GError **error)
{
  gint64 sum = 0;
  sqlite3_stmt *stmt;
  Statement s;

  g_return_val_if_fail (tp_query_get_kind (query) == TP_KIND_EXPORTER, 0);
  statement_init (&s, "SELECT sum(\"annual_export\" / 10000 * \"us_share\" + "
                      "(\"annual_export\" % 10000) * \"us_share\" / 10000) FROM \"exporter\"");
  append_where (&s, query);
  g_string_append (s.sql, " AND \"currency\" = ");
  place_text (&s, currency);
  stmt = statement_prepare (&s, self);
  if (tp_connection_step (self->connection, stmt, error))
    sum = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  statement_clear (&s);
  return sum;
}
