/* output-file.c: a file that a result is written to.
 *
 * A result never takes the place of a workspace, nor of what it is made from: a wrong
 * name must not cost a year's work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "output-file.h"

#include "error.h"
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a stream remembers: the name it is written under, and the one it is to have. */
#define TEMPORARY "tp-temporary"
#define FINAL "tp-final"

/* helpers */

/* SQLite's file format: a header of 100 bytes, with the application_id at 68, its most
 * significant byte first. */
static gboolean
is_workspace (const char *path)
{
  unsigned char header[100];
  FILE *file = g_fopen (path, "rbe");
  gboolean whole;

  if (file == NULL)
    return FALSE;
  whole = fread (header, sizeof header, 1, file) == 1;
  fclose (file);
  return whole && memcmp (header, "SQLite format 3", 16) == 0
         && ((guint32) header[68] << 24 | (guint32) header[69] << 16 | (guint32) header[70] << 8 | header[71])
                == TP_APPLICATION_ID;
}

/* The workspace beside which SQLite keeps this file while it is open. */
static char *
workspace_beside (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return g_strndup (path, strlen (path) - strlen (endings[i]));
  return NULL;
}

static gboolean
is_one_of (const char *path, const char *const *files)
{
  GStatBuf one, other;

  if (path == NULL || files == NULL || g_stat (path, &one) != 0)
    return FALSE;
  for (guint i = 0; files[i] != NULL; i++)
    if (g_stat (files[i], &other) == 0 && other.st_dev == one.st_dev && other.st_ino == one.st_ino)
      return TRUE;
  return FALSE;
}

static gboolean
refuse (const char *path, const GError *cause, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *folder = g_path_get_dirname (shown);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be written: there is no folder “%s”. Make it, or name another file."), shown,
                 folder);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, TP_ERROR, TP_ERROR_INVALID, _ ("“%s” is a folder: name a file in it."), shown);
  else
    g_set_error (error, TP_ERROR, TP_ERROR_STORAGE, _ ("“%s” cannot be written: %s"), shown, cause->message);
  return FALSE;
}

/* A file of another name in the same folder, which takes the final one when it is whole. */
static GOutputStream *
open_beside (const char *path, const char *final, mode_t mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (final);
  g_autofree char *base = g_path_get_basename (final);
  g_autofree char *name = g_strdup_printf (".%.200s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, (int) mode);
  GOutputStream *stream;

  if (fd < 0)
    {
      int code = errno;
      g_autoptr (GError) cause
          = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));

      refuse (path, cause, error);
      return NULL;
    }
  stream = g_unix_output_stream_new (fd, TRUE);
  g_object_set_data_full (G_OBJECT (stream), TEMPORARY, g_steal_pointer (&temporary), g_free);
  g_object_set_data_full (G_OBJECT (stream), FINAL, g_strdup (final), g_free);
  return stream;
}

/* A pipe or a device: there is nothing to replace, and no whole file to wait for. */
static GOutputStream *
open_special (const char *path, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      int code = errno;
      g_autoptr (GError) cause
          = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));

      refuse (path, cause, error);
      return NULL;
    }
  return g_unix_output_stream_new (fd, TRUE);
}

/* Public API */

/**
 * tp_output_check:
 * @path: a file that is to be written
 * @kept: (nullable): files that must stay as they are: what the result is read from,
 *   and every workspace that this process has open; %NULL-terminated
 * @error: return location
 *
 * Looks whether a result may take the place of what is there. The files of @kept are
 * compared and not opened: to close one would take SQLite's locks on it away.
 *
 * Returns: whether it may
 */
gboolean
tp_output_check (const char *path, const char *const *kept, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *owner = workspace_beside (path);
  GStatBuf there;

  if (g_stat (path, &there) != 0 || !S_ISREG (there.st_mode))
    return TRUE;
  if (is_one_of (path, kept) || is_one_of (owner, kept))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” is what the result is made from: name another file. Nothing was written."), shown);
      return FALSE;
    }
  if (is_workspace (path) || (owner != NULL && is_workspace (owner)))
    {
      g_set_error (error, TP_ERROR, TP_ERROR_INVALID,
                   _ ("“%s” belongs to a workspace: name another file. Nothing was written."), shown);
      return FALSE;
    }
  return TRUE;
}

/**
 * tp_output_open:
 * @path: a file
 * @kept: (nullable): see tp_output_check()
 * @error: return location
 *
 * Begins to write a file. What is there already stays until tp_output_close(); through
 * a link, what it points to is replaced. A pipe or a device is written to directly.
 *
 * Returns: (transfer full) (nullable): where to write
 */
GOutputStream *
tp_output_open (const char *path, const char *const *kept, GError **error)
{
  GOutputStream *stream;
  GStatBuf there;
  char *real;

  if (!tp_output_check (path, kept, error))
    return NULL;
  if (g_stat (path, &there) != 0)
    return open_beside (path, path, 0666, error);
  if (S_ISDIR (there.st_mode))
    {
      g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");

      refuse (path, cause, error);
      return NULL;
    }
  if (!S_ISREG (there.st_mode))
    return open_special (path, error);
  real = realpath (path, NULL);
  stream = open_beside (path, real != NULL ? real : path, there.st_mode & 07777, error);
  free (real);
  return stream;
}

/**
 * tp_output_close:
 * @stream: a stream of tp_output_open()
 * @path: the path that it was made for
 * @good: whether all was written
 * @error: (inout): why it was not; told in words that name the file. Set where the
 *   file cannot be completed
 *
 * Gives the file its name; a half-written one is taken away, and what was there before
 * stays.
 *
 * Returns: whether the result is where it should be
 */
gboolean
tp_output_close (GOutputStream *stream, const char *path, gboolean good, GError **error)
{
  const char *temporary = g_object_get_data (G_OBJECT (stream), TEMPORARY);
  const char *final = g_object_get_data (G_OBJECT (stream), FINAL);
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_close (stream, NULL, good ? &cause : NULL) && good)
    good = FALSE;
  if (good && temporary != NULL && g_rename (temporary, final) != 0)
    {
      int code = errno;

      cause = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
      good = FALSE;
    }
  if (good)
    return TRUE;
  if (temporary != NULL)
    g_unlink (temporary);
  if (cause == NULL && error != NULL && *error != NULL && (*error)->domain == G_IO_ERROR)
    cause = g_steal_pointer (error);
  return cause != NULL ? refuse (path, cause, error) : FALSE;
}
