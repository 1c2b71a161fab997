/* record-part.c: a part of a record's page that reads and shows something of its own.
 *
 * A widget with one child, below a line about a reading that failed, and no AdwBin: a bin keeps its child by itself, and a template
 * that is disposed of takes it away behind the bin's back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record-part.h"

#include "error.h"
#include "failure-line.h"

typedef struct
{
  TpFailureLine *failure; /* that the latest reading failed; NULL before the first that did */
  TpWorkspace *workspace;
  int as_of;
  gint64 record_id;
  gboolean narrow;
  GCancellable *reading;
  gboolean stale; /* to be worked out when it comes on screen */
} TpRecordPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TpRecordPart, tp_record_part, GTK_TYPE_WIDGET)

#define PRIV(self) ((TpRecordPartPrivate *) tp_record_part_get_instance_private (self))

enum
{
  PROP_WORKSPACE = 1,
  PROP_AS_OF,
  PROP_RECORD_ID,
  PROP_NARROW,
  PROP_READ_ONLY,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* helpers */

static void
stop_reading (TpRecordPart *self)
{
  TpRecordPartPrivate *priv = PRIV (self);

  g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

static void
load_or_wait (TpRecordPart *self)
{
  TpRecordPartPrivate *priv = PRIV (self);

  stop_reading (self);
  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (priv->stale || priv->workspace == NULL || priv->as_of == TP_DAY_NONE || priv->record_id == 0)
    return;
  priv->reading = g_cancellable_new ();
  TP_RECORD_PART_GET_CLASS (self)->load (self, priv->reading);
}

static void
let_go (TpRecordPart *self)
{
  stop_reading (self);
  if (PRIV (self)->failure != NULL)
    tp_failure_line_say (PRIV (self)->failure, NULL);
  if (TP_RECORD_PART_GET_CLASS (self)->clear != NULL)
    TP_RECORD_PART_GET_CLASS (self)->clear (self);
}

/* actions */

static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load_or_wait (TP_RECORD_PART (widget));
}

/* callbacks */

static void
changed_cb (TpRecordPart *self, guint64 kinds)
{
  TpRecordPartClass *klass = TP_RECORD_PART_GET_CLASS (self);

  if (klass->depends_on == NULL || klass->depends_on (kinds))
    load_or_wait (self);
}

static void
set_workspace (TpRecordPart *self, TpWorkspace *workspace)
{
  TpRecordPartPrivate *priv = PRIV (self);

  if (priv->workspace == workspace)
    return;
  let_go (self);
  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, self);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
  load_or_wait (self);
}

/* vfuncs */

static void
tp_record_part_map (GtkWidget *widget)
{
  TpRecordPart *self = TP_RECORD_PART (widget);

  GTK_WIDGET_CLASS (tp_record_part_parent_class)->map (widget);
  if (PRIV (self)->stale)
    load_or_wait (self);
}

/* It is the last: what failed is said above it. Not kept, since a template that is
 * disposed of takes it away. */
static GtkWidget *
child_of (TpRecordPart *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));

  return last != (GtkWidget *) PRIV (self)->failure ? last : NULL;
}

static void
set_child (TpRecordPart *self, GtkWidget *child)
{
  GtkWidget *former = child_of (self);

  if (former == child)
    return;
  if (former != NULL)
    gtk_widget_unparent (former);
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static gboolean
tp_record_part_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = child_of (TP_RECORD_PART (widget));

  return child != NULL && gtk_widget_grab_focus (child);
}

static void
tp_record_part_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  GtkWidget *child = child_of (TP_RECORD_PART (widget));

  *hexpand = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
}

static void
tp_record_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpRecordPart *self = TP_RECORD_PART (object);
  TpRecordPartPrivate *priv = PRIV (self);

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
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tp_record_part_is_read_only (self));
      break;
    case PROP_CHILD:
      g_value_set_object (value, child_of (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_record_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpRecordPart *self = TP_RECORD_PART (object);
  TpRecordPartPrivate *priv = PRIV (self);

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
      let_go (self);
      priv->record_id = g_value_get_int64 (value);
      break;
    case PROP_NARROW:
      if (priv->narrow == g_value_get_boolean (value))
        return;
      priv->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      return;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
  load_or_wait (self);
}

static void
tp_record_part_dispose (GObject *object)
{
  TpRecordPart *self = TP_RECORD_PART (object);

  stop_reading (self);
  set_child (self, NULL);
  if (PRIV (self)->failure != NULL && gtk_widget_get_parent (GTK_WIDGET (PRIV (self)->failure)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (PRIV (self)->failure));
  g_clear_weak_pointer (&PRIV (self)->failure);
  g_clear_object (&PRIV (self)->workspace);
  G_OBJECT_CLASS (tp_record_part_parent_class)->dispose (object);
}

static void
tp_record_part_class_init (TpRecordPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tp_record_part_get_property;
  object_class->set_property = tp_record_part_set_property;
  object_class->dispose = tp_record_part_dispose;
  GTK_WIDGET_CLASS (klass)->map = tp_record_part_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = tp_record_part_grab_focus;
  GTK_WIDGET_CLASS (klass)->compute_expand = tp_record_part_compute_expand;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "failure.try-again", NULL, try_again_action);

  /**
   * TpRecordPart:workspace:
   *
   * Where the record is kept.
   */
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TP_TYPE_WORKSPACE, flags);
  /**
   * TpRecordPart:as-of:
   *
   * The day, a #TpDay, whose state it shows.
   */
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE, flags);
  /**
   * TpRecordPart:record-id:
   *
   * The record it is about; 0 for none.
   */
  props[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  /**
   * TpRecordPart:narrow:
   *
   * Whether there is little room, as on a phone.
   */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  /**
   * TpRecordPart:read-only:
   *
   * Whether nothing can be changed.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, TRUE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TpRecordPart:child:
   *
   * What it consists of.
   */
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_record_part_init (TpRecordPart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  PRIV (self)->as_of = TP_DAY_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/* Public API */

/**
 * tp_record_part_get_workspace:
 * @self: a part
 *
 * Returns: (nullable) (transfer none): where its record is kept
 */
TpWorkspace *
tp_record_part_get_workspace (TpRecordPart *self)
{
  g_return_val_if_fail (TP_IS_RECORD_PART (self), NULL);
  return PRIV (self)->workspace;
}

/**
 * tp_record_part_get_as_of:
 * @self: a part
 *
 * Returns: the day whose state it shows
 */
TpDay
tp_record_part_get_as_of (TpRecordPart *self)
{
  g_return_val_if_fail (TP_IS_RECORD_PART (self), TP_DAY_NONE);
  return PRIV (self)->as_of;
}

/**
 * tp_record_part_get_record_id:
 * @self: a part
 *
 * Returns: the record it is about; 0 for none
 */
gint64
tp_record_part_get_record_id (TpRecordPart *self)
{
  g_return_val_if_fail (TP_IS_RECORD_PART (self), 0);
  return PRIV (self)->record_id;
}

/**
 * tp_record_part_is_narrow:
 * @self: a part
 *
 * Returns: whether there is little room, as on a phone
 */
gboolean
tp_record_part_is_narrow (TpRecordPart *self)
{
  g_return_val_if_fail (TP_IS_RECORD_PART (self), FALSE);
  return PRIV (self)->narrow;
}

/**
 * tp_record_part_is_read_only:
 * @self: a part
 *
 * Returns: whether nothing can be changed, as where there is no workspace
 */
gboolean
tp_record_part_is_read_only (TpRecordPart *self)
{
  g_return_val_if_fail (TP_IS_RECORD_PART (self), TRUE);
  return PRIV (self)->workspace == NULL || tp_workspace_is_read_only (PRIV (self)->workspace);
}

/**
 * tp_record_part_reload:
 * @self: a part
 *
 * Has it work out anew what it shows: now, or when it comes on screen.
 */
void
tp_record_part_reload (TpRecordPart *self)
{
  g_return_if_fail (TP_IS_RECORD_PART (self));
  load_or_wait (self);
}

/**
 * tp_record_part_answered:
 * @self: a part
 * @error: (nullable): why what was asked for in load() was not read
 *
 * Called by each part once a reading ended. What failed is said at the part's head, with
 * a way to try again, until a reading succeeds; a reading that was cancelled says
 * nothing, nor does one that ends when the part is gone; that the record itself is gone
 * is the page's to say.
 *
 * Returns: whether there is an answer to show
 */
gboolean
tp_record_part_answered (TpRecordPart *self, const GError *error)
{
  TpRecordPartPrivate *priv;

  g_return_val_if_fail (TP_IS_RECORD_PART (self), FALSE);
  priv = PRIV (self);
  if (priv->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, TP_ERROR, TP_ERROR_NOT_FOUND))
    return FALSE;
  if (error != NULL && priv->failure == NULL)
    {
      g_set_weak_pointer (&priv->failure, TP_FAILURE_LINE (tp_failure_line_new ()));
      gtk_widget_insert_after (GTK_WIDGET (priv->failure), GTK_WIDGET (self), NULL);
    }
  if (priv->failure != NULL)
    tp_failure_line_say (priv->failure, error != NULL ? error->message : NULL);
  return error == NULL;
}
