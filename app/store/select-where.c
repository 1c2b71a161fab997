/* select-where.c: the conditions of a TpQuery.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checklist-private.h"
#include "error.h"
#include "search-text.h"
#include "select-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_MS "86400000"

void
tp_statement_init (TpStatement *self, TpReader *reader, TpQuery *query, const char *start)
{
  self->sql = g_string_new (start);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->present = tp_reader_present (reader);
  self->day = tp_query_get_as_of (query);
  if (self->day == TP_DAY_NONE)
    self->day = self->present;
}

void
tp_statement_clear (TpStatement *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->numbers);
}

/* Adds a place and what is bound to it. */
void
tp_statement_text (TpStatement *self, const char *text)
{
  gint64 none = 0;

  g_ptr_array_add (self->texts, g_strdup (text));
  g_array_append_val (self->numbers, none);
  g_string_append_printf (self->sql, "?%u", self->texts->len);
}

void
tp_statement_number (TpStatement *self, gint64 number)
{
  g_ptr_array_add (self->texts, NULL);
  g_array_append_val (self->numbers, number);
  g_string_append_printf (self->sql, "?%u", self->texts->len);
}

sqlite3_stmt *
tp_statement_prepare (TpStatement *self, TpReader *reader)
{
  sqlite3_stmt *stmt = tp_connection_prepare (reader->connection, self->sql->str);

  for (guint i = 0; i < self->texts->len; i++)
    if (g_ptr_array_index (self->texts, i) != NULL)
      sqlite3_bind_text (stmt, (int) i + 1, g_ptr_array_index (self->texts, i), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (stmt, (int) i + 1, g_array_index (self->numbers, gint64, i));
  return stmt;
}

static void
add (TpStatement *s, const char *sql)
{
  g_string_append (s->sql, sql);
}

/* What is worked out of exporters, besides their own fields (query.h). An expression
 * has its day where "%D" stands; the others are only to filter by. */
static const struct
{
  const char *name;
  gboolean is_text;
  const char *expression;
} worked_out[] = {
  { "at_risk", FALSE, "(CAST(\"annual_export\" AS REAL) * \"us_share\" / 10000)" },
  { "open_requirements", FALSE,
    "(SELECT o.\"open\" FROM \"d_open\" o WHERE o.\"exporter\" = \"exporter\".\"id\" AND o.\"from\" <= %D ORDER BY "
    "o.\"from\" DESC LIMIT 1)" },
  /* As the column shows it: the day, and the clock of the note within it; a note may be
   * written long after its day. */
  { "last_activity", FALSE,
    "(SELECT max(a.\"date\" * " DAY_MS " + a.\"time\" % " DAY_MS ") FROM \"activity\" a WHERE a.\"exporter\" = "
    "\"exporter\".\"id\" AND a.\"date\" = (SELECT max(b.\"date\") FROM \"activity\" b WHERE b.\"exporter\" = "
    "\"exporter\".\"id\" AND b.\"date\" <= %D))" },
  { "stage_days", FALSE,
    "(SELECT %D - d.\"from\" FROM \"d_stage\" d WHERE d.\"exporter\" = \"exporter\".\"id\" AND d.\"from\" <= %D "
    "ORDER BY d.\"from\" DESC LIMIT 1)" },
  { "id", FALSE, NULL },
  { "indicator", FALSE, NULL },
  { "requirement", FALSE, NULL },
  { "overdue", FALSE, NULL },
  { "programme", FALSE, NULL },
  { "channel", FALSE, NULL },
  { "expiring", FALSE, NULL },
  { "hs_chapter", TRUE, NULL },
  { "reached", TRUE, NULL },
  { "short_of", TRUE, NULL },
};

static int
find_worked_out (TpKind kind, const char *field)
{
  if (kind == TP_KIND_EXPORTER)
    for (guint i = 0; i < G_N_ELEMENTS (worked_out); i++)
      if (strcmp (worked_out[i].name, field) == 0)
        return (int) i;
  return -1;
}

/* Whether records of a kind can be filtered by @field. */
gboolean
tp_select_knows (TpKind kind, const char *field, gboolean *is_text)
{
  const TpField *own = tp_kind_field (kind, field);
  int i = own == NULL ? find_worked_out (kind, field) : -1;

  *is_text = own != NULL ? tp_field_is_text (own) : i >= 0 && worked_out[i].is_text;
  return own != NULL || i >= 0 || strcmp (field, "id") == 0;
}

/* The expression of a field that can be sorted by and compared. */
void
tp_select_expression (TpStatement *s, TpQuery *query, const char *field)
{
  TpKind kind = tp_query_get_kind (query);
  int i = tp_kind_field (kind, field) == NULL ? find_worked_out (kind, field) : -1;

  if (i < 0 || worked_out[i].expression == NULL)
    {
      g_string_append_printf (s->sql, "\"%s\".\"%s\"", tp_kind_token (kind), field);
      return;
    }
  for (const char *p = worked_out[i].expression; *p != '\0'; p++)
    if (p[0] == '%' && p[1] == 'D')
      {
        tp_statement_number (s, s->day);
        p++;
      }
    else
      g_string_append_c (s->sql, *p);
}

/* (1, 2, 3) of numbers or texts. A long list is one text, or each length would be
 * another statement to keep. */
static void
add_numbers (TpStatement *s, GArray *numbers)
{
  g_autoptr (GString) list = NULL;

  if (numbers->len <= 16)
    {
      g_string_append_c (s->sql, '(');
      for (guint i = 0; i < numbers->len; i++)
        {
          add (s, i > 0 ? ", " : "");
          tp_statement_number (s, g_array_index (numbers, gint64, i));
        }
      g_string_append_c (s->sql, ')');
      return;
    }
  list = g_string_new ("[");
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (numbers, gint64, i));
  g_string_append_c (list, ']');
  add (s, "(SELECT \"value\" FROM json_each(");
  tp_statement_text (s, list->str);
  add (s, "))");
}

static void
add_texts (TpStatement *s, GPtrArray *texts)
{
  g_string_append_c (s->sql, '(');
  for (guint i = 0; i < texts->len; i++)
    {
      add (s, i > 0 ? ", " : "");
      tp_statement_text (s, g_ptr_array_index (texts, i));
    }
  g_string_append_c (s->sql, ')');
}

/* The exporters behind an indicator's count: those it counts, or those of what it
 * counts. Ids are told apart by kind alone, so its measure says which they are. */
static void
add_indicator (TpStatement *s, const TpCondition *condition)
{
  add (s, "\"exporter\".\"id\" IN (SELECT CASE i.\"measure\" WHEN 'products_reached' THEN "
          "(SELECT p.\"exporter\" FROM \"product\" p WHERE p.\"id\" = d.\"subject\") "
          "WHEN 'benefits_used' THEN (SELECT b.\"exporter\" FROM \"benefit\" b WHERE "
          "b.\"id\" = d.\"subject\") WHEN 'capital_delivered' THEN (SELECT e.\"exporter\" FROM "
          "\"entry\" e WHERE e.\"id\" = d.\"subject\") WHEN 'provinces_reached' THEN NULL ELSE "
          "d.\"subject\" END FROM \"d_indicator\" d JOIN \"indicator\" i ON i.\"id\" = "
          "d.\"indicator\" WHERE d.\"indicator\" IN ");
  add_numbers (s, condition->numbers);
  add (s, " AND d.\"day\" <= ");
  tp_statement_number (s, s->day);
  add (s, " UNION ALL SELECT r.\"exporter\" FROM \"indicator\" i JOIN \"d_reach\" r ON "
          "i.\"programme\" IS NULL OR r.\"programme\" = i.\"programme\" WHERE "
          "i.\"measure\" = 'provinces_reached' AND i.\"id\" IN ");
  add_numbers (s, condition->numbers);
  add (s, " AND r.\"day\" <= ");
  tp_statement_number (s, s->day);
  g_string_append_c (s->sql, ')');
}

/* A stage on the query's day. */
static void
add_stage (TpStatement *s, const TpCondition *condition)
{
  add (s, "EXISTS (SELECT 1 FROM \"d_stage\" d WHERE d.\"exporter\" = \"exporter\".\"id\" AND d.\"from\" <= ");
  tp_statement_number (s, s->day);
  add (s, " AND (d.\"until\" IS NULL OR d.\"until\" > ");
  tp_statement_number (s, s->day);
  add (s, ") AND d.\"stage\" IN ");
  add_texts (s, condition->texts);
  g_string_append_c (s->sql, ')');
}

/* Whether it ever was at a stage of the pipeline, or a later one, by the day. */
static void
add_reached (TpStatement *s, const TpCondition *condition, gboolean reached)
{
  int stage = tp_word_index (tp_words_stage, g_ptr_array_index (condition->texts, 0));

  add (s, reached ? "EXISTS" : "NOT EXISTS");
  add (s, " (SELECT 1 FROM \"d_stage\" d WHERE d.\"exporter\" = \"exporter\".\"id\" AND d.\"from\" <= ");
  tp_statement_number (s, s->day);
  add (s, " AND d.\"stage\" IN (");
  for (int i = MAX (stage, 0); i < TP_N_PIPELINE_STAGES; i++)
    g_string_append_printf (s->sql, "%s'%s'", i > MAX (stage, 0) ? ", " : "", tp_stage_token ((TpStage) i));
  add (s, "))");
}

/* An open requirement or a task that was due before the day. A task that is put off is
 * not looked at until then. */
static void
add_overdue (TpStatement *s, const TpCondition *condition)
{
  gboolean wanted = condition->numbers->len == 0 || g_array_index (condition->numbers, gint64, 0) != 0;

  add (s, wanted ? "(" : "NOT (");
  add (s, "coalesce((SELECT o.\"due\" FROM \"d_open\" o WHERE o.\"exporter\" = \"exporter\".\"id\" AND o.\"from\" <= ");
  tp_statement_number (s, s->day);
  add (s, " ORDER BY o.\"from\" DESC LIMIT 1) < ");
  tp_statement_number (s, s->day);
  add (s, ", 0) OR EXISTS (SELECT 1 FROM \"task\" t WHERE t.\"exporter\" = \"exporter\".\"id\" AND t.\"due\" < ");
  tp_statement_number (s, s->day);
  add (s, " AND (t.\"done\" IS NULL OR t.\"done\" > ");
  tp_statement_number (s, s->day);
  add (s, ") AND coalesce(t.\"snoozed\", 0) <= ");
  tp_statement_number (s, s->day);
  add (s, "))");
}

/* The status that the last step up to the day led to, and the one that the first step
 * after it came from. Nothing lies after the present day, so nobody looks there. */
static void
add_steps (TpStatement *s)
{
  if (s->day >= s->present)
    {
      add (s, "NULL, NULL");
      return;
    }
  add (s, TP_SQL_BEFORE ("\"exporter\".\"id\""));
  tp_statement_number (s, s->day);
  add (s, TP_SQL_BEFORE_END ", " TP_SQL_AFTER ("\"exporter\".\"id\""));
  tp_statement_number (s, s->day);
  add (s, TP_SQL_AFTER_END);
}

/* Any of some requirements was open on the day: the same rule as checklist.c, for one
 * requirement of many exporters. */
static void
add_requirement (TpStatement *s, const TpCondition *condition)
{
  add (s, "EXISTS (SELECT 1 FROM \"requirement\" q LEFT JOIN \"requirement_set\" k ON k.\"id\" = "
          "q.\"requirement_set\" LEFT JOIN \"requirement_status\" r ON r.\"exporter\" = \"exporter\".\"id\" AND "
          "r.\"requirement\" = q.\"id\" WHERE q.\"id\" IN ");
  add_numbers (s, condition->numbers);
  add (s, " AND requirement_open (" TP_SQL_RULE ("\"exporter\".\"id\"", "\"exporter\".\"hs_chapters\""));
  add_steps (s);
  add (s, ", ");
  tp_statement_number (s, s->day);
  add (s, "))");
}

/* Enrolled on the day: applied by then, and not refused or gone by then. (The subquery
 * does not look at the exporter, so that it is answered once.) */
static void
add_programme (TpStatement *s, const TpCondition *condition)
{
  add (s, "\"exporter\".\"id\" IN (SELECT n.\"exporter\" FROM \"enrolment\" n WHERE n.\"programme\" IN ");
  add_numbers (s, condition->numbers);
  add (s, " AND coalesce(n.\"applied\", n.\"accepted\", n.\"live\", 0) <= ");
  tp_statement_number (s, s->day);
  add (s, " AND (n.\"status\" NOT IN ('declined', 'withdrawn') OR n.\"ended\" > ");
  tp_statement_number (s, s->day);
  add (s, "))");
}

static void
add_channel (TpStatement *s, const TpCondition *condition)
{
  add (s, "\"exporter\".\"id\" IN (SELECT p.\"exporter\" FROM \"listing\" l JOIN \"product\" p ON p.\"id\" = "
          "l.\"product\" WHERE l.\"channel\" IN ");
  add_numbers (s, condition->numbers);
  add (s, " AND l.\"live_from\" <= ");
  tp_statement_number (s, s->day);
  add (s, " AND (l.\"until\" IS NULL OR l.\"until\" >= ");
  tp_statement_number (s, s->day);
  add (s, "))");
}

/* Goods in a chapter: among its own, or by the HS code of a product. */
static void
add_chapter (TpStatement *s, const TpCondition *condition)
{
  g_string_append_c (s->sql, '(');
  for (guint i = 0; i < condition->texts->len; i++)
    {
      add (s, i > 0 ? " OR " : "");
      add (s, "instr(' ' || coalesce(\"exporter\".\"hs_chapters\", '') || ' ', ' ' || ");
      tp_statement_text (s, g_ptr_array_index (condition->texts, i));
      add (s, " || ' ') > 0");
    }
  add (s, " OR EXISTS (SELECT 1 FROM \"product\" p WHERE p.\"exporter\" = \"exporter\".\"id\" AND "
          "substr(p.\"hs_code\", 1, 2) IN ");
  add_texts (s, condition->texts);
  add (s, "))");
}

/* A document that is there, or was, expires on or before a day. */
static void
add_expiring (TpStatement *s, const TpCondition *condition)
{
  add (s, "\"exporter\".\"id\" IN (SELECT r.\"exporter\" FROM \"requirement_status\" r WHERE r.\"expiry\" <= ");
  tp_statement_number (s, condition->numbers->len > 0 ? g_array_index (condition->numbers, gint64, 0) : s->day);
  add (s, " AND r.\"status\" IN ('received', 'verified', 'expired'))");
}

/* The conditions that are more than a comparison. */
static gboolean
add_special (TpStatement *s, TpQuery *query, const TpCondition *condition)
{
  static const struct
  {
    const char *field;
    void (*add) (TpStatement *s, const TpCondition *condition);
  } specials[] = {
    { "indicator", add_indicator }, { "requirement", add_requirement }, { "overdue", add_overdue },
    { "programme", add_programme }, { "channel", add_channel },         { "hs_chapter", add_chapter },
    { "expiring", add_expiring },
  };
  const char *field = condition->field;

  if (tp_query_get_kind (query) != TP_KIND_EXPORTER)
    return FALSE;
  if (strcmp (field, "reached") == 0 || strcmp (field, "short_of") == 0)
    {
      add_reached (s, condition, strcmp (field, "reached") == 0);
      return TRUE;
    }
  /* On a past day the stage is what it was then. */
  if (strcmp (field, "stage") == 0 && condition->op == TP_OP_EQUAL && tp_query_get_as_of (query) != TP_DAY_NONE)
    {
      add_stage (s, condition);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (strcmp (specials[i].field, field) == 0)
      {
        specials[i].add (s, condition);
        return TRUE;
      }
  return FALSE;
}

static void
add_condition (TpStatement *s, TpQuery *query, const TpCondition *condition)
{
  gboolean is_text;

  add (s, " AND ");
  if (add_special (s, query, condition))
    return;
  tp_select_knows (tp_query_get_kind (query), condition->field, &is_text);
  tp_select_expression (s, query, condition->field);
  switch (condition->op)
    {
    case TP_OP_EQUAL:
      add (s, " IN ");
      if (is_text)
        add_texts (s, condition->texts);
      else
        add_numbers (s, condition->numbers);
      break;
    case TP_OP_AT_LEAST:
      add (s, " >= ");
      tp_statement_number (s, g_array_index (condition->numbers, gint64, 0));
      break;
    case TP_OP_AT_MOST:
      add (s, " <= ");
      tp_statement_number (s, g_array_index (condition->numbers, gint64, 0));
      break;
    case TP_OP_IS_SET:
      add (s, " IS NOT NULL");
      break;
    case TP_OP_NOT_SET:
      add (s, " IS NULL");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Which records are dated up to the end of a day: each kind has its date. */
static void
add_as_of (TpStatement *s, TpQuery *query)
{
  static const char *const dates[] = { "sourced", "date", "live_from", "applied" };
  const char *table = tp_kind_token (tp_query_get_kind (query));

  if (tp_query_get_as_of (query) == TP_DAY_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (tp_kind_field_index (tp_query_get_kind (query), dates[i]) >= 0)
      {
        g_string_append_printf (s->sql, " AND (\"%s\".\"%s\" IS NULL OR \"%s\".\"%s\" <= ", table, dates[i], table, dates[i]);
        tp_statement_number (s, s->day);
        g_string_append_c (s->sql, ')');
        return;
      }
}

/* Any of a kind's texts holds what was typed: for kinds of hundreds. */
static void
add_scan (TpStatement *s, TpKind kind, const char *search)
{
  const TpKindInfo *info = tp_kind_info (kind);
  gboolean first = TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TP_FIELD_TEXT || info->fields[i].type == TP_FIELD_NOTE)
      {
        g_string_append_printf (s->sql, "%s instr(lower(\"%s\".\"%s\"), lower(", first ? " AND (" : " OR", info->token,
                                info->fields[i].name);
        tp_statement_text (s, search);
        add (s, ")) > 0");
        first = FALSE;
      }
  if (!first)
    g_string_append_c (s->sql, ')');
}

/* ", …": whether a row that the search index gives is right without a look at its texts. */
void
tp_select_sure (TpStatement *s, TpQuery *query)
{
  g_autofree char *sure = tp_search_query_sure (tp_query_get_search (query));

  if (sure == NULL)
    {
      add (s, ", 0");
      return;
    }
  add (s, ", \"exporter\".\"id\" IN (SELECT \"rowid\" FROM \"search\" WHERE \"search\" MATCH ");
  tp_statement_text (s, sure);
  g_string_append_c (s->sql, ')');
}

gboolean
tp_select_where (TpStatement *s, TpQuery *query)
{
  TpKind kind = tp_query_get_kind (query);
  const char *search = tp_query_get_search (query);
  GPtrArray *conditions = tp_query_get_conditions (query);
  gboolean verify = FALSE;

  add (s, " WHERE 1");
  if (search != NULL && kind == TP_KIND_EXPORTER)
    {
      g_autofree char *match = tp_search_query (search);

      if (match != NULL)
        {
          add (s, " AND \"exporter\".\"id\" IN (SELECT \"rowid\" FROM \"search\" WHERE \"search\" MATCH ");
          tp_statement_text (s, match);
          g_string_append_c (s->sql, ')');
          verify = TRUE;
        }
      else if (!tp_search_is_blank (search))
        add (s, " AND 0");
    }
  else if (search != NULL)
    add_scan (s, kind, search);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (s, query, g_ptr_array_index (conditions, i));
  add_as_of (s, query);
  return verify;
}

/* Whether the store knows every field that the query names. */
gboolean
tp_select_check (TpQuery *query, GError **error)
{
  TpKind kind = tp_query_get_kind (query);
  const char *sort = tp_query_get_sort (query, NULL);
  GPtrArray *conditions = tp_query_get_conditions (query);
  gboolean is_text;

  if (sort != NULL && tp_kind_field (kind, sort) == NULL)
    {
      int i = find_worked_out (kind, sort);

      if (i < 0 || worked_out[i].expression == NULL)
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to sort by"),
                       tp_kind_info (kind)->plural, sort);
          return FALSE;
        }
    }
  for (guint i = 0; i < conditions->len; i++)
    {
      TpCondition *condition = g_ptr_array_index (conditions, i);

      if (!tp_select_knows (kind, condition->field, &is_text))
        {
          g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("%s have no field “%s” to filter by"),
                       tp_kind_info (kind)->plural, condition->field);
          return FALSE;
        }
    }
  return TRUE;
}
