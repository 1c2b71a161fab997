/* store.h: the workspace file as a service.
 *
 * One thread writes, others read; callers hand them functions and get the answer
 * back, now (_sync) or as a #GTask. Nothing above the store knows the engine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change-info.h"
#include "change.h"
#include "reader.h"
#include "sums.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* "TPvt": in the file's header, where file(1) and the MIME type look for it. */
#define TP_APPLICATION_ID 0x54507674
#define TP_SCHEMA_VERSION 4

typedef enum
{
  TP_STORE_OPEN = 0,
  TP_STORE_CREATE = 1 << 0,    /* make the file; it must not exist */
  TP_STORE_READ_ONLY = 1 << 1, /* refuse changes, leave no side files */
} TpStoreFlags;

/* One record, there or deleted. */
typedef struct
{
  TpKind kind;
  gint64 id;
} TpRecordRef;

/* The records of a kind that refer to another record by a field. */
typedef struct
{
  TpKind kind;
  const char *field;
  gint64 parent;
} TpChildren;

/* Reads; gives anything back, or %NULL with @error set. */
typedef gpointer (*TpReadFunc) (TpReader *reader, gpointer data, GError **error);

#define TP_TYPE_STORE (tp_store_get_type ())
G_DECLARE_FINAL_TYPE (TpStore, tp_store, TP, STORE, GObject)

TpStore    *tp_store_open         (const char *path, TpStoreFlags flags, GError **error);
void        tp_store_close        (TpStore *self);
const char *tp_store_get_path     (TpStore *self);
gboolean    tp_store_is_read_only (TpStore *self);
void        tp_store_set_time_zone (TpStore *self, GTimeZone *zone);

TpReader   *tp_store_main_reader  (TpStore *self);
gpointer    tp_store_read_sync    (TpStore *self, TpReadFunc func, gpointer data, GError **error);
void        tp_store_read         (TpStore *self, TpReadFunc func, gpointer data,
                                   GDestroyNotify free_data, GDestroyNotify free_result,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
gpointer    tp_store_read_finish  (TpStore *self, GAsyncResult *result, GError **error);

gboolean    tp_store_change_sync  (TpStore *self, const char *verb, const char *author,
                                   TpChangeFunc func, gpointer data, GCancellable *cancellable,
                                   GError **error);
void        tp_store_change       (TpStore *self, const char *verb, const char *author,
                                   TpChangeFunc func, gpointer data, GDestroyNotify free_data,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean    tp_store_change_finish (TpStore *self, GAsyncResult *result, GError **error);

/* The journal. An empty answer of undo or redo is %NULL with %TP_ERROR_NOT_FOUND. */
TpChangeInfo *tp_store_undo_sync  (TpStore *self, const char *author, GError **error);
TpChangeInfo *tp_store_redo_sync  (TpStore *self, const char *author, GError **error);
void        tp_store_undo         (TpStore *self, gboolean redo, const char *author,
                                   GAsyncReadyCallback callback, gpointer user_data);
TpChangeInfo *tp_store_undo_finish (TpStore *self, GAsyncResult *result, GError **error);
TpChangeInfo *tp_reader_undoable  (TpReader *self, gboolean redo);
GPtrArray  *tp_reader_changes     (TpReader *self, guint limit, guint offset);
GPtrArray  *tp_reader_history     (TpReader *self, TpKind kind, gint64 id, GError **error);
GPtrArray  *tp_reader_histories   (TpReader *self, const TpRecordRef *refs, guint n, GError **error);
GPtrArray  *tp_reader_deleted_children (TpReader *self, const TpChildren *which, guint n, GError **error);

gboolean    tp_store_is_open      (TpStore *self);
gboolean    tp_store_poll         (TpStore *self);
gboolean    tp_store_copy_sync    (TpStore *self, const char *path, GError **error);

/* check: recounts; each fault is a translated sentence. */
GPtrArray  *tp_store_check_sync   (TpStore *self, GError **error);
gboolean    tp_store_rebuild_sync (TpStore *self, GError **error);

G_END_DECLS
