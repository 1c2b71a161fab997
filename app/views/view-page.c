/* view-page.c: what all pages of the window have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view-page.h"

typedef struct
{
  TpWorkspace *workspace;
  int as_of;
  gint64 record_id;
  GCancellable *reading;
  gboolean stale; /* to be worked out when it comes on screen */
} TpViewPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TpViewPage, tp_view_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIV(self) ((TpViewPagePrivate *) tp_view_page_get_instance_private (self))

enum
{
  PROP_WORKSPACE = 1,
  PROP_AS_OF,
  PROP_RECORD_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* helpers */

static void
stop_reading (TpViewPage *self)
{
  TpViewPagePrivate *priv = PRIV (self);

  g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

static void
load_or_wait (TpViewPage *self)
{
  TpViewPagePrivate *priv = PRIV (self);

  stop_reading (self);
  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (priv->stale || priv->workspace == NULL || priv->as_of == TP_DAY_NONE)
    return;
  priv->reading = g_cancellable_new ();
  TP_VIEW_PAGE_GET_CLASS (self)->load (self, priv->reading);
}

/* callbacks */

static void
changed_cb (TpViewPage *self, guint64 kinds)
{
  TpViewPageClass *klass = TP_VIEW_PAGE_GET_CLASS (self);

  if (klass->depends_on == NULL || klass->depends_on (kinds))
    load_or_wait (self);
}

static void
set_workspace (TpViewPage *self, TpWorkspace *workspace)
{
  TpViewPagePrivate *priv = PRIV (self);

  if (priv->workspace == workspace)
    return;
  stop_reading (self);
  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, self);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (TP_VIEW_PAGE_GET_CLASS (self)->clear != NULL)
    TP_VIEW_PAGE_GET_CLASS (self)->clear (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
  load_or_wait (self);
}

/* vfuncs */

static void
tp_view_page_map (GtkWidget *widget)
{
  TpViewPage *self = TP_VIEW_PAGE (widget);

  GTK_WIDGET_CLASS (tp_view_page_parent_class)->map (widget);
  if (PRIV (self)->stale)
    load_or_wait (self);
}

static void
tp_view_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpViewPagePrivate *priv = PRIV (TP_VIEW_PAGE (object));

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, priv->as_of);
      break;
    case PROP_RECORD_ID:
      g_value_set_int64 (value, priv->record_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_view_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpViewPage *self = TP_VIEW_PAGE (object);
  TpViewPagePrivate *priv = PRIV (self);

  switch (id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      return;
    case PROP_AS_OF:
      if (priv->as_of == g_value_get_int (value))
        return;
      priv->as_of = g_value_get_int (value);
      break;
    case PROP_RECORD_ID:
      if (priv->record_id == g_value_get_int64 (value))
        return;
      priv->record_id = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
  load_or_wait (self);
}

static void
tp_view_page_dispose (GObject *object)
{
  TpViewPage *self = TP_VIEW_PAGE (object);

  stop_reading (self);
  g_clear_object (&PRIV (self)->workspace);
  G_OBJECT_CLASS (tp_view_page_parent_class)->dispose (object);
}

static void
tp_view_page_class_init (TpViewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_view_page_get_property;
  object_class->set_property = tp_view_page_set_property;
  object_class->dispose = tp_view_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = tp_view_page_map;

  /**
   * TpViewPage:workspace:
   *
   * What the page shows.
   */
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  /**
   * TpViewPage:as-of:
   *
   * The day, a #TpDay, whose state it shows.
   */
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  /**
   * TpViewPage:record-id:
   *
   * The record of a page that shows one; 0 for the others.
   */
  props[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_view_page_init (TpViewPage *self)
{
  PRIV (self)->as_of = TP_DAY_NONE;
}

/* Public API */

/**
 * tp_view_page_get_workspace:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what it shows
 */
TpWorkspace *
tp_view_page_get_workspace (TpViewPage *self)
{
  g_return_val_if_fail (TP_IS_VIEW_PAGE (self), NULL);
  return PRIV (self)->workspace;
}

/**
 * tp_view_page_get_as_of:
 * @self: a page
 *
 * Returns: the day whose state it shows
 */
TpDay
tp_view_page_get_as_of (TpViewPage *self)
{
  g_return_val_if_fail (TP_IS_VIEW_PAGE (self), TP_DAY_NONE);
  return PRIV (self)->as_of;
}

/**
 * tp_view_page_get_record_id:
 * @self: a page that shows one record
 *
 * Returns: the record's id
 */
gint64
tp_view_page_get_record_id (TpViewPage *self)
{
  g_return_val_if_fail (TP_IS_VIEW_PAGE (self), 0);
  return PRIV (self)->record_id;
}

/**
 * tp_view_page_reload:
 * @self: a page
 *
 * Has it work out anew what it shows: now, or when it comes on screen.
 */
void
tp_view_page_reload (TpViewPage *self)
{
  g_return_if_fail (TP_IS_VIEW_PAGE (self));
  load_or_wait (self);
}
