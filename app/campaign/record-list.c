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

/* Rows kept in each of two generations: more than any window shows at once, few enough
 * to look all of them up again after a change. What was looked up before the older
 * generation is out of view by now. */
#define KEPT_ROWS 256

struct _TpRecordList
{
  GObject parent_instance;

  TpWorkspace *workspace;
  TpKind kind;
  GType item_type;
  TpRowFunc func;
  TpQuery *query;
  gboolean given; /* the ids, by who owns the list: it works none out itself */
  GArray *ids;
  guint found;       /* where tp_record_list_find() found one last: most ask for it again, or its neighbour */
  GHashTable *rows;  /* id → GObject: looked up last */
  GHashTable *older; /* and before that */
  GHashTable *former[2]; /* while the rows are worked out again: both as they were */
  GCancellable *cancellable;
  gboolean loading;
  gboolean stale; /* changed while loading */
  char *failure;  /* why the rows could not be worked out */
  gulong changed_handler;
  gulong closing_handler;
};

static void tp_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TpRecordList, tp_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tp_record_list_model_init))

enum
{
  PROP_LOADING = 1,
  PROP_N_ITEMS,
  PROP_FAILURE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_RENEWING,
  SIGNAL_RENEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/* Keeps a row among those looked up last. */
static void
keep_row (TpRecordList *self, gint64 id, GObject *row)
{
  if (g_hash_table_size (self->rows) >= KEPT_ROWS)
    {
      g_hash_table_unref (self->older);
      self->older = self->rows;
      self->rows = new_generation ();
    }
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), g_object_ref (row));
}

static GObject *
make_row (TpRecordList *self, gint64 id)
{
  g_autoptr (TpRecord) record = tp_workspace_get (self->workspace, self->kind, id);

  /* Deleted a moment ago: the ids are being worked out again. */
  if (record == NULL)
    record = tp_record_new (self->kind);
  return self->func != NULL ? self->func (self->workspace, record, tp_query_get_as_of (self->query))
                            : G_OBJECT (g_object_ref (record));
}

/* Whether two rows show the same: all that a template can bind to is the same. */
static gboolean
shows_same (GObject *a, GObject *b)
{
  g_autofree GParamSpec **pspecs = NULL;
  gboolean same = TRUE;
  guint n;

  if (TP_IS_RECORD (a) && TP_IS_RECORD (b))
    return tp_record_equal (TP_RECORD (a), TP_RECORD (b));
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);
  for (guint i = 0; same && i < n; i++)
    {
      g_auto (GValue) x = G_VALUE_INIT, y = G_VALUE_INIT;

      if ((pspecs[i]->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get_property (a, pspecs[i]->name, g_value_init (&x, pspecs[i]->value_type));
      g_object_get_property (b, pspecs[i]->name, g_value_init (&y, pspecs[i]->value_type));
      if (G_VALUE_HOLDS (&x, TP_TYPE_RECORD) && g_value_get_object (&x) != NULL && g_value_get_object (&y) != NULL)
        same = tp_record_equal (g_value_get_object (&x), g_value_get_object (&y));
      else
        same = g_param_values_cmp (pspecs[i], &x, &y) == 0;
    }
  return same;
}

static GObject *
former_row (TpRecordList *self, gint64 id)
{
  GObject *row = NULL;

  for (guint i = 0; row == NULL && i < G_N_ELEMENTS (self->former); i++)
    row = self->former[i] != NULL ? g_hash_table_lookup (self->former[i], &id) : NULL;
  return row;
}

/* The row of @id: the one that is kept, moved up to those looked up last; else a new
 * one, or the former one where it shows the same, so that selection and focus stay. */
static GObject *
row_of (TpRecordList *self, gint64 id)
{
  GObject *row = g_hash_table_lookup (self->rows, &id);
  GObject *before = former_row (self, id);
  g_autoptr (GObject) now = NULL;

  if (row != NULL)
    return row;
  row = g_hash_table_lookup (self->older, &id);
  now = row != NULL ? g_object_ref (row) : make_row (self, id);
  if (row == NULL && before != NULL && shows_same (before, now))
    g_set_object (&now, before);
  keep_row (self, id, now);
  return now;
}

/* Takes new ids, and announces of the rows that stay in place those that show something
 * else now: of the ones that were looked up, since nobody can be looking at others. All
 * that is asked for meanwhile is already as it is now. */
static void
renew (TpRecordList *self, GArray *ids)
{
  guint left;

  g_signal_emit (self, signals[SIGNAL_RENEWING], 0);
  self->former[0] = g_steal_pointer (&self->rows);
  self->former[1] = g_steal_pointer (&self->older);
  self->rows = new_generation ();
  self->older = new_generation ();
  left = g_hash_table_size (self->former[0]) + g_hash_table_size (self->former[1]);
  take_ids (self, ids);
  for (guint i = 0; i < self->ids->len && left > 0; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      GObject *before = former_row (self, id);

      if (before == NULL)
        continue;
      left--;
      if (row_of (self, id) != before)
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
  g_clear_pointer (&self->former[0], g_hash_table_unref);
  g_clear_pointer (&self->former[1], g_hash_table_unref);
  g_signal_emit (self, signals[SIGNAL_RENEWED], 0);
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
    renew (self, ids);
  if (g_set_str (&self->failure, error != NULL ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILURE]);
  set_loading (self, FALSE);
  if (self->stale)
    load (self);
}

static void
load (TpRecordList *self)
{
  self->stale = FALSE;
  if (self->query == NULL || self->given)
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

/* Rows can no longer be looked up: there are none. */
static void
closing_cb (TpRecordList *self)
{
  guint n = self->ids->len;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_array_unref (self->ids);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n == 0)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
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

  if (position >= self->ids->len)
    return NULL;
  return g_object_ref (row_of (self, g_array_index (self->ids, gint64, position)));
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
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
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
    {
      g_clear_signal_handler (&self->changed_handler, self->workspace);
      g_clear_signal_handler (&self->closing_handler, self->workspace);
    }
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
  g_hash_table_unref (self->older);
  g_free (self->failure);
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
  /**
   * TpRecordList:failure:
   *
   * Why the rows could not be worked out, in words; %NULL where they could.
   */
  props[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TpRecordList::renewing:
   * @self: a list
   *
   * Its rows are about to follow what is so now: who selects some of them notes which,
   * because a row that shows something else is another object, and a selection forgets it.
   */
  signals[SIGNAL_RENEWING] = g_signal_new ("renewing", TP_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  /**
   * TpRecordList::renewed:
   * @self: a list
   *
   * All of them have followed.
   */
  signals[SIGNAL_RENEWED] = g_signal_new ("renewed", TP_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tp_record_list_init (TpRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = new_generation ();
  self->older = new_generation ();
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
  self->closing_handler = g_signal_connect_swapped (workspace, "closing", G_CALLBACK (closing_cb), self);
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
  g_clear_object (&self->query);
  self->query = tp_query_copy (query);
  self->given = FALSE;
  load (self);
}

/**
 * tp_record_list_set_ids:
 * @self: a list
 * @ids: (element-type gint64): its records, in order; copied
 * @as_of: the day that its rows tell of
 *
 * For lists of one view that are worked out together. From now on the list follows no
 * change: who gives it its ids gives them again after each, also where they are the same,
 * and it announces the rows that show something else.
 */
void
tp_record_list_set_ids (TpRecordList *self, GArray *ids, TpDay as_of)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  self->query = tp_query_new (self->kind);
  tp_query_set_as_of (self->query, as_of);
  self->given = TRUE;
  set_loading (self, FALSE);
  renew (self, g_array_copy (ids));
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
  /* The same row, the next, the one before: a page asks for these at each reading */
  for (guint i = self->found > 0 ? self->found - 1 : 0; i < self->ids->len && i <= self->found + 1; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return self->found = i;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return self->found = i;
  return G_MAXUINT;
}

/**
 * tp_record_list_find_all:
 * @self: a list
 * @ids: (element-type gint64): ids of records
 *
 * Of many at once: the list is gone through a single time, however many they are.
 *
 * Returns: (transfer full) (element-type guint): the rows of those that are in the list,
 *   ascending
 */
GArray *
tp_record_list_find_all (TpRecordList *self, GArray *ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < self->ids->len && rows->len < g_hash_table_size (wanted); i++)
    if (g_hash_table_contains (wanted, &g_array_index (self->ids, gint64, i)))
      g_array_append_val (rows, i);
  return rows;
}

/**
 * tp_record_list_is_loading:
 * @self: a list
 *
 * Returns: whether its rows are being worked out
 */
gboolean
tp_record_list_is_loading (TpRecordList *self)
{
  return self->loading;
}
