/* workspace.h: an open campaign file, shared by every window that shows it.
 *
 * The workspace owns the store and is what faces talk to: it runs reads and changes
 * off the main thread, hands out list models of immutable records, and says what
 * changed, whoever changed it. The as-of day is not here: each window has its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a new workspace starts with. */
typedef enum
{
  TP_TEMPLATE_EMPTY,
  TP_TEMPLATE_SAMPLE,
  TP_TEMPLATE_DEMONSTRATION,
} TpTemplate;

#define TP_TYPE_WORKSPACE (tp_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TpWorkspace, tp_workspace, TP, WORKSPACE, GObject)

char        *tp_workspace_default_path   (void);

/* Blocking: for the command line and tests. */
TpWorkspace *tp_workspace_open_sync      (const char *path, TpStoreFlags flags, GError **error);
TpWorkspace *tp_workspace_create_sync    (const char *path, TpTemplate template, GError **error);

void         tp_workspace_open           (const char *path, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
void         tp_workspace_create         (const char *path, TpTemplate template, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
TpWorkspace *tp_workspace_open_finish    (GAsyncResult *result, GError **error);

void         tp_workspace_close          (TpWorkspace *self);

TpStore     *tp_workspace_get_store      (TpWorkspace *self);
const char  *tp_workspace_get_path       (TpWorkspace *self);
const char  *tp_workspace_get_title      (TpWorkspace *self);
const char  *tp_workspace_get_currency   (TpWorkspace *self);
gboolean     tp_workspace_is_demonstration (TpWorkspace *self);
gboolean     tp_workspace_is_read_only   (TpWorkspace *self);
char        *tp_workspace_get_setting    (TpWorkspace *self, const char *key);
TpDay        tp_workspace_get_today      (TpWorkspace *self);
TpDay        tp_workspace_get_opening_day (TpWorkspace *self);
GTimeZone   *tp_workspace_get_time_zone  (TpWorkspace *self);
const char  *tp_workspace_get_author     (TpWorkspace *self);
void         tp_workspace_set_author     (TpWorkspace *self, const char *author);

/* One record by key or id, at once: a look-up of a single row. */
TpRecord    *tp_workspace_get            (TpWorkspace *self, TpKind kind, gint64 id);
TpRecord    *tp_workspace_find_key       (TpWorkspace *self, TpKind kind, const char *key);

/* Anything else goes off the main thread. */
void         tp_workspace_read           (TpWorkspace *self, TpReadFunc func, gpointer data,
                                          GDestroyNotify free_data, GDestroyNotify free_result,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gpointer     tp_workspace_read_finish    (TpWorkspace *self, GAsyncResult *result, GError **error);
gpointer     tp_workspace_read_sync      (TpWorkspace *self, TpReadFunc func, gpointer data, GError **error);

void         tp_workspace_change         (TpWorkspace *self, const char *verb, TpChangeFunc func,
                                          gpointer data, GDestroyNotify free_data,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean     tp_workspace_change_finish  (TpWorkspace *self, GAsyncResult *result, GError **error);
gboolean     tp_workspace_change_sync    (TpWorkspace *self, const char *verb, TpChangeFunc func,
                                          gpointer data, GCancellable *cancellable, GError **error);

void         tp_workspace_undo           (TpWorkspace *self, gboolean redo, GAsyncReadyCallback callback,
                                          gpointer user_data);
TpChangeInfo *tp_workspace_undo_finish   (TpWorkspace *self, GAsyncResult *result, GError **error);
TpChangeInfo *tp_workspace_undo_sync     (TpWorkspace *self, gboolean redo, GError **error);

void         tp_workspace_save_copy      (TpWorkspace *self, const char *path, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean     tp_workspace_save_copy_finish (TpWorkspace *self, GAsyncResult *result, GError **error);

gboolean     tp_kinds_have               (guint64 kinds, TpKind kind);

G_END_DECLS
