/* check.c: whether the file and its books are sound.
 *
 * What is kept summed is recounted from the records in a copy of the derived tables'
 * rows, and compared; references that no foreign key guards are looked up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A digest of what a table holds, in the order of its key. */
static char *
digest (TpConnection *connection, const char *sql)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

  while (tp_connection_step (connection, stmt, NULL))
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        const char *text = (const char *) sqlite3_column_text (stmt, i);

        g_checksum_update (sum, (const guchar *) (text != NULL ? text : "\x01"), -1);
        g_checksum_update (sum, (const guchar *) "\x02", 1);
      }
  return g_strdup (g_checksum_get_string (sum));
}

typedef struct
{
  const char *name;
  const char *sql;
} Kept;

/* Days on which nothing is left of a sum count as absent: a delta that was added and
 * taken away again leaves a zero behind. */
static const Kept kept[] = {
  { N_ ("the counts of exporters by stage"),
    "SELECT * FROM \"s_stage\" WHERE \"delta\" <> 0 ORDER BY 1, 2, 3" },
  { N_ ("the times in each stage"), "SELECT * FROM \"d_stage\" ORDER BY 1, 2" },
  { N_ ("what listings reached"), "SELECT * FROM \"d_reach\" ORDER BY 1" },
  { N_ ("what each record adds to an indicator"), "SELECT * FROM \"d_indicator\" ORDER BY 1, 2" },
  { N_ ("the indicators by day"),
    "SELECT * FROM \"s_indicator\" WHERE \"delta\" <> 0 ORDER BY 1, 2" },
  { N_ ("the open requirements"), "SELECT * FROM \"d_open\" ORDER BY 1, 2" },
  { N_ ("the funds' figures by day"),
    "SELECT * FROM \"s_fund\" WHERE \"delta\" <> 0 ORDER BY 1, 2, 3, 4" },
};

static void
check_search (TpConnection *connection, GPtrArray *faults)
{
  gint64 indexed = tp_connection_number (connection, "SELECT count(*) FROM \"search_docsize\"");
  gint64 present = tp_connection_number (connection, "SELECT count(*) FROM \"exporter\"");

  if (indexed != present)
    g_ptr_array_add (faults, g_strdup_printf (_ ("The search index holds %d exporters, the workspace "
                                                 "%d: a repair fills it anew"),
                                              (int) indexed, (int) present));
}

/* Citations and rival values name their record by kind and id. */
static void
check_subjects (TpConnection *connection, GPtrArray *faults)
{
  static const TpKind kinds[] = { TP_KIND_CITATION, TP_KIND_RIVAL_VALUE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT \"reference\", \"subject_kind\", \"subject\" FROM \"%s\" ORDER BY \"id\"",
          tp_kind_token (kinds[i]));
      sqlite3_stmt *stmt = tp_connection_prepare (connection, sql);

      while (tp_connection_step (connection, stmt, NULL))
        {
          TpKind kind = tp_kind_from_token ((const char *) sqlite3_column_text (stmt, 1));
          TpReader reader = { connection };
          g_autoptr (TpRecord) subject = NULL;

          if (kind != TP_KIND_NONE)
            subject = tp_reader_get (&reader, kind, sqlite3_column_int64 (stmt, 2));
          if (subject == NULL)
            g_ptr_array_add (faults, g_strdup_printf (_ ("%s %s belongs to a record that is not there"),
                                                      tp_kind_title (kinds[i]),
                                                      sqlite3_column_text (stmt, 0)));
        }
    }
}

static void
check_references (TpConnection *connection, GPtrArray *faults)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "PRAGMA foreign_key_check");

  while (tp_connection_step (connection, stmt, NULL))
    g_ptr_array_add (faults, g_strdup_printf (_ ("A record of “%s” refers to one of “%s” that is not "
                                                 "there (row %s)"),
                                              sqlite3_column_text (stmt, 0),
                                              sqlite3_column_text (stmt, 2),
                                              sqlite3_column_text (stmt, 1)));
}

static void
check_attachments (TpConnection *connection, GPtrArray *faults)
{
  sqlite3_stmt *stmt = tp_connection_prepare (connection, "SELECT \"sha256\", \"data\" FROM \"blob\"");

  while (tp_connection_step (connection, stmt, NULL))
    {
      g_autofree char *actual = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, sqlite3_column_blob (stmt, 1), (gsize) sqlite3_column_bytes (stmt, 1));

      if (g_strcmp0 (actual, (const char *) sqlite3_column_text (stmt, 0)) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_ ("An attachment's bytes do not match its SHA-256 %s"),
                                                  sqlite3_column_text (stmt, 0)));
    }
  stmt = tp_connection_prepare (connection, "SELECT \"name\" FROM \"attachment\" WHERE \"sha256\" NOT IN "
                                            "(SELECT \"sha256\" FROM \"blob\")");
  while (tp_connection_step (connection, stmt, NULL))
    g_ptr_array_add (faults, g_strdup_printf (_ ("The bytes of attachment “%s” are not there"),
                                              sqlite3_column_text (stmt, 0)));
}

static void
check_journal (TpConnection *connection, GPtrArray *faults)
{
  sqlite3_stmt *stmt = tp_connection_prepare (
      connection, "SELECT \"change\", \"size\", \"data\" FROM \"change_chunk\" ORDER BY 1, \"n\"");

  while (tp_connection_step (connection, stmt, NULL))
    {
      g_autoptr (GBytes) chunk = tp_chunk_inflate (stmt, 1, 2, NULL);
      TpTouched touched;

      tp_touched_init (&touched);
      if (chunk == NULL
          || !tp_touched_read (&touched, g_bytes_get_data (chunk, NULL), (int) g_bytes_get_size (chunk)))
        g_ptr_array_add (faults, g_strdup_printf (_ ("Change %d of the journal cannot be read"),
                                                  sqlite3_column_int (stmt, 0)));
      tp_touched_clear (&touched);
    }
  if (tp_connection_number (connection, "SELECT count(*) FROM \"change\" c WHERE c.\"rows\" > 0 AND NOT EXISTS (SELECT 1 "
                                        "FROM \"change_chunk\" k WHERE k.\"change\" = c.\"seq\")")
      > 0)
    g_ptr_array_add (faults, g_strdup (_ ("The journal names changes whose contents are not there")));
}

/* Recounts in a copy in memory, so that nothing in the file is touched. */
static gboolean
check_sums (TpConnection *connection, GPtrArray *faults, GError **error)
{
  g_autoptr (TpConnection) copy = tp_connection_open (":memory:", TP_CONNECTION_WRITE, error);
  sqlite3_backup *backup;
  gboolean ok;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (tp_connection_get_db (copy), "main", tp_connection_get_db (connection), "main");
  if (backup == NULL)
    return tp_connection_fail (copy, error);
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    return tp_connection_fail (copy, error);
  ok = tp_connection_exec (copy, "BEGIN", error) && tp_derived_rebuild (copy, error);
  for (guint i = 0; ok && i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *stored = digest (connection, kept[i].sql);
      g_autofree char *counted = digest (copy, kept[i].sql);

      if (g_strcmp0 (stored, counted) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_ ("Kept sums differ from a recount: %s; a repair counts "
                                                     "them anew"),
                                                  _ (kept[i].name)));
    }
  tp_connection_exec (copy, "ROLLBACK", NULL);
  return ok;
}

/**
 * tp_store_check_sync:
 * @self: a store
 * @error: return location
 *
 * Checks the file's integrity, references, attachments, the journal, the search index,
 * and recounts all kept sums from the records. Blocks; changes nothing.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): each fault found, as a
 *   sentence; empty where all is sound
 */
GPtrArray *
tp_store_check_sync (TpStore *self, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TpConnection) connection = NULL;
  TpReader reader;
  char *damage;

  connection = tp_connection_open (tp_store_get_path (self),
                                   tp_store_is_read_only (self) ? TP_CONNECTION_FROZEN
                                                                : TP_CONNECTION_READ,
                                   error);
  if (connection == NULL)
    return NULL;
  /* One moment for all, also while others write. */
  if (!tp_connection_exec (connection, "BEGIN", error))
    return NULL;
  reader.connection = connection;
  damage = tp_reader_integrity (&reader);
  if (damage != NULL)
    {
      /* Nothing else can be trusted then. */
      g_ptr_array_add (faults, g_strdup_printf (_ ("The file is damaged: %s"), damage));
      g_free (damage);
      return g_steal_pointer (&faults);
    }
  check_references (connection, faults);
  check_subjects (connection, faults);
  check_attachments (connection, faults);
  check_journal (connection, faults);
  check_search (connection, faults);
  if (!check_sums (connection, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
