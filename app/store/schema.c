/* schema.c: telling a workspace from other files, and migrating it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "store-private.h"
#include "store-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The numbered files, in the order in which they are applied. */
static const char *const files[TP_SCHEMA_VERSION] = {
  "001-records.sql",
  "002-journal.sql",
  "003-derived.sql",
  "004-onboarding.sql",
};

static guint32
big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

static gboolean
refuse_newer (const char *path, gint64 version, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, TP_ERROR, TP_ERROR_NEWER_SCHEMA,
               _ ("“%s” was written by a newer TradePivot (its version %u, this one knows %u): update "
                  "the program to open it. The file was not changed."),
               name, (guint) version, TP_SCHEMA_VERSION);
  return FALSE;
}

/* Reads the file's first bytes, without opening it as a database: a file that is not
 * ours, or that is too new, must stay as it is. The places are those of the SQLite
 * file format: user_version at 60, application_id at 68. @version: the schema it has. */
gboolean
tp_schema_check_header (const char *path, int *version, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint8 header[100];
  struct stat about;
  gssize n;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      int saved = errno;

      g_set_error (error, TP_ERROR, saved == ENOENT ? TP_ERROR_NOT_FOUND : TP_ERROR_STORAGE,
                   saved == ENOENT ? _ ("There is no file “%s”: check its name and place")
                                   : _ ("“%s” cannot be opened: check that you may read it"),
                   path);
      return FALSE;
    }
  if (fstat (fd, &about) == 0 && S_ISDIR (about.st_mode))
    {
      close (fd);
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                   _ ("“%s” is a folder: choose the workspace file in it"), name);
      return FALSE;
    }
  n = read (fd, header, sizeof header);
  close (fd);
  if (n < (gssize) sizeof header || memcmp (header, "SQLite format 3", 16) != 0
      || big_endian (header + 68) != TP_APPLICATION_ID)
    {
      g_set_error (error, TP_ERROR, TP_ERROR_NOT_A_WORKSPACE,
                   _ ("“%s” is not a TradePivot workspace. The file was not changed."), name);
      return FALSE;
    }
  if (big_endian (header + 60) > TP_SCHEMA_VERSION)
    return refuse_newer (path, big_endian (header + 60), error);
  *version = (int) big_endian (header + 60);
  return TRUE;
}

/* A static library's own constructor would be left out by the linker. */
static void
register_files (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      tp_store_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

static gboolean
apply (TpConnection *connection, guint version, GError **error)
{
  g_autofree char *path = g_strconcat ("/com/example/TradePivot/store/schema/", files[version], NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version=%u", version + 1);

  if (sql == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
  return tp_connection_exec (connection, text, error)
         && tp_connection_exec (connection, set_version, error);
}

/* Makes the tables of a new file, or brings an older one up to date, in one step. */
gboolean
tp_schema_prepare (TpConnection *connection, gboolean create, GError **error)
{
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id=%d", TP_APPLICATION_ID);
  gint64 version = tp_connection_number (connection, "PRAGMA user_version");
  int code;

  if (version > TP_SCHEMA_VERSION)
    return refuse_newer (tp_connection_get_path (connection), version, error);
  if (version == TP_SCHEMA_VERSION)
    return TRUE;
  register_files ();
  if (!tp_connection_exec (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (create && !tp_connection_exec (connection, set_id, error))
    goto failed;
  for (; version < TP_SCHEMA_VERSION; version++)
    if (!apply (connection, (guint) version, error))
      goto failed;
  /* What follows from the records of an older file is worked out by today's rules. */
  if (!create && !tp_derived_rebuild (connection, error))
    goto failed;
  if (tp_connection_exec (connection, "COMMIT", error))
    return TRUE;
failed:
  code = sqlite3_errcode (tp_connection_get_db (connection));
  tp_connection_exec (connection, "ROLLBACK", NULL);
  /* Tables in the way, or missing ones: the engine's words for it help nobody. */
  if (error != NULL && g_error_matches (*error, TP_ERROR, TP_ERROR_STORAGE)
      && code == SQLITE_ERROR)
    {
      g_autofree char *name = g_path_get_basename (tp_connection_get_path (connection));

      g_clear_error (error);
      g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                   _ ("“%s” says that it is a workspace, but its tables are not those of one: open a backup, "
                      "and keep this file for a repair. It was not changed."),
                   name);
    }
  return FALSE;
}

/* Whether every table is there with every column: a file that says it is ours but was
 * cut or made by other hands must be refused here, not fail later. */
gboolean
tp_schema_check_tables (TpConnection *connection, GError **error)
{
  static const char *const others[] = {
    "blob", "counter", "change", "change_chunk", "change_span", "d_stage", "s_stage",
    "d_reach", "d_indicator", "s_indicator", "s_fund", "d_open", "search",
  };
  g_autofree char *name = g_path_get_basename (tp_connection_get_path (connection));
  gboolean sound = TRUE;

  for (int kind = 0; sound && kind < TP_N_KINDS; kind++)
    {
      g_autofree char *columns = tp_kind_columns ((TpKind) kind);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, tp_kind_token ((TpKind) kind));

      sound = tp_connection_compiles (connection, sql);
    }
  for (guint i = 0; sound && i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", others[i]);

      sound = tp_connection_compiles (connection, sql);
    }
  if (!sound)
    g_set_error (error, TP_ERROR, TP_ERROR_DAMAGED,
                 _ ("“%s” is damaged: tables of it are missing. Open a backup, and keep this file for a repair"),
                 name);
  return sound;
}
