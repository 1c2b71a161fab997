/* list-update.c: a list that is shown follows what was read anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-update.h"

/* Whether two items show the same: all that they say of themselves is equal. */
static gboolean
same (GObject *a, GObject *b)
{
  g_autofree GParamSpec **specs = NULL;
  guint n;

  if (a == b)
    return TRUE;
  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) one = G_VALUE_INIT, two = G_VALUE_INIT;

      if ((specs[i]->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get_property (a, specs[i]->name, &one);
      g_object_get_property (b, specs[i]->name, &two);
      if (g_param_values_cmp (specs[i], &one, &two) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * tp_list_update:
 * @list: what is shown
 * @fresh: what is so now
 *
 * Makes @list the same as @fresh. Items whose properties are equal stay the same
 * objects, so that the rows that show them keep focus and place. Whatever a row shows
 * or does must therefore be told by its properties.
 */
void
tp_list_update (GListStore *list, GListModel *fresh)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_new = g_list_model_get_n_items (fresh);
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new))
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), head);
      g_autoptr (GObject) item = g_list_model_get_item (fresh, head);

      if (!same (old, item) && n_old != n_new)
        break;
      if (!same (old, item))
        g_list_store_splice (list, head, 1, (gpointer *) &item, 1);
      head++;
    }
  while (tail < MIN (n_old, n_new) - head)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), n_old - tail - 1);
      g_autoptr (GObject) item = g_list_model_get_item (fresh, n_new - tail - 1);

      if (!same (old, item))
        break;
      tail++;
    }
  if (head + tail < MAX (n_old, n_new))
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = head; i < n_new - tail; i++)
        g_ptr_array_add (items, g_list_model_get_item (fresh, i));
      g_list_store_splice (list, head, n_old - tail - head, items->pdata, items->len);
    }
}
