/* reader.c: reading records by key and by kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <string.h>

char *
tp_kind_columns (TpKind kind)
{
  const TpKindInfo *info = tp_kind_info (kind);
  GString *out = g_string_new ("\"id\"");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (out, ", \"%s\"", info->fields[i].name);
  return g_string_free (out, FALSE);
}

/* A statement that gives records of @kind; @rest is the SQL after FROM table; kept for
 * @use at @place where @use is not 0. */
static sqlite3_stmt *
select_records (TpReader *self, TpKind kind, guint use, guint place, const char *rest)
{
  g_autofree char *columns = tp_kind_columns (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s", columns,
                                          tp_kind_token (kind), rest);

  if (use != 0)
    return tp_connection_keep (self->connection, use, kind, place, sql);
  return tp_connection_prepare (self->connection, sql);
}

/* The first record of a bound statement, or NULL. */
static TpRecord *
take_one (TpReader *self, TpKind kind, sqlite3_stmt *stmt)
{
  TpRecord *record = NULL;

  if (tp_connection_step (self->connection, stmt, NULL))
    record = tp_record_from_row (kind, stmt);
  sqlite3_reset (stmt);
  return record;
}

/**
 * tp_reader_get:
 * @self: a reader
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer full) (nullable): the record, sealed
 */
TpRecord *
tp_reader_get (TpReader *self, TpKind kind, gint64 id)
{
  sqlite3_stmt *stmt = tp_connection_kept (self->connection, TP_USE_GET, kind, 0);

  if (stmt == NULL)
    stmt = select_records (self, kind, TP_USE_GET, 0, "WHERE \"id\" = ?1");
  sqlite3_bind_int64 (stmt, 1, id);
  return take_one (self, kind, stmt);
}

/**
 * tp_reader_find:
 * @self: a reader
 * @kind: a kind
 * @field: one of its text fields, best a business key
 * @value: (nullable): what it holds
 *
 * Returns: (transfer full) (nullable): the oldest such record
 */
TpRecord *
tp_reader_find (TpReader *self, TpKind kind, const char *field, const char *value)
{
  int place = tp_kind_field_index (kind, field);
  sqlite3_stmt *stmt;

  g_return_val_if_fail (place >= 0, NULL);
  if (value == NULL)
    return NULL;
  stmt = tp_connection_kept (self->connection, TP_USE_FIND, kind, (guint) place);
  if (stmt == NULL)
    {
      g_autofree char *rest = g_strdup_printf ("WHERE \"%s\" = ?1 ORDER BY \"id\" LIMIT 1", field);

      stmt = select_records (self, kind, TP_USE_FIND, (guint) place, rest);
    }
  sqlite3_bind_text (stmt, 1, value, -1, SQLITE_TRANSIENT);
  return take_one (self, kind, stmt);
}

/**
 * tp_reader_find_key:
 * @self: a reader
 * @kind: a kind
 * @key: any business key of the kind (a USCC, a reference, a short name), or the
 *   exact name or title where that names just one record
 *
 * Returns: (transfer full) (nullable): the record
 */
TpRecord *
tp_reader_find_key (TpReader *self, TpKind kind, const char *key)
{
  static const char *const names[] = { "name", "name_local", "title", "title_local" };
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TP_FIELD_KEY) != 0)
      {
        TpRecord *record = tp_reader_find (self, kind, info->fields[i].name, key);

        if (record != NULL)
          return record;
      }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (tp_kind_field_index (kind, names[i]) >= 0)
      {
        g_autofree char *rest = g_strdup_printf ("WHERE \"%s\" = ?1 LIMIT 2", names[i]);
        sqlite3_stmt *stmt = select_records (self, kind, 0, 0, rest);
        g_autoptr (TpRecord) record = NULL;

        sqlite3_bind_text (stmt, 1, key, -1, SQLITE_TRANSIENT);
        if (!tp_connection_step (self->connection, stmt, NULL))
          continue;
        record = tp_record_from_row (kind, stmt);
        if (!tp_connection_step (self->connection, stmt, NULL))
          return g_steal_pointer (&record);
        sqlite3_reset (stmt);
      }
  return NULL;
}

/**
 * tp_reader_children:
 * @self: a reader
 * @kind: a kind
 * @field: one of its reference fields
 * @parent: the id it refers to
 *
 * Returns: (transfer full) (element-type TpRecord): the records that refer to
 *   @parent, oldest first
 */
GPtrArray *
tp_reader_children (TpReader *self, TpKind kind, const char *field, gint64 parent)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rest = g_strdup_printf ("WHERE \"%s\" = ?1 ORDER BY \"id\"", field);
  sqlite3_stmt *stmt = select_records (self, kind, 0, 0, rest);

  sqlite3_bind_int64 (stmt, 1, parent);
  while (tp_connection_step (self->connection, stmt, NULL))
    g_ptr_array_add (records, tp_record_from_row (kind, stmt));
  return records;
}

/**
 * tp_reader_has_children:
 * @self: a reader
 * @kind: a kind
 * @field: one of its reference fields
 * @parent: the id it refers to
 *
 * Returns: whether any record refers to @parent
 */
gboolean
tp_reader_has_children (TpReader *self, TpKind kind, const char *field, gint64 parent)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 1", tp_kind_token (kind), field);
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);
  gboolean has;

  sqlite3_bind_int64 (stmt, 1, parent);
  has = tp_connection_step (self->connection, stmt, NULL);
  sqlite3_reset (stmt);
  return has;
}

/**
 * tp_reader_distinct:
 * @self: a reader
 * @kind: a kind
 * @field: one of its text fields that has an index
 *
 * Goes from text to text by the index: it costs what there are of them, not of records.
 *
 * Returns: (transfer full) (element-type utf8): each text that stands in a record which is
 *   not archived, once
 */
GPtrArray *
tp_reader_distinct (TpReader *self, TpKind kind, const char *field)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *table = tp_kind_token (kind);
  g_autofree char *present = tp_kind_field (kind, "archived") != NULL
                                 ? g_strdup_printf ("EXISTS (SELECT 1 FROM \"%s\" WHERE \"%s\" = \"t\" AND "
                                                    "coalesce(\"archived\", 0) = 0)",
                                                    table, field)
                                 : g_strdup ("1");
  g_autofree char *sql
      = g_strdup_printf ("WITH RECURSIVE \"texts\" (\"t\") AS (SELECT min(\"%s\") FROM \"%s\" UNION ALL SELECT (SELECT "
                         "min(\"%s\") FROM \"%s\" WHERE \"%s\" > \"t\") FROM \"texts\" WHERE \"t\" IS NOT NULL) SELECT "
                         "\"t\" FROM \"texts\" WHERE \"t\" IS NOT NULL AND %s",
                         field, table, field, table, field, present);
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, sql);

  while (tp_connection_step (self->connection, stmt, NULL))
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  return texts;
}

/**
 * tp_reader_records:
 * @self: a reader
 * @query: which; meant for kinds of hundreds, lists of any size take the ids
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TpRecord): the records in the
 *   query's order
 */
GPtrArray *
tp_reader_records (TpReader *self, TpQuery *query, GError **error)
{
  g_autoptr (GArray) ids = tp_reader_select (self, query, error);
  GPtrArray *records;

  if (ids == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ids->len; i++)
    {
      TpRecord *record = tp_reader_get (self, tp_query_get_kind (query),
                                        g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

/**
 * tp_reader_each:
 * @self: a reader
 * @kind: a kind
 * @func: (scope call): called for each record, oldest first
 * @data: for @func
 * @error: return location
 *
 * Walks all records of a kind without holding them in memory.
 *
 * Returns: whether the walk came to its end
 */
gboolean
tp_reader_each (TpReader *self, TpKind kind, TpRecordFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *stmt = select_records (self, kind, 0, 0, "ORDER BY \"id\"");
  g_autoptr (GError) failed = NULL;

  while (tp_connection_step (self->connection, stmt, &failed))
    {
      g_autoptr (TpRecord) record = tp_record_from_row (kind, stmt);

      if (!func (record, data, error))
        {
          sqlite3_reset (stmt);
          return FALSE;
        }
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/**
 * tp_reader_count:
 * @self: a reader
 * @kind: a kind
 *
 * Returns: how many records of it there are. Its cost grows with them: for counts
 *   on screen see sums.h.
 */
gint64
tp_reader_count (TpReader *self, TpKind kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", tp_kind_token (kind));

  return tp_connection_number (self->connection, sql);
}

/**
 * tp_reader_blob:
 * @self: a reader
 * @sha256: the hash of an attachment's bytes, in lower-case hexadecimal
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tp_reader_blob (TpReader *self, const char *sha256)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      self->connection, "SELECT \"data\" FROM \"blob\" WHERE \"sha256\" = ?1");
  GBytes *bytes = NULL;

  sqlite3_bind_text (stmt, 1, sha256, -1, SQLITE_TRANSIENT);
  if (tp_connection_step (self->connection, stmt, NULL))
    bytes = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  sqlite3_reset (stmt);
  return bytes;
}

/**
 * tp_reader_setting:
 * @self: a reader
 * @key: a setting's key, such as "time_zone"
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
tp_reader_setting (TpReader *self, const char *key)
{
  g_autoptr (TpRecord) setting = tp_reader_find (self, TP_KIND_SETTING, "key", key);

  return setting != NULL ? g_strdup (tp_record_get_text (setting, "value")) : NULL;
}

/**
 * tp_reader_integrity:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): %NULL where the file is sound, else what the
 *   engine found, in its own words
 */
char *
tp_reader_integrity (TpReader *self)
{
  sqlite3_stmt *stmt = tp_connection_prepare (self->connection, "PRAGMA integrity_check(10)");
  GString *faults = g_string_new (NULL);

  while (tp_connection_step (self->connection, stmt, NULL))
    {
      const char *line = (const char *) sqlite3_column_text (stmt, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_string_append_printf (faults, "%s%s", faults->len > 0 ? "; " : "", line);
    }
  if (faults->len == 0)
    return g_string_free (faults, TRUE), NULL;
  return g_string_free (faults, FALSE);
}
