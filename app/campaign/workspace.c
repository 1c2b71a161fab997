/* workspace.c: an open campaign file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit-settings.h"
#include "workspace-private.h"

#include <glib/gi18n-lib.h>

/* How often other processes' changes are looked for. */
#define POLL_MS 400

struct _TpWorkspace
{
  GObject parent_instance;

  TpStore *store;
  char *title;
  char *currency;
  char *author;
  GTimeZone *zone;
  gboolean demonstration;
  TpDay opening_day; /* the as-of day that a demonstration opens at */
  TpChangeInfo *undoable;
  TpChangeInfo *redoable;
  guint poll_source;
};

G_DEFINE_FINAL_TYPE (TpWorkspace, tp_workspace, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DEMONSTRATION,
  PROP_READ_ONLY,
  PROP_UNDOABLE,
  PROP_REDOABLE,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CLOSING,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* helpers */

static void
load_settings (TpWorkspace *self)
{
  TpReader *reader = tp_store_main_reader (self->store);
  g_autofree char *title = tp_reader_setting (reader, "title");
  g_autofree char *local
      = tp_language_is_chinese () ? tp_reader_setting (reader, "title_local") : NULL;
  g_autofree char *currency = tp_reader_setting (reader, "currency");
  g_autofree char *demonstration = tp_reader_setting (reader, "demonstration");
  g_autofree char *as_of = tp_reader_setting (reader, "as_of");

  /* The campaign has a name in both scripts, as its records have */
  g_set_str (&self->title, local != NULL ? local : title != NULL ? title : _ ("Campaign"));
  g_set_str (&self->currency, currency != NULL ? currency : "CNY");
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = tp_reader_time_zone (reader);
  tp_store_set_time_zone (self->store, self->zone);
  self->demonstration = g_strcmp0 (demonstration, "1") == 0;
  if (!tp_day_parse_iso (as_of, &self->opening_day))
    self->opening_day = TP_DAY_NONE;
}

static void
load_undoable (TpWorkspace *self)
{
  TpReader *reader = tp_store_main_reader (self->store);

  g_clear_object (&self->undoable);
  g_clear_object (&self->redoable);
  self->undoable = tp_reader_undoable (reader, FALSE);
  self->redoable = tp_reader_undoable (reader, TRUE);
}

/* callbacks */

static void
store_changed_cb (TpWorkspace *self, guint64 kinds)
{
  if (tp_kinds_have (kinds, TP_KIND_SETTING))
    {
      load_settings (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DEMONSTRATION]);
    }
  load_undoable (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDOABLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDOABLE]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, kinds);
}

static gboolean
poll_cb (gpointer data)
{
  TpWorkspace *self = data;

  tp_store_poll (self->store);
  return G_SOURCE_CONTINUE;
}

/* vfuncs */

static void
tp_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpWorkspace *self = TP_WORKSPACE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DEMONSTRATION:
      g_value_set_boolean (value, self->demonstration);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tp_store_is_read_only (self->store));
      break;
    case PROP_UNDOABLE:
      g_value_set_object (value, self->undoable);
      break;
    case PROP_REDOABLE:
      g_value_set_object (value, self->redoable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_workspace_dispose (GObject *object)
{
  tp_workspace_close (TP_WORKSPACE (object));
  G_OBJECT_CLASS (tp_workspace_parent_class)->dispose (object);
}

static void
tp_workspace_finalize (GObject *object)
{
  TpWorkspace *self = TP_WORKSPACE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->undoable);
  g_clear_object (&self->redoable);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->title);
  g_free (self->currency);
  g_free (self->author);
  G_OBJECT_CLASS (tp_workspace_parent_class)->finalize (object);
}

static void
tp_workspace_class_init (TpWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_workspace_get_property;
  object_class->dispose = tp_workspace_dispose;
  object_class->finalize = tp_workspace_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DEMONSTRATION] = g_param_spec_boolean ("demonstration", NULL, NULL, FALSE, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_UNDOABLE] = g_param_spec_object ("undoable", NULL, NULL, TP_TYPE_CHANGE_INFO, flags);
  props[PROP_REDOABLE] = g_param_spec_object ("redoable", NULL, NULL, TP_TYPE_CHANGE_INFO, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TpWorkspace::changed:
   * @self: the workspace
   * @kinds: a bit for each #TpKind of which records changed; see tp_kinds_have()
   *
   * Emitted on the main thread after each commit, whoever made it.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TP_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);

  /**
   * TpWorkspace::closing:
   * @self: the workspace
   *
   * Emitted on the main thread before its file is closed: from here on no row can be
   * looked up.
   */
  signals[SIGNAL_CLOSING] = g_signal_new ("closing", TP_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tp_workspace_init (TpWorkspace *self)
{
  self->opening_day = TP_DAY_NONE;
}

/* Takes an open store over; on the main thread of a window, or in a command. */
TpWorkspace *
tp_workspace_new (TpStore *store)
{
  TpWorkspace *self = g_object_new (TP_TYPE_WORKSPACE, NULL);

  self->store = store;
  load_settings (self);
  load_undoable (self);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
  self->poll_source = g_timeout_add (POLL_MS, poll_cb, self);
  return self;
}

/* Public API */

/**
 * tp_workspace_close:
 * @self: a workspace
 *
 * Closes the file: the last process to do so leaves it whole.
 */
void
tp_workspace_close (TpWorkspace *self)
{
  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->store != NULL)
    {
      if (tp_store_is_open (self->store))
        g_signal_emit (self, signals[SIGNAL_CLOSING], 0);
      g_signal_handlers_disconnect_by_data (self->store, self);
      tp_store_close (self->store);
    }
}

/**
 * tp_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none): its store, for the desk and the command line; views call
 *   the workspace
 */
TpStore *
tp_workspace_get_store (TpWorkspace *self)
{
  return self->store;
}

/**
 * tp_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none): the whole path of its file
 */
const char *
tp_workspace_get_path (TpWorkspace *self)
{
  return tp_store_get_path (self->store);
}

/**
 * tp_workspace_get_title:
 * @self: a workspace
 *
 * Returns: (transfer none): the campaign's title in the reader's script
 */
const char *
tp_workspace_get_title (TpWorkspace *self)
{
  return self->title;
}

/**
 * tp_workspace_get_currency:
 * @self: a workspace
 *
 * Returns: (transfer none): the ISO 4217 code that new amounts start with
 */
const char *
tp_workspace_get_currency (TpWorkspace *self)
{
  return self->currency;
}

/**
 * tp_workspace_is_demonstration:
 * @self: a workspace
 *
 * Returns: whether it holds invented records, which every view, print and export says
 */
gboolean
tp_workspace_is_demonstration (TpWorkspace *self)
{
  return self->demonstration;
}

/**
 * tp_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: whether it can only be read; see tp_store_is_read_only()
 */
gboolean
tp_workspace_is_read_only (TpWorkspace *self)
{
  return tp_store_is_read_only (self->store);
}

/**
 * tp_workspace_get_setting:
 * @self: an open workspace
 * @key: a setting's key, such as "vat"
 *
 * Returns: (transfer full) (nullable): its value as it is kept; %NULL where it is not set
 */
char *
tp_workspace_get_setting (TpWorkspace *self, const char *key)
{
  g_return_val_if_fail (TP_IS_WORKSPACE (self), NULL);
  return tp_store_is_open (self->store) ? tp_reader_setting (tp_store_main_reader (self->store), key) : NULL;
}

/**
 * tp_workspace_get_today:
 * @self: a workspace
 *
 * Returns: the day it is now in the workspace's time zone
 */
TpDay
tp_workspace_get_today (TpWorkspace *self)
{
  return tp_day_today (self->zone);
}

/**
 * tp_workspace_get_opening_day:
 * @self: a workspace
 *
 * Returns: the as-of day that a window starts with: today, or for demonstration data
 *   the day it was made for, so that it never ages
 */
TpDay
tp_workspace_get_opening_day (TpWorkspace *self)
{
  return self->opening_day != TP_DAY_NONE ? self->opening_day : tp_workspace_get_today (self);
}

/**
 * tp_workspace_get_time_zone:
 * @self: a workspace
 *
 * Returns: (transfer none): where its days begin
 */
GTimeZone *
tp_workspace_get_time_zone (TpWorkspace *self)
{
  return self->zone;
}

/**
 * tp_workspace_get_author:
 * @self: a workspace
 *
 * Returns: (transfer none): who changes are made by: what a face set, else the name
 *   of the desktop account
 */
const char *
tp_workspace_get_author (TpWorkspace *self)
{
  const char *name;

  if (self->author != NULL)
    return self->author;
  name = g_get_real_name ();
  return name != NULL && *name != '\0' && g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ();
}

/**
 * tp_workspace_set_author:
 * @self: a workspace
 * @author: (nullable): who changes are made by from here on; %NULL or "" for the
 *   desktop account's name
 */
void
tp_workspace_set_author (TpWorkspace *self, const char *author)
{
  g_set_str (&self->author, author != NULL && *author != '\0' ? author : NULL);
}

/**
 * tp_workspace_get:
 * @self: a workspace
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer full) (nullable): the record as it is now
 */
TpRecord *
tp_workspace_get (TpWorkspace *self, TpKind kind, gint64 id)
{
  return tp_store_is_open (self->store) ? tp_reader_get (tp_store_main_reader (self->store), kind, id) : NULL;
}

/**
 * tp_workspace_find_key:
 * @self: a workspace
 * @kind: a kind
 * @key: a business key, or a name that only one record has
 *
 * Returns: (transfer full) (nullable): the record as it is now
 */
TpRecord *
tp_workspace_find_key (TpWorkspace *self, TpKind kind, const char *key)
{
  return tp_store_is_open (self->store) ? tp_reader_find_key (tp_store_main_reader (self->store), kind, key)
                                        : NULL;
}

/* The task's source is the workspace, its answer the store's. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer answer = tp_store_read_finish (TP_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, (GDestroyNotify) g_task_get_task_data (task));
}

/**
 * tp_workspace_read:
 * @self: a workspace
 * @func: reads, on another thread, one consistent state
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody took
 * @cancellable: (nullable): drops the answer
 * @callback: called on the main thread; finish with tp_workspace_read_finish()
 * @user_data: for @callback
 */
void
tp_workspace_read (TpWorkspace *self, TpReadFunc func, gpointer data, GDestroyNotify free_data,
                   GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tp_workspace_read);
  g_task_set_task_data (task, (gpointer) free_result, NULL);
  tp_store_read (self->store, func, data, free_data, free_result, cancellable, read_cb, task);
}

/**
 * tp_workspace_read_finish:
 * @self: a workspace
 * @result: what the callback of tp_workspace_read() got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the function gave
 */
gpointer
tp_workspace_read_finish (TpWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tp_workspace_read_sync:
 * @self: a workspace
 * @func: (scope call): reads one consistent state
 * @data: for @func
 * @error: return location
 *
 * Blocks: for the command line and tests.
 *
 * Returns: what @func returned
 */
gpointer
tp_workspace_read_sync (TpWorkspace *self, TpReadFunc func, gpointer data, GError **error)
{
  return tp_store_read_sync (self->store, func, data, error);
}

static void
change_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tp_store_change_finish (TP_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tp_workspace_change:
 * @self: a workspace
 * @verb: what is done, a token; tp_change_label() has the words for each
 * @func: does it, on the writer thread, as one journaled step
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): takes everything back
 * @callback: called on the main thread; finish with tp_workspace_change_finish()
 * @user_data: for @callback
 */
void
tp_workspace_change (TpWorkspace *self, const char *verb, TpChangeFunc func, gpointer data,
                     GDestroyNotify free_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tp_workspace_change);
  tp_store_change (self->store, verb, tp_workspace_get_author (self), func, data, free_data, cancellable,
                   change_cb, task);
}

/**
 * tp_workspace_change_finish:
 * @self: a workspace
 * @result: what the callback of tp_workspace_change() got
 * @error: return location
 *
 * Returns: whether the change is made and durable; nothing was changed otherwise
 */
gboolean
tp_workspace_change_finish (TpWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tp_workspace_change_sync:
 * @self: a workspace
 * @verb: what is done, a token
 * @func: (scope call): does it, on the writer thread
 * @data: for @func
 * @cancellable: (nullable): takes everything back
 * @error: return location
 *
 * Blocks until it is durable: for the command line and tests.
 *
 * Returns: whether the change was made
 */
gboolean
tp_workspace_change_sync (TpWorkspace *self, const char *verb, TpChangeFunc func, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  return tp_store_change_sync (self->store, verb, tp_workspace_get_author (self), func, data, cancellable,
                               error);
}

static void
undo_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  TpChangeInfo *info = tp_store_undo_finish (TP_STORE (source), result, &error);

  if (info != NULL)
    g_task_return_pointer (task, info, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tp_workspace_undo:
 * @self: a workspace
 * @redo: whether to bring the last undone change back instead
 * @callback: called on the main thread; finish with tp_workspace_undo_finish()
 * @user_data: for @callback
 */
void
tp_workspace_undo (TpWorkspace *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tp_workspace_undo);
  tp_store_undo (self->store, redo, tp_workspace_get_author (self), undo_cb, task);
}

/**
 * tp_workspace_undo_finish:
 * @self: a workspace
 * @result: what the callback of tp_workspace_undo() got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the change that was taken or brought back
 */
TpChangeInfo *
tp_workspace_undo_finish (TpWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tp_workspace_undo_sync:
 * @self: a workspace
 * @redo: whether to bring the last undone change back instead
 * @error: return location
 *
 * Blocks: for the command line and tests.
 *
 * Returns: (transfer full) (nullable): the change that was taken or brought back
 */
TpChangeInfo *
tp_workspace_undo_sync (TpWorkspace *self, gboolean redo, GError **error)
{
  return redo ? tp_store_redo_sync (self->store, tp_workspace_get_author (self), error)
              : tp_store_undo_sync (self->store, tp_workspace_get_author (self), error);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  TpWorkspace *self = source;
  GError *error = NULL;

  if (tp_store_copy_sync (self->store, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tp_workspace_save_copy:
 * @self: a workspace
 * @path: where to; must not exist
 * @callback: called on the main thread; finish with tp_workspace_save_copy_finish()
 * @user_data: for @callback
 */
void
tp_workspace_save_copy (TpWorkspace *self, const char *path, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tp_workspace_save_copy);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, copy_in_thread);
}

/**
 * tp_workspace_save_copy_finish:
 * @self: a workspace
 * @result: what the callback of tp_workspace_save_copy() got
 * @error: return location
 *
 * Returns: whether the copy is there, whole
 */
gboolean
tp_workspace_save_copy_finish (TpWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tp_kinds_have:
 * @kinds: what a "changed" signal brought
 * @kind: a kind
 *
 * Returns: whether records of that kind changed
 */
gboolean
tp_kinds_have (guint64 kinds, TpKind kind)
{
  return (kinds & (G_GUINT64_CONSTANT (1) << kind)) != 0;
}
