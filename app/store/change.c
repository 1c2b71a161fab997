/* change.c: what a change function can do to the records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* 2025-01-01T00:00Z, from where ids count their milliseconds. */
#define ID_EPOCH G_GINT64_CONSTANT (1735689600000)
/* Below the milliseconds are 22 bits: each change starts at a random place in them, so
 * that rows made in two copies of a file do not collide, and counts on from there.
 * (Counting also keeps the session extension quick: it hashes the low bits of a key.) */
#define ID_LOW_BITS 22

static gint64
next_id (TpChange *self)
{
  gint64 id = *self->last_id + 1;

  if (!self->has_ids)
    {
      gint64 now = (self->time - ID_EPOCH) << ID_LOW_BITS;
      gint64 fresh = now | g_random_int_range (0, 1 << ID_LOW_BITS);

      self->has_ids = TRUE;
      /* Not before the last: of the same millisecond, or of a clock that was set back.
       * (The macro asks twice: a random number must be drawn before.) */
      id = MAX (id, fresh);
    }
  *self->last_id = id;
  return id;
}

/* The number in a short reference that the store made ("E-1042" is 1042), or 0. */
static gint64
reference_number (const TpKindInfo *info, const char *reference)
{
  gsize length = info->prefix != NULL ? strlen (info->prefix) : 0;
  char *end;
  gint64 number;

  if (length == 0 || strncmp (reference, info->prefix, length) != 0 || reference[length] != '-')
    return 0;
  number = g_ascii_strtoll (reference + length + 1, &end, 10);
  /* A number that leaves no room to count on is somebody else's numbering. */
  return *end == '\0' && number > 0 && number < G_GINT64_CONSTANT (1000000000000000) ? number : 0;
}

/* The last number given in the short references of @kind, read once a change. */
static gint64 *
counter_of (TpChange *self, TpKind kind)
{
  gint64 *counter = &self->counters[kind];

  if (*counter == 0)
    {
      sqlite3_stmt *stmt = tp_connection_prepare (self->connection,
                                                  "SELECT \"last\" FROM \"counter\" WHERE \"kind\" = ?1");

      *counter = 1000;
      sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
      if (tp_connection_step (self->connection, stmt, NULL))
        *counter = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }
  return counter;
}

/* Writes the counters that the change moved on. */
gboolean
tp_change_keep_counters (TpChange *self, GError **error)
{
  for (int kind = 0; kind < TP_N_KINDS; kind++)
    {
      sqlite3_stmt *stmt;

      if (self->counters[kind] == 0)
        continue;
      stmt = tp_connection_prepare (self->connection,
                                    "INSERT INTO \"counter\" VALUES (?1, ?2) ON CONFLICT DO UPDATE SET "
                                    "\"last\" = excluded.\"last\"");
      sqlite3_bind_text (stmt, 1, tp_kind_token ((TpKind) kind), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (stmt, 2, self->counters[kind]);
      if (!tp_connection_run (self->connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Gives the record a reference where it has none and its kind makes them; keeps the
 * counter ahead of references that come from elsewhere. */
static void
give_reference (TpChange *self, TpRecord *record)
{
  TpKind kind = tp_record_get_kind (record);
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpValue *value = tp_record_value (record, i);
      gint64 *counter;
      char reference[40];

      if ((info->fields[i].flags & TP_FIELD_AUTO) == 0 || info->prefix == NULL)
        continue;
      counter = counter_of (self, kind);
      if (value->set)
        {
          *counter = MAX (*counter, reference_number (info, value->text));
          continue;
        }
      g_snprintf (reference, sizeof reference, "%s-%" G_GINT64_FORMAT, info->prefix, ++*counter);
      tp_record_take_text (record, i, reference, -1);
    }
}

/* A unique value that another record holds: names both, so that a person can find it. */
static gboolean
check_keys (TpChange *self, TpRecord *record, GError **error)
{
  TpKind kind = tp_record_get_kind (record);
  const TpKindInfo *info = tp_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TpValue *value = tp_record_value (record, i);
      g_autoptr (TpRecord) other = NULL;

      if ((info->fields[i].flags & TP_FIELD_KEY) == 0 || !value->set)
        continue;
      other = tp_reader_find (&self->reader, kind, info->fields[i].name, value->text);
      if (other != NULL && tp_record_get_id (other) != tp_record_get_id (record))
        {
          g_set_error (error, TP_ERROR, TP_ERROR_EXISTS,
                       /* Translators: a field's name, its value, and the title of the record that
                          has it already */
                       _ ("%s “%s” belongs to “%s” already: open that one, or enter another"),
                       tp_field_title (&info->fields[i]), value->text, tp_record_get_title (other));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_required (TpRecord *record, GError **error)
{
  const TpKindInfo *info = tp_kind_info (tp_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & TP_FIELD_REQUIRED) != 0 && !tp_record_value (record, i)->set)
      {
        g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is missing: %s needs one"),
                     tp_field_title (&info->fields[i]), tp_kind_title (tp_record_get_kind (record)));
        return FALSE;
      }
  return TRUE;
}

static sqlite3_stmt *
insert_statement (TpChange *self, TpKind kind)
{
  sqlite3_stmt *stmt = tp_connection_kept (self->connection, TP_USE_INSERT, kind, 0);
  g_autofree char *columns = NULL;
  g_autoptr (GString) sql = NULL;

  if (stmt != NULL)
    return stmt;
  columns = tp_kind_columns (kind);
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?1", tp_kind_token (kind), columns);
  for (guint i = 0; i < tp_kind_info (kind)->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return tp_connection_keep (self->connection, TP_USE_INSERT, kind, 0, sql->str);
}

/* Public API */

/**
 * tp_change_reader:
 * @self: a change
 *
 * Returns: (transfer none): a reader that sees what the change has done so far
 */
TpReader *
tp_change_reader (TpChange *self)
{
  return &self->reader;
}

/**
 * tp_change_author:
 * @self: a change
 *
 * Returns: (nullable) (transfer none): who makes it
 */
const char *
tp_change_author (TpChange *self)
{
  return self->author;
}

/**
 * tp_change_time:
 * @self: a change
 *
 * Returns: the instant of the change, the same for all it does; ms since 1970 in UTC
 */
gint64
tp_change_time (TpChange *self)
{
  return self->time;
}

/**
 * tp_change_today:
 * @self: a change
 *
 * Returns: the day of the change in the workspace's time zone
 */
TpDay
tp_change_today (TpChange *self)
{
  return tp_day_of_time (self->time, self->zone);
}

/**
 * tp_change_insert:
 * @self: a change
 * @record: an unsealed record; gets an id where it has none, and a short reference
 *   where its kind makes them; sealed when it was inserted
 * @error: return location
 *
 * Returns: whether it was inserted; %TP_ERROR_EXISTS where a business key is taken,
 *   %TP_ERROR_INVALID where a required field is missing
 */
gboolean
tp_change_insert (TpChange *self, TpRecord *record, GError **error)
{
  TpKind kind = tp_record_get_kind (record);
  const TpKindInfo *info = tp_kind_info (kind);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *stmt;

  give_reference (self, record);
  if (!check_required (record, error) || (!self->bulk && !check_keys (self, record, error)))
    return FALSE;
  if (tp_record_get_id (record) == 0)
    tp_record_set_id (record, next_id (self));

  stmt = insert_statement (self, kind);
  sqlite3_bind_int64 (stmt, 1, tp_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    tp_bind_value (stmt, (int) i + 2, &info->fields[i], tp_record_value (record, i));
  if (!tp_connection_run (self->connection, stmt, &failed))
    {
      /* In bulk the keys were not looked up before: name the record that has it. */
      if (!g_error_matches (failed, TP_ERROR, TP_ERROR_CONFLICT) || check_keys (self, record, error))
        g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  tp_record_seal (record);
  return tp_change_counted (self, error);
}

/**
 * tp_change_update:
 * @self: a change
 * @record: a record whose id is that of an existing one
 * @error: return location
 *
 * Writes just the fields that differ from what is stored. A posted ledger entry is
 * never changed: that is refused.
 *
 * Returns: whether it stands now as @record says
 */
gboolean
tp_change_update (TpChange *self, TpRecord *record, GError **error)
{
  TpKind kind = tp_record_get_kind (record);
  const TpKindInfo *info = tp_kind_info (kind);
  g_autoptr (TpRecord) stored = tp_reader_get (&self->reader, kind, tp_record_get_id (record));
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt;
  guint n = 0;

  if (kind == TP_KIND_ENTRY)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("A posted entry is never changed: reverse it with a reason and post it anew"));
      return FALSE;
    }
  if (stored == NULL)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                   _ ("“%s” is no longer there. Nothing was changed."), tp_record_get_title (record));
      return FALSE;
    }
  if (!check_required (record, error) || !check_keys (self, record, error))
    return FALSE;

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", info->token);
  for (guint i = 0; i < info->n_fields; i++)
    if (!tp_value_equal (tp_record_value (record, i), tp_record_value (stored, i)))
      g_string_append_printf (sql, "%s\"%s\" = ?%u", n++ > 0 ? ", " : "", info->fields[i].name, i + 2);
  if (n == 0)
    return TRUE;
  g_string_append (sql, " WHERE \"id\" = ?1");
  stmt = tp_connection_prepare (self->connection, sql->str);
  sqlite3_bind_int64 (stmt, 1, tp_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (!tp_value_equal (tp_record_value (record, i), tp_record_value (stored, i)))
      tp_bind_value (stmt, (int) i + 2, &info->fields[i], tp_record_value (record, i));
  return tp_connection_run (self->connection, stmt, error) && tp_change_counted (self, error);
}

/* What hangs on a record by kind and id, without a foreign key. */
static gboolean
delete_attached (TpChange *self, TpKind kind, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM \"citation\" WHERE \"subject_kind\" = ?1 AND \"subject\" = ?2",
    "DELETE FROM \"rival_value\" WHERE \"subject_kind\" = ?1 AND \"subject\" = ?2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *stmt = tp_connection_prepare (self->connection, statements[i]);

      sqlite3_bind_text (stmt, 1, tp_kind_token (kind), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (stmt, 2, id);
      if (!tp_connection_run (self->connection, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tp_change_delete:
 * @self: a change
 * @kind: a kind; a ledger entry is never deleted
 * @id: the record's id
 * @error: return location
 *
 * Deletes the record with its citations and rival values.
 *
 * Returns: whether it is gone; %TP_ERROR_REFUSED where other records refer to it
 */
gboolean
tp_change_delete (TpChange *self, TpKind kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", tp_kind_token (kind));
  g_autoptr (TpRecord) record = tp_reader_get (&self->reader, kind, id);
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *stmt;

  if (kind == TP_KIND_ENTRY)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                   _ ("A posted entry is never deleted: reverse it with a reason"));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;
  if (!delete_attached (self, kind, id, error))
    return FALSE;
  stmt = tp_connection_prepare (self->connection, sql);
  sqlite3_bind_int64 (stmt, 1, id);
  if (!tp_connection_run (self->connection, stmt, &failed))
    {
      if (g_error_matches (failed, TP_ERROR, TP_ERROR_CONFLICT))
        g_set_error (error, TP_ERROR, TP_ERROR_REFUSED,
                     _ ("“%s” cannot be deleted, because other records refer to it: delete or move "
                        "those first. Nothing was changed."),
                     tp_record_get_title (record));
      else
        g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  return tp_change_counted (self, error);
}

/**
 * tp_change_put_blob:
 * @self: a change
 * @sha256: the hash of @data, lower-case hexadecimal
 * @data: an attachment's bytes
 * @error: return location
 *
 * Keeps the bytes, once for each content, outside the journal.
 *
 * Returns: whether they are kept
 */
gboolean
tp_change_put_blob (TpChange *self, const char *sha256, GBytes *data, GError **error)
{
  g_autofree char *actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  sqlite3_stmt *stmt;

  if (strcmp (actual, sha256) != 0)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("An attachment's bytes do not match its SHA-256 %s. Nothing was changed."), sha256);
      return FALSE;
    }
  stmt = tp_connection_prepare (self->connection,
                                "INSERT INTO \"blob\" VALUES (?1, ?2) ON CONFLICT DO NOTHING");
  sqlite3_bind_text (stmt, 1, sha256, -1, SQLITE_TRANSIENT);
  sqlite3_bind_blob64 (stmt, 2, g_bytes_get_data (data, NULL), g_bytes_get_size (data), SQLITE_STATIC);
  return tp_connection_run (self->connection, stmt, error);
}

/**
 * tp_change_set_setting:
 * @self: a change
 * @key: a setting's key
 * @value: (nullable): its value
 * @error: return location
 *
 * Returns: whether the setting stands
 */
gboolean
tp_change_set_setting (TpChange *self, const char *key, const char *value, GError **error)
{
  g_autoptr (TpRecord) stored = tp_reader_find (&self->reader, TP_KIND_SETTING, "key", key);
  g_autoptr (TpRecord) setting = stored != NULL ? tp_record_edit (stored)
                                                : tp_record_new (TP_KIND_SETTING);

  tp_record_set_text (setting, "key", key);
  tp_record_set_text (setting, "value", value);
  return stored != NULL ? tp_change_update (self, setting, error)
                        : tp_change_insert (self, setting, error);
}

/**
 * tp_change_set_subject:
 * @self: a change
 * @subject: (nullable): what it was done to, in words: the journal and the undo toast
 *   show it after the verb
 */
void
tp_change_set_subject (TpChange *self, const char *subject)
{
  g_set_str (&self->subject, subject);
}

/**
 * tp_change_set_floor:
 * @self: a change that makes or replaces a whole workspace
 *
 * Undo stops above this change, and so do the checks of each key against the records
 * that are there (the engine's own still hold).
 */
void
tp_change_set_floor (TpChange *self)
{
  self->floor = TRUE;
  self->bulk = TRUE;
  /* Records may come before those they refer to: the engine checks at the end. */
  tp_connection_exec (self->connection, "PRAGMA defer_foreign_keys=1", NULL);
}

/**
 * tp_change_check_cancelled:
 * @self: a change
 * @error: return location
 *
 * For long change functions, between records.
 *
 * Returns: %FALSE with @error set where the person cancelled
 */
gboolean
tp_change_check_cancelled (TpChange *self, GError **error)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled. Nothing was changed."));
  return FALSE;
}
