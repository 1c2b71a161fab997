/* store-private.h: what the files of the store share and nobody else sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "connection.h"
#include "store.h"

G_BEGIN_DECLS

/* What kept statements are for. */
enum
{
  TP_USE_INSERT = 1,
  TP_USE_GET,
  TP_USE_FIND,
};

struct _TpReader
{
  TpConnection *connection;
};

/* Which ids of each kind a changeset touched. */
typedef struct
{
  GHashTable *ids[TP_N_KINDS]; /* sets of gint64 *; NULL for none */
  guint n_rows;
  guint64 kinds; /* a bit a kind */
  /* A bit a kind: something else than an insert was done to a record, or one changed
   * that referred to it before. Records that are all new have nothing derived yet. */
  guint64 known;
  GHashTable *aspects; /* gint64 * of an exporter → TpAspect; those that are not in it: all */
  /* For whom a requirement is asked, of those where that changed; NULL for none. What it
   * is called and where it stands in its order decide nothing. */
  GHashTable *asked;     /* set of gint64 *: requirements */
  GHashTable *asked_in;  /* set of gint64 *: the sets they were in */
  gboolean asked_of_all; /* or it may bear on every exporter */
} TpTouched;

/* What may have changed of an exporter. What is derived from it is renewed only where
 * its own part was touched: a stage says nothing of the words it is found by. */
typedef enum
{
  TP_ASPECT_WAY = 1 << 0,    /* its stages by day */
  TP_ASPECT_WORDS = 1 << 1,  /* what it is found by */
  TP_ASPECT_PAPERS = 1 << 2, /* which requirements stand open */
  TP_ASPECT_PLACE = 1 << 3,  /* its province, which its listings reach */
  TP_ASPECT_ALL = (1 << 4) - 1,
} TpAspect;

#define TP_TOUCHED_ALL_NEW(self, kind) (((self)->known & (G_GUINT64_CONSTANT (1) << (kind))) == 0)

void tp_touched_init  (TpTouched *self);
void tp_touched_clear (TpTouched *self);
void tp_touched_add   (TpTouched *self, TpKind kind, gint64 id);
void tp_touched_add_exporter (TpTouched *self, gint64 id, TpAspect aspects);
gboolean tp_touched_has_aspect (TpTouched *self, gint64 exporter, TpAspect aspect);
GArray *tp_touched_sorted (TpTouched *self, TpKind kind);
gboolean tp_touched_read (TpTouched *self, const void *changeset, int size);

/* Provinces are subjects too: their two digits are kept with a kind that no province
 * can be mistaken for. */
#define TP_SUBJECT_PROVINCE TP_KIND_SETTING

/* One change under way: a transaction on the writer with its recording session. */
struct _TpChange
{
  TpReader reader;
  TpConnection *connection;
  sqlite3_session *session;
  const char *verb;
  char *subject;
  const char *author;
  GTimeZone *zone;
  gint64 time;
  gint64 seq;
  guint chunk_rows;  /* rows recorded since the last chunk */
  guint n_chunks;
  guint64 kinds;
  gint64 rows;
  gboolean floor;
  gboolean bulk;
  gint64 inverts, undoes, redoes;
  gint64 counters[TP_N_KINDS]; /* last short reference of each kind; 0: not read yet */
  gboolean has_ids;
  gint64 *last_id;   /* the writer's last id, so that ids only grow */
  GCancellable *cancellable;
};

struct _TpStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  GTimeZone *zone; /* set on one thread, used on the writer's */
  GMutex zone_lock;
  GMainContext *context; /* where "changed" is emitted */

  TpReader main_reader;
  GMutex read_lock;
  GCond read_done;
  GPtrArray *readers; /* of TpConnection, at rest; NULL once the store is closed */
  GPtrArray *lent;    /* of TpConnection, in use on other threads */

  TpConnection *writer;
  GThread *thread;
  GAsyncQueue *jobs;
  gint64 last_id;
  gboolean untidy; /* something was written since the last idle work */

  gint64 seen_seq; /* the newest change that views know of */
  gint64 data_version;
};

void     tp_file_locks_keep   (void);
void     tp_store_announce     (TpStore *self);
void     tp_store_release      (TpStore *self, gpointer object);
TpConnection *tp_store_borrow  (TpStore *self, GError **error);
void     tp_store_give_back    (TpStore *self, TpConnection *connection);
void     tp_store_end_reads    (TpStore *self);
void     tp_store_start_writer (TpStore *self);
void     tp_store_stop_writer  (TpStore *self);

gboolean tp_change_begin  (TpChange *self, GError **error);
gboolean tp_change_commit (TpChange *self, GError **error);
void     tp_change_cancel (TpChange *self);
gboolean tp_change_counted (TpChange *self, GError **error);
gboolean tp_change_keep_counters (TpChange *self, GError **error);

gboolean tp_schema_prepare (TpConnection *connection, gboolean create, GError **error);
gboolean tp_schema_check_tables (TpConnection *connection, GError **error);
gboolean tp_schema_check_header (const char *path, int *version, GError **error);

gboolean tp_derived_refresh (TpConnection *connection, TpTouched *touched, GError **error);
gboolean tp_derived_rebuild (TpConnection *connection, GError **error);
gboolean tp_derived_stages  (TpConnection *connection, TpTouched *touched, GError **error);
gboolean tp_derived_search  (TpConnection *connection, TpTouched *touched, GError **error);
gboolean tp_derived_open    (TpConnection *connection, TpTouched *touched, GError **error);
gboolean tp_derived_funds   (TpConnection *connection, TpTouched *touched, GError **error);
gboolean tp_derived_reach   (TpConnection *connection, TpTouched *touched, TpTouched *subjects, GError **error);
gboolean tp_derived_indicators (TpConnection *connection, TpTouched *touched, GError **error);

GBytes *tp_undo_keep_named (TpChange *self, GBytes *changeset, GError **error);
TpChangeInfo *tp_journal_undo (TpChange *self, gboolean redo, gboolean repair, gboolean *swapped, GError **error);
GBytes  *tp_chunk_inflate (sqlite3_stmt *stmt, int size_column, int data_column, GError **error);

/* The columns of a kind in order, id first, quoted, with commas. */
char    *tp_kind_columns (TpKind kind);

G_END_DECLS
