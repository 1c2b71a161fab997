/* test-schema.c: the record table of the model against the tables of the schema.
 *
 * The file is opened with the engine itself, so that nothing of the store stands
 * between the test and what is in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <sqlite3.h>
#include <string.h>

/* What PRAGMA says of one column. */
typedef struct
{
  char *name;
  char *type;
  gboolean not_null;
  gboolean primary;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->type);
  g_free (column);
}

static sqlite3 *
open_raw (Fixture *f)
{
  sqlite3 *db = NULL;

  tp_store_close (f->store);
  g_assert_cmpint (sqlite3_open_v2 (f->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  return stmt;
}

static GPtrArray *
columns_of (sqlite3 *db, const char *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  sqlite3_stmt *stmt = prepare (db, "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo (?1) ORDER BY cid");

  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      Column *column = g_new0 (Column, 1);

      column->name = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
      column->type = g_strdup ((const char *) sqlite3_column_text (stmt, 1));
      column->not_null = sqlite3_column_int (stmt, 2) != 0;
      column->primary = sqlite3_column_int (stmt, 3) != 0;
      g_ptr_array_add (columns, column);
    }
  sqlite3_finalize (stmt);
  return columns;
}

static void
test_columns (Fixture *f, gconstpointer data)
{
  sqlite3 *db = open_raw (f);

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);
      g_autoptr (GPtrArray) columns = columns_of (db, info->token);
      Column *id;

      g_test_message ("%s", info->token);
      g_assert_cmpuint (columns->len, ==, info->n_fields + 1);
      id = g_ptr_array_index (columns, 0);
      g_assert_cmpstr (id->name, ==, "id");
      g_assert_cmpstr (id->type, ==, "INTEGER");
      g_assert_true (id->primary);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const TpField *field = &info->fields[i];
          Column *column = g_ptr_array_index (columns, i + 1);

          g_test_message ("%s.%s", info->token, field->name);
          g_assert_cmpstr (column->name, ==, field->name);
          g_assert_cmpstr (column->type, ==, tp_field_is_text (field) ? "TEXT" : "INTEGER");
          /* A unique column of a recorded table must be able to be NULL for a moment. */
          if ((field->flags & TP_FIELD_KEY) != 0)
            g_assert_false (column->not_null);
          else
            g_assert_cmpint (column->not_null, ==, (field->flags & TP_FIELD_REQUIRED) != 0);
        }
    }
  sqlite3_close (db);
}

/* Whether an index makes @column alone unique. */
static gboolean
is_unique (sqlite3 *db, const char *table, const char *column)
{
  sqlite3_stmt *stmt = prepare (db, "SELECT count(*) FROM pragma_index_list (?1) l WHERE l.\"unique\" "
                                    "AND (SELECT group_concat (i.name) FROM pragma_index_info (l.name) i) = ?2");
  int n;

  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, column, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  return n > 0;
}

static char *
referred_table (sqlite3 *db, const char *table, const char *column)
{
  sqlite3_stmt *stmt = prepare (db, "SELECT \"table\" FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2");
  char *target = NULL;

  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, column, -1, SQLITE_STATIC);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    target = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return target;
}

static void
test_keys_and_references (Fixture *f, gconstpointer data)
{
  sqlite3 *db = open_raw (f);

  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      const TpKindInfo *info = tp_kind_info ((TpKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const TpField *field = &info->fields[i];
          g_autofree char *target = referred_table (db, info->token, field->name);

          g_test_message ("%s.%s", info->token, field->name);
          g_assert_cmpint (is_unique (db, info->token, field->name), ==, (field->flags & TP_FIELD_KEY) != 0);
          g_assert_cmpstr (target, ==, field->type == TP_FIELD_REF ? tp_kind_token (field->ref) : NULL);
        }
    }
  sqlite3_close (db);
}

/* Every table of the file is a kind, the journal's or derived: nothing is kept that
 * neither the model knows nor a rebuild makes again. */
static void
test_no_other_tables (Fixture *f, gconstpointer data)
{
  static const char *const others[] = { "blob", "change", "change_chunk", "change_span", "counter", NULL };
  sqlite3 *db = open_raw (f);
  sqlite3_stmt *stmt = prepare (db, "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'trigger', 'view')");
  guint n_kinds = 0;

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (stmt, 0);
      const char *sql = (const char *) sqlite3_column_text (stmt, 2);

      g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 1), ==, "table");
      if (tp_kind_from_token (name) != TP_KIND_NONE)
        {
          n_kinds++;
          /* The session extension cannot record these. */
          g_assert_null (strstr (sql, "WITHOUT ROWID"));
          g_assert_null (strstr (sql, "GENERATED"));
          continue;
        }
      if (g_strv_contains (others, name) || g_str_has_prefix (name, "d_") || g_str_has_prefix (name, "s_")
          || strcmp (name, "search") == 0 || g_str_has_prefix (name, "search_") || g_str_has_prefix (name, "sqlite_"))
        continue;
      g_error ("the table “%s” belongs to nothing", name);
    }
  g_assert_cmpuint (n_kinds, ==, TP_N_KINDS);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/keys-and-references", test_keys_and_references);
  ADD ("/schema/no-other-tables", test_no_other_tables);
#undef ADD
  return g_test_run ();
}
