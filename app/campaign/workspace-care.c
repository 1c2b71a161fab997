/* workspace-care.c: looking after a workspace's file: checks, repairs and copies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-care.h"

#include "store.h"

/**
 * tp_workspace_reader:
 * @self: an open workspace
 *
 * For commands, which have one thread; and for functions of the desk that look up a few
 * rows by key at once, as the names in a filter.
 *
 * Returns: (transfer none): the reader of the main thread
 */
TpReader *
tp_workspace_reader (TpWorkspace *self)
{
  g_return_val_if_fail (TP_IS_WORKSPACE (self), NULL);
  return tp_store_main_reader (tp_workspace_get_store (self));
}

/**
 * tp_workspace_check_sync:
 * @self: an open workspace
 * @error: return location
 *
 * Looks for damage: references that lead nowhere, sums that differ from a recount,
 * attachments that are not what they were.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the faults in words, none
 *   where all is sound; %NULL where it cannot be checked
 */
GPtrArray *
tp_workspace_check_sync (TpWorkspace *self, GError **error)
{
  g_return_val_if_fail (TP_IS_WORKSPACE (self), NULL);
  return tp_store_check_sync (tp_workspace_get_store (self), error);
}

/**
 * tp_workspace_rebuild_sync:
 * @self: a workspace that is open for writing
 * @error: return location
 *
 * Works out anew what is kept of the records: sums, stages by day, the search index.
 *
 * Returns: whether that was done
 */
gboolean
tp_workspace_rebuild_sync (TpWorkspace *self, GError **error)
{
  g_return_val_if_fail (TP_IS_WORKSPACE (self), FALSE);
  return tp_store_rebuild_sync (tp_workspace_get_store (self), error);
}

/**
 * tp_workspace_copy_sync:
 * @self: an open workspace
 * @path: where to; must not exist
 * @error: return location
 *
 * Writes a whole copy, of one moment.
 *
 * Returns: whether it is there
 */
gboolean
tp_workspace_copy_sync (TpWorkspace *self, const char *path, GError **error)
{
  g_return_val_if_fail (TP_IS_WORKSPACE (self), FALSE);
  return tp_store_copy_sync (tp_workspace_get_store (self), path, error);
}
