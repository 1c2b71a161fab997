/* file-locks.c: locks on the workspace file that last as long as they are needed.
 *
 * The engine locks files with POSIX locks, and of those a process loses all that it has
 * on a file as soon as any part of it opens and closes that file: a file chooser that
 * looks what kind of file it is, a virus scanner's library, a copy. Another program would
 * then take the file for unused, empty the shared index and take the log away, and what
 * was written after that would be lost (SQLite, "How To Corrupt An SQLite Database File",
 * 2.2).
 *
 * Open file description locks (Linux) belong to a description, not to the process. For
 * each locked file one description is opened that nobody else knows, and all locks are
 * put on that; it is closed when the engine closes the file, which is when POSIX would
 * let its locks go. Towards other programs they are the same locks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE 1
#include "config.h"

#include "store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef F_OFD_SETLK

/* The engine's calls carry no data of ours: what they share has to be the process's. */
static GMutex keepers_lock;
static GHashTable *keepers; /* Keeper → itself */

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd; /* the locks are on this; -1: none could be opened, POSIX locks are used */
} Keeper;

static guint
keeper_hash (gconstpointer key)
{
  const Keeper *self = key;
  gint64 inode = (gint64) self->inode;

  return g_int64_hash (&inode);
}

static gboolean
keeper_equal (gconstpointer a, gconstpointer b)
{
  const Keeper *one = a, *other = b;

  return one->device == other->device && one->inode == other->inode;
}

static void
keeper_free (gpointer keeper)
{
  Keeper *self = keeper;

  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

static gboolean
describe (int fd, Keeper *key)
{
  struct stat about;

  if (fstat (fd, &about) != 0)
    return FALSE;
  key->device = about.st_dev;
  key->inode = about.st_ino;
  return TRUE;
}

/* The description that holds the locks of the file behind @fd; with @keepers_lock. */
static int
kept (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  Keeper key = { 0 };
  Keeper *keeper;

  if (!describe (fd, &key))
    return -1;
  if (keepers == NULL)
    keepers = g_hash_table_new_full (keeper_hash, keeper_equal, keeper_free, NULL);
  keeper = g_hash_table_lookup (keepers, &key);
  if (keeper != NULL)
    return keeper->fd;
  key.fd = open (path, O_RDWR | O_CLOEXEC);
  if (key.fd < 0)
    key.fd = open (path, O_RDONLY | O_CLOEXEC);
  g_hash_table_add (keepers, g_memdup2 (&key, sizeof key));
  return key.fd;
}

static int
lock_file (int fd, int command, struct flock *lock)
{
  int result, keeper;

  g_mutex_lock (&keepers_lock);
  keeper = kept (fd);
  g_mutex_unlock (&keepers_lock);
  if (keeper < 0)
    return fcntl (fd, command, lock);
  lock->l_pid = 0;
  result = fcntl (keeper, command == F_GETLK   ? F_OFD_GETLK
                          : command == F_SETLK ? F_OFD_SETLK
                                               : F_OFD_SETLKW,
                  lock);
  return result;
}

static int
engine_fcntl (int fd, int command, ...)
{
  va_list args;
  void *argument;

  va_start (args, command);
  /* Numbers are handed on as they came: on Linux both are one register wide. */
  argument = va_arg (args, void *);
  va_end (args);
  if (command == F_SETLK || command == F_SETLKW || command == F_GETLK)
    return lock_file (fd, command, argument);
  return fcntl (fd, command, argument);
}

/* As with POSIX locks, what was locked is free when the engine closes the file. */
static int
engine_close (int fd)
{
  Keeper key = { 0 };

  g_mutex_lock (&keepers_lock);
  if (keepers != NULL && describe (fd, &key))
    g_hash_table_remove (keepers, &key);
  g_mutex_unlock (&keepers_lock);
  return close (fd);
}

#endif /* F_OFD_SETLK */

/**
 * tp_file_locks_keep:
 *
 * Has the engine lock files so that no other part of the process can let the locks go.
 * Has to be called before the first file is opened. Where the system has no such locks
 * the engine's own stay.
 */
void
tp_file_locks_keep (void)
{
#ifdef F_OFD_SETLK
  static gsize done = 0;
  sqlite3_vfs *vfs;

  if (!g_once_init_enter (&done))
    return;
  vfs = sqlite3_vfs_find ("unix");
  if (vfs != NULL && vfs->iVersion >= 3)
    {
      vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) engine_fcntl);
      vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) engine_close);
    }
  g_once_init_leave (&done, 1);
#endif
}
