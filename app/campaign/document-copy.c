/* document-copy.c: an attached document as a file, to look at or to keep.
 *
 * What is looked at is a copy in a private folder of the cache, read-only, so that
 * nobody believes to change what the workspace holds. Copies of other days are swept
 * when the next one is made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document-copy.h"

#include "error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define A_DAY (24 * 60 * 60)
/* Bytes; file systems take 255. */
#define LONGEST_NAME 200
#define LONGEST_ENDING 16

typedef struct
{
  TpRecord *attachment;
  GFile *target; /* NULL: a private copy */
  GBytes *bytes;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_clear_object (&copying->attachment);
  g_clear_object (&copying->target);
  g_clear_pointer (&copying->bytes, g_bytes_unref);
  g_free (copying);
}

/* A long name loses its middle, not its ending: programs are found by that. */
static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize ending = dot != NULL && strlen (dot) <= LONGEST_ENDING ? strlen (dot) : 0;
  const char *cut = name + LONGEST_NAME - ending;

  /* Not within a character. */
  while ((*cut & 0xC0) == 0x80)
    cut--;
  return g_strdup_printf ("%.*s%s", (int) (cut - name), name, ending > 0 ? dot : "");
}

/**
 * tp_document_file_name:
 * @attachment: an attachment
 *
 * Returns: (transfer full): its name, fit for a folder: a name from a file that was
 *   imported must not lead out of it, nor hide in it, nor be longer than folders take
 */
char *
tp_document_file_name (TpRecord *attachment)
{
  const char *given = tp_record_get_text (attachment, "name");
  char *name = g_strdup (given != NULL ? given : "");

  for (char *p = name; *p != '\0'; p++)
    if (*p == '/' || *p == '\\' || (guchar) *p < 0x20)
      *p = '_';
  while (*name == '.')
    memmove (name, name + 1, strlen (name));
  if (*name == '\0')
    g_set_str (&name, "document");
  if (strlen (name) > LONGEST_NAME)
    {
      char *whole = name;

      name = shorten (whole);
      g_free (whole);
    }
  return name;
}

static char *
private_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "tradepivot", "documents", NULL);
}

/* Folders of one copy each, left by earlier days. */
static void
sweep (const char *root)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, entry, NULL);
      g_autoptr (GDir) files = NULL;
      const char *name;
      GStatBuf info;

      if (g_lstat (folder, &info) != 0 || !S_ISDIR (info.st_mode) || now - info.st_mtime < A_DAY)
        continue;
      files = g_dir_open (folder, 0, NULL);
      while (files != NULL && (name = g_dir_read_name (files)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
}

static GFile *
private_copy (Copying *copying, GError **error)
{
  g_autofree char *root = private_folder ();
  g_autofree char *pattern = g_build_filename (root, "XXXXXX", NULL);
  g_autofree char *name = tp_document_file_name (copying->attachment);
  g_autofree char *path = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (copying->bytes, &size);

  if (g_mkdir_with_parents (root, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", g_strerror (errno));
      return NULL;
    }
  sweep (root);
  if (g_mkdtemp_full (pattern, 0700) == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", g_strerror (errno));
      return NULL;
    }
  path = g_build_filename (pattern, name, NULL);
  if (!g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0400, error))
    return NULL;
  return g_file_new_for_path (path);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  g_autofree char *name = tp_document_file_name (copying->attachment);
  g_autoptr (GError) fault = NULL;
  GFile *file = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (copying->bytes, &size);

  if (copying->target == NULL)
    file = private_copy (copying, &fault);
  else if (g_file_replace_contents (copying->target, bytes, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                    NULL, cancellable, &fault))
    file = g_object_ref (copying->target);
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&fault));
  else
    g_task_return_new_error (task, TP_ERROR, TP_ERROR_STORAGE,
                             /* Translators: a file's name, what the system says */
                             _ ("A copy of “%s” could not be written: %s. Choose another place, or make room."),
                             name, fault->message);
}

static gpointer
read_blob (TpReader *reader, gpointer data, GError **error)
{
  Copying *copying = g_task_get_task_data (data);
  const char *sha256 = tp_record_get_text (copying->attachment, "sha256");
  GBytes *bytes = tp_reader_blob (reader, sha256);

  if (bytes == NULL)
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 /* Translators: a file's name */
                 _ ("The bytes of “%s” are not in this workspace: attach the file again."),
                 tp_record_get_text (copying->attachment, "name"));
  return bytes;
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Copying *copying = g_task_get_task_data (task);
  GError *error = NULL;

  copying->bytes = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);
  if (copying->bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, copy_thread);
}

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/**
 * tp_document_copy:
 * @workspace: a workspace
 * @attachment: an attachment of it
 * @target: (nullable): where to write it; %NULL: a private copy to look at
 * @cancellable: (nullable): stops it
 * @callback: takes the file with tp_document_copy_finish()
 * @user_data: its data
 *
 * Writes an attached document to a file, off the main thread.
 */
void
tp_document_copy (TpWorkspace *workspace, TpRecord *attachment, GFile *target, GCancellable *cancellable,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Copying *copying = g_new0 (Copying, 1);

  copying->attachment = g_object_ref (attachment);
  copying->target = target != NULL ? g_object_ref (target) : NULL;
  g_task_set_task_data (task, copying, copying_free);
  tp_workspace_read (workspace, read_blob, g_object_ref (task), g_object_unref, unref_bytes, cancellable, blob_cb,
                     task);
}

/**
 * tp_document_copy_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file. %TP_ERROR_NOT_FOUND where the workspace
 *   does not hold its bytes, %TP_ERROR_STORAGE where it could not be written
 */
GFile *
tp_document_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
