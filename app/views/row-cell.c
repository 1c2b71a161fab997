/* row-cell.c: the part of a list's row that knows the row's item.
 *
 * List widgets do not tell which row is under the pointer; this does, for context
 * menus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "row-cell.h"

struct _TpRowCell
{
  AdwBin parent_instance;
  GObject *item;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpRowCell, tp_row_cell, ADW_TYPE_BIN)

static void
tp_row_cell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    g_value_set_object (value, TP_ROW_CELL (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_row_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    g_set_object (&TP_ROW_CELL (object)->item, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_row_cell_dispose (GObject *object)
{
  g_clear_object (&TP_ROW_CELL (object)->item);
  G_OBJECT_CLASS (tp_row_cell_parent_class)->dispose (object);
}

static void
tp_row_cell_class_init (TpRowCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tp_row_cell_get_property;
  object_class->set_property = tp_row_cell_set_property;
  object_class->dispose = tp_row_cell_dispose;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_row_cell_init (TpRowCell *self)
{
}

static TpRowCell *
find_below (GtkWidget *widget)
{
  if (TP_IS_ROW_CELL (widget))
    return TP_ROW_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TpRowCell *found = find_below (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * tp_row_cell_item_at:
 * @list: a list view or column view whose rows hold a #TpRowCell
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the item of the row there
 */
gpointer
tp_row_cell_item_at (GtkWidget *list, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != list && !GTK_IS_LIST_BASE (widget); widget = gtk_widget_get_parent (widget))
    {
      TpRowCell *cell = find_below (widget);

      if (cell != NULL)
        return cell->item;
    }
  return NULL;
}
