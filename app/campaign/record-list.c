/* record-list.c: a list model over ids.
 *
 * A list of a million is an array of 8 MB; rows are looked up by key as they come into
 * view and kept while they are near. The ids are worked out off the main thread; when
 * the workspace changes they are worked out again, and only what differs is announced,
 * so that selection and scroll place stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-list.h"

/* Rows kept: more than any window shows at once, few enough to forget at no cost. */
#define KEPT_ROWS 512

struct _TpRecordList
{
  GObject parent_instance;

  TpWorkspace *workspace;
  TpKind kind;
  GType item_type;
  TpRowFunc func;
  TpQuery *query;
  GArray *ids;
  GHashTable *rows; /* id → GObject */
  GCancellable *cancellable;
  gboolean loading;
  gboolean stale; /* changed while loading */
  gulong changed_handler;
};

static void tp_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TpRecordList, tp_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tp_record_list_model_init))

enum
{
  PROP_LOADING = 1,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void load (TpRecordList *self);

/* helpers */

static void
set_loading (TpRecordList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/* Takes the new ids and announces the stretch in which they differ from the old. */
static void
take_ids (TpRecordList *self, GArray *ids)
{
  guint start = 0, old_end = self->ids->len, new_end = ids->len;
  g_autoptr (GArray) old = self->ids;

  while (start < old_end && start < new_end
         && g_array_index (old, gint64, start) == g_array_index (ids, gint64, start))
    start++;
  while (old_end > start && new_end > start
         && g_array_index (old, gint64, old_end - 1) == g_array_index (ids, gint64, new_end - 1))
    {
      old_end--;
      new_end--;
    }
  self->ids = ids;
  if (old_end > start || new_end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old_end - start, new_end - start);
  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/* Rows that stay in place but whose records changed: those that were looked up (the
 * only ones anybody can be looking at) are announced as replaced. */
static void
refresh_rows (TpRecordList *self)
{
  g_autoptr (GHashTable) shown = g_steal_pointer (&self->rows);

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0, left = g_hash_table_size (shown); i < self->ids->len && left > 0; i++)
    if (g_hash_table_contains (shown, &g_array_index (self->ids, gint64, i)))
      {
        GObject *before = g_hash_table_lookup (shown, &g_array_index (self->ids, gint64, i));
        gboolean same = FALSE;

        left--;
        if (self->func == NULL)
          {
            g_autoptr (TpRecord) now = tp_workspace_get (self->workspace, self->kind,
                                                         g_array_index (self->ids, gint64, i));

            same = now != NULL && tp_record_equal (now, TP_RECORD (before));
          }
        if (same)
          g_hash_table_insert (self->rows, g_memdup2 (&g_array_index (self->ids, gint64, i), sizeof (gint64)),
                               g_object_ref (before));
        else
          g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
      }
}

static gpointer
select_ids (TpReader *reader, gpointer data, GError **error)
{
  return tp_reader_select (reader, data, error);
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpRecordList) self = data;
  g_autoptr (GError) error = NULL;
  GArray *ids = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (ids != NULL)
    {
      take_ids (self, ids);
      refresh_rows (self);
    }
  else if (error != NULL)
    g_warning ("list of %s: %s", tp_kind_info (self->kind)->plural, error->message);
  set_loading (self, FALSE);
  if (self->stale)
    load (self);
}

static void
load (TpRecordList *self)
{
  self->stale = FALSE;
  if (self->query == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  set_loading (self, TRUE);
  tp_workspace_read (self->workspace, select_ids, tp_query_copy (self->query), g_object_unref,
                     (GDestroyNotify) g_array_unref, self->cancellable, selected_cb, g_object_ref (self));
}

/* callbacks */

static void
changed_cb (TpRecordList *self, guint64 kinds)
{
  /* Rows may show what hangs on their record: any change can bear on them. */
  if (self->loading)
    self->stale = TRUE;
  else
    load (self);
}

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return TP_RECORD_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return TP_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TpRecordList *self = TP_RECORD_LIST (model);
  gint64 id;
  GObject *row;
  g_autoptr (TpRecord) record = NULL;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  row = g_hash_table_lookup (self->rows, &id);
  if (row != NULL)
    return g_object_ref (row);
  record = tp_workspace_get (self->workspace, self->kind, id);
  /* Deleted a moment ago: the ids are being worked out again. */
  if (record == NULL)
    record = tp_record_new (self->kind);
  row = self->func != NULL ? self->func (self->workspace, record, tp_query_get_as_of (self->query))
                           : G_OBJECT (g_object_ref (record));
  if (g_hash_table_size (self->rows) >= KEPT_ROWS)
    g_hash_table_remove_all (self->rows);
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), g_object_ref (row));
  return row;
}

static void
tp_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* vfuncs */

static void
tp_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpRecordList *self = TP_RECORD_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_record_list_dispose (GObject *object)
{
  TpRecordList *self = TP_RECORD_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_handler, self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->query);
  G_OBJECT_CLASS (tp_record_list_parent_class)->dispose (object);
}

static void
tp_record_list_finalize (GObject *object)
{
  TpRecordList *self = TP_RECORD_LIST (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (tp_record_list_parent_class)->finalize (object);
}

static void
tp_record_list_class_init (TpRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_record_list_get_property;
  object_class->dispose = tp_record_list_dispose;
  object_class->finalize = tp_record_list_finalize;
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_record_list_init (TpRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* Public API */

/**
 * tp_record_list_new:
 * @workspace: a workspace
 * @kind: the kind of its records
 * @item_type: the type of its rows: the record's own, or what @func makes
 * @func: (nullable): makes a row of a record; must cost a look-up or two at most
 *
 * Returns: (transfer full): an empty list; tp_record_list_set_query() fills it
 */
TpRecordList *
tp_record_list_new (TpWorkspace *workspace, TpKind kind, GType item_type, TpRowFunc func)
{
  TpRecordList *self = g_object_new (TP_TYPE_RECORD_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->item_type = item_type;
  self->func = func;
  self->changed_handler = g_signal_connect_swapped (workspace, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * tp_record_list_set_query:
 * @self: a list
 * @query: which records, in what order; copied
 *
 * The rows follow when they are worked out; until then the former ones stay.
 */
void
tp_record_list_set_query (TpRecordList *self, TpQuery *query)
{
  gboolean other_day = self->query != NULL && tp_query_get_as_of (self->query) != tp_query_get_as_of (query);

  g_clear_object (&self->query);
  self->query = tp_query_copy (query);
  if (other_day)
    g_hash_table_remove_all (self->rows);
  load (self);
}

/**
 * tp_record_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): its query
 */
TpQuery *
tp_record_list_get_query (TpRecordList *self)
{
  return self->query;
}

/**
 * tp_record_list_get_id:
 * @self: a list
 * @position: a row
 *
 * Returns: the id of its record, 0 past the end
 */
gint64
tp_record_list_get_id (TpRecordList *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * tp_record_list_find:
 * @self: a list
 * @id: a record's id
 *
 * Returns: its row, or GTK_INVALID_LIST_POSITION (G_MAXUINT)
 */
guint
tp_record_list_find (TpRecordList *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

gboolean
tp_record_list_is_loading (TpRecordList *self)
{
  return self->loading;
}
