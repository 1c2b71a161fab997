/* check-row.c: something to tick, or to go on to, in a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-row.h"

struct _TpCheckRow
{
  GtkListBoxRow parent_instance;

  TpCheckItem *item;
  gboolean checks;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_CHECKS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpCheckRow, tp_check_row, GTK_TYPE_LIST_BOX_ROW)

static void
describe (TpCheckRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tp_check_item_get_title (self->item), -1);
  if (self->checks)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                 tp_check_item_get_active (self->item) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                       : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
}

static void
tp_check_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpCheckRow *self = TP_CHECK_ROW (object);

  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_CHECKS:
      g_value_set_boolean (value, self->checks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_check_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpCheckRow *self = TP_CHECK_ROW (object);

  switch (id)
    {
    case PROP_ITEM:
      g_set_object (&self->item, g_value_get_object (value));
      break;
    case PROP_CHECKS:
      self->checks = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_check_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_CHECK_ROW);
  g_clear_object (&TP_CHECK_ROW (object)->item);
  G_OBJECT_CLASS (tp_check_row_parent_class)->dispose (object);
}

static void
tp_check_row_class_init (TpCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_check_row_get_property;
  object_class->set_property = tp_check_row_set_property;
  object_class->dispose = tp_check_row_dispose;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TP_TYPE_CHECK_ITEM, flags);
  /* Whether it is ticked; else it leads on. */
  props[PROP_CHECKS] = g_param_spec_boolean ("checks", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /* Space ticks, also in a list where nothing is selected */
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Space, 0, "activate", NULL);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/com/example/TradePivot/ui/check-row.ui");
}

static void
tp_check_row_init (TpCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_check_row_new:
 * @item: a #TpCheckItem
 * @checks: whether it is ticked, by GINT_TO_POINTER(); else it leads on
 *
 * A #GtkListBoxCreateWidgetFunc.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tp_check_row_new (gpointer item, gpointer checks)
{
  gboolean ticked = GPOINTER_TO_INT (checks);
  TpCheckRow *self = g_object_new (TP_TYPE_CHECK_ROW, "item", item, "checks", ticked, "accessible-role",
                                   ticked ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_BUTTON, NULL);

  g_signal_connect_object (item, "notify::active", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  describe (self);
  return GTK_WIDGET (self);
}

/**
 * tp_check_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the choice it shows
 */
TpCheckItem *
tp_check_row_get_item (TpCheckRow *self)
{
  return self->item;
}

/**
 * tp_check_row_toggle:
 * @self: a row
 */
void
tp_check_row_toggle (TpCheckRow *self)
{
  tp_check_item_set_active (self->item, !tp_check_item_get_active (self->item));
}
